/** The room: a local Discord on loopback, for people who try the bot and for the tests that run it end to end. */
import { randomBytes } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { readyJson } from './application.ts';
import { createCdn } from './cdn.ts';
import { type Clock, systemClock } from './clock.ts';
import { createCommands } from './commands.ts';
import type { RegisteredCommand } from './discord-json.ts';
import { createRestFaults, createSwitches, type Faults } from './faults.ts';
import { createGateway } from './gateway.ts';
import { createdGuildJson } from './guilds.ts';
import { createInteractions } from './interactions.ts';
import { attachmentBytesMax, responseMs } from './limits.ts';
import type { Member } from './member.ts';
import { createMessages } from './messages.ts';
import { createNames } from './names.ts';
import { ownGuilds } from './own-guilds.ts';
import { ordinaryPermissions, userOf } from './people.ts';
import { createRest } from './rest.ts';
import { routesOf } from './routes.ts';
import { createServers, type MemberOptions, type Servers } from './servers.ts';
import { createSnowflakes } from './snowflake.ts';
import type { RequestRecord, RoomState } from './state.ts';

export interface RoomOptions {
  /** 0, the default, takes any that is free. */
  readonly port?: number;
  /** What the bot must give; made up when left out. */
  readonly token?: string;
  readonly clock?: Clock;
  /** Discord's 3 seconds, unless a test wants less. */
  readonly responseMs?: number;
  /** How long an outcome waits for the edit of a deferred reply: 15 s. */
  readonly deferredMs?: number;
  /** How long an outcome waits for what follows a deferred update: 1 s. */
  readonly quietMs?: number;
  /** The largest file that may be sent in the first server: 10 MiB. */
  readonly attachmentBytesMax?: number;
  /** Servers that the bot is in as well, in name only. */
  readonly crowd?: number;
  /** Connections that a bot should make: 1. */
  readonly shards?: number;
  /** Reached by names, which only this process knows, and not by its address; each request looks its name up. */
  readonly isNamed?: boolean;
  /** Shards that may identify at once, once in five seconds: 1. */
  readonly concurrency?: number;
}

export interface Room extends Servers {
  /** For discord.js's `rest.api`: `http://127.0.0.1:PORT/api`. */
  readonly restUrl: string;
  readonly token: string;
  readonly applicationId: string;
  readonly applicationName: string;
  /** Of the first server, where `member` puts people. */
  readonly guildId: string;
  readonly channelId: string;
  /** As Discord reads them back. */
  readonly commands: readonly RegisteredCommand[];
  /** What the bot has asked of the REST side, oldest first. */
  readonly requests: readonly RequestRecord[];
  /** Resolves when a bot has identified. */
  untilReady(): Promise<void>;
  /** Resolves when a bot has registered a command. */
  untilCommands(): Promise<void>;
  /** Calls back after each change of the channel's messages or of the bot's commands, until the function returned is called. */
  watch(onChange: () => void): () => void;
  /** The person of this name in the first server, who joins if they aren't there. */
  member(name: string, options?: MemberOptions): Member;
  readonly gateway: {
    /** Cuts every connection; the bot may resume. */
    drop(): void;
    /** Asks the bot to reconnect and resume. */
    askToReconnect(): void;
  };
  /** What can go wrong. */
  readonly faults: Faults;
  close(): Promise<void>;
}

const host = '127.0.0.1';
const gatewayPath = '/gateway';
const homeName = 'Reading group';

