/**
 * The index of names as a reader sees it, against the labelled entities: how many are in it, how many of its entries
 * are right, and which spellings it took for one thing.
 */
import type { Found, FoundMention } from './found.ts';
import type { Alignment } from './mentions.ts';
import { type Failure, type Score, scoreOf, share } from './score.ts';
import type { LabelledText } from './texts.ts';

export interface EntityScores {
  /** Share of labelled entities that have an entry of a right type with a right spelling. */
  readonly recall: number | null;
  /** The same among those labelled twice or more. */
  readonly recallOften: number | null;
  /** Share of typed entries that are one labelled thing, of a right type, under a right name. */
  readonly precision: number | null;
  readonly precisionOften: number | null;
  readonly labelled: number;
  readonly typedEntries: number;
  readonly untypedEntries: number;
  /** Entries taken from lines that are not the article, or nationalities and works typed as something. */
  readonly boilerplate: number;
  readonly nationalitiesTyped: number;
  readonly worksTyped: number;
  readonly failures: readonly Failure[];
}

const plain = (name: string): string => name.replace(/\s+/gu, ' ').toLowerCase();

export function scoreEntities(texts: readonly LabelledText[], found: Found, alignment: Alignment): EntityScores {
  const labelOf = new Map(alignment.pairs.map((pair) => [pair.found, pair]));
  const ignored = new Set(alignment.ignored);
  const spellings = spellingsOf(alignment);
  const inBody = bodiesOf(texts);
  const entries = [...Map.groupBy(found.mentions.filter(inBody), ({ entity }) => entity).values()]
    .map((mentions) => ({ mentions, counted: mentions.filter((mention) => !ignored.has(mention)) }))
    .filter(({ counted }) => counted.length > 0);
  const typed = entries.filter(({ mentions }) => mentions[0]!.type !== 'untyped');
  const isRight = ({ mentions, counted }: { mentions: readonly FoundMention[]; counted: readonly FoundMention[] }) => {
    const votes = Map.groupBy(
      counted
        .flatMap((mention) => labelOf.get(mention) ?? [])
        .filter(({ label }) => label.types.some((type) => type === mentions[0]!.type)),
      ({ label }) => label.entity,
    );
    const [entity, most] = [...votes].sort(([, a], [, b]) => b.length - a.length)[0] ?? [];
    if (entity === undefined || most!.length * 2 < counted.length) return false;
    return mostFrequent(mentions).some((name) => spellings.get(entity)?.has(plain(name)));
  };
  const often = typed.filter(({ counted }) => counted.length >= 2);
  const labelled = labelledEntities(alignment);
  const reached = new Set(
    alignment.pairs
      .filter(({ label, found: { type }, isExact }) => isExact && label.types.some((right) => right === type))
      .map(({ label }) => label.entity),
  );
  const [all, frequent] = [
    [...labelled.keys()],
    [...labelled].filter(([, count]) => count >= 2).map(([entity]) => entity),
  ];
  const softOf = (kind: string) =>
    new Set(
      softlyFound(texts, found, kind)
        .filter(({ type }) => type !== 'untyped')
        .map(({ entity }) => entity),
    ).size;
  return {
    recall: share(all.filter((entity) => reached.has(entity)).length, all.length),
    recallOften: share(frequent.filter((entity) => reached.has(entity)).length, frequent.length),
    precision: share(typed.filter(isRight).length, typed.length),
    precisionOften: share(often.filter(isRight).length, often.length),
    labelled: all.length,
    typedEntries: typed.length,
    untypedEntries: entries.length - typed.length,
    boilerplate: new Set(softlyFound(texts, found, 'boilerplate').map(({ entity }) => entity)).size,
    nationalitiesTyped: softOf('nationality'),
    worksTyped: softOf('work'),
    failures: [
      ...all
        .filter((entity) => !reached.has(entity))
        .map((entity) => ({ kind: 'entity not in the index', what: entity })),
      ...typed
        .filter((entry) => !isRight(entry))
        .map(({ mentions }) => ({
          kind: `wrong entry (${mentions[0]!.type})`,
          what: `"${mostFrequent(mentions)[0]}" ×${mentions.length}`,
        })),
    ],
  };
}

