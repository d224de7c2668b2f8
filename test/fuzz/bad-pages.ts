/** Web pages with broken markup, hostile numbers of things, and metadata that lies. */
import type { BadContents } from './bad-files.ts';

const prose = '<p>The ferry at Orsel was built in the spring of 1911, and the town paid for it in all those years.</p>';
const page =
  (body: string, head = '') =>
  () =>
    `<!DOCTYPE html><html><head><title>Orsel</title>${head}</head><body><article>${prose.repeat(3)}${body}</article></body></html>`;
const headed = (head: string) => page('', head);
const latin = (text: string) => () => Buffer.from(text, 'latin1');
const json = (value: string) => headed(`<script type="application/ld+json">${value}</script>`);

const markup: BadContents = {
  'one angle bracket': () => '<',
  'an element that is not closed': () => '<p',
  'an attribute that is not closed': () => `<p class="${prose}`,
  'a comment that is not closed': () => `${prose}<!-- ${prose}`,
  'a comment that is closed oddly': page('<!--> a <!---> b <!-- c --!> d -->'),
  'a script that is not closed': () => `${prose}<script>${prose}`,
  'a title that is not closed': () => `<title>${prose}`,
  'a text area that is not closed': () => `${prose}<textarea>${prose}`,
  'plain text to the end': () => `${prose}<plaintext>${prose}`,
  CDATA: page('<![CDATA[ <p>a</p> ]]>'),
  'processing instructions': page('<?php echo 1 ?><?xml version="1.0"?>'),
  'closing tags alone': () => '</p></div></body></html>'.repeat(1_000),
  'elements closed in the wrong order': page('<b><i><u>a</b></i></u>'.repeat(200)),
  'tables within tables without cells': page('<table><table><tr><table>'.repeat(20)),
  'paragraphs within paragraphs': page('<p>a'.repeat(5_000)),
  'forms within forms': page('<form><form><form>a</form>'),
  'links within links': page('<a href=a><a href=b><a href=c>x</a>'),
  'headings within headings': page('<h1><h2><h3>a'),
  'lists without items': page('<ul><ol><dl></dl></ol></ul>'),
  'items without lists': page('<li>a<dt>b<dd>c<td>d<tr><th>e'),
  'a select with paragraphs': page('<select><option><p>a</p></select>'),
  frames: () => '<html><frameset><frame src=a><noframes><p>a</p></noframes></frameset></html>',
  'two bodies': () => `<body>${prose}</body><body>${prose}</body>`,
  'a body before its head': () => `<body>${prose}</body><head><title>x</title></head>`,
  'no element at all': () => 'The ferry at Orsel was built in the spring of 1911.',
  'elements that nobody knows': page('<x-a><y:b><__proto__><constructor>a</constructor></__proto__></y:b></x-a>'),
  'attributes of an object’s own': page('<p __proto__="a" constructor="b" toString="c" hasOwnProperty>a</p>'),
  'an attribute a thousand times': page(`<p ${'a=b '.repeat(1_000)}>c</p>`),
  'an attribute of a million letters': page(`<p title="${'a'.repeat(1_000_000)}">b</p>`),
  'a class of 50,000 names': page(`<p class="${'byline date '.repeat(25_000)}">b</p>`),
  'quotes that do not match': page('<p title="a\' b=c">d</p><p title=\'e">f</p>'),
  'equals signs': page('<p ====a=b = "c">d</p>'),
  'NULs in tags': page('<p\0 cla\0ss="a">b\0</p\0>'),
  'controls in text': page('<p>a\u0007\u001b[0m\u202eb\u2066c</p>'),
  'entities that are none': page('<p>&nothing; &#; &#x; &#x110000; &#xD800; &#0; &#x80; &amp &lt</p>'),
  'entities that stand for entities': page('<p>&amp;lt;script&amp;gt; &amp;amp;amp;</p>'),
  'an entity of 100,000 digits': page(`<p>&#${'9'.repeat(100_000)};</p>`),
  '50,000 entities': page(`<p>${'&eacute;'.repeat(50_000)}</p>`),
  'a document type with entities': () =>
    `<!DOCTYPE html [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><p>&b;</p>${prose.repeat(3)}`,
  'an entity from outside': () =>
    `<!DOCTYPE html [<!ENTITY a SYSTEM "file:///etc/passwd">]><p>&a;</p>${prose.repeat(3)}`,
  'bytes that are no text': () => Buffer.concat([Buffer.from(prose), Buffer.alloc(500, 0xfe), Buffer.from(prose)]),
  'a million line ends in a paragraph': page(`<p>a${'\n'.repeat(1_000_000)}b</p>`),
  'text without spaces': page(`<p>${'a'.repeat(500_000)}</p>`),
  'no-break spaces alone': () => `<p>${'&nbsp;'.repeat(10_000)}</p>`,
};

