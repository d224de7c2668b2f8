/** Dates that a page shows: in time elements and in elements whose class says so; the one below the headline is the article's. */
import type { Field, StatedDate } from '../../model.ts';
import { dateOfLine, datesOf } from '../dates.ts';
import { isDataTable } from './layout.ts';
import { machineDate } from './machine-date.ts';
import { isOfToday, isOfWeb, isOwnLead, ownDateOf, saysPublished } from './own-date.ts';
import type { PageDocument, PageElement, PageNode } from './page.ts';

interface Shown extends Field<StatedDate> {
  readonly isTime: boolean;
  /** Its element says that it is of publication. */
  readonly isStated: boolean;
  readonly isBelowHeadline: boolean;
}

const publishedWord =
  /publi(?:sh|c|é|e)|pub-?date|posted|entry-date|post-date|dateline|created|veröffentlicht|erstellt/i;
const updatedWord =
  /updat|modif|edited|revised|aktualisiert|bearbeitet|geändert|(?<!\p{L})stand(?!\p{L})|mis à jour|actualizado|atualizado|aggiornat|обновлен|güncelle|تحديث|更新|修改|expire|event|upcoming/iu;
const dateClass =
  /(?:^|[\s_-])(?:date|dateline|datum|fecha|pubdate|published|timestamp|time|posted|byline|meta|submitted|info)(?:$|[\s_-])/i;
const elsewhere =
  /comment|related|sidebar|(?<!elementor-)widget|footer|teaser|recommend|popular|latest|trending|(?:more|other)-?(?:news|stories|articles)|promo|carousel/i;
const ownFooter = /(?:post|entry|article|story|card|content|meta)[-_]*footer|elementor-widget[\w-]*/gi;

/** More of them, and none is the article's own. */
const candidatesMax = 200;
const textCharsMax = 200;

/** What a time element says before what a class suggests; below the headline before above it, where the day's date stands. */
export function onPage(document: PageDocument): Field<StatedDate> | null {
  const shown = shownDates(document);
  const stated = shown.find(({ isTime, isStated }) => isTime && isStated);
  const times = ownOf(shown.filter(({ isTime }) => isTime));
  const found = stated ?? times ?? ownOf(shown.filter(({ isTime }) => !isTime));
  return found ? { value: found.value, from: found.from } : dateBelowHeadline(document);
}

/** The first below the headline; above it, the only one. */
function ownOf(shown: readonly Shown[]): Shown | undefined {
  const below = shown.find(({ isBelowHeadline }) => isBelowHeadline);
  const days = new Set(shown.map(({ value }) => value?.iso));
  return below ?? (days.size === 1 ? shown[0] : undefined);
}

function shownDates(document: PageDocument): Shown[] {
  const shown: Shown[] = [];
  let candidates = 0;
  let isBelowHeadline = false;
  let isBelowOthers = false;
  const isListed = listedAmong();
  for (const element of document.querySelectorAll('h1, h2, h3, h4, time, abbr.published, [class], [id]')) {
    if (element.localName === 'h1') isBelowHeadline = true;
    if (/^h[1-4]$/.test(element.localName)) isBelowOthers = headsOthers.test(element.textContent);
    const isTime = /^(?:time|abbr)$/.test(element.localName);
    const names = namesOf(element);
    if (!isTime && !dateClass.test(wordsOf(names))) continue;
    if (++candidates > candidatesMax) break;
    if (isBelowOthers || isUpdate(element) || isElsewhere(element)) continue;
    const value = isTime ? dateOfElement(element) : dateOfText(element);
    const from = isTime ? 'time element' : `class "${names.trim().split(/\s+/)[0]}"`;
    const isStated = publishedWord.test(namesAround(element));
    if (!value || (!isStated && (!isOfWeb(value.iso) || isListed(element)))) continue;
    shown.push({ value, from, isTime, isStated, isBelowHeadline });
  }
  return shown;
}

const headsOthers =
  /^\W*(?:upcoming|coming up|what.s on|events?|calendar|agenda|termine|veranstaltungen|à venir|próximos)(?!\p{L})/iu;
/** A line of dates tells of many days. */
const listedMin = 3;

/** Is an element in a table, or one of several dates in a list? Each list is looked through once. */
function listedAmong(): (element: PageElement) => boolean {
  const known = new Map<PageElement, boolean>();
  return (element) => {
    const holder = element.closest('table, ul, ol, dl');
    if (!holder || holder.querySelector('h1')) return false;
    const isOfMany =
      known.get(holder) ??
      (holder.localName === 'table' ? isDataTable(holder) : [...holder.querySelectorAll('time')].length >= listedMin);
    known.set(holder, isOfMany);
    return isOfMany;
  };
}

const lineCharsMax = 80;
/** So much text below the headline, and the article has begun. */
const openingCharsMax = 400;
const publishedLead =
  /^\W*(?:originally |first |article )?(?:published|posted|veröffentlicht|publié|publicado|pubblicato|опубликовано)/iu;

