/** Folders and files that are broken, hostile or beside the point: each has its sentence, and nothing else stops. */
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { articleIdOf } from '../../src/ingest/article-id.ts';
import { readCorpus, withOwnIds } from '../../src/ingest/corpus.ts';
import { filesMax } from '../../src/ingest/files.ts';
import { readArticle } from '../../src/ingest/read-article.ts';
import { articleFrom, prose } from './read.ts';

let folder = '';

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'footnote-corpus-'));
});

afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

function put(path: string, content: string | Uint8Array): void {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), content);
}

const good = `The second lock\n\n${prose('lock')}\n`;

/** Reads the folder with one good file in it, which must always be read; gives the sentences about the others. */
async function problemsBeside(fatal: boolean): Promise<string[]> {
  put('good.txt', good);
  const { articles, problems } = await readCorpus(folder);
  expect(articles.map(({ path }) => path)).toContain('good.txt');
  for (const { message } of problems) expect(message).toMatch(/^[^\n]{10,400}\.$/);
  expect(problems.every((problem) => problem.fatal === fatal)).toBe(true);
  return problems.map(({ message }) => message);
}

test('articles come sorted by path, from every level, the same each time', async () => {
  put('b.md', `# B\n\n${prose('weir')}`);
  put('a/z.txt', good);
  put('a/deep/er/x.markdown', `# X\n\n${prose('gate')}`);
  put('C.TXT', prose('mill'));
  const first = await readCorpus(folder);
  expect(first.problems).toEqual([]);
  expect(first.articles.map(({ path }) => path)).toEqual(['C.TXT', 'a/deep/er/x.markdown', 'a/z.txt', 'b.md']);
  expect(await readCorpus(folder)).toEqual(first);
});

test('hidden files and what systems leave behind are passed over in silence', async () => {
  put('.DS_Store', Uint8Array.of(0, 1, 2));
  put('.git/config.txt', 'x');
  put('Thumbs.db', Uint8Array.of(0));
  expect(await problemsBeside(true)).toEqual([]);
});

describe('a folder', () => {
  test('that is not there', async () => {
    const { articles, problems } = await readCorpus(join(folder, 'nowhere'));
    expect(articles).toEqual([]);
    expect(problems).toMatchObject([
      { fatal: true, message: expect.stringMatching(/nowhere does not exist; create it/) },
    ]);
  });

  test('that is a file', async () => {
    put('a.txt', good);
    const { problems } = await readCorpus(join(folder, 'a.txt'));
    expect(problems).toMatchObject([{ fatal: true, message: expect.stringMatching(/is a file, not a folder/) }]);
  });

  test('that is empty', async () => {
    const { articles, problems } = await readCorpus(folder);
    expect(articles).toEqual([]);
    expect(problems).toMatchObject([
      { fatal: true, message: expect.stringMatching(/holds no articles; put \.txt or \.md files/) },
    ]);
  });

  test('reached by a link is read', async () => {
    put('in/a.txt', good);
    symlinkSync(join(folder, 'in'), join(folder, 'link'));
    expect((await readCorpus(join(folder, 'link'))).articles).toHaveLength(1);
  });

  test('with too many files gives the first of them and says so', async () => {
    for (let at = 0; at <= filesMax; at++)
      writeFileSync(join(folder, `${String(at).padStart(5, '0')}.txt`), `Text ${at} stands here.`);
    const { articles, problems } = await readCorpus(folder);
    expect(articles).toHaveLength(filesMax);
    expect(problems).toMatchObject([{ message: expect.stringMatching(/holds 5001 files .* only the first 5000/) }]);
  }, 120_000);
});

describe('a file', () => {
  test.each([
    ['empty.txt', '', /is empty; check that it is the right file\.$/],
    ['blank.md', ' \n\n\t\n', /is empty/],
    ['signs.txt', '?! …\n\n* * *\n', /holds no words/],
    ['only-form.txt', 'Leave a Reply\nYour email address will not be published.', /holds no article text/],
    ['only-head.md', '---\ntitle: A\n---\n\n# A\n', /holds no article text/],
    ['a.pdf', '%PDF-1.4', /is damaged and cannot be opened as a PDF; export or download it again/],
    ['a.docx', 'PK', /is no Word file or a damaged one/],
    ['a.mht', 'MIME-Version: 1.0', /is a web archive/],
    ['a.exe', 'x', /has an ending that Footnote does not read/],
    ['README', 'x', /has no ending that tells what it is; give it the ending/],
    ['a.zip', 'x', /is an archive.*; unpack it/],
    ['a.JPG', 'x', /is a picture, which Footnote does not read; save its text/],
    ['a.odt', 'x', /is an OpenDocument text.*; save it as \.docx, which keeps headings and notes/],
    ['a.DOC', 'x', /is a Word document of the old kind.*; save it as \.docx/],
    ['a.rtf', 'x', /is a Rich Text file.*; save it as \.docx/],
    ['a.mhtml', 'x', /is a web archive.*; save the page as \.html/],
    ['zip.txt', Uint8Array.of(0x50, 0x4b, 3, 4, 20), /is a zip archive/],
    ['pdf.txt', '%PDF-1.7 and so on', /is a PDF, not text/],
    ['nul.txt', 'some text\0and more', /binary data/],
    ['noise.md', Uint8Array.from({ length: 4000 }, (_, at) => (at * 7919) % 251 || 1), /binary data/],
    [
      'huge.txt',
      new Uint8Array(20_000_000).fill(97),
      /has 20 MB, and a plain text file may have at most 5 MB; split it/,
    ],
    ['lines.txt', 'a\n\n'.repeat(100_001), /has 200003 lines, and a text may have at most 200000; split it/],
    ['just-over.txt', new Uint8Array(5_000_001).fill(97), /has 5\.1 MB, and a plain text file may have at most 5 MB/],
    ['huge.md', new Uint8Array(5_000_001).fill(97), /a Markdown file may have at most 5 MB/],
  ])('%s is refused in one sentence', async (path, content, sentence) => {
    put(path, content);
    const messages = await problemsBeside(true);
    expect(messages).toHaveLength(1);
    expect(messages[0]).toContain(path);
    expect(messages[0]).toMatch(sentence);
  });

  test('that is a folder with the name of a file is a folder', async () => {
    put('x.txt/inside.md', `# Inside\n\n${prose('gate')}`);
    expect(await problemsBeside(true)).toEqual([]);
  });

  test('behind a link is not read, whatever the link leads to', async () => {
    symlinkSync('/etc/hostname', join(folder, 'outside.txt'));
    symlinkSync(join(folder, 'loop.txt'), join(folder, 'loop.txt'));
    symlinkSync('/etc', join(folder, 'etc'));
    const messages = await problemsBeside(true);
    expect(messages).toHaveLength(3);
    for (const message of messages)
      expect(message).toMatch(/^(?:etc|loop\.txt|outside\.txt) is a link, and only plain files are read/);
  });

  test('that is a pipe is not waited for', async () => {
    execFileSync('mkfifo', [join(folder, 'pipe.txt')]);
    expect(await problemsBeside(true)).toEqual([expect.stringMatching(/^pipe\.txt is a pipe, socket or device/)]);
  });

  test('whose name holds line ends and direction marks is shown without them', async () => {
    put('a\nb\u202etxt.exe', 'x');
    expect((await problemsBeside(true))[0]).toMatch(/^a�b�txt\.exe has an ending/);
  });
});

