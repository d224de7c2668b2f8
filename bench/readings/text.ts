/**
 * How well text and Markdown are read: articles as people keep them, among them whole pages that were pasted, of which it is
 * known what they say and what is no part of them. The text is the file, so that every offset must be one into the file.
 */
import type { Article } from '../../src/model.ts';
import { createRandom, type Random } from '../random.ts';
import { percent, table } from '../table.ts';
import { type Part, type Sample, sampleOf, tongues } from './samples.ts';
import { type Outcome, outcomeOf, sentencesMin } from './verbatim.ts';

interface Dress {
  readonly ending: '.txt' | '.md';
  readonly text: (sample: Sample, random: Random) => string;
  /** Lines that are no part of the article. */
  readonly outside?: readonly string[];
  readonly langs?: readonly string[];
}

interface Read extends Outcome {
  readonly kept: Kept;
}

interface Kept {
  /** Whether text and blocks are the file's own, and nothing of it is lost. */
  readonly exact: boolean;
  /** Lines beside the article, and those of them that could be quoted. */
  readonly outside: number;
  readonly quotable: number;
}

export async function measureText(): Promise<readonly string[]> {
  const reads: Read[] = [];
  for (const [at, [name, { ending, langs = Object.keys(tongues), outside = [], text }]] of Object.entries(
    dresses,
  ).entries()) {
    for (let nth = 0; nth < 8; nth++) {
      const random = createRandom(at * 100 + nth + 3);
      const sample = sampleOf(langs[nth % langs.length] ?? 'en', random, 3 + random.below(4), ending === '.md');
      const file = text(sample, random);
      const outcome = await outcomeOf(name, `a${ending}`, Buffer.from(file), sample, true);
      reads.push({ ...outcome, kept: keptOf(outcome.article, file, outside) });
    }
  }
  return reportOf(reads);
}

function keptOf(article: Article | null, file: string, outside: readonly string[]): Kept {
  if (!article) return { exact: false, outside: outside.length, quotable: 0 };
  const { blocks, text } = article;
  let end = 0;
  let exact = text === file.replaceAll('\r\n', '\n');
  for (const block of blocks) {
    const isWhole = block.start >= end && block.end > block.start && block.end <= text.length;
    const isInside = block.sentences.every(({ start, end }) => start >= block.start && end <= block.end && end > start);
    exact &&= isWhole && isInside && text.slice(end, block.start).trim() === '';
    end = block.end;
  }
  exact &&= text.slice(end).trim() === '';
  const bodies = blocks.filter(({ body }) => body).flatMap(({ start, end }) => text.slice(start, end).split('\n'));
  return { exact, outside: outside.length, quotable: outside.filter((line) => bodies.includes(line)).length };
}

/** That a page was found is no fault. */
const isNotice = (missed: string): boolean => missed.includes('reads like a whole web page');

function reportOf(reads: readonly Read[]): readonly string[] {
  const rowOf = (name: string, some: readonly Read[]): string[] => {
    const sum = (of: (read: Read) => number) => some.reduce((total, read) => total + of(read), 0);
    const part = (found: number, all: number) => (all === 0 ? '–' : `${found} of ${all}`);
    return [
      name,
      String(some.length),
      part(
        sum(({ kept }) => Number(kept.exact)),
        some.length,
      ),
      part(
        sum(({ found }) => found),
        sum(({ sentences }) => sentences),
      ),
      percent(sum(({ found }) => found) / sum(({ sentences }) => sentences)),
      part(
        sum(({ headingsFound }) => headingsFound),
        sum(({ headings }) => headings),
      ),
      part(
        sum(({ titled }) => Number(titled)),
        some.length,
      ),
      part(
        sum(({ kept }) => kept.quotable),
        sum(({ kept }) => kept.outside),
      ),
    ];
  };
  const rows = [...Map.groupBy(reads, ({ name }) => name)].map(([name, some]) => rowOf(name, some));
  const all = (of: (read: Read) => number) => reads.reduce((total, read) => total + of(read), 0);
  const holds =
    reads.every(({ kept }) => kept.exact && kept.quotable === 0) &&
    all(({ headings }) => headings) === all(({ headingsFound }) => headingsFound) &&
    all(({ found }) => found) / all(({ sentences }) => sentences) >= sentencesMin;
  return [
    table(
      ['kind', 'files', 'offsets exact', 'sentences', 'verbatim', 'headings', 'titles', 'page lines quotable'],
      [...rows, rowOf('all', reads)],
    ),
    `Floors (every offset, sentences ${percent(sentencesMin)}, every heading, no line of a page): ${holds ? 'held' : 'NOT HELD'}`,
    ...reads
      .flatMap(({ missed, name }) => missed.filter((each) => !isNotice(each)).map((each) => `${name}: ${each}`))
      .slice(0, 12)
      .map((each) => `missed: ${each}`),
  ];
}

