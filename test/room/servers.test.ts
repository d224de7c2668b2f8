/** Several servers and direct messages: who sees what, and what a bot can know of where it is. */
import { Client, Events, GatewayIntentBits, Routes } from 'discord.js';
import { GuildWithCountsResponseSchema, MyGuildResponseSchema } from 'discord-api-spec/zod';
import { describe, expect, onTestFinished, test } from 'vitest';
import { managerPermissions } from '../../src/room/people.ts';
import type { Room } from '../../src/room/room.ts';
import { answering, bed, connectedBot, messageIn, onCommand, openedRoom, refusalOf } from './bot.ts';

const button = { type: 1, components: [{ type: 2, style: 2, label: 'Again', custom_id: 'again' }] } as never;
const replying = answering({
  command: (command) => command.reply({ content: `${command.guildId} ${command.channelId}`, components: [button] }),
  button: (pressed) => pressed.update('pressed'),
});

describe('two servers', () => {
  test('are told apart by the bot, and see nothing of each other', async () => {
    const { room } = await bed(replying);
    const other = room.server('Another group');
    expect(room.server('Another group')).toBe(other);
    expect(new Set([room.guildId, room.channelId, other.guildId, other.channelId]).size).toBe(4);
    const [here, there] = [room.member('Ana'), other.member('Ana')];
    expect(there.id).toBe(here.id);
    const first = messageIn(await here.type('/help'));
    const second = messageIn(await there.type('/help'));
    expect([first.text, second.text]).toEqual([
      `${room.guildId} ${room.channelId}`,
      `${other.guildId} ${other.channelId}`,
    ]);
    expect([here.messages(), there.messages()]).toEqual([[first], [second]]);
    await expect(there.press(first, 'Again')).rejects.toThrow('no longer in the channel');
    expect(messageIn(await there.press(second, 'Again')).text).toBe('pressed');
  });

  test('have commands of their own, beside the global ones', async () => {
    const { room, client } = await bed(replying);
    const other = room.server('Another group');
    await client.application.commands.create({ name: 'local', description: 'Only there' }, other.guildId);
    const namesAt = (server: Pick<Room, 'member'>) => server.member('Ana').commands.map(({ name }) => name);
    expect([namesAt(room), namesAt(other)]).toEqual([
      ['who', 'help', 'Quote this'],
      ['who', 'help', 'Quote this', 'local'],
    ]);
    await expect(room.member('Ana').type('/local')).rejects.toThrow('There is no command /local');
  });

  test('may let through files of different sizes', async () => {
    const limits: unknown[] = [];
    const { room } = await bed(
      onCommand((command) => {
        limits.push(command.attachmentSizeLimit);
        return command.reply('x');
      }),
    );
    await room
      .server('Boosted', { attachmentBytesMax: 50 * 1024 * 1024 })
      .member('Ana')
      .type('/help');
    await room.member('Ana').type('/help');
    expect(limits).toEqual([52_428_800, 10_485_760]);
  });
});

describe('direct messages', () => {
  test('come without a server or a member', async () => {
    let seen: unknown;
    const { room } = await bed(
      onCommand((command) => {
        const { authorizingIntegrationOwners: owners, context, guildId, inGuild, member, user } = command;
        seen = [inGuild.call(command), guildId, member, context, owners[0], user.globalName];
        return command.reply('Between us');
      }),
    );
    const ana = room.directMessages('Ana');
    const message = messageIn(await ana.type('/help'));
    expect(seen).toEqual([false, null, null, 1, '0', 'Ana']);
    expect(room.directMessages('Ana').messages()).toEqual([message]);
    expect([room.member('Ana').messages(), room.directMessages('Ben').messages()]).toEqual([[], []]);
    expect(ana.id).toBe(room.member('Ana').id);
  });

  test('offer the commands whose contexts say so', async () => {
    const { room, client } = await bed(replying);
    const commands = [undefined, [0], [1], [2], [0, 1]].map((contexts, index) => ({
      name: `c${index}`,
      description: 'd',
      contexts,
      default_member_permissions: index === 4 ? '0' : undefined,
    }));
    await client.rest.put(Routes.applicationCommands(room.applicationId), { body: commands });
    expect(room.directMessages('Ana').commands.map(({ name }) => name)).toEqual(['c0', 'c2', 'c4']);
    expect(room.member('Ana').commands.map(({ name }) => name)).toEqual(['c0', 'c1']);
  });
});

