/**
 * Names of East Asia in Latin letters: those that begin with the surname, and the older Wade–Giles spelling of Chinese
 * ones ("Mao Tse-tung") read as pinyin ("Mao Zedong"). For keys.ts and partial.ts.
 */
import { fold } from '../text/fold.ts';

const setOf = (words: string): ReadonlySet<string> => new Set(words.trim().split(/\s+/));

/** The hundred commonest of China, in pinyin, that are no given names of the West. */
const chineseSurnames = setOf(`
  wang li zhang liu chen yang huang zhao wu zhou xu sun zhu hu guo he gao lin luo zheng liang xie song tang deng han feng cao peng zeng xiao tian dong
  pan yuan cai jiang yu du ye cheng wei su lu ding ren lü yao shen zhong cui tan fan shi liao jin jia xia fu fang zou xiong bai meng qin qiu hou yin xue
  yan duan lei long tao mao hao gu gong shao wan qian dai mo kong xiang chang hua bo wen xi nie`);

/** The commonest of Korea, as newspapers spell them. */
const koreanSurnames = setOf(`
  kim lee park pak choi choe jung jeong chung chong jong kang cho jo yoon yun jang chang lim rim im han oh seo suh shin sin kwon hwang ahn an song hong
  yoo yu ryu ko koh go moon mun yang bae pae paik baek paek roh noh no ri rhee yi ban ban min nam ha sim shim huh heo hur woo cha chu joo joo`);

/** Initials and finals of pinyin; more syllables fit than there are. */
const syllable =
  '(?:[bpmfdtnlgkhjqxrzcsyw]|zh|ch|sh)?(?:iang|iong|uang|ang|eng|ing|ong|ian|iao|uai|uan|van|ai|an|ao|ei|en|er|ia|ie|in|iu|ou|ua|ue|ui|un|uo|ve|a|e|i|o|u|v)';
const givenName = new RegExp(`^(?:${syllable}){1,2}$`, 'u');

const hyphen = /[-‐‑]/u;

