/** Addresses that were planted in an article's prose → marks: a quote shows "[…]" in their place and never links them. */
import type { Mark, Span } from '../model.ts';
import { wholeCharacters } from '../text/characters.ts';

/** Marks within `span`: an address between two lower-case words that nothing leads into, or one that names a trade of spam. */
export function spamMarksIn(text: string, span: Span): Mark[] {
  const slice = text.slice(span.start, span.end);
  if (!/https?:\/\/|www\./i.test(slice)) return [];
  return [...slice.matchAll(address)].flatMap((match) => {
    const url = match[0].replace(/[.,;:!?)\]}'"’”]+$/, '');
    const start = span.start + match.index;
    const isPlanted = trade.test(url) || isOutOfPlace(slice, match.index, match.index + url.length);
    const whole = wholeCharacters(text, { start, end: start + url.length }, span.start);
    return isPlanted ? [{ ...whole, kind: 'spam-url' as const }] : [];
  });
}

const address = /(?<![\p{L}\p{N}/([<"'“=])(?:https?:\/\/|www\.)[^\s<>"“”]{4,2000}/giu;

const trade =
  /dating|hook-?up|casino|viagra|cialis|levitra|porn|xxx|escort|sugar-?(?:daddy|baby)|payday|poker|slots?\b|jackpot|betting|roulette|replica-?watch|essay-?(?:writ|help|serv)|write-?my-?paper|mail-?order-?bride|camgirl|webcam-?sex|adult-?friend|weight-?loss|keto|forex-?signal|loans?-online/i;

/** In prose an address follows a word that leads into it, or a colon or bracket; a planted one breaks into a clause. */
function isOutOfPlace(slice: string, start: number, end: number): boolean {
  const before = /(\S+)\s+$/u.exec(slice.slice(Math.max(0, start - 60), start))?.[1] ?? '';
  const after = /^\s+(\S+)/u.exec(slice.slice(end, end + 60))?.[1] ?? '';
  const word = /^\p{Ll}[\p{Ll}'’-]*$/u;
  return word.test(before) && word.test(after) && !leadIn.has(before);
}

const leadIn = new Set(
  'at see from visit via on to in of and or with using called named here is are was by as for through under site website page webpage homepage portal link links url address blog report article study paper document book file video post app project repository tool package source archive database dataset survey form petition online read check'.split(
    ' ',
  ),
);
