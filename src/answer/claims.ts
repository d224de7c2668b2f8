/** Which sources a message names beside what it quotes: their titles, else their authors, else who published them. */
import type { Article, Library } from '../model.ts';
import { fold } from '../text/fold.ts';

export interface Claims {
  /** As the library writes them. */
  readonly names: readonly string[];
  /** Articles that bear one of the names. */
  readonly articles: ReadonlySet<Article>;
}

/** Shorter ones are ordinary words as well. */
const titleCharsMin = 8;
const nameCharsMin = 4;

/** What names an article, the most telling first. */
const namesOf: readonly ((article: Article) => readonly (string | null)[])[] = [
  ({ title }) => (title.value === null ? [] : [title.value, mainTitleOf(title.value)]),
  ({ authors }) => authors.value ?? [],
  ({ publisher, via }) => [publisher.value, via.value],
];

/** "After the Flood: a town and its bridge" is called "After the Flood" as well. */
const mainTitleOf = (title: string): string | null => {
  const main = /^(.+?)(?:\s*[:|]|\s+[–—-])\s/u.exec(title)?.[1] ?? '';
  return main.split(/\s+/u).length >= 3 ? main : null;
};

/** A name of a source, and the articles that bear it. */
interface SourceName {
  /** As the library writes it, in one way or several. */
  readonly written: Set<string>;
  readonly plain: string;
  readonly articles: Set<Article>;
}

/** All names of one rank. */
interface SourceNames {
  readonly byPlain: ReadonlyMap<string, SourceName>;
  readonly byFirstWord: ReadonlyMap<string, readonly SourceName[]>;
}

/** Folded once: a library of thousands is asked of its names with each message. */
const known = new WeakMap<Library, readonly SourceNames[]>();

function sourceNamesOf(library: Library): readonly SourceNames[] {
  const ranks = known.get(library) ?? namesOf.map((names) => filed(library.articles, names));
  known.set(library, ranks);
  return ranks;
}

function filed(articles: readonly Article[], names: (typeof namesOf)[number]): SourceNames {
  const byPlain = new Map<string, SourceName>();
  for (const article of articles) {
    for (const name of names(article)) {
      if (name === null) continue;
      const form = plain(name);
      const before = byPlain.get(form) ?? { written: new Set(), plain: form, articles: new Set() };
      before.written.add(name);
      before.articles.add(article);
      byPlain.set(form, before);
    }
  }
  return { byPlain, byFirstWord: Map.groupBy(byPlain.values(), (one) => firstWordOf(one.plain)) };
}

const firstWordOf = (form: string): string => form.split(' ', 1)[0] ?? '';

export function claimsIn(library: Library, words: string): Claims {
  const said = ` ${plain(words)} `;
  const firstWords = new Set(said.split(' '));
  for (const [rank, { byFirstWord }] of sourceNamesOf(library).entries()) {
    const charsMin = rank === 0 ? titleCharsMin : nameCharsMin;
    const claimed = [...firstWords]
      .flatMap((word) => byFirstWord.get(word) ?? [])
      .filter((one) => isNamed(one, charsMin, words, said));
    if (claimed.length > 0) {
      return {
        names: claimed.flatMap(({ written }) => [...written]),
        articles: new Set(claimed.flatMap((one) => [...one.articles])),
      };
    }
  }
  return { names: [], articles: new Set() };
}

function isNamed({ plain: wanted, written }: SourceName, charsMin: number, words: string, said: string): boolean {
  if (wanted.length < charsMin || !said.includes(` ${wanted} `)) return false;
  // One word may be an ordinary one: as a name it is written as the name is.
  return wanted.includes(' ') || written.values().some((name) => words.includes(name.trim()));
}

/** Whether words in quotation marks are the name of a source, and quote nothing. */
export function isSourceName(library: Library, words: string): boolean {
  const wanted = plain(words);
  return sourceNamesOf(library).some(({ byPlain }) => byPlain.has(wanted));
}

const plain = (text: string): string =>
  fold(text)
    .replace(/[^\p{L}\p{N}\p{M}]+/gu, ' ')
    .trim();
