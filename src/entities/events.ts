/**
 * What happened: events told in words, grouped where they are one and the same and joined with those that were already
 * found by their capitals. Stands between the names found and the index of names.
 */
import type { Mention, Passage } from '../model.ts';
import { datesWithin, type Interval } from '../text/dates.ts';
import { type EventClass, eventClassOf } from './event-nouns.ts';
import { type Draft, keyOf, type Named, type Occurrence, occurrencesIn } from './event-phrases.ts';
import type { Gazetteer } from './gazetteer.ts';
import { withNamedEvents } from './named-events.ts';

export type { Draft } from './event-phrases.ts';

/** The drafts, those of events joined by what is told of them in words; `made` makes one of the others' kind of a new event. */
export function withEvents<T extends Draft>(
  given: readonly T[],
  passages: readonly Passage[],
  gazetteer: Gazetteer,
  made: (event: Draft) => T,
): T[] {
  const drafts = withNamedEvents(given, passages, gazetteer, made);
  const byPassage = namedByPassage(drafts);
  const found = passages.flatMap((passage) => occurrencesIn(passage, byPassage.get(passage.id) ?? []));
  const known = drafts.filter(({ type }) => type === 'event');
  const groups = grouped(found, known, passages, keysOf(drafts));
  const isPart = partsOf(found);
  const joined = new Map(groups.flatMap((group) => (group.known ? [[group.known, group] as const] : [])));
  return [
    ...drafts
      .filter((draft) => !isPart(draft, gazetteer))
      .map((draft): T => {
        const group = joined.get(draft);
        return group ? { ...draft, ...together(draft, group.occurrences) } : draft;
      }),
    ...groups.filter((group) => !group.known).map(({ occurrences }) => made(draftOf(occurrences))),
  ];
}

/** True for a name that nothing is told of but an event: "Lumpa" in "Lumpa uprising", unless a place is known by it. */
function partsOf(events: readonly Occurrence[]): (draft: Draft, gazetteer: Gazetteer) => boolean {
  const byPassage = Map.groupBy(events, ({ passage }) => passage);
  const isWithin = ({ passage, start, end }: Mention) =>
    byPassage.get(passage)?.some((event) => event.start <= start && end < event.end && startsWith(event, start)) ??
    false;
  return ({ type, name, mentions }, gazetteer) =>
    (type === 'person' || type === 'untyped') && gazetteer.place(name) === null && mentions.every(isWithin);
}

/** Its name opens with it, or with a year: "Lumpa uprising", but not "siege of Norrby". */
const startsWith = ({ start, text }: Occurrence, at: number): boolean =>
  at - start <= (/^(?:\d{4}\s|\d{1,2}\s\p{L}+\s)/u.exec(text)?.[0].length ?? 0);

function namedByPassage(drafts: readonly Draft[]): Map<number, Named[]> {
  const byPassage = new Map<number, Named[]>();
  for (const draft of drafts) {
    for (const { passage, start, end } of draft.mentions) {
      const own = byPassage.get(passage);
      if (own) own.push({ start, end, of: draft });
      else byPassage.set(passage, [{ start, end, of: draft }]);
    }
  }
  for (const named of byPassage.values()) named.sort((a, b) => a.start - b.start);
  return byPassage;
}

/** Every spelling of a name → the name that events are known by. */
function keysOf(drafts: readonly Draft[]): ReadonlyMap<string, string> {
  const keys = new Map<string, string>();
  for (const { name, surfaces, type } of drafts) {
    if (type === 'event') continue;
    for (const { text } of surfaces) keys.set(keyOf(text), keyOf(name));
  }
  return keys;
}

interface Group {
  readonly known?: Draft;
  readonly kind: EventClass | undefined;
  readonly nouns: Set<string>;
  /** What it is about, in each of its wordings. */
  readonly abouts: ReadonlySet<string>;
  readonly dates: Interval[];
  readonly occurrences: Occurrence[];
}

