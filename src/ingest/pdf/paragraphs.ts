/** Lines of one region → paragraphs, headings, lists and rows of tables: by gaps, indents, full lines and sizes. */
import { isListLine } from '../line-marks.ts';
import { endsSentence } from '../lines.ts';
import type { BodyStyle, Paragraph, Segment, TextLine } from './layout.ts';
import { mostUsed } from './segments.ts';
import { isTableRow } from './table-rows.ts';

/** A difference of sizes that readers see. */
const sizeStep = 0.07;
/** In the size of the text. */
const indentMin = 0.55;
const wideGap = 1.28;
/** Within a sentence, where a note number or a formula pushes lines apart. */
const gapInside = 1.65;
const headingSize = 1.12;
const headingWordsMax = 25;
const headingCharsMax = 220;

/** What the lines of a region share. */
interface Frame {
  readonly left: number;
  readonly right: number;
  /** Between baselines, by size of text. */
  readonly leading: ReadonlyMap<number, number>;
}

export function paragraphsOf(segments: readonly Segment[], body: BodyStyle): Paragraph[] {
  return byDirection(segments).flatMap((run) => paragraphsOfLines(linesOf(run), body));
}

/** Stretches of lines that run one way: of a script that runs leftwards the page is looked at in a mirror. */
function byDirection(segments: readonly Segment[]): Segment[][] {
  const runs: { leftwards: boolean; segments: Segment[] }[] = [];
  for (const segment of [...segments].sort((a, b) => a.y - b.y)) {
    const run = runs.at(-1);
    const isWorded = /\p{L}{2}/u.test(segment.text);
    const leftwards = isWorded ? runsLeftwards(segment.text) : (run?.leftwards ?? false);
    const own = leftwards ? { ...segment, left: -segment.right, right: -segment.left } : segment;
    if (run?.leftwards === leftwards) run.segments.push(own);
    else runs.push({ leftwards, segments: [own] });
  }
  return runs.map((run) => run.segments);
}

function paragraphsOfLines(lines: readonly TextLine[], body: BodyStyle): Paragraph[] {
  const frame = frameOf(lines, body);
  const groups: TextLine[][] = [];
  lines.forEach((line, at) => {
    const group = groups.at(-1);
    if (group && !startsParagraph(lines, at, group, frame, body)) group.push(line);
    else groups.push([line]);
  });
  return groups.map((group, at) => paragraphOf(group, groups[at - 1], groups[at + 1], lines, frame, body));
}

// ── Lines ───────────────────────────────────────────────────────────────────────────────────────────────────────────

/** Segments of one row. */
function linesOf(segments: readonly Segment[]): TextLine[] {
  const rows: Segment[][] = [];
  for (const segment of [...segments].sort((a, b) => a.y - b.y || a.left - b.left)) {
    const last = rows.at(-1)?.[0];
    if (last && Math.abs(segment.y - last.y) < 0.3 * Math.min(segment.size, last.size)) rows.at(-1)?.push(segment);
    else rows.push([segment]);
  }
  return rows.map((row): TextLine => {
    const cells = row.sort((a, b) => a.left - b.left);
    const [first, last] = [cells[0] as Segment, cells.at(-1) as Segment];
    return {
      ...first,
      ...mostUsed(cells),
      text: cells.map(({ text }) => text).join(' '),
      left: first.left,
      right: Math.max(last.right, ...cells.map(({ right }) => right)),
      cells,
    };
  });
}

const runsLeftwards = (text: string): boolean =>
  (text.match(/[\u0590-\u08ff]/g)?.length ?? 0) > (text.match(/[\p{Script=Latin}]/gu)?.length ?? 0);

function frameOf(lines: readonly TextLine[], body: BodyStyle): Frame {
  const own = lines.filter(({ size }) => Math.abs(size - body.size) <= body.size * sizeStep);
  const measured = own.length >= 3 ? own : lines;
  const rights = measured.map(({ right }) => right).sort((a, b) => a - b);
  const lefts = new Map<number, number>();
  for (const { left } of measured) lefts.set(Math.round(left), (lefts.get(Math.round(left)) ?? 0) + 1);
  const common = [...lefts].filter(([, count]) => count >= measured.length * 0.2).map(([left]) => left);
  return {
    left: common.length > 0 ? Math.min(...common) : Math.min(...measured.map(({ left }) => left)),
    right: rights[Math.min(rights.length - 1, Math.floor(rights.length * 0.97))] ?? 0,
    leading: leadings(lines),
  };
}

