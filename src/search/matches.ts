/** Which words of a passage answer to a query: what is shown in bold. */
import { distance } from 'fastest-levenshtein';
import type { Passage, Span } from '../model.ts';
import { fold } from '../text/fold.ts';
import { termOf, wordsOf } from '../text/words.ts';

/** As the engine guesses: long words, two letters at most. */
const fuzzyLettersMin = 5;
const fuzzyEditsMax = 2;

export function matchesIn(query: string, passage: Passage, lang: string): Span[] {
  const wanted = wordsOf(query).flatMap(({ text }) => termOf(text, lang) ?? []);
  const words = wordsOf(passage.article.text, passage).map((word) => ({ word, term: termOf(word.text, lang) }));
  const exact = words.filter(({ term }) => term !== null && wanted.includes(term));
  const missing = wanted.filter(
    (term) => term.length >= fuzzyLettersMin && !exact.some((match) => match.term === term),
  );
  const near = words.filter(
    ({ word, term }) => term !== null && missing.some((other) => isNear(other, term) || isNear(other, fold(word.text))),
  );
  const spans = [...new Set([...exact, ...near])].map(({ word: { start, end } }) => ({ start, end }));
  return joined(
    passage.article.text,
    spans.sort((a, b) => a.start - b.start),
  );
}

/** Words that follow each other are one match. */
function joined(text: string, spans: readonly Span[]): Span[] {
  const runs: Span[] = [];
  for (const span of spans) {
    const last = runs.at(-1);
    if (last && /^[ \u00a0-]$/u.test(text.slice(last.end, span.start)))
      runs[runs.length - 1] = { start: last.start, end: span.end };
    else runs.push(span);
  }
  return runs;
}

const isNear = (a: string, b: string): boolean =>
  Math.abs(a.length - b.length) <= fuzzyEditsMax && distance(a, b) <= Math.min(fuzzyEditsMax, Math.floor(a.length / 5));
