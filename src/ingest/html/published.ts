/**
 * When a page says it was published, and where it says so. Tried in the order of how often each place is right (measured on
 * 995 dated pages); a day of change is no day of publication, and what can be read two ways is no date.
 */
import type { Field, StatedDate } from '../../model.ts';
import { dateInUrl, dateOfLine, datesOf } from '../dates.ts';
import type { Meta } from './meta.ts';
import type { PageDocument, PageElement } from './page.ts';

const notStated = { value: null, from: 'not stated' } as const;

export function publishedOf(
  document: PageDocument,
  meta: Meta,
  linked: string | null,
  url: string | null,
): Field<StatedDate> {
  const inUrl = url ? dateInUrl(pathOf(url)) : null;
  const stated = linked ? machineDate(linked) : null;
  // An address keeps the day on which it was made; a page that was put up anew says another.
  const isOlder = inUrl?.date.precision === 'day' && stated && inUrl.date.iso < stated.iso;
  if (stated && !isOlder) return { value: stated, from: 'json-ld' };
  if (inUrl?.date.precision === 'day') return { value: inUrl.date, from: 'url-path' };
  const marked = inMeta(meta) ?? inMicrodata(document) ?? inTimes(document) ?? inClasses(document);
  if (marked) return marked;
  return inUrl ? { value: inUrl.date, from: 'url-path' } : notStated;
}

const pathOf = (url: string): string => (URL.canParse(url) ? new URL(url).pathname : url);

/** As machines write dates: ISO 8601 and RFC 2822, compact ones, seconds since 1970. The day is that of the place named. */
export function machineDate(value: string): StatedDate | null {
  const text = value.trim().slice(0, 100);
  const compact = /^(\d{4})(\d{2})(\d{2})(?:T?\d{4,6}Z?)?$/.exec(text);
  const seconds = /^(\d{10})(?:\d{3})?$/.exec(text)?.[1];
  const spelled = compact
    ? `${compact[1]}-${compact[2]}-${compact[3]}`
    : seconds
      ? new Date(Number(seconds) * 1000).toISOString().slice(0, 10)
      : text;
  const date = datesOf(spelled)[0]?.date ?? null;
  return date && !isFiller(date) ? date : null;
}

/** What software writes where it knows no date. */
const isFiller = ({ iso }: StatedDate): boolean => iso.startsWith('1970-01-01') || iso.startsWith('1969-12-31');

const metaNames = [
  'article:published_time',
  'og:article:published_time',
  'article:published',
  'og:published_time',
  'datepublished',
  'citation_publication_date',
  'citation_online_date',
  'citation_date',
  'dc.date.issued',
  'dcterms.issued',
  'dcterms.created',
  'dc.date.created',
  'dc.date.published',
  'prism.publicationdate',
  'parsely-pub-date',
  'sailthru.date',
  'publication_date',
  'publish_date',
  'publish-date',
  'published_date',
  'pub_date',
  'pubdate',
  'publishdate',
  'published',
  'article.published',
  'article_date_original',
  'displaydate',
  'originalpublicationdate',
  'cxenseparse:recs:publishtime',
  'bt:pubdate',
  'shareaholic:article_published_time',
  'dc.date',
  'dcterms.date',
  'date',
  'created',
];

function inMeta(meta: Meta): Field<StatedDate> | null {
  for (const name of metaNames) {
    const date = machineDate(meta.get(name)?.[0] ?? '');
    if (date) return { value: date, from: `meta ${name}` };
  }
  return null;
}

function inMicrodata(document: PageDocument): Field<StatedDate> | null {
  for (const element of document.querySelectorAll('[itemprop~="datePublished"], [property~="datePublished"]')) {
    if (isElsewhere(element)) continue;
    const date = dateOfElement(element);
    if (date) return { value: date, from: 'microdata' };
  }
  return null;
}

const publishedWord =
  /publi(?:sh|c|é|e)|pub-?date|posted|entry-date|post-date|dateline|created|veröffentlicht|erstellt/i;
