/** The metadata of an EPUB book, in Dublin Core → what an article says of itself. Dates are the edition's, as it states them. */
import type { Field, StatedDate } from '../../model.ts';
import { statedDateOf } from '../dates.ts';
import type { Details } from '../draft.ts';
import { statedLanguage } from '../stated-language.ts';
import { childrenOf, textOf, type XmlElement } from '../xml.ts';

interface Entry {
  readonly text: string;
  readonly attributes: XmlElement['attributes'];
  /** EPUB 3 says more of an entry in others that refine it: 'role' → 'aut'. */
  readonly refined: ReadonlyMap<string, string>;
}

/** Libraries put dozens of keywords there. */
const elementsMax = 500;
const charsMax = 1_000;

export function detailsOf(metadata: XmlElement, text: string): Partial<Details> {
  // EPUB 2 may wrap the entries in <dc-metadata>.
  const elements = childrenOf(metadata)
    .flatMap((each) => (each.name === 'dc-metadata' ? childrenOf(each) : [each]))
    .slice(0, elementsMax);
  const entries = (name: string): Entry[] =>
    elements.flatMap((element) => {
      const words = textOf(element).slice(0, charsMax);
      if (element.name !== name || !words) return [];
      const { id } = element.attributes;
      const refining = elements.filter(({ attributes }) => id && attributes['refines'] === `#${id}`);
      const refined = new Map(refining.map((each) => [each.attributes['property'] ?? '', textOf(each)]));
      return [{ text: words, attributes: element.attributes, refined }];
    });
  const isbn = entries('identifier')
    .map(({ text }) => isbnIn(text))
    .find((each) => each !== null);
  const title = mainTitle(entries('title'));
  const url = [...entries('identifier'), ...entries('source')]
    .map(({ text }) => addressIn(text))
    .find((each) => each !== null);
  const first = (name: string): Field<string> | undefined => {
    const [entry] = entries(name);
    return entry && { value: entry.text, from: `dc:${name}` };
  };
  const fields = {
    title: title && { value: title, from: 'dc:title', ...(isbn ? { note: `ISBN ${isbn}` } : {}) },
    authors: authorsOf(entries('creator')),
    publisher: first('publisher'),
    published: dateOf(entries('date')),
    lang: statedLanguage(first('language')?.value ?? '', 'dc:language', text),
    licence: first('rights'),
    url: url ? { value: url, from: 'dc:identifier' } : undefined,
  };
  return Object.fromEntries(Object.entries(fields).filter(([, field]) => field !== undefined));
}

function mainTitle(titles: readonly Entry[]): string | undefined {
  const main = titles.find(({ refined }) => refined.get('title-type') === 'main') ?? titles[0];
  const subtitle = titles.find(({ refined }) => refined.get('title-type') === 'subtitle');
  if (!main || !subtitle || main === subtitle) return main?.text;
  return `${main.text}${/[:?!.–—-]$/.test(main.text) ? '' : ':'} ${subtitle.text}`;
}

/** Whoever wrote it; where nobody is said to have, its editors. */
function authorsOf(creators: readonly Entry[]): Field<readonly string[]> | undefined {
  const roleOf = ({ attributes, refined }: Entry) => attributes['role'] ?? refined.get('role') ?? 'aut';
  const named = (role: string) => creators.filter((creator) => roleOf(creator) === role).map(({ text }) => text);
  const authors = named('aut')
    .flatMap((text) => text.split(/\s*;\s*|\s+&\s+/))
    .filter((name) => !/^(?:(?:unknown|anonymous|various)(?: (?:authors?|writers?))?)?$/i.test(name))
    .map(givenNameFirst);
  if (authors.length > 0) return { value: authors, from: 'dc:creator' };
  const editors = named('edt');
  return editors.length > 0 ? { value: editors, from: 'dc:creator', note: 'as its editors' } : undefined;
}

/** "Brandvold, Hedda", as catalogues file her, is Hedda Brandvold; "Brandvold, Jr." stays what it is. */
function givenNameFirst(name: string): string {
  const { family, given } = filed.exec(name)?.groups ?? {};
  return family && given && !behindName.test(given) ? `${given} ${family}` : name;
}

const filedParticle = '(?:de|del|della|der|den|van|von|la|le|da|dos|di|du|ter|ten|zu|af)';
/** One family name, so that "Hedda Brandvold, Lena Orwick" are two people. */
const filed = new RegExp(
  `^(?<family>(?:${filedParticle} )*\\p{Lu}[\\p{L}\\p{M}'’-]+),\\s+(?<given>\\p{Lu}[\\p{L}\\p{M}.'’-]*(?: (?:\\p{Lu}[\\p{L}\\p{M}.'’-]*|${filedParticle})){0,3})$`,
  'u',
);
const behindName = /^(?:[JS]r|I{1,3}|IV|Ph\.?D|M\.?[AD]|Esq|Inc|Ltd|LLC|Co|Corp|GmbH|AG|SA|Eds|Editors?)\.?$|^Ed\.$/;

/** EPUB 2 tells the day of publication from those of making and changing the file. */
function dateOf(dates: readonly Entry[]): Field<StatedDate> | undefined {
  const eventOf = ({ attributes }: Entry) => attributes['event']?.toLowerCase();
  const entry =
    dates.find((date) => /publication/.test(eventOf(date) ?? '')) ?? dates.find((date) => eventOf(date) === undefined);
  const value = entry && statedDateOf(entry.text);
  return value ? { value, from: 'dc:date', note: 'of this edition' } : undefined;
}

const isbnIn = (text: string): string | null =>
  /^(?:urn:)?(?:isbn[:\s]*)?((?:97[89][-\s]?)?(?:\d[-\s]?){9}[\dX])$/i.exec(text.trim())?.[1]?.replace(/\s/g, '-') ??
  null;

function addressIn(text: string): string | null {
  const doi = /^(?:doi:|urn:doi:)?(10\.\d{4,9}\/\S+)$/i.exec(text)?.[1];
  if (doi) return `https://doi.org/${doi}`;
  return /^https?:\/\/\S+$/i.test(text) && URL.canParse(text) ? text : null;
}
