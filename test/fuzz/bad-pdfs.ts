/** PDF files with tables, trees, streams and letters that are broken, missing or without end. */
import { column, type Made, madePdf, packedStream, streamOf } from '../ingest/pdf/made-pdf.ts';
import type { BadContents } from './bad-files.ts';

const words = column([
  'The ferry at Orsel was built in the spring of 1911,',
  'and the town paid for it in all those years.',
]);
const plain: Made = { pages: [{ words }, { words }] };
const edited =
  (edit: (file: string) => string, made: Made = plain) =>
  () =>
    Buffer.from(edit(Buffer.from(madePdf(made)).toString('latin1')), 'latin1');
const replaced = (what: string | RegExp, by: string) => edited((file) => file.replace(what, by));
const of = (made: Partial<Made>) => () => madePdf({ ...plain, ...made });
const content = (operators: string) => of({ pages: [{ words, content: operators }] });

const file: BadContents = {
  'a head and nothing else': () => '%PDF-1.7\n',
  'a head and an end': () => '%PDF-1.7\n%%EOF\n',
  'a version that is none': replaced('%PDF-1.7', '%PDF-9.9'),
  'no version': replaced('%PDF-1.7', '%PDF-'),
  'a head behind a thousand letters': edited((all) => 'x'.repeat(1_000) + all),
  'no table of offsets': replaced(/xref[\s\S]*?trailer/u, 'trailer'),
  'no trailer': replaced(/trailer[\s\S]*$/u, ''),
  'no start of the table': replaced(/startxref[\s\S]*$/u, ''),
  'a start beyond the end': replaced(/startxref\n\d+/u, 'startxref\n999999999'),
  'a start below zero': replaced(/startxref\n\d+/u, 'startxref\n-5'),
  'a start that is no number': replaced(/startxref\n\d+/u, 'startxref\nabc'),
  'a start that is the head': replaced(/startxref\n\d+/u, 'startxref\n0'),
  'a table that counts a billion': replaced('xref\n1 1', 'xref\n1 1000000000'),
  'a table of free objects': replaced(/00000 n/gu, '00000 f'),
  'a table whose offsets are all one': replaced(/\d{10} 00000 n/gu, '0000000009 00000 n'),
  'a trailer that is its own past': edited((all) =>
    all.replace('trailer\n<<', `trailer\n<< /Prev ${all.indexOf('xref\n')}`),
  ),
  'no end marks of objects': replaced(/endobj/gu, ''),
  'no end marks of streams': replaced(/endstream/gu, ''),
  'line ends of another system': edited((all) => all.replaceAll('\n', '\r\n')),
  'letters of UTF-8': edited((all) => Buffer.from(all, 'latin1').toString('utf8')),
  'a line of comments': edited((all) => all.replace('trailer', `%${'x'.repeat(100_000)}\ntrailer`)),
  'ends without end': edited((all) => all + '%%EOF\n'.repeat(10_000)),
};