describe('permissions', () => {
  const manage = { name: 'manage', description: 'd', default_member_permissions: '32' };
  const admin = { name: 'admin', description: 'd', default_member_permissions: '0' };
  const both = { name: 'both', description: 'd', default_member_permissions: String(32 + 8192) };

  test.each([
    ['an ordinary member', undefined, []],
    ['a manager', managerPermissions, ['manage']],
    ['a manager of messages too', String(32 + 8192), ['manage', 'both']],
    ['an administrator', '8', ['manage', 'admin', 'both']],
  ] as const)('hide from %s what they may not use', async (_who, permissions, names) => {
    const { room, client } = await bed(replying);
    await client.rest.put(Routes.applicationCommands(room.applicationId), { body: [manage, admin, both] });
    const ana = room.member('Ana', permissions ? { permissions } : {});
    expect(ana.commands.map(({ name }) => name)).toEqual(names);
    for (const name of ['manage', 'admin', 'both']) {
      if ((names as readonly string[]).includes(name)) expect((await ana.type(`/${name}`)).kind).toBe('replied');
      else await expect(ana.type(`/${name}`)).rejects.toThrow(`There is no command /${name}`);
    }
  });

  test('travel with the member, and may change between a command and a button', async () => {
    const seen: unknown[] = [];
    const { room } = await bed((interaction) => {
      seen.push(interaction.memberPermissions?.has('ManageGuild'));
      if (interaction.isButton()) return interaction.update('x');
      return interaction.isChatInputCommand() ? interaction.reply({ content: 'x', components: [button] }) : undefined;
    });
    const ana = room.member('Ana', { permissions: managerPermissions });
    const message = messageIn(await ana.type('/help'));
    ana.setPermissions('0');
    await ana.press(message, 'Again');
    expect(seen).toEqual([true, false]);
    expect(room.server('Another group').member('Ana').permissions).not.toBe(managerPermissions);
  });
});

