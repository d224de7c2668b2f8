import { describe, expect, test } from 'vitest';
import { datesListed, datesPrinted } from '../../src/console/dates-list.ts';
import { libraryFrom } from '../library-from.ts';

const text = 'The mill\n\nThe mill burned on 3 October 1889. In mid-May the miller left.\n';
const library = libraryFrom({ 'mill.txt': text, 'none.txt': 'The weir\n\nNobody dates the weir, and it stands.\n' });

describe('the dates of a library', () => {
  test('are listed with offsets that slice back, and null for a year that nothing states', () => {
    const dates = datesListed(library);
    expect(dates).toEqual([
      {
        path: 'mill.txt',
        start: 29,
        end: 43,
        from: '1889-10-03',
        to: '1889-10-03',
        precision: 'day',
        text: '3 October 1889',
      },
      { path: 'mill.txt', start: 48, end: 55, from: null, to: null, precision: 'month', text: 'mid-May' },
    ]);
    for (const { start, end, text: words } of dates) expect(text.slice(start, end)).toBe(words);
  });

  test('are printed under their articles', () => {
    expect(datesPrinted(library)).toBe(
      'mill.txt\n  3 October 1889: 1889-10-03 (day)\n  mid-May: year not stated (month)',
    );
  });
});
