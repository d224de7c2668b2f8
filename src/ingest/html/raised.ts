/** What is set above or below the line of a web page: marks of notes, which are no part of the sentence, powers, and indices. */
import { noteAddress, raised } from '../structure.ts';
import type { PageElement, PageNode } from './page.ts';

/** What stands in the text for such an element, "" for the mark of a note; null for what is read like any other. */
export function raisedText(element: PageElement, before: string): string | null {
  const name = element.localName;
  if (name !== 'sup' && name !== 'sub' && name !== 'a') return null;
  const text = openingOf(element);
  if (text.length > markCharsMax) return null;
  // At the start of a note it is the note's own.
  if (name !== 'sub' && before.trim() !== '' && isNoteMark(element, text, before)) return '';
  if (name === 'sup') {
    const power = raised([text], [metres.test(before) ? '1' : before]).join('');
    return power === text ? null : power;
  }
  return name === 'sub' && /^\d{1,4}$/.test(text) && /[\d⁄]$/.test(before) ? lowered(text) : null;
}

/** Square and cubic ones. */
const metres = /(?<!\p{L})[kcdm]?m$/u;
const markCharsMax = 40;
const noteSign = String.raw`(?:\d{1,4}|[*†‡§¶]{1,3}|[a-z]|[ivxl]{1,5})`;
const noteMark = new RegExp(`^(?:[[(]?${noteSign}[\\])]?[\\s,;–-]*)+$`, 'iu');
const inBrackets = /^(?:\[\d{1,4}\][\s,;–-]*)+$/;
/** Behind one of these stands no power. */
const clauseEnd = /[.,;:!?…。][)\]"'”’»]*$|["”»]$/u;

function isNoteMark(element: PageElement, text: string, before: string): boolean {
  if (element.localName === 'a') {
    const href = element.getAttribute('href') ?? '';
    if (!href.includes('#')) return false;
    const isRaised = noteAddress.test(href) || openingOf(element.querySelector('sup')) === text;
    return (isRaised ? noteMark : inBrackets).test(text);
  }
  if (inBrackets.test(text)) return true;
  if (element.querySelector('a[href*="#"]')) return noteMark.test(text);
  return /^\d{1,3}$/.test(text) && clauseEnd.test(before.trimEnd());
}

const lowered = (text: string): string => [...text].map((sign) => '₀₁₂₃₄₅₆₇₈₉'[Number(sign)]).join('');

/** A link can hold a whole page; no mark is so long. */
function openingOf(element: PageElement | null): string {
  let text = '';
  const read = (node: PageNode): void => {
    if (node.nodeType === 3) text += node.textContent;
    else if (node.nodeType === 1)
      for (const child of node.childNodes) {
        if (text.length > markCharsMax) return;
        read(child);
      }
  };
  if (element) read(element);
  return text.trim();
}
