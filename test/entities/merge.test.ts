import { describe, expect, test } from 'vitest';
import { fitsInitials } from '../../src/entities/abbreviations.ts';
import { libraryFrom } from '../library-from.ts';

const groupsIn = (...texts: readonly string[]) => {
  const { names } = libraryFrom(Object.fromEntries(texts.map((text, at) => [`${at}.txt`, text])));
  return names.entities.map(({ surfaces }) => surfaces.map(({ text }) => text).sort());
};

describe('one thing under several names', () => {
  test.each([
    ['a surname', 'Ilka Brandt, the mayor, came. Brandt said little.', ['Brandt', 'Ilka Brandt']],
    [
      'an initial',
      'Ilka Brandt, the mayor, came. The letter was signed by Mayor I. Brandt.',
      ['I. Brandt', 'Ilka Brandt'],
    ],
    [
      'initials written together',
      'Robert Amos Brandt met the judge. R.A. Brandt left.',
      ['R.A. Brandt', 'Robert Amos Brandt'],
    ],
    [
      'the initials of a name that begins with the surname',
      'Minister Chow Ka-fai spoke. Later K.F. Chow left.',
      ['Chow Ka-fai', 'K.F. Chow'],
    ],
    [
      'a number in letters',
      'Fighters of the 5th Harbour Corps came. The Fifth Harbour Corps left.',
      ['5th Harbour Corps', 'Fifth Harbour Corps'],
    ],
    [
      'a body without its nation',
      'Members of the Syrian Renewal Government met. The Renewal Government left.',
      ['Renewal Government', 'Syrian Renewal Government'],
    ],
    [
      'what a body is of',
      'Members of the Association of Harbour Clerics met. The Harbour Clerics left.',
      ['Association of Harbour Clerics', 'Harbour Clerics'],
    ],
    [
      'a body without its article',
      'Members of the Balai Front met. Members of Le Balai Front left.',
      ['Balai Front', 'Le Balai Front'],
    ],
    [
      'an event by what it is broadly known as',
      'The First World War was long. World War I ended.',
      ['First World War', 'World War I'],
    ],
    ['a ruler without the number', 'King Oswin III died. Oswin had reigned long.', ['Oswin', 'Oswin III']],
    [
      'a longer name in another spelling',
      'Minister Khawaja Saad Lateefi spoke. Later Saad Latifi left.',
      ['Khawaja Saad Lateefi', 'Saad Latifi'],
    ],
    [
      'a surname in two words',
      'Minister Rami Abdulbari spoke. Later Abdul Bari left. He said that Mr Abdul Bari was tired.',
      ['Abdul Bari', 'Rami Abdulbari'],
    ],
    [
      'a Korean name in two systems',
      'Minister Yoo Myung-hee spoke. Minister Yoo Myeong-hui left.',
      ['Yoo Myeong-hui', 'Yoo Myung-hee'],
    ],
    ['two letters exchanged', 'They came to Kandahar. It rained in Kandhaar all day.', ['Kandahar', 'Kandhaar']],
    [
      'a word with two letters exchanged',
      'Officials of Human Rights Watch met. Members of Human Rigths Watch left.',
      ['Human Rights Watch', 'Human Rigths Watch'],
    ],
    ['one sound', 'They came to Ayn Issa. It rained in Ain Issa all day.', ['Ain Issa', 'Ayn Issa']],
    ['a firm by what it is broadly known as', 'Volkswagen AG grew. Shares of VW fell.', ['VW', 'Volkswagen AG']],
    ['a place with an article', 'They came to Rastan. It rained in Al-Rastan all day.', ['Al-Rastan', 'Rastan']],
    [
      'two romanisations',
      'Minister Karim Hadadi spoke. Later Minister Kareem Haddadi left.',
      ['Kareem Haddadi', 'Karim Hadadi'],
    ],
    [
      'an abbreviation in brackets',
      'The Coastal Guard Union (CGU) met. The CGU voted.',
      ['CGU', 'Coastal Guard Union'],
    ],
    [
      'an abbreviation in the order of words of another language',
      'The Popular Mining Union met. The UMP voted.',
      ['Popular Mining Union', 'UMP'],
    ],
    [
      'an abbreviation turned about on either side of small words',
      'The Popular Front for the Defence of the Coast came. The FPDC left.',
      ['FPDC', 'Popular Front for the Defence of the Coast'],
    ],
    [
      'an abbreviation of two letters in brackets after a party',
      "The Fishers' Party (PP) met. Members of the PP voted.",
      ["Fishers' Party", 'PP'],
    ],
    [
      'an abbreviation in another language that it is known as',
      'The Guard Union of the Coast, known as the KGF, met. The KGF voted.',
      ['Guard Union of the Coast', 'KGF'],
    ],
    [
      'an abbreviation of its first words',
      'The Norrby Union Commission met. The NU Commission voted.',
      ['NU Commission', 'Norrby Union Commission'],
    ],
    [
      'an abbreviation with the x of "ex"',
      'The Norrby Stock Exchange fell. The NSX closed lower.',
      ['NSX', 'Norrby Stock Exchange'],
    ],
    [
      'a ground by its initials',
      'They played at Norrby Cricket Ground. The NCG was full.',
      ['NCG', 'Norrby Cricket Ground'],
    ],
    [
      'an abbreviation of syllables',
      'The UN Relief Mission in Peru (UNREMIP) came. UNREMIP left.',
      ['UN Relief Mission in Peru', 'UNREMIP'],
    ],
    ['another name that is broadly known', 'She came to Bombay in 1950. He left Mumbai in 2001.', ['Bombay', 'Mumbai']],
    [
      'a body whose noun opens a sentence after "The"',
      'The Norrby Fisheries Authority met. The Authority voted.',
      ['Authority', 'Norrby Fisheries Authority'],
    ],
    ['capitals', 'NAIROBI, Kenya (AFP) - The rain fell. It fell in Nairobi all day.', ['NAIROBI', 'Nairobi']],
    [
      'initials of a name in another language, in brackets',
      'The Peace and Labour Party (BEP) met. Two deputies of the BEP left.',
      ['BEP', 'Peace and Labour Party'],
    ],
    [
      'initials that its article calls so',
      'The Guard Union of the Coast, known by its Danish initials KGF, met. The KGF voted.',
      ['Guard Union of the Coast', 'KGF'],
    ],
    ['initials of small words too', 'The Bank of Qorveth met. The BOQ left.', ['BOQ', 'Bank of Qorveth']],
    [
      'words turned round',
      'The Ministry of Foreign Affairs was shut. A Foreign Ministry official came.',
      ['Foreign Ministry', 'Ministry of Foreign Affairs'],
    ],
    [
      'a firm with and without its legal form',
      'Shares of Qorveth Metals Corp fell. Later the Qorveth Metals Corporation spoke, and Qorveth Metals shut.',
      ['Qorveth Metals', 'Qorveth Metals Corp', 'Qorveth Metals Corporation'],
    ],
    [
      'a name clipped at second mention',
      'The Qorveth College opened. The staff of Qorveth were glad, and members of Qorveth sang.',
      ['Qorveth', 'Qorveth College'],
    ],
    [
      'another spelling of its words',
      'The Labour Defence League met. Members of the Labor Defense League left.',
      ['Labor Defense League', 'Labour Defence League'],
    ],
    [
      'an older romanisation',
      'Minister Hua Kuo-feng spoke. Minister Hua Guofeng left. Hua said nothing.',
      ['Hua', 'Hua Guofeng', 'Hua Kuo-feng'],
    ],
    [
      'a surname that stands first',
      'Minister Park Dong-hyun spoke. Later Park said nothing.',
      ['Park', 'Park Dong-hyun'],
    ],
    [
      'a familiar form of the given name',
      'Mayor William Brandt came. They met Mayor Bill Brandt at night.',
      ['Bill Brandt', 'William Brandt'],
    ],
    [
      'the first of two surnames',
      'Senator Rosa Elena Quimbo Mantar came. Quimbo said little. They met Senator Rosa Quimbo.',
      ['Quimbo', 'Rosa Elena Quimbo Mantar', 'Rosa Quimbo'],
    ],
    [
      'a surname first and last',
      'The speech of Premier Nagy Zoltanek was long. Premier Zoltanek Nagy left.',
      ['Nagy Zoltanek', 'Zoltanek Nagy'],
    ],
    ['a body and where it is', 'He studied at Qorveth College London. QCL is old.', ['QCL', 'Qorveth College London']],
    ['all letters of a word', 'The UK Quill Party met. UKQP is small.', ['UK Quill Party', 'UKQP']],
    [
      'beginnings of words',
      'The Qorveth Aluminium Company met. QALCO is small.',
      ['QALCO', 'Qorveth Aluminium Company'],
    ],
    [
      'an abbreviation with a hyphen',
      'The Quillan Union of Struggle (PDI-P) met. PDI-P won.',
      ['PDI-P', 'Quillan Union of Struggle'],
    ],
    [
      'a newspaper without its town',
      'She read it in the Nairobi Evening News. He wrote for the Evening News as well.',
      ['Evening News', 'Nairobi Evening News'],
    ],
    [
      'a town without what it lies on',
      'They came to the city of Quilla de Norrby. It rained in the city of Quilla.',
      ['Quilla', 'Quilla de Norrby'],
    ],
    ['what it is', 'They landed at Qorveth Airport near the city of Qorveth.', ['Qorveth', 'Qorveth Airport']],
  ])('is one by %s', (_, text, expected) => {
    expect(groupsIn(text)).toContainEqual([...expected].sort());
  });
});

