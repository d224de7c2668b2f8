import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { rules } from '../../src/text/dates/find.ts';
import { type Anchor, byDay, type DateMention, datesIn, datesOf, datesWithin, nowhere } from '../../src/text/dates.ts';
import { articleFrom } from '../library-from.ts';

const whole = (text: string) => ({ start: 0, end: text.length });
const told = (text: string, anchor?: Anchor) => datesIn(text, whole(text), anchor).map((date) => shown(text, date));

/** "words = from..to", with "?" for a date that isn't told. */
function shown(text: string, { start, end, value }: DateMention): string {
  const value1 = value ? (value.from === value.to ? value.from : `${value.from}..${value.to}`) : '?';
  return `${text.slice(start, end)} = ${value1}`;
}

describe('a date that states its year', () => {
  test.each([
    ['On 4 July 1999 it rained.', '4 July 1999 = 1999-07-04'],
    ['On the 31st of December, 1899 the siege ended.', 'the 31st of December, 1899 = 1899-12-31'],
    ['It began on Sept. 3, 2011.', 'Sept. 3, 2011 = 2011-09-03'],
    ['On Tuesday, May 3, 2016, it closed.', 'Tuesday, May 3, 2016 = 2016-05-03'],
    ['Printed 2016-04-13.', '2016-04-13 = 2016-04-13'],
    ['Le 4 juillet 2015, tout change.', '4 juillet 2015 = 2015-07-04'],
    ['El 4 de julio de 2015 llovió.', '4 de julio de 2015 = 2015-07-04'],
    ['Am 24. Juli 2016 fiel es.', '24. Juli 2016 = 2016-07-24'],
    ['Это было 13 апреля 2016 года.', '13 апреля 2016 = 2016-04-13'],
    ['2016年4月13日に', '2016年4月13日 = 2016-04-13'],
    ['It opened on 13/04/2020.', '13/04/2020 = 2020-04-13'],
    ['In mid-March 2016 they left.', 'mid-March 2016 = 2016-03-11..2016-03-20'],
    ['By the end of February 2016 it was over.', 'the end of February 2016 = 2016-02-23..2016-02-29'],
    ['In the first week of June 2003', 'the first week of June 2003 = 2003-06-01..2003-06-07'],
    ['In late 2015 and later', 'late 2015 = 2015-09-01..2015-12-31'],
    ['The spring of 2004 was dry.', 'The spring of 2004 = 2004-03-01..2004-05-31'],
    ['In the winter of 1991–92', 'the winter of 1991–92 = 1991-12-01..1992-02-29'],
    ['In the third quarter of 2016', 'the third quarter of 2016 = 2016-07-01..2016-09-30'],
    ['In the second half of 2018', 'the second half of 2018 = 2018-07-01..2018-12-31'],
    ['Through the 1990s', 'the 1990s = 1990-01-01..1999-12-31'],
    ['In the nineteenth century', 'the nineteenth century = 1801-01-01..1900-12-31'],
    ['In the 5th century BC', 'the 5th century BC = -0499-01-01..-0400-12-31'],
    ['Caesar died in 44 BC.', '44 BC = -0043-01-01..-0043-12-31'],
    ['The town burned in AD 70.', 'AD 70 = 0070-01-01..0070-12-31'],
    ['In 1066 the king fell.', '1066 = 1066-01-01..1066-12-31'],
    ['After the 1979 revolution', '1979 = 1979-01-01..1979-12-31'],
    ['The mill (1868) burned.', '1868 = 1868-01-01..1868-12-31'],
  ])('%s', (text, date) => {
    expect(told(text)).toEqual([date]);
  });

  test('keeps each of several', () => {
    expect(told('In March and April 2016, in 2011, 2013 and 2015.')).toEqual([
      'March = 2016-03-01..2016-03-31',
      'April 2016 = 2016-04-01..2016-04-30',
      '2011 = 2011-01-01..2011-12-31',
      '2013 = 2013-01-01..2013-12-31',
      '2015 = 2015-01-01..2015-12-31',
    ]);
  });
});

