/** PDF files written by hand, for tests: lines of text where a test wants them, and whatever else a file can hold. */
import { deflateSync } from 'node:zlib';

export interface Words {
  readonly text: string;
  /** In points, from the left and from the top. */
  readonly x: number;
  readonly y: number;
  readonly size?: number;
  readonly font?: 'Helvetica' | 'Helvetica-Bold' | 'Times-Roman' | 'Times-Italic' | 'Type3';
}

export interface MadePage {
  readonly words?: readonly Words[];
  /** Operators of the content stream, behind the words. */
  readonly content?: string;
  readonly rotate?: number;
  /** Further resources: '/XObject << /A 9 0 R >>'. */
  readonly resources?: string;
}

export interface Made {
  readonly pages: readonly MadePage[];
  readonly info?: Readonly<Record<string, string>>;
  readonly xmp?: string;
  /** Entries of the catalogue: '/PageLabels << … >>'. */
  readonly catalogue?: string;
  /** Entries of the trailer: '/Encrypt 90 0 R'. */
  readonly trailer?: string;
  /** Further objects by number, from 50 on. */
  readonly objects?: Readonly<Record<number, string>>;
}

export const pageHeight = 792;
const fonts = ['Helvetica', 'Helvetica-Bold', 'Times-Roman', 'Times-Italic'] as const;

export function madePdf({ pages, info, xmp, catalogue = '', trailer = '', objects = {} }: Made): Uint8Array {
  const parts = new Map<number, string>();
  fonts.forEach((name, at) => {
    parts.set(3 + at, `<< /Type /Font /Subtype /Type1 /BaseFont /${name} /Encoding /WinAnsiEncoding >>`);
  });
  const named = fonts.map((name, at) => `/${name} ${3 + at} 0 R`).join(' ');
  const kids: string[] = [];
  pages.forEach(({ words = [], content = '', rotate = 0, resources = '' }, at) => {
    const [page, stream] = [100 + at * 2, 101 + at * 2];
    kids.push(`${page} 0 R`);
    parts.set(stream, streamOf(`${words.map(operatorsOf).join('\n')}\n${content}`));
    parts.set(
      page,
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 ${pageHeight}] /Rotate ${rotate} /Contents ${stream} 0 R /Resources << /Font << ${named} ${typeThree(objects)} >> ${resources} >> >>`,
    );
  });
  parts.set(1, `<< /Type /Catalog /Pages 2 0 R ${xmp ? '/Metadata 8 0 R' : ''} ${catalogue} >>`);
  parts.set(2, `<< /Type /Pages /Count ${pages.length} /Kids [${kids.join(' ')}] >>`);
  if (info)
    parts.set(
      7,
      `<< ${Object.entries(info)
        .map(([key, value]) => `/${key} ${stringOf(value)}`)
        .join(' ')} >>`,
    );
  if (xmp) parts.set(8, streamOf(packetOf(xmp), '/Type /Metadata /Subtype /XML'));
  for (const [number, body] of Object.entries(objects)) parts.set(Number(number), body);
  return assembled(parts, `${info ? '/Info 7 0 R' : ''} ${trailer}`);
}

const typeThree = (objects: Readonly<Record<number, string>>): string => (objects[50] ? '/Type3 50 0 R' : '');

/** With its length, or with what a test says of it. */
export const streamOf = (content: string, entries = ''): string =>
  `<< /Length ${Buffer.byteLength(content, 'latin1')} ${entries} >>\nstream\n${content}\nendstream`;

export function packedStream(content: Uint8Array, entries = ''): string {
  const packed = deflateSync(content, { level: 9 });
  return `<< /Length ${packed.length} /Filter /FlateDecode ${entries} >>\nstream\n${packed.toString('latin1')}\nendstream`;
}

/** A string in PDF's own escape for what is no Latin letter. */
const stringOf = (text: string): string =>
  `<FEFF${[...Buffer.from(text, 'utf16le').swap16()].map((byte) => byte.toString(16).padStart(2, '0')).join('')}>`;

const winAnsi: Readonly<Record<string, number>> = {
  '–': 0x96,
  '—': 0x97,
  '‘': 0x91,
  '’': 0x92,
  '“': 0x93,
  '”': 0x94,
  '•': 0x95,
  '…': 0x85,
};

function operatorsOf({ text, x, y, size = 10, font = 'Helvetica' }: Words): string {
  const bytes = [...text].map((sign) => winAnsi[sign] ?? sign.charCodeAt(0));
  const hex = bytes.map((byte) => byte.toString(16).padStart(2, '0')).join('');
  return `BT /${font} ${size} Tf 1 0 0 1 ${x} ${pageHeight - y} Tm <${hex}> Tj ET`;
}

const packetOf = (properties: string): string =>
  `<?xpacket begin="" id="W5M0MpCehiHzreSzNTczkc9d"?><x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:prism="http://prismstandard.org/namespaces/basic/2.0/">${properties}</rdf:Description></rdf:RDF></x:xmpmeta><?xpacket end="w"?>`;

function assembled(parts: ReadonlyMap<number, string>, trailer: string): Uint8Array {
  let file = '%PDF-1.7\n%\xe2\xe3\xcf\xd3\n';
  const offsets = new Map<number, number>();
  for (const [number, body] of parts) {
    offsets.set(number, file.length);
    file += `${number} 0 obj\n${body}\nendobj\n`;
  }
  const start = file.length;
  file += 'xref\n';
  for (const [number, offset] of offsets) file += `${number} 1\n${String(offset).padStart(10, '0')} 00000 n \n`;
  const size = Math.max(...parts.keys()) + 1;
  file += `trailer\n<< /Size ${size} /Root 1 0 R ${trailer} >>\nstartxref\n${start}\n%%EOF\n`;
  return new Uint8Array(Buffer.from(file, 'latin1'));
}

/** Lines of one column, one below the other. */
export const column = (
  lines: readonly string[],
  { x = 72, y = 100, leading = 12, ...style }: Partial<Omit<Words, 'text'>> & { readonly leading?: number } = {},
): Words[] => lines.map((text, at) => ({ text, x, y: y + at * leading, ...style }));

/** Thousandths of the size, of letters in Helvetica; others are as wide as an "n". */
const helvetica: Readonly<Record<string, number>> = Object.fromEntries(
  [
    '222 ijl',
    '278 ft,.:; I',
    '333 r-',
    '500 ckJsvxyz',
    '611 FTZ',
    '667 ABEKPSVXY',
    '722 CDHNRUw',
    '778 GOQ',
    '833 mM',
  ].flatMap((entry) => [...entry.slice(4)].map((letter) => [letter, Number(entry.slice(0, 3))])),
);

/** In Helvetica at ten points. */
export const widthOf = (text: string): number =>
  [...text].reduce((sum, letter) => sum + (helvetica[letter] ?? 556) / 100, 0);

/** Lines of a column whose words are drawn apart until each but the last reaches the right margin. */
export const justified = (
  lines: readonly string[],
  { x = 72, y = 100, width, isWhole = false }: { x?: number; y?: number; width: number; isWhole?: boolean },
): Words[] =>
  lines.flatMap((line, at) => {
    const words = line.split(' ');
    const isLast = at === lines.length - 1 && !isWhole;
    const space = isLast ? 2.78 : (width - widthOf(words.join(''))) / (words.length - 1);
    let left = x;
    return words.map((text): Words => {
      const placed = { text, x: left, y: y + at * 12 };
      left += widthOf(text) + space;
      return placed;
    });
  });
