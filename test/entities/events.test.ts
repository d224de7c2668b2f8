import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { eventClassOf, eventNouns } from '../../src/entities/event-nouns.ts';
import { type Draft, withEvents } from '../../src/entities/events.ts';
import { emptyGazetteer } from '../../src/entities/gazetteer.ts';
import type { EntityType, Library, Span } from '../../src/model.ts';
import { libraryFrom } from '../library-from.ts';

/** Names given by hand, so that what is tested is the events alone. */
function draftsOf(library: Library, names: Readonly<Record<string, EntityType>>): Draft[] {
  return Object.entries(names).flatMap(([name, type]) => {
    const mentions = library.passages.flatMap(({ id, article, start, end }) =>
      [...article.text.slice(start, end).matchAll(new RegExp(name, 'gu'))].map((match): Span & { passage: number } => ({
        passage: id,
        start: start + match.index,
        end: start + match.index + name.length,
      })),
    );
    return mentions.length > 0 ? [{ name, type, surfaces: [{ text: name, count: mentions.length }], mentions }] : [];
  });
}

const known: Readonly<Record<string, EntityType>> = {
  Vellmar: 'place',
  Ostrava: 'place',
  'Tilda Marn': 'person',
  'Harbour Board': 'organisation',
  'Battle of Quill': 'event',
  Quill: 'place',
};

function eventsOf(...texts: readonly string[]): string[][] {
  const library = libraryFrom(Object.fromEntries(texts.map((text, at) => [`${at}.txt`, `Notes\n\n${text}`])));
  const drafts = withEvents(draftsOf(library, known), library.passages, emptyGazetteer, (event) => event);
  return drafts.filter(({ type }) => type === 'event').map(({ surfaces }) => surfaces.map(({ text }) => text));
}

