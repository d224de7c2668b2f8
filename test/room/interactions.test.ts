/** Commands, deferrals and what follows them, as a real discord.js bot answers. */
import { ComponentType, MessageFlags } from 'discord.js';
import { expect, test } from 'vitest';
import { answering, bed, messageIn, onCommand } from './bot.ts';

test('a command is answered with a message that everybody sees', async () => {
  const { room } = await bed(
    onCommand((command) => command.reply({ content: `You asked ${command.options.getString('name')}` })),
  );
  const outcome = await room.member('Ana').type('/who Qasem Soleimani');
  expect(outcome.kind).toBe('replied');
  expect(messageIn(outcome)).toMatchObject({ text: 'You asked Qasem Soleimani', ephemeral: false });
  expect(room.member('Ben').messages()).toEqual([messageIn(outcome)]);
});

test('options arrive as their types, and the interaction says who asks, where and in which language', async () => {
  let seen: unknown;
  const { room } = await bed(
    onCommand((command) => {
      const { options, locale, guildLocale, guildId, channelId, context, attachmentSizeLimit, user } = command;
      const values = [options.getString('name'), options.getBoolean('private'), options.getInteger('count')];
      const owner = command.authorizingIntegrationOwners[0];
      const may = command.memberPermissions?.has('SendMessages');
      seen = {
        values,
        locale,
        guildLocale,
        guildId,
        channelId,
        context,
        attachmentSizeLimit,
        owner,
        may,
        name: user.globalName,
      };
      return command.reply('Noted');
    }),
  );
  await room.member('Ana', { locale: 'fr' }).type('/who Lavrov private:true count:3');
  const { guildId, channelId } = room;
  expect(seen).toEqual({
    ...{ values: ['Lavrov', true, 3], locale: 'fr', guildLocale: 'en-US', guildId, channelId, context: 0 },
    ...{ attachmentSizeLimit: 10_485_760, owner: guildId, may: true, name: 'Ana' },
  });
});

test('a private answer is seen by the one who asked alone', async () => {
  const { room } = await bed(onCommand((command) => command.reply({ content: 'psst', flags: MessageFlags.Ephemeral })));
  const [ana, ben] = [room.member('Ana'), room.member('Ben')];
  const message = messageIn(await ana.type('/help'));
  expect(message.ephemeral).toBe(true);
  expect(ana.messages()).toEqual([message]);
  expect(ben.messages()).toEqual([]);
  await expect(ben.press(message, { customId: 'x' })).rejects.toThrow('not for Ben to see');
});

test('autocomplete offers the choices of the option being typed', async () => {
  let focused: unknown;
  const { room } = await bed(
    answering({
      autocomplete: (asked) => {
        focused = [asked.options.getFocused(true), asked.options.getBoolean('private')];
        return asked.respond([{ name: 'Qasem Soleimani', value: 'soleimani' }]);
      },
    }),
  );
  const ana = room.member('Ana');
  expect(await ana.complete('/who private:true name:Sol')).toEqual([{ name: 'Qasem Soleimani', value: 'soleimani' }]);
  expect(focused).toEqual([{ name: 'name', type: 3, value: 'Sol', focused: true }, true]);
  expect(await ana.complete('/who Sol private:')).toEqual([
    { name: 'true', value: 'true' },
    { name: 'false', value: 'false' },
  ]);
  expect(await ana.complete('/help ')).toEqual([]);
});

test('a message command carries the whole message', async () => {
  const { room } = await bed(
    answering({
      messageCommand: (command) =>
        command.reply(`${command.targetMessage.author.globalName} said: ${command.targetMessage.content}`),
    }),
  );
  const said = room.member('Ben').say('Tartus is a port.');
  const message = messageIn(await room.member('Ana').messageCommand('Quote this', said));
  expect(message.text).toBe('Ben said: Tartus is a port.');
  expect(message.raw).toMatchObject({ type: 23, interaction_metadata: { target_message_id: said.id } });
  await expect(room.member('Ana').messageCommand('Nothing', said)).rejects.toThrow('No message command "Nothing"');
});

test('a deferred reply is waited for, and its first follow-up edits it and keeps it private', async () => {
  let before: readonly { readonly loading: boolean }[] = [];
  const { room } = await bed(
    onCommand(async (command) => {
      await command.deferReply({ flags: MessageFlags.Ephemeral });
      before = room.member('Ana').messages();
      await command.followUp('here it is');
      await command.followUp('and more');
    }),
  );
  const ana = room.member('Ana');
  const message = messageIn(await ana.type('/help'));
  expect(before).toMatchObject([{ loading: true, ephemeral: true, text: '' }]);
  expect(message).toMatchObject({ text: 'here it is', ephemeral: true, loading: false });
  await expect
    .poll(() => ana.messages().map((one) => [one.text, one.ephemeral]))
    .toEqual([
      ['here it is', true],
      ['and more', false],
    ]);
});

test('a deferred reply may become a message of components by its edit', async () => {
  const { room } = await bed(
    onCommand(async (command) => {
      await command.deferReply();
      await command.editReply({
        flags: MessageFlags.IsComponentsV2,
        components: [{ type: ComponentType.TextDisplay, content: 'at last' }],
      });
    }),
  );
  const outcome = await room.member('Ana').type('/help');
  expect(outcome.kind).toBe('replied');
  expect(messageIn(outcome).text).toBe('at last');
});

test('replies can be fetched, edited and followed up, and the response can carry the message', async () => {
  const seen: unknown[] = [];
  const { room, errors } = await bed(
    onCommand(async (command) => {
      const response = await command.reply({ content: 'one', withResponse: true });
      seen.push(response.resource?.message?.content, response.interaction.responseMessageId);
      seen.push((await command.fetchReply()).content, (await command.editReply('two')).content);
      const more = await command.followUp('three');
      seen.push(
        (await command.fetchReply(more.id)).content,
        (await command.editReply({ message: more, content: 'four' })).content,
      );
      await command.deleteReply(more);
    }),
  );
  const ana = room.member('Ana');
  const { id } = messageIn(await ana.type('/help'));
  await expect.poll(() => seen).toEqual(['one', id, 'one', 'two', 'three', 'four']);
  await expect.poll(() => ana.messages().map((message) => message.text)).toEqual(['two']);
  expect(errors).toEqual([]);
});

test('a file is stored with the message and can be fetched', async () => {
  const files = [{ name: 'quote.md', attachment: Buffer.from('> to the letter') }];
  const { room } = await bed(onCommand((command) => command.reply({ content: 'Here', files })));
  const { raw } = messageIn(await room.member('Ana').type('/help'));
  expect(raw.attachments).toMatchObject([{ filename: 'quote.md', size: 15 }]);
  const response = await fetch(String(raw.attachments[0]?.['url']));
  expect(await response.text()).toBe('> to the letter');
});

test('whom a message pings is what allowed_mentions lets it', async () => {
  let parse: ('users' | 'everyone')[] | null = null;
  const { room } = await bed(
    onCommand((command) =>
      command.reply({ content: `@everyone <@${command.user.id}>`, ...(parse ? { allowedMentions: { parse } } : {}) }),
    ),
  );
  const ana = room.member('Ana');
  const pings = async () => {
    const { raw } = messageIn(await ana.type('/help'));
    return [raw.mentions.map((user) => user.id), raw.mention_everyone];
  };
  expect(await pings()).toEqual([[ana.id], false]);
  parse = [];
  expect(await pings()).toEqual([[], false]);
  parse = ['everyone'];
  expect(await pings()).toEqual([[], true]);
});
