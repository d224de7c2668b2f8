/** Pages of weblogs and newsletters, in the markups of many publishing systems. */
import type { Template } from './news.ts';
import {
  blocks,
  comments,
  dateInWords,
  escaped,
  figure,
  footer,
  jsonLd,
  links,
  menu,
  pageOf,
  share,
  teasers,
  word,
} from './pieces.ts';

const wordpress: Template = (sample, random) => {
  const { lang, title, site, date, authors, parts, host } = sample;
  const head = `<title>${escaped(title)} &#8211; ${site}</title><link rel="canonical" href="https://${host}/${date.replaceAll('-', '/')}/post/"><meta name="generator" content="WordPress 6">`;
  const body = `<a class="skip-link screen-reader-text" href="#content">Skip to content</a><header id="masthead"><p class="site-title">${site}</p><nav class="main-navigation">${menu(lang)}</nav></header><div id="content"><main><article id="post-12" class="post-12 post type-post hentry"><header class="entry-header"><h1 class="entry-title">${escaped(title)}</h1><div class="entry-meta"><span class="posted-on">${word(lang, 'Published')} <time class="entry-date published" datetime="${date}T10:00:00+00:00">${dateInWords(date, lang)}</time></span> <span class="byline">${word(lang, 'By')} <span class="author vcard"><a class="url fn n" href="/author">${authors[0]}</a></span></span></div></header>
<div class="entry-content">${blocks(parts)}<div class="sharedaddy sd-sharing-enabled"><h3 class="sd-title">Share this:</h3><ul><li><a href="/s">Click to share on Facebook</a></li><li><a href="/x">Click to share on X</a></li></ul></div><div id="jp-relatedposts"><h3>Related</h3>${links(lang, random, 3)}</div></div><footer class="entry-footer"><span class="cat-links">Posted in <a href="/c">Culture</a></span></footer></article>
<nav class="post-navigation"><a href="/p">← Previous post</a></nav>${comments(lang, random, 6)}<div id="respond"><h3>Leave a Reply</h3><p>Your email address will not be published. Required fields are marked *</p></div></main></div><aside class="widget-area"><section class="widget"><h2>Recent Posts</h2>${links(lang, random, 5)}</section></aside>${footer(lang, site)}`;
  return { html: pageOf(head, body, lang), dated: true };
};

const blogger: Template = (sample, random) => {
  const { lang, title, site, date, authors, parts, host } = sample;
  const head = `<title>${site}: ${escaped(title)}</title><link href='http://${host}/${date.slice(0, 7).replace('-', '/')}/post.html' rel='canonical'>`;
  const paragraph = (text: string) => `${text}<br /><br />`;
  const body = `<div class='header-widget'><h1>${site}</h1></div><div class='main'><div class='date-outer'><h2 class='date-header'><span>${dateInWords(date, lang)}</span></h2><div class='post-outer'><div class='post hentry'><h3 class='post-title entry-title'>${escaped(title)}</h3><div class='post-body entry-content'>${blocks(parts, paragraph, 'b')}</div><div class='post-footer'>Posted by <span class='fn'>${authors[0]}</span> at <a href='/x'><abbr class='published' title='${date}T07:12:00-07:00'>7:12 AM</abbr></a></div></div></div></div></div>
<div class='sidebar'><div class='widget BlogArchive'><h2>Blog Archive</h2>${links(lang, random, 9)}</div></div>`;
  return { html: pageOf(head, body, lang), dated: true };
};

const medium: Template = (sample, random) => {
  const { lang, title, date, authors, parts } = sample;
  const head = `<title>${escaped(title)} | by ${authors[0]} | Notes</title><meta property="og:title" content="${escaped(title)}"><meta property="og:site_name" content="Notes"><meta property="article:published_time" content="${date}T00:00:00Z"><meta name="author" content="${authors[0]}">`;
  const body = `<div class="a b c"><div class="ab cd"><a href="/">Open in app</a><a href="/s">Sign up</a></div><article><div class="l"><h1 id="4f2b" class="pw-post-title ft">${escaped(title)}</h1><div class="speechify"><a rel="author" href="/@a">${authors[0]}</a> · <a href="/f">Follow</a><span>5 min read</span> · <span>${dateInWords(date, lang)}</span></div><div><button>--</button><p class="be b">128</p></div>${blocks(parts, (text) => `<p id="ab" class="pw-post-body-paragraph mq mr">${text}</p>`, 'h2')}</div></article><div class="foot"><h2>Written by ${authors[0]}</h2><p>12K Followers</p></div><div class="more">${teasers(lang, random, 6)}</div></div>`;
  return { html: pageOf(head, body, lang), dated: true };
};

