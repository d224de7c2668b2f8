/** Pages of authorities, encyclopaedias, handbooks and shops: few of them are dated, and many hold lists and tables. */
import { proseOf, titleOf } from '../samples.ts';
import type { Template } from './news.ts';
import { blocks, dateInWords, escaped, figure, footer, jsonLd, links, menu, pageOf, times, word } from './pieces.ts';

const wiki: Template = (sample, random) => {
  const { lang, title, parts } = sample;
  const head = `<title>${escaped(title)} - Openpedia</title><link rel="canonical" href="https://openpedia.example/wiki/X">${jsonLd({ '@context': 'https://schema.org', '@type': 'Article', name: title, datePublished: `${sample.date}T10:00:00Z`, dateModified: '2024-01-01' })}`;
  const body = `<div id="mw-page-base" class="noprint"></div><div id="content" class="mw-body"><h1 id="firstHeading" class="firstHeading">${escaped(title)}</h1><div id="bodyContent"><div id="siteSub">From Openpedia, the open encyclopaedia</div><div id="mw-content-text"><div class="mw-parser-output"><table class="infobox"><tr><th colspan="2">${escaped(title)}</th></tr></table>
${blocks(parts.slice(0, 2), (text) => `<p>${text}<sup class="reference"><a href="#cite_note-1">[1]</a></sup></p>`)}<div id="toc" class="toc"><div class="toctitle"><h2>Contents</h2></div><ul>${times(4, (at) => `<li><a href="#s${at}">${at + 1} ${titleOf(lang, random)}</a></li>`)}</ul></div>${blocks(parts.slice(2)).replaceAll('</h2>', '<span class="mw-editsection">[<a href="/e">edit</a>]</span></h2>')}
<div class="navbox">${links(lang, random, 12)}</div></div></div></div></div><div id="mw-navigation"><h2>Navigation menu</h2>${menu(lang)}</div><div id="catlinks">Categories: <a href="/c">Bridges</a></div><div id="footer"><ul><li>This page was last edited on 1 January 2024.</li></ul></div>`;
  return { html: pageOf(head, body, lang), dated: true };
};

const government: Template = (sample, random) => {
  const { lang, title, date, parts } = sample;
  const head = `<title>${escaped(title)} - GOV.EXAMPLE</title><meta name="govuk:first-published-at" content="${date}">`;
  const body = `<a class="govuk-skip-link" href="#content">Skip to main content</a><header>${menu(lang)}</header><div class="govuk-width-container"><div class="breadcrumbs"><ol><li><a href="/">Home</a></li><li><a href="/b">Transport</a></li></ol></div><main id="content"><h1 class="gem-c-title__text">${escaped(title)}</h1><div class="gem-c-metadata"><dl><dt>From:</dt><dd><a href="/d">Department of Locks</a></dd><dt>${word(lang, 'Published')}</dt><dd>${dateInWords(date, lang)}</dd></dl></div><div class="govspeak">${blocks(parts)}</div><div class="contextual-sidebar"><h2>Related content</h2>${links(lang, random, 4)}</div></main></div><div class="feedback"><h2>Is this page useful?</h2></div>${footer(lang, 'GOV.EXAMPLE')}`;
  return { html: pageOf(head, body, lang), dated: true };
};

const press: Template = (sample, random) => {
  const { lang, title, date, parts, site } = sample;
  const head = `<title>${escaped(title)} | ${site} | Press</title><meta name="date" content="${date}">`;
  const body = `<div class="usa-banner"><p>An official website of the county government.</p></div><nav>${menu(lang)}</nav><div class="usa-layout"><div class="press-header"><h1>${escaped(title)}</h1><p class="press-date">${dateInWords(date, lang)}</p></div><div class="body-copy"><div class="wysiwyg">${blocks(parts)}<p>###</p></div></div><div class="side-nav">${links(lang, random, 9)}</div></div>${footer(lang, site)}`;
  return { html: pageOf(head, body, lang), dated: true };
};

