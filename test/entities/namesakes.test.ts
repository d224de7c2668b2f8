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

describe('one name in two articles', () => {
  const bearersOf = (name: string, ...texts: readonly string[]) =>
    libraryOfTexts(...texts)
      .entities.filter((entity) => entity.name === name)
      .map(({ mentions }) => mentions.length)
      .sort();
  test.each([
    [
      'the capitals of two countries',
      'Velmar',
      'They fought in Velmar, the capital of Libya. Velmar was calm.',
      'It sank off Velmar, a city in Lebanon.',
    ],
    [
      'a town in a state and one in a country',
      'Osterby',
      'The jail at Osterby, Alabama, was full. Osterby slept.',
      'In Osterby, in the English Midlands, it rained.',
    ],
    [
      'a boxer and an economist',
      'Rolf Haldane',
      'Rolf Haldane, the economist, died. Haldane was 90. Rolf Haldane had no children.',
      'Rolf Haldane, a boxer from Leeds, won.',
    ],
    [
      'a farmer and a judge',
      'Omar Kessrouan',
      'Omar Kessrouan, a farmer, lost two sons. He said so: Omar Kessrouan wept.',
      'The judge, Omar Kessrouan, sentenced six men.',
    ],
    [
      'a father and a son, by their years',
      'Rolf Haldane',
      'Rolf Haldane (1924–2018) was president. Rolf Haldane lost.',
      'Rolf Haldane (born 1946) won.',
    ],
    [
      'newspapers of two countries',
      'Al-Velmar',
      'The Syrian daily Al-Velmar printed it. Editors of Al-Velmar wept.',
      'The Qatari newspaper Al-Velmar printed it.',
    ],
  ])('is two: %s', (_, name, one, other) => {
    const [counts] = [bearersOf(name, one, other)];
    expect(counts).toHaveLength(2);
  });

  test.each([
    [
      'a town in its country, told in two ways',
      'Velmar',
      'Velmar, the capital of Libya, slept.',
      'In Velmar, Libya, it rained.',
    ],
    [
      'a town before a list',
      'Velmar',
      'In Velmar, Iran, Turkey and Syria met.',
      'It rained in Velmar, a city in Lebanon.',
    ],
    [
      'a minister who was a boxer',
      'Rolf Haldane',
      'Rolf Haldane, a boxer, won.',
      'Minister Rolf Haldane, the boxer of old, spoke. It was Minister Rolf Haldane.',
    ],
    [
      'an economist who is president',
      'Rolf Haldane',
      'Rolf Haldane, an economist, spoke.',
      'President Rolf Haldane spoke.',
    ],
    [
      'a group in two countries',
      'Ansar Velmar',
      'Ansar Velmar, in Syria, fled. Fighters of the group Ansar Velmar left.',
      'Ansar Velmar, the strongest party in Iraq, won. Members of the Iranian group Ansar Velmar left.',
    ],
    [
      'a river through two countries',
      'Euphrates',
      'The Euphrates, in Syria, rose.',
      'The Euphrates, a river in Iraq, fell.',
    ],
    ['a judge of whom no more is said', 'Rolf Haldane', 'Judge Rolf Haldane spoke.', 'Rolf Haldane came home.'],
  ])('is one: %s', (_, name, one, other) => {
    expect(bearersOf(name, one, other)).toHaveLength(1);
  });

  test.each([
    [
      'two towns',
      'Velmar',
      'Velmar, the capital of Libya, slept. Velmar was calm. It sank off Velmar, a city in Lebanon. Velmar wept.',
    ],
    [
      'father and son',
      'Rolf Haldane',
      'Rolf Haldane (1924–2018) lost. Rolf Haldane wept. His son, Rolf Haldane (born 1946), won. Rolf Haldane smiled.',
    ],
    [
      'a town and a general',
      'Lincoln',
      'The talks were held in Lincoln. A fire broke out in Lincoln. General Lincoln crossed the river, and Lincoln wrote that it was cold.',
    ],
    [
      'a river and a company',
      'Amazon',
      'Amazon, the company, opened. Amazon hired hundreds. The Amazon, a river in Brazil, rose. Ships on the Amazon waited.',
    ],
    [
      'a queen and a state',
      'Victoria',
      'Victoria, the queen, did not answer. Victoria mourned. Victoria, a state in Australia, burned. Victoria was dark.',
    ],
  ])('is two in one article, each with what is told of it: %s', (_, name, text) => {
    expect(bearersOf(name, text)).toEqual([2, 2]);
  });

  test('goes with whom everybody means, where an article says nothing', () => {
    const [usual, other] = ['The judge, Rolf Haldane, spoke.', 'Rolf Haldane, a nurse, wept.'];
    expect(bearersOf('Rolf Haldane', usual, usual, usual, other, 'Rolf Haldane came home.')).toEqual([1, 4]);
    expect(bearersOf('Rolf Haldane', usual, other, 'Rolf Haldane came home.')).toEqual([1, 1, 1]);
  });

  test('is asked for by number, and by nothing else', () => {
    const names = libraryOfTexts(
      'The judge, Rolf Haldane, spoke.',
      'Rolf Haldane, a nurse, wept.',
      'Ann Osterby left.',
    );
    const bearers = names.entities.filter(({ name }) => name === 'Rolf Haldane');
    expect(names.lookup('Rolf Haldane')).toMatchObject({ kind: 'several' });
    expect(bearers.map((entity) => names.nameFor(entity))).toEqual(['"Rolf Haldane" #1', '"Rolf Haldane" #2']);
    for (const entity of names.entities)
      expect(names.lookup(names.nameFor(entity)), entity.name).toMatchObject({ kind: 'one', entity });
    expect(names.lookup('"Rolf Haldane" #3')).toMatchObject({ kind: 'several' });
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
