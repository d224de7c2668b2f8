/** What a PDF says of itself, on its first pages before all and in its properties with care → title, authors, date, publisher. */
import type { BlockRole, Field, StatedDate } from '../../model.ts';
import { bylineOf, isNameAlone } from '../byline.ts';
import { dateOfLine, datesOf, isAmbiguousDate, statedDateOf } from '../dates.ts';
import type { Details, DraftBlock } from '../draft.ts';
import { notStated } from '../found-details.ts';
import { peopleIn } from '../html/authors.ts';
import { lineOf } from '../lines.ts';
import { pageAt } from '../place.ts';
import type { FlowText } from './flow-text.ts';
import type { BodyStyle, Paragraph } from './layout.ts';
import type { Properties } from './open-pdf.ts';

const headParagraphsMax = 30;
const firstPages = 2;
const titleSize = 1.15;
/** No subtitle or abstract in brief is so long. */
const textCharsMin = 400;

const textOf = ({ lines }: Paragraph): string => lines.map(({ text }) => text).join(' ');
const pageOf = ({ lines }: Paragraph): number => lines[0]?.page ?? 0;
const folded = (text: string): string => text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');

// ── Title and headings ──────────────────────────────────────────────────────────────────────────────────────────────

/** The paragraph that is the title: what the properties name, when it stands on the first pages, else the largest heading. */
export function titleParagraph(flow: readonly Paragraph[], body: BodyStyle, properties: Properties): Paragraph | null {
  const head = flow.slice(0, headParagraphsMax).filter((paragraph) => pageOf(paragraph) < firstPages);
  const stated = folded(propertyTitle(properties) ?? '');
  const named = head.find((paragraph) => stated.length > 3 && isSameTitle(folded(textOf(paragraph)), stated));
  if (named) return named;
  const first = pageOf(flow[0] ?? ({ lines: [] } as unknown as Paragraph));
  const large = head.filter(
    (paragraph) =>
      paragraph.role === 'heading' && pageOf(paragraph) === first && paragraph.size >= body.size * titleSize,
  );
  const size = Math.max(0, ...large.map((paragraph) => paragraph.size));
  const largest = large.find((paragraph) => paragraph.size >= size - 0.5 && /\p{L}{3}/u.test(textOf(paragraph)));
  // Below the first text stands a heading, when the file knows its title.
  const isBelowText =
    largest !== undefined && head.slice(0, head.indexOf(largest)).some((above) => textOf(above).length >= textCharsMin);
  if (isBelowText && /\s/.test(propertyTitle(properties)?.trim() ?? '')) return null;
  const opening = flow[0];
  return largest ?? (opening?.role === 'heading' ? opening : null);
}

/** A subtitle may be missing from either. */
const isSameTitle = (printed: string, stated: string): boolean =>
  printed === stated ||
  (printed.length > 8 && stated.startsWith(printed)) ||
  (stated.length > 8 && printed.startsWith(stated) && printed.length < stated.length * 2.5);

/** The file's own title unless a program made it up. */
function propertyTitle({ title, xmp }: Properties): string | null {
  return [title, xmp.get('dc:title') ?? ''].find(isTitle) ?? null;
}

const isTitle = (title: string): boolean =>
  title.length >= 3 && title.length <= 300 && /\p{L}{2}/u.test(title) && !madeUp.test(title);

const madeUp =
  /^(?:microsoft (?:word|powerpoint|excel|office)\b.*|untitled.*|unbenannt.*|sans (?:titre|nom).*|documento?s?\s?\d*|dokument\s?\d*|slide\s?\d*|folie\s?\d*|layout\s?\d*|(?:powerpoint )?presentation\s?\d*|pr[äé]sentation(?: powerpoint)?\s?\d*|no title|title|template|vorlage|scan.{0,20}|print|page \d+|book\s?\d*|about:.*|https?:.*|file:.*|[a-z]:\\.*|\/.*|\S*[_\d]\S*|.*\.(?:docx?|pdf|indd|qxd|tex|dvi|pptx?|xlsx?|odt|rtf|txt|ps|html?|tmp|wpd|fm|pages|p65|pmd|cdr|ai|eps|pub|md))$/iu;

