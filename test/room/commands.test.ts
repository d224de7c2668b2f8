/** Commands as a bot registers them and Discord reads them back. */

import { Routes } from 'discord.js';
import { ApplicationCommandResponseSchema } from 'discord-api-spec/zod';
import { expect, test } from 'vitest';
import { createManualClock } from '../../src/room/clock.ts';
import * as limits from '../../src/room/limits.ts';
import { codesAt, connectedBot, openedRoom, refusalOf } from './bot.ts';

const who = {
  name: 'who',
  description: 'Who somebody is',
  options: [{ name: 'name', description: 'A name', type: 3 }],
};

async function registrar(options: Parameters<typeof openedRoom>[0] = {}) {
  const room = await openedRoom(options);
  const { client } = await connectedBot(room, () => undefined);
  const route = Routes.applicationCommands(room.applicationId);
  const put = (body: unknown) => client.rest.put(route, { body });
  return { room, client, route, put };
}

test('a command is read back with an id, a version and every default', async () => {
  const { room, client } = await registrar();
  const waiting = room.untilCommands();
  await client.application.commands.set([who as never]);
  await waiting;
  expect(room.commands).toEqual([
    {
      id: expect.stringMatching(/^\d{17,20}$/),
      application_id: room.applicationId,
      version: expect.stringMatching(/^\d{17,20}$/),
      type: 1,
      name: 'who',
      name_localizations: null,
      description: 'Who somebody is',
      description_localizations: null,
      default_member_permissions: null,
      dm_permission: true,
      contexts: null,
      integration_types: [0, 1],
      nsfw: false,
      options: [
        {
          type: 3,
          name: 'name',
          name_localizations: null,
          description: 'A name',
          description_localizations: null,
        },
      ],
    },
  ]);
  expect(ApplicationCommandResponseSchema.safeParse(room.commands[0])).toMatchObject({ success: true });
});

test('what is sent twice keeps its id and version; what changes keeps its id; what is left out is gone', async () => {
  const { room, put } = await registrar();
  await put([who, { name: 'help', description: 'What there is' }]);
  const [first, help] = room.commands;
  await put([{ ...who, options: [{ ...who.options[0], required: false }] }]);
  expect(room.commands).toEqual([first]);
  await put([
    { ...who, description: 'Who' },
    { name: 'help', description: 'What there is' },
  ]);
  expect(room.commands[0]).toMatchObject({ id: first?.id, description: 'Who' });
  expect(room.commands[0]?.version).not.toBe(first?.version);
  expect(room.commands[1]?.id).not.toBe(help?.id);
});

test('contexts, permissions and localisations are kept, and follow from one another as at Discord', async () => {
  const { room, client, route, put } = await registrar();
  const localised = { name_localizations: { fr: 'qui' }, description_localizations: { fr: 'Qui est-ce' } };
  await put([
    { ...who, ...localised, contexts: [0], integration_types: [0], default_member_permissions: '8', nsfw: true },
  ]);
  expect(room.commands[0]).toMatchObject({
    ...localised,
    contexts: [0],
    integration_types: [0],
    dm_permission: false,
    default_member_permissions: '8',
    nsfw: true,
  });
  const [plain] = (await client.rest.get(route)) as Record<string, unknown>[];
  expect(plain).not.toHaveProperty('name_localizations');
  const inFrench = await client.rest.get(route, { headers: { 'X-Discord-Locale': 'fr' } });
  expect(inFrench).toMatchObject([{ name_localized: 'qui', description_localized: 'Qui est-ce' }]);
  expect(await client.rest.get(route, { query: new URLSearchParams({ with_localizations: 'true' }) })).toEqual(
    room.commands,
  );
});

test('contexts that are taken back are open again', async () => {
  const { room, client, put } = await registrar();
  await put([{ ...who, contexts: [0] }]);
  await client.rest.patch(Routes.applicationCommand(room.applicationId, room.commands[0]?.id ?? ''), {
    body: { contexts: null },
  });
  expect(room.commands[0]).toMatchObject({ name: 'who', contexts: null, dm_permission: true });
});

