/** Word files and EPUB books that mean harm: each is refused in one sentence, or costs no more than an honest one. */
import { describe, expect, test } from 'vitest';
import { readArticle } from '../../src/ingest/read-article.ts';
import { depthMax, elementsMax } from '../../src/ingest/xml.ts';
import {
  docxEntries,
  docxOf,
  type Entries,
  epubEntries,
  epubOf,
  listItem,
  navPoint,
  note,
  noteMark,
  paragraph,
  run,
  zipOf,
} from './made-files.ts';
import { prose } from './read.ts';

async function refusal(path: string, bytes: Uint8Array): Promise<string> {
  const { article, problems } = await readArticle(path, bytes);
  expect(article).toBeNull();
  expect(problems).toHaveLength(1);
  expect(problems[0]?.message).toMatch(new RegExp(`^${path} [^\\n]+; [^\\n]+\\.$`));
  return problems[0]?.message ?? '';
}

const chars = async (path: string, bytes: Uint8Array): Promise<number> => {
  const { article, problems } = await readArticle(path, bytes);
  if (!article) throw new Error(problems.map(({ message }) => message).join(' '));
  return article.text.length;
};

const docxWith = (more: Entries): Promise<Uint8Array> =>
  zipOf({ ...docxEntries({ body: paragraph(prose('bridge')) }), ...more });
const epubWith = (more: Entries): Promise<Uint8Array> =>
  zipOf({ ...epubEntries({ items: [{ name: 'one.xhtml', body: `<p>${prose('bridge')}</p>` }] }), ...more });

const laughs = `<!DOCTYPE x [<!ENTITY a "ha">${Array.from({ length: 9 }, (_, at) => `<!ENTITY a${at} "&a;&a;&a;&a;">`).join('')}]>`;
const outside = '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]>';

describe('a Word file', () => {
  test.each([
    ['entities that multiply', laughs],
    ['an entity from outside', outside],
  ])('with %s', async (_, doctype) => {
    const document = `<?xml version="1.0"?>${doctype}<w:document xmlns:w="x"><w:body><w:p><w:r><w:t>&a8;</w:t></w:r></w:p></w:body></w:document>`;
    expect(await refusal('a.docx', await docxWith({ 'word/document.xml': document }))).toMatch(
      /defines entities of its own in “word\/document\.xml”/,
    );
    const core = `<?xml version="1.0"?>${doctype}<core><title>&a8;</title></core>`;
    expect(await refusal('a.docx', await docxWith({ 'docProps/core.xml': core }))).toMatch(/defines entities/);
  });

  test('that unpacks to hundreds of megabytes', async () => {
    const document = Buffer.alloc(60_000_000, ' ');
    const bytes = await docxWith({ 'word/document.xml': document });
    expect(bytes.length).toBeLessThan(500_000);
    expect(await refusal('a.docx', bytes)).toMatch(/unpacks to 60 MB in “word\/document\.xml”, and at most 32 MB/);
  });

  test('with elements without end', async () => {
    const body = Array.from(
      { length: elementsMax + 1 },
      (_, at) => `<w:b w:v="${(at * 48_271) % 2_147_483_647}"/>`,
    ).join('');
    expect(await refusal('a.docx', await docxOf({ body }))).toMatch(/has more than 600000 elements/);
  });

  test('with attributes without end', async () => {
    const attributes = Array.from({ length: 20_000 }, (_, at) => `w:a${(at * 48_271) % 99_991}=""`).join(' ');
    expect(await refusal('a.docx', await docxOf({ body: `<w:p ${attributes}/>` }))).toMatch(
      /has an element with more than 1000 attributes/,
    );
  });

  test('that nests too deep', async () => {
    const body = `${'<w:sdt><w:sdtContent>'.repeat(depthMax)}${paragraph('x')}${'</w:sdtContent></w:sdt>'.repeat(depthMax)}`;
    expect(await refusal('a.docx', await docxOf({ body }))).toMatch(/nests elements more than 256 deep/);
  });

  test('with more text than is read', async () => {
    const words = Array.from({ length: 500_001 }, (_, at) => `w${at} `).join('');
    const body = paragraph(words) + paragraph(words);
    expect(await refusal('a.docx', await docxOf({ body }))).toMatch(/characters, and at most 5000000 are read/);
  });

  test('with an image, a template and a part from outside is read without them', async () => {
    const outer = 'http://127.0.0.1:9/a';
    const more = {
      'word/_rels/document.xml.rels': `<Relationships><Relationship Id="r1" Type="x/image" TargetMode="External" Target="${outer}.png"/><Relationship Id="r2" Type="x/attachedTemplate" TargetMode="External" Target="${outer}.dotm"/><Relationship Id="r3" Type="x/styles" Target="../../../../etc/passwd"/></Relationships>`,
    };
    expect(await chars('a.docx', await docxWith(more))).toBe(prose('bridge').length);
  });

  test('whose styles and notes go round in circles', async () => {
    const styles = ['A', 'B']
      .map((id) => `<w:style w:styleId="${id}"><w:basedOn w:val="${id === 'A' ? 'B' : 'A'}"/></w:style>`)
      .join('');
    const footnotes = `<w:footnote w:id="1"><w:p>${run('So it says.')}${noteMark(1)}</w:p></w:footnote>${note(2, 'x')}`;
    const body = paragraph(`${run('It was so.')}${noteMark(1).repeat(1000)}`, 'A');
    expect(await chars('a.docx', await docxOf({ body, styles, footnotes }))).toBe(
      'It was so.\n\nNotes\n\nSo it says.'.length,
    );
  });

  test('with a list of 60,000 entries', async () => {
    const body = Array.from({ length: 60_000 }, (_, at) => listItem(String((at * 48_271) % 99_991))).join('');
    expect(await chars('a.docx', await docxOf({ body }))).toBeGreaterThan(60_000);
  });

  test('with fields that never end', async () => {
    const begin = Array.from(
      { length: 50_000 },
      (_, at) => `<w:r><w:fldChar w:fldCharType="begin"/><w:instrText>TO${(at * 48_271) % 99_991}</w:instrText></w:r>`,
    ).join('');
    const body = paragraph(run('Before. ') + begin + run('Within.'));
    expect(await chars('a.docx', await docxOf({ body }))).toBe('Before. Within.'.length);
  });

  test('locked with a password, or of before 2007', async () => {
    const old = Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(600)]);
    expect(await refusal('a.docx', old)).toMatch(/locked with a password or is a \.doc/);
  });

  test('without a document', async () => {
    expect(await refusal('a.docx', await zipOf({ 'a.txt': 'x' }))).toMatch(/holds no document/);
    expect(await refusal('a.docx', await docxWith({ 'word/document.xml': '\0\0\0' }))).toMatch(/holds no document/);
  });
});

