/** Which line of a page is its title: the last of the line rules, after src/ingest/line-roles.ts has told the page's own lines. */
import { isListLine } from './line-marks.ts';
import { endsSentence, type Line, type LineRole, wordsIn } from './lines.ts';

const headLinesMax = 12;
const titleCharsMax = 200;
/** Above the first prose; a page may begin with a hundred lines of menus. */
const titleLinesMax = 60;

export interface Head {
  readonly firstProse: number;
  /** The first line that isn't the page's. */
  readonly top: number;
  readonly isFromPage: boolean;
}

/** The title: a line that comes twice near the head, else the first that is long enough to be one. */
export function giveTitle(lines: readonly Line[], roles: (LineRole | null)[], head: Head): void {
  const { firstProse, top } = head;
  if (roles.slice(0, headLinesMax).includes('title')) return;
  const until = firstProse < 0 ? Math.min(lines.length, 3) : firstProse + 1;
  const from = Math.max(0, until - titleLinesMax);
  const among = (fits: (line: Line, at: number) => boolean) =>
    lines.slice(from, until).flatMap((line, index) => (fits(line, from + index) ? [from + index] : []));
  const plain = among(
    (line, at) => !roles[at] && (line.shape === 'short' || at === top) && canBeTitle(line) && !isCaption(lines, at),
  );
  const candidates = plain.length > 0 ? plain : among((line, at) => isLabelled(line, roles[at]));
  const repeated = candidates.find((at) => sameAs(lines, roles, at).length > 0) ?? unsectioned(lines, candidates);
  // Above the title of a web page stand the names of site and section; a clean text begins with its title.
  const isPage = head.isFromPage || roles.slice(from, until).some((role) => role?.startsWith('boilerplate:'));
  const wordsMin = isPage ? 4 : 2;
  const title = repeated ?? candidates.find((at) => wordsIn(lines[at]) >= wordsMin) ?? candidates[0];
  const hasMore = lines.some((_, at) => at !== title && !roles[at]);
  if (title === undefined || !hasMore) return;
  for (const at of [title, ...sameAs(lines, roles, title)]) roles[at] = 'title';
  for (const at of candidates) if (at < title && !roles[at]) roles[at] = 'boilerplate:navigation';
}

/** What a picture shows stands above it, and again below with who made it. */
const isCaption = (lines: readonly Line[], at: number): boolean =>
  isCredited(lines[at], lines[at + 1]) || isCredited(lines[at - 1], lines[at]);

function isCredited(caption: Line | undefined, credited: Line | undefined): boolean {
  if (!caption || !credited?.text.startsWith(caption.text)) return false;
  return madeBy.test(credited.text.slice(caption.text.length));
}

const madeBy =
  /^[.,;]?\s*[([]?(?:photo(?:graph)?|image|picture|illustration|credit|foto|bild|photographie|fotografía|imagen)s?(?: (?:credit|by))?\s*(?::|©|\.{3}|…|by\b)/i;

/** Of "Region|A ferry sails", a way through the page, the headline that stands alone further down. */
function unsectioned(lines: readonly Line[], candidates: readonly number[]): number | undefined {
  const headlines = candidates.map((at) => lines[at]!.text);
  return candidates.find((at) => {
    const { text } = lines[at]!;
    return headlines.some(
      (other) =>
        other.length > text.length && /^[^|]{2,30}\|\s*$/u.test(other.slice(0, -text.length)) && other.endsWith(text),
    );
  });
}

/** "Video: the bridge is open again" is a picture's line below the title and a title where there is no other. */
const isLabelled = (line: Line, role: LineRole | null | undefined): boolean =>
  /^boilerplate:(?:credit|navigation)$/.test(role ?? '') && /^\p{L}+: /u.test(line.text) && wordsIn(line) >= 5;

const titleWordsMax = 30;

/** One sentence at most, and none that ends in a full stop. */
export function canBeTitle(line: Line): boolean {
  const { text } = line;
  if (text.length > titleCharsMax || wordsIn(line) > titleWordsMax || isListLine(text)) return false;
  if (!/[\p{L}\p{N}]/u.test(text) || /https?:\/\/|^(?:version|volume|vol|issue|no|nr)\b\.?\s*\d/i.test(text))
    return false;
  if (/[,;:]$/.test(text) || /\p{Ll}[.!?]["”’]?\s+["“‘]?\p{Lu}/u.test(text.replace(/\b(?:vs|Mr|Mrs|Dr|St)\./g, '')))
    return false;
  return !endsSentence(text) || /[?!]["'”’»)]*$|…$|\.\.\.$|(?:\p{Lu}\.)+$/u.test(text);
}

/** Where near the head the same line stands again. */
function sameAs(lines: readonly Line[], roles: readonly (LineRole | null)[], title: number): number[] {
  const key = (line: Line | undefined) => line?.text.replace(/\s+/g, ' ').toLowerCase();
  const near = Array.from({ length: headLinesMax - 1 }, (_, index) => title + 1 + index);
  return near.filter((at) => lines[at] && !roles[at] && key(lines[at]) === key(lines[title]));
}
