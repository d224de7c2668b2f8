/** From a question to passages: by the name it asks for, or by its words; the one road of all commands that quote. */

import { placeTails, roles } from '../entities/lexicon.ts';
import type {
  Answer,
  Asked,
  Choice,
  Entity,
  EntityType,
  Found,
  FoundAnswer,
  Library,
  NothingAnswer,
  Span,
  Subject,
} from '../model.ts';
import { languageOf } from '../search/engine.ts';
import { matchesIn } from '../search/matches.ts';
import { boundedQuery } from '../search/query.ts';
import { type Candidate, type Kind, type Ranked, ranked } from '../search/rank.ts';
import { byDay, datesWithin } from '../text/dates.ts';
import { fold } from '../text/fold.ts';
import { mergedSpans } from '../text/span.ts';
import { wordsOf } from '../text/words.ts';
import { withCopiesJoined } from './copies.ts';
import { quote } from './quote.ts';

/** Entries of one answer: ten screens of a phone; whoever wants more asks more narrowly. */
const foundMax = 30;
/** Passages of one name that are ranked; a name with more is weighed by its most telling places. */
const candidatesMax = 250;
/** Hits taken from the index; the right one is among the first 60 in nearly every question. */
export const hitsMax = 60;
/** Share of a question's words, weighted by rarity, below which a passage is no answer. */
export const coverageMin = { name: 0.75, words: 0.6 } as const;
const nearestMax = 5;

export interface Wanted {
  readonly kind: Kind;
  readonly prefer: readonly EntityType[];
}

/** What a name stands for, in passages that tell of it; a choice where several bear it; else passages by its words. */
export async function answerAbout(library: Library, asked: Asked, wanted: Wanted): Promise<Answer> {
  const typed = withoutQuestionWords(boundedQuery(asked.query));
  const looked = library.names.lookup(typed, wanted.prefer);
  const isDescribed = isDescription(typed);
  if (looked.kind === 'several' && !isDescribed) {
    return { kind: 'choose', asked, choices: looked.entities.map((entity) => choiceOf(entity, asked.command)) };
  }
  if (looked.kind === 'one' && looked.by === 'name') {
    const isEvent = wanted.kind === 'event' && looked.entity.type === 'event';
    return isEvent ? answerOnEvent(library, asked, looked.entity) : answerOn(library, asked, wanted, looked.entity);
  }
  if (looked.kind === 'one' && looked.by === 'alias') {
    return answerOn(library, asked, wanted, looked.entity, noteOf(typed, looked.entity, looked.matched));
  }
  const byWords = await wordCandidates(library, typed, wanted.kind === 'event' ? coverageMin.words : coverageMin.name);
  const named = nameWithin(library, typed);
  if (named?.rest.every((word) => placeTails.has(word))) return answerOn(library, asked, wanted, named.entity);
  const isMisspelled = looked.kind === 'one' && looked.by === 'spelling' && !library.engine.knows(typed);
  if (
    looked.kind === 'one' &&
    (isMisspelled || (looked.by === 'part' && !isDescribed && !isRather(byWords, looked.entity)))
  ) {
    return answerOn(library, asked, wanted, looked.entity, noteOf(typed, looked.entity, looked.matched));
  }
  if (byWords.length > 0) return foundAnswer(asked, byWords, { kind: wanted.kind });
  return nothing(library, asked, named ? [named.entity] : looked.kind === 'none' ? looked.nearest : []);
}

/** "President of Iran" describes someone; it isn't a part of a name that holds "of Iran". */
const isDescription = (typed: string): boolean => {
  const words = wordsOf(fold(typed)).map(({ text }) => text);
  return words.includes('of') && roles.has(words[0] ?? '');
};

/** Longer names are asked for by fewer of their words. */
const nameWordsMax = 6;

/** A name at the beginning or the end of what was typed, and the words that are not of it: "Tiyas | base". */
function nameWithin(library: Library, typed: string): { entity: Entity; rest: readonly string[] } | null {
  const words = typed.split(' ');
  for (let count = Math.min(words.length - 1, nameWordsMax); count > 0; count--) {
    for (const [part, rest] of [
      [words.slice(0, count), words.slice(count)],
      [words.slice(-count), words.slice(0, -count)],
    ] as const) {
      const looked = library.names.lookup(part.join(' '));
      const isNamed = looked.kind === 'one' && (looked.by === 'name' || looked.by === 'alias');
      if (isNamed) return { entity: looked.entity, rest: rest.map(fold) };
    }
  }
  return null;
}

