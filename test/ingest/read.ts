/** Articles from strings, for tests. */
import type { Article, BlockRole } from '../../src/model.ts';
import { readNow } from '../library-from.ts';

export function articleFrom(text: string, path = 'a.txt'): Article {
  const { article, problems } = readNow(path, new TextEncoder().encode(text));
  if (!article) throw new Error(`No article: ${problems.map(({ message }) => message).join(' ')}`);
  return article;
}

/** "role: text" of every block. */
export const blocksOf = (article: Article, ...roles: BlockRole[]): string[] =>
  article.blocks
    .filter(({ role }) => roles.length === 0 || roles.includes(role))
    .map(({ role, start, end }) => `${role}: ${article.text.slice(start, end)}`);

/** Some prose, so that head and foot are told from the middle. */
export const prose = (words: string): string =>
  `The ${words} stood there for many years before anybody in the town asked who had paid for it.`;
