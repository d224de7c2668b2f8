/** From a name, from words, or from what an event is described by, to the passages that may answer: what is ranked next. */
import { eventClassOf } from '../entities/event-nouns.ts';
import { mentionsIn } from '../entities/mentions-in.ts';
import type { Entity, Library, Mention, QueryWord, Span } from '../model.ts';
import type { Candidate } from '../search/features.ts';
import { matchesIn } from '../search/matches.ts';
import { questionOf, readingOf } from '../search/question.ts';
import { isAnswer } from '../search/strength.ts';
import { fold } from '../text/fold.ts';
import { overlaps } from '../text/span.ts';
import { wordsOf } from '../text/words.ts';

/** Passages of one name that are ranked; a name with more is weighed by its most telling places. */
const candidatesMax = 250;
/** Hits taken from the index; the right one is among the first 60 in nearly every question. */
export const hitsMax = 60;
/** Share of a question's words, weighted by rarity, below which a passage is no answer. */
export const coverageMin = { name: 0.75, words: 0.6 } as const;
/** Longer names are asked for by fewer of their words. */
export const nameWordsMax = 6;

export function entityCandidates(library: Library, entity: Entity): Candidate[] {
  return candidatesAt(library, entity, entity.mentions);
}

function candidatesAt(library: Library, entity: Entity, mentions: readonly Mention[]): Candidate[] {
  const byPassage = Map.groupBy(mentions, ({ passage }) => passage);
  const most = byPassage.values().reduce((max, { length }) => Math.max(max, length), 1);
  const articles = new Set<string>();
  const isFull = fullNameTest(entity);
  const candidates = [...byPassage].map(([id, spans]): Candidate => {
    const passage = library.passages[id]!;
    const isFirstInArticle = !articles.has(passage.article.id);
    articles.add(passage.article.id);
    const isFullName = spans.some(({ start, end }) => isFull(passage.article.text.slice(start, end)));
    return { passage, spans, relevance: spans.length / most, coverage: 1, together: 0, isFullName, isFirstInArticle };
  });
  if (candidates.length <= candidatesMax) return candidates;
  const promise = (one: Candidate) => Number(one.isFirstInArticle) + Number(one.isFullName) + one.relevance;
  return candidates.sort((a, b) => promise(b) - promise(a)).slice(0, candidatesMax);
}

/** As many words as the name, two at least of a longer one. A name with thousands of mentions has few spellings. */
function fullNameTest({ name }: Entity): (text: string) => boolean {
  const wordsIn = (text: string) => fold(text).split(/[\s-]+/u).length;
  const least = Math.min(2, wordsIn(name));
  const known = new Map<string, boolean>();
  return (text) => {
    const isFull = known.get(text) ?? wordsIn(text) >= least;
    known.set(text, isFull);
    return isFull;
  };
}

/** What happened at a place or to someone: the passages that name it, and those that name an event by it. */
export function happeningCandidates(library: Library, entity: Entity): Candidate[] {
  const events = eventsNaming(library, entity).flatMap(({ mentions }) => mentions);
  const own = Map.groupBy(entity.mentions, ({ passage }) => passage);
  const eventsIn = Map.groupBy(events, ({ passage }) => passage);
  const isOwn = (event: Mention) => (own.get(event.passage) ?? []).some((mention) => overlaps(mention, event));
  const candidates = candidatesAt(library, entity, [...entity.mentions, ...events.filter((event) => !isOwn(event))]);
  return candidates.map((candidate) => {
    const near = eventsIn.get(candidate.passage.id) ?? [];
    return { ...candidate, isInEvent: near.some((event) => candidate.spans.some((span) => overlaps(span, event))) };
  });
}

/** Events that have the name in theirs: of Norrby the siege of Norrby. */
export function eventsNaming(library: Library, entity: Entity): Entity[] {
  const names = [...new Set(entity.surfaces.map(({ text }) => ` ${plain(text)} `))];
  const holdsName = (text: string) => names.some((name) => ` ${plain(text)} `.includes(name));
  return library.names.entities.filter(
    (event) => event.type === 'event' && event !== entity && event.surfaces.some(({ text }) => holdsName(text)),
  );
}

const plain = (text: string): string =>
  fold(text)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

/** What stands for an event that nobody named: the names in a question, and the nouns of happening in it. */
export interface Described {
  readonly entities: readonly Entity[];
  readonly candidates: readonly Candidate[];
}

/**
 * "nationwide ceasefire after Aleppo", "phone call Putin Rouhani": passages that name all that is named in the question;
 * of one name, those that tell of such an event, in whatever noun.
 */
