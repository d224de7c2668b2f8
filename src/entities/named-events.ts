/**
 * Events by their names, taken out of the names found: what stands in an event's name is no mention of anything else.
 * Stands between the names of capitals and the events told in words.
 */
import type { EntityType, Mention, Passage, Span } from '../model.ts';
import { fold } from '../text/fold.ts';
import { aliasKeyOf } from './aliases.ts';
import { sentencesIn } from './casing.ts';
import { eventNamesIn } from './event-names.ts';
import { type Draft, keyOf } from './event-phrases.ts';
import { loneHeads, nameHeads } from './event-words.ts';
import type { Gazetteer } from './gazetteer.ts';

/** The drafts without what is part of an event's name, and the events; `made` makes one of the others' kind of an event. */
export function withNamedEvents<T extends Draft>(
  drafts: readonly T[],
  passages: readonly Passage[],
  gazetteer: Gazetteer,
  made: (event: Draft) => T,
): T[] {
  const found = passages.flatMap((passage) =>
    sentencesIn(passage).flatMap((sentence) =>
      eventNamesIn(passage.article.text, sentence, gazetteer).map(
        ({ start, end }): Mention => ({ passage: passage.id, start, end }),
      ),
    ),
  );
  const textOf = ({ passage, start, end }: Mention) =>
    passages[passage]!.article.text.slice(start, end).replace(/\s+/gu, ' ');
  const names = new Set(found.map((mention) => nameKey(textOf(mention))));
  const byPassage = Map.groupBy(found, ({ passage }) => passage);
  const kept: T[] = [];
  const taken: Mention[] = [];
  for (const draft of drafts) {
    // A name that is an event's elsewhere is one in a headline, too.
    const mayBeOwn = draft.type !== 'event' && draft.surfaces.some(({ text }) => names.has(nameKey(text)));
    const isOwn = (mention: Mention) => mayBeOwn && names.has(nameKey(textOf(mention)));
    const isOut = (mention: Mention) =>
      isOwn(mention) ||
      (byPassage.get(mention.passage) ?? []).some(
        (event) => overlaps(event, mention) && !isSame(event, mention, draft.type),
      );
    const out = draft.mentions.filter(isOut);
    if (out.length === 0) {
      kept.push(draft);
      continue;
    }
    const isFree = (mention: Mention) =>
      !(byPassage.get(mention.passage) ?? []).some((event) => overlaps(event, mention));
    taken.push(...out.filter((mention) => isOwn(mention) && isFree(mention)));
    const mentions = draft.mentions.filter((mention) => !out.includes(mention));
    if (mentions.length > 0) kept.push(withMentions(draft, mentions, textOf));
  }
  const known = new Set(kept.filter(({ type }) => type === 'event').flatMap(({ mentions }) => mentions.map(placeOf)));
  const isNew = (mention: Mention) => !known.has(placeOf(mention));
  const fresh = unique([...found.filter(isNew), ...taken]);
  return withLaterNames(
    withBareNames(joined(kept, fresh, textOf, made), passages, textOf, gazetteer),
    passages,
    textOf,
  );
}

const nameKey = (name: string): string => keyOf(name).replace(/[-‐‑–]/gu, ' ');

const overlaps = (a: Span, b: Span): boolean => a.start < b.end && b.start < a.end;
const isSame = (a: Span, b: Span, type: EntityType): boolean =>
  type === 'event' && a.start === b.start && a.end === b.end;

const placeOf = ({ passage, start, end }: Mention): string => `${passage} ${start} ${end}`;

const unique = (mentions: readonly Mention[]): Mention[] => [
  ...new Map(mentions.map((mention) => [placeOf(mention), mention])).values(),
];

const storm =
  /^(?:(?:Tropical|Super|Winter|Severe|Post-Tropical) )?(?:Hurricane|Typhoon|Cyclone|Superstorm|Storm) (\p{Lu}\p{L}+)$/u;
const operation = /^Operation ((?:\p{Lu}\p{L}+)(?: (?:of |the )*\p{Lu}\p{L}+)*)$/u;

/** "Mitch" after "Hurricane Mitch", "Desert Fox" after "Operation Desert Fox", in an article where nobody is called so. */
function withBareNames<T extends Draft>(
  drafts: readonly T[],
  passages: readonly Passage[],
  textOf: (mention: Mention) => string,
  gazetteer: Gazetteer,
): T[] {
  const articleOf = ({ passage }: Mention) => passages[passage]!.article.id;
  const storms = new Map<string, { at: number; start: number }>();
  drafts.forEach(({ type, name, mentions }, at) => {
    const bare = type === 'event' ? (storm.exec(name) ?? operation.exec(name))?.[1] : undefined;
    if (bare === undefined || (operation.test(name) && gazetteer.place(bare) !== null)) return;
    for (const mention of mentions) {
      const key = `${articleOf(mention)}\n${fold(bare)}`;
      const start = Math.min(mention.start, storms.get(key)?.start ?? mention.start);
      storms.set(key, { at, start });
    }
  });
  if (storms.size === 0) return [...drafts];
  const people = new Set(
    drafts
      .filter(({ type }) => type === 'person')
      .flatMap(({ mentions }) => mentions)
      .flatMap((mention) => {
        const words = textOf(mention).split(' ');
        return words.length > 1 ? words.map((word) => `${articleOf(mention)}\n${fold(word)}`) : [];
      }),
  );
  const moved = new Map<number, Mention[]>();
  const rest = drafts.map((draft): T | null => {
    if (draft.type === 'event') return draft;
    const stormOf = (mention: Mention) => {
      const key = `${articleOf(mention)}\n${fold(textOf(mention))}`;
      const found = people.has(key) ? undefined : storms.get(key);
      return found && found.start < mention.start ? found : undefined;
    };
    const own = draft.mentions.filter((mention) => stormOf(mention) !== undefined);
    if (own.length === 0) return draft;
    for (const mention of own) {
      const { at } = stormOf(mention)!;
      moved.set(at, [...(moved.get(at) ?? []), mention]);
    }
    const left = draft.mentions.filter((mention) => !own.includes(mention));
    return left.length > 0 ? withMentions(draft, left, textOf) : null;
  });
  return rest.flatMap((draft, at) => {
    if (draft === null) return [];
    const more = moved.get(at);
    return more ? [withMentions(draft, inOrder([...draft.mentions, ...more]), textOf)] : [draft];
  });
}

