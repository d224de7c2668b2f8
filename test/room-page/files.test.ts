/** Subcommands, files that a reader gives, and files that a bot sends, on the page. */
import { readFile } from 'node:fs/promises';
import { type ChatInputCommandInteraction, MessageFlags, type ModalSubmitInteraction } from 'discord.js';
import type { Locator, Page } from 'playwright-core';
import { expect, test } from 'vitest';
import type { Answers } from '../room/bot.ts';
import { anyBotBed } from './any-bot-bed.ts';
import { violationsIn } from './axe.ts';
import { desktop, phone } from './browser.ts';
import { describeInBrowser } from './chromium.ts';

const file = { type: 11, name: 'file', description: 'A reading to add', required: true, file_types: ['.txt', '.pdf'] };
const title = { type: 3, name: 'title', description: 'Its title, if the file has none' };
const shelf = {
  name: 'shelf',
  description: 'What the group reads',
  default_member_permissions: '32',
  options: [
    { type: 1, name: 'add', description: 'Add a reading', options: [file, title] },
    { type: 1, name: 'several', description: 'Add several readings' },
    {
      type: 2,
      name: 'label',
      description: 'd',
      options: [{ type: 1, name: 'set', description: 'Set a label', options: [title] }],
    },
  ],
};
const commands = [shelf, { name: 'help', description: 'What there is' }];

const option = (value: string, description?: string) => ({ value, label: value, ...(description && { description }) });
const label = (name: string, component: object, description?: string) => ({
  type: 18,
  label: name,
  component,
  description,
});
const form = {
  custom_id: 'several',
  title: 'Add readings',
  components: [
    { type: 10, content: 'Files of up to **10 MiB**.' },
    label('Readings', { type: 19, custom_id: 'files', max_values: 3, file_types: ['.txt'] }, 'Up to three at once'),
    label('Where they go', {
      type: 21,
      custom_id: 'where',
      options: [option('On top', 'Quoted first'), option('Below')],
    }),
    label('Also', { type: 22, custom_id: 'also', required: false, options: [option('Tell all'), option('Pin')] }),
    label('These texts may be quoted', { type: 23, custom_id: 'sure' }),
  ] as never[],
};

async function added(command: ChatInputCommandInteraction): Promise<unknown> {
  const { options } = command;
  if (options.getSubcommand() !== 'add') return command.showModal(form);
  const given = options.getAttachment('file', true);
  const content = Buffer.from(await (await fetch(given.url)).arrayBuffer());
  return command.reply({
    flags: MessageFlags.IsComponentsV2,
    components: [
      {
        type: 17,
        components: [
          { type: 10, content: `### ${options.getString('title') ?? given.name}\nAdded, ${given.size} bytes.` },
          { type: 13, file: { url: 'attachment://copy.txt' } },
        ],
      } as never,
    ],
    files: [{ name: 'copy.txt', attachment: content }],
  });
}

async function addedAll(filled: ModalSubmitInteraction): Promise<unknown> {
  const files = [...(filled.fields.getUploadedFiles('files')?.values() ?? [])];
  const texts = await Promise.all(files.map(async ({ url }) => (await fetch(url)).text()));
  const rest = [
    filled.fields.getRadioGroup('where'),
    filled.fields.getCheckboxGroup('also').join('+'),
    filled.fields.getCheckbox('sure'),
  ];
  return filled.reply([...texts, ...rest].join(' | '));
}

const answers: Answers = {
  command: (command) =>
    command.commandName === 'help'
      ? command.reply({ content: 'All of it', files: [{ name: 'all.zip', attachment: Buffer.alloc(2048) }] })
      : added(command),
  modal: addedAll,
};
const textFile = (name: string, content: string) => ({ name, mimeType: 'text/plain', buffer: Buffer.from(content) });

/** What the browser saves when the link is pressed. */
async function saved(page: Page, link: Locator): Promise<string> {
  const download = page.waitForEvent('download');
  await link.click();
  return readFile(await (await download).path(), 'utf8');
}

/** As if somebody had dragged a file from a folder. */
async function drop(page: Page, target: Locator, name: string, content: string): Promise<void> {
  const data = await page.evaluateHandle(
    `(() => { const data = new DataTransfer(); data.items.add(new File([${JSON.stringify(content)}], ${JSON.stringify(name)})); return data; })()`,
  );
  await target.dispatchEvent('drop', { dataTransfer: data });
}

