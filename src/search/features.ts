/**
 * What speaks for a passage that names a subject: features, each a pure function of the passage and of where the subject
 * stands in it. What speaks for one that answers a question by its words stands in question-features.ts; what each
 * feature weighs, in weights.ts; rank.ts sums them.
 */
import { eventHeads, roles, speechVerbs } from '../entities/lexicon.ts';
import type { Label, Passage, Span } from '../model.ts';
import { datesWithin } from '../text/dates.ts';
import { fold } from '../text/fold.ts';
import { wordsOf } from '../text/words.ts';
import type { Reading } from './question.ts';
import { questionFeatures } from './question-features.ts';
import type { Kind } from './weights.ts';
import { isGoverned, type Surroundings, saysWhatPlace, saysWhere } from './whereabouts.ts';

/** A passage and what is known of the subject in it. */
export interface Candidate {
  readonly passage: Passage;
  /** Where the subject stands, in order, within the passage. */
  readonly spans: readonly Span[];
  /** The engine's score, or the density of mentions, as a share of the best: 0 to 1. */
  readonly relevance: number;
  /** Share of the question's words, by rarity, that the passage holds; 1 for a name that it holds. */
  readonly coverage: number;
  /** Share of the question that stands in one run of words; 0 for a name. */
  readonly together: number;
  /** True when one of the spans is the subject's full name. */
  readonly isFullName: boolean;
  /** True when one of the spans stands in the name of an event: "siege of Norrby". */
  readonly isInEvent?: boolean;
  /** True when it holds the word for what happened: of "opening of the canal", the opening. */
  readonly hasHappening?: boolean;
  /** True when what was asked for stands beside a person's name: "the mayor of Norrby, Anna Lind". */
  readonly isOfPerson?: boolean;
  readonly isFirstInArticle: boolean;
  /** Where it was found by the words of a question: what it holds of them. */
  readonly reading?: Reading;
}

export interface Context {
  readonly candidate: Candidate;
  /** Folded text of the sentence before and after each span. */
  readonly sides: readonly (Surroundings & { readonly after: string; readonly sentence: Span })[];
}

/** Share of the question that a run of words must hold to stand for it. */
export const wholeShare = 0.8;

export interface Feature {
  readonly name: string;
  /** Why it helps, for people. */
  readonly why: string;
  /** Mostly 0 to 1. */
  readonly of: (context: Context) => boolean | number;
  /** Whether the feature makes a passage one that tells, and not only mentions. */
  readonly tells?: readonly Kind[];
}

const determiner = '(?:the|a|an|its|his|her|their|one of the)';
const verbAfter =
  /^(?:\s+(?:also|then|later|first|again|now|had|has|have|was|is|were|are|would|will|could))*\s+(\p{L}+(?:ed|s)|met|went|took|led|came|became|gave|made|held|won|lost|fell|began|saw|sent|told|wrote|left|put|ran|set|said)\b/u;
const isAfter = new RegExp(
  `^,?\\s+(?:is|are|was|were|became|remains|remained)\\s+(?:${determiner}|known|called|one)\\b`,
  'u',
);
const appositionAfter = new RegExp(
  `^(?:\\s*\\([^)]{2,40}\\))?,\\s+(?:(?:then|now|once|formerly|\\d{1,2},)\\s+)?(?:${determiner}\\s+|who\\b|which\\b|whose\\b|also\\s+|known\\s+)`,
  'u',
);
const nouns = (words: ReadonlySet<string>): RegExp => new RegExp(`\\b(?:${[...words].join('|')})s?\\b`, 'u');
const roleNoun = nouns(roles);
const eventNoun = new RegExp(
  `${nouns(eventHeads).source}|\\b(?:captur|recaptur|seiz|retak|retook|liberat|evacuat|besieg|attack|fell to|lost|took|broke|sign|announc|start|began|end)\\w*`,
  'u',
);
const anySide = (context: Context, test: (before: string, after: string) => boolean): boolean =>
  context.sides.some(({ before, after }) => test(before, after));

/** "The transport secretary, X, …" */
const isAppositionTo = (before: string, after: string): boolean =>
  after.startsWith(',') && /, ?$/u.test(before) && roleNoun.test(lastWords(before, 5));

const hasRole = ({ sides }: Context): boolean =>
  sides.some(({ before, after }) => roleNoun.test(lastWords(before, 4)) || roleNoun.test(firstClause(after)));

