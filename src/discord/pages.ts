/**
 * What the messages of all answers have in common: the question where ids can't hold it, and the last row with the
 * pages, Share and Remove. How an answer is cut into pages depends on the answer alone, so that any page can be made
 * again from its address.
 */
import type { APIButtonComponent } from 'discord.js';
import type { Asked, Choice } from '../model.ts';
import type { Act, Address } from './custom-id.ts';
import { fitsIds, hashOf, queryPartOf } from './custom-id.ts';
import { escaped, unrendered } from './escape.ts';
import type { Part, View } from './parts.ts';
import { button, displayIds, rows, smallPrint, text } from './parts.ts';
import { everyComponent } from './size.ts';
import { cleaned } from './typed.ts';
import { words } from './words.ts';

export interface Paging {
  /** From 0. */
  readonly page: number;
  readonly pages: number;
}

/** The page itself or, for one past the end (the library has shrunk since), the last. */
export const pageWithin = (page: number, pages: number): number => Math.min(page, Math.max(0, pages - 1));

export function answerAddress(asked: Asked, act: Act, page: number): Address {
  const query = cleaned(asked.query);
  return { kind: 'answer', act, command: asked.command, query: queryPartOf(asked.command, query), page };
}

/** What stands for one thing offered by the answer to `asked`: its own question or, when that is too long, its hash. */
export function choiceAddress(asked: Asked, { ask }: Choice): Address {
  const query = cleaned(ask.query);
  if (fitsIds(ask.command, query)) return answerAddress(ask, 'turn', 0);
  const origin = queryPartOf(asked.command, cleaned(asked.query));
  return { kind: 'choice', command: asked.command, query: origin, hash: choiceHash(ask) };
}

export const choiceHash = (ask: Asked): string => hashOf(`${ask.command} ${cleaned(ask.query)}`);

/** The question in small print, where the ids of the message's buttons can't hold it. */
export function askedLine(asked: Asked): string[] {
  const query = cleaned(asked.query);
  return fitsIds(asked.command, query) ? [] : [smallPrint([escaped(words.asked(query))])];
}

/** `parts`, behind the question when one of their ids points to it. */
export function withAsked(asked: Asked, parts: readonly Part[]): Part[] {
  const pointing = `#${hashOf(cleaned(asked.query))}`;
  const ids = everyComponent(parts).flatMap(({ custom_id, options = [] }) => [
    custom_id ?? '',
    ...options.map(({ value }) => value),
  ]);
  const isPointedTo = ids.some((id) => id.endsWith(pointing));
  return [...(isPointedTo ? askedLine(asked).map((content) => text(content, displayIds.asked)) : []), ...parts];
}

/** The question out of the text of its display: what stands in its outermost quotation marks. */
export const askedFrom = (content: string): string => /“(.*)”/su.exec(unrendered(content))?.[1] ?? '';

/** The last row: other pages, then Share for who alone sees it or Remove for who asked. */
export function lastRow(asked: Asked, view: View, paging: Paging): Part[] {
  const { page, pages } = paging;
  const turn = (to: number) => answerAddress(asked, 'turn', Math.min(Math.max(to, 0), pages - 1));
  const turning =
    pages > 1
      ? [button(words.back, turn(page - 1), page === 0), button(words.next, turn(page + 1), page === pages - 1)]
      : [];
  return rows([...turning, shareOrRemove(view, answerAddress(asked, 'share', page))]);
}

export const shareOrRemove = (view: View, share: Address): APIButtonComponent =>
  view.private ? button(words.share, share) : button(words.remove, { kind: 'remove' });
