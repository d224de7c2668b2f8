/** Whether the words around a date speak of what was or of what is to come: what tells last Friday from the next. */
import type { Tense } from './reading.ts';

const past =
  /\b(?:(?!(?:indeed|hundred|exceed|proceed|succeed|speed|breed|shed|need|united|expected|scheduled|due|unaffected|armed)\b)\p{L}{3,}ed|was|were|had|did|said|told|took|went|came|made|met|left|fell|began|saw|sent|gave|won|lost|held|rose|struck|shot|got|led|ran|spoke|wrote|drove|broke|brought|bought|built|chose|found|flew|fought|grew|kept|knew|laid|paid|sank|sold|stood|swore|taught|threw|thought|understood|wore|hit|became|felt|heard|sought|stole|sprang|since|overran|overthrew|beat|beaten|done|gone|seen|taken|given|shown|known|born)\b/iu;
const future =
  /\b(?:will|shall|won['’]t|(?:is|are|was|were) (?:(?:now|also|still) )?(?:due|set|to|expected|scheduled|planned|going)|due to|scheduled|expects? to|expected to|plans? to|planned for|next|upcoming|forthcoming|ahead of)\b/iu;
/** Verbs of what is planned, in the present: "talks resume on Wednesday", "she meets him on Friday". */
const planned =
  /\b(?:resumes?|reopens?|reconvenes?|meets?|opens?|begins?|starts?|hosts?|faces?|plays?|visits?|leaves?|arrives?|returns?|votes?|goes?|holds?|travels?|flies|ends?|expires?|takes?|gives?|speaks?|decides?|comes?|follows?|closes?)\b/iu;
/** "Called a meeting for Friday" looks ahead; "had to leave by Friday" may look either way. */
const ahead = /\bfor\s+(?:next\s+)?$/iu;
const towards = /\b(?:until|till|by)\s+(?:the\s+)?$/iu;

const reachBefore = 90;
const reachAfter = 120;

/** `before` and `after` are the rest of the sentence on either side of the date. */
export function tenseOf(before: string, after: string): Tense {
  const clause = clauseBefore(before.slice(-reachBefore));
  const scope = /\p{L}{2,}.*\s\p{L}{2,}/u.test(clause) ? clause : `${clause} ${after.slice(0, reachAfter)}`;
  if (future.test(scope) || ahead.test(before)) return 'future';
  if (past.test(scope)) return towards.test(before) ? null : 'past';
  if (planned.test(scope)) return 'future';
  if (past.test(after.slice(0, reachAfter)) || past.test(before)) return 'past';
  return null;
}

/** From the last mark that parts clauses; a short rest is joined by what stands before it. */
function clauseBefore(before: string): string {
  const cuts = [...before.matchAll(/[,;:—–(“"]|\b(?:and|but|which|who|while|although|after|that)\b/gu)];
  const last = cuts.findLast(({ index }) => before.length - index >= 12);
  return last ? before.slice(last.index + last[0].length) : before;
}
