/**
 * Every word that the bot itself says in Discord, in one place: the door for other languages. Sentences here are plain
 * text without Markdown; numbers and names come in already fit for their place.
 */
import type { EntityType } from '../model.ts';

const numbers = new Intl.NumberFormat('en');

const counted = (count: number, one: string, several: string): string =>
  `${numbers.format(count)} ${count === 1 ? one : several}`;

/** Where a fact was found, as readers say it; others stand as they are: "line 3", "heading". */
const origins: ReadonlyMap<string, string> = new Map([
  ['front-matter', 'front matter'],
  ['url-path', 'its address'],
  ['file-name', 'file name'],
]);

const languages = new Intl.DisplayNames('en', { type: 'language' });

export const words = {
  // Commands
  privateOption: 'Only you see the answer',

  noName: '(no name)',

  // Buttons and menus. Discord marks a link by itself; ◀, ▶ and ↗ would be drawn as emoji on some phones.
  back: '‹ Back',
  next: 'Next ›',
  earlier: '‹ Earlier',
  later: 'Later ›',
  share: 'Share',
  remove: 'Remove',
  around: 'Before and after',
  cite: 'Cite',
  open: 'Open',
  show: 'Show',
  readFromStart: 'Read from the start',
  readFrom: 'Read on from…',
  readFromFirst: (shown: number, of: number) => `Read on from… (the first ${shown} of ${of} headings)`,
  openSource: 'Open one…',
  chooseOne: 'Choose one…',

  // Found
  types: {
    person: 'person',
    organisation: 'organisation',
    place: 'place',
    event: 'event',
    untyped: '',
  } satisfies Record<EntityType, string>,
  passages: (total: number) => counted(total, 'passage', 'passages'),
  bestPassages: (shown: number, total: number) => `the best ${shown} of ${counted(total, 'passage', 'passages')}`,
  best: (shown: number) => `the best ${counted(shown, 'passage', 'passages')}`,
  dates: (total: number) => counted(total, 'dated sentence', 'dated sentences'),
  firstDates: (shown: number, total: number) =>
    `the first ${shown} of ${counted(total, 'dated sentence', 'dated sentences')}`,
  inSources: (sources: number) => `in ${counted(sources, 'source', 'sources')}`,
  page: (page: number, pages: number) => `page ${page} of ${pages}`,
  alsoWritten: (spellings: string) => `also written ${spellings}`,
  alsoIn: (titles: string) => `also in ${titles}`,
  andMore: (count: number) => `and ${count} more`,
  quoted: (query: string) => (/^["“„«]/u.test(query) ? query : `“${query}”`),
  nearMessage: 'Passages near to the message',
  asked: (query: string) => `Asked: “${query}”`,
  shortened: (left: number) => `(shortened: ${counted(left, 'more sentence', 'more sentences')} in the source)`,
  goesOn: '(the sentence goes on in the source)',
  startsWithin: '(starts within a sentence of the source)',
  warning: (label: string) => `⚠ ${label}`,

  // Choose, nothing, help
  whichOne: (query: string): string => `${words.quoted(query)}: which one?`,
  firstOf: (shown: number, total: number) => `The first ${shown} of ${total}; type more of the name for the others.`,
  searched: (articles: number, passages: number) =>
    `Searched ${counted(passages, 'passage', 'passages')} in ${counted(articles, 'article', 'articles')}`,
  nearest: (offered: number) => (offered === 1 ? 'Perhaps this?' : 'Perhaps one of these?'),
  helpTitle: 'What you can ask',
  helpIntro: (articles: number) =>
    `Answers are passages from ${counted(articles, 'article', 'articles')}, quoted to the letter, each with its source.`,
  helpPrivate: 'Add private:true to any of them for an answer that only you see.',
  helpLibrary: 'Who manages a server adds its own readings with /library. /privacy tells what is kept.',
  helpMessages: (labels: readonly string[]) => `On any message, under Apps: ${labels.join(', ')}.`,
  example: (example: string) => `for example ${example}`,

  // Check this quote
  checked: 'Quotations checked',
  verdicts: { exact: 'To the letter', altered: 'Altered', absent: 'Not in this library' },
  verdictsElsewhere: {
    exact: 'To the letter, but from another source',
    altered: 'Altered, and from another source',
    absent: 'Not in this library',
  },
  quotations: (count: number) => counted(count, 'quotation', 'quotations'),
  uncheckedQuotations: (count: number) => `${count} more not shown`,
  wholeMessage: 'Nothing in the message is marked as a quotation, so all of it was taken.',
  nothingToCheck: 'There is no quotation of five characters or more in that message.',
  misnamed: (names: readonly string[]) => `The message names **${names.join('**, **')}**; the words stand elsewhere:`,
  said: 'It says:',
  struckAndBold: 'Struck out: not in the source. Bold: the source’s own words.',
  nearestPassage: 'The nearest passage is this:',
  nothingNear: 'Nothing near to it stands here either.',
  samePassage: 'It stands in a passage above.',
  moreParagraphs: '(it goes on in the next paragraph)',

  // Timeline and names
  when: (text: string, days: string) => `${text} ${days}`,
  days: (from: string, to: string) => (from === to ? `(${from})` : `(${from} to ${to})`),
  noYear: '(year not stated)',
  index: 'Names',
  indexOf: {
    person: 'People',
    organisation: 'Organisations',
    place: 'Places',
    event: 'Events',
    untyped: 'Other names',
  } satisfies Record<EntityType, string>,
  names: (count: number) => counted(count, 'name', 'names'),
  namesOf: (shown: number, total: number) => `${numbers.format(shown)} of ${counted(total, 'name', 'names')}`,
  continued: '(continued)',
  lookUp: 'Look one up…',
  /** Once for the page: beside each name its number alone. */
  numbersAreMentions: 'with the number of mentions',
  number: (count: number) => numbers.format(count),
  mentions: (count: number) => counted(count, 'mention', 'mentions'),

  // Shelf and source
  shelf: 'Sources',
  articles: (count: number) => counted(count, 'article', 'articles'),
  unread: (count: number) => `${counted(count, 'file', 'files')} could not be read`,
  emptyShelf: 'There are no articles here yet.',
  paragraphs: (count: number) => counted(count, 'paragraph', 'paragraphs'),
  sections: (count: number) => `in ${counted(count, 'section', 'sections')}`,
  notStated: 'not stated',
  unstated: (facts: readonly string[]) => `Not stated: ${facts.join(', ')}`,
  missing: { authors: 'author', publisher: 'publisher', published: 'date', url: 'address' },
  factsFrom: (origin: string) => `Facts from: ${origin}`,
  titleFrom: (origin: string) => `Title from: ${origin}`,
  from: (origin: string) => `(${origin})`,
  origin: (from: string): string => origins.get(from) ?? from,
  language: (tag: string): string => {
    try {
      return languages.of(tag) ?? tag;
    } catch {
      return tag;
    }
  },
  fields: {
    authors: 'Author',
    publisher: 'Publisher',
    via: 'Carried by',
    published: 'Published',
    lang: 'Language',
    licence: 'Licence',
    url: 'Address',
    path: 'File',
    sources: 'Names as its sources:',
  },
  opening: 'It begins',

  // Before and after
  thePassage: 'The passage',
  afterPassage: 'It goes on',

  // Cite
  citation: 'Citation',
  toCopy: 'As Markdown, to copy:',
  asText: 'As Markdown; a code block can’t hold it, so take care with the backticks:',
  tooLongToCite: 'There is no room in a message for this passage with its source.',

  // Sentences to one reader
  staleButton: 'That button belongs to an older version of this message. Please run the command again.',
  beingOpened: 'The library is being opened; ask again in a moment.',
  busy: 'Many are asking at once; ask again in a moment.',
  leaving: 'The bot is being restarted, and it can’t be told whether this was done. Look again in a minute.',
  tooOften: 'That was a lot at once. Please wait a few seconds, and ask again.',
  changedSource: 'That source has changed since, or was removed. Please run the command again.',
  /** The words were quoted exactly then; they are shown as they stood, outside of a quotation. */
  goneFromSource: (quoted: string) =>
    `The source has changed since, or was removed: these words no longer stand in the library. It was quoted then as: “${quoted}”`,
  unknownCommand: 'This command is not known any more. Please choose one of those that Discord offers.',
  notYours: 'Only the one who asked can remove an answer.',
  failed: 'Sorry, that did not work. Please try again in a moment.',
} as const;
