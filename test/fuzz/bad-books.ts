/** EPUB books whose container, package, spine or chapters are missing, empty, wrong, or go round in circles. */
import { type Entries, type EpubItem, epubEntries, epubOf, nav, navPoint, zipOf } from '../ingest/made-files.ts';
import type { BadContents } from './bad-files.ts';
import { badZips } from './bad-zips.ts';

const prose = '<p>The ferry at Orsel was built in the spring of 1911, and the town paid for it.</p>';
const one: EpubItem = { name: 'one.xhtml', body: `<h1>One</h1>${prose}` };
const sound = epubEntries({
  items: [one, { name: 'two.xhtml', body: prose }],
  ncx: `${navPoint('One', 'one.xhtml')}</navMap>`,
});
const withPart = (name: string, content: string | Uint8Array) => () => zipOf({ ...sound, [name]: content });
const without = (name: string) => () =>
  zipOf(Object.fromEntries(Object.entries(sound).filter(([each]) => each !== name)));
const packaged = (edit: (opf: string) => string) => withPart('OEBPS/book.opf', edit(String(sound['OEBPS/book.opf'])));
const chapter = (body: string) => () => epubOf({ items: [one, { name: 'two.xhtml', body }] });
const metadata = (inside: string) => () => epubOf({ items: [one], metadata: inside });
const table = (ncx: string) => () => epubOf({ items: [one], ncx });
const container = 'META-INF/container.xml';

