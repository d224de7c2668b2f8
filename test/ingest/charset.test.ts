/** The letters of a file come out right, whatever it says or doesn't say of its encoding. */
import { describe, expect, test } from 'vitest';
import { decodingOf } from '../../src/ingest/charset.ts';

/** Text in an encoding of one or two bytes, by asking the decoder what each of them means. */
function encoded(text: string, charset: string): Uint8Array {
  const decoder = new TextDecoder(charset);
  const bytesOf = new Map<string, readonly number[]>();
  for (let byte = 0; byte < 256; byte++) bytesOf.set(decoder.decode(Uint8Array.of(byte)), [byte]);
  for (let lead = 0x81; lead < 0xff && isWide.test(charset); lead++) {
    for (let trail = 0x40; trail < 0xff; trail++) {
      const character = decoder.decode(Uint8Array.of(lead, trail));
      if ([...character].length === 1 && !bytesOf.has(character)) bytesOf.set(character, [lead, trail]);
    }
  }
  return Uint8Array.from(
    [...text].flatMap((character) => {
      const bytes = bytesOf.get(character);
      if (!bytes) throw new Error(`${charset} has no ${character}`);
      return bytes;
    }),
  );
}

const isWide = /gb|big5|jis|euc/;

const samples: readonly (readonly [charset: string, text: string])[] = [
  ['windows-1252', 'The café closed – “for good,” they said, and nobody in the town had been told of it.'],
  [
    'windows-1252',
    'Die Schleuse wurde im Frühling gebaut, und man hörte, daß die Brücke größer sein sollte als früher.',
  ],
  ['windows-1252', 'L’écluse a été construite au printemps et ce n’est pas la première. Où est-elle passée ?'],
  [
    'windows-1250',
    'Śluza została zbudowana na wiosnę i nie była to pierwsza, za którą miasto zapłaciło. Żaden nie pamiętał.',
  ],
  [
    'iso-8859-2',
    'Zdymadlo bylo postaveno na jaře a nebylo první, které město zaplatilo. Žádný úředník si nepamatoval.',
  ],
  ['windows-1251', 'Шлюз был построен весной, и это был не первый, за который город заплатил.'],
  ['koi8-r', 'Шлюз был построен весной, и это был не первый, за который город заплатил.'],
  ['windows-1253', 'Το φράγμα χτίστηκε την άνοιξη και δεν ήταν το πρώτο που πλήρωσε η πόλη.'],
  ['windows-1254', 'Bu kapı ilkbaharda yapıldı ve şehir için ilk değildi, ancak daha sonra gerekli olduğu anlaşıldı.'],
  ['windows-1255', 'המנעול נבנה באביב והוא לא היה הראשון שהעיר שילמה עליו, אבל איש לא זכר מי שילם.'],
  ['windows-1256', 'بني السد في الربيع ولم يكن الأول الذي دفعت من أجله المدينة إلى الشركة التي كانت على النهر.'],
  ['gb18030', '水闸是在春天建成的，这不是城市第一次为船只付钱，可是没有人记得。'],
  ['big5', '水閘是在春天建成的，這不是城市第一次為船隻付錢，可是沒有人記得。'],
  ['shift_jis', '水門は春に建てられたが、町がお金を払ったのはそれが最初ではなかった。'],
  ['euc-jp', '水門は春に建てられたが、町がお金を払ったのはそれが最初ではなかった。'],
  ['euc-kr', '수문은 봄에 지어졌고 도시가 배를 위해 돈을 낸 것은 처음이 아니었다.'],
];

describe('nothing said', () => {
  test.each(samples)('%s is told from its letters: %s', (charset, text) => {
    expect(decodingOf(encoded(text, charset), null)).toMatchObject({ text, how: 'guessed', isBroken: false });
  });

  test('after a hundred kilobytes of ASCII, too', () => {
    const text = `${'var x = 1;\n'.repeat(10_000)}Шлюз был построен весной, и это был не первый, за который город заплатил.`;
    expect(decodingOf(encoded(text, 'windows-1251'), null).text).toBe(text);
  });

  test('Japanese in the bytes of ASCII', () => {
    const escaped = Uint8Array.from([0x1b, 0x24, 0x42, 0x3f, 0x65, 0x4c, 0x67, 0x1b, 0x28, 0x42, 0x2e]);
    expect(decodingOf(escaped, null)).toMatchObject({ text: '水門.', charset: 'iso-2022-jp' });
  });

  test('UTF-16 without its mark', () => {
    const text = 'The lock was built in the spring.';
    expect(decodingOf(new Uint8Array(Buffer.from(text, 'utf16le')), null).text).toBe(text);
    expect(decodingOf(new Uint8Array(Buffer.from(text, 'utf16le').swap16()), null).text).toBe(text);
  });

  test.each([
    'The café was closed, \xff and nobody in the town had been told of it.',
    'It was closed – \xff\xfe\xfd nobody in the town had been told of it.',
    '水闸是在春天建\xff成的，这不是城市第一次为船只付钱。',
  ])('UTF-8 with a broken byte and a letter or a dash stays UTF-8: %s', (text) => {
    const bytes = Buffer.concat(
      [...text].map((char) => (/[\xfd-\xff]/.test(char) ? Buffer.from(char, 'latin1') : Buffer.from(char))),
    );
    expect(decodingOf(bytes, null)).toMatchObject({
      text: text.replace(/[\xfd-\xff]/g, '\ufffd'),
      charset: 'utf-8',
      isBroken: true,
    });
  });

  test.each([
    '«\u00a0La liberté\u00a0», a-t-il dit devant la mairie du village.',
    'Man sagte „Spaß“ und ging zurück an den Fluss, wo das Boot lag.',
  ])('a letter before a closing mark is no letter of UTF-8: %s', (text) => {
    expect(decodingOf(encoded(text, 'windows-1252'), null)).toMatchObject({ text, isBroken: false });
  });

  test('UTF-8 with a broken byte stays UTF-8', () => {
    const bytes = Buffer.from('Żaden urzędnik nie pamiętał, kto zapłacił za śluzę. Żółć i ćma. Łódź też płaciła.');
    bytes[1] = 0x20;
    expect(decodingOf(bytes, null)).toMatchObject({ charset: 'utf-8', isBroken: true });
    expect(decodingOf(bytes, null).text).toContain('kto zapłacił za śluzę');
  });
});

describe('something said', () => {
  const text = 'Le café a fermé.';

  test('is believed when the bytes can be that', () => {
    const bytes = encoded('Шлюз', 'koi8-r');
    expect(decodingOf(bytes, 'koi8-r')).toEqual({ text: 'Шлюз', charset: 'koi8-r', how: 'declared', isBroken: false });
  });

  test('is not believed against a mark or valid UTF-8', () => {
    expect(decodingOf(Buffer.from(text), 'iso-8859-1').text).toBe(text);
    expect(decodingOf(Buffer.concat([Uint8Array.of(0xef, 0xbb, 0xbf), Buffer.from(text)]), 'koi8-r').text).toBe(text);
    expect(decodingOf(Buffer.concat([Uint8Array.of(0xff, 0xfe), Buffer.from(text, 'utf16le')]), 'koi8-r').text).toBe(
      text,
    );
  });

  test('is not believed when it is no encoding, or cannot be', () => {
    expect(decodingOf(encoded(text, 'windows-1252'), 'x-user-defined-99').text).toBe(text);
    expect(decodingOf(encoded(text, 'windows-1252'), 'utf-8').text).toBe(text);
    expect(decodingOf(encoded(text, 'windows-1252'), 'euc-jp').text).toBe(text);
  });
});
