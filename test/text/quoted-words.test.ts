import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { quotedWords } from '../../src/text/quoted-words.ts';

const read = (message: string) => quotedWords(message, (words) => words === 'The Mill');

describe('what a message quotes', () => {
  test.each([
    ['She said “the mill burned” and left.', ['the mill burned']],
    ['She said "the mill burned" and left.', ['the mill burned']],
    ['„Die Mühle brannte“, sagte sie.', ['Die Mühle brannte']],
    ['»Die Mühle brannte«, sagte sie.', ['Die Mühle brannte']],
    ['Elle a dit « le moulin a brûlé ».', ['le moulin a brûlé']],
    ['”Kvarnen brann”, sa hon.', ['Kvarnen brann']],
    ['„Młyn spłonął” powiedziała.', ['Młyn spłonął']],
    ['她说「磨坊烧了」。', ['磨坊烧了']],
    ['她说“磨坊烧了”。', ['磨坊烧了']],
    ['She said ‘it isn’t the mill’ and left.', ['it isn’t the mill']],
    ["It's hers: 'the mill burned'.", ['the mill burned']],
    ['“One,” she said, “and two.”', ['One,', 'and two.']],
    ['“He said “no” twice” is what I read.', ['He said “no” twice']],
    ['“He said ‘no’ twice” is what I read.', ['He said ‘no’ twice']],
    ['“First paragraph.\n\n“Second paragraph.”', ['First paragraph.', 'Second paragraph.']],
    ['> the mill\n> burned\nis that so?', ['the mill\nburned']],
    ['>>> the mill\nburned', ['the mill\nburned']],
    ['> “the mill burned”\n> — The Mill, ¶ 2', ['the mill burned']],
    ['> the mill burned — The Mill', ['the mill burned']],
    ['> “the mill burned” - The Mill', ['the mill burned']],
    ['The mill burned. — The Mill', ['The mill burned.']],
    ['> the mill — the old one — burned', ['the mill — the old one — burned']],
    ['In “The Mill” it says “it burned down”.', ['it burned down']],
    ['“it burned” <@123> <:mill:456> https://mill.example/“x”', ['it burned']],
    ['see <@123> the mill burned https://mill.example/a', ['see   the mill burned']],
    ['The mill burned.', ['The mill burned.']],
    ['a 5" pipe and nothing else', ['a 5" pipe and nothing else']],
    ['“never closed', ['“never closed']],
  ])('%j', (message, quoted) => {
    expect(read(message).quoted).toEqual(quoted);
  });

  test('is told apart from who is said to have said it', () => {
    expect(read('In “The Mill” it says “it burned down”.').around).toContain('The Mill');
    expect(read('> it burned\n> — The Mill, ¶ 2').around).toContain('The Mill');
    expect(read('> it burned — The Mill').around).toContain('The Mill');
    expect(read('she said “it burned”').around).not.toContain('burned');
  });

  test('is all of it where nothing is marked, and said to be', () => {
    expect(read('The mill burned.').isWhole).toBe(true);
    expect(read('“The mill burned.”').isWhole).toBe(false);
    expect(read(' \n ').quoted).toEqual([]);
  });

  test('is found between any marks, whatever stands around it', () => {
    const marks = fc.constantFrom('“”', '""', '„“', '«»', '»«', '「」');
    const words = fc.string({ unit: fc.constantFrom('a', 'b', ' ', '.', ',', '磨', '\n'), minLength: 1 });
    fc.assert(
      fc.property(marks, words, words, (pair, inside, outside) => {
        fc.pre(/\S/.test(inside) && !inside.includes('\n\n') && inside === inside.trim() && !outside.includes('"'));
        expect(read(`${outside} ${pair[0]}${inside}${pair[1]} ${outside}`).quoted).toEqual([inside]);
      }),
    );
  });

  test('never takes long, whatever the message', () => {
    for (const piece of ['“', '"', '„“', '> ', '“a ', "'a ", '«'])
      expect(read(piece.repeat(4_000 / piece.length)).quoted.length).toBeGreaterThanOrEqual(0);
  });
});

test('of marks that open and never close, only the first are followed to the end', () => {
  const opened = (count: number) => `${'“ '.repeat(count)}“the mill burned”`;
  expect(read(opened(20)).quoted).toEqual(['the mill burned']);
  expect(read(opened(2_000)).isWhole).toBe(true);
});
