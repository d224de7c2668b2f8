/**
 * Sentences of a text as offsets, never as new strings. Passages are whole sentences, so a wrong boundary here is a quote
 * that stops in the middle of a thought.
 */
import type { Sentence, Span } from '../model.ts';
import { boundaries } from './boundaries.ts';
import { extendsBefore, graphemeCharsMax, graphemeCut, inked, isSpace, joinsAfter } from './characters.ts';

/** Longest sentence kept whole: a passage of about 900 characters and a half. Longer ones become pieces. */
export const sentenceCharsMax = 1200;

/** Sentences within `span`, in order; together they hold every character of it that is not white space. */
export function sentencesOf(text: string, span: Span, lang: string): Sentence[] {
  const sentences: Sentence[] = [];
  let start = span.start;
  for (const end of [...boundaries(text, span, lang), span.end]) {
    const sentence = inked(text, start, end);
    if (sentence) pushPieces(sentences, text, sentence);
    start = end;
  }
  return sentences;
}

function pushPieces(sentences: Sentence[], text: string, sentence: Span): void {
  let start = sentence.start;
  while (sentence.end - start > sentenceCharsMax) {
    const cut = cutBefore(text, start, start + sentenceCharsMax);
    const piece = inked(text, start, cut);
    if (piece) sentences.push({ ...piece, goesOn: true });
    const rest = inked(text, cut, sentence.end);
    if (!rest) break;
    start = rest.start;
  }
  sentences.push({ start, end: sentence.end });
}

/** Where a piece that starts at `start` ends at the latest by `limit`: after a clause, else between words. */
function cutBefore(text: string, start: number, limit: number): number {
  const window = text.slice(start, limit + 1);
  const clause = lastMatch(window, /[;:,，、；：—](?=\s|[^\p{ASCII}])/gu, Math.floor(sentenceCharsMax * 0.6));
  if (clause > 0 && !extendsBefore(text, start + clause)) return start + clause;
  for (let at = window.length - 1; at > 0; at--) {
    if (isSpace(window, at) && !extendsBefore(text, start + at + 1) && !joinsAfter(text, start + at)) return start + at;
  }
  return start + graphemeCut(text.slice(start, limit + graphemeCharsMax), limit - start);
}

function lastMatch(window: string, pattern: RegExp, from: number): number {
  let found = 0;
  for (const match of window.matchAll(pattern)) if (match.index >= from) found = match.index + match[0].length;
  return found < window.length ? found : 0;
}
