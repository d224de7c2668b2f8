/** Files made to do harm, or merely broken: each is refused in one sentence, or read for the text that is in it. */
import { describe, expect, test } from 'vitest';
import { readArticle } from '../../../src/ingest/read-article.ts';
import { column, type Made, madePdf, packedStream, streamOf } from './made-pdf.ts';

const read = (made: Made | Uint8Array) => readArticle('a.pdf', made instanceof Uint8Array ? made : madePdf(made));

async function refusal(made: Made | Uint8Array): Promise<string> {
  const { article, problems } = await read(made);
  expect(article).toBeNull();
  expect(problems).toHaveLength(1);
  expect(problems[0]?.fatal).toBe(true);
  return problems[0]?.message ?? '';
}

const words = column([
  'The river came down in the spring and took the old bridge with it, and the',
  'people on the far side had no bread for a week.',
]);
const others = column(['Nobody asked the miller why he had not spoken. In the summer the engineers came.']);
const plain: Made = { pages: [{ words }] };
const edited = (made: Made, edit: (file: string) => string): Uint8Array =>
  new Uint8Array(Buffer.from(edit(Buffer.from(madePdf(made)).toString('latin1')), 'latin1'));

const picture = streamOf(
  '\xff\x00\xff',
  '/Type /XObject /Subtype /Image /Width 1 /Height 1 /ColorSpace /DeviceRGB /BitsPerComponent 8',
);
const scan = { content: 'q 612 0 0 792 0 0 cm /A Do Q', resources: '/XObject << /A 60 0 R >>' };

describe('no text', () => {
  test('pages that are pictures want OCR', async () => {
    expect(await refusal({ pages: [scan, scan], objects: { 60: picture } })).toBe(
      'a.pdf has no text layer, only pictures of pages; run OCR on it and add the result.',
    );
  });

  test('a picture wants OCR however it is drawn', async () => {
    const drawings = [
      '612 0 0 792 0 0 cm /A Do',
      'q q 612 0 0 792 0 0 cm /A Do Q Q',
      'q 612 0 0 400 0 0 cm /A Do Q q 612 0 0 392 0 400 cm /A Do Q',
      '/Figure BMC q 1 0 0 1 0 0 cm 612 0 0 792 0 0 cm /A Do Q EMC',
    ];
    for (const content of drawings)
      expect(await refusal({ pages: [{ ...scan, content }], objects: { 60: picture } })).toContain('run OCR on it');
  });

  test('some pages that are pictures are a label with their number', async () => {
    const { article } = await read({ pages: [{ words }, scan, { words: others }, scan], objects: { 60: picture } });
    expect(article?.labels).toEqual([
      {
        kind: 'no-text-layer',
        text: 'some pages are pictures',
        reason:
          '2 of 4 pages hold pictures of text (p. 2, 4) that cannot be searched or quoted; run OCR on the file and add the result.',
      },
    ]);
  });

  test('an empty page is no picture', async () => {
    const { article } = await read({ pages: [{ words }, {}, { content: 'q Q' }] });
    expect(article?.labels).toEqual([]);
    expect(await refusal({ pages: [{}, { content: 'q q Q Q' }] })).toBe(
      'a.pdf has no text on its pages; add a file with text.',
    );
  });

  test('text that is drawn and never shown is the text layer of a scan', async () => {
    const hidden = `${scan.content} BT 3 Tr /Helvetica 10 Tf 1 0 0 1 72 700 Tm (The river took the bridge.) Tj ET`;
    const { article } = await read({ pages: [{ ...scan, content: hidden }], objects: { 60: picture } });
    expect(article?.text).toBe('The river took the bridge.');
    expect(article?.labels).toEqual([]);
  });
});

