/** Markdown with front matter that means harm or is merely odd, and with marks nested and repeated without end. */
import type { BadContents } from './bad-files.ts';

const prose = 'The ferry at Orsel was built in the spring of 1911 and the town paid for it.';
const behind =
  (head: string, fence = '---') =>
  () =>
    `${fence}\n${head}\n---\n\n${prose}\n`;
const times = (count: number, make: (at: number) => string) =>
  Array.from({ length: count }, (_, at) => make(at)).join('');

const frontMatter: BadContents = {
  'front matter that is not closed': () => `---\ntitle: A\n\n${prose}`,
  'front matter of nothing': behind(''),
  'front matter of one dash': behind('-'),
  'front matter of a list': behind('- a\n- b'),
  'front matter of a string': behind('just words'),
  'front matter of a number': behind('7'),
  'front matter of null': behind('~'),
  'front matter of two documents': () => `---\ntitle: A\n---\n---\ntitle: B\n---\n\n${prose}`,
  'front matter of JavaScript': behind('module.exports = process.exit(1)', '---js'),
  'front matter of JSON': behind('{"title": "A", "__proto__": {"x": 1}}'),
  'front matter of TOML': () => `+++\ntitle = "A"\n+++\n\n${prose}`,
  'front matter with a prototype': behind('__proto__: {title: B}\nconstructor: {prototype: {x: 1}}\ntitle: A'),
  'front matter that merges a prototype': behind('a: &a {__proto__: {x: 1}}\n<<: *a\ntitle: A'),
  'an alias bomb': behind(
    `a: &a [x,x,x,x,x,x,x,x,x]\n${times(9, (at) => `${'bcdefghij'[at]}: &${'bcdefghij'[at]} [${`*${'abcdefghi'[at]},`.repeat(9).slice(0, -1)}]\n`)}title: A`,
  ),
  'an alias that holds itself': behind('title: &a [*a]'),
  'an alias to nothing': behind('title: *nowhere'),
  'the same key a thousand times': behind(times(1_000, () => 'title: A\n')),
  'a thousand keys': behind(times(1_000, (at) => `k${at}: v\n`)),
  'front matter of 100,000 keys': behind(times(100_000, (at) => `k${at}: v\n`)),
  'front matter nested 10,000 deep': behind(`title: ${'['.repeat(10_000)}${']'.repeat(10_000)}`),
  'front matter indented 2,000 deep': behind(times(2_000, (at) => `${' '.repeat(at)}k:\n`)),
  'tags of a program': behind('title: !!js/function "function(){}"\ndate: !!python/object:os.system x'),
  'tags of bytes and sets': behind('title: !!binary aGVsbG8=\nauthor: !!set {a, b}\ndate: !!timestamp 2017-05-03'),
  'a title that is a map': behind('title: {a: b}\nauthor: {name: [x, {y: z}]}'),
  'a title that is true': behind('title: yes\nauthor: no\ndate: null'),
  'a title of 60,000 letters': behind(`title: ${'A'.repeat(60_000)}`),
  'a title of marks': behind('title: "**A** <@1> @everyone # x"'),
  'a title with a line end': behind('title: |\n  A\n  B\n  > C'),
  'a title with controls': behind('title: "A\\u0000\\u202eB\\uD800"'),
  'dates that are none': behind('date: 2017-02-31\npublished: 99999-99-99'),
  'a date of infinity': behind('date: .inf'),
  'addresses that are none': behind('url: javascript:alert(1)\nsource: "data:text/html,x"'),
  'a language that is none': behind('lang: zz_zz-zz-zzzzzzzzzzzzzz'),
  'ten thousand authors': behind(`author: [${times(5_000, (at) => `A${at},`)}]`),
  'tabs in front matter': behind('title:\tA\n\tauthor: B'),
  'front matter with carriage returns': () => `---\r\ntitle: A\r\n---\r\n\r\n${prose}`,
  'front matter behind a byte order mark': () => `\ufeff---\ntitle: A\n---\n\n${prose}`,
  'front matter behind a blank line': () => `\n---\ntitle: A\n---\n\n${prose}`,
  'front matter and nothing else': () => '---\ntitle: A\n---\n',
  'front matter closed by dots': () => `---\ntitle: A\n...\n\n${prose}`,
};

