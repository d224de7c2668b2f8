/** What pdf.js gives of a page's text → pieces, upright, without what is turned, hidden or drawn twice. */
import type { Piece, Sheet } from './layout.ts';

/** What is used of a text item of pdf.js. */
export interface TextItem {
  readonly str: string;
  readonly transform: readonly number[];
  readonly width: number;
  readonly height: number;
  readonly fontName: string;
}

export interface PageBox {
  readonly width: number;
  readonly height: number;
  /** From the file's coordinates to the page as it is shown, y downwards. */
  readonly transform: readonly number[];
}

/** Text set smaller is not for readers. */
const sizeMin = 2;
/** Sine of the slant from which a run is a stamp or a watermark; scans are crooked by less. */
const slantMax = 0.1;
/** A turned run of fewer characters is a stamp on the margin, not a turned table. */
const turnedCharsMin = 200;

interface Turned extends Piece {
  readonly quarter: number;
}

/** One sheet for the upright text, and one for each other way the page has to be turned to read the rest. */
export function sheetsOf(page: number, box: PageBox, items: readonly TextItem[]): Sheet[] {
  const pieces: Turned[] = [];
  let isSpaced = false;
  const isTex = items.some(({ str }) => texLigature.test(str));
  items.forEach((item, order) => {
    const text = cleanText(isTex ? item.str.replace(texSigns, (sign) => texLetters[sign] ?? sign) : item.str);
    if (text.trim() === '') {
      isSpaced ||= text !== '';
      return;
    }
    const piece = pieceOf(item, text, box, order, isSpaced);
    isSpaced = false;
    if (piece) pieces.push(piece);
  });
  const quarters = [0, 1, 2, 3].map((quarter) => pieces.filter((piece) => piece.quarter === quarter));
  const chars = quarters.map((turned) => turned.reduce((sum, { text }) => sum + text.length, 0));
  const most = Math.max(...chars);
  return quarters
    .map((turned, quarter) => ({ turned, quarter, chars: chars[quarter] ?? 0 }))
    .filter((group) => group.chars > 0 && (group.chars === most || group.chars >= turnedCharsMin))
    .sort((a, b) => b.chars - a.chars)
    .map(({ turned, quarter }) => ({
      page,
      height: quarter % 2 === 0 ? box.height : box.width,
      pieces: withoutDoubles(turned.map((piece) => uprightOf(piece, box))),
    }));
}

/** Fonts of pictures that TeX makes name no letters, only their places in its own order of letters: "ffi" is \x1e. */
const texLetters: Readonly<Record<string, string>> = {
  '\x10': '“',
  '\x11': '”',
  '\x12': '„',
  '\x13': '«',
  '\x14': '»',
  '\x15': '–',
  '\x16': '—',
  '\x1b': 'ff',
  '\x1c': 'fi',
  '\x1d': 'fl',
  '\x1e': 'ffi',
  '\x1f': 'ffl',
  ÿ: 'ß',
};
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is read
const texSigns = /[\x10-\x16\x1b-\x1fÿ]/g;
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is read
const texLigature = /[\x1b-\x1f]\p{Ll}|\p{L}[\x1b-\x1f]/u;

/** Letters as they are written, not as they are joined: Arabic forms and ligatures; no control characters; one kind of space. */
function cleanText(text: string): string {
  return text
    .replace(/[\ufb00-\ufb4f\ufb50-\ufdff\ufe70-\ufefc]/g, (form) => form.normalize('NFKC'))
    .replace(/\s+/g, ' ')
    .replace(/[\p{Cc}\u200b\u2060\ufeff]/gu, '');
}

function pieceOf(item: TextItem, text: string, box: PageBox, order: number, isSpaced: boolean): Turned | null {
  const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = item.transform;
  const [va = 1, vb = 0, vc = 0, vd = 1, ve = 0, vf = 0] = box.transform;
  const along = { x: va * a + vc * b, y: vb * a + vd * b };
  const length = Math.hypot(along.x, along.y) || 1;
  const angle = Math.atan2(along.y, along.x) / (Math.PI / 2);
  const quarter = (Math.round(angle) + 4) % 4;
  if (Math.abs(Math.sin((angle - Math.round(angle)) * (Math.PI / 2))) > slantMax) return null;
  const x = va * e + vc * f + ve;
  const y = vb * e + vd * f + vf;
  const size = item.height || Math.hypot(c, d);
  const [endX, endY] = [x + (along.x / length) * item.width, y + (along.y / length) * item.width];
  const isOutside = Math.max(x, endX) < 0 || Math.min(x, endX) > box.width || y < 0 || Math.min(y, endY) > box.height;
  if (isOutside || !(size >= sizeMin) || !Number.isFinite(x + y + item.width)) return null;
  const font = item.fontName;
  return { text, left: x, right: x + Math.abs(item.width), y, size, font, order, isSpaced, quarter };
}

/** The page turned until the piece is upright. */
function uprightOf({ quarter, ...piece }: Turned, { width, height }: PageBox): Piece {
  const { left: x, right, y } = piece;
  const length = right - x;
  const turned = [
    [x, y],
    [y, width - x],
    [width - x, height - y],
    [height - y, x],
  ][quarter] as [number, number];
  return { ...piece, left: turned[0], right: turned[0] + length, y: turned[1] };
}

/** Bold and shadows are made by drawing the same letters twice, a hair apart. */
function withoutDoubles(pieces: readonly Piece[]): Piece[] {
  const seen = new Map<string, Piece[]>();
  return pieces.filter((piece) => {
    const key = `${Math.round(piece.size)} ${piece.text}`;
    const twins = seen.get(key);
    if (!twins) {
      seen.set(key, [piece]);
      return true;
    }
    const near = piece.size * 0.15;
    const isDouble = twins
      .slice(-8)
      .some(({ left, y }) => Math.abs(left - piece.left) < near && Math.abs(y - piece.y) < near);
    if (!isDouble) twins.push(piece);
    return !isDouble;
  });
}