export async function openRoom(options: RoomOptions = {}): Promise<Room> {
  const ready = createSignal(() => gateway.isLive());
  const registered = createSignal(() => state.commands.all().length > 0);
  const watchers = new Set<() => void>();
  const tellWatchers = () => {
    for (const watcher of watchers) watcher();
  };
  const onCommands = () => {
    registered.notice();
    tellWatchers();
  };
  const state = createState(options, { onCommands, onMessages: tellWatchers });
  const switches = createSwitches();
  const gateway = createGateway({
    clock: state.clock,
    token: state.token,
    switches,
    ready: (shard) => readyJson(state, shard, options.crowd ?? 0),
    guilds: () => ownGuilds(state).map((guild) => createdGuildJson(guild, ordinaryPermissions)),
    url: () => state.origin.ws,
    onReady: ready.notice,
  });
  state.emit = gateway.emit;
  const starts = () => ({
    ...gateway.identifyBudget(),
    shards: switches.shards ?? options.shards ?? 1,
    concurrency: options.concurrency ?? 1,
  });
  const restFaults = createRestFaults();
  const handle = createRest(state, routesOf(starts), restFaults);
  const names = options.isNamed ? createNames(host) : null;
  const server = createServer((request, response) => {
    // Who keeps a connection looks no name up.
    if (names) response.setHeader('connection', 'close');
    handle(request, response).catch(() => response.destroy());
  });
  server.on('upgrade', (request, socket, head) => {
    const path = URL.parse(request.url ?? '/', 'http://room')?.pathname;
    if (path?.replace(/\/$/, '') === gatewayPath) gateway.accept(request, socket, head);
    else socket.destroy();
  });
  const port = await listen(server, options.port ?? 0);
  state.origin.http = `http://${names?.hostOf.rest ?? host}:${port}`;
  state.origin.ws = `ws://${names?.hostOf.gateway ?? host}:${port}${gatewayPath}`;
  const servers = createServers(state);
  const home = servers.server(homeName, { attachmentBytesMax: options.attachmentBytesMax ?? attachmentBytesMax });
  return {
    ...servers,
    restUrl: `${state.origin.http}/api`,
    token: state.token,
    applicationId: state.applicationId,
    applicationName: state.applicationName,
    guildId: home.guildId,
    channelId: home.channelId,
    get commands() {
      return state.commands.all();
    },
    requests: state.requests,
    untilReady: ready.until,
    untilCommands: registered.until,
    watch: (onChange) => {
      watchers.add(onChange);
      return () => watchers.delete(onChange);
    },
    member: home.member,
    gateway: { drop: gateway.drop, askToReconnect: gateway.acts.reconnect },
    faults: {
      ...gateway.acts,
      gateway: switches,
      rest: restFaults.add,
      name: (fault) => {
        if (!names) throw new Error('The room has no names: open it with `isNamed`');
        return names.lose(fault);
      },
      get isBusy() {
        return restFaults.waiting > 0;
      },
      get connects() {
        return gateway.connects();
      },
      get identifies() {
        return gateway.identifies();
      },
    },
    close: () => {
      names?.close();
      gateway.close();
      const { promise, resolve } = Promise.withResolvers<void>();
      server.close(() => resolve());
      server.closeAllConnections();
      return promise;
    },
  };
}

interface Changes {
  readonly onCommands: () => void;
  readonly onMessages: () => void;
}

function createState(options: RoomOptions, { onCommands, onMessages }: Changes): RoomState {
  const clock = options.clock ?? systemClock;
  const nextId = createSnowflakes(clock);
  const applicationId = nextId();
  const origin = { http: '', ws: '' };
  const cdn = createCdn({ clock, nextId, origin });
  const commands = createCommands({
    clock,
    nextId,
    applicationId,
    onChange: onCommands,
  });
  return {
    clock,
    timing: {
      responseMs: options.responseMs ?? responseMs,
      deferredMs: options.deferredMs ?? 15_000,
      quietMs: options.quietMs ?? 1000,
    },
    nextId,
    token: options.token ?? randomBytes(32).toString('base64url'),
    applicationId,
    applicationName: 'Footnote',
    bot: userOf(applicationId, 'Footnote', true),
    guilds: new Map(),
    users: new Map(),
    commands,
    messages: createMessages({ onChange: onMessages, fresh: cdn.withFreshLinks }),
    interactions: createInteractions(),
    cdn,
    requests: [],
    origin,
    tellWatchers: onMessages,
    emit: () => false,
  };
}

/** Lets callers wait until something is so; whoever changes it gives notice. */
function createSignal(isSo: () => boolean): { readonly until: () => Promise<void>; readonly notice: () => void } {
  let waiting: (() => void)[] = [];
  return {
    until: () => {
      const { promise, resolve } = Promise.withResolvers<void>();
      if (isSo()) resolve();
      else waiting.push(resolve);
      return promise;
    },
    notice: () => {
      if (!isSo()) return;
      for (const resolve of waiting) resolve();
      waiting = [];
    },
  };
}

function listen(server: Server, port: number): Promise<number> {
  const { promise, resolve, reject } = Promise.withResolvers<number>();
  server.once('error', (error: NodeJS.ErrnoException) => {
    reject(error.code === 'EADDRINUSE' ? new Error(`Port ${port} is taken; choose another for the room`) : error);
  });
  server.listen(port, host, () => resolve((server.address() as AddressInfo).port));
  return promise;
}
