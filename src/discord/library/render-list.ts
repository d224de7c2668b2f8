/** A server's library → pages of its documents, with how much room is taken and whether the host's readings stand beside. */
import type { DocumentRecord, ShelfInfo } from '../../store/shelf.ts';
import { pageWithin } from '../pages.ts';
import { rows, smallPrint, text } from '../parts.ts';
import { lineOf } from '../shorten.ts';
import { words } from '../words.ts';
import { type DocumentOption, documentMenu, type LibraryPage, libraryButton, page } from './parts.ts';
import { factsUnder, namesakesAmong, titleOf } from './render-document.ts';
import { libraryWords } from './words.ts';

/** With this much of each, even signs of Markdown, which take two characters, fit a message. */
const documentsPerPage = 8;
const charsMax = { title: 80, by: 80, format: 20, names: 120 } as const;

export function optionsOf(
  records: readonly DocumentRecord[],
  namesakes: ReadonlySet<DocumentRecord>,
): readonly DocumentOption[] {
  return records.map((record) => ({ id: record.id, label: titleOf(record), detail: factsUnder(record, namesakes) }));
}

/** Newest first: what was just added is what one looks for. */
export function renderList(
  documents: readonly DocumentRecord[],
  info: ShelfInfo,
  pageWanted: number,
  state?: string,
): LibraryPage {
  const { bytes, damaged, limits, removed, setAside, settings } = info;
  const pages = Math.max(1, Math.ceil(documents.length / documentsPerPage));
  const at = pageWithin(pageWanted, pages);
  const shown = documents.toReversed().slice(at * documentsPerPage, (at + 1) * documentsPerPage);
  const facts = [
    libraryWords.used(documents.length, limits.documentsMax, bytes, limits.bytesMax),
    ...(pages > 1 ? [words.page(at + 1, pages)] : []),
  ];
  const namesakes = namesakesAmong(documents);
  const lines = shown.map(
    (record) =>
      `**${lineOf(titleOf(record), charsMax.title)}**\n${smallPrint([`${lineOf(factsUnder(record, namesakes), charsMax.by)} · ${lineOf(record.format, charsMax.format)}`])}`,
  );
  const lost = documents.filter(({ id }) => damaged.includes(id));
  const notes = [
    settings.usesCorpus ? libraryWords.withCorpus : libraryWords.withoutCorpus,
    ...(lost.length > 0
      ? [libraryWords.unanswered(lineOf(lost.slice(0, 3).map(titleOf).join(', '), charsMax.names))]
      : []),
    ...(setAside.length > 0 ? [libraryWords.setAside(lineOf(setAside.slice(0, 3).join(', '), charsMax.names))] : []),
    ...(state ? [lineOf(state, 200)] : []),
  ];
  const turning =
    pages > 1
      ? [
          libraryButton(words.back, { action: 'list', page: Math.max(0, at - 1) }, { disabled: at === 0 }),
          libraryButton(words.next, { action: 'list', page: at + 1 }, { disabled: at === pages - 1 }),
        ]
      : [];
  return page([
    text(`### ${libraryWords.heading}\n${smallPrint([facts.join(' · ')])}`),
    text(lines.join('\n') || libraryWords.empty),
    text(smallPrint(notes)),
    ...documentMenu(libraryWords.lookAt, optionsOf(shown, namesakes)),
    // The message with Undo is gone when its reader has closed Discord.
    ...documentMenu(libraryWords.bringBack, optionsOf(removed, new Set(removed)), 'removed'),
    ...rows(turning),
    ...rows([
      libraryButton(libraryWords.add, { action: 'add' }),
      libraryButton(settings.usesCorpus ? libraryWords.leaveCorpus : libraryWords.useCorpus, {
        action: 'corpus',
        uses: !settings.usesCorpus,
      }),
    ]),
  ]);
}
