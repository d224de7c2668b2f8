/** Where in an article a span stands, in words for people: "Conflict of Interests, ¶ 2". */
import type { Article, Block, Page, Span } from '../model.ts';
import { headingTitle } from './heading-title.ts';

const sectionCharsMax = 80;

/** Never empty: a span outside the article's body is placed by its line. */
export function placeOf(article: Article, span: Span): string {
  const block = blockAt(article, span.start);
  if (block?.paragraph === undefined) return `line ${block?.line ?? lineAt(article.text, span.start)}`;
  const section = sectionTitleOf(article, block);
  const page = pageAt(article.pages, span.start);
  const pages = page && pagesInWords(page, pageAt(article.pages, span.end - 1) ?? page);
  const continues = page && page !== pageAt(article.pages, block.start);
  return [section, pages, continues ? 'at the top' : `¶ ${block.paragraph}`].filter(Boolean).join(', ');
}

const pagesInWords = (from: Page, to: Page): string =>
  from === to ? `p. ${from.label}` : `pp. ${from.label}–${to.label}`;

/** The page that holds the offset. */
export const pageAt = (pages: readonly Page[] | undefined, offset: number): Page | undefined =>
  pages?.findLast(({ start }) => start <= offset);

/** The heading that a block stands under, or null. */
export function sectionTitleOf(article: Article, block: Block): string | null {
  const heading = block.section === undefined ? undefined : article.blocks[block.section];
  if (!heading) return null;
  const title = headingTitle(article.text, heading);
  return title.length > sectionCharsMax
    ? `${title.slice(0, title.lastIndexOf(' ', sectionCharsMax)).trimEnd() || 'section'}…`
    : title;
}

/** The block that holds the offset, or the next one. Blocks are in order: found by halving. */
export function blockAt(article: Article, offset: number): Block | undefined {
  const { blocks } = article;
  let low = 0;
  let high = blocks.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((blocks[middle]?.end ?? 0) > offset) high = middle;
    else low = middle + 1;
  }
  return blocks[low];
}

const lineAt = (text: string, offset: number): number => text.slice(0, offset).split('\n').length;
