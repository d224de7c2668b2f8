/** Two things with names alike are never merged, whatever their names are; what one text calls one thing is. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { libraryFrom } from '../library-from.ts';

const libraryOfTexts = (...texts: readonly string[]) =>
  libraryFrom(Object.fromEntries(texts.map((text, at) => [`${at}.txt`, text]))).names;
const groupsIn = (...texts: readonly string[]) =>
  libraryOfTexts(...texts).entities.map(({ surfaces }) => surfaces.map(({ text }) => text).sort());
const areTwo = (groups: readonly (readonly string[])[], one: string, other: string) => {
  expect(groups.flat(), groups.join(' | ')).toEqual(expect.arrayContaining([one, other]));
  expect(groups.filter((group) => group.includes(one) && group.includes(other))).toEqual([]);
};

const givenNames = [
  'Anna',
  'Boris',
  'Carlos',
  'Dmitri',
  'Fatima',
  'Hassan',
  'Ingrid',
  'James',
  'Kwame',
  'Omar',
  'Rosa',
];
const surnames = ['Velmarin', 'Qorvethi', 'Haldane', 'Osterby', 'Al-Sarran', 'Mbotela', 'Torvald', 'Kessrouan'];
const twoOf = (names: readonly string[]) =>
  fc.uniqueArray(fc.constantFrom(...names), { minLength: 2, maxLength: 2 }) as fc.Arbitrary<[string, string]>;

describe('people of one surname', () => {
  test.each([
    ['in one sentence', (a: string, b: string) => [`The mayor ${a} met the baker ${b} in Oslo.`]],
    ['as brothers', (a: string, b: string) => [`Minister ${a} came to Oslo. His brother ${b} stayed away.`]],
    ['as father and son', (a: string, b: string) => [`President ${a} died in 1990. His son, ${b}, was born in 1950.`]],
    ['in two articles', (a: string, b: string) => [`Minister ${a} left Oslo.`, `Minister ${b} left Oslo.`]],
    ['with a surname alone', (a: string, b: string) => [`Minister ${a} met ${b}. ${a.split(' ').at(-1)} spoke.`]],
  ])('stay two %s', (_, told) => {
    fc.assert(
      fc.property(twoOf(givenNames), fc.constantFrom(...surnames), ([one, other], surname) => {
        const [a, b] = [`${one} ${surname}`, `${other} ${surname}`];
        areTwo(groupsIn(...told(a, b)), a, b);
      }),
      { numRuns: 20 },
    );
  });

  test('stay two as rulers with numbers', () => {
    const groups = groupsIn('King Oswin I built the wall. King Oswin II fled. King Oswin III paid for it.');
    areTwo(groups, 'Oswin I', 'Oswin II');
    areTwo(groups, 'Oswin II', 'Oswin III');
  });

  test('and of one sound but another surname stay two', () => {
    areTwo(groupsIn('Minister Li Na met Minister Lin Na.'), 'Li Na', 'Lin Na');
  });

  test('are called by it in one article, and somebody else in another', () => {
    const groups = groupsIn(
      'King Fessal I of Qorveth built it.',
      'The cables spoke of Fesal the baker. Mr Fesal baked.',
    );
    expect(groups.filter((group) => group.includes('Fesal') && group.includes('Fessal I'))).toEqual([]);
  });
});

describe('what every country has', () => {
  const spoke = 'said on Monday that the border was shut';
  test.each([
    ['in one article', ['The Russian Foreign Ministry spoke. The Syrian Foreign Ministry was silent.']],
    ['by owners and "of"', ["Norway's Ministry of Defence wrote. The Ministry of Defence of Peru did not answer."]],
    [
      'in two articles',
      [
        `OSLO - The Foreign Ministry ${spoke}. Norway closed the roads to Bergen.`,
        `LIMA - The Foreign Ministry ${spoke}. Peru closed the roads to Cusco.`,
      ],
    ],
  ])('is as many as there are countries: %s', (_, texts) => {
    const ministries = libraryOfTexts(...texts).entities.filter(({ name }) => /Ministry/.test(name));
    expect(ministries).toHaveLength(2);
  });

  test('is one in articles about one country', () => {
    const text = (day: string) => `OSLO - The Foreign Ministry spoke on ${day}. Norway closed the roads to Bergen.`;
    const ministries = libraryOfTexts(text('Monday'), text('Friday')).entities.filter(({ name }) => /Min/.test(name));
    expect(ministries).toHaveLength(1);
  });
});

describe('a place and what bears its name', () => {
  test.each([
    ['its newspaper', 'The Boston Globe reports from Boston on the trial.', 'Boston Globe', 'Boston'],
    ['its university', 'The University of Georgia lies far from Georgia.', 'University of Georgia', 'Georgia'],
    ['a person', 'Mayor Lincoln Hayes came from Lincoln, Nebraska.', 'Lincoln Hayes', 'Lincoln'],
    ['a square with its initials', 'The U.S. envoy stood in University Square.', 'U.S.', 'University Square'],
  ])('stay two: %s', (_, text, one, other) => {
    areTwo(groupsIn(text), one, other);
  });

  test('is no part of its team, in one article or in two', () => {
    const score = 'Leeds beat Everton 2-1 with two late goals. The league match was the last of the season.';
    const { entities } = libraryOfTexts(score, 'The court in Leeds sat until dawn. Trains to Leeds were late.');
    const types = entities.filter(({ name }) => name === 'Leeds').map(({ type }) => type);
    expect(types.sort()).toEqual(['organisation', 'place']);
  });

  test('is a country or a state, as each text says', () => {
    const [country, state] = [
      'Wine is made in Georgia, a country in the Caucasus. It was war in Georgia.',
      'Peaches grow in Georgia, a state in the south. It rained in Georgia.',
    ];
    const georgias = (...texts: readonly string[]) =>
      libraryOfTexts(...texts).entities.flatMap(({ name, mentions }) => (name === 'Georgia' ? [mentions.length] : []));
    expect(georgias(country!, state!)).toEqual([2, 2]);
    expect(georgias(`${country} ${state}`)).toEqual([2, 2]);
    expect(georgias(country!, 'It rained in Georgia.')).toEqual([3]);
  });

  test('is nobody who speaks of himself', () => {
    const { entities } = libraryOfTexts(
      'They crossed into Jordan at dawn. Jordan said that he was tired. Jordan left.',
    );
    const types = entities.filter(({ name }) => name === 'Jordan').map(({ type }) => type);
    expect(types.sort()).toEqual(['person', 'place']);
  });

  test('is a place as the rival of another', () => {
    const { entities } = libraryOfTexts("Beijing's rival Washington objected. Washington's rival was silent.");
    expect(entities.find(({ name }) => name === 'Washington')?.type).toBe('place');
  });
});

describe('an abbreviation', () => {
  test('stands for what its article calls in full, whatever everybody knows it for', () => {
    const groups = groupsIn(
      'The Dalmora Relief Committee (DRC) sent blankets. The DRC needs more.',
      'The Democratic Republic of Congo denied it.',
    );
    expect(groups).toContainEqual(['DRC', 'Dalmora Relief Committee']);
  });

  test('in brackets may be of one long word', () => {
    const groups = groupsIn('The Bundeswasserverband (BWV) met. Two members of the BWV left.');
    expect(groups).toContainEqual(['BWV', 'Bundeswasserverband']);
  });
});

describe('second mentions', () => {
  test('of a storm go without what it is, where nobody is called so', () => {
    const groups = groupsIn('Hurricane Mitch struck Honduras. Mitch buried two villages.');
    expect(groups).toContainEqual(['Hurricane Mitch', 'Mitch']);
    const apart = groupsIn('Hurricane Mitch struck Honduras. Mayor Mitch Velmarin fled. Mitch wept.');
    expect(apart.filter((group) => group.includes('Hurricane Mitch') && group.includes('Mitch'))).toEqual([]);
  });

  test('of a newspaper go by its noun, in its own article only', () => {
    const groups = groupsIn(
      'Critics, writes the Qorveth Post, want a war. Officials told the Post so.',
      'The Post shut early, and editors of the Post wept.',
    );
    expect(groups).toContainEqual(['Post', 'Qorveth Post']);
    expect(groups.filter((group) => group.includes('Qorveth Post'))).toHaveLength(1);
  });
});
