/** The bundled articles keep the form that CONTRIBUTING.md asks of an article. What they say is checked in readings/. */
import { describe, expect, test } from 'vitest';
import { bundledArticles, sourcesOf, wordsOf } from './bundled-articles.ts';

const notes = bundledArticles.filter((article) => article.file.startsWith('note-'));
const keys = ['title', 'author', 'publisher', 'published', 'lang', 'licence'] as const;

test('there are at least ten articles', () => {
  expect(bundledArticles.length).toBeGreaterThanOrEqual(10);
});

test('five of them are reading notes, each on one reading of its own', () => {
  expect(notes).toHaveLength(5);
  for (const note of notes) expect(sourcesOf(note), note.file).toHaveLength(1);
  expect(new Set(notes.map((note) => sourcesOf(note)[0])).size).toBe(5);
});

test('no two articles have one title', () => {
  const titles = bundledArticles.map((article) => String(article.frontMatter['title']).toLowerCase());
  expect(titles.filter((title, index) => titles.indexOf(title) !== index)).toEqual([]);
});

describe.each(bundledArticles)('$file', ({ file, frontMatter, body, ...rest }) => {
  test('has a short file name in kebab case', () => {
    expect(file).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*\.md$/u);
    expect(file.length).toBeLessThanOrEqual(40);
  });

  test('states title, author, publisher, date, language and licence', () => {
    for (const key of keys) expect(frontMatter[key], key).toEqual(expect.stringMatching(/\S/u));
    expect(frontMatter['published']).toMatch(/^\d{4}-\d{2}-\d{2}$/u);
    expect(frontMatter['lang']).toBe('en');
    expect(frontMatter['licence']).toMatch(/^CC(0-1\.0|-BY-4\.0)$/u);
  });

  test('gives no web address but a whole one', () => {
    if ('url' in frontMatter) expect(URL.canParse(String(frontMatter['url']))).toBe(true);
    const known: readonly string[] = [...keys, 'url', 'sources'];
    expect(Object.keys(frontMatter).filter((key) => !known.includes(key))).toEqual([]);
  });

  test('names its sources by title, publisher and file', () => {
    const sources = sourcesOf({ file, frontMatter, body, ...rest });
    expect(sources.length).toBeGreaterThan(0);
    for (const source of sources) expect(source).toMatch(/^\S.* \(.+; file \S+\.txt\)$/u);
    expect(new Set(sources).size).toBe(sources.length);
  });

  test('has 300 to 800 words of body under two or more headings', () => {
    const words = wordsOf(body.replace(/^#.*$/gmu, '')).length;
    expect(words).toBeGreaterThanOrEqual(300);
    expect(words).toBeLessThanOrEqual(800);
    expect(body.match(/^## \S/gmu)?.length ?? 0).toBeGreaterThanOrEqual(2);
  });

  test('shows no markup inside a paragraph, for quotes are shown to the letter', () => {
    expect(body.match(/[*_`<>\\]|\]\(|https?:/gu) ?? []).toEqual([]);
  });
});
