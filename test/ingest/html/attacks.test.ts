/** Pages that were made to stop whoever reads them are refused early, in one sentence; what is only odd is read. */
import { describe, expect, test } from 'vitest';
import { readArticle } from '../../../src/ingest/read-article.ts';

const read = (html: string) => readArticle('a.html', new TextEncoder().encode(html));
const prose =
  '<p>The lock was built in the spring, and it was not the first one that the company had paid for in all those years.</p>';

describe('is refused:', () => {
  test.each([
    ['five thousand nested elements', '<div>'.repeat(5_000), /nests elements more than 256 deep/],
    ['a hundred thousand nested elements', '<div>'.repeat(100_000), /nests elements more than 256 deep/],
    ['many elements, all of them deep', '<div>'.repeat(240) + '<b>x</b>'.repeat(9_000), /nests too many elements/],
    ['a million elements', '<p>a'.repeat(1_000_000), /has more than 60000 elements/],
    ['nothing but "<"', '<'.repeat(3_000_000), /has more than 20000 signs "<"/],
    [
      'one element with 200,000 attributes',
      `<p ${Array.from({ length: 200_000 }, (_, at) => `a${at}=1`).join(' ')}>x`,
      /more than 1000 attributes/,
    ],
    [
      'more text than a library',
      prose.repeat(50_000),
      /has 5950000 characters, and a web page may have at most 5000000/,
    ],
  ])('%s', async (_, html, sentence) => {
    const { article, problems } = await read(html);
    expect(article).toBeNull();
    expect(problems).toEqual([{ path: 'a.html', fatal: true, message: expect.stringMatching(sentence) }]);
    expect(problems[0]?.message).toMatch(/^a\.html .*; .*\.$/);
  });
});

describe('is read all the same:', () => {
  test.each([
    ['JSON-LD of two million brackets', `<script type="application/ld+json">${'['.repeat(2_000_000)}</script>`],
    [
      'JSON-LD nested 400,000 deep',
      `<script type="application/ld+json">${'{"a":'.repeat(400_000)}1${'}'.repeat(400_000)}</script>`,
    ],
    [
      'JSON-LD with a prototype',
      '<script type="application/ld+json">{"__proto__":{"@type":"Article"},"@type":7}</script>',
    ],
    ['a title of a million letters', `<title>${'x - '.repeat(250_000)}</title>`],
    ['50,000 times of day', '<time>x</time>'.repeat(50_000)],
    ['50,000 signatures', '<b class=author>By x y z</b>'.repeat(50_000)],
    [
      '15,000 quotations of as many paragraphs',
      Array.from(
        { length: 15_000 },
        (_, at) =>
          `<p>It was told at the mill that year ${at} was dry.</p><blockquote>was told at the mill ${at}</blockquote>`,
      ).join(''),
    ],
    ['20,000 days of other stories', `<h1>a</h1><div class=related>${'<p>Posted 3 May 2019</p>'.repeat(20_000)}</div>`],
    ['captions within captions', `${'<div class=caption>'.repeat(120)}${'a b '.repeat(10_000)}`],
    ['400,000 comments', '<!-- x -->'.repeat(400_000)],
    ['120 unclosed elements', '<b><i>'.repeat(60)],
    ['an entity that stands for others', '<!DOCTYPE html [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]>&b;'],
    ['an element that ends before it starts', '</body></html></div></p><br></br>'],
  ])('%s', async (_, html) => {
    const { article, problems } = await read(`<html><body>${html}<article>${prose.repeat(5)}</article></body></html>`);
    expect(problems).toEqual([]);
    expect(article?.text).toContain('The lock was built in the spring');
  });
});

test('no markup, script or address of a page comes into its text', async () => {
  const html = `<article>${prose.repeat(3)}<p onclick="a()">Click <a href="javascript:alert(1)">here, dear reader</a> to see what the lock was for.</p>
    <script>alert(2)</script><style>p{}</style><iframe src="x">frame</iframe><svg><text>drawn</text></svg>${prose}</article>
    <link rel="canonical" href="javascript:alert(3)">`;
  const { article } = await read(html);
  expect(article?.text).toContain('Click here, dear reader to see what the lock was for.');
  expect(article?.text).not.toMatch(/alert|onclick|p\{|frame|drawn|javascript/);
  expect(article?.url.value).toBeNull();
});
