/** Pages of news sites, in the markups of many publishing systems. */
import type { Random } from '../../random.ts';
import type { Part, Sample } from '../samples.ts';
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
  times,
  word,
} from './pieces.ts';

export type Template = (
  sample: Sample,
  random: Random,
) => {
  readonly html: string;
  /** Whether the page states the day of its publication. */
  readonly dated: boolean;
  /** What a reader must find, where it is not the whole sample. */
  readonly parts?: readonly Part[];
};

const address = ({ host, title }: Sample, path: string): string =>
  `https://${host}${path}/${encodeURIComponent(title.toLowerCase().replace(/\P{L}+/gu, '-')).slice(0, 60)}`;

const graph: Template = (sample, random) => {
  const { lang, title, site, date, authors, parts } = sample;
  const head = `<title>${escaped(title)} | ${site}</title><meta property="og:title" content="${escaped(title)}"><meta property="og:site_name" content="${site}"><link rel="canonical" href="${address(sample, '/news')}">
${jsonLd({
  '@context': 'https://schema.org',
  '@graph': [
    { '@type': 'WebSite', name: site },
    { '@type': 'WebPage', datePublished: `${date}T09:00:00+00:00`, dateModified: '2024-05-05T09:00:00+00:00' },
    {
      '@type': 'NewsArticle',
      headline: title,
      datePublished: `${date}T09:00:00+00:00`,
      dateModified: '2024-05-05',
      author: { '@id': '#a' },
    },
    { '@type': 'Person', '@id': '#a', name: authors[0] },
  ],
})}`;
  const body = `<header class="header"><nav>${menu(lang)}</nav></header><div id="cookie-banner"><p>We use cookies to make this site better. <button>Accept</button></p></div>
<main><article class="post"><header><h1>${escaped(title)}</h1><div class="byline">${word(lang, 'By')} <a rel="author" href="/au">${authors[0]}</a></div><time datetime="${date}T09:00:00Z">${dateInWords(date, lang)}</time>${share(lang)}</header>
${figure(lang, random)}<div class="entry-content">${blocks(parts)}</div><div class="tags"><a href="/t">${word(lang, 'Culture')}</a></div></article>
<aside class="related"><h2>${word(lang, 'Related stories')}</h2>${teasers(lang, random, 4)}</aside></main>${comments(lang, random, 5)}${footer(lang, site)}`;
  return { html: pageOf(head, body, lang), dated: true };
};

const hashed: Template = (sample, random) => {
  const { lang, title, site, date, authors, parts } = sample;
  const head = `<title>${escaped(title)} - ${site}</title><meta name="description" content="x"><meta property="article:published_time" content="${date}T18:22:01.000Z"><meta property="article:modified_time" content="2024-01-01T00:00:00Z"><meta name="author" content="${authors[0]}"><meta property="og:url" content="${address(sample, '/a')}">`;
  const paragraph = (text: string) =>
    `<div class="css-1n0w2bv e1jsehar0" data-component="text-block"><p class="ssrcss-1q0x1qg">${text}</p></div>`;
  const body = `<div id="__next"><div class="css-9xk"><nav class="css-77">${menu(lang)}</nav></div><div class="css-3a"><div class="css-art" id="main-content"><h1 class="css-h1">${escaped(title)}</h1><div class="css-by"><span>${word(lang, 'By')} ${authors[0]}</span></div>
${blocks(parts, paragraph)}<div data-component="promo" class="css-promo"><h2>${word(lang, 'Related stories')}</h2>${links(lang, random, 5)}</div></div><div class="css-side">${teasers(lang, random, 6, false)}</div></div>${footer(lang, site)}</div>`;
  return { html: pageOf(head, body, lang), dated: true };
};

const interleaved: Template = (sample, random) => {
  const { lang, title, site, date, authors, parts } = sample;
  const [year, month, day] = date.split('-');
  const head = `<title>${escaped(title)}</title><meta property="og:title" content="${escaped(title)} - ${site}"><meta property="og:site_name" content="${site}"><link rel="canonical" href="${address(sample, `/${year}/${month}/${day}`)}">`;
  const half = Math.ceil(parts.length / 2);
  const body = `${menu(lang)}<div class="content-wrap"><div class="article-body" itemprop="articleBody"><h1 itemprop="headline">${escaped(title)}</h1><p class="author">${word(lang, 'By')} ${authors[0]}</p>
${blocks(parts.slice(0, half))}<div class="inline-related"><strong>${word(lang, 'Related stories')}</strong>${links(lang, random, 2)}</div><div class="ad-slot"><p>Advertisement</p></div>${figure(lang, random)}${blocks(parts.slice(half))}
<div class="newsletter-signup"><h3>${word(lang, 'Subscribe to our newsletter')}</h3><p>Get the best of ${site} in your inbox every morning.</p><form><input type=email></form></div></div></div>
<div class="sidebar"><h3>${word(lang, 'News')}</h3>${links(lang, random, 12)}</div>${footer(lang, site)}`;
  return { html: pageOf(head, body, lang), dated: true };
};