/** Names by which an entry may be shown: its spellings, most frequent first; at most the first three. */
function mostFrequent(mentions: readonly FoundMention[]): string[] {
  const bySpelling = Map.groupBy(mentions, ({ text }) => text.replace(/\s+/gu, ' '));
  return [...bySpelling]
    .sort(([, a], [, b]) => b.length - a.length)
    .slice(0, 3)
    .map(([text]) => text);
}

function spellingsOf({ pairs, missed }: Alignment): Map<string, Set<string>> {
  const spellings = new Map<string, Set<string>>();
  for (const { text, label } of [...pairs, ...missed]) {
    const own = spellings.get(label.entity) ?? new Set();
    for (const { start, end } of label.spans) own.add(plain(text.text.slice(start, end)));
    spellings.set(label.entity, own);
  }
  return spellings;
}

/** Entities that could be found, with how often each is labelled. */
function labelledEntities({ pairs, missed }: Alignment): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { label } of [...pairs, ...missed]) counts.set(label.entity, (counts.get(label.entity) ?? 0) + 1);
  return counts;
}

const bodiesOf = (texts: readonly LabelledText[]) => {
  const starts = new Map(texts.map(({ file, bodyStart }) => [file, bodyStart]));
  return ({ file, start }: FoundMention): boolean => start >= (starts.get(file) ?? 0);
};

function softlyFound(texts: readonly LabelledText[], { mentions }: Found, kind: string): FoundMention[] {
  const byFile = new Map(texts.map((text) => [text.file, text]));
  return mentions.filter(({ file, start, end }) => {
    const { soft, mentions: labels } = byFile.get(file)!;
    return (
      soft.some((span) => span.kind === kind && span.start <= start && end <= span.end) &&
      !labels.some((label) => label.start < end && start < label.end)
    );
  });
}

/**
 * Pairs of spellings that were found to the letter: one thing or two? Two things that are spelled alike are no pair;
 * that their entry takes in other spellings of either is.
 */
export function scoreMerging({ pairs }: Alignment): { score: Score; failures: readonly Failure[] } {
  const nodes = new Map<string, { text: string; label: string; isByName: boolean; entities: Map<string, number> }>();
  for (const { label, found, isExact } of pairs) {
    if (!isExact) continue;
    const text = found.text.replace(/\s+/gu, ' ');
    const key = `${text}\n${label.entity}`;
    const { entity, isByName } = label;
    const node = nodes.get(key) ?? { text, label: entity, isByName, entities: new Map<string, number>() };
    nodes.set(key, node);
    node.entities.set(found.entity, (node.entities.get(found.entity) ?? 0) + 1);
  }
  const list = [...nodes.values()].map(({ text, label, isByName, entities }) => ({
    text,
    label,
    isByName,
    entity: [...entities].sort(([, a], [, b]) => b - a)[0]![0],
  }));
  const failures: Failure[] = [];
  let [right, found, labelled] = [0, 0, 0];
  list.forEach((a, at) => {
    for (const b of list.slice(at + 1)) {
      if (a.text === b.text || (a.label === b.label && (a.isByName || b.isByName))) continue;
      const [isMerged, isOne] = [a.entity === b.entity, a.label === b.label];
      if (isMerged) found++;
      if (isOne) labelled++;
      if (isMerged && isOne) right++;
      if (isMerged && !isOne)
        failures.push({ kind: 'wrong merge', what: `"${a.text}" (${a.label}) + "${b.text}" (${b.label})` });
      if (!isMerged && isOne) failures.push({ kind: 'missed merge', what: `"${a.text}" + "${b.text}"` });
    }
  });
  return { score: scoreOf({ right, found, labelled }), failures };
}
