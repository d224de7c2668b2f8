/**
 * How well the article and the section around a passage answer a question, each taken as one text: BM25 over the passages
 * that the engine found in it. A passage that goes on about the subject without naming it again is found by its neighbours.
 */
import type { Article, Hit, Passage, QueryWord } from '../model.ts';
import { firstFrom } from './postings.ts';

/** The parameters of BM25 as Lucene ships them. */
const k = 1.2;
const b = 0.75;
/** How many passages of an article, or of one of its sections, hold each word of the question. */
type Counts = Float64Array;

type Around = (passage: Passage) => Pick<Hit, 'article' | 'section'>;

/** `passagesWith` gives the ids of the passages whose text holds a term, ascending. */
export function createSurroundings(
  passages: readonly Passage[],
  passagesWith: (term: string) => ArrayLike<number>,
): (near: readonly Passage[], words: readonly QueryWord[], searched: ReadonlySet<string>) => Around {
  const runs = runsByArticle(passages);
  const meanLength = passages.length / Math.max(1, runs.size);

  /** Of the articles of `near`, by those of the words' terms that were searched for. */
  return (near, words, searched) => {
    const wordsOfTerm = new Map<string, number[]>();
    words.forEach(({ terms }, at) => {
      for (const term of terms) if (searched.has(term)) kept(wordsOfTerm, term, () => []).push(at);
    });
    const noCounts = () => new Float64Array(words.length);
    const inArticles = new Map<Article, Counts>(near.map(({ article }) => [article, noCounts()]));
    const inSections = new Map<Article, Map<number, Counts>>(near.map(({ article }) => [article, new Map()]));
    for (const [term, numbers] of wordsOfTerm) {
      const ids = passagesWith(term);
      for (const [article, ofArticle] of inArticles) {
        const { first, end } = runs.get(article)!;
        for (let at = firstFrom(ids, first); at < ids.length && ids[at]! < end; at++) {
          const ofSection = kept(inSections.get(article)!, sectionOf(passages[ids[at]!]!), noCounts);
          for (const number of numbers) {
            ofArticle[number]! += 1;
            ofSection[number]! += 1;
          }
        }
      }
    }
    const possible = words.reduce((sum, { rarity }) => sum + rarity, 0);
    const shareOf = (counts: Counts | undefined, length: number): number =>
      words.reduce((sum, { rarity }, at) => {
        const count = counts?.[at] ?? 0;
        return sum + (rarity * count * (1 + k)) / (count + k * (1 - b + b * length));
      }, 0) /
      (possible * (1 + k));
    return (passage) => ({
      article: shareOf(inArticles.get(passage.article), lengthOf(runs.get(passage.article)) / meanLength),
      section: shareOf(inSections.get(passage.article)?.get(sectionOf(passage)), 1),
    });
  };
}

/** The ids of an article's passages, which follow one another; `end` is exclusive. */
interface Run {
  readonly first: number;
  readonly end: number;
}

const lengthOf = (run: Run | undefined): number => (run ? run.end - run.first : 1);

function runsByArticle(passages: readonly Passage[]): Map<Article, Run> {
  const runs = new Map<Article, Run>();
  for (const { article, id } of passages) runs.set(article, { first: runs.get(article)?.first ?? id, end: id + 1 });
  return runs;
}

const sectionOf = ({ article, block }: Passage): number => article.blocks[block]?.section ?? -1;

function kept<K, V>(map: Map<K, V>, key: K, made: () => V): V {
  const known = map.get(key);
  if (known !== undefined) return known;
  const value = made();
  map.set(key, value);
  return value;
}
