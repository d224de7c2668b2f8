/** From a question to passages: by the name it asks for, or by its words; the one road of all commands that quote. */
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
  Passage,
  Span,
  Subject,
} from '../model.ts';
import { languageOf } from '../search/engine.ts';
import { matchesIn } from '../search/matches.ts';
import { boundedQuery } from '../search/query.ts';
import { type Candidate, type Kind, ranked } from '../search/rank.ts';
import { datesIn } from '../text/dates.ts';
import { fold } from '../text/fold.ts';
import { mergedSpans } from '../text/span.ts';
import { quote } from './quote.ts';

/** Entries of one answer: ten screens of a phone; whoever wants more asks more narrowly. */
const foundMax = 30;
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
  const byWords = await wordCandidates(library, typed, coverageMin.name);
  if (looked.kind === 'several') {
    return { kind: 'choose', asked, choices: looked.entities.map((entity) => choiceOf(entity, asked.command)) };
  }
  if (looked.kind === 'one' && !isRather(byWords, looked)) {
    const { entity, matched, by } = looked;
    return foundAnswer(
      asked,
      entityCandidates(library, entity),
      wanted.kind,
      subjectOf(entity),
      by === 'name' ? undefined : noteOf(typed, entity, matched),
    );
  }
  if (byWords.length > 0) return foundAnswer(asked, byWords, wanted.kind, null);
  return nothing(library, asked, looked.kind === 'none' ? looked.nearest : []);
}

/** True when what was typed is part of one name, but stands far more often as ordinary words. */
const isRather = (byWords: readonly Candidate[], { entity, by }: { entity: Entity; by: string }): boolean =>
  by === 'part' && byWords.length >= 3 * new Set(entity.mentions.map(({ passage }) => passage)).size;

/** "Who is X?" asks for X. */
const withoutQuestionWords = (typed: string): string =>
  typed.replace(/^(?:who|what|where|when)\s+(?:is|was|are|were)\s+(?:the\s+)?/iu, '').replace(/\s*\?+$/u, '') || typed;

function noteOf(typed: string, entity: Entity, matched: string): string {
  const of = matched === entity.name ? '' : `, written “${matched}” in the library`;
  return `“${typed}” was taken for ${entity.name}${of}.`;
}

function entityCandidates(library: Library, entity: Entity): Candidate[] {
  const byPassage = Map.groupBy(entity.mentions, ({ passage }) => passage);
  const most = Math.max(...[...byPassage.values()].map((mentions) => mentions.length));
  const articles = new Set<string>();
  return [...byPassage].map(([id, mentions]) => {
    const passage = library.passages[id]!;
    const isFirstInArticle = !articles.has(passage.article.id);
    articles.add(passage.article.id);
    const isFullName = mentions.some(({ start, end }) => isFullNameOf(entity, passage.article.text.slice(start, end)));
    return { passage, spans: mentions, relevance: mentions.length / most, isFullName, isFirstInArticle };
  });
}

const isFullNameOf = (entity: Entity, text: string): boolean =>
  fold(text).split(/[\s-]+/u).length >= Math.min(2, fold(entity.name).split(/[\s-]+/u).length);

/** Passages that hold enough of the words. */
export async function wordCandidates(library: Library, words: string, coverage: number): Promise<Candidate[]> {
  const hits = await library.engine.search(words, hitsMax);
  const best = Math.max(0, ...hits.map(({ score }) => score));
  const articles = new Set<string>();
  return hits
    .filter((hit) => hit.coverage >= coverage)
    .map(({ passage, score }) => {
      const isFirstInArticle = !articles.has(passage.article.id);
      articles.add(passage.article.id);
      const spans = matchesIn(words, passage, languageOf(passage.article.lang.value));
      return { passage, spans, relevance: score / best, isFullName: false, isFirstInArticle };
    });
}

export function foundAnswer(
  asked: Asked,
  candidates: readonly Candidate[],
  kind: Kind,
  subject: Subject | null,
  note?: string,
): FoundAnswer {
  const order = ranked(candidates, kind);
  const inOrder =
    kind === 'event' ? inTime(order.filter(({ tells }) => tells)).concat(order.filter(({ tells }) => !tells)) : order;
  const found = withCopiesJoined(inOrder.map(({ candidate }) => candidate));
  return { kind: 'found', asked, subject, ...(note && { note }), total: found.length, found: found.slice(0, foundMax) };
}

/** By the first date beside the subject. */
function inTime<T extends { readonly candidate: Candidate }>(entries: readonly T[]): T[] {
  const dateOf = ({ candidate: { passage, spans } }: T): string => {
    const sentences = passage.article.blocks[passage.block]?.sentences ?? [];
    const own = sentences.filter(({ start, end }) => spans.some((span) => start <= span.start && span.start < end));
    return own.flatMap((sentence) => datesIn(passage.article.text, sentence))[0]?.iso ?? '9999';
  };
  return entries
    .map((entry) => ({ entry, date: dateOf(entry) }))
    .sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0))
    .map(({ entry }) => entry);
}

/** The same words in two articles are one entry, "also in …"; the better ranked of the two is quoted. */
function withCopiesJoined(candidates: readonly Candidate[]): Found[] {
  const byWords = new Map<string, { passage: Passage; spans: readonly Span[]; copies: Passage[] }>();
  for (const { passage, spans } of candidates) {
    const words = fold(passage.article.text.slice(passage.start, passage.end));
    const first = byWords.get(words);
    if (first) first.copies.push(passage);
    else byWords.set(words, { passage, spans, copies: [] });
  }
  return [...byWords.values()].map(({ passage, spans, copies }) => ({
    quote: quote(passage.article, passage),
    matches: mergedSpans(spans),
    alsoIn: copies.map((copy) => quote(copy.article, copy)),
  }));
}

export function nothing(library: Library, asked: Asked, nearest: readonly Entity[]): NothingAnswer {
  const near = nearest.length > 0 ? nearest : library.names.complete(asked.query.slice(0, 3), [], nearestMax);
  return {
    kind: 'nothing',
    asked,
    reason: `Nothing in this library answers “${boundedQuery(asked.query)}”.`,
    searched: { articles: library.articles.length, passages: library.passages.length },
    nearest: near.slice(0, nearestMax).map((entity) => choiceOf(entity, commandFor(entity.type, asked.command))),
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
const commandFor = (type: EntityType, otherwise: string): string => commandByType[type] ?? otherwise;

function choiceOf(entity: Entity, command: string): Choice {
  const mentions = entity.mentions.length === 1 ? '1 mention' : `${entity.mentions.length} mentions`;
  return {
    label: entity.name,
    detail: entity.type === 'untyped' ? mentions : `${entity.type} · ${mentions}`,
    // Quotation marks ask for that very name, even where a longer one holds it.
    ask: { command, query: `"${entity.name}"` },
  };
}
