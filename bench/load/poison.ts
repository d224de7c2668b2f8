/** The most expensive questions: 200 characters of an option, or a message, that make a search engine do all that it can. */
import { commands, messageCommands } from '../../src/commands/index.ts';
import type { Library } from '../../src/model.ts';
import { wordsOf } from '../../src/text/words.ts';
import type { Work } from '../workload.ts';

const optionCharsMax = 200;
/** More than Discord lets anybody write, and all that is looked at. */
const messageCharsMax = 6_000;
const frequentMax = 400;

/** Each by every command that takes words. */
export function poisonFor(library: Library): readonly Work[] {
  return commands
    .filter(({ option }) => option !== undefined)
    .flatMap(({ name }) => inputsFor(library).map((input) => workOf(name, input.slice(0, optionCharsMax))));
}

const workOf = (command: string, query: string): Work => ({ kind: '200 characters', command, query });

/** What can be asked of a message: the same again and again, and what only a message has room for. */
export function poisonMessagesFor(library: Library): readonly Work[] {
  const longest = library.articles.reduce((a, b) => (a.text.length < b.text.length ? b : a)).text;
  const words = longest.split(/\s+/u);
  const every = (count: number, instead: string) =>
    words.map((word, at) => (at % count === count - 1 ? instead : word)).join(' ');
  const messages = [
    ...inputsFor(library),
    longest,
    every(7, 'otherwise'),
    every(7, '…'),
    every(5, '[sic]'),
    every(3, '”\n“'),
    every(40, '”\n“'),
    every(2, '…'),
    longest.replace(/\s+/gu, ''),
    '“ ',
    '” “',
    '" ',
    "' ",
    '«»',
    '> ',
    '>>> \n',
    '</',
    '<https://',
    '](',
    '[…',
    '…',
    '. ',
    'a-',
    '1.',
  ].map((text) => text.repeat(Math.ceil(messageCharsMax / text.length)).slice(0, messageCharsMax));
  return messageCommands.flatMap(({ name }) => messages.map((message) => workOf(name, message)));
}

function inputsFor(library: Library): readonly string[] {
  const frequent = frequentWords(library);
  const longest = [...frequent].sort((a, b) => b.length - a.length);
  return [
    // Every letter is the beginning of thousands of words.
    [...'abcdefghijklmnopqrstuvwxyz'.repeat(4)].join(' '),
    frequent.join(' '),
    `"${frequent.join(' ').slice(0, 190)}"`,
    frequent.map((word) => `"${word}"`).join(' '),
    // A letter wrong in each: all of them are looked for by likeness.
    longest.map(misspelt).join(' '),
    frequent.map(misspelt).join(' '),
    longest.map((word) => word.slice(0, 3)).join(' '),
    library.names.entities.map(({ name }) => name).join(' '),
    library.names.entities.map(({ name }) => misspelt(name)).join(' '),
    library.names.entities.map(({ name }) => name.slice(0, 2)).join('. '),
    // Letters that stand everywhere, but nowhere as these words.
    ...['e a', 'ofthe', 'in to', "it's", 'e', 'e … a', 'a … the … of … in … to … and '.repeat(7)].map(
      (phrase) => `"${phrase}"`,
    ),
    'a'.repeat(optionCharsMax),
    'ab'.repeat(100),
    `${'a'.repeat(99)}b ${'a'.repeat(99)}`,
    '1 2 3 4 5 6 7 8 9 10 1926 1928 1931 2020 2021 '.repeat(5),
    '1,'.repeat(100),
    'e\u0301\u0302\u0303\u0304'.repeat(40),
    '👩‍👩‍👧‍👦'.repeat(18),
    '\u202e\u2066\u2067x'.repeat(50),
    '((((a+)+)+)+)$'.repeat(14),
    '"'.repeat(optionCharsMax),
    '*_~`|>'.repeat(34),
    'www.a.b/c@d.'.repeat(17),
    'Al-Abd-el-'.repeat(20),
    'Mr. Dr. St. J. R. R. '.repeat(10),
    'the of and to in a is that for it '.repeat(6),
    '中文搜索引擎测试'.repeat(25),
    'ذهبالولدإلىالمدرسة'.repeat(11),
    'Donaudampfschifffahrtsgesellschaftskapitän'.repeat(5),
  ];
}

const misspelt = (word: string): string => `${word.slice(0, 2)}x${word.slice(3)}`;

function frequentWords(library: Library): string[] {
  const counts = new Map<string, number>();
  for (const { article, end, start } of library.passages.slice(0, 5_000)) {
    for (const { text } of wordsOf(article.text, { start, end })) counts.set(text, (counts.get(text) ?? 0) + 1);
  }
  return [...counts]
    .sort((a, b) => b[1] - a[1])
    .slice(0, frequentMax)
    .map(([word]) => word);
}
