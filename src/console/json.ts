/** An answer as one JSON object: the contract that other programs script against. Fields may be added, never changed. */

import { placeOf } from '../ingest/place.ts';
import type { Answer, Article, Asked, Checked, Found, Quote, Span } from '../model.ts';

export interface JsonQuote {
  readonly text: string;
  /** UTF-16 offsets into the article's canonical text; the end is exclusive. */
  readonly start: number;
  readonly end: number;
  readonly article: JsonSource;
  readonly where: string;
  readonly labels: readonly string[];
  readonly alsoIn?: readonly { readonly path: string; readonly start: number; readonly end: number }[];
  /** Of a timeline: the date in the source's words, and its days, null where no year is stated. */
  readonly when?: { readonly text: string; readonly from: string | null; readonly to: string | null };
}

export interface JsonSource {
  readonly path: string;
  readonly title: string | null;
  readonly author: string | null;
  readonly publisher: string | null;
  readonly published: string | null;
  readonly url: string | null;
}

export interface JsonAnswer {
  readonly command: string;
  readonly kind: 'found' | 'choose' | 'nothing';
  readonly subject: { readonly name: string; readonly type: string; readonly surfaces: readonly string[] } | null;
  readonly total: number;
  readonly quotes: readonly JsonQuote[];
  readonly suggestions: readonly string[];
  readonly ms: number;
  readonly message?: string;
  readonly sources?: readonly JsonSource[];
  /** Of a message that was checked: its quotations, each with the quotes of the source that answers to it. */
  readonly checks?: readonly JsonCheck[];
  readonly names?: readonly {
    readonly name: string;
    readonly type: string;
    readonly mentions: number;
    readonly sources: number;
  }[];
}

export interface JsonCheck {
  readonly said: string;
  readonly verdict: 'exact' | 'altered' | 'absent';
  /** Where the words differ: `said` and `source` are the words on either side, null where there are none. */
  readonly differences: readonly {
    readonly kind: string;
    readonly said: string | null;
    readonly source: string | null;
  }[];
  /** Names of sources in the message, when the words stand in none of them. */
  readonly misnamed: readonly string[];
  readonly quotes: readonly JsonQuote[];
  readonly alsoIn: readonly string[];
}

/** `limit` bounds the quotes, not the total. */
export function jsonOf(answer: Answer, command: string, ms: number, limit: number): JsonAnswer {
  return { command, ...partOf(answer, limit), ms: Math.round(ms * 1_000) / 1_000 };
}

type Part = Omit<JsonAnswer, 'command' | 'ms'>;

const empty: Part = { kind: 'nothing', subject: null, total: 0, quotes: [], suggestions: [] };

function partOf(answer: Answer, limit: number): Part {
  switch (answer.kind) {
    case 'found': {
      const quotes = answer.found.slice(0, limit).map(jsonFound);
      const message = answer.note === undefined ? {} : { message: answer.note };
      return { ...empty, kind: 'found', subject: answer.subject, total: answer.total, quotes, ...message };
    }
    case 'choose':
      return { ...empty, kind: 'choose', suggestions: answer.choices.map(({ label }) => label) };
    case 'nothing':
      return { ...empty, suggestions: answer.nearest.map(({ label }) => label), message: answer.reason };
    case 'source': {
      const subject = { name: answer.article.title.value ?? answer.article.path, type: 'source', surfaces: [] };
      const quotes = answer.opening.slice(0, limit).map(jsonQuote);
      return {
        ...empty,
        kind: 'found',
        subject,
        total: answer.paragraphs,
        quotes,
        sources: [sourceOf(answer.article)],
      };
    }
    case 'reading':
      return {
        ...empty,
        kind: 'found',
        total: answer.quotes.length,
        quotes: answer.quotes.slice(0, limit).map(jsonQuote),
      };
    case 'shelf':
      return { ...empty, kind: 'found', total: answer.articles.length, sources: answer.articles.map(sourceOf) };
    case 'names': {
      const names = answer.groups.flatMap(({ type, entries }) =>
        entries.map(({ name, mentions, sources }) => ({ name, type, mentions, sources })),
      );
      return { ...empty, kind: 'found', total: names.length, names };
    }
    case 'check': {
      const checks = answer.checks.map(jsonCheck);
      const isFound = checks.some(({ verdict }) => verdict !== 'absent');
      return { ...empty, kind: isFound ? 'found' : 'nothing', total: checks.length + answer.left, checks };
    }
    case 'help':
      return {
        ...empty,
        kind: 'found',
        total: answer.commands.length,
        suggestions: answer.commands.map(({ example }) => example),
      };
  }
}

function jsonFound({ quote, alsoIn, when }: Found): JsonQuote {
  const copies = alsoIn.map(({ article, start, end }) => ({ path: article.path, start, end }));
  return {
    ...jsonQuote(quote),
    ...(copies.length > 0 && { alsoIn: copies }),
    ...(when && { when: { text: when.text, from: when.from, to: when.to } }),
  };
}

function jsonCheck({ alsoIn, differences, misnamed, quotes, said, verdict }: Checked): JsonCheck {
  const text = quotes[0]?.article.text ?? '';
  const words = (from: string, span: Span | null) => span && from.slice(span.start, span.end);
  return {
    said,
    verdict,
    differences: differences.map((one) => ({
      kind: one.kind,
      said: words(said, one.said),
      source: words(text, one.source),
    })),
    misnamed,
    quotes: quotes.map(jsonQuote),
    alsoIn: alsoIn.map(({ path }) => path),
  };
}

const jsonQuote = (quote: Quote): JsonQuote => ({
  text: quote.text,
  start: quote.start,
  end: quote.end,
  article: sourceOf(quote.article),
  where: placeOf(quote.article, quote),
  labels: quote.article.labels.map(({ text }) => text),
});

const sourceOf = (article: Article): JsonSource => ({
  path: article.path,
  title: article.title.value,
  author: article.authors.value?.join(', ') ?? null,
  publisher: article.publisher.value,
  published: article.published.value?.iso ?? null,
  url: article.url.value,
});

export const asText = ({ command, query }: Asked): string => `/${command}${query ? ` ${query}` : ''}`;
