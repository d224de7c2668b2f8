/** Pages that a word processor saved: all of one is its text, and the names of styles say what other pages say with elements. */
import type { PageDocument, PageElement } from './page.ts';

const programs = /Microsoft Word|LibreOffice|OpenOffice|StarOffice|AbiWord|Google Docs/i;

export const isTyped = (document: PageDocument): boolean =>
  programs.test(document.querySelector('meta[name="generator" i]')?.getAttribute('content') ?? '') ||
  document.querySelector('div.WordSection1, [id^="h."]') !== null;

const titleCharsMax = 300;

/** Words in the style for titles. */
export function typedTitle(document: PageDocument): string | null {
  if (!isTyped(document)) return null;
  const title = document.querySelector('.MsoTitle, p.title, h1.title')?.textContent.replace(/\s+/g, ' ').trim() ?? '';
  return title === '' || title.length > titleCharsMax ? null : title;
}

/** Word writes the sign before an item of a list, and what parts it from the item, as text. */
export const isListSign = (style: string, parent: PageElement | undefined): boolean =>
  /mso-list\s*:\s*ignore/i.test(style) ||
  (/font-family\s*:\s*["']?(?:Symbol|Wingdings)/i.test(style) && /^MsoList/.test(parent?.getAttribute('class') ?? ''));
