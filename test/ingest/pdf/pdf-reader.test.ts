import { describe, expect, test } from 'vitest';
import { sheetsOf } from '../../../src/ingest/pdf/sheets.ts';
import { pageAt } from '../../../src/ingest/place.ts';
import { readArticle } from '../../../src/ingest/read-article.ts';
import type { Article } from '../../../src/model.ts';
import { blocksOf } from '../read.ts';
import { expectSound } from '../soundness.ts';
import { column, justified, type Made, type MadePage, madePdf, streamOf, widthOf } from './made-pdf.ts';

async function read(made: Made | readonly MadePage[]): Promise<Article> {
  const { article, problems } = await readArticle('a.pdf', madePdf('pages' in made ? made : { pages: made }));
  if (!article) throw new Error(problems.map(({ message }) => message).join(' '));
  expectSound(article);
  return article;
}

const pageOf = (article: Article, words: string): string | undefined =>
  pageAt(article.pages, article.text.indexOf(words))?.label;

const opening = [
  'The river came down in the spring and took the old bridge with it, and the',
  'people on the far side had no bread for a week. The miller said that he had',
  'seen it coming for years.',
];
const opened = opening.join(' ');
const second = [
  'Nobody asked him why he had not spoken. In the summer the engineers came',
  'from the capital with their instruments, and they measured the banks for as',
  'long as the weather lasted.',
];

test('letters of fonts that TeX draws are read by their places', () => {
  const box = { width: 612, height: 792, transform: [1, 0, 0, -1, 0, 792] };
  const textOf = (...words: string[]) =>
    sheetsOf(
      0,
      box,
      words.map((str, at) => ({
        str,
        transform: [10, 0, 0, 10, 72, 700 - at * 12],
        width: 90,
        height: 10,
        fontName: 'a',
      })),
    ).flatMap(({ pieces }) => pieces.map(({ text }) => text));
  expect(textOf('\x10E\x1ecient o\x1eces,\x11 he said', 'Stra\xffe \x15 \x1crst')).toEqual([
    '“Efficient offices,” he said',
    'Straße – first',
  ]);
  expect(textOf('L\xffs \x10')).toEqual(['Lÿs ']);
});

describe('lines', () => {
  test('of a paragraph are one paragraph, and a wider gap parts two', async () => {
    const article = await read([{ words: [...column(opening), ...column(second, { y: 148 })] }]);
    expect(blocksOf(article)).toEqual([`paragraph: ${opened}`, `paragraph: ${second.join(' ')}`]);
  });

  test('set in from the margin start a paragraph', async () => {
    const [first = '', ...rest] = second;
    const words = [...column(opening), ...column([first], { x: 86, y: 136 }), ...column(rest, { y: 148 })];
    expect(blocksOf(await read([{ words }]))).toEqual([`paragraph: ${opened}`, `paragraph: ${second.join(' ')}`]);
  });

  test('that could have held the next word end their paragraph', async () => {
    const words = column([...opening, ...second]);
    expect(blocksOf(await read([{ words }]))).toHaveLength(2);
  });

  test('drawn word by word and out of order are read as they stand on the page', async () => {
    const words = column(opening).flatMap(({ text, x, y }) => {
      let left = x;
      return text.split(' ').map((word) => {
        const placed = { text: word, x: left, y };
        left += widthOf(word) + 3;
        return placed;
      });
    });
    const shuffled = words.toSorted((a, b) => a.text.localeCompare(b.text));
    expect(blocksOf(await read([{ words: shuffled }]))).toEqual([`paragraph: ${opened}`]);
  });

  test('drawn twice for a bold look are read once', async () => {
    const words = column(opening).flatMap((line) => [line, { ...line, x: line.x + 0.4 }]);
    expect(blocksOf(await read([{ words }]))).toEqual([`paragraph: ${opened}`]);
  });

  test('that are slanted over the page or run up its margin are left out', async () => {
    const stamp = 'BT /Helvetica 60 Tf 0.7 0.7 -0.7 0.7 100 200 Tm (DRAFT) Tj ET';
    const margin = 'BT /Helvetica 12 Tf 0 1 -1 0 30 300 Tm (preprint server, 6 December) Tj ET';
    const article = await read([{ words: column(opening), content: `${stamp} ${margin}` }]);
    expect(article.text).toBe(opened);
  });

  test('of a page that is turned are read upright', async () => {
    const turned = opening
      .map((line, at) => `BT /Helvetica 10 Tf 0 1 -1 0 ${100 + at * 12} 60 Tm (${line}) Tj ET`)
      .join('\n');
    expect((await read([{ content: turned, rotate: 90 }])).text).toBe(opened);
    expect((await read([{ content: turned }])).text).toBe(opened);
  });

  test('in a form that a page calls are read where it puts them', async () => {
    const [first = '', ...rest] = opening;
    const form = streamOf(
      `BT /Helvetica 10 Tf 1 0 0 1 0 0 Tm (${first}) Tj ET`,
      '/Type /XObject /Subtype /Form /BBox [0 0 600 100] /Resources << /Font << /Helvetica 3 0 R >> >>',
    );
    const article = await read({
      pages: [
        {
          words: column(rest, { y: 112 }),
          content: 'q 1 0 0 1 72 692 cm /A Do Q',
          resources: '/XObject << /A 60 0 R >>',
        },
      ],
      objects: { 60: form },
    });
    expect(article.text).toBe(opened);
  });

  test('in a font that is drawn, not written, keep their words', async () => {
    const glyph = streamOf('500 0 0 0 400 700 d1 0 0 400 700 re f');
    const typeThree =
      '<< /Type /Font /Subtype /Type3 /FontBBox [0 0 500 700] /FontMatrix [0.001 0 0 0.001 0 0] /CharProcs << /a 51 0 R >> /Encoding << /Type /Encoding /Differences [97 /a 98 /a 99 /a] >> /FirstChar 97 /LastChar 99 /Widths [500 500 500] /ToUnicode 52 0 R >>';
    const map = streamOf(
      '/CIDInit /ProcSet findresource begin 12 dict begin begincmap 1 begincodespacerange <00> <FF> endcodespacerange 3 beginbfchar <61> <0061> <62> <0062> <63> <0063> endbfchar endcmap end end',
    );
    const drawn = { text: 'abc', x: 72, y: 160, font: 'Type3' as const };
    const article = await read({
      pages: [{ words: [...column(opening), drawn] }],
      objects: { 50: typeThree, 51: glyph, 52: map },
    });
    expect(article.text).toContain('abc');
  });
});

