/** Lines as they are typed, whole and half. */
import { expect, test } from 'vitest';
import { commandData, composed, typing } from '../../src/room/composer.ts';
import type { RegisteredCommand, RegisteredOption } from '../../src/room/discord-json.ts';

const option = (name: string, type: number, more: Partial<RegisteredOption> = {}): RegisteredOption => ({
  name,
  type,
  description: 'd',
  ...more,
});

const commandOf = (id: string, more: Partial<RegisteredCommand>): RegisteredCommand => ({
  id,
  application_id: '1',
  version: '1',
  type: 1,
  name: 'ask',
  name_localizations: null,
  description: 'd',
  description_localizations: null,
  default_member_permissions: null,
  dm_permission: true,
  contexts: null,
  integration_types: [0],
  nsfw: false,
  ...more,
});

const options = [
  option('words', 3, { required: true, min_length: 2, max_length: 10 }),
  option('count', 4, { min_value: 1, max_value: 5 }),
  option('weight', 10),
  option('kind', 3, { choices: [{ name: 'A person', value: 'person' }] }),
  option('private', 5),
];
const commands = [
  commandOf('1', { options }),
  commandOf('2', { name: 'help' }),
  commandOf('3', { name: 'Ask', type: 3 }),
];

test('values become what their options are', () => {
  const { command, values } = composed('/ask Aleppo count:3 weight:0.5 kind:A person private:TRUE', commands);
  expect(command.id).toBe('1');
  expect(values).toEqual({ words: 'Aleppo', count: 3, weight: 0.5, kind: 'person', private: true });
  expect(commandData(command, values)).toEqual({
    id: '1',
    name: 'ask',
    type: 1,
    options: [
      { name: 'words', type: 3, value: 'Aleppo' },
      { name: 'count', type: 4, value: 3 },
      { name: 'weight', type: 10, value: 0.5 },
      { name: 'kind', type: 3, value: 'person' },
      { name: 'private', type: 5, value: true },
    ],
  });
});

test.each([
  ['ask Aleppo', 'starts with a slash'],
  ['/nothing', 'no command /nothing'],
  ['/ask', 'needs words'],
  ['/ask x', 'at least 2 characters'],
  ['/ask 12345678901', 'at most 10 characters'],
  ['/ask Aleppo count:many', 'takes a number, not "many"'],
  ['/ask Aleppo count:1.5', 'takes a whole number'],
  ['/ask Aleppo count:6', 'takes 1 to 5'],
  ['/ask Aleppo kind:place', 'takes one of its choices'],
  ['/ask Aleppo private:yes', 'takes true or false, not "yes"'],
])('the composer does not send %s', (line, complaint) => {
  expect(() => composed(line, commands)).toThrow(complaint);
});

test('an option of a type that cannot be typed says so', () => {
  const odd = [commandOf('1', { options: [option('who', 6)] })];
  expect(() => composed('/ask Ana', odd)).toThrow("is of type 6, which can't be typed here");
});

test("a server's command hides the global one of its name", () => {
  const both = [commandOf('1', {}), commandOf('9', { guild_id: '5' })];
  expect(composed('/ask', both).command.id).toBe('9');
  expect(commandData(composed('/ask', both).command, {})).toEqual({ id: '9', name: 'ask', type: 1, guild_id: '5' });
});

test.each([
  ['/ask ', 'words', {}],
  ['/ask Al ', 'words', { words: 'Al ' }],
  ['/ask Al private:', 'private', { words: 'Al' }],
  ['/ask private:true words:Al', 'words', { words: 'Al', private: true }],
  ['/ask count:many words:Al', 'words', { words: 'Al' }],
  ['/ask words:private:true', 'words', { words: 'private:true' }],
])('in "%s" the option %s is being typed', (line, focused, values) => {
  const found = typing(line, commands);
  expect(found?.focused.name).toBe(focused);
  expect(found?.values).toMatchObject(values);
});

test.each(['/as', '/ask', '/help ', 'ask x', ''])('in "%s" no option is being typed', (line) => {
  expect(typing(line, commands)).toBeNull();
});
