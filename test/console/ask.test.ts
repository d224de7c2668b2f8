import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { harbour } from '../harbour.ts';
import { folderOf, run } from './run.ts';

const folder = folderOf(harbour);
const ask = (args: readonly string[], input = '') => run('src/console/ask.ts', ['--corpus', folder, ...args], input);

describe('npm run ask', () => {
  test('answers one command and exits', async () => {
    const { code, out, err } = await ask(['/who Vandermeer']);
    expect(code).toBe(0);
    expect(out).toContain('Osric Vandermeer · person');
    expect(out).toContain('“Port Ellery, a town on the northern coast');
    expect(out).toContain('The dock strike of Port Ellery · Ines Marlowe · The Harbour Review · 1987-05-02 · ¶ 1');
    expect(err).toBe('');
  });

  test('says with --why what put each quote in its place', async () => {
    const { code, out } = await ask(['--why', '--limit', '1', '/who Vandermeer']);
    expect(code).toBe(0);
    expect(out).toMatch(/^ {4}\+\d+\.\d\d apposition \("X, the …" introduces the subject\)$/m);
    expect((await ask(['/who Vandermeer'])).out).not.toContain('apposition');
  });

  test('gives a JSON object a line, in order, whose quotes slice out of the files', async () => {
    const lines = [
      '/who Vandermeer',
      '/who Napoleon',
      '/who Okonjo',
      '/quote "no shot was fired"',
      '/source dock strike',
      '/sources',
      '/help',
    ];
    const { code, out } = await ask(['--json', '--limit', '2'], lines.join('\n'));
    expect(code).toBe(0);
    const answers = out
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(answers.map(({ command }) => command)).toEqual(lines);
    expect(answers.map(({ kind }) => kind)).toEqual(['found', 'nothing', 'choose', 'found', 'found', 'found', 'found']);
    for (const { quotes, total, ms, suggestions } of answers) {
      expect(quotes.length).toBeLessThanOrEqual(2);
      expect(typeof total + typeof ms + Array.isArray(suggestions)).toBe('numbernumbertrue');
      for (const { text, start, end, article } of quotes) {
        expect(readFileSync(join(folder, article.path), 'utf8').replaceAll('\r\n', '\n').slice(start, end)).toBe(text);
      }
    }
    expect(answers[0]).toMatchObject({
      subject: {
        name: 'Osric Vandermeer',
        type: 'person',
        surfaces: expect.arrayContaining(['Osric Vandermeer', 'Vandermeer']),
      },
      quotes: [
        {
          where: '¶ 1',
          labels: [],
          article: {
            path: 'strike.md',
            title: 'The dock strike of Port Ellery',
            author: 'Ines Marlowe',
            publisher: 'The Harbour Review',
            published: '1987-05-02',
            url: 'https://example.org/strike',
          },
        },
        {},
      ],
    });
    expect(answers[1]).toMatchObject({ subject: null, total: 0, quotes: [] });
    expect(answers[2].suggestions).toEqual(expect.arrayContaining(['Tobias Okonjo', 'Lena Okonjo']));
  });

  test('answers a line that is no command with what is wrong, and goes on', async () => {
    const { code, out, err } = await ask(['--json'], 'hello\n\n/who Vandermeer\n');
    expect(code).toBe(2);
    expect(err).toContain('starts with a slash');
    expect(
      out
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line).kind),
    ).toEqual(['nothing', 'found']);
  });

  test.each([
    [['--limit', '0', '/help'], '--limit takes a whole number'],
    [['--wrong', '/help'], "'--wrong'"],
    [['/whom X'], 'no command /whom'],
    [['/who'], '/who needs name'],
    [['who X'], 'starts with a slash'],
  ])('%j is one clear sentence and exit code 2', async (args, sentence) => {
    const { code, out, err } = await run('src/console/ask.ts', args);
    expect(code).toBe(2);
    expect(err).toContain(sentence);
    expect(err.trim().split('\n')).toHaveLength(2);
    expect(out).toBe('');
  });

  test('never lets a source drive the terminal', async () => {
    const evil = folderOf({ 'evil.txt': 'A title\n\nThe word zebra\u001b[2J stands here, and the sentence ends.\n' });
    const { out } = await run('src/console/ask.ts', ['--corpus', evil, '/quote zebra']);
    expect(out).toContain('zebra␛[2J');
    expect(out).not.toContain('\u001b');
  });
});

describe('npm run corpus', () => {
  test('lists each article with where its facts come from, and the counts', async () => {
    const { code, out } = await run('src/console/corpus.ts', ['--corpus', folder]);
    expect(code).toBe(0);
    expect(out).toContain('strike.md\n  title: The dock strike of Port Ellery (front-matter)');
    expect(out).toContain('published: not stated');
    expect(out).toMatch(/3 articles, \d+ passages, \d+ names, \d problem/);
  });

  test('gives a JSON object an article', async () => {
    const { out } = await run('src/console/corpus.ts', ['--corpus', folder, '--json']);
    const articles = out
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(articles.map(({ path }) => path)).toEqual(['copy.md', 'harbour.txt', 'strike.md']);
    expect(articles[2]).toMatchObject({
      title: { value: 'The dock strike of Port Ellery', from: 'front-matter' },
      blocks: expect.any(Array),
    });
  });

  test('says each problem in one sentence; with --strict a problem is a failure', async () => {
    const broken = folderOf({
      'good.txt': 'A good title\n\nThis is a good sentence that can be read.\n',
      'empty.txt': '',
      'scan.pdf': '%PDF-1.4',
    });
    const lenient = await run('src/console/corpus.ts', ['--corpus', broken]);
    expect(lenient.code).toBe(0);
    expect(lenient.err).toContain('empty.txt');
    expect(lenient.err).toContain('scan.pdf');
    expect(lenient.err.trim().split('\n')).toHaveLength(2);
    expect((await run('src/console/corpus.ts', ['--corpus', broken, '--strict'])).code).toBe(1);
    expect(
      (
        await run('src/console/corpus.ts', [
          '--corpus',
          folderOf({ 'good.txt': 'A good title\n\nThis is a good sentence that can be read.\n' }),
          '--strict',
        ])
      ).code,
    ).toBe(0);
  });
});

describe('npm start --console', () => {
  test('opens the prompt and answers', async () => {
    const { code, out } = await run('src/main.ts', ['--console'], '/who Vandermeer\nnonsense\n', {
      CORPUS_DIR: folder,
    });
    expect(code).toBe(0);
    expect(out).toContain('Osric Vandermeer · person');
    expect(out).toContain('starts with a slash');
  });

  test.each([
    ['an empty folder', folderOf({})],
    ['no folder', '/no/such/folder'],
    ['a file', join(folder, 'strike.md')],
  ])('starts with %s, says what is wrong, and answers that there is nothing', async (_, corpus) => {
    const { code, out, err } = await run('src/main.ts', ['--console', '--corpus', corpus], '/who Vandermeer\n');
    expect(code).toBe(0);
    expect(err.trim().split('\n')).toHaveLength(1);
    expect(err).toContain(corpus);
    expect(out).toContain('Searched 0 articles');
  });
});
