/** Lines of one region → paragraphs: where one starts, by gaps, indents, full lines and sizes. */
import { isListLine } from '../line-marks.ts';
import { endsSentence } from '../lines.ts';
import { type Frame, frameOf, indentMin, isClosed, isShort, leadingOf, sizeStep } from './frame.ts';
import type { BodyStyle, Paragraph, Segment, TextLine } from './layout.ts';
import { headingSize, isCapitals, paragraphOf } from './paragraph-kind.ts';
import { isTableRow } from './table-rows.ts';
import { textLines } from './text-lines.ts';

const wideGap = 1.28;
/** Within a sentence, where a note number or a formula pushes lines apart. */
const gapInside = 1.65;

export const paragraphsOf = (segments: readonly Segment[], body: BodyStyle): Paragraph[] =>
  textLines(segments).flatMap((lines) => paragraphsOfLines(lines, body));

function paragraphsOfLines(lines: readonly TextLine[], body: BodyStyle): Paragraph[] {
  const frame = frameOf(lines, body);
  const starts = lines.length > 0 ? [0] : [];
  for (let at = 1; at < lines.length; at++)
    if (startsParagraph(lines, at, at - (starts.at(-1) ?? 0) === 1, frame, body)) starts.push(at);
  return starts.map((from, index) =>
    paragraphOf({ lines, from, until: starts[index + 1] ?? lines.length }, frame, body),
  );
}

/** `isSecond`: the line before is the first of its paragraph. */
function startsParagraph(
  lines: readonly TextLine[],
  at: number,
  isSecond: boolean,
  frame: Frame,
  body: BodyStyle,
): boolean {
  const [prev, line, next] = [lines[at - 1] as TextLine, lines[at] as TextLine, lines[at + 1]];
  const size = Math.max(prev.size, line.size);
  if (Math.abs(prev.size - line.size) > size * sizeStep && !isSmallCaps(prev, line, frame)) return true;
  if (isTableRow(lines, at) || isTableRow(lines, at - 1)) return true;
  const isDone = endsSentence(prev.text);
  const isInside = !isDone && !/[:：]$/u.test(prev.text) && !isClosed(lines, at - 1, frame, 1);
  if (line.y - prev.y > leadingOf(frame, size) * (isInside ? gapInside : wideGap) + 0.5) return true;
  const isLarge = line.size >= body.size * headingSize;
  if (isLarge && prev.font === line.font) return false;
  if (isClosed(lines, at - 1, frame, isDone ? 1.2 : 2) && (isOver(prev.text, line.text) || isBroken(prev, frame)))
    return true;
  if (prev.font !== line.font && isShort(prev, frame) && !endsSentence(prev.text) && !isOpen(prev.text, line.text))
    return true;
  if (isDone && line.size < body.size * (1 - sizeStep) && noteStart.test(line.text)) return true;
  if (isListLine(line.text) && startsItem(prev, line, frame)) return true;
  return !isInside && isIndentedFrom(isSecond, prev, line, next);
}

function isIndentedFrom(isSecond: boolean, prev: TextLine, line: TextLine, next: TextLine | undefined): boolean {
  const step = indentMin * line.size;
  if (line.left > prev.left + step) {
    // Hanging lines: the rest of the paragraph stands further in than its first line.
    const hangs = isSecond && next !== undefined && Math.abs(next.left - line.left) < step;
    return !(hangs && (!endsSentence(prev.text) || isListLine(prev.text))) && !(isSecond && isListLine(prev.text));
  }
  // Behind a first line that is set in, the rest stands on the margin.
  return line.left < prev.left - step && !isSecond;
}

/** Nothing of the sentence is left to come, as far as the lines show. */
const isOver = (text: string, next: string): boolean =>
  endsSentence(text) || (!/[,;–—-]$/u.test(text) && !/^["“‘(«]?\p{Ll}/u.test(next));

/** Far too short for any way of filling lines, and not one of verse. */
const isBroken = (line: TextLine, frame: Frame): boolean =>
  frame.right - line.right > (frame.right - frame.left) * 0.3 && !/[,;–—-]$/u.test(line.text);

const isOpen = (text: string, next: string): boolean => /[,;–—-]$/u.test(text) || /^\p{Ll}/u.test(next);

/** "2 Letter of the keepers": the next footnote. */
const noteStart = /^(?:\d{1,3}|[*†‡§])\s?["“‘«]?\p{Lu}/u;

/** A number or dash that a wrapped line happens to begin with starts no item. */
const startsItem = (prev: TextLine, line: TextLine, frame: Frame): boolean =>
  /^[•●○■▪‣►▶✓✔·]/u.test(line.text) ||
  isShort(prev, frame) ||
  /[.!?:;…]["”’)]*$/u.test(prev.text) ||
  isListLine(prev.text) ||
  line.left < prev.left - line.size * indentMin;

/** The first line of a chapter, set in small capitals to the margin. */
const isSmallCaps = (line: TextLine, next: TextLine, frame: Frame): boolean =>
  isCapitals(line.text) &&
  !endsSentence(line.text) &&
  !isShort(line, frame) &&
  next.size * 0.6 < line.size &&
  line.size < next.size &&
  next.y - line.y < leadingOf(frame, next.size) * wideGap;
