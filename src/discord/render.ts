/** Any answer, and a citation → the message that goes out. The one place that knows every kind of answer. */
import { citationOf, sourceLineOf } from '../answer/cite.ts';
import type { Answer, Quote } from '../model.ts';
import { escaped } from './escape.ts';
import { accent, displayIds, framed, type Page, smallPrint, text, type View } from './parts.ts';
import { quoteText } from './quote-text.ts';
import { renderCheck } from './render-check.ts';
import { renderFound } from './render-found.ts';
import { renderNames } from './render-names.ts';
import { renderReading } from './render-reading.ts';
import { renderChoose, renderHelp, renderNothing, renderShelf } from './render-short.ts';
import { renderSource } from './render-source.ts';
import { lineOf } from './shorten.ts';
import { fits, sizeOf, wholeMessage } from './size.ts';
import { words } from './words.ts';

/** `page` counts from 0; one past the end gives the last. Answers of a single page don't ask which. */
export function render(answer: Answer, page: number, view: View): Page {
  switch (answer.kind) {
    case 'found':
      return renderFound(answer, page, view);
    case 'choose':
      return renderChoose(answer, view);
    case 'nothing':
      return renderNothing(answer, view);
    case 'source':
      return renderSource(answer, view);
    case 'reading':
      return renderReading(answer, view);
    case 'shelf':
      return renderShelf(answer, page, view);
    case 'names':
      return renderNames(answer, page, view);
    case 'check':
      return renderCheck(answer, view);
    case 'help':
      return renderHelp(answer, view);
  }
}

/**
 * A passage with its source, to read and to paste. The plain form makes way where there is no room for both; where even
 * so there is none (a source with an address of a thousand characters), its first sentence is cited.
 */
export function renderCitation(quote: Quote): Page {
  const firstSentence = () => quoteText(quote, [], wholeMessage, 1).quote;
  return citationPage(quote) ?? citationPage(firstSentence()) ?? renderSentence(words.tooLongToCite);
}

function citationPage(quote: Quote): Page | null {
  const { plain, markdown } = citationOf(quote);
  const head = `### ${words.citation}\n${smallPrint([lineOf(sourceLineOf(quote.article).title, 120)])}`;
  // A code block ends at the first three backticks, and nothing in it can be escaped.
  const isSafe = !markdown.includes('```');
  const toPaste = isSafe ? `\`\`\`md\n${markdown}\n\`\`\`` : escaped(markdown);
  const withPlain = [head, escaped(plain), isSafe ? words.toCopy : words.asText, toPaste];
  const contents = [withPlain, withPlain.toSpliced(1, 1)].find((some) => fits(sizeOf(some), wholeMessage));
  if (!contents) return null;
  const parts = contents.map((content, index) => ({ content, display: displayIds.quotes + index }));
  const citing = parts.filter(({ content }) => content === toPaste || content === withPlain[1]);
  return {
    components: framed(
      accent.answer,
      parts.map(({ content, display }) => text(content, display)),
    ),
    quotes: citing.map(({ display }) => ({ quote, display, as: 'citation' })),
  };
}

/** One sentence for one reader. */
export const renderSentence = (sentence: string): Page => ({
  components: framed(accent.quiet, [text(escaped(sentence))]),
  quotes: [],
});
