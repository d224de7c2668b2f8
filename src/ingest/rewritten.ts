/**
 * Was this text rewritten by a word-exchanging program? A label for the reader, never a correction: the quotes stay exact.
 * Strict on purpose (three kinds of odd phrase, four hits, six in a thousand words): no label is no guarantee.
 */
import type { Label } from '../model.ts';
import { type OddPhrase, oddPhrases } from './odd-phrases.ts';

const wordsMin = 150;
const kindsMin = 3;
const hitsMin = 4;
const hitsPerThousandMin = 6;
const examplesMax = 3;

interface OddHit {
  readonly kind: OddPhrase['kind'];
  readonly start: number;
  readonly example: string;
}

export function rewrittenLabel(paragraphs: readonly string[]): Label | null {
  const text = paragraphs.join('\n');
  const words = text.match(/\S+/g)?.length ?? 0;
  if (words < wordsMin) return null;
  const hits = oddHits(text);
  const kinds = new Set(hits.map(({ kind }) => kind));
  if (kinds.size < kindsMin || hits.length < hitsMin || (hits.length / words) * 1000 < hitsPerThousandMin) return null;
  const examples = [...kinds].flatMap((kind) => hits.find((hit) => hit.kind === kind) ?? []).slice(0, examplesMax);
  const shown = examples.map(({ example }) => `“${example}”`).join(', ');
  return {
    kind: 'machine-rewritten',
    text: 'reads as machine-rewritten',
    reason: `${hits.length} odd phrases in ${words} words, e.g. ${shown}: a program seems to have exchanged words. Quotes are exact; the wording may not be the author’s.`,
  };
}

/** Every odd phrase outside quotation marks: who quotes one did not write it. */
export function oddHits(text: string): OddHit[] {
  const own = text.replace(/“[^“”\n]{1,120}”|"[^"\n]{1,120}"|‘[^‘’\n]{1,60}’|`[^`\n]{1,120}`/g, (quoted) =>
    '\u0001'.repeat(quoted.length),
  );
  return oddPhrases
    .flatMap(({ kind, pattern }) =>
      [...own.matchAll(pattern)].map((match) => ({
        kind,
        start: match.index,
        example: exampleAt(text, match.index, match[0].length),
      })),
    )
    .sort((a, b) => a.start - b.start);
}

/** The phrase with the word or two behind it. */
function exampleAt(text: string, start: number, length: number): string {
  const rest = /^\S*(?:\s+[\p{L}’'-]+)?/u.exec(text.slice(start + length, start + length + 40))?.[0] ?? '';
  return `${text.slice(start, start + length)}${rest}`.replace(/\s+/g, ' ').replace(/[\s,.;:]+$/, '');
}
