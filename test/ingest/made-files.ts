/** Archives, Word files and EPUB books from a few words of markup, for tests and benchmarks: nothing of them lies in the project. */
import { ZipFile } from 'yazl';

export type Entries = Readonly<Record<string, string | Uint8Array>>;

export async function zipOf(entries: Entries): Promise<Uint8Array> {
  const zip = new ZipFile();
  const mtime = new Date(Date.UTC(2020, 0, 1));
  for (const [name, data] of Object.entries(entries)) {
    const bytes = typeof data === 'string' ? Buffer.from(data) : Buffer.from(data);
    zip.addBuffer(bytes, name, { mtime, mode: 0o100644, forceDosTimestamp: true, compress: name !== 'mimetype' });
  }
  zip.end();
  const chunks: Buffer[] = [];
  for await (const chunk of zip.outputStream) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}

// ── Word ────────────────────────────────────────────────────────────────────────────────────────────────────────────

const xml = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const word = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
const office = 'http://schemas.openxmlformats.org/officeDocument/2006';
const packages = 'http://schemas.openxmlformats.org/package/2006';
const namespaces = `xmlns:w="${word}" xmlns:r="${office}/relationships" xmlns:m="${office}/math" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:v="urn:schemas-microsoft-com:vml" xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"`;

export interface DocxMakings {
  /** What stands within `<w:body>`. */
  readonly body: string;
  /** What stands within `<w:styles>`; the styles that Word comes with, unless given. */
  readonly styles?: string;
  readonly footnotes?: string;
  readonly endnotes?: string;
  /** What stands within `<cp:coreProperties>`. */
  readonly core?: string;
  readonly more?: Entries;
}

export const docxOf = (makings: DocxMakings): Promise<Uint8Array> => zipOf(docxEntries(makings));

export function docxEntries({ body, styles = wordStyles, footnotes, endnotes, core, more = {} }: DocxMakings): Entries {
  const part = (name: string, inside: string) => `${xml}<w:${name} ${namespaces}>${inside}</w:${name}>`;
  const parts: Record<string, string> = { styles: part('styles', styles) };
  if (footnotes !== undefined) parts['footnotes'] = part('footnotes', footnotes);
  if (endnotes !== undefined) parts['endnotes'] = part('endnotes', endnotes);
  const relations = Object.keys(parts).map(
    (name) => `<Relationship Id="${name}" Type="${office}/relationships/${name}" Target="${name}.xml"/>`,
  );
  return {
    '[Content_Types].xml': `${xml}<Types xmlns="${packages}/content-types"><Default Extension="xml" ContentType="application/xml"/></Types>`,
    '_rels/.rels': `${xml}<Relationships xmlns="${packages}/relationships"><Relationship Id="r1" Type="${office}/relationships/officeDocument" Target="word/document.xml"/></Relationships>`,
    'word/document.xml': part('document', `<w:body>${body}</w:body>`),
    'word/_rels/document.xml.rels': `${xml}<Relationships xmlns="${packages}/relationships">${relations.join('')}</Relationships>`,
    ...Object.fromEntries(Object.entries(parts).map(([name, source]) => [`word/${name}.xml`, source])),
    ...(core === undefined
      ? {}
      : {
          'docProps/core.xml': `${xml}<cp:coreProperties xmlns:cp="${packages}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/">${core}</cp:coreProperties>`,
        }),
    ...more,
  };
}

const paragraphStyle = (id: string, name: string, properties = '') =>
  `<w:style w:type="paragraph" w:styleId="${id}"><w:name w:val="${name}"/>${properties}</w:style>`;

/** As Word writes them in an English file. */
export const wordStyles = [
  paragraphStyle('Normal', 'Normal'),
  ...[1, 2, 3, 4].map((level) =>
    paragraphStyle(
      `Heading${level}`,
      `heading ${level}`,
      `<w:basedOn w:val="Normal"/><w:pPr><w:outlineLvl w:val="${level - 1}"/></w:pPr>`,
    ),
  ),
  paragraphStyle('Title', 'Title'),
  paragraphStyle('Subtitle', 'Subtitle'),
  paragraphStyle('Quote', 'Quote'),
  paragraphStyle('Caption', 'caption'),
  paragraphStyle('TOC1', 'toc 1'),
  paragraphStyle('ListParagraph', 'List Paragraph'),
  paragraphStyle('FootnoteText', 'footnote text'),
].join('');

export const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

export const run = (text: string, properties = ''): string =>
  `<w:r>${properties ? `<w:rPr>${properties}</w:rPr>` : ''}<w:t xml:space="preserve">${escaped(text)}</w:t></w:r>`;

/** `inside` is markup, or bare words. */
export const paragraph = (inside: string, style = '', properties = ''): string =>
  `<w:p><w:pPr>${style ? `<w:pStyle w:val="${style}"/>` : ''}${properties}</w:pPr>${inside.startsWith('<') ? inside : run(inside)}</w:p>`;

