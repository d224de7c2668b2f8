/** One article → its card: what is known of it and where that comes from, how it begins, and reading on from anywhere. */
import { sourceLineOf, webUrlOf } from '../answer/cite.ts';
import type { Article, Field, OutlineEntry, SourceAnswer } from '../model.ts';
import { selectOptionsMax } from './limits.ts';
import { answerAddress, askedLine, shareOrRemove, withAsked } from './pages.ts';
import type { Page, Part, View } from './parts.ts';
import { accent, button, displayIds, framed, line, linkButton, menu, rows, smallPrint, text } from './parts.ts';
import { longestRemarks, quoteText, remarksOf } from './quote-text.ts';
import { lineOf } from './shorten.ts';
import { sizeOf, wholeMessage, without } from './size.ts';
import { words } from './words.ts';

const sourcesMax = 5;
const labelsMax = 3;

export function renderSource({ asked, article, outline, paragraphs, opening }: SourceAnswer, view: View): Page {
  const head = headOf(article, outline.length, paragraphs);
  const facts = factsOf(article);
  const taken = sizeOf([head, facts, smallPrint([words.opening]), smallPrint(longestRemarks), ...askedLine(asked)]);
  const quote = opening[0];
  const shown = quote && quoteText(quote, [], without(wholeMessage, taken));
  const remarks = shown ? remarksOf(shown) : [];
  return {
    components: framed(accent.answer, [
      text(head),
      text(facts),
      line(),
      ...(shown ? [text(smallPrint([words.opening])), text(shown.markdown, displayIds.quotes)] : []),
      ...(remarks.length > 0 ? [text(smallPrint(remarks))] : []),
      ...outlineMenu(article, outline),
      ...withAsked(
        asked,
        rows([
          ...(shown ? [button(words.readFromStart, { kind: 'reading', act: 'open', article: article.id, at: 0 })] : []),
          ...linkButton(words.open, webUrlOf(article)),
          shareOrRemove(view, answerAddress(asked, 'share', 0)),
        ]),
      ),
    ]),
    quotes: shown ? [{ quote: shown.quote, display: displayIds.quotes, as: 'quotation' }] : [],
  };
}

function headOf(article: Article, sections: number, paragraphs: number): string {
  const size = words.paragraphs(paragraphs) + (sections > 1 ? ` ${words.sections(sections)}` : '');
  return `### ${lineOf(sourceLineOf(article).title, 150)}\n${smallPrint([size])}`;
}

/** Each fact with where it was found; what a source doesn't state is said too. */
function factsOf(article: Article): string {
  const { fields } = words;
  const plain = <T>(field: Field<T>, show: (value: T) => string) =>
    field.value === null ? words.notStated : `${lineOf(show(field.value), 120)} ${words.from(lineOf(field.from, 40))}`;
  const facts: (readonly [string, string])[] = [
    [fields.authors, plain(article.authors, (authors) => authors.join(', '))],
    [fields.publisher, plain(article.publisher, String)],
    ...(article.via.value === null ? [] : [[fields.via, plain(article.via, String)] as const]),
    [fields.published, plain(article.published, (date) => date.iso)],
    [fields.lang, plain(article.lang, String)],
    [fields.licence, plain(article.licence, String)],
    [fields.url, plain(article.url, String)],
    [fields.path, lineOf(article.path, 120)],
  ];
  if (article.sources.length > 0) facts.push([fields.sources, namedSources(article.sources)]);
  const labels = article.labels.slice(0, labelsMax);
  return [
    ...facts.map(([name, value]) => `**${name}** ${value}`),
    ...labels.map((label) => `${words.warning(lineOf(label.text, 40))} – ${lineOf(label.reason, 200)}`),
  ].join('\n');
}

function namedSources(sources: readonly string[]): string {
  const more = sources.length - sourcesMax;
  const named = sources.slice(0, sourcesMax).map((source) => lineOf(source, 60));
  return named.join(', ') + (more > 0 ? ` ${words.andMore(more)}` : '');
}

function outlineMenu(article: Article, outline: readonly OutlineEntry[]): Part[] {
  const shown = outline.slice(0, selectOptionsMax);
  const isWhole = shown.length === outline.length;
  return menu(
    isWhole ? words.readFrom : words.readFromFirst(shown.length, outline.length),
    shown.map(({ title, paragraphs, start }) => ({
      label: title,
      detail: words.paragraphs(paragraphs),
      address: { kind: 'reading', act: 'open', article: article.id, at: start },
    })),
  );
}