const microdata: Template = (sample, random) => {
  const { lang, title, site, date, authors, parts } = sample;
  const head = `<title>${site} | ${escaped(title)}</title><meta property="og:site_name" content="${site}">`;
  const body = `<div id="top">${menu(lang)}</div><div itemscope itemtype="http://schema.org/NewsArticle"><h1 class="headline" itemprop="headline">${escaped(title)}</h1><span itemprop="author" itemscope itemtype="http://schema.org/Person">${word(lang, 'By')} <span itemprop="name">${authors[0]}</span></span>
<meta itemprop="datePublished" content="${date}"><meta itemprop="dateModified" content="2024-02-02"><section itemprop="articleBody">${blocks(parts, (text) => `<p class="body-text">${text}</p>`, 'h3')}</section></div>
<section class="more"><h4>${word(lang, 'Related stories')}</h4>${teasers(lang, random, 5)}</section>${footer(lang, site)}`;
  return { html: pageOf(head, body, lang), dated: true };
};

const divs: Template = (sample, random) => {
  const { lang, title, site, date, authors, parts } = sample;
  const head = `<title>${escaped(title)} » ${site}</title>`;
  const body = `<div class="wrap"><div class="hdr"><a href="/"><img src="l.png" alt="${site}"></a>${menu(lang)}</div><div class="col-main"><div class="story-title"><h1>${escaped(title)}</h1></div><div class="story-info"><span class="story-author">${word(lang, 'By')} ${authors[0]}</span> <span class="date">${dateInWords(date, lang)}</span></div>
<div class="story-text">${blocks(parts, (text) => `<div>${text}</div>`, 'h3')}</div>${share(lang)}</div><div class="col-right"><div class="box"><h4>${word(lang, 'News')}</h4>${links(lang, random, 8)}</div></div></div>${footer(lang, site)}`;
  return { html: pageOf(head, body, lang), dated: true };
};

const updatedOnly: Template = (sample, random) => {
  const { lang, title, site, authors, parts } = sample;
  const head = `<title>${escaped(title)} - ${site}</title><meta property="og:site_name" content="${site}"><meta property="article:modified_time" content="2024-03-03">`;
  const body = `<nav>${menu(lang)}</nav><main><h1>${escaped(title)}</h1><p class="byline">${word(lang, 'By')} ${authors[0]}</p><p class="updated">${word(lang, 'Updated')} ${dateInWords('2024-03-03', lang)}</p>${blocks(parts)}${figure(lang, random)}</main><div class="recommended">${teasers(lang, random, 6)}</div>${footer(lang, site)}`;
  return { html: pageOf(head, body, lang), dated: false };
};

const live: Template = (sample, random) => {
  const { lang, title, site, date, authors, parts } = sample;
  const head = `<title>${escaped(title)} – ${site}</title>${jsonLd([{ '@context': 'http://schema.org', '@type': ['NewsArticle'], headline: title, datePublished: date, author: [{ '@type': 'Person', name: authors[0] }], publisher: { '@type': 'Organization', name: site } }])}`;
  const body = `<header>${menu(lang)}</header><main id="maincontent"><div><h1>${escaped(title)}</h1><div class="dcr-1" data-gu-name="standfirst"></div><div id="x" class="article-body-commercial-selector">${blocks(parts)}</div></div><gu-island><section><h2>${word(lang, 'Related stories')}</h2>${links(lang, random, 6)}</section></gu-island>
<div class="support"><p>${times(2, () => 'We are funded by our readers. If you can, please support us with a small amount every month.')}</p></div></main>${footer(lang, site)}`;
  return { html: pageOf(head, body, lang), dated: true };
};

const wire: Template = (sample, random) => {
  const { lang, title, site, date, authors, parts } = sample;
  const head = `<title>${escaped(title)}</title><meta name="pubdate" content="${date.replaceAll('-', '')}T101500Z"><meta name="byl" content="By ${authors[0]}"><meta name="application-name" content="${site}">`;
  const body = `${menu(lang)}<article id="story"><div class="ArticleHeader"><h1>${escaped(title)}</h1></div>${figure(lang, random)}${blocks(parts, (text) => `<p data-testid="paragraph-0" class="text__text paragraph">${text}</p>`)}<p class="trust">Our standards: the principles by which we work.</p></article><div class="read-next"><h3>Read Next</h3>${teasers(lang, random, 5)}</div>${footer(lang, site)}`;
  return { html: pageOf(head, body, lang), dated: true };
};

export const newsTemplates: Readonly<Record<string, Template>> = {
  graph,
  hashed,
  interleaved,
  microdata,
  divs,
  updatedOnly,
  live,
  wire,
};
