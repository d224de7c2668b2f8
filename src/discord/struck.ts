/** Words of a message on one line in which some are struck out: told, not quoted. */
import type { Span } from '../model.ts';
import { mergedSpans } from '../text/span.ts';
import { escaped } from './escape.ts';

/** Colons and at-signs too: what is struck out must not part them from what they would mean. */
const plain = (text: string): string => escaped(text).replace(/(?<!\\)[:@]/gu, '\\$&');

/** Discord Markdown that shows `text` within `stretch`, `odd` spans (of `text`) struck out, white space as one space. */
export function struck(text: string, odd: readonly Span[], stretch: Span): string {
  let shown = '';
  let at = stretch.start;
  const put = (to: number, isOdd: boolean) => {
    const piece = text.slice(at, to).replace(/[\p{Cc}\s]+/gu, ' ');
    const words = piece.trim();
    if (!isOdd || !words) shown += plain(piece);
    else {
      // Where two touch, Discord would read their marks as one.
      if (shown.endsWith('~~')) shown += '\u200b';
      shown += `~~${plain(words)}~~`;
    }
    at = to;
  };
  for (const { start, end } of mergedSpans(odd)) {
    if (end <= at || start >= stretch.end) continue;
    if (start > at) put(start, false);
    put(Math.min(end, stretch.end), true);
  }
  if (at < stretch.end) put(stretch.end, false);
  return shown.trim();
}
