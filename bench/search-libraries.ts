/**
 * What a search library gives by itself over the same passages: MiniSearch as its README sets it up, MiniSearch with
 * stemming and without stop words, SQLite's FTS5 and FlexSearch. The figures that Footnote's own order has to beat.
 */
import { DatabaseSync } from 'node:sqlite';
import { Encoder, Index } from 'flexsearch';
import english from 'flexsearch/lang/en';
import MiniSearch, { type Options, type SearchOptions } from 'minisearch';
import snowball from 'snowball-stemmers';
import { eng } from 'stopword';
import type { Passage } from '../src/model.ts';

/** A passage as a search library gets it. */
export interface PassageText {
  readonly id: number;
  readonly title: string;
  readonly text: string;
}

export const passageText = ({ id, article, start, end }: Passage): PassageText => ({
  id,
  title: article.title.value ?? '',
  text: article.text.slice(start, end),
});

export interface SearchHit {
  readonly id: number;
  /** Null where the library gives none. */
  readonly score: number | null;
}

export interface SearchIndex {
  /** Best first. */
  readonly search: (query: string, limit: number) => readonly SearchHit[];
  /** Bytes outside the heap of JavaScript. */
  readonly bytesOutside: () => number;
}

export interface SearchLibrary {
  readonly name: string;
  readonly index: (passages: readonly PassageText[]) => SearchIndex;
}

const stopWords = new Set(eng);
const stemmer = snowball.newStemmer('english');
const wordPattern = /[\p{L}\p{N}]+/gu;

/** A question's words as SQLite's tokenizer cuts them, stop words out unless nothing else is left. */
function contentWords(query: string): readonly string[] {
  const words = query.toLowerCase().match(wordPattern) ?? [];
  const content = words.filter((word) => !stopWords.has(word));
  return content.length > 0 ? content : words;
}

const miniSearch = (name: string, options: Partial<Options<PassageText>>, search: SearchOptions): SearchLibrary => ({
  name,
  index: (passages) => {
    const index = new MiniSearch<PassageText>({ fields: ['title', 'text'], ...options });
    index.addAll(passages);
    return {
      search: (query, limit) =>
        index
          .search(query, search)
          .slice(0, limit)
          .map(({ id, score }) => ({ id: Number(id), score })),
      bytesOutside: () => 0,
    };
  },
});

const stemmed: Partial<Options<PassageText>> = {
  tokenize: (text) => text.match(wordPattern) ?? [],
  processTerm: (term) => {
    const word = term.toLowerCase();
    return stopWords.has(word) ? null : stemmer.stem(word);
  },
};

const sqlite: SearchLibrary = {
  name: 'SQLite FTS5',
  index: (passages) => {
    const database = new DatabaseSync(':memory:');
    database.exec("create virtual table passages using fts5(title, text, tokenize = 'porter unicode61')");
    const insert = database.prepare('insert into passages(rowid, title, text) values (?, ?, ?)');
    database.exec('begin');
    for (const { id, title, text } of passages) insert.run(id + 1, title, text);
    database.exec('commit');
    const select = database.prepare(
      'select rowid as id, -bm25(passages) as score from passages where passages match ? order by bm25(passages) limit ?',
    );
    const pragma = (name: string) => Number(Object.values(database.prepare(`pragma ${name}`).get() ?? {})[0]);
    return {
      search: (query, limit) => {
        const match = contentWords(query).map((word) => `"${word}"`);
        if (match.length === 0) return [];
        return select
          .all(match.join(' OR '), limit)
          .map(({ id, score }) => ({ id: Number(id) - 1, score: Number(score) }));
      },
      bytesOutside: () => pragma('page_count') * pragma('page_size'),
    };
  },
};

const flexSearch: SearchLibrary = {
  name: 'FlexSearch',
  index: (passages) => {
    const index = new Index({ encoder: new Encoder(english), tokenize: 'strict' });
    for (const { id, title, text } of passages) index.add(id, `${title}\n${text}`);
    return {
      search: (query, limit) =>
        index.search(query, { limit, suggest: true }).map((id) => ({ id: Number(id), score: null })),
      bytesOutside: () => 0,
    };
  },
};

/** The first is what a bot gets by copying its README. */
export const searchLibraries: readonly SearchLibrary[] = [
  miniSearch('MiniSearch', {}, { prefix: true, fuzzy: 0.2, boost: { title: 2 } }),
  miniSearch('MiniSearch stemmed', stemmed, {}),
  sqlite,
  flexSearch,
];
