/** Dates found against dates labelled: is the place found, and is the value right, withheld, or wrong? */
import type { Found, FoundDate } from './found.ts';
import type { DateLabel } from './marked-text.ts';
import { overlaps } from './mentions.ts';
import type { Failure } from './score.ts';
import type { LabelledText } from './texts.ts';

export interface DateScores {
  /** "12 March", "mid-2016", "the 1840s". */
  readonly calendar: DateCounts;
  /** "Tuesday", "next spring": only the day of publication gives them a value. */
  readonly relative: DateCounts;
  /** Found where there is no date. */
  readonly spurious: number;
  readonly failures: readonly Failure[];
}

export interface DateCounts {
  readonly labelled: number;
  readonly found: number;
  readonly right: number;
  /** Found, and said to have no year. */
  readonly withheld: number;
  readonly wrong: number;
}

type Outcome = 'right' | 'withheld' | 'wrong' | 'missed';

export function scoreDates(texts: readonly LabelledText[], { dates, bodies }: Found): DateScores {
  const judged: { label: DateLabel; outcome: Outcome }[] = [];
  const failures: Failure[] = [];
  let spurious = 0;
  for (const text of texts) {
    const found = dates.filter(({ file, start }) => file === text.file && start >= text.bodyStart);
    const isInside = (label: DateLabel) =>
      bodies.get(text.file)?.some((body) => body.start <= label.start && label.end <= body.end);
    for (const label of text.dates.filter(isInside)) {
      if (label.year === 'soft') continue;
      const best = found.filter((date) => overlaps(date, label)).sort((a, b) => shared(b, label) - shared(a, label))[0];
      const outcome = best ? outcomeOf(label, best) : 'missed';
      judged.push({ label, outcome });
      if (outcome !== 'right') failures.push(failure(text, label, outcome, best));
    }
    // Years stand inside names as well ("1979 revolution"): a date found there is neither right nor wrong.
    const anything = [...text.dates, ...text.mentions, ...text.soft, ...text.described];
    for (const date of found.filter((one) => !anything.some((span) => overlaps(span, one)))) {
      spurious++;
      failures.push({ kind: 'spurious date', what: `"${date.text}" in ${text.file}` });
    }
  }
  const isRelative = ({ label }: { label: DateLabel }) => label.year === 'relative';
  return {
    calendar: countsOf(judged.filter((one) => !isRelative(one)).map(({ outcome }) => outcome)),
    relative: countsOf(judged.filter(isRelative).map(({ outcome }) => outcome)),
    spurious,
    failures,
  };
}

function outcomeOf({ value, core }: DateLabel, found: FoundDate): Outcome {
  if (value === null) return found.value === null ? 'right' : 'wrong';
  if (found.value === null) return 'withheld';
  const { from, to } = found.value;
  const isRight = core
    ? value.from <= from && to <= value.to && from <= core.from && core.to <= to
    : value.from === from && value.to === to;
  return isRight ? 'right' : 'wrong';
}

const shared = (found: FoundDate, label: DateLabel): number =>
  Math.min(found.end, label.end) - Math.max(found.start, label.start);

function countsOf(outcomes: readonly Outcome[]): DateCounts {
  const count = (outcome: Outcome) => outcomes.filter((one) => one === outcome).length;
  return {
    labelled: outcomes.length,
    found: outcomes.length - count('missed'),
    right: count('right'),
    withheld: count('withheld'),
    wrong: count('wrong'),
  };
}

function failure(text: LabelledText, label: DateLabel, outcome: Outcome, found: FoundDate | undefined): Failure {
  const rangeOf = (range: { from: string; to: string } | null) => (range ? `${range.from}…${range.to}` : 'no year');
  const what = `"${text.text.slice(label.start, label.end)}" (${rangeOf(label.value)}) in ${text.file}`;
  return { kind: `date ${outcome}`, what: found ? `${what}: found "${found.text}" ${rangeOf(found.value)}` : what };
}
