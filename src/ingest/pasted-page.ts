/**
 * Lines of a whole web page that somebody pasted → which of them are its article. Stands in the plain-text reader, after the
 * roles of lines, and acts only where menus stand above or below the prose: rules see single lines, this sees their company.
 */
import type { BoilerplateKind } from '../model.ts';
import { strongKind, weakKind } from './boilerplate.ts';
import { bylineOf } from './byline.ts';
import { dateOfLine } from './dates.ts';
import { isListLine } from './line-marks.ts';
import { rolesOfLines } from './line-roles.ts';
import { endsSentence, type Line, type LineRole, wordsIn } from './lines.ts';

export interface PastedPage {
  readonly roles: LineRole[];
  /** Lines of the article, its title and signature among them. */
  readonly kept: number;
}

/** Null for a text that is no page. */
export const pastedPage = (lines: readonly Line[], roles: readonly LineRole[]): PastedPage | null =>
  isPage(lines, roles) ? articleOfPage(lines, roles) : null;

/** Of lines that are known to be a page's; null where none reads like an article. */
export function articleOfPage(lines: readonly Line[], roles: readonly LineRole[]): PastedPage | null {
  const run = widened(densestRun(lines, roles), lines, roles);
  if (run.to === run.from) return null;
  const from = headOf(lines, run.from);
  const own = rolesOfLines(lines.slice(from, run.to), from > 0);
  const whole = roles.map((role, at): LineRole => {
    const inside = at >= from && at < run.to ? own[at - from] : undefined;
    if (inside) return inside === 'text' ? rowWithin(lines[at] as Line) : inside;
    return isOutside(role) ? role : 'boilerplate:navigation';
  });
  return { roles: whole, kept: whole.filter((role) => !isOutside(role)).length };
}

/** On a page, a button stands in the midst of the article too. */
function rowWithin({ text }: Line): LineRole {
  const kind = weakKind(text);
  return kind === 'share' || kind === 'counter' ? `boilerplate:${kind}` : 'text';
}

const isOutside = (role: LineRole): boolean => role.startsWith('boilerplate:');

const menuLinesMin = 4;
const menuWordsMax = 8;
/** Of the lines of a menu, how many must be known by their wording: four short lines can be a poem. */
const knownLinesMin = 3;

const menuKinds: ReadonlySet<BoilerplateKind | null> = new Set(['navigation', 'share']);

/** Four lines of menus or more in a row, before the first prose or after the last. */
function isPage(lines: readonly Line[], roles: readonly LineRole[]): boolean {
  const isProse = (line: Line, at: number) => line.shape === 'prose' && roles[at] === 'text';
  const first = lines.findIndex(isProse);
  const last = lines.findLastIndex(isProse);
  return first >= 0 && (hasMenu(lines, roles, 0, first) || hasMenu(lines, roles, last + 1, lines.length));
}

function hasMenu(lines: readonly Line[], roles: readonly LineRole[], from: number, to: number): boolean {
  let inRow = 0;
  let known = 0;
  for (let at = from; at < to; at++) {
    const line = lines[at] as Line;
    if (!isOutside(roles[at] ?? 'text') && !isMenuLike(line)) inRow = known = 0;
    else {
      inRow++;
      if (menuKinds.has(strongKind(line.text) ?? weakKind(line.text))) known++;
      if (inRow >= menuLinesMin && known >= knownLinesMin) return true;
    }
  }
  return false;
}

const isMenuLike = (line: Line): boolean =>
  line.shape === 'short' && wordsIn(line) <= menuWordsMax && !endsSentence(line.text) && !isListLine(line.text);

const proseWordsMax = 60;
const shortLineCost = 12;
const ruledLineCost = 18;

/** The stretch with the highest sum (Kadane): prose counts its words, short lines and lines of the page count against it. */
function densestRun(lines: readonly Line[], roles: readonly LineRole[]): { from: number; to: number } {
  let best = { sum: 0, from: 0, to: 0 };
  let sum = 0;
  let from = 0;
  lines.forEach((line, at) => {
    if (sum <= 0) {
      sum = 0;
      from = at;
    }
    sum += scoreOf(line, roles[at] ?? 'text');
    if (sum > best.sum) best = { sum, from, to: at + 1 };
  });
  return best;
}

/** Prose that fewer than four lines part from the run is of the same article: a row for sharing stands in the midst of many. */
function widened(
  run: { from: number; to: number },
  lines: readonly Line[],
  roles: readonly LineRole[],
): { from: number; to: number } {
  const isProse = (at: number) => lines[at]?.shape === 'prose' && roles[at] === 'text';
  let { from, to } = run;
  for (let gap = 1; gap <= menuLinesMin; gap++) {
    if (isProse(from - gap)) {
      from -= gap;
      gap = 0;
    }
  }
  for (let gap = 0; gap < menuLinesMin; gap++) {
    if (isProse(to + gap)) {
      to += gap + 1;
      gap = -1;
    }
  }
  // A short sentence may be the last.
  while (isSentence(lines[to]) && roles[to] === 'text') to++;
  return { from, to };
}

const isSentence = (line: Line | undefined): boolean =>
  line !== undefined && endsSentence(line.text) && wordsIn(line) >= sentenceWordsMin;

const sentenceWordsMin = 4;

function scoreOf(line: Line, role: LineRole): number {
  if (isOutside(role)) return -ruledLineCost;
  if (line.shape === 'prose') return Math.min(Math.max(wordsIn(line), 9), proseWordsMax);
  return isListLine(line.text) || role !== 'text' ? 0 : -shortLineCost;
}

const headLinesMax = 12;

/** Title, signature and date stand above the prose, among lines of the page; a summary may stand between title and signature. */
function headOf(lines: readonly Line[], run: number): number {
  let from = run;
  let hasSummary = false;
  while (from > 0 && run - from < headLinesMax) {
    if (lines[from - 1]?.shape !== 'short') {
      if (hasSummary || !isSignature(lines[from])) break;
      hasSummary = true;
    }
    from--;
  }
  return from;
}

const isSignature = (line: Line | undefined): boolean =>
  line?.shape === 'short' && (bylineOf(line.text) !== null || dateOfLine(line.text) !== null);