/** A line that is a date, where no class tells what it is: close below the headline, or behind "Posted". */
function dateBelowHeadline(document: PageDocument): Field<StatedDate> | null {
  let charsBelow = Number.POSITIVE_INFINITY;
  let candidates = 0;
  const search = (element: PageElement): StatedDate | null => {
    for (const node of element.childNodes) {
      if (node.nodeType === 3) {
        const text = node.textContent.replace(/\s+/g, ' ').trim();
        const mayBe = text.length <= lineCharsMax && /\p{Nd}{4}|年/u.test(text);
        charsBelow += text.length;
        if (!mayBe || !(charsBelow < openingCharsMax || publishedLead.test(text))) continue;
        if (++candidates > candidatesMax) return null;
        const date = dateOfLine(text) && ownDateOf(text);
        if (date?.date.precision !== 'day' || date.updated || !isOfWeb(date.date.iso)) continue;
        if (!isLedByOther(node) && !isUpdate(element) && !isElsewhere(element) && !isInRow(element, text))
          return date.date;
      } else if (node.nodeType === 1) {
        const found = search(node as PageElement);
        if (found) return found;
        if ((node as PageElement).localName === 'h1') charsBelow = 0;
      }
    }
    return null;
  };
  const value = document.querySelector('h1') ? search(document.documentElement) : null;
  return value ? { value, from: 'date line' } : null;
}

const inline = /^(?:a|b|strong|em|i|span|small|label|font|abbr)$/;

/** "Born:" may stand in an element of its own before the date. */
function isLedByOther(node: PageNode): boolean {
  const parent = node.parentElement;
  const before = node.previousSibling ?? (parent && inline.test(parent.localName) ? parent.previousSibling : null);
  const isBeside = before?.nodeType === 3 || (before?.nodeType === 1 && inline.test((before as PageElement).localName));
  const lead = isBeside ? (before?.textContent ?? '').slice(-leadCharsMax).trim() : '';
  return updatedWord.test(lead) || (/^\p{L}+$|:$/u.test(lead) && !isOwnLead(lead));
}

/** In a table, a list or a heading of an article stand days of which it tells. */
function isInRow(element: PageElement, text: string): boolean {
  const holder = element.closest('table, ul, ol, dl, h1, h2, h3, h4, h5, h6');
  if (!holder || holder.querySelector('h1') || publishedLead.test(text)) return false;
  let before = element.closest('td, dd')?.previousSibling;
  if (before?.nodeType === 3) before = before.previousSibling;
  return !saysPublished((before?.textContent ?? '').slice(0, leadCharsMax));
}

/** Of an element that holds a date and little else. */
function dateOfText(element: PageElement): StatedDate | null {
  if (element.textContent.length > textCharsMax * 2) return null;
  const text = linesIn(element).replace(/\s+/g, ' ').trim();
  if (text.length > textCharsMax) return null;
  if (isOfToday(text)) return null;
  const dates = datesOf(text).filter(({ updated }) => !updated);
  return dates.length === 1 || dateOfLine(text) ? (dates[0]?.date ?? null) : null;
}

/** A line that ends parts two words. */
const linesIn = (node: PageNode): string => {
  if (node.nodeType !== 1) return node.nodeType === 3 ? node.textContent : '';
  return (node as PageElement).localName === 'br' ? '\n' : [...node.childNodes].map(linesIn).join('');
};

export function dateOfElement(element: PageElement): StatedDate | null {
  for (const name of ['datetime', 'content', 'data-datetime', 'data-date', 'data-timestamp', 'title']) {
    const value = element.getAttribute(name);
    const date = value ? machineDate(value) : null;
    if (date) return date;
  }
  return dateOfText(element);
}

const namesOf = (element: PageElement): string =>
  `${element.getAttribute('class') ?? ''} ${element.getAttribute('id') ?? ''}`;

/** "articleDate" is article-date. */
const wordsOf = (names: string): string => names.replace(/([a-z])(?=[A-Z])/g, '$1-');

function namesAround(element: PageElement): string {
  const { parentElement } = element;
  const marks = [element.getAttribute('itemprop'), element.getAttribute('pubdate') === null ? null : 'pubdate'];
  return `${namesOf(element)} ${marks.join(' ')} ${parentElement ? namesOf(parentElement) : ''}`;
}

/** "Updated:" stands close before its date. */
const leadCharsMax = 60;

function isUpdate(element: PageElement): boolean {
  const before = element.previousSibling;
  const lead = `${before?.previousSibling?.textContent ?? ''} ${before?.textContent ?? ''}`.slice(-leadCharsMax);
  return updatedWord.test(`${namesAround(element)} ${lead}`);
}

/** Stands in something that lists other articles, in what readers wrote, or in the head of the whole site. */
export function isElsewhere(element: PageElement): boolean {
  for (let at: PageElement | null = element; at && at.localName !== 'body'; at = at.parentElement) {
    if (/^(?:aside|footer|nav)$/.test(at.localName) && !at.closest('article')) return true;
    if (at.localName === 'header' && at.querySelector('nav')) return true;
    const isNamed = at.localName !== 'article' && elsewhere.test(wordsOf(namesOf(at)).replace(ownFooter, ''));
    if (isNamed && !at.querySelector('h1')) return true;
  }
  return false;
}