/** What an article may call an event for short after "the": "General Strike" and "Strike", "Congress". */
function shortNamesOf(name: string): string[] {
  const words = /^(?:The )?(.+?)(?: of .+)?$/u.exec(name)![1]!.split(' ');
  const isOf = words.length === 1;
  if (!words.every((word) => /^\p{Lu}\p{Ll}/u.test(word)) || !nameHeads.has(fold(words.at(-1)!))) return [];
  // "the Derby", "the Blitz" may be one that everybody knows.
  return words
    .map((_, at) => words.slice(at).join(' '))
    .slice(isOf && words[0] !== name ? 0 : 1)
    .filter((short) => !loneHeads.has(fold(short)));
}

/** "the Explosion" after "Halifax Explosion", in an article where only one event is called so. */
function withLaterNames<T extends Draft>(
  drafts: readonly T[],
  passages: readonly Passage[],
  textOf: (mention: Mention) => string,
): T[] {
  const longs = new Map<string, Map<number, number>>();
  drafts.forEach(({ type, mentions }, at) => {
    if (type !== 'event') return;
    for (const mention of mentions) {
      for (const short of shortNamesOf(textOf(mention))) {
        const key = `${passages[mention.passage]!.article.id}\n${short}`;
        const known = longs.get(key) ?? new Map<number, number>();
        longs.set(key, known.set(at, Math.min(mention.start, known.get(at) ?? mention.start)));
      }
    }
  });
  const moved = new Map<number, Mention[]>();
  const left = drafts.map((draft, own): readonly Mention[] => {
    const { type, surfaces, mentions } = draft;
    if (longs.size === 0 || type === 'person' || type === 'place' || surfaces.length > 1) return mentions;
    return mentions.filter((mention) => {
      const { article } = passages[mention.passage]!;
      const [[at, start] = [own, 0], other] = longs.get(`${article.id}\n${surfaces[0]!.text}`) ?? [];
      const isTheirs =
        other === undefined &&
        at !== own &&
        start < mention.start &&
        /\bthe\s$/iu.test(article.text.slice(mention.start - 4, mention.start));
      if (isTheirs) moved.set(at, [...(moved.get(at) ?? []), mention]);
      return !isTheirs;
    });
  });
  if (moved.size === 0) return [...drafts];
  return drafts.flatMap((draft, at) => {
    const mentions = [...left[at]!, ...(moved.get(at) ?? [])];
    if (mentions.length === 0) return [];
    return mentions.length === draft.mentions.length ? [draft] : [withMentions(draft, inOrder(mentions), textOf)];
  });
}

/** The draft with other mentions, its surfaces counted anew. */
function withMentions<T extends Draft>(
  draft: T,
  mentions: readonly Mention[],
  textOf: (mention: Mention) => string,
): T {
  const surfaces = countedIn(mentions, textOf);
  const isNamed = surfaces.some(({ text }) => text === draft.name);
  return { ...draft, name: isNamed ? draft.name : surfaces[0]!.text, surfaces, mentions };
}

const countedIn = (mentions: readonly Mention[], textOf: (mention: Mention) => string): Draft['surfaces'] =>
  [...Map.groupBy(mentions, textOf)]
    .map(([text, alike]) => ({ text, count: alike.length }))
    .sort((a, b) => b.count - a.count || (a.text < b.text ? -1 : 1));

/** One for all names by which an event is broadly known: World War I, the First World War. */
const knownKey = (name: string): string => aliasKeyOf(name) ?? nameKey(name);

/** Mentions of one wording, or of one thing, are one event; one that the library has already gets them. */
function joined<T extends Draft>(
  drafts: readonly T[],
  fresh: readonly Mention[],
  textOf: (mention: Mention) => string,
  made: (event: Draft) => T,
): T[] {
  const all = [...drafts];
  const bySurface = new Map<string, number>();
  drafts.forEach(({ type, surfaces }, at) => {
    if (type === 'event') for (const { text } of surfaces) bySurface.set(knownKey(text), at);
  });
  for (const [key, alike] of Map.groupBy(fresh, (mention) => knownKey(textOf(mention)))) {
    const at = bySurface.get(key);
    if (at !== undefined) {
      all[at] = withMentions(all[at]!, inOrder([...all[at]!.mentions, ...alike]), textOf);
      continue;
    }
    const surfaces = countedIn(alike, textOf);
    const name = surfaces.find(({ text }) => fold(text) === text || /\p{Ll}/u.test(text)) ?? surfaces[0]!;
    all.push(made({ name: name.text, type: 'event', surfaces, mentions: inOrder(alike) }));
  }
  return all;
}

const inOrder = (mentions: readonly Mention[]): Mention[] =>
  [...mentions].sort((a, b) => a.passage - b.passage || a.start - b.start);
