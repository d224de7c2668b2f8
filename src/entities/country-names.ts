/** What countries are called in other languages, as the platform knows it (ICU, by way of Intl): aliases that need no table. */

/** Widely read languages; those of one script's many speakers first. */
const languages = 'ar fa ur he ru uk zh ja ko el hi bn th tr de fr es it pt'.split(' ');
const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];
/** In Latin letters a shorter name is too often another word. */
const latinLettersMin = 4;

/** Groups of names of one country each, the English one first. */
export function countryNames(): string[][] {
  const english = new Intl.DisplayNames(['en'], { type: 'region', fallback: 'none' });
  const others = languages.map((language) => new Intl.DisplayNames([language], { type: 'region', fallback: 'none' }));
  return letters.flatMap((first) =>
    letters.flatMap((second) => {
      const code = first + second;
      const name = english.of(code);
      if (!name || /pseudo|unknown|outlying/iu.test(name)) return [];
      const names = others.map((language) => language.of(code) ?? '').filter(isTelling);
      return [[...new Set([name, bare(name), ...names, ...names.map(bare)])]];
    }),
  );
}

const isTelling = (name: string): boolean =>
  name !== '' && (/[^\p{Script=Latin}\s\p{P}]/u.test(name) || name.length >= latinLettersMin);

const bare = (name: string): string => name.replace(/\s*[(（].*$/u, '').trim();
