/**
 * How well the article and the section around a passage answer a question, each taken as one text: BM25 over the passages
 * that the engine found in it. A passage that goes on about the subject without naming it again is found by its neighbours.
 */
import type { Article, Hit, Passage, QueryWord } from '../model.ts';

/** The parameters of BM25 as Lucene ships them. */
const k = 1.2;
const b = 0.75;
/** How many passages of an article, or of one of its sections, hold each word of the question. */
type Counts = Float64Array;

/** What the engine found in a passage: its terms, and the fields that each stands in. */
interface Match {
  readonly id: unknown;
  readonly match: Readonly<Record<string, readonly string[]>>;
}

type Around = (passage: Passage) => Pick<Hit, 'article' | 'section'>;

export function createSurroundings(
  passages: readonly Passage[],
): (results: readonly Match[], words: readonly QueryWord[], most: number) => Around {
  const lengths = new Map<Article, number>();
  for (const { article } of passages) lengths.set(article, (lengths.get(article) ?? 0) + 1);
  const meanLength = passages.length / Math.max(1, lengths.size);

  /** Of the articles that the first `most` results stand in. */
  return (results, words, most) => {
    const wordsOfTerm = new Map<string, number[]>();
    words.forEach(({ terms }, at) => {
      for (const term of terms) wordsOfTerm.set(term, [...(wordsOfTerm.get(term) ?? []), at]);
    });
    const near = results.slice(0, most).map(({ id }) => passages[Number(id)]!.article);
    const inArticles = new Map<Article, Counts>(near.map((article) => [article, new Float64Array(words.length)]));
    const inSections = new Map<Article, Map<number, Counts>>(near.map((article) => [article, new Map()]));
    for (const { id, match } of results) {
      const passage = passages[Number(id)]!;
      const ofArticle = inArticles.get(passage.article);
      const sections = inSections.get(passage.article);
      if (!ofArticle || !sections) continue;
      const ofSection = kept(sections, sectionOf(passage), () => new Float64Array(words.length));
      for (const term in match) {
        if (!match[term]!.includes('text')) continue;
        for (const at of wordsOfTerm.get(term) ?? []) {
          ofArticle[at]! += 1;
          ofSection[at]! += 1;
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
      article: shareOf(inArticles.get(passage.article), (lengths.get(passage.article) ?? 1) / meanLength),
      section: shareOf(inSections.get(passage.article)?.get(sectionOf(passage)), 1),
    });
  };
}

const sectionOf = ({ article, block }: Passage): number => article.blocks[block]?.section ?? -1;

function kept<K, V>(map: Map<K, V>, key: K, made: () => V): V {
  const known = map.get(key);
  if (known !== undefined) return known;
  const value = made();
  map.set(key, value);
  return value;
}