describe('locked, damaged, or no PDF', () => {
  test('a password is asked for', async () => {
    const key = `<${'ab'.repeat(32)}>`;
    const encryption = `<< /Filter /Standard /V 1 /R 2 /O ${key} /U ${key} /P -4 >>`;
    const locked: Made = { ...plain, objects: { 90: encryption }, trailer: `/Encrypt 90 0 R /ID [${key} ${key}]` };
    expect(await refusal(locked)).toBe('a.pdf is locked with a password; save a copy without one and add that.');
  });

  test('what is no PDF is told', async () => {
    expect(await refusal(new TextEncoder().encode('<html><p>The river.</p></html>'))).toBe(
      'a.pdf is no PDF, whatever its name says; give it the ending of what it is, or export it again.',
    );
  });

  test('what is cut off after its head is told', async () => {
    expect(await refusal(madePdf(plain).slice(0, 60))).toBe(
      'a.pdf is damaged and cannot be opened as a PDF; export or download it again.',
    );
  });

  test('a wrong table of offsets is mended', async () => {
    const { article } = await read(edited(plain, (file) => file.replace(/\d{10} 00000 n/g, '0000000007 00000 n')));
    expect(article?.text).toContain('took the old bridge with it, and the people on the far side');
  });

  test('a page that cannot be read is a problem, and the others are read', async () => {
    const { article, problems } = await read(
      edited({ pages: [{ words: others }, { words }] }, (file) => file.replace('102 0 obj\n<<', '102 0 obj\n7 <')),
    );
    expect(article?.text).toContain('Nobody asked');
    expect(problems.map(({ message }) => message)).toEqual([
      'a.pdf is damaged: 1 of its 2 pages (p. 2) cannot be read; export or download it again.',
    ]);
  });
});

describe('too much', () => {
  const zeros = (megabytes: number) => new Uint8Array(megabytes * 1_000_000).fill(32);

  test('a stream that unpacks to 300 MB is not unpacked', async () => {
    const made = { ...plain, objects: { 70: packedStream(zeros(300)) } };
    expect(madePdf(made).length).toBeLessThan(400_000);
    expect(await refusal(made)).toBe(
      'a.pdf unpacks one of its parts to more than 32 MB, as no document does; print it to a new PDF and add that.',
    );
  });

  test('many streams are counted together', async () => {
    const objects = Object.fromEntries([70, 71, 72, 73, 74, 75].map((at) => [at, packedStream(zeros(30))]));
    expect(await refusal({ ...plain, objects })).toMatch(/unpacks to more than 150 MB/);
  });

  test('a stream that is packed twice is refused', async () => {
    const twice = packedStream(zeros(1)).replace('/Filter /FlateDecode', '/Filter [/FlateDecode /FlateDecode]');
    expect(await refusal({ ...plain, objects: { 70: twice } })).toMatch(/is packed several times over/);
  });

  test('a large picture is not counted, for it is never unpacked', async () => {
    const image = packedStream(
      zeros(40),
      '/Type /XObject /Subtype /Image /Width 5000 /Height 8000 /ColorSpace /DeviceGray /BitsPerComponent 8',
    );
    const { article } = await read({ pages: [{ words, ...scan }], objects: { 60: image } });
    expect(article?.text).toContain('bridge');
  });

  test('2,001 pages are too many', async () => {
    expect(await refusal({ pages: Array.from({ length: 2_001 }, () => ({})) })).toBe(
      'a.pdf has 2001 pages, and a PDF may have at most 2000; split it into smaller files.',
    );
  });

  test('a page with half a million letters is left at once', async () => {
    const content = `BT /Helvetica 10 Tf ${'1 0 0 1 72 700 Tm (abcdefghijklmnopqrstuvwxyz) Tj '.repeat(20_000)} ET`;
    const file = madePdf({ pages: [{ content }] });
    expect(await refusal(file)).toMatch(
      /^a\.pdf holds more than 400000 characters or 60000 pieces of text on page 1 alone/,
    );
  });
});

describe('what a file would like to do', () => {
  test('is not done: scripts, launches, attachments and addresses are passed over', async () => {
    const open = '/OpenAction << /S /JavaScript /JS (app.alert\\(1\\); this.exportDataObject\\({}\\);) >>';
    const names =
      '/Names << /EmbeddedFiles << /Names [(a.txt) << /Type /Filespec /F (a.txt) /EF << /F 71 0 R >> >>] >> /JavaScript << /Names [(x) << /S /JavaScript /JS (while\\(true\\);) >>] >> >>';
    const { article, problems } = await read({
      ...plain,
      catalogue: `${open} ${names}`,
      objects: { 71: streamOf('The secret text of an attachment.', '/Type /EmbeddedFile') },
    });
    expect(problems).toEqual([]);
    expect(article?.text).not.toMatch(/secret|alert/);
    expect(article?.text).toContain('bridge');
  });

  test('forms that call themselves come to an end', async () => {
    const loop = streamOf(
      '/A Do',
      '/Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /A 60 0 R >> >>',
    );
    const { article } = await read({
      pages: [{ words, content: '/A Do', resources: '/XObject << /A 60 0 R >>' }],
      objects: { 60: loop },
    });
    expect(article?.text).toContain('bridge');
  });
});