// ── Habits ──────────────────────────────────────────────────────────────────────────────────────────────────────────

const paragraphsOf = (sample: Sample, partOf: (part: Part) => string): string[] => [
  sample.title,
  ...sample.parts.map(partOf),
];
const plain = ({ texts }: Part): string => texts.join('\n');

function wrapped(text: string, columns: number): string {
  const lines = [''];
  for (const word of text.split(' ')) {
    const line = lines.at(-1) ?? '';
    if (line.length > 0 && line.length + word.length >= columns) lines.push(word);
    else lines[lines.length - 1] = line ? `${line} ${word}` : word;
  }
  return lines.join('\n');
}

function marked({ kind, texts }: Part): string {
  switch (kind) {
    case 'heading':
      return `## ${texts.join(' ')}`;
    case 'list':
      return texts.map((text) => `- ${text}`).join('\n');
    case 'quotation':
      return texts.map((text) => `> ${text}`).join('\n>\n');
    case 'table':
      return [0, 2, 4]
        .map((at) => `| ${texts[at] ?? ''} | ${texts[at + 1] ?? ''} |`)
        .toSpliced(1, 0, '| --- | --- |')
        .join('\n');
    default:
      return texts.join('\n\n');
  }
}

const above = ['Skip to content', 'Home', 'News', 'Sport', 'Subscribe', 'Log in'];
const below = ['Share this article', 'Related stories', 'Privacy Policy', 'Terms of Service', 'Contact us', 'Sitemap'];

const spaced = Object.keys(tongues).filter((lang) => tongues[lang]?.gap === ' ');

const dresses: Readonly<Record<string, Dress>> = {
  'text, a blank line between paragraphs': {
    ending: '.txt',
    text: (sample) => `${paragraphsOf(sample, plain).join('\n\n')}\n`,
  },
  'text, a line a paragraph': {
    ending: '.txt',
    text: (sample) => `${sample.title}\n\n${sample.parts.map(plain).join('\n')}\n`,
  },
  'text, CR LF': { ending: '.txt', text: (sample) => paragraphsOf(sample, plain).join('\r\n\r\n') },
  'text, wrapped at 72 columns': {
    ending: '.txt',
    langs: spaced,
    text: (sample) => paragraphsOf(sample, (part) => wrapped(plain(part), 72)).join('\n\n'),
  },
  'a pasted page': {
    ending: '.txt',
    langs: ['en'],
    outside: [...above, ...below],
    text: (sample) =>
      [
        ...above,
        '',
        sample.title,
        `By ${sample.authors[0]}`,
        sample.date,
        '',
        ...sample.parts.map(plain).flatMap((text) => [text, '']),
        ...below,
      ].join('\n'),
  },
  Markdown: {
    ending: '.md',
    text: (sample) => `# ${sample.title}\n\n${sample.parts.map(marked).join('\n\n')}\n`,
  },
  'Markdown, with front matter': {
    ending: '.md',
    text: ({ authors, date, lang, parts, title }) =>
      `---\ntitle: ${JSON.stringify(title)}\nauthor: ${authors[0]}\npublished: ${date}\nlang: ${lang}\n---\n\n${parts.map(marked).join('\n\n')}\n`,
  },
  'Markdown, underlined headings': {
    ending: '.md',
    text: (sample) =>
      [
        `${sample.title}\n===`,
        ...sample.parts.map((part) => (part.kind === 'heading' ? `${part.texts[0]}\n---` : marked(part))),
      ].join('\n\n'),
  },
};
