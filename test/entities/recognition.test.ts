import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Entity } from '../../src/model.ts';
import { libraryFrom } from '../library-from.ts';

/** Names of a text, each with its type: "Lind: person". */
const typesIn = (text: string) => {
  const { names } = libraryFrom({ 'one.txt': text });
  return names.entities.flatMap(({ surfaces, type }) => surfaces.map((surface) => `${surface.text}: ${type}`));
};
const namesIn = (text: string) => typesIn(text).map((line) => line.replace(/: \w+$/, ''));

test('code gives no names, in a block or in a line, nor does where a link leads; what a link says does', () => {
  const text = [
    '# Notes',
    '',
    'Ilka Brandt sets `HELLO Marrakesh` and reads [the letter of Omar Daoud](./Wendell-House.md).',
    '',
    '```',
    'const Agnes = new Tidewater("Piet Haal");',
    '```',
    '',
  ].join('\n');
  const { names } = libraryFrom({ 'one.md': text });
  expect(names.entities.map(({ name }) => name).sort()).toEqual(['Ilka Brandt', 'Omar Daoud']);
});

describe('a name', () => {
  test.each([
    [
      'goes on after "of", "for" and "and" where these belong to it',
      'He wrote to the Ministry of Fisheries and Trade and to the Centre for Coastal Studies.',
      ['Ministry of Fisheries and Trade', 'Centre for Coastal Studies'],
    ],
    [
      'ends before the place or the person that it belongs to',
      'Troops of the 12th Brigade of Orlan Veskić met the National Guard of Peru.',
      ['12th Brigade', 'Orlan Veskić', 'National Guard', 'Peru'],
    ],
    [
      'takes in particles, initials, nicknames and hyphens',
      'We met J. K. Aldous, Wilma van der Hoek, Anne-Lise Bakke, Rafiq "Bobo" Salim and Li Tse-wen.',
      ['J. K. Aldous', 'Wilma van der Hoek', 'Anne-Lise Bakke', 'Rafiq "Bobo" Salim', 'Li Tse-wen'],
    ],
    [
      'stands apart from titles and offices',
      'Foreign Minister Ilka Brandt and Lt. Gen. Omar Daoud wrote to UN Secretary-General Piet Haal.',
      ['Ilka Brandt', 'Omar Daoud', 'UN', 'Piet Haal'],
    ],
    [
      'stands apart from an office of a body whose letters open a sentence',
      'Envoys came late. UN Secretary-General Piet Haal looked on.',
      ['UN', 'Piet Haal'],
    ],
    [
      'stands apart from offices in three words',
      'They met Chief Cabinet Secretary Ilka Brandt and Rear Admiral Omar Daoud.',
      ['Ilka Brandt', 'Omar Daoud'],
    ],
    [
      'takes in a last syllable that is an English word',
      'In the evening President Moon Seo-in will write.',
      ['Moon Seo-in'],
    ],
    [
      'takes in a word that some write with a hyphen',
      'He left the Organization for Coastal Co-operation and Fisheries in May.',
      ['Organization for Coastal Co-operation and Fisheries'],
    ],
    [
      'ends with a legal form that ends a sentence',
      'He owns shares of Norrby Motor Corp. Qorveth does not.',
      ['Norrby Motor Corp', 'Qorveth'],
    ],
    [
      'begins after those who are of it, where these open a sentence',
      'It was late. Fighters of the Heron Force took no part.',
      ['Heron Force'],
    ],
    [
      'begins after the word that a life opens with',
      'It was late. Born Ilka Brandt in a village, she read physics.',
      ['Ilka Brandt'],
    ],
    [
      'takes in the office that owns it, and Justice where a party has it',
      "She wrote to the Prime Minister's Office, and Fr. Ilka Quimbo to Norrby's Justice and Labour Party.",
      ["Prime Minister's Office", 'Ilka Quimbo', 'Norrby', 'Justice and Labour Party'],
    ],
    [
      'takes in the office that it is the office of',
      'A letter came to the Office of the High Commissioner for Coastal Rights in Peru.',
      ['Office of the High Commissioner for Coastal Rights', 'Peru'],
    ],
    [
      'stands apart from honours, parties and peoples',
      'Fiona Ashworth QC met Democrat John Glennon and the Kurdish HADEP.',
      ['Fiona Ashworth', 'John Glennon', 'HADEP'],
    ],
    [
      'ends before the rank of somebody else',
      'They were the Tiger Forces of Colonel Suhail al-Hassan.',
      ['Tiger Forces', 'Suhail al-Hassan'],
    ],
    [
      'goes on after "in" between plain words',
      'He worked for People in Need and for Roberto d’Alessio.',
      ['People in Need', 'Roberto d’Alessio'],
    ],
    [
      'may end with a word that is a title elsewhere',
      'We met John Major and Moin Khan there.',
      ['John Major', 'Moin Khan'],
    ],
    [
      'goes on to its country where it is a public body or a newspaper',
      'It was the Electoral Commission of Zambia that told the Times of Zambia.',
      ['Electoral Commission of Zambia', 'Times of Zambia'],
    ],
    [
      'is not the word that only says what a line is about',
      'BOXING - Ilka Brandt met nobody.\n\n**Health.** Nobody came, which was AMAZING, and they DO NOT ask.',
      ['Ilka Brandt'],
    ],
    [
      'in a row of names and brackets is no headline',
      'Umpires: S. Venkataraghavan (India), R. Tiffin (Zimbabwe)',
      ['S. Venkataraghavan', 'R. Tiffin', 'India', 'Zimbabwe'],
    ],
    [
      'is not the word that a sentence, a quotation or a bullet begins with',
      'Delegates left. "Nothing is settled," said Ilka Brandt. Volunteers stayed: Water was short.',
      ['Ilka Brandt'],
    ],
    [
      'may begin with a small word inside a sentence',
      'It was built before the Second World War in New Delhi.',
      ['Second World War', 'New Delhi'],
    ],
    [
      'ends at a hyphen between two countries, and before "-led" and "-backed"',
      'A Russia-Iran plan and a US-backed group met.',
      ['Russia', 'Iran', 'US'],
    ],
    [
      'is kept whole as an abbreviation with stops',
      'He left the U.S. on Monday and joined the U.N. in May.',
      ['U.S.', 'U.N.'],
    ],
    [
      'is not a nationality, a month or a weekday',
      'The Norwegian and the Iraqis met in March on a Tuesday with Palestinians.',
      [],
    ],
    [
      'known beforehand is whole, with whatever stands in it',
      "Standard & Poor's met Médecins Sans Frontières, and Moody's asked al Qaeda about the Times of India.",
      ["Standard & Poor's", 'Médecins Sans Frontières', "Moody's", 'al Qaeda', 'Times of India'],
    ],
    [
      'keeps a word that is a title only before other titles',
      'The Estwick Grand Prix and the Major League Lacrosse games were seen by State Rep. Ilka Brandt and Sheriff Piet Haal.',
      ['Estwick Grand Prix', 'Major League Lacrosse', 'Ilka Brandt', 'Piet Haal'],
    ],
    [
      'takes in the number that tells one of a kind from the others',
      'He drove along Route 24 to Division 13 and spoke to de Groot there.',
      ['Route 24', 'Division 13', 'de Groot'],
    ],
    [
      'may be a word of the language where a preposition shows a town',
      'One hit was counted near Hit, and no one was hit.',
      ['Hit'],
    ],
    ['is no currency', 'It cost EUR 20 million in Nairobi.', ['Nairobi']],
    ['is no designation of a weapon', 'The T-72 tanks, a Mi-17 and two F-16s stood in Nairobi.', ['Nairobi']],
    [
      'keeps its first word at a sentence’s start where the next one has no capital of its own',
      'Orient Overseas rose. Permanent Joint Headquarters waited.',
      ['Orient Overseas', 'Permanent Joint Headquarters'],
    ],
    [
      'of an army keeps its people; a ministry does not',
      'The Iraqi Army and the Iranian Foreign Ministry wrote.',
      ['Iraqi Army', 'Foreign Ministry'],
    ],
    [
      'in a row of results is no headline’s word',
      'A day\n\nThey played all day.\n\nCarlos Moya ( Spain ) beat 3 - Goran Ivanisevic ( Croatia ) 6-4 6-4\n\nRain fell later.',
      ['Carlos Moya', 'Spain', 'Goran Ivanisevic', 'Croatia'],
    ],
    [
      'is not read in addresses of the web',
      'Write to Press@Example.com or see https://www.Example.org/Ilka/Brandt and www.Tidewater.com today.',
      [],
    ],
  ])('%s', (_, text, expected) => {
    expect(namesIn(text).sort()).toEqual([...expected].sort());
  });

  test('in a headline or a line of capitals is what is named in plain sentences, or is no word', () => {
    const text =
      'BRANDT WARNS OF MORE FLOODS IN NAIROBI\n\nIlka Brandt spoke in Nairobi on Monday. The floods went down, and many people warn of more.\n';
    expect(namesIn(text)).toEqual(expect.arrayContaining(['Ilka Brandt', 'Nairobi']));
    expect(namesIn(text)).not.toContain('FLOODS');
    expect(namesIn(text)).not.toContain('WARNS');
  });
});

