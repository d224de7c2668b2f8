/**
 * Names in any script → Latin letters, the way newspapers write them. Own tables where usage and any-ascii part company
 * (Arabic with Persian and Urdu, Hebrew, Cyrillic, Greek, Korean surnames); any-ascii for the rest.
 */
import anyAscii from 'any-ascii';

/**
 * What a script says of the sound: 'full' has vowels and consonants; 'consonants' leaves short vowels out but for the last
 * (Arabic, Hebrew); of 'inherent' ones any-ascii leaves out the vowel that each consonant has by itself (the scripts of India); 'syllables' bends names to its own
 * syllables (Han, kana, Hangul).
 */
export type Writing = 'latin' | 'full' | 'consonants' | 'inherent' | 'syllables';

export interface Romanised {
  /** Lower case where it comes from another script; Latin letters stay as they are, with their accents. */
  readonly text: string;
  readonly writing: Writing;
}

type Table = ReadonlyMap<string, string>;
const tableOf = (pairs: string): Table =>
  new Map(
    pairs
      .trim()
      .split(/\s+/u)
      .map((pair) => {
        const [from = '', to = ''] = pair.split('=');
        return [from, to] as const;
      }),
  );

/**
 * ض and ظ are heard as d, dh and z: "dh" stands between them. و and ي stand for a consonant or a long vowel. An h of its
 * own is ħ, so that it makes no digraph with the letter before. The first letter of a word may carry any vowel: "e".
 */
const arabic = tableOf(`
  ا=a أ=a إ=i آ=a ٱ=a ء= ؤ=w ئ=y ب=b ة=a ت=t ث=th ج=j ح=ħ خ=kh د=d ذ=dh ر=r ز=z س=s ش=sh ص=s ض=dh ط=t ظ=dh ع= غ=gh
  ف=f ق=q ك=k ل=l م=m ن=n ه=ħ و=w ي=y ى=a پ=p چ=ch ژ=zh گ=g ڤ=v ک=k ی=y ې=e ۍ=y ٹ=t ڈ=d ڑ=r ں=n ہ=ħ ھ=h ۃ=a ے=e ۓ=e
  ټ=t ډ=d ړ=r ڼ=n ځ=dz څ=ts ږ=zh ښ=sh ڕ=r ڵ=l ۆ=o ێ=e ە=e ۀ=e ۇ=u ۋ=v ڭ=ng ڨ=g ڴ=g`);

const hebrew = tableOf(`
  א=a ב=b ג=g ד=d ה=ħ ו=w ז=z ח=kh ט=t י=y כ=k ך=kh ל=l מ=m ם=m נ=n ן=n ס=s ע= פ=p ף=f צ=ts ץ=ts ק=k ר=r ש=sh ת=t
  װ=v ױ=oy ײ=ey`);

const cyrillic = tableOf(`
  а=a б=b в=v г=g д=d е=e ё=yo ж=zh з=z и=i й=y к=k л=l м=m н=n о=o п=p р=r с=s т=t у=u ф=f х=kh ц=ts ч=ch ш=sh щ=shch
  ъ= ы=y ь= э=e ю=yu я=ya і=i ї=yi є=ye ґ=g ў=w ј=y љ=lj њ=nj ћ=ć ђ=đ џ=dzh ѓ=gj ќ=kj ѕ=dz ә=a қ=q ң=ng ғ=gh ү=u ұ=u һ=h ө=o
  ҷ=j ҳ=h ӣ=i ӯ=u ҡ=q ҙ=z ҫ=s ӑ=a ӗ=e ӳ=u ѣ=e ѳ=f`);

const greek = tableOf(`
  α=a β=v γ=g δ=d ε=e ζ=z η=i θ=th ι=i κ=k λ=l μ=m ν=n ξ=x ο=o π=p ρ=r σ=s ς=s τ=t υ=y φ=f χ=ch ψ=ps ω=o`);
const greekPairs: readonly (readonly [RegExp, string])[] = [
  [/ου/g, 'u'],
  [/αι/g, 'e'],
  [/[εοι]ι/g, 'i'],
  [/([αε])υ(?=[θκξπσςτφχψ]|$)/g, '$1f'],
  [/([αε])υ/g, '$1v'],
  [/γγ/g, 'ng'],
  [/γκ/g, 'g'],
  [/(?<=[αεηιουω])ντ(?=[αεηιουω])/g, 'nt'],
  [/ντ/g, 'd'],
  [/(?<=[αεηιουω])μπ/g, 'mb'],
  [/μπ/g, 'b'],
  [/τζ/g, 'dz'],
];

/** Surnames as Koreans spell them in Latin letters, which no system of romanisation gives. */
const koreanSurnames = tableOf(
  '김=kim 박=park 이=lee 최=choi 노=roh 유=yoo 임=lim 문=moon 우=woo 오=oh 안=ahn 신=shin 정=jung 조=cho 강=kang 권=kwon',
);

