/** Every word that the bot says about a server's library; plain text without Markdown, like ../words.ts. */
import { megabytes } from '../../ingest/draft.ts';

const counted = (count: number, one: string, several: string): string =>
  `${count.toLocaleString('en')} ${count === 1 ? one : several}`;

/** Small files read better in kilobytes. */
const sizeOf = (bytes: number): string => (bytes < 100_000 ? `${Math.ceil(bytes / 100) / 10} kB` : megabytes(bytes));

/** What may not be exceeded is rounded down. */
const limitOf = (bytes: number): string =>
  bytes < 1_000_000 ? `${Math.floor(bytes / 1_000)} kB` : `${Math.floor(bytes / 1_000_000)} MB`;

export const libraryWords = {
  // Who and where
  busy: 'The libraries are busy just now; try again in a moment.',
  serversOnly: 'A library belongs to a server: use /library there.',
  notAllowed: 'The library is managed by members who may manage this server (the permission Manage Server).',

  // Documents
  documents: (count: number) => counted(count, 'document', 'documents'),
  files: (count: number) => counted(count, 'file', 'files'),
  size: sizeOf,
  limit: limitOf,
  passages: (count: number) => counted(count, 'passage', 'passages'),
  names: (count: number) => counted(count, 'name', 'names'),
  mostNamed: 'Names',
  noSuchDocument: 'There is no such document here any more. /library list shows those there are.',
  notOne: (typed: string, fitting: number) =>
    fitting === 0
      ? `No document here is called “${typed}”. /library list shows those there are.`
      : `“${typed}” may be any of ${fitting} documents here. Choose one from the list that Discord offers while you type.`,
  fetchedFrom: 'Fetched from',
  unstatedDate: 'date not stated',

  // Buttons
  edit: 'Correct',
  read: 'Read',
  remove: 'Remove',
  undo: 'Undo',
  undoAll: (count: number) => `Undo all ${count}`,
  asRead: 'Back to what was read',
  all: 'All documents',
  add: 'Add files…',
  lookAt: 'Look at one…',
  bringBack: 'Bring back one that was removed…',

  // Adding
  reading: (at: number, of: number, name: string) =>
    of === 1 ? `Reading ${name} …` : `${at} of ${of}: reading ${name} …`,
  building: 'Read. The library is being built anew …',
  added: 'Added',
  addedOf: (added: number, of: number) => `Added ${added} of ${counted(of, 'file', 'files')}`,
  alreadyThere: (name: string, title: string) => `${name} is in the library already, as “${title}”.`,
  sameName: (names: readonly string[]) => {
    const [first = ''] = names;
    return names.length > 1
      ? `There are files of these names already, and all are kept: ${names.map((name) => `“${name}”`).join(', ')}. /library remove takes the older ones away.`
      : `There is a file “${first}” already, and both are kept: /library remove takes the older one away.`;
  },
  noFile: 'Give a file or the address of a page, not both.',
  tooMany: (name: string) => `${name} was not read: too many files came at once. Please add it again in a minute.`,
  failedBecause: (name: string, why: string) => `${name} could not be added. ${why}`,
  failed: (name: string) => `${name} could not be added. Please try again in a moment.`,
  uploadTitle: 'Add to the library',
  uploadLabel: 'Files',
  uploadDetail: (limit: string) => `Up to ten: PDF, Word, EPUB, saved web pages, Markdown, text; ${limit} each.`,

  // After a change
  inAnswers: 'In the answers now.',
  outOfAnswers: 'No longer in the answers.',
  soon: 'Done. The library is being built anew; for a moment the answers are as before.',
  removed: (title: string) => `Removed “${title}”.`,
  removedSeveral: (count: number) => `Removed ${counted(count, 'document', 'documents')}.`,
  undoFor: (count: number) =>
    `Undo brings ${count === 1 ? 'it' : 'them'} back, within a day; so does the list of all documents.`,
  restored: 'Brought back',
  restoredSeveral: (count: number) => `Brought back ${counted(count, 'document', 'documents')}.`,
  thereAgain: 'That document is in the library already.',
  settled: 'The answers go by that now.',
  saved: 'Corrected',
  nothingChanged: 'Nothing was changed.',
  takenBack: 'As it was read',

  // Editing
  editTitle: 'Correct what was read',
  title: 'Title',
  asAbove: 'as above',
  authors: 'Authors',
  authorsDetail: 'One a line; empty: not stated',
  published: 'Date',
  publishedDetail: 'As 2016, 2016-04 or 2016-04-13; empty: not stated',
  publisher: 'Publisher',
  publisherDetail: 'Empty: not stated',
  labels: 'Labels',
  labelsDetail: 'Shown with every quote, as a warning',
  noLabels: 'No label',
  removedMeanwhile: 'Somebody removed this document in the meantime, and nothing of yours was saved.',
  changedMeanwhile: 'Somebody corrected this document in the meantime, and nothing of yours was saved.',
  again: 'Go on with these words',

  // List
  heading: 'Library of this server',
  empty: 'No document has been added yet. Add the first with the button below, or with /library add.',
  used: (documents: number, documentsMax: number, bytes: number, bytesMax: number) =>
    `${documents.toLocaleString('en')} of ${counted(documentsMax, 'document', 'documents')} · ${sizeOf(bytes)} of ${limitOf(bytesMax)}`,
  withCorpus: 'The answers draw on these and on the readings that come with the bot.',
  withoutCorpus: 'The answers draw on these alone, not on the readings that come with the bot.',
  useCorpus: 'Use the bot’s readings too',
  leaveCorpus: 'Leave out the bot’s readings',
  unanswered: (titles: string) =>
    `Damaged, and in no answer: ${titles}. What stays so for more than a few minutes has to be removed, and its file added again.`,
  setAside: (names: string) =>
    `A damaged file of this library was put aside (${names}); what could be saved of it is here. Whoever runs the bot can look into it.`,

  // Export
  exportTitle: 'Export',
  exportPart: (at: number, of: number) => (of === 1 ? 'The whole library' : `Part ${at} of ${of}`),
  exportHolds: 'The original files, and library.json with what was read and corrected.',
  nothingToExport: 'There is nothing to export: no document has been added yet.',
  exporting: 'An export of this library is under way. Please wait until it is done.',
  leftOut: (limit: string) => `Not in it, for a file sent here may have at most ${limit}:`,
  damaged: 'Not in it, for they are damaged on the disk:',
  andMore: (count: number) => `and ${count} more`,

  // Deletion
  deleteTitle: 'Delete the whole library?',
  deleteNames: (documents: number, bytes: number) =>
    `${counted(documents, 'document', 'documents')} (${sizeOf(bytes)}) with all corrections, what was removed and could still be brought back, and this server’s settings.`,
  deleteForGood: 'This can’t be undone. /library export gives you all of it first.',
  deleteAll: 'Delete everything',
  keep: 'Keep it',
  deleted: 'The library of this server is deleted.',
  kept: 'Nothing was deleted.',
  nothingToDelete: 'There is nothing to delete: this server has no library of its own.',
  changedSince: 'The library has changed since; this is what would go now.',
} as const;