/** "Park Dong-hyun", "Kim Jong Il", "Deng Xiaoping": the first word is the surname. */
export function beginsWithSurname(name: string): boolean {
  const words = name.trim().split(/\s+/u);
  const [surname = '', given = ''] = words.map((word) => fold(word).replace(/['’]/gu, ''));
  if (words.length === 3)
    return koreanSurnames.has(surname) && words.every((word) => /^\p{Lu}\p{Ll}{0,5}$/u.test(word));
  if (words.length !== 2) return false;
  if (isHyphenated(words[1]!) || pinyinReadings(name).length > 0) return surname.length <= 7;
  return (chineseSurnames.has(surname) || koreanSurnames.has(surname)) && givenName.test(given);
}

export const isEastAsianSurname = (word: string): boolean =>
  chineseSurnames.has(fold(word)) || koreanSurnames.has(fold(word));

/** Two short syllables, the second in small letters: "Tse-tung". */
const isHyphenated = (given: string): boolean => /^\p{Lu}\p{Ll}{0,5}['’]?[-‐‑]\p{Ll}{1,6}$/u.test(given);

/** Korean syllables as people spell them, and as the system of 2000 has them; those that stand for several aren't here. */
const koreanSpellings: ReadonlyMap<string, string> = new Map(
  `park=bak pak=bak lee=i yi=i rhee=i ri=i kim=gim choe=choi roh=no noh=no ro=no yoo=yu shin=sin moon=mun ahn=an kang=gang kwon=gwon chang=jang yoon=yun suh=seo
  huh=heo hur=heo paik=baek paek=baek pae=bae ko=go koh=go whang=hwang cho=jo woo=u oh=o lim=im rim=im kwak=gwak koo=gu ku=gu
  myung=myeong myong=myeong hee=hui young=yeong kyung=gyeong kyong=gyeong hyun=hyeon hyon=hyeon soo=su moo=mu chul=cheol chol=cheol suk=seok
  seuk=seok joon=jun hoon=hun kook=guk keun=geun kun=geon kyu=gyu kwang=gwang woong=ung ki=gi sup=seop sub=seop byung=byeong pyong=byeong wook=uk
   un=eun  doo=du tu=du goo=gu bum=beom pum=beom chin=jin`
    .split(/\s+/u)
    .map((pair) => pair.split('=') as [string, string]),
);

/** A Korean name's surname and two syllables in one spelling each: "Park Chung-hee" and "Pak Chung Hee" meet. */
export function koreanReadings(name: string): string[] {
  const words = name.trim().split(/\s+/u);
  const isKorean = koreanSurnames.has(fold(words[0] ?? ''));
  if (!isKorean || !(words.length === 3 || (words.length === 2 && hyphen.test(words[1]!)))) return [];
  const syllables = words.flatMap((word) => fold(word).split(hyphen));
  if (syllables.length !== 3 || syllables.some((one) => !/^[a-z]{1,6}$/.test(one))) return [];
  return [syllables.map((one) => koreanSpellings.get(one) ?? one).join(' ')];
}

/** Longer than any Chinese name, in syllables. */
const syllablesMax = 4;

const twoShortWords = /^\p{Lu}[\p{Ll}'’]{1,6}\s+\p{Lu}[\p{Ll}'’]{0,6}(?:[-‐‑][\p{Ll}'’]{1,7})?$/u;

/** What a name in Wade–Giles may be in pinyin, in one word; none for a name that is not written so. */
export function pinyinReadings(name: string): string[] {
  if (!twoShortWords.test(name)) return [];
  const words = name.split(/\s+/u);
  const syllables = words.flatMap((word) => fold(word).split(hyphen));
  if (syllables.length > syllablesMax) return [];
  const readings = syllables.map(readingsOf);
  // Without the hyphen it must be a syllable that pinyin hasn't, or "Li Peng" would be Li Beng as well.
  const isOlder = isHyphenated(words[1]!) || syllables.some((one) => !givenName.test(one));
  if (!isOlder || readings.some(({ length }) => length === 0)) return [];
  return readings.reduce<string[]>((whole, next) => whole.flatMap((start) => next.map((end) => start + end)), ['']);
}

/** Initials of Wade–Giles, without the apostrophe that newspapers leave out, and what they are in pinyin. */
const initials: Readonly<Record<string, readonly string[]>> = {
  ...{
    p: ['b', 'p'],
    t: ['d', 't'],
    k: ['g', 'k'],
    ts: ['z', 'c'],
    tz: ['z', 'c'],
    ss: ['s'],
    sz: ['s'],
    hs: ['x'],
    j: ['r'],
  },
  ...Object.fromEntries(['m', 'f', 'n', 'l', 'h', 'sh', 's', 'w', 'y', ''].map((same) => [same, [same]])),
};

const finals: Readonly<Record<string, readonly string[]>> = {
  ...{
    ieh: ['ie'],
    ien: ['ian'],
    iung: ['iong'],
    ung: ['ong'],
    ueh: ['ue'],
    uei: ['ui'],
    ih: ['i'],
    eh: ['e', 'ie'],
    erh: ['er'],
  },
  ...{ o: ['o', 'uo', 'e'], u: ['u', 'i'] },
};
const wholeSyllables: Readonly<Record<string, readonly string[]>> = {
  ...{ i: ['yi'], yu: ['you', 'yu'], yung: ['yong'], yeh: ['ye'], yen: ['yan'], yueh: ['yue'], lee: ['li'], o: ['e'] },
};

function readingsOf(written: string): readonly string[] {
  const plain = written.replace(/['’]/gu, '');
  const whole = wholeSyllables[plain];
  if (whole) return whole;
  const parts = /^(ch|hs|ts|tz|ss|sz|sh|[ptkmfnlhjswy]?)([aeiou].*)$/u.exec(plain);
  if (!parts) return [];
  const [, initial = '', final = ''] = parts;
  const read = (finals[final] ?? [final]).filter((one) => one !== 'i' || final !== 'u' || /^[st][sz]/u.test(initial));
  const soft = /^(?:i(?!h)|u)/u.test(final) ? ['j', 'q'] : [];
  const hard = /^i(?!h)/u.test(final) ? [] : ['zh', 'ch'];
  const starts = initial === 'ch' ? [...soft, ...hard] : (initials[initial] ?? []);
  return starts.flatMap((start) => read.map((end) => start + end)).filter((one) => givenName.test(one));
}
