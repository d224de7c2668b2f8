/** Forums, questions and answers, lists of articles, pages of an older kind: what an article's extractor was not made for. */
import { proseOf, titleOf } from '../samples.ts';
import type { Template } from './news.ts';
import { blocks, comments, dateInWords, escaped, footer, links, menu, pageOf, times } from './pieces.ts';

const forum: Template = (sample, random) => {
  const { lang, title, date, parts } = sample;
  const posts = parts.filter(({ kind }) => kind === 'paragraph');
  const head = `<title>${escaped(title)} - The Lock Forum</title>`;
  const body = `<div id="page-header">${menu(lang)}</div><div id="page-body"><h2 class="topic-title"><a href="/t">${escaped(title)}</a></h2>${posts.map(({ texts: [text] }, at) => `<div id="p${at}" class="post bg${at % 2}"><div class="inner"><dl class="postprofile"><dt><a href="/u">keeper${at}</a></dt><dd>Posts: ${at * 31}</dd></dl><div class="postbody"><p class="author">by <a href="/u">keeper${at}</a> » ${dateInWords(date, lang)}</p><div class="content">${escaped(text ?? '')}</div></div></div></div>`).join('\n')}</div><div id="page-footer">${links(lang, random, 4)}</div>`;
  return { html: pageOf(head, body, lang), dated: false, parts: posts };
};

const discourse: Template = (sample) => {
  const { lang, title, date, parts } = sample;
  const posts = parts.filter(({ kind }) => kind === 'paragraph');
  const head = `<title>${escaped(title)} - Talk</title><meta property="og:title" content="${escaped(title)}"><meta property="article:published_time" content="${date}T10:00:00+00:00">`;
  const body = `<header><a href="/">Talk</a></header><div id="main-outlet"><div id="topic-title"><h1><a href="/t/1">${escaped(title)}</a></h1></div>${posts.map(({ texts: [text] }, at) => `<div itemscope itemtype="http://schema.org/DiscussionForumPosting" class="topic-body crawler-post"><div class="crawler-post-meta"><span class="creator"><a href="/u">keeper${at}</a></span> <time class="post-time" datetime="${date}T1${at % 10}:00:00Z">${dateInWords(date, lang)}</time></div><div class="post" itemprop="articleBody"><p>${escaped(text ?? '')}</p></div></div>`).join('\n')}</div><footer class="container wrap">${menu(lang)}</footer>`;
  return { html: pageOf(head, body, lang), dated: true, parts: posts };
};

const questions: Template = (sample, random) => {
  const { lang, title, date, parts } = sample;
  const posts = parts.filter(({ kind }) => kind === 'paragraph');
  const head = `<title>${escaped(title)} - Ask</title><link rel="canonical" href="https://ask.example/questions/1/x">`;
  const post = (text: string, kind: string) =>
    `<div class="${kind}" data-id="1"><div class="post-layout"><div class="votecell"><span>12</span></div><div class="postcell"><div class="s-prose js-post-body" itemprop="text"><p>${escaped(text)}</p></div><div class="user-info"><span class="user-action-time">asked <span title="${date} 10:00:00Z">${dateInWords(date, lang)}</span></span><a href="/u">keeper</a></div></div></div></div>`;
  const body = `<header>${menu(lang)}</header><div id="content"><div id="question-header"><h1><a href="/q">${escaped(title)}</a></h1></div><div id="mainbar">${post(posts[0]?.texts[0] ?? '', 'question')}<div id="answers"><h2>${posts.length - 1} Answers</h2>${posts
    .slice(1)
    .map(({ texts: [text] }) => post(text ?? '', 'answer'))
    .join(
      '\n',
    )}</div></div><div id="sidebar"><h4>Linked</h4>${links(lang, random, 9)}</div></div>${footer(lang, 'Ask')}`;
  return { html: pageOf(head, body, lang), dated: true, parts: posts };
};

