/** Plain text: titles, signatures, headings, lists and paragraphs are told from their lines. */
import { describe, expect, test } from 'vitest';
import { readNow } from '../library-from.ts';
import { articleFrom, blocksOf, prose } from './read.ts';

const page = (...lines: string[]) => articleFrom(lines.join('\n'));

describe('the title', () => {
  test('is the first line that stands above the text', () => {
    const article = page('The second lock', '', prose('lock'), '', prose('weir'));
    expect(article.title).toEqual({ value: 'The second lock', from: 'line 1', span: { start: 0, end: 15 } });
  });

  test('is the line that comes twice, where one does', () => {
    const article = page(
      'Region',
      'A ferry sails for the last time',
      '',
      'The Last Ferry',
      'Story Code : 1204',
      'The Last Ferry',
      prose('ferry'),
    );
    expect(article.title.value).toBe('The Last Ferry');
    expect(blocksOf(article, 'title')).toEqual(['title: The Last Ferry', 'title: The Last Ferry']);
  });

  test('is not what a picture shows, nor what stands behind the section once it stands alone', () => {
    const pictured = page(
      'The ferry at the old quay',
      'The ferry at the old quay. Photograph: Jo Tarrant/The Courier',
      'Region',
      'A ferry sails for the last time',
      prose('ferry'),
      prose('quay'),
    );
    expect(pictured.title.value).toBe('A ferry sails for the last time');
    const sectioned = page('Region|A ferry sails away', '88', 'A ferry sails away', prose('ferry'), prose('quay'));
    expect(sectioned.title.value).toBe('A ferry sails away');
    expect(blocksOf(sectioned, 'title')).toEqual(['title: A ferry sails away']);
  });

  test('is the file name where the text begins at once', () => {
    const article = articleFrom(`${prose('lock')}\n\n${prose('weir')}`, 'rivers/old-lock.txt');
    expect(article.title.value).toBe('old-lock');
    expect(article.title.from).toBe('file-name');
    expect(article.title.note).toMatch(/states no title/);
    expect(article.blocks.every(({ body }) => body)).toBe(true);
  });

  test('may end in a question mark, but not in a full stop', () => {
    expect(page('Who paid for the lock?', '', prose('lock')).title.value).toBe('Who paid for the lock?');
    expect(page('Nobody paid.', '', prose('lock')).title.from).toBe('file-name');
    const long = 'What happened to the second lock after the engineer had left the company?';
    expect(page(long, '', '0', '', prose('lock')).title.value).toBe(long);
    expect(page('Nobody paid for it. Nobody asked who would pay for it after all!', '', prose('lock')).title.from).toBe(
      'file-name',
    );
  });

  test('may look like a label', () => {
    expect(page('Date: the history of a fruit', '', prose('palm')).title.value).toBe('Date: the history of a fruit');
  });

  test('loses the name of the site behind a bar, which publishes it', () => {
    const article = page('Who paid for the second lock | The Harl Courier', '', prose('lock'));
    expect(article.title.value).toBe('Who paid for the second lock');
    expect(article.publisher.value).toBe('The Harl Courier');
  });

  test('stays where a page begins with pictures and menus', () => {
    expect(page('Video: the second lock is open again', '', prose('lock')).title.value).toBe(
      'Video: the second lock is open again',
    );
    expect(page('Home', 'News', 'Sport', 'Culture', 'The lock', '', prose('lock')).title.value).toBe('The lock');
  });

  test('is not the only line of a file: that is its text', () => {
    const article = page('Nobody paid for it');
    expect(blocksOf(article)).toEqual(['paragraph: Nobody paid for it']);
  });
});

