/**
 * What a page says of itself → title, authors, publisher, date, address, language, licence, each with the place that said it.
 * Reads the page's elements before Readability changes them.
 */
import type { Field } from '../../model.ts';
import type { Details } from '../draft.ts';
import { authorsOf } from './authors.ts';
import type { LinkedArticle } from './json-ld.ts';
import { type Meta, metaField, metaOf } from './meta.ts';
import type { Page, PageDocument } from './page.ts';
import { publishedOf } from './published.ts';
import { titleOf } from './title.ts';

const notStated = { value: null, from: 'not stated' } as const;

export function detailsOf(page: Page, linked: LinkedArticle | null): Partial<Details> {
  const { document } = page;
  const meta = metaOf(document);
  const address = urlOf(page, linked?.url ?? null, meta);
  const kept = address.value ? keptOf(address.value) : null;
  const url = kept ? { ...address, value: kept.url } : address;
  const publisher = publisherOf(meta, linked?.publisher ?? null, url.value);
  const sites = sitesOf(publisher.value, url.value);
  return {
    title: titleOf(document, meta, linked?.headline ?? null, publisher.value),
    authors: authorsOf(document, meta, linked?.authors ?? [], sites),
    publisher,
    ...(kept ? { via: { value: kept.archive, from: 'its address' } } : {}),
    published: publishedOf(document, meta, linked?.published ?? null, url.value),
    url,
    licence: licenceOf(document, linked?.licence ?? null),
  };
}

/** Browsers that save a page write down where it was. */
const savedFrom = /saved from url=\(\d+\)\s*(\S+)|^\s*Page saved with SingleFile\s+url:\s*(\S+)/i;

function urlOf({ document, comments }: Page, linked: string | null, meta: Meta): Field<string> {
  const saved = comments.map((comment) => savedFrom.exec(comment)).find((match) => match !== null);
  const savedUrl = webUrl(saved?.[1] ?? saved?.[2] ?? null, null);
  const given: readonly (readonly [string | null | undefined, string])[] = [
    [document.querySelector('link[rel~="canonical"]')?.getAttribute('href'), 'link canonical'],
    [meta.get('og:url')?.[0], 'meta og:url'],
    [linked, 'json-ld'],
    [meta.get('citation_public_url')?.[0] ?? meta.get('twitter:url')?.[0], 'meta twitter:url'],
    [savedUrl, 'the saving browser'],
  ];
  const found = given.flatMap(([value, from]) => {
    const url = webUrl(value, savedUrl);
    return url ? [{ value: url, from }] : [];
  });
  // A site's front page as the address of each of its articles is a common mistake.
  return found.find(({ value }) => new URL(value).pathname !== '/') ?? found[0] ?? notStated;
}

/** An archive's address of a page holds the page's own: "…/web/20090405120000/http://…". */
function keptOf(address: string): { readonly archive: string; readonly url: string } | null {
  const [, archive = '', own = ''] = archived.exec(address) ?? [];
  return URL.canParse(own) ? { archive, url: own } : null;
}

const archived =
  /^https?:\/\/((?:[\w-]+\.)*(?:archive\.(?:org|ph|is|today|fo|li|md|vn)|webarchive\.[\w.-]+))\/(?:[\w-]+\/)?\d{4}[\d.-]*[a-z_]*\/(https?:\/\/.+)$/i;

const urlCharsMax = 2000;

function webUrl(value: string | null | undefined, base: string | null): string | null {
  const text = value?.trim() ?? '';
  if (text === '' || text.length > urlCharsMax) return null;
  const url = URL.canParse(text) ? new URL(text) : base && URL.canParse(text, base) ? new URL(text, base) : null;
  return url && /^https?:$/.test(url.protocol) && url.hostname.includes('.')
    ? URL.canParse(text)
      ? text
      : url.href
    : null;
}

/** What the publisher calls itself, and the name in its address. */
export function sitesOf(publisher: string | null, url: string | null): readonly string[] {
  const host = url ? new URL(url).hostname.replace(/^www\./, '') : null;
  const names = [publisher, host, host?.replace(/(?:\.com?)?\.[a-z]+$/, '')];
  return names.filter((name) => name !== null && name !== undefined);
}

function publisherOf(meta: Meta, linked: string | null, url: string | null): Field<string> {
  const site = metaField(meta, ['og:site_name', 'citation_publisher', 'dc.publisher', 'dcterms.publisher']);
  // Some sites give their address there, or their name on a network.
  const address = site && URL.canParse(site.value) ? new URL(site.value).hostname.replace(/^www\./, '') : null;
  if (site && !site.value.startsWith('@')) return address ? { ...site, value: address } : site;
  if (linked) return { value: linked, from: 'json-ld' };
  const named = metaField(meta, ['citation_journal_title', 'application-name', 'al:ios:app_name']);
  if (named) return named;
  if (!url) return notStated;
  return { value: new URL(url).hostname.replace(/^www\./, ''), from: 'its address' };
}

function licenceOf(document: PageDocument, linked: string | null): Field<string> {
  const link = document.querySelector('link[rel~="license"], a[rel~="license"]')?.getAttribute('href');
  if (link && /^(?:https?:)?\/\//.test(link)) return { value: link, from: 'link license' };
  return linked ? { value: linked, from: 'json-ld' } : notStated;
}
