/** Markdown: blocks at their offsets, front matter, and bounds. */
import { describe, expect, test } from 'vitest';
import { readNow } from '../library-from.ts';
import { articleFrom, blocksOf, prose } from './read.ts';
import { expectSound } from './soundness.ts';

const markdown = (...lines: string[]) => articleFrom(lines.join('\n'), 'a.md');
const quotes = (article: ReturnType<typeof markdown>) =>
  article.blocks.flatMap(({ sentences }) => sentences.map(({ start, end }) => article.text.slice(start, end)));

describe('blocks', () => {
  test('are those of CommonMark, in order, with their sections', () => {
    const article = markdown(
      '# Title',
      '',
      'One.',
      '',
      '## Part',
      '',
      '> Two.',
      '',
      '```',
      'three',
      '```',
      '',
      '| a | b |',
      '|---|---|',
      '| c | d |',
      '',
      '***',
    );
    expect(article.blocks.map(({ role }) => role)).toEqual([
      'title',
      'paragraph',
      'heading',
      'quotation',
      'code',
      'table-row',
      'boilerplate:notice',
      'table-row',
      'boilerplate:notice',
    ]);
    expect(article.blocks.map(({ section, paragraph }) => [section, paragraph])).toEqual([
      [undefined, undefined],
      [undefined, 1],
      [undefined, undefined],
      [2, 1],
      [2, 2],
      [2, 3],
      [undefined, undefined],
      [2, 4],
      [undefined, undefined],
    ]);
  });

  test('a paragraph that was wrapped is one block', () => {
    expect(blocksOf(markdown('One line', 'and another.', '', 'Two.'))).toEqual([
      'paragraph: One line\nand another.',
      'paragraph: Two.',
    ]);
  });

  test('a list is one block with its lead-in, each item a sentence of its own', () => {
    const article = markdown(
      'It had faults:',
      '',
      '- the clay',
      '- the gates',
      '  - the left one',
      '- the money',
      '',
      'So it fell.',
    );
    expect(article.blocks.map(({ role }) => role)).toEqual(['list', 'paragraph']);
    expect(quotes(article)).toEqual([
      'It had faults:',
      '- the clay',
      '- the gates',
      '- the left one',
      '- the money',
      'So it fell.',
    ]);
  });

  test('the sign of a quotation is no part of what is quoted', () => {
    expect(quotes(markdown('> One is here.', '> Two is there.', '>', '> Three', '', '> > Four.'))).toEqual([
      'One is here.',
      'Two is there.',
      'Three',
      'Four.',
    ]);
  });

  test('comments, rules, definitions, lone pictures and tags hold nothing to quote', () => {
    const article = markdown(
      '<!-- note -->',
      '',
      '***',
      '',
      '[a]: http://b.example',
      '',
      '![x](y.png)',
      '',
      '<div class="x">',
      '',
      'Text.',
    );
    expect(quotes(article)).toEqual(['Text.']);
  });

  test('words between tags are text', () => {
    expect(quotes(markdown('<p>Here it stands.</p>'))).toEqual(['<p>Here it stands.</p>']);
    expect(quotes(markdown('<!-- never closed', '', 'Here it stands.')).at(-1)).toBe('Here it stands.');
  });

  test('lines of web pages are told from paragraphs', () => {
    const article = markdown(
      '# The lock',
      '',
      'By Jane Doe',
      '',
      '3 May 2017',
      '',
      prose('lock'),
      '',
      'Share this:',
      '',
      'Leave a Reply',
      '',
      'Your email address will not be published.',
    );
    expect(article.authors.value).toEqual(['Jane Doe']);
    expect(article.published.value?.iso).toBe('2017-05-03');
    expect(quotes(article)).toEqual([prose('lock')]);
  });

  test('a heading such as "Discussion" stays a heading', () => {
    const article = markdown(
      '# The lock',
      '',
      prose('lock'),
      '',
      '## Discussion',
      '',
      prose('gate'),
      '',
      '## Comment',
      '',
      '- one',
      '- two',
    );
    expect(blocksOf(article, 'heading')).toEqual(['heading: ## Discussion', 'heading: ## Comment']);
  });
});

