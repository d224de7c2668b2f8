/** A small sound file of each format: what the damaged ones are made of. */
import {
  type DocxMakings,
  docxEntries,
  type Entries,
  type EpubMakings,
  epubEntries,
  navPoint,
  note,
  noteMark,
  paragraph,
  run,
  table,
  zipOf,
} from '../ingest/made-files.ts';
import { column, madePdf } from '../ingest/pdf/made-pdf.ts';

const sentences = [
  'The ferry at Orsel was built in the spring of 1911, and it was not the first that the town had paid for.',
  'Hanna Sand, the engineer, said so: “Nobody had asked the miller.”',
  'In the summer the river came down and took the old bridge with it.',
];
const [first = '', second = '', third = ''] = sentences;

export const plainText = `The ferry at Orsel\n\nBy Hanna Sand\n3 May 2017\n\n${first} ${second}\n\n${third}\n`;

export const markdownText = `---
title: The ferry at Orsel
author: [Hanna Sand, A. Lund]
date: 2017-05-03
url: https://ferry.example/orsel
sources:
  - The Orsel Gazette
---

# The ferry

${first} ${second}

## Later

> ${third}

- one rope[^1]
- two **ropes** and [a boat](https://ferry.example/boat)

| year | boats |
|------|-------|
| 1911 | 2     |

\`\`\`js
const boats = 2;
\`\`\`

[^1]: Of hemp.
`;

export const webPage = `<!DOCTYPE html>
<html lang="en"><head><meta charset="utf-8"><title>The ferry at Orsel – The Gazette</title>
<meta property="og:site_name" content="The Gazette"><link rel="canonical" href="https://ferry.example/2017/05/03/orsel">
<script type="application/ld+json">{"@type":"NewsArticle","headline":"The ferry at Orsel","datePublished":"2017-05-03","author":{"name":"Hanna Sand"}}</script>
</head><body><nav><a href="/">Home</a></nav><article><h1>The ferry at Orsel</h1><p class="byline">By Hanna Sand</p>
<p>${first} ${second}</p><h2>Later</h2><p>${third}</p><ul><li>one rope</li><li>two ropes</li></ul>
<table><tr><th>year</th><th>boats</th></tr><tr><td>1911</td><td>2</td></tr></table></article><footer>Share this</footer></body></html>
`;

const wordMakings: DocxMakings = {
  body: [
    paragraph('The ferry at Orsel', 'Title'),
    paragraph('Early', 'Heading1'),
    paragraph(run(`${first} `) + run(second, '<w:b/>') + noteMark(1)),
    paragraph(third, 'Quote'),
    table([
      ['year', 'boats'],
      ['1911', '2'],
    ]),
  ].join(''),
  footnotes: note(1, 'Of hemp.'),
  core: '<dc:title>The ferry at Orsel</dc:title><dc:creator>Hanna Sand</dc:creator>',
};

const bookMakings: EpubMakings = {
  items: [
    { name: 'one.xhtml', body: `<h1>The ferry</h1><p>${first} ${second}</p>` },
    {
      name: 'two.xhtml',
      body: `<h1 id="x">Later</h1><p>${third}<sup><a href="#n">1</a></sup></p><aside id="n">Of hemp.</aside>`,
    },
  ],
  ncx: `${navPoint('The ferry', 'one.xhtml')}${navPoint('Later', 'two.xhtml#x')}</navMap>`,
};

const wordParts = docxEntries(wordMakings);
const bookParts = epubEntries(bookMakings);

const pdfFile = madePdf({
  pages: [
    {
      words: column([
        'The ferry at Orsel was built in the spring of 1911, and it was',
        'not the first that the town had paid for.',
      ]),
    },
    {
      words: column([
        'In the summer the river came down and took the old bridge',
        'with it. Nobody had asked the miller.',
      ]),
    },
  ],
  info: { Title: 'The ferry at Orsel', Author: 'Hanna Sand', CreationDate: 'D:20170503120000Z' },
  catalogue: '/PageLabels << /Nums [0 << /S /r >> 1 << /S /D /St 12 >>] >>',
});

export type Ending = 'txt' | 'md' | 'html' | 'docx' | 'epub' | 'pdf';

/** By the ending that it should have. */
export const soundFiles: Readonly<Record<Ending, Uint8Array>> = {
  txt: new TextEncoder().encode(plainText),
  md: new TextEncoder().encode(markdownText),
  html: new TextEncoder().encode(webPage),
  docx: new Uint8Array(await zipOf(wordParts)),
  epub: new Uint8Array(await zipOf(bookParts)),
  pdf: pdfFile,
};

export const endings = Object.keys(soundFiles) as readonly Ending[];

/** Of a format that is an archive: what it holds. */
export const partsOf = (ending: Ending): Entries | null =>
  ending === 'docx' ? wordParts : ending === 'epub' ? bookParts : null;
