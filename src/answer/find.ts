/** From a question to passages: by the name it asks for, or by its words; the one road of all commands that quote. */

import { isCountry } from '../entities/country-names.ts';
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
import { type Candidate, wholeShare } from '../search/features.ts';
import { boundedQuery } from '../search/query.ts';
import { matterHeldBy } from '../search/question.ts';
import { reasonsOf } from '../search/rank.ts';
import type { Kind } from '../search/weights.ts';
import { fold } from '../text/fold.ts';
import { contains, mergedSpans } from '../text/span.ts';
import { wordsOf } from '../text/words.ts';
import { withBearers } from './bearers.ts';
import {
  coverageMin,
  describedCandidates,
  entityCandidates,
  eventsNaming,
  happeningCandidates,
  namesIn,
  nameWordsMax,
  questionCandidates,
  type ReadCandidate,
  readCandidates,
  toldCandidates,
  wordCandidates,
} from './candidates.ts';
import { withCopiesJoined } from './copies.ts';
import { answerOrder, areOfAKind } from './order.ts';
import { withPronounSentence } from './pronouns.ts';
import { quote } from './quote.ts';
import { readAlone } from './read-alone.ts';

/** Entries of one answer: ten screens of a phone; whoever wants more asks more narrowly. */
const foundMax = 30;
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
    return {
      kind: 'choose',
      asked,
      choices: looked.entities.map((entity) => choiceOf(library, entity, asked.command)),
    };
  }
  if (looked.kind === 'one' && looked.by === 'name') {
    const isEvent = wanted.kind === 'event' && looked.entity.type === 'event';
    return isEvent ? answerOnEvent(library, asked, looked.entity) : answerOn(library, asked, wanted, looked.entity);
  }
  if (looked.kind === 'one' && looked.by === 'alias') {
    return answerOn(library, asked, wanted, looked.entity, noteOf(typed, looked.entity, looked.matched));
  }
  const read = await readCandidates(library, typed);
  const wordsMin = wanted.kind === 'event' ? coverageMin.words : coverageMin.name;
  const byWords = read.filter(({ coverage }) => coverage >= wordsMin);
  const named = nameWithin(library, typed);
  if (named && isBare(named.entity) && named.rest.every((word) => placeTails.has(word)))
    return answerOn(library, asked, wanted, named.entity);
  const isMisspelled = looked.kind === 'one' && looked.by === 'spelling' && !library.engine.knows(typed);
  if (
    looked.kind === 'one' &&
    (isMisspelled || (looked.by === 'part' && !isDescribed && !isRather(byWords, looked.entity)))
  ) {
    return answerOn(library, asked, wanted, looked.entity, noteOf(typed, looked.entity, looked.matched));
  }
  if (byWords.length > 0 && wanted.kind === 'who')
    return foundAnswer(asked, withBearers(library, typed, byWords), { kind: wanted.kind });
  if (byWords.length > 0 && (wanted.kind !== 'event' || areOfAKind(byWords)))
    return foundAnswer(asked, byWords, { kind: wanted.kind });
  if (wanted.kind === 'event') {
    const told = toldCandidates(library, typed, read);
    if (told.length > 0) return foundAnswer(asked, told, { kind: 'happening' });
    const { entities, candidates } = describedCandidates(library, typed);
    const names = entities.map(({ name }) => name).join(' and ');
    const note = `No passage holds all of “${typed}”; these speak of ${names}.`;
    if (candidates.length > 0) return foundAnswer(asked, candidates, { kind: wanted.kind, note });
  }
  if (named && wanted.kind === 'event') return nothingHappened(library, asked, named.entity);
  return nothing(library, asked, named ? [named.entity] : looked.kind === 'none' ? looked.nearest : []);
}

/** Of a thing that is named, though not by what happened to it: what did happen, and all that is told of it. */
function nothingHappened(library: Library, asked: Asked, entity: Entity): NothingAnswer {
  const events = eventsNaming(library, entity);
  const nearest = [...events.slice(0, nearestMax - 1), entity].map((one) => choiceOf(library, one, asked.command));
  return { ...nothing(library, asked, []), nearest };
}

/** What may have "city" or "river" beside its name and still be itself; a country isn't: Lake Chad, Mount Lebanon. */
const isBare = ({ name, type }: Entity): boolean => (type === 'place' || type === 'untyped') && !isCountry(name);

/** "President of Iran" describes someone; it isn't a part of a name that holds "of Iran". */
const isDescription = (typed: string): boolean => {
  const words = wordsOf(fold(typed)).map(({ text }) => text);
  return words.includes('of') && roles.has(words[0] ?? '');
};

/** A name at the beginning or the end of what was typed, and the words that are not of it: "Tiyas | base". */
function nameWithin(library: Library, typed: string): { entity: Entity; rest: readonly string[] } | null {
  const words = typed.split(' ');
  for (let count = Math.min(words.length - 1, nameWordsMax); count > 0; count--) {
    for (const [part, rest] of [
      [words.slice(0, count), words.slice(count)],
      [words.slice(-count), words.slice(0, -count)],
    ] as const) {
      const looked = library.names.called(part.join(' '));
      const isNamed = looked?.kind === 'one' && (looked.by === 'name' || looked.by === 'alias');
      if (isNamed) return { entity: looked.entity, rest: rest.map(fold) };
    }
  }
  return null;
}