describe('small signs', () => {
  test('raised behind a word stay with it', async () => {
    const words = [...column(opening), { text: '12', x: 181.5, y: 120.5, size: 6 }];
    expect((await read([{ words }])).text).toBe(`${opened}12`);
  });

  test('hardly smaller than the word stay with it, too', async () => {
    const words = [...column(opening), { text: '12', x: 181.5, y: 119.6, size: 8.9 }];
    expect((await read([{ words }])).text).toBe(`${opened}12`);
  });

  test('raised behind a figure stay raised, and lowered ones are read as they are', async () => {
    const parts: readonly (readonly [string, number])[] = [
      ['The lake held 10', 0],
      ['6', 4],
      [' tons in 1911', 0],
      ['3', 4],
      [' and 10', 0],
      ['-', 4],
      ['12', 4],
      [' of it was salt,', 0],
      ['4', 4],
      [' the rest H', 0],
      ['2', -2],
      ['O.', 0],
    ];
    let x = 72;
    const words = parts.map(([text, rise]) => {
      const size = rise === 0 ? 10 : 7;
      const placed = { text: text.trim(), x: x + (text.startsWith(' ') ? 2.78 : 0), y: 136 - rise, size };
      x += (widthOf(text) * size) / 10;
      return placed;
    });
    expect((await read([{ words: [...column(opening), ...words] }])).text).toContain(
      'The lake held 10⁶ tons in 1911³ and 10⁻¹² of it was salt,4 the rest H2O.',
    );
  });

  test('a letter as high as two lines opens the first of them', async () => {
    const [first = '', next = '', last = ''] = opening;
    const words = [
      { text: 'T', x: 72, y: 112, size: 28 },
      ...column([first.slice(1), next], { x: 91 }),
      ...column([last], { y: 124 }),
    ];
    expect((await read([{ words }])).text).toBe(opened);
  });

  test('letters set apart are the words they spell', async () => {
    const spaced = 'BT /Helvetica 18 Tf 7 Tc 1 0 0 1 72 730 Tm (The River and the Bridge) Tj ET';
    const article = await read([{ words: column([...opening, 'A river needs a bridge.']), content: spaced }]);
    expect(article.title.value).toBe('The River and the Bridge');
  });
});

