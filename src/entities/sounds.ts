/**
 * Spellings → sounds: a word as a row of sound units, each with what it costs to leave it out, and what it costs to
 * hear one unit for another. The units and costs of sound-distance.ts.
 */
import type { Writing } from './romanise.ts';

/** Weight 1: consonants. */
const consonants = 'b p f v m n t d th dh s z ts c sh ch zh j k q g kh gh x l r S C Z D G X'.split(' ');
const glides = 'h w y'.split(' ');
/** E: ai, ei, ay, ey. O: au, aw, ao, ow. */
const vowels = 'a e i o u E O'.split(' ');
const units = [...consonants, ...glides, ...vowels];
const numberOf = new Map(units.map((unit, at) => [unit, at]));
const size = units.length;

/**
 * What it costs to take one for the other, 0 to 1; pairs that aren't here cost 1. Capitals are letters with an accent that
 * people leave out (š ć ž đ ğ): they cost nothing against either reading. X: shch.
 */
const likenesses = `
  q-k .05 q-g .12 q-gh .1 q-kh .25 q-ch .25 k-g .4 k-kh .25 k-c .4 k-ch .5 k-x .5 k-gh .4 kh-h .15 kh-gh .3 kh-x .15 kh-g .4 kh-ch .2
  g-gh .1 g-j .3 g-h .3 g-zh .4 gh-h .5 x-h .3 x-s .2 x-sh .15 x-z .4 j-zh .12 j-y .25 j-h .4 j-z .4 j-ch .3 j-ts .5 zh-z .3 zh-ch .3
  zh-sh .35 s-c 0 c-j .35 s-z .2 s-sh .3 s-ts .3 s-th .2 z-ts .25 z-dh .15 z-c .2 ts-c .2 ts-ch .3 ts-sh .5 ch-sh .3 ch-c .25 sh-c .3 X-sh .1 X-ch .3 X-S .05 X-C .1 t-d .4 t-th .15 t-ts .5
  t-dh .4 d-dh .1 d-th .4 th-dh .15 b-p .4 b-v .25 f-v .25 p-f .4 v-w .1 f-w .3 b-w .5 m-n .6 l-r .85
  S-s 0 S-sh 0 S-c .15 S-z .2 S-ch .3 S-x .15 C-s .2 C-c 0 C-ch 0 C-ts .1 C-k .4 C-sh .2 C-z .3 C-S .2 C-j .2 Z-z 0 Z-zh 0 Z-s .2 Z-j .1 Z-S .2 D-d 0 D-j .1 D-dh .1
  G-g 0 G-gh .05 G-y .1 G-h .3 G-k .3 G-w .3
  a-e .425 a-i .55 a-o .55 a-u .55 a-E .45 a-O .25 e-i .1 e-o .65 e-u .65 e-E .4 e-O .6 i-o .65 i-u .6 i-E .3 i-O .65 o-u .08 o-E .6
  o-O .08 u-E .6 u-O .12 E-O .5 y-i .05 y-e .15 y-E .08 y-u .4 y-a .5 w-u .08 w-o .12 w-O .1 w-a .5 h-a .5`;

/** For scripts that leave vowels out, or have other consonants: what their readers take for one. */
const looserLikenesses = `
  b-v .05 p-f .05 b-p .12 f-v .1 k-kh .08 kh-h .1 sh-s .12 g-j .15 g-k .2 g-q .1 g-gh .1 q-k .05 t-th .08 d-dh .03 z-dh .03 s-th .08 z-s .15 ts-s .2 ts-z .25
  ch-sh .15 ch-ts .15 t-dh .2 j-ch .2 j-zh .1 zh-z .15 x-s .1 x-sh .1
  y-i .02 y-E .02 y-e .1 y-a .5 y-o .4 y-u .4 y-O .4 w-u .02 w-o .03 w-O .02 w-a .25 w-i .4 w-e .4 w-E .4 w-v .03 v-u .25 v-o .3 v-O .25 t-d .25 z-d .4 w-b .4 y-j .2 s-c 0 d-th .2 l-r .5 kh-x .1 g-h .3 k-x .3 k-c .1`;
const syllableLikenesses = `l-r .05 h-f .15 b-v .05 k-g .15 t-d .25 b-p .25 s-th .05 sh-s .1 m-n .35 j-z .15 z-d .35 t-ts .15 ts-z .15 j-ch .15 t-ch .3
  zh-j .1 zh-ch .2 w-v .1 f-v .1 c-s 0 k-c .1 l-n .6 x-sh .05 q-ch .05 h-kh .1 p-f .4 h-g .35 x-k .3 b-f .35 d-dh .1 z-dh .15
  y-e .1 y-a .3 y-u .3 w-a .3`;

