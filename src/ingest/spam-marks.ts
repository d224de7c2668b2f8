/** Addresses that were planted in an article's prose → marks: a quote shows "[…]" in their place and never links them. */
import type { Mark, Span } from '../model.ts';
import { wholeCharacters } from '../text/characters.ts';

/** Marks within `span`: an address between two lower-case words that nothing leads into, or one of a trade of spam. */
export function spamMarksIn(text: string, span: Span): Mark[] {
  const slice = text.slice(span.start, span.end);
  if (!/https?:\/\/|www\./i.test(slice)) return [];
  return [...slice.matchAll(address)].flatMap((match) => {
    const url = match[0].replace(/[.,;:!?)\]}'"’”]+$/, '');
    const start = span.start + match.index;
    const isPlanted = isPlantedAt(url, isOutOfPlace(slice, match.index, match.index + url.length));
    const whole = wholeCharacters(text, { start, end: start + url.length }, span.start);
    return isPlanted ? [{ ...whole, kind: 'spam-url' as const }] : [];
  });
}

const address = /(?<![\p{L}\p{N}/([<"'“=])(?:https?:\/\/|www\.)[^\s<>"“”]{4,2000}/giu;

/** Trades of spam, whole words of an address: "updating", "Pornic" and "market oracle" hold them too. */
const trade =
  /\b(?:dating|hook ?ups?|casinos?|viagra|cialis|levitra|porn(?:o|os|hub|tube|stars?)?|xxx|escorts?|sugar ?(?:dadd(?:y|ies)|bab(?:y|ies))|payday|poker|slots|jackpots?|betting|roulette|replica ?watch(?:es)?|essay ?(?:writ(?:ing|ers?)|help|service)|write ?my ?(?:paper|essay)|mail ?order ?brides?|camgirls?|webcam ?sex|adult ?friend ?finder|weight ?loss|keto|forex ?signals?|loans? online)\b/g;
/** Names of hosts are written in one: what few other words begin or end with. */
const tradeInName =
  /casino|viagra|\b(?:dating|cialis|levitra|poker|payday|hookup|jackpot)|(?:poker|jackpot|hookup|(?:online|speed|free|adult|senior)dating)\b/;
/** What sells: beside a trade it makes an offer. */
const offer =
  /\b(?:best|bonus|buy|cheap|cheapest|deals?|discount|free|hot|order|pills?|price|sites?|singles|top|win)\b/;

/** Who reports on these trades, or keeps watch over them. */
const institution = /(?:^|\.)(?:gov|gouv|gob|gub|mil|edu|ac|int|museum|parliament|europa|un)(?:\.\p{L}{2,3})?$/u;
const newsName =
  /\b(?:bbc|news|reuters)|(?:news|times|post|herald|tribune|gazette|guardian|telegraph|journal|courier|chronicle|observer|independent|reuters|press)\b/;

/** A host that names a trade; a path that does with a second sign: one word of a path may be what an article is about. */
function isPlantedAt(url: string, isOutOfPlace: boolean): boolean {
  const [host = '', ...path] = url
    .toLowerCase()
    .replace(/^https?:\/\//, '')
    .split(/[/?#]/);
  const names = wordsIn(host);
  const pages = wordsIn(path.join(' '));
  const trades = new Set(pages.match(trade)).size;
  if (institution.test(host)) return isOutOfPlace && trades > 0;
  if (names.search(trade) >= 0 || tradeInName.test(names)) return true;
  if (newsName.test(names)) return isOutOfPlace && trades > 0;
  return isOutOfPlace || trades > 1 || (trades > 0 && offer.test(pages));
}

const wordsIn = (part: string): string => part.replace(/[^\p{L}]+/gu, ' ').trim();

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