describe('an event', () => {
  test.each([
    ['The siege of Vellmar lasted a year.', 'siege of Vellmar'],
    ['They ended the blockade around Vellmar.', 'blockade around Vellmar'],
    ['He told of the assassination of Tilda Marn.', 'assassination of Tilda Marn'],
    ['After the murder of the Danish ambassador to Vellmar, it closed.', 'murder of the Danish ambassador to Vellmar'],
    ['After the assassination of the prime minister, it closed.', 'assassination of the prime minister'],
    ['The bombing of the Vellmar barracks was heard.', 'bombing of the Vellmar barracks'],
    ['A ceasefire in Vellmar began.', 'ceasefire in Vellmar'],
    ['The Vellmar conflict went on.', 'Vellmar conflict'],
    ['The Vellmar peace talks went on.', 'Vellmar peace talks'],
    ['The Vellmar and Ostrava massacre is not forgotten.', 'Vellmar and Ostrava massacre'],
    ['He fought in the 1965 war.', '1965 war'],
    ['He fought in the Lebanese civil war.', 'Lebanese civil war'],
    ['The Vellmar trial went on.', 'Vellmar trial'],
    ['After the Tilda Marn talks they left.', 'Tilda Marn talks'],
    ['The 2012 Harbour Board strike was long.', '2012 Harbour Board strike'],
    ['The Harbour Board protests were long.', 'Harbour Board protests'],
    ['The Vellmar cave rescue was in all papers.', 'Vellmar cave rescue'],
    ['After the Vellmar regicide he fled.', 'Vellmar regicide'],
    ['The Vellmar agitation went on.', 'Vellmar agitation'],
    ['The Vellmar recount went on.', 'Vellmar recount'],
    ['The Tilda Marn incident was closed.', 'Tilda Marn incident'],
    ['It was at the Vellmar talks on Ostrava.', 'Vellmar talks'],
    ['The Harbour Board summit in Vellmar began.', 'Harbour Board summit'],
    ['The Vellmar famine of 1943 was told to all.', 'Vellmar famine of 1943'],
    ['They lived through the swine flu pandemic.', 'swine flu pandemic'],
  ])('is told by its noun and what it is about: %s', (text, event) => {
    expect(eventsOf(text)).toEqual([[event]]);
  });

  test.each([
    'There was no siege of Vellmar.',
    'Vellmar attacks Ostrava every year.',
    'Tilda Marn strikes every morning.',
    'She fears any attack on Vellmar.',
    'The Harbour Board strikes were long.',
    'Attacks in Vellmar were many.',
    'They went to war in the Harbour Board.',
    'In that case Vellmar is lost.',
    'Tilda Marn case files were open.',
    'The Harbour Board attack was long.',
    'The fall that Vellmar took was short.',
    'The siege was long, and Vellmar starved.',
  ])('is not found where there is none of its own: %s', (text) => {
    expect(eventsOf(text)).toEqual([]);
  });

  test('is one under nouns that mean the same of one place', () => {
    expect(eventsOf('The siege of Vellmar began.', 'The blockade of Vellmar began.')).toEqual([
      ['blockade of Vellmar', 'siege of Vellmar'],
    ]);
    expect(eventsOf('The siege of Vellmar began.', 'The siege of Ostrava began.')).toHaveLength(2);
  });

  test('is two where the dates differ', () => {
    expect(
      eventsOf('The siege of Vellmar began in 1912.', 'The blockade of Vellmar began in 1944.').flat().sort(),
    ).toEqual(['blockade of Vellmar', 'siege of Vellmar']);
    expect(eventsOf('The siege of Vellmar began in 1912.', 'The blockade of Vellmar began in 1944.')).toHaveLength(2);
  });

  test('that may happen twice is one only where the dates agree', () => {
    expect(eventsOf('The capture of Vellmar was quick.', 'The recapture of Vellmar was quick.')).toHaveLength(2);
    expect(
      eventsOf('The capture of Vellmar on 3 May 1912 was quick.', 'The fall of Vellmar in May 1912 was quick.'),
    ).toHaveLength(1);
  });

  test.each(['World War II', 'Vellmar Open', 'Tour de Vellmar'])('is known by its name: %s', (name) => {
    const library = libraryFrom({ 'a.txt': `Notes\n\nThey spoke of ${name} all night.` });
    const drafts = withEvents(
      draftsOf(library, { [name]: 'organisation' }),
      library.passages,
      emptyGazetteer,
      (event) => event,
    );
    expect(drafts.map(({ type }) => type)).toEqual(['event']);
  });

  test.each([
    ['They ran the Vellmar Marathon twice.', 'Vellmar Marathon'],
    ['He fought in the Second Quill War then.', 'Second Quill War'],
    ['They were at the Battle of Tarn and Sill River.', 'Battle of Tarn'],
    ['He rode the Tour of Vellmar and the Giro d’Ostrava.', 'Tour of Vellmar'],
    ['The army began Operation Peace for Vellmar at dawn.', 'Operation Peace for Vellmar'],
    ['The army began Operation Zarb-e-Norrby at dawn.', 'Operation Zarb-e-Norrby'],
    ['The roof was lost to Tropical Storm Odalys.', 'Tropical Storm Odalys'],
    ['All shops close for Eid al-Fitr there.', 'Eid al-Fitr'],
    ['The mayor kept the Bishop’s Regatta alive.', 'Bishop’s Regatta'],
    ['It was the worst of the Seven Years’ War.', 'Seven Years’ War'],
    ['He was a boy in the War of 1812 still.', 'War of 1812'],
    ['They met at the 1911 Vellmar Conference and parted.', '1911 Vellmar Conference'],
    ['She wrote about the Saturday Night Massacre first.', 'Saturday Night Massacre'],
    ['It was settled by the Good Friday Agreement there.', 'Good Friday Agreement'],
    ['He told of the Mau Norrby uprising at length.', 'Mau Norrby uprising'],
    ['He told of the Estwick ferry disaster at length.', 'Estwick ferry disaster'],
    ['After the September 11 attacks, it closed.', 'September 11 attacks'],
    ['After the July 1966 counter-coup, it closed.', 'July 1966 counter-coup'],
    ['The army began operation Quiet Hands at dawn.', 'operation Quiet Hands'],
    ['It was an offensive called “Dawn of the Hills”, they say.', 'Dawn of the Hills'],
    ['The raid, codenamed Night Lantern, was lost.', 'Night Lantern'],
    ['After the 1982 coup attempt, it closed.', '1982 coup attempt'],
    ['The Great Flood of 1993 took the mill.', 'Great Flood of 1993'],
    ['They spoke of the Summit of the Eight.', 'Summit of the Eight'],
    ['They spoke of the Plague of Justinian.', 'Plague of Justinian'],
    ['She was in town for the Palm Sunday outbreak.', 'Palm Sunday outbreak'],
    ['Hundred Years’ War was on the lid.', 'Hundred Years’ War'],
    ['He wrote of the Seven Days Battles later.', 'Seven Days Battles'],
    ['He drove the 24 Hours of Vellmar twice.', '24 Hours of Vellmar'],
    ['They ran to the Edinburgh Fringe every year.', 'Edinburgh Fringe'],
    ['He told of the Scramble for Vellmar first.', 'Scramble for Vellmar'],
    ['He told of the Flight to Vellmar first.', 'Flight to Vellmar'],
    ['He told of the Charge of the Quiet Brigade first.', 'Charge of the Quiet Brigade'],
    ['It was settled at the 228 Incident there.', '228 Incident'],
    ['It was settled at the 8888 Uprising there.', '8888 Uprising'],
    ['It was settled by their Cups and Spoons Revolution.', 'Cups and Spoons Revolution'],
    ['He wrote of the Eighty Years’ War later.', 'Eighty Years’ War'],
    ['He wrote of the St. Odalys’s Day massacre later.', 'St. Odalys’s Day massacre'],
    ['The Quill massacre of 1927 took them all.', 'Quill massacre of 1927'],
    ['She was in town for the Quill Marathon bombing.', 'Quill Marathon bombing'],
    ['She was in town for the Boxing Day tsunami.', 'Boxing Day tsunami'],
    ['They spoke of the Quill Conspiracy.', 'Quill Conspiracy'],
    ['They met in the All-Ostrava Games and parted.', 'All-Ostrava Games'],
    ['They lost a car to Snowmageddon then.', 'Snowmageddon'],
    ['She was a child in Black May still.', 'Black May'],
    ['The cash-for-peerages scandal was over.', 'cash-for-peerages scandal'],
    ['He told of the Estwick crowd crush at length.', 'Estwick crowd crush'],
    ['He told of the Estwick subway sarin attack at length.', 'Estwick subway sarin attack'],
    ['She led the 1954 banana strike there.', '1954 banana strike'],
    ['She led the 2018 teachers’ strike there.', '2018 teachers’ strike'],
    ['They read of the Spanish embassy fire first.', 'Spanish embassy fire'],
    ['They read of the Estwick family feud first.', 'Estwick family feud'],
    ['After the 25 January Revolution, it closed.', '25 January Revolution'],
    ['They read of the Quill investigation first.', 'Quill investigation'],
    ['The army began Operación Quieta at dawn.', 'Operación Quieta'],
  ])('has a name: %s', (text, name) => {
    expect(eventsOf(text)).toContainEqual([name]);
  });

  test.each([
    'The Government of National Accord met.',
    'The Norrby army launched strikes.',
    'The Norrby army raid went on.',
    'The Norrby council chose fire.',
    'In Rome the Battle of Sill Society dined.',
    'He read it in the Vanity Fair of March 1921.',
    'They sailed to Easter Island and back.',
    'The Vellmar Games Company made a loss.',
    'In the March of that year it rained.',
    'The National Rally lost two seats.',
    'They heard the Asian Pacific American Caucus.',
    'They lived in Vellmar and I did too.',
    'The Building of the Harbour Board was sold.',
  ])('is not read into other names: %s', (text) => {
    expect(eventsOf(text)).toEqual([]);
  });

  test.each([
    ['They spoke of the Damascus Spring all night.', 'Damascus Spring'],
    ['They spoke of the Harrying of the North all night.', 'Harrying of the North'],
    ['They spoke of the Second Zyskandra all night.', 'Second Zyskandra'],
    ['They spoke of what Astana II had left open.', 'Astana II'],
    ['They spoke of the Zyskandragate papers all night.', 'Zyskandragate'],
    ['They spoke of the Garissa University attack all night.', 'Garissa University attack'],
  ])('is told from other names by what is known of the words: %s', (text, name) => {
    const { names } = libraryFrom({ 'a.txt': `Notes\n\n${text}` });
    expect(names.entities.filter(({ type }) => type === 'event').map((event) => event.name)).toEqual([name]);
  });

  test('of two that stand in one phrase is two', () => {
    const { names } = libraryFrom({ 'a.txt': 'Notes\n\nHe wrote of the Kentucky Campaign of the American Civil War.' });
    const events = names.entities.filter(({ type }) => type === 'event').map(({ name }) => name);
    expect(events.sort()).toEqual(['American Civil War', 'Kentucky Campaign']);
  });

  test.each([
    'They moved to Silver Spring then.',
    'He was the Third Reich’s man.',
    'They met Queen Elizabeth II there.',
  ])('is not what only looks like it: %s', (text) => {
    const { names } = libraryFrom({ 'a.txt': `Notes\n\n${text}` });
    expect(names.entities.filter(({ type }) => type === 'event')).toEqual([]);
  });

  test('in capitals is the one that is named elsewhere', () => {
    const library = libraryFrom({
      'a.txt':
        'Notes\n\nHe won the Quiet Waters Classic Cup twice.\n\nRACING - LIND LEADS IN QUIET WATERS CLASSIC CUP.',
    });
    const events = library.names.entities.filter(({ type }) => type === 'event');
    expect(events.map(({ mentions }) => mentions.length)).toEqual([2]);
  });

  test('takes its words from the names that they look like', () => {
    const { names } = libraryFrom({ 'a.txt': 'Notes\n\nThey rode the Tour of Norway, and came home from Norway.' });
    const places = names.entities.filter(({ type }) => type === 'place');
    expect(places.map(({ mentions }) => mentions.length)).toEqual([1]);
  });

  test('of an operation is known without the word, where no place is called so', () => {
    const { names } = libraryFrom({
      'a.txt': 'Notes\n\nThey began Operation Quiet Hands at dawn. Nobody thought that Quiet Hands would last.',
    });
    const [event] = names.entities.filter(({ type }) => type === 'event');
    expect(event?.surfaces.map(({ text }) => text)).toEqual(['Operation Quiet Hands', 'Quiet Hands']);
  });

  test('is all that a name is of which nothing else is told', () => {
    const { names } = libraryFrom({ 'a.txt': 'Notes\n\nHe told of the Zyskandra uprising at length.' });
    expect(names.entities.map(({ name }) => name)).toEqual(['Zyskandra uprising']);
  });

  test('goes on under its noun with a capital, where its article has but one such', () => {
    const known = 'The Vellmar General Strike was long. The Ostrava Explosion was heard.';
    const later = 'Many wrote of the General Strike, and of how the Explosion was studied.';
    const groupsOf = (text: string) =>
      libraryFrom({ 'a.txt': `Notes\n\n${text}` })
        .names.entities.filter(({ type }) => type === 'event')
        .map(({ surfaces }) => surfaces.map(({ text: name }) => name).sort());
    expect(groupsOf(`${known} ${later}`)).toEqual(
      expect.arrayContaining([
        ['General Strike', 'Vellmar General Strike'],
        ['Explosion', 'Ostrava Explosion'],
      ]),
    );
    const two = 'The Norrby General Strike was short.';
    expect(groupsOf(`${known} ${two} ${later}`)).toContainEqual(['General Strike']);
  });

  test('is one by a shorter word for what happened', () => {
    expect(eventsOf('The Vellmar earthquake was felt.', 'The Vellmar quake was felt.')).toHaveLength(1);
    expect(eventsOf('The Vellmar explosion was heard.', 'The Vellmar blast was heard.')).toHaveLength(1);
  });

  test('that has a name of its own is joined by what is told of it', () => {
    expect(eventsOf('The Battle of Quill was lost.', 'The battle of Quill was lost.')).toEqual([
      ['Battle of Quill', 'battle of Quill'],
    ]);
  });
});

