/** Text strewn over pages in any way, and bytes in any disorder, give an article whose spans are exact, or one sentence. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readArticle } from '../../../src/ingest/read-article.ts';
import { expectSound } from '../soundness.ts';
import { madePdf, type Words } from './made-pdf.ts';

const runs = Number(process.env['FAST_CHECK_RUNS'] ?? 150);

const text = fc.oneof(
  fc.constantFrom(
    'The river came down in the spring',
    'and took the old bridge with it.',
    'govern-',
    'ment',
    '1',
    '12',
    '• bread',
    '2. rope',
    'A',
    'T',
    'R I V E R',
    'Figure 1. A mule',
    'By Jane Doe',
    '3 May 2017',
    'Introduction . . . . . . 7',
    'Nobody asked him:',
    '“Why?”',
    '—',
    '1911',
  ),
  fc.string({ minLength: 1, maxLength: 12 }).map((any) => any.replace(/[^ -~]/g, 'x')),
);
const words: fc.Arbitrary<Words> = fc.record({
  text,
  // Often on the same lines and margins, as text is.
  x: fc.oneof(fc.constantFrom(72, 86, 300, 320), fc.integer({ min: 0, max: 500 })),
  y: fc.oneof(
    fc.integer({ min: 3, max: 60 }).map((line) => line * 12),
    fc.integer({ min: 20, max: 770 }),
  ),
  size: fc.constantFrom(6, 8, 10, 10, 10, 12, 18, 30),
  font: fc.constantFrom('Helvetica', 'Helvetica-Bold', 'Times-Roman', 'Times-Italic'),
});
const page = fc.record({
  words: fc.array(words, { maxLength: 40 }),
  rotate: fc.constantFrom(0, 0, 0, 90, 180),
});

test('any pages give a sound article, or a problem in one sentence', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(page, { minLength: 1, maxLength: 4 }), async (pages) => {
      const { article, problems } = await readArticle('a.pdf', madePdf({ pages }));
      for (const { message } of problems)
        expect(message).toMatch(/^a\.pdf (?:holds no words|holds no article|has no text|is empty)/);
      if (!article) return;
      expectSound(article);
      expect(article.pages).toHaveLength(pages.length);
    }),
    { numRuns: runs },
  );
}, 600_000);

test('any bytes in a PDF’s place are refused in one sentence, or read', async () => {
  const whole = madePdf({ pages: [{ words: [{ text: 'The river came down in the spring.', x: 72, y: 100 }] }] });
  const damage = fc.array(fc.record({ at: fc.nat(whole.length - 1), byte: fc.nat(255) }), {
    minLength: 1,
    maxLength: 20,
  });
  await fc.assert(
    fc.asyncProperty(damage, fc.nat(whole.length), async (changes, length) => {
      const bytes = whole.slice(0, Math.max(length, whole.length / 2));
      for (const { at, byte } of changes) if (at < bytes.length) bytes[at] = byte;
      const { article, problems } = await readArticle('a.pdf', bytes);
      if (article) expectSound(article);
      else expect(problems.at(-1)?.message).toMatch(/^a\.pdf .*[.]$/);
    }),
    { numRuns: runs },
  );
}, 600_000);
