/**
 * When a page says it was published, and where it says so. Tried in the order of how often each place is right (measured on
 * 995 dated pages); a day of change is no day of publication, and what can be read two ways is no date.
 */
import type { Field, StatedDate } from '../../model.ts';
import { dateInUrl } from '../dates.ts';
import { machineDate } from './machine-date.ts';
import type { Meta } from './meta.ts';
import type { PageDocument } from './page.ts';
import { dateOfElement, isElsewhere, onPage } from './shown-dates.ts';

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
  const marked = inMeta(meta) ?? inMicrodata(document) ?? onPage(document);
  if (marked) return marked;
  return inUrl ? { value: inUrl.date, from: 'url-path' } : notStated;
}

const pathOf = (url: string): string => (URL.canParse(url) ? new URL(url).pathname : url);

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

const candidatesMax = 100;
const microdata =
  '[itemprop~="datePublished"], [property~="datePublished"], [property~="schema:datePublished"], [property~="dc:created"]';

function inMicrodata(document: PageDocument): Field<StatedDate> | null {
  for (const element of [...document.querySelectorAll(microdata)].slice(0, candidatesMax)) {
    if (isElsewhere(element)) continue;
    const date = dateOfElement(element);
    if (date) return { value: date, from: 'microdata' };
  }
  return null;
}
