/** A sentence's words with what stands before each and whether its capital says anything: the ground that names are read from. */
import type { Span } from '../model.ts';
import { fold } from '../text/fold.ts';
import { type Word, wordsOf } from '../text/words.ts';

export interface Token extends Word {
  readonly folded: string;
  readonly isCapital: boolean;
  /** What stands between the word before and this one; at the sentence's start what stands before it there. */
  readonly gap: string;
  /** True where any word would have a capital: first in its sentence, in a quotation, after a colon. */
  readonly opens: boolean;
}

/** Addresses of the web and of mail, where a link leads, handles, and code within a line: no name is read in them. */
const unread =
  /`[^`'\n]+`|(?<=\])\([^()\s]+\)|(?:https?:\/\/|www\.)\S+|\S+@\S+\.\w+|(?<![\p{L}\p{N}])[@#][\p{L}\p{N}_]+|\b[\w-]+(?:\.[\w-]+)*\.(?:com|org|net|gov|edu|info|io|uk|ru|ir|sy|de|fr|cn)\b(?:\/\S*)?/giu;

/** Cheap: most sentences hold none. */
const unreadHint = /`|\]\(|:\/\/|www\.|[@#]|\.(?:com|org|net|gov|edu|info|io|uk|ru|ir|sy|de|fr|cn)\b/iu;

export function tokensOf(text: string, sentence: Span): Token[] {
  const line = text.slice(sentence.start, sentence.end);
  const masked = (unreadHint.test(line) ? [...line.matchAll(unread)] : []).map(({ index, 0: { length } }) => ({
    start: sentence.start + index,
    end: sentence.start + index + length,
  }));
  const words = wordsOf(text, sentence).filter(
    ({ start, end }) => !masked.some((span) => span.start < end && start < span.end),
  );
  return words.map((word, at): Token => {
    const gap = text.slice(words[at - 1]?.end ?? sentence.start, word.start);
    return {
      ...word,
      folded: fold(word.text),
      isCapital: /^\p{Lu}/u.test(word.text) && !isDesignation(word.text, text.slice(word.end, words[at + 1]?.end)),
      gap,
      opens: at === 0 || opensAfter(gap),
    };
  });
}

/** "T-72", "Mi-17", "F-16A": weapons and vehicles, which are no names of anybody. */
const isDesignation = (word: string, next: string): boolean =>
  /^(?:\p{Lu}{1,3}|\p{Lu}\p{Ll}|MiG|BMP|BTR)$/u.test(word) && word !== 'G' && /^[-‐‑]\d{1,4}\p{Lu}{0,3}$/u.test(next);

/** A quotation, a colon, a dash between spaces, a bullet: the word after them begins something. */
const opensAfter = (gap: string): boolean =>
  /[“"„«:;!?•·|*=…]|(?:^|\s)['‘‹]$|\s[-‐‑–—]+\s|[—]|\.\s|[.)\]]\s*[-–]/u.test(gap) || /^\s*\d*[.)]\s/.test(gap);