describeInBrowser('files on the page', () => {
  const { readerWith } = anyBotBed();

  test('subcommands are offered by all their words, and a file is chosen, sent and given back', async () => {
    const { message, page, picture } = await readerWith(answers, { commands, context: desktop });
    const chooser = page.waitForEvent('filechooser');
    await page.keyboard.type('/shelf');
    expect(await page.locator('[role=option] .choice-label').allInnerTexts()).toEqual([
      '/shelf add',
      '/shelf several',
      '/shelf label set',
    ]);
    await picture('files-subcommands');
    await page.keyboard.type(' ad');
    expect(await page.getByRole('option').count()).toBe(1);
    await page.keyboard.press('Enter');
    await page.keyboard.press('Enter');
    await (await chooser).setFiles(textFile('notes of May.txt', 'To the letter.'));
    await page.getByRole('button', { name: 'Add title' }).click();
    await page.keyboard.type('Notes');
    await picture('files-chosen');
    await page.keyboard.press('Enter');
    const answer = await message(1);
    expect(await answer.innerText()).toContain('used\n/shelf add');
    expect(await answer.innerText()).toContain('Added, 14 bytes.');
    expect(await answer.locator('.file').innerText()).toContain('14 bytes');
    await picture('files-answer');
    expect(await saved(page, answer.getByRole('link', { name: 'copy.txt' }))).toBe('To the letter.');
  });

  test('a file may be dropped on the page, and what Discord would not take is said', async () => {
    const { message, page, picture } = await readerWith(answers, { commands, attachmentBytesMax: 1024 * 1024 });
    await drop(page, page.locator('body'), 'a.txt', 'x');
    await page.getByRole('alert').filter({ hasText: 'choose a command that takes a file' }).waitFor();
    await page.locator('#line').focus();
    await page.keyboard.type('/shelf add ');
    await page.keyboard.press('Shift+Tab');
    await page.getByRole('button', { name: 'Send' }).click();
    await page.getByRole('alert').filter({ hasText: '/shelf add needs file' }).waitFor();
    await drop(page, page.locator('body'), 'a.exe', 'x');
    await page.keyboard.press('Enter');
    await page.getByRole('alert').filter({ hasText: 'not of a type that is taken here: .txt, .pdf' }).waitFor();
    await drop(page, page.locator('.file-field'), 'large.txt', 'x'.repeat(1024 * 1024 + 1));
    await page.getByRole('button', { name: 'Send' }).click();
    await page.getByRole('alert').filter({ hasText: 'too powerful' }).waitFor();
    await picture('files-refused');
    await drop(page, page.locator('.file-field'), 'dropped.txt', 'by hand');
    await page.getByRole('button', { name: 'Send' }).click();
    expect(await (await message(1)).innerText()).toContain('dropped.txt');
  });

  test('the last file can be sent again', async () => {
    const { message, page } = await readerWith(answers, { commands });
    await page.keyboard.type('/shelf add ');
    await page.locator('.file-field input').setInputFiles(textFile('a.txt', 'once more'));
    await page.keyboard.press('Enter');
    await message(1);
    await page.keyboard.press('/');
    for (const key of ['Escape', 'Escape', 'ArrowUp']) await page.keyboard.press(key);
    await page.getByRole('button', { name: 'Send' }).click();
    expect(await (await message(2)).innerText()).toContain('Added, 9 bytes.');
  });

  test.each([
    ['desktop', desktop],
    ['phone', phone],
  ] as const)('a modal takes files by button and by hand, with choices beside them: %s', async (name, context) => {
    const { message, page, picture } = await readerWith(answers, { commands, context });
    await page.locator('#line').focus();
    await page.keyboard.type('/shelf several ');
    await page.getByRole('button', { name: 'Send' }).click();
    const dialog = page.getByRole('dialog', { name: 'Add readings' });
    const chooser = page.waitForEvent('filechooser');
    await dialog.getByRole('button', { name: /^Readings: Choose up to 3 files/ }).click();
    await (await chooser).setFiles([textFile('one.txt', 'first'), textFile('two.txt', 'second')]);
    await drop(page, dialog.locator('.drop'), 'three.txt', 'third');
    await dialog.getByRole('button', { name: 'Remove two.txt' }).click();
    await dialog.getByRole('radio', { name: /On top/ }).check();
    await dialog.getByRole('checkbox', { name: 'Pin' }).check();
    await dialog.getByRole('checkbox', { name: 'These texts may be quoted' }).check();
    expect(await violationsIn(page)).toEqual([]);
    await picture(`files-modal-${name}`);
    await dialog.getByRole('button', { name: 'Submit' }).click();
    expect(await (await message(1)).innerText()).toContain('first | third | On top | Pin | true');
  });

  test('a plain message shows its files too', async () => {
    const { ask, picture } = await readerWith(answers, { commands });
    const answer = await ask('/help');
    const link = answer.getByRole('link', { name: 'all.zip' });
    expect(await link.innerText()).toContain('2.0 KB');
    expect(await link.getAttribute('href')).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/attachments\//);
    await picture('files-plain');
  });

  test('who gives up Manage Server is not offered what needs it', async () => {
    const { page } = await readerWith(answers, { commands });
    const offered = async () => {
      await page.locator('#line').fill('/');
      return page.locator('[role=option] .choice-label').allInnerTexts();
    };
    expect(await offered()).toHaveLength(4);
    await page.getByLabel('Manage Server').uncheck();
    await expect.poll(offered).toEqual(['/help']);
    await page.reload();
    await page.locator('body[data-ready]').waitFor();
    expect(await page.getByLabel('Manage Server').isChecked()).toBe(false);
    await page.getByLabel('Manage Server').check();
    await expect.poll(offered).toHaveLength(4);
  });

  test('all of it fits a phone', async () => {
    const { message, page, picture } = await readerWith(answers, { commands, context: phone });
    await page.locator('#line').focus();
    await page.keyboard.type('/shelf add ');
    await picture('files-phone-empty');
    await page
      .locator('.file-field input')
      .setInputFiles(textFile('a reading with quite a long name, as files often have them.txt', 'x'));
    await page.getByRole('button', { name: 'Add title' }).click();
    await picture('files-phone-chosen');
    expect(await page.evaluate('document.documentElement.scrollWidth <= innerWidth')).toBe(true);
    await page.getByRole('button', { name: 'Send' }).click();
    await message(1);
    await picture('files-phone-answer');
    const outside = await page.evaluate(`[...document.querySelectorAll('.message *, .top *, .bar *')].filter((one) =>
      one.checkVisibility() && !one.closest('.unseen') && one.getBoundingClientRect().right > innerWidth + 0.5).map((one) => one.outerHTML)`);
    expect(outside).toEqual([]);
    expect(await violationsIn(page)).toEqual([]);
  });
});
