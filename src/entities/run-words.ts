/** What a word of a run is: a title, an abbreviation, a noun that heads names. Shared by trim.ts and opening.ts. */
import type { Gazetteer } from './gazetteer.ts';
import { eventHeads, organisationHeads, placeHeads, roles, titleFronts, titles } from './lexicon.ts';
import type { Token } from './tokens.ts';

export const headNouns: ReadonlySet<string> = new Set([...organisationHeads, ...placeHeads, ...eventHeads]);

const isAbbreviatedSaint = ({ folded }: Pick<Token, 'folded'>): boolean => /^(?:st|saint)$/.test(folded);

export const isAbbreviation = (word: string): boolean =>
  /^(?:\p{Lu}[\p{Lu}\p{N}]{1,5}|(?:\p{Lu}\.){2,})$/u.test(word) && !shouted.test(word);

/** Small words that somebody wrote in capitals; "US", "WHO", "IS" and "IT" are abbreviations. */
const shouted =
  /^(?:AND|ARE|BUT|DO|DONT|EVERY|FOR|FROM|HAVE|HIS|HOW|NEVER|NO|NOT|NOW|OF|ON|ONLY|OR|OUR|SO|THAT|THE|THEIR|THEM|THEY|THIS|TO|VERY|WAS|WERE|WHAT|WHEN|WHY|WITH|YES|YOU|YOUR)$/;

/** Of the United States, as newspapers write them after a town. */
export const isStateAbbreviation = (word: string): boolean =>
  /^(?:Ala|Ariz|Ark|Calif|Colo|Conn|Del|Fla|Ga|Ill|Ind|Kan|Kans|Ky|La|Mass|Md|Mich|Minn|Miss|Mo|Mont|Neb|Nebr|Nev|Okla|Ore|Pa|Tenn|Tex|Va|Vt|Wash|Wis|Wisc|Wyo|N\.[HJMYCD]|S\.[CD]|R\.I|W\.?\s?Va)\.?$/.test(
    word,
  );

export const isTitle = ({ folded }: Token): boolean =>
  (titles.has(folded) || roles.has(folded)) && !titleFronts.has(folded) && !isAbbreviatedSaint({ folded });
/** True as well for the word before a title that makes one of both: "Foreign Minister", "State Representative". */
export const isTitleAt = (words: readonly Token[], at: number): boolean => {
  const word = words[at];
  if (!word) return false;
  // "Justice and Development Party".
  if (word.folded === 'justice' && words[at + 1]?.text === 'and' && words[at + 2]?.isCapital) return false;
  return isTitle(word) || (titleFronts.has(word.folded) && isTitleAt(words, at + 1));
};
export const nameOf = (words: readonly Token[]): string =>
  words
    .map(({ text }) => text)
    .join(' ')
    .replace(/['’ʼ]s?$/u, '');

/** "Marko" of "Marko Cardinal Pereni", but not "Naples" of "In Naples Cardinal Pereni". */
export const isSomebody = ({ text }: Token, gazetteer: Gazetteer): boolean =>
  gazetteer.isPersonalName(text) && !'ncrm'.includes(gazetteer.place(text)?.size ?? '-');

/** Bodies that news names by one word. */
export const loneBodies = /^(?:parliament|congress|senate|army|navy|police|cabinet|treasury)$/;
