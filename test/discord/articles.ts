/** Articles made by hand, sentence by sentence, and arbitrary ones as hostile as sources can be. */
import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { quote } from '../../src/answer/quote.ts';
import type { Article, Asked, Block, Field, Found, FoundAnswer, Label, Mark, Quote, Span } from '../../src/model.ts';

export interface Draft {
  readonly title: string | null;
  /** Each paragraph is its sentences; a string is a heading. */
  readonly paragraphs: readonly (string | readonly string[])[];
  readonly path?: string;
  readonly authors?: readonly string[];
  readonly publisher?: string;
  readonly published?: string;
  readonly url?: string;
  readonly via?: string;
  readonly licence?: string;
  readonly sources?: readonly string[];
  readonly labels?: readonly Label[];
  /** Words that are not the author's, wherever they stand. */
  readonly spam?: string;
}

const stated = <T>(value: T | undefined | null, from = 'front-matter'): Field<T> =>
  value === undefined || value === null ? { value: null, from: 'not stated' } : { value, from };
const escapedForRegExp = (text: string) => text.replace(/[\\^$.*+?()[\]{}|]/gu, '\\$&');
const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');

export function articleOf(draft: Draft): Article {
  const path = draft.path ?? 'article.md';
  const blocks: Block[] = [];
  let text = '';
  let section: number | undefined;
  let paragraph = 0;
  const put = (role: Block['role'], sentences: readonly string[]) => {
    if (text) text += '\n\n';
    const start = text.length;
    const spans = sentences.map((sentence, index): Span => {
      if (index > 0) text += ' ';
      text += sentence;
      return { start: text.length - sentence.length, end: text.length };
    });
    const body = role === 'paragraph';
    const line = text.slice(0, start).split('\n').length;
    blocks.push({
      start,
      end: text.length,
      role,
      body,
      line,
      sentences: body ? spans : [],
      ...(body && { paragraph: ++paragraph }),
      ...(body && section !== undefined && { section }),
      ...(role === 'heading' && { level: 2 }),
    });
  };
  if (draft.title) put('title', [draft.title]);
  for (const part of draft.paragraphs) {
    if (typeof part === 'string') {
      section = blocks.length;
      paragraph = 0;
      put('heading', [part]);
    } else put('paragraph', part);
  }
  const { spam } = draft;
  const marks = spam
    ? [...text.matchAll(new RegExp(escapedForRegExp(spam), 'gu'))].map(
        ({ index }): Mark => ({ kind: 'spam-url', start: index, end: index + spam.length }),
      )
    : [];
  return {
    id: sha256(path).slice(0, 8),
    path,
    format: 'plain text',
    bytes: Buffer.byteLength(text),
    sha256: sha256(text),
    text,
    textSha256: sha256(text),
    title: stated(draft.title, 'heading'),
    authors: stated(draft.authors),
    publisher: stated(draft.publisher),
    via: stated(draft.via),
    published: stated(draft.published ? { iso: draft.published, precision: 'day' as const } : null),
    url: stated(draft.url),
    lang: stated('en'),
    licence: stated(draft.licence),
    sources: draft.sources ?? [],
    blocks,
    pages: [],
    joins: [],
    marks,
    labels: draft.labels ?? [],
  };
}

/** The quotation of some sentences of a paragraph, both counted from 0. */
export function quoteOf(article: Article, paragraph: number, first = 0, last?: number): Quote {
  const { sentences } = article.blocks.filter((block) => block.body)[paragraph]!;
  return quote(article, { start: sentences[first]!.start, end: (sentences[last ?? first] ?? sentences.at(-1)!).end });
}

/** Every place where `words` stands in the quote. */
export function spansOf({ article, start, end }: Quote, words: string): Span[] {
  return [...article.text.slice(start, end).matchAll(new RegExp(escapedForRegExp(words), 'gu'))].map(({ index }) => ({
    start: start + index,
    end: start + index + words.length,
  }));
}