describe('who wrote it', () => {
  test.each([
    ['By Jane Doe', ['Jane Doe']],
    ['BY JANE DOE', ['JANE DOE']],
    ['by Jane Doe and Ali al-Hadi', ['Jane Doe', 'Ali al-Hadi']],
    ['By Jane Doe, Piet van der Hoek and J. R. Hale', ['Jane Doe', 'Piet van der Hoek', 'J. R. Hale']],
    ['By Jane Doe, Staff Writer', ['Jane Doe']],
    ['By Jane Doe | The Courier', ['Jane Doe']],
    ['By Jane Doe in Harl', ['Jane Doe']],
    ['By Jane Doe - 3 May 2017', ['Jane Doe']],
    ['Written by Jane Doe', ['Jane Doe']],
    ['Author: Jane Doe', ['Jane Doe']],
    ['Par Hélène Crozat', ['Hélène Crozat']],
    ['Von Katrin Voss', ['Katrin Voss']],
    ['Por Ana de la Cruz', ['Ana de la Cruz']],
  ])('%s', (line, names) => {
    const article = page('The second lock', '', line, '', prose('lock'));
    expect(article.authors.value).toEqual(names);
    expect(article.authors.from).toBe('line 3');
    expect(blocksOf(article, 'byline')).toEqual([`byline: ${line}`]);
  });

  test.each([
    'By sea and by land',
    'By the numbers',
    'By contrast',
    'By Christmas it was over, and the lock stood open to the wind and to the rain.',
  ])('is not said by: %s', (line) => {
    const article = page('The second lock', '', prose('lock'), '', line, '', prose('weir'));
    expect(article.authors).toEqual({ value: null, from: 'not stated' });
  });

  test.each([
    'Posted by lockkeeper',
    'Posted on May 3, 2017 by admin',
    'by admin | May 3, 2017',
    'By Staff Writer',
    'Posted by Jane Doe on 3 May 2017',
  ])('is not who posted it: %s', (line) => {
    const article = page('The second lock', '', line, '', prose('lock'));
    expect(article.authors.value).toBeNull();
    expect(article.authors.note).toMatch(/^posted by .+ \(line 3\)$/);
  });

  test('signs below a summary and a picture', () => {
    const article = page(
      'The last ferry',
      prose('ferry'),
      'A quay at dusk',
      'By Jane Doe and Ali Roe',
      prose('quay'),
      prose('weir'),
    );
    expect(article.authors.value).toEqual(['Jane Doe', 'Ali Roe']);
    expect(blocksOf(article, 'heading')).toEqual([]);
  });

  test('signs at the foot, but not below a counter of visits', () => {
    expect(page('The second lock', '', prose('lock'), '', 'By Jane Doe').authors.value).toEqual(['Jane Doe']);
    const posted = page('The second lock', '', prose('lock'), '', '(Visited 1 times, 1 visits today)', '', 'By Jane');
    expect(posted.authors).toEqual({ value: null, from: 'not stated', note: 'posted by Jane (line 7)' });
  });

  test('signs a report for an agency', () => {
    const article = page(
      'The second lock',
      '',
      'HARL, May 3 (Norpress) - Nobody knows who paid for the second lock.',
      '',
      '(Reporting by Hanna Sand in Harl; Editing by Paul Drew)',
    );
    expect(article.authors.value).toEqual(['Hanna Sand']);
    expect(article.publisher.value).toBe('Norpress');
  });
});

describe('when it was published', () => {
  test.each([
    ['Wednesday 3 May 2017 - 10:01', '2017-05-03'],
    ['May 3, 2017', '2017-05-03'],
    ['Published: Tuesday, 3 October 2017 07:45 GMT | Updated: 4 October 2017', '2017-10-03'],
    ['2016-04-13', '2016-04-13'],
    ['12. Mai 2018', '2018-05-12'],
    ['25/04/2020', '2020-04-25'],
    ['April 2016', '2016-04'],
  ])('%s', (line, iso) => {
    const article = page('The second lock', '', line, '', prose('lock'));
    expect(article.published.value?.iso).toBe(iso);
    expect(article.published.from).toBe('line 3');
    expect(blocksOf(article, 'date')).toEqual([`date: ${line}`]);
  });

  test('is not the day of an update, even one stated first', () => {
    const article = page(
      'The second lock',
      '',
      'Updated: 4 October 2017 | Published: 3 October 2017',
      '',
      prose('lock'),
    );
    expect(article.published.value?.iso).toBe('2017-10-03');
  });

  test('is not told where day and month can be exchanged', () => {
    const article = page('The second lock', '', '03/04/2020', '', prose('lock'));
    expect(article.published).toEqual({
      value: null,
      from: 'not stated',
      note: '“03/04/2020” (line 3) can be read two ways',
    });
  });

  test('is not a date in the prose, nor one of another article below', () => {
    const article = page(
      'The second lock',
      '',
      `On 3 May 2017 the lock was opened. ${prose('lock')}`,
      '',
      'Related posts',
      'The weir',
      '4 June 2018',
    );
    expect(article.published.value).toBeNull();
  });

  test('stands in a dateline with a year, or in the address', () => {
    expect(page('The second lock', '', `HARL, 9 June 2017 - ${prose('lock')}`).published).toMatchObject({
      value: { iso: '2017-06-09' },
      note: 'from the dateline',
    });
    const inUrl = page('The second lock', '', prose('lock'), '', 'Source: https://courier.example/2016/04/13/lock');
    expect(inUrl.published).toMatchObject({ value: { iso: '2016-04-13', precision: 'day' }, from: 'url-path' });
  });

  test('is the last update where nothing else is stated, and says so', () => {
    const article = page('The second lock', '', 'Last updated: 4 October 2017', '', prose('lock'));
    expect(article.published).toMatchObject({ value: { iso: '2017-10-04' }, note: 'the day of its last update' });
  });
});

