/** The picture of a run shows the figures of the run, all of them and no others. */
import { parseDocument } from 'htmlparser2';
import { expect, test } from 'vitest';
import { percent, table } from '../../bench/table.ts';
import { pictureOf, shareTableIn } from '../../bench/table-picture.ts';

const shares = [
  [0.625, 0.5, null],
  [0.4, 0.75, 0.1],
];
const run = [
  '# a run',
  '## Other',
  table(['', 'questions', 'Ours'], [['x', '1', percent(0.9)]]),
  '## First',
  '',
  table(
    ['', 'questions', 'Ours', 'Theirs & co', 'Third'],
    shares.map((row, index) => [`kind ${index}`, String(index + 7), ...row.map(percent)]),
  ),
  '',
  'Words | behind | it',
].join('\n');

test('a table is read back as it was printed', () => {
  expect(shareTableIn(run, 'First')).toEqual({
    columns: ['Ours', 'Theirs & co', 'Third'],
    rows: shares.map((row, index) => ({ name: `kind ${index}`, count: String(index + 7), shares: row })),
  });
});

test('a run without the table is refused by its heading', () => {
  expect(() => shareTableIn(run, 'Second')).toThrow('“Second”');
});

test('the picture is well-formed and holds every name and figure', () => {
  const picture = pictureOf('A title', 'below <it>', shareTableIn(run, 'First'));
  const words: string[] = [];
  const walk = (node: { readonly children?: readonly unknown[]; readonly data?: string }): void => {
    if (node.data !== undefined) words.push(node.data.trim());
    for (const child of node.children ?? []) walk(child as typeof node);
  };
  walk(parseDocument(picture, { xmlMode: true, decodeEntities: true }) as never);
  for (const wanted of [
    'A title',
    'below <it>',
    'Theirs & co',
    'kind 1',
    '8',
    '62.5',
    '50.0',
    '40.0',
    '75.0',
    '10.0',
    '–',
  ])
    expect(words).toContain(wanted);
});

test('the best of each row is bold, and ours is not unless it is', () => {
  const bold = pictureOf('t', 's', shareTableIn(run, 'First'))
    .split('\n')
    .filter((line) => line.includes('font-weight="700"') && /\d\.\d</u.test(line));
  expect(bold.map((line) => />([\d.]+)</u.exec(line)?.[1])).toEqual(['62.5', '75.0']);
});
