/** Commands with subcommands and files, as a bot registers them, people run them and a real discord.js bot reads them. */
import { Routes } from 'discord.js';
import { ApplicationCommandResponseSchema } from 'discord-api-spec/zod';
import { describe, expect, test } from 'vitest';
import { createManualClock } from '../../src/room/clock.ts';
import type { RoomOptions } from '../../src/room/room.ts';
import { type Answers, answering, bed, codesAt, messageIn, refusalOf } from './bot.ts';

const file = { type: 11, name: 'file', description: 'A file', required: true, file_types: ['.PDF', '.txt'] };
const title = { type: 3, name: 'title', description: 'Its title', autocomplete: true };
const shelf = {
  name: 'shelf',
  description: 'What we read',
  options: [
    { type: 1, name: 'add', description: 'Add a file', options: [file, title] },
    { type: 1, name: 'list', description: 'What there is' },
    {
      type: 2,
      name: 'label',
      description: 'Labels',
      options: [{ type: 1, name: 'set', description: 'Set', options: [title] }],
    },
  ],
};

async function shelfBed(answers: Answers, options: RoomOptions = {}) {
  const opened = await bed(answering(answers), options);
  const route = Routes.applicationCommands(opened.room.applicationId);
  const put = (body: unknown) => opened.client.rest.put(route, { body });
  await put([shelf]);
  return { ...opened, put };
}

describe('registering', () => {
  test('subcommands, groups and files are read back as Discord reads them', async () => {
    const { room } = await shelfBed({});
    expect(ApplicationCommandResponseSchema.safeParse(room.commands[0])).toMatchObject({ success: true });
    expect(room.commands[0]).toMatchObject({ options: shelf.options.map(({ name, type }) => ({ name, type })) });
    expect(room.commands[0]?.options?.[0]?.options?.[0]).toMatchObject({
      required: true,
      file_types: ['.pdf', '.txt'],
    });
  });

  const withOptions = (...options: object[]) => [{ ...shelf, options }];
  const inAdd = (...options: object[]) => withOptions({ ...shelf.options[0], options });
  const nested = { type: 2, name: 'g', description: 'd', options: [shelf.options[2]] };
  test.each([
    [
      'a subcommand after an option',
      withOptions(title, shelf.options[1]!),
      [1],
      'APPLICATION_COMMAND_OPTIONS_TYPE_INVALID',
    ],
    [
      'an option after a subcommand',
      withOptions(shelf.options[1]!, title),
      [1],
      'APPLICATION_COMMAND_OPTIONS_TYPE_INVALID',
    ],
    ['a group in a group', withOptions(nested), [0, 'options', 0, 'type'], 'BASE_TYPE_CHOICES'],
    ['a subcommand in a subcommand', inAdd(shelf.options[1]!), [0, 'options', 0], 'UNION_TYPE_CHOICES'],
    [
      'two of one name',
      withOptions(shelf.options[1]!, shelf.options[1]!),
      [1],
      'APPLICATION_COMMAND_OPTIONS_NAME_INVALID',
    ],
    [
      'a required option after others',
      inAdd(title, file),
      [0, 'options', 1],
      'APPLICATION_COMMAND_OPTIONS_REQUIRED_INVALID',
    ],
    [
      'a type of file that is none',
      inAdd({ ...file, file_types: ['pdf'] }),
      [0, 'options', 0, 'file_types', 0],
      'FILE_TYPE_INVALID',
    ],
    [
      'eleven types of files',
      inAdd({ ...file, file_types: Array(11).fill('.a') }),
      [0, 'options', 0, 'file_types'],
      'BASE_TYPE_MAX_LENGTH',
    ],
  ] as const)('%s is refused', async (_says, body, path, code) => {
    const { put } = await shelfBed({});
    const error = await refusalOf(put(body));
    expect(error).toMatchObject({ code: 50035, status: 400 });
    expect(codesAt(error, 0, 'options', ...path)).toContain(code);
  });
});

describe('running', () => {
  test('a subcommand reaches the bot as one, and its message names it', async () => {
    const seen: unknown[] = [];
    const { room } = await shelfBed({
      command: (command) => {
        const { options } = command;
        seen.push([options.getSubcommandGroup(), options.getSubcommand(), options.getString('title')]);
        return command.reply('Noted');
      },
    });
    const ana = room.member('Ana');
    const message = messageIn(await ana.type('/shelf label set title:Old maps'));
    await ana.run('shelf list', {});
    expect(seen).toEqual([
      ['label', 'set', 'Old maps'],
      [null, 'list', null],
    ]);
    expect(message.raw['interaction']).toMatchObject({ name: 'shelf label set' });
    await expect(ana.run('shelf', {})).rejects.toThrow('No command /shelf is registered');
  });

  test('autocomplete names the subcommand whose option is being typed, and leaves files out', async () => {
    let seen: unknown;
    const { room } = await shelfBed({
      autocomplete: (asked) => {
        seen = [asked.options.getSubcommand(), asked.options.getFocused(true), asked.options.data];
        return asked.respond([{ name: 'Maps', value: 'm' }]);
      },
    });
    const ana = room.member('Ana');
    ana.attach('a.txt', 'x');
    expect(await ana.complete('/shelf add file:a.txt title:Ma')).toEqual([{ name: 'Maps', value: 'm' }]);
    const focused = { name: 'title', type: 3, value: 'Ma', focused: true };
    expect(seen).toMatchObject(['add', focused, [{ name: 'add', type: 1, options: [focused] }]]);
    expect(await ana.complete('/shelf add file:')).toEqual([]);
  });
});

