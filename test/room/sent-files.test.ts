/** Files that a bot sends: with a reply, an edit or a follow-up, in messages of both kinds. */
import { type ChatInputCommandInteraction, ComponentType, MessageFlags } from 'discord.js';
import { MessageResponseSchema } from 'discord-api-spec/zod';
import { describe, expect, test } from 'vitest';
import { createManualClock } from '../../src/room/clock.ts';
import type { RoomOptions } from '../../src/room/room.ts';
import type { SentFile } from '../../src/room/view.ts';
import { answering, bed, callBack, codesAt, messageIn, onCommand, refusalOf } from './bot.ts';
import { button, chars, display, many, row, v2 } from './rules.ts';

const fileOf = (name: string, content = 'x') => ({ name, attachment: Buffer.from(content) });
const shown = (name: string, more: object = {}) => ({ type: 13, file: { url: `attachment://${name}` }, ...more });
const namesOf = (files: readonly SentFile[]) => files.map(({ name }) => name);

async function answeredBy(command: (command: ChatInputCommandInteraction) => unknown, options: RoomOptions = {}) {
  const opened = await bed(onCommand(command), options);
  const ana = opened.room.member('Ana');
  const outcome = await ana.type('/help');
  return { ...opened, ana, message: messageIn(outcome) };
}

test('a file of a File component is shown, can be fetched, and is not among the attachments', async () => {
  const components = [display('Here it is'), shown('books-(2026).zip', { spoiler: true })];
  const { ana, message } = await answeredBy((command) =>
    command.reply({ flags: v2, components: components as never, files: [fileOf('books-(2026).zip', 'zipped')] }),
  );
  expect(message.files).toEqual([
    {
      name: 'books-2026.zip',
      size: 6,
      contentType: 'application/zip',
      url: expect.stringContaining('/attachments/'),
      spoiler: true,
    },
  ]);
  expect(Buffer.from(await ana.download(message.files[0]!)).toString()).toBe('zipped');
  expect(message.raw.attachments).toEqual([]);
  const [, component] = message.raw.components;
  expect(component).toMatchObject({ name: 'books-2026.zip', size: 6, file: { url: message.files[0]?.url } });
  expect(MessageResponseSchema.safeParse(message.raw)).toMatchObject({ success: true });
});

test('with components, a file that none of them shows is not seen', async () => {
  const { message } = await answeredBy((command) =>
    command.reply({ flags: v2, components: [display('x') as never], files: [fileOf('hidden.txt')] }),
  );
  expect(message.files).toEqual([]);
  expect(message.raw.attachments).toMatchObject([{ filename: 'hidden.txt' }]);
});

test('a plain message shows its files, with what is said of them', async () => {
  const { ana, message } = await answeredBy((command) =>
    command.reply({ files: [{ ...fileOf('a.md', '# A'), description: 'The first' }, fileOf('b.bin')] }),
  );
  expect(message.files).toMatchObject([
    { name: 'a.md', size: 3, contentType: 'text/markdown; charset=utf-8' },
    { name: 'b.bin', contentType: null },
  ]);
  expect(message.raw.attachments[0]).toMatchObject({ description: 'The first' });
  expect(Buffer.from(await ana.download(message.files[0]!)).toString()).toBe('# A');
});

test('a file is meant by the number in its field’s name, whatever the order', async () => {
  const { message } = await answeredBy(async ({ client, id, token }) => {
    const form = new FormData();
    const attachments = [
      { id: '0', filename: 'first.txt', title: 'The first' },
      { id: '7', filename: 'second.txt' },
    ];
    form.set('payload_json', JSON.stringify({ type: 4, data: { content: 'x', attachments } }));
    form.set('files[7]', new Blob(['22']), 'b.txt');
    form.set('files[3]', new Blob(['333']), 'unlisted.txt');
    form.set('files[0]', new Blob(['1']), 'a.txt');
    await fetch(`${client.options.rest?.api}/v10/interactions/${id}/${token}/callback`, { method: 'POST', body: form });
  });
  expect(message.files).toMatchObject([
    { name: 'first.txt', size: 1 },
    { name: 'second.txt', size: 2 },
  ]);
  expect(message.raw.attachments[0]).toMatchObject({ title: 'The first' });
});

test('a private message keeps its files with the application, apart from the channel', async () => {
  const { room, message } = await answeredBy((command) =>
    command.reply({ flags: MessageFlags.Ephemeral, files: [fileOf('a.txt')] }),
  );
  expect(message.files[0]?.url).toContain(`/ephemeral-attachments/${room.applicationId}/`);
  expect(message.raw.attachments[0]).toMatchObject({ ephemeral: true });
});

test('an edit keeps the files that it lists, and takes new ones', async () => {
  const { ana, message } = await answeredBy(async (command) => {
    await command.deferReply();
    const first = await command.editReply({ content: 'x', files: [fileOf('a.txt'), fileOf('b.txt')] });
    const kept = first.attachments.find(({ name }) => name === 'b.txt');
    await command.followUp({ content: 'first done', flags: MessageFlags.Ephemeral });
    await command.editReply({ attachments: [kept!], files: [fileOf('c.txt')] });
  });
  expect(namesOf(message.files)).toEqual(['a.txt', 'b.txt']);
  const latest = () => namesOf(ana.messages().find(({ id }) => id === message.id)?.files ?? []);
  await expect.poll(latest).toEqual(['b.txt', 'c.txt']);
});