const parts: BadContents = {
  'no media type': without('mimetype'),
  'a media type of something else': withPart('mimetype', 'application/zip'),
  'no container': without(container),
  'an empty container': withPart(container, ''),
  'a container cut off': withPart(container, '<container><rootfiles><rootfile full-path="'),
  'a container of nothing': withPart(container, '<container/>'),
  'a container that names nothing': withPart(
    container,
    '<container><rootfiles><rootfile full-path="nowhere.opf"/></rootfiles></container>',
  ),
  'a container that climbs': withPart(
    container,
    '<container><rootfiles><rootfile full-path="../../etc/passwd"/></rootfiles></container>',
  ),
  'a container that names itself': withPart(
    container,
    `<container><rootfiles><rootfile full-path="${container}"/></rootfiles></container>`,
  ),
  'a container with a thousand packages': withPart(
    container,
    `<container><rootfiles>${'<rootfile full-path="OEBPS/book.opf"/>'.repeat(1_000)}</rootfiles></container>`,
  ),
  'no package': without('OEBPS/book.opf'),
  'an empty package': withPart('OEBPS/book.opf', ''),
  'a package cut off': packaged((opf) => opf.slice(0, opf.length / 2)),
  'a package without a manifest': packaged((opf) => opf.replace(/<manifest>.*<\/manifest>/u, '')),
  'a package without a spine': packaged((opf) => opf.replace(/<spine.*<\/spine>/u, '')),
  'a package without metadata': packaged((opf) => opf.replace(/<metadata>.*<\/metadata>/u, '')),
  'a spine of nothing': packaged((opf) => opf.replace(/<itemref[^>]*>/gu, '')),
  'a spine that names nothing': packaged((opf) => opf.replaceAll('idref="i', 'idref="x')),
  'a spine of an object’s own names': packaged((opf) =>
    opf.replaceAll('idref="i0"', 'idref="__proto__"').replaceAll('idref="i1"', 'idref="constructor"'),
  ),
  'a manifest with the same id twice': packaged((opf) => opf.replaceAll('id="i1"', 'id="i0"')),
  'a manifest without addresses': packaged((opf) => opf.replace(/ href="[^"]*"/gu, '')),
  'a manifest of addresses that cannot be decoded': packaged((opf) => opf.replaceAll('one.xhtml', '%ff%zz%')),
  'a manifest of pictures': packaged((opf) => opf.replaceAll('application/xhtml+xml', 'image/png')),
  'a chapter that is missing': without('OEBPS/one.xhtml'),
  'no chapter at all': () => epubOf({ items: [] }),
  'a lock of Adobe': withPart(
    'META-INF/encryption.xml',
    '<encryption><EncryptedData><CipherReference URI="OEBPS/one.xhtml"/></EncryptedData></encryption>',
  ),
  'a lock cut off': withPart('META-INF/encryption.xml', '<encryption><EncryptedData'),
};

const chapters: BadContents = {
  'an empty chapter': chapter('<?xml version="1.0"?>'),
  'a chapter of nothing but pictures': () => epubOf({ items: [{ name: 'one.xhtml', body: '<img src="a.png"/>' }] }),
  'a chapter of bytes that are no text': withPart('OEBPS/one.xhtml', Buffer.alloc(2_000, 0xfe)),
  'a chapter of UTF-16': withPart(
    'OEBPS/one.xhtml',
    Buffer.from(`\ufeff<html><body>${prose}</body></html>`, 'utf16le'),
  ),
  'a chapter of Latin-1 that says UTF-8': withPart(
    'OEBPS/one.xhtml',
    Buffer.from('<?xml version="1.0" encoding="UTF-8"?><html><body><p>Caf\xe9 Orsel.</p></body></html>', 'latin1'),
  ),
  'a chapter of a charset that is none': chapter(
    `<?xml version="1.0" encoding="none-such"?><html><body>${prose}</body></html>`,
  ),
  'a chapter cut off within a tag': chapter(`<?xml version="1.0"?><html><body>${prose}<p cla`),
  'a chapter with NULs': chapter(`${prose}\0\0${prose}`),
  'a chapter that nests 250 deep': chapter(`${'<div>'.repeat(245)}a${'</div>'.repeat(245)}`),
  'a chapter of unclosed formats': chapter('<b><i><u>'.repeat(50)),
  'a chapter of 20,000 notes': chapter(
    `<p>a${'<sup><a href="#n">1</a></sup>'.repeat(20_000)}</p><aside id="n">b</aside>`,
  ),
  'a note that calls itself': chapter(
    '<p>a<a epub:type="noteref" href="#n">1</a></p><aside epub:type="footnote" id="n"><p>b<a epub:type="noteref" href="#n">1</a></p></aside>',
  ),
  'the same id a thousand times': chapter('<p id="x">a</p>'.repeat(1_000)),
  'page breaks without a number': chapter(
    `<span epub:type="pagebreak"/><span epub:type="pagebreak" title=""/>${prose}`,
  ),
  '5,000 page breaks': chapter(
    Array.from({ length: 5_000 }, (_, at) => `<span epub:type="pagebreak" title="${at}"/>a `).join(''),
  ),
  'page numbers that run backwards': chapter(
    '<p>a<span epub:type="pagebreak" title="9"/>b<span epub:type="pagebreak" title="-3"/>c</p>',
  ),
  'ruby within ruby': chapter('<ruby><rb><ruby>a<rt>b</rt></ruby></rb><rt><ruby>c</ruby></rt></ruby>'),
  'formulas within formulas': chapter(`<math>${'<mfrac><mn>1</mn>'.repeat(100)}</math>`),
  'entities of HTML': chapter('<p>caf&eacute; &nbsp; &nothing; &#xD800;</p>'),
  'a script and a style': chapter(`<script>alert(1)</script><style>p{}</style>${prose}`),
};

const words: BadContents = {
  'a title of nothing': metadata('<dc:title/>'),
  'five hundred titles': metadata('<dc:title>A</dc:title>'.repeat(500)),
  'a title of marks and controls': metadata('<dc:title>**A**&#10;&gt; @everyone \u202e</dc:title>'),
  'a title of 100,000 letters': metadata(`<dc:title>${'a'.repeat(100_000)}</dc:title>`),
  'dates that are none': metadata('<dc:date>soon</dc:date><dc:date>2017-02-31</dc:date>'),
  'a language that is none': metadata('<dc:language>zz-zz_zz \u202e</dc:language>'),
  'metadata that refines itself': metadata(
    '<meta id="a" refines="#a" property="role">aut</meta><dc:creator id="a">A</dc:creator>',
  ),
  'a table of contents cut off': table('<navPoint><navLabel><text>One'),
  'a table of contents that names nothing': table(`${navPoint('One', 'nowhere.xhtml')}${navPoint('', '')}</navMap>`),
  'a table of contents nested 200 deep': table(
    `${Array.from({ length: 200 }, () => '<navPoint><navLabel><text>a</text></navLabel><content src="one.xhtml"/>').join('')}${'</navPoint>'.repeat(200)}</navMap>`,
  ),
  'a table of contents whose addresses cannot be decoded': table(`${navPoint('One', 'one.xhtml#%ff%')}</navMap>`),
  'a navigation that names itself': () =>
    epubOf({ items: [one, { name: 'nav.xhtml', properties: 'nav', body: nav('toc', [['a', 'nav.xhtml']]) }] }),
  'a list of pages that names nothing': () =>
    epubOf({
      items: [
        one,
        {
          name: 'nav.xhtml',
          properties: 'nav',
          body: nav('page-list', [
            ['1', 'one.xhtml#no'],
            ['x', ''],
          ]),
        },
      ],
    }),
  'a guide to nothing': () => epubOf({ items: [one], guide: '<reference type="cover" href=""/><reference/>' }),
};

export const badBooks: BadContents = {
  ...parts,
  ...chapters,
  ...words,
  ...badZips(sound as Entries, 'OEBPS/one.xhtml'),
};
