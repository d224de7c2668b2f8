/** The index of names: what was asked of it, and its entries by type and alphabet, as at the back of a book. */
import type { Answer, Asked, Entity, EntityType, IndexEntry, Library } from '../model.ts';
import { fold } from '../text/fold.ts';
import { choiceOf, commandFor, nothing } from './find.ts';

/** In this order, the names of unknown type last. */
const types: readonly EntityType[] = ['person', 'organisation', 'place', 'event', 'untyped'];

const typeWords: Readonly<Record<EntityType, readonly string[]>> = {
  person: ['person', 'persons', 'people', 'who'],
  organisation: [
    'organisation',
    'organisations',
    'organization',
    'organizations',
    'org',
    'orgs',
    'groups',
    'forces',
    'what',
  ],
  place: ['place', 'places', 'location', 'locations', 'where'],
  event: ['event', 'events', 'when'],
  untyped: ['other', 'others', 'untyped', 'unknown'],
};

/** Words that may stand around what is asked for: "people starting with M". */
const fillers = new Set(
  'all list show me names name named called of the that whose start starts starting begin begins beginning with from by letter in and'.split(
    ' ',
  ),
);

const indexWord: Readonly<Record<EntityType, string>> = {
  person: 'people',
  organisation: 'organisations',
  place: 'places',
  event: 'events',
  untyped: 'other',
};
export const indexWordFor = (type: EntityType): string => indexWord[type];

/** What people may type, for autocomplete. */
export const indexWords: readonly string[] = types.map(indexWordFor);

interface Wanted {
  readonly types: readonly EntityType[];
  /** Folded first letters, or none. */
  readonly beginning: string;
}

export function namesAnswer(library: Library, asked: Asked): Answer {
  const wanted = wantedBy(asked.query);
  const { entities } = library.names;
  const groups = wanted.types
    .map((type) => ({ type, entries: entriesOf(library, entities.filter(isWanted(type, wanted.beginning))) }))
    .filter(({ entries }) => entries.length > 0);
  if (groups.length > 0) return { kind: 'names', asked, total: entities.length, groups };
  const near = wanted.beginning ? library.names.complete(wanted.beginning, wanted.types, 5) : [];
  const missed = nothing(library, asked, []);
  return {
    ...missed,
    reason: asked.query ? `The index has no entry for “${asked.query}”.` : 'This library has no names yet.',
    nearest: near.map((entity) => choiceOf(library, entity, commandFor(entity.type, 'quote'))),
  };
}

function wantedBy(query: string): Wanted {
  const words = fold(query)
    .split(/[^\p{L}\p{N}'-]+/u)
    .filter(Boolean);
  const asked = types.filter((type) => words.some((word) => typeWords[type].includes(word)));
  const rest = words.filter((word) => !fillers.has(word) && !types.some((type) => typeWords[type].includes(word)));
  return { types: asked.length > 0 ? asked : types, beginning: rest.join(' ') };
}

/** A person is found by first name and by surname. */
const isWanted =
  (type: EntityType, beginning: string) =>
  (entity: Entity): boolean => {
    if (entity.type !== type) return false;
    const key = keyOf(entity.name);
    return (
      key.startsWith(beginning) || (type === 'person' && (key.split(/[\s-]+/u).at(-1) ?? '').startsWith(beginning))
    );
  };

/** Without an article before it, as an index sorts. */
const keyOf = (name: string): string =>
  fold(name).replace(/^(?:the|al|el|ad|as|ash|an|ar)[\s-]+(?=\p{L})|^["'(]+/gu, '');

const alphabet = new Intl.Collator('en');

function entriesOf(library: Library, entities: readonly Entity[]): IndexEntry[] {
  return entities
    .map((entity) => ({ entity, key: keyOf(entity.name) }))
    .sort((a, b) => alphabet.compare(a.key, b.key) || a.entity.id - b.entity.id)
    .map(({ entity }) => {
      const { name, type, mentions } = entity;
      return {
        name,
        // A page shows some thirty of ten thousand.
        get ask() {
          return choiceOf(library, entity, commandFor(type, 'quote')).ask;
        },
        mentions: mentions.length,
        sources: new Set(mentions.map(({ passage }) => library.passages[passage]!.article.id)).size,
      };
    });
}
