/**
 * What countries are called in other languages, as the platform knows it (ICU, by way of Intl): aliases that need no
 * table. Read when first asked for in a script: all languages at once would take a tenth of the start.
 */
import { fold } from '../text/fold.ts';

/** Widely read languages by their script; those in Latin letters last, as the rest. */
const scripts: readonly (readonly [RegExp, string])[] = [
  [/\p{Script=Arabic}/u, 'ar fa ur'],
  [/\p{Script=Cyrillic}/u, 'ru uk sr'],
  [/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u, 'zh zh-Hant ja'],
  [/\p{Script=Hangul}/u, 'ko'],
  [/\p{Script=Hebrew}/u, 'he'],
  [/\p{Script=Greek}/u, 'el'],
  [/\p{Script=Devanagari}/u, 'hi'],
  [/\p{Script=Bengali}/u, 'bn'],
  [/\p{Script=Thai}/u, 'th'],
  [/\p{Script=Latin}/u, 'tr de fr es it pt'],
];
const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];
/** In Latin letters a shorter name is too often another word. */
const latinLettersMin = 4;

const byLanguages = new Map<string, ReadonlyMap<string, string>>();

/** The English names, long and short, of the one country that is called so; none when there is none, or are several. */
export function countryCalled(name: string): readonly string[] {
  const [, languages] = scripts.find(([script]) => script.test(name)) ?? [];
  if (languages === undefined) return [];
  const known = byLanguages.get(languages) ?? namesIn(languages.split(' '));
  byLanguages.set(languages, known);
  const english = known.get(fold(name).trim());
  return english ? [...new Set([english, bare(english)])] : [];
}

let englishNames: ReadonlySet<string> | undefined;

/** By its English name, long or short. */
export function isCountry(name: string): boolean {
  englishNames ??= new Set(countries().flatMap(([, english]) => [fold(english), fold(bare(english))]));
  return englishNames.has(fold(name).trim());
}

let stems: ReadonlySet<string> | undefined;
const stemLetters = 4;

/** How the English names of countries begin, with what people say for them: "fran", and of France alone. */
export function countryStems(): ReadonlySet<string> {
  stems ??= new Set(['brit', ...countries().map(([, name]) => fold(bare(name)).slice(0, stemLetters))]);
  return stems;
}

const severalCountries = '';

let inEnglish: readonly (readonly [code: string, name: string])[] | undefined;

function countries(): readonly (readonly [code: string, name: string])[] {
  if (inEnglish) return inEnglish;
  const names = new Intl.DisplayNames(['en'], { type: 'region', fallback: 'none' });
  const codes = letters.flatMap((first) => letters.map((second) => first + second));
  inEnglish = codes
    .map((code) => [code, names.of(code) ?? ''] as const)
    .filter(([, name]) => name !== '' && !/pseudo|unknown|outlying/iu.test(name));
  return inEnglish;
}

function namesIn(languages: readonly string[]): ReadonlyMap<string, string> {
  const known = new Map<string, string>();
  for (const language of languages) {
    const names = new Intl.DisplayNames([language], { type: 'region', fallback: 'none' });
    for (const [code, meant] of countries()) {
      const called = names.of(code) ?? '';
      for (const form of new Set([fold(called), fold(bare(called))])) {
        if (/^[\x20-\x7e]*$/.test(form) && form.length < latinLettersMin) continue;
        known.set(form, known.has(form) && known.get(form) !== meant ? severalCountries : meant);
      }
    }
  }
  return known;
}

/** "Myanmar (Burma)" → "Myanmar". */
const bare = (name: string): string => name.replace(/\s*[(（].*$/u, '').trim();