test('commands are made, changed, read and removed one by one, for a server too', async () => {
  const { room, client } = await registrar();
  const { commands } = client.application;
  const made = await commands.create(who as never);
  await commands.edit(made, { description: 'Another' });
  expect((await commands.fetch(made.id, { force: true })).description).toBe('Another');
  await commands.create({ name: 'here', description: 'Only here' }, room.guildId);
  expect(room.commands.map(({ name, guild_id }) => [name, guild_id])).toEqual([
    ['who', undefined],
    ['here', room.guildId],
  ]);
  await commands.delete(made);
  expect(room.commands.map(({ name }) => name)).toEqual(['here']);
  const unknown = { code: 10063, status: 404 };
  expect(await refusalOf(commands.fetch(made.id, { force: true }))).toMatchObject(unknown);
  expect(await refusalOf(commands.edit(made, { description: 'x' }))).toMatchObject(unknown);
  expect(await refusalOf(commands.delete(made))).toMatchObject(unknown);
});

test('commands of another application are not to be touched', async () => {
  const { client } = await registrar();
  const request = client.rest.get(Routes.applicationCommands('123456789012345678'));
  expect(await refusalOf(request)).toMatchObject({ code: 20012, status: 403 });
});

const command = (more: object) => [{ name: 'a', description: 'b', ...more }];
const option = (more: object) => command({ options: [{ name: 'o', description: 'p', type: 3, ...more }] });
const text = (length: number) => 'x'.repeat(length);
const many = (count: number, make: (index: number) => object) =>
  Array.from({ length: count }, (_, index) => make(index));
/** Choices that make a command exactly this many characters long, with the two of `command`. */
const sized = (chars: number) => {
  const options = many(limits.commandOptionsMax, (index) => {
    const used = 2 + limits.commandOptionsMax * 2;
    const share = Math.floor((chars - used) / limits.commandOptionsMax / 4);
    const rest = index === 0 ? chars - used - share * 4 * limits.commandOptionsMax : 0;
    const name = String.fromCharCode(97 + index);
    const choices = many(4, (one) => ({ name: `${one}`, value: text(share - 1 + (one === 0 ? rest : 0)) }));
    return { type: 3, name, description: 'd', choices };
  });
  return command({ options });
};

