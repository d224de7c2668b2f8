/** Whatever a page holds, it gives an article whose spans are exact, or a problem in one sentence. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readNow } from '../../library-from.ts';
import { expectSound } from '../soundness.ts';

const runs = Number(process.env['FAST_CHECK_RUNS'] ?? 600);

const names = fc.constantFrom(
  ...'p div span ul ol li dl dt dd table tr td th h1 h2 h3 h6 blockquote pre code br hr a b q article aside footer figure figcaption section main nav header form time address details summary sup ruby rt script style title head body html center font'.split(
    ' ',
  ),
);
const attributes = fc.constantFrom(
  '',
  ' class="byline"',
  ' class="date"',
  ' class="post-content"',
  ' id="comments"',
  ' href="/a"',
  ' hidden',
  ' itemprop="datePublished" content="2019-05-03"',
  ' datetime="2019-05-03"',
  ' rel="author"',
  ' itemprop="headline"',
  ' style="display:none"',
  ' lang="de"',
);
const texts = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.constantFrom(
      'The lock was built in the spring, and it was not the first one that the company had paid for. ',
      'By Jane Doe',
      '3 May 2017',
      'Home',
      'Share this',
      'Posts: 31',
      ' ',
      '\n\n',
      '\t',
      '\u00a0',
      '\u0301',
      '\u200d',
      '👩‍👩‍👧',
      '\u0600',
      '&#xd800;',
      '&#0;',
      '&shy;',
      '&lt;p&gt;',
      '<',
      '&',
      '東京は晴れです。',
      'والحرب ',
      'http://dating.example/a ',
      'if (a) { b(); }',
      '<!-- saved from url=(0014)http://a.b/c -->',
      '<script type="application/ld+json">{"@type":"Article","headline":"The lock","author":["x",{"name":["a",7]}]}</script>',
      '<meta property="og:title" content="The lock">',
    ),
  },
  { weight: 1, arbitrary: fc.string({ unit: 'grapheme', maxLength: 12 }) },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 6 }) },
);
const open = fc.tuple(names, attributes).map(([name, attribute]) => `<${name}${attribute}>`);
const close = names.map((name) => `</${name}>`);
const source = fc
  .array(fc.oneof({ weight: 3, arbitrary: texts }, { weight: 3, arbitrary: open }, { weight: 2, arbitrary: close }), {
    maxLength: 80,
  })
  .map((parts) => parts.join(''));

test('any page', () => {
  fc.assert(
    fc.property(source, (html) => {
      const { article, problems } = readNow('folder/a.html', new TextEncoder().encode(html));
      for (const { message } of problems) expect(message).toMatch(/folder\/a.*\.$/);
      if (article) expectSound(article);
      else expect(problems.some(({ fatal }) => fatal)).toBe(true);
    }),
    { numRuns: runs },
  );
}, 600_000);
