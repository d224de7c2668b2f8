/** Candidates in the order of an answer: best first, and for what happened, in order of time. */
import { eventClassOf } from '../entities/event-nouns.ts';
import type { Subject } from '../model.ts';
import type { Candidate } from '../search/features.ts';
import { type Ranked, ranked } from '../search/rank.ts';
import type { Kind } from '../search/weights.ts';
import { byDay, datesWithin } from '../text/dates.ts';
import { fold } from '../text/fold.ts';

export function answerOrder(candidates: readonly Candidate[], kind: Kind, subject: Subject | null): readonly Ranked[] {
  const order = ranked(candidates, kind);
  if (kind === 'who') return [...order.filter(isOfPerson), ...order.filter((one) => !isOfPerson(one))];
  if (kind !== 'event') return order;
  const telling = order.filter(({ tells }) => tells);
  const others = order.filter(({ tells }) => !tells);
  if (subject === null && areOfAKind(candidates)) return [...inTime(telling), ...others];
  const inOrder = [...inTimeByWeight(telling), ...others];
  const isOneEvent = subject === null || subject.type === 'event';
  return isOneEvent ? bestFirst(inOrder) : inOrder;
}

const isOfPerson = ({ candidate }: Ranked): boolean => candidate.isOfPerson === true;

/** Asked for "ceasefire" or "sieges": of such there are many, and no one passage tells of them best. */
export const areOfAKind = (candidates: readonly Candidate[]): boolean =>
  candidates.every(({ reading }) =>
    reading?.question.words.every(({ text }) => eventClassOf(fold(text)) !== undefined),
  );

/** Of one event that was asked for, the passage that tells of it best opens, dated or not. */
function bestFirst(order: readonly Ranked[]): readonly Ranked[] {
  const [first, ...others] = order;
  if (!first) return order;
  const best = others.reduce((one, other) => (other.score > one.score ? other : one), first);
  return [best, ...order.filter((entry) => entry !== best)];
}

/** How far behind the best an event may be and still stand among the first. */
const eventGap = 2.5;

/** What happened, in order of time: first what the passages are most about, then the rest. */
function inTimeByWeight(telling: readonly Ranked[]): Ranked[] {
  // An event's name beside the date is no more of a happening than the date itself.
  const weightOf = ({ score, given }: Ranked) => score - (given['in an event'] ?? 0);
  const top = Math.max(...telling.map(weightOf));
  const isMain = (entry: Ranked) => weightOf(entry) >= top - eventGap;
  return [...inTime(telling.filter(isMain)), ...inTime(telling.filter((entry) => !isMain(entry)))];
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