const marks: BadContents = {
  'quotations nested 10,000 deep': () => `${'>'.repeat(10_000)} ${prose}`,
  'quotations nested 200 deep over 100 lines': () => times(100, () => `${'> '.repeat(200)}${prose}\n`),
  'lists nested 1,000 deep': () => times(1_000, (at) => `${'  '.repeat(at)}- a\n`),
  'a list marker 10,000 times on a line': () => `${'- '.repeat(10_000)}a`,
  '50,000 list items': () => times(50_000, (at) => `- item ${at}\n`),
  'emphasis nested 10,000 deep': () => `${'*a '.repeat(10_000)}${'b*'.repeat(10_000)}`,
  'stars without end': () => '*'.repeat(100_000),
  'underscores and letters': () => '_a'.repeat(50_000),
  'brackets that open': () => '['.repeat(50_000),
  'brackets that open and close': () => `${'['.repeat(5_000)}a${'](b)'.repeat(5_000)}`,
  'images that open': () => '!['.repeat(20_000),
  'links without an end': () => '[a](b'.repeat(20_000),
  'backticks of growing number': () => times(500, (at) => `${'`'.repeat(at)} a `),
  'angle brackets that open': () => '<'.repeat(100_000),
  'comments that open': () => '<!-- '.repeat(20_000),
  'declarations that open': () => '<?'.repeat(20_000),
  'tags that open': () => '<a b="'.repeat(20_000),
  'entities without end': () => '&amp;'.repeat(50_000),
  'entities that are none': () => '&#x110000;&#0;&#xd800;&nothing;'.repeat(1_000),
  'a table of 2,000 columns': () => `${'|a'.repeat(2_000)}|\n${'|-'.repeat(2_000)}|\n${'|b'.repeat(2_000)}|\n`,
  'a table of 20,000 rows': () => `|a|b|\n|-|-|\n${'|c|d|\n'.repeat(20_000)}`,
  'a table’s head a thousand times': () => '|a|\n|-|\n'.repeat(1_000),
  'references to one another': () => '[a]: b\n[c][a]\n'.repeat(5_000),
  'ten thousand definitions': () => times(10_000, (at) => `[k${at}]: https://a.example/${at}\n`) + prose,
  'footnotes that call themselves': () => '[^1]\n\n[^1]: again[^1]\n',
  'five thousand footnotes': () => times(5_000, (at) => `a[^${at}] `) + times(5_000, (at) => `\n\n[^${at}]: b`),
  'a fence that is not closed': () => `\`\`\`\n${prose}`,
  'a thousand fences': () => '```\na\n'.repeat(1_000),
  'headings of all depths': () => times(2_000, (at) => `${'#'.repeat((at % 8) + 1)} a\n`),
  'a heading of 100,000 letters': () => `# ${'a'.repeat(100_000)}\n\n${prose}`,
  'underlined headings': () => 'a\n===\nb\n---\n'.repeat(2_000),
  'HTML blocks': () => '<div>\n<p>a\n\n<script>alert(1)</script>\n\n'.repeat(1_000) + prose,
  MDX: () => `import A from 'a'\n\n<A b={() => { throw 1 }} />\n\n{process.exit()}\n\n${prose}`,
  'tabs before everything': () => `\t${prose}\n\n\t\t- ${prose}\n\t>${prose}`,
  'NULs in marks': () => `#\0 A\n\n*\0a\0* ${prose}`,
  'strikes and tasks': () => '- [ ] ~~a~~\n- [x] ~b~\n'.repeat(5_000),
  'addresses that become links': () => 'www.a.example https://a.example/( a@b.example '.repeat(5_000),
};

export const badMarkdown: BadContents = { ...frontMatter, ...marks };
