/** What lists, tables and preformatted text are used for on a page: to list, to tabulate, to show code, or to place things. */
import type { PageElement } from './page.ts';

/** A list of items, and not of sections or teasers. */
export function isPlainList(list: PageElement): boolean {
  if (list.querySelector('h1, h2, h3, h4, h5, h6, table, pre, blockquote, figure, article, section')) return false;
  for (const item of list.querySelectorAll('li, dd')) {
    let paragraphs = 0;
    for (const child of item.childNodes) if (child.nodeType === 1 && isParagraph(child as PageElement)) paragraphs++;
    if (paragraphs > 1) return false;
  }
  return true;
}

const isParagraph = (element: PageElement): boolean => element.localName === 'p' && element.textContent.trim() !== '';

const cellCharsMax = 400;

/** Rows and columns of short cells; anything else places parts of a page beside each other. */
export function isDataTable(table: PageElement): boolean {
  if (/^(?:presentation|none)$/.test(table.getAttribute('role') ?? '')) return false;
  if (table.querySelector('table, h1, h2, h3, h4, h5, h6, pre, blockquote, article, section, form')) return false;
  const rows = [...table.querySelectorAll('tr')];
  const widest = Math.max(0, ...rows.map((row) => [...row.childNodes].filter(isCell).length));
  if (rows.length < 2 || widest < 2) return false;
  return [...table.querySelectorAll('td, th')].every((cell) => cell.textContent.length <= cellCharsMax);
}

const isCell = (node: { readonly nodeType: number }): boolean =>
  node.nodeType === 1 && /^t[dh]$/.test((node as PageElement).localName);

/** Preformatted text that people wrote for people: letters of a mailing list, old books. */
export function isProse(text: string): boolean {
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  const wordy = lines.filter(
    (line) => /^(?:[^{}<>=;\\$|]+)$/.test(line) && (line.match(/\p{L}{2,}/gu)?.length ?? 0) >= 5,
  );
  return lines.length > 0 && wordy.length >= lines.length * 0.6;
}
