/**
 * Elements → blocks of text as a browser shows them: headings, paragraphs, lists, quotations, rows of tables, code. Serves
 * web pages and every format that is read by way of HTML.
 */
import type { BlockRole } from '../../model.ts';
import type { DraftBlock } from '../draft.ts';
import { isDataTable, isNamedStandfirst, isPlainList, isProse } from './layout.ts';
import type { PageElement, PageNode } from './page.ts';
import { raisedText } from './raised.ts';

export interface HtmlBlock {
  readonly role: BlockRole;
  /** Of a heading: 1–6. */
  readonly level?: number;
  /** Items of a list, lines of code; one text for anything else. */
  readonly items: readonly HtmlText[];
  /** Stands in a caption, an aside or a footer. */
  readonly isBeside: boolean;
  /** Its element is called so. */
  readonly isStandfirst?: boolean;
}

export interface HtmlText {
  readonly text: string;
  /** How many of its characters lead elsewhere. */
  readonly linkChars: number;
}

export function blocksOfElement(root: PageElement): HtmlBlock[] {
  const walk = new Walk();
  walk.children(root, { role: 'paragraph', isBeside: false, isLink: false });
  walk.endBlock();
  return walk.blocks;
}

export const textOf = (block: HtmlBlock): string => block.items.map(({ text }) => text).join('\n');

/** The canonical text of blocks, blank lines between, and where in it each stands. */
export function draftOf(blocks: readonly HtmlBlock[]): { readonly text: string; readonly blocks: DraftBlock[] } {
  let text = '';
  const drafts = blocks.map(({ role, level, items }): DraftBlock => {
    if (text !== '') text += '\n\n';
    const start = text.length;
    const itemStarts: number[] = [];
    items.forEach((item, at) => {
      if (at > 0) text += '\n';
      if (at > 0 && item.text !== '') itemStarts.push(text.length);
      text += item.text;
    });
    return {
      start,
      end: text.length,
      role,
      ...(role === 'heading' && level ? { level } : {}),
      ...(itemStarts.length > 0 ? { itemStarts } : {}),
    };
  });
  return { text, blocks: drafts };
}

/** What is known of a node from those above it. */
interface Where {
  readonly role: BlockRole;
  readonly level?: number;
  readonly isBeside: boolean;
  readonly isLink: boolean;
  readonly isStandfirst?: boolean;
}

const blockElements = new Set(
  'address article aside body center dd details dialog dir div dl dt fieldset figcaption figure footer form header hgroup legend li main menu nav ol optgroup p section summary table tbody td tfoot th thead tr ul caption'.split(
    ' ',
  ),
);
const beside = new Set('figcaption aside footer nav'.split(' '));
/** Read aloud beside the text, or written for machines. */
const passedOver = new Set('rt rp annotation annotation-xml head title'.split(' '));

/** Goes through a tree once and ends a block wherever a browser would begin a new line. */
class Walk {
  readonly blocks: HtmlBlock[] = [];
  private text = '';
  private linkChars = 0;
  private where: Where | null = null;
  private brokeLine = false;
  private list: HtmlText[] | null = null;
  private isRow = false;

  children(element: PageElement, where: Where): void {
    for (const child of element.childNodes) {
      if (child.nodeType === 3) this.add(child.textContent, where);
      else if (child.nodeType === 1) this.element(child as PageElement, where);
    }
  }

  private element(element: PageElement, where: Where): void {
    const name = element.localName;
    if (passedOver.has(name) || isHidden(element) || isStruck(element)) return;
    const raised = raisedText(element, this.text);
    if (raised !== null) this.add(raised, where);
    else if (name === 'br') this.breakLine();
    else if (name === 'a') this.children(element, { ...where, isLink: leadsAway(element, where) });
    else if (name === 'q') this.quoted(element, where);
    else if (name === 'pre') this.preformatted(element, where);
    else if (/^h[1-6]$/.test(name)) this.block(element, { ...where, ...headingOf(name, where) });
    else if (name === 'blockquote') this.block(element, { ...where, role: inFlow(where) ? 'quotation' : where.role });
    else if (/^(?:ul|ol|dl|menu)$/.test(name) && !this.list && !this.isRow && isPlainList(element))
      this.plainList(element, where);
    else if (name === 'table' && !this.list && !this.isRow && isDataTable(element)) this.rows(element, where);
    else if (name === 'hr') this.endBlock();
    else if (beside.has(name)) this.block(element, { ...where, isBeside: true });
    else if (blockElements.has(name)) this.block(element, where);
    else this.children(element, where);
  }

  /** Between line ends of its own, but in a row of a table. */
  private block(element: PageElement, where: Where): void {
    if (this.isRow) this.text += /^t[dh]$/.test(element.localName) && this.text !== '' ? '\t' : ' ';
    else this.endBlock();
    this.children(element, isNamedStandfirst(element) ? { ...where, isStandfirst: true } : where);
    if (!this.isRow) this.endBlock();
  }

