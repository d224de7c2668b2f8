/** The figures of a run in docs/RELIABILITY.md, between its two marks: nobody copies them by hand. */
import { readFileSync, writeFileSync } from 'node:fs';
import { relative } from 'node:path';
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

/** `run`: the file that holds it, from the project's root. */
export function writeLoadTable(rows: readonly Row[], run: string): void {
  const text = readFileSync(page, 'utf8');
  const [from, to] = [text.indexOf(begin), text.indexOf(end)];
  if (from < 0 || to < from) throw new Error(`docs/RELIABILITY.md has no ${begin} … ${end}`);
  const lines = [
    '| what is measured, the load in a process of its own | floor | measured |',
    '|---|---|---|',
    ...rows.map(
      ({ floor, isMet, measured, what }) => `| ${what} | ${floor} | ${measured}${isMet ? '' : ' (**missed**)'} |`,
    ),
    '',
    `On ${machine()}; [the run](${relative(`${root}docs`, root + run)}).`,
  ];
  writeFileSync(page, `${text.slice(0, from)}${begin}\n${lines.join('\n')}\n${text.slice(to)}`);
}