describe('a bot that is removed', () => {
  test('hears nothing of it without intents, and can ask', async () => {
    const { room, client } = await bed(replying);
    const other = room.server('Another group');
    const heard: unknown[] = [];
    client.on(Events.Raw as never, ((packet: { t: string | null }) => packet.t && heard.push(packet.t)) as never);
    const message = messageIn(await other.member('Ana').type('/help'));
    const count = async () =>
      ((await client.rest.get('/applications/@me')) as Record<string, unknown>)['approximate_guild_count'];
    expect(await count()).toBe(2);
    other.removeBot();
    expect(await refusalOf(client.rest.get(Routes.guild(other.guildId)))).toMatchObject({ code: 10004, status: 404 });
    expect(await refusalOf(client.rest.get(Routes.guild('123')))).toMatchObject({ code: 10004, status: 404 });
    expect(await refusalOf(client.rest.get(Routes.channel(other.channelId)))).toMatchObject({
      code: 50001,
      status: 403,
    });
    const commands = Routes.applicationGuildCommands(room.applicationId, other.guildId);
    expect(await refusalOf(client.rest.get(commands))).toMatchObject({ code: 50001, status: 403 });
    expect(await client.rest.get(Routes.userGuilds())).toMatchObject([{ id: room.guildId }]);
    expect(await count()).toBe(1);
    expect(other.member('Ana').commands).toEqual([]);
    expect(await other.member('Ana').press(message, 'Again')).toMatchObject({ kind: 'failed' });
    await room.member('Ana').type('/help');
    expect(heard).toEqual(['INTERACTION_CREATE', 'INTERACTION_CREATE']);
    other.addBot();
    expect(await client.rest.get(Routes.guild(other.guildId))).toMatchObject({ name: 'Another group' });
    expect(other.member('Ana').commands).not.toEqual([]);
  });

  test('hears of it with the intent for servers', async () => {
    const room = await openedRoom();
    const { client } = await connectedBot(room, () => undefined, { intents: [GatewayIntentBits.Guilds] });
    expect(client.guilds.cache.map(({ id, name, available }) => [id, name, available])).toEqual([
      [room.guildId, 'Reading group', true],
    ]);
    const heard: unknown[] = [];
    client.on(Events.GuildCreate, ({ name }) => heard.push(['came to', name]));
    client.on(Events.GuildDelete, ({ name }) => heard.push(['left', name]));
    const other = room.server('Another group');
    other.removeBot();
    other.removeBot();
    other.addBot();
    await expect
      .poll(() => heard)
      .toEqual([
        ['came to', 'Another group'],
        ['left', 'Another group'],
        ['came to', 'Another group'],
      ]);
  });

  test('is not in the list of a later start', async () => {
    const room = await openedRoom();
    room.server('Another group').removeBot();
    const client = new Client({ intents: [], rest: { api: room.restUrl } });
    onTestFinished(() => client.destroy());
    const ready = new Promise((resolve) => client.once(Events.ClientReady, resolve));
    await client.login(room.token);
    await ready;
    expect([...client.guilds.cache.keys()]).toEqual([room.guildId]);
  });

  test('may leave by itself', async () => {
    const { room, client } = await bed(replying);
    const other = room.server('Another group');
    await client.rest.delete(Routes.userGuild(other.guildId));
    expect(other.hasBot).toBe(false);
    expect(await refusalOf(client.rest.delete(Routes.userGuild(other.guildId)))).toMatchObject({ code: 10004 });
  });
});

describe('the list of the bot’s servers', () => {
  test('comes in pages, in order of their ids, with counts where asked', async () => {
    const { room, client } = await bed(replying);
    const ids = [room.guildId, ...Array.from({ length: 250 }, (_, index) => room.server(`Group ${index}`).guildId)];
    const page = async (query: Record<string, string>) => {
      const guilds = await client.rest.get(Routes.userGuilds(), { query: new URLSearchParams(query) });
      return (guilds as { id: string }[]).map(({ id }) => id);
    };
    expect(await page({})).toEqual(ids.slice(0, 200));
    expect(await page({ after: ids[199]! })).toEqual(ids.slice(200));
    expect(await page({ limit: '2', after: ids[3]! })).toEqual(ids.slice(4, 6));
    expect(await page({ limit: '2', before: ids[3]! })).toEqual(ids.slice(1, 3));
    for (const query of [{ limit: '0' }, { limit: '201' }, { limit: 'x' }, { after: 'x' }]) {
      expect(await refusalOf(page(query as unknown as Record<string, string>))).toMatchObject({
        code: 50035,
        status: 400,
      });
    }
  });

  test('and a server are as Discord gives them', async () => {
    const { room, client } = await bed(replying);
    room.member('Ana');
    const query = new URLSearchParams({ with_counts: 'true' });
    const [own] = (await client.rest.get(Routes.userGuilds(), { query })) as unknown[];
    const whole = await client.rest.get(Routes.guild(room.guildId), { query });
    expect(MyGuildResponseSchema.safeParse(own)).toMatchObject({ success: true });
    expect(GuildWithCountsResponseSchema.safeParse(whole)).toMatchObject({ success: true });
    expect(own).toMatchObject({ approximate_member_count: 2 });
    expect((await client.guilds.fetch({ guild: room.guildId, force: true })).name).toBe('Reading group');
  });
});
