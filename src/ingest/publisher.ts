/** Who published an article and who carried it, from source lines, datelines and copyright lines. */
import type { Field } from '../model.ts';
import { labelledOf, sourceOf } from './head-lines.ts';
import type { Line, LineRole } from './lines.ts';

interface RoledLine {
  readonly line: Line;
  readonly role: LineRole;
}

interface Named {
  readonly name: string;
  readonly line: Line;
  readonly at: number;
  readonly note?: string;
}

export function publisherOf(
  roled: readonly RoledLine[],
  authors: readonly string[],
  url: string | null,
  site: { readonly line: Line; readonly site: string } | null,
): { publisher: Field<string>; via: Field<string> } {
  const host = url && URL.canParse(url) ? new URL(url).hostname.replace(/^www\./, '') : null;
  const owner = copyrightOwner(roled);
  const named =
    statedPublisher(roled) ??
    datelinePublisher(roled, [...authors, owner?.name ?? '', site?.site ?? ''], host) ??
    (site ? { name: site.site, line: site.line, at: site.line.text.lastIndexOf(site.site) } : null) ??
    owner;
  const hostLine = url
    ? roled.find(({ line, role }) => role === 'source-line' && line.text.includes(url))?.line
    : undefined;
  const hostField: Field<string> | null =
    host && hostLine
      ? { value: host, from: `line ${hostLine.number}`, span: spanIn(hostLine, host), note: 'from its address' }
      : null;
  if (!named) return { publisher: hostField ?? none, via: none };
  const { line, at, name } = named;
  const publisher: Field<string> = {
    value: name,
    from: `line ${line.number}`,
    span: { start: line.start + at, end: line.start + at + name.length },
    ...(named.note ? { note: named.note } : {}),
  };
  return { publisher, via: hostField && host && !isHostOf(host, name) ? hostField : none };
}

const none: Field<string> = { value: null, from: 'not stated' };

function spanIn(line: Line, part: string): { start: number; end: number } {
  const at = Math.max(0, line.text.indexOf(part));
  return { start: line.start + at, end: line.start + Math.min(line.text.length, at + part.length) };
}

/** "Publisher: The Gazette", "Originally published by The Gazette". */
function statedPublisher(roled: readonly RoledLine[]): Named | null {
  for (const { line, role } of roled) {
    if (role !== 'source-line') continue;
    const labelled = labelledOf(line.text);
    const source =
      labelled?.key === 'publisher' && !/^https?:/.test(labelled.value)
        ? labelled.value
        : sourceOf(line.text)?.publisher;
    if (source && line.text.includes(source)) return { name: source, line, at: line.text.lastIndexOf(source) };
  }
  return null;
}

const agencyDateline =
  /^(?:\p{Lu}[\p{L}\s.,'’/\d-]{0,60}?)?\s?\((?<agency>\p{Lu}[\p{L}.&'’ -]{1,40})\)\s*(?:[-–—:]+|\p{Lu})/u;
const bareDateline =
  /^(?<name>\p{Lu}[\p{L}\p{N}.&'’]*(?:\s\p{Lu}[\p{L}\p{N}.&'’]*){0,3})\s?(?:[-–—]{1,2}|:)\s+(?=["“‘]?\p{Lu})/u;
const pressWord =
  /\b(?:news|times|post|agency|press|tv|daily|weekly|herald|tribune|journal|gazette|observer|monitor|telegraph|guardian|network|radio|online|media|wire|review|magazine|today|report|chronicle|broadcasting)\b/i;
const agencies = new Set(
  'ap afp upi cnn bbc rt irna isna tass dpa efe ansa pti ani aa reuters xinhua sputnik anadolu kyodo yonhap sana interfax bloomberg npr abc nbc cbs voa dw'.split(
    ' ',
  ),
);

/**
 * "BEIRUT (Reuters) - …" names an agency; "Alwaght- …" names one only when something else on the page bears it out, for
 * most datelines name a town.
 */
function datelinePublisher(
  roled: readonly RoledLine[],
  otherNames: readonly string[],
  host: string | null,
): Named | null {
  const line = roled.find(({ line: { shape }, role }) => role === 'text' && shape === 'prose')?.line;
  if (!line) return null;
  const opening = line.text.slice(0, 140);
  const agency = agencyDateline.exec(opening)?.groups?.['agency'];
  if (agency) return { name: agency, line, at: opening.indexOf(`(${agency})`) + 1, note: 'from the dateline' };
  const name = bareDateline.exec(opening)?.groups?.['name'];
  if (!name) return null;
  const same = otherNames.some((other) => other.toLowerCase() === name.toLowerCase());
  const known = agencies.has(name.toLowerCase()) || (name.includes(' ') && pressWord.test(name));
  const borneOut =
    same || known || (host !== null && isHostOf(host, name)) || roled.some(({ line: { text } }) => toldThe(name, text));
  return borneOut ? { name, line, at: 0, note: 'from the dateline' } : null;
}

const toldThe = (name: string, text: string): boolean =>
  text.includes(`told the ${name}`) || (text.includes(`told ${name} that`) && !text.includes(`in ${name}`));

/** "© 2017 The Gazette. All rights reserved." */
function copyrightOwner(roled: readonly RoledLine[]): Named | null {
  for (const { line, role } of roled) {
    if (role !== 'boilerplate:notice') continue;
    const owner = copyrightForm.exec(line.text)?.groups?.['owner']?.trim();
    if (owner && !/rights|reserved|copyright|^the$|wordpress/i.test(owner)) {
      return { name: owner, line, at: line.text.indexOf(owner), note: 'from the copyright line' };
    }
  }
  return null;
}

const copyrightForm =
  /(?:©|\([cC]\)|[Cc]opyright|COPYRIGHT)[\s©]*(?:\([cC]\)\s*)?(?:\d{4}(?:\s*[-–]\s*\d{2,4})?,?\s*)?(?:[Bb]y\s+)?(?<owner>\p{Lu}[\p{L}\p{N}&'’-]*(?:\s(?:of|for|and|the|&|\p{Lu}[\p{L}\p{N}&'’-]*)){0,5})/u;

/** "theguardian.com" is the host of "The Guardian". */
function isHostOf(host: string, name: string): boolean {
  const letters = (text: string) => text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');
  const [site, words] = [letters(host.replace(/\.[a-z]{2,}$/, '')), letters(name.replace(/^the\s/i, ''))];
  return words.length >= 3 && (site.includes(words) || (site.length >= 3 && words.includes(site)));
}