function answerOn(library: Library, asked: Asked, { kind }: Wanted, entity: Entity, note?: string): FoundAnswer {
  const total = new Set(entity.mentions.map(({ passage }) => passage)).size;
  const about = { kind, subject: subjectOf(entity), total, ...(note !== undefined && { note }) };
  return foundAnswer(asked, entityCandidates(library, entity), about);
}

/** An event is told in many wordings: the passages that name it, and those that hold the words of its name. */
async function answerOnEvent(library: Library, asked: Asked, entity: Entity): Promise<FoundAnswer> {
  const named = entityCandidates(library, entity);
  const taken = new Set(named.map(({ passage }) => passage.id));
  const worded = await wordCandidates(library, entity.name, coverageMin.words);
  const all = [...named, ...worded.filter(({ passage }) => !taken.has(passage.id))];
  return foundAnswer(asked, all, { kind: 'event', subject: subjectOf(entity) });
}

/** True when what was typed is part of one name, but stands far more often as ordinary words. */
const isRather = (byWords: readonly Candidate[], entity: Entity): boolean =>
  byWords.length >= 3 * new Set(entity.mentions.map(({ passage }) => passage)).size;

/** "Who is X?" and "What happened in X?" ask for X. */
const withoutQuestionWords = (typed: string): string =>
  typed
    .replace(/\s*\?+$/u, '')
    .replace(
      /^(?:tell me about|what (?:happened|happens|is happening|took place) (?:in|at|to|on|with|near|around)|(?:(?:who|what|where|when)(?:['’]s|\s+(?:is|was|are|were|did))|is|was|are|were))\s+(?:the\s+)?/iu,
      '',
    ) || typed;

export function noteOf(typed: string, entity: Entity, matched: string): string {
  const of = matched === entity.name ? '' : `, written “${matched}” in the library`;
  return `“${typed}” was taken for ${entity.name}${of}.`;
}

export function entityCandidates(library: Library, entity: Entity): Candidate[] {
  const byPassage = Map.groupBy(entity.mentions, ({ passage }) => passage);
  const most = byPassage.values().reduce((max, { length }) => Math.max(max, length), 1);
  const articles = new Set<string>();
  const candidates = [...byPassage].map(([id, spans]): Candidate => {
    const passage = library.passages[id]!;
    const isFirstInArticle = !articles.has(passage.article.id);
    articles.add(passage.article.id);
    const isFullName = spans.some(({ start, end }) => isFullNameOf(entity, passage.article.text.slice(start, end)));
    return { passage, spans, relevance: spans.length / most, coverage: 1, together: 0, isFullName, isFirstInArticle };
  });
  if (candidates.length <= candidatesMax) return candidates;
  const promise = (one: Candidate) => Number(one.isFirstInArticle) + Number(one.isFullName) + one.relevance;
  return candidates.sort((a, b) => promise(b) - promise(a)).slice(0, candidatesMax);
}

const isFullNameOf = (entity: Entity, text: string): boolean =>
  fold(text).split(/[\s-]+/u).length >= Math.min(2, fold(entity.name).split(/[\s-]+/u).length);

const longest = (spans: readonly Span[]): number => Math.max(0, ...spans.map(({ start, end }) => end - start));

/** Passages that hold enough of the words. */
export async function wordCandidates(library: Library, words: string, coverage: number): Promise<Candidate[]> {
  const hits = await library.engine.search(words, hitsMax);
  const best = Math.max(0, ...hits.map(({ score }) => score));
  const articles = new Set<string>();
  return hits
    .filter((hit) => hit.coverage >= coverage)
    .map(({ passage, score, coverage: share }) => {
      const isFirstInArticle = !articles.has(passage.article.id);
      articles.add(passage.article.id);
      const spans = matchesIn(words, passage, languageOf(passage.article.lang.value));
      return {
        passage,
        spans,
        relevance: score / best,
        coverage: share,
        together: longest(spans) / words.length,
        isFullName: false,
        isFirstInArticle,
      };
    });
}

interface About {
  readonly kind: Kind;
  readonly subject?: Subject;
  readonly note?: string;
  /** Passages that fit, where not all of them are candidates. */
  readonly total?: number;
}

export function foundAnswer(asked: Asked, candidates: readonly Candidate[], about: About): FoundAnswer {
  const { kind, subject = null, note } = about;
  const order = ranked(candidates, kind);
  const telling = order.filter(({ tells }) => tells);
  const inOrder =
    kind === 'event' ? [...eventsInTime(telling, subject), ...order.filter(({ tells }) => !tells)] : order;
  const all = withCopiesJoined(
    inOrder.map(({ candidate }) => candidate),
    ({ passage }) => ({ article: passage.article, span: passage }),
  ).map(
    ({ first: { passage, spans }, others }): Found => ({
      quote: quote(passage.article, passage),
      matches: mergedSpans(spans),
      alsoIn: others.map((copy) => quote(copy.passage.article, copy.passage)),
    }),
  );
  const total = Math.max(all.length, (about.total ?? 0) - (candidates.length - all.length));
  return { kind: 'found', asked, subject, ...(note && { note }), total, found: all.slice(0, foundMax) };
}

/** How far behind the best an event may be and still stand among the first. */
const eventGap = 2.5;

/**
 * What happened at a place or to someone, in order of time: first what the passages are most about, then the rest. Of one
 * event that was asked for, the passage that tells of it best opens.
 */
function eventsInTime(telling: readonly Ranked[], subject: Subject | null): Ranked[] {
  const [best] = telling;
  if (!best) return [];
  const top = Math.max(...telling.map(({ score }) => score));
  const isMain = ({ score }: Ranked) => score >= top - eventGap;
  const inOrder = [...inTime(telling.filter(isMain)), ...inTime(telling.filter((entry) => !isMain(entry)))];
  const isOneEvent = subject === null || subject.type === 'event';
  return isOneEvent ? [best, ...inOrder.filter((entry) => entry !== best)] : inOrder;
}

/** By the first date beside the subject. */
function inTime<T extends { readonly candidate: Candidate }>(entries: readonly T[]): T[] {
  const dayOf = ({ candidate: { passage, spans } }: T): string | null => {
    const sentences = passage.article.blocks[passage.block]?.sentences ?? [];
    const own = sentences.filter(({ start, end }) => spans.some((span) => start <= span.start && span.start < end));
    const dates = [...own, passage].flatMap((span) => datesWithin(passage.article, span));
    return dates.find(({ value }) => value !== null)?.value?.from ?? null;
  };
  return entries
    .map((entry) => ({ entry, day: dayOf(entry) }))
    .sort((a, b) => (a.day && b.day ? byDay(a.day, b.day) : Number(a.day === null) - Number(b.day === null)))
    .map(({ entry }) => entry);
}

export function nothing(library: Library, asked: Asked, nearest: readonly Entity[]): NothingAnswer {
  return {
    kind: 'nothing',
    asked,
    reason: `Nothing in this library answers “${boundedQuery(asked.query)}”.`,
    searched: { articles: library.articles.length, passages: library.passages.length },
    nearest: nearest.slice(0, nearestMax).map((entity) => choiceOf(entity, commandFor(entity.type, asked.command))),
  };
}

export const subjectOf = ({ name, type, surfaces }: Entity): Subject => ({
  name,
  type,
  surfaces: surfaces.map(({ text }) => text),
});

const commandByType: Partial<Record<EntityType, string>> = {
  person: 'who',
  organisation: 'what',
  place: 'where',
  event: 'event',
};
export const commandFor = (type: EntityType, otherwise: string): string => commandByType[type] ?? otherwise;

export function choiceOf(entity: Entity, command: string): Choice {
  const mentions = entity.mentions.length === 1 ? '1 mention' : `${entity.mentions.length} mentions`;
  return {
    label: entity.name,
    detail: entity.type === 'untyped' ? mentions : `${entity.type} · ${mentions}`,
    // Quotation marks ask for that very name, even where a longer one holds it.
    ask: { command, query: `"${entity.name}"` },
  };
}