const tree: BadContents = {
  'no root': replaced('/Root 1 0 R', ''),
  'a root that is not there': replaced('/Root 1 0 R', '/Root 999 0 R'),
  'a root that is a number': replaced('/Root 1 0 R', '/Root 7'),
  'a root that is a page': replaced('/Root 1 0 R', '/Root 100 0 R'),
  'no pages': of({ pages: [] }),
  'pages that count too many': replaced('/Count 2', '/Count 2000'),
  'pages that count below zero': replaced('/Count 2', '/Count -1'),
  'pages that count no number': replaced('/Count 2', '/Count (a)'),
  'pages that are their own child': replaced('/Kids [', '/Kids [2 0 R '),
  'a page that is its own parent': replaced('/Parent 2 0 R', '/Parent 100 0 R'),
  'a page twice': replaced('/Kids [100 0 R', '/Kids [100 0 R 100 0 R'),
  'children that are not there': replaced(/\/Kids \[[^\]]*\]/u, '/Kids [998 0 R 999 0 R]'),
  'children that are no list': replaced(/\/Kids \[[^\]]*\]/u, '/Kids 7'),
  'children of children without end': of({
    objects: { 60: '<< /Type /Pages /Kids [61 0 R] >>', 61: '<< /Type /Pages /Kids [60 0 R] >>' },
    catalogue: '/Pages 60 0 R',
  }),
  'a page of no size': replaced(/\/MediaBox \[[^\]]*\]/gu, '/MediaBox [0 0 0 0]'),
  'a page of infinite size': replaced(/\/MediaBox \[[^\]]*\]/gu, '/MediaBox [0 0 1e99 1e99]'),
  'a page without a size': replaced(/\/MediaBox \[[^\]]*\]/gu, ''),
  'a page turned by 45 degrees': replaced(/\/Rotate 0/gu, '/Rotate 45'),
  'labels that are wrong': of({
    catalogue: '/PageLabels << /Nums [(a) 7 -5 << /S /r /St -1 >> 1 << /S /Z /P (\\000\\377) >>] >>',
  }),
  'labels that go in circles': of({ catalogue: '/PageLabels 60 0 R', objects: { 60: '<< /Kids [60 0 R] >>' } }),
  'roman labels of a billion': of({ catalogue: '/PageLabels << /Nums [0 << /S /r /St 999999999 >>] >>' }),
  'letter labels of a billion': of({ catalogue: '/PageLabels << /Nums [0 << /S /a /St 99999999 >>] >>' }),
  'nested lists 5,000 deep': of({ catalogue: `/X ${'['.repeat(5_000)}${']'.repeat(5_000)}` }),
  'nested lists that are not closed': of({ catalogue: `/X ${'<<'.repeat(5_000)}` }),
  'references to references': of({ objects: { 60: '61 0 R', 61: '60 0 R' }, trailer: '/Info 60 0 R' }),
};

const streams: BadContents = {
  'a content that is not there': replaced('/Contents 101 0 R', '/Contents 999 0 R'),
  'a content that is a page': replaced('/Contents 101 0 R', '/Contents 100 0 R'),
  'a content of lists': replaced('/Contents 101 0 R', '/Contents [101 0 R [103 0 R] 7 null]'),
  'lengths that are too small': replaced(/\/Length \d+/gu, '/Length 1'),
  'lengths that are too large': replaced(/\/Length \d+/gu, '/Length 99999999'),
  'lengths below zero': replaced(/\/Length \d+/gu, '/Length -1'),
  'lengths that are their own stream': replaced(/\/Length \d+/gu, '/Length 101 0 R'),
  'a filter that nobody knows': replaced(/\/Length/gu, '/Filter /Nowhere /Length'),
  'a filter that is a lie': replaced(/\/Length/gu, '/Filter /FlateDecode /Length'),
  'a hundred filters': replaced(/\/Length/gu, `/Filter [${'/ASCIIHexDecode '.repeat(100)}] /Length`),
  'packed zeros of 10 MB': of({
    pages: [{ words }, { content: '60 0 obj' }],
    objects: { 60: packedStream(new Uint8Array(10_000_000)) },
  }),
  'operators without operands': content('Tf Tj TJ Td Tm cm Do gs BT ET Q Q Q Q'),
  'operands of wrong types': content('BT (a) (b) Tf [1 2] Tj 7 TJ << >> Td /a Tm ET'),
  'operators that are none': content('xx yy zz 1 2 3 aaaa'),
  'text outside of text': content('/Helvetica 10 Tf (The town paid.) Tj'),
  'text that is not closed': content('BT /Helvetica 10 Tf (The town paid'),
  'brackets in text': content(`BT /Helvetica 10 Tf ${'('.repeat(5_000)}${')'.repeat(5_000)} Tj ET`),
  'saves without end': content('q '.repeat(100_000)),
  'texts that begin without end': content('BT '.repeat(50_000)),
  'marked content without end': content('/Span << /ActualText (a) >> BDC '.repeat(5_000)),
  'a picture in the text that is not closed': content('BI /W 10 /H 10 ID aaaaaaa'),
  'letters of no size': content('BT /Helvetica 0 Tf (The town paid.) Tj ET'),
  'letters of infinite size': content('BT /Helvetica 1e38 Tf (The town paid.) Tj ET'),
  'letters far off the page': content('BT /Helvetica 10 Tf 1 0 0 1 1e9 -1e9 Tm (The town paid.) Tj ET'),
  'letters of a singular matrix': content('BT /Helvetica 10 Tf 0 0 0 0 72 700 Tm (The town paid.) Tj ET'),
  'numbers that are none': content('BT /Helvetica 1.2.3 Tf --5 +-7 1e Td (The town paid.) Tj ET'),
  'a font that is not there': content('BT /Nowhere 10 Tf 72 600 Td (The town paid.) Tj ET'),
  'a font that is its own descendant': of({
    pages: [{ words: [{ text: 'a', x: 72, y: 90, font: 'Type3' }] }],
    objects: { 50: '<< /Type /Font /Subtype /Type0 /DescendantFonts [50 0 R] >>' },
  }),
  'a font drawn by itself': of({
    pages: [{ words: [{ text: 'a', x: 72, y: 90, font: 'Type3' }] }],
    objects: {
      50: '<< /Type /Font /Subtype /Type3 /FontMatrix [1 0 0 1 0 0] /FontBBox [0 0 1 1] /CharProcs << /a 51 0 R >> /Encoding << /Differences [97 /a] >> /FirstChar 97 /LastChar 97 /Widths [1] /Resources << /Font << /Type3 50 0 R >> >> >>',
      51: streamOf('BT /Type3 1 Tf (a) Tj ET'),
    },
  }),
  'widths of nonsense': replaced(/\/Encoding \/WinAnsiEncoding/gu, '/FirstChar -9 /LastChar 999999 /Widths [(a) null]'),
  'an encoding of nonsense': replaced(/\/WinAnsiEncoding/gu, '<< /Differences [-1 /a 999 /b (c) /uniD800 /u110000] >>'),
  'a map of letters that is broken': of({
    pages: [{ words: [{ text: 'ab', x: 72, y: 90, font: 'Type3' }] }],
    objects: {
      50: '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /ToUnicode 51 0 R >>',
      51: streamOf('begincmap 1 beginbfrange <00> <ffffffff> <0000> endbfrange 1 beginbfchar <61> <d800> endbfchar'),
    },
  }),
  'words in one place': of({
    pages: [{ words: Array.from({ length: 500 }, (_, at) => ({ text: `w${at}`, x: 72, y: 100 })) }],
  }),
  'letters spread over the page': of({
    pages: [
      { words: Array.from({ length: 2_000 }, (_, at) => ({ text: 'a', x: (at * 37) % 600, y: (at * 53) % 780 })) },
    ],
  }),
  'controls for letters': content('BT /Helvetica 10 Tf 72 600 Td <00010203041b1f7f80ff> Tj ET'),
};

