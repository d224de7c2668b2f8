/** Modals with every kind of field, as a bot opens them, people fill them in and a real discord.js bot reads them. */
import { ComponentType, type ModalSubmitInteraction } from 'discord.js';
import { describe, expect, test } from 'vitest';
import type { RoomOptions } from '../../src/room/room.ts';
import type { Modal } from '../../src/room/view.ts';
import { answering, bed, callBack, codesAt, onCommand, refusalOf } from './bot.ts';

const option = (value: string, more: object = {}) => ({ value, label: value.toUpperCase(), ...more });
const label = (name: string, component: object) => ({ type: 18, label: name, component });
const upload = (more: object = {}) => ({ type: 19, custom_id: 'files', ...more });
const fields = [
  { type: 10, content: 'Up to **three** files.' },
  label('Readings', upload({ min_values: 2, max_values: 3, file_types: ['.PDF', '.txt'] })),
  label('Shelf', { type: 3, custom_id: 'shelf', options: [option('new'), option('old')], required: false }),
  label('How', { type: 21, custom_id: 'how', options: [option('add'), option('replace')] }),
  label('Also', {
    type: 22,
    custom_id: 'also',
    options: [option('index'), option('tell'), option('pin')],
    min_values: 0,
    required: false,
  }),
];
const modal = (...components: object[]) => ({ custom_id: 'form', title: 'Add', components: components as never[] });

async function modalBed(
  components: object[],
  onSubmit: (filled: ModalSubmitInteraction) => unknown,
  options: RoomOptions = {},
) {
  const opened = await bed(
    answering({ command: (command) => command.showModal(modal(...components)), modal: onSubmit }),
    options,
  );
  const ana = opened.room.member('Ana');
  const outcome = await ana.type('/help');
  if (outcome.kind !== 'modal') throw new Error(`Expected a modal, not ${JSON.stringify(outcome)}`);
  return { ...opened, ana, opened: outcome.modal };
}

test('files of a modal arrive resolved, with every other field beside them', async () => {
  let seen: unknown;
  const { ana, opened } = await modalBed(fields, async (filled) => {
    const files = [...(filled.fields.getUploadedFiles('files')?.values() ?? [])];
    const texts = await Promise.all(files.map(async ({ url }) => (await fetch(url)).text()));
    const values = [
      filled.fields.getStringSelectValues('shelf'),
      filled.fields.getRadioGroup('how'),
      filled.fields.getCheckboxGroup('also'),
    ];
    seen = { names: files.map(({ name, ephemeral }) => [name, ephemeral]), texts, values };
    await filled.reply('Added');
  });
  expect(opened.fields.map(({ label: name, type, required }) => [name, type, required])).toEqual([
    ['Readings', ComponentType.FileUpload, true],
    ['Shelf', ComponentType.StringSelect, false],
    ['How', ComponentType.RadioGroup, true],
    ['Also', ComponentType.CheckboxGroup, false],
  ]);
  const files = [ana.attach('a b.txt', 'first'), ana.attach('c.pdf', 'second')];
  const outcome = await ana.submit(opened, { Readings: files, shelf: ['old'], How: 'replace', also: ['tell', 'pin'] });
  expect(outcome.kind).toBe('replied');
  expect(seen).toEqual({
    names: [
      ['a_b.txt', true],
      ['c.pdf', true],
    ],
    texts: ['first', 'second'],
    values: [['old'], 'replace', ['tell', 'pin']],
  });
});

test('what is left empty arrives as Discord sends it', async () => {
  const data: unknown[] = [];
  const optional = [
    label('Files', upload({ required: false, min_values: 0 })),
    label('Words', { type: 4, custom_id: 'words', style: 1, required: false }),
    label('One', { type: 21, custom_id: 'one', options: [option('a'), option('b')], required: false }),
    label('Sure', { type: 23, custom_id: 'sure' }),
  ];
  const { ana, client, opened } = await modalBed(optional, (filled) => filled.reply('Noted'));
  client.ws.on(
    'INTERACTION_CREATE' as never,
    ((interaction: { data: unknown }) => data.push(interaction.data)) as never,
  );
  await ana.submit(opened, {});
  await ana.submit(opened, { Sure: true, words: 'x' });
  const inLabel = (id: number, component: object) => ({ type: 18, id, component: { id: id + 1, ...component } });
  expect(data[0]).toEqual({
    custom_id: 'form',
    components: [
      inLabel(1, { type: 19, custom_id: 'files', values: [] }),
      inLabel(3, { type: 4, custom_id: 'words', value: '' }),
      inLabel(5, { type: 21, custom_id: 'one', value: null }),
      inLabel(7, { type: 23, custom_id: 'sure', value: false }),
    ],
  });
  expect(data[1]).toMatchObject({
    components: [{}, { component: { value: 'x' } }, {}, { component: { value: true } }],
  });
});

