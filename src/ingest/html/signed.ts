/** The signature above or below an article → authors and date, where the page names neither elsewhere: "By Jane Doe", "3 May 2017". */
import type { Field, StatedDate } from '../../model.ts';
import { bylineOf } from '../byline.ts';
import { bodyRoles, type Details, type Draft } from '../draft.ts';
import { bylineAuthors, peopleIn } from './authors.ts';
import { sitesOf } from './metadata.ts';
import { isOfWeb, ownDateOf } from './own-date.ts';

type Signed = Pick<Partial<Details>, 'authors' | 'published'>;

/** `byline`: a signature that no longer stands in the text. */
export function signedDetails(
  { text, blocks }: Pick<Draft, 'text' | 'blocks'>,
  details: Partial<Details>,
  byline: string | null,
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
  const taken = details.authors?.value || found.authors ? [] : bylineAuthors(byline, sites);
  if (taken.length > 0) found.authors = { value: taken, from: 'byline' };
  return found;
}

function datelined(line: string): StatedDate | null {
  const date = ownDateOf(line);
  return date && !date.updated && isOfWeb(date.date.iso) ? date.date : null;
}
