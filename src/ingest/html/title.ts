/** What a page calls its article: the headline that readers see, told by what its title, Open Graph and JSON-LD say. */
import type { Field } from '../../model.ts';
import { type Meta, metaField } from './meta.ts';
import type { PageDocument } from './page.ts';
import { typedTitle } from './word-processor.ts';

const titleCharsMax = 300;
const metaNames = ['og:title', 'twitter:title', 'citation_title', 'dc.title', 'dcterms.title', 'parsely-title'];

export function titleOf(document: PageDocument, meta: Meta, linked: string | null, site: string | null): Field<string> {
  const typed = typedTitle(document);
  if (typed) return { value: typed, from: 'title style' };
  const said = titlesSaid(document, meta, linked);
  const seen = headlines(document);
  const agreed = seen
    .map(({ text, isOfSite }) => ({
      text,
      share: Math.max(0, ...said.map(({ value }) => shareOf(text, value))) * (isOfSite ? siteShare : 1),
    }))
    .reduce((best, each) => (each.share > best.share ? each : best), { text: '', share: shareMin });
  if (agreed.text !== '') return { value: agreed.text, from: 'heading' };
  const named = said
    .map(({ value, from }) => ({ value: withoutSite(value, site), from }))
    .find(({ value }) => letters(value) !== '' && letters(value) !== letters(site ?? ''));
  const isAlone = [...document.querySelectorAll('h1')].length === 1;
  // The title element of many sites says nothing of the article.
  if (isAlone && seen[0] && (!named || named.from === 'title element')) return { value: seen[0].text, from: 'heading' };
  return named ?? { value: null, from: 'not stated' };
}

function titlesSaid(document: PageDocument, meta: Meta, linked: string | null): { value: string; from: string }[] {
  const shared = metaField(meta, metaNames);
  const said = [
    { value: shared?.value, from: shared?.from ?? '' },
    { value: linked, from: 'json-ld' },
    { value: document.querySelector('title')?.textContent, from: 'title element' },
  ];
  return said.flatMap(({ value, from }) => (value?.trim() ? [{ value: squeezed(value), from }] : []));
}

const squeezed = (text: string): string =>
  text
    .replace(/[\u00ad\u200b\ufeff]/g, '')
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, titleCharsMax)
    .toWellFormed();

/** Some pages hold their headline twice in one element, for small screens and for large ones. */
const saidOnce = (text: string): string => /^(.{8,}) \1$/u.exec(text)?.[1] ?? text;

const headlinesMax = 200;

interface Headline {
  readonly text: string;
  /** Stands among what all pages of a site have: its name, rather than the article's. */
  readonly isOfSite: boolean;
}

/** Texts that stand where a headline stands, the likeliest first. */
function headlines(document: PageDocument): Headline[] {
  const marked =
    '[itemprop~="headline"], .entry-title, .post-title, .article-title, .headline, .page-title, #firstHeading';
  return ['h1', marked, 'h2']
    .flatMap((selector) => [...document.querySelectorAll(selector)].slice(0, headlinesMax))
    .map((element) => ({ text: saidOnce(squeezed(element.textContent)), isOfSite: element.closest(ofSite) !== null }))
    .filter(({ text }) => letters(text) !== '');
}

const ofSite =
  'nav, [class*="menu"], [id*="menu"], [class*="navbar"], [class*="masthead"], [class*="site-title"], [class*="site-name"], [class*="logo"], [class*="brand"]';
/** What is the site's own counts for so much as a headline: some sites put the article's there all the same. */
const siteShare = 0.5;

const letters = (text: string): string => text.toLowerCase().replace(/[^\p{L}\p{N}\p{M}]+/gu, '');

/** A headline that is less of what was said is the name of the site or of a section. */
const shareMin = 0.4;

/** How much of what was said the headline is: all of it, all but the name of the site, or a little more than it. */
function shareOf(headline: string, said: string): number {
  const [own, whole] = [letters(headline), letters(said)];
  if (own === whole) return 2;
  const parts = said.split(separator).map(letters);
  if (parts.includes(own))
    return parts[0] === own || own.length >= whole.length * shareMin ? 1 + own.length / whole.length : 0;
  if (whole.includes(own)) return own.length / whole.length;
  return own.length > 20 && whole !== '' && own.includes(whole) ? whole.length / own.length : 0;
}

/** Between a title and the name of its site. */
const separator =
  /\s+[|–—•·»«:/-]+\s+|\s*[|»]\s*|::|(?<=[\p{sc=Han}\p{sc=Kana}\p{sc=Hira}])\s*[-_]\s*(?=[\p{sc=Han}\p{sc=Kana}\p{sc=Hira}])/u;
const atEnds = /^[\s|–—•·»«:/-]+|[\s|–—•·»«:/-]+$/gu;

/** "Headline - The Gazette" and "The Gazette | Headline": without the site, when it is the site. */
export function withoutSite(title: string, site: string | null): string {
  // "The Gazette: Headline"; a colon stands in titles, too.
  const lead = /^([^:]+):\s+(?=\S)/u.exec(title);
  if (lead?.[1] && site && siteLetters(lead[1]) === siteLetters(site)) return title.slice(lead[0].length);
  const parts = title.split(separator).filter((part) => letters(part) !== '');
  const [first = '', last = ''] = [parts[0], parts.at(-1)];
  if (parts.length < 2) return title;
  if (isSite(last, site)) return title.slice(0, title.lastIndexOf(last)).replace(atEnds, '');
  if (isSite(first, site)) return title.slice(title.indexOf(first) + first.length).replace(atEnds, '');
  // "旧仓库屋顶坍塌-新闻网": where words stand without spaces, the site is short beside what it tells.
  if (/[-_]/.test(title) && /\p{sc=Han}/u.test(last) && first.length > last.length * 1.5) return first.trim();
  return /[|»]|::/.test(title) && first.trim().split(' ').length >= 3 ? first.trim() : title;
}

const siteLetters = (name: string): string =>
  letters(name)
    .replace(/^(?:www|the)/, '')
    .replace(/(?:com|org|net|couk)$/, '');

function isSite(part: string, site: string | null): boolean {
  const [own, name] = [siteLetters(part), siteLetters(site ?? '')];
  return name.length > 1 && own.length > 1 && (own.includes(name) || name.includes(own));
}
