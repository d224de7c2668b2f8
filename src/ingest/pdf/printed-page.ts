/**
 * A web page that a browser printed to a PDF: what the browser set at the edges of each sheet, and which blocks are the
 * site's and not the article's. Stands beside the running lines, and last, over the blocks.
 */
import type { Field } from '../../model.ts';
import { dateInUrl } from '../dates.ts';
import type { Details, DraftBlock } from '../draft.ts';
import { rolesOfLines } from '../line-roles.ts';
import { endsSentence, type LineRole, lineOf } from '../lines.ts';
import { articleOfPage } from '../pasted-page.ts';
import type { FlowText } from './flow-text.ts';
import type { Segment } from './layout.ts';
import type { Properties } from './open-pdf.ts';

export interface Printed {
  /** What the browser added. */
  readonly segments: ReadonlySet<Segment>;
  /** Of the page, where the browser set it whole. */
  readonly url: string | null;
}

const address = /^(?:https?|file):\/\/\S+$/;
const stamp = /^\d{1,4}[./-]\d{1,2}[./-]\d{2,4},? (?:um |à |at )?\d{1,2}[:.]\d{2}/;
const rowPartsMax = 3;

/** `pages`: the segments of each page. Null for a document that no browser printed. */
export function printedPage(pages: readonly (readonly Segment[])[], { program }: Properties): Printed | null {
  const rows = pages.flatMap((segments) => edgeRows(segments)).filter(isBrowsers);
  const urls = rows.flat().flatMap(({ text }) => (address.test(text) ? [text] : []));
  if (urls.length === 0 && !/^Mozilla\/|wkhtmltopdf/.test(program)) return null;
  const url = urls.find((each) => /^https?:/.test(each) && URL.canParse(each) && !each.endsWith('…')) ?? null;
  return { segments: new Set(rows.flat()), url };
}

function edgeRows(segments: readonly Segment[]): Segment[][] {
  const heights = segments.map(({ y }) => y);
  return [Math.min(...heights), Math.max(...heights)].map((edge) => segments.filter(({ y }) => Math.abs(y - edge) < 2));
}

/** The time and the page's title above, its address and the number of the sheet below, or the other way round. */
function isBrowsers(row: readonly Segment[]): boolean {
  const has = (form: RegExp) => row.some(({ text }) => form.test(text));
  if (row.length > rowPartsMax) return false;
  return (has(address) && row.length > 1) || (has(stamp) && row.length > 1);
}

/** The blocks with those of the site told by their wording and their company, as in a page that somebody pasted. */
export function withoutSite({ text, blocks }: Pick<FlowText, 'text' | 'blocks'>): DraftBlock[] {
  const lines = blocks.map((block, at) => lineOf(text, block, at + 1));
  const title = blocks.findIndex(({ role }) => role === 'title');
  const below = rolesOfLines(lines.slice(title + 1), true);
  const known = blocks.map(({ role }, at): LineRole => {
    const own = below[at - title - 1] ?? (endsSentence(lines[at]?.text ?? '') ? 'text' : 'boilerplate:navigation');
    if (role === 'title') return role;
    return isOutside(own) || isSignature(own) || role === 'paragraph' || role === 'list' ? own : role;
  });
  const inside = articleOfPage(lines, known)?.roles ?? known;
  // Tables and lists may end the article: it goes on up to the first words of the site.
  const last = inside.findLastIndex((role) => !isOutside(role));
  const end = known.findIndex((role, at) => at > last && isOutside(role));
  let isListed = false;
  return blocks.map((block, at): DraftBlock => {
    const role = end >= 0 && at >= end ? 'boilerplate:navigation' : (known[at] ?? 'text');
    const isShort = lines[at]?.shape === 'short' && !endsSentence(lines[at]?.text ?? '');
    isListed = /^(?:heading|title)$/.test(block.role) ? isOutside(role) : isListed && isShort;
    if (isListed) return { ...spanOf(block), role: 'boilerplate:navigation' };
    return isOutside(role) || isSignature(role) ? { ...spanOf(block), role } : block;
  });
}

const spanOf = ({ start, end }: DraftBlock) => ({ start, end });

const isSignature = (role: LineRole): role is 'byline' | 'date' => role === 'byline' || role === 'date';

const isOutside = (role: LineRole): role is `boilerplate:navigation` => role.startsWith('boilerplate:');

/** What the address at the foot says, where the page itself says nothing. */
export function addressDetails(url: string | null, details: Partial<Details>): Partial<Details> {
  if (!url) return {};
  const date = dateInUrl(url);
  const publisher: Field<string> = { value: new URL(url).hostname.replace(/^www\./, ''), from: 'its address' };
  return {
    url: { value: url, from: 'page foot' },
    ...(details.publisher?.value ? {} : { publisher }),
    ...(details.published?.value || !date
      ? {}
      : { published: { value: date.date, from: 'url-path', note: 'the date in its address' } }),
  };
}
