/**
 * What of a passage is quoted, so that it can be read alone: a beginning whose noun or reason stands in the sentence before
 * takes that sentence along, as one span of one block. Stands between the passages chosen and their quotes.
 */
import { passageCharsMax, passageSentencesMax } from '../ingest/passages.ts';
import type { Passage, Span } from '../model.ts';
import { languageOf } from '../search/passage-words.ts';
import { overlaps } from '../text/span.ts';

/** "In May 1904, ", after which a pronoun means somebody all the same. */
export const leadIn = String.raw`(?:(?:In|On|At|By|From|After|Before|Between|Since|Until|During|Within)\b[^.;:!?]{1,80}?,\s+)`;
const personAfterLeadIn = new RegExp(`^["“'‘(]*${leadIn}(?:he|she|they)\\b`, 'u');
const headCharsMax = 120;

/** Words at the head of a sentence that mean something said before it. */
const leaning: Readonly<Record<string, RegExp>> = {
  en: /^["“'‘(]*(?:(?:He|She|They|It|His|Her|Their|Its|This|These|Those|That|Such|Both|Neither|Another|However|But|Yet|Therefore|Thus|Hence|Instead|Nevertheless|Moreover|Furthermore|Otherwise|Consequently|Meanwhile|Afterwards|Then)\b|(?:As a result|For this|In addition|On the other hand|By contrast)\b)/u,
  de: /^["„“'(]*(?:Er|Sie|Es|Dies|Diese[rsmn]?|Jene[rsmn]?|Sein|Seine[rsmn]?|Ihr|Ihre[rsmn]?|Doch|Aber|Dennoch|Deshalb|Daher|Darum|Danach|Dabei|Damit|Jedoch|Trotzdem)\b/u,
  fr: /^["«“'(]*\s*(?:Il|Elle|Ils|Elles|Ce|Cela|Cette|Ces|Son|Sa|Ses|Leur|Leurs|Mais|Cependant|Pourtant|Toutefois|Donc|Ainsi|Ensuite)\b/u,
  es: /^["«“'(]*(?:Él|Ella|Ellos|Ellas|Este|Esta|Estos|Estas|Esto|Eso|Su|Sus|Pero|Sin embargo|Por eso|Además|Luego)(?!\p{L})/u,
  it: /^["«“'(]*(?:Egli|Ella|Essa|Esso|Essi|Lui|Lei|Loro|Questo|Questa|Questi|Queste|Ma|Tuttavia|Perciò|Quindi|Inoltre|Poi)(?!\p{L})/u,
}; // biome-ignore format: a table

/**
 * `span` of the passage, with the sentence before it where it needs that one and the two fit; at its end it then gives up a
 * sentence that holds nothing of what was asked (`matches`), where there would be too many.
 */
export function readAlone({ article, block }: Passage, span: Span, matches: readonly Span[]): Span {
  const leans = leaning[languageOf(article.lang.value).split('-')[0]!.toLowerCase()];
  const sentences = article.blocks[block]?.sentences ?? [];
  const first = sentences.findIndex(({ start }) => start === span.start);
  const before = sentences[first - 1];
  if (!leans || !before || before.goesOn || sentences[first - 2]?.goesOn) return span;
  const head = article.text.slice(span.start, span.start + headCharsMax);
  if (!leans.test(head) && !personAfterLeadIn.test(head)) return span;
  const own = sentences.filter((sentence) => overlaps(sentence, span));
  const last = own.at(-1)!;
  const isSpare = own.length > 1 && !last.goesOn && !matches.some((match) => overlaps(match, last));
  const fits = (count: number, end: number) => count < passageSentencesMax && end - before.start <= passageCharsMax;
  if (fits(own.length, span.end)) return { start: before.start, end: span.end };
  const shorter = own.at(-2);
  if (isSpare && shorter && fits(own.length - 1, shorter.end)) return { start: before.start, end: shorter.end };
  return span;
}
