/** What readers ask, in a fixed mixture and always the same for one library: commands, typing errors, phrases, misses. */
import type { Entity, EntityType, Library } from '../src/model.ts';
import { wordsOf } from '../src/text/words.ts';
import { createRandom, type Random } from './random.ts';

/** Like what the slowest questions look like as well as the usual ones; in this order in tables. */
export const workKinds = [
  'name',
  'misspelled name',
  'words',
  'question',
  'exact phrase',
  '200 characters',
  'miss',
  'article',
  'autocomplete',
] as const;
export type WorkKind = (typeof workKinds)[number];

export interface Work {
  readonly kind: WorkKind;
  readonly command: string;
  readonly query: string;
}

/** `count` of each kind, mixed; needs a library with at least one name and one passage. */
export function workloadOf(library: Library, count: number, seed = 1): readonly Work[] {
  const random = createRandom(seed);
  const work = workKinds.flatMap((kind) =>
    Array.from({ length: count }, () => ({ kind, ...asked(kind, library, random) })),
  );
  return shuffled(work, random);
}

function asked(kind: WorkKind, library: Library, random: Random): Omit<Work, 'kind'> {
  const quote = (query: string) => ({ command: 'quote', query });
  switch (kind) {
    case 'name':
      return named(random.pickZipf(library.names.entities), random);
    case 'misspelled name': {
      const { command, query } = named(random.pickZipf(library.names.entities), random);
      return { command, query: misspelled(query, random) };
    }
    case 'words':
      return quote(wordsIn(library, 3 + random.below(3), random).join(' '));
    case 'question':
      return quote(
        `what was said about ${wordsIn(library, 3, random).join(' and ')} in the ${wordsIn(library, 1, random)}`,
      );
    case 'exact phrase':
      return quote(`"${phraseIn(library, 4, random)}"`);
    case '200 characters':
      return quote(wordsIn(library, 60, random).join(' ').slice(0, 200));
    case 'miss':
      return { command: random.pick(['who', 'where', 'quote']), query: `${gibberish(random)} ${gibberish(random)}` };
    case 'article':
      return { command: 'source', query: random.pick(library.articles).title.value?.slice(0, 100) ?? 'untitled' };
    case 'autocomplete': {
      const { command, query } = named(random.pickZipf(library.names.entities), random);
      return { command, query: query.slice(0, 1 + random.below(6)) };
    }
  }
}

const commandByType: Readonly<Record<EntityType, string>> = {
  person: 'who',
  organisation: 'what',
  place: 'where',
  event: 'event',
  untyped: 'what',
};

/** By the type's own command, mostly; some ask what happened at a place. */
const named = ({ name, type }: Entity, random: Random): Omit<Work, 'kind'> => ({
  command: random.next() < 0.2 ? 'event' : commandByType[type],
  query: name,
});

/** One letter left out, doubled, changed or swapped with the next. */
function misspelled(name: string, random: Random): string {
  const at = 1 + random.below(Math.max(1, name.length - 2));
  const [before, letter, after] = [name.slice(0, at), name.charAt(at), name.slice(at + 1)];
  return random.pick([
    before + after,
    before + letter + letter + after,
    `${before}${random.pick([...'aeioukst'])}${after}`,
    before + after.charAt(0) + letter + after.slice(1),
  ]);
}

/** From anywhere in the library. */
const wordsIn = (library: Library, count: number, random: Random): string[] =>
  Array.from({ length: count }, () => {
    const { article, start, end } = random.pick(library.passages);
    return random.pick(wordsOf(article.text, { start, end })).text;
  });

/** Words that stand together, to the letter. */
function phraseIn(library: Library, count: number, random: Random): string {
  const { article, start, end } = random.pick(library.passages);
  const words = wordsOf(article.text, { start, end });
  const first = random.below(Math.max(1, words.length - count));
  return article.text.slice(words[first]!.start, words[Math.min(first + count, words.length) - 1]!.end);
}

const gibberish = (random: Random): string =>
  Array.from({ length: 3 }, () => random.pick([...'bdfgjkqvwxz']) + random.pick([...'aou'])).join('') +
  random.pick([...'qxz']);

function shuffled<T>(list: readonly T[], random: Random): readonly T[] {
  const mixed = [...list];
  for (let last = mixed.length - 1; last > 0; last -= 1) {
    const other = random.below(last + 1);
    [mixed[last], mixed[other]] = [mixed[other]!, mixed[last]!];
  }
  return mixed;
}