describe('a year of two figures, or of another reckoning', () => {
  test.each([
    ['It was paid on 31/10/96.', '31/10/96 = 1996-10-31'],
    ['It was paid on 10/31/96.', '10/31/96 = 1996-10-31'],
    ['It was paid on 18.12.04.', '18.12.04 = 2004-12-18'],
    ['It was paid on 03/04/96.', '03/04/96 = ?'],
    ['Struck on 4 Oct 16, near the mill', '4 Oct 16 = 2016-10-04'],
    ['He came in ’66 and left.', '’66 = 1966-01-01..1966-12-31'],
    ["He came in '14 and left.", "'14 = ?"],
    ["It fell in Oct '94, for once", "Oct '94 = 1994-10-01..1994-10-31"],
    ["The '60s were loud.", "The '60s = 1960-01-01..1969-12-31"],
    ['Sales in fiscal 1996 rose.', 'fiscal 1996 = ?'],
    ['In 1995/96 it earned more.', '1995/96 = 1995-01-01..1996-12-31'],
    ['It was built in 61 AH by hand.', '61 AH = 0680-01-01..0681-12-31'],
    ['He died in 1358 SH at home.', '1358 SH = 1979-01-01..1980-12-31'],
    ['He died in 632, and they wept.', '632 = 0632-01-01..0632-12-31'],
    ['In Q3 1996 it rose.', 'Q3 1996 = 1996-07-01..1996-09-30'],
  ])('%s', (text, date) => {
    expect(told(text)).toEqual([date]);
  });

  test.each([
    'They sold 31/12 of it.',
    'He burned 250 of 632 huts.',
    "In '98 per cent of cases",
    'Version 10.12.04 came out.',
  ])('is not seen in: %s', (text) => {
    expect(told(text)).toEqual([]);
  });
});

describe('a range is one date', () => {
  test.each([
    ['held it from May 2015 until March 2016', 'May 2015 until March 2016 = 2015-05-01..2016-03-31'],
    ['held it between May 2015 and March 2016', 'between May 2015 and March 2016 = 2015-05-01..2016-03-31'],
    ['met on 24–26 July 2015', '24–26 July 2015 = 2015-07-24..2015-07-26'],
    ['met from July 24 to 26, 2015', 'July 24 to 26, 2015 = 2015-07-24..2015-07-26'],
    ['from 30 December to 2 January 2016', '30 December to 2 January 2016 = 2015-12-30..2016-01-02'],
    ['from December 2015 to March', 'December 2015 to March = 2015-12-01..2016-03-31'],
    ['the war of 1914–18', '1914–18 = 1914-01-01..1918-12-31'],
    ['from 2011 to 2016', '2011 to 2016 = 2011-01-01..2016-12-31'],
    ['from 24 to 26 July', '24 to 26 July = ?'],
  ])('%s', (text, date) => {
    expect(told(text)).toEqual([date]);
  });

  test('that runs backwards is two', () => {
    expect(told('between 2016 and 2011')).toHaveLength(2);
  });
});

describe('a date that cannot be told stays open', () => {
  test.each([
    ['on 03/04/2020', '03/04/2020 = ?'],
    ['in 2003-11 it closed', '2003-11 = ?'],
    ['on 31 April 2016', '31 April 2016 = ?'],
    ['By mid-December they had left.', 'mid-December = ?'],
    ['On 3 May it rained.', '3 May = ?'],
    ['They left last week.', 'last week = ?'],
  ])('%s', (text, date) => {
    expect(told(text)).toEqual([date]);
  });
});

describe('what only looks like a date is none', () => {
  test.each([
    'They lost 1,500 men.',
    'It cost $2000.',
    'Some 1900 fighters left.',
    'Between 1500 and 2000 people fled.',
    'They burned in 2000 villages.',
    'A force of 1500 attacked.',
    'Room 12.2015',
    'He lived in Room 1215.',
    'A Boeing 747 landed.',
    'Resolution 2254 and Resolution 1701 were read out.',
    'See p. 1999 and pages 1850-1900.',
    'At 1800 hours they left.',
    'The ridge rose 1999 metres.',
    'Theresa May said that she may march.',
    'They march 10 miles on Mars.',
    'The Sun rose, and every Friday it set.',
    'Call +44 1632 960983.',
    '3-2015 and 12:2015',
  ])('%s', (text) => {
    expect(told(text)).toEqual([]);
  });
});

