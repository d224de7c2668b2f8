/**
 * Interactions as Discord would never send them: parts missing, doubled or of another type, over the gateway of a room,
 * through discord.js and the real dispatch. What is answered is a message that may go out; nothing fails, nothing is logged.
 */
import { Client, Events } from 'discord.js';
import type { Random } from '../../bench/random.ts';
import { commands } from '../../src/commands/index.ts';
import { createDesk } from '../../src/discord/desk.ts';
import { createDispatch, type Observed } from '../../src/discord/dispatch.ts';
import { createResponder } from '../../src/discord/respond.ts';
import type { Library } from '../../src/model.ts';
import { openRoom } from '../../src/room/room.ts';
import { type Fuzzer, faultOf, type Outcome, shownInput } from './case.ts';
import { idsIn, oddities } from './desk-fuzzers.ts';
import { createReplyCheck } from './reply-check.ts';

type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };
type JsonObject = { readonly [key: string]: Json };

/** What the room says of interactions that it has not made: too late for an answer. */
const unknownHere = 'Discord answered 404 with code 10062';
/** discord.js gives up on some of what arrives; nothing comes of those. */
const quietMs = 20;

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
  const observed: Observed[] = [];
  const dispatch = createDispatch({
    desk,
    responder: createResponder(room.restUrl),
    log: (line) => {
      if (!line.endsWith(unknownHere)) logged.push(line);
    },
    observe: (one) => observed.push(one),
  });
  const client = new Client({ intents: [], rest: { api: room.restUrl } });
  const thrown: unknown[] = [];
  const onThrown = (error: unknown) => thrown.push(error);
  process.on('unhandledRejection', onThrown);
  client.on(Events.Error, onThrown);
  let answering: Promise<void> | null = null;
  client.on(Events.InteractionCreate, (interaction) => {
    answering = dispatch(interaction);
  });
  const ready = new Promise((resolve) => client.once(Events.ClientReady, resolve));
  await client.login(room.token);
  await ready;
  let count = 0;
  /** Arrived when its packet has been through discord.js. */
  const sent = async (data: JsonObject): Promise<void> => {
    const nonce = ++count;
    const { promise, resolve } = Promise.withResolvers<void>();
    const onRaw = (packet: { readonly d?: { readonly nonce?: number } }) => {
      if (packet.d?.nonce === nonce) resolve();
    };
    client.on(Events.Raw, onRaw);
    room.faults.send(JSON.stringify({ op: 0, t: 'INTERACTION_CREATE', s: null, d: { ...data, nonce } }));
    await promise;
    client.off(Events.Raw, onRaw);
    await new Promise((resolve) => setImmediate(resolve));
  };
  const expectAnswered = (): string => {
    if (logged.length > 0) throw new Error(`Logged: ${logged.join(' | ')}`);
    const body = room.requests.findLast(({ path }) => path.endsWith('/callback'))?.body as Callback | undefined;
    if (body?.type === 4 || body?.type === 7) {
      const mentions = JSON.stringify(body.data?.allowed_mentions);
      if (mentions !== '{"parse":[]}') throw new Error(`The message may ping: ${mentions}`);
      check({ components: (body.data?.components ?? []) as never });
    }
    return observed.at(-1)?.outcome ?? 'passed over';
  };
  return {
    run: async (random) => {
      const whole = interactionOf(random, idsIn(components), components as never, count);
      const { id = null, token = null } = whole;
      // Where an answer goes to is not in question.
      const data = { ...damagedJson(random, whole), id, token };
      const input = shownInput(JSON.stringify(data));
      [logged, observed, thrown, room.requests as unknown[]].forEach((list) => {
        list.length = 0;
      });
      answering = null;
      const start = performance.now();
      const outcome = (came: string, fault: string | null): Outcome => ({
        input,
        came,
        ms: performance.now() - start,
        fault,
      });
      try {
        await sent(data);
        if (!answering) await new Promise((resolve) => setTimeout(resolve, thrown.length > 0 ? 0 : quietMs));
        await answering;
        if (!answering) return outcome(thrown.length > 0 ? 'refused by discord.js' : 'passed over', null);
        const came = expectAnswered();
        return outcome(came, came === 'failed' || came === 'refused' ? `The interaction came to "${came}"` : null);
      } catch (error) {
        return outcome('broken', faultOf(error));
      }
    },
    close: async () => {
      process.off('unhandledRejection', onThrown);
      await client.destroy();
      await room.close();
    },
  };
}

interface Callback {
  readonly type: number;
  readonly data?: { readonly components?: unknown; readonly allowed_mentions?: unknown };
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