test('a body has a capital by its noun alone in its own article, whatever others write', () => {
  const own = 'The Norrby Monitoring Group met. Later the Group voted.';
  const other = 'A group of boys saw another group. The group met our group. Some group came late.';
  expect(groupsIn(own, other)).toContainEqual(['Group', 'Norrby Monitoring Group']);
});

test('a surname right after somebody who is said to be of the family goes to nobody', () => {
  const told =
    'Josiah Velmarin built the mill. It made sails and rope for half of the coast, and paid well. His nephew Arthur Velmarin, who ran it by then, moved it.';
  expect(groupsIn(`${told} Velmarin was knighted for it.`)).toContainEqual(['Velmarin']);
});

test("a rank that the subject of a page has nowhere is another's of the family", () => {
  const told = 'Rosa Velmarin (1881–1962) was a doctor at sea. Omar Velmarin, her brother, fled.';
  expect(groupsIn(`${told} It rained. Captain Velmarin came home.`)).toContainEqual(['Velmarin']);
});

describe('what an article has named in full', () => {
  test.each([
    ['by the noun alone', 'The Velmar Observatory for Human Rights counted. He runs the Observatory.', 'Observatory'],
    [
      'without its town',
      'The Lindholt Ferry Company sails from Lindholt. The Ferry Company lost money.',
      'Ferry Company',
    ],
    [
      'turned round',
      'The rector of the Kharkiv Institute of Mining left. The Mining Institute is old.',
      'Mining Institute',
    ],
    [
      'by one of its fields',
      'The Ministry of Energy and Industry agreed. The Energy Ministry said so.',
      'Energy Ministry',
    ],
    ['by its own word', 'Kestrova Shipping & Marine Engineering shut. Workers of Kestrova left.', 'Kestrova'],
    ['by the last word of a firm', 'He works for Royal Dutch Quell Plc. Quell shares fell.', 'Quell'],
    [
      'without its seat',
      'She studied at the Hebrew University of Jerusalem. The Hebrew University is old.',
      'Hebrew University',
    ],
    [
      'by its members',
      'The Christian Democratic Party met. The Christian Democrats were tired.',
      'Christian Democrats',
    ],
    ['by its capitals', 'PetroKestGas (PKG) bought the field. PKG shares fell.', 'PKG'],
    ['by small letters', 'The Bank of Velmar sold dollars. The BoV said so. Two officials of the BoV left.', 'BoV'],
    ['by initials without the legal form', 'Velmar Kestrel Motors Ltd grew. Shares of VKM fell.', 'VKM'],
    [
      'by two words',
      'Shares of Teckmar-Rovandi Minerals Ltd rose. Teckmar-Rovandi said that it would grow.',
      'Teckmar-Rovandi',
    ],
    ['as a club', 'Northgate Town Football Club won. Northgate Town play in blue.', 'Northgate Town'],
  ])('is called %s', (_, text, short) => {
    const group = groupsIn(text).find((names) => names.includes(short));
    expect(group, groupsIn(text).join(' | ')).toHaveLength(2);
  });

  test.each([
    ['the town', 'The Lindholt Ferry Company stopped. Lindholt voted no. He lives in Lindholt.', 'Lindholt'],
    [
      'another body',
      'The Kestrova Observatory and the Velmar Observatory met. He runs the Observatory.',
      'Observatory',
    ],
    ['the known town of an airport', 'He landed at Hama Military Airport. They live in Hama.', 'Hama'],
  ])('is not %s', (_, text, short) => {
    const group = groupsIn(text).find((names) => names.includes(short));
    expect(group, groupsIn(text).join(' | ')).toEqual([short]);
  });
});

