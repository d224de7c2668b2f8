/** Paragraphs in order → the article's text with its blocks, the start of each page and the places of removed hyphens. */
import type { BlockRole, Page } from '../../model.ts';
import type { DraftBlock } from '../draft.ts';
import { jointOf, type Words } from './hyphens.ts';
import type { Paragraph } from './layout.ts';

export interface FlowText {
  readonly text: string;
  readonly blocks: readonly DraftBlock[];
  readonly pages: readonly Page[];
  readonly joins: readonly number[];
}

/** `labels`: of every page of the file. */
export function flowText(
  paragraphs: readonly Paragraph[],
  roleOf: (paragraph: Paragraph) => { readonly role: BlockRole; readonly level?: number },
  labels: readonly string[],
  words: Words,
): FlowText {
  let text = '';
  const blocks: DraftBlock[] = [];
  const starts: number[] = [];
  const joins: number[] = [];
  let list: { start: number; itemStarts: number[] } | null = null;
  paragraphs.forEach((paragraph, index) => {
    const { role, level } = roleOf(paragraph);
    const isItem = role === 'list' && paragraphs[index - 1]?.role === 'list' && list !== null;
    if (text) text += isItem ? '\n' : '\n\n';
    const start = text.length;
    paragraph.lines.forEach((line, at) => {
      const before = paragraph.lines[at - 1];
      if (before) {
        const { glue, dropped } = jointOf(before.text, line.text, words);
        if (dropped > 0) text = text.slice(0, -dropped);
        if (dropped > 0) joins.push(text.length);
        text += glue;
      }
      while (starts.length <= line.page) starts.push(text.length);
      text += withoutSoftHyphens(line.text, at === paragraph.lines.length - 1);
    });
    if (isItem && list) {
      list.itemStarts.push(start);
      blocks[blocks.length - 1] = { role, start: list.start, end: text.length, itemStarts: list.itemStarts };
    } else {
      list = role === 'list' ? { start, itemStarts: [] } : null;
      blocks.push({ role, start, end: text.length, ...(level ? { level } : {}) });
    }
  });
  const pages = labels.map((label, page): Page => ({ label, start: starts[page] ?? text.length }));
  return { text, blocks, pages, joins };
}

/** Seen by nobody unless a line ends with one. */
const withoutSoftHyphens = (line: string, isLast: boolean): string =>
  line.replace(isLast ? /\u00ad/g : /\u00ad(?!$)/g, '');