describe('is read with a warning', () => {
  test('a file that is not UTF-8', async () => {
    put('latin.txt', Uint8Array.from(Buffer.from('Die Br\xfccke steht \x96 noch immer.', 'latin1')));
    const messages = await problemsBeside(false);
    expect(messages).toEqual([expect.stringMatching(/^latin\.txt is not valid UTF-8 and was read as Windows-1252/)]);
    const { articles } = await readCorpus(folder);
    expect(articles.find(({ path }) => path === 'latin.txt')?.text).toBe('Die Brücke steht – noch immer.');
  });

  test('a file with broken front matter', async () => {
    put('broken.md', `---\ntitle: A\nauthor: [B\n---\n\n${prose('mill')}`);
    expect(await problemsBeside(false)).toEqual([
      expect.stringMatching(/^The front matter of broken\.md is broken on line \d .*; mend that line\.$/),
    ]);
  });

  test('two files with one title', async () => {
    put('again.md', `# The second LOCK\n\n${prose('gate')}`);
    expect(await problemsBeside(false)).toEqual([expect.stringMatching(/^good\.txt has the same title as again\.md/)]);
  });

  test('two files with one text', async () => {
    put('copy.txt', good);
    expect(await problemsBeside(false)).toEqual([
      expect.stringMatching(/^good\.txt holds the same text as copy\.txt; remove one of them\.$/),
    ]);
  });
});

test('a file without title or date says so where they are shown', async () => {
  put('plain.txt', prose('mill'));
  expect(await problemsBeside(false)).toEqual([]);
  const { articles } = await readCorpus(folder);
  const plain = articles.find(({ path }) => path === 'plain.txt');
  expect(plain?.title).toMatchObject({
    value: 'plain',
    from: 'file-name',
    note: 'the file states no title, so its name stands here',
  });
  expect(plain?.published).toEqual({ value: null, from: 'not stated' });
});

describe('canonical text', () => {
  test.each([
    ['a byte order mark', Uint8Array.of(0xef, 0xbb, 0xbf, 0x41, 0x2e), 'A.'],
    ['UTF-16, little end first', Uint8Array.of(0xff, 0xfe, 0x41, 0, 0x2e, 0), 'A.'],
    ['UTF-16, big end first', Uint8Array.of(0xfe, 0xff, 0, 0x41, 0, 0x2e), 'A.'],
    ['CRLF, CR and LF', 'A.\r\nB.\rC.\n', 'A.\nB.\nC.\n'],
    ['spaces at the ends and a mark inside', ' A\ufeffB. ', ' A\ufeffB. '],
  ])('of %s', async (_, content, text) => {
    put('a.txt', content);
    const { articles } = await readCorpus(folder);
    expect(articles[0]?.text).toBe(text);
  });
});

describe('ids', () => {
  test('are eight characters from the path, and stay when the text is edited', () => {
    expect(articleFrom('One.', 'a/b.txt').id).toMatch(/^[a-z0-9]{8}$/);
    expect(articleFrom('One.', 'a/b.txt').id).toBe(articleFrom('Two.', 'a/b.txt').id);
    expect(articleFrom('One.', 'a/b.txt').id).not.toBe(articleFrom('One.', 'a/c.txt').id);
  });

  test('that meet are told apart, the same way each time', () => {
    const articles = ['a.txt', 'b.txt', 'c.txt'].map((path) => ({ ...articleFrom('One.', path), id: 'same0000' }));
    const ids = withOwnIds(articles).map(({ id }) => id);
    expect(ids).toEqual(['same0000', articleIdOf('b.txt', 1), articleIdOf('c.txt', 1)]);
    const always = withOwnIds(articles, (_, attempt) => (attempt! < 3 ? 'same0000' : `try${attempt}`)).map(
      ({ id }) => id,
    );
    expect(always).toEqual(['same0000', 'try3', 'try4']);
  });
});

test('a file that is called by its ending alone has that for its title', async () => {
  const { article } = await readArticle('.md', Buffer.from(prose('mill')));
  expect(article?.title.value).toBe('.md');
});