const claims: BadContents = {
  'a title that is no text': of({ trailer: '/Info << /Title 7 /Author [ (a) ] /CreationDate (never) >>' }),
  'a title of broken UTF-16': of({ trailer: '/Info << /Title <FEFFD800> /Author <FEFF00> >>' }),
  'a title of marks and controls': of({ info: { Title: '**A**\n> @everyone \u202e\0', Author: '<@1>' } }),
  'a title of 100,000 letters': of({ info: { Title: 'a'.repeat(100_000) } }),
  'dates that are none': of({ info: { Title: 'Orsel', CreationDate: 'D:99999999999999Z' } }),
  'metadata that is cut off': edited((all) => all.replace('</rdf:RDF>', ''), {
    ...plain,
    xmp: '<dc:title><rdf:Alt><rdf:li>A',
  }),
  'metadata with entities': of({ xmp: '<!DOCTYPE x [<!ENTITY a "b">]><dc:title>&a;&a;</dc:title>' }),
  'metadata nested 5,000 deep': of({ xmp: '<dc:title>'.repeat(5_000) }),
  'a lock of nonsense': of({ trailer: '/Encrypt << /Filter /Nowhere >>' }),
  'a lock that is not there': of({ trailer: '/Encrypt 999 0 R' }),
  'an outline that goes in circles': of({
    catalogue: '/Outlines 60 0 R',
    objects: { 60: '<< /First 61 0 R >>', 61: '<< /Title (a) /Next 61 0 R /First 60 0 R >>' },
  }),
  'tags that go in circles': of({
    catalogue: '/MarkInfo << /Marked true >> /StructTreeRoot 60 0 R',
    objects: { 60: '<< /K 60 0 R >>' },
  }),
  'a language that is none': of({ catalogue: '/Lang (zz-zz_\\377)' }),
};

export const badPdfs: BadContents = { ...file, ...tree, ...streams, ...claims };