export const listItem = (text: string, list = 1, level = 0): string =>
  paragraph(text, 'ListParagraph', `<w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="${list}"/></w:numPr>`);

export const table = (rows: readonly (readonly string[])[]): string =>
  `<w:tbl>${rows.map((row) => `<w:tr>${row.map((cell) => `<w:tc>${paragraph(cell)}</w:tc>`).join('')}</w:tr>`).join('')}</w:tbl>`;

export const noteMark = (id: number, kind: 'footnote' | 'endnote' = 'footnote'): string =>
  `<w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:${kind}Reference w:id="${id}"/></w:r>`;

export const note = (id: number, text: string, kind: 'footnote' | 'endnote' = 'footnote'): string =>
  `<w:${kind} w:id="${id}"><w:p><w:r><w:${kind}Ref/></w:r>${run(` ${text}`)}</w:p></w:${kind}>`;

// ── EPUB ────────────────────────────────────────────────────────────────────────────────────────────────────────────

export interface EpubItem {
  readonly name: string;
  /** What stands within `<body>`, or a whole file that begins with "<?xml" or "<!". */
  readonly body: string;
  readonly bodyAttributes?: string;
  readonly mediaType?: string;
  readonly properties?: string;
  /** As the manifest has it; the name, unless given. */
  readonly href?: string;
  readonly isInSpine?: boolean;
}

export interface EpubMakings {
  readonly items: readonly EpubItem[];
  /** What stands within `<metadata>`; a title and a language, unless given. */
  readonly metadata?: string;
  /** What stands within `<navMap>` and behind it. */
  readonly ncx?: string;
  readonly guide?: string;
  readonly version?: '2.0' | '3.0';
  readonly folder?: string;
  readonly more?: Entries;
}

export const epubOf = (makings: EpubMakings): Promise<Uint8Array> => zipOf(epubEntries(makings));

export function epubEntries(makings: EpubMakings): Entries {
  const { items, metadata = '<dc:title>A book</dc:title><dc:language>en</dc:language>', ncx, guide } = makings;
  const { version = '3.0', folder = 'OEBPS', more = {} } = makings;
  const manifest = items.map(
    ({ name, href = name, mediaType = 'application/xhtml+xml', properties }, at) =>
      `<item id="i${at}" href="${escaped(href)}" media-type="${mediaType}"${properties ? ` properties="${properties}"` : ''}/>`,
  );
  const refs = items.flatMap(({ isInSpine = true }, at) => (isInSpine ? [`<itemref idref="i${at}"/>`] : []));
  const inFolder = (name: string) => (folder ? `${folder}/${name}` : name);
  return {
    mimetype: 'application/epub+zip',
    'META-INF/container.xml': `<?xml version="1.0"?><container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles><rootfile full-path="${inFolder('book.opf')}" media-type="application/oebps-package+xml"/></rootfiles></container>`,
    [inFolder('book.opf')]:
      `<?xml version="1.0"?><package xmlns="http://www.idpf.org/2007/opf" xmlns:opf="http://www.idpf.org/2007/opf" xmlns:dc="http://purl.org/dc/elements/1.1/" version="${version}"><metadata>${metadata}</metadata><manifest>${manifest.join('')}${ncx === undefined ? '' : '<item id="ncx" href="toc.ncx" media-type="application/x-dtbncx+xml"/>'}</manifest><spine${ncx === undefined ? '' : ' toc="ncx"'}>${refs.join('')}</spine>${guide === undefined ? '' : `<guide>${guide}</guide>`}</package>`,
    ...(ncx === undefined
      ? {}
      : {
          [inFolder('toc.ncx')]:
            `<?xml version="1.0"?><!DOCTYPE ncx PUBLIC "-//NISO//DTD ncx 2005-1//EN" "http://www.daisy.org/z3986/2005/ncx-2005-1.dtd"><ncx xmlns="http://www.daisy.org/z3986/2005/ncx/"><navMap>${ncx}</ncx>`,
        }),
    ...Object.fromEntries(
      items.map(({ name, body, bodyAttributes = '' }) => [inFolder(name), xhtml(body, bodyAttributes)]),
    ),
    ...more,
  };
}

const xhtml = (body: string, attributes: string): string =>
  /^<[?!]/.test(body)
    ? body
    : `<?xml version="1.0" encoding="UTF-8"?><!DOCTYPE html><html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops"><head><title/><style>p { margin: 0 }</style></head><body ${attributes}>${body}</body></html>`;

export const navPoint = (label: string, src: string, inside = ''): string =>
  `<navPoint><navLabel><text>${label}</text></navLabel><content src="${src}"/>${inside}</navPoint>`;

export const nav = (kind: string, links: readonly (readonly [string, string])[]): string =>
  `<nav epub:type="${kind}"><ol>${links.map(([label, href]) => `<li><a href="${href}">${label}</a></li>`).join('')}</ol></nav>`;