  private quoted(element: PageElement, where: Where): void {
    this.add('“', where);
    this.children(element, where);
    this.add('”', where);
  }

  /** Two in a row part paragraphs on pages of an older kind. */
  private breakLine(): void {
    if (this.brokeLine && !this.isRow) this.endBlock();
    else this.text += this.isRow ? ' ' : '\n';
    this.brokeLine = true;
  }

  private add(source: string, where: Where): void {
    const text = shown(source).replace(/[ \t\n\r\f]+/g, ' ');
    if (text.trim() === '') {
      if (text !== '') this.text += text;
      return;
    }
    this.where ??= where;
    this.brokeLine = false;
    this.text += text;
    if (where.isLink) this.linkChars += text.trim().length;
  }

  private plainList(element: PageElement, where: Where): void {
    this.endBlock();
    this.list = [];
    this.children(element, where);
    this.endBlock();
    const items = this.list;
    this.list = null;
    const { isBeside, isStandfirst } = where;
    if (items.length > 0)
      this.blocks.push({ role: 'list', items, isBeside, ...(isStandfirst ? { isStandfirst } : {}) });
  }

  private rows(table: PageElement, where: Where): void {
    this.endBlock();
    for (const caption of table.querySelectorAll('caption')) this.block(caption, where);
    for (const row of table.querySelectorAll('tr')) {
      this.isRow = true;
      this.children(row, { ...where, role: 'table-row' });
      this.isRow = false;
      this.endBlock();
    }
  }

  private preformatted(element: PageElement, where: Where): void {
    if (this.list || this.isRow) {
      this.children(element, where);
      return;
    }
    this.endBlock();
    const text = shown(sourceText(element)).replace(/\r\n?/g, '\n');
    const paragraphs = isProse(text) && !element.querySelector('code') ? text.split(/\n[ \t]*\n/) : null;
    if (!paragraphs) this.push('code', linesOf(text), where);
    else for (const paragraph of paragraphs) this.push('paragraph', [paragraph.trim()], where);
  }

  private push(role: BlockRole, lines: readonly string[], where: Where): void {
    if (lines.every((line) => line === '')) return;
    this.blocks.push({ role, items: lines.map((text) => ({ text, linkChars: 0 })), isBeside: where.isBeside });
  }

  endBlock(): void {
    const { linkChars, where } = this;
    const text = this.text
      .replace(/ *([\n\t])[ \n\t]*/g, '$1')
      .replace(/ {2,}/g, ' ')
      .trim();
    this.text = '';
    this.linkChars = 0;
    this.where = null;
    this.brokeLine = false;
    if (text === '' || !where) return;
    if (this.list) this.list.push({ text, linkChars });
    else {
      const { role, level, isBeside, isStandfirst } = where;
      const called = { ...(level === undefined ? {} : { level }), ...(isStandfirst ? { isStandfirst } : {}) };
      this.blocks.push({ role, items: [{ text, linkChars }], isBeside, ...called });
    }
  }
}

const inFlow = ({ role }: Where): boolean => role === 'paragraph';

const headingOf = (name: string, where: Where): Partial<Where> =>
  inFlow(where) ? { role: 'heading', level: Number(name[1]) } : {};

const isHidden = (element: PageElement): boolean =>
  element.getAttribute('hidden') !== null || element.getAttribute('aria-hidden') === 'true';

/** Taken back by whoever wrote it. Where it holds paragraphs, somebody forgot to close it. */
const isStruck = (element: PageElement): boolean =>
  element.localName === 'del' || (/^(?:s|strike)$/.test(element.localName) && !element.querySelector('p, div, h2, h3'));

/** Without what takes no room on a page: soft hyphens, marks for breaking lines, control characters. */
const shown = (text: string): string => text.replace(/[\u00ad\u200b\u2060\ufeff]|(?![\t\n\r\f])\p{Cc}/gu, '');

const sourceText = (node: PageNode): string =>
  node.nodeType === 1 && (node as PageElement).localName !== 'br'
    ? [...node.childNodes].map(sourceText).join('')
    : node.nodeType === 1
      ? '\n'
      : node.textContent;

/** Without blank lines at either end. */
function linesOf(text: string): string[] {
  const lines = text.split('\n').map((line) => line.trimEnd());
  const from = lines.findIndex((line) => line !== '');
  return from < 0 ? [] : lines.slice(from, lines.findLastIndex((line) => line !== '') + 1);
}

/** A heading that is a link to itself, so that it can be sent to others, is a heading like any other. */
function leadsAway(link: PageElement, { role }: Where): boolean {
  const href = link.getAttribute('href');
  return href !== null && !(role === 'heading' && href.startsWith('#'));
}
