/**
 * Interactions as Discord would never send them: parts missing, doubled or of another type, over the gateway of a room,
 * through discord.js and the real dispatch. What is answered is a message that may go out; nothing fails, nothing is logged.
 */
import { Client, Events, type Interaction, InteractionResponseType } from 'discord.js';
import type { Random } from '../../bench/random.ts';
import { commands } from '../../src/commands/index.ts';
import { createDesk } from '../../src/discord/desk.ts';
import { createDispatch, type Outcome as DispatchOutcome } from '../../src/discord/dispatch.ts';
import { createResponder } from '../../src/discord/respond.ts';
import type { Library } from '../../src/model.ts';
import { openRoom, type Room } from '../../src/room/room.ts';
import { type Fuzzer, faultOf, shownInput } from './case.ts';
import { idsIn, oddities } from './desk-fuzzers.ts';
import { createReplyCheck, type ReplyCheck } from './reply-check.ts';

type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };
type JsonObject = { readonly [key: string]: Json };

/** What the room says of interactions that it has not made: too late for an answer. */
const unknownHere = 'Discord answered 404 with code 10062';
/** discord.js gives up on some of what arrives; nothing comes of those. */
const quietMs = 20;
const unwell: ReadonlySet<DispatchOutcome> = new Set(['failed', 'postponed', 'refused']);

export async function openInteractionFuzzer(library: Library): Promise<Fuzzer> {
  const room = await openRoom();
  const desk = createDesk(() => library);
  const check = createReplyCheck(library);
  const { components } = await desk.answer(
    null,
    { command: 'who', query: library.names.entities[0]?.name ?? '' },
    false,
  );
  const logged: string[] = [];
  let outcome: DispatchOutcome | null = null;
  const dispatch = createDispatch({
    desk,
    responder: createResponder(room.restUrl),
    log: (line) => {
      if (!line.endsWith(unknownHere)) logged.push(line);
    },
    observe: (one) => {
      outcome = one.outcome;
    },
  });
  const gateway = await openGateway(room, dispatch);
  const requests = room.requests as unknown[];
  let count = 0;
  const arrivedAndAnswered = async (data: JsonObject): Promise<string> => {
    const arrival = await gateway.send(data);
    if (arrival !== 'dispatched') return arrival;
    if (logged.length > 0) throw new Error(`Logged: ${logged.join(' | ')}`);
    if (outcome === null || unwell.has(outcome)) throw new Error(`It came to "${outcome}"`);
    const answer = room.requests.findLast(({ path }) => path.endsWith('/callback'));
    if (answer) expectQuiet(answer.body as Callback, check);
    return answer ? 'answered' : 'left alone';
  };
  return {
    run: async (random) => {
      const whole = interactionOf(random, idsIn(components), components as never, count++);
      const { id = null, token = null } = whole;
      // Where an answer goes to is not in question.
      const data = { ...damagedJson(random, whole), id, token };
      const input = shownInput(JSON.stringify(data));
      logged.length = 0;
      requests.length = 0;
      outcome = null;
      const start = performance.now();
      try {
        const came = await arrivedAndAnswered(data);
        return { input, came, ms: performance.now() - start, fault: null };
      } catch (error) {
        return { input, came: 'broken', ms: performance.now() - start, fault: faultOf(error) };
      }
    },
    close: async () => {
      await gateway.close();
      await room.close();
    },
  };
}

/** A client that is connected to the room, and sent one interaction after the other. */
async function openGateway(room: Room, dispatch: (interaction: Interaction) => Promise<void>) {
  const client = new Client({ intents: [], rest: { api: room.restUrl } });
  let hasThrown = false;
  const onThrown = () => {
    hasThrown = true;
  };
  process.on('unhandledRejection', onThrown);
  client.on(Events.Error, onThrown);
  let answering: Promise<void> | null = null;
  client.on(Events.InteractionCreate, (interaction) => {
    answering = dispatch(interaction);
  });
  const ready = new Promise((resolve) => client.once(Events.ClientReady, resolve));
  await client.login(room.token);
  await ready;
  let sent = 0;
  return {
    /** When it has been answered, or discord.js has made nothing of it. */
    send: async (data: JsonObject): Promise<'dispatched' | 'passed over' | 'refused by discord.js'> => {
      hasThrown = false;
      answering = null;
      const nonce = ++sent;
      const { promise: arrived, resolve } = Promise.withResolvers<void>();
      const onRaw = (packet: { readonly d?: { readonly nonce?: number } }) => {
        if (packet.d?.nonce === nonce) resolve();
      };
      client.on(Events.Raw, onRaw);
      room.faults.send(JSON.stringify({ op: 0, t: 'INTERACTION_CREATE', s: null, d: { ...data, nonce } }));
      await arrived;
      client.off(Events.Raw, onRaw);
      await new Promise((next) => setImmediate(next));
      if (!answering && !hasThrown) await new Promise((next) => setTimeout(next, quietMs));
      await answering;
      return answering ? 'dispatched' : hasThrown ? 'refused by discord.js' : 'passed over';
    },
    close: async () => {
      process.off('unhandledRejection', onThrown);
      await client.destroy();
    },
  };
}

