/** How names, dates and events found are scored against the labels. */
import { describe, expect, test } from 'vitest';
import { scoreDates } from '../../bench/names/dates.ts';
import { scoreEntities, scoreMerging } from '../../bench/names/entities.ts';
import { scoreEvents } from '../../bench/names/events.ts';
import type { Found, FoundDate, FoundMention } from '../../bench/names/found.ts';
import { parseMarked } from '../../bench/names/marked-text.ts';
import { align, headOf, scoreMentions } from '../../bench/names/mentions.ts';
import { foundByLookup, mergedInLibrary, scorePairs, type VariantPair } from '../../bench/names/pairs.ts';
import { scoreOf } from '../../bench/names/score.ts';
import { type LabelledText, readTexts } from '../../bench/names/texts.ts';

const labelled = (marked: string): LabelledText => ({
  file: 'a.txt',
  set: 'tune',
  kind: 'wire',
  ...parseMarked('a.txt', `Title\n=====\n${marked}`),
});

/** What finds exactly the words given, as type and entity. */
function foundIn(
  text: LabelledText,
  names: readonly (readonly [string, FoundMention['type'], string?])[],
  dates: readonly FoundDate[] = [],
): Found {
  const mentions = names.map(([name, type, entity = name]) => {
    const start = text.text.indexOf(name);
    return { file: text.file, start, end: start + name.length, text: name, type, entity };
  });
  return { mentions, dates, bodies: new Map([[text.file, [{ start: 0, end: text.text.length }]]]) };
}

const scoresOf = (text: LabelledText, found: Found) => scoreMentions(align([text], found));

/** A finder that knows the labels. */
const perfect = (texts: readonly LabelledText[]): Found => ({
  mentions: texts.flatMap(({ file, text, mentions }) =>
    mentions.map(({ start, end, types, entity }) => ({
      file,
      start,
      end,
      text: text.slice(start, end),
      type: types[0]!,
      entity,
    })),
  ),
  dates: texts.flatMap(({ file, text, dates }) =>
    dates
      .filter(({ year }) => year !== 'soft')
      .map(({ start, end, value, core }) => ({ file, start, end, text: text.slice(start, end), value: core ?? value })),
  ),
  bodies: new Map(texts.map(({ file, text }) => [file, [{ start: 0, end: text.length }]])),
});

test('a finder that knows the labels scores full marks on all of them', () => {
  const texts = readTexts('all');
  const found = perfect(texts);
  const alignment = align(texts, found);
  const { exactTyped, headUntyped } = scoreMentions(alignment);
  expect([exactTyped.f1, headUntyped.f1]).toEqual([1, 1]);
  const { recall, precision, precisionOften, boilerplate, worksTyped, failures } = scoreEntities(
    texts,
    found,
    alignment,
  );
  expect([recall, precision, precisionOften, boilerplate, worksTyped, failures]).toEqual([1, 1, 1, 0, 0, []]);
  expect(scoreMerging(alignment).score.f1).toBe(1);
  expect(scoreEvents(texts, found, alignment).named.f1).toBe(1);
  const { calendar, relative, spurious } = scoreDates(texts, found);
  expect(calendar.right).toBe(calendar.labelled);
  expect(relative.right).toBe(relative.labelled);
  expect(spurious).toBe(0);
});