describe('the title', () => {
  test.each([
    ['of the front matter', ['---', 'title: Front', '---', '', '# Head', '', 'Text.'], 'Front', 'front-matter'],
    ['of the first heading', ['Text.', '', '# Head **one**', '', 'Text.'], 'Head one', 'heading'],
    ['underlined', ['Head', '====', '', 'Text.'], 'Head', 'heading'],
    ['of a lower heading on top', ['## **Head**', '', 'Text.', '', '## Other'], 'Head', 'heading'],
    ['of a bold line on top', ['**The second lock**', '', 'Text.', '', '## Other'], 'The second lock', 'bold line'],
    ['of the file, below a bold sentence', ['**It is open.**', '', 'Text.'], 'a', 'file-name'],
    ['of the file, below a line that leads in', ['**Note:**', '', 'Text.'], 'a', 'file-name'],
    ['of the file, below a line in italic', ['*The second lock*', '', 'Text.'], 'a', 'file-name'],
    ['of the file', ['Text.', '', '## Other', '', 'Text.'], 'a', 'file-name'],
  ])('%s', (_, lines, value, from) => {
    expect(markdown(...lines).title).toMatchObject({ value, from });
  });
});

test('a table of contents is no list of the text', () => {
  const contents = ['- [The gates](#the-gates)', '  - [Of elm](#of-elm)', '- [The weir](#the-weir)'];
  const list = ['- [The gates](#the-gates) are of elm', '- [The weir](https://weir.example)'];
  const article = markdown('# The lock', '', ...contents, '', prose('lock'), '', ...list);
  expect(blocksOf(article, 'list')).toEqual([`list: ${list.join('\n')}`]);
  expect(blocksOf(article, 'boilerplate:navigation')).toEqual([`boilerplate:navigation: ${contents.join('\n')}`]);
});

test('a signature may be set in italic or bold', () => {
  const article = markdown('# The lock', '', '*By Mira Hadi, 3 May 2019*', '', prose('lock'), '', prose('weir'));
  expect(article.authors.value).toEqual(['Mira Hadi']);
  expect(article.published.value?.iso).toBe('2019-05-03');
  expect(blocksOf(article, 'byline')).toEqual(['byline: *By Mira Hadi, 3 May 2019*']);
});