test('every noun has its class, and there are enough of them', () => {
  expect(eventNouns.length).toBeGreaterThan(110);
  expect(eventNouns.filter((noun) => !eventClassOf(noun))).toEqual([]);
});

test('events of any text slice back to it, and finding them again finds no more', () => {
  const piece = fc.oneof(
    fc.constantFrom(...Object.keys(known), ...eventNouns, 'of', 'in', 'the', 'on', 'and', ',', '1965', 'Danish', 'The'),
    fc.string({ unit: 'grapheme', maxLength: 6 }).filter((text) => /^[\p{L}\p{M}\p{N}\p{P} ]*$/u.test(text)),
  );
  fc.assert(
    fc.property(fc.array(piece, { minLength: 1, maxLength: 20 }), (pieces) => {
      const library = libraryFrom({
        'a.txt': `Notes\n\nThe keeper of the archive wrote down all that he was told. It is said that ${pieces.join(' ')} and no more than that.`,
      });
      const drafts = withEvents(draftsOf(library, known), library.passages, emptyGazetteer, (event) => event);
      for (const { surfaces, mentions } of drafts) {
        expect(surfaces.reduce((sum, { count }) => sum + count, 0)).toBe(mentions.length);
        for (const { passage, start, end } of mentions) {
          const { article, ...span } = library.passages[passage]!;
          expect(start >= span.start && end <= span.end).toBe(true);
          expect(surfaces.map(({ text }) => text)).toContain(article.text.slice(start, end).replace(/\s+/gu, ' '));
        }
      }
      expect(withEvents(drafts, library.passages, emptyGazetteer, (event) => event)).toEqual(drafts);
    }),
  );
});
