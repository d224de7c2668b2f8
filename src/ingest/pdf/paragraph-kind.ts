/** A stretch of lines → what it is: paragraph, heading, item or row of a table; part of the text or beside it. */
import { isListLine } from '../line-marks.ts';
import { endsSentence } from '../lines.ts';
import { type Frame, indentMin, isClosed, leadingOf, rightEdge, sizeStep } from './frame.ts';
import type { BodyStyle, Paragraph, TextLine } from './layout.ts';
import { mostUsed } from './segments.ts';
import { isTableRow } from './table-rows.ts';

/** In the size of the text. */
export const headingSize = 1.12;
const headingWordsMax = 25;
const headingCharsMax = 220;

/** Some lines of a region, from one index up to another. */
export interface Stretch {
  readonly lines: readonly TextLine[];
  readonly from: number;
  readonly until: number;
}

export function paragraphOf(stretch: Stretch, frame: Frame, body: BodyStyle): Paragraph {
  const { lines, from, until } = stretch;
  const group = lines.slice(from, until);
  const first = group[0] as TextLine;
  const style = mostUsed(group);
  const role = roleOf(stretch, group, frame, body);
  const last = until - 1;
  return {
    role,
    lines: group,
    ...style,
    isAside: role !== 'heading' && (role === 'table-row' || isOtherSize(style.size, body) || caption.test(first.text)),
    isClosed: isNextAlike(lines[until], style.size) ? isClosed(lines, last, frame, 1.2) : endsShort(lines, last, frame),
    isIndented: first.left > frame.left + first.size * indentMin,
  };
}

const isNextAlike = (next: TextLine | undefined, size: number): boolean =>
  next !== undefined && Math.abs(next.size - size) <= size * sizeStep;

/** What the next line begins with is not known: it may be a long word. */
const endsShort = (lines: readonly TextLine[], at: number, frame: Frame): boolean => {
  const right = rightEdge(lines, at, frame);
  const line = lines[at] as TextLine;
  return right - line.right > Math.max(line.size * 4, (right - line.left) * 0.3);
};

const isOtherSize = (size: number, body: BodyStyle): boolean =>
  size < body.size * (1 - sizeStep) || size > body.size * (1 + sizeStep * 2);

/** "Figure 3", "Tab. 2": of what is set between the lines of the text. */
const caption =
  /^(?:fig(?:ure|\.)?|table|tab\.|tabelle|abb(?:ildung|\.)|map|chart|box|photo|image|tableau|carte|figura|tabla)\s*\d/iu;

function roleOf(
  { lines, from, until }: Stretch,
  group: readonly TextLine[],
  frame: Frame,
  body: BodyStyle,
): Paragraph['role'] {
  const [first, last] = [group[0] as TextLine, group.at(-1) as TextLine];
  const [before, after] = [lines[from - 1], lines[until]];
  if (isTableRow(lines, from)) return 'table-row';
  const text = group.map((line) => line.text).join(' ');
  const { size, font } = mostUsed(group);
  const isWorded = /\p{L}{2}/u.test(text) && text.length <= headingCharsMax;
  if (size >= body.size * headingSize) {
    const words = text.split(' ').length;
    return isWorded && words <= headingWordsMax && !(words > 12 && endsSentence(text)) ? 'heading' : 'paragraph';
  }
  if (isListLine(text)) return 'list';
  const isSmall = size < body.size * (1 - sizeStep);
  const gap = before ? first.y - before.y : Number.POSITIVE_INFINITY;
  const stands = gap > leadingOf(frame, Math.min(size, body.size)) * 1.15 || size > body.size * 1.04;
  const isSet = (font !== body.font && group.every((line) => line.font === font)) || isCapitals(text);
  const leads = after !== undefined && after.y - last.y < size * 4;
  const isTitled = /^["“‘«¿¡(]?[\p{Lu}\p{Lo}\p{N}]/u.test(text) && !/[.,;:–-]$/u.test(text);
  return isWorded &&
    !isSmall &&
    isSet &&
    stands &&
    leads &&
    isTitled &&
    group.length <= 3 &&
    text.split(' ').length <= 16
    ? 'heading'
    : 'paragraph';
}

export const isCapitals = (text: string): boolean => /\p{Lu}{3}/u.test(text) && !/\p{Ll}/u.test(text);