const updatedWord =
  /updat|modif|edited|revised|aktualisiert|mis à jour|actualizado|atualizado|aggiornat|обновлен|expire|event/i;
const elsewhere =
  /comment|related|sidebar|widget|footer|teaser|recommend|popular|latest|trending|more-?(?:news|stories)|promo|card|carousel|archive|calendar/i;

/** More of them, and none is the article's own. */
const candidatesMax = 200;

const ownFooter = /(?:post|entry|article|story)[-_]*footer/gi;

/** `<time>`: one that is said to be of publication, else the first near the headline, when it is not one of a list. */
function inTimes(document: PageDocument): Field<StatedDate> | null {
  const times = [...document.querySelectorAll('time, abbr.published')]
    .slice(0, candidatesMax)
    .filter((time) => !isElsewhere(time));
  const stated = times.find((time) => publishedWord.test(namesOf(time)) && !isUpdate(time) && dateOfElement(time));
  const own = stated ?? times.find((time) => !isUpdate(time) && dateOfElement(time));
  const date = own ? dateOfElement(own) : null;
  return date ? { value: date, from: 'time element' } : null;
}

const dateClass =
  /(?:^|[\s_-])(?:date|dateline|datum|fecha|pubdate|published|timestamp|time|posted|byline|meta|entry-meta|post-meta|posted-on|submitted|info)(?:$|[\s_-])/i;
const classCharsMax = 200;

/** Elements whose class says that they hold a date, from the headline on; several different dates say nothing. */
function inClasses(document: PageDocument): Field<StatedDate> | null {
  let candidates = 0;
  for (const element of document.querySelectorAll('[class], [id]')) {
    const names = `${element.getAttribute('class') ?? ''} ${element.getAttribute('id') ?? ''}`;
    if (!dateClass.test(names) || updatedWord.test(names)) continue;
    if (++candidates > candidatesMax) break;
    if (isElsewhere(element)) continue;
    const text = element.textContent.replace(/\s+/g, ' ').trim();
    if (text.length > classCharsMax) continue;
    const dates = datesOf(text).filter(({ updated }) => !updated);
    const first = dates[0]?.date;
    if (first && (dateOfLine(text) || dates.length === 1))
      return { value: first, from: `class "${names.trim().split(/\s+/)[0]}"` };
  }
  return null;
}

const namesOf = (element: PageElement): string =>
  [element, element.parentElement]
    .map(
      (each) =>
        `${each?.getAttribute('class') ?? ''} ${each?.getAttribute('itemprop') ?? ''} ${each?.getAttribute('pubdate') === null ? '' : 'pubdate'}`,
    )
    .join(' ');

function isUpdate(element: PageElement): boolean {
  const before = element.previousSibling;
  const lead = `${before?.previousSibling?.textContent ?? ''} ${before?.textContent ?? ''}`.slice(-leadCharsMax);
  return updatedWord.test(`${namesOf(element)} ${lead}`);
}

/** "Updated:" stands close before its date. */
const leadCharsMax = 60;

/** Stands in something that lists other articles, or what readers wrote. */
function isElsewhere(element: PageElement): boolean {
  for (let at: PageElement | null = element; at && at.localName !== 'body'; at = at.parentElement) {
    if (/^(?:aside|footer|nav)$/.test(at.localName) && !at.closest('article')) return true;
    const names = `${at.getAttribute('class') ?? ''} ${at.getAttribute('id') ?? ''}`;
    if (at.localName !== 'article' && elsewhere.test(names.replace(ownFooter, ''))) return true;
  }
  return false;
}

function dateOfElement(element: PageElement): StatedDate | null {
  for (const name of ['datetime', 'content', 'data-datetime', 'data-date', 'data-timestamp', 'title']) {
    const value = element.getAttribute(name);
    const date = value ? machineDate(value) : null;
    if (date) return date;
  }
  const text = element.textContent.replace(/\s+/g, ' ').trim();
  return text.length <= classCharsMax ? (datesOf(text).find(({ updated }) => !updated)?.date ?? null) : null;
}
