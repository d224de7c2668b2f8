/** What people paste besides articles: pages of encyclopedias, letters, subtitles, talks. Each keeps what was written or said. */
import { describe, expect, test } from 'vitest';
import { articleFrom, blocksOf, prose } from './read.ts';

const body = (lines: readonly string[]) =>
  blocksOf(articleFrom(lines.join('\n'))).filter((block) => !/^(?:boilerplate|title)/.test(block));

describe('a page of an encyclopedia', () => {
  const page = [
    'Tower Canal',
    '',
    '12 languages',
    'Article',
    'Talk',
    'Read',
    'View history',
    'Tools',
    'From Wikipedia, the free encyclopedia',
    '(Redirected from Towers Canal)',
    'For the river, see Tower (river).',
    'The Tower Canal is a canal of sixty kilometres that joins two towns and has fourteen locks.[1]',
    '',
    'Contents',
    '1\tHistory',
    '1.1\tIn the war',
    '2\tSee also',
    'History[edit]',
    'Main article: History of the Tower Canal',
    prose('canal'),
    'In the war[edit]',
    prose('lock'),
    'Locks[edit]',
    'Corrow: a double lock, rebuilt in 1954',
    'See also[edit]',
    'List of canals',
    'References[edit]',
    'Lund, Ana (1988). Canals of the North. Town Press.',
    'Categories: Canals',
    'This page was last edited on 2 January 2024, at 10:00 (UTC).',
  ];

  test('is its article under its headings, without menus and buttons', () => {
    expect(body(page)).toEqual([
      'paragraph: The Tower Canal is a canal of sixty kilometres that joins two towns and has fourteen locks.[1]',
      'heading: History',
      `paragraph: ${prose('canal')}`,
      'heading: In the war',
      `paragraph: ${prose('lock')}`,
      'heading: Locks',
      'paragraph: Corrow: a double lock, rebuilt in 1954',
      'heading: References',
      'paragraph: Lund, Ana (1988). Canals of the North. Town Press.',
    ]);
  });

  test('has the name that its first sentence has', () => {
    expect(articleFrom(page.join('\n')).title.value).toBe('Tower Canal');
    const above = ['Main menu', 'Create account', ...page.slice(0, 8), 'Appearance', 'Small', ...page.slice(8)];
    expect(articleFrom(above.join('\n')).title.value).toBe('Tower Canal');
  });

  test.each([
    'Geschichte[Bearbeiten | Quelltext bearbeiten]',
    'История[править | править код]',
    'Histoire[modifier | modifier le code]',
  ])('has the heading in %s', (heading) => {
    const lines = ['The Tower Canal', '', prose('canal'), heading, prose('lock'), heading, prose('weir')];
    expect(body(lines)[1]).toBe(`heading: ${heading.split('[')[0]}`);
  });

  test('is no text with one bracket', () => {
    expect(body(['The second lock', '', prose('canal'), 'He wrote [edit]', prose('lock')])).toHaveLength(3);
  });
});