const substack: Template = (sample, random) => {
  const { lang, title, date, authors, parts, site } = sample;
  const head = `<title>${escaped(title)} - by ${authors[0]} - ${site}</title><meta property="og:title" content="${escaped(title)}">${jsonLd({ '@context': 'https://schema.org', '@type': 'NewsArticle', headline: title, datePublished: `${date}T11:00:00+00:00`, author: [{ '@type': 'Person', name: authors[0] }], publisher: { '@type': 'Organization', name: site } })}`;
  const body = `<div class="main-menu">${menu(lang)}</div><div class="single-post"><article class="newsletter-post post"><h1 class="post-title">${escaped(title)}</h1><h3 class="subtitle"></h3><div class="post-meta"><time>${dateInWords(date, lang)}</time></div><div class="available-content"><div class="body markup">${blocks(parts)}<div class="subscription-widget-wrap"><div class="preamble"><p>Thanks for reading ${site}! Subscribe for free to receive new posts.</p></div></div></div></div></article></div><div class="comments-page"><h4>Discussion about this post</h4>${teasers(lang, random, 2)}</div>`;
  return { html: pageOf(head, body, lang), dated: true };
};

const ghost: Template = (sample, random) => {
  const { lang, title, date, authors, parts, site } = sample;
  const head = `<title>${escaped(title)}</title><meta property="og:site_name" content="${site}"><meta property="og:type" content="article"><meta property="article:published_time" content="${date}T08:00:00.000Z">${jsonLd({ '@type': 'Article', headline: title, author: { '@type': 'Person', name: authors[0] }, datePublished: `${date}T08:00:00.000Z` })}`;
  const body = `<div class="viewport"><header class="gh-head">${menu(lang)}</header><main><article class="gh-article post"><header class="gh-article-header"><h1 class="gh-article-title">${escaped(title)}</h1></header><section class="gh-content gh-canvas">${figure(lang, random)}${blocks(parts)}<div class="kg-card kg-callout-card"><div>Join 4,000 subscribers</div></div></section></article></main><section class="gh-container"><h2>Read more</h2>${teasers(lang, random, 3)}</section></div>`;
  return { html: pageOf(head, body, lang), dated: true };
};

const drupal: Template = (sample, random) => {
  const { lang, title, date, authors, parts, site } = sample;
  const head = `<title>${escaped(title)} | ${site}</title><meta name="dcterms.date" content="${date}T10:00-05:00"><meta name="dcterms.creator" content="${authors[0]}">`;
  const body = `<div id="page"><div id="navigation">${menu(lang)}</div><div id="main"><h1 class="title" id="page-title">${escaped(title)}</h1><div class="node node-blog"><div class="submitted">Submitted by <span class="username">${authors[0]}</span> on ${dateInWords(date, lang)}</div><div class="content"><div class="field field-name-body"><div class="field-items"><div class="field-item even">${blocks(parts)}</div></div></div></div><ul class="links inline"><li><a href="/c">Add new comment</a></li></ul></div></div><div class="region-sidebar">${links(lang, random, 7)}</div></div>${share(lang)}${footer(lang, site)}`;
  return { html: pageOf(head, body, lang), dated: true };
};

const ambiguous: Template = (sample, random) => {
  const { lang, title, authors, parts, site } = sample;
  const head = `<title>${escaped(title)} - ${site}</title>`;
  const body = `<div class="nav">${menu(lang)}</div><div class="blog-post"><h1>${escaped(title)}</h1><div class="post-date">03/04/2020</div><div class="post-author">${authors[0]}</div><div class="post-content">${blocks(parts)}</div></div><div class="rail">${teasers(lang, random, 5)}</div>${footer(lang, site)}`;
  return { html: pageOf(head, body, lang), dated: false };
};

export const blogTemplates: Readonly<Record<string, Template>> = {
  wordpress,
  blogger,
  medium,
  substack,
  ghost,
  drupal,
  ambiguous,
};
