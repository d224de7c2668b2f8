/** Percentiles, tables and the lines about the machine. */
import { expect, test } from 'vitest';
import { machine } from '../../bench/run-file.ts';
import { percent, table } from '../../bench/table.ts';
import { timesOf } from '../../bench/timing.ts';

test('percentiles are those of the nearest rank', () => {
  const hundred = Array.from({ length: 100 }, (_, index) => 100 - index);
  expect(timesOf(hundred)).toEqual({ count: 100, p50: 50, p99: 99, most: 100 });
  expect(timesOf([3])).toEqual({ count: 1, p50: 3, p99: 3, most: 3 });
  expect(timesOf([1, 9])).toMatchObject({ p50: 1, p99: 9 });
  expect(() => timesOf([])).toThrow('No times');
});

test('a table is Markdown, its columns of one width', () => {
  expect(
    table(
      ['', 'hits'],
      [
        ['who', '1'],
        ['a longer kind', '12345'],
      ],
    ),
  ).toBe(
    [
      '|               |  hits |',
      '| ------------- | ----: |',
      '| who           |     1 |',
      '| a longer kind | 12345 |',
    ].join('\n'),
  );
});

test('a share is a percentage, and a dash where nothing was measured', () => {
  expect([percent(0.8125), percent(1), percent(0), percent(null)]).toEqual(['81.3 %', '100.0 %', '0.0 %', '–']);
});

test('the machine is told by cores, memory, system and version of Node', () => {
  expect(machine()).toMatch(/^\d+ cores \(.+\), \d+ GB memory, .+, Node v\d+/u);
});
