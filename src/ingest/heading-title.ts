/** What a heading says, without the signs that make it one, pictures and where links lead: for sections, outlines and titles. */
import type { Span } from '../model.ts';

export function headingTitle(text: string, heading: Span): string {
  const lines = text.slice(heading.start, heading.end).split('\n');
  const last = lines.at(-1) ?? '';
  const worded = lines.length > 1 && /^\s*(?:=+|-+)\s*$/.test(last) ? lines.slice(0, -1) : lines;
  const bare = worded.join(' ').replace(/\s+/g, ' ').trim();
  const unmarked = bare.replace(/^#{1,6}\s+/, '').replace(/\s+#+$/, '');
  return shown(unmarked.replace(picture, ' ')) || shown(unmarked.replace(picture, '$1')) || bare;
}

const picture = /!\[([^[\]]*)\](?:\([^()]*\)|\[[^[\]]*\])/gu;
const link = /\[([^[\]]*)\]\([^()]*\)/gu;
const tag = /<\/?(?:a|b|br|code|em|i|img|kbd|mark|p|small|span|strong|sub|sup|u)\b[^<>]*>/giu;
const anchor = /\{#[\w-]+\}$/u;
const emphasis = [/(\*\*|\*|`)(\S(?:[^*`]*\S)?)\1/gu, /(?<![\p{L}\p{N}_])(__?)(\S(?:[^_]*\S)?)\1(?![\p{L}\p{N}_])/gu];

/** As it is shown. What stands inside of a link may be a picture that is gone by now. */
function shown(heading: string): string {
  const bare = heading.replace(link, '$1').replace(tag, '').replace(anchor, '');
  return emphasis
    .reduce((said, marks) => said.replace(marks, '$2'), bare)
    .replace(/\s+/gu, ' ')
    .trim();
}
