/** What a heading says, without the signs that make it one: for sections, outlines and titles. */
import type { Span } from '../model.ts';

export function headingTitle(text: string, heading: Span): string {
  const lines = text.slice(heading.start, heading.end).split('\n');
  const last = lines.at(-1) ?? '';
  const worded = lines.length > 1 && /^\s*(?:=+|-+)\s*$/.test(last) ? lines.slice(0, -1) : lines;
  const bare = worded.join(' ').replace(/\s+/g, ' ').trim();
  const unmarked = bare.replace(/^#{1,6}\s+/, '').replace(/\s+#+$/, '');
  const plain = unmarked.replace(/^(\*\*|__|\*|_|`)(.+)\1$/u, '$2').trim();
  return plain || bare;
}
