/** The PDF reader: pages as they are set → paragraphs as they are read, each with its page; refuses what holds no text. */
import type { Label, Problem } from '../../model.ts';
import { type Draft, fatal, shownPath, warning } from '../draft.ts';
import { regionsOf } from './columns.ts';
import { flowOf } from './flow.ts';
import { flowText } from './flow-text.ts';
import { wordsOf } from './hyphens.ts';
import type { BodyStyle, Segment } from './layout.ts';
import { respaced } from './letter-spacing.ts';
import { charsMax, type OpenedPdf, openPdf, pageCharsMax, pageItemsMax, pagesMax, type Refusal } from './open-pdf.ts';
import { streamBytesMax, streamsBytesMax, tooMuchPacked } from './packed-streams.ts';
import { paragraphsOf } from './paragraphs.ts';
import { roleOfParagraph, signed, titleParagraph } from './pdf-details.ts';
import { addressDetails, printedPage, withoutSite } from './printed-page.ts';
import { runningSegments } from './running-lines.ts';
import { mostUsed, segmentsOf } from './segments.ts';

export async function readPdf(path: string, bytes: Uint8Array): Promise<Draft | Problem> {
  const refused = refusalOf(path, bytes);
  if (refused) return refused;
  try {
    const opened = await openPdf(bytes);
    return 'refused' in opened ? tooLong(path, opened) : draftOf(path, opened);
  } catch (error) {
    return unopened(path, error);
  }
}

// ── Refusals ────────────────────────────────────────────────────────────────────────────────────────────────────────

const headerBytesMax = 1_024;

function refusalOf(path: string, bytes: Uint8Array): Problem | null {
  const shown = shownPath(path);
  const head = Buffer.from(bytes.subarray(0, headerBytesMax)).toString('latin1');
  if (!head.includes('%PDF-'))
    return fatal(
      path,
      `${shown} is no PDF, whatever its name says; give it the ending of what it is, or export it again.`,
    );
  const tooMuch = tooMuchPacked(bytes);
  if (!tooMuch) return null;
  const what = {
    stream: `unpacks one of its parts to more than ${millions(streamBytesMax)} MB`,
    streams: `unpacks to more than ${millions(streamsBytesMax)} MB`,
    layers: 'is packed several times over',
  }[tooMuch.what];
  return fatal(path, `${shown} ${what}, as no document does; print it to a new PDF and add that.`);
}

const millions = (count: number): number => count / 1_000_000;

function tooLong(path: string, refusal: Refusal): Problem {
  const shown = shownPath(path);
  if (refusal.refused === 'pages')
    return fatal(
      path,
      `${shown} has ${refusal.pages} pages, and a PDF may have at most ${pagesMax}; split it into smaller files.`,
    );
  const page = refusal.page + 1;
  const what =
    refusal.refused === 'chars'
      ? `more than ${charsMax} characters up to page ${page}`
      : `more than ${pageCharsMax} characters or ${pageItemsMax} pieces of text on page ${page} alone`;
  return fatal(path, `${shown} holds ${what}; split it into smaller files.`);
}

function unopened(path: string, error: unknown): Problem {
  const shown = shownPath(path);
  const name = error instanceof Error ? error.name : '';
  if (name === 'PasswordException')
    return fatal(path, `${shown} is locked with a password; save a copy without one and add that.`);
  return fatal(path, `${shown} is damaged and cannot be opened as a PDF; export or download it again.`);
}

// ── Pages → draft ───────────────────────────────────────────────────────────────────────────────────────────────────

function draftOf(path: string, opened: OpenedPdf): Draft | Problem {
  const { sheets, labels, properties } = opened;
  if (sheets.length === 0) return withoutText(path, opened);
  const pages = segmentsOf(sheets);
  const body = bodyStyleOf(pages.flat());
  const running = runningSegments(pages, body);
  const printed = printedPage(pages, properties);
  const own = pages.map((segments) =>
    segments.filter((segment) => !running.has(segment) && !printed?.segments.has(segment)),
  );
  const words = wordsOf(own.flat().map(({ text }) => text));
  const kept = own.map((segments) => segments.map((each) => ({ ...each, text: respaced(each.text, words) })));
  const columns = regionsOf(kept, body.size)
    .flat()
    .map(({ segments }) => ({ page: segments[0]?.page ?? 0, paragraphs: paragraphsOf(segments, body) }));
  const flow = flowOf(columns);
  const title = titleParagraph(flow, body, properties);
  const flowed = flowText(flow, roleOfParagraph(flow, title), labels, words);
  const text = printed ? { ...flowed, blocks: withoutSite(flowed) } : flowed;
  const { blocks, details } = signed(text, properties);
  return {
    ...text,
    blocks,
    details: { ...details, ...addressDetails(printed?.url ?? null, details) },
    countsByPage: true,
    labels: labelsOf(text.text, opened),
    problems: brokenPages(path, opened),
  };
}

/** Size and font of most characters. */
function bodyStyleOf(segments: readonly Segment[]): BodyStyle {
  const rounded = segments.map((segment) => ({ ...segment, size: Math.round(segment.size * 4) / 4 }));
  const { size } = mostUsed(rounded);
  const { font } = mostUsed(rounded.filter((segment) => segment.size === size));
  return { size, font };
}

function withoutText(path: string, { labels, broken, pictures }: OpenedPdf): Problem {
  const shown = shownPath(path);
  if (broken.length === labels.length)
    return fatal(path, `${shown} is damaged: none of its pages can be read; export or download it again.`);
  return pictures.length > 0
    ? fatal(path, `${shown} has no text layer, only pictures of pages; run OCR on it and add the result.`)
    : fatal(path, `${shown} has no text on its pages; add a file with text.`);
}

function brokenPages(path: string, { broken, labels }: OpenedPdf): Problem[] {
  if (broken.length === 0) return [];
  const which = `${broken.length} of its ${labels.length} pages`;
  const listed = pagesInWords(broken, labels);
  return [
    warning(path, `${shownPath(path)} is damaged: ${which} (${listed}) cannot be read; export or download it again.`),
  ];
}

const listedMax = 6;

const pagesInWords = (pages: readonly number[], labels: readonly string[]): string => {
  const listed = pages.slice(0, listedMax).map((page) => labels[page]);
  return `p. ${listed.join(', ')}${pages.length > listedMax ? ' …' : ''}`;
};

/** Share of characters without a meaning from which the text is not to be trusted. */
const unreadableMin = 0.05;

function labelsOf(text: string, { pictures, labels }: OpenedPdf): Label[] {
  const found: Label[] = [];
  if (pictures.length > 0) {
    const which = `${pictures.length} of ${labels.length} pages`;
    const reason = `${which} hold${pictures.length === 1 ? 's' : ''} pictures of text (${pagesInWords(pictures, labels)}) that cannot be searched or quoted; run OCR on the file and add the result.`;
    found.push({ kind: 'no-text-layer', text: 'some pages are pictures', reason });
  }
  const unreadable = text.match(/[\p{Co}\p{Cn}\ufffd]/gu)?.length ?? 0;
  if (unreadable > text.length * unreadableMin) {
    const share = Math.round((100 * unreadable) / text.length);
    const reason = `${share} % of its characters have no letter in the file's fonts; compare quotes with the pages.`;
    found.push({ kind: 'low-confidence-extraction', text: 'letters missing in the file', reason });
  }
  return found;
}
