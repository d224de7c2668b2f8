/** The short messages of `/library`: progress, a sentence, a removal that can be undone, and the deletion of all of it. */
import type { DocumentRecord, ShelfInfo } from '../../store/shelf.ts';
import { hashOf } from '../custom-id.ts';
import { escaped } from '../escape.ts';
import { accent, rows, smallPrint, text } from '../parts.ts';
import { lineOf } from '../shorten.ts';
import { type LibraryPage, libraryButton, page } from './parts.ts';
import { titleOf } from './render-document.ts';
import { libraryWords } from './words.ts';

export const renderProgress = (sentence: string): LibraryPage => page([text(lineOf(sentence, 200))], accent.quiet);

/** One sentence, and the way to the list. */
export const renderDone = (sentence: string, state?: string): LibraryPage =>
  page(
    [
      text(escaped(sentence)),
      ...(state ? [text(smallPrint([lineOf(state, 200)]))] : []),
      ...rows([libraryButton(libraryWords.all, { action: 'list', page: 0 })]),
    ],
    accent.quiet,
  );

export function renderRemoved(removed: readonly DocumentRecord[], state: string): LibraryPage {
  const [only] = removed;
  const sentence =
    removed.length === 1 && only ? libraryWords.removed(titleOf(only)) : libraryWords.removedSeveral(removed.length);
  return page(
    [
      text(`${lineOf(sentence, 250)}\n${smallPrint([libraryWords.undoFor(removed.length), lineOf(state, 200)])}`),
      ...rows([
        libraryButton(libraryWords.undo, { action: 'restore', ids: removed.map(({ id }) => id) }),
        libraryButton(libraryWords.all, { action: 'list', page: 0 }),
      ]),
    ],
    accent.quiet,
  );
}

/** Of what a confirmation names: it confirms that and nothing else. */
export const contentsHash = (documents: readonly DocumentRecord[]): string =>
  hashOf(documents.map(({ id, sha256 }) => `${id} ${sha256}`).join('\n'));

export function renderDeletion(documents: readonly DocumentRecord[], { bytes }: ShelfInfo, note?: string): LibraryPage {
  return page(
    [
      text(`### ${libraryWords.deleteTitle}\n${libraryWords.deleteNames(documents.length, bytes)}`),
      text(smallPrint([...(note ? [note] : []), libraryWords.deleteForGood])),
      ...rows([
        libraryButton(libraryWords.deleteAll, { action: 'destroy', hash: contentsHash(documents) }, { danger: true }),
        libraryButton(libraryWords.keep, { action: 'keep' }),
      ]),
    ],
    accent.question,
  );
}
