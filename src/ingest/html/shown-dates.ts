/** Dates that a page shows: in time elements and in elements whose class says so; the one below the headline is the article's. */
import type { Field, StatedDate } from '../../model.ts';
import { dateOfLine, datesOf } from '../dates.ts';
import { machineDate } from './machine-date.ts';
import type { PageDocument, PageElement } from './page.ts';

interface Shown extends Field<StatedDate> {
  readonly isTime: boolean;
  /** Its element says that it is of publication. */
  readonly isStated: boolean;
  readonly isBelowHeadline: boolean;
}

const publishedWord =
  /publi(?:sh|c|é|e)|pub-?date|posted|entry-date|post-date|dateline|created|veröffentlicht|erstellt/i;
const updatedWord =
  /updat|modif|edited|revised|aktualisiert|mis à jour|actualizado|atualizado|aggiornat|обновлен|güncelle|تحديث|更新|修改|expire|event/i;
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
  for (const element of document.querySelectorAll('h1, time, abbr.published, [class], [id]')) {
    if (element.localName === 'h1') isBelowHeadline = true;
    const isTime = /^(?:time|abbr)$/.test(element.localName);
    const names = namesOf(element);
    if (!isTime && !dateClass.test(wordsOf(names))) continue;
    if (++candidates > candidatesMax) break;
    if (isUpdate(element) || isElsewhere(element)) continue;
    const value = isTime ? dateOfElement(element) : dateOfText(element);
    const from = isTime ? 'time element' : `class "${names.trim().split(/\s+/)[0]}"`;
    if (value) shown.push({ value, from, isTime, isStated: publishedWord.test(namesAround(element)), isBelowHeadline });
  }
  return shown;
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
        const mayBe = text.length <= lineCharsMax && /\d{4}/.test(text);
        charsBelow += text.length;
        if (!mayBe || !(charsBelow < openingCharsMax || publishedLead.test(text))) continue;
        if (++candidates > candidatesMax) return null;
        const date = dateOfLine(text);
        if (date?.date.precision !== 'day' || date.updated || updatedWord.test(node.previousSibling?.textContent ?? ''))
          continue;
        if (!isUpdate(element) && !isElsewhere(element)) return date.date;
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

/** Of an element that holds a date and little else. */
function dateOfText(element: PageElement): StatedDate | null {
  const text = element.textContent.replace(/\s+/g, ' ').trim();
  if (text.length > textCharsMax) return null;
  const dates = datesOf(text).filter(({ updated }) => !updated);
  return dates.length === 1 || dateOfLine(text) ? (dates[0]?.date ?? null) : null;
}

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
