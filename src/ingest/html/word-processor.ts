/** Pages that a word processor saved: all of one is its text, and the names of styles say what other pages say with elements. */
import type { PageDocument, PageElement } from './page.ts';

const programs = /Microsoft Word|LibreOffice|OpenOffice|StarOffice|AbiWord|Google Docs/i;

export const isTyped = (document: PageDocument): boolean =>
  programs.test(document.querySelector('meta[name="generator" i]')?.getAttribute('content') ?? '') ||
  document.querySelector('div.WordSection1, [id^="h."]') !== null;

const titleCharsMax = 300;

const openingParagraphs = 5;

/** Words in the style for titles, or the file's own title where a first paragraph is just that. */
export function typedTitle(document: PageDocument): string | null {
  if (!isTyped(document)) return null;
  const styled = wordsOf(document.querySelector('.MsoTitle, p.title, h1.title'));
  const stated = wordsOf(document.querySelector('title'));
  const title =
    styled ||
    [...document.querySelectorAll('p')]
      .slice(0, openingParagraphs)
      .map(wordsOf)
      .find((words) => words === stated);
  return title && title.length <= titleCharsMax ? title : null;
}

const wordsOf = (element: PageElement | null): string => element?.textContent.replace(/\s+/g, ' ').trim() ?? '';

/** Word writes the sign before an item of a list, and what parts it from the item, as text. */
export const isListSign = (style: string, parent: PageElement | undefined): boolean =>
  /mso-list\s*:\s*ignore/i.test(style) ||
  (/font-family\s*:\s*["']?(?:Symbol|Wingdings)/i.test(style) && /^MsoList/.test(parent?.getAttribute('class') ?? ''));
