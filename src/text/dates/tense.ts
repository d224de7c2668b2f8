/** Whether the words around a date speak of what was or of what is to come: what tells last Friday from the next. */
import type { Tense } from './reading.ts';

const past =
  /\b(?:(?!(?:indeed|hundred|exceed|proceed|succeed|speed|breed|shed|need|united|expected|scheduled|due|unaffected|armed)\b)\p{L}{3,}ed|was|were|had|did|said|told|took|went|came|made|met|left|fell|began|saw|sent|gave|won|lost|held|rose|struck|shot|got|led|ran|spoke|wrote|drove|broke|brought|bought|built|chose|found|flew|fought|grew|kept|knew|laid|paid|sank|sold|stood|swore|taught|threw|thought|understood|wore|hit|became|felt|heard|sought|stole|sprang|since|overran|overthrew|beat|beaten|done|gone|seen|taken|given|shown|known|born|rode|shut|swam|sang|drew|hung|bore|tore|wound|dealt|meant|spent|lent|bent|slept|swept|crept|wept|burnt|learnt|lay|fled|bled|fed|bound|ground|withdrew|overcame|undertook|forbade|forgave|forgot|arose|awoke|ate|drank|hid|slid|split|spun|stuck|stung|swung|wrung|dug|clung|flung|caught)\b/iu;
const future =
  /\b(?:will|shall|won['’]t|['’]ll|(?:is|are|was|were) (?:(?:now|also|still) )?(?:due|set|to|expected|scheduled|planned|going)|due to|scheduled|expects? to|expected to|plans? to|planned for|hopes? to|intends? to|aims? to|wants? to|means? to|next|upcoming|forthcoming|ahead of|yet to be)\b/iu;
/** What is wished or allowed, told from where the writer stands: "could resume on Monday". */
const possible =
  /\b(?:may|might|must|should|can|would|could)(?!\s+(?:not\s+)?have\b)\s+(?:not\s+|also\s+|still\s+)?\p{Ll}/u;
const wasPossible = /\b(?:may|might|must|should|would|could)\s+(?:not\s+)?have\b/u;
/** "They said that they would strike on Friday": what was said looks ahead; told for itself it may be a habit of then. */
const reported =
  /\b(?:said|says|told|announced|warned|promised|vowed|added|pledged|confirmed|insisted|agreed|threatened)\b/iu;
/** Verbs of what is planned, in the present: "talks resume on Wednesday", "she meets him on Friday". */
const planned =
  /\b(?:resumes?|reopens?|reconvenes?|meets?|opens?|begins?|starts?|hosts?|faces?|plays?|visits?|leaves?|arrives?|returns?|votes?|goes?|holds?|travels?|flies|ends?|expires?|takes?|gives?|speaks?|decides?|comes?|follows?|closes?|wants?|needs?)\b/iu;
/** "Called a meeting for Friday" looks ahead; "had to leave by Friday" may look either way. */
const ahead = /\bfor\s+(?:next\s+)?$/iu;
const towards = /\b(?:until|till|by|before)\s+(?:the\s+)?$/iu;

const reachBefore = 90;
const reachAfter = 120;

/** `before` and `after` are the rest of the sentence on either side of the date. */
export function tenseOf(before: string, after: string): Tense {
  const clause = clauseBefore(before.slice(-reachBefore));
  const isWhole = /\p{L}{2,}.*\s\p{L}{2,}/u.test(clause);
  const scope = isWhole ? clause : `${clause} ${after.slice(0, reachAfter)}`;
  if (ahead.test(before)) return 'future';
  const own = saidBy(scope, before);
  if (own) return own === 'past' && towards.test(before) ? null : own;
  if (own === null && isOpen(scope)) return null;
  // A subject whose verb comes behind the date: "The summit there in November will bring …".
  const behind = saidBy(clauseAfter(after.slice(0, reachAfter)), before);
  if (isWhole && behind) return behind;
  const [wasBefore, willBefore] = [past.test(before), future.test(before)];
  if (wasBefore && willBefore) return null;
  if (willBefore) return 'future';
  return wasBefore || past.test(after.slice(0, reachAfter)) ? 'past' : null;
}

/** What the verbs of a clause say; the last of several counts. */
function saidBy(clause: string, before: string): Tense {
  if (future.test(clause)) return 'future';
  if (wasPossible.test(clause)) return 'past';
  const isPossible = possible.test(clause);
  if (isPossible) return /\b(?:would|could)\b/u.test(clause) && !reported.test(before) ? null : 'future';
  if (past.test(clause)) return 'past';
  return planned.test(clause) ? 'future' : null;
}

/** True where a clause has a verb that leaves the time open. */
const isOpen = (clause: string): boolean => possible.test(clause);

/** From the last mark that parts clauses; a short rest is joined by what stands before it. */
function clauseBefore(before: string): string {
  const cuts = [...before.matchAll(/[,;:—–(“"]|\b(?:and|but|which|who|while|although|after|that)\b/gu)];
  const last = cuts.findLast(({ index }) => before.length - index >= 12);
  return last ? before.slice(last.index + last[0].length) : before;
}

const clauseAfter = (after: string): string =>
  after.split(/[,;:—–(“"]|\b(?:but|which|who|while|although|after|that)\b/u)[0] ?? '';
