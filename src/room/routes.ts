/** Every REST route that the room answers, in one table. */
import { applicationJson } from './application.ts';
import { respond } from './callback.ts';
import { withoutLocalisations } from './commands.ts';
import type { IdentifyBudget } from './gateway-sessions.ts';
import { channelJson, type Guild } from './guilds.ts';
import { guildWithBot, listOwnGuilds, readGuild, takeBotOut } from './own-guilds.ts';
import {
  described,
  missingAccess,
  otherApplication,
  type Reply,
  unknownChannel,
  unknownCommand,
  unknownGuild,
  unknownMessage,
} from './refusal.ts';
import type { RoomState, UploadedFile } from './state.ts';
import { changeMessage, deleteMessage, followUp, readMessage } from './webhooks.ts';

export interface RestRequest {
  readonly params: Readonly<Record<string, string>>;
  readonly query: URLSearchParams;
  readonly locale: string | undefined;
  readonly body: unknown;
  readonly files: readonly UploadedFile[];
}

export interface Route {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  readonly pattern: string;
  /** The bot's token is asked for; a route with an interaction's token in it needs no other. */
  readonly needsToken: boolean;
  readonly handle: (state: RoomState, request: RestRequest) => Reply;
}

const open = (method: Route['method'], pattern: string, handle: Route['handle']): Route => ({
  method,
  pattern,
  needsToken: false,
  handle,
});
const guarded = (method: Route['method'], pattern: string, handle: Route['handle']): Route => ({
  ...open(method, pattern, handle),
  needsToken: true,
});
const given = (body: unknown): Reply => ({ status: 200, body });

/** What a bot is told before it connects. */
export interface Starts extends IdentifyBudget {
  readonly shards: number;
  readonly concurrency: number;
}

export function routesOf(starts: () => Starts): readonly Route[] {
  return [
    open('GET', '/gateway', (state) => given({ url: state.origin.ws })),
    guarded('GET', '/gateway/bot', (state) => {
      const { total, remaining, resetAfterMs, concurrency, shards } = starts();
      const limit = { total, remaining, reset_after: resetAfterMs, max_concurrency: concurrency };
      return given({ url: state.origin.ws, shards, session_start_limit: limit });
    }),
    guarded('GET', '/users/@me', (state) => given(state.bot)),
    guarded('GET', '/applications/@me', (state) => given(applicationJson(state))),
    guarded('GET', '/oauth2/applications/@me', (state) => given(applicationJson(state))),
    ...guildRoutes(),
    ...channelRoutes(),
    ...commandRoutes('/applications/:application/commands'),
    ...commandRoutes('/applications/:application/guilds/:guild/commands'),
    open('POST', '/interactions/:id/:token/callback', (state, { params, query, body, files }) => {
      const interaction = state.interactions.get(params['id'] ?? '', params['token'] ?? '');
      const reply = respond(state, interaction, { body, files, withResponse: query.get('with_response') === 'true' });
      if (reply.status >= 400) interaction?.refusals.push(described(reply));
      return reply;
    }),
    ...webhookRoutes(),
  ];
}

function guildRoutes(): readonly Route[] {
  const id = ({ params }: RestRequest) => params['guild'] ?? '';
  return [
    guarded('GET', '/users/@me/guilds', (state, { query }) => listOwnGuilds(state, query)),
    guarded('DELETE', '/users/@me/guilds/:guild', (state, request) => {
      const guild = guildWithBot(state, id(request));
      if (!guild) return unknownGuild;
      takeBotOut(state, guild);
      return { status: 204 };
    }),
    guarded('GET', '/guilds/:guild', (state, request) => readGuild(state, id(request), request.query)),
  ];
}

function channelRoutes(): readonly Route[] {
  const route = (suffix: string, handle: (guild: Guild, state: RoomState, request: RestRequest) => Reply): Route =>
    guarded('GET', `/channels/:channel${suffix}`, (state, request) => {
      const guild = [...state.guilds.values()].find(({ channelId }) => channelId === request.params['channel']);
      if (!guild) return unknownChannel;
      return guild.hasBot ? handle(guild, state, request) : missingAccess;
    });
  return [
    route('', (guild) => given(channelJson(guild))),
    route('/messages/:message', ({ channelId }, state, { params }) => {
      const stored = state.messages.get(params['message'] ?? '');
      const isThere = stored?.seenBy === null && stored.raw.channel_id === channelId;
      return isThere ? given(stored.raw) : unknownMessage;
    }),
  ];
}

function commandRoutes(pattern: string): readonly Route[] {
  const route = (
    method: Route['method'],
    suffix: string,
    handle: (state: RoomState, scope: string | null, request: RestRequest) => Reply,
  ): Route =>
    guarded(method, pattern + suffix, (state, request) => {
      const { application, guild = null } = request.params;
      if (application !== state.applicationId) return otherApplication;
      return guild === null || guildWithBot(state, guild) ? handle(state, guild, request) : missingAccess;
    });
  const id = ({ params }: RestRequest) => params['command'] ?? '';
  return [
    route('GET', '', (state, scope, { query, locale }) => {
      const commands = state.commands.list(scope);
      return given(query.get('with_localizations') === 'true' ? commands : withoutLocalisations(commands, locale));
    }),
    route('POST', '', (state, scope, { body }) => state.commands.create(scope, body)),
    route('PUT', '', (state, scope, { body }) => state.commands.overwrite(scope, body)),
    route('GET', '/:command', (state, scope, request) => {
      const command = state.commands.get(scope, id(request));
      return command ? given(command) : unknownCommand;
    }),
    route('PATCH', '/:command', (state, scope, request) => state.commands.change(scope, id(request), request.body)),
    route('DELETE', '/:command', (state, scope, request) => state.commands.remove(scope, id(request))),
  ];
}

function webhookRoutes(): readonly Route[] {
  type Handle = (
    state: RoomState,
    interaction: Parameters<typeof followUp>[1],
    request: RestRequest,
    message: string,
  ) => Reply;
  const route = (method: Route['method'], suffix: string, handle: Handle): Route =>
    open(method, `/webhooks/:application/:token${suffix}`, (state, request) => {
      const token = request.params['application'] === state.applicationId ? (request.params['token'] ?? '') : '';
      const found = state.interactions.byToken(token, state.clock.now());
      if ('refused' in found) return found.refused;
      return handle(state, found.interaction, request, request.params['message'] ?? '');
    });
  return [
    route('POST', '', (state, interaction, request) => followUp(state, interaction, request)),
    route('GET', '/messages/:message', (state, interaction, _request, id) => readMessage(state, interaction, id)),
    route('PATCH', '/messages/:message', (state, interaction, request, id) =>
      changeMessage(state, interaction, id, request),
    ),
    route('DELETE', '/messages/:message', (state, interaction, _request, id) => deleteMessage(state, interaction, id)),
  ];
}