function answerOn(library: Library, asked: Asked, { kind }: Wanted, entity: Entity, note?: string): FoundAnswer {
  const total = new Set(entity.mentions.map(({ passage }) => passage)).size;
  const about = { kind, subject: subjectOf(entity), total, ...(note !== undefined && { note }) };
  if (kind === 'event') return foundAnswer(asked, happeningCandidates(library, entity), about);
  const candidates = entityCandidates(library, entity);
  if (kind !== 'who') return foundAnswer(asked, candidates, about);
  return foundAnswer(asked, candidates, { ...about, spanOf: withPronounSentence(library, entity, candidates) });
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

/** Which name was taken for what was typed; whoever typed a surname sees that it is that person's. */
export function noteOf(typed: string, entity: Entity, matched: string): string | undefined {
  if (fold(entity.name).endsWith(` ${fold(typed)}`)) return undefined;
  const of = matched === entity.name ? '' : `, written “${matched}” in the library`;
  return `“${typed}” was taken for ${entity.name}${of}.`;
}

/**
 * Passages that answer a question by its words, those that hold it word for word (`exact`) with them; else nothing, with the
 * words that the nearest passage does hold, and the names in the question, to be asked for instead.
 */
export async function answerByWords(
  library: Library,
  asked: Asked,
  exact: readonly Candidate[] = [],
  names: () => readonly Entity[] = () => [],
): Promise<Answer> {
  const { candidates, isAnswered } = await questionCandidates(library, boundedQuery(asked.query));
  if (!isAnswered && exact.length === 0) {
    const named = namesIn(library, boundedQuery(asked.query)).entities;
    const missed = nothing(library, asked, [...new Set([...named, ...names()])]);
    return { ...missed, nearest: [...nearestWords(candidates), ...missed.nearest].slice(0, nearestMax) };
  }
  const phrases = new Map(exact.map((one) => [one.passage.id, one]));
  const worded = candidates.flatMap((one): Candidate[] => {
    const phrase = phrases.get(one.passage.id);
    phrases.delete(one.passage.id);
    if (phrase) return [{ ...one, passage: phrase.passage, spans: phrase.spans, together: 1 }];
    return isAnswered ? [one] : [];
  });
  return foundAnswer(asked, [...phrases.values(), ...worded], { kind: 'quote' });
}

/** The question with only the words that the passage nearest to it holds. */
function nearestWords(candidates: readonly ReadCandidate[]): Choice[] {
  const [nearest] = [...candidates].sort((a, b) => matterHeldBy(b.reading) - matterHeldBy(a.reading));
  if (!nearest) return [];
  const { question, places } = nearest.reading;
  const held = [...new Set(places.map(({ word }) => word))].sort((a, b) => a - b);
  if (held.length === 0 || held.length === question.words.length) return [];
  const words = held.map((at) => question.words[at]!.text).join(' ');
  return [{ label: `Just “${words}”`, detail: 'the words that are found', ask: { command: 'quote', query: words } }];
}

interface About {
  readonly kind: Kind;
  readonly subject?: Subject;
  readonly note?: string;
  /** Passages that fit, where not all of them are candidates. */
  readonly total?: number;
  /** What is quoted of a passage, where it isn't the passage itself. */
  readonly spanOf?: (candidate: Candidate) => Span;
}

export function foundAnswer(asked: Asked, candidates: readonly Candidate[], about: About): FoundAnswer {
  const { kind, subject = null, note, spanOf = ({ passage }) => passage } = about;
  const quotedOf = (one: Candidate) => readAlone(one.passage, spanOf(one), one.spans);
  const order = answerOrder(candidates, kind, subject).map((ranked) => ({
    ...ranked,
    span: quotedOf(ranked.candidate),
  }));
  const all = withCopiesJoined(order, ({ candidate, span }) => ({ article: candidate.passage.article, span }));
  const found = all.slice(0, foundMax).map(({ first: { candidate, span, given }, others }): Found => {
    const best = bestSentenceOf(candidate);
    return {
      quote: quote(candidate.passage.article, span),
      matches: mergedSpans(candidate.spans.filter((match) => contains(span, match))),
      ...(best && contains(span, best) && { best }),
      alsoIn: others.map((copy) => quote(copy.candidate.passage.article, copy.span)),
      why: reasonsOf(given),
    };
  });
  const total = Math.max(all.length, (about.total ?? 0) - (candidates.length - all.length));
  return { kind: 'found', asked, subject, ...(note && { note }), total, found };
}

/** Of a passage that was found by a question, the sentence that answers it; a phrase word for word is shown by itself. */
function bestSentenceOf({ reading, together }: Candidate): Span | null {
  if (!reading || together >= wholeShare || reading.sentences.length < 2 || reading.best.share === 0) return null;
  const { start, end } = reading.best;
  return { start, end };
}

export function nothing(library: Library, asked: Asked, nearest: readonly Entity[]): NothingAnswer {
  return {
    kind: 'nothing',
    asked,
    reason: `Nothing in this library answers “${boundedQuery(asked.query)}”.`,
    searched: { articles: library.articles.length, passages: library.passages.length },
    nearest: nearest
      .slice(0, nearestMax)
      .map((entity) => choiceOf(library, entity, commandFor(entity.type, asked.command))),
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

export function choiceOf({ names, passages }: Library, entity: Entity, command: string): Choice {
  const mentions = entity.mentions.length === 1 ? '1 mention' : `${entity.mentions.length} mentions`;
  // Words are looked for as they stand.
  const query = command === 'quote' ? `"${entity.name}"` : names.nameFor(entity);
  const first = passages[entity.mentions[0]!.passage]!.article;
  const details = [
    ...(entity.type === 'untyped' ? [] : [entity.type]),
    mentions,
    // Namesakes are told apart by where they stand.
    ...(query.endsWith('"') ? [] : [`in “${first.title.value ?? first.path}”`]),
  ];
  return { label: entity.name, detail: details.join(' · '), ask: { command, query } };
}
