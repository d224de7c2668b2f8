/** Bytes → the text items, labels and properties of a PDF's pages, by pdf.js, within bounds. The only file that names unpdf. */
import { getDocumentProxy, getResolvedPDFJS } from 'unpdf';
import type { Sheet } from './layout.ts';
import { type PageBox, sheetsOf, type TextItem } from './sheets.ts';

export const pagesMax = 2_000;
export const charsMax = 5_000_000;
/** A page of a newspaper has some 30,000. */
export const pageCharsMax = 400_000;
/** More runs of text than a page has letters. */
export const pageItemsMax = 60_000;

export interface OpenedPdf {
  readonly sheets: readonly Sheet[];
  /** One a page: what the document calls it, else its number. */
  readonly labels: readonly string[];
  /** 0-based: pages with something drawn and no text. */
  readonly pictures: readonly number[];
  /** 0-based: pages that pdf.js cannot read. */
  readonly broken: readonly number[];
  readonly properties: Properties;
}

/** What the file says about itself, as strings. */
export interface Properties {
  readonly title: string;
  readonly author: string;
  /** What the text was written with; of a printed web page, the browser as it names itself. */
  readonly program: string;
  /** From the XMP packet, by lower-case name: 'dc:title', 'prism:publicationdate'. */
  readonly xmp: ReadonlyMap<string, string>;
}

export type Refusal =
  | { readonly refused: 'pages'; readonly pages: number }
  | { readonly refused: 'chars' | 'page-chars'; readonly page: number };

type Proxy = Awaited<ReturnType<typeof getDocumentProxy>>;
type PageProxy = Awaited<ReturnType<Proxy['getPage']>>;

/** Throws what pdf.js throws: for a password, for bytes that are no PDF. */
export async function openPdf(bytes: Uint8Array): Promise<OpenedPdf | Refusal> {
  // pdf.js keeps the buffer it is given: it gets a copy. Pictures are never decoded, fonts never loaded, nothing is fetched.
  const pdf = await getDocumentProxy(new Uint8Array(bytes), {
    verbosity: 0,
    disableFontFace: true,
    useSystemFonts: false,
    enableXfa: false,
    maxImageSize: 0,
    useWasm: false,
    useWorkerFetch: false,
    isOffscreenCanvasSupported: false,
  });
  try {
    if (pdf.numPages > pagesMax) return { refused: 'pages', pages: pdf.numPages };
    return await readPages(pdf);
  } finally {
    await pdf.loadingTask.destroy();
  }
}

async function readPages(pdf: Proxy): Promise<OpenedPdf | Refusal> {
  const sheets: Sheet[] = [];
  const pictures: number[] = [];
  const broken: number[] = [];
  let chars = 0;
  for (let page = 0; page < pdf.numPages; page++) {
    try {
      const proxy = await pdf.getPage(page + 1);
      const read = await itemsOf(proxy);
      if (!read) return { refused: 'page-chars', page };
      chars += read.chars;
      if (chars > charsMax) return { refused: 'chars', page };
      const own = sheetsOf(page, boxOf(proxy), read.items);
      if (own.length === 0 && (await isDrawnOn(proxy))) pictures.push(page);
      sheets.push(...own);
      proxy.cleanup();
    } catch {
      broken.push(page);
    }
  }
  return { sheets, pictures, broken, labels: await labelsOf(pdf), properties: await propertiesOf(pdf) };
}

function boxOf(page: PageProxy): PageBox {
  const { width, height, transform } = page.getViewport({ scale: 1 });
  return { width, height, transform };
}

/** Null when the page holds more than a page can. */
async function itemsOf(page: PageProxy): Promise<{ items: TextItem[]; chars: number } | null> {
  const reader = page.streamTextContent({ includeMarkedContent: false }).getReader();
  const items: TextItem[] = [];
  let chars = 0;
  for (;;) {
    const { value, done } = await reader.read();
    if (done) return { items, chars };
    for (const item of value.items as readonly TextItem[]) {
      items.push(item);
      chars += item.str.length;
    }
    if (chars > pageCharsMax || items.length > pageItemsMax) {
      await reader.cancel(new Error('too much text on one page'));
      return null;
    }
  }
}

/** Pictures are left out of what pdf.js lists, but what puts each in its place is not: often a single operator. */
async function isDrawnOn(page: PageProxy): Promise<boolean> {
  const { OPS } = await getResolvedPDFJS();
  const { fnArray } = await page.getOperatorList();
  return fnArray.some((operator) => operator !== OPS.save && operator !== OPS.restore);
}

async function labelsOf(pdf: Proxy): Promise<string[]> {
  const labels = await pdf.getPageLabels().catch(() => null);
  return Array.from({ length: pdf.numPages }, (_, page) => cleaned(labels?.[page]).slice(0, 20) || String(page + 1));
}

async function propertiesOf(pdf: Proxy): Promise<Properties> {
  const xmp = new Map<string, string>();
  const none = { title: '', author: '', program: '', xmp };
  const read = await pdf.getMetadata().catch(() => null);
  if (!read) return none;
  const info = read.info as Readonly<Record<string, unknown>>;
  for (const [name, value] of read.metadata ?? []) {
    const text = Array.isArray(value) ? value.map(cleaned).filter(Boolean).join('; ') : cleaned(value);
    if (text) xmp.set(String(name).toLowerCase(), text);
  }
  return {
    title: cleaned(info['Title']),
    author: cleaned(info['Author']),
    program: cleaned(info['Creator']),
    xmp,
  };
}

const cleaned = (value: unknown): string =>
  typeof value === 'string'
    ? value
        .slice(0, 2_000)
        .replace(/[\p{Cc}\p{Cf}]+/gu, ' ')
        .replace(/\s+/g, ' ')
        .trim()
    : '';
