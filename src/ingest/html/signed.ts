/** The signature above or below an article → authors and date, where the page names neither elsewhere: "By Jane Doe", "3 May 2017". */
import type { Field, StatedDate } from '../../model.ts';
import { bylineOf } from '../byline.ts';
import { bodyRoles, type Details, type Draft } from '../draft.ts';
import { bylineAuthors, peopleIn } from './authors.ts';
import { sitesOf } from './metadata.ts';
import { isOfWeb, ownDateOf } from './own-date.ts';

type Signed = Pick<Partial<Details>, 'authors' | 'published'>;

/** `head`: lines that no longer stand in the text, and may be its signature. */
export function signedDetails(
  { text, blocks }: Pick<Draft, 'text' | 'blocks'>,
  details: Partial<Details>,
  head: readonly string[],
): Signed {
  const sites = sitesOf(details.publisher?.value ?? null, details.url?.value ?? null);
  const found: { authors?: Field<readonly string[]>; published?: Field<StatedDate> } = {};
  const first = blocks.find(({ role }) => bodyRoles.has(role));
  // "CAIRO | 5 July 2013" above "CAIRO (AP) –" is where it was written.
  const isDateline = (name: string) => first !== undefined && text.startsWith(name, first.start);
  for (const block of blocks) {
    if (block.role !== 'byline' && block.role !== 'date') continue;
    const span = { start: block.start, end: block.end };
    const whole = text.slice(block.start, block.end);
    for (const line of whole.includes('\n') ? [...whole.split('\n'), whole] : [whole]) {
      const byline = bylineOf(line);
      const names = byline && !byline.posted ? peopleIn(byline.names, sites).filter((name) => !isDateline(name)) : [];
      if (!details.authors?.value && names.length > 0) found.authors ??= { value: names, from: 'byline', span };
      const date = byline?.date ?? datelined(line);
      if (!details.published?.value && date) found.published ??= { value: date, from: 'date line', span };
    }
  }
  const taken = head.find((line) => bylineAuthors(line, sites).length > 0) ?? '';
  if (taken && !details.authors?.value) found.authors ??= { value: bylineAuthors(taken, sites), from: 'byline' };
  const date = bylineOf(taken)?.date;
  if (date && !details.published?.value) found.published ??= { value: date, from: 'byline' };
  const signed = blocks.filter(({ role }) => role === 'byline').map(({ start, end }) => text.slice(start, end));
  const all = coAuthors(details.authors?.value ?? [], [...head, ...signed], sites);
  return all ? { ...found, authors: { value: all, from: 'byline' } } : found;
}

/** A page may name one author to machines, and all of them to its readers. */
function coAuthors(named: readonly string[], lines: readonly string[], sites: readonly string[]): string[] | null {
  const known = named.map((name) => name.toLowerCase());
  const isWider = (names: readonly string[]) =>
    names.length > known.length && known.every((name) => names.some((each) => each.toLowerCase() === name));
  return known.length === 0 ? null : (lines.map((line) => bylineAuthors(line, sites)).find(isWider) ?? null);
}

function datelined(line: string): StatedDate | null {
  const date = ownDateOf(line);
  return date && !date.updated && isOfWeb(date.date.iso) ? date.date : null;
}