/** First those of one wording; then those of one class about one thing, where their dates allow it. */
function grouped(
  found: readonly Occurrence[],
  known: readonly Draft[],
  passages: readonly Passage[],
  keys: ReadonlyMap<string, string>,
): Group[] {
  const groups = known.map((draft) => knownGroup(draft, passages, keys));
  const bySurface = new Map(
    groups.flatMap((group) => (group.known?.surfaces ?? []).map(({ text }) => [keyOf(text), group] as const)),
  );
  const topic = (kind: EventClass | undefined, about: string) => `${kind?.name}\n${about}`;
  const byTopic = new Map<string, Group[]>();
  const file = (group: Group) => {
    for (const about of group.abouts) {
      const key = topic(group.kind, about);
      const filed = byTopic.get(key);
      if (filed) filed.push(group);
      else byTopic.set(key, [group]);
    }
  };
  groups.forEach(file);
  for (const alike of Map.groupBy(found, ({ text, about }) => `${keyOf(text)}\n${about}`).values()) {
    const { kind, about, noun, text } = alike[0]!;
    const dates = alike.flatMap((one) => one.dates);
    const others = byTopic.get(topic(kind, about)) ?? [];
    const same = bySurface.get(keyOf(text)) ?? others.find((group) => mayBeOne(group, kind, noun, dates));
    if (same) {
      same.occurrences.push(...alike);
      same.dates.push(...dates);
      same.nouns.add(noun);
      continue;
    }
    const group: Group = {
      kind,
      abouts: new Set([about]),
      nouns: new Set([noun]),
      dates: [...dates],
      occurrences: [...alike],
    };
    groups.push(group);
    file(group);
  }
  return groups.filter(({ occurrences }) => occurrences.length > 0);
}

function knownGroup(draft: Draft, passages: readonly Passage[], keys: ReadonlyMap<string, string>): Group {
  const noun =
    keyOf(draft.name)
      .split(' ')
      .find((word) => eventClassOf(word) !== undefined) ?? '';
  const dates = draft.mentions.flatMap(({ passage, start, end }) => {
    const { article, block } = passages[passage]!;
    const sentence = article.blocks[block]?.sentences.find((one) => one.start <= start && end <= one.end);
    return sentence ? datesWithin(article, sentence).flatMap(({ value }) => value ?? []) : [];
  });
  const abouts = new Set(
    draft.surfaces.map(({ text }) => {
      const rest = keyOf(text)
        .split(' ')
        .filter((word) => word !== noun && !/^(?:of|the|in|for|on|at)$/.test(word));
      return keys.get(rest.join(' ')) ?? rest.join(' ');
    }),
  );
  return { known: draft, kind: eventClassOf(noun), nouns: new Set([noun]), abouts, dates, occurrences: [] };
}

const oneWord: Readonly<Record<string, string>> = { quake: 'earthquake', blast: 'explosion' };
const singular = (noun: string): string => {
  const one = noun.replace(/s$/, '');
  return oneWord[one] ?? one;
};

function mayBeOne(group: Group, kind: EventClass, noun: string, dates: readonly Interval[]): boolean {
  const isSameNoun = [...group.nouns].some((other) => singular(other) === singular(noun));
  const isDated = group.dates.length > 0 && dates.length > 0;
  const agrees = group.dates.some((a) => dates.some((b) => a.from <= b.to && b.from <= a.to));
  if (kind.merges === 'where dates agree') return isSameNoun ? !isDated || agrees : isDated && agrees;
  if (kind.merges === 'same noun' && !isSameNoun) return false;
  return !isDated || agrees;
}

function together(draft: Draft, occurrences: readonly Occurrence[]): Pick<Draft, 'surfaces' | 'mentions'> {
  const counts = new Map(draft.surfaces.map(({ text, count }) => [text, count]));
  for (const { text } of occurrences) counts.set(text, (counts.get(text) ?? 0) + 1);
  return { surfaces: sorted(counts), mentions: inOrder([...draft.mentions, ...occurrences]) };
}

function draftOf(occurrences: readonly Occurrence[]): Draft {
  const counts = new Map<string, number>();
  for (const { text } of occurrences) counts.set(text, (counts.get(text) ?? 0) + 1);
  const surfaces = sorted(counts);
  return { name: surfaces[0]!.text, type: 'event', surfaces, mentions: inOrder(occurrences) };
}

const sorted = (counts: ReadonlyMap<string, number>): Draft['surfaces'] =>
  [...counts].map(([text, count]) => ({ text, count })).sort((a, b) => b.count - a.count || (a.text < b.text ? -1 : 1));

const inOrder = (mentions: readonly Mention[]): Mention[] =>
  mentions
    .map(({ passage, start, end }) => ({ passage, start, end }))
    .sort((a, b) => a.passage - b.passage || a.start - b.start);