describe('where it came from', () => {
  const source = 'Source Article from http://reader.example/2014/11/lock/';

  test('is what a source line says, not an address in the prose', () => {
    const article = page(
      'The second lock',
      '',
      `The company http://cheap-casino.example/win had paid for it. ${prose('lock')}`,
      '',
      source,
    );
    expect(article.url.value).toBe('http://reader.example/2014/11/lock/');
    expect(page('The second lock', '', `See http://lock.example/ for more. ${prose('lock')}`).url.value).toBeNull();
  });

  test('is not the source of a table, nor one of several references', () => {
    const table = page('The second lock', '', prose('lock'), '', 'Source: World Bank', '', prose('weir'));
    expect(table.publisher.value).toBeNull();
    const references = page('The second lock', '', prose('lock'), '', 'http://a.example/one', 'http://b.example/two');
    expect(references.url.value).toBeNull();
    expect(page('The second lock', '', prose('lock'), '', 'http://a.example/one').url.value).toBe(
      'http://a.example/one',
    );
    const between = page('The second lock', '', prose('lock'), '', 'http://a.example/one', '', prose('weir'));
    expect(between.url.value).toBeNull();
    expect(between.blocks.filter(({ body }) => body)).toHaveLength(3);
  });

  test('names the publisher by its host where nothing else does', () => {
    expect(page('The second lock', '', prose('lock'), '', source).publisher.value).toBe('reader.example');
  });

  test('tells who published from who carried it', () => {
    const article = page('The second lock', '', `TammNews- ${prose('lock')}`, '', 'By TammNews', '', source);
    expect(article.publisher).toMatchObject({ value: 'TammNews', note: 'from the dateline' });
    expect(article.via.value).toBe('reader.example');
    expect(article.authors).toMatchObject({ value: ['TammNews'], note: 'signed with the name of its publisher' });
  });

  test('takes no town for a publisher', () => {
    expect(page('The second lock', '', `Harl - ${prose('lock')}`).publisher.value).toBeNull();
    expect(page('The second lock', '', `HARL, Dale – ${prose('lock')}`).publisher.value).toBeNull();
  });

  test.each([
    ['Originally published by The Dale Review.', 'The Dale Review'],
    ['This article was originally published in The Dale Review on 3 May 2012.', 'The Dale Review'],
    ['Source: The Dale Review', 'The Dale Review'],
    ['© 2017 The Harl Courier. All rights reserved.', 'The Harl Courier'],
  ])('%s', (line, publisher) => {
    expect(page('The second lock', '', prose('lock'), '', line).publisher.value).toBe(publisher);
  });

  test('stands in a head of labels, which is no part of the text', () => {
    const article = page(
      'Title: The second lock',
      'Author: Jane Doe',
      'Source: The Courier',
      'Date: 2016-04-13',
      'URL: http://courier.example/lock',
      'Language: en',
      '',
      prose('lock'),
    );
    expect([
      article.title.value,
      article.authors.value,
      article.publisher.value,
      article.published.value?.iso,
      article.url.value,
      article.lang.value,
    ]).toEqual(['The second lock', ['Jane Doe'], 'The Courier', '2016-04-13', 'http://courier.example/lock', 'en']);
    expect(article.blocks.filter(({ body }) => body)).toHaveLength(1);
  });
});

