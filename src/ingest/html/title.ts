/** What a page calls its article: the headline that readers see, told by what title, Open Graph and JSON-LD say. */
import type { Field } from '../../model.ts';
import { type Meta, metaField } from './metadata.ts';
import type { PageDocument, PageElement } from './page.ts';

const titleCharsMax = 300;

export function titleOf(document: PageDocument, meta: Meta, linked: string | null, site: string | null): Field<string> {
  const inHead = squeezed(document.querySelector('title')?.textContent ?? '');
  const shared = metaField(meta, [
    'og:title',
    'twitter:title',
    'citation_title',
    'dc.title',
    'dcterms.title',
    'parsely-title',
  ]);
  const said = [shared?.value, linked, inHead].flatMap((text) => (text ? [squeezed(text)] : []));
  const seen = headlines(document);
  const agreed = seen.find((headline) => said.some((text) => isWithin(headline, text)));
  if (agreed) return { value: agreed, from: 'heading' };
  const named = said.map((text) => withoutSite(text, site)).find((text) => text !== '' && text !== site);
  const from =
    named === undefined
      ? ''
      : shared && said[0] === squeezed(shared.value ?? '')
        ? shared.from
        : linked
          ? 'json-ld'
          : 'title element';
  const only = [...document.querySelectorAll('h1')].length === 1 ? seen[0] : undefined;
  if (named && from !== 'title element') return { value: named, from };
  if (only && (!named || only.length >= named.length / 2)) return { value: only, from: 'heading' };
  return named ? { value: named, from } : { value: null, from: 'not stated' };
}

const squeezed = (text: string): string =>
  text
    .replace(/[\u00ad\u200b]/g, '')
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, titleCharsMax);

/** Texts that stand where a headline stands, the likeliest first. */
function headlines(document: PageDocument): string[] {
  const marked =
    '[itemprop~="headline"], .entry-title, .post-title, .article-title, .headline, .page-title, #firstHeading';
  const elements: PageElement[] = [];
  for (const selector of ['h1', marked, 'article h2, h2']) elements.push(...document.querySelectorAll(selector));
  return elements.map((element) => squeezed(element.textContent)).filter((text) => text.length > 1);
}

const letters = (text: string): string => text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');

/** The headline is the whole of what was said, or nearly, or all but the name of the site. */
function isWithin(headline: string, said: string): boolean {
  const [short, long] = [letters(headline), letters(said)];
  if (short === '' || !long.includes(short))
    return short.length > 20 && short.includes(long) && long.length >= short.length * 0.6;
  return short === long || short.length >= long.length * 0.4;
}

const separator = /\s+[|–—•·»«:/-]+\s+|\s*[|»]\s*|:{2}/u;

/** "Headline - The Gazette" and "The Gazette | Headline": without the site, when it is the site. */
export function withoutSite(title: string, site: string | null): string {
  const parts = title
    .split(separator)
    .map((part) => part.trim())
    .filter((part) => part !== '');
  if (parts.length < 2) return title;
  const name = letters(site ?? '')
    .replace(/^the/, '')
    .replace(/(?:com|org|net|couk)$/, '');
  const isSite = (part: string | undefined) => {
    const own = letters(part ?? '')
      .replace(/^the/, '')
      .replace(/(?:com|org|net|couk)$/, '');
    return name.length > 1 && own.length > 1 && (own.includes(name) || name.includes(own));
  };
  const first = isSite(parts[0]);
  const last = isSite(parts.at(-1));
  if (last) return cut(title, title.lastIndexOf(parts.at(-1) as string), 'before');
  if (first) return title.slice((parts[0] as string).length).replace(/^[\s|–—•·»«:/-]+/u, '');
  const lead = parts[0] as string;
  return /\s[|»]\s|::/.test(title) && lead.split(' ').length >= 3 ? lead : title;
}

const cut = (title: string, at: number, _side: 'before'): string => title.slice(0, at).replace(/[\s|–—•·»«:/-]+$/u, '');
