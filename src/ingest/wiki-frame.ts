/** A page of an encyclopedia that somebody pasted → the roles of its lines: menus above the article, buttons behind its headings. */
import { weakKind } from './boilerplate.ts';
import { rolesOfLines } from './line-roles.ts';
import { endsSentence, type Line, type LineRole } from './lines.ts';

const editButton =
  /\s*\[\s?(?:edit(?: source)?|bearbeiten|modifier|editar|modifica|bewerken|edytuj|redigera|править|編集|编辑)(?: ?[|·] ?[^\]]{1,30})?\s?\]$/iu;
const headingCharsMax = 120;

const buttonsMin = 2;

/** "History[edit]" is the heading and a line of its own for the button; one such line is no page. */
export function withoutEditButtons(lines: readonly Line[]): readonly Line[] {
  const buttonAt = ({ text }: Line) => (text.length <= headingCharsMax ? text.search(editButton) : -1);
  if (lines.filter((line) => buttonAt(line) > 0).length < buttonsMin) return lines;
  return lines.flatMap((line) => {
    const at = buttonAt(line);
    if (at <= 0) return [line];
    const button = line.text.slice(at).trimStart();
    return [
      { ...line, end: line.start + at, text: line.text.slice(0, at) },
      { ...line, start: line.end - button.length, text: button, indent: 0, follows: true },
    ];
  });
}

const isButton = (line: Line | undefined): boolean => line !== undefined && editButton.test(` ${line.text}`);

const motto = /^(?:(?:un article )?de|from|aus|da|uit|från|fra|материал из) (?:la )?(?:wikip[eé]di|википеди).{0,50}$/iu;
const linesAboveMax = 60;
const hatnote =
  /^(?:for (?:the |other |another |an? )?.{1,80}, see .{1,80}|.{1,60} redirects here\b.{0,80}|not to be confused with .{1,80}|\(redirected from .{1,80}\)|this article is about .{1,160})$/i;
const contents =
  /^(?:contents|inhaltsverzeichnis|sommaire|índice|indice|inhoud|содержание)(?: ?\[?(?:hide|verbergen|masquer|ocultar|скрыть)\]?)?$/iu;
const entry = /^\d{1,2}(?:\.\d{1,2})*\.?(?:\s+\S.{0,100})?$/u;

/** Null for a text that is no such page. */
export function rolesOfWiki(lines: readonly Line[]): LineRole[] | null {
  const top = lines.slice(0, linesAboveMax).findIndex(({ text }) => motto.test(text));
  if (top < 0 && lines.filter(isButton).length < buttonsMin) return null;
  const title = titleAbove(lines, top);
  const below = rolesOfLines(lines.slice(top + 1), top >= 0);
  const roles = lines.map((line, at): LineRole => {
    if (at === title) return 'title';
    if (at <= top || isButton(line)) return 'boilerplate:navigation';
    const role = below[at - top - 1] ?? 'text';
    return isButton(lines[at + 1]) ? 'heading' : role === 'title' && title >= 0 ? 'text' : role;
  });
  for (let at = top + 1; hatnote.test(lines[at]?.text ?? ''); at++) roles[at] = 'boilerplate:navigation';
  giveContents(lines, roles, top + 1);
  giveLinks(lines, roles);
  return roles;
}

/** The article's name opens its first sentence; between stand menus. */
function titleAbove(lines: readonly Line[], top: number): number {
  const first = lines.find(({ shape }, at) => at > top && shape === 'prose')?.text.toLowerCase() ?? '';
  const above = lines.slice(0, Math.max(0, top));
  const named = above.findLastIndex(({ text }) => weakKind(text) === null && first.includes(text.toLowerCase()));
  return named >= 0 ? named : above.findLastIndex(({ text }) => weakKind(text) === null);
}

/** The list of headings with their numbers: of one line each, or of two. */
function giveContents(lines: readonly Line[], roles: LineRole[], from: number): void {
  const start = lines.findIndex(({ text }, at) => at >= from && contents.test(text));
  if (start < 0 || !entry.test(lines[start + 1]?.text ?? '')) return;
  roles[start] = 'boilerplate:navigation';
  for (let at = start + 1; at < lines.length && !isButton(lines[at + 1]); at++) {
    const { text } = lines[at] as Line;
    const isSecond = /^[\d.]+$/.test(lines[at - 1]?.text ?? '') && !endsSentence(text);
    if (!entry.test(text) && !isSecond) return;
    roles[at] = 'boilerplate:navigation';
  }
}

const links =
  /^(?:see also|external links|siehe auch|weblinks|voir aussi|articles connexes|liens externes|véase también|enlaces externos|см\. также|ссылки)$/iu;

/** Below the article, names of others: up to the next heading. */
function giveLinks(lines: readonly Line[], roles: LineRole[]): void {
  let isLinks = false;
  lines.forEach((line, at) => {
    if (links.test(line.text)) isLinks = true;
    else if (roles[at] === 'heading' || line.shape === 'prose') isLinks = false;
    if (isLinks && (roles[at] === 'text' || roles[at] === 'heading')) roles[at] = 'boilerplate:navigation';
  });
}
