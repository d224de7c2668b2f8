/** One document of a server's library → its card: what was understood and where each fact comes from, and how to correct it. */
import { fromGroup } from '../../ingest/edited.ts';
import type { Field } from '../../model.ts';
import type { Understood } from '../../store/keeper.ts';
import type { DocumentRecord } from '../../store/shelf.ts';
import { fold } from '../../text/fold.ts';
import { button, line, rows, smallPrint, text } from '../parts.ts';
import { labelOf, lineOf } from '../shorten.ts';
import { fits, type Size, sizeOf } from '../size.ts';
import { words } from '../words.ts';
import { type LibraryPage, libraryButton, page } from './parts.ts';
import { libraryWords } from './words.ts';

/** Leaves enough for the head, the names and what has happened. */
const factsRoom: Size = { chars: 2_600, bytes: 6_000 };
/** Of a value and of where it comes from: shorter where there are many signs of Markdown, or letters of many bytes. */
const factCharsMax = [140, 80, 40] as const;
const problemsMax = 5;
/** Of a file's name beside other facts, in half the room that these have. */
const nameCharsMax = 40;

export const titleOf = ({ name, title }: DocumentRecord): string => title.value ?? name;

/** Documents whose title another one has too: only the file tells which is which. */
export function namesakesAmong(documents: readonly DocumentRecord[]): ReadonlySet<DocumentRecord> {
  const byTitle = Map.groupBy(documents, (record) => fold(titleOf(record)).trim());
  return new Set([...byTitle.values()].filter(({ length }) => length > 1).flat());
}

/** With the file's name where `namesakes` has it. */
export const factsUnder = (record: DocumentRecord, namesakes: ReadonlySet<DocumentRecord>): string =>
  namesakes.has(record) ? `${labelOf(record.name, nameCharsMax)} · ${byOf(record)}` : byOf(record);

/** Who wrote it, who published it, and when. */
export function byOf({ authors, published, publisher, via }: DocumentRecord): string {
  const names = [authors.value?.join(', '), publisher.value ?? via.value];
  const date = published.value?.iso ?? libraryWords.unstatedDate;
  return [...names.filter((name, at) => name && names.indexOf(name) === at), date].join(' · ');
}

export interface CardOptions {
  /** What has just happened to it. */
  readonly done?: string;
  /** Whether that is in the answers. */
  readonly state?: string;
  /** Undo instead of Remove: it has just been added. */
  readonly isNew?: boolean;
  /** The name of its file, where another document has that. */
  readonly sameName?: string;
}

export function renderDocument(
  document: Understood,
  { done, isNew = false, sameName, state }: CardOptions = {},
): LibraryPage {
  const { record } = document;
  const { id } = record;
  return page([
    text(headOf(document, done)),
    text(factsOf(document)),
    ...(sameName ? [text(words.warning(libraryWords.sameName([lineOf(sameName, 80)])))] : []),
    ...(state ? [line(), text(smallPrint([lineOf(state, 200)]))] : []),
    ...rows([
      libraryButton(libraryWords.edit, { action: 'edit', id }),
      button(libraryWords.read, { kind: 'reading', act: 'open', article: record.articleId, at: 0 }),
      ...(record.isEdited ? [libraryButton(libraryWords.asRead, { action: 'as-read', id })] : []),
      libraryButton(isNew ? libraryWords.undo : libraryWords.remove, { action: 'remove', ids: [id] }),
      libraryButton(libraryWords.all, { action: 'list', page: 0 }),
    ]),
  ]);
}

function headOf({ names, passages, record }: Understood, done: string | undefined): string {
  const size = [
    ...(done ? [`**${lineOf(done, 80)}**`] : []),
    lineOf(record.format, 30),
    libraryWords.size(record.bytes),
    libraryWords.passages(passages),
    libraryWords.names(names),
  ];
  return `### ${lineOf(titleOf(record), 150)}\n${smallPrint([size.join(' · ')])}`;
}

/** Each fact with where it was found; then names, labels with their reasons, and what went wrong, as far as there is room. */
function factsOf({ frequentNames, record }: Understood): string {
  const all = factCharsMax.map((charsMax) => statedFacts(record, charsMax));
  const lines = [...(all.find((facts) => fits(sizeOf([facts.join('\n')]), factsRoom)) ?? all.at(-1) ?? [])];
  const more = [
    ...(frequentNames.length > 0
      ? [`**${libraryWords.mostNamed}** ${frequentNames.map((name) => lineOf(name, 50)).join(', ')}`]
      : []),
    ...record.labels.map(({ reason, text: said }) => `${words.warning(lineOf(said, 40))} – ${lineOf(reason, 400)}`),
    ...record.problems.slice(0, problemsMax).map(({ message }) => words.warning(lineOf(message, 300))),
  ];
  for (const one of more) {
    if (!fits(sizeOf([[...lines, one].join('\n')]), factsRoom)) break;
    lines.push(one);
  }
  return lines.join('\n');
}

function statedFacts(record: DocumentRecord, charsMax: number): readonly string[] {
  const { fields } = words;
  const stated = <T>(field: Field<T>, show: (value: T) => string): string => {
    const isCorrected = field.from === fromGroup;
    if (field.value === null && !isCorrected) return words.notStated;
    // What was read stands in the note of what was corrected.
    const from = isCorrected && field.note ? `${field.from}; ${field.note}` : words.origin(field.from);
    const value = field.value === null ? words.notStated : lineOf(show(field.value), charsMax);
    return `${value} ${words.from(lineOf(from, charsMax))}`;
  };
  const facts: (readonly [string, string])[] = [
    [libraryWords.title, stated(record.title, () => libraryWords.asAbove)],
    [fields.authors, stated(record.authors, (authors) => authors.join(', '))],
    [fields.published, stated(record.published, ({ iso }) => iso)],
    [fields.publisher, stated(record.publisher, String)],
    ...(record.via.value === null ? [] : [[fields.via, stated(record.via, String)] as const]),
    [fields.lang, stated(record.lang, words.language)],
    ...(record.url.value === null ? [] : [[fields.url, stated(record.url, String)] as const]),
    [fields.path, lineOf(record.name, charsMax)],
    ...(record.fetchedFrom === null ? [] : [[libraryWords.fetchedFrom, lineOf(record.fetchedFrom, charsMax)] as const]),
  ];
  return facts.map(([name, value]) => `**${name}** ${value}`);
}
