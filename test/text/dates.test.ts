import { describe, expect, test } from 'vitest';
import { datesIn } from '../../src/text/dates.ts';

const isoIn = (text: string) => datesIn(text, { start: 0, end: text.length }).map(({ iso }) => iso);

describe('dates in a sentence', () => {
  test.each([
    ['On 4 July 1999 it rained.', ['1999-07-04']],
    ['On the 31st of December, 1899 the siege ended.', ['1899-12-31']],
    ['It began on Sept. 3, 2011.', ['2011-09-03']],
    ['From March 2001 until May 2002', ['2001-03', '2002-05']],
    ['Since 2015, and again in 2017', ['2015', '2017']],
    ['Printed 2016-04-13.', ['2016-04-13']],
  ])('%s', (text, dates) => {
    expect(isoIn(text)).toEqual(dates);
  });

  test.each([
    'In mid-March they left.',
    'They lost 1,500 men.',
    'It cost $2000.',
    'Some 1900 fighters left.',
    'Room 12.2015',
    'On 3 May',
  ])('%s holds no date with a year', (text) => {
    expect(isoIn(text)).toEqual([]);
  });

  test('slice back to the words of the text', () => {
    const text = 'It fell in December 2016 and rose in 2017.';
    expect(datesIn(text, { start: 5, end: text.length }).map(({ start, end }) => text.slice(start, end))).toEqual([
      'December 2016',
      '2017',
    ]);
  });
});