interface Callback {
  readonly type: number;
  readonly data?: { readonly components?: unknown; readonly allowed_mentions?: unknown };
}

function expectQuiet({ data, type }: Callback, check: ReplyCheck): void {
  if (type !== InteractionResponseType.ChannelMessageWithSource && type !== InteractionResponseType.UpdateMessage)
    return;
  const mentions = JSON.stringify(data?.allowed_mentions);
  if (mentions !== '{"parse":[]}') throw new Error(`The message may ping: ${mentions}`);
  check({ components: (data?.components ?? []) as never });
}

/** One that is whole, with an id and a user of its own. */
function interactionOf(random: Random, ids: readonly string[], components: readonly Json[], at: number): JsonObject {
  const id = String(1_000_000_000_000_000_000n + BigInt(at));
  const user = {
    id: String(2_000_000_000_000_000_000n + BigInt(at)),
    username: 'quinn',
    discriminator: '0',
    avatar: null,
    global_name: 'Quinn',
  };
  const inServer: JsonObject = {
    guild_id: '1234567890123456789',
    guild: { id: '1234567890123456789', locale: 'en-GB', features: [] },
    member: {
      user,
      roles: [],
      joined_at: '2026-01-01T00:00:00Z',
      permissions: '0',
      deaf: false,
      mute: false,
      flags: 0,
    },
    context: 0,
  };
  const command = random.pick(commands);
  const option = { name: command.option?.name ?? 'name', type: 3, value: random.pick(oddities) };
  const privately = { name: 'private', type: 5, value: random.below(2) === 0 };
  const message: JsonObject = {
    id: '1234567890123456780',
    channel_id: '1234567890123456781',
    author: { ...user, bot: true },
    content: '',
    timestamp: '2026-01-01T00:00:00Z',
    edited_timestamp: null,
    type: 20,
    flags: random.pick([1 << 15, (1 << 15) | 64]),
    components: [...components],
    embeds: [],
    attachments: [],
    mentions: [],
    mention_roles: [],
    interaction_metadata: { id, type: 2, user, authorizing_integration_owners: { '0': '0' } },
  };
  const kinds: readonly JsonObject[] = [
    { type: 2, data: { id, type: 1, name: command.name, options: [option, privately] } },
    { type: 4, data: { id, type: 1, name: command.name, options: [{ ...option, focused: true }] } },
    { type: 3, data: { component_type: 2, custom_id: random.pick(ids), id: 7 }, message },
    { type: 3, data: { component_type: 3, custom_id: '1:menu', values: [random.pick(ids)], id: 7 }, message },
    {
      type: 5,
      data: {
        custom_id: random.pick(ids),
        components: [{ type: 18, component: { type: 4, custom_id: 'a', value: 'b' } }],
      },
      message,
    },
    {
      type: 2,
      data: { id, type: 2, name: command.name, target_id: user.id, resolved: { users: { [user.id]: user } } },
    },
    { type: 2, data: { id, type: 1, name: 'library', options: [{ name: 'info', type: 1, options: [option] }] } },
  ];
  return {
    application_id: '1234567890123456782',
    id,
    token: `token${at}`,
    version: 1,
    channel_id: '1234567890123456781',
    channel: { id: '1234567890123456781', type: 0, name: 'a', permissions: '0' },
    locale: 'en-GB',
    app_permissions: '0',
    entitlements: [],
    authorizing_integration_owners: { '0': '0' },
    ...(random.below(2) === 0 ? inServer : { user, context: 1 }),
    ...random.pick(kinds),
  };
}

const wrong: readonly Json[] = [
  null,
  true,
  0,
  -1,
  99,
  1e21,
  '',
  'x',
  '__proto__',
  '<@1>',
  '\ud800',
  [],
  {},
  [null],
  { a: 1 },
];

/** A few parts of it gone, doubled, or something else. */
function damagedJson(random: Random, whole: JsonObject): JsonObject {
  let damaged: Json = whole;
  for (let times = random.below(4); times > 0; times--) damaged = damagedAt(random, damaged);
  return damaged !== null && typeof damaged === 'object' && !Array.isArray(damaged) ? (damaged as JsonObject) : whole;
}

function damagedAt(random: Random, value: Json): Json {
  if (value === null || typeof value !== 'object') return random.pick(wrong);
  const keys = Object.keys(value);
  if (keys.length === 0) return random.pick(wrong);
  const key = random.pick(keys);
  const inner = (value as Record<string, Json>)[key] ?? null;
  const isDeeper = typeof inner === 'object' && inner !== null && random.below(4) > 0;
  const act = isDeeper ? 'within' : random.pick(['without', 'other', 'odd'] as const);
  const put = act === 'within' ? damagedAt(random, inner) : act === 'odd' ? random.pick(oddities) : random.pick(wrong);
  if (Array.isArray(value)) {
    const at = Number(key);
    return act === 'without' ? value.toSpliced(at, 1) : random.below(8) === 0 ? [...value, inner] : value.with(at, put);
  }
  const rest = Object.fromEntries(Object.entries(value).filter(([each]) => each !== key));
  return act === 'without' ? rest : { ...rest, [key]: put };
}
