/** An answer as text for a terminal: the same data that Discord shows, in plain lines. */
import { sourceLineOf, webUrlOf } from '../answer/cite.ts';
import { piecesOf } from '../answer/quote.ts';
import { placeOf } from '../ingest/place.ts';
import type {
  Answer,
  Choice,
  EntityType,
  Field,
  Found,
  FoundAnswer,
  NamesAnswer,
  Quote,
  Reason,
  SourceAnswer,
  Span,
  When,
} from '../model.ts';
import { asText } from './json.ts';
import { printedCheck } from './print-check.ts';

/** Marks of the terminal; all empty where colours are not wanted. */
export interface Style {
  readonly bold: (text: string) => string;
  readonly dim: (text: string) => string;
}

export const plainStyle: Style = { bold: (text) => text, dim: (text) => text };
export const terminalStyle: Style = {
  bold: (text) => `\u001b[1m${text}\u001b[22m`,
  dim: (text) => `\u001b[2m${text}\u001b[22m`,
};

const count = (number: number, noun: string): string => `${number} ${noun}${number === 1 ? '' : 's'}`;

/** Which of an answer's quotes are shown, and what is said of those after them. */
export interface Part {
  readonly from: number;
  readonly count: number;
  readonly more: (left: number, total: number) => string;
  /** Whether each quote is followed by what put it in its place. */
  readonly why?: boolean;
}

export function printed(answer: Answer, style: Style, part: Part): string {
  switch (answer.kind) {
    case 'found':
      return printedFound(answer, style, part);
    case 'choose':
      return [`Several fit. Which one?`, ...choiceLines(answer.choices, style)].join('\n');
    case 'nothing': {
      const { articles, passages } = answer.searched;
      const searched = style.dim(`Searched ${count(articles, 'article')}, ${count(passages, 'passage')}.`);
      const near = answer.nearest.length > 0 ? ['Nearest:', ...choiceLines(answer.nearest, style)] : [];
      return [answer.reason, searched, ...near].join('\n');
    }
    case 'source':
      return printedSource(answer, style);
    case 'reading':
      return answer.quotes.map((quote) => quoted(quote, [], style)).join('\n\n');
    case 'shelf': {
      const lines = answer.articles.map(
        (article) => `  ${sourceLineOf(article).title}\n    ${style.dim(sourceLineOf(article).by)}`,
      );
      return [`${count(answer.articles.length, 'article')} on the shelf:`, ...lines].join('\n');
    }
    case 'names':
      return printedNames(answer, style);
    case 'check':
      return printedCheck(answer, style);
    case 'help':
      return answer.commands
        .map(
          ({ usage, description, example }) =>
            `  ${usage}\n    ${description}.${example === usage ? '' : ` ${style.dim(`For example: ${example}`)}`}`,
        )
        .join('\n');
  }
}

function printedFound(answer: FoundAnswer, style: Style, part: Part): string {
  const { subject, asked, total, note, found } = answer;
  const sources = new Set(found.map(({ quote }) => quote.article.id)).size;
  const others = subject?.surfaces.filter((surface) => surface !== subject.name) ?? [];
  const head = [
    style.bold(subject?.name ?? asked.query),
    subject && subject.type !== 'untyped' ? subject.type : null,
    `${count(total, 'passage')} in ${count(sources, 'source')}`,
    others.length > 0 ? `also written ${others.slice(0, 5).join(', ')}` : null,
  ];
  const shown = found.slice(part.from, part.from + part.count);
  const left = found.length - part.from - shown.length;
  const more = left > 0 ? [style.dim(part.more(left, found.length))] : [];
  const lines = [head.filter(Boolean).join(' · '), ...(note ? [note] : [])].join('\n');
  return [
    ...(part.from === 0 ? [lines] : []),
    ...shown.map((entry) => printedEntry(entry, style, part.why)),
    ...more,
  ].join('\n\n');
}

function printedEntry({ quote, matches, best, alsoIn, when, why = [] }: Found, style: Style, isWhy = false): string {
  const copies = alsoIn.map(({ article }) => sourceLineOf(article).title);
  const also = copies.length > 0 ? [`    ${style.dim(`also in ${copies.join('; ')}`)}`] : [];
  const dated = when ? [`  ${whenLine(when, style)}`] : [];
  const reasons = isWhy ? why.map((reason) => `    ${whyLine(reason, style)}`) : [];
  const shown = quoted(quote, best ? [best] : matches, style);
  return [...dated, shown, ...sourceLines(quote, style), ...also, ...reasons].join('\n');
}