const sizeKey = (size: number): number => Math.round(size * 2) / 2;

/** The usual distance of lines of one size: the one met most, or the least that is met as often as a third of it. */
function leadings(lines: readonly TextLine[]): Map<number, number> {
  const counts = new Map<number, Map<number, number>>();
  lines.forEach((line, at) => {
    const next = lines[at + 1];
    if (!next || Math.abs(next.size - line.size) > line.size * sizeStep || next.y - line.y > line.size * 3) return;
    const key = sizeKey(line.size);
    const own = counts.get(key) ?? new Map<number, number>();
    const distance = Math.round((next.y - line.y) * 2) / 2;
    counts.set(key, own.set(distance, (own.get(distance) ?? 0) + 1));
  });
  return new Map(
    [...counts].map(([key, own]) => {
      const most = Math.max(...own.values());
      return [key, Math.min(...[...own].filter(([, count]) => count >= most / 3).map(([distance]) => distance))];
    }),
  );
}

const leadingOf = (frame: Frame, size: number): number => {
  const usual = frame.leading.get(sizeKey(size));
  return usual && usual < size * 2.6 ? Math.max(usual, size) : size * 1.35;
};

// ── Where a paragraph starts ────────────────────────────────────────────────────────────────────────────────────────

function startsParagraph(
  lines: readonly TextLine[],
  at: number,
  group: readonly TextLine[],
  frame: Frame,
  body: BodyStyle,
): boolean {
  const [prev, line, next] = [lines[at - 1] as TextLine, lines[at] as TextLine, lines[at + 1]];
  const size = Math.max(prev.size, line.size);
  if (Math.abs(prev.size - line.size) > size * sizeStep) return true;
  if (isTableRow(lines, at) || isTableRow(lines, at - 1)) return true;
  const isDone = endsSentence(prev.text);
  const isInside = !isDone && !/[:：]$/u.test(prev.text) && !isClosed(lines, at - 1, frame, 1);
  if (line.y - prev.y > leadingOf(frame, size) * (isInside ? gapInside : wideGap) + 0.5) return true;
  if (isInside && /^["“‘«(]?\p{Ll}/u.test(line.text) && !isListLine(line.text)) return false;
  const isLarge = line.size >= body.size * headingSize;
  if (isLarge && prev.font === line.font) return false;
  if (isClosed(lines, at - 1, frame, isDone ? 1.2 : 2) && (isOver(prev.text, line.text) || isBroken(prev, frame)))
    return true;
  if (prev.font !== line.font && isShort(prev, frame) && !endsSentence(prev.text) && !isOpen(prev.text, line.text))
    return true;
  if (isDone && line.size < body.size * (1 - sizeStep) && noteStart.test(line.text)) return true;
  if (isListLine(line.text) && startsItem(prev, line, frame)) return true;
  return isIndentedFrom(group, prev, line, next);
}

function isIndentedFrom(
  group: readonly TextLine[],
  prev: TextLine,
  line: TextLine,
  next: TextLine | undefined,
): boolean {
  const step = indentMin * line.size;
  const isFirst = group.length === 1;
  if (line.left > prev.left + step) {
    // Hanging lines: the rest of the paragraph stands further in than its first line.
    const hangs = isFirst && next !== undefined && Math.abs(next.left - line.left) < step;
    return (
      !(hangs && (!endsSentence(prev.text) || isListLine(group[0]?.text ?? ''))) && !(isFirst && isListLine(prev.text))
    );
  }
  // Behind a first line that is set in, the rest stands on the margin.
  return line.left < prev.left - step && !isFirst;
}

/** Nothing of the sentence is left to come, as far as the lines show. */
const isOver = (text: string, next: string): boolean =>
  endsSentence(text) || (!/[,;–—-]$/u.test(text) && !/^["“‘(«]?\p{Ll}/u.test(next));

/** Far too short for any way of filling lines, and not one of verse. */
const isBroken = (line: TextLine, frame: Frame): boolean =>
  frame.right - line.right > (frame.right - frame.left) * 0.3 && !/[,;–—-]$/u.test(line.text);

const isOpen = (text: string, next: string): boolean => /[,;–—-]$/u.test(text) || /^\p{Ll}/u.test(next);

const isShort = (line: TextLine, frame: Frame): boolean => frame.right - line.right > line.size * 2;

/** "2 Letter of the keepers": the next footnote. */
const noteStart = /^(?:\d{1,3}|[*†‡§])\s?["“‘«]?\p{Lu}/u;

/** A number or dash that a wrapped line happens to begin with starts no item. */
const startsItem = (prev: TextLine, line: TextLine, frame: Frame): boolean =>
  /^[•●○■▪‣►▶✓✔·]/u.test(line.text) ||
  isShort(prev, frame) ||
  /[.!?:;…]["”’)]*$/u.test(prev.text) ||
  isListLine(prev.text) ||
  line.left < prev.left - line.size * indentMin;

/** The first word of the next line would still have fitted, even if it were as many times wider. */
function isClosed(lines: readonly TextLine[], at: number, frame: Frame, times: number): boolean {
  const [line, next] = [lines[at] as TextLine, lines[at + 1]];
  if (!next) return isShort(line, frame);
  const word = /^\S+/u.exec(next.text)?.[0].length ?? 0;
  const letter = (next.right - next.left) / Math.max(1, next.text.length);
  const needed = Math.min(word, 20) * letter + line.size * 0.35;
  return rightEdge(lines, at, frame) - line.right > needed * times;
}

/** Of a quotation set in from both sides: its own. */
function rightEdge(lines: readonly TextLine[], at: number, frame: Frame): number {
  const line = lines[at] as TextLine;
  if (line.left < frame.left + line.size * indentMin) return Math.max(frame.right, line.right);
  let right = line.right;
  let count = 1;
  for (const step of [-1, 1]) {
    for (let near = at + step; Math.abs(near - at) < 12; near += step) {
      const other = lines[near];
      if (!other || Math.abs(other.left - line.left) > 2 || Math.abs(other.size - line.size) > 0.5) break;
      right = Math.max(right, other.right);
      count++;
    }
  }
  return count >= 3 ? right : Math.max(frame.right, line.right);
}

// ── What a paragraph is ─────────────────────────────────────────────────────────────────────────────────────────────

function paragraphOf(
  group: readonly TextLine[],
  before: readonly TextLine[] | undefined,
  after: readonly TextLine[] | undefined,
  lines: readonly TextLine[],
  frame: Frame,
  body: BodyStyle,
): Paragraph {
  const [first, last] = [group[0] as TextLine, group.at(-1) as TextLine];
  const style = mostUsed(group);
  const at = lines.indexOf(last);
  const role = roleOf(group, before, after, lines, frame, body);
  return {
    role,
    lines: group,
    ...style,
    isAside: role !== 'heading' && (role === 'table-row' || isOtherSize(style.size, body) || caption.test(first.text)),
    isClosed: goesDirectlyBefore(after, style.size) ? isClosed(lines, at, frame, 1.2) : endsShort(lines, at, frame),
    isIndented: first.left > frame.left + first.size * indentMin,
  };
}

const goesDirectlyBefore = (after: readonly TextLine[] | undefined, size: number): boolean =>
  after !== undefined && Math.abs((after[0]?.size ?? 0) - size) <= size * sizeStep;

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
  group: readonly TextLine[],
  before: readonly TextLine[] | undefined,
  after: readonly TextLine[] | undefined,
  lines: readonly TextLine[],
  frame: Frame,
  body: BodyStyle,
): Paragraph['role'] {
  const [first, last] = [group[0] as TextLine, group.at(-1) as TextLine];
  const at = lines.indexOf(first);
  if (isTableRow(lines, at)) return 'table-row';
  const text = group.map((line) => line.text).join(' ');
  const { size, font } = mostUsed(group);
  const isWorded = /\p{L}{2}/u.test(text) && text.length <= headingCharsMax;
  if (size >= body.size * headingSize) {
    const words = text.split(' ').length;
    return isWorded && words <= headingWordsMax && !(words > 12 && endsSentence(text)) ? 'heading' : 'paragraph';
  }
  if (isListLine(text)) return 'list';
  const isSmall = size < body.size * (1 - sizeStep);
  const gap = before ? first.y - (before.at(-1)?.y ?? 0) : Number.POSITIVE_INFINITY;
  const stands = gap > leadingOf(frame, Math.min(size, body.size)) * 1.15 || size > body.size * 1.04;
  const isSet = (font !== body.font && group.every((line) => line.font === font)) || isCapitals(text);
  const leads = after !== undefined && (after.at(0)?.y ?? 0) - last.y < size * 4;
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

const isCapitals = (text: string): boolean => /\p{Lu}{3}/u.test(text) && !/\p{Ll}/u.test(text);
