/**
 * All that `pattern`, a global one, finds in a text, in order, and never nothing at all. `matchAll` has the pattern made
 * anew for each text, which costs more than to read a sentence.
 */
export function matchesIn(text: string, pattern: RegExp): RegExpExecArray[] {
  const found: RegExpExecArray[] = [];
  pattern.lastIndex = 0;
  for (let match = pattern.exec(text); match; match = pattern.exec(text)) found.push(match);
  return found;
}
