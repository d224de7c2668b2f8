/**
 * Writes the Word files and EPUB books of test/golden/ingest, which are built and not drawn: `node scripts/golden-files.ts`, then
 * the golden test with UPDATE_GOLDEN=1. Archives carry one fixed date, so that nothing changes but what was meant to.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  docxOf,
  epubOf,
  listItem,
  nav,
  navPoint,
  note,
  noteMark,
  paragraph,
  run,
  table,
  wordStyles,
} from '../test/ingest/made-files.ts';

const folder = join(import.meta.dirname, '../test/golden/ingest');

const files: Readonly<Record<string, Promise<Uint8Array>>> = {
  'word-report/input.docx': docxOf({
    body: [
      paragraph('Water for the lower town', 'Title'),
      paragraph('What the council knew, and when', 'Subtitle'),
      paragraph('By Mira Oddvik'),
      paragraph('14 March 2018'),
      `<w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val="Table of Contents"/></w:docPartObj></w:sdtPr><w:sdtContent>${paragraph('The first reports 2', 'TOC1')}</w:sdtContent></w:sdt>`,
      paragraph('The first reports', 'Heading1'),
      paragraph(
        `${run('Three engineers wrote to the council in ')}<w:del><w:r><w:delText>May</w:delText></w:r></w:del><w:ins>${run('June')}</w:ins>${run(' 2011.')}${noteMark(2)}${run(' Dr. A. Lund, who led them, asked for 1.2 million crowns.')}`,
      ),
      paragraph(
        run('Nobody') +
          run(' answered', '<w:i/>') +
          run(' for 10') +
          run('2', '<w:vertAlign w:val="superscript"/>') +
          run(' days.'),
      ),
      paragraph('“We read it,” the mayor said later. “We did not act on it.”', 'Quote'),
      paragraph('What was asked for', 'Heading2'),
      paragraph('The letter had three parts:'),
      listItem('new pipes below the market'),
      listItem('a second well'),
      listItem('of at least 40 metres', 1, 1),
      listItem('a report each year'),
      table([
        ['Year', 'Crowns'],
        ['2011', '0'],
        ['2012', '300,000'],
      ]),
      paragraph('Figure 1: what was spent', 'Caption'),
      paragraph('The money came in the second year. It was a quarter of what the engineers had named.'),
    ].join(''),
    footnotes: note(2, 'Town archive, box 14, letter of 3 June.'),
    core: '<dc:title>Council draft</dc:title><dc:creator>Windows User</dc:creator><dc:language>en-GB</dc:language><dcterms:created>2018-02-01T09:00:00Z</dcterms:created>',
  }),
  'word-without-styles/input.docx': docxOf({
    styles: '',
    body: [
      paragraph(run('The ferry that nobody wanted', '<w:b/><w:sz w:val="36"/>'), '', '<w:jc w:val="center"/>'),
      paragraph('By Tomas Verra and Ilse Brandt'),
      paragraph(
        'The ferry at Ostwick crosses the river forty times a day, and on most crossings it carries nobody at all.',
      ),
      paragraph(
        `${run('It was bought in 2009, when ')}<w:hyperlink r:id="r4">${run('the bridge')}</w:hyperlink>${run(' was to be closed for a year. The bridge never was.')}`,
      ),
      paragraph('Source: https://ostwick.example/2014/06/02/ferry'),
    ].join(''),
  }),
  'word-german/input.docx': docxOf({
    styles: `${wordStyles}<w:style w:type="paragraph" w:styleId="berschrift1"><w:name w:val="heading 1"/></w:style><w:style w:type="paragraph" w:styleId="Titel"><w:name w:val="Title"/></w:style>`,
    body: [
      paragraph('Die Schleuse von Niedersorn', 'Titel'),
      paragraph('Vor dem Krieg', 'berschrift1'),
      paragraph('Die Schleuse wurde 1911 gebaut. Sie kostete ca. 40.000 Mark, also z. B. mehr als das Rathaus.'),
      paragraph(
        `${run('Der Wärter, Herr Dr. Voss, wohnte im Haus daneben.')}<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wps:txbx><w:txbxContent>${paragraph('Das Haus steht noch. Es ist heute ein Café.')}</w:txbxContent></wps:txbx></w:drawing></mc:Choice><mc:Fallback><w:pict><v:textbox><w:txbxContent>${paragraph('Das Haus steht noch. Es ist heute ein Café.')}</w:txbxContent></v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r>`,
      ),
      paragraph('Nach dem Krieg', 'berschrift1'),
      paragraph('Niemand fragte mehr nach der Schleuse, denn die Schiffe waren zu groß geworden.'),
    ].join(''),
    core: '<dc:creator>Katrin Voss</dc:creator>',
  }),
  'book-with-pages/input.epub': epubOf({
    metadata:
      '<dc:title>The lock keepers</dc:title><dc:creator id="a">Hanna Merrow</dc:creator><meta refines="#a" property="role">aut</meta><dc:publisher>Harl Books</dc:publisher><dc:date>2019-09-01</dc:date><dc:language>en</dc:language><dc:identifier>urn:isbn:9780306406157</dc:identifier><meta property="dcterms:modified">2021-01-01T00:00:00Z</meta>',
    items: [
      { name: 'cover.xhtml', body: '<img src="cover.jpg" alt="Cover"/>', bodyAttributes: 'epub:type="cover"' },
      {
        name: 'title.xhtml',
        body: '<h1>The Lock Keepers</h1><p>Hanna Merrow</p>',
        bodyAttributes: 'epub:type="titlepage"',
      },
      {
        name: 'rights.xhtml',
        body: '<p>© 2019 Hanna Merrow</p><p>All rights reserved. No part of this book may be sold by weight.</p>',
      },
      {
        name: 'nav.xhtml',
        properties: 'nav',
        body:
          nav('toc', [
            ['1. The first keeper', 'one.xhtml'],
            ['2. A wet year', 'two.xhtml#start'],
          ]) +
          nav('page-list', [
            ['7', 'one.xhtml'],
            ['8', 'one.xhtml#p8'],
            ['9', 'two.xhtml#p9'],
          ]),
      },
      {
        name: 'one.xhtml',
        body: `<section epub:type="chapter"><h2><span>1.</span> The first keeper</h2>
          <p>Piet Falk came to the lock in 1841.<a epub:type="noteref" href="#n1">1</a> He could neither read nor swim, and
          the company <span epub:type="pagebreak" id="p8" title="8"></span>thought both an advantage.</p>
          <blockquote><p>A man who cannot swim keeps the gates shut.</p></blockquote>
          <p>So the letter says.</p>
          <aside epub:type="footnote" id="n1"><p>The papers of the company give no day. <a href="#r1">↩</a></p></aside></section>`,
      },
      {
        name: 'two.xhtml',
        body: `<div id="start"/><p>The water rose in April<span id="p9"/> and did not fall until June.</p>
          <ul><li>Forty boats waited.</li><li>Two sank.</li></ul>`,
      },
    ],
  }),
  'book-of-old/input.epub': epubOf({
    version: '2.0',
    metadata:
      '<dc:title>Les éclusiers</dc:title><dc:creator opf:role="aut" opf:file-as="Crozat, Hélène">Hélène Crozat</dc:creator><dc:language>fr</dc:language><dc:date opf:event="publication">1911</dc:date><dc:date opf:event="conversion">2014-02-03</dc:date><dc:rights>Domaine public</dc:rights><dc:identifier>https://books.example/ebooks/4711</dc:identifier>',
    ncx: `${navPoint('CHAPITRE PREMIER. Le barrage', 'text/ch%201.html')}${navPoint('CHAPITRE II', 'text/ch2.html')}</navMap>`,
    items: [
      {
        name: 'text/ch 1.html',
        href: 'text/ch%201.html',
        body: `<p class="c1">CHAPITRE PREMIER</p><p class="c2">Le barrage</p>
          <p>Le barrage fut fini en 1874&nbsp;; personne ne l&rsquo;avait <span class="pagenum"><a id="Page_12">[Pg 12]</a></span>demand&eacute;.</p>
          <p>«&nbsp;C&rsquo;est pour l&rsquo;eau&nbsp;», disait M. Falk. Il n&rsquo;en dit pas plus.<sup><a href="#note3">3</a></sup></p>`,
      },
      {
        name: 'text/ch2.html',
        body: '<h3>CHAPITRE II</h3><p>L’eau vint, et le village partit.<br/>On l’avait prévenu.</p>',
      },
      { name: 'text/ch3.html', href: 'text/gone.html', body: '' },
    ],
  }),
};

for (const [name, bytes] of Object.entries(files)) {
  mkdirSync(join(folder, name, '..'), { recursive: true });
  writeFileSync(join(folder, name), await bytes);
}
