/** The figures of a run in docs/RELIABILITY.md, between its two marks: nobody copies them by hand. */
import { readFileSync, writeFileSync } from 'node:fs';
import { basename, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { machine } from '../run-file.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));
const page = `${root}docs/RELIABILITY.md`;
const [begin, end] = ['<!-- load -->', '<!-- /load -->'];

export interface Row {
  readonly what: string;
  readonly floor: string;
  readonly measured: string;
  readonly isMet: boolean;
}

const head = ['| what is measured, the load in a process of its own | floor | measured | run |', '|---|---|---|---|'];

/** Rows that were measured now take the place of those that were measured before; the others stay. `run`: the file that holds it, from the project's root. */
export function writeLoadTable(rows: readonly Row[], run: string): void {
  const text = readFileSync(page, 'utf8');
  const [from, to] = [text.indexOf(begin), text.indexOf(end)];
  if (from < 0 || to < from) throw new Error(`docs/RELIABILITY.md has no ${begin} … ${end}`);
  const link = `[${basename(run, '.md')}](${relative(`${root}docs`, root + run)})`;
  const kept = new Map(
    text
      .slice(from, to)
      .split('\n')
      .filter(isRow)
      .map((line) => [subjectOf(line), line]),
  );
  for (const { floor, isMet, measured, what } of rows) {
    const line = `| ${what} | ${floor} | ${measured}${isMet ? '' : ' (**missed**)'} | ${link} |`;
    kept.set(subjectOf(line), line);
  }
  const lines = [begin, ...head, ...kept.values(), '', `On ${machine()}.`];
  writeFileSync(page, `${text.slice(0, from)}${lines.join('\n')}\n${text.slice(to)}`);
}

/** A row, of figures or of what is yet to be measured; no head. */
const isRow = (line: string): boolean => line.startsWith('| ') && !head.includes(line);

/** What is measured, however long or fast this time. */
const subjectOf = (line: string): string =>
  line
    .split(' | ')[0]!
    .replaceAll(/[\d,.]+/g, 'N')
    .replace(/N minutes|a minute/, 'N minutes');
