/** A book of Project Gutenberg → the roles of its lines: what stands above the START line and below END is not the book. */
import { labelledOf } from './head-lines.ts';
import { labelledRoles, rolesOfLines } from './line-roles.ts';
import type { Line, LineRole } from './lines.ts';

const frameOf = (edge: 'START' | 'END') =>
  new RegExp(`^\\*{3} ?${edge} OF (?:THE|THIS) PROJECT GUTENBERG E-?(?:BOOK|TEXT)\\b`, 'i');
const [opens, closes] = [frameOf('START'), frameOf('END')];

/** Null for a text that is no such book. The head states title and author line by line; all else of it is licence. */
export function rolesOfEbook(lines: readonly Line[]): LineRole[] | null {
  const start = lines.findIndex(({ text }) => opens.test(text));
  if (start < 0) return null;
  const closing = lines.findIndex(({ text }, at) => at > start && closes.test(text));
  const end = closing < 0 ? lines.length : closing;
  const head = lines.slice(0, start).map(({ text }): LineRole => {
    const labelled = labelledOf(text);
    return labelled ? labelledRoles[labelled.key] : 'boilerplate:notice';
  });
  const isTitled = head.includes('title');
  const book = rolesOfLines(lines.slice(start + 1, end)).map((role) => (role === 'title' && isTitled ? 'text' : role));
  const notices = (count: number) => Array.from({ length: count }, (): LineRole => 'boilerplate:notice');
  return [...head, ...notices(1), ...book, ...notices(lines.length - end)];
}
