/** What stands in a rendered message, for tests to look at. */
import { ComponentType } from 'discord.js';
import type { Page } from '../../src/discord/parts.ts';
import { render } from '../../src/discord/render.ts';
import { everyComponent, textDisplays } from '../../src/discord/size.ts';
import type { Answer } from '../../src/model.ts';

export const contentsOf = (page: Page): string[] => textDisplays(page.components).map(({ content }) => content);
export const quotationsOf = (page: Page): string[] =>
  textDisplays(page.components)
    .filter(({ id }) => page.quotes.some((quote) => quote.display === id))
    .map(({ content }) => content);
export const buttonsOf = (page: Page): { label: string; custom_id?: string; url?: string; disabled?: boolean }[] =>
  everyComponent(page.components).filter((one) => one.type === ComponentType.Button) as never;
export const labelsOf = (page: Page): string[] => buttonsOf(page).map(({ label }) => label);
export const pagesOf = (answer: Answer): Page[] => {
  const pages: Page[] = [];
  for (let page = 0; page < 100; page++) {
    const next = render(answer, page, { private: false });
    if (JSON.stringify(next) === JSON.stringify(pages.at(-1))) return pages;
    pages.push(next);
  }
  throw new Error('The pages have no end');
};
