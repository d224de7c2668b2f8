/** Whatever markup a Word file or an EPUB book holds, the spans of its article are exact, or there is a problem in one sentence. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readArticle } from '../../src/ingest/read-article.ts';
import { docxOf, epubOf, navPoint, noteMark } from './made-files.ts';
import { expectSound } from './soundness.ts';

const runs = Math.ceil(Number(process.env['FAST_CHECK_RUNS'] ?? 1500) / 4);
const timeoutMs = 600_000;

const words = fc.oneof(
  fc.constantFrom(
    'It rained in Verra. ',
    'Dr. A. Lund said so: ',
    'By Hanna Sand',
    '3 May 2017',
    'One',
    ' ',
    '\n',
    '\u00a0',
    '\u00ad',
    '\u0301',
    ' \u0301',
    '\u200d',
    '👩‍👩‍👧',
    '🇫🇷',
    'नि',
    '東京は晴れです。',
    'والحرب ',
    '\u2028',
    '\ud83d',
    '\u0600',
    '10',
    '&#0;',
    '&amp;',
  ),
  fc.string({ unit: 'grapheme', maxLength: 8 }).map((text) => text.replace(/[<&]/g, '')),
);

/** Tags in any order, closed or not. */
const markup = (names: readonly string[], own: readonly string[]) =>
  fc
    .array(
      fc.oneof(
        { weight: 4, arbitrary: words },
        { weight: 3, arbitrary: fc.constantFrom(...names).map((name) => `<${name}>`) },
        { weight: 3, arbitrary: fc.constantFrom(...names).map((name) => `</${name.split(' ')[0]}>`) },
        { weight: 2, arbitrary: fc.constantFrom(...own) },
      ),
      { maxLength: 60 },
    )
    .map((parts) => parts.join(''));

const wordMarkup = markup(
  'w:p w:r w:t w:tbl w:tr w:tc w:ins w:del w:sdt w:sdtContent w:hyperlink w:pict w:txbxContent w:pPr w:rPr mc:AlternateContent mc:Choice m:f m:num m:den'.split(
    ' ',
  ),
  [
    '<w:tab/>',
    '<w:br/>',
    '<w:softHyphen/>',
    '<w:pStyle w:val="Heading1"/>',
    '<w:pStyle w:val="Quote"/>',
    '<w:numPr><w:numId w:val="1"/></w:numPr>',
    '<w:rPr><w:del/></w:rPr>',
    '<w:rPr><w:vertAlign w:val="superscript"/></w:rPr>',
    '<w:fldChar w:fldCharType="begin"/>',
    '<w:fldChar w:fldCharType="end"/>',
    '<w:p><w:r><w:t>The bridge is old: </w:t></w:r></w:p>',
    noteMark(1),
  ],
);

const bookMarkup = markup(
  [
    ...'p div span h1 h3 ul li table tr td blockquote pre sup sub aside q figcaption math mfrac ruby rt'.split(' '),
    'aside epub:type="footnote"',
    'a href="#n"',
  ],
  [
    '<br/>',
    '<hr/>',
    '<a id="x"/>',
    '<span epub:type="pagebreak" title="7"/>',
    '<span class="pagenum">[Pg 8]</span>',
    '<sup><a href="#n">1</a></sup>',
    '<img src="x"/>',
    '<![CDATA[ x ]]>',
    '<!-- x -->',
    '<p>The bridge is old: </p>',
  ],
);

async function expectReadable(path: string, bytes: Uint8Array): Promise<void> {
  const { article, problems } = await readArticle(path, bytes);
  for (const { message } of problems) expect(message).toMatch(new RegExp(`^${path} [^\\n]*\\.$`));
  if (article) expectSound(article);
  else expect(problems).toHaveLength(1);
}

test(
  'of Word',
  async () => {
    const footnotes = '<w:footnote w:id="1"><w:p><w:r><w:t>A note.</w:t></w:r></w:p></w:footnote>';
    const property = fc.asyncProperty(wordMarkup, words, async (body, title) =>
      expectReadable('a.docx', await docxOf({ body, footnotes, core: `<dc:title>${title}</dc:title>` })),
    );
    await fc.assert(property, { numRuns: runs });
  },
  timeoutMs,
);

test(
  'of an EPUB book',
  async () => {
    const property = fc.asyncProperty(bookMarkup, words, bookMarkup, async (body, title, second) => {
      const items = [
        { name: 'one.xhtml', body: `<p>${body}` },
        { name: 'two.xhtml', body: second },
      ];
      const ncx = `${navPoint(title, 'one.xhtml')}${navPoint('One', 'two.xhtml#x')}</navMap>`;
      await expectReadable('a.epub', await epubOf({ ncx, items, metadata: `<dc:title>${title}</dc:title>` }));
    });
    await fc.assert(property, { numRuns: runs });
  },
  timeoutMs,
);
