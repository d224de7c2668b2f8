/** The index of names → pages of lines, by type and alphabet, with a menu that looks one up. */
import type { EntityType, IndexEntry, NamesAnswer } from '../model.ts';
import { fitsIds } from './custom-id.ts';
import { answerAddress, askedLine, lastRow, pageWithin, withAsked } from './pages.ts';
import { accent, framed, menu, type Page, smallPrint, text, type View } from './parts.ts';
import { lineOf } from './shorten.ts';
import { fits, type Size, sizeOf, wholeMessage, without } from './size.ts';
import { cleaned } from './typed.ts';
import { words } from './words.ts';

/** As many as the menu below them may offer. */
const entriesPerPage = 25;
const nameCharsMax = 90;
/** The page is part of a button's id, which has room for three digits. */
const pagesMax = 999;

interface Row extends IndexEntry {
  readonly type: EntityType;
}

export function renderNames(answer: NamesAnswer, pageWanted: number, view: View): Page {
  const { asked, groups, total } = answer;
  const rows = groups.flatMap(({ type, entries }) => entries.map((entry): Row => ({ ...entry, type })));
  const pages = pagesOf(rows, answer);
  const page = pageWithin(pageWanted, pages.length);
  const shown = pages[page] ?? [];
  const before = pages[page - 1]?.at(-1);
  const options = shown.filter(({ ask }) => fitsIds(ask.command, cleaned(ask.query)));
  return {
    components: framed(accent.answer, [
      text(headOf(rows.length, total, page, pages.length)),
      text(shown.flatMap((row, at) => linesOf(row, shown[at - 1], at === 0 ? before : undefined)).join('\n')),
      ...menu(
        words.lookUp,
        options.map(({ name, mentions, sources, ask }) => ({
          label: name,
          detail: `${words.mentions(mentions)} ${words.inSources(sources)}`,
          address: answerAddress(ask, 'open', 0),
        })),
      ),
      ...withAsked(asked, lastRow(asked, view, { page, pages: pages.length })),
    ]),
    quotes: [],
  };
}

function headOf(shown: number, total: number, page: number, pages: number): string {
  const facts = [
    shown === total ? words.names(total) : words.namesOf(shown, total),
    ...(pages > 1 ? [words.page(page + 1, pages)] : []),
  ];
  return `### ${words.index}\n${smallPrint([[...facts, words.numbersAreMentions].join(' · ')])}`;
}

/** The same whoever looks, and whichever page is asked for. */
function pagesOf(rows: readonly Row[], { asked, total }: NamesAnswer): Row[][] {
  const head = sizeOf([headOf(rows.length, total, pagesMax, pagesMax), ...askedLine(asked), '']);
  const room = without(wholeMessage, head);
  const pages: Row[][] = [];
  let left = room;
  for (const row of rows) {
    const current = pages.at(-1);
    const size = linesSize(linesOf(row, current?.at(-1), undefined));
    if (current && current.length < entriesPerPage && fits(size, left)) {
      current.push(row);
      left = without(left, size);
    } else if (pages.length < pagesMax) {
      pages.push([row]);
      left = without(room, linesSize(linesOf(row, undefined, row)));
    } else break;
  }
  return pages;
}

/** With the ends of lines. */
function linesSize(lines: readonly string[]): Size {
  const text = `${lines.join('\n')}\n`;
  return { chars: text.length, bytes: Buffer.byteLength(text) };
}

/** As short as a line of a phone. A head wherever a type begins, and at the top of each page, where `before` is the last of the page before. */
function linesOf({ name, type, mentions }: Row, above: Row | undefined, before: Row | undefined): string[] {
  const head = `**${words.indexOf[type]}**${before?.type === type ? ` ${words.continued}` : ''}`;
  return [...(above?.type === type ? [] : [head]), `${lineOf(name, nameCharsMax)} · ${words.number(mentions)}`];
}
