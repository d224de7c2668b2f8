/** The list of messages follows what its reader waits for, and the caret goes back to where one types. */
import { MessageFlags } from 'discord.js';
import type { Locator } from 'playwright-core';
import { expect, test } from 'vitest';
import { anyBotBed } from './any-bot-bed.ts';
import { desktop } from './browser.ts';
import { describeInBrowser } from './chromium.ts';

const lines = (count: number) => Array.from({ length: count }, (_, at) => `Line ${at + 1}`).join('\n');
const modal = {
  title: 'A question',
  custom_id: 'question',
  components: [{ type: 18, label: 'Your words', component: { type: 4, custom_id: 'words', style: 2 } } as never],
};
const isWhole = (message: Locator) =>
  message.evaluate((one) => {
    const { bottom, top } = one.getBoundingClientRect();
    const log = one.closest('.log')!.getBoundingClientRect();
    return top >= log.top && bottom <= log.bottom;
  });

describeInBrowser('the list of messages', () => {
  const bed = anyBotBed();
  const { readerWith } = bed;
  const around = { context: desktop };

  test('follows a card that grows where the bot was thinking', async () => {
    let finish = () => {};
    const reader = await readerWith(
      {
        command: async (interaction) => {
          const isFirst = interaction.commandName === 'who';
          await (isFirst ? interaction.reply(lines(60)) : interaction.deferReply());
          finish = () => void interaction.editReply(lines(14));
        },
      },
      around,
    );
    await reader.ask('/who Ada');
    const message = await reader.ask('/help');
    expect(await isWhole(message)).toBe(true);
    finish();
    await expect.poll(() => message.innerText()).toContain('Line 14');
    expect(await isWhole(message)).toBe(true);
  });

  test('shows a reader who comes later the newest message', async () => {
    const reader = await readerWith({ command: (interaction) => interaction.reply(lines(8)) }, around);
    for (let count = 0; count < 12; count++) await reader.ask('/help');
    const later = await bed.browser.newPage(desktop);
    await later.goto(reader.page.url());
    await later.locator('body[data-ready]').waitFor();
    await expect.poll(() => later.locator('.message').count()).toBe(12);
    expect(await isWhole(later.locator('.message').last())).toBe(true);
    await later.close();
  });

  test('says once that a command is under way', async () => {
    const { messages, page } = await readerWith(
      {
        command: async (interaction) => {
          await page.getByText('Sending command…').waitFor();
          await interaction.deferReply();
        },
      },
      around,
    );
    await page.keyboard.type('/help ');
    await page.keyboard.press('Enter');
    await page.getByText('is thinking…').waitFor();
    expect(await messages().count()).toBe(1);
  });

  test('follows what comes of a modal, which closes when the bot has it; and one can go on typing', async () => {
    let finish = () => {};
    const reader = await readerWith(
      {
        command: async (interaction) =>
          interaction.commandName === 'who' ? interaction.reply(lines(60)) : interaction.showModal(modal),
        modal: async (interaction) => {
          await interaction.deferReply({ flags: MessageFlags.Ephemeral });
          finish = () => void interaction.editReply(lines(14));
        },
      },
      around,
    );
    const { messages, page } = reader;
    await reader.ask('/who Ada');
    await page.keyboard.type('/help ');
    await page.keyboard.press('Enter');
    await page.getByRole('textbox', { name: 'Your words' }).fill('Who was she?');
    await page.getByRole('button', { name: 'Submit' }).click();
    await page.getByText('is thinking…').waitFor();
    await expect.poll(() => page.locator('dialog').count()).toBe(0);
    finish();
    await expect.poll(() => messages().last().innerText()).toContain('Line 14');
    expect(await isWhole(messages().last())).toBe(true);
    await page.keyboard.type('/wh');
    expect(await page.locator('#line').inputValue()).toBe('/wh');
  });
});