describe('a mention', () => {
  const text = labelled(
    'The {Ministry of Defence|o} sent {Colonel {Lind|a}|p=Lind} to {Port Ellery|l} by {Dutch|n} ship.',
  );

  test('is right to the letter with the words of the label or others that are as good', () => {
    const found = foundIn(text, [
      ['Ministry of Defence', 'organisation'],
      ['Lind', 'person'],
      ['Port Ellery', 'place'],
    ]);
    expect(scoresOf(text, found).exactTyped).toMatchObject({ right: 3, found: 3, labelled: 3 });
  });

  test('is right by its head with more or fewer words around it, and not without the head', () => {
    const { exactUntyped, headTyped } = scoresOf(
      text,
      foundIn(text, [
        ['Ministry', 'organisation'],
        ['Ellery', 'place'],
        ['Defence', 'organisation'],
      ]),
    );
    expect(exactUntyped.right).toBe(0);
    expect(headTyped).toMatchObject({ right: 2, found: 3, labelled: 3 });
  });

  test('of another type is wrong, of none is only missing', () => {
    const { exactTyped, exactUntyped } = scoresOf(
      text,
      foundIn(text, [
        ['Lind', 'place'],
        ['Port Ellery', 'untyped'],
      ]),
    );
    expect(exactTyped).toMatchObject({ right: 0, found: 1, labelled: 3 });
    expect(exactUntyped).toMatchObject({ right: 2, found: 2, labelled: 3 });
  });

  test('found twice counts once', () => {
    expect(
      scoresOf(
        text,
        foundIn(text, [
          ['Lind', 'person'],
          ['Colonel Lind', 'person'],
        ]),
      ).exactTyped,
    ).toMatchObject({
      right: 1,
      found: 2,
    });
  });

  test('of what is soft counts neither way', () => {
    expect(scoresOf(text, foundIn(text, [['Dutch', 'place']])).headTyped).toMatchObject({ right: 0, found: 0 });
    expect(scoresOf(text, foundIn(text, [['ship', 'place']])).headTyped).toMatchObject({ right: 0, found: 1 });
  });

  test.each([
    ['Ministry of Defence', 'Ministry'],
    ['Anna Lind', 'Lind'],
    ['al-Assad', 'Assad'],
    ['Committee on the Rights of All', 'Committee'],
    ["Moody's", 'Moody'],
    ['5+5', '5'],
  ])('has its head: %s, %s', (name, head) => {
    const { start, end } = headOf(`x ${name} y`, { start: 2, end: 2 + name.length });
    expect(`x ${name} y`.slice(start, end)).toBe(head);
  });
});

describe('the index', () => {
  const text = labelled(
    '{Anna Lind|p} met {Karl Lind|p}. {Lind|p=Anna Lind} left for {Ellery|l}. {Share | Print|b} {Sea Song|w} {Danes|n}',
  );
  const scored = (names: Parameters<typeof foundIn>[1]) => {
    const found = foundIn(text, names);
    return scoreEntities([text], found, align([text], found));
  };

  test('is as precise as its typed entries, and holds what has an entry of its type', () => {
    const { recall, precision, typedEntries, untypedEntries } = scored([
      ['Anna Lind', 'person'],
      ['Ellery', 'person'],
      ['Karl Lind', 'untyped'],
    ]);
    expect([recall, precision, typedEntries, untypedEntries]).toEqual([1 / 3, 1 / 2, 2, 1]);
  });

  test('is not forgiven entries from boilerplate, and says what it typed that is no name', () => {
    const { boilerplate, worksTyped, nationalitiesTyped, precision } = scored([
      ['Print', 'place'],
      ['Sea Song', 'person'],
      ['Danes', 'place'],
    ]);
    expect([boilerplate, worksTyped, nationalitiesTyped, precision]).toEqual([1, 1, 1, 0]);
  });
});

describe('merging', () => {
  const merging = (marked: string, names: Parameters<typeof foundIn>[1]) => {
    const text = labelled(marked);
    return scoreMerging(align([text], foundIn(text, names))).score;
  };

  test('counts the pairs of spellings that it took for one, and that are one', () => {
    const marked = '{Anna Lind|p}, {A. Lynd|p=Anna Lind}, {Karl Lund|p}';
    const all = ['Anna Lind', 'A. Lynd', 'Karl Lund'].map((name) => [name, 'person', '1'] as const);
    expect(merging(marked, all)).toMatchObject({ right: 1, found: 3, labelled: 1 });
    expect(merging(marked, [all[0]!, ['A. Lynd', 'person', '2']])).toMatchObject({ right: 0, found: 0, labelled: 1 });
  });

  test('asks nothing of by-names, and nothing of two things spelled alike', () => {
    const byName = [
      ['Anna Lind', 'person', '1'],
      ['The Fox', 'person', '2'],
    ] as const;
    expect(merging('{Anna Lind|p} or {The Fox|p?=Anna Lind}', byName)).toMatchObject({ found: 0, labelled: 0 });
    expect(
      merging('{Lind|p=Anna Lind}, {Lind|p=Karl Lind}', [
        ['Lind', 'person', '1'],
        ['Lind', 'person', '1'],
      ]),
    ).toMatchObject({ found: 0 });
  });
});

