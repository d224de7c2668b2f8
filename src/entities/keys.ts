/** Forms of a name under which its spellings meet: folded, without articles, titles and punctuation. */
import { fold } from '../text/fold.ts';
import { remembered } from '../text/remembered.ts';
import { koreanReadings, pinyinReadings } from './east-asian-names.ts';
import { articles, titles } from './lexicon.ts';

/** Names that are remembered: those of some hundred articles. */
const namesMax = 10_000;

/** "Bashar al-Assad" → ["bashar", "assad"]: what names are compared by. */
export const nameTokens = remembered((name): readonly string[] => {
  const tokens = fold(name)
    .replace(/'s?(?=\s|$)/g, '')
    .replace(/[.'"]/g, '')
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean);
  const bare = tokens.filter((token, at) => !(articles.has(token) && at < tokens.length - 1) && token !== 'the');
  return bare.length > 0 ? bare : tokens;
}, namesMax);

/** Without titles in front, as long as something is left. */
export function withoutTitles(tokens: readonly string[]): readonly string[] {
  const first = tokens.findIndex((token) => !titles.has(token));
  return first > 0 ? tokens.slice(first) : tokens;
}

/**
 * Keys for spellings that differ in hyphens, doubled letters, a final h, and a few letters that romanisations swap
 * (q/k, ou/u, ee/i), with the article kept and without it: "Deir ez-Zor" meets "Deir Ezzor", "al-Assad" meets "Assad".
 * Words have one spelling of the several that English has had for them; Chinese names in Wade–Giles are pinyin as well,
 * and Korean ones have each syllable in one spelling.
 */
export const spellingKeys = remembered((name): readonly string[] => {
  // Word by word: Li Na is not Lin Na.
  const joined = (text: string) =>
    nameTokens(text)
      .map((token) => sounded(oneSpelling(token)))
      .join('');
  const chinese = pinyinReadings(name).map(sounded);
  return [...new Set([joined(name.replace(/[-‐‑]/gu, '')), joined(name), ...chinese, ...koreanReadings(name)])];
}, namesMax);

/** "Labour" and "Labor", "Organisation" and "Organization", "Moslem" and "Muslim" are one word. */
export const oneSpelling = remembered(
  (word): string =>
    otherSpellings.get(word) ??
    ordinals.get(word) ??
    word
      .replace(/(?<=[a-z]{3})our(?=s?$)/, 'or')
      .replace(/is(?=ations?$|e[drs]?$)/, 'iz')
      .replace(/(?<=f|p)ence(?=s?$)/, 'ense')
      .replace(/(?<=[a-z]{2})tre(?=s?$)/, 'ter')
      .replace(/(?<=a)mme(?=s?$)/, 'm'),
);

/** Words that English has spelled, or spells, in more than one way, and surnames that no sound joins. */
const otherSpellings: ReadonlyMap<string, string> = new Map(
  `hifter=haftar heftar=haftar kadhafi=gaddafi khadafy=gaddafi qadhafi=gaddafi mashal=meshaal mishal=meshaal meshal=meshaal awn=aoun afeworki=afwerki
  afewerki=afwerki dostam=dostum nasir=nasser moslem=muslim moslems=muslims mussulman=muslim mohammedan=muhammadan rumania=romania roumania=romania rumanian=romanian hindoo=hindu hindoos=hindus
  zine=zein haydar=haider haidar=haider heydar=haider volodymyr=vladimir uladzimir=vladimir aliaksandr=alexander oleksandr=alexander mykola=nikolai mikalai=nikolai serhiy=sergei
  serhii=sergei siarhei=sergei oleksiy=alexei oleksii=alexei andriy=andrei andrii=andrei mykhailo=mikhail dmytro=dmitry oleh=oleg ihor=igor viacheslav=vyacheslav
  pavlo=pavel petro=pyotr yevhen=yevgeny yevhenii=yevgeny vasyl=vasily hryhoriy=grigory heorhiy=georgy danylo=daniil kyrylo=kirill maksym=maxim
  shmuel=samuel avraham=abraham haim=chaim hayim=chaim hayyim=chaim moshe=moses binyamin=benjamin tall=tal tell=tal tel=tal koran=quran servia=serbia servian=serbian jugoslav=yugoslav jugoslavia=yugoslavia esthonia=estonia corea=korea corean=korean thibet=tibet thibetan=tibetan
  grey=gray gaol=jail jewellery=jewelry aluminium=aluminum cheque=check tyre=tire plough=plow sulphur=sulfur aeroplane=airplane aerodrome=airdrome
  theatre=theater theatres=theaters colour=color labour=labor centre=center saint=st mount=mt fort=ft`
    .split(/\s+/u)
    .map((pair) => pair.split('=') as [string, string]),
);

/** "Fifth Corps" and "5th Corps". */
const ordinals: ReadonlyMap<string, string> = new Map(
  '1st=first 2nd=second 3rd=third 4th=fourth 5th=fifth 6th=sixth 7th=seventh 8th=eighth 9th=ninth 10th=tenth 11th=eleventh 12th=twelfth'
    .split(' ')
    .map((pair) => pair.split('=') as [string, string]),
);

/** A ruler's number is no doubled letter, nor a war's: Mehmed I is not Mehmed II, nor WWI WWII. */
const sounded = (letters: string): string => (isNumber(letters) ? letters : plainly(letters));
export const isNumber = (token: string): boolean => /^(?:ww)?[ivx]+$/.test(token);

const plainly = (letters: string): string =>
  letters
    .replaceAll('q', 'k')
    .replace(/ou|oo/g, 'u')
    .replace(/ee/g, 'i')
    .replace(/(\p{L})\1/gu, '$1')
    .replace(/(?<=[aeiou])h$/, '');

export const initialsOf = (name: string): string =>
  nameTokens(name)
    .filter((token) => !/^(?:of|the|and|for)$/.test(token))
    .map((token) => token[0])
    .join('');
