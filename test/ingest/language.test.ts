/** The language is told from the letters of a text, or not at all. */
import { expect, test } from 'vitest';
import { canBeLanguage, languageOf, otherLanguageLabel } from '../../src/ingest/language.ts';
import { articleFrom } from './read.ts';

test.each([
  ['en', 'The lock was built in the spring and it was not the first one that the company had paid for.'],
  ['de', 'Die Schleuse wurde im Frühling gebaut und sie war nicht die erste, die von der Stadt bezahlt wurde.'],
  [
    'fr',
    "L'écluse a été construite au printemps et ce n'est pas la première que la ville avait payée pour les bateaux.",
  ],
  ['es', 'La esclusa fue construida en la primavera y no era la primera que la ciudad había pagado para los barcos.'],
  ['pt', 'A eclusa foi construída na primavera e não era a primeira que a cidade tinha pago para os barcos do rio.'],
  [
    'it',
    'La chiusa è stata costruita in primavera e non era la prima che la città aveva pagato per le barche del fiume.',
  ],
  ['nl', 'De sluis werd in het voorjaar gebouwd en het was niet de eerste die door de stad voor de boten was betaald.'],
  [
    'sv',
    'Slussen byggdes på våren och det var inte den första som staden hade betalat för att båtarna skulle kunna gå.',
  ],
  [
    'pl',
    'Śluza została zbudowana na wiosnę i nie była to pierwsza, za którą miasto zapłaciło dla łodzi na rzece, ale nie ma jej już.',
  ],
  [
    'tr',
    'Bu kapı ilkbaharda yapıldı ve şehir için ilk değildi, ancak daha sonra çok gemi için gerekli olduğu anlaşıldı.',
  ],
  ['ru', 'Шлюз был построен весной, и это был не первый, за который город заплатил, но он был как все они.'],
  ['ar', 'بني السد في الربيع ولم يكن الأول الذي دفعت من أجله المدينة إلى الشركة التي كانت على النهر.'],
  ['fa', 'این سد در بهار ساخته شد و اولین سدی نبود که شهر برای آن پول داده بود و تا امروز هم است.'],
  ['hi', 'यह बाँध वसंत में बना था और यह पहला नहीं था जिसके लिए शहर ने पैसे दिए थे।'],
  ['ja', '水門は春に建てられたが、町がお金を払ったのはそれが最初ではなかった。'],
  ['zh', '水闸是在春天建成的，这不是城市第一次为船只付钱，可是没有人记得。'],
  ['ko', '수문은 봄에 지어졌고 도시가 배를 위해 돈을 낸 것은 처음이 아니었다.'],
  ['th', 'ประตูน้ำสร้างขึ้นในฤดูใบไม้ผลิและไม่ใช่แห่งแรกของเมือง'],
  ['el', 'Το φράγμα χτίστηκε την άνοιξη και δεν ήταν το πρώτο που πλήρωσε η πόλη.'],
])('%s', (lang, text) => {
  expect(languageOf(text)).toBe(lang);
});

test.each([
  '',
  'OK',
  '12 345 678',
  'Xqz wvut nmlk prst bcdf ghjk zxcv mnbq plkj hgfd qwrt yuop lkjh',
  'Harl Ostwick Merrow Corrow Dale Tamm Verra Tolba Sorn Vance Orrin Lund Ree Falk',
])('is not guessed from %j', (text) => {
  expect(languageOf(text)).toBeNull();
});

test('what is stated comes before what is told from the text', () => {
  const text = 'The lock was built in the spring and it was not the first one that the company had paid for.';
  expect(articleFrom(`---\nlang: sco\n---\n\n${text}`, 'a.md').lang).toEqual({ value: 'sco', from: 'front-matter' });
  expect(articleFrom(text).lang).toEqual({ value: 'en', from: 'its words', note: 'not stated; told from the text' });
  expect(articleFrom('Xqz.').lang).toEqual({ value: null, from: 'not stated' });
});

test.each([
  ['en-GB', 'en', true],
  ['id', 'ms', true],
  ['nb', 'no', true],
  ['cy', 'et', true],
  ['en', null, true],
  ['en', 'de', false],
  ['de-AT', 'nl', false],
])('a text said to be %s and told as %s: %s', (stated, told, can) => {
  expect(canBeLanguage(stated, told)).toBe(can);
});

test('what is not English is labelled, in words that fit', () => {
  expect(otherLanguageLabel('de-AT')).toMatchObject({ kind: 'other-language', text: 'in German' });
  for (const lang of [null, 'en', 'en-GB', 'xx', 'not a language']) expect(otherLanguageLabel(lang)).toBeNull();
  for (const lang of ['zh', 'pt', 'ms', 'sr']) expect(otherLanguageLabel(lang)?.text.length).toBeLessThanOrEqual(40);
});