describe('an EPUB book', () => {
  test('with entities that multiply in its package', async () => {
    expect(await refusal('a.epub', await epubWith({ 'OEBPS/book.opf': `${laughs}<x/>` }))).toMatch(
      /defines entities of its own in “OEBPS\/book\.opf”/,
    );
  });

  test('with entities that multiply in a chapter is read without it', async () => {
    const items = [
      { name: 'one.xhtml', body: `<p>${prose('bridge')}</p>` },
      { name: 'two.xhtml', body: `<?xml version="1.0"?>${laughs}<html><body>&a8;</body></html>` },
    ];
    const { article, problems } = await readArticle('a.epub', await epubOf({ items }));
    expect(article?.text).toBe(prose('bridge'));
    expect(problems[0]?.message).toMatch(/was read without “OEBPS\/two\.xhtml”, which defines entities of its own/);
  });

  test('with thousands of entries', async () => {
    const more = Object.fromEntries(Array.from({ length: 2_500 }, (_, at) => [`x/${at}`, '']));
    expect(await refusal('a.epub', await epubWith(more))).toMatch(/holds 2504 entries, and at most 2000/);
  });

  test('whose chapter nests as deep as none is read without it', async () => {
    const items = [
      { name: 'one.xhtml', body: `<p>${prose('bridge')}</p>` },
      { name: 'two.xhtml', body: `${'<div>'.repeat(5_000)}x` },
      { name: 'three.xhtml', body: `${'<blockquote><table><tr><td>'.repeat(5_000)}x` },
    ];
    const { article, problems } = await readArticle('a.epub', await epubOf({ items }));
    expect(article?.text).toBe(prose('bridge'));
    expect(problems.map(({ message }) => message)).toEqual([
      expect.stringMatching(/which nests elements more than 256 deep, and 1 more of its files; .*\.$/),
    ]);
  });

  test('that names a chapter again and again has it once', async () => {
    const entries = epubEntries({ items: [{ name: 'one.xhtml', body: `<p>${prose('bridge')}</p>` }] });
    const opf = String(entries['OEBPS/book.opf']).replace(
      '<itemref idref="i0"/>',
      '<itemref idref="i0"/>'.repeat(20_000),
    );
    expect(await chars('a.epub', await zipOf({ ...entries, 'OEBPS/book.opf': opf }))).toBe(prose('bridge').length);
  });

  test('whose table of contents names 20,000 chapters of one file', async () => {
    const body = Array.from({ length: 20_000 }, (_, at) => `<p>Line ${at}</p>`).join('');
    const ncx = `${Array.from({ length: 20_000 }, (_, at) => navPoint(`Part ${at} of all`, 'one.xhtml')).join('')}</navMap>`;
    expect(await chars('a.epub', await epubOf({ ncx, items: [{ name: 'one.xhtml', body }] }))).toBeGreaterThan(200_000);
  });

  test('with more blocks than a call takes arguments', async () => {
    const random = (at: number) => (at * 48_271) % 2_147_483_647;
    const body = Array.from({ length: 150_000 }, (_, at) => `<p>${random(at)}</p>`).join('');
    const quoted = `<blockquote>${body}</blockquote>`;
    expect(await chars('a.epub', await epubOf({ items: [{ name: 'one.xhtml', body: quoted }] }))).toBeGreaterThan(
      1_000_000,
    );
  });

  test('with addresses that lead out of it is read without what they name', async () => {
    const items = [
      '../../../etc/passwd',
      'file:///etc/passwd',
      'http://127.0.0.1:9/a.xhtml',
      '%2e%2e/%2e%2e/etc/passwd',
    ].map((href, at) => ({ name: `${at}.xhtml`, href, body: '' }));
    const all = [
      { name: 'one.xhtml', body: `<p>${prose('bridge')}</p><img src="http://127.0.0.1:9/a.png"/>` },
      ...items,
    ];
    const { article, problems } = await readArticle('a.epub', await epubOf({ items: all }));
    expect(article?.text).toBe(prose('bridge'));
    expect(problems).toHaveLength(1);
  });
});

describe.each(['docx', 'epub'])('an archive with the ending .%s', (ending) => {
  test.each([
    ['nothing', Buffer.alloc(0)],
    ['a web page', Buffer.from('<!DOCTYPE html><p>x</p>')],
    ['a PDF', Buffer.from('%PDF-1.7\n')],
    ['zeros', Buffer.alloc(100_000)],
  ])('that holds %s', async (_, bytes) => {
    expect(await refusal(`a.${ending}`, bytes)).toMatch(/is no (?:Word|EPUB) file or a damaged one/);
  });
});
