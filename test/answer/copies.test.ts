import { describe, expect, test } from 'vitest';
import { withCopiesJoined } from '../../src/answer/copies.ts';
import { answerTo } from '../../src/commands/index.ts';
import type { FoundAnswer } from '../../src/model.ts';
import { articleFrom, libraryFrom } from '../library-from.ts';

const wire =
  'The ferry Halcyon ran aground off Port Ellery on Tuesday with 214 people on board, and all of them were brought ashore before dark. The harbour master said that a buoy had drifted from its place in the storm of the night before.';

/** How many entries there are, by where each of them stands. */
function joined(...texts: readonly string[]): string[][] {
  const entries = texts.map((text, at) => {
    const article = articleFrom(`${'abcdef'[at] ?? at}.md`, text);
    const block = article.blocks.find(({ body }) => body)!;
    return { article, span: { start: block.start, end: block.end } };
  });
  return withCopiesJoined(entries, (entry) => entry).map(({ first, others }) =>
    [first, ...others].map(({ article }) => article.path),
  );
}

describe('the same text in two articles', () => {
  test('is one entry, whatever its line breaks and quotation marks', () => {
    expect(joined(wire, wire.replaceAll(' of ', '\nof '))).toEqual([['a.md', 'b.md']]);
  });

  test('is one entry where a word or two were edited', () => {
    expect(joined(wire, wire.replace('harbour master', 'harbourmaster'))).toEqual([['a.md', 'b.md']]);
  });

  test('is one entry where one of them goes on', () => {
    expect(
      joined(
        wire,
        `${wire} Nobody was hurt, and the ship is to be towed to the yard at Sill as soon as the wind drops. Another tug is on its way from the north.`,
      ),
    ).toEqual([['a.md', 'b.md']]);
  });

  test.each([
    ['a number', wire.replace('214', '241')],
    ['a number in words', wire.replace('all of them', 'all but seven')],
    ['a day', wire.replace('Tuesday', 'Wednesday')],
    ['a "not"', wire.replace('had drifted', 'had not drifted')],
    ['a "never"', wire.replace('were brought', 'were never brought')],
    ['a short form of "not"', wire.replace('had drifted', "hadn't drifted")],
  ])('is two entries where %s differs', (_, other) => {
    expect(joined(wire, other)).toEqual([['a.md'], ['b.md']]);
  });

  test.each([
    [
      'the spelling',
      wire.replace('harbour master said', 'harbor master emphasised'),
      wire.replace('said', 'emphasized'),
    ],
    ['an article', wire.replace('the storm of the night', 'a storm of the night'), wire],
    ['an agency before it', `PORT ELLERY, 7 May (The Wire) – ${wire}`, wire],
    ['a sentence before it', `Nobody was hurt when a ship met a bank. ${wire}`, wire],
  ])('is one entry where %s differs', (_, one, other) => {
    expect(joined(one, other)).toEqual([['a.md', 'b.md']]);
    expect(joined(other, one)).toEqual([['a.md', 'b.md']]);
  });

  test.each([
    ['what became of people', wire.replace('brought ashore', 'lost there')],
    ['who says so', wire.replace('harbour master', 'ship owner')],
    ['who it happened to', wire.replace('The ferry', 'The tug')],
    ['the order', wire.replace('before dark', 'after dark')],
    ['one word more', wire.replace('on board', 'allegedly on board')],
    ['one word less', wire.replace('in the storm of ', '')],
    ['what is said of it all', `The council denied that ${wire.replace('The', 'the')}`],
    ['who says it at the end', `${wire.slice(0, -1)}, the owners claimed.`],
  ])('is two entries where %s differs', (_, other) => {
    expect(joined(wire, other)).toEqual([['a.md'], ['b.md']]);
    expect(joined(other, wire)).toEqual([['a.md'], ['b.md']]);
  });

  test('is one entry far down a long answer', () => {
    const reports = Array.from({ length: 40 }, (_, at) => `Report ${at} of the harbour tells of ship number ${at}.`);
    const entries = [...reports, reports[38]!.toUpperCase(), reports[39]!];
    expect(joined(...entries)).toHaveLength(40);
  });

  const french =
    'Le navire Halcyon a heurté un banc de sable au large du port mercredi soir, et tous les passagers ont été ramenés à terre avant la nuit. Le capitaine a dit aux journalistes qu’une bouée avait dérivé pendant la tempête de la veille.';
  const german =
    'Die zwölf Männer wurden nach dem Streit im Hafen von der Polizei nicht verhaftet, wie der Bürgermeister am Abend vor dem Rathaus erklärte. Der Kapitän hatte den Lotsen zuvor gebeten, das Schiff noch vor dem Sturm in den Hafen zu bringen.';
  const russian =
    'Паром сел на мель недалеко от порта во вторник вечером, и все пассажиры были доставлены на берег до наступления темноты. Капитан не сказал журналистам, что буй сорвало со своего места во время ночной бури у мыса.';

  test.each([
    ['a day in French', french, french.replace('mercredi', 'mardi')],
    ['a "pas" in French', french, french.replace('ont été ramenés', 'n’ont pas été ramenés')],
    ['a "nicht" in German', german, german.replace(' nicht', '')],
    ['a number in German', german, german.replace('zwölf', 'elf')],
    [
      'who asked whom in German',
      german,
      german.replace('Der Kapitän', 'Den Kapitän').replace('den Lotsen', 'der Lotse'),
    ],
    ['a "не" in Russian', russian, russian.replace(' не ', ' ')],
  ])('is two entries where %s differs', (_, one, other) => {
    expect(joined(one, one)).toEqual([['a.md', 'b.md']]);
    expect(joined(one, other)).toEqual([['a.md'], ['b.md']]);
  });

  test('is two entries where another text is about the same', () => {
    const other =
      'Off Port Ellery the ferry Halcyon ran onto a bank on Tuesday; 214 passengers and crew reached the shore by evening. A buoy was found far from where the charts have it.';
    expect(joined(wire, other)).toEqual([['a.md'], ['b.md']]);
  });

  test('is quoted from who published it, not from who carried it', () => {
    const carried = `---\nvia: The Mirror\n---\n\n${wire}`;
    expect(joined(carried, wire)).toEqual([['b.md', 'a.md']]);
  });

  test('is two entries when it is too short to be told', () => {
    expect(joined('The ferry ran aground off the port.', 'The ferry ran aground near the port.')).toHaveLength(2);
  });
});

test('an answer quotes a wire story once, and names where else it stands', async () => {
  const edited = wire.replace('harbour master', 'harbourmaster');
  const library = libraryFrom({ 'a.md': `# One\n\n${wire}\n`, 'b.md': `# Two\n\n${edited}\n` });
  const answer = (await answerTo(library, { command: 'quote', query: 'ferry Halcyon aground' })) as FoundAnswer;
  expect(answer.found).toHaveLength(1);
  const { quote, alsoIn } = answer.found[0]!;
  expect([quote, ...alsoIn].map(({ text }) => text).sort()).toEqual([wire, edited].sort());
});
