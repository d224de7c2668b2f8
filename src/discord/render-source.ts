/** One article → its card: what is known of it and where that comes from, how it begins, and reading on from anywhere. */
import { sourceLineOf, webUrlOf } from '../answer/cite.ts';
import type { Article, Field, OutlineEntry, SourceAnswer } from '../model.ts';
import { selectOptionsMax } from './limits.ts';
import { answerAddress, askedLine, shareOrRemove, withAsked } from './pages.ts';
import type { Page, Part, View } from './parts.ts';
import { accent, button, displayIds, framed, line, linkButton, menu, rows, smallPrint, text } from './parts.ts';
import { longestRemarks, quoteText, remarksOf } from './quote-text.ts';
import { lineOf } from './shorten.ts';
import type { Size } from './size.ts';
import { fits, sizeOf, wholeMessage, without } from './size.ts';
import { words } from './words.ts';

const sourcesMax = 5;
/** Leaves enough for the title and for how the article begins. */
const factsRoom: Size = { chars: 2_600, bytes: 6_500 };

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

/**
 * Each fact with where it was found; what a source doesn't state is said too. Then its labels with their reasons, then
 * what it names as its own sources, as far as there is room.
 */
function factsOf(article: Article): string {
  const { fields } = words;
  const plain = <T>(field: Field<T>, show: (value: T) => string) =>
    field.value === null
      ? words.notStated
      : `${lineOf(show(field.value), 80)} ${words.from(lineOf(words.origin(field.from), 30))}`;
  const facts: (readonly [string, string])[] = [
    [fields.authors, plain(article.authors, (authors) => authors.join(', '))],
    [fields.publisher, plain(article.publisher, String)],
    ...(article.via.value === null ? [] : [[fields.via, plain(article.via, String)] as const]),
    [fields.published, plain(article.published, (date) => date.iso)],
    [fields.lang, plain(article.lang, words.language)],
    [fields.licence, plain(article.licence, String)],
    [fields.url, plain(article.url, String)],
    [fields.path, lineOf(article.path, 80)],
  ];
  const lines = facts.map(([name, value]) => `**${name}** ${value}`);
  const more = [
    ...article.labels.map((label) => `${words.warning(lineOf(label.text, 40))} – ${lineOf(label.reason, 400)}`),
    ...namedSources(article.sources),
  ];
  for (const line of more) {
    if (!fits(sizeOf([[...lines, line].join('\n')]), factsRoom)) break;
    lines.push(line);
  }
  return lines.join('\n');
}

function namedSources(sources: readonly string[]): string[] {
  if (sources.length === 0) return [];
  const left = sources.length - sourcesMax;
  const named = sources.slice(0, sourcesMax).map((source) => lineOf(source, 160));
  const listed = smallPrint([...named, ...(left > 0 ? [words.andMore(left)] : [])]);
  return [`**${words.fields.sources}**\n${listed}`];
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