describe('blocks', () => {
  test('lines that are long each are a paragraph each', () => {
    expect(blocksOf(page(prose('lock'), prose('weir')))).toEqual([
      `paragraph: ${prose('lock')}`,
      `paragraph: ${prose('weir')}`,
    ]);
  });

  test('lines that were wrapped are one paragraph', () => {
    const wrapped =
      'Nobody in the town could say who had paid for the second lock, and the\nminutes of the company, which are kept in the archive of the county, do\nnot say so either. It was built in eleven weeks and it held.';
    expect(blocksOf(page(wrapped, '', wrapped))).toEqual([`paragraph: ${wrapped}`, `paragraph: ${wrapped}`]);
  });

  test('a number that a wrapped line begins with is no list', () => {
    const wrapped =
      'The rule on the second lock is found in the book of rules, in section\n7. The first lock is treated before it, and the weir is not named there\nat all, although it was older and had cost the company more than both.';
    expect(blocksOf(page(wrapped, '', wrapped))).toEqual([`paragraph: ${wrapped}`, `paragraph: ${wrapped}`]);
  });

  test('a list holds the line that leads into it, and a sentence for each item', () => {
    const article = page(
      prose('lock'),
      '',
      'It had three faults:',
      '1.   The clay;',
      '2.   The gates;',
      '3.   The money.',
      'Hence it was built again, and this time the company asked a man who knew how.',
    );
    expect(blocksOf(article, 'list')).toEqual([
      'list: It had three faults:\n1.   The clay;\n2.   The gates;\n3.   The money.',
    ]);
    expect(article.blocks[1]?.sentences).toHaveLength(4);
    expect(article.blocks[2]?.role).toBe('paragraph');
  });

  test.each([
    '- clay\n- gates\n- money',
    '• clay\n• gates',
    '* clay\n\n* gates',
    'a) clay\nb) gates',
    '1) clay that was bought\n   in the spring\n2) gates',
  ])('is a list: %j', (list) => {
    expect(blocksOf(page(prose('lock'), '', list), 'list')).toEqual([`list: ${list}`]);
  });

  test('numbered paragraphs stay paragraphs', () => {
    const numbered = [`1. ${prose('lock').repeat(4)}`, '', `2. ${prose('weir').repeat(4)}`];
    expect(blocksOf(page(...numbered), 'list')).toEqual([]);
  });

  test.each([
    ['between blank lines', [prose('lock'), '', 'The second lock', '', prose('weir')]],
    ['between paragraphs', [prose('lock'), 'The second lock', prose('weir')]],
    ['underlined', [prose('lock'), '', 'The second lock', '---------------', '', prose('weir')]],
    ['with a mark', [prose('lock'), '', '## The second lock', '', prose('weir')]],
    ['with a number and a year', [prose('lock'), '', '2. The floods of 1912', '', prose('weir')]],
    ['a question', [prose('lock'), '', 'Who paid for it?', '', prose('weir')]],
    ['in capitals above short lines', [prose('lock'), '', 'KEY FIGURES', '', 'Length: 40 m', '', 'Width: 4 m']],
  ])('a heading is found %s', (_, lines) => {
    const article = page(...lines);
    expect(blocksOf(article, 'heading')).toHaveLength(1);
    expect(article.blocks.at(-1)?.section).toBe(article.blocks.findIndex(({ role }) => role === 'heading'));
  });

  test.each([
    ['a sentence', [prose('lock'), '', 'It leaked.', '', prose('weir')]],
    [
      'a pull quote',
      [
        prose('lock'),
        '',
        'New clay was bought in the spring of every year and lost in the summer of every year',
        '',
        prose('weir'),
      ],
    ],
    ['the last line', [prose('lock'), '', 'The end']],
    ['lower case', [prose('lock'), '', 'and so it leaked', '', prose('weir')]],
    ['a result', [prose('lock'), '', 'Lockham 2 Weirside 1', '', prose('weir')]],
    ['a row of a table', [prose('lock'), '', 'LOCKHAM 16 4 6 82 55 38', '', prose('weir')]],
    ['the place and day of a report', [prose('lock'), '', 'LOCKHAM, Westland 1996-08-30', '', prose('weir')]],
  ])('%s is no heading', (_, lines) => {
    expect(blocksOf(page(...lines), 'heading')).toEqual([]);
  });

  test('a summary above signature and date is no section', () => {
    const article = page(
      'The second lock',
      '',
      'Fewer than forty boats a year still use it',
      '',
      'By Jane Doe',
      '',
      prose('lock'),
    );
    expect(blocksOf(article, 'heading')).toEqual([]);
    const unsigned = page('The second lock', '', 'Fewer than forty boats a year still use it', '', prose('lock'));
    expect(blocksOf(unsigned, 'heading')).toEqual([]);
    const short = page('The second lock', '', 'A short history', '', prose('lock'));
    expect(blocksOf(short, 'heading')).toEqual(['heading: A short history']);
  });
});