describe('the type of a name', () => {
  test.each([
    ['a title', 'The doors were opened by Dr Zyskandra at noon.', 'Zyskandra: person'],
    ['what nobody but a person has', 'Zyskandra Molvik has a brother, Ilka Molvik.', 'Zyskandra Molvik: person'],
    ['an age', 'Zyskandra Molvik, 61, waited outside.', 'Zyskandra Molvik: person'],
    ['what is said of it afterwards', 'They came from Qorveth, a small port city in the south.', 'Qorveth: place'],
    ['its head', 'It was a letter to the Qorveth Shipping Company.', 'Qorveth Shipping Company: organisation'],
    ['its year after it', 'They still speak of the Qorvejada of 1932 there.', 'Qorvejada: event'],
    ['words of happenings before it', 'The mill was shut during the Qorvejada, they say.', 'Qorvejada: event'],
    ['what only a happening does after it', 'Whenever the Qorvejada took place, it rained.', 'Qorvejada: event'],
    ['its beginning', 'It was a day before Operation Grey Heron.', 'Operation Grey Heron: event'],
    ['a place and a number', 'It was late, and Minsk II brought no change.', 'Minsk II: event'],
    [
      'the state that a known town is the head of',
      'He stood beside Minister Aminu Kano; Kano State was his alone. He knew Kano State.',
      'Kano State: place',
    ],
    [
      'words of parties before "Congress"',
      'It was a letter to the Zelvian Federalist Congress.',
      'Zelvian Federalist Congress: organisation',
    ],
    ['what is known beforehand', 'She flew to Nairobi and to Peru.', 'Nairobi: place'],
    ['its neighbours in a list', 'They sold salt in Nairobi, Qorveth and Lima.', 'Qorveth: place'],
    ['a plural after "the"', 'They feared the Qorvets all their lives.', 'Qorvets: organisation'],
    ['words of a campaign', 'The army shelled Qorveth for a week.', 'Qorveth: place'],
    ['a compound', 'He joined a Qorveth-based firm.', 'Qorveth: place'],
    ['brackets with its initials', 'The plan of the Qorveth Tahun Zell (QTZ) was late.', 'QTZ: organisation'],
    [
      'the full name in the same text',
      'Zyskandra Molvik, the surgeon, came late. The car of Molvik was old.',
      'Molvik: person',
    ],
  ])('comes from %s', (_, text, expected) => {
    expect(typesIn(text)).toContain(expected);
  });

  test.each([
    ['those who speak for it', 'It was late, said Qorveth chairman Ilka Brandt.', 'Qorveth: organisation'],
    ['its price', 'Late in the day Qorveth rose 3 percent.', 'Qorveth: organisation'],
    ['its kind before it', 'They sold it to train maker Qorveth on Monday.', 'Qorveth: organisation'],
    ['its kind after it', 'It was in the Qorveth newspaper.', 'Qorveth: organisation'],
    ['those who work for it', 'Workers at Qorveth went home.', 'Qorveth: organisation'],
    ['a last word of firms', 'It was sold to Qorveth Plastics.', 'Qorveth Plastics: organisation'],
    ['a first word of clubs', 'She cheered for Dynamo Qorveth.', 'Dynamo Qorveth: organisation'],
    ['a plural as its last word', 'They cheered for the Qorveth Hawks.', 'Qorveth Hawks: organisation'],
    ['a score', 'Qorveth beat Molvik 2-1 in the rain.', 'Molvik: organisation'],
    [
      'a row of a table',
      'A table\n\nThe season ended early this year.\n\nQorveth 24 14 6 4 48\nMolvik 24 12 8 4 44\n',
      'Qorveth: organisation',
    ],
    ['"at" before it', 'It was late when they died at Ilka Brandt.', 'Ilka Brandt: place'],
    ['the noun of a ground', 'It was late. The Ilka Brandt Ground was shut.', 'Ilka Brandt Ground: place'],
    [
      'its noun after "the"',
      'It was late when the Secretariat met. A note of the Secretariat was lost.',
      'Secretariat: organisation',
    ],
    [
      '"International" in it',
      'It was late when Qorveth International Peru left.',
      'Qorveth International Peru: organisation',
    ],
    ['its governor', 'Late came Qorveth governor Ilka Brandt.', 'Qorveth: place'],
    ['who rules it', 'He met Queen Ilka of Qorveth there.', 'Qorveth: place'],
    ['what happens to it', 'It was late when Qorveth was retaken.', 'Qorveth: place'],
    ['an item that it heads', 'It was late.\n\n2. Qorveth. No convoy came all day.', 'Qorveth: place'],
    ['a legal form after it', 'It was sold by Ilka Qorveth Bhd on Monday.', 'Ilka Qorveth Bhd: organisation'],
    ['the number of its troops', 'They met the 22nd Indiana.', '22nd Indiana: organisation'],
    ['the day of a report after it', 'A title\n\nQORVETH 1996-08-30\n\nIt was late in the day.', 'QORVETH: place'],
    [
      'a line of a scoreboard',
      'A match\n\nThe season ended early this year.\n\nQorveth c Molvik b Tahun 17\n\nMolvik not out 4\n\nIt was over.',
      'Molvik: person',
    ],
    ['a minute of a match', 'It was late. Scorers: Qorveth 12, Molvik 61.', 'Molvik: person'],
    ['what it is, after brackets', 'Qorveth (Latin: Corvia; old: Kor) is a town in the hills.', 'Qorveth: place'],
    ['a list of places', 'It takes in the villages of Nurm, Ilka Brandt, Qorveth and Zell.', 'Ilka Brandt: place'],
    ['an abbreviated state', 'He came to Qorveth, Wis., on foot.', 'Wis: place'],
    ['its shares', 'Late in the day Ilka Qorveth stock was unchanged.', 'Ilka Qorveth: organisation'],
    ['what firms do', 'It was late when Qorveth raised paper prices.', 'Qorveth: organisation'],
    ['a last word of clubs that is a common one', 'She wrote about Qorveth United.', 'Qorveth United: organisation'],
    ['the body at its end', 'It was the City of Qorveth Police.', 'City of Qorveth Police: organisation'],
    ['its men', 'They met Qorveth snipers in the hills.', 'Qorveth: organisation'],
  ])('comes from %s', (_, text, expected) => {
    expect(typesIn(text)).toContain(expected);
  });

  test('of one word, in an article that names people in full, is rather a firm than a person', () => {
    const people = 'Ilka Brandt, 40, sang. Piet Haal, 50, danced.';
    expect(typesIn(`${people} Qorveth said so.`)).toContain('Qorveth: organisation');
    expect(typesIn(`${people} Anna Qorveth, 60, wept. Qorveth said so.`)).toContain('Qorveth: person');
    expect(typesIn('Qorveth said so.')).toContain('Qorveth: person');
  });

  test('is a team where a town plays, and the town where somebody is in it', () => {
    const text = 'Leeds beat Everton 2-1 on Saturday. A court in Leeds sat late. Leeds lost 0-3 to Arsenal before.';
    const { names, passages } = libraryFrom({ 'one.txt': text });
    const leeds = names.entities.filter(({ name }) => name === 'Leeds');
    expect(leeds.map(({ type, mentions }) => `${type} ${mentions.length}`).sort()).toEqual([
      'organisation 2',
      'place 1',
    ]);
    const town = leeds.find(({ type }) => type === 'place')!.mentions[0]!;
    expect(passages[town.passage]!.article.text.slice(town.start - 3, town.end)).toBe('in Leeds');
  });

  test('is a city, though its club is known by that name alone', () => {
    const text = 'A court in São Paulo freed two men. He lives in São Paulo. Fans of São Paulo FC sang.';
    expect(typesIn(text)).toEqual(expect.arrayContaining(['São Paulo: place', 'São Paulo FC: organisation']));
    const match = 'A court in São Paulo freed two men. In the evening São Paulo beat Qorveth 2-1. São Paulo FC sang.';
    expect(typesIn(match)).toEqual(expect.arrayContaining(['São Paulo: place', 'São Paulo: organisation']));
  });

  test('of a country that plays is a place', () => {
    expect(typesIn('Zambia beat Uganda 1-0. Zambia lost 0-3 to Peru.')).toEqual(
      expect.arrayContaining(['Zambia: place', 'Uganda: place']),
    );
  });

  test('is a team where there is much of matches, and no score', () => {
    const told = 'The league has a new coach. The season was long, the striker tired, and the round of the cup a bore.';
    expect(typesIn(`${told} Qorveth beat Molvik on penalties in the final.`)).toContain('Molvik: organisation');
  });

  test('is no firm for what it lost in a year', () => {
    expect(typesIn('It was late when Qorveth lost the house in 1974.')).toContain('Qorveth: untyped');
  });

  test('is not guessed where nothing speaks', () => {
    expect(typesIn('They spoke about Qorveth again.')).toEqual(['Qorveth: untyped']);
  });

  test('can be explained', () => {
    const { names } = libraryFrom({ 'one.txt': 'They came from Qorveth, a small port city.' }) as ReturnType<
      typeof libraryFrom
    > & {
      names: { reasonsFor(entity: Entity): readonly { type: string; reason: string }[] };
    };
    expect(names.reasonsFor(names.entities[0]!)).toContainEqual(
      expect.objectContaining({ type: 'place', reason: '"city" after it', count: 1 }),
    );
  });
});