describe('a file given to a command', () => {
  test('arrives as an attachment that can be fetched for a day', async () => {
    const clock = createManualClock();
    let seen: Record<string, unknown> = {};
    let given = { url: '', proxyURL: '' };
    const { room } = await shelfBed(
      {
        command: async (command) => {
          const attachment = command.options.getAttachment('file', true);
          const { contentType, ephemeral, id, name, size, title: called } = attachment;
          given = attachment;
          seen = { contentType, ephemeral, name, size, called, limit: command.attachmentSizeLimit };
          seen['isResolved'] = command.options.resolved?.attachments?.has(id);
          await command.reply(await (await fetch(attachment.url)).text());
        },
      },
      { clock },
    );
    const ana = room.member('Ana');
    ana.attach('my “notes”.txt', 'To the letter.');
    const message = messageIn(await ana.type('/shelf add file:my “notes”.txt title:Notes'));
    expect(message.text).toBe('To the letter.');
    expect(seen).toEqual({
      ...{ name: 'my_notes.txt', called: 'my “notes”', size: 14, contentType: 'text/plain; charset=utf-8' },
      ...{ ephemeral: true, limit: 10_485_760, isResolved: true },
    });
    const statusOf = async (url: string) => (await fetch(url)).status;
    expect(given.url).toMatch(
      new RegExp(
        `/ephemeral-attachments/${room.applicationId}/\\d+/my_notes.txt\\?ex=[0-9a-f]+&is=[0-9a-f]+&hm=[0-9a-f]+&$`,
      ),
    );
    expect(await Promise.all([given.url, given.proxyURL].map(statusOf))).toEqual([200, 200]);
    const [bare = ''] = given.url.split('?');
    const forged = [
      bare,
      given.url.replace(/hm=./, 'hm=z'),
      given.url.replace(/ex=./, 'ex=f'),
      given.url.replace('my_', 'your_'),
    ];
    expect(await Promise.all(forged.map(statusOf))).toEqual([404, 404, 404, 404]);
    clock.advance(24 * 60 * 60_000);
    expect(await (await fetch(given.url)).text()).toBe('This content is no longer available.');
  });

  test('is what it is, byte by byte, with headers that save it', async () => {
    const bytes = Uint8Array.from({ length: 70_000 }, (_, index) => (index * 7919) % 256);
    let fetched: Response | undefined;
    const { room } = await shelfBed({
      command: async (command) => {
        fetched = await fetch(command.options.getAttachment('file', true).url);
        await command.reply('Read');
      },
    });
    const ana = room.member('Ana');
    await ana.run('shelf add', { file: ana.attach('scan.pdf', bytes) });
    expect(new Uint8Array(await fetched!.arrayBuffer())).toEqual(bytes);
    expect(Object.fromEntries(fetched!.headers)).toMatchObject({
      'content-type': 'application/pdf',
      'content-length': '70000',
      'content-disposition': 'attachment; filename="scan.pdf"',
      'x-content-type-options': 'nosniff',
    });
  });

  test('is not sent when it is too large, of another type, or not there', async () => {
    const { room } = await shelfBed({ command: (command) => command.reply('Noted') }, { attachmentBytesMax: 1024 });
    const ana = room.member('Ana');
    const within = ana.attach('a.txt', new Uint8Array(1024));
    const beyond = ana.attach('b.txt', new Uint8Array(1025));
    const before = room.requests.length;
    await expect(ana.run('shelf add', { file: beyond })).rejects.toThrow('too powerful');
    await expect(ana.type('/shelf add file:b.txt')).rejects.toThrow('too powerful');
    await expect(ana.run('shelf add', { file: ana.attach('c.exe', 'x') })).rejects.toThrow('not of a type');
    await expect(ana.run('shelf add', { file: 'a.txt' })).rejects.toThrow('takes a file');
    await expect(ana.run('shelf add', { title: within })).rejects.toThrow('takes no file');
    await expect(ana.type('/shelf add file:d.txt')).rejects.toThrow('has been attached');
    expect(room.requests).toHaveLength(before);
    expect((await ana.run('shelf add', { file: within })).kind).toBe('replied');
  });
});