describe('words broken at the end of a line', () => {
  const lines = [
    'The government had promised a well-known engineer, and the govern-',
    'ment had meant it; but a well-',
    'known engineer costs money, and nobody had any of that to spare for him.',
  ];

  test('are put together, unless the document writes them with a hyphen', async () => {
    const article = await read([{ words: column(lines) }]);
    expect(article.text).toBe(
      'The government had promised a well-known engineer, and the government had meant it; but a well-known engineer costs money, and nobody had any of that to spare for him.',
    );
    expect(article.joins.map((at) => article.text.slice(at - 6, at + 4))).toEqual([
      'governmment'.replace('mm', 'm').slice(0, 10),
    ]);
  });

  test('keep the hyphen before a capital, a number, or the second half of a pair', async () => {
    const words = column([
      'It was a question of Anglo-',
      'French relations in the years 1911-',
      '12, when there were early- and late-comers, mid-',
      'and upstream, and all of them wanted one thing or another of the valley.',
    ]);
    expect((await read([{ words }])).text).toBe(
      'It was a question of Anglo-French relations in the years 1911-12, when there were early- and late-comers, mid- and upstream, and all of them wanted one thing or another of the valley.',
    );
  });
});

describe('pages', () => {
  const foot = (number: string) => ({ text: number, x: 300, y: 750 });
  const head = { text: 'The Gazette of the Valley', x: 220, y: 40, size: 9 };
  const note = { text: '1 The figures are those of the ministry.', x: 72, y: 700, size: 7 };
  const long = Array.from({ length: 6 }, () => opening.slice(0, 2)).flat();

  const book: Made = {
    pages: [
      { words: [head, ...column([...long, 'In the end the gov-']), note, foot('iii')] },
      {
        words: [
          head,
          ...column(['ernment gave in. The rest is told in another place, and by people who were', 'there.']),
          foot('iv'),
        ],
      },
      { words: [head, ...column(second), foot('1')] },
    ],
    catalogue: '/PageLabels << /Nums [0 << /S /r /St 3 >> 2 << /S /D >>] >>',
  };

  test('bear the labels of the document', async () => {
    expect((await read(book)).pages.map(({ label }) => label)).toEqual(['iii', 'iv', '1']);
  });

  test('leave out running heads and numbers', async () => {
    const { text } = await read(book);
    expect(text).not.toMatch(/Gazette|\biii\b|\biv\b/);
  });

  test('leave out heads and numbers in larger letters than the text', async () => {
    const lines = Array.from({ length: 8 }, () => opening).flat();
    const pages = [1, 2, 3].map((number) => ({
      words: [
        { text: 'The Gazette of the Valley', x: 220, y: 40, size: 14 },
        ...column(lines),
        { text: `${number} of 3`, x: 300, y: 750, size: 14 },
      ],
    }));
    expect(blocksOf(await read(pages), 'title', 'heading')).toEqual([]);
  });

  test('keep the titles of slides, which may come again', async () => {
    const slides = [opening, second, ['The miller died.']].map((lines) => ({
      words: [{ text: 'The old bridge', x: 72, y: 60, size: 20 }, ...column(lines, { y: 200 })],
    }));
    const { text } = await read(slides);
    expect(text.split('The old bridge')).toHaveLength(4);
  });

  test('leave out a head that only the second of two has, where it parts a sentence', async () => {
    const head = { text: 'The river and its mills', x: 250, y: 60 };
    const [first, last] = [opening.slice(0, 1), opening.slice(1)];
    const article = await read([
      { words: [...column(second), ...column(first, { y: 160 })] },
      { words: [head, ...column(last)] },
    ]);
    expect(blocksOf(article)[1]).toBe(`paragraph: ${opened}`);
  });

  test('leave out heads that name the section, another on each', async () => {
    const [first = '', next = ''] = opening;
    const lines = Array.from({ length: 6 }, () => [next, first]).flat();
    const heads = ['ON BRIDGES', 'ON BREAD', 'ON ENGINEERS', 'ON THE SNOW'];
    const article = await read(heads.map((text) => ({ words: [{ text, x: 250, y: 60 }, ...column(lines)] })));
    expect(article.text).not.toMatch(/ON /);
    expect(blocksOf(article)).toHaveLength(1);
  });

  const ends = ['and were gone by noon.', 'Nobody followed them.', 'that the miller kept.', 'to the far side.'];
  const apart = (lines: readonly string[]) => column(lines, { y: 88 });

  test('keep the end of a paragraph that stands on top of them', async () => {
    const lines = ['The engineers packed up their instruments before the sun was over the hill,'];
    const cut = ends.map((text) => ({ words: [...column([text], { y: 60 }), ...apart([...long, ...lines])] }));
    const { text } = await read([{ words: column([...long, ...lines], { y: 60 }) }, ...cut]);
    for (const end of ends) expect(text).toContain(end);
  });

  test('keep what stands at the height at which other pages begin their text', async () => {
    const headed = ['The Weather', 'The Snow', 'The Thaw'].map((text) => ({
      words: [...column([text], { y: 60 }), ...apart(long)],
    }));
    const { text } = await read([...headed, { words: column(long, { y: 60 }) }, { words: column(long, { y: 60 }) }]);
    for (const heading of ['The Weather', 'The Snow', 'The Thaw']) expect(text).toContain(heading);
  });

  test('keep the headings of chapters that begin on top of them', async () => {
    const chapters = ['PREFACE', 'CHAPTER ONE', 'CHAPTER TWO', 'AFTERWORD'];
    const article = await read(
      chapters.map((heading) => ({
        words: [...column([heading], { y: 60 }), ...apart([...opening, ...second, ...opening])],
      })),
    );
    for (const heading of chapters) expect(article.text).toContain(heading);
  });

  test('do not break a paragraph or a word, and each sentence knows its page', async () => {
    const article = await read(book);
    expect(article.text).toContain('In the end the government gave in. The rest is told');
    expect(pageOf(article, 'In the end')).toBe('iii');
    expect(pageOf(article, 'The rest is told')).toBe('iv');
    expect(pageOf(article, 'Nobody asked')).toBe('1');
  });

  test('have their footnotes on them', async () => {
    const article = await read(book);
    expect(blocksOf(article)).toContain('paragraph: 1 The figures are those of the ministry.');
    expect(pageOf(article, 'The figures')).toBe('iii');
  });

  test('that a paragraph fills from end to end keep their footnotes, too', async () => {
    const notes: Readonly<Record<string, string>> = { 1: 'of the miller', 2: 'by the engineer', 3: 'on bread' };
    const filled = (number: string, from: number) => ({
      words: [
        ...column(long.map((line, at) => `${line} ${from + at}`)),
        { ...note, text: `1 Note ${notes[number]}.` },
        foot(number),
      ],
    });
    const article = await read([filled('1', 100), filled('2', 200), filled('3', 300)]);
    for (const number of ['1', '2', '3']) expect(pageOf(article, `Note ${notes[number]}.`)).toBe(number);
    expect(pageOf(article, 'with it, and the 200')).toBe('2');
    expect(article.text).toContain('said that he had 211 The river came down');
  });
});

