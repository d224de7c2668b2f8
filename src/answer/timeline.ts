/** From a subject to its timeline: the sentences that date something about it, in order of time, each a quote. */
import type {
  Answer,
  Article,
  Asked,
  Entity,
  Found,
  FoundAnswer,
  Library,
  Passage,
  Sentence,
  Span,
  When,
} from '../model.ts';
import { boundedQuery } from '../search/query.ts';
import { byDay, type DateMention, datesWithin } from '../text/dates.ts';
import { contains, mergedSpans, overlaps } from '../text/span.ts';
import { coverageMin, wordCandidates } from './candidates.ts';
import { withCopiesJoined } from './copies.ts';
import { choiceOf, commandFor, noteOf, nothing, subjectOf } from './find.ts';
import { quote } from './quote.ts';
import { leadIn, readAlone } from './read-alone.ts';

/** Entries of one timeline: as many as thirty screens of a phone hold. */
const entriesMax = 90;

/** A sentence of a passage, and where the subject stands in what is quoted of it. */
interface Place {
  readonly passage: Passage;
  readonly sentence: Span;
  /** With the sentences before it that tell whom or what it is about. */
  readonly quoted: Span;
  readonly spans: readonly Span[];
}

interface Dated extends Place {
  readonly date: DateMention;
}

export async function timelineOf(library: Library, asked: Asked): Promise<Answer> {
  const typed = boundedQuery(asked.query);
  const looked = library.names.lookup(typed);
  if (looked.kind === 'several') {
    return {
      kind: 'choose',
      asked,
      choices: looked.entities.map((entity) => choiceOf(library, entity, asked.command)),
    };
  }
  const isNamed = looked.kind === 'one' && (looked.by !== 'spelling' || !library.engine.knows(typed));
  if (looked.kind === 'one' && isNamed) {
    const places = placesOf(library, looked.entity);
    const note = looked.by === 'name' ? undefined : noteOf(typed, looked.entity, looked.matched);
    const answer = inTime(library, asked, places, looked.entity, note ? [note] : []);
    if (answer.kind === 'found') return answer;
    // What has a name in one place has a date, perhaps, where it stands without: "ceasefire", beside "ceasefire in Syria".
    const byWords = inTime(library, asked, await placesByWords(library, typed), null, []);
    return byWords.kind === 'found' ? byWords : answer;
  }
  const places = await placesByWords(library, typed);
  if (places.length === 0) return nothing(library, asked, looked.kind === 'none' ? looked.nearest : []);
  return inTime(library, asked, places, null, []);
}

async function placesByWords(library: Library, typed: string): Promise<Place[]> {
  const candidates = await wordCandidates(library, typed, coverageMin.words);
  return candidates.flatMap(({ passage, spans }) => placesIn(passage, spans, pronouns.any));
}

/** The sentences that name the entity, and those right after them that go on about it by a pronoun that may stand for it. */
function placesOf(library: Library, entity: Entity): Place[] {
  return [...Map.groupBy(entity.mentions, ({ passage }) => passage)].flatMap(([id, mentions]) =>
    placesIn(library.passages[id]!, mentions, pronounsOf(entity)),
  );
}

const startingWith = (words: string): RegExp => new RegExp(`^["“'(]*${leadIn}?(?:${words})\\b`, 'iu');

const pronouns = {
  person: startingWith('he|she|his|her'),
  thing: startingWith('it|they|its|their'),
  any: startingWith('he|she|it|they|his|her|its|their'),
} as const;

const pronounsOf = ({ type }: Entity): RegExp =>
  type === 'person' ? pronouns.person : type === 'untyped' ? pronouns.any : pronouns.thing;