describe('front matter', () => {
  const front = (...lines: string[]) =>
    readNow('a.md', new TextEncoder().encode(['---', ...lines, '---', '', 'Text.'].join('\n')));

  test('gives every known key, and is hidden', () => {
    const { article, problems } = front(
      'title: The lock',
      'authors: [Jane Doe, Ali Hadi]',
      'publisher: The Courier',
      'via: Reader',
      'date: 2016-04-13',
      'url: https://courier.example/lock',
      'lang: EN-gb',
      'license: CC0',
      'sources: [One, Two]',
    );
    expect(problems).toEqual([]);
    expect(article).toMatchObject({
      title: { value: 'The lock', from: 'front-matter' },
      authors: { value: ['Jane Doe', 'Ali Hadi'] },
      publisher: { value: 'The Courier' },
      via: { value: 'Reader' },
      published: { value: { iso: '2016-04-13', precision: 'day' } },
      url: { value: 'https://courier.example/lock' },
      lang: { value: 'en-GB' },
      licence: { value: 'CC0' },
      sources: ['One', 'Two'],
    });
    expect(article?.blocks[0]).toMatchObject({ role: 'front-matter', body: false, line: 1 });
  });

  test.each(['author: "[[Jane Doe]]"', 'author: [[Jane Doe]]', 'author:\n  - "[[people/jane|Jane Doe]]"'])(
    '%s is a link to a note on an author',
    (lines) => {
      const { article, problems } = front(...lines.split('\n'));
      expect(article?.authors.value).toEqual(['Jane Doe']);
      expect(problems).toEqual([]);
    },
  );

  test('gives its source for its address where that is one', () => {
    expect(front('source: "https://courier.example/lock"').article?.url.value).toBe('https://courier.example/lock');
    const { article, problems } = front('source: A box in the attic');
    expect([article?.url.value, problems]).toEqual([null, []]);
  });

  test.each([
    ['published: 2016', { iso: '2016', precision: 'year' }],
    ['published: 2016-04', { iso: '2016-04', precision: 'month' }],
    ['published: April 13, 2016', { iso: '2016-04-13', precision: 'day' }],
    ['published: not stated', null],
    ['url: https://courier.example/2016/04/13/lock', { iso: '2016-04-13', precision: 'day' }],
  ])('%s', (line, value) => {
    expect(front(line).article?.published.value).toEqual(value);
  });

  test.each([
    ['published: next week', /"published" \(next week\) is no date/],
    ['published: 03/04/2020', /is no date/],
    ['url: javascript:alert(1)', /"url" is no http or https address/],
    ['lang: not a language', /"lang" is no language tag/],
    ['title: {a: b}', /"title" is not one short value/],
    ['authors: [[a], {b: c}]', /"authors" is not a list of short values/],
    ['title: "open', /is broken on line \d/],
    ['title: a\ntitle: b', /is broken on line 3/],
    ['date: "2017\\u0015\\u202e"', /"published" \(2017��\) is no date/],
    [`title: ${'['.repeat(10_000)}${']'.repeat(10_000)}`, /\(it nests too deep\)/],
    ['- a\n- b', /holds no "key: value" lines/],
    ['just words', /holds no "key: value" lines/],
    ['a: &a [x]\nb: [*a]\nc: !!js/function "x"\ntitle: {', /is broken on line/],
  ])('%s is not used, and says so', (lines, sentence) => {
    const { article, problems } = front(...lines.split('\n'));
    expect(article?.text).toContain('Text.');
    expect(problems).toHaveLength(1);
    expect(problems[0]).toMatchObject({ fatal: false, message: expect.stringMatching(sentence) });
  });

  test('brings no key of JavaScript in', () => {
    const { article } = front('__proto__: {title: X}', 'constructor: Y', 'toString: Z', 'title: The lock');
    expect(article?.title.value).toBe('The lock');
    expect(Object.getPrototypeOf(article)).toBe(Object.prototype);
  });

  test('of aliases of aliases is refused', () => {
    const bomb = [
      'a: &a [x,x,x,x,x,x,x,x,x]',
      ...'bcdefgh'.split('').map((key, at) => `${key}: &${key} [${Array(9).fill(`*${'abcdefg'[at]}`).join(',')}]`),
    ];
    expect(front(...bomb).problems).toMatchObject([{ message: expect.stringMatching(/could not be read/) }]);
  });

  test('that is never closed costs its lines, not the text', () => {
    const { article, problems } = readNow(
      'a.md',
      new TextEncoder().encode('---\ntitle: A\nauthor: B\n\nText stands here.'),
    );
    expect(problems).toMatchObject([
      { fatal: false, message: expect.stringMatching(/opens front matter on line 1 and never closes it/) },
    ]);
    expect(article?.blocks.map(({ role }) => role)).toEqual(['front-matter', 'paragraph']);
  });

  test('in a language that does things is plain text', () => {
    const article = articleFrom('---js\nprocess.exit(1)\n---\n\nText.', 'a.md');
    expect(article.blocks.some(({ role }) => role === 'front-matter')).toBe(false);
  });

  test('needs to stand on top', () => {
    expect(articleFrom('Text.\n\n---\ntitle: A\n---\n', 'a.md').title.from).toBe('file-name');
  });
});

describe('front matter of other kinds', () => {
  const said = ({ title, authors, published }: ReturnType<typeof markdown>) => [
    title.value,
    authors.value,
    published.value?.iso,
  ];

  test('is TOML between lines of plus signs', () => {
    const article = markdown(
      '+++',
      'title = "The \\"second\\" lock"',
      'date = 2019-05-03T08:00:00+02:00 # in the morning',
      'authors = [',
      '  "Mira Hadi",',
      "  'Jonas Berg',",
      ']',
      '[params]',
      'title = "Another"',
      '+++',
      '',
      prose('lock'),
    );
    expect(said(article)).toEqual(['The "second" lock', ['Mira Hadi', 'Jonas Berg'], '2019-05-03']);
    expect(blocksOf(article).slice(1)).toEqual([`paragraph: ${prose('lock')}`]);
  });

  test('is a head of lines that begin with a percent sign', () => {
    const article = markdown(
      '% The second lock',
      '  and its gates',
      '% Mira Hadi; Jonas Berg',
      '% May 3, 2019',
      '',
      prose('lock'),
    );
    expect(said(article)).toEqual(['The second lock and its gates', ['Mira Hadi', 'Jonas Berg'], '2019-05-03']);
    expect(blocksOf(article).slice(1)).toEqual([`paragraph: ${prose('lock')}`]);
  });

  test.each([
    ['a rule of plus signs that nothing closes', '+++'],
    ['a remark', '%%'],
    ['a share', '%5 of the ships'],
  ])('is not %s', (_, line) => {
    expect(markdown(line, '', prose('lock'), '', prose('weir')).blocks.map(({ role }) => role)).not.toContain(
      'front-matter',
    );
  });
});

