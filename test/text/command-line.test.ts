import { describe, expect, test } from 'vitest';
import { parseCommandLine } from '../../src/text/command-line.ts';

const commands = [
  {
    name: 'who',
    options: [
      { name: 'name', required: true },
      { name: 'private', required: false },
    ],
  },
  { name: 'help', options: [] },
];
const parse = (line: string) => parseCommandLine(line, commands);

describe('a command line', () => {
  test('gives its words to the first option', () => {
    expect(parse('/who  Ali Khan ')).toEqual({ command: 'who', options: { name: 'Ali Khan' } });
  });

  test('takes options by name, in any order', () => {
    expect(parse('/who private:true name:Ali Khan')).toEqual({
      command: 'who',
      options: { private: 'true', name: 'Ali Khan' },
    });
    expect(parse('/who Ali Khan private:true')).toEqual({
      command: 'who',
      options: { name: 'Ali Khan', private: 'true' },
    });
  });

  test('keeps quotation marks and colons that name no option', () => {
    expect(parse('/who "note: this"')).toEqual({ command: 'who', options: { name: '"note: this"' } });
  });

  test.each([
    ['who Ali', 'starts with a slash'],
    ['/whom Ali', 'no command /whom'],
    ['/who', '/who needs name'],
    ['/who private:true', '/who needs name'],
    ['/help me', '/help takes nothing'],
    ['', 'starts with a slash'],
  ])('%j is answered with what is wrong', (line, sentence) => {
    expect(parse(line)).toEqual({ error: expect.stringContaining(sentence) });
  });
});
