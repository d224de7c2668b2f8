/** Dates as people write them, only as precise as stated. */
import { describe, expect, test } from 'vitest';
import { dateIn, dateInUrl, dateOfLine, datesOf, isAmbiguousDate, statedDateOf } from '../../src/ingest/dates.ts';

describe('a date in words or numbers', () => {
  test.each([
    ['13 April 2016', '2016-04-13'],
    ['April 13, 2016', '2016-04-13'],
    ['April 13th 2016', '2016-04-13'],
    ['the 13th of April 2016', '2016-04-13'],
    ['Sept. 3, 2014', '2014-09-03'],
    ['3-May-2017', '2017-05-03'],
    ['2016-04-13T10:22:00Z', '2016-04-13'],
    ['2016/4/3', '2016-04-03'],
    ['13.4.2016', '2016-04-13'],
    ['25/04/2020', '2020-04-25'],
    ['04/25/2020', '2020-04-25'],
    ['05/05/2020', '2020-05-05'],
    ['April 2016', '2016-04'],
    ['12. Mai 2018', '2018-05-12'],
    ['3 mars 2019', '2019-03-03'],
    ['7 de agosto de 2015', '2015-08-07'],
    ['3 мая 2017', '2017-05-03'],
    ['3 أغسطس، 2017', '2017-08-03'],
    ['2016年4月13日', '2016-04-13'],
    ['2016년 4월 13일', '2016-04-13'],
    ['29 February 2016', '2016-02-29'],
    ['2016. április 13.', '2016-04-13'],
    ['13 באפריל 2016', '2016-04-13'],
    ['13 نيسان 2016', '2016-04-13'],
    ['١٣ أبريل ٢٠١٦', '2016-04-13'],
    ['۱۹ اردیبهشت ۱۴۰۰', '2021-05-09'],
    ['۳۰ اسفند ۱۳۹۹', '2021-03-20'],
    ['令和元年5月9日', '2019-05-09'],
    ['平成28年4月13日', '2016-04-13'],
  ])('%s', (text, iso) => {
    const found = dateIn(`on ${text} it was`);
    expect(found?.date.iso).toBe(iso);
    expect(found?.date.precision).toBe(iso.length === 10 ? 'day' : 'month');
    expect(`on ${text} it was`.slice(found?.start, found?.end)).toMatch(/\p{Nd}/u);
  });

  test.each([
    '03/04/2020',
    '30 February 2016',
    '31 April 2016',
    '13/13/2016',
    '۳۰ اسفند ۱۴۰۰',
    '45 May 2017',
    'May 3',
    '2016',
    'May 12345',
    '1.2.3',
    '3 May 0017',
    'page 12 of 2016',
    'Marchand 3, 2016',
  ])('is not found in %s', (text) => {
    expect(dateIn(text)).toBeNull();
  });
});

describe('a line that is a date', () => {
  test.each([
    'Wednesday 3 May 2017 - 10:01',
    'Posted on May 3, 2017 at 10:15 pm',
    'Publié le 3 mars 2019 à 10h30',
    'Last Modified: Monday، 06 November 2017 01:18 PM',
    'Monday, 5 June 2017, 15:20 CET',
    '3 мая 2017 г.',
    'نشر في: ٣ مايو ٢٠١٧',
    'Publicado em 3 de maio de 2017',
    'Gepubliceerd op 3 mei 2017 om 10:15',
    'Publisert: 3. mai 2017 kl. 10:15',
    'Datum: 3. Mai 2017',
    '发布时间：2017-05-03 10:15',
    'Originally published May 3, 2017',
  ])('%s', (line) => {
    expect(dateOfLine(line)).not.toBeNull();
  });

  test.each([
    'In May 2017 the army left',
    'Combat of Harl, 30 May 1813',
    '3 May 2017 was a cold day.',
    'May 2017: the year of the lock',
    'Version 2.0, January 2004',
    'Room 12',
  ])('%s is none', (line) => {
    expect(dateOfLine(line)).toBeNull();
  });

  test('is ambiguous where it can be read two ways', () => {
    expect(isAmbiguousDate('Published: 03/04/2020')).toBe(true);
    expect(isAmbiguousDate('Published: 03/04/2020 - Updated: 05/04/2020')).toBe(true);
    expect(isAmbiguousDate('25/04/2020')).toBe(false);
    expect(isAmbiguousDate('The rate was 03/04/2020 in the table.')).toBe(false);
  });
});

describe('a date in an address', () => {
  test.each([
    ['http://a.example/blog/2016/04/13/lock', '2016-04-13'],
    ['http://a.example/2016/4/3/lock', '2016-04-03'],
    ['http://a.example/news/2016-04-13-lock', '2016-04-13'],
    ['http://a.example/lock-20160413', '2016-04-13'],
    ['http://a.example/2016/apr/13/lock', '2016-04-13'],
    ['http://a.example/2016/04/lock', '2016-04'],
  ])('%s', (url, iso) => {
    const found = dateInUrl(url);
    expect(found?.date.iso).toBe(iso);
    expect(url.slice(found?.start, found?.end)).toMatch(/^2016.*\d$/);
  });

  test.each([
    'http://a.example/lock',
    'http://a.example/2016/13/45/x',
    'http://a.example/id/99123123',
    'http://a.example/2016',
  ])('is not found in %s', (url) => {
    expect(dateInUrl(url)).toBeNull();
  });
});

test.each([
  ['2016', '2016', 'year'],
  ['2016-04', '2016-04', 'month'],
  [' 2016-04-13 ', '2016-04-13', 'day'],
])('the stated date %j', (value, iso, precision) => {
  expect(statedDateOf(value)).toEqual({ iso, precision });
});

test.each(['', 'soon', '20161', '2016 or 2017', '03/04/2020', '9999'])('no stated date: %j', (value) => {
  expect(statedDateOf(value)).toBeNull();
});

test.each([
  'Stand: 3. Mai 2017',
  'Stand vom 3. Mai 2017',
  'Zuletzt bearbeitet am 3. Mai 2017',
  'Geändert: 3. Mai 2017',
])('a day of a change: %s', (line) => {
  expect(datesOf(line)).toMatchObject([{ updated: true }]);
});
