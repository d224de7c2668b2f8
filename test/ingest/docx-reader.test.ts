/** What a Word file gives: the text as Word shows it with all changes accepted, and what stands where. */
import { expect, test } from 'vitest';
import { readArticle } from '../../src/ingest/read-article.ts';
import type { Article } from '../../src/model.ts';
import { type DocxMakings, docxOf, listItem, note, noteMark, paragraph, run, table, wordStyles } from './made-files.ts';
import { blocksOf, prose } from './read.ts';
import { expectSound } from './soundness.ts';

async function articleFrom(makings: DocxMakings | string): Promise<Article> {
  const { article, problems } = await readArticle(
    'a.docx',
    await docxOf(typeof makings === 'string' ? { body: makings } : makings),
  );
  if (!article) throw new Error(problems.map(({ message }) => message).join(' '));
  expectSound(article);
  return article;
}

const bodyOf = async (body: string): Promise<string[]> =>
  blocksOf(await articleFrom(paragraph(prose('bridge')) + body)).slice(1);

test('headings keep their levels, and what stands between them is numbered under each', async () => {
  const article = await articleFrom(
    paragraph('The bridges of Verra', 'Title') +
      paragraph('First crossings', 'Heading1') +
      paragraph(prose('ferry')) +
      paragraph('Stone', 'Heading2') +
      paragraph(prose('arch')),
  );
  expect(article.title).toMatchObject({ value: 'The bridges of Verra' });
  expect(blocksOf(article)).toEqual([
    'title: The bridges of Verra',
    'heading: First crossings',
    `paragraph: ${prose('ferry')}`,
    'heading: Stone',
    `paragraph: ${prose('arch')}`,
  ]);
  expect(article.blocks.map(({ level }) => level)).toEqual([undefined, 1, undefined, 2, undefined]);
});

test('a style is a heading by what it is based on and by its outline level, in any language', async () => {
  const styles =
    wordStyles +
    '<w:style w:type="paragraph" w:styleId="berschrift2"><w:name w:val="heading 2"/></w:style>' +
    '<w:style w:type="paragraph" w:styleId="Kapitel"><w:name w:val="Kapitel"/><w:basedOn w:val="Heading1"/></w:style>' +
    '<w:style w:type="paragraph" w:styleId="Own"><w:name w:val="Own"/><w:pPr><w:outlineLvl w:val="2"/></w:pPr></w:style>' +
    '<w:style w:type="paragraph" w:styleId="Back"><w:name w:val="Back"/><w:basedOn w:val="Own"/><w:pPr><w:outlineLvl w:val="9"/></w:pPr></w:style>' +
    '<w:style w:type="paragraph" w:styleId="Loop"><w:name w:val="Loop"/><w:basedOn w:val="Loop"/></w:style>';
  const body =
    paragraph(prose('tower')) +
    paragraph('Zwei', 'berschrift2') +
    paragraph('Eins', 'Kapitel') +
    paragraph('Drei', 'Own') +
    paragraph('Vier', '', '<w:outlineLvl w:val="3"/>') +
    paragraph('Kein Kopf', 'Back') +
    paragraph('Kein Kreis', 'Loop');
  const article = await articleFrom({ body, styles });
  expect(article.blocks.slice(1).map(({ role, level }) => `${role} ${level ?? ''}`.trim())).toEqual([
    'heading 2',
    'heading 1',
    'heading 3',
    'heading 4',
    'paragraph',
    'paragraph',
  ]);
});

test('a list is one block, and no sentence crosses its items', async () => {
  const article = await articleFrom(
    paragraph(prose('mill')) + listItem('Oats and barley') + listItem('Two of these', 1, 1) + listItem('Rye'),
  );
  expect(blocksOf(article, 'list')).toEqual(['list: Oats and barley\nTwo of these\nRye']);
  expect(article.blocks[1]?.sentences.length).toBe(3);
});

test('another list is another block', async () => {
  expect(await bodyOf(listItem('Oats', 1) + listItem('Nails', 2))).toEqual(['list: Oats', 'list: Nails']);
});

test('rows of a table are blocks of their own, their cells parted', async () => {
  expect(
    await bodyOf(
      table([
        ['Year', 'Tons'],
        ['1911', '40'],
      ]),
    ),
  ).toEqual(['table-row: Year\tTons', 'table-row: 1911\t40']);
});

test('a table that only places text on the page is paragraphs', async () => {
  expect(await bodyOf(table([[prose('frame')], [prose('box')]]))).toEqual([
    `paragraph: ${prose('frame')}`,
    `paragraph: ${prose('box')}`,
  ]);
});