describe('lines of the page', () => {
  test('are hidden, never deleted', () => {
    const lines = [
      'The second lock',
      '',
      prose('lock'),
      'Share this:',
      prose('weir'),
      '',
      'Leave a Reply',
      '',
      'Comment',
    ];
    const article = page(...lines);
    expect(article.text).toBe(lines.join('\n'));
    expect(blocksOf(article).filter((block) => block.startsWith('boilerplate'))).toEqual([
      'boilerplate:share: Share this:',
      'boilerplate:comment-form: Leave a Reply',
      'boilerplate:comment-form: Comment',
    ]);
  });

  test('weak words stay where they stand in the middle', () => {
    const article = page('The second lock', '', prose('lock'), '', 'Comment', '', prose('weir'));
    expect(blocksOf(article, 'heading')).toEqual(['heading: Comment']);
  });

  test('are menus of words that no rule knows, before and after all prose', () => {
    const menu = ['Harl', 'Ostwick', 'Merrow', 'Corrow and Dale', 'Tamm'];
    const article = page(...menu, '', 'The second lock of the canal', '', prose('lock'), '', ...menu);
    expect(article.title.value).toBe('The second lock of the canal');
    expect(article.blocks.filter(({ role }) => role === 'boilerplate:navigation')).toHaveLength(10);
    const inside = page('The second lock of the canal', '', prose('lock'), '', ...menu, '', prose('weir'));
    expect(blocksOf(inside, 'boilerplate:navigation')).toEqual([]);
  });

  test('below the article take what follows them along', () => {
    const article = page(
      'The second lock',
      '',
      prose('lock'),
      '',
      'Related posts',
      '',
      'Who paid for the weir?',
      '',
      'A walk',
      '- The old bridge',
      '3 May 2011',
    );
    expect(article.blocks.filter(({ body }) => body)).toHaveLength(1);
  });

  test('take long headlines of other articles along, but never a sentence', () => {
    const long = 'Nine hundred boats a year went through the lock when it was new, says a study of the county';
    expect(
      page('The second lock', '', prose('lock'), '', 'Related posts', '', long, '', 'A walk').blocks.filter(
        ({ body }) => body,
      ),
    ).toHaveLength(1);
    expect(
      page('The second lock', '', prose('lock'), '', 'Related posts', '', prose('weir')).blocks.filter(
        ({ body }) => body,
      ),
    ).toHaveLength(2);
  });

  test('hide what readers wrote', () => {
    const article = page(
      'The second lock',
      '',
      prose('lock'),
      '',
      '2 comments',
      '',
      'Tom says:',
      prose('gate'),
      '',
      'Ann says:',
      prose('weir'),
    );
    expect(article.blocks.filter(({ body }) => body)).toHaveLength(1);
    const noMarks = page('The second lock', '', prose('lock'), '', '2 comments', '', prose('gate'));
    expect(noMarks.blocks.filter(({ body }) => body)).toHaveLength(2);
  });
});

