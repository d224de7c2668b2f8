/** The room as a person opens it waits as long as Discord does. */
import { expect, onTestFinished, test } from 'vitest';
import { createManualClock } from '../../src/room/clock.ts';
import { openRoomWithPage } from '../../src/room/open.ts';
import { commands, connectedBot, messageIn, onCommand } from './bot.ts';

test('a bot that thinks may do so until its token dies', async () => {
  const clock = createManualClock();
  const { close, room } = await openRoomWithPage({ port: 0, clock });
  onTestFinished(close);
  const thinking = Promise.withResolvers<() => Promise<unknown>>();
  const { client } = await connectedBot(
    room,
    onCommand(async (command) => {
      await command.deferReply();
      thinking.resolve(() => command.editReply('found'));
    }),
  );
  await client.application.commands.set(commands as never);
  const outcome = room.member('Ana').type('/help');
  const finish = await thinking.promise;
  clock.advance(14 * 60_000);
  await finish();
  expect(messageIn(await outcome).text).toBe('found');
});