describe('hostile input', () => {
  test.each([
    ['brackets', '['.repeat(200_000)],
    ['more brackets', '['.repeat(300_001)],
    ['closing brackets', ']'.repeat(200_000)],
    ['stars', '*a '.repeat(60_000)],
    ['quotation signs', '>'.repeat(200_000)],
    ['spaced quotation signs', '> '.repeat(100_000)],
    ['numbers', '1. '.repeat(20_000)],
    ['lists in lists', Array.from({ length: 400 }, (_, depth) => `${' '.repeat(depth * 2)}- a`).join('\n')],
    ['table bars', '|a'.repeat(60_000)],
    ['table rows', `|a|b|\n|-|-|\n${'|c|d|\n'.repeat(18_000)}`],
    ['lines', 'a\n'.repeat(60_000)],
    ['comments', '<!-- '.repeat(40_000)],
    ['addresses', 'http://a.example/b '.repeat(20_000)],
  ])(
    '%s are read, sound, and where they are not parsed a warning says so',
    (_, text) => {
      const { article, problems } = readNow('a.md', new TextEncoder().encode(`Text.\n\n${text}`));
      expect(article).not.toBeNull();
      if (article) expectSound(article);
      for (const { fatal, message } of problems) {
        expect(fatal).toBe(false);
        expect(message).toMatch(/^a\.md (?:has \d+|nests) .* so it was read as plain text; simplify or split it\.$/);
      }
    },
    60_000,
  );

  test('keeps its front matter where it is read as plain text', () => {
    const { article, problems } = readNow(
      'a.md',
      new TextEncoder().encode(`---\ntitle: Deep\n---\n\n${'> '.repeat(40)}Text stands here.`),
    );
    expect(problems).toHaveLength(1);
    expect(article?.title).toMatchObject({ value: 'Deep', from: 'front-matter' });
    expect(article?.blocks[0]?.role).toBe('front-matter');
  });
});

describe('notes kept in a program that knows more than Markdown', () => {
  const notices = (article: ReturnType<typeof markdown>) =>
    blocksOf(article, 'boilerplate:notice').map((block) => block.replace('boilerplate:notice: ', ''));

  test('remarks are no text, in one paragraph or over several', () => {
    const article = markdown(
      '# The lock',
      '',
      prose('lock'),
      '',
      '%% ask Hanna about this %%',
      '',
      prose('weir'),
      '',
      '%%',
      '',
      '## To do',
      '',
      '- find the ledger',
      '',
      '%%',
      '',
      prose('ferry'),
    );
    expect(notices(article)).toEqual(['%% ask Hanna about this %%', '%%', '## To do', '- find the ledger', '%%']);
    expect(blocksOf(article, 'paragraph')).toHaveLength(3);
    expectSound(article);
  });

  test.each([
    ['that is never closed hides nothing', ['%% ask Hanna', '', prose('lock'), '', prose('weir')]],
    ['within code is code', ['```', '%% a cell %%', '```', '', prose('lock')]],
    ['that is a share in per cent of per cent', [`It rose by 5%% and fell by 3%% again. ${prose('lock')}`]],
  ])('a mark %s', (_, lines) => {
    expect(notices(markdown(...lines))).toEqual([]);
  });

  test('a picture or a note that is shown in its place is no text', () => {
    const article = markdown('# The lock', '', '![[harbour wall.png|300]]', '', prose('lock'), '', '![[Other note]]');
    expect(notices(article)).toEqual(['![[harbour wall.png|300]]', '![[Other note]]']);
  });
});