export type Hearing = 'strict' | 'vowelless' | 'inherent' | 'syllabic';

function costsOf(...lists: readonly string[]): Float64Array {
  const costs = new Float64Array(size * size).fill(1);
  for (let at = 0; at < size; at++) costs[at * size + at] = 0;
  return withCosts(costs, ...lists);
}

function withCosts(costs: Float64Array, ...lists: readonly string[]): Float64Array {
  for (const [pair = '', cost] of lists.flatMap((list) =>
    list
      .trim()
      .split(/\s+(?=\S+-)/)
      .map((part) => part.split(' ')),
  )) {
    const [a, b] = pair.split('-').map((unit) => numberOf.get(unit));
    if (a === undefined || b === undefined) throw new Error(`"${pair}" names a sound that there is not`);
    costs[a * size + b] = Number(cost);
    costs[b * size + a] = Number(cost);
  }
  return costs;
}

const strict = costsOf(likenesses);
const loose = withEqualVowels(costsOf(likenesses, looserLikenesses), 0.06);
/** A long a that is written is no i and no u: سلام is not Salim. */
const vowelless = withCosts(loose.slice(), 'a-i .4 a-u .4');
const substitutions: Readonly<Record<Hearing, Float64Array>> = {
  strict,
  vowelless,
  inherent: loose,
  syllabic: withEqualVowels(costsOf(likenesses, syllableLikenesses), 0.3),
};

/** Where vowels are guessed from long ones or from syllables, they say little. */
function withEqualVowels(costs: Float64Array, cost: number): Float64Array {
  const soft = vowels.map((unit) => numberOf.get(unit)!);
  for (const a of soft) for (const b of soft) costs[a * size + b] = Math.min(costs[a * size + b]!, cost);
  return costs;
}

export const costOfHearing = (hearing: Hearing): Float64Array => substitutions[hearing];
export const unitCount = size;

const firstGlide = consonants.length;
const [glideH, glideW, glideY] = glides.map((unit) => numberOf.get(unit)!) as [number, number, number];
const firstVowel = consonants.length + glides.length;
const [accentedG, letterR, letterA, letterE, letterO, letterU] = [...'GRAEOU'].map(
  (unit) => numberOf.get(unit === 'G' ? unit : unit.toLowerCase())!,
) as [number, number, number, number, number, number];

/** A word as sounds. */
export interface Sounds {
  readonly units: Uint8Array;
  readonly writing: Writing;
  /** By unit: the cost of its being left out; computed when first heard so. */
  readonly omitted: Partial<Record<Hearing, Float64Array>>;
  readonly weight: number;
  /** What it costs at least to hear nothing of it; computed when first heard so. */
  readonly silenced: Partial<Record<Hearing, number>>;
  /** Of its consonants alone. */
  readonly consonantWeight: number;
}

const isVowel = (unit: number | undefined): boolean => unit !== undefined && unit >= firstVowel;
const isSoft = (unit: number | undefined): boolean => isVowel(unit) || unit === glideW || unit === glideY;

/** `letters`: lower case, romanised, accents kept. */
export function soundsOf(letters: string, writing: Writing = 'latin'): Sounds {
  const row: number[] = [];
  for (const [unit] of respelled(letters).matchAll(unitPattern)) {
    const number = unitOf(unit);
    if (number !== undefined && row.at(-1) !== number) row.push(number);
  }
  // A final h after a vowel is only written.
  if (row.length > 2 && row.at(-1) === glideH && isVowel(row.at(-2))) row.pop();
  const weightOf = (unit: number) => (isVowel(unit) ? 0.5 : unit === glideY ? 0.4 : unit < firstGlide ? 1 : 0.6);
  const weight = row.reduce((sum, unit) => sum + weightOf(unit), 0);
  return {
    units: Uint8Array.from(row),
    writing,
    omitted: {},
    silenced: {},
    weight,
    consonantWeight: row.reduce((sum, unit) => sum + (isSoft(unit) ? 0 : weightOf(unit)), 0),
  };
}

export function omittedCosts(sounds: Sounds, hearing: Hearing): Float64Array {
  const known = sounds.omitted[hearing];
  if (known) return known;
  const row = [...sounds.units];
  const costs = Float64Array.from(row, (_, at) => omittedAt(row, at, sounds, hearing));
  sounds.omitted[hearing] = costs;
  return costs;
}

type Row = readonly number[];