describe('the client does not submit', () => {
  type Given = (modal: Modal) => Parameters<Awaited<ReturnType<typeof modalBed>>['ana']['submit']>[1];
  const text = (name: string, size = 1) => ({ name, bytes: new Uint8Array(size), contentType: null });
  const two = [text('a.txt'), text('b.pdf')];
  const cases: readonly (readonly [string, Given, string])[] = [
    ['too few files', () => ({ files: [text('a.txt')], how: 'add' }), 'takes 2 to 3 files, not 1'],
    ['too many files', () => ({ files: [...two, ...two], how: 'add' }), 'takes 2 to 3 files, not 4'],
    ['no files', () => ({ how: 'add' }), 'needs its field "Readings"'],
    [
      'a file of another type',
      () => ({ files: [text('a.txt'), text('b.exe')], how: 'add' }),
      'not of a type that is taken here: .pdf, .txt',
    ],
    ['a file that is too large', () => ({ files: [text('a.txt'), text('b.txt', 1025)], how: 'add' }), 'too powerful'],
    ['words for files', () => ({ files: ['a', 'b'], how: 'add' }), 'takes files'],
    ['files for words', () => ({ files: two, how: 'add', shelf: [text('a.txt')] }), 'takes no file'],
    ['a value that is not offered', () => ({ files: two, how: 'burn' }), 'takes no value "burn"'],
    ['no choice', () => ({ files: two }), 'needs its field "How"'],
    ['a field that is not there', () => ({ files: two, how: 'add', more: 'x' }), 'no field "more"'],
  ];
  test.each(cases)('%s', async (_says, given, complaint) => {
    const { ana, opened, room } = await modalBed(fields, (filled) => filled.reply('Added'), {
      attachmentBytesMax: 1024,
    });
    const before = room.requests.length;
    await expect(ana.submit(opened, given(opened))).rejects.toThrow(complaint);
    expect(room.requests).toHaveLength(before);
  });
});

describe('Discord refuses a modal with', () => {
  const inFirst = ['data', 'components', 0, 'component'] as const;
  test.each([
    [
      'a required upload of no file',
      label('F', upload({ min_values: 0 })),
      [...inFirst, 'min_values'],
      'COMPONENT_REQUIRED_MIN_VALUES',
    ],
    [
      'a minimum beyond the maximum',
      label('F', upload({ min_values: 3, max_values: 2 })),
      [...inFirst, 'min_values'],
      'COMPONENT_MIN_VALUES_INVALID',
    ],
    [
      'an upload of eleven files',
      label('F', upload({ max_values: 11 })),
      [...inFirst, 'max_values'],
      'NUMBER_TYPE_MAX',
    ],
    [
      'a type of file that is none',
      label('F', upload({ file_types: ['pdf'] })),
      [...inFirst, 'file_types', 0],
      'FILE_TYPE_INVALID',
    ],
    [
      'an upload outside a label',
      { type: 1, components: [upload()] },
      ['data', 'components', 0, 'components', 0, 'type'],
      'BASE_TYPE_CHOICES',
    ],
    [
      'one radio button',
      label('R', { type: 21, custom_id: 'r', options: [option('a')] }),
      [...inFirst, 'options'],
      'BASE_TYPE_MIN_LENGTH',
    ],
    [
      'the same value twice',
      label('R', { type: 21, custom_id: 'r', options: [option('a'), option('a')] }),
      [...inFirst, 'options', 1, 'value'],
      'SELECT_COMPONENT_OPTION_VALUE_DUPLICATED',
    ],
    [
      'two radio buttons chosen',
      label('R', {
        type: 21,
        custom_id: 'r',
        options: [option('a', { default: true }), option('b', { default: true })],
      }),
      [...inFirst, 'options'],
      'SELECT_COMPONENT_TOO_MANY_DEFAULT_VALUES',
    ],
    [
      'a disabled select',
      label('S', { type: 3, custom_id: 's', options: [option('a')], disabled: true }),
      [...inFirst, 'disabled'],
      'COMPONENT_DISABLED_IN_MODAL',
    ],
  ] as const)('%s', async (_says, component, path, code) => {
    let codes: readonly string[] = [];
    const { room } = await bed(
      onCommand(async (command) => {
        codes = codesAt(await refusalOf(callBack(command, { type: 9, data: modal(component) })), ...path);
        await command.reply('x');
      }),
    );
    await room.member('Ana').type('/help');
    expect(codes).toContain(code);
  });
});
