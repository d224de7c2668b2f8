/** An article ↔ what is kept of it: details and layout as JSON, the text as UTF-8, one hash over all three. Pure. */
import { createHash } from 'node:crypto';
import type { Article, Block, Sentence } from '../model.ts';

export interface Reading {
  readonly details: string;
  readonly layout: string;
  readonly text: Uint8Array;
  readonly sha256: string;
}

/** All but the text, where its parts stand, and what the shelf says of it. */
export type ArticleDetails = Omit<Article, 'id' | 'path' | 'text' | 'blocks' | 'pages' | 'joins' | 'marks'>;

/** Sentences as pairs of numbers: how far behind the one before it starts, and its length, negative when it goes on. */
type PackedBlock = Omit<Block, 'sentences'> & { readonly sentences: readonly number[] };

type Layout = Pick<Article, 'pages' | 'joins' | 'marks'> & { readonly blocks: readonly PackedBlock[] };

export function readingOf(article: Article): Reading {
  const { id: _, path: __, text, blocks, pages, joins, marks, ...rest } = article;
  const details = JSON.stringify(rest satisfies ArticleDetails);
  const layout = JSON.stringify({ blocks: blocks.map(packed), pages, joins, marks } satisfies Layout);
  const bytes = Buffer.from(text, 'utf8');
  return { details, layout, text: bytes, sha256: hashOf(details, layout, bytes) };
}

/** Null when it is not, to the last bit, what was kept. */
export function articleOf(reading: Reading, own: Pick<Article, 'id' | 'path'>): Article | null {
  const { details, layout, text, sha256 } = reading;
  if (hashOf(details, layout, text) !== sha256) return null;
  const { blocks, ...places } = JSON.parse(layout) as Layout;
  return {
    ...own,
    ...(JSON.parse(details) as ArticleDetails),
    text: Buffer.from(text.buffer, text.byteOffset, text.length).toString('utf8'),
    ...places,
    blocks: blocks.map(unpacked),
  };
}

/** The lengths go first: no two readings run together into the same bytes. */
const hashOf = (details: string, layout: string, text: Uint8Array): string =>
  createHash('sha256')
    .update(`${details.length} ${layout.length}\n`)
    .update(details)
    .update(layout)
    .update(text)
    .digest('hex');

function packed(block: Block): PackedBlock {
  let at = block.start;
  const sentences = block.sentences.flatMap(({ start, end, goesOn }) => {
    const pair = [start - at, goesOn ? start - end : end - start];
    at = end;
    return pair;
  });
  return { ...block, sentences };
}

function unpacked(block: PackedBlock): Block {
  let at = block.start;
  const sentences: Sentence[] = [];
  for (let pair = 0; pair + 1 < block.sentences.length; pair += 2) {
    const start = at + (block.sentences[pair] as number);
    const length = block.sentences[pair + 1] as number;
    const end = start + Math.abs(length);
    sentences.push(length < 0 ? { start, end, goesOn: true } : { start, end });
    at = end;
  }
  return { ...block, sentences };
}
