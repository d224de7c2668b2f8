/** What was measured, as tables: figures, the floor that each has to reach, and whether it does. */
import { milliseconds, percent, table } from '../table.ts';
import type { DateCounts } from './dates.ts';
import type { LookupCounts, LookupScores } from './lookups.ts';
import type { Measured } from './measure.ts';
import type { PairScores } from './pairs.ts';
import { type Failure, type Score, share } from './score.ts';

export function reportOf(measured: Measured): string {
  const { texts, labels, outside } = measured;
  return [
    `${texts} texts, ${labels} labelled mentions${outside > 0 ? ` (${outside} more in lines not read as body)` : ''}`,
    floorsTable(measured),
    mentionsTable(measured),
    typesTable(measured),
    pairsTable(measured),
    ...measured.lookups.map(lookupsTable),
    othersOf(measured),
  ].join('\n\n');
}

/** Each floor with what was reached; the second figure of a row is its companion ("precision at recall"). */
function floorsTable({
  mentions,
  entities,
  merging,
  pairsMerged,
  pairsLookedUp,
  lookups,
  dates,
  events,
  speed,
}: Measured): string {
  const rows: [string, number | null, number][] = [
    ['mentions, Middle-East news, exact F1', mentions['news, Middle East']!.exactTyped.f1, 0.74],
    ['mentions, Middle-East news, by head F1', mentions['news, Middle East']!.headTyped.f1, 0.8],
    ['mentions, reports from Syria and Iraq, by head F1', mentions['reports, Syria and Iraq']!.headTyped.f1, 0.74],
    ['mentions, Western news, untyped by head F1', mentions['news, West']!.headUntyped.f1, 0.94],
    ['entities in the index, recall', entities.recall, 0.88],
    ['entries of the index, precision', entities.precision, 0.78],
    ['entries seen twice or more, precision', entities.precisionOften, 0.97],
    ['entities named twice or more, recall', entities.recallOften, 0.97],
    ['merged spellings, precision', merging.precision, 1],
    ['merged spellings, recall', merging.recall, 0.85],
    ['variant pairs in a library, precision', pairsMerged.latin.precision, 0.97],
    ['variant pairs in a library, recall', pairsMerged.latin.recall, 0.86],
    ['variant pairs in other scripts by lookup, precision', pairsLookedUp.otherScripts.precision, 0.97],
    ['variant pairs in other scripts by lookup, recall', pairsLookedUp.otherScripts.recall, 0.86],
    ...lookups.flatMap(lookupFloors),
    ['dates of the calendar found', share(dates.calendar.found, dates.calendar.labelled), 0.83],
    ['dates found: value right or withheld', rightOrWithheld(dates.calendar, dates.relative), 1],
    ['named events found as events', events.named.recall, 0.95],
  ];
  const counted: [string, string, string, boolean][] = [
    ['entries from boilerplate', String(entities.boilerplate), '0', entities.boilerplate === 0],
    ...lookups.map(({ size, times }): [string, string, string, boolean] => [
      `lookup among ${size}, p99 ms (p50)`,
      `${milliseconds(times.p99)} (${milliseconds(times.p50)})`,
      '20',
      times.p99 < 20,
    ]),
    ['KB of text a second', speed.kilobytesPerSecond.toFixed(0), '150', speed.kilobytesPerSecond >= 150],
    [
      'start, ms (the very first)',
      `${speed.startMs.toFixed(0)} (${speed.firstStartMs.toFixed(0)})`,
      '500',
      speed.startMs < 500,
    ],
    ['memory after start, MB', speed.startMegabytes.toFixed(1), '60', speed.startMegabytes < 60],
  ];
  return table(
    ['floor', 'reached', 'wanted', ''],
    [
      ...rows.map(([name, value, floor]) => [
        name,
        percent(value),
        percent(floor),
        (value ?? 0) >= floor ? 'yes' : 'no',
      ]),
      ...counted.map(([name, value, floor, isReached]) => [name, value, floor, isReached ? 'yes' : 'no']),
    ],
  );
}

const lookupFloors = ({ size, latin, otherScripts, byKind }: LookupScores): [string, number | null, number][] => {
  const isSmall = size < 1000;
  return [
    [`lookup among ${size}, Latin letters, first`, latin.hit1, isSmall ? 0.99 : 0.97],
    [`lookup among ${size}, other scripts, first`, otherScripts.hit1, isSmall ? 0.96 : 0.87],
    [`lookup among ${size}, typing errors, first`, byKind['typing error']?.hit1 ?? null, 0.95],
  ];
};

