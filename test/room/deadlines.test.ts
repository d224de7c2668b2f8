/** Three seconds, fifteen minutes, once only: the rules of an interaction's token. */
import { type ChatInputCommandInteraction, Routes } from 'discord.js';
import { expect, test } from 'vitest';
import { createManualClock } from '../../src/room/clock.ts';
import { bed, callBack, connectedBot, messageIn, onCommand, openedRoom, refusalOf } from './bot.ts';

test('an answer that comes after the deadline finds the interaction unknown', async () => {
  const clock = createManualClock();
  const { room, errors } = await bed(
    onCommand(async (command) => {
      clock.advance(3000);
      await command.reply('too late');
    }),
    { clock },
  );
  const outcome = await room.member('Ana').type('/help');
  expect(outcome).toEqual({ kind: 'failed', reason: 'The application did not respond within 3000 ms' });
  await expect.poll(() => errors).toMatchObject([{ code: 10062, status: 404, message: 'Unknown interaction' }]);
  expect(room.member('Ana').messages()).toEqual([]);
});

test('an answer just before the deadline is taken', async () => {
  const clock = createManualClock();
  const { room } = await bed(
    onCommand(async (command) => {
      clock.advance(2999);
      await command.reply('in time');
      clock.advance(1);
    }),
    { clock },
  );
  expect(messageIn(await room.member('Ana').type('/help')).text).toBe('in time');
});

test('a bot that says nothing fails after real time too, and what was refused is told', async () => {
  const { room } = await bed(
    onCommand((command) => callBack(command, { type: 4, data: { content: 'x'.repeat(2001) } })),
    { responseMs: 60 },
  );
  const outcome = await room.member('Ana').type('/help');
  if (outcome.kind !== 'failed') throw new Error(`Expected a failure, not ${outcome.kind}`);
  expect(outcome.reason).toContain('did not respond within 60 ms');
  expect(outcome.reason).toContain('data.content: Must be 2000 or fewer in length. (BASE_TYPE_MAX_LENGTH)');
});

test('a second answer is refused as already acknowledged', async () => {
  const refusals: unknown[] = [];
  const { room } = await bed(
    onCommand(async (command) => {
      await command.reply('first');
      refusals.push(await refusalOf(callBack(command, { type: 4, data: { content: 'second' } })));
    }),
  );
  await room.member('Ana').type('/help');
  await expect.poll(() => refusals).toMatchObject([{ code: 40060, status: 400 }]);
  expect(
    room
      .member('Ana')
      .messages()
      .map((message) => message.text),
  ).toEqual(['first']);
});

test('of two bots with one token each is asked, and one alone can answer', async () => {
  const { room, errors } = await bed(onCommand((command) => command.reply('from one')));
  const second = await connectedBot(
    room,
    onCommand((command) => command.reply('from the other')),
  );
  await room.member('Ana').type('/help');
  await expect.poll(() => [...errors, ...second.errors]).toMatchObject([{ code: 40060 }]);
  expect(room.member('Ana').messages()).toHaveLength(1);
});

test('an interaction that never was is unknown, and so is one with another token', async () => {
  const refusals: unknown[] = [];
  const { room, client } = await bed(
    onCommand(async (command) => {
      const other = Routes.interactionCallback(command.id, 'x'.repeat(60));
      refusals.push(await refusalOf(command.client.rest.post(other, { body: { type: 5 }, auth: false })));
      await command.reply('done');
    }),
  );
  await room.member('Ana').type('/help');
  const never = Routes.interactionCallback('123456789012345678', 'abc');
  refusals.push(await refusalOf(client.rest.post(never, { body: { type: 4, data: { content: 'x' } }, auth: false })));
  expect(refusals).toMatchObject([{ code: 10062 }, { code: 10062 }]);
});

test('a token works for fifteen minutes and is invalid after', async () => {
  const clock = createManualClock();
  let asked: ChatInputCommandInteraction | undefined;
  const { room } = await bed(
    onCommand((command) => {
      asked = command;
      return command.reply('one');
    }),
    { clock },
  );
  await room.member('Ana').type('/help');
  await expect.poll(() => asked?.replied).toBe(true);
  clock.advance(15 * 60_000);
  await asked?.editReply('two');
  clock.advance(1);
  const dead = { code: 50027, status: 401, message: 'Invalid Webhook Token' };
  expect(await refusalOf(Promise.resolve(asked?.editReply('three')))).toMatchObject(dead);
  expect(await refusalOf(Promise.resolve(asked?.followUp('three')))).toMatchObject(dead);
  expect(
    room
      .member('Ana')
      .messages()
      .map((message) => message.text),
  ).toEqual(['two']);
});

test('a token of which nothing is known, or that nobody has answered with, is an unknown webhook', async () => {
  const refusals: unknown[] = [];
  const { room, client } = await bed(
    onCommand(async (command) => {
      const route = Routes.webhookMessage(room.applicationId, command.token, '@original');
      refusals.push(await refusalOf(command.client.rest.patch(route, { body: { content: 'x' }, auth: false })));
      await command.reply('done');
    }),
  );
  await room.member('Ana').type('/help');
  const route = Routes.webhook(room.applicationId, 'never');
  refusals.push(await refusalOf(client.rest.post(route, { body: { content: 'x' }, auth: false })));
  expect(refusals).toMatchObject([
    { code: 10015, status: 404 },
    { code: 10015, status: 404 },
  ]);
});

test('messages of other interactions and messages that are gone are unknown', async () => {
  const refusals: unknown[] = [];
  const { room } = await bed(
    onCommand(async (command) => {
      await command.reply('mine');
      if (room.member('Ana').messages().length < 2) return;
      const other = room.member('Ana').messages()[0]?.id ?? '';
      refusals.push(await refusalOf(command.editReply({ message: other, content: 'not mine' })));
      await command.deleteReply();
      refusals.push(await refusalOf(command.fetchReply()));
    }),
  );
  const ana = room.member('Ana');
  await ana.type('/help');
  await ana.type('/help');
  await expect.poll(() => refusals).toMatchObject([{ code: 10008 }, { code: 10008 }]);
  expect(ana.messages().map((message) => message.text)).toEqual(['mine']);
});

test('a deferred reply that stays empty fails in the end', async () => {
  const { room } = await bed(
    onCommand((command) => command.deferReply()),
    { deferredMs: 40 },
  );
  expect(await room.member('Ana').type('/help')).toMatchObject({
    kind: 'failed',
    reason: expect.stringContaining('still thinking'),
  });
  expect(room.member('Ana').messages()).toMatchObject([{ loading: true }]);
});

test('autocomplete that is not answered fails to load', async () => {
  const { room } = await bed(() => undefined, { responseMs: 40 });
  await expect(room.member('Ana').complete('/who So')).rejects.toThrow('Loading options failed');
});

test('without a bot nobody responds', async () => {
  const room = await openedRoom();
  const { client } = await connectedBot(room, () => undefined);
  await client.application.commands.set([{ name: 'help', description: 'x' }]);
  await client.destroy();
  await expect
    .poll(async () => room.member('Ana').type('/help'))
    .toEqual({ kind: 'failed', reason: 'The application did not respond: no bot is connected' });
});
