/** Which words of a passage answer to a query, as runs: words that follow each other are one match. */
import type { Span } from '../model.ts';

/** `words` in order. */
export function matchesIn(text: string, words: readonly Span[]): Span[] {
  const runs: Span[] = [];
  for (const { start, end } of words) {
    const last = runs.at(-1);
    if (last && /^[ \u00a0-]$/u.test(text.slice(last.end, start))) runs[runs.length - 1] = { start: last.start, end };
    else runs.push({ start, end });
  }
  return runs;
}
