/** The answers without a quote → messages: a choice, nothing found, the shelf, the help. */

import { sourceLineOf } from '../answer/cite.ts';
import { messageCommands } from '../commands/index.ts';
import type { Article, ChooseAnswer, HelpAnswer, NothingAnswer, ShelfAnswer } from '../model.ts';
import type { Address } from './custom-id.ts';
import { customIdOf } from './custom-id.ts';
import { selectOptionsMax } from './limits.ts';
import { answerAddress, choiceAddress, lastRow, pageWithin, withAsked } from './pages.ts';
import type { Page, Part, View } from './parts.ts';
import { accent, button, framed, line, menu, rows, smallPrint, text, textWithButton } from './parts.ts';
import { labelOf, lineOf } from './shorten.ts';
import { words } from './words.ts';

/** So many have a line and a button each; more go into a menu. */
const choicesWithButtons = 6;
const nearestMax = 5;
const articlesPerPage = 8;
/** What a button of a phone shows of its label. */
const phoneLabelChars = 34;

const single = { page: 0, pages: 1 };

const page = (colour: number, parts: readonly Part[]): Page => ({ components: framed(colour, parts), quotes: [] });

export function renderChoose({ asked, choices }: ChooseAnswer, view: View): Page {
  const options = distinct(
    choices.map((choice) => ({ label: choice.label, detail: choice.detail, address: choiceAddress(asked, choice) })),
  );
  const left = options.length - selectOptionsMax;
  const offered =
    options.length <= choicesWithButtons
      ? options.map(({ label, detail, address }) =>
          textWithButton(
            `**${lineOf(label, 100)}**${detail ? `\n${smallPrint([lineOf(detail, 100)])}` : ''}`,
            button(words.show, address),
          ),
        )
      : menu(words.chooseOne, options);
  return page(accent.question, [
    text(`### ${lineOf(words.whichOne(asked.query), 240)}`),
    ...(left > 0 ? [text(smallPrint([words.firstOf(selectOptionsMax, options.length)]))] : []),
    ...withAsked(asked, [...offered, ...lastRow(asked, view, single)]),
  ]);
}

export function renderNothing({ asked, reason, searched, nearest }: NothingAnswer, view: View): Page {
  const offered = distinct(
    nearest.map((choice) => ({ label: choice.label, address: choiceAddress(asked, choice) })),
  ).slice(0, nearestMax);
  const facts = [
    words.searched(searched.articles, searched.passages),
    ...(offered.length > 0 ? [words.nearest(offered.length)] : []),
  ];
  return page(accent.quiet, [
    text(`${lineOf(reason, 400)}\n${smallPrint([facts.join('. ')])}`),
    ...withAsked(asked, [
      ...rows(offered.map(({ label, address }) => button(labelOf(label, phoneLabelChars), address))),
      ...lastRow(asked, view, single),
    ]),
  ]);
}

export function renderShelf({ asked, articles, unread }: ShelfAnswer, pageWanted: number, view: View): Page {
  const pages = Math.max(1, Math.ceil(articles.length / articlesPerPage));
  const paging = { page: pageWithin(pageWanted, pages), pages };
  const shown = articles.slice(paging.page * articlesPerPage, (paging.page + 1) * articlesPerPage);
  const facts = [
    words.articles(articles.length),
    ...(unread > 0 ? [words.unread(unread)] : []),
    ...(pages > 1 ? [words.page(paging.page + 1, pages)] : []),
  ];
  const lines = shown.map((article) => {
    const { title, by } = sourceLineOf(article);
    return `**${lineOf(title, 90)}**\n${smallPrint([lineOf(by, 90)])}`;
  });
  return page(accent.answer, [
    text(`### ${words.shelf}\n${smallPrint([facts.join(' · ')])}`),
    text(lines.join('\n') || words.emptyShelf),
    ...menu(words.openSource, shown.map(shelfOption)),
    ...withAsked(asked, lastRow(asked, view, paging)),
  ]);
}

const shelfOption = (article: Article) => ({
  label: sourceLineOf(article).title,
  detail: sourceLineOf(article).by,
  address: answerAddress({ command: 'source', query: `#${article.id}` }, 'open', 0),
});

export function renderHelp({ asked, commands, articles }: HelpAnswer, view: View): Page {
  const lines = commands.map(
    ({ usage, description, example }) =>
      `**${lineOf(usage, 60)}** ${lineOf(description, 100)}${
        example === usage ? '' : `\n${smallPrint([lineOf(words.example(example), 90)])}`
      }`,
  );
  return page(accent.answer, [
    text(`### ${words.helpTitle}\n${words.helpIntro(articles)}`),
    line(),
    text(lines.join('\n')),
    text(
      smallPrint([words.helpPrivate, words.helpMessages(messageCommands.map(({ label }) => label)), words.helpLibrary]),
    ),
    ...lastRow(asked, view, single),
  ]);
}

/** Two things offered under one address are one. */
function distinct<T extends { readonly address: Address }>(options: readonly T[]): T[] {
  const ids = new Set<string>();
  return options.filter(({ address }) => {
    const id = customIdOf(address);
    return !ids.has(id) && ids.add(id);
  });
}