const handbook: Template = (sample, random) => {
  const { lang, title, parts } = sample;
  const code = { kind: 'code', texts: ['gate = open_gate(4)', 'if gate.level > 3:', '    gate.close()'] } as const;
  const head = `<title>${escaped(title)} &mdash; Locks 2.1 documentation</title>`;
  const body = `<div class="related" role="navigation"><h3>Navigation</h3>${menu(lang)}</div><div class="document"><div class="documentwrapper"><div class="bodywrapper"><div class="body" role="main"><section id="x"><h1>${escaped(title)}<a class="headerlink" href="#x">¶</a></h1>${blocks(parts).replaceAll('</h2>', '<a class="headerlink" href="#y">¶</a></h2>')}<div class="highlight-python notranslate"><div class="highlight"><pre>${code.texts.join('\n')}\n</pre></div></div></section></div></div></div><div class="sphinxsidebar"><h3>Table of Contents</h3>${links(lang, random, 10)}</div></div><div class="footer">Created using Sphinx.</div>`;
  return { html: pageOf(head, body, lang), dated: false, parts: [...parts, code] };
};

const docusaurus: Template = (sample, random) => {
  const { lang, title, parts } = sample;
  const head = `<title data-rh="true">${escaped(title)} | Locks</title><meta data-rh="true" property="og:title" content="${escaped(title)} | Locks">`;
  const body = `<div id="__docusaurus"><nav class="navbar navbar--fixed-top">${menu(lang)}</nav><div class="main-wrapper"><aside class="theme-doc-sidebar-container"><ul class="menu__list">${links(lang, random, 15)}</ul></aside><main><div class="container"><div class="row"><div class="col"><article><nav class="theme-doc-breadcrumbs"><a href="/">Guides</a></nav><div class="theme-doc-markdown markdown"><header><h1>${escaped(title)}</h1></header>${blocks(parts).replaceAll('</h2>', '<a href="#z" class="hash-link" aria-label="Direct link">​</a></h2>')}</div><footer><a href="/e">Edit this page</a></footer></article><nav class="pagination-nav"><a href="/n">Next: gates</a></nav></div><div class="col col--3"><div class="table-of-contents">${links(lang, random, 4)}</div></div></div></div></main></div></div>`;
  return { html: pageOf(head, body, lang), dated: false };
};

const journal: Template = (sample, random) => {
  const { lang, title, date, authors, parts, site } = sample;
  const head = `<title>${escaped(title)}</title><meta name="citation_title" content="${escaped(title)}"><meta name="citation_author" content="${authors[0]}"><meta name="citation_publication_date" content="${date.replaceAll('-', '/')}"><meta name="citation_journal_title" content="${site}">`;
  const body = `<div class="topbar">${menu(lang)}</div><article class="jats"><h1 class="article-title">${escaped(title)}</h1><div class="authors"><a href="/a">${authors[0]}</a></div><section class="body">${blocks(parts, (text) => `<p class="p">${text}<a href="#r1" class="xref"></a></p>`)}</section></article><section class="ref-list"><h2>References</h2><ol>${times(8, (at) => `<li>Tamm, O. (20${10 + at}) <a href="/doi">${titleOf(lang, random)}</a></li>`)}</ol></section>${footer(lang, site)}`;
  return { html: pageOf(head, body, lang), dated: true };
};

const product: Template = (sample, random) => {
  const { lang, title, parts } = sample;
  const head = `<title>${escaped(title)} | Lockshop</title>${jsonLd({ '@type': 'Product', name: title, offers: { price: 4 } })}`;
  const body = `<div class="shop-nav">${menu(lang)}</div><div class="product"><div class="gallery">${figure(lang, random)}</div><div class="buy"><h1>${escaped(title)}</h1><span class="price">4.00</span></div><div class="description" id="tab-description">${blocks(parts)}</div></div><div class="also"><h3>Customers also bought</h3>${times(8, () => `<div class="card"><a href="/p">${titleOf(lang, random)}</a><span>9.00</span></div>`)}</div><div class="reviews">${times(2, (at) => `<div class="review"><b>reader${at}</b><p>${proseOf(lang, random, 1)}</p></div>`)}</div>${footer(lang, 'Lockshop')}`;
  return { html: pageOf(head, body, lang), dated: false };
};

export const referenceTemplates: Readonly<Record<string, Template>> = {
  wiki,
  government,
  press,
  handbook,
  docusaurus,
  journal,
  product,
};
