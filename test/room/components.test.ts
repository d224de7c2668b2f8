/** Buttons, selects and modals, as people use them and a real discord.js bot answers. */
import { ComponentType, MessageFlags } from 'discord.js';
import { expect, test } from 'vitest';
import { textsOf } from '../../src/room/view.ts';
import { answering, bed, callBack, codesAt, messageIn, onCommand, refusalOf } from './bot.ts';

const text = (content: string) => ({ type: ComponentType.TextDisplay as const, content });
const button = (label: string, customId: string, more: object = {}) =>
  ({ type: ComponentType.Button, style: 2, label, custom_id: customId, ...more }) as never;
const row = (...components: never[]) => ({ type: ComponentType.ActionRow, components }) as never;

test('a button changes the message that it stands on', async () => {
  const components = [text('page 1'), row(button('Next', 'page:2'))];
  const { room } = await bed(
    answering({
      command: (command) => command.reply({ flags: MessageFlags.IsComponentsV2, components }),
      button: (pressed) => pressed.update({ components: [text(`from ${pressed.message.id}: ${pressed.customId}`)] }),
    }),
  );
  const ana = room.member('Ana');
  const first = messageIn(await ana.type('/help'));
  const outcome = await room.member('Ben').press(first, 'Next');
  expect(outcome.kind).toBe('updated');
  expect(textsOf(messageIn(outcome))).toEqual([`from ${first.id}: page:2`]);
  expect(ana.messages().map((message) => message.text)).toEqual([`from ${first.id}: page:2`]);
});

test('a button is answered privately, and the answer refers to the message', async () => {
  const { room } = await bed(
    answering({
      command: (command) => command.reply({ content: 'public', components: [row(button('Mine', 'mine'))] }),
      button: (pressed) => pressed.reply({ content: 'a copy for you', flags: MessageFlags.Ephemeral }),
    }),
  );
  const first = messageIn(await room.member('Ana').type('/help'));
  const copy = messageIn(await room.member('Ben').press(first, 'Mine'));
  expect(copy.raw.message_reference).toMatchObject({ message_id: first.id });
  expect(copy.raw.interaction_metadata).toMatchObject({ type: 3, interacted_message_id: first.id });
  expect(
    room
      .member('Ana')
      .messages()
      .map((message) => message.text),
  ).toEqual(['public']);
  expect(
    room
      .member('Ben')
      .messages()
      .map((message) => message.text),
  ).toEqual(['public', 'a copy for you']);
});

test('a message is removed by a deferred update and a deleted reply', async () => {
  const { room } = await bed(
    answering({
      command: (command) => command.reply({ content: 'x', components: [row(button('Remove', 'remove'))] }),
      button: async (pressed) => {
        await pressed.deferUpdate();
        await pressed.deleteReply();
      },
    }),
  );
  const ana = room.member('Ana');
  const message = messageIn(await ana.type('/help'));
  expect(await ana.press(message, 'Remove')).toEqual({ kind: 'removed', messageId: message.id });
  expect(ana.messages()).toEqual([]);
  await expect(ana.press(message, 'Remove')).rejects.toThrow('no longer in the channel');
});

test('a deferred update after which nothing comes is acknowledged, and one with an edit is an update', async () => {
  const components = [row(button('Silent', 'silent'), button('Edit', 'edit'))];
  const { room } = await bed(
    answering({
      command: (command) => command.reply({ content: 'x', components }),
      button: async (pressed) => {
        await pressed.deferUpdate();
        if (pressed.customId === 'edit') await pressed.editReply({ content: 'y' });
      },
    }),
  );
  const ana = room.member('Ana');
  const message = messageIn(await ana.type('/help'));
  expect(await ana.press(message, 'Silent')).toEqual({ kind: 'acknowledged' });
  expect(messageIn(await ana.press(message, 'Edit')).text).toBe('y');
});

test('a string select sends the values chosen', async () => {
  const options = ['a', 'b', 'c'].map((value) => ({ label: value.toUpperCase(), value }));
  const select = { type: ComponentType.StringSelect, custom_id: 'pick', placeholder: 'Which?', options, max_values: 2 };
  const { room } = await bed(
    answering({
      command: (command) => command.reply({ content: '?', components: [row(select as never)] }),
      select: (chosen) => chosen.update({ content: chosen.values.join('+'), components: [] }),
    }),
  );
  const ana = room.member('Ana');
  const message = messageIn(await ana.type('/help'));
  await expect(ana.select(message, 'Which?', ['d'])).rejects.toThrow('has no value "d"');
  await expect(ana.select(message, 'pick', ['a', 'b', 'c'])).rejects.toThrow('takes 1 to 2 values, not 3');
  expect(messageIn(await ana.select(message, 'Which?', ['a', 'c'])).text).toBe('a+c');
});

