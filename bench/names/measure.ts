/** Everything that the bench of names measures, of one set of texts, pairs and lookups. */
import { type DateScores, scoreDates } from './dates.ts';
import { type EntityScores, scoreEntities, scoreMerging } from './entities.ts';
import { type EventScores, scoreEvents } from './events.ts';
import { type Found, findIn } from './found.ts';
import { type LookupScores, readLookups, scoreLookups } from './lookups.ts';
import { align, type MentionScores, mentionFailures, scoreByType, scoreMentions } from './mentions.ts';
import { foundByLookup, mergedInLibrary, type PairScores, readPairs, scorePairs } from './pairs.ts';
import type { Failure, Score } from './score.ts';
import { measureSpeed, type SpeedScores } from './speed.ts';
import { inSet, type LabelledText, readTexts, type SetName } from './texts.ts';

export interface Measured {
  readonly texts: number;
  readonly labels: number;
  /** Labels in lines that are not read as the body. */
  readonly outside: number;
  /** By group of texts: "all texts", "wire, Middle East" … */
  readonly mentions: Readonly<Record<string, MentionScores>>;
  readonly byType: Readonly<Record<string, Score>>;
  readonly entities: EntityScores;
  readonly merging: Score;
  readonly events: EventScores;
  readonly dates: DateScores;
  readonly pairsMerged: PairScores;
  readonly pairsLookedUp: PairScores;
  readonly lookups: readonly LookupScores[];
  readonly speed: SpeedScores;
  readonly failures: readonly Failure[];
}

/** Groups that the floors speak of, by what a text's kind says. */
const groups: Readonly<Record<string, (kind: string) => boolean>> = {
  'all texts': () => true,
  'news, Middle East': (kind) => kind.endsWith('Middle East'),
  'reports, Syria and Iraq': (kind) => kind === 'situation report',
  'news, West': (kind) => kind.endsWith('West'),
  'news, elsewhere': (kind) => /(?:Africa|Asia|America|Eastern Europe)$/.test(kind),
  headlines: (kind) => kind === 'headlines',
  'spellings on spellings': (kind) => kind === 'spellings',
  'other kinds': (kind) => !/,|report|headlines|spellings/.test(kind),
};
const indexSizes = [700, 10_000];

export function measure(set: SetName | 'all', alone: boolean): Measured {
  const texts = readTexts(set);
  const found = findIn(texts, alone);
  const alignment = align(texts, found);
  const entities = scoreEntities(texts, found, alignment);
  const merging = scoreMerging(alignment);
  const events = scoreEvents(texts, found, alignment);
  const dates = scoreDates(texts, found);
  const pairs = inSet(readPairs(), set);
  const pairsMerged = scorePairs(pairs, mergedInLibrary);
  const pairsLookedUp = scorePairs(pairs, foundByLookup);
  const lookups = indexSizes.map((size) => scoreLookups(inSet(readLookups(), set), size));
  return {
    texts: texts.length,
    labels: alignment.pairs.length + alignment.missed.length,
    outside: alignment.outside,
    mentions: mentionsByGroup(texts, found),
    byType: scoreByType(alignment),
    entities,
    merging: merging.score,
    events,
    dates,
    pairsMerged,
    pairsLookedUp,
    lookups,
    speed: measureSpeed(texts),
    failures: [
      ...mentionFailures(alignment),
      ...entities.failures,
      ...merging.failures,
      ...events.failures,
      ...dates.failures,
      ...pairsMerged.failures.map(({ kind, what }) => ({ kind: `${kind} in a library`, what })),
      ...pairsLookedUp.failures.map(({ kind, what }) => ({ kind: `${kind} by lookup`, what })),
      ...lookups.flatMap(({ failures }) => failures),
    ],
  };
}

function mentionsByGroup(texts: readonly LabelledText[], found: Found): Record<string, MentionScores> {
  const scores = Object.entries(groups).map(([name, belongs]) => {
    const some = texts.filter(({ kind }) => belongs(kind));
    const files = new Set(some.map(({ file }) => file));
    const own = { ...found, mentions: found.mentions.filter(({ file }) => files.has(file)) };
    return [name, scoreMentions(align(some, own))] as const;
  });
  return Object.fromEntries(scores);
}