describe('columns', () => {
  const left = [
    'The river came down in the spring',
    'and took the old bridge with it. The',
    'people on the far side had no bread',
    'for a week, and the miller said that',
    'he had seen it coming for years, and',
  ];
  const right = [
    'that nobody had asked him. In the',
    'summer the engineers came up from',
    'the capital with instruments, and',
    'they measured the banks for as long',
    'as the weather lasted.',
  ];
  const title = { text: 'What the river took with it in the spring of that year', x: 72, y: 70, size: 18 };

  test('are read one after the other, below a title over both', async () => {
    const article = await read([{ words: [title, ...column(left, { y: 110 }), ...column(right, { x: 300, y: 110 })] }]);
    expect(blocksOf(article)).toEqual([`title: ${title.text}`, `paragraph: ${[...left, ...right].join(' ')}`]);
  });

  test('parted by less than a letter, as LaTeX sets them, are columns all the same', async () => {
    const words = [
      ...column([...left, ...left], { size: 12, leading: 14 }),
      ...column([...right, ...right], { x: 274, size: 12, leading: 14 }),
    ];
    const { text } = await read([{ words }]);
    expect(text.replaceAll('\n\n', ' ')).toBe([...left, ...left, ...right, ...right].join(' '));
  });

  test('on different baselines, and three of them', async () => {
    const third = ['Then the snow came and covered all.'];
    const lines = (y: number) => [
      ...column(left, { y, x: 40 }),
      ...column(right, { x: 230, y: y + 5 }),
      ...column([...left.slice(0, 4), ...third], { x: 420, y: y + 2 }),
    ];
    const { text } = await read([{ words: lines(100) }]);
    expect(text.startsWith([...left, ...right].join(' '))).toBe(true);
    expect(text.endsWith(third.join(' '))).toBe(true);
  });

  test('rows of a table are read across', async () => {
    const cells = ['Year', 'People', 'Goats', '1911', '1,200', '34', '1912', '1,250', '38'];
    const table = cells.map((text, at) => ({ text, x: 72 + (at % 3) * 120, y: 170 + Math.floor(at / 3) * 14 }));
    const article = await read([{ words: [...column(opening), ...table] }]);
    expect(blocksOf(article, 'table-row')).toEqual([
      'table-row: Year People Goats',
      'table-row: 1911 1,200 34',
      'table-row: 1912 1,250 38',
    ]);
  });
});

