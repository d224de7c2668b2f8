/** The room's servers and its direct messages, for whoever stands outside: people come in, and the bot is put in and taken out. */
import { type Guild, type Place, placeIn } from './guilds.ts';
import { attachmentBytesMax } from './limits.ts';
import { createMember, type Member } from './member.ts';
import { putBotIn, takeBotOut } from './own-guilds.ts';
import { ordinaryPermissions, userOf } from './people.ts';
import { type RoomState, timestampOf } from './state.ts';

export interface MemberOptions {
  /** Of the person: the same wherever they are. */
  readonly locale?: string;
  /** A bit set in decimal. */
  readonly permissions?: string;
}

export interface ServerOptions {
  /** The largest file that may be sent there: 10 MiB, or more in a boosted server. */
  readonly attachmentBytesMax?: number;
}

export interface RoomServer {
  readonly name: string;
  readonly guildId: string;
  readonly channelId: string;
  readonly hasBot: boolean;
  /** The person of this name, who joins if they aren't there; in every server it is the same user. */
  member(name: string, options?: MemberOptions): Member;
  /** The bot is kicked; with intents it hears of it, without it doesn't. */
  removeBot(): void;
  /** The bot is invited (again). */
  addBot(): void;
}

export interface Servers {
  /** The server of this name, made with the bot in it if it isn't there. */
  server(name: string, options?: ServerOptions): RoomServer;
  /** A person in direct messages with the bot. */
  directMessages(name: string): Member;
}

export function createServers(state: RoomState): Servers {
  const servers = new Map<string, RoomServer>();
  const direct = new Map<string, Member>();
  return {
    server: (name, options) => {
      const existing = servers.get(name);
      if (existing && options) throw new Error(`The server ${name} is there already, and can't be given other options`);
      const server = existing ?? createServer(state, name, options ?? {});
      servers.set(name, server);
      return server;
    },
    directMessages: (name) => {
      const existing = direct.get(name);
      if (existing) return existing;
      const member = memberAt(state, { channelId: state.nextId(), guild: null, attachmentBytesMax }, name, {});
      direct.set(name, member);
      return member;
    },
  };
}

function createServer(state: RoomState, name: string, options: ServerOptions): RoomServer {
  const guild: Guild = {
    id: state.nextId(),
    name,
    channelId: state.nextId(),
    channelName: 'reading-room',
    ownerId: state.nextId(),
    joinedAt: '',
    hasBot: false,
    memberIds: new Set(),
    attachmentBytesMax: options.attachmentBytesMax ?? attachmentBytesMax,
  };
  state.guilds.set(guild.id, guild);
  const members = new Map<string, Member>();
  putBotIn(state, guild);
  return {
    name,
    guildId: guild.id,
    channelId: guild.channelId,
    get hasBot() {
      return guild.hasBot;
    },
    member: (person, given) => {
      const existing = members.get(person);
      if (existing && given) throw new Error(`${person} is in the room already, and can't be given other options`);
      const member = existing ?? memberAt(state, placeIn(guild), person, given ?? {});
      guild.memberIds.add(member.id);
      members.set(person, member);
      return member;
    },
    addBot: () => putBotIn(state, guild),
    removeBot: () => takeBotOut(state, guild),
  };
}

function memberAt(state: RoomState, place: Place, name: string, given: MemberOptions): Member {
  const { locale = 'en-US', permissions = ordinaryPermissions } = given;
  const known = state.users.get(name) ?? { user: userOf(state.nextId(), name), locale };
  state.users.set(name, known);
  return createMember(state, { name, ...known, permissions, joinedAt: timestampOf(state), place });
}