export function describedCandidates(library: Library, typed: string): Described {
  const { entities } = namesIn(library, typed);
  const nouns = wordsOf(fold(typed)).flatMap(({ text }) => eventClassOf(text)?.nouns.split(' ') ?? []);
  const [first, ...others] = entities;
  if (!first || (others.length === 0 && nouns.length === 0)) return { entities, candidates: [] };
  const noun = nouns.length > 0 ? new RegExp(`(?<![\\p{L}-])(?:${nouns.join('|')})(?!\\p{L})`, 'giu') : null;
  const inAll = entityCandidates(library, first).flatMap((candidate): Candidate[] => {
    const { passage } = candidate;
    const more = others.map((other) => mentionsIn(other, passage.id));
    if (more.some(({ length }) => length === 0)) return [];
    const told = noun ? spansOf(passage.article.text, passage, noun) : [];
    if (others.length === 0 && told.length === 0) return [];
    return [{ ...candidate, spans: inOrder([...candidate.spans, ...more.flat(), ...told]) }];
  });
  return { entities, candidates: inAll };
}

const spansOf = (text: string, { start, end }: Span, pattern: RegExp): Span[] =>
  [...text.slice(start, end).matchAll(pattern)].map(({ index, 0: { length } }) => ({
    start: start + index,
    end: start + index + length,
  }));

const inOrder = (spans: readonly Span[]): Span[] => [...spans].sort((a, b) => a.start - b.start);

/**
 * What happened, in words that need not be the text's: "opening of the Suez Canal". Those passages tell of it that tell of an
 * opening, and not only of the canal. None where nothing answers.
 */
export const toldCandidates = (library: Library, typed: string, read: readonly ReadCandidate[]): Candidate[] =>
  read.some(({ reading }) => isAnswer(reading, true)) ? withHappening(library, typed, read) : [];

function withHappening(library: Library, typed: string, candidates: readonly Candidate[]): Candidate[] {
  const rest = new Set(namesIn(library, typed).rest.map(fold));
  const isHappening = ({ text }: QueryWord) => rest.has(fold(text)) && /^\p{L}+$/u.test(text);
  return candidates.map((candidate) => {
    const { places = [], question } = candidate.reading ?? {};
    return { ...candidate, hasHappening: places.some(({ word }) => isHappening(question!.words[word]!)) };
  });
}

/** The names in a question, the longest first taken, and the words that are of none. */
export function namesIn(
  library: Library,
  typed: string,
): { readonly entities: Entity[]; readonly rest: readonly string[] } {
  const words = typed.split(' ');
  const found: Entity[] = [];
  const rest: string[] = [];
  for (let at = 0; at < words.length; at++) {
    rest.push(words[at]!);
    for (let count = Math.min(nameWordsMax, words.length - at); count > 0; count--) {
      const looked = library.names.called(words.slice(at, at + count).join(' '));
      if (looked?.kind !== 'one') continue;
      // A surname stands for a person; a word of another name stands for itself.
      if (looked.by === 'part' && looked.entity.type !== 'person') continue;
      if (!found.includes(looked.entity)) found.push(looked.entity);
      rest.pop();
      at += count - 1;
      break;
    }
  }
  return { entities: found, rest };
}

const longest = (spans: readonly Span[]): number => Math.max(0, ...spans.map(({ start, end }) => end - start));

/** Passages that hold enough of the words. */
export const wordCandidates = async (library: Library, words: string, coverage: number): Promise<Candidate[]> =>
  (await readCandidates(library, words)).filter((candidate) => candidate.coverage >= coverage);

/** What a question comes to: the passages that may answer it, or those that come nearest to that. */
export interface Questioned {
  readonly candidates: readonly ReadCandidate[];
  readonly isAnswered: boolean;
}

export async function questionCandidates(library: Library, words: string): Promise<Questioned> {
  const candidates = await readCandidates(library, words);
  return { isAnswered: candidates.some(({ reading }) => isAnswer(reading)), candidates };
}

export type ReadCandidate = Candidate & Required<Pick<Candidate, 'reading'>>;

/** Passages that hold any of the words, and what they hold of them. */
export async function readCandidates(library: Library, words: string): Promise<ReadCandidate[]> {
  const searched = await library.engine.search(words, hitsMax);
  const question = questionOf(words, searched);
  const best = Math.max(0, ...searched.hits.map(({ score }) => score));
  const articles = new Set<string>();
  return searched.hits.map((hit) => {
    const { passage, score, coverage } = hit;
    const isFirstInArticle = !articles.has(passage.article.id);
    articles.add(passage.article.id);
    const reading = readingOf(question, hit, library.names.inPassage(passage.id));
    const spans = matchesIn(passage.article.text, reading.places);
    const together = question.words.length > 1 ? longest(spans) / words.length : 0;
    return {
      passage,
      spans,
      relevance: score / best,
      coverage,
      together,
      isFullName: false,
      isFirstInArticle,
      reading,
    };
  });
}