const omittedAt = (row: Row, at: number, { weight, writing }: Pick<Sounds, 'weight' | 'writing'>, hearing: Hearing) =>
  hearing === 'strict'
    ? strictlyOmitted(row, at, weight * anotherNameShare)
    : hearing === 'syllabic'
      ? omittedInSyllables(row, at, writing)
      : omittedWithoutVowels(row, at, writing, hearing);

/**
 * What it costs at least to hear nothing of a word: two words are at least as far apart as these costs are, since a unit
 * heard as another one costs at least the difference of theirs.
 */
export function silencedCost(sounds: Sounds, hearing: Hearing): number {
  const known = sounds.silenced[hearing];
  if (known !== undefined) return known;
  leastCosts[hearing] ??= leastCostsOf(hearing);
  let sum = 0;
  for (const unit of sounds.units) sum += leastCosts[hearing][unit]!;
  sounds.silenced[hearing] = sum;
  return sum;
}

const leastCosts: Partial<Record<Hearing, Float64Array>> = {};

/** By unit: the cheapest way to leave it out wherever it stands, itself or after it was heard as others. */
function leastCostsOf(hearing: Hearing): Float64Array {
  const writings: readonly Writing[] = ['latin', 'consonants', 'inherent', 'syllables'];
  const beside = [[], [numberOf.get('a')!], [numberOf.get('t')!]];
  const least = Float64Array.from(units, (_, unit) => {
    const rows = beside.flatMap((before) =>
      beside.map((after) => ({ row: [...before, unit, ...after], at: before.length })),
    );
    return Math.min(
      ...rows.flatMap(({ row, at }) => writings.map((writing) => omittedAt(row, at, { weight: 0, writing }, hearing))),
    );
  });
  const costs = substitutions[hearing];
  for (let round = 0; round < size; round++) {
    for (let unit = 0; unit < size; unit++) {
      for (let other = 0; other < size; other++)
        least[unit] = Math.min(
          least[unit]!,
          least[other]! + Math.min(costs[unit * size + other]!, costs[other * size + unit]!),
        );
    }
  }
  return least;
}

const isOpen = (unit: number | undefined): boolean => unit === letterA || unit === letterE;

/**
 * One more consonant, or a vowel at the end, makes another name however long it is: Martin and Martina, Gorbachev and
 * Gorbacheva, Afghanistan and Afghanistani. This share is more than `sameNameDistanceMax`.
 */
const anotherNameShare = 0.13;

/** `another`: what it costs at least to make another name of it. */
function strictlyOmitted(row: Row, at: number, another: number): number {
  const unit = row[at]!;
  const isBesideVowel = isSoft(row[at - 1]) || isSoft(row[at + 1]);
  if (unit === accentedG) return 0.15;
  if (unit === glideH) return 0.45;
  if (unit === glideW) return at === 0 ? 1 : 0.4;
  if (unit === glideY) return isBesideVowel ? 0.12 : 0.4;
  if (!isVowel(unit)) return Math.max(1, another);
  if (at === row.length - 1) return unit === letterE ? 0.6 : Math.max(0.8, another);
  return at === 0 ? 0.6 : isBesideVowel ? 0.3 : 0.5;
}

/** Short vowels are not written on one side; long ones are on both, and so is a last one in Arabic and Hebrew: Mansur, Mansura. */
function omittedWithoutVowels(row: Row, at: number, writing: Writing, hearing: Hearing): number {
  const unit = row[at]!;
  const isLast = at === row.length - 1;
  if (writing === 'consonants' || writing === 'inherent') {
    if (unit === glideH) return isLast ? 0.05 : 0.35;
    // A long a that is written is heard.
    return unit === letterA && at > 0 && !isLast && writing === 'consonants'
      ? 0.35
      : isVowel(unit)
        ? 0.1
        : isSoft(unit)
          ? 0.35
          : 1;
  }
  if (unit === glideH) return 0.3;
  if (isVowel(unit))
    return isLast ? (unit === letterA && hearing !== 'inherent' ? 0.55 : isOpen(unit) ? 0.2 : 0.35) : 0.04;
  return isSoft(unit) || unit === accentedG ? 0.1 : 1;
}

/** Syllables need vowels that the name hasn't, and have no place for some of its consonants. */
function omittedInSyllables(row: Row, at: number, writing: Writing): number {
  const unit = row[at]!;
  if (writing === 'syllables') {
    if (unit === glideH) return 0.3;
    return isVowel(unit) ? (unit === letterU || unit === letterO ? 0.08 : 0.15) : isSoft(unit) ? 0.12 : 0.9;
  }
  if (writing === 'consonants' || writing === 'inherent' || unit === glideH)
    return isSoft(unit) ? 0.12 : unit === glideH ? 0.25 : 0.9;
  if (unit === letterR) return 0.35;
  return isSoft(unit) ? (at === row.length - 1 ? 0.3 : 0.2) : 0.9;
}

