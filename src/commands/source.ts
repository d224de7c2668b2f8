/** /source: one article — what it is, where each fact about it comes from, its outline, and where to read on. */
import { quote } from '../answer/quote.ts';
import type { Answer, Article, Asked, Choice, Command, Library, OutlineEntry, Quote } from '../model.ts';
import { boundedQuery, queryCharsMax } from '../search/query.ts';
import { fold } from '../text/fold.ts';
import { wordsOf } from '../text/words.ts';

const suggestionsMax = 25;
const choicesMax = 20;
/** Characters that a value of autocomplete may have in Discord; a longer title is asked for by its id. */
const valueCharsMax = 100;
const openingSentences = 2;

export const source: Command = {
  name: 'source',
  description: 'One article: what it is, its outline, and reading on from any point',
  option: {
    name: 'title',
    description: 'The article, by its title or file name',
    required: true,
    charsMax: queryCharsMax,
  },
  example: '/source Soleimani',
  suggest: (library, typed) =>
    (typed.trim() ? articlesLike(library, typed) : library.articles).slice(0, suggestionsMax).map((article) => {
      const title = titleOf(article);
      const isOwn =
        title.length <= valueCharsMax && library.articles.filter((other) => titleOf(other) === title).length === 1;
      return { label: title, value: isOwn ? title : `#${article.id}` };
    }),
  answer: async (library, query): Promise<Answer> => {
    const asked: Asked = { command: 'source', query };
    const found = articlesLike(library, boundedQuery(query));
    const [one, another] = found;
    if (one && !another) return sourceAnswer(asked, one);
    if (one) return { kind: 'choose', asked, choices: found.slice(0, choicesMax).map(choiceOf) };
    return {
      kind: 'nothing',
      asked,
      reason: `No article here is called “${boundedQuery(query)}”.`,
      searched: { articles: library.articles.length, passages: library.passages.length },
      nearest: nearestTitles(library, query).map(choiceOf),
    };
  },
};

const titleOf = (article: Article): string => article.title.value ?? article.path;

export const choiceOf = (article: Article): Choice => ({
  label: titleOf(article),
  detail: [article.publisher.value, article.published.value?.iso ?? 'date not stated', article.path]
    .filter(Boolean)
    .join(' · '),
  ask: { command: 'source', query: `#${article.id}` },
});

/** What an article is found by, folded once: a library of thousands is asked for with each letter that is typed. */
interface Called {
  readonly title: string;
  /** With its path, publisher and authors. */
  readonly all: string;
}

const known = new WeakMap<Article, Called>();

function calledOf(article: Article): Called {
  const before = known.get(article);
  if (before) return before;
  const { authors, path, publisher } = article;
  const title = titleOf(article);
  const all = fold(`${title} ${path} ${publisher.value ?? ''} ${authors.value?.join(' ') ?? ''}`);
  const called = { title: fold(title), all };
  known.set(article, called);
  return called;
}

/** By id, path or whole title; else by the beginning of the title; else by all its words. */
function articlesLike(library: Library, typed: string): readonly Article[] {
  const byId = /^#([a-z0-9]{8})$/.exec(typed.trim())?.[1];
  if (byId) return [library.articleById(byId) ?? []].flat();
  const wanted = fold(typed).trim();
  const words = wordsOf(wanted).map(({ text }) => text);
  if (words.length === 0) return [];
  const whole = library.articles.filter(
    (article) => calledOf(article).title === wanted || article.path === typed.trim(),
  );
  if (whole.length > 0) return whole;
  const starting = library.articles.filter((article) => calledOf(article).title.startsWith(wanted));
  const holding = library.articles.filter((article) => words.every((word) => calledOf(article).all.includes(word)));
  return [...new Set([...starting, ...holding])];
}

/** Titles that share the most words with what was typed, or words that begin alike. */
function nearestTitles(library: Library, typed: string): Article[] {
  const words = wordsOf(fold(boundedQuery(typed)))
    .map(({ text }) => text.slice(0, 5))
    .filter((word) => word.length > 2);
  const shared = (article: Article) => words.filter((word) => calledOf(article).title.includes(word)).length;
  return library.articles
    .map((article) => ({ article, score: shared(article) }))
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score)
    .slice(0, 5)
    .map(({ article }) => article);
}

function sourceAnswer(asked: Asked, article: Article): Answer {
  const body = article.blocks.filter((block) => block.body && block.sentences.length > 0);
  return {
    kind: 'source',
    asked,
    article,
    outline: outlineOf(article),
    paragraphs: body.length,
    opening: body.slice(0, 1).map((block): Quote => {
      const last = block.sentences[Math.min(openingSentences, block.sentences.length) - 1]!;
      return quote(article, { start: block.sentences[0]!.start, end: last.end });
    }),
  };
}

/** Headings that have something under them. */
function outlineOf(article: Article): OutlineEntry[] {
  return article.blocks.flatMap((block, index) => {
    if (block.role !== 'heading' && block.role !== 'title') return [];
    const under = article.blocks.filter((other) => other.body && other.section === index);
    const first = under[0];
    if (!first) return [];
    const title = article.text
      .slice(block.start, block.end)
      .replace(/^#+\s*|\s*#*\s*$/g, '')
      .replace(/\s+/gu, ' ');
    return { title, level: block.level ?? 1, paragraphs: under.length, start: first.start };
  });
}
