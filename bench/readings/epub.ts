/** How well EPUB books are read: generated books as a dozen programs write them, of which it is known what they say. */
import { type EpubMakings, epubOf, escaped, nav, navPoint } from '../../test/ingest/made-files.ts';
import { createRandom, type Random } from '../random.ts';
import { type Part, type Sample, sampleOf, tongues } from './samples.ts';
import { type Outcome, outcomeOf, reportOf } from './verbatim.ts';

/** Markup of the parts of a chapter, and of the book round the chapters. */
interface Dress {
  readonly paragraph?: (text: string, random: Random) => string;
  readonly heading?: (text: string, at: number) => string;
  readonly chapter?: (inside: string, at: number) => string;
  readonly book?: (chapters: readonly Chapter[], sample: Sample) => EpubMakings;
}

interface Chapter {
  readonly title: string | null;
  readonly name: string;
  readonly body: string;
}

export async function measureEpub(): Promise<readonly string[]> {
  const outcomes: Outcome[] = [];
  const langs = Object.keys(tongues);
  for (const [at, [name, dress]] of Object.entries(dresses).entries()) {
    for (let nth = 0; nth < 4; nth++) {
      const random = createRandom(at * 100 + nth + 7);
      const lang = nth === 0 ? 'en' : (langs[(at + nth) % langs.length] as string);
      const sample = sampleOf(lang, random, 3 + random.below(4));
      outcomes.push(await outcomeOf(name, 'a.epub', await epubOf(bookOf(sample, dress, random)), sample));
    }
  }
  return reportOf(outcomes);
}

/** A chapter for each heading. */
function bookOf(sample: Sample, dress: Dress, random: Random): EpubMakings {
  const chapters: { title: string | null; parts: Part[] }[] = [{ title: null, parts: [] }];
  for (const part of sample.parts) {
    if (part.kind === 'heading') chapters.push({ title: part.texts[0] ?? '', parts: [] });
    chapters.at(-1)?.parts.push(part);
  }
  const files = chapters.map(({ title, parts }, at): Chapter => {
    const inside = parts.map((part) => partOf(part, at, dress, random)).join('\n');
    return { title, name: `c${at}.xhtml`, body: dress.chapter?.(inside, at) ?? inside };
  });
  return { metadata: metadataOf(sample), ...(dress.book ?? asItIs)(files, sample) };
}

function partOf({ kind, texts }: Part, at: number, dress: Dress, random: Random): string {
  const paragraphs = () => texts.map((text) => (dress.paragraph ?? plain)(text, random)).join('\n');
  switch (kind) {
    case 'heading':
      return texts.map((text) => (dress.heading ?? ranked)(text, at)).join('');
    case 'list':
      return `<ul>${texts.map((text) => `<li>${escaped(text)}</li>`).join('\n')}</ul>`;
    case 'table':
      return `<table>${[0, 2, 4].map((row) => `<tr><td>${escaped(texts[row] ?? '')}</td><td>${escaped(texts[row + 1] ?? '')}</td></tr>`).join('')}</table>`;
    case 'quotation':
      return `<blockquote>${paragraphs()}</blockquote>`;
    default:
      return paragraphs();
  }
}

const plain = (text: string): string => `<p>${escaped(text)}</p>`;
const ranked = (text: string, at: number): string => `<h${1 + (at % 3)}>${escaped(text)}</h${1 + (at % 3)}>`;
const metadataOf = ({ title, lang, authors }: Sample): string =>
  `<dc:title>${escaped(title)}</dc:title><dc:language>${lang}</dc:language><dc:creator>${escaped(authors[0] ?? '')}</dc:creator>`;

const asItIs = (chapters: readonly Chapter[]): EpubMakings => ({ items: chapters });

const contentsOf = (chapters: readonly Chapter[]): (readonly [string, string])[] =>
  chapters.flatMap(({ title, name }) => (title === null ? [] : [[escaped(title), name] as const]));

const withNav = (chapters: readonly Chapter[]): EpubMakings => ({
  items: [...chapters, { name: 'nav.xhtml', properties: 'nav', body: nav('toc', contentsOf(chapters)) }],
});

const withNcx = (chapters: readonly Chapter[]): EpubMakings => ({
  version: '2.0',
  items: chapters,
  ncx: `${contentsOf(chapters)
    .map(([label, src]) => navPoint(label, src))
    .join('')}</navMap>`,
});

// ── Habits ──────────────────────────────────────────────────────────────────────────────────────────────────────────

/** Between two words near the middle. */
function amid(text: string, markup: string): string {
  const at = text.indexOf(' ', text.length / 2);
  return at < 0 ? escaped(text) : `${escaped(text.slice(0, at))}${markup}${escaped(text.slice(at))}`;
}