test('notes stand behind the text, and their marks in no sentence', async () => {
  const article = await articleFrom({
    body: paragraph(run('The treaty') + noteMark(2) + run(' was signed in 1911.') + noteMark(3, 'endnote')),
    footnotes: note(0, 'a rule') + note(2, 'In the town hall of Verra.'),
    endnotes: note(3, 'So the minutes say.', 'endnote'),
  });
  expect(blocksOf(article)).toEqual([
    'paragraph: The treaty was signed in 1911.',
    'heading: Notes',
    'paragraph: In the town hall of Verra.',
    'paragraph: So the minutes say.',
  ]);
});

test('a mark of the author’s own for a note is no text either', async () => {
  const mark = '<w:r><w:footnoteReference w:customMarkFollows="1" w:id="2"/><w:t>*</w:t></w:r>';
  expect(await bodyOf(paragraph(run('So it was') + mark + run(' said.')))).toEqual(['paragraph: So it was said.']);
});

test('changes are read as accepted', async () => {
  const body =
    paragraph(
      `${run('He came on ')}<w:del><w:r><w:delText>Monday</w:delText></w:r></w:del><w:ins>${run('Tuesday')}</w:ins><w:moveFrom>${run(' by night')}</w:moveFrom>${run('.')}`,
    ) +
    paragraph('One half ', '', '<w:rPr><w:del/></w:rPr>') +
    paragraph('and the other.') +
    '<w:tbl><w:tr><w:trPr><w:del/></w:trPr><w:tc><w:p><w:r><w:t>gone</w:t></w:r></w:p></w:tc><w:tc><w:p/></w:tc></w:tr></w:tbl>';
  expect(await bodyOf(body)).toEqual(['paragraph: He came on Tuesday.', 'paragraph: One half and the other.']);
});

test('a text box is a block behind the paragraph that it hangs on, once', async () => {
  const box = (text: string) => `<w:txbxContent>${paragraph(text)}</w:txbxContent>`;
  const shape = `<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wps:txbx>${box('A box.')}</wps:txbx></w:drawing></mc:Choice><mc:Fallback><w:pict><v:textbox>${box('A box.')}</v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r>`;
  expect(await bodyOf(paragraph(run('Before the box ') + shape + run('and after.')))).toEqual([
    'paragraph: Before the box and after.',
    'paragraph: A box.',
  ]);
});

test('links, fields, controls, formulas and other directions of writing keep their words', async () => {
  const field = (text: string) =>
    `<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> REF x \\h </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>${run(text)}<w:r><w:fldChar w:fldCharType="end"/></w:r>`;
  const inside = [
    `<w:hyperlink r:id="r9">${run('linked')}</w:hyperlink>`,
    field('referred'),
    `<w:fldSimple w:instr="REF y">${run('simple')}</w:fldSimple>`,
    `<w:sdt><w:sdtPr><w:alias w:val="x"/></w:sdtPr><w:sdtContent>${run('controlled')}</w:sdtContent></w:sdt>`,
    `<w:smartTag>${run('smart')}</w:smartTag>`,
    `<w:bdo w:val="rtl">${run('turned')}</w:bdo>`,
    '<m:oMath><m:f><m:num><m:r><m:t>1</m:t></m:r></m:num><m:den><m:r><m:t>2</m:t></m:r></m:den></m:f></m:oMath>',
  ];
  expect(await bodyOf(paragraph(inside.join(run(' '))))).toEqual([
    'paragraph: linked referred simple controlled smart turned 1/2',
  ]);
});

test('tabs, breaks, hyphens and spaces are as a reader sees them', async () => {
  const inside = `${run('One')}<w:r><w:tab/></w:r>${run('two  three')}<w:r><w:br/></w:r>${run('four co\u00adop')}<w:r><w:softHyphen/></w:r>${run('erate ice')}<w:r><w:noBreakHyphen/></w:r>${run('cold\u00a0day')}<w:r><w:br w:type="page"/></w:r>${run('end')}`;
  expect(await bodyOf(paragraph(inside))).toEqual([
    'paragraph: One two three\nfour cooperate ice\u2011cold\u00a0day end',
  ]);
});

test('a raised figure behind a figure stays raised, and hidden words stay hidden', async () => {
  const inside =
    run('It took 10') + run('6', '<w:vertAlign w:val="superscript"/>') + run(' years') + run(' or so', '<w:vanish/>');
  expect(await bodyOf(paragraph(inside))).toEqual(['paragraph: It took 10⁶ years']);
});

