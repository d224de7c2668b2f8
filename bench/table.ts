/** Tables and figures of the bench as plain text that is Markdown as well: read in a terminal, kept in bench/runs/. */

/** Columns are padded to one width; all but the first are set to the right. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const widths = head.map((title, column) => Math.max(3, title.length, ...rows.map((row) => row[column]?.length ?? 0)));
  const lineOf = (cells: readonly string[]) =>
    `| ${widths.map((width, column) => pad(cells[column] ?? '', width, column)).join(' | ')} |`;
  const rule = widths.map((width, column) => (column === 0 ? '-'.repeat(width) : `${'-'.repeat(width - 1)}:`));
  return [lineOf(head), lineOf(rule), ...rows.map(lineOf)].join('\n');
}

const pad = (text: string, width: number, column: number): string =>
  column === 0 ? text.padEnd(width) : text.padStart(width);

/** 0.8125 → "81.3 %"; a dash where there was nothing to measure. */
export const percent = (share: number | null): string => (share === null ? '–' : `${(100 * share).toFixed(1)} %`);

export const milliseconds = (ms: number): string => ms.toFixed(ms < 10 ? 2 : ms < 100 ? 1 : 0);

export const megabytes = (bytes: number): string => (bytes / 2 ** 20).toFixed(1);

export const count = (number: number): string => number.toLocaleString('en');
