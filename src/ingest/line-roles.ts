/**
 * Lines of a page → their roles: which are the article's and which are the web page's, its title, its signature, its date.
 * Strong rules hold anywhere; weak ones only before the first and after the last line of prose. Every line keeps its place.
 */
import { strongKind, weakKind } from './boilerplate.ts';
import { bylineOf, isNameAlone } from './byline.ts';
import { dateOfLine, isAmbiguousDate } from './dates.ts';
import { labelledOf, sourceOf } from './head-lines.ts';
import { isListLine, isRule, isTime } from './line-marks.ts';
import { endsSentence, type Line, type LineRole, ruledCharsMax, wordsIn } from './lines.ts';
import { canBeTitle, giveTitle } from './title-lines.ts';

const headLinesMax = 12;
/** A summary in prose may stand above the signature. */
const signedLinesMax = 6;

/** `isFromPage`: the lines were cut from a web page, whose own may be among them. */
export function rolesOfLines(lines: readonly Line[], isFromPage = false): LineRole[] {
  const roles: (LineRole | null)[] = lines.map(() => null);
  giveLabels(lines, roles);
  lines.forEach((line, at) => {
    const kind = isRule(line.text) ? 'notice' : strongKind(line.text);
    if (kind && !roles[at] && !isOwnSource(line)) roles[at] = `boilerplate:${kind}`;
  });
  giveTimes(lines, roles);
  giveReaderComments(lines, roles);
  const top = roles.indexOf(null);
  const prose = lines.map(
    (line, at) => !roles[at] && line.shape === 'prose' && !sourceOf(line.text) && !(at === top && canBeTitle(line)),
  );
  const first = prose.indexOf(true);
  const last = prose.lastIndexOf(true, belowArticle(lines, roles, prose));
  const lead = roles.findIndex((role, at) => at > last && isLead(role));
  const isHead = (at: number) => first >= 0 && at < first;
  const isTail = (at: number) => last >= 0 && at > last;
  const edges: Edges = {
    isTail,
    isEdge: (at) => isHead(at) || isTail(at),
    mayBeSigned: (at) =>
      (lead < 0 || at < lead) &&
      (isHead(at) || isTail(at) || (at < Math.max(0, first) + signedLinesMax && prose[at] !== true)),
  };
  giveSignatures(lines, roles, edges);
  giveNamesAboveDates(lines, roles, edges);
  lines.forEach((line, at) => {
    const kind = roles[at] || isListLine(line.text) || !edges.isEdge(at) ? null : weakKind(line.text);
    if (kind) roles[at] = `boilerplate:${kind}`;
  });
  giveMenus(lines, roles, isHead);
  giveMenus(lines, roles, isTail);
  giveTitle(lines, roles, { firstProse: first, top, isFromPage });
  giveFollowers(lines, roles, isTail);
  return roles.map((role) => role ?? 'text');
}

/** Which lines stand before the first or after the last prose. */
interface Edges {
  isTail(at: number): boolean;
  isEdge(at: number): boolean;
  /** Where a name or a date may sign the article: not below "Related posts" or a comment form. */
  mayBeSigned(at: number): boolean;
}

const isOwnSource = (line: Line): boolean => sourceOf(line.text) !== null;

/** A head of "Title: …", "Author: …" lines, as many collections keep them; ends at the first line of another kind. */
function giveLabels(lines: readonly Line[], roles: (LineRole | null)[]): void {
  const head = lines.slice(0, headLinesMax).map((line) => labelledOf(line.text));
  const until = head.findIndex((labelled, at) => !labelled && (lines[at]?.shape === 'prose' || at > 2));
  const known = head.slice(0, until < 0 ? head.length : until);
  known.forEach((labelled, at) => {
    if (labelled) roles[at] = labelledRoles[labelled.key];
  });
}

export const labelledRoles = {
  title: 'title',
  author: 'byline',
  date: 'date',
  url: 'source-line',
  publisher: 'source-line',
  lang: 'boilerplate:post-meta',
  licence: 'boilerplate:notice',
  other: 'boilerplate:post-meta',
} as const;

/**
 * Headlines of other articles can be as long as prose: where a heading such as "Related posts" comes after prose and nothing
 * below it ends like a sentence, the article ended above it. Returns the index of that heading, or of the last line.
 */
