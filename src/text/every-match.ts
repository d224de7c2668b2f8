/**
 * All that `pattern`, a global one, finds in a text, in order; a match of no letters is passed by. `matchAll` has the
 * pattern made anew for each text, which costs more than to read a sentence.
 */
export function everyMatch(text: string, pattern: RegExp): RegExpExecArray[] {
  const found: RegExpExecArray[] = [];
  pattern.lastIndex = 0;
  for (let match = pattern.exec(text); match; match = pattern.exec(text)) {
    if (match[0] === '') pattern.lastIndex++;
    else found.push(match);
  }
  return found;
}
