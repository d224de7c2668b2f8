/** "R I V E R" → "RIVER": words whose letters are set apart, told by their gaps, or by the document's own words. */
import type { Words } from './hyphens.ts';
import type { Piece } from './layout.ts';

/** Stands between letters set apart until the words of the document are known; text has no other thin spaces. */
const apart = '\u2009';
const spacedLettersMin = 3;
const spacedInside = /^(?:[\p{L}\p{N}’'&] ){2,}[\p{L}\p{N}.:!?]$/u;

/** Pieces in the order of the line: letters drawn one by one become words, and runs of spaced letters are marked. */
export function spelledTogether(sorted: readonly Piece[]): readonly Piece[] {
  const together: Piece[] = [];
  for (let at = 0; at < sorted.length; ) {
    let end = at;
    while (end < sorted.length && /^[\p{L}\p{N}]$/u.test(sorted[end]?.text ?? '')) end++;
    const letters = sorted.slice(at, end);
    if (letters.length >= spacedLettersMin) together.push(...wordsOf(letters));
    else together.push(...sorted.slice(at, Math.max(end, at + 1)).map(marked));
    at = Math.max(end, at + 1);
  }
  return together;
}

const marked = (piece: Piece): Piece =>
  spacedInside.test(piece.text.trim()) ? { ...piece, text: piece.text.trim().replace(/ /g, apart) } : piece;

/** A gap between words is wider than those inside them. */
function wordsOf(letters: readonly Piece[]): Piece[] {
  const gaps = letters.slice(1).map((letter, at) => letter.left - (letters[at]?.right ?? 0));
  const usual = [...gaps].sort((a, b) => a - b)[Math.floor(gaps.length / 2)] ?? 0;
  const words: Piece[] = [];
  letters.forEach((letter, at) => {
    const word = words.at(-1);
    const gap = gaps[at - 1] ?? 0;
    if (word && gap <= usual * 1.4 + 0.3)
      words[words.length - 1] = { ...word, text: word.text + letter.text, right: letter.right, order: letter.order };
    else words.push(at === 0 ? letter : { ...letter, isSpaced: true });
  });
  return words;
}

const spacedRun = /[\p{L}\p{N}’'&.:!?](?:\u2009[\p{L}\p{N}’'&.:!?])+/gu;
const wordCharsMax = 24;

/** Marked letters → words; where a line gives no gaps between words, they are parted as the document's own words are. */
export const respaced = (line: string, words: Words): string =>
  line.replace(spacedRun, (run) => parted(run.replaceAll(apart, ''), words));

/** The cheapest way to cut the letters into words: known ones cost little, and a capital behind a small letter starts one. */
function parted(letters: string, words: Words): string {
  const best: { cost: number; from: number }[] = [{ cost: 0, from: 0 }];
  for (let end = 1; end <= letters.length; end++) {
    let least = { cost: Number.POSITIVE_INFINITY, from: 0 };
    for (let from = Math.max(0, end - wordCharsMax); from < end; from++) {
      const cost = (best[from]?.cost ?? 0) + costOf(letters.slice(from, end), words);
      if (cost < least.cost) least = { cost, from };
    }
    best.push(least);
  }
  const cut: string[] = [];
  for (let end = letters.length; end > 0; end = best[end]?.from ?? 0) cut.unshift(letters.slice(best[end]?.from, end));
  return cut.join(' ');
}

function costOf(letters: string, words: Words): number {
  if (/\p{Ll}\p{Lu}/u.test(letters)) return 100;
  const word = letters.toLowerCase().replace(/[.:!?]$/, '');
  const isKnown = words.has(word) && (word.length > 1 || /^[aioày&\d]$/.test(word));
  return isKnown ? 1 + 2 / word.length : 3 + letters.length * 1.2;
}