/** Spellings that say the same in more than one language's way of writing Latin letters. */
const respellings: readonly (readonly [RegExp, string])[] = [
  // One letter of Arabic, twice for its length: Fayyadh, Awwad.
  [/([yw])\1(?=[aou])/gu, '$1'],
  // French for Arabic: Tebboune, Habache.
  [/(?<=ou[bdfgklmnrstz])e$/u, ''],
  [/(?<=a)che$/u, 'sh'],
  // A mound: Tell Abyad, Tal Abyad.
  [/^t[ae]ll?$/u, 'tal'],
  // German for a Slavic name: Lawrow, Medwedew.
  [/w(?=\p{L}*[oe]w$|sk)/gu, 'v'],
  // Fyodor, Fedor; but Kyoto is Kioto.
  [/(?<=[bdflmnprstvz])yo(?=[bcdfgklmnprstvz])/gu, 'e'],
  // Russian endings: Kuzyaev, Kuzyayev; Alexeev, Alekseyev.
  [/(?<=[aeiou])ev(?=a?$)/u, 'yev'],
  // Hebrew: Petach, Petah.
  [/(?<=\p{L}{2})ach$/u, 'ah'],
  [/(?<=\p{L}{3})ew$/u, 'ev'],
  [/(?<=\p{L})(?:[aeou]l?l[aou]h|[ao]ll?ah)$/u, 'allah'],
  [/^[aeo]bd[aeiou](?:(?:l|r|s|sh|n|z|d|t)$|l?(?=\p{L}{3}))/u, 'abdul'],
  [/(?<=\p{L}{2})[aeiou][ld]?d(?:i+|ee)ne?$/u, 'udin'],
  [/^[yj]o?u?ss?[eou](?:f|ph)$/u, 'yusuf'],
  [/(?<=\p{L}{3})(?:off|ow)$/u, 'ov'],
  [/(?<=\p{L}{2})(?:iy|yi|ii|yy|ij|yj)$/u, 'i'],
  [/(?<=[aeiou])j(?=$|[^aeiouy])/gu, 'y'],
  [/hs(?=i|u)/gu, 'x'],
  [/(?<=i)que$/u, 'k'],
  [/qu(?=[ei])/gu, 'k'],
  [/gu(?=[ei])/gu, 'g'],
  [/oua/gu, 'wa'],
  [/tz/gu, 'ts'],
  [/c(?=[^eiyhkqzs])|(?<!i)c$/gu, 'k'],
  [/shh/gu, 'sh'],
  [/(\p{L})\1{2,}/gu, '$1$1'],
  [/aee|aii/gu, 'ai'],
  [/(?<=[iy])eh$/u, 'ah'],
  [/n(?=[bp])/gu, 'm'],
];

/** One look at a word tells that most need no respelling. */
const anyRespelling = new RegExp(
  respellings
    .map(([pattern]) => `(?:${pattern.source.replaceAll('\\1', '\\k<same>').replace('(\\p{L})', '(?<same>\\p{L})')})`)
    .join('|'),
  'u',
);

const respelled = (letters: string): string =>
  anyRespelling.test(letters)
    ? respellings.reduce((spelled, [pattern, by]) => spelled.replace(pattern, by), letters)
    : letters;

const unitPattern =
  /shch|tsch|dsch|dzh|dž|tch|sch|dj|ch|sh|zh|kh|gh|ph|th|dh|bh|jh|rh|wh|ts|ck|cq|ks|ou|oo|ee|(?:ai|ay|ei|ey|ae|au|aw|ao|ow)(?![aeiou])|sz|cz|\p{L}/gu;

const unitBySpelling = new Map(
  `shch=X tsch=ch dsch=j dzh=j dž=j tch=ch sch=sh dj=j ph=f bh=b jh=j rh=r wh=w ck=k cq=k ks=x ou=u oo=u ee=i ai=E ay=E ei=E ey=E ae=E au=O aw=O
  ao=O ow=O sz=S cz=C š=S ş=S ś=S ș=S č=C ć=C ç=C ž=Z ż=Z ź=Z đ=D ğ=G ñ=n ł=l ß=s þ=th ð=dh ħ=h ø=o æ=E œ=e ı=i ə=a`
    .split(/\s+/u)
    .map((pair) => pair.split('=') as [string, string]),
);

function unitOf(spelling: string): number | undefined {
  const direct = numberOf.get(spelling) ?? numberOf.get(unitBySpelling.get(spelling) ?? '');
  return direct ?? numberOf.get(spelling.normalize('NFD').slice(0, 1));
}