/** Levels by size, the largest first; of the text's own size, the last. */
export function roleOfParagraph(
  flow: readonly Paragraph[],
  title: Paragraph | null,
): (paragraph: Paragraph) => { role: BlockRole; level?: number } {
  const sizeOf = ({ size }: Paragraph) => Math.round(size * 2) / 2;
  const headings = flow.filter((paragraph) => paragraph.role === 'heading' && paragraph !== title);
  const sizes = [...new Set(headings.map(sizeOf))].sort((a, b) => b - a);
  return (paragraph) => {
    if (paragraph === title) return { role: 'title' };
    if (isContents(paragraph)) return { role: 'boilerplate:navigation' };
    if (paragraph.role !== 'heading') return { role: paragraph.role };
    return { role: 'heading', level: Math.min(6, sizes.indexOf(sizeOf(paragraph)) + 1) };
  };
}

/** A line of a table of contents leads to its page by dots. */
const isContents = (paragraph: Paragraph): boolean => /(?:[.…·]\s?){4,}\s*[\divxlc]{1,5}$/iu.test(textOf(paragraph));

// ── Details ─────────────────────────────────────────────────────────────────────────────────────────────────────────

interface Signed {
  readonly blocks: readonly DraftBlock[];
  readonly details: Partial<Details>;
}

/** Blocks of the first pages that sign the text get their roles. */
export function signed(flow: FlowText, properties: Properties): Signed {
  const { text, pages } = flow;
  const until = pages[firstPages]?.start ?? text.length;
  const own = flow.blocks.filter(({ role }) => !role.startsWith('boilerplate:'));
  const head = own.filter(({ start }, at) => start < until && at < headParagraphsMax);
  const prose = head.findIndex((block) => block.role === 'paragraph' && lineOf(text, block, 1).shape === 'prose');
  const roles = new Map<DraftBlock, BlockRole>();
  head.forEach((block, at) => {
    if (block.role !== 'paragraph' && block.role !== 'heading') return;
    const role = signatureRole(text, head, at, prose < 0 || at < Math.max(prose, signedBlocksMax));
    if (role) roles.set(block, role);
  });
  // Signatures alone are no article.
  const isLeft = flow.blocks.some((block) => !roles.has(block) && block.role !== 'title' && block.role !== 'heading');
  const blocks = isLeft ? flow.blocks.map((block) => withRole(block, roles.get(block))) : flow.blocks;
  const titleBlock = blocks.find(({ role }) => role === 'title');
  return {
    blocks,
    details: {
      title: titleField(flow, titleBlock, properties),
      authors: authorsOf(flow, blocks, text.slice(0, until), properties),
      published: publishedOf(flow, blocks, head, properties),
      ...publisherOf(properties),
    },
  };
}

const signedBlocksMax = 4;

function withRole(block: DraftBlock, role: BlockRole | undefined): DraftBlock {
  if (!role) return block;
  return { start: block.start, end: block.end, role };
}

function signatureRole(text: string, head: readonly DraftBlock[], at: number, isAbove: boolean): BlockRole | null {
  const block = head[at] as DraftBlock;
  const words = text.slice(block.start, block.end);
  if (!isAbove || words.length > 160) return null;
  const byline = bylineOf(words);
  if (byline) return byline.posted ? 'boilerplate:post-meta' : 'byline';
  if (dateOfLine(words) || isAmbiguousDate(words)) return 'date';
  const isBelowTitle = head.slice(Math.max(0, at - 2), at).some(({ role }) => role === 'title');
  return isBelowTitle && block.role === 'paragraph' && /\p{Ll}/u.test(words) && isNameAlone(words) ? 'byline' : null;
}

function titleField(flow: FlowText, block: DraftBlock | undefined, properties: Properties): Field<string> {
  const stated = propertyTitle(properties);
  if (!block) return stated && /\s/.test(stated) ? { value: stated, from: 'PDF properties' } : notStated();
  const printed = flow.text.slice(block.start, block.end);
  const isShouted = stated !== null && !/\p{Ll}/u.test(printed) && folded(stated) === folded(printed);
  return { value: isShouted ? stated : printed, ...placed(flow, block) };
}

