/**
 * A quote that was sent → where it stands now. Found again by its exact words, by what stands before and after them and
 * by its place, as annotations of the web are (W3C Web Annotation Data Model: TextQuoteSelector, TextPositionSelector);
 * its words are read from the message that was sent, for an id has no room for them.
 */
import type { APIMessageTopLevelComponent } from 'discord.js';
import { quote } from '../answer/quote.ts';
import type { Article, Library, Quote, Span } from '../model.ts';
import { hashOf, type Pointed } from './custom-id.ts';
import { unrendered } from './escape.ts';
import { textDisplays } from './size.ts';

/** Characters before and after a quote that tell two places of the same words apart. */
const aroundChars = 32;
/** Places of the same words that are looked at. */
const placesMax = 200;

export const pointedOf = ({ text }: Article, { start, end }: Span): Pointed => ({
  start,
  end,
  hash: hashOf(text.slice(start, end)),
  around: aroundOf(text, { start, end }),
});

const aroundOf = (text: string, { start, end }: Span): string =>
  hashOf(`${text.slice(Math.max(0, start - aroundChars), start)}\n${text.slice(end, end + aroundChars)}`).slice(0, 4);

export type Anchored =
  | { readonly kind: 'there'; readonly quote: Quote }
  /** The words stand nowhere any more; null where the message doesn't show all of them. */
  | { readonly kind: 'gone'; readonly words: string | null };

/** `components`: of the message that shows the quote. */
export function anchored(
  library: Library,
  articleId: string,
  pointed: Pointed,
  components: readonly APIMessageTopLevelComponent[],
): Anchored {
  const article = library.articleById(articleId);
  const unmoved = article && hashOf(article.text.slice(pointed.start, pointed.end)) === pointed.hash;
  const there = unmoved ? quoteIn(article, pointed) : null;
  if (there) return { kind: 'there', quote: there };
  const words = textDisplays(components)
    .map(({ content }) => unrendered(content))
    .find((content) => hashOf(content) === pointed.hash);
  if (words === undefined) return { kind: 'gone', words: null };
  // The article may have another id now, as when its file has another name.
  const places =
    (article ? placesIn(article, words) : null) ?? library.articles.flatMap((one) => placesIn(one, words) ?? []);
  const isAlike = (place: Quote) => aroundOf(place.article.text, place) === pointed.around;
  const distance = (place: Quote) => Math.abs(place.start - pointed.start);
  const [best] = places.sort((a, b) => Number(isAlike(b)) - Number(isAlike(a)) || distance(a) - distance(b));
  return best ? { kind: 'there', quote: best } : { kind: 'gone', words };
}

/** Null when there is none. */
function placesIn(article: Article, words: string): Quote[] | null {
  const places: Quote[] = [];
  for (let start = article.text.indexOf(words); start >= 0 && places.length < placesMax; ) {
    const place = quoteIn(article, { start, end: start + words.length });
    if (place) places.push(place);
    start = article.text.indexOf(words, start + 1);
  }
  return places.length > 0 ? places : null;
}

/** Null where the words aren't the article's own, or the article is cut into other blocks now. */
function quoteIn(article: Article, span: Span): Quote | null {
  try {
    return quote(article, span);
  } catch {
    return null;
  }
}
