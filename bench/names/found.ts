/**
 * What the code under test finds in the labelled texts, in one plain shape: the only file of this bench that calls it
 * for names and dates, so that a change of its interface is met here.
 */
import { readMarkdown } from '../../src/ingest/markdown-reader.ts';
import { finishedArticle } from '../../src/ingest/read-article.ts';
import { readText } from '../../src/ingest/text-reader.ts';
import { libraryOf } from '../../src/library.ts';
import type { Article, Entity, EntityType, Library, Span } from '../../src/model.ts';
import { type DateMention, datesOf } from '../../src/text/dates.ts';
import type { DayRange } from './marked-text.ts';
import type { LabelledText } from './texts.ts';

export interface FoundMention extends Span {
  readonly file: string;
  readonly text: string;
  readonly type: EntityType;
  /** The same for all mentions of one entity. */
  readonly entity: string;
}

export interface FoundDate extends Span {
  readonly file: string;
  readonly text: string;
  /** Null where the finder says that the year is not stated. */
  readonly value: DayRange | null;
}

export interface Found {
  /** In the order of the texts, each span once an entity. */
  readonly mentions: readonly FoundMention[];
  readonly dates: readonly FoundDate[];
  /** Body spans of each file: only labels in them can be found. */
  readonly bodies: ReadonlyMap<string, readonly Span[]>;
}

export function articleOf(path: string, text: string): Article {
  const bytes = new TextEncoder().encode(text);
  const read = path.endsWith('.md') ? readMarkdown : readText;
  const { article } = finishedArticle(path, bytes, read(path, bytes));
  if (!article) throw new Error(`"${path}" gave no article`);
  if (article.text !== text) throw new Error(`"${path}" was changed by reading it: its offsets no longer fit`);
  return article;
}

/** Reads the texts as one library, or with `alone` each as a library of its own. */
export function findIn(texts: readonly LabelledText[], alone: boolean): Found {
  const articles = texts.map(({ file, text }) => articleOf(file, text));
  const libraries = (alone ? articles.map((article) => [article]) : [articles]).map((group) =>
    libraryOf({ articles: group, problems: [] }),
  );
  return {
    mentions: libraries.flatMap(mentionsOf),
    dates: articles.flatMap(datesFound),
    bodies: new Map(
      articles.map(({ path, blocks }) => [
        path,
        blocks.filter(({ body }) => body).map(({ start, end }) => ({ start, end })),
      ]),
    ),
  };
}

function mentionsOf(library: Library, at: number): FoundMention[] {
  const found = library.names.entities.flatMap((entity) => mentionsOfEntity(library, entity, `${at}:${entity.id}`));
  const distinct = new Map(
    found.map((mention) => [`${mention.file} ${mention.start} ${mention.end} ${mention.entity}`, mention]),
  );
  return [...distinct.values()].sort((a, b) =>
    a.file < b.file ? -1 : a.file > b.file ? 1 : a.start - b.start || a.end - b.end,
  );
}

const mentionsOfEntity = (library: Library, { type, mentions }: Entity, entity: string): FoundMention[] =>
  mentions.map(({ passage, start, end }) => {
    const { article } = library.passages[passage]!;
    return { file: article.path, start, end, text: article.text.slice(start, end), type, entity };
  });

/** The labels mark the two ends of a range that is told in words each by itself. */
const datesFound = (article: Article): FoundDate[] =>
  datesOf(article)
    .flatMap((date): readonly DateMention[] => date.ends ?? [date])
    .map(({ start, end, value }) => ({ file: article.path, start, end, text: article.text.slice(start, end), value }));
