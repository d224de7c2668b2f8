/**
 * A number for a stretch of text that two stretches of the same words have in common: a hash of its plain letters and digits, told
 * letter by letter. Where two differ, the words do; where they are one, the words are to be read.
 */
import type { Span } from '../model.ts';
import { unitsOf } from '../text/units.ts';

/** Marks that stand beside words and never make a letter of one. */
const marks: ReadonlySet<string> = new Set('“”„‘’–—…\u00a0');

export function roughOf(text: string, span: Span): number {
  let hash = 0;
  for (let at = span.start; at < span.end; at++) {
    const code = text.charCodeAt(at);
    if (isLetterOrDigit(code)) hash = hashed(hash, code);
    // A letter that folding makes a plain one, and what readers of Markdown don't see.
    else if (code > 0x7f ? !marks.has(text[at]!) : code === 0x5d && text[at + 1] === '(')
      return roughOfUnits(text, span);
  }
  return hash;
}

function roughOfUnits(text: string, span: Span): number {
  let hash = 0;
  for (const { key } of unitsOf(text, span))
    for (let at = 0; at < key.length; at++) {
      const code = key.charCodeAt(at);
      if (isLetterOrDigit(code)) hash = hashed(hash, code);
    }
  return hash;
}

const isLetterOrDigit = (code: number): boolean =>
  (code >= 0x61 && code <= 0x7a) || (code >= 0x41 && code <= 0x5a) || (code >= 0x30 && code <= 0x39);

/** FNV-1a; small and capital letters are one. */
const hashed = (hash: number, code: number): number => Math.imul(hash ^ (code | 0x20), 0x01000193);