describe('an address planted in the prose', () => {
  const marks = (text: string) => {
    const article = articleFrom(text);
    return article.marks.map(({ start, end }) => article.text.slice(start, end));
  };

  test.each([
    ['it stood on the eastern bank http://reviews.example/tr/x regarding the river', 'http://reviews.example/tr/x'],
    ['The town http://cheap-casino.example/win, which paid, was glad.', 'http://cheap-casino.example/win'],
    ['The town paid: http://www.bestcasinoonline.example/ it said.', 'http://www.bestcasinoonline.example/'],
    ['The town paid: http://datingreviews.example/ it said.', 'http://datingreviews.example/'],
    ['The town paid: http://mill.example/poker-slots/ it said.', 'http://mill.example/poker-slots/'],
    ['The town paid: http://mill.example/buy-cialis.html it said.', 'http://mill.example/buy-cialis.html'],
    ['The mill on the http://mill.news/escorts-xx bank was sold.', 'http://mill.news/escorts-xx'],
  ])('is marked: %s', (text, url) => {
    expect(marks(text)).toEqual([url]);
  });

  test.each([
    'The drawing is shown at http://lock.example/drawing in the archive.',
    'See http://lock.example/drawing for the drawing.',
    'The drawing (http://lock.example/drawing) is old.',
    'The drawing: http://lock.example/drawing and more.',
    'The website http://lock.example/drawing has it.',
    'The mandate (new: https://un.org/updating-the-mandate) was read.',
    'The ships: https://lock.example/fleet-escorts-barges went on.',
    'The prices: https://www.marketoracle.example/barges went up.',
    'The quay: https://www.pornic-quay.example/plan was built.',
    'The law: https://www.bettingen.example/casino was changed.',
    'The law: https://lock-news.example/poker-and-betting-law was changed.',
    'The office of https://casino-board.gov.xy/licences was closed.',
    'It was the ministry https://waterways.gov.xy/locks that paid.',
  ])('is not: %s', (text) => {
    expect(marks(text)).toEqual([]);
  });
});

describe('a signature without "By"', () => {
  const story = 'The strike in the harbour of Elmsworth ended on Tuesday after three weeks, the union said.';
  const signed = (head: string) => {
    const { article } = readNow('a.txt', new TextEncoder().encode(`${head}\n\n${story}\n\n${story} It was cold.\n`));
    return {
      authors: article?.authors.value,
      published: article?.published.value?.iso,
      body: article?.blocks.filter(({ body }) => body).length,
    };
  };

  test.each([
    'Harbour strike ends\nJane Roe | March 14, 2019',
    'Harbour strike ends\n\nJane Roe\n14 March 2019, 9:12am',
  ])('in %j is read', (head) => {
    expect(signed(head)).toEqual({ authors: ['Jane Roe'], published: '2019-03-14', body: 2 });
  });

  test('is no place with its date', () => {
    expect(signed('Harbour strike ends\n\nNew York, March 14, 2019').authors).toBeNull();
  });
});

describe('a book of Project Gutenberg', () => {
  const licence = 'You may copy it, give it away or re-use it under the terms of the licence included with it.';
  const book = (head: string) =>
    page(
      'The Project Gutenberg eBook of The Weir, by Mina Tolland',
      '',
      licence,
      '',
      head,
      '',
      'Release Date: May 4, 2016 [EBook #12]',
      '',
      '*** START OF THE PROJECT GUTENBERG EBOOK THE WEIR ***',
      '',
      'CHAPTER I.',
      '',
      prose('lock'),
      '',
      prose('weir'),
      '',
      '*** END OF THE PROJECT GUTENBERG EBOOK THE WEIR ***',
      '',
      licence,
    );

  test('is called by its labels, and the licence round it is none of it', () => {
    const article = book('Title: The Weir\n\nAuthor: Mina Tolland\n\nLanguage: English');
    expect(article.lang.value).toBe('en');
    expect(article.title.value).toBe('The Weir');
    expect(article.authors.value).toEqual(['Mina Tolland']);
    expect(article.blocks.filter(({ body }) => body).map(({ start, end }) => article.text.slice(start, end))).toEqual(
      expect.arrayContaining([prose('lock'), prose('weir')]),
    );
    expect(
      article.blocks.some(({ body, start, end }) => body && /licence|GUTENBERG/.test(article.text.slice(start, end))),
    ).toBe(false);
  });

  test('is called by its own first line where no label says how', () => {
    expect(book('Language: English').title.value).toBe('CHAPTER I.');
  });
});