describe('any text', () => {
  const piece = fc.oneof(
    fc.constantFrom(
      'Qorveth',
      'Ilka Brandt',
      'al-Molvik',
      'U.S.',
      'the ',
      ' of ',
      ' and ',
      ', ',
      '. ',
      '-',
      "'s",
      '“',
      '”',
      'IRON',
      'Dr. ',
      '(',
      ')',
      '\n\n',
      '12th ',
      'م',
      '李',
      'É',
      '\u0301',
      '😀',
      'van der ',
    ),
    fc.string({ unit: 'binary', maxLength: 6 }).map((text) => text.replace(/\p{Cc}/gu, '')),
  );

  test('has mentions that slice back to its spellings, and every spelling finds its name', () => {
    fc.assert(
      fc.property(fc.array(piece, { minLength: 1, maxLength: 40 }), (pieces) => {
        const { names, passages } = libraryFrom({ 'one.txt': `It began so. ${pieces.join('')} and so on.` });
        for (const entity of names.entities) {
          const texts = entity.surfaces.map(({ text }) => text);
          expect(entity.surfaces.reduce((sum, { count }) => sum + count, 0)).toBe(entity.mentions.length);
          for (const { passage, start, end } of entity.mentions) {
            expect(texts).toContain(passages[passage]!.article.text.slice(start, end).replace(/\s+/gu, ' '));
          }
          for (const text of texts) {
            const found = names.lookup(`"${text}"`);
            const entities = found.kind === 'one' ? [found.entity] : found.kind === 'several' ? found.entities : [];
            expect(entities, text).toContain(entity);
          }
        }
      }),
      { numRuns: 150 },
    );
  });
});

