import { expect, test } from 'vitest';
import { town } from '../discord/town.ts';
import { describeInBrowser } from './chromium.ts';
import { pageBed } from './page-bed.ts';

describeInBrowser('the page', () => {
  const bed = pageBed(town);

  test('opens the commands at a slash, with what each does and takes', async () => {
    const { page, picture } = await bed.reader();
    await page.keyboard.type('/');
    const options = page.getByRole('option');
    // What is offered on a message stands in its own menu.
    expect(await options.count()).toBe(bed.room.commands.filter(({ type }) => type === 1).length);
    expect(await options.first().innerText()).toMatch(/\/who[\s\S]*Who someone is[\s\S]*name[\s\S]*private/);
    await picture('palette');
    await page.keyboard.type('sour');
    expect(await options.allInnerTexts()).toEqual([
      expect.stringContaining('/source\n'),
      expect.stringContaining('/sources\n'),
    ]);
  });

  test('asks the bot for names while one types, and sends what was picked', async () => {
    const { message, messages, page, picture } = await bed.reader();
    const count = await messages().count();
    await page.keyboard.type('/who lov');
    const options = page.getByRole('option');
    await expect.poll(() => options.allInnerTexts()).toEqual(['Ada Lovell', 'Bram Lovell']);
    await picture('autocomplete');
    await options.nth(1).click();
    expect(await page.getByRole('combobox', { name: /^name/ }).inputValue()).toBe('Bram Lovell');
    await page.keyboard.press('Enter');
    const answer = await message(count + 1);
    expect(await answer.innerText()).toMatch(/^Reader \d+\s+used\s+\/who\s[\s\S]*\nBram Lovell\nperson · /);
  });

  test('completes what is typed by Tab, which leaves an empty field', async () => {
    const { page } = await bed.reader();
    const field = page.getByRole('combobox', { name: /^name/ });
    await page.keyboard.type('/who bram');
    await page.getByRole('option', { name: 'Bram Lovell' }).waitFor();
    await page.keyboard.press('Tab');
    expect(await field.inputValue()).toBe('Bram Lovell');
    await field.fill('');
    await page.getByRole('option').first().waitFor();
    await page.keyboard.press('Tab');
    expect(await field.inputValue()).toBe('');
    expect(await field.evaluate((one) => one.matches(':focus'))).toBe(false);
  });

  test('takes what is typed after a command for its first option, even one that may be left out', async () => {
    const { ask, messages, page } = await bed.reader();
    const people = await ask('/names people');
    expect(await people.innerText()).toContain('Ada Lovell');
    expect(await people.innerText()).not.toContain('Places');
    const count = await messages().count();
    await page.keyboard.type('/names ');
    await page.getByRole('option', { name: 'places' }).waitFor();
    await page.keyboard.press('Enter');
    await expect.poll(() => messages().count()).toBe(count + 1);
    expect(await messages().last().innerText()).toContain('People');
  });

  test('shows an answer with its accent, quotations, sources and links', async () => {
    const { ask, picture } = await bed.reader();
    const answer = await ask('/who Ada Lovell');
    expect(await answer.locator('h2').innerText()).toBe('Ada Lovell');
    expect(await answer.locator('blockquote').first().innerText()).toContain(
      'drew the first plan of the bridge in 1926.',
    );
    expect(await answer.locator('blockquote strong').first().innerText()).toBe('Ada Lovell');
    const link = answer.getByRole('link', { name: 'Open' }).first();
    expect(await link.getAttribute('href')).toContain('https://courier.example/1931/bridge#:~:text=');
    expect(await link.getAttribute('rel')).toContain('noopener');
    const accent = await answer.locator('.container').evaluate((one) => one.style.getPropertyValue('--accent'));
    expect(accent).toBe('#2f7d6b');
    await picture('answer');
  });

  test('turns the pages of an answer in place', async () => {
    const { ask, messages, page, picture, press } = await bed.reader();
    const answer = await ask('/who Ada Lovell');
    const count = await messages().count();
    const first = await answer.locator('blockquote').allInnerTexts();
    await press(answer, 'Next ›');
    expect(await answer.innerText()).toContain('page 2 of ');
    expect(await answer.locator('blockquote').allInnerTexts()).not.toEqual(first);
    expect(await messages().count()).toBe(count);
    expect(await page.evaluate('document.activeElement.closest(".message") !== null')).toBe(true);
    await picture('next-page');
    await press(answer, '‹ Back');
    expect(await answer.locator('blockquote').allInnerTexts()).toEqual(first);
  });

  test('shows what stands before and after a passage, and reads on', async () => {
    const { ask, message, messages, picture, press } = await bed.reader();
    const answer = await ask('/quote "gate 110"');
    await press(answer, 'Before and after');
    const around = await message(await messages().count());
    expect(await around.innerText()).toContain('Only you can see this');
    expect((await around.locator('blockquote').allInnerTexts()).join('\n')).toContain('past gate 109');
    await picture('before-and-after');
    const before = await around.innerText();
    await press(around, 'Later ›');
    expect(await around.innerText()).not.toBe(before);
  });

  test('gives a citation to copy', async () => {
    const { ask, messages, picture, press } = await bed.reader();
    const answer = await ask('/who Ada Lovell');
    await press(answer, 'Cite');
    const citation = messages().last();
    expect(await citation.locator('pre').innerText()).toMatch(/^> Ada Lovell, the county engineer/);
    const seen = await citation.evaluate((one) => {
      const { bottom, top } = one.getBoundingClientRect();
      const log = one.closest('.log')!.getBoundingClientRect();
      return top >= log.top && bottom <= log.bottom;
    });
    expect(seen).toBe(true);
    await picture('cite');
  });

  test('offers a choice among several, and nearest names for a miss', async () => {
    const { ask, messages, picture, press } = await bed.reader();
    const several = await ask('/who Lovell');
    expect(await several.innerText()).toContain('which one?');
    await picture('choose');
    await several.getByRole('button', { name: 'Show' }).nth(1).click();
    await expect.poll(() => several.locator('h2').innerText()).toBe('Bram Lovell');
    const missed = await ask('/who Lovelace');
    expect(await missed.innerText()).toMatch(/Perhaps (?:this|one of these)\?/u);
    await picture('miss');
    await press(missed, 'Ada Lovell');
    expect(await messages().last().locator('h2').innerText()).toBe('Ada Lovell');
  });

  test('opens an article from the menu of the shelf', async () => {
    const { ask, messages, page, picture } = await bed.reader();
    const shelf = await ask('/sources');
    await shelf.getByRole('combobox').click();
    await picture('shelf');
    const count = await messages().count();
    await page.getByRole('option', { name: /After the Flood/ }).click();
    await expect.poll(() => messages().count()).toBe(count + 1);
    expect(await messages().last().locator('h2').innerText()).toBe('After the Flood');
  });

  test('keeps a private answer to its reader until it is shared', async () => {
    const first = await bed.reader();
    const second = await bed.reader();
    const already = await second.messages().count();
    const answer = await first.ask('/who Bram Lovell private:True');
    expect(await answer.innerText()).toContain('Only you can see this');
    await first.picture('private');
    await first.press(answer, 'Share');
    const shared = await second.message(already + 1);
    expect(await shared.innerText()).not.toContain('Only you can see this');
    expect(await shared.locator('h2').innerText()).toBe('Bram Lovell');
    await second.picture('second-reader');
    await first.page.getByRole('button', { name: 'Dismiss message' }).click();
    await first.page.reload();
    await first.page.locator('.message').first().waitFor();
    expect(await first.page.getByText('Only you can see this').count()).toBe(0);
  });

  test('gives each tab a reader of its own, who stays the same when the tab is loaded again', async () => {
    const first = await bed.reader();
    const name = await first.page.locator('#reader').innerText();
    const popup = first.page.waitForEvent('popup');
    await first.page.getByRole('link', { name: 'Open as another reader' }).click();
    const other = await popup;
    await other.locator('body[data-ready]').waitFor();
    expect(await other.locator('#reader').innerText()).not.toBe(name);
    await first.page.reload();
    await first.page.locator('body[data-ready]').waitFor();
    await expect.poll(() => first.page.locator('#reader').innerText()).toBe(name);
  });

  test('lets only who asked turn the page for all; another reader gets a copy', async () => {
    const first = await bed.reader();
    const answer = await first.ask('/who Ada Lovell');
    const second = await bed.reader();
    const seen = second.messages().last();
    await expect.poll(() => seen.locator('h2').innerText()).toBe('Ada Lovell');
    await second.press(seen, 'Next ›');
    expect(await second.messages().last().innerText()).toContain('Only you can see this');
    expect(await answer.innerText()).toContain('page 1 of ');
  });

  test('runs an example at a press', async () => {
    const { messages, page } = await bed.reader();
    const count = await messages().count();
    await page.getByRole('button', { name: '/who Ada Lovell' }).click();
    await expect.poll(() => messages().count()).toBe(count + 1);
    expect(await messages().last().locator('h2').innerText()).toBe('Ada Lovell');
  });

  test('complains of what Discord would not send, and keeps what was typed', async () => {
    const { messages, page } = await bed.reader();
    const count = await messages().count();
    await page.keyboard.type('/who ');
    await page.keyboard.press('Enter');
    expect(await page.getByRole('alert').filter({ hasText: '/who needs name' }).count()).toBe(1);
    await page.keyboard.type('Ada');
    await page.getByRole('button', { name: /Add private/ }).click();
    await page.keyboard.type('perhaps');
    await page.keyboard.press('Enter');
    await page.getByRole('alert').filter({ hasText: 'takes true or false' }).waitFor();
    expect(await page.getByRole('combobox', { name: /^name/ }).inputValue()).toBe('Ada');
    expect(await messages().count()).toBe(count);
  });

  test('loads as one small page, all of it from here', async () => {
    const { page } = await bed.reader();
    const sizes = (await page.evaluate(
      'performance.getEntries().filter((one) => "decodedBodySize" in one).map((one) => one.decodedBodySize)',
    )) as number[];
    expect(sizes.length).toBeGreaterThan(10);
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThan(100_000);
  });
});
