/** The address in a button → what it leads to, from the library as it is now; or the sentence that says why it doesn't. */
import type { APIMessageTopLevelComponent } from 'discord.js';
import { quote } from '../answer/quote.ts';
import { readingOf } from '../answer/reading.ts';
import { answerTo, commands } from '../commands/index.ts';
import type { Answer, Article, Asked, Library, Quote } from '../model.ts';
import type { Address, Pointed, QueryPart } from './custom-id.ts';
import { hashOf } from './custom-id.ts';
import { askedFrom, choiceHash } from './pages.ts';
import { displayIds, type Page } from './parts.ts';
import { renderCitation } from './render.ts';
import { textDisplays } from './size.ts';
import { cleaned } from './typed.ts';
import { words } from './words.ts';

export type Target =
  | { readonly kind: 'answer'; readonly answer: Answer; readonly page: number }
  | { readonly kind: 'citation'; readonly page: Page }
  | { readonly kind: 'sentence'; readonly sentence: string };

type Leading = Exclude<Address, { readonly kind: 'remove' } | { readonly kind: 'menu' }>;

const sentence = (text: string): Target => ({ kind: 'sentence', sentence: text });

/** `components`: of the message that was pressed, which holds a question that is too long for an id. */
export async function addressed(
  address: Leading,
  library: Library,
  components: readonly APIMessageTopLevelComponent[],
): Promise<Target> {
  switch (address.kind) {
    case 'answer': {
      const asked = askedBy(address, components);
      if (!asked) return sentence(words.staleButton);
      return { kind: 'answer', answer: await answerTo(library, asked), page: address.page };
    }
    case 'choice': {
      const asked = askedBy(address, components);
      const chosen = asked && offeredBy(await answerTo(library, asked)).find((ask) => choiceHash(ask) === address.hash);
      if (!chosen) return sentence(words.staleButton);
      return { kind: 'answer', answer: await answerTo(library, chosen), page: 0 };
    }
    case 'reading':
      return readingAt(address, library.articleById(address.article));
    case 'cite': {
      const article = library.articleById(address.article);
      const cited = article && quotedAt(article, address.passage);
      return cited ? { kind: 'citation', page: renderCitation(cited) } : sentence(words.changedSource);
    }
  }
}

function readingAt({ at, mark }: Extract<Address, { kind: 'reading' }>, article: Article | undefined): Target {
  if (!article || at >= article.text.length) return sentence(words.changedSource);
  if (!mark) return { kind: 'answer', answer: readingOf(article, at), page: 0 };
  const marked = quotedAt(article, mark);
  if (!marked) return sentence(words.changedSource);
  return { kind: 'answer', answer: readingOf(article, at, { start: marked.start, end: marked.end }), page: 0 };
}

/** The passage, when the article still has these very words there. */
function quotedAt(article: Article, { start, end, hash }: Pointed): Quote | null {
  if (hashOf(article.text.slice(start, end)) !== hash) return null;
  try {
    return quote(article, { start, end });
  } catch {
    // The words are there, but the article is cut into other blocks now.
    return null;
  }
}

/** The question, from the id or from the message; null for a command or a question that we don't know. */
function askedBy(
  { command, query }: { readonly command: string; readonly query: QueryPart },
  components: readonly APIMessageTopLevelComponent[],
): Asked | null {
  if (!commands.some(({ name }) => name === command)) return null;
  if ('text' in query) return { command, query: query.text };
  const display = textDisplays(components).find(({ id }) => id === displayIds.asked);
  const text = cleaned(askedFrom(display?.content ?? ''));
  return hashOf(text) === query.hash ? { command, query: text } : null;
}

function offeredBy(answer: Answer): readonly Asked[] {
  if (answer.kind === 'choose') return answer.choices.map(({ ask }) => ask);
  return answer.kind === 'nothing' ? answer.nearest.map(({ ask }) => ask) : [];
}
