/**
 * What a group says better than a file does: corrections of an article's title, authors, date, publisher and labels, laid
 * over what was read and kept beside it. Pure; the text itself is never corrected.
 */
import type { Article, Field, Label } from '../model.ts';
import { statedDateOf } from './dates.ts';

export type LabelKind = Label['kind'];

/** What a group has set. An empty string or list says "not stated". */
export interface Edits {
  readonly title?: string;
  readonly authors?: readonly string[];
  /** As in `StatedDate.iso`. */
  readonly published?: string;
  readonly publisher?: string;
  /** True sets a label, false clears it. */
  readonly labels?: Readonly<Partial<Record<LabelKind, boolean>>>;
}

/** What is to be changed in the edits: what is absent stays, and null goes back to what was read. */
export type EditChange = {
  readonly [Key in keyof Omit<Edits, 'labels'>]?: Edits[Key] | null;
} & { readonly labels?: Readonly<Partial<Record<LabelKind, boolean | null>>> | null };

export type EditResult =
  | { readonly kind: 'edits'; readonly edits: Edits }
  /** One sentence for people. */
  | { readonly kind: 'refused'; readonly message: string };

export const fromGroup = 'set by the group';

const charsMax = { title: 300, author: 120, publisher: 160 } as const;
const authorsMax = 20;

/** What a label says when the group sets one that the reader did not. */
export const labelTexts: Readonly<Record<LabelKind, string>> = {
  'machine-rewritten': 'reads as machine-rewritten',
  'other-language': 'in another language',
  'low-confidence-extraction': 'text may be read wrongly',
  'no-text-layer': 'no text layer',
};

/** The edits after a change; white space is made single, and a value that can't stand is refused in one sentence. */
export function changedEdits(edits: Edits, change: EditChange): EditResult {
  const next: { -readonly [Key in keyof Edits]: Edits[Key] } = { ...edits };
  for (const [key, value] of Object.entries(change)) {
    if (value === undefined) continue;
    if (!isEditable(key))
      return refused(`“${shown(key)}” can’t be edited; only ${Object.keys(settersOf).join(', ')} can.`);
    const message = value === null ? takeBack(next, key) : settersOf[key](next, value);
    if (message) return refused(message);
  }
  return { kind: 'edits', edits: next };
}

type Draft = { -readonly [Key in keyof Edits]: Edits[Key] };

const refused = (message: string): EditResult => ({ kind: 'refused', message });

const isEditable = (key: string): key is keyof Edits => Object.hasOwn(settersOf, key);

function takeBack(draft: Draft, key: keyof Edits): null {
  delete draft[key];
  return null;
}

/** Each sets a value or says in one sentence why it can't. */
const settersOf: Readonly<Record<keyof Edits, (draft: Draft, value: unknown) => string | null>> = {
  title(draft, value) {
    const title = lineOf(value);
    if (!title) return 'A title can’t be empty; give one, or take your correction back to show the file’s own.';
    if (title.length > charsMax.title) return tooLong('A title', charsMax.title, title);
    draft.title = title;
    return null;
  },
  authors(draft, value) {
    if (!Array.isArray(value)) return 'Authors are given as a list of names.';
    const authors = [...new Set(value.map(lineOf).filter((name) => name !== ''))];
    if (authors.length > authorsMax)
      return `An article has at most ${authorsMax} authors here, and these are ${authors.length}; leave some out.`;
    const long = authors.find((name) => name.length > charsMax.author);
    if (long) return tooLong('An author’s name', charsMax.author, long);
    draft.authors = authors;
    return null;
  },
  published(draft, value) {
    const typed = lineOf(value);
    const date = statedDateOf(typed);
    if (typed && !date) return `“${shown(typed)}” can’t be read as a date; write it as 2016, 2016-04 or 2016-04-13.`;
    draft.published = date?.iso ?? '';
    return null;
  },
  publisher(draft, value) {
    const publisher = lineOf(value);
    if (publisher.length > charsMax.publisher) return tooLong('A publisher', charsMax.publisher, publisher);
    draft.publisher = publisher;
    return null;
  },
  labels(draft, value) {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return 'Labels are each set or cleared.';
    const labels = new Map(Object.entries(draft.labels ?? {}));
    for (const [kind, set] of Object.entries(value)) {
      if (!isLabelKind(kind)) return `“${shown(kind)}” is no label; there are ${Object.keys(labelTexts).join(', ')}.`;
      if (set === null) labels.delete(kind);
      else if (typeof set === 'boolean') labels.set(kind, set);
    }
    if (labels.size === 0) return takeBack(draft, 'labels');
    draft.labels = Object.fromEntries(labels);
    return null;
  },
};