const other = /[^\p{Script=Latin}\p{Script=Common}\p{Script=Inherited}]/u;
const consonantScripts = /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}]/u;
const inherentScripts =
  /[\p{Script=Devanagari}\p{Script=Bengali}\p{Script=Gurmukhi}\p{Script=Gujarati}\p{Script=Oriya}\p{Script=Tamil}\p{Script=Telugu}\p{Script=Kannada}\p{Script=Malayalam}\p{Script=Sinhala}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;
const indicScripts =
  /[\p{Script=Devanagari}\p{Script=Bengali}\p{Script=Gurmukhi}\p{Script=Gujarati}\p{Script=Oriya}\p{Script=Telugu}\p{Script=Kannada}\p{Script=Malayalam}]/u;
const indicSh = /[\u0936\u0937\u09b6\u09b7\u0ab6\u0ab7\u0b36\u0b37\u0c36\u0c37\u0cb6\u0cb7\u0d36\u0d37]/gu;
const syllableScripts = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u;
const marks = /[\u0300-\u036f\u0591-\u05c7\u064b-\u065f\u0670\u0640]/gu;
const wordPattern = /[\p{L}\p{M}]+/gu;

/** The same text in Latin letters, word by word. */
export function romanise(text: string): Romanised {
  if (!other.test(text)) return { text, writing: 'latin' };
  const writing = writingOf(text);
  // The joiner that keeps Persian letters apart, and the dot between the parts of a foreign name, are spaces to us.
  const spaced = text
    .replace(/[\u200c\u30fb\uff65\u00b7]/gu, ' ')
    // "Servant of the" is one word with what follows: Abdelfattah.
    .replace(/(?<=^|\s)عبد\s+ال(?!له)/gu, 'عبدال')
    // A nasal sign of Devanagari is an n but before lips: Gandhi.
    .replace(/\u0902(?=[\u0915-\u0928])/gu, '\u0928\u094d');
  return {
    text: spaced.normalize('NFC').replace(wordPattern, (word) => (other.test(word) ? romanisedWord(word) : word)),
    writing,
  };
}

function writingOf(text: string): Writing {
  if (syllableScripts.test(text)) return 'syllables';
  if (consonantScripts.test(text)) return 'consonants';
  return inherentScripts.test(text) ? 'inherent' : 'full';
}

function romanisedWord(word: string): string {
  if (/\p{Script=Arabic}/u.test(word))
    return byTable(withGutturals(withoutArabicArticle(bare(word))).replace(/[هہ]$/u, 'ة'), arabic).replace(
      /^a(?=[^aeiouwy])/u,
      'e',
    );
  if (/\p{Script=Hebrew}/u.test(word))
    return byTable(
      bare(word)
        .replace(/ה$/u, 'א')
        .replace(/^ע(?=[^אוי])/u, 'א'),
      hebrew,
    );
  if (/\p{Script=Cyrillic}/u.test(word)) return byTable(fromChinese(word.toLowerCase()), cyrillic);
  if (/\p{Script=Greek}/u.test(word)) return greekWord(bare(word).toLowerCase());
  if (/^\p{Script=Hangul}{2,4}$/u.test(word)) return koreanWord(word);
  if (/[\p{Script=Thai}\p{Script=Lao}]/u.test(word)) return anyAscii(asSpoken(word)).toLowerCase();
  if (!indicScripts.test(word)) return anyAscii(word).toLowerCase();
  return anyAscii(word.replace(indicSh, 'sh')).toLowerCase().replace(/c+h?/gu, 'ch');
}

/** An ʿayn that opens a word carries a vowel (Omar); between two of one letter it keeps them apart (Muammar). */
const withGutturals = (word: string): string => word.replace(/^ع(?=[^اويی])/u, 'ا').replace(/(\p{L})ع(?=\1)/gu, '$1ا');

/** Chinese as Russian spells it: Цзиньпин is Jinping, with нь for n and н for ng. */
const fromChinese = (word: string): string =>
  /цз|чж/u.test(word)
    ? word
        .replace(/н(?![аеёиоуыэюяйьн])/gu, 'нг')
        .replaceAll('нь', 'н')
        .replace(/цз(?=[еёиюя])/gu, 'дж')
        .replaceAll('цз', 'з')
        .replaceAll('чж', 'ж')
    : word;

/** Thai and Lao write some vowels before the consonant that they follow, and letters that nobody hears. */
const asSpoken = (word: string): string =>
  word
    .replace(/\p{L}[\p{M}--[\u0e4c]]*\u0e4c/gv, '')
    .replace(/\u0e2b(?=[งญณนมยรลว])/gu, '')
    .replace(/([\u0e40-\u0e44])([\u0e01-\u0e2e])/gu, '$2$1')
    .replace(/([\u0ec0-\u0ec4])([\u0e81-\u0eae])/gu, '$2$1');

const bare = (word: string): string =>
  word
    .normalize('NFKD')
    .replace(/[\u0653-\u0655]/gu, '')
    .replace(marks, '');

function byTable(word: string, table: Table): string {
  let romanised = '';
  for (const letter of word) romanised += table.get(letter) ?? anyAscii(letter).toLowerCase();
  return romanised;
}

const withoutArabicArticle = (word: string): string =>
  word === 'الله' ? 'اللاه' : word.replace(/^و?ال(?=\p{L}{3})/u, '').replace(/(?<=\p{L}{2})الله$/u, 'اللاه');

const greekWord = (word: string): string =>
  byTable(
    greekPairs.reduce((spelled, [pattern, by]) => spelled.replace(pattern, by), word),
    greek,
  );

function koreanWord(word: string): string {
  const surname = word.length === 3 ? koreanSurnames.get(word[0]!) : undefined;
  return surname ? `${surname} ${anyAscii(word.slice(1)).toLowerCase()}` : anyAscii(word).toLowerCase();
}
