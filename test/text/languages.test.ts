/** Texts in other languages are found by inflected words and by phrases, and names across scripts. */
import { describe, expect, test } from 'vitest';
import { answerTo } from '../../src/commands/index.ts';
import type { Library } from '../../src/model.ts';
import { libraryFrom, quotesOf } from '../library-from.ts';

const article = (lang: string, title: string, text: string) => `---\ntitle: ${title}\nlang: ${lang}\n---\n\n${text}\n`;

const texts: Readonly<Record<string, { text: string; words: string; phrase: string; quoted: string }>> = {
  fr: {
    text: 'Les vieux moulins de la vallée furent vendus en 1874. Personne n’avait demandé leur prix aux meuniers.',
    words: 'moulin de la vallée, meunier',
    phrase: "n'avait demandé leur prix",
    quoted: 'n’avait demandé leur prix',
  },
  de: {
    text: 'Die alten Mühlen des Tales wurden 1874 verkauft. Die Müller fragten niemanden nach dem Preis der Häuser.',
    words: 'Verkauf alter Mühle Haus',
    phrase: 'die muller fragten',
    quoted: 'Die Müller fragten',
  },
  es: {
    text: 'Los viejos molinos del valle fueron vendidos en 1874. Los molineros esperaban mejores años.',
    words: 'molino vendido molinero',
    phrase: 'mejores anos',
    quoted: 'mejores años',
  },
  it: {
    text: 'I vecchi mulini della valle furono venduti nel 1874. I mugnai aspettavano anni migliori.',
    words: 'mulino venduto mugnaio',
    phrase: 'aspettavano anni',
    quoted: 'aspettavano anni',
  },
  pt: {
    text: 'Os velhos moinhos do vale foram vendidos em 1874. Os moleiros esperavam anos melhores.',
    words: 'moinho vendido moleiro',
    phrase: 'esperavam anos',
    quoted: 'esperavam anos',
  },
  ru: {
    text: 'Старые мельницы долины были проданы в 1874 году. Мельники ждали лучших времён.',
    words: 'старой мельницей',
    phrase: 'лучших времен',
    quoted: 'лучших времён',
  },
  ar: {
    text: 'بيعت المطاحن القديمة في الوادي سنة 1874. وانتظر الناس سنوات أفضل.',
    words: 'مطاحن قديمة',
    phrase: 'المَطاحِن القديمة',
    quoted: 'المطاحن القديمة',
  },
  fa: {
    text: 'آسیاب‌های کهنهٔ دره در سال ۱۲۵۳ فروخته شدند. مردم سال‌های بهتری می‌خواستند.',
    words: 'آسیاب دره',
    phrase: 'کهنهٔ دره',
    quoted: 'کهنهٔ دره',
  },
  zh: {
    text: '山谷里的老磨坊在一八七四年卖掉了。村里的人都在等更好的年头。',
    words: '磨坊 山谷',
    phrase: '老磨坊在一八七四年',
    quoted: '老磨坊在一八七四年',
  },
  ja: {
    text: '谷の古い水車小屋は一八七四年に売られた。村の人々は良い年を待っていた。',
    words: '水車小屋 谷',
    phrase: '古い水車小屋は',
    quoted: '古い水車小屋は',
  },
  th: {
    text: 'โรงสีเก่าในหุบเขาถูกขายไปเมื่อปี 1874 ชาวบ้านรอคอยปีที่ดีกว่า',
    words: 'โรงสี หุบเขา',
    phrase: 'โรงสีเก่าในหุบเขา',
    quoted: 'โรงสีเก่าในหุบเขา',
  },
};

const library: Library = libraryFrom(
  Object.fromEntries(
    Object.entries(texts).map(([lang, { text }]) => [`${lang}.md`, article(lang, `Text ${lang}`, text)]),
  ),
);
const ask = (command: string, query: string) => answerTo(library, { command, query });

describe.each(Object.entries(texts))('a text in %s', (_, { phrase, quoted, text, words }) => {
  test('is found by other forms of its words', async () => {
    expect(text).toContain(quotesOf(await ask('quote', words))[0]);
  });

  test('is found by a phrase, whatever its accents and points', async () => {
    const answer = await ask('quote', `"${phrase}"`);
    if (answer.kind !== 'found') throw new Error(`The answer is ${answer.kind}`);
    const [first] = answer.found;
    const matched = first!.matches.map(({ start, end }) => first!.quote.article.text.slice(start, end));
    expect(matched).toEqual([quoted]);
    expect(answer.note).toBeUndefined();
  });

  test('is vouched for when it is quoted, and altered when a word is left out', async () => {
    const check = await ask('check', `“${text}”`);
    expect(check.kind === 'check' && check.checks.map(({ verdict }) => verdict)).toEqual(['exact']);
    const less = text.replace(/1874|۱۲۵۳|一八七四/u, '');
    const altered = await ask('check', `“${less}”`);
    expect(altered.kind === 'check' && altered.checks.map(({ verdict }) => verdict)).toEqual(['altered']);
  });
});

test('Persian is found as Arabic keyboards write it, and its numbers in other digits', async () => {
  const written = texts['fa']!.text.replaceAll('ی', 'ي').replaceAll('ک', 'ك').replace('۱۲۵۳', '١٢٥٣');
  const check = await ask('check', `“${written}”`);
  expect(check.kind === 'check' && check.checks.map(({ verdict }) => verdict)).toEqual(['exact']);
  expect(quotesOf(await ask('quote', '"در سال 1253 فروخته"'))).toHaveLength(1);
});

describe('a name', () => {
  const named = libraryFrom({
    'en.md': article(
      'en',
      'A lamp',
      'Vladimir Putin met Qasem Soleimani, a general, in Moscow. Vladimir Putin said little.',
    ),
    'two.md': article(
      'en',
      'Two',
      'Qasem Soleimani flew home. A week later Vladimir Putin called Qasem Soleimani again.',
    ),
  });

  test.each([
    ['Владимир Путин', 'Vladimir Putin'],
    ['قاسم سلیمانی', 'Qasem Soleimani'],
    ['قاسم سليماني', 'Qasem Soleimani'],
  ])('%s finds %s', async (typed, name) => {
    expect(await answerTo(named, { command: 'who', query: typed })).toMatchObject({ kind: 'found', subject: { name } });
  });
});