describe('a whole web page', () => {
  const menu = ['Home', 'News', 'Sport', 'Culture', 'Weather'];
  const stories = ['The organ of Harl', 'Two painters and a mill', 'A night in the tower', 'A museum of nets'];
  const read = (...lines: string[]) => readNow('a.txt', new TextEncoder().encode(lines.join('\n')));
  const body = [prose('lock').repeat(2), '', prose('weir').repeat(2)];

  test('is told by its menus: teasers beyond them are hidden, and that is said', () => {
    const { article, problems } = read(
      ...menu,
      '',
      prose('teaser'),
      '',
      ...menu,
      '',
      'The second lock',
      '',
      ...body,
      '',
      ...menu,
      '',
      ...stories,
      '',
      prose('other'),
    );
    expect(problems.map(({ message, fatal }) => [message, fatal])).toEqual([
      [expect.stringMatching(/^a\.txt reads like a whole web page: kept 3 of 24 lines as its article; .*\.$/), false],
    ]);
    expect(article?.title.value).toBe('The second lock');
    expect(article?.blocks.filter((block) => block.body)).toHaveLength(2);
    expect(article?.text).toContain(prose('teaser'));
  });

  test('has a title above summary and signature, whatever stands between these and the prose', () => {
    const summary = 'The council has decided, and the millers will go to court.';
    const { article } = read(
      ...menu,
      ...menu,
      '',
      'THE COURIER',
      'The millers of Harl and their weir',
      summary,
      'By Jane Doe',
      '17 November 2019',
      ...stories.map((story) => `${story} today`),
      '',
      ...body,
      '',
      ...menu,
    );
    expect(article?.title.value).toBe('The millers of Harl and their weir');
    expect(article?.authors.value).toEqual(['Jane Doe']);
    expect(article?.published.value?.iso).toBe('2019-11-17');
  });

  test('is not told by short lines alone', () => {
    const poem = ['The gate', 'The gate again', 'And the water', 'Under the gate'];
    const { problems } = read('Gates', '', ...poem, '', ...body, '', ...poem, '', prose('end'));
    expect(problems).toEqual([]);
  });

  test('keeps prose that only a row for sharing parts from the rest', () => {
    const { article } = read(...menu, '', prose('first'), '', 'Share', 'Facebook', '', ...body, '', ...menu);
    expect(blocksOf(article as never, 'paragraph')).toHaveLength(3);
  });
});

describe('markup', () => {
  const page = `<html><head><title>The second lock</title></head><body>${`<p>${prose('lock')}</p>`.repeat(4)}</body></html>`;
  const read = (text: string) => readNow('a.txt', new TextEncoder().encode(text));

  test('is read as the web page that it is, and that is said', () => {
    for (const source of [
      page,
      `<!doctype html>\n${page}`,
      `<?xml version="1.0"?><!-- x -->${page}`,
      `<div><p class="a">${prose('lock')}</p></div>`.repeat(20),
    ]) {
      const { article, problems } = read(source);
      expect(problems.map(({ message }) => message)).toEqual([
        expect.stringMatching(/^a\.txt holds the markup of a web page/),
      ]);
      expect(article?.text).not.toContain('<');
    }
  });

  test('within an article stays its text', () => {
    const { article, problems } = read(
      `About markup\n\nA paragraph begins with <p> and ends with </p>. ${prose('lock').repeat(30)}\n\n<b>bold</b> is bold.`,
    );
    expect(problems).toEqual([]);
    expect(article?.text).toContain('begins with <p>');
  });

  test('that is refused as a page is refused', () => {
    const { article, problems } = read(`<html>${'<div>'.repeat(5000)}`);
    expect(article).toBeNull();
    expect(problems).toMatchObject([{ fatal: true, message: expect.stringContaining('more than 256 deep') }]);
  });
});