test('a modal opens from a button, and what is filled in updates the message', async () => {
  const input = {
    type: ComponentType.TextInput,
    custom_id: 'words',
    style: 1,
    min_length: 3,
    max_length: 10,
    required: true,
  };
  const label = { type: ComponentType.Label, label: 'Your words', component: input };
  const { room } = await bed(
    answering({
      command: (command) => command.reply({ content: 'old', components: [row(button('Ask', 'ask'))] }),
      button: (pressed) => pressed.showModal({ custom_id: 'form', title: 'Say it', components: [label as never] }),
      modal: (filled) => filled.isFromMessage() && filled.update({ content: filled.fields.getTextInputValue('words') }),
    }),
  );
  const ana = room.member('Ana');
  const message = messageIn(await ana.type('/help'));
  const opened = await ana.press(message, 'Ask');
  if (opened.kind !== 'modal') throw new Error(`Expected a modal, not ${opened.kind}`);
  expect(opened.modal).toMatchObject({
    customId: 'form',
    title: 'Say it',
    fields: [{ customId: 'words', label: 'Your words' }],
  });
  await expect(ana.submit(opened.modal, {})).rejects.toThrow('needs its field "Your words"');
  await expect(ana.submit(opened.modal, { words: 'ab' })).rejects.toThrow('takes 3 to 10 characters, not 2');
  await expect(ana.submit(opened.modal, { words: 'abc', more: 'x' })).rejects.toThrow('no field "more"');
  const outcome = await ana.submit(opened.modal, { 'Your words': 'Aleppo' });
  expect(outcome.kind).toBe('updated');
  expect(messageIn(outcome)).toMatchObject({ id: message.id, text: 'Aleppo' });
});

test('a modal opened by a command is answered with a message of its own', async () => {
  const input = { type: ComponentType.TextInput, custom_id: 'words', style: 2, label: 'Words' };
  const { room } = await bed(
    answering({
      command: (command) =>
        command.showModal({ custom_id: 'form', title: 'Say it', components: [row(input as never)] }),
      modal: (filled) => filled.reply(filled.fields.getTextInputValue('words')),
    }),
  );
  const ana = room.member('Ana');
  const opened = await ana.type('/help');
  if (opened.kind !== 'modal') throw new Error(`Expected a modal, not ${opened.kind}`);
  const message = messageIn(await ana.submit(opened.modal, { words: 'Palmyra' }));
  expect(message.text).toBe('Palmyra');
  expect(message.raw.interaction_metadata).toMatchObject({ type: 5, triggering_interaction_metadata: { type: 2 } });
});

test('a forged custom id reaches the bot as it is', async () => {
  let seen: unknown;
  const { room } = await bed(
    answering({
      command: (command) => command.reply('no buttons here'),
      button: (pressed) => {
        seen = [pressed.customId, pressed.component];
        return pressed.reply({ content: 'no', flags: MessageFlags.Ephemeral });
      },
    }),
  );
  const ana = room.member('Ana');
  const message = messageIn(await ana.type('/help'));
  expect(messageIn(await ana.press(message, { customId: 'v9:../../etc' })).text).toBe('no');
  expect(seen).toEqual(['v9:../../etc', null]);
});

test('a disabled button, a link and a button that is not there cannot be pressed', async () => {
  const link = { type: ComponentType.Button, style: 5, label: 'Read', url: 'https://example.org/a' } as never;
  const { room } = await bed(
    onCommand((command) =>
      command.reply({ content: 'x', components: [row(link, button('Off', 'off', { disabled: true }))] }),
    ),
  );
  const ana = room.member('Ana');
  const message = messageIn(await ana.type('/help'));
  await expect(ana.press(message, 'Read')).rejects.toThrow('is a link');
  await expect(ana.press(message, 'Off')).rejects.toThrow('is disabled');
  await expect(ana.press(message, 'Next')).rejects.toThrow('no button "Next"; its buttons: "Read", "Off"');
});

test('a modal cannot answer a modal', async () => {
  const seen: unknown[] = [];
  const words = { type: ComponentType.TextInput, custom_id: 'words', style: 2, label: 'Words', required: false };
  const data = { custom_id: 'form', title: 'Say it', components: [row(words as never)] };
  const { room } = await bed(
    answering({
      command: (command) => command.showModal(data),
      modal: async (filled) => {
        seen.push(codesAt(await refusalOf(callBack(filled, { type: 9, data })), 'type'));
        await filled.reply('enough');
      },
    }),
  );
  const ana = room.member('Ana');
  const opened = await ana.type('/help');
  if (opened.kind !== 'modal') throw new Error(`Expected a modal, not ${opened.kind}`);
  expect(messageIn(await ana.submit(opened.modal, {})).text).toBe('enough');
  expect(seen).toEqual([['BASE_TYPE_CHOICES']]);
});