const rightOrWithheld = (...counts: readonly DateCounts[]): number | null =>
  share(
    counts.reduce((sum, { right, withheld }) => sum + right + withheld, 0),
    counts.reduce((sum, { found }) => sum + found, 0),
  );

const threeOf = ({ precision, recall, f1 }: Score): string =>
  [precision, recall, f1].map((part) => shortPercent(part)).join(' / ');
const shortPercent = (part: number | null): string => (part === null ? '–' : (100 * part).toFixed(1));

function mentionsTable({ mentions }: Measured): string {
  const rows = Object.entries(mentions).map(([group, scores]) => [
    group,
    String(scores.exactTyped.labelled),
    threeOf(scores.exactTyped),
    threeOf(scores.headTyped),
    threeOf(scores.exactUntyped),
    threeOf(scores.headUntyped),
  ]);
  return table(
    ['mentions, P / R / F1', 'labels', 'exact, typed', 'by head, typed', 'exact, untyped', 'by head, untyped'],
    rows,
  );
}

function typesTable({ byType }: Measured): string {
  const rows = Object.entries(byType).map(([type, score]) => [type, String(score.labelled), threeOf(score)]);
  return table(['by type and head', 'labels', 'P / R / F1'], rows);
}

function pairsTable({ pairsMerged, pairsLookedUp }: Measured): string {
  const shown = (scores: PairScores, kind: string) => {
    const { right, unseen, count } = scores.byKind[kind]!;
    return `${percent(right / count)}${unseen > 0 ? ` (${unseen} unseen)` : ''}`;
  };
  const rows = Object.entries(pairsMerged.byKind).map(([kind, { count }]) => [
    kind,
    String(count),
    shown(pairsMerged, kind),
    shown(pairsLookedUp, kind),
  ]);
  const whole = (name: string, ofScores: (scores: PairScores) => Score) => [
    `P / R / F1, ${name}`,
    String(ofScores(pairsMerged).labelled),
    threeOf(ofScores(pairsMerged)),
    threeOf(ofScores(pairsLookedUp)),
  ];
  return table(
    ['pairs decided rightly', 'pairs', 'in a library', 'by lookup'],
    [...rows, whole('Latin letters', ({ latin }) => latin), whole('other scripts', ({ otherScripts }) => otherScripts)],
  );
}

function lookupsTable({ size, byKind, latin, otherScripts }: LookupScores): string {
  const rowOf = (name: string, { count, hit1, hit5, accepted, wronglyAccepted }: LookupCounts) => [
    name,
    String(count),
    ...[hit1, hit5, accepted, wronglyAccepted].map(percent),
  ];
  return table(
    [`lookup among ${size}`, 'typed', 'first', 'in five', 'taken', 'wrongly taken'],
    [
      ...Object.entries(byKind).map(([kind, counts]) => rowOf(kind, counts)),
      rowOf('all in Latin letters', latin),
      rowOf('all in other scripts', otherScripts),
    ],
  );
}

function othersOf({ dates, events, entities, merging, speed }: Measured): string {
  const dateRow = (name: string, { labelled, found, right, withheld, wrong }: DateCounts) =>
    [name, labelled, found, right, withheld, wrong].map(String);
  return [
    table(
      ['dates', 'labels', 'found', 'right', 'withheld', 'wrong'],
      [dateRow('of the calendar', dates.calendar), dateRow('relative', dates.relative)],
    ),
    `Dates found where there is none: ${dates.spurious}.`,
    `Named events, P / R / F1: ${threeOf(events.named)} of ${events.named.labelled}; described events found: ${percent(events.describedRecall)} of ${events.described}.`,
    `Index: ${entities.typedEntries} typed entries, ${entities.untypedEntries} untyped, for ${entities.labelled} entities; nationalities typed as something: ${entities.nationalitiesTyped}, works: ${entities.worksTyped}.`,
    `Merged pairs: ${merging.right} of ${merging.labelled}, and ${merging.found - merging.right} wrong ones.`,
    `Eight times the texts: ${speed.kilobytesPerSecondLarge.toFixed(0)} KB a second.`,
  ].join('\n\n');
}

/** At most `limit` of each kind, the most frequent kinds first. */
export function failuresOf(failures: readonly Failure[], limit: number): string {
  const kinds = [...Map.groupBy(failures, ({ kind }) => kind)].sort(([, a], [, b]) => b.length - a.length);
  return kinds
    .map(([kind, some]) =>
      [`${kind}: ${some.length}`, ...some.slice(0, limit).map(({ what }) => `  ${what}`)].join('\n'),
    )
    .join('\n');
}
