import { expect, test } from 'vitest';
import { quotation } from '../../src/discord/escape.ts';
import { articleOf } from '../discord/articles.ts';
import { libraryWith } from '../discord/library.ts';
import { articles } from '../discord/town.ts';
import { violationsIn } from './axe.ts';
import { desktop, phone } from './browser.ts';
import { describeInBrowser } from './chromium.ts';
import { pageBed } from './page-bed.ts';

const mixed = articleOf({
  title: 'ميناء هارو',
  path: 'mina.md',
  publisher: 'دار النهر',
  paragraphs: [
    ['قالت آدا لوفيل إن الجسر بقي مغلقا ثلاثة أيام.', 'ثم عاد الناس إلى السوق.'],
    ['The bridge, which they called جسر آدا, was open again on Monday.'],
  ],
});
const library = libraryWith([...Object.values(articles), mixed]);

describeInBrowser('the looks of the page', () => {
  const bed = pageBed(library);

  test.each(['dark', 'light'] as const)('have nothing that axe finds wrong: %s', async (colorScheme) => {
    const reader = await bed.reader({ ...desktop, colorScheme });
    const { ask, page, picture, press } = reader;
    await picture(`welcome-${colorScheme}`);
    const answer = await ask('/who Ada Lovell');
    await press(answer, 'Cite');
    await ask('/who Lovell');
    await ask('/who Lovelace private:True');
    await ask('/source After the Flood');
    await ask('/help');
    const shelf = await ask('/sources');
    expect(await violationsIn(page)).toEqual([]);
    await shelf.getByRole('combobox').click();
    expect(await violationsIn(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await page.locator('#line').focus();
    await page.keyboard.type('/');
    await page.getByRole('option').first().waitFor();
    expect(await violationsIn(page)).toEqual([]);
    await page.keyboard.type('who lov');
    await page.getByRole('option', { name: 'Ada Lovell' }).waitFor();
    expect(await violationsIn(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await page.keyboard.press('Escape');
    await picture(`all-${colorScheme}`);
  });

  test('follow the system from dark to light', async () => {
    const { page } = await bed.reader();
    const ground = () => page.evaluate('getComputedStyle(document.body).backgroundColor');
    expect(await ground()).toBe('rgb(49, 51, 56)');
    await page.emulateMedia({ colorScheme: 'light' });
    expect(await ground()).toBe('rgb(255, 255, 255)');
  });

  test('have the menu of the last message above the line that is typed in', async () => {
    const { ask, page } = await bed.reader(phone);
    await ask('/who Ada Lovell');
    const message = await ask('shall we meet at nine?');
    await message.getByRole('button', { name: 'More: apps' }).click();
    const menu = await message.getByRole('menu').boundingBox();
    const composer = await page.locator('#composer').boundingBox();
    // What is scrolled stands between two points of the screen.
    expect(Math.floor(menu!.y + menu!.height)).toBeLessThanOrEqual(composer!.y);
  });

  test('fit a phone: nothing wider than the screen, nothing too small to touch', async () => {
    const { ask, page, picture, press } = await bed.reader(phone);
    for (const line of ['/who Ada Lovell', '/who Lovell', '/sources', '/source After the Flood', '/help']) {
      const answer = await ask(line);
      await answer.evaluate((one) => one.scrollIntoView());
      await picture(`phone ${line.slice(1)}`.replaceAll(' ', '-').toLowerCase());
      const tooWide = await page.evaluate(`[...document.querySelectorAll('.message *, .top *, .bar *')].filter((one) =>
        !one.closest('.unseen, pre') && one.getBoundingClientRect().right > innerWidth + 0.5).map((one) => one.outerHTML)`);
      expect(tooWide).toEqual([]);
      const tooSmall =
        await page.evaluate(`[...document.querySelectorAll('.message .button, .bar button')].filter((one) =>
        one.checkVisibility() && one.getBoundingClientRect().height < 36).map((one) => one.outerHTML)`);
      expect(tooSmall).toEqual([]);
    }
    await press(await ask('/who Ada Lovell'), 'Cite');
    await picture('phone-cite');
    expect(await page.evaluate('document.documentElement.scrollWidth <= innerWidth')).toBe(true);
  });

  test('give a quotation the direction of its own script', async () => {
    const { ask, picture } = await bed.reader();
    const answer = await ask('/quote "ثلاثة أيام"');
    const quote = answer.locator('blockquote').first();
    expect(await quote.innerText()).toContain('بقي مغلقا');
    expect(await quote.evaluate((one) => one.matches(':dir(rtl)'))).toBe(true);
    await picture('right-to-left');
    const other = await ask('/quote "open again on Monday"');
    expect(
      await other
        .locator('blockquote')
        .first()
        .evaluate((one) => one.matches(':dir(rtl)')),
    ).toBe(false);
  });

  test('serve who uses the keyboard alone', async () => {
    const { messages, page, picture } = await bed.reader();
    const count = await messages().count();
    const keys = async (...pressed: string[]) => {
      for (const key of pressed) await page.keyboard.press(key);
    };
    await page.keyboard.type('/wh');
    await keys('Enter');
    await page.keyboard.type('lov');
    await page.getByRole('option', { name: 'Ada Lovell' }).waitFor();
    await keys('ArrowDown', 'Enter', 'Enter');
    await expect.poll(() => messages().count()).toBe(count + 1);
    const answer = messages().last();
    expect(await answer.locator('h2').innerText()).toBe('Ada Lovell');
    // Back through the message's own buttons, last first.
    const focused = () => page.evaluate('document.activeElement.textContent');
    await keys('Shift+Tab');
    // The menu of the message itself: Apps.
    expect(await page.evaluate('document.activeElement.getAttribute("aria-haspopup")')).toBe('menu');
    await keys('Shift+Tab');
    expect(await focused()).toBe('Remove');
    await keys('Shift+Tab');
    expect(await focused()).toBe('Next ›');
    await picture('keyboard-focus');
    await keys('Enter');
    await expect.poll(() => answer.innerText()).toContain('page 2 of');
    expect(await focused()).toBe('Next ›');
    // A slash leads back to the composer, Up brings the last command, Escape lets it go.
    await keys('/');
    expect(await page.locator('#line').inputValue()).toBe('/');
    await keys('Shift+Tab');
    expect(await page.evaluate('document.activeElement.getAttribute("aria-haspopup")')).toBe('menu');
    await page.locator('#line').focus();
    await keys('Escape', 'Escape', 'ArrowUp');
    expect(await page.getByRole('combobox', { name: /^name/ }).inputValue()).toBe('Ada Lovell');
    await keys('Escape', 'Escape');
    expect(await page.locator('#line').inputValue()).toBe('');
    await page.keyboard.type('/sources');
    await keys('Enter', 'Enter');
    await expect.poll(() => messages().count()).toBe(count + 2);
    for (let presses = 0; (await focused()) !== 'Open one…' && presses < 6; presses++) await keys('Shift+Tab');
    await keys('Enter', 'ArrowDown', 'Enter');
    await expect.poll(() => messages().count()).toBe(count + 3);
    expect(await messages().last().innerText()).toContain('Only you can see this');
  });

  test('keep what was moved to in a list when a later answer offers it too', async () => {
    const { messages, page } = await bed.reader();
    const count = await messages().count();
    const option = page.getByRole('option', { name: 'Ada Lovell' });
    await page.keyboard.type('/who lo');
    await option.waitFor();
    const first = await option.getAttribute('id');
    await page.keyboard.type('v');
    await page.keyboard.press('ArrowDown');
    await expect.poll(() => option.getAttribute('id')).not.toBe(first);
    expect(await option.getAttribute('aria-selected')).toBe('true');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Enter');
    await expect.poll(() => messages().count()).toBe(count + 1);
    expect(await messages().last().locator('h2').innerText()).toBe('Ada Lovell');
  });

  test('show each character of a source that Markdown would act on', async () => {
    const { ask } = await bed.reader();
    const answer = await ask('/quote "1,204 stones"');
    const quote = articles.notes.text.slice(
      articles.notes.text.indexOf('- Ada Lovell'),
      articles.notes.text.indexOf('> She'),
    );
    expect(quotation(quote)).not.toBe(`> ${quote}`);
    expect(
      await answer
        .locator('blockquote')
        .first()
        .evaluate((one) => one.textContent),
    ).toContain(quote.trim());
  });
});