function placesIn(passage: Passage, spans: readonly Span[], pronoun: RegExp): Place[] {
  const places: Place[] = [];
  /** Where the sentence starts that names what those after it go on about. */
  let from: number | null = null;
  for (const sentence of sentencesOf(passage)) {
    const isNamed = spans.some((span) => overlaps(sentence, span));
    const goesOn = from !== null && pronoun.test(passage.article.text.slice(sentence.start, sentence.end));
    if (isNamed) from = sentence.start;
    else if (!goesOn) from = null;
    if (from === null) continue;
    const quoted = isNamed ? readAlone(passage, sentence, spans) : { start: from, end: sentence.end };
    places.push({ passage, sentence, quoted, spans: spans.filter((span) => overlaps(quoted, span)) });
  }
  return places;
}

const sentencesOf = (passage: Passage): readonly Sentence[] =>
  (passage.article.blocks[passage.block]?.sentences ?? []).filter((sentence) => contains(passage, sentence));

function inTime(
  library: Library,
  asked: Asked,
  places: readonly Place[],
  entity: Entity | null,
  notes: readonly string[],
): Answer {
  const dated = places.flatMap((place): Dated[] => {
    const date = dateIn(place);
    return date ? [{ ...place, date }] : [];
  });
  const found = entriesOf(dated.sort(byTime));
  const name = entity?.name ?? boundedQuery(asked.query);
  if (found.length === 0) {
    const own = entity ? commandFor(entity.type, 'quote') : 'quote';
    const others = [...new Set([own, 'event'])].map((command) => ({ command, query: asked.query }));
    return {
      ...nothing(library, asked, []),
      reason: `No sentence in this library gives a date beside “${name}”.`,
      nearest: others.map((ask) => ({ label: `/${ask.command} ${name}`, detail: 'with or without a date', ask })),
    };
  }
  const open = found.filter(({ when }) => when?.from === null).length;
  const note = [...notes, ...(open > 0 ? [openNote(open)] : [])].join(' ');
  const answer: FoundAnswer = {
    kind: 'found',
    asked,
    subject: entity && subjectOf(entity),
    total: found.length,
    found: found.slice(0, entriesMax),
  };
  return note ? { ...answer, note } : answer;
}

const openNote = (count: number): string =>
  count === 1
    ? 'The last sentence gives a date without a year.'
    : `The last ${count} sentences give a date without a year.`;

/** The date of a sentence that is nearest before its subject's verb can't be told: the first that is told, else the first. */
function dateIn({ passage, sentence }: Place): DateMention | undefined {
  const dates = datesWithin(passage.article, sentence);
  return dates.find(({ value }) => value !== null) ?? dates.find(({ isRelative }) => !isRelative);
}

/** Dates without a year come last, in the order of the library; of two from one day the shorter span comes first. */
function byTime(a: Dated, b: Dated): number {
  const [one, other] = [a.date.value, b.date.value];
  if (!one || !other) return Number(one === null) - Number(other === null) || inLibrary(a, b);
  return byDay(one.from, other.from) || byDay(one.to, other.to) || inLibrary(a, b);
}

const inLibrary = (a: Dated, b: Dated): number => a.passage.id - b.passage.id || a.sentence.start - b.sentence.start;

/** The same sentence in two articles is one entry, "also in …". */
const entriesOf = (dated: readonly Dated[]): Found[] =>
  withCopiesJoined(dated, ({ passage, sentence }) => ({ article: passage.article, span: sentence })).map(
    ({ first: { passage, quoted, spans, date }, others }) => ({
      quote: quote(passage.article, quoted),
      matches: mergedSpans(spans.map((span) => within(span, quoted))),
      alsoIn: others.map((copy) => quote(copy.passage.article, copy.sentence)),
      when: whenOf(passage.article, date),
    }),
  );

const within = (span: Span, sentence: Span): Span => ({
  start: Math.max(span.start, sentence.start),
  end: Math.min(span.end, sentence.end),
});

const whenOf = ({ text }: Article, { start, end, value, year }: DateMention): When => ({
  text: text.slice(start, end),
  from: value?.from ?? null,
  to: value?.to ?? null,
  isReckoned: year === 'anchored',
});