const isLabelKind = (kind: string): kind is LabelKind => Object.hasOwn(labelTexts, kind);

/** One line without control characters or characters that turn the order of reading. */
const lineOf = (value: unknown): string =>
  typeof value === 'string'
    ? value
        .normalize('NFC')
        .replace(/[\p{Cc}\p{Zl}\p{Zp}]/gu, ' ')
        .replace(/[\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/g, '')
        .toWellFormed()
        .replace(/\s+/g, ' ')
        .trim()
    : '';

const shown = (typed: string): string => {
  const line = lineOf(typed);
  return line.length > 60 ? `${Array.from(line).slice(0, 60).join('')}…` : line;
};

const tooLong = (what: string, most: number, value: string): string =>
  `${what} has at most ${most} characters, and this one has ${value.length}; shorten it.`;

/** The part of an article that a group can correct. */
export type Editable = Pick<Article, 'title' | 'authors' | 'published' | 'publisher' | 'labels'>;

/** The article as the group wants it shown; the very same object without edits. */
export function withEdits<T extends Editable>(article: T, edits: Edits): T {
  if (Object.keys(edits).length === 0) return article;
  return {
    ...article,
    ...(edits.title === undefined ? {} : { title: edited(article.title, edits.title, String) }),
    ...(edits.authors === undefined
      ? {}
      : { authors: edited(article.authors, edits.authors.length ? edits.authors : null, (names) => names.join(', ')) }),
    ...(edits.published === undefined
      ? {}
      : { published: edited(article.published, statedDateOf(edits.published), ({ iso }) => iso) }),
    ...(edits.publisher === undefined ? {} : { publisher: edited(article.publisher, edits.publisher || null, String) }),
    ...(edits.labels === undefined ? {} : { labels: editedLabels(article.labels, edits.labels) }),
  };
}

/** Without what says no more than was read: who puts that back by hand takes the correction back. */
export function withoutRead(edits: Edits, read: Editable): Edits {
  const said: Required<Omit<Edits, 'labels'>> = {
    title: read.title.value ?? '',
    authors: read.authors.value ?? [],
    published: read.published.value?.iso ?? '',
    publisher: read.publisher.value ?? '',
  };
  const labels = Object.entries(edits.labels ?? {}).filter(
    ([kind, isSet]) => isSet !== read.labels.some((label) => label.kind === kind),
  );
  const { labels: _, ...values } = edits;
  const differing = Object.entries(values).filter(
    ([key, value]) => JSON.stringify(value) !== JSON.stringify(said[key as keyof typeof said]),
  );
  return { ...Object.fromEntries(differing), ...(labels.length > 0 && { labels: Object.fromEntries(labels) }) };
}

/** The group's value, with what was read in its note. */
function edited<T>(read: Field<T>, value: T | null, show: (value: T) => string): Field<T> {
  const note = read.value === null ? 'the file states none' : `the file says “${shown(show(read.value))}”`;
  return { value, from: fromGroup, note };
}

function editedLabels(read: readonly Label[], edits: NonNullable<Edits['labels']>): Label[] {
  const kept = read.filter(({ kind }) => edits[kind] !== false);
  const added = (Object.keys(labelTexts) as LabelKind[])
    .filter((kind) => edits[kind] === true && !read.some((label) => label.kind === kind))
    .map((kind): Label => ({ kind, text: labelTexts[kind], reason: `This label was ${fromGroup}.` }));
  return [...kept, ...added];
}
