/** Text → Markdown's tree of blocks, within bounds of time; in front of src/ingest/markdown-reader.ts. */
import type { Root } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { gfm } from 'micromark-extension-gfm';

/** The tree, with offsets into `source`, or in words why there is none. */
export function markdownTree(source: string): Root | string {
  // The parser drops a byte order mark without counting it.
  return (
    beyondMarkdown(source) ?? treeOf(source.replace(/^\ufeff/, ' ')) ?? 'is too intricate to be parsed as Markdown'
  );
}

/** Measured: parsing takes about 10 µs a line, 100 µs a table row, 3 µs a sign and, with depth, grows quadratically. */
const linesMax = 50_000;
const cellsMax = 50_000;
const signsMax = 300_000;
const depthMax = 16;

function beyondMarkdown(text: string): string | null {
  const count = (pattern: RegExp) => text.match(pattern)?.length ?? 0;
  const [lines, cells, signs] = [count(/\n/g) + 1, count(/\|/g), count(/[[\]!*_`&<\\]/g)];
  if (lines > linesMax) return `has ${lines} lines, more than the ${linesMax} that are parsed as Markdown`;
  if (cells > cellsMax) return `has ${cells} table bars, more than the ${cellsMax} that are parsed as Markdown`;
  if (signs > signsMax)
    return `has ${signs} signs such as "*" and "[", more than the ${signsMax} that are parsed as Markdown`;
  return text.split('\n').some(isTooDeep) ? `nests quotations or lists more than ${depthMax} deep` : null;
}

function isTooDeep(line: string): boolean {
  let depth = 0;
  for (let at = 0; at < line.length; ) {
    const mark = containerMark.exec(line.slice(at, at + 120));
    if (!mark) return deepMark.test(line.slice(at, at + 400));
    if (++depth > depthMax) return true;
    at += mark[0].length;
  }
  return false;
}

const containerMark = /^[ \t]{0,100}(?:>|[-+*](?=[ \t])|\d{1,9}[.)](?=[ \t]))/;
const deepMark = /^[ \t]{101,}(?:>|[-+*][ \t]|\d{1,9}[.)][ \t])/;

/** What stands inside paragraphs is not parsed: nothing here needs it, and 20 KB of "]" took minutes there. */
const inlineConstructs = [
  'attention',
  'autolink',
  'characterEscape',
  'characterReference',
  'codeText',
  'hardBreakEscape',
  'htmlText',
  'labelEnd',
  'labelStartImage',
  'labelStartLink',
];

const { document, flow } = gfm();
const parsing = {
  extensions: [
    { ...(document ? { document } : {}), ...(flow ? { flow } : {}) },
    { disable: { null: inlineConstructs } },
  ],
  // Tables and footnotes; what transforms the finished tree is about the inside of paragraphs.
  mdastExtensions: gfmFromMarkdown().filter(({ transforms }) => !transforms),
};

/** The tree, or null when the parser gives up: on nothing that we have met, but its depth is not ours to promise. */
function treeOf(source: string): Root | null {
  try {
    return fromMarkdown(source, parsing);
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}
