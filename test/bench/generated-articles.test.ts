/** Generated articles and questions are the same on every machine, of the size that is claimed, and readable. */
import { expect, test } from 'vitest';
import { articleWords, generatedArticles } from '../../bench/generated-articles.ts';
import { createRandom } from '../../bench/random.ts';
import { sentencesOf } from '../../src/text/sentences.ts';

const articles = generatedArticles(40);
const bodyOf = (text: string) => text.replace(/^---\n[\s\S]*?\n---\n/u, '').replace(/^## .*$/gmu, '');

test('the same number and seed give the same articles, another seed others', () => {
  expect(generatedArticles(40)).toEqual(articles);
  expect(generatedArticles(40, 2)[0]?.text).not.toBe(articles[0]?.text);
});

test('each has its own path, a title, and about the words that are claimed', () => {
  expect(new Set(articles.map(({ path }) => path)).size).toBe(40);
  for (const { path, text } of articles) {
    expect(text, path).toMatch(/^---\ntitle: "[^"\n]+"\n/u);
    const words = bodyOf(text).trim().split(/\s+/u).length;
    expect(words, path).toBeGreaterThanOrEqual(articleWords);
    expect(words, path).toBeLessThan(articleWords * 1.3);
  }
});

test('they are made of sentences', () => {
  const body = bodyOf(articles[0]!.text).trim();
  const sentences = sentencesOf(body, { start: 0, end: body.length }, 'en').map(({ start, end }) =>
    body.slice(start, end),
  );
  expect(sentences.length).toBeGreaterThan(15);
  expect(sentences.filter((sentence) => !/[.”]$/u.test(sentence.trim()))).toEqual([]);
});

test('some words and names are far more frequent than others, and many stand once', () => {
  const counts = new Map<string, number>();
  for (const { text } of articles)
    for (const [word] of text.matchAll(/\p{L}+/gu)) counts.set(word, (counts.get(word) ?? 0) + 1);
  const once = [...counts.values()].filter((times) => times === 1).length;
  expect(once / counts.size).toBeGreaterThan(0.3);
});

test('chance stays within its bounds and prefers what comes first where it should', () => {
  const random = createRandom(7);
  const list = Array.from({ length: 100 }, (_, index) => index);
  const picks = Array.from({ length: 2000 }, () => random.pickZipf(list));
  expect(picks.every((pick) => pick >= 0 && pick < 100)).toBe(true);
  const first = picks.filter((pick) => pick === 0).length;
  expect(first).toBeGreaterThan(10 * picks.filter((pick) => pick === 50).length);
  expect(() => random.pick([])).toThrow('nothing to pick from');
});