const whyLine = ({ feature, because, points }: Reason, style: Style): string =>
  `${points < 0 ? '−' : '+'}${Math.abs(points).toFixed(2)} ${feature} ${style.dim(`(${because})`)}`;

/** The source's own words, and the days where these don't say them. */
function whenLine({ text, from, to, isReckoned }: When, style: Style): string {
  const days = from === null || to === null ? 'year not stated' : from === to ? from : `${from} to ${to}`;
  return `${style.bold(safe(text.replace(/\s+/gu, ' ')))}${from === null || isReckoned ? style.dim(` (${days})`) : ''}`;
}

const indexHeads: Readonly<Record<EntityType, string>> = {
  person: 'People',
  organisation: 'Organisations',
  place: 'Places',
  event: 'Events',
  untyped: 'Other names',
};

function printedNames({ groups }: NamesAnswer, style: Style): string {
  return groups
    .map(({ type, entries }) =>
      [
        style.bold(`${indexHeads[type]} (${entries.length})`),
        ...entries.map(
          ({ name, mentions, sources }) =>
            `  ${safe(name)} ${style.dim(`${count(mentions, 'mention')} in ${count(sources, 'source')}`)}`,
        ),
      ].join('\n'),
    )
    .join('\n\n');
}

export function sourceLines(quote: Quote, style: Style): string[] {
  const { title, by } = sourceLineOf(quote.article);
  const labels = quote.article.labels.map(({ text }) => ` · ⚠ ${text}`).join('');
  const url = webUrlOf(quote.article);
  return [
    `  — ${title} · ${by} · ${placeOf(quote.article, quote)}${labels}`,
    ...(url ? [`    ${style.dim(url)}`] : []),
  ];
}

/** The source's own characters, with the matches in bold. */
export function quoted(quote: Quote, matches: readonly Span[], style: Style): string {
  const shown = piecesOf(quote, matches).map(({ text, kind }) =>
    kind === 'match' ? style.bold(safe(text)) : safe(text),
  );
  return `  “${shown.join('').replaceAll('\n', '\n  ')}”`;
}

/** Control characters of a source must not drive the terminal; they are shown as their pictures. */
export const safe = (text: string): string =>
  text.replace(/\p{Cc}/gu, (char) => (char === '\n' || char === '\t' ? char : picture(char)));

const picture = (char: string): string => {
  const code = char.codePointAt(0)!;
  return code < 0x20 ? String.fromCodePoint(0x2400 + code) : '\u2421';
};

function printedSource({ article, outline, paragraphs, opening }: SourceAnswer, style: Style): string {
  const field = <T>(name: string, { value, from, note }: Field<T>, show: (value: T) => string = String): string => {
    const whence = [value === null ? '' : from, note ?? ''].filter(Boolean).join('; ');
    return `  ${name}: ${value === null ? 'not stated' : show(value)}${whence && style.dim(` (${whence})`)}`;
  };
  return [
    style.bold(article.title.value ?? article.path),
    field('author', article.authors, (names) => names.join(', ')),
    field('publisher', article.publisher),
    field('published', article.published, ({ iso }) => iso),
    field('address', article.url),
    field('language', article.lang),
    field('licence', article.licence),
    `  file: ${article.path}, ${count(paragraphs, 'paragraph')}`,
    ...article.sources.map((source) => `  draws on: ${source}`),
    ...article.labels.map(({ text, reason }) => `  ⚠ ${text}: ${reason}`),
    ...outline.map(
      (entry) => `${'  '.repeat(entry.level)}${entry.title} ${style.dim(count(entry.paragraphs, 'paragraph'))}`,
    ),
    ...opening.map((quote) => `\n${quoted(quote, [], style)}`),
  ].join('\n');
}

const choiceLines = (choices: readonly Choice[], style: Style): string[] =>
  choices.map(({ label, detail, ask }) => `  ${label} ${style.dim(`${detail} · ${asText(ask)}`)}`);
