/** What must hold of every article, whatever the file: for the property tests, the golden articles and the readings. */
import { expect } from 'vitest';
import { passageCharsMax, passageSentencesMax, passagesOf } from '../../src/ingest/passages.ts';
import { placeOf } from '../../src/ingest/place.ts';
import type { Article, Span } from '../../src/model.ts';
import { sentenceCharsMax } from '../../src/text/sentences.ts';

const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' });

export function expectSound(article: Article): void {
  const { text } = article;
  const characters = new Set([text.length]);
  for (const { index } of graphemes.segment(text)) characters.add(index);
  const expectWhole = (span: Span, what: string) => {
    const shown = `${what} ${span.start}..${span.end} of ${JSON.stringify(text.slice(span.start - 5, span.end + 5))}`;
    expect(span.start, shown).toBeLessThan(span.end);
    expect(span.end, shown).toBeLessThanOrEqual(text.length);
    expect(characters.has(span.start) && characters.has(span.end), `${shown} cuts a character`).toBe(true);
    expect(text.slice(span.start, span.end).trim(), `${shown} is blank`).not.toBe('');
  };
  expectBlocks(article, expectWhole);
  expectPassages(article);
  const starts = article.pages.map(({ start }) => start);
  expect(starts).toEqual(starts.toSorted((a, b) => a - b));
  for (const offset of [...starts, ...article.joins]) expect(offset).toBeLessThanOrEqual(text.length);
  for (const mark of article.marks) {
    expectWhole(mark, 'mark');
    expect(article.blocks.some(({ body, start, end }) => body && start <= mark.start && mark.end <= end)).toBe(true);
  }
  for (const field of [
    article.title,
    article.authors,
    article.publisher,
    article.via,
    article.published,
    article.url,
  ]) {
    if (field.span) expectWhole(field.span, 'field');
    expect(field.from).not.toBe('');
  }
}

type ExpectWhole = (span: Span, what: string) => void;

function expectBlocks({ text, blocks, pages, format }: Article, expectWhole: ExpectWhole): void {
  let end = 0;
  let line = 1;
  let counted = 0;
  const numbers = new Map<number | undefined, number>();
  blocks.forEach((block, index) => {
    expectWhole(block, block.role);
    expect(text.slice(end, block.start).trim(), `before block ${index}`).toBe('');
    expect(block.start).toBeGreaterThanOrEqual(end);
    line += text.slice(counted, block.start).split('\n').length - 1;
    counted = block.start;
    expect(block.line).toBe(line);
    end = block.end;
    if (!block.body) {
      expect(block.sentences).toEqual([]);
      return;
    }
    if (block.section !== undefined) expect(blocks[block.section]?.role).toBe('heading');
    // Of a PDF from each page, else from each heading.
    const within = format === 'PDF' ? pages.findLastIndex(({ start }) => start <= block.start) : block.section;
    const number = (numbers.get(within) ?? 0) + 1;
    numbers.set(within, number);
    expect(block.paragraph).toBe(number);
    expectSentences(text, block, expectWhole);
  });
  expect(text.slice(end).trim(), 'after the last block').toBe('');
}

function expectSentences(text: string, block: Article['blocks'][number], expectWhole: ExpectWhole): void {
  const between = block.role === 'quotation' ? /^[\s>]*$/ : /^\s*$/;
  let { start } = block;
  for (const sentence of block.sentences) {
    expectWhole(sentence, 'sentence');
    expect(sentence.start).toBeGreaterThanOrEqual(start);
    expect(sentence.end - sentence.start).toBeLessThanOrEqual(sentenceCharsMax);
    expect(text.slice(start, sentence.start)).toMatch(between);
    start = sentence.end;
  }
  expect(start).toBeLessThanOrEqual(block.end);
  expect(text.slice(start, block.end)).toMatch(between);
}

function expectPassages(article: Article): void {
  const passages = passagesOf(article);
  const sentences = article.blocks.flatMap(({ sentences: own }, block) => own.map((each) => ({ ...each, block })));
  let at = 0;
  for (const passage of passages) {
    const from = at;
    expect(passage.start).toBe(sentences[from]?.start);
    while (at < sentences.length && (sentences[at]?.end ?? 0) < passage.end) at++;
    expect(sentences[at]?.end).toBe(passage.end);
    at++;
    const held = sentences.slice(from, at);
    expect(held.length).toBeLessThanOrEqual(passageSentencesMax);
    expect(new Set(held.map(({ block }) => block))).toEqual(new Set([passage.block]));
    if (held.length > 1) expect(passage.end - passage.start).toBeLessThanOrEqual(passageCharsMax);
    expect(placeOf(article, passage)).toMatch(/(?:¶ \d+|at the top)$/);
  }
  expect(at).toBe(sentences.length);
}
