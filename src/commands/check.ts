/** Check this quote: whether what a message quotes stands in the library, to the letter. */
import { checkOf } from '../answer/check.ts';
import type { MessageCommand } from '../model.ts';

export const check: MessageCommand = {
  name: 'check',
  label: 'Check this quote',
  description: 'Whether the words that a message quotes stand in the readings: to the letter, altered, or not at all',
  answer: (library, message) => checkOf(library, { command: 'check', query: message }),
};