describe('the year of a date without one', () => {
  const wednesday: Anchor = { ...nowhere, published: { from: '2016-04-13', to: '2016-04-13' }, isNews: true };

  test.each([
    ['In March he met her.', 'March = 2016-03-01..2016-03-31'],
    ['In September, they sent jets.', 'September = 2015-09-01..2015-09-30'],
    ['She will go in September.', 'September = 2016-09-01..2016-09-30'],
    ['from 24 July to 3 August they fought', '24 July to 3 August = 2015-07-24..2015-08-03'],
    ['It fell on Tuesday.', 'Tuesday = 2016-04-12'],
    ['Talks resume on Friday.', 'Friday = 2016-04-15'],
    ['Last Friday he left.', 'Last Friday = 2016-04-08'],
    ['Yesterday he said no.', 'Yesterday = 2016-04-12'],
    ['They met last week.', 'last week = 2016-04-04..2016-04-10'],
    ['Three days ago it broke.', 'Three days ago = 2016-04-10'],
    ['It was so last year.', 'last year = 2015-01-01..2015-12-31'],
    ['Banks reopen on Friday, September 2.', 'Friday, September 2 = 2016-09-02'],
    ['It closed on Wednesday, 2 September.', 'Wednesday, 2 September = 2015-09-02'],
    ['They said that they would strike on Friday.', 'Friday = 2016-04-15'],
    ['It may resume on Monday.', 'Monday = 2016-04-18'],
    ['The summit there in November will bring twenty.', 'November = 2016-11-01..2016-11-30'],
    ['It may have sunk on Monday.', 'Monday = 2016-04-11'],
    ['He came the day before yesterday.', 'the day before yesterday = 2016-04-11'],
    ['In 2011, the march began in June.', 'June = 2011-06-01..2011-06-30'],
  ])('is reckoned from the day of publication: %s', (text, date) => {
    expect(told(text, wednesday)).toContain(date);
  });

  test.each([
    ['He was killed in May.', 'May = ?'],
    ['She wanted it by Friday.', 'Friday = ?'],
    ['He would go on Friday.', 'Friday = ?'],
    ['It could resume on Monday.', 'Monday = ?'],
    ['It rained in the past week.', 'the past week = ?'],
    ['“Yesterday we won,” he said.', 'Yesterday = ?'],
    ['They meet next Friday.', 'next Friday = ?'],
    ['on the fifth anniversary of the 15 March uprising', 'the 15 March = ?'],
    ['after the 7 October attacks', 'the 7 October = ?'],
    ['They rest every 1 May.', '1 May = ?'],
  ])('is not guessed: %s', (text, date) => {
    expect(told(text, wednesday)).toEqual([date]);
  });

  const story = (text: string) => {
    const article = articleFrom('story.txt', text);
    return datesOf(article).map((date) => shown(article.text, date));
  };

  test('is the last one that the document states before it', () => {
    expect(
      story('The mill\n\nThe mill burned in 1889. On 2 May of that year, rain fell. In October it was built anew.'),
    ).toEqual(['1889 = 1889-01-01..1889-12-31', '2 May = 1889-05-02', 'October = 1889-10-01..1889-10-31']);
  });

  test('is open where the story would run backwards, or has no year at all', () => {
    expect(story('The mill\n\nThe mill burned in December 1889. In March it was built anew.')).toContain('March = ?');
    expect(story('The mill\n\nThe mill has stood since 1889. In March it burned.')).toContain('March = ?');
  });

  test('comes from a line that dates the text, where no metadata do', () => {
    expect(
      story(
        'Rain on the mill\n\nSouthern Desk, 22 August 2017\n\nThe mill burned on Monday, said the miller, who had left it on 19 August.',
      ),
    ).toEqual(['Monday = 2017-08-21', '19 August = 2017-08-19']);
  });

  test('is not that of the line which dates the text, where it tells of no year itself', () => {
    expect(
      story(
        'Update no. 12\n\nNorthern Desk, 2 February 2017\n\nMany have fled the mill since 17 October. Since then it rains.',
      ),
    ).toEqual(['17 October = ?']);
  });

  test('is open in news without a day of its own, and behind a year told by the way', () => {
    expect(story('The mill\n\nThe mill burned in 1889, he said on Tuesday. In October it opened.')).toContain(
      'October = ?',
    );
    expect(story('The mill\n\nHe, who bought it in 1889, is old. In October it opened.')).toContain('October = ?');
    expect(story('The mill\n\nIt had burned in 1889. In October it opened.')).toContain('October = ?');
  });

  test('is open where publication and story speak against each other', () => {
    const dated = '---\ntitle: The mill\npublished: 2019-06-05\n---\n\n';
    const article = articleFrom('mill.md', `${dated}The mill burned in 1889. In May it rained. It opens on Friday.`);
    expect(datesOf(article).map(({ value }) => value?.from ?? null)).toEqual(['1889-01-01', null, '2019-06-07']);
  });
});

