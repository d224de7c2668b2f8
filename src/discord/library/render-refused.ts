/** A correction that was not taken → why, with the words that were typed and a button that goes on from them; and back. */
import type { APIMessageTopLevelComponent } from 'discord.js';
import { escaped, unrendered } from '../escape.ts';
import { accent, rows, smallPrint, text } from '../parts.ts';
import { fits, sizeOf, textDisplays, wholeMessage } from '../size.ts';
import { labelKinds, type TextField, textFields, type Values } from './modals.ts';
import { type LibraryPage, libraryButton, page } from './parts.ts';
import { libraryWords } from './words.ts';

/** Text displays that hold what was typed, by number from here: as many as there are fields. */
const typedDisplay = 2_000_000;
const displayOf = (field: TextField): number => typedDisplay + textFields.indexOf(field);

/** Null where the words are too many for a message. */
export function renderRefused(sentence: string, id: number, values: Values): LibraryPage | null {
  const labels = values.labels.map((kind) => labelKinds.indexOf(kind)).join('');
  const typed = textFields.flatMap((field) => {
    const value = values[field].trim();
    return value ? [text(smallPrint([libraryWords[field]])), text(escaped(value), displayOf(field))] : [];
  });
  const parts = [text(escaped(sentence)), ...typed];
  if (!fits(sizeOf(parts.map(({ content }) => content)), wholeMessage)) return null;
  return page(
    [...parts, ...rows([libraryButton(libraryWords.again, { action: 'again', id, labels })])],
    accent.question,
  );
}

/** What was typed, from the message that holds it. */
export function typedIn(components: readonly APIMessageTopLevelComponent[], labels: string): Values {
  const displays = textDisplays(components);
  const typed = (field: TextField): string =>
    unrendered(displays.find(({ id }) => id === displayOf(field))?.content ?? '');
  return {
    ...{ title: typed('title'), authors: typed('authors'), published: typed('published') },
    publisher: typed('publisher'),
    labels: labelKinds.filter((_, index) => labels.includes(String(index))),
  };
}
