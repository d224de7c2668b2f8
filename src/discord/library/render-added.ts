/** What came of adding files → a message: the card of the one that was added, or a line for each of several. */
import { accent, rows, smallPrint, text } from '../parts.ts';
import { lineOf } from '../shorten.ts';
import { fits, type Size, sizeOf } from '../size.ts';
import { words } from '../words.ts';
import type { Outcome } from './add.ts';
import { documentMenu, type LibraryPage, libraryButton, page } from './parts.ts';
import { namesakesAmong, renderDocument, titleOf } from './render-document.ts';
import { optionsOf } from './render-list.ts';
import { libraryWords } from './words.ts';

const sameNamesMax = 3;

export function renderAdded(outcomes: readonly Outcome[], state: string): LibraryPage {
  const [only] = outcomes;
  if (outcomes.length === 1 && only?.kind === 'added')
    return renderDocument(only.document, {
      ...{ done: libraryWords.added, isNew: true, state },
      ...(only.sameName !== undefined && { sameName: only.sameName }),
    });
  const added = outcomes.flatMap((outcome) => (outcome.kind === 'added' ? [outcome.document] : []));
  const ids = added.map(({ record }) => record.id);
  const there = outcomes.flatMap((outcome) => (outcome.kind === 'there' ? [outcome.document] : []));
  const records = [...added.map(({ record }) => record), ...there];
  const options = optionsOf(records, namesakesAmong(records));
  const sameNames = outcomes.flatMap((outcome) =>
    'sameName' in outcome && outcome.sameName ? [outcome.sameName] : [],
  );
  const undo = ids.length > 1 ? libraryWords.undoAll(ids.length) : libraryWords.undo;
  return page(
    [
      ...(outcomes.length > 1 ? [text(`### ${libraryWords.addedOf(added.length, outcomes.length)}`)] : []),
      ...linesOf(outcomes).map((lines) => text(lines)),
      ...(sameNames.length > 0
        ? [text(words.warning(libraryWords.sameName(sameNames.slice(0, sameNamesMax).map((name) => lineOf(name, 40)))))]
        : []),
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

/** As long as ten of them fit a message: signs of Markdown take two characters each. */
const lineCharsMax = [300, 200, 130] as const;
/** Leaves enough for the head and what has become of it all. */
const linesRoom: Size = { chars: 3_300, bytes: 8_500 };

/** First those that were added, then what became of the others. */
function linesOf(outcomes: readonly Outcome[]): readonly string[] {
  const groups = [outcomes.filter(({ kind }) => kind === 'added'), outcomes.filter(({ kind }) => kind !== 'added')];
  const all = lineCharsMax.map((charsMax) =>
    groups
      .filter((group) => group.length > 0)
      .map((group) => group.map((outcome) => lineFor(outcome, charsMax)).join('\n')),
  );
  return all.find((texts) => fits(sizeOf(texts), linesRoom)) ?? all.at(-1) ?? [];
}

function lineFor(outcome: Outcome, charsMax: number): string {
  if (outcome.kind === 'failed') return words.warning(lineOf(outcome.sentence, charsMax));
  if (outcome.kind === 'there') return lineOf(outcome.sentence, charsMax);
  const { passages, record } = outcome.document;
  const [title, name] = [lineOf(titleOf(record), charsMax / 2), lineOf(record.name, charsMax / 4)];
  return `**${title}**\n${smallPrint([`${name} · ${libraryWords.passages(passages)}`])}`;
}
