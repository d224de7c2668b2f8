/** What one types in: as many lines as are written, up to what the page can spare. Enter sends, Shift and Enter go on below. */
import { element, icon, icons } from './elements.js';

/**
 * A text box and no combobox, which may have one line alone.
 *
 * @param {string} listId @returns {HTMLTextAreaElement}
 */
export const lineOf = (listId) =>
  element('textarea', {
    class: 'line',
    id: 'line',
    rows: 1,
    'aria-controls': listId,
    'aria-autocomplete': 'list',
    'aria-label': 'Message #reading-room. Type a slash for commands',
    placeholder: 'Type / to ask',
    autocomplete: 'off',
    enterkeyhint: 'send',
    maxlength: 2_000,
    dir: 'auto',
  });

/** As high as what stands in it; the rest is scrolled. @param {HTMLTextAreaElement} line */
export function fitLine(line) {
  line.style.height = 'auto';
  line.style.height = `${line.scrollHeight}px`;
}

/** A command stands on one line. @param {string} text */
export const oneLine = (text) => text.replaceAll(/\s*\n\s*/gu, ' ');

export const sendButton = () =>
  element('button', { type: 'submit', class: 'send', 'aria-label': 'Send' }, icon(icons.send));