describe('what an article says elsewhere', () => {
  test.each([
    [
      'a surname, of whoever owns an army or has the name of a town',
      "It was loyal to Khalifa Haftar. A spokesman for Haftar's Coastal Army left. It rained on Suheil al-Hassan. Al-Hassan's men sang.",
      ['Haftar: person', 'Coastal Army: organisation', 'Al-Hassan: person'],
    ],
    [
      'the beginning of a firm',
      'Archer Dunmore Foods Inc. grew. Archer Dunmore chief executive G. Allen Brandt wept. They blamed Archer Dunmore.',
      ['Archer Dunmore: organisation'],
    ],
    [
      'the last words of a longer name',
      'Founder Jason Liu Weidong spoke. Liu Weidong owns half.',
      ['Liu Weidong: person'],
    ],
    [
      'the surname of whom it names in full once',
      "They attacked Esfandiar Rahim Mashaei. Mashaei's daughter wept.",
      ['Esfandiar Rahim Mashaei: person'],
    ],
    [
      'a body by its noun alone',
      'He met the Guardian Council. He names half of the Council.',
      ['Council: organisation'],
    ],
  ])('tells the type of %s', (_, text, wanted) => {
    expect(typesIn(text)).toEqual(expect.arrayContaining(wanted));
  });
});

test('given names, parliaments and papers are not what their words say by themselves', () => {
  expect(
    typesIn(
      "They met Glen Parsons. They climbed Glen Corvie. Members of the National People's Congress read the Liverpool Echo. World War I ended there.",
    ),
  ).toEqual(
    expect.arrayContaining([
      'Glen Parsons: person',
      'Glen Corvie: place',
      "National People's Congress: organisation",
      'Liverpool Echo: organisation',
      'World War I: event',
    ]),
  );
});

test('an event is named to its end, and by what stands before its noun', () => {
  expect(
    typesIn(
      'In Lebanon I saw him. He died in the Pan Am Flight 73 hijacking. The O. J. Simpson trial came before the Annan Plan referendum. They lost the Battle of Pul-i-Sang.',
    ),
  ).toEqual(
    expect.arrayContaining([
      'Lebanon: place',
      'Pan Am Flight 73 hijacking: event',
      'O. J. Simpson trial: event',
      'Annan Plan referendum: event',
      'Battle of Pul-i-Sang: event',
    ]),
  );
});
