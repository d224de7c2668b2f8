/** Word files with parts that are missing, empty, doubled or of wrong types, and archives that lie. */
import {
  docxEntries,
  docxOf,
  type Entries,
  listItem,
  note,
  noteMark,
  paragraph,
  run,
  table,
  zipOf,
} from '../ingest/made-files.ts';
import type { BadContents } from './bad-files.ts';
import { badZips } from './bad-zips.ts';

const prose = 'The ferry at Orsel was built in the spring of 1911, and the town paid for it.';
const sound = docxEntries({
  body: paragraph(prose),
  footnotes: note(1, 'Of hemp.'),
  core: '<dc:title>Orsel</dc:title>',
});
const of = (body: string) => () => docxOf({ body });
const withPart = (name: string, content: string | Uint8Array) => () => zipOf({ ...sound, [name]: content });
const without = (name: string) => () =>
  zipOf(Object.fromEntries(Object.entries(sound).filter(([each]) => each !== name)));
const core = (inside: string) => () => docxOf({ body: paragraph(prose), core: inside });

const document = 'word/document.xml';
const relations = 'word/_rels/document.xml.rels';

const parts: BadContents = {
  'no content types': without('[Content_Types].xml'),
  'no relations': without('_rels/.rels'),
  'no relations of its document': without(relations),
  'no document': without(document),
  'no styles': without('word/styles.xml'),
  'no notes, though they are named': without('word/footnotes.xml'),
  'an empty document': withPart(document, ''),
  'a document of one letter': withPart(document, 'a'),
  'a document of an element that is not closed': withPart(document, '<w:document'),
  'a document cut off': withPart(document, String(sound[document]).slice(0, -60)),
  'a document of UTF-16': withPart(document, Buffer.from(`\ufeff${sound[document]}`, 'utf16le')),
  'a document with NULs': withPart(document, String(sound[document]).replaceAll('ferry', 'fe\0rry')),
  'a document of bytes that are no text': withPart(document, Buffer.alloc(2_000, 0xfe)),
  'a document of JSON': withPart(document, '{"a":1}'),
  'a document of a web page': withPart(document, `<html><body><p>${prose}</p></body></html>`),
  'a document in other namespaces': withPart(document, String(sound[document]).replaceAll('w:', 'x:')),
  'a document in no namespace': withPart(document, String(sound[document]).replaceAll('w:', '')),
  'empty styles': withPart('word/styles.xml', ''),
  'styles cut off': withPart('word/styles.xml', '<w:styles><w:style w:styleId="'),
  'styles without ids': withPart('word/styles.xml', '<w:styles><w:style><w:name/></w:style></w:styles>'),
  'styles of an object’s own names': withPart(
    'word/styles.xml',
    '<w:styles><w:style w:styleId="__proto__"><w:name w:val="constructor"/><w:basedOn w:val="toString"/></w:style></w:styles>',
  ),
  'empty notes': withPart('word/footnotes.xml', ''),
  'notes cut off': withPart('word/footnotes.xml', '<w:footnotes><w:footnote w:id="1"><w:p>'),
  'empty relations': withPart(relations, ''),
  'relations to nothing': withPart(
    relations,
    '<Relationships><Relationship/><Relationship Id="" Type="" Target=""/></Relationships>',
  ),
  'relations that climb': withPart(
    '_rels/.rels',
    '<Relationships><Relationship Id="r" Type="x/officeDocument" Target="../../../etc/passwd"/></Relationships>',
  ),
  'a document that is its own relations': withPart(
    '_rels/.rels',
    '<Relationships><Relationship Id="r" Type="x/officeDocument" Target="_rels/.rels"/></Relationships>',
  ),
  'properties cut off': withPart('docProps/core.xml', '<cp:coreProperties><dc:title>'),
  'properties of nothing': core(''),
  'a title of 100,000 letters': core(`<dc:title>${'a'.repeat(100_000)}</dc:title>`),
  'a title of marks and controls': core('<dc:title>**A**&#10;&gt; @everyone \u202e</dc:title>'),
  'dates that are none': core('<dcterms:created>yesterday</dcterms:created><dcterms:modified/>'),
  'two titles': core('<dc:title>A</dc:title><dc:title>B</dc:title>'),
};

