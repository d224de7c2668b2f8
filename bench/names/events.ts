/** Events found against events labelled: the named ones ("Astana Process") and the described ("siege of Tripoli"). */
import type { Found } from './found.ts';
import { type Alignment, overlaps } from './mentions.ts';
import { type Failure, type Score, scoreOf, share } from './score.ts';
import type { LabelledText } from './texts.ts';

export interface EventScores {
  /** By head, as events. */
  readonly named: Score;
  /** Share of the described events at whose first word an event was found, and how many are labelled. */
  readonly describedRecall: number | null;
  readonly described: number;
  readonly failures: readonly Failure[];
}

export function scoreEvents(
  texts: readonly LabelledText[],
  { mentions }: Found,
  { pairs, missed, spurious }: Alignment,
): EventScores {
  const isEvent = ({ types }: { readonly types: readonly string[] }) => types[0] === 'event';
  // Where a label allows another type as well, found as that one it is no event that was missed.
  const named = pairs.filter(
    ({ found, label }) =>
      isEvent(label) && (found.type === 'event' || !label.types.some((type) => type === found.type)),
  );
  const lost = missed.filter(({ label }) => isEvent(label));
  const right = named.filter(({ found }) => found.type === 'event');
  const claimed = [...pairs.map(({ found }) => found), ...spurious].filter(({ type }) => type === 'event').length;
  const described = texts.flatMap((text) => text.described.map((span) => ({ text, span })));
  const reached = described.filter(({ text, span }) =>
    mentions.some(
      (found) =>
        found.file === text.file &&
        found.type === 'event' &&
        overlaps(found, { start: span.start, end: span.start + 1 }),
    ),
  );
  return {
    named: scoreOf({ right: right.length, found: claimed, labelled: named.length + lost.length }),
    describedRecall: share(reached.length, described.length),
    described: described.length,
    failures: [
      ...lost.map(({ text, label }) => ({ kind: 'named event missed', what: text.text.slice(label.start, label.end) })),
      ...named
        .filter(({ found }) => found.type !== 'event')
        .map(({ found }) => ({ kind: `named event as ${found.type}`, what: found.text })),
      ...described
        .filter((one) => !reached.includes(one))
        .map(({ text, span }) => ({ kind: 'described event missed', what: text.text.slice(span.start, span.end) })),
    ],
  };
}
