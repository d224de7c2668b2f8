import { expect, test } from 'vitest';
import { town } from '../discord/town.ts';
import { describeInBrowser } from './chromium.ts';
import { pageBed } from './page-bed.ts';

describeInBrowser('the line that one types in', () => {
  const bed = pageBed(town);

  test('takes several lines: Shift and Enter go on below, Enter sends, and a quotation of two lines is one', async () => {
    const { message, messages, page, picture } = await bed.reader();
    const count = await messages().count();
    const line = page.locator('#line');
    const low = await line.boundingBox();
    await page.keyboard.type('> She stood on it through the night');
    await page.keyboard.press('Shift+Enter');
    await page.keyboard.type('> with a lamp.');
    expect(await line.inputValue()).toBe('> She stood on it through the night\n> with a lamp.');
    expect((await line.boundingBox())!.height).toBeGreaterThan(low!.height * 1.5);
    await picture('two-lines');
    await page.keyboard.press('Enter');
    const said = await message(count + 1);
    expect(await said.locator('blockquote').innerText()).toBe('She stood on it through the night\nwith a lamp.');
    expect((await line.boundingBox())!.height).toBe(low!.height);
    await said.getByRole('button', { name: 'More: apps' }).click();
    await page.getByRole('menuitem', { name: 'Check this quote' }).click();
    expect(await (await message(count + 2)).innerText()).toContain('To the letter');
  });

  test('names the command that was meant by a misspelled one, and keeps the line', async () => {
    const { page } = await bed.reader();
    await page.keyboard.type('/whoo Ada Lovell');
    await page.keyboard.press('Enter');
    expect(await page.getByRole('alert').innerText()).toBe('There is no command /whoo. Did you mean /who?');
    expect(await page.locator('#line').inputValue()).toBe('/whoo Ada Lovell');
    await page.locator('#line').fill('/zzzzzz');
    await page.keyboard.press('Enter');
    expect(await page.getByRole('alert').innerText()).toContain('Type / to see them all');
  });

  test('cuts no question that is too long, but says so', async () => {
    const { messages, page } = await bed.reader();
    const count = await messages().count();
    const long = `why ${'was the bridge closed '.repeat(12)}`.trim();
    await page.locator('#line').fill(`/ask ${long}`);
    await page.keyboard.press('Enter');
    await page
      .getByRole('alert')
      .filter({ hasText: `at most 200 characters and this has ${long.length}` })
      .waitFor();
    expect(await page.getByRole('combobox', { name: /^question/ }).inputValue()).toBe(long);
    expect(await messages().count()).toBe(count);
  });
});
