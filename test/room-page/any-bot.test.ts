import { ButtonStyle, ComponentType, MessageFlags } from 'discord.js';
import { expect, test } from 'vitest';
import { openPage } from '../../src/room/page/server.ts';
import { openedRoom } from '../room/bot.ts';
import { anyBotBed } from './any-bot-bed.ts';
import { describeInBrowser } from './chromium.ts';

describeInBrowser('the page shows what any bot may do', () => {
  const bed = anyBotBed();
  const { readerWith } = bed;

  test('a bot that thinks, and then answers', async () => {
    let finish = () => {};
    const { ask, messages, picture } = await readerWith({
      command: async (interaction) => {
        await interaction.deferReply();
        finish = () => void interaction.editReply('**Done** thinking');
      },
    });
    const message = await ask('/help');
    expect(await message.innerText()).toContain('Footnote is thinking…');
    await picture('thinking');
    finish();
    await expect.poll(() => messages().first().innerText()).toContain('Done thinking');
    expect(await messages().count()).toBe(1);
  });

  test('a bot that does not answer in time, with the reason', async () => {
    const { messages, page, picture } = await readerWith({ command: () => {} }, { responseMs: 400 });
    await page.keyboard.type('/help ');
    await page.keyboard.press('Enter');
    await page.getByText('Sending command…').waitFor();
    await page.getByText('The application did not respond', { exact: false }).first().waitFor();
    expect(await messages().last().innerText()).toMatch(
      /used\s+\/help\s+The application did not respond\nwithin 400 ms/,
    );
    await picture('failure');
    await page.getByRole('button', { name: 'Dismiss message' }).click();
    expect(await messages().count()).toBe(0);
  });

  test('a button that comes to nothing, a modal that is filled in, and buttons of every style', async () => {
    const { ask, messages, page, picture } = await readerWith(
      {
        command: (interaction) =>
          interaction.reply({
            flags: MessageFlags.IsComponentsV2,
            components: [
              { type: ComponentType.TextDisplay, content: '# One\n-# <t:0:F> and <t:0:R>' },
              { type: ComponentType.Separator, divider: false },
              {
                type: ComponentType.ActionRow,
                components: [
                  { type: ComponentType.Button, style: ButtonStyle.Primary, label: 'Ask', custom_id: 'ask' },
                  { type: ComponentType.Button, style: ButtonStyle.Danger, label: 'Nothing', custom_id: 'nothing' },
                  {
                    type: ComponentType.Button,
                    style: ButtonStyle.Success,
                    label: 'Off',
                    custom_id: 'off',
                    disabled: true,
                  },
                ],
              },
            ],
          }),
        button: (interaction) => {
          if (interaction.customId !== 'ask') return;
          return interaction.showModal({
            title: 'A question',
            custom_id: 'question',
            components: [
              {
                type: ComponentType.Label,
                label: 'Your words',
                component: { type: ComponentType.TextInput, custom_id: 'words', style: 2, min_length: 3 },
              },
            ],
          });
        },
        modal: (interaction) =>
          interaction.reply({
            content: `> ${interaction.fields.getTextInputValue('words')}`,
            flags: MessageFlags.Ephemeral,
          }),
      },
      { responseMs: 3_000 },
    );
    const message = await ask('/help');
    expect(await message.locator('time').allInnerTexts()).toEqual(
      expect.arrayContaining([expect.stringContaining('1970')]),
    );
    expect(await message.getByRole('button', { name: 'Off' }).isDisabled()).toBe(true);
    await message.getByRole('button', { name: 'Nothing' }).click();
    await message.getByText('This interaction failed').waitFor();
    await message.getByRole('button', { name: 'Ask' }).click();
    const dialog = page.getByRole('dialog', { name: 'A question' });
    await dialog.getByRole('textbox', { name: 'Your words' }).fill('Who was she?');
    await picture('modal');
    await dialog.getByRole('button', { name: 'Submit' }).click();
    await expect.poll(() => messages().count()).toBe(2);
    expect(await messages().last().locator('blockquote').innerText()).toBe('Who was she?');
    await expect.poll(() => page.locator('dialog').count()).toBe(0);
  });

  test('commands on a message, in its menu', async () => {
    const { messages, page, picture } = await readerWith({
      messageCommand: (interaction) =>
        interaction.reply({ content: `About: ${interaction.targetMessage.content}`, flags: MessageFlags.Ephemeral }),
    });
    await page.keyboard.type('What was said here');
    await page.keyboard.press('Enter');
    await expect.poll(() => messages().count()).toBe(1);
    await messages().first().getByRole('button', { name: 'More: apps' }).focus();
    await page.keyboard.press('Enter');
    await picture('message-menu');
    await page.getByRole('menuitem', { name: 'Apps → Quote this' }).press('Enter');
    await expect.poll(() => messages().count()).toBe(2);
    expect(await messages().last().innerText()).toContain('About: What was said here');
  });

  test('a room that was closed says so', async () => {
    const room = await openedRoom();
    const served = await openPage({ room, port: 0 });
    const page = await bed.browser.newPage();
    await page.goto(served.address);
    await page.locator('#reader:not(:empty)').waitFor();
    await served.close();
    await page.getByText('The room is closed').waitFor();
    await page.close();
  });

  test('markup in names and messages stays text', async () => {
    const { ask } = await readerWith({
      command: (interaction) => interaction.reply('<img src=x onerror="document.title=1"> <b>x</b>'),
    });
    const message = await ask('/help');
    expect(await message.locator('.text').innerText()).toBe('<img src=x onerror="document.title=1"> <b>x</b>');
    expect(await message.locator('.text img, .text b').count()).toBe(0);
  });
});