describe('two things', () => {
  test.each([
    ['two people with one surname', 'Ilka Brandt and Piet Brandt came.', 'Ilka Brandt', 'Piet Brandt'],
    [
      'a people that differs by one initial',
      'President Ilka W. Brandt met President Ilka H. W. Brandt.',
      'Ilka W. Brandt',
      'Ilka H. W. Brandt',
    ],
    [
      'a man and a woman whose initials are alike',
      'The letter of Mrs J. K. Brandt was read. Minister Jane Brandt came. Mayor John Brandt left.',
      'Jane Brandt',
      'John Brandt',
    ],
    [
      'two people whose names are turned round',
      'Captain Peter Qorvane met Captain Qorvane Peter.',
      'Peter Qorvane',
      'Qorvane Peter',
    ],
    [
      'two people of whom one has a surname of two parts',
      'Governor Kwaku Brandt-Olsen spoke. A spokesman, Kwaku Brandt, laughed.',
      'Kwaku Brandt-Olsen',
      'Kwaku Brandt',
    ],
    ['two known towns that sound alike', 'The road from Samara to Samarra is long.', 'Samara', 'Samarra'],
    [
      'a force and a force with one word more',
      'The Qorveth Army fought the Free Qorveth Army.',
      'Qorveth Army',
      'Free Qorveth Army',
    ],
    ['a country and its capital', 'The road from Kuwait to Kuwait City is short.', 'Kuwait', 'Kuwait City'],
    ['a town and its province', 'It rained in Qorveth, and all over Qorveth Province.', 'Qorveth', 'Qorveth Province'],
    ['a lake and its town', 'The city of Qorveth lies far from Lake Qorveth.', 'Qorveth', 'Lake Qorveth'],
    [
      'two parts of an unknown region',
      'In Eastern Qorveth and in Western Qorveth it rained.',
      'Eastern Qorveth',
      'Western Qorveth',
    ],
  ])('stay two: %s', (_, text, one, other) => {
    const groups = groupsIn(text);
    expect(
      groups.find((group) => group.includes(one)),
      one,
    ).toBeDefined();
    expect(groups.find((group) => group.includes(one))).not.toContain(other);
  });

  test('of one surname in two articles are told apart by the article', () => {
    const groups = groupsIn(
      'Ilka Brandt, the mayor, came. Brandt spoke.',
      'Piet Brandt, the baker, came. Brandt sang.',
    );
    expect(groups).toEqual(
      expect.arrayContaining([
        ['Brandt', 'Ilka Brandt'],
        ['Brandt', 'Piet Brandt'],
      ]),
    );
  });

  test('of one surname in one article leave the surname to neither', () => {
    const groups = groupsIn('Mayor Ilka Brandt met the baker Piet Brandt. Brandt spoke.');
    expect(groups).toEqual(expect.arrayContaining([['Brandt'], ['Ilka Brandt'], ['Piet Brandt']]));
  });

  test('of one surname are told apart by who is a man and who is a woman', () => {
    const groups = groupsIn(
      'Mayor Piet Brandt and his wife Ilka Brandt came. Later Mrs Brandt said that Mr Brandt was ill.',
    );
    expect(groups).toEqual(
      expect.arrayContaining([
        ['Brandt', 'Ilka Brandt'],
        ['Brandt', 'Piet Brandt'],
      ]),
    );
  });

  test('of one surname are told apart as long as only one of them has been named', () => {
    const groups = groupsIn('Mayor Ilka Brandt came. Brandt said little. The baker Piet Brandt sang.');
    expect(groups).toEqual(expect.arrayContaining([['Brandt', 'Ilka Brandt'], ['Piet Brandt']]));
  });

  test('of one surname are told apart by what they are', () => {
    const groups = groupsIn(
      'Senator Jovan Larrache spoke. His cousin Andre Larrache, a judge, heard of it on the radio. Judge Larrache was amused.',
    );
    expect(groups).toContainEqual(['Andre Larrache', 'Larrache']);
  });

  test('are brothers whose names differ by a middle one', () => {
    const groups = groupsIn('President Omar Haddad won. Omar Karim Haddad, the brother, leads the party.');
    expect(groups).toContainEqual(['Omar Haddad']);
  });

  test('of one surname are told apart by whose page it is', () => {
    const page = (dates: string) =>
      `Maud Anne Duvall${dates} was an astronomer. In 1893 she married Jean Duvall, an engineer. Duvall measured stars.`;
    const titled = libraryFrom({ 'a.md': `---\ntitle: Maud Duvall\n---\n\n${page('')}` }).names.entities;
    expect(titled.map(({ surfaces }) => surfaces.map(({ text }) => text))).toContainEqual([
      'Duvall',
      'Maud Anne Duvall',
    ]);
    expect(groupsIn(page(' (1871–1944)'))).toContainEqual(['Duvall', 'Maud Anne Duvall']);
  });

  test('are a ruler and somebody whose surname is like the name of the ruler', () => {
    const groups = groupsIn('King Oswin received Mayor Piet Oswin. King Oswin spoke.');
    expect(groups).toEqual(expect.arrayContaining([['Oswin'], ['Piet Oswin']]));
  });

  test('have one abbreviation in two articles, each of which says what it stands for', () => {
    const groups = groupsIn(
      'The Coastal Guard Union (CGU) met. The CGU voted.',
      'The Central Grain Union (CGU) met. The CGU sold.',
    );
    expect(groups).toEqual(
      expect.arrayContaining([['CGU', 'Coastal Guard Union'], ['CGU', 'Central Grain Union'].sort()]),
    );
  });

  test('of Korea are two by one sound', () => {
    const groups = groupsIn('Minister Kim Yong-nam met Minister Kim Jong-nam.');
    expect(groups).toEqual(expect.arrayContaining([['Kim Yong-nam'], ['Kim Jong-nam']]));
  });

  test('are meant by a surname in an article that brings its bearer much later, or names nothing that his article names', () => {
    const long = 'The rain fell on the hills for a week. '.repeat(25);
    const groups = groupsIn(`Williams, the mayor, came. ${long} Minister Anna Williams left.`);
    expect(groups).toEqual(expect.arrayContaining([['Williams'], ['Anna Williams']]));
    const apart = groupsIn('Minister Anna Williams left Lisbon. It rained.', 'Mr Williams came to Oslo. It snowed.');
    expect(apart).toEqual(expect.arrayContaining([['Anna Williams'], ['Williams']]));
    const together = groupsIn('Minister Anna Williams left Lisbon.', 'Mr Williams came to Lisbon.');
    expect(together).toContainEqual(['Anna Williams', 'Williams']);
  });

  test('called by relation leave the surname to the one first named', () => {
    const groups = groupsIn('Mayor Ilka Brandt came with her brother Piet Brandt. Brandt spoke.');
    expect(groups).toContainEqual(['Brandt', 'Ilka Brandt']);
  });
});

