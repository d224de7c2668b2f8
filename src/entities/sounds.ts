/**
 * Spellings → sounds: a word as a row of sound units, each with what it costs to leave it out, and what it costs to
 * hear one unit for another. The units and costs of sound-distance.ts.
 */
import type { Writing } from './romanise.ts';
import { consonants, costOfHearing, glides, type Hearing, numberOf, unitCount, units } from './sound-costs.ts';

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
  const costs = costOfHearing(hearing);
  for (let round = 0; round < unitCount; round++) {
    for (let unit = 0; unit < unitCount; unit++) {
      for (let other = 0; other < unitCount; other++)
        least[unit] = Math.min(
          least[unit]!,
          least[other]! + Math.min(costs[unit * unitCount + other]!, costs[other * unitCount + unit]!),
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
  // One that opens a word has a letter to carry it.
  if (isVowel(unit) && at === 0) return 0.4;
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
  /shch|tsch|dsch|dzh|dž|tch|sch|dj|ch|sh|zh|kh|gh|ph|th|dh|bh|jh|rh|wh|ts|ck|cq|ks(?!h)|ou|oo|ee|(?:ai|ay|ei|ey|ae|au|aw|ao|ow)(?![aeiou])|sz|cz|\p{L}/gu;

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
