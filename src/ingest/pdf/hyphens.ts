/** How the end of a line and the start of the next are put together: word by word, without a space, or one word out of two. */

/** The words of a document as they stand within lines, in lower case, with how often. */
export type Words = ReadonlyMap<string, number>;

export interface Joint {
  /** Between the two: a space or nothing. */
  readonly glue: '' | ' ';
  /** Characters at the end of the line that go: a hyphen, or none. */
  readonly dropped: number;
}

const word = /[\p{L}\p{M}\p{N}]+(?:[-‐‑'’][\p{L}\p{M}\p{N}]+)*/gu;
const hyphen = /[-\u2010\u2011\u00ad]$/u;

/** Of words at the ends of lines only what no break can have touched is counted. */
export function wordsOf(lines: Iterable<string>): Map<string, number> {
  const words = new Map<string, number>();
  for (const line of lines) {
    for (const match of line.matchAll(word)) {
      const isBroken = match.index + match[0].length === line.length - 1 && hyphen.test(line);
      if (match.index === 0 || isBroken) continue;
      const key = match[0].toLowerCase().replace(/[‐‑]/g, '-');
      words.set(key, (words.get(key) ?? 0) + 1);
    }
  }
  return words;
}

const space: Joint = { glue: ' ', dropped: 0 };
const nothing: Joint = { glue: '', dropped: 0 };
const unspaced =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Khmer}\p{Script=Lao}\p{Script=Myanmar}、。，！？；：「」『』（）]/u;

export function jointOf(line: string, next: string, words: Words): Joint {
  if (line.endsWith('\u00ad')) return { glue: '', dropped: 1 };
  const [end, start] = [[...line.slice(-2)].at(-1) ?? '', [...next.slice(0, 2)][0] ?? ''];
  if (unspaced.test(end) && unspaced.test(start)) return nothing;
  // "the river—and", with a space only where the document has one on the other side.
  if (/[^\s—–]—$/u.test(line) && /^[\p{L}“"]/u.test(next)) return nothing;
  if (/\d–$/u.test(line) && /^\d/u.test(next)) return nothing;
  if (/\p{L}\/$/u.test(line) && /^\p{L}/u.test(next)) return nothing;
  if (/(?:https?:\/\/|www\.)\S*[/\-_=?&%.]$/u.test(line) && /^[\w/%#?&=.~-]/u.test(next)) return nothing;
  return hyphen.test(line) ? hyphenated(line, next, words) : space;
}

/** What stands after a hyphen that stands for a word: "Vor- und Nachteile", "mid- to late". */
const suspended = /^(?:and|or|to|und|oder|bzw\.|bis|sowie|et|ou|y|o|e|en|of|och|eller|og)(?=\s)/iu;

function hyphenated(line: string, next: string, words: Words): Joint {
  const before = /([\p{L}\p{M}\p{N}'’]+(?:[-‐‑][\p{L}\p{M}\p{N}'’]+)*)[-‐‑\u00ad]$/u.exec(line)?.[1];
  const after = /^[\p{L}\p{M}\p{N}'’]+(?:[-‐‑][\p{L}\p{M}\p{N}'’]+)*/u.exec(next)?.[0];
  if (!before || !after) return /\s[-‐‑]$/u.test(line) ? space : nothing;
  const key = (glue: string) => `${before}${glue}${after}`.toLowerCase().replace(/[‐‑]/g, '-');
  const [asOne, asTwo] = [words.get(key('')) ?? 0, words.get(key('-')) ?? 0];
  if (asOne === 0 && asTwo === 0 && suspended.test(next)) return space;
  const isLetters = /\p{L}$/u.test(before) && /^\p{L}/u.test(after);
  const isCapitals = /\p{Lu}\p{Lu}$/u.test(before) && /^\p{Lu}\p{Lu}/u.test(after);
  if (!isLetters || (/^\p{Lu}/u.test(after) && !isCapitals)) return nothing;
  if (asOne !== asTwo) return asOne > asTwo ? { glue: '', dropped: 1 } : nothing;
  return isCompound(before.toLowerCase(), after.toLowerCase(), words) ? nothing : { glue: '', dropped: 1 };
}

/** Neither way stands elsewhere in the document: two words that both do, and one of which is wont to be half of a compound. */
function isCompound(before: string, after: string, words: Words): boolean {
  const [head, tail] = [before.split(/[-‐‑]/u).at(-1) ?? before, after.split(/[-‐‑]/u)[0] ?? after];
  // "up-to-" before "date": what is hyphenated already goes on so.
  if (/[-‐‑]/u.test(before) && words.has(tail)) return true;
  // "de-escalation", "co-operate": the hyphen keeps two vowels apart.
  if (/^(?:de|re|pre|anti|semi)$/.test(head) && head.at(-1) === tail[0]) return true;
  if (/^co$/.test(head) && tail.startsWith('op')) return true;
  if (strongHeads.has(head)) return tail.length > 4 || words.has(tail);
  if (compoundHeads.has(head) && (words.has(tail) || compoundTails.has(tail) || strongTails.has(tail))) return true;
  if (isEnglish(words) && head.length > 3 && tail.length > 3 && words.has(head) && words.has(tail))
    return !prefixes.has(head);
  if (strongTails.has(tail)) return head.length > 3 && !prefixes.has(head);
  return compoundTails.has(tail) && words.has(head) && words.has(tail) && !prefixes.has(head);
}

/** Where compounds are written as one word, two known words are no sign of a hyphen. */
const isEnglish = (words: Words): boolean => (words.get('the') ?? 0) > 3 && (words.get('of') ?? 0) > 3;

const setOf = (words: string): ReadonlySet<string> => new Set(words.split(' '));

/** Halves of compounds that English keeps hyphenated, such as grammars list them under "compound adjectives". */
const strongHeads = setOf('self well near half quasi twenty thirty forty fifty sixty seventy eighty ninety');
const compoundHeads = setOf(
  'long short high low large small full part first second third two three four five six seven eight nine ten so all ever much newly then vice anti non ex pro post pre mid cross decision policy world state war oil government middle old new single double open closed hard soft far left right north south east west foreign',
);
const strongTails = setOf(
  'based related style backed led speaking controlled owned funded sponsored dominated oriented',
);
const compoundTails = setOf(
  'known term scale called like made born wing old year years level held run ranking range friendly free wide established educated trained armed armoured defined third thirds aged looking working growing general chief elect century day week month hour minute mile foot inch policy standing lasting',
);
/** "inter-" at the end of a line is half of a word. */
const prefixes = setOf(
  'un dis re over under with out inter cor sub super trans fore up down mis counter some there here where any every with what that them him her our your my it hand house work',
);
