/** Lines with roles → blocks: headings, paragraphs and lists of a plain text. The last step of the plain-text reader. */
import type { DraftBlock } from './draft.ts';
import { hashLevelOf, isRule, listKindOf } from './line-marks.ts';
import { endsSentence, type Line, type LineRole } from './lines.ts';

const headingCharsMax = 100;
const headingWordsMax = 14;
const standfirstWordsMin = 9;
/** Items further apart than a line end make a list only while they are short; numbered paragraphs stay paragraphs. */
const looseItemCharsMax = 300;
const leadInCharsMax = 400;

export function blocksOf(lines: readonly Line[], roles: readonly LineRole[]): DraftBlock[] {
  const blocks: DraftBlock[] = [];
  for (let at = 0; at < lines.length; ) {
    const line = lines[at] as Line;
    const role = roles[at] ?? 'text';
    const list = role === 'text' ? listAt(lines, roles, at) : null;
    if (list) {
      blocks.push(list.block);
      at = list.next;
      continue;
    }
    if (role !== 'text') blocks.push({ start: line.start, end: line.end, role });
    else blocks.push({ start: line.start, end: line.end, ...shapeOf(lines, roles, at) });
    at++;
  }
  return blocks;
}

/** The list that starts at a line, with the line ending in ":" that leads into it. */
function listAt(
  lines: readonly Line[],
  roles: readonly LineRole[],
  at: number,
): { block: DraftBlock; next: number } | null {
  const first = lines[at] as Line;
  const led = /[:：]$/.test(first.text) && first.text.length <= leadInCharsMax && !listKindOf(first.text);
  let next = led ? at + 1 : at;
  const kind = listKindOf(lines[next]?.text ?? '');
  if (!kind) return null;
  const starts: number[] = [];
  while (next < lines.length && roles[next] === 'text' && listKindOf(lines[next]?.text ?? '') === kind) {
    const line = lines[next] as Line;
    const isLoose = !line.follows && starts.length > 0;
    if (isLoose && (line.text.length > looseItemCharsMax || (lines[next - 1]?.text.length ?? 0) > looseItemCharsMax))
      break;
    starts.push(line.start);
    next++;
  }
  if (starts.length < (led ? 1 : 2)) return null;
  const span = { start: first.start, end: (lines[next - 1] as Line).end };
  return { block: { ...span, role: 'list', itemStarts: led ? starts : starts.slice(1) }, next };
}

function shapeOf(lines: readonly Line[], roles: readonly LineRole[], at: number): Pick<DraftBlock, 'role' | 'level'> {
  const { text } = lines[at] as Line;
  const hashes = hashLevelOf(text);
  const underlined = lines[at + 1]?.follows && isRule(lines[at + 1]?.text ?? '') ? (lines[at + 1]?.text[0] ?? '') : '';
  if (!followsText(lines, roles, at) || !isHeadingLike(text)) return { role: 'paragraph' };
  if (hashes) return { role: 'heading', level: hashes };
  if (underlined) return { role: 'heading', level: underlined === '=' ? 1 : 2 };
  if (isStandfirst(lines, roles, at)) return { role: 'paragraph' };
  return isApart(lines, at) && (headsProse(lines, roles, at) || isCapitals(text))
    ? { role: 'heading', level: 2 }
    : { role: 'paragraph' };
}

function isHeadingLike(text: string): boolean {
  if (text.length > headingCharsMax || text.includes('\n') || text.split(/\s+/).length > headingWordsMax) return false;
  if (isSpeech(text) || /[,;–-]$/.test(text) || (endsSentence(text) && !/[?!？！]["”’»]?$/u.test(text)) || isRow(text))
    return false;
  return /^["“‘«„'([#¿¡]*\s*[\p{Lu}\p{Lt}\p{Lo}\p{N}]/u.test(text) && /\p{L}/u.test(text);
}

/** Of a play or an interview: who speaks, and what. */
const isSpeech = (text: string): boolean => /^\p{Lu}[\p{Lu} .'’-]{1,30}: \S/u.test(text) && /\p{Ll}/u.test(text);

/** A result, a row of a table, or where and when a report was written: "Parma 1 Roma 0", "LIMA 1996-08-30". */
function isRow(text: string): boolean {
  if (/^\p{Lu}{2}[\p{Lu} .'’-]*(?:,[\p{L} ]+)? \d{4}-\d\d-\d\d$/u.test(text)) return true;
  const numbers = text.match(/(?<=[\s(])\d[\d.,:/–-]*(?![\p{L}\p{N}])/gu) ?? [];
  return /\d[^\p{L}]*$/u.test(text) && numbers.filter((number) => !/^(?:1\d|20)\d\d/.test(number)).length >= 2;
}

/** A long line below the title and above all text sums the article up. */
const isStandfirst = (lines: readonly Line[], roles: readonly LineRole[], at: number): boolean =>
  (lines[at]?.text.split(/\s+/).length ?? 0) >= standfirstWordsMin &&
  roles.indexOf('text') === at &&
  roles.lastIndexOf('title', at) >= 0;

const isCapitals = (text: string): boolean => /\p{Lu}{3}/u.test(text) && !/\p{Ll}/u.test(text);

/** Stands by itself: a blank line, prose or nothing on either side. */
function isApart(lines: readonly Line[], at: number): boolean {
  const [before, line, next] = [lines[at - 1], lines[at], lines[at + 1]];
  return (
    (!line?.follows || before?.shape === 'prose') && (!next?.follows || next.shape === 'prose' || isRule(next.text))
  );
}

/** Between a heading and its text no author and no date stands: what is above them introduces the whole article. */
const aboveSignature: ReadonlySet<LineRole> = new Set(['byline', 'date', 'boilerplate:post-meta', 'title']);

/** The next line of the article is prose or a list, or a heading in its turn. */
function headsProse(lines: readonly Line[], roles: readonly LineRole[], at: number): boolean {
  for (let next = at + 1; next < Math.min(lines.length, at + 40); next++) {
    const line = lines[next] as Line;
    if (aboveSignature.has(roles[next] ?? 'text')) return false;
    if (roles[next] !== 'text') continue;
    if (line.shape === 'prose' || listKindOf(line.text) || /[:：]$/.test(line.text)) return true;
    if (!isHeadingLike(line.text) || !isApart(lines, next)) return false;
  }
  return false;
}

const followsText = (lines: readonly Line[], roles: readonly LineRole[], at: number): boolean => {
  for (let next = at + 1; next < lines.length; next++) if (roles[next] === 'text') return true;
  return false;
};
