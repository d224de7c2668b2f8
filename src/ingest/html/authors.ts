/** Whom a page names as its authors: JSON-LD, meta elements, rel="author", a byline; an office or a web address is nobody. */
import type { Field } from '../../model.ts';
import { bylineOf, isNameAlone } from '../byline.ts';
import { blocksOfElement, textOf } from './blocks.ts';
import type { Meta } from './meta.ts';
import type { PageDocument, PageElement } from './page.ts';

const notStated = { value: null, from: 'not stated' } as const;

const metaNames = [
  'citation_author',
  'parsely-author',
  'sailthru.author',
  'article:author_name',
  'byl',
  'author',
  'article:author',
  'dc.creator',
  'dcterms.creator',
  'og:article:author',
  'cxenseparse:author',
];

/** `sites`: names of the publisher and of its address. */
export function authorsOf(
  document: PageDocument,
  meta: Meta,
  linked: readonly string[],
  sites: readonly string[],
): Field<readonly string[]> {
  const people = (names: readonly string[]) => peopleIn(names, sites);
  const inLinked = people(linked);
  if (inLinked.length > 0) return { value: inLinked, from: 'json-ld' };
  for (const name of metaNames) {
    const names = people(meta.get(name) ?? []);
    if (names.length > 0) return { value: names, from: `meta ${name}` };
  }
  const shown = shownAuthors(document, people) ?? authorLinks(document, people);
  if (shown) return shown;
  const office = [...linked, ...(meta.get('author') ?? [])].find((name) => name !== '' && !/^https?:/.test(name));
  return office ? { ...notStated, note: `signed “${office.slice(0, 80)}”` } : notStated;
}

/** The people among names that stand where authors are named. */
export const peopleIn = (names: readonly string[], sites: readonly string[]): string[] =>
  unique(names.flatMap(namesIn).filter((name) => isPerson(name, sites)));

/** The people whom a line signs that says so: a name alone may be of anybody on the page. */
export const bylineAuthors = (line: string | null, sites: readonly string[]): string[] => {
  const byline = bylineOf(line?.replace(/\s+/g, ' ').trim() ?? '');
  return byline && !byline.posted ? peopleIn(byline.names, sites).filter((name) => isWhole(name, 'byline')) : [];
};

const unique = (names: readonly string[]): string[] => [...new Set(names)];

const places: readonly (readonly [selector: string, from: string])[] = [
  ['[rel~="author"]', 'rel="author"'],
  ['[itemprop~="author"] [itemprop~="name"], [itemprop~="author"]', 'microdata'],
  ['.ltx_role_author .ltx_personname', 'author names'],
  [
    '.byline-name, .author-name, .byline__name, .author__name, .p-author, .byline .fn, .author .fn, .author.vcard, .vcard .fn',
    'byline',
  ],
  [
    '.byline, [class*="byline"], .author, .entry-author, .post-author, .article-author, .story-author, .article__author, #author',
    'byline',
  ],
];
const textCharsMax = 160;
const candidatesMax = 50;

function shownAuthors(
  document: PageDocument,
  people: (names: readonly string[]) => string[],
): Field<readonly string[]> | null {
  for (const [selector, from] of places) {
    const found: string[] = [];
    let office: PageElement | null = null;
    for (const element of [...document.querySelectorAll(selector)].slice(0, candidatesMax)) {
      if (element.closest(ofOthers)) continue;
      const text = (element.getAttribute('content') ?? shownText(element)).replace(/\s+/g, ' ').trim();
      // Behind the first byline stand those of other articles.
      if (office && !isWithin(element, office)) break;
      const signed = text.length <= textCharsMax ? signedNames(text) : [];
      found.push(...people(signed).filter((name) => isWhole(name, from)));
      if (from !== 'byline') continue;
      if (found.length > 0) break;
      if (signed.length > 0) office ??= element;
    }
    if (found.length > 0) return { value: unique(found).slice(0, 8), from };
  }
  return null;
}

/** Name and office may stand below each other: "By Jane Doe", "Health editor". */
const shownText = (element: PageElement): string => blocksOfElement(element).map(textOf).join(', ');

const authorPage =
  'a[href*="/author/"], a[href*="/authors/"], a[href*="/autor/"], a[href*="/autoren/"], a[href*="/auteur/"], a[href*="/people/"], a[href*="/staff/"], a[href*="/journalist/"], a[href*="/journalists/"], a[href*="/contributors/"], a[href*="/experts/"], a[href*="/expert/"], a[href*="/writers/"], a[href*="/profile/"], a[href*="/by/"], a[href*="/@"]';
/** So long is a paragraph of the article, below which other people are told of. */
const proseCharsMin = 160;
const noName = /(?<!\p{L})(?:view|profile|posts?|articles|stories|more|follow|all|bio|about|read|contact)(?!\p{L})/iu;

