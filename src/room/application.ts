/** The bot's application as Discord describes it. */
import type { JsonObject } from './discord-json.ts';
import { ownGuilds } from './own-guilds.ts';
import { crowdOn, isOnShard, type Shard } from './shards.ts';
import type { RoomState } from './state.ts';

/** docs, resources/application#application-object: not public, installed in the room's servers. */
export const applicationJson = (state: RoomState): JsonObject => ({
  id: state.applicationId,
  name: state.applicationName,
  icon: null,
  description: '',
  type: null,
  flags: 0,
  flags_new: '0',
  bot: state.bot,
  bot_public: false,
  bot_require_code_grant: false,
  integration_types_config: { '0': {}, '1': {} },
  verify_key: '0'.repeat(64),
  redirect_uris: [],
  interactions_endpoint_url: null,
  role_connections_verification_url: null,
  owner: { ...state.bot, id: ownerIdOf(state), username: 'owner', bot: false },
  approximate_guild_count: ownGuilds(state).length,
  approximate_user_install_count: 0,
  approximate_user_authorization_count: 0,
  explicit_content_filter: 0,
  team: null,
  eligible_oauth2_scopes: [],
});

/** Of the first server, which is always there. */
const ownerIdOf = ({ guilds }: RoomState): string | undefined => guilds.values().next().value?.ownerId;

/** READY, but for what belongs to the session; servers come as unavailable first (docs, events/gateway-events#ready). */
export const readyJson = (state: RoomState, shard: Shard, crowd: number): JsonObject => ({
  v: 10,
  user: { ...state.bot, email: null, mfa_enabled: false, verified: true },
  guilds: [
    ...ownGuilds(state).flatMap(({ id }) => (isOnShard(shard, { guild_id: id }) ? [id] : [])),
    ...crowdOn(shard, crowd),
  ].map((id) => ({ id, unavailable: true })),
  application: { id: state.applicationId, flags: 0 },
  session_type: 'normal',
  user_settings: {},
  relationships: [],
  private_channels: [],
  presences: [],
  guild_join_requests: [],
  geo_ordered_rtc_regions: [],
  _trace: ['["room",{}]'],
});