test.each(rules.map((rule) => [rule.name, rule] as const))('the example of the rule "%s" is read by it', (_, rule) => {
  // The rule may need words around its example, which stand in the example of none.
  const sentence = `Since ${rule.example} of that year it stood.`;
  const own = [...sentence.matchAll(rule.pattern)].flatMap((match) => {
    const [start, end] = [match.index, match.index + match[0].length];
    const reading = rule.read({
      groups: match.groups ?? {},
      words: match[0],
      before: sentence.slice(0, start),
      after: sentence.slice(end),
    });
    return reading ? [match[0]] : [];
  });
  expect(own).toHaveLength(1);
  expect(rule.example.endsWith(own[0]!)).toBe(true);
  expect(sentence).toMatch(rule.needs);
});

describe('any text', () => {
  const piece = fc.oneof(
    fc.constantFrom(
      ...rules.map(({ example }) => example),
      'in',
      'from',
      'to',
      'until',
      'between',
      'and',
      ',',
      '.',
      '“',
      '–',
    ),
    fc.string({ unit: 'grapheme', maxLength: 8 }),
    fc.integer({ min: 0, max: 3000 }).map(String),
  );
  const texts = fc.array(piece, { maxLength: 14 }).map((pieces) => pieces.join(' '));
  const anchor: Anchor = { ...nowhere, published: { from: '1907-02-03', to: '1907-02-03' }, isNews: true };

  test('gives dates in order that slice back, end after they start, and have a year of the text or its anchor', () => {
    fc.assert(
      fc.property(texts, fc.boolean(), (text, isPublished) => {
        const dates = datesIn(text, whole(text), isPublished ? anchor : nowhere);
        for (const { needs, pattern } of rules) if (text.search(pattern) >= 0) expect(text).toMatch(needs);
        let last = 0;
        for (const { start, end, value, year } of dates) {
          expect(start).toBeGreaterThanOrEqual(last);
          expect(end).toBeGreaterThan(start);
          expect(text.slice(start, end)).toBe(text.slice(start, end).trim());
          last = end;
          if (!value) expect(year).toBe('not stated');
          else {
            expect(byDay(value.from, value.to)).toBeLessThanOrEqual(0);
            const from = Number(/^-?\d+/.exec(value.from)![0]);
            const years = (text.match(/\d+/g) ?? []).map(Number);
            const isNear = (other: number) => Math.abs(from - other) <= 10 || from === 1 - other;
            const isCentury = years.some((nth) => Math.abs(from) >= nth * 100 - 101 && Math.abs(from) <= nth * 100);
            const hasWord =
              /century|\b\d\ds|ago|hijri|\b(?:AH|SH|AP)\b|['’‘]\d\d|\d[/. -](?:\d\d|\p{L}+)[/. -]\d\d(?!\d)/u.test(
                text,
              );
            expect(years.some(isNear) || isCentury || hasWord || (isPublished && Math.abs(from - 1907) <= 1)).toBe(
              true,
            );
          }
        }
      }),
    );
  });
});

test('dates within a span of an article are those of its sentences', () => {
  const article = articleFrom('a.txt', 'A mill\n\nIt was built in 1802. It burned in 1889.');
  const second = article.text.indexOf('It burned');
  expect(datesWithin(article, { start: second, end: article.text.length }).map(({ value }) => value?.from)).toEqual([
    '1889-01-01',
  ]);
});
