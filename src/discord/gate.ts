/**
 * The gate: the last thing before a message goes out. Every quotation in it must be, to the letter, what the library's
 * own article says at that place, and must be read back as such from the very components that are sent.
 */
import type { APIMessageTopLevelComponent } from 'discord.js';
import { omission, shownText, verify } from '../answer/quote.ts';
import type { Library, Quote } from '../model.ts';
import { escaped, unrendered } from './escape.ts';
import type { Page, ShownQuote } from './parts.ts';
import { checkSize, textDisplays } from './size.ts';
import { ToldError } from './told-error.ts';

/**
 * The components, when the message may go out; throws, naming the quote or the limit, when it may not. Without a
 * library only a message without quotes may.
 */
export function throughGate(page: Page, library: Library | null): readonly APIMessageTopLevelComponent[] {
  const displays = textDisplays(page.components);
  for (const shown of page.quotes) {
    if (!library) throw new ToldError(`${nameOf(shown.quote)} has no library to vouch for it`);
    verify(shown.quote, library);
    const matching = displays.filter((display) => display.id === shown.display);
    const content = matching[0]?.content;
    if (content === undefined || matching.length > 1)
      throw new ToldError(`${nameOf(shown.quote)} isn't in the message once`);
    if (!(shown.as === 'quotation' ? isQuotation(content, shown.quote) : holds(content, shown.quote))) {
      throw new ToldError(`${nameOf(shown.quote)} reads differently in the message`);
    }
  }
  const known = new Set(page.quotes.map(({ display }: ShownQuote) => display));
  const stray = displays.find(({ id, content }) => /^ *>/mu.test(content) && !(id !== undefined && known.has(id)));
  if (stray) throw new ToldError('The message has a quotation that nothing vouches for');
  checkSize(page.components);
  return page.components;
}

/** Every line is marked as quoted, and what is read is the source's own text but for its marks, shown as left out. */
function isQuotation(content: string, quote: Quote): boolean {
  return content.split('\n').every((line) => line.startsWith('> ')) && unrendered(content) === expectedOf(quote);
}

/** Read from the article once more, not from what the renderer made. */
function expectedOf({ article, start, end }: Quote): string {
  let expected = '';
  let at = start;
  let isGap = false;
  const marks = [...article.marks].sort((a, b) => a.start - b.start);
  for (const mark of marks) {
    if (mark.end <= at || mark.start >= end) continue;
    if (mark.start > at) expected += article.text.slice(at, mark.start);
    // Marks that touch are one gap.
    if (mark.start > at || !isGap) expected += omission;
    isGap = true;
    at = Math.min(mark.end, end);
  }
  return expected + article.text.slice(at, end);
}

/** The quote, plain or behind the marks of a quotation: in a code block, or in text of which nothing is Markdown. */
function holds(content: string, quote: Quote): boolean {
  const text = shownText(quote);
  const marked = text.replaceAll('\n', '\n> ');
  const code = /^```md\n(.*)\n```$/su.exec(content)?.[1];
  if (code !== undefined) return !code.includes('```') && code.includes(marked);
  const read = unrendered(content);
  return escaped(read) === content && (read.includes(text) || read.includes(marked));
}

const nameOf = ({ start, end, article }: Quote): string => `Quote ${start}..${end} of article ${article.id}`;