/** Names between headline and article that lead to the pages of their bearers. */
function authorLinks(
  document: PageDocument,
  people: (names: readonly string[]) => string[],
): Field<readonly string[]> | null {
  const found: string[] = [];
  let isBelowHeadline = false;
  for (const element of document.querySelectorAll(`h1, p, ${authorPage}`)) {
    const text = element.textContent.replace(/\s+/g, ' ').trim();
    if (element.localName === 'h1') isBelowHeadline = true;
    else if (!isBelowHeadline) continue;
    else if (element.localName === 'p' && text.length >= proseCharsMin) break;
    else if (element.localName === 'a' && isNameAlone(text) && !noName.test(text) && !element.closest(ofOthers))
      found.push(...people([text]));
  }
  return found.length > 0 ? { value: unique(found).slice(0, 8), from: 'author link' } : null;
}

const ofOthers = '.comment, .comments, #comments, [class*="comment"], aside, footer, nav, [class*="related"]';

function isWithin(element: PageElement, outer: PageElement): boolean {
  for (let at: PageElement | null = element; at; at = at.parentElement) if (at === outer) return true;
  return false;
}

/** What only a class calls an author may be a part of a name, or of a list of works. */
const isWhole = (name: string, from: string): boolean =>
  from !== 'byline' || / /.test(name) || !/\p{Lu}|\p{Ll}/u.test(name);

/** "By Jane Doe, Health editor" → Jane Doe; a name alone is one. */
function signedNames(text: string): readonly string[] {
  const bare = text.replace(opening, '');
  const byline = bylineOf(text) ?? bylineOf(`By ${bare}`);
  if (byline) return byline.posted ? [] : byline.names;
  return isNameAlone(bare) || isCaselessName(bare) ? [bare] : [];
}

/** Before the names, in languages that src/ingest/byline.ts doesn't know. */
const opening =
  /^(?:автор(?:ы)?|текст|بقلم|كتب|كتبت|作者|文|記者|取材・文|글|yazan|autor|tekst|door|av|di)\s*[:：・]?\s*/iu;

const caselessNameCharsMax = 30;

/** In scripts without capitals a name can only be told by standing where a name stands. */
const isCaselessName = (text: string): boolean =>
  text.length <= caselessNameCharsMax && text.split(' ').length <= 4 && /^[\p{Lo}\p{M} ·・-]+$/u.test(text);

/** "Jane Doe and Ali Hadi", "Jane Doe, Ali Hadi": the names of a meta element. */
function namesIn(value: string): string[] {
  const bare = value
    .replace(/\s+/g, ' ')
    .replace(/^(?:by|von|par|por|di|door|av)\s*:?\s+/i, '')
    .replace(/\s*[<(][^<>()]*@[^<>()]*[>)]/g, '')
    .trim();
  const parts = bare.split(/\s*[;|]\s*|\s+(?:and|und|et|y|e|&)\s+|\s*,\s*(?:and\s+)?/iu);
  // "Doe, Jane" is one name.
  const isInverted = parts.length === 2 && bare.includes(',') && parts.every((part) => !part.includes(' '));
  return isInverted ? [`${parts[1]} ${parts[0]}`] : parts.filter((part) => part !== '');
}

const nameCharsMax = 60;
const office =
  /\b(?:staff|admin|administrator|editors?|editorial|desk|newsroom|team|redaktion|rédaction|redacción|redação|redazione|redactie|agenc(?:y|ies)|webmaster|guest|contributors?|correspondent|reporter|unknown|anonymous|n\/a|none|press release|news|reuters|afp|associated press|dpa|tass|xinhua|ugc)\b/i;
/** Last words of names that no person bears. */
const outlet =
  /\b(?:times|tribune|gazette|chronicle|magazine|network|television|media|online|group|institute|university|department|ministry|council|committee|foundation|association|society|company|ltd|inc|llc|gmbh)\.?$/i;
const initials = /^\p{Lu}{2,5}$/u;

/** A name of a person, as far as its form can say. */
function isPerson(name: string, sites: readonly string[]): boolean {
  if (name.length > nameCharsMax || name.length < 2 || /[@\d<>{}[\]_=]|https?:|www\.|^\S+\.\p{Ll}{2,6}$/u.test(name))
    return false;
  if (office.test(name) || outlet.test(name) || initials.test(name)) return false;
  if (!/\p{L}/u.test(name) || name.split(' ').length > 6) return false;
  return !sites.some((site) => isSite(name, site));
}

const lettersOf = (text: string): string => text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');
const siteLettersMin = 4;

/** The site under its own name, or with a word more: "Ediciones El País". */
function isSite(name: string, site: string): boolean {
  const [own, whole] = [lettersOf(name), lettersOf(site)];
  return own === whole || (whole.length >= siteLettersMin && / /.test(site) && own.includes(whole));
}