test('contents and captions are no body', async () => {
  const sheet = `<w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val="Table of Contents"/></w:docPartObj></w:sdtPr><w:sdtContent>${paragraph('One 3')}</w:sdtContent></w:sdt>`;
  expect(await bodyOf(`${sheet}${paragraph('Two 5', 'TOC1')}${paragraph('Map of Verra', 'Caption')}`)).toEqual([
    'boilerplate:credit: Map of Verra',
  ]);
});

test('quotations on end are one block', async () => {
  expect(await bodyOf(paragraph('“Never.”', 'Quote') + paragraph('“Not once.”', 'Quote'))).toEqual([
    'quotation: “Never.”\n“Not once.”',
  ]);
});

test('where no styles are used, short lines in bold above prose are headings', async () => {
  const bold = (text: string) => paragraph(run(text, '<w:b/>'));
  const body = [
    bold('The bridge of Verra'),
    bold('By Hanna Sand'),
    paragraph(prose('bridge')),
    bold('What came of it'),
    paragraph(prose('mill')),
    bold('It was never paid for.'),
    paragraph(prose('ferry')),
  ];
  expect(blocksOf(await articleFrom(body.join('')))).toEqual([
    'title: The bridge of Verra',
    'byline: By Hanna Sand',
    `paragraph: ${prose('bridge')}`,
    'heading: What came of it',
    `paragraph: ${prose('mill')}`,
    'paragraph: It was never paid for.',
    `paragraph: ${prose('ferry')}`,
  ]);
});

test('each author may have a line', async () => {
  const names = paragraph('Hanna Sand', 'Author') + paragraph('Jonas Roth', 'Author');
  const styles = `${wordStyles}<w:style w:type="paragraph" w:styleId="Author"><w:name w:val="Author"/></w:style>`;
  const article = await articleFrom({
    body: paragraph('A bridge too old', 'Title') + names + paragraph(prose('bridge')),
    styles,
  });
  expect(article.authors.value).toEqual(['Hanna Sand', 'Jonas Roth']);
});

test('what the page says of itself comes before the properties', async () => {
  const article = await articleFrom({
    body:
      paragraph('A bridge too old') +
      paragraph('By Hanna Sand') +
      paragraph('3 May 2017') +
      paragraph(prose('bridge')).repeat(3),
    core: '<dc:title>Draft 3</dc:title><dc:creator>Someone Else</dc:creator><dcterms:created>2001-01-01T00:00:00Z</dcterms:created>',
  });
  expect(article.title.value).toBe('A bridge too old');
  expect(article.authors.value).toEqual(['Hanna Sand']);
  expect(article.published.value).toEqual({ iso: '2017-05-03', precision: 'day' });
});

test('properties fill what the page leaves open; the day of saving is no date of publication', async () => {
  const article = await articleFrom({
    body: paragraph(prose('bridge')).repeat(3),
    core: '<dc:title>The bridge</dc:title><dc:creator>Hanna Sand; Ali Hadi</dc:creator><dc:language>en-GB</dc:language><dcterms:created>2001-01-01T00:00:00Z</dcterms:created>',
  });
  expect(article.title).toEqual({ value: 'The bridge', from: 'docProps/core.xml: title' });
  expect(article.authors).toEqual({ value: ['Hanna Sand', 'Ali Hadi'], from: 'docProps/core.xml: creator' });
  expect(article.lang).toEqual({ value: 'en-GB', from: 'docProps/core.xml: language' });
  expect(article.published.value).toBeNull();
});

test('a language that only a template chose is not the file’s', async () => {
  const german = paragraph('Die Schleuse wurde 1911 gebaut, und niemand weiß mehr, wer sie bezahlt hat.').repeat(4);
  const article = await articleFrom({ body: german, core: '<dc:language>en-US</dc:language>' });
  expect(article.lang).toEqual({ value: 'de', from: 'its words', note: 'the file says “en-US”' });
});

test.each(['python-docx', 'Microsoft Office User', 'user', 'DESKTOP-4F\\hp', 'Administrator', 'hp'])(
  'nobody is called %s',
  async (creator) => {
    const article = await articleFrom({
      body: paragraph(prose('bridge')),
      core: `<dc:title>Document1</dc:title><dc:creator>${creator}</dc:creator>`,
    });
    expect(article.authors.value).toBeNull();
    expect(article.title.from).toBe('file-name');
  },
);