test.each([
  [
    'a name of 32 characters',
    command({ name: text(32) }),
    command({ name: text(33) }),
    [0, 'name'],
    'BASE_TYPE_MAX_LENGTH',
  ],
  ['a name', command({}), command({ name: '' }), [0, 'name'], 'BASE_TYPE_MIN_LENGTH'],
  [
    'a lower-case name',
    command({ name: 'où' }),
    command({ name: 'Où' }),
    [0, 'name'],
    'APPLICATION_COMMAND_INVALID_NAME',
  ],
  [
    'a name without spaces',
    command({ name: 'a-b' }),
    command({ name: 'a b' }),
    [0, 'name'],
    'APPLICATION_COMMAND_INVALID_NAME',
  ],
  ['a description', command({}), command({ description: '' }), [0, 'description'], 'BASE_TYPE_REQUIRED'],
  [
    'a description of 100 characters',
    command({ description: text(100) }),
    command({ description: text(101) }),
    [0, 'description'],
    'BASE_TYPE_MAX_LENGTH',
  ],
  [
    '25 options',
    command({ options: many(25, (i) => ({ type: 5, name: `o${i}`, description: 'p' })) }),
    command({ options: many(26, (i) => ({ type: 5, name: `o${i}`, description: 'p' })) }),
    [0, 'options'],
    'BASE_TYPE_MAX_LENGTH',
  ],
  [
    'an option name of 32 characters',
    option({ name: text(32) }),
    option({ name: text(33) }),
    [0, 'options', 0, 'name'],
    'BASE_TYPE_MAX_LENGTH',
  ],
  [
    'an option description of 100 characters',
    option({ description: text(100) }),
    option({ description: text(101) }),
    [0, 'options', 0, 'description'],
    'BASE_TYPE_MAX_LENGTH',
  ],
  [
    'an option name in lower case',
    option({ name: 'ok' }),
    option({ name: 'Ok' }),
    [0, 'options', 0, 'name'],
    'APPLICATION_COMMAND_INVALID_NAME',
  ],
  [
    'a maximum length of 6,000',
    option({ max_length: 6000 }),
    option({ max_length: 6001 }),
    [0, 'options', 0, 'max_length'],
    'NUMBER_TYPE_MAX',
  ],
  [
    '25 choices',
    option({ choices: many(25, (i) => ({ name: `c${i}`, value: `${i}` })) }),
    option({ choices: many(26, (i) => ({ name: `c${i}`, value: `${i}` })) }),
    [0, 'options', 0, 'choices'],
    'BASE_TYPE_MAX_LENGTH',
  ],
  [
    'autocomplete without choices',
    option({ autocomplete: true }),
    option({ autocomplete: true, choices: [{ name: 'c', value: 'v' }] }),
    [0, 'options', 0],
    'APPLICATION_COMMAND_OPTIONS_CHOICES_AUTOCOMPLETE',
  ],
  [
    'options with names of their own',
    command({ options: ['x', 'y'].map((name) => ({ type: 5, name, description: 'p' })) }),
    command({ options: ['x', 'x'].map((name) => ({ type: 5, name, description: 'p' })) }),
    [0, 'options', 1],
    'APPLICATION_COMMAND_OPTIONS_NAME_INVALID',
  ],
  [
    'required options first',
    command({
      options: [true, false].map((required) => ({ type: 5, name: `o${required}`, description: 'p', required })),
    }),
    command({
      options: [false, true].map((required) => ({ type: 5, name: `o${required}`, description: 'p', required })),
    }),
    [0, 'options', 1],
    'APPLICATION_COMMAND_OPTIONS_REQUIRED_INVALID',
  ],
  ['an option of a known type', option({}), option({ type: 42 }), [0, 'options', 0], 'UNION_TYPE_CHOICES'],
  [
    'commands with names of their own',
    [...command({}), ...command({ type: 3, name: 'a', description: undefined })],
    [...command({}), ...command({})],
    [1],
    'APPLICATION_COMMANDS_DUPLICATE_NAME',
  ],
  [
    'a message command without description',
    [{ name: 'Quote this', type: 3 }],
    [{ name: 'Quote this', type: 3, description: 'x' }],
    [0, 'description'],
    'APPLICATION_COMMAND_CONTEXT_MENU_FIELD',
  ],
  [
    'a known locale',
    command({ name_localizations: { fr: 'x' } }),
    command({ name_localizations: { xx: 'x' } }),
    [0, 'name_localizations', 'xx'],
    'ENUM_TYPE_COERCE',
  ],
  ['8,000 characters in all', sized(8000), sized(8001), [0], 'APPLICATION_COMMAND_TOO_LARGE'],
] as const)('%s is taken, and what goes beyond is refused at its place', async (_name, taken, refused, path, code) => {
  const { room, put } = await registrar();
  await put(taken);
  const before = room.commands;
  expect(before).toHaveLength(taken.length);
  const error = await refusalOf(put(refused));
  expect(error).toMatchObject({ code: 50035, status: 400 });
  expect(codesAt(error, ...path)).toContain(code);
  expect(room.commands).toEqual(before);
});

test('of localisations the longest counts towards the size', async () => {
  const { put } = await registrar();
  const [whole] = sized(7900);
  const [within, beyond] = [100, 102].map((length) => ({
    ...whole,
    description_localizations: { fr: text(Math.min(length, 100)) },
  }));
  await put([within]);
  const larger = { ...beyond, name_localizations: { fr: text(3) } };
  expect(codesAt(await refusalOf(put([larger])), 0)).toEqual(['APPLICATION_COMMAND_TOO_LARGE']);
});

test('100 commands are taken and 101 refused', async () => {
  const { room, put } = await registrar();
  const named = (count: number) => many(count, (index) => ({ name: `c${index}`, description: 'd' }));
  await put(named(100));
  expect(await refusalOf(put(named(101)))).toMatchObject({ code: 30032, status: 400 });
  expect(room.commands).toHaveLength(100);
});

test('200 commands may be made in a day', async () => {
  const clock = createManualClock();
  const { put } = await registrar({ clock });
  const named = (prefix: string) => many(100, (index) => ({ name: `${prefix}${index}`, description: 'd' }));
  await put(named('a'));
  await put(named('b'));
  expect(await refusalOf(put([who]))).toMatchObject({ code: 30034 });
  clock.advance(24 * 60 * 60_000);
  await put([who]);
});