function belowArticle(lines: readonly Line[], roles: readonly (LineRole | null)[], prose: readonly boolean[]): number {
  let below = lines.length - 1;
  for (let at = lines.length - 1; at > 0; at--) {
    const text = lines[at]?.text ?? '';
    if (isLead(roles[at]) && text.length <= listHeadCharsMax && !/[:»→|].*\S/u.test(text)) below = at;
    else if (!roles[at] && (text.length > ruledCharsMax || /[.。]["”’)]*$/u.test(text))) break;
  }
  return prose.indexOf(true) < below ? below : lines.length - 1;
}

const listHeadCharsMax = 40;

const timesMin = 3;

/** Times that stand over what was said, and the numbers of subtitles: one time alone may be of a programme. */
function giveTimes(lines: readonly Line[], roles: (LineRole | null)[]): void {
  const times = lines.filter(({ text }) => isTime(text)).length;
  if (times < timesMin || times * 4 < lines.length) return;
  const isCue = (line: Line | undefined) => line?.text.includes('-->') && isTime(line.text);
  lines.forEach((line, at) => {
    if (isTime(line.text) || (isCue(lines[at + 1]) && /^\d{1,5}$/.test(line.text))) roles[at] = 'boilerplate:counter';
  });
}

/** What readers wrote below the article: from the heading on, when marks such as "Ann says:" show that comments follow. */
function giveReaderComments(lines: readonly Line[], roles: (LineRole | null)[]): void {
  const opened = lines.findIndex(
    (line, at) => at > 0 && commentsOpen.test(line.text) && lines.slice(0, at).some(({ shape }) => shape === 'prose'),
  );
  if (opened < 0) return;
  const marks = lines.slice(opened).filter((line) => commentMark.test(line.text)).length;
  if (marks === 0) return;
  for (let at = opened; at < lines.length; at++) roles[at] ??= 'boilerplate:comment-form';
}

const commentsOpen =
  /^(?:\d+|one|two|three|four|five|six) (?:comments?|responses?|replies|reply|thoughts?)(?: (?:to|on) .*)?:?$|^(?:reader |user |all )?comments?(?: ?\(?\d+\)?)?:?$|^discussion(?: \(\d+\))?:?$|^(?!(?:he|she|they|it|we|you|i)\s)\S.{0,40} said(?:\.{3}|…)$/i;
const commentMark =
  /^.{1,60}\b(?:says|said|wrote|commented|writes) ?(?::|\.{3}|…)?$|^.{1,60}\b(?:says|said|wrote):? .{0,20}\bat \d{1,2}:\d{2}.{0,10}$|^(?:reply|quote|report abuse|flag|like|permalink|log in to reply)(?: \|.*| ↓)?$|^.{0,40}\d{4}.{0,3}\bat \d{1,2}:\d{2}.{0,30}$/i;

function giveSignatures(lines: readonly Line[], roles: (LineRole | null)[], edges: Edges): void {
  lines.forEach((line, at) => {
    const source = roles[at] ? null : sourceOf(line.text);
    if (source && (source.urlAt !== 0 || edges.isEdge(at))) roles[at] = 'source-line';
    const given = roles[at];
    if (!edges.mayBeSigned(at) || (given && given !== 'boilerplate:post-meta')) return;
    const byline = bylineOf(line.text);
    const isPosted = byline?.posted || (edges.isTail(at) && isPoster(roles, at));
    if (byline) roles[at] = isPosted ? 'boilerplate:post-meta' : 'byline';
    else if (!given && (dateOfLine(line.text) || isAmbiguousDate(line.text))) roles[at] = 'date';
  });
}

/** Below a title and above its date, a name alone on its line is the author's. */
function giveNamesAboveDates(lines: readonly Line[], roles: (LineRole | null)[], edges: Edges): void {
  lines.forEach(({ text }, at) => {
    const isBelow = at > 0 && roles[at - 1] !== 'date' && !roles[at - 1]?.startsWith('boilerplate:');
    if (isBelow && !roles[at] && roles[at + 1] === 'date' && edges.mayBeSigned(at) && isNameAlone(text))
      roles[at] = 'byline';
  });
}

/** A name at the foot below a counter or the like signs the post, not the article. */
const isPoster = (roles: readonly (LineRole | null)[], at: number): boolean =>
  /^boilerplate:(?!notice|credit)/.test(roles[at - 1] ?? '');

/** Four short lines on end, before or after all prose, are a menu; the one above the prose may be its title. */
function giveMenus(lines: readonly Line[], roles: (LineRole | null)[], isEdge: (at: number) => boolean): void {
  let start = 0;
  for (let at = 0; at <= lines.length; at++) {
    if (isMenuEntry(lines[at], roles[at]) && isEdge(at)) continue;
    const end = lines[at]?.shape === 'prose' ? at - 1 : at;
    if (end - start >= 4) for (let entry = start; entry < end; entry++) roles[entry] = 'boilerplate:navigation';
    start = at + 1;
  }
}

function isMenuEntry(line: Line | undefined, role: LineRole | null | undefined): boolean {
  if (!line || (role && role !== 'boilerplate:navigation')) return false;
  const { text } = line;
  return text.length <= 30 && wordsIn(line) <= 3 && !endsSentence(text) && !/[:;,]$/.test(text) && !isListLine(text);
}

const isLead = (role: LineRole | null | undefined): boolean =>
  /^boilerplate:(?:comment-form|navigation|share|log-in)$/.test(role ?? '');

/** Below the article, what follows "Related posts" or "Leave a Reply" is of the same kind, to the end of the page. */
function giveFollowers(lines: readonly Line[], roles: (LineRole | null)[], isTail: (at: number) => boolean): void {
  let lead: LineRole | null = null;
  lines.forEach((line, at) => {
    const role = roles[at] ?? null;
    const isListed = lead === 'boilerplate:navigation' && line.follows && line.shape === 'short';
    if (isLead(role)) lead = role;
    else if (lead && !role && (isTail(at) || isListed)) roles[at] = lead;
    else if (!isTail(at)) lead = null;
  });
}
