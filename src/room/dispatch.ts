/** An interaction on its way to the bot: every one goes through here, and its promise says what it came to. */
import { randomBytes } from 'node:crypto';
import type { JsonObject } from './discord-json.ts';
import { type Interaction, type InteractionType, interactionType, type Settled } from './interactions.ts';
import type { Person } from './people.ts';
import { interactionBase, ownersOf, type RoomState } from './state.ts';

export interface DispatchRequest {
  readonly type: InteractionType;
  readonly person: Person;
  readonly data: JsonObject;
  readonly command?: { readonly name: string; readonly type: number };
  /** The message on which a component stands, or from which a modal came. */
  readonly source?: string;
  readonly focusedType?: number;
  /** What messages made by the interaction say of it, beside id, type and user. */
  readonly metadata?: JsonObject;
}

export interface Dispatched {
  readonly interaction: Interaction;
  readonly settled: Promise<Settled>;
}

export function dispatch(state: RoomState, request: DispatchRequest): Dispatched {
  const { clock, timing } = state;
  const { promise, resolve } = Promise.withResolvers<Settled>();
  let cancel = () => {};
  const settle = (settled: Settled) => {
    cancel();
    resolve(settled);
  };
  const settleAfter = (ms: number, settled: Settled) => {
    cancel();
    cancel = clock.after(ms, () => resolve(settled));
  };
  const interaction = interactionOf(state, request, settle, settleAfter);
  state.interactions.add(interaction);
  cancel = clock.after(timing.responseMs, () => {
    if (interaction.answer !== 'none') return;
    interaction.answer = 'late';
    resolve({ kind: 'failed', reason: lateReason(interaction, timing.responseMs) });
  });
  const fail = (why: string) => {
    interaction.answer = 'late';
    settle({ kind: 'failed', reason: `The application did not respond: ${why}` });
  };
  if (request.person.place.guild?.hasBot === false) fail('it is no longer in the server');
  else if (!state.emit('INTERACTION_CREATE', payloadOf(state, request, interaction))) fail('no bot is connected');
  return { interaction, settled: promise };
}

function lateReason({ refusals }: Interaction, ms: number): string {
  const why = refusals.length > 0 ? `; what it sent was refused: ${refusals.join('; ')}` : '';
  return `The application did not respond within ${ms} ms${why}`;
}

function interactionOf(
  state: RoomState,
  request: DispatchRequest,
  settle: Interaction['settle'],
  settleAfter: Interaction['settleAfter'],
): Interaction {
  const id = state.nextId();
  const { place, user } = request.person;
  const metadataType = request.type === interactionType.autocomplete ? interactionType.command : request.type;
  return {
    id,
    token: randomBytes(48).toString('base64url'),
    type: request.type,
    at: state.clock.now(),
    user,
    place,
    ...(request.command ? { command: { name: request.command.name, type: request.command.type } } : {}),
    ...(request.source === undefined ? {} : { source: request.source }),
    ...(request.focusedType === undefined ? {} : { focusedType: request.focusedType }),
    metadata: {
      id,
      type: metadataType,
      user,
      authorizing_integration_owners: ownersOf(place),
      ...request.metadata,
    },
    answer: 'none',
    original: null,
    isLoading: false,
    made: new Set(),
    refusals: [],
    settle,
    settleAfter,
  };
}

function payloadOf(state: RoomState, request: DispatchRequest, { id, token, type }: Interaction): JsonObject {
  const message = request.source === undefined ? undefined : state.messages.get(request.source)?.raw;
  return {
    ...interactionBase(state, request.person),
    id,
    token,
    type,
    data: request.data,
    attachment_size_limit: request.person.place.attachmentBytesMax,
    ...(message ? { message } : {}),
  };
}
