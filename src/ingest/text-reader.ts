/** The plain-text reader: .txt files, most of them copied or scraped from the web. */
import { decodeText } from './decode.ts';
import type { Draft, TextReader } from './draft.ts';
import { foundDetails } from './found-details.ts';
import { rolesOfLines } from './line-roles.ts';
import { linesOf } from './lines.ts';
import { blocksOf } from './text-blocks.ts';
import { unwrapped } from './unwrap.ts';

export const textReader: TextReader = {
  format: 'plain text',
  extensions: ['.txt', '.text'],
  bytesMax: 5_000_000,
  read(path, bytes) {
    const decoded = decodeText(path, bytes);
    if ('fatal' in decoded) return decoded;
    return { ...draftOfText(decoded.text), problems: decoded.problems };
  },
};

/** Never fails: any text has lines. */
export function draftOfText(text: string): Omit<Draft, 'problems'> {
  const lines = unwrapped(text, linesOf(text));
  const roles = rolesOfLines(lines);
  return { text, blocks: blocksOf(lines, roles), details: foundDetails(lines, roles) };
}