export const foundIn = (asked: Asked, found: readonly Found[], more: Partial<FoundAnswer> = {}): FoundAnswer => ({
  kind: 'found',
  asked,
  subject: null,
  total: found.length,
  found,
  ...more,
});

// ── Hostile sources ─────────────────────────────────────────────────────────────────────────────────────────────────

const pieces = [
  ...['word', 'the', 'Soleimani', '2016', 'and', 'of', '*', '_', '**', '~~', '||', '`', '```', '\\', '<@1>', '<t:1>'],
  ...[':smile:', 'https://a.example/b', '[t](u)', '@everyone', '-# ', '# ', '> ', '- ', '1. ', '\n', '\n- ', '\n> '],
  ...['中文字', 'ภาษาไทย', 'हिन्दी', 'قاسم', '👩‍👩‍👧', '𝒳', 'e\u0301', '\u202e', '\u2066', ' ', ' ', ' '],
];
const whole = (text: string, charsMax: number): string =>
  text
    .slice(0, charsMax)
    .replace(/[\ud800-\udbff]$/u, '')
    .trim() || 'x';
const one = (charsMax: number): fc.Arbitrary<string> =>
  fc.oneof(
    fc
      .array(fc.constantFrom(...pieces), { minLength: 1, maxLength: 60 })
      .map((parts) => whole(parts.join(''), charsMax)),
    // One piece over and over, up to the longest sentence there can be.
    fc
      .tuple(fc.constantFrom(...pieces), fc.integer({ min: 1, max: charsMax }))
      .map(([piece, length]) => whole(piece.repeat(Math.ceil(length / piece.length)), length)),
  );
/** As long as a piece of a sentence may get. */
export const sentenceChars = 1_200;
const line = (charsMax: number) => one(charsMax).map((text) => text.replace(/\s+/gu, ' ').trim() || 'x');
const labels = fc.array(
  fc.record({ kind: fc.constant('low-confidence-extraction' as const), text: line(40), reason: line(400) }),
  { maxLength: 4 },
);
export const hostileArticles: fc.Arbitrary<Article> = fc
  .record({
    title: fc.option(line(5_000)),
    paragraphs: fc.array(fc.array(one(sentenceChars), { minLength: 1, maxLength: 6 }), { minLength: 1, maxLength: 8 }),
    path: line(300),
    authors: fc.array(line(300), { maxLength: 5 }),
    publisher: line(300),
    via: line(300),
    licence: line(300),
    published: line(300),
    sources: fc.array(line(300), { maxLength: 8 }),
    url: fc.oneof(fc.webUrl(), fc.constant(`https://a.example/${'x'.repeat(3_000)}`), line(100)),
    labels,
    spam: fc.constantFrom('word', '中文字', 'nowhere to be found'),
  })
  .map(articleOf);

/** Passages of one to four sentences of the article, and what matches in them. */
export const foundAnywhere = (article: Article): fc.Arbitrary<Found> => {
  const bodies = article.blocks.filter((block) => block.body);
  return fc
    .tuple(fc.nat(bodies.length - 1), fc.nat(3), fc.nat(3), fc.array(fc.tuple(fc.nat(), fc.nat(40)), { maxLength: 4 }))
    .map(([index, first, length, places]) => {
      const { sentences } = bodies[index]!;
      const from = Math.min(first, sentences.length - 1);
      const passage = quoteOf(article, index, from, Math.min(from + length, sentences.length - 1));
      const size = passage.end - passage.start;
      const matches = places
        .map(([at, chars]) => ({
          start: passage.start + (at % size),
          end: passage.start + Math.min(size, (at % size) + chars + 1),
        }))
        .filter(({ start, end }) => article.text.slice(start, end).isWellFormed())
        .sort((a, b) => a.start - b.start);
      return { quote: passage, matches, alsoIn: [passage] };
    });
};