describe('firms called by one word', () => {
  test('are told apart by what each article calls in full', () => {
    const groups = groupsIn(
      'Shares of Qorveth Airways fell. Two officials of Qorveth were there.',
      'Shares of Qorveth Foods fell. Two officials of Qorveth were there.',
    );
    expect(groups).toEqual(
      expect.arrayContaining([
        ['Qorveth', 'Qorveth Airways'],
        ['Qorveth', 'Qorveth Foods'],
      ]),
    );
  });
});

describe('initials', () => {
  test.each([
    ['CGU', 'Coastal Guard Union', true],
    ['MoD', 'Ministry of Defence', true],
    ['UNREMIP', 'UN Relief Mission in Peru', true],
    ['CGU', 'Leading Guard Union', false],
    ['CG', 'Coastal Guard Union', false],
    ['C', 'Coastal Guard', false],
    ['CGU', 'Coastal', false],
  ])('%s for %s: %s', (short, long, fits) => {
    expect(fitsInitials(short, long)).toBe(fits);
  });
});

test('a town in the capitals of a dateline is the town that another article writes out', () => {
  expect(
    groupsIn('LUSAKA (AFP) - The rain fell all day.', 'The rain fell in Lusaka. It stopped in Lusaka.'),
  ).toContainEqual(['LUSAKA', 'Lusaka']);
});

test('a country is no town that sounds nearly like it', () => {
  const groups = groupsIn(
    'They came to Qana. It rained in Qana all day.',
    'They came to Ghana. It rained in Ghana all day.',
  );
  expect(groups).toContainEqual(['Ghana']);
  expect(groups).toContainEqual(['Qana']);
});

test('a surname in the capitals of a headline is that of the story', () => {
  const story = 'Laurent Moreau of France kept the lead on Friday. He said that the rain had helped.';
  expect(groupsIn(`Notes\n\nCYCLING - MOREAU KEEPS LEAD IN TOUR OF NORWAY.\n\n${story}`)).toContainEqual([
    'Laurent Moreau',
    'MOREAU',
  ]);
});

test('somebody is not called by a word that grew on to the name', () => {
  const { names } = libraryFrom({
    'one.txt': 'Cover Sergei Brandt said. Minister Sergei Brandt left. Brandt sang.',
  });
  expect(names.entities.find(({ type }) => type === 'person')?.name).toBe('Sergei Brandt');
});