/** Where on the page a value stands. */
const placed = (flow: FlowText, { start, end }: { start: number; end: number }) => ({
  from: `page ${pageAt(flow.pages, start)?.label ?? '1'}`,
  span: { start, end },
});

function authorsOf(
  flow: FlowText,
  blocks: readonly DraftBlock[],
  firstText: string,
  { author, xmp }: Properties,
): Field<readonly string[]> {
  for (const block of blocks.filter(({ role }) => role === 'byline')) {
    const words = flow.text.slice(block.start, block.end);
    const names = peopleIn((bylineOf(words) ?? bylineOf(`By ${words}`))?.names ?? [], []);
    if (names.length > 0) return { value: names, ...placed(flow, block) };
  }
  const stated = (xmp.get('dc:creator') ?? author)
    .split(/\s*;\s*|\s+(?:and|und|et)\s+|\s*,\s+(?=\p{Lu}\S*\s)/u)
    .filter(Boolean);
  if (stated.length === 0) return notStated();
  const printed = folded(firstText);
  // Whoever saved the file stands there as well: only a name that the first pages print is an author's.
  const isPrinted = stated.every((name) => /\p{L}\s+\p{L}/u.test(name) && printed.includes(folded(name)));
  return isPrinted
    ? { value: stated, from: 'PDF properties' }
    : notStated(`the file’s properties name ${stated.join(', ').slice(0, 80)}, who does not stand on its first pages`);
}

const publishedOn =
  /(?:^|[^\p{L}])(?:first published|published(?: online)?|publication date|date of publication|available online|issued|released|erschienen|veröffentlicht|publié|paru|publicado|pubblicato)(?:\s+(?:on|in|am|le|el|il))?\s*:?\s*/iu;

function publishedOf(
  flow: FlowText,
  blocks: readonly DraftBlock[],
  head: readonly DraftBlock[],
  { xmp }: Properties,
): Field<StatedDate> {
  const at = (block: DraftBlock, from: number, until: number) =>
    placed(flow, { start: block.start + from, end: block.start + until });
  for (const block of blocks.filter(({ role }) => role === 'date' || role === 'byline')) {
    const found = datesOf(flow.text.slice(block.start, block.end)).find(({ updated }) => !updated);
    if (found) return { value: found.date, ...at(block, found.start, found.end) };
  }
  for (const block of head) {
    const words = flow.text.slice(block.start, block.end);
    const lead = publishedOn.exec(words);
    const from = lead ? lead.index + lead[0].length : 0;
    const found = lead && datesOf(words.slice(from, from + 60))[0];
    if (found && found.start <= 2) return { value: found.date, ...at(block, from + found.start, from + found.end) };
  }
  for (const name of ['prism:publicationdate', 'prism:coverdate', 'prism:coverdisplaydate', 'dc:date']) {
    const date = statedDateOf(xmp.get(name) ?? '');
    if (date) return { value: date, from: `PDF properties (${name})` };
  }
  const ambiguous = blocks.find((block) => block.role === 'date');
  const words = ambiguous && flow.text.slice(ambiguous.start, ambiguous.end);
  return notStated(words && isAmbiguousDate(words) ? `“${words}” can be read two ways` : undefined);
}

function publisherOf({ xmp }: Properties): Partial<Details> {
  const publisher = xmp.get('dc:publisher') ?? xmp.get('prism:publicationname');
  const doi = /^10\.\d{4,9}\/\S+$/.exec(xmp.get('prism:doi') ?? '')?.[0];
  const url = xmp.get('prism:url') ?? (doi ? `https://doi.org/${doi}` : '');
  return {
    ...(publisher ? { publisher: { value: publisher, from: 'PDF properties' } } : {}),
    ...(URL.canParse(url) && /^https?:/.test(url) ? { url: { value: url, from: 'PDF properties' } } : {}),
  };
}