describe('lines drawn out to both margins', () => {
  const german = [
    'Die Kreisverwaltung gab der',
    'Talsperrengesellschaft nach;',
    'Entschädigungen zahlte sie',
    'Grundstückseigentümern erst',
    'nach Gerichtsverhandlungen, die',
    'Jahrzehnte dauerten. Von den',
    'Schäferfamilien lebten nur die',
    'jüngsten noch im Tal.',
  ];
  const english = [
    'The dam was finished in the',
    'autumn, and nobody in the',
    'valley had believed that the',
    'water would come up to the',
    'windows of the school by the',
    'end of the year.',
  ];

  test('are prose, though gaps stand below each other', async () => {
    const words = justified(german, { width: 172 });
    expect(blocksOf(await read([{ words }]))).toEqual([`paragraph: ${german.join(' ')}`]);
  });

  test('are prose where columns are parted by little, too', async () => {
    const [left, right] = [0, 1].map((at) => justified([...english, ...english], { x: 72 + at * 160, width: 142 }));
    const { text } = await read([{ words: [...(left ?? []), ...(right ?? [])] }]);
    expect(text.replaceAll('\n\n', ' ')).toBe(Array.from({ length: 4 }, () => english.join(' ')).join(' '));
  });

  test('leave rows of a table what they are, as wide as the text', async () => {
    const rows = ['north south east west', 'mules goats sheep geese', 'bread salt wool cheese'];
    const table = rows.flatMap((row, at) =>
      row.split(' ').map((text, column) => {
        const x = column === 3 ? 322 - widthOf(text) : 72 + column * 75;
        return { text, x, y: 190 + at * 12 };
      }),
    );
    const words = [...justified(english, { width: 250 }), ...table, ...justified(german, { y: 240, width: 250 })];
    expect(blocksOf(await read([{ words }]), 'table-row')).toEqual(rows.map((row) => `table-row: ${row}`));
  });
});

describe('headings and lists', () => {
  test('larger lines are headings, with levels by size', async () => {
    const words = [
      { text: 'The Salt Road', x: 72, y: 60, size: 22 },
      { text: 'First Part', x: 72, y: 90, size: 16 },
      { text: 'The mules', x: 72, y: 115, size: 12.5 },
      ...column(opening, { y: 135 }),
    ];
    const article = await read([{ words }]);
    expect(blocksOf(article, 'title', 'heading')).toEqual([
      'title: The Salt Road',
      'heading: First Part',
      'heading: The mules',
    ]);
    expect(article.blocks.filter(({ role }) => role === 'heading').map(({ level }) => level)).toEqual([1, 2]);
  });

  test('a short line in bold above a paragraph is a heading', async () => {
    const bold = { text: 'The second winter', x: 72, y: 160, font: 'Helvetica-Bold' as const };
    const article = await read([{ words: [...column(opening), bold, ...column(second, { y: 178 })] }]);
    expect(blocksOf(article, 'heading')).toEqual(['heading: The second winter']);
  });

  test('items are one list, and a sentence ends with its item', async () => {
    const items = ['• bread for the far side of the river', '• rope, and a boat that floats', '• patience'];
    const article = await read([{ words: [...column(opening), ...column(items, { x: 84, y: 150, leading: 14 })] }]);
    expect(blocksOf(article, 'list')).toEqual([`list: ${items.join('\n')}`]);
    expect(article.blocks.at(-1)?.sentences).toHaveLength(3);
  });

  test('a table of contents is no part of the text', async () => {
    const words = [{ text: 'Introduction . . . . . . . . . . . . . 7', x: 72, y: 70 }, ...column(opening)];
    expect(blocksOf(await read([{ words }]), 'boilerplate:navigation')).toHaveLength(1);
  });
});