const bodies: BadContents = {
  'a body of nothing': of(''),
  'a body of an empty paragraph': of('<w:p/>'),
  'text outside of paragraphs': of(run(prose)),
  'text outside of runs': of(`<w:p><w:t>${prose}</w:t></w:p>`),
  'bare text': of(prose),
  'runs within runs': of(`<w:p><w:r><w:r>${run(prose)}</w:r></w:r></w:p>`),
  'paragraphs within paragraphs': of(`<w:p><w:p>${paragraph(prose)}</w:p></w:p>`),
  'a table without rows': of('<w:tbl/><w:tbl><w:tr/></w:tbl>'),
  'cells that span a billion': of(
    `<w:tbl><w:tr><w:tc><w:tcPr><w:gridSpan w:val="999999999"/><w:vMerge/></w:tcPr>${paragraph(prose)}</w:tc></w:tr></w:tbl>`,
  ),
  'a table of 2,000 columns': of(table([Array.from({ length: 2_000 }, () => 'a')])),
  'tables nested 80 deep': of(
    `${'<w:tbl><w:tr><w:tc>'.repeat(80)}${paragraph(prose)}${'</w:tc></w:tr></w:tbl>'.repeat(80)}`,
  ),
  'a style that nobody defines': of(paragraph(prose, 'Nowhere')),
  'a style of an object’s own name': of(paragraph(prose, '__proto__') + paragraph(prose, 'constructor')),
  'headings of level 99': of(paragraph(prose, 'Heading99', '<w:outlineLvl w:val="99"/>')),
  'headings of level -1': of(paragraph(prose, '', '<w:outlineLvl w:val="-1"/>')),
  'lists of level 99': of(listItem('a', -1, 99) + listItem('b', 999_999_999, -5)),
  'notes that are not there': of(paragraph(run(prose) + noteMark(99) + noteMark(-1))),
  'a note mark without a number': of('<w:p><w:r><w:footnoteReference/></w:r></w:p>'),
  'text deleted by all': of(`<w:p><w:del><w:r><w:delText>${prose}</w:delText></w:r></w:del></w:p>`),
  'fields that end before they begin': of(`<w:p><w:r><w:fldChar w:fldCharType="end"/></w:r>${run(prose)}</w:p>`),
  'symbols that are none': of('<w:p><w:r><w:sym w:font="Wingdings" w:char="ZZZZ"/><w:sym/></w:r></w:p>'),
  'a formula of fractions 100 deep': of(
    `<w:p><m:oMath>${'<m:f><m:num>'.repeat(100)}<m:r><m:t>1</m:t></m:r>${'</m:num></m:f>'.repeat(100)}</m:oMath></w:p>`,
  ),
  'text boxes within text boxes': of(
    `<w:p><w:r>${'<w:pict><v:textbox><w:txbxContent><w:p><w:r>'.repeat(20)}<w:t>a</w:t>${'</w:r></w:p></w:txbxContent></v:textbox></w:pict>'.repeat(20)}</w:r></w:p>`,
  ),
  'a choice without a choice': of('<mc:AlternateContent><mc:Fallback/></mc:AlternateContent>'),
  '20,000 runs of a letter': of(`<w:p>${run('a').repeat(20_000)}</w:p>`),
  '20,000 empty paragraphs': of(paragraph('').repeat(20_000)),
  '20,000 headings': of(paragraph('a', 'Heading1').repeat(20_000)),
  'a word of a million letters': of(paragraph('a'.repeat(1_000_000))),
  'tabs and breaks': of(`<w:p><w:r>${'<w:tab/><w:br/>'.repeat(10_000)}</w:r></w:p>`),
  'soft hyphens': of(`<w:p><w:r>${'<w:softHyphen/><w:t>a</w:t>'.repeat(5_000)}</w:r></w:p>`),
  'entities that are none': of('<w:p><w:r><w:t>&nothing; &#xD800; &#0; &#x110000;</w:t></w:r></w:p>'),
  'controls and overrides': of(paragraph(`a\u202eb\u0007c\u2028d`)),
  'elements closed in the wrong order': of('<w:p><w:r><w:t>a</w:r></w:t></w:p></w:p></w:body></w:document>'),
};

export const badWordFiles: BadContents = { ...parts, ...bodies, ...badZips(sound as Entries, document) };
