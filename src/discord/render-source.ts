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
 * What is known of it, each fact with where it was found; where most were found is said once. Then, small, what a reader seldom
 * asks for and what it doesn't state; then its labels with their reasons, and what it names as its own sources, as far as
 * there is room.
 */
function factsOf(article: Article): string {
  const { authors, lang, licence, path, published, publisher, title, url, via } = article;
  const { fields, missing } = words;
  const common = commonOrigin([title, authors, publisher, via, published, url, lang, licence]);
  const shown = <T>(field: Field<T>, show: (value: T) => string): string[] => {
    if (field.value === null) return [];
    const from = field.from === common ? '' : ` ${words.from(lineOf(words.origin(field.from), 30))}`;
    return [`${lineOf(show(field.value), 80)}${from}`];
  };
  const own: readonly (readonly [name: string, missing: string | null, values: readonly string[]])[] = [
    [fields.authors, missing.authors, shown(authors, (names) => names.join(', '))],
    [fields.publisher, missing.publisher, shown(publisher, String)],
    [fields.via, null, shown(via, String)],
    [fields.published, missing.published, shown(published, (date) => date.iso)],
    [fields.url, missing.url, shown(url, String)],
  ];
  const unstated = own.flatMap(([, name, values]) => (name && values.length === 0 ? [name] : []));
  const seldom = [...shown(lang, words.language), ...shown(licence, String), lineOf(path, 80)];
  const origins = [
    ...(common === null ? [] : [words.factsFrom(lineOf(words.origin(common), 30))]),
    ...(title.value === null || title.from === common ? [] : [words.titleFrom(lineOf(words.origin(title.from), 30))]),
  ];
  const small = [
    seldom.join(' · '),
    ...(unstated.length > 0 ? [words.unstated(unstated)] : []),
    ...(origins.length > 0 ? [origins.join(' · ')] : []),
  ];
  const lines = [
    ...own.flatMap(([name, , values]) => values.map((value) => `**${name}** ${value}`)),
    smallPrint(small),
  ];
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

/** Where most of the facts were found, if several were found in one place. */
function commonOrigin(fields: readonly Field<unknown>[]): string | null {
  const stated = Map.groupBy(
    fields.filter(({ value }) => value !== null),
    ({ from }) => from,
  );
  const [most] = [...stated].sort(([, a], [, b]) => b.length - a.length);
  return most && most[1].length > 1 ? most[0] : null;
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
