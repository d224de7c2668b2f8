/** A table of shares, as a run of the bench keeps it in Markdown → a picture of it: one bar a figure, the best of a row in bold. */

export interface ShareTable {
  /** Of the columns with shares. */
  readonly columns: readonly string[];
  readonly rows: readonly {
    readonly name: string;
    readonly count: string;
    /** 0 to 1; null where nothing was measured. */
    readonly shares: readonly (number | null)[];
  }[];
}

/** The first table under a heading of a Markdown text: a name, a number, then shares. Throws where there is none. */
export function shareTableIn(markdown: string, heading: string): ShareTable {
  const [, after = ''] = markdown.split(`## ${heading}\n`);
  const lines = after
    .trimStart()
    .split('\n')
    .map((line) => line.trim());
  const end = lines.findIndex((line) => !line.startsWith('|'));
  const [head, , ...rows] = lines.slice(0, end < 0 ? lines.length : end).map(cellsOf);
  if (!head || rows.length === 0) throw new Error(`There is no table under “${heading}”`);
  return {
    columns: head.slice(2),
    rows: rows.map(([name = '', count = '', ...shares]) => ({ name, count, shares: shares.map(shareOf) })),
  };
}

const cellsOf = (line: string): string[] =>
  line
    .split('|')
    .slice(1, -1)
    .map((cell) => cell.trim());

const shareOf = (cell: string): number | null => (/^[\d.]+ %$/u.test(cell) ? Number(cell.slice(0, -2)) / 100 : null);

const look = { name: 150, count: 60, cell: 164, bar: 104, row: 30, head: 96, margin: 24 } as const;
const colours = {
  own: '#2f6f4f',
  ownBar: '#bfe3cf',
  bar: '#e3e6ea',
  text: '#1f2328',
  faint: '#59636e',
  rule: '#d1d9e0',
};

/** SVG on white, so that it can be read on a dark page as well. The first column with shares is ours. */
export function pictureOf(title: string, subtitle: string, { columns, rows }: ShareTable): string {
  const width = 2 * look.margin + look.name + look.count + columns.length * look.cell;
  const height = look.head + rows.length * look.row + look.margin;
  const left = (column: number): number => look.margin + look.name + look.count + column * look.cell;
  const top = (row: number): number => look.head + row * look.row;
  const heads = columns.map((name, column) =>
    text(left(column), look.head - 12, name, column === 0 ? colours.own : colours.faint, column === 0),
  );
  const cells = rows.flatMap(({ name, count, shares }, row) => {
    const best = Math.max(...shares.map((share) => share ?? 0));
    const isLast = row === rows.length - 1;
    return [
      ...(isLast ? [line(top(row), width)] : []),
      text(look.margin, top(row) + 20, name, colours.text, isLast),
      text(look.margin + look.name, top(row) + 20, count, colours.faint, false),
      ...shares.flatMap((share, column) => cell(share, left(column), top(row), column === 0, share === best)),
    ];
  });
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" font-family="system-ui, -apple-system, 'Segoe UI', sans-serif" font-size="14" role="img">`,
    `<title>${escaped(`${title}. ${subtitle}`)}</title>`,
    `<rect width="${width}" height="${height}" rx="8" fill="#ffffff"/>`,
    `<text x="${look.margin}" y="34" font-size="19" font-weight="600" fill="${colours.text}">${escaped(title)}</text>`,
    text(look.margin, 56, subtitle, colours.faint, false),
    line(look.head, width),
    ...heads,
    ...cells,
    '</svg>',
    '',
  ].join('\n');
}

function cell(share: number | null, x: number, y: number, isOwn: boolean, isBest: boolean): string[] {
  if (share === null) return [text(x, y + 20, '–', colours.faint, false)];
  const bar = `<rect x="${x}" y="${y + 6}" width="${(share * look.bar).toFixed(1)}" height="18" rx="3" fill="${isOwn ? colours.ownBar : colours.bar}"/>`;
  return [bar, text(x + 6, y + 20, (100 * share).toFixed(1), isOwn ? colours.own : colours.text, isBest)];
}

const text = (x: number, y: number, words: string, fill: string, isBold: boolean): string =>
  `<text x="${x}" y="${y}" fill="${fill}"${isBold ? ' font-weight="700"' : ''}>${escaped(words)}</text>`;

const line = (y: number, width: number): string =>
  `<line x1="${look.margin}" x2="${width - look.margin}" y1="${y}" y2="${y}" stroke="${colours.rule}"/>`;

const escaped = (words: string): string =>
  words.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