const numbers: BadContents = {
  '255 nested elements': page(`${'<div>'.repeat(245)}a`),
  '300 nested elements': page(`${'<div>'.repeat(300)}a`),
  '200 nested quotations': page(`${'<blockquote>'.repeat(200)}${prose}`),
  '200 nested lists': page('<ul><li>a'.repeat(100)),
  '70 nested tables': page('<table><tr><td>a'.repeat(60)),
  '10,000 line breaks': page('<br>'.repeat(10_000)),
  '10,000 rules': page('<hr>'.repeat(10_000)),
  '10,000 headings': page('<h2>a</h2>'.repeat(10_000)),
  '10,000 bold letters': page(`<p>${'<b>a</b>'.repeat(10_000)}</p>`),
  '10,000 links': page('<a href="/a">b</a> '.repeat(10_000)),
  '10,000 pictures': page('<img src="a" alt="b">'.repeat(10_000)),
  '3,000 articles': page(`<article>${prose}</article>`.repeat(3_000)),
  '10,000 unclosed formats': page('<b><i><u><s>'.repeat(60).concat('a'.repeat(100))),
  'a table of a thousand columns': page(`<table><tr>${'<td>a</td>'.repeat(1_000)}</tr></table>`),
  'cells that span a billion': page('<table><tr><td colspan=999999999 rowspan=999999999>a</td></tr></table>'),
  'styles without end': headed(`<style>${'p{color:red}'.repeat(50_000)}</style>`),
  'scripts without end': headed('<script>a()</script>'.repeat(5_000)),
  '5,000 meta elements': headed('<meta property="og:title" content="a">'.repeat(5_000)),
  'nothing but a menu': () => `<nav>${'<a href="/a">Home</a>'.repeat(100)}</nav>`,
  'nothing but scripts': () => '<script>a()</script><style>b{}</style><noscript>c</noscript>',
  'nothing but pictures': () => '<img src="a"><video></video><canvas></canvas>',
};

const claims: BadContents = {
  'a charset that is none': () => `<meta charset="none-such-99">${prose.repeat(3)}`,
  'a charset that lies': latin(`<meta charset="utf-8"><p>Caf\xe9 Orsel, built in the spring of 1911.</p>${prose}`),
  'a charset of UTF-16 in ASCII': () => `<meta charset="utf-16">${prose.repeat(3)}`,
  'a charset of UTF-7': () => `<meta charset="utf-7">+ADw-script+AD4-${prose.repeat(3)}`,
  'two charsets': latin(`<meta charset="windows-1251"><meta charset="shift_jis"><p>\xcf\xe0\xf0\xee\xec</p>${prose}`),
  'a charset far down': () => `${' '.repeat(5_000)}<meta charset="windows-1252">${prose.repeat(3)}`,
  'XHTML with a declaration': () =>
    `<?xml version="1.0" encoding="ISO-8859-1"?><html xmlns="x"><body>${prose.repeat(3)}</body></html>`,
  'JSON-LD that is cut off': json('{"@type":"Article","headline":"a'),
  'JSON-LD of null': json('null'),
  'JSON-LD of lists of lists': json('[[[[{"@type":"Article","headline":"a"}]]]]'),
  'JSON-LD with a prototype': json('{"@type":"Article","__proto__":{"headline":"a"},"constructor":7}'),
  'JSON-LD of wrong types': json(
    '{"@type":["Article",7,null],"headline":{"a":1},"author":[[],7,{"name":{"b":2}}],"datePublished":[{}]}',
  ),
  'JSON-LD of a title with controls': json(
    '{"@type":"Article","headline":"a\\u0000\\u202e\\ud800b","author":{"name":"\\n> c"}}',
  ),
  'JSON-LD of 1,000 authors': json(`{"@type":"Article","author":[${'{"name":"A B"},'.repeat(999)}{"name":"C D"}]}`),
  'dates that are none': headed(
    '<meta property="article:published_time" content="2017-02-31T99:99:99Z"><meta itemprop="datePublished" content="soon">',
  ),
  'a date of the year 999999': headed('<meta property="article:published_time" content="+999999-01-01T00:00:00Z">'),
  'addresses that are none': headed(
    '<link rel=canonical href="javascript:alert(1)"><meta property="og:url" content="http://[">',
  ),
  'an address of 100,000 letters': headed(`<link rel=canonical href="https://a.example/${'b'.repeat(100_000)}">`),
  'a base that leads away': headed('<base href="file:///etc/">'),
  'a refresh to elsewhere': headed('<meta http-equiv=refresh content="0;url=https://a.example">'),
  'a language that is none': () => `<html lang="\u202e<script>">${prose.repeat(3)}</html>`,
  'a title of marks': headed('<title>**A** @everyone &lt;@1&gt;</title>'),
  'a byline of 100,000 letters': page(`<p class="byline">By ${'Hanna '.repeat(15_000)}</p>`),
  'a saved page of Internet Explorer': () => `<!-- saved from url=(0099999)http://a.example/ -->${prose.repeat(3)}`,
  'a web archive': () =>
    `From: a\nMIME-Version: 1.0\nContent-Type: multipart/related; boundary=x\n\n--x\nContent-Type: text/html\n\n${prose}--x--`,
};

export const badPages: BadContents = { ...markup, ...numbers, ...claims };