describe('a letter', () => {
  const letter = [
    'From: Jane Doe <jane@courier.example>',
    'To: reader@example.org',
    'Subject: The end of the cannery',
    'Date: Sat, 2 Mar 2024 09:00:04 +0000',
    '',
    'View this post on the web at https://courier.example/p/cannery',
    '',
    prose('cannery'),
    prose('quay'),
    'Unsubscribe: https://courier.example/u/1',
  ];

  test('is of who wrote it, when, and of what', () => {
    const article = articleFrom(letter.join('\n'));
    expect(article.title).toMatchObject({ value: 'The end of the cannery', from: 'line 3' });
    expect(article.authors.value).toEqual(['Jane Doe']);
    expect(article.published.value?.iso).toBe('2024-03-02');
    expect(body(letter).filter((block) => /^paragraph/.test(block))).toEqual(
      [prose('cannery'), prose('quay')].map((text) => `paragraph: ${text}`),
    );
  });

  test('is quoted without the heads of the letters that it answers', () => {
    const thread = [
      ...letter.slice(0, 2),
      'Subject: RE: FW: The end of the cannery',
      ...letter.slice(3, 5),
      prose('cannery'),
      '',
      'On Fri, 1 Mar 2024 at 08:00, Mira Hadi <mira@courier.example> wrote:',
      `> ${prose('quay')}`,
      '>',
      `> ${prose('mill')}`,
      '',
      '-----Original Message-----',
      'From: Owen Tamm',
      'Sent: Thursday, 29 February 2024 10:15',
      'To: Mira Hadi',
      'Subject: The cannery',
      '',
      prose('tower'),
    ];
    const article = articleFrom(thread.join('\n'));
    expect(article.title.value).toBe('The end of the cannery');
    expect(article.authors.value).toEqual(['Jane Doe']);
    expect(article.published.value?.iso).toBe('2024-03-02');
    expect(body(thread).filter((block) => !/^(?:title|byline|date|boilerplate)/.test(block))).toEqual([
      `paragraph: ${prose('cannery')}`,
      `paragraph: > ${prose('quay')}`,
      `paragraph: > ${prose('mill')}`,
      `paragraph: ${prose('tower')}`,
    ]);
  });

  test('may hold a line or two with a colon', () => {
    const lines = [...letter.slice(0, 7), 'To: the mill, he wrote', 'From: the tower', '', prose('quay')];
    expect(body(lines)).toEqual(expect.arrayContaining(['paragraph: To: the mill, he wrote']));
  });

  test('from an office has no author', () => {
    expect(articleFrom(['From: Courier <a@courier.example>', ...letter.slice(1)].join('\n')).authors.value).toBeNull();
  });

  test('needs more than one word with a colon', () => {
    expect(articleFrom(['From: the tower', '', prose('canal')].join('\n')).text).toContain('From: the tower');
    expect(body(['To: the river, a poem', 'From: the mill', '', prose('canal')])).toContain(
      `paragraph: ${prose('canal')}`,
    );
  });
});

test('times and numbers of subtitles are not what is said', () => {
  const lines = [
    '1',
    '00:00:01,000 --> 00:00:04,200',
    'The river came up in the night,',
    '',
    '2',
    '00:00:04,300 --> 00:00:07,900',
    'and by morning the square was under water.',
    '',
    '3',
    '00:00:08,000 --> 00:00:11,500',
    '1998 was the year.',
  ];
  expect(body(lines)).toEqual([
    'paragraph: The river came up in the night,',
    'paragraph: and by morning the square was under water.',
    'paragraph: 1998 was the year.',
  ]);
});

test('times over the lines of a talk are not what is said, and one time alone may be', () => {
  const said = [
    'welcome to the talk from the lock',
    'with me is hanna who has kept it',
    'hello and thank you for coming',
  ];
  const lines = ['River talk: the keeper', '', ...said.flatMap((line, at) => [`0:0${at}`, line])];
  expect(body(lines)).toEqual(said.map((line) => `paragraph: ${line}`));
  expect(body(['The second lock', '', prose('canal'), '', '9:30', '', prose('lock')])).toContain('paragraph: 9:30');
});

test('a question in an interview is no heading', () => {
  const lines = [
    'The keeper',
    '',
    prose('canal'),
    '',
    'INTERVIEWER: When did you start?',
    '',
    `RESS: ${prose('lock')}`,
  ];
  expect(body(lines)).toContain('paragraph: INTERVIEWER: When did you start?');
});

test('the last sentence of a pasted page may be short', () => {
  const menu = ['Home', 'News', 'Sport', 'Opinion', 'Contact'];
  const page = [
    ...menu,
    'The ferry is back in Corrow',
    prose('ferry'),
    prose('quay'),
    'The fare is two euros.',
    'Tags',
    ...menu,
  ];
  expect(body(page)).toContain('paragraph: The fare is two euros.');
});
