/** What came of adding files → a message: the card of the one that was added, or a line for each of several. */
import { accent, rows, smallPrint, text } from '../parts.ts';
import { lineOf } from '../shorten.ts';
import type { Outcome } from './add.ts';
import { documentMenu, type LibraryPage, libraryButton, page } from './parts.ts';
import { renderDocument, titleOf } from './render-document.ts';
import { optionOf } from './render-list.ts';
import { libraryWords } from './words.ts';

export function renderAdded(outcomes: readonly Outcome[], state: string): LibraryPage {
  const [only] = outcomes;
  if (outcomes.length === 1 && only?.kind === 'added')
    return renderDocument(only.document, { done: libraryWords.added, isNew: true, state });
  const added = outcomes.flatMap((outcome) => (outcome.kind === 'added' ? [outcome.document] : []));
  const ids = added.map(({ record }) => record.id);
  const there = outcomes.flatMap((outcome) => (outcome.kind === 'there' ? [outcome.document] : []));
  const options = [...added.map(({ record }) => record), ...there].map(optionOf);
  const undo = ids.length > 1 ? libraryWords.undoAll(ids.length) : libraryWords.undo;
  return page(
    [
      ...(outcomes.length > 1 ? [text(`### ${libraryWords.addedOf(added.length, outcomes.length)}`)] : []),
      text(outcomes.map(lineFor).join('\n')),
      ...(added.length > 0 ? [text(smallPrint([lineOf(state, 200)]))] : []),
      ...documentMenu(libraryWords.lookAt, [...new Map(options.map((one) => [one.id, one])).values()]),
      ...rows([
        ...(ids.length > 0 ? [libraryButton(undo, { action: 'remove', ids })] : []),
        libraryButton(libraryWords.all, { action: 'list', page: 0 }),
      ]),
    ],
    added.length > 0 ? accent.answer : accent.quiet,
  );
}

/** The longest sentence of ten still fits a message. */
const sentenceCharsMax = 300;

function lineFor(outcome: Outcome): string {
  if (outcome.kind !== 'added') return lineOf(outcome.sentence, sentenceCharsMax);
  const { passages, record } = outcome.document;
  return `**${lineOf(titleOf(record), 100)}** · ${lineOf(record.name, 80)} · ${libraryWords.passages(passages)}`;
}