describe('an event', () => {
  test('is found when it is named, or when one is found at the first word of its description', () => {
    const text = labelled('The {Astana Process|e} and the {siege of {Ellery|l}|x}, the {fall of {Ellery|l}|x}.');
    const found = foundIn(text, [
      ['Astana Process', 'event'],
      ['siege of Ellery', 'event'],
    ]);
    const { named, describedRecall } = scoreEvents([text], found, align([text], found));
    expect([named.f1, describedRecall]).toEqual([1, 1 / 2]);
  });
});

describe('a date', () => {
  const text = labelled(
    'In {mid-May 2016|d=2016-05~2016-05-15}, on {4 June|d=2016-06-04 anchored}, by {July|d=unknown}, {2015|d=2015}, not now.',
  );
  const range = (from: string, to: string) => ({ from, to });
  const scored = (...dates: [string, FoundDate['value']][]) => {
    const found = dates.map(([words, value]) => {
      const start = text.text.indexOf(words);
      return { file: text.file, start, end: start + words.length, text: words, value };
    });
    return scoreDates([text], { ...foundIn(text, []), dates: found });
  };

  test('that is vague is right anywhere between its core and its widest', () => {
    expect(scored(['mid-May 2016', range('2016-05-11', '2016-05-20')]).calendar).toMatchObject({ right: 1, wrong: 0 });
    expect(scored(['May 2016', range('2016-05-01', '2016-05-31')]).calendar).toMatchObject({ right: 1, wrong: 0 });
    expect(scored(['2016', range('2016-01-01', '2016-12-31')]).calendar).toMatchObject({ right: 0, wrong: 1 });
    expect(scored(['mid-May 2016', range('2016-05-01', '2016-05-10')]).calendar).toMatchObject({ right: 0, wrong: 1 });
  });

  test('is right with its very days, withheld without a year, and a guess where nothing gives one', () => {
    expect(
      scored(['4 June', range('2016-06-04', '2016-06-04')], ['2015', range('2015-01-01', '2015-12-31')]).calendar.right,
    ).toBe(2);
    expect(scored(['4 June', null]).calendar).toMatchObject({ found: 1, right: 0, withheld: 1, wrong: 0 });
    expect(scored(['July', null]).calendar).toMatchObject({ right: 1, wrong: 0 });
    expect(scored(['July', range('2016-07-01', '2016-07-31')]).calendar).toMatchObject({ right: 0, wrong: 1 });
  });

  test('where there is none is spurious', () => {
    expect(scored(['now', null]).spurious).toBe(1);
  });
});

describe('a pair', () => {
  const pair = (a: string, b: string, same: boolean): VariantPair => ({
    a,
    b,
    same,
    type: 'person',
    kind: 'spelling',
    set: 'tune',
  });

  test('is scored by what a matcher says of it, each script by itself', () => {
    const pairs = [
      pair('Anna Lind', 'Ana Lind', true),
      pair('Anna Lind', 'Anna Lund', false),
      pair('Anna Lind', 'Анна Линд', true),
    ];
    const { latin, otherScripts, byKind } = scorePairs(pairs, ({ b }) => (b === 'Анна Линд' ? 'unseen' : 'one'));
    expect(latin).toMatchObject({ right: 1, found: 2, labelled: 1 });
    expect(otherScripts).toMatchObject({ right: 0, found: 0, labelled: 1 });
    expect(byKind['spelling']).toEqual({ right: 1, unseen: 1, count: 3 });
  });

  test('is one in a library when both spellings fall to one entity, and by lookup when one finds the other', () => {
    expect(mergedInLibrary(pair('Henrik Lindqvist', 'Lindqvist', true))).toBe('one');
    expect(mergedInLibrary(pair('Henrik Lindqvist', 'Olga Sorokina', false))).toBe('two');
    expect(foundByLookup(pair('Henrik Lindqvist', 'lindqvist', true))).toBe('one');
    expect(foundByLookup(pair('Henrik Lindqvist', 'Olga Sorokina', false))).toBe('two');
  });
});

test('precision without finds, and recall without labels, are not figures', () => {
  expect(scoreOf({ right: 0, found: 0, labelled: 4 })).toMatchObject({ precision: null, recall: 0, f1: null });
  expect(scoreOf({ right: 2, found: 4, labelled: 2 })).toMatchObject({ precision: 0.5, recall: 1, f1: 2 / 3 });
});