const subjectFeatures: readonly Feature[] = [
  {
    name: 'definition',
    why: '"X is a …" says what the subject is',
    of: (context) => anySide(context, (before, after) => isAfter.test(after) && !isGoverned(before)),
    tells: ['who', 'what', 'where'],
  },
  {
    name: 'apposition',
    why: '"X, the …" introduces the subject',
    of: (context) => anySide(context, (before, after) => appositionAfter.test(after) || isAppositionTo(before, after)),
    tells: ['who', 'what'],
  },
  {
    name: 'role',
    why: 'a role beside a name says who it is',
    of: hasRole,
    tells: ['who'],
  },
  {
    name: 'expansion',
    why: 'a name with its abbreviation in brackets is being introduced',
    of: (context) => anySide(context, (before, after) => /^\s*\(\p{L}{2,}\)/u.test(after) || /\($/.test(before)),
    tells: ['what'],
  },
  {
    name: 'acts',
    why: 'the subject at the head of its sentence, with a verb, tells what it did',
    of: (context) =>
      anySide(
        context,
        (before, after) => lastWords(before, 9).length === before.trim().length && verbAfter.test(after),
      ),
    tells: ['who', 'what'],
  },
  {
    name: 'speaks',
    why: 'what a person said is about the person',
    of: (context) => anySide(context, (_, after) => speechVerbs.has(wordsOf(after)[0]?.text ?? '')),
  },
  {
    name: 'location',
    why: 'words of place after a place say where it is',
    of: ({ sides }) => sides.some(saysWhere),
    tells: ['where'],
  },
  {
    name: 'place noun',
    why: 'a city, port or base beside the name says what kind of place it is',
    of: ({ sides }) => sides.some(saysWhatPlace),
    tells: ['where'],
  },
  {
    name: 'event',
    why: 'the word for what happened, or for anything that happens, beside the subject',
    of: ({ sides, candidate: { passage, hasHappening } }) => (hasHappening ? 1 : eventIn(passage, sides)),
  },
  {
    name: 'in an event',
    why: 'an event that bears the name is what happened there',
    of: ({ candidate }) => candidate.isInEvent === true,
  },
  {
    name: 'dated',
    why: 'a dated sentence says when it happened',
    of: ({ sides, candidate: { passage } }) => datedOf(passage, sides),
  },
  {
    name: 'full name',
    why: 'the full name stands where someone is introduced',
    of: ({ candidate }) => candidate.isFullName,
  },
  {
    name: 'first mention',
    why: 'an article introduces its subjects where it first names them',
    of: ({ candidate }) => candidate.isFirstInArticle,
  },
  {
    name: 'topic',
    why: 'a title or heading that names the subject announces a passage about it',
    of: ({ candidate }) => topicOf(candidate),
  },
  {
    name: 'early',
    why: 'a subject at the start of the passage is what the passage is about',
    of: ({ candidate: { spans, passage } }) =>
      1 - Math.min(1, ((spans[0]?.start ?? passage.end) - passage.start) / 200),
  },
  {
    name: 'relevance',
    why: 'the index finds more of the question here',
    of: ({ candidate }) => candidate.relevance,
  },
  {
    name: 'coverage',
    why: 'a passage that holds all words of the question comes before one that holds most',
    of: ({ candidate }) => candidate.coverage,
  },
  {
    name: 'together',
    why: 'words that stand side by side mean what they mean in the question',
    of: ({ candidate }) => candidate.together,
  },
  {
    name: 'phrase',
    why: 'the question word for word is what was looked for',
    of: ({ candidate }) => candidate.together >= wholeShare,
  },
  {
    name: 'label',
    why: 'on equal terms a source without a warning comes first',
    of: ({ candidate }) => candidate.passage.article.labels.some(({ kind }) => doubtful.has(kind)),
  },
];

/** Warnings that say something against the words of a source; that it is in another language doesn't. */
const doubtful: ReadonlySet<Label['kind']> = new Set(['machine-rewritten', 'low-confidence-extraction']);

export const features: readonly Feature[] = [...subjectFeatures, ...questionFeatures];

/** 1 for an event beside the subject, less for one elsewhere in the passage. */
function eventIn({ article, start, end }: Passage, sides: Context['sides']): number {
  const isNear = sides.some(
    ({ before, after }) => eventNoun.test(before.slice(-60)) || eventNoun.test(after.slice(0, 80)),
  );
  if (isNear) return 1;
  return eventNoun.test(fold(article.text.slice(start, end))) ? 0.4 : 0;
}

/** 1 for a date in a sentence of the subject's, less for one in another sentence of the passage. */
function datedOf({ article, start, end }: Passage, sides: Context['sides']): number {
  const isDated = (span: Span) => datesWithin(article, span).some(({ value }) => value !== null);
  if (sides.some(({ sentence }) => isDated(sentence))) return 1;
  return isDated({ start, end }) ? 0.5 : 0;
}

/** 1 where the article's title names the subject, less where a heading does. */
function topicOf({ passage: { article: source, block }, spans }: Candidate): number {
  const first = spans[0];
  const name = first && wordsOf(source.text, first).at(-1)?.text;
  if (!name) return 0;
  if (fold(source.title.value ?? '').includes(fold(name))) return 1;
  const section = source.blocks[block]?.section;
  const heading = section === undefined ? undefined : source.blocks[section];
  return heading && fold(source.text.slice(heading.start, heading.end)).includes(fold(name)) ? 0.6 : 0;
}

function lastWords(text: string, count: number): string {
  const trimmed = text.trim();
  let at = trimmed.length;
  for (let left = count; left > 0 && at >= 0; left--) at = trimmed.lastIndexOf(' ', at - 1);
  return trimmed.slice(at + 1);
}

const firstClause = (text: string): string => text.slice(0, 90).split(/[.;:]/u)[0] ?? '';