const wordByWord = (text: string, wrap: (word: string, at: number) => string): string =>
  text
    .split(/(?<= )/)
    .map((word, at) => wrap(escaped(word), at))
    .join('');

const dresses: Readonly<Record<string, Dress>> = {
  'EPUB 3 in sections': {
    chapter: (inside, at) => `<section epub:type="chapter" id="c${at}">${inside}</section>`,
    book: withNav,
  },
  'converted, classes for headings': {
    paragraph: (text) => `<p class="calibre1"><span class="calibre2">${escaped(text)}</span></p>`,
    heading: (text) => `<p class="calibre5"><b class="calibre6">${escaped(text)}</b></p>`,
    chapter: (inside) => `<div class="calibre">${inside}</div>`,
    book: withNcx,
  },
  'no headings at all': { heading: () => '', book: withNav },
  'page numbers as on paper': {
    paragraph: (text, random) =>
      `<p>${amid(text, `<span class="pagenum"><a id="Page_${random.below(300)}">[Pg ${random.below(300)}]</a></span>`)}</p>`,
    book: (chapters) => ({ ...withNcx(chapters), guide: '<reference type="toc" href="c9.xhtml"/>' }),
  },
  'page breaks as marks': {
    paragraph: (text, random) =>
      `<p>${amid(text, `<span epub:type="pagebreak" role="doc-pagebreak" title="${random.below(300)}" id="p${random.below(9999)}"/>`)}</p>`,
    book: withNav,
  },
  'laid out, a span for each word': {
    paragraph: (text) =>
      `<p class="ParaOverride-1">${wordByWord(text, (word, at) => `<span class="CharOverride-${at % 3}" xml:lang="en">${word}</span>`)}</p>`,
    heading: (text) => `<p class="Chapter-Title">${wordByWord(text, (word) => `<span>${word}</span>`)}</p>`,
    chapter: (inside) => `<div class="_idGenObjectLayout-1"><div class="Basic-Text-Frame">${inside}</div></div>`,
    book: withNcx,
  },
  'notes in every paragraph': {
    paragraph: (text, random) => {
      const id = random.below(9999);
      const mark = random.pick([
        `<a epub:type="noteref" href="#n${id}">1</a>`,
        `<sup><a href="#n${id}">${id}</a></sup>`,
        `<a href="notes.xhtml#n${id}"><sup>*</sup></a>`,
        `<a href="#n${id}">[12]</a>`,
      ]);
      return `<p>${amid(text, mark)}</p><aside epub:type="footnote" id="n${id}"><p>1. A note.</p></aside>`;
    },
  },
  'entities and soft hyphens': {
    paragraph: (text) =>
      `<p>${wordByWord(text, (word, at) => (at % 3 ? word.replace(/[^\x20-\x7e]/gu, (sign) => `&#x${sign.codePointAt(0)?.toString(16)};`) : word.replace(/^([a-z]{2})(?=[a-z]{2})/i, '$1&shy;')))}</p>`,
  },
  'paragraphs by breaks': {
    paragraph: (text) => `${escaped(text)}<br/><br/>\n`,
    chapter: (inside) => `<div>${inside}</div>`,
  },
  'initials and small capitals': {
    paragraph: (text) =>
      `<p class="first"><span class="dropcap">${escaped(text.slice(0, 1))}</span><small>${escaped(text.slice(1, 6))}</small>${escaped(text.slice(6))}</p>`,
  },
  'names that need care': {
    book: (chapters) => ({
      folder: 'OPS/Text files',
      items: chapters.map((chapter, at) => ({
        ...chapter,
        name: `Kapitel ${at} é.html`,
        href: `./Kapitel%20${at}%20%C3%A9.html`,
        mediaType: at % 2 ? 'text/html' : 'application/xml',
      })),
    }),
  },
  'front and back matter': {
    book: (chapters, { title, authors }) => ({
      items: [
        {
          name: 'cover.xhtml',
          body: '<svg viewBox="0 0 1 1"><image href="cover.jpg"/></svg>',
          bodyAttributes: 'epub:type="cover"',
        },
        {
          name: 'title.xhtml',
          body: `<h1>${escaped(title)}</h1><p>${escaped(authors[0] ?? '')}</p>`,
          bodyAttributes: 'epub:type="titlepage"',
        },
        { name: 'rights.xhtml', body: '<p>© 2019 Harl Books. All rights reserved.</p>' },
        {
          name: 'toc.xhtml',
          body: `<h2>Contents</h2>${chapters.map(({ name }) => `<p><a href="${name}">Chapter</a></p>`).join('')}`,
        },
        ...chapters,
      ],
    }),
  },
};
