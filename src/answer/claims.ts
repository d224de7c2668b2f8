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

export function claimsIn(library: Library, words: string): Claims {
  const said = ` ${plain(words)} `;
  for (const [rank, names] of namesOf.entries()) {
    const articles = new Set<Article>();
    const claimed = new Set<string>();
    for (const article of library.articles) {
      for (const name of names(article)) {
        if (name === null || !isNamed(name, rank === 0 ? titleCharsMin : nameCharsMin, words, said)) continue;
        articles.add(article);
        claimed.add(name);
      }
    }
    if (articles.size > 0) return { names: [...claimed], articles };
  }
  return { names: [], articles: new Set() };
}

function isNamed(name: string, charsMin: number, words: string, said: string): boolean {
  const wanted = plain(name);
  if (wanted.length < charsMin || !said.includes(` ${wanted} `)) return false;
  // One word may be an ordinary one: as a name it is written as the name is.
  return wanted.includes(' ') || words.includes(name.trim());
}

/** Whether words in quotation marks are the name of a source, and quote nothing. */
export function isSourceName(library: Library, words: string): boolean {
  const wanted = plain(words);
  return library.articles.some((article) =>
    namesOf.some((names) => names(article).some((name) => name !== null && plain(name) === wanted)),
  );
}

const plain = (text: string): string =>
  fold(text)
    .replace(/[^\p{L}\p{N}\p{M}]+/gu, ' ')
    .trim();