test('a button’s update brings a file and takes it away again', async () => {
  const { room } = await bed(
    answering({
      command: (command) => command.reply({ flags: v2, components: [display('none yet'), row(button())] as never }),
      button: (pressed) => {
        const has = pressed.message.components.some(({ type }) => type === ComponentType.File);
        return has
          ? pressed.update({ components: [display('gone'), row(button())] as never, attachments: [] })
          : pressed.update({ components: [shown('a.txt'), row(button())] as never, files: [fileOf('a.txt')] });
      },
    }),
  );
  const ana = room.member('Ana');
  const first = messageIn(await ana.type('/help'));
  const second = messageIn(await ana.press(first, 'Go'));
  expect(namesOf(second.files)).toEqual(['a.txt']);
  expect(messageIn(await ana.press(second, 'Go'))).toMatchObject({ files: [], text: 'gone' });
});

test('a kept file can be shown again where the edit repeats its name', async () => {
  const seen: unknown[] = [];
  const { ana } = await answeredBy(async (command) => {
    await command.reply({ flags: v2, components: [shown('a.txt') as never], files: [fileOf('a.txt')] });
    const { components } = await command.fetchReply();
    const id = (components[0] as unknown as { file: { data: { attachment_id: string } } }).file.data.attachment_id;
    const edit = (attachments: unknown) =>
      command.client.rest.patch(`/webhooks/${command.applicationId}/${command.token}/messages/@original`, {
        body: { components: [display('again'), shown('a.txt')], attachments },
        auth: false,
      });
    seen.push(codesAt(await refusalOf(edit([{ id }])), 'components', 1, 'file', 'url'));
    await edit([{ id, filename: 'a.txt' }]);
    seen.push('taken');
  });
  await expect.poll(() => seen).toEqual([['UNFURLED_MEDIA_ITEM_REFERENCED_ATTACHMENT_NOT_FOUND'], 'taken']);
  expect(namesOf(ana.messages()[0]?.files ?? [])).toEqual(['a.txt']);
});

describe('Discord refuses', () => {
  const asked = (components: unknown[]) => ({ type: 4, data: { flags: v2, components } });
  const data = (name: string) => ({ name, data: Buffer.from('x') });
  const inFile = ['data', 'components', 0, 'file', 'url'] as const;
  const notFound = 'UNFURLED_MEDIA_ITEM_REFERENCED_ATTACHMENT_NOT_FOUND';
  test.each([
    ['a File of which no file was sent', asked([shown('a.txt')]), [data('b.txt')], inFile, notFound],
    [
      'a File in a container of which none was sent',
      asked([{ type: 17, components: [shown('a.txt')] }]),
      [],
      ['data', 'components', 0, 'components', 0, 'file', 'url'],
      notFound,
    ],
    [
      'a picture of which none was sent',
      asked([{ type: 12, items: [{ media: { url: 'attachment://a.png' } }] }]),
      [],
      ['data', 'components', 0, 'items', 0, 'media', 'url'],
      notFound,
    ],
    [
      'a File from elsewhere',
      asked([{ type: 13, file: { url: 'https://example.org/a.txt' } }]),
      [data('a.txt')],
      inFile,
      'UNFURLED_MEDIA_ITEM_ATTACHMENT_REFERENCE_REQUIRED',
    ],
    [
      'an attachment without its file',
      { type: 4, data: { content: 'x', attachments: [{ id: '0', filename: 'a.txt' }] } },
      [],
      ['data', 'attachments', 0],
      'ATTACHMENT_NOT_FOUND',
    ],
    [
      'a File without the flag',
      { type: 4, data: { components: [shown('a.txt')] } },
      [data('a.txt')],
      ['data', 'components', 0],
      'UNION_TYPE_CHOICES',
    ],
  ] as const)('%s', async (_says, body, files, path, code) => {
    const seen: unknown[] = [];
    await answeredBy(async (command) => {
      const error = await refusalOf(callBack(command, body, [...files]));
      seen.push(error.code, codesAt(error, ...path));
      await command.reply('taken');
    });
    expect(seen).toEqual([50035, [code]]);
  });

  test('more than ten files, and one that is too large', async () => {
    const seen: unknown[] = [];
    const { message } = await answeredBy(
      async (command) => {
        const sent = (files: { name: string; data: Buffer }[]) =>
          callBack(command, { type: 4, data: { content: 'x' } }, files);
        seen.push(await refusalOf(sent(many(11, (index) => data(`${index}.txt`)))));
        seen.push(await refusalOf(sent([{ name: 'a.txt', data: Buffer.from(chars(101)) }])));
        await sent(many(10, (index) => ({ name: `${index}.txt`, data: Buffer.from(chars(100)) })));
      },
      { attachmentBytesMax: 100 },
    );
    expect(seen).toMatchObject([
      { status: 400, code: 30015 },
      { status: 413, code: 40005 },
    ]);
    expect(message.files).toHaveLength(10);
  });
});

test('links are new whenever they are read after a day', async () => {
  const clock = createManualClock();
  const { ana, message } = await answeredBy(
    (command) => command.reply({ flags: v2, components: [shown('a.txt') as never], files: [fileOf('a.txt')] }),
    { clock },
  );
  expect(ana.messages()[0]?.files).toEqual(message.files);
  clock.advance(25 * 60 * 60_000);
  await expect(ana.download(message.files[0]!)).rejects.toThrow('no longer available');
  const [again] = ana.messages();
  expect(Buffer.from(await ana.download(again!.files[0]!)).toString()).toBe('x');
});

test('where a server lets larger files through, the bot may send them too', async () => {
  const { room } = await bed(
    onCommand((command) => command.reply({ files: [{ name: 'a.bin', attachment: Buffer.alloc(30_000_000) }] })),
    // A busy machine may take longer for 30 MB than Discord waits.
    { responseMs: 60_000 },
  );
  const ana = room.server('Boosted', { attachmentBytesMax: 30_000_000 }).member('Ana');
  expect(messageIn(await ana.type('/help')).files).toMatchObject([{ name: 'a.bin', size: 30_000_000 }]);
});
