/** From a quote to its source: the words that name it, the link that opens at it, and the citation to paste. */
import { placeOf } from '../ingest/place.ts';
import type { Article, Citation, Quote } from '../model.ts';
import { shownText } from './quote.ts';

const titleCharsMax = 200;
/** Words at each end of a passage that name it in a text fragment; enough to be unique, few enough for a short link. */
const fragmentWords = 5;
const urlCharsMax = 512;

/** Title, and who published it when ("Alwaght · 2016-04-13"), or that no date is stated. */
export function sourceLineOf(article: Article): { readonly title: string; readonly by: string } {
  const authors = article.authors.value?.join(', ');
  const publisher = article.publisher.value ?? article.via.value;
  const names = [authors, publisher].filter((name, index, all) => name && all.indexOf(name) === index);
  const date = article.published.value?.iso ?? 'date not stated';
  return {
    title: shortened(article.title.value ?? article.path, titleCharsMax),
    by: [...names, date].map((part) => shortened(part ?? '', titleCharsMax)).join(' · '),
  };
}

/**
 * The address of the source, opening at the passage where the browser can (URL fragment text directives,
 * https://wicg.github.io/scroll-to-text-fragment/). Null without an http(s) address.
 */
export function passageUrlOf(quote: Quote): string | null {
  const url = webUrlOf(quote.article);
  if (!url) return null;
  const words = quote.text.split(/\s+/u).filter(Boolean);
  const directive =
    words.length > 2 * fragmentWords ? [words.slice(0, fragmentWords), words.slice(-fragmentWords)] : [words];
  const fragment = directive.map((part) => encoded(part.join(' '))).join(',');
  const withFragment = `${url}${url.includes('#') ? '' : '#'}:~:text=${fragment}`;
  if (withFragment.length <= urlCharsMax) return withFragment;
  return url.length <= urlCharsMax ? url : null;
}

/** The article's own address, when it is one that a reader may be sent to. */
export function webUrlOf(article: Article): string | null {
  if (!article.url.value) return null;
  try {
    const url = new URL(article.url.value);
    return url.protocol === 'https:' || url.protocol === 'http:' ? url.href : null;
  } catch {
    return null;
  }
}

export function citationOf(quote: Quote): Citation {
  const { article } = quote;
  const { title, by } = sourceLineOf(article);
  const url = webUrlOf(article);
  const reference = [`“${title}”`, by, placeOf(article, quote), url ?? article.path].join(', ');
  const words = shownText(quote);
  const quoted = words.replaceAll('\n', '\n> ');
  // In Discord a ">" alone on its line is no quotation but a character.
  return { plain: `“${words}” — ${reference}`, markdown: `> ${quoted}\n> — ${reference}` };
}

/** Metadata only, never a quotation: cut between words, the cut shown. */
function shortened(text: string, charsMax: number): string {
  const line = text.replace(/\s+/gu, ' ').trim();
  if (line.length <= charsMax) return line;
  const cut = line.slice(0, charsMax - 1);
  return `${cut.slice(0, Math.max(cut.lastIndexOf(' '), charsMax / 2)).replace(/[\ud800-\udbff]$/u, '')}…`;
}

/** '-', ',' and '&' mean something in a text directive, so they are encoded as well. */
const encoded = (text: string): string =>
  encodeURIComponent(text.toWellFormed()).replace(
    /[-'()!*]/g,
    (char) => `%${char.charCodeAt(0).toString(16).toUpperCase()}`,
  );
