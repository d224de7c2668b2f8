/** Lines as they are typed, whole and half. */
import { expect, test } from 'vitest';
import { composed, typing } from '../../src/room/composer.ts';
import type { RegisteredCommand, RegisteredOption } from '../../src/room/discord-json.ts';
import { commandData, type SentValue } from '../../src/room/runnable.ts';
import { uploadOf } from '../../src/room/uploads.ts';

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
  const { runnable, values } = composed('/ask Aleppo count:3 weight:0.5 kind:A person private:TRUE', commands);
  expect(runnable.command.id).toBe('1');
  expect(values).toEqual({ words: 'Aleppo', count: 3, weight: 0.5, kind: 'person', private: true });
  expect(commandData(runnable, values as Record<string, SentValue>)).toEqual({
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
  expect(composed('/ask', both).runnable.command.id).toBe('9');
  expect(commandData(composed('/ask', both).runnable, {})).toEqual({ id: '9', name: 'ask', type: 1, guild_id: '5' });
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

const nested = [
  commandOf('1', {
    name: 'shelf',
    options: [
      option('add', 1, { options: [option('file', 11, { required: true }), option('title', 3)] }),
      option('list', 1),
      option('label', 2, { options: [option('set', 1, { options: [option('name', 3, { autocomplete: true })] })] }),
    ],
  }),
];
const notes = uploadOf('my notes.txt', 'x');
const files = new Map([[notes.name, notes]]);

test.each([
  ['/shelf add file:my notes.txt title:Notes of May', 'shelf add', { file: notes, title: 'Notes of May' }],
  ['/shelf add my notes.txt', 'shelf add', { file: notes }],
  ['  /Shelf   ADD title:x file:my notes.txt', 'shelf add', { file: notes, title: 'x' }],
  ['/shelf list', 'shelf list', {}],
  ['/shelf label set name:rare', 'shelf label set', { name: 'rare' }],
])('"%s" runs %s', (line, name, values) => {
  const found = composed(line, nested, files);
  expect([found.runnable.name, found.values]).toEqual([name, values]);
});

test.each([
  ['/shelf', '/shelf needs one of its subcommands: /shelf add, /shelf list, /shelf label set.'],
  ['/shelf addition', '/shelf needs one of its subcommands'],
  ['/shelf label', '/shelf needs one of its subcommands'],
  ['/shelf add', '/shelf add needs file'],
  ['/shelf add file:other.txt', 'The option file takes a file that has been attached, not "other.txt"'],
  ['/shelf list all', '/shelf list takes nothing after its name'],
  ['/shel', 'There is no command /shel. The commands are /shelf add,'],
])('the composer does not send "%s"', (line, complaint) => {
  expect(() => composed(line, nested, files)).toThrow(complaint);
});

test('options travel within their subcommand, and that within its group', () => {
  const dataOf = (line: string) => commandData(composed(line, nested).runnable, { name: 'rare' })['options'];
  expect(dataOf('/shelf list')).toEqual([{ name: 'list', type: 1, options: [] }]);
  const set = { name: 'set', type: 1, options: [{ name: 'name', type: 3, value: 'rare' }] };
  expect(dataOf('/shelf label set')).toEqual([{ name: 'label', type: 2, options: [set] }]);
});

test('an option of a subcommand is typed like any other', () => {
  expect(typing('/shelf label set ra', nested)).toMatchObject({ focused: { name: 'name' }, values: { name: 'ra' } });
  expect(typing('/shelf add file:my notes.txt title:N', nested)).toMatchObject({
    focused: { name: 'title' },
    values: { title: 'N' },
  });
  for (const line of ['/shelf', '/shelf ', '/shelf label ', '/shelf label set'])
    expect(typing(line, nested)).toBeNull();
});
