/** The address in a button → what it leads to, from the library as it is now; or the sentence that says why it doesn't. */
import type { APIMessageTopLevelComponent } from 'discord.js';
import { readingOf } from '../answer/reading.ts';
import { answerTo, isCommand } from '../commands/index.ts';
import type { Answer, Asked, Library, Quote } from '../model.ts';
import { anchored } from './anchor.ts';
import type { Address, QueryPart } from './custom-id.ts';
import { hashOf } from './custom-id.ts';
import { askedFrom, choiceHash } from './pages.ts';
import { displayIds, type Page } from './parts.ts';
import { renderCitation } from './render.ts';
import { reposted } from './repost.ts';
import { textDisplays } from './size.ts';
import { cleaned } from './typed.ts';
import { words } from './words.ts';

export type Target =
  | { readonly kind: 'answer'; readonly answer: Answer; readonly page: number }
  | { readonly kind: 'page'; readonly page: Page }
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
    case 'reading': {
      const { at, mark } = address;
      if (mark) {
        const now = anchored(library, address.article, mark, components);
        return now.kind === 'there' ? readingAround(now.quote, at - mark.start) : sentence(goneSentence(now.words));
      }
      const article = library.articleById(address.article);
      if (!article || at >= article.text.length) return sentence(words.changedSource);
      return { kind: 'answer', answer: readingOf(article, at), page: 0 };
    }
    case 'cite': {
      const now = anchored(library, address.article, address.passage, components);
      if (now.kind === 'gone') return sentence(goneSentence(now.words));
      return { kind: 'page', page: renderCitation(now.quote) };
    }
    case 'repost': {
      const page = reposted(components, library);
      return page ? { kind: 'page', page } : sentence(words.changedSource);
    }
  }
}

/** The stretch that starts as far from the quote as the one that was asked for. */
function readingAround({ article, start, end }: Quote, offset: number): Target {
  const at = Math.min(Math.max(0, start + offset), article.text.length - 1);
  return { kind: 'answer', answer: readingOf(article, at, { start, end }), page: 0 };
}

const goneSentence = (quoted: string | null): string =>
  quoted === null ? words.changedSource : words.goneFromSource(quoted);

/** The question, from the id or from the message; null for a command or a question that we don't know. */
function askedBy(
  { command, query }: { readonly command: string; readonly query: QueryPart },
  components: readonly APIMessageTopLevelComponent[],
): Asked | null {
  if (!isCommand(command)) return null;
  if ('text' in query) return { command, query: query.text };
  const display = textDisplays(components).find(({ id }) => id === displayIds.asked);
  const text = cleaned(askedFrom(display?.content ?? ''));
  return hashOf(text) === query.hash ? { command, query: text } : null;
}

function offeredBy(answer: Answer): readonly Asked[] {
  if (answer.kind === 'choose') return answer.choices.map(({ ask }) => ask);
  return answer.kind === 'nothing' ? answer.nearest.map(({ ask }) => ask) : [];
}