/** Laid out in tables, with fonts and double line ends, as pages were in 1999. */
const tables: Template = (sample, random) => {
  const { title, lang, parts, authors } = sample;
  const head = `<title>${escaped(title)}</title>`;
  const body = `<table width="100%" border=0><tr><td colspan=2 bgcolor="#003366"><font color=white size=5>The Lock Pages</font></td></tr><tr><td width=150 valign=top>${times(9, (at) => `<a href="p${at}.htm">${titleOf(lang, random)}</a><br>`)}</td><td valign=top><font face="Arial"><center><b><font size=5>${escaped(title)}</font></b><br><i>${authors[0]}</i></center><br><br>${blocks(parts, (text) => `${text}<br><br>`, 'b').replaceAll('</b>', '</b><br><br>')}</font><hr><a href="index.htm">Back</a></td></tr></table>`;
  return { html: pageOf(head, body, lang).replace('<!DOCTYPE html>\n', ''), dated: false };
};

const letters: Template = (sample) => {
  const { title, date, parts, lang } = sample;
  const paragraphs = parts.flatMap(({ texts }) => texts).map((text) => wrapped(text));
  const head = `<title>${escaped(title)}</title>`;
  const body = `<h1>${escaped(title)}</h1><b>Ana Lund</b> <a href="mailto:x">ana at harl.example</a><br><i>${new Date(date).toUTCString().slice(0, 25)}</i><ul><li>Previous message: <a href="1.html">[locks] gates</a></li><li>Next message: <a href="2.html">[locks] piers</a></li></ul><hr><pre>${escaped(paragraphs.join('\n\n'))}</pre><hr><ul><li><a href="3.html">More information</a></li></ul>`;
  return { html: pageOf(head, body, lang), dated: true };
};

const wrapped = (text: string): string => text.replace(/(.{50,70}) /g, '$1\n');

/** A page of teasers: what it says is in them. */
const listing: Template = (sample, random) => {
  const { lang, title, parts } = sample;
  const posts = parts.filter(({ kind }) => kind === 'paragraph');
  const head = `<title>${escaped(title)} – The Lock Blog</title>`;
  const body = `<header>${menu(lang)}</header><main><h1>${escaped(title)}</h1>${posts.map(({ texts: [text] }, at) => `<article class="post-preview"><h2><a href="/p${at}">${titleOf(lang, random)}</a></h2><p>${escaped(text ?? '')}</p><a href="/p${at}" class="more-link">Continue reading</a></article>`).join('\n')}<nav class="pagination"><a href="/2">Older posts</a></nav></main>${footer(lang, 'The Lock Blog')}`;
  return { html: pageOf(head, body, lang), dated: false, parts: posts };
};

/** A few sentences and many comments. */
const short: Template = (sample, random) => {
  const { lang, title, date, parts, authors } = sample;
  const few = parts.filter(({ kind }) => kind === 'paragraph').slice(0, 2);
  const head = `<title>${escaped(title)}</title><meta property="article:published_time" content="${date}">`;
  const body = `<div class="nav">${menu(lang)}</div><div class="post"><h1>${escaped(title)}</h1><p class="byline">By ${authors[0]}</p>${blocks(few)}</div>${comments(lang, random, 12)}${footer(lang, 'Notes')}`;
  return { html: pageOf(head, body, lang), dated: true, parts: few };
};

/** No element says what it is, and the paragraphs are all over. */
const bare: Template = (sample, random) => {
  const { lang, title, parts } = sample;
  const head = `<title>${escaped(title)}</title>`;
  const body = `${escaped(title)}<br>${links(lang, random, 3)}${parts.map(({ texts }) => `<div><div><span>${texts.map(escaped).join('</span></div><div><span>')}</span></div></div>`).join('\n')}<div>${proseOf(lang, random, 1).slice(0, 20)}</div>`;
  return { html: pageOf(head, body, lang), dated: false };
};

export const talkTemplates: Readonly<Record<string, Template>> = {
  forum,
  discourse,
  questions,
  tables,
  letters,
  listing,
  short,
  bare,
};
