/** When things go wrong, or take long: what the one who waits is told, and what the host's log says. */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { startBot } from '../../../src/discord/bot.ts';
import { createDesk } from '../../../src/discord/desk.ts';
import { progressOf, stateAfter, type Talk } from '../../../src/discord/library/talk.ts';
import { libraryWords as said } from '../../../src/discord/library/words.ts';
import { words } from '../../../src/discord/words.ts';
import { managerPermissions } from '../../../src/room/people.ts';
import { openRoom } from '../../../src/room/room.ts';
import type { Keeper } from '../../../src/store/keeper.ts';
import { createFakeClock } from '../fake-clock.ts';
import { town } from '../town.ts';
import { libraryInRoom, messageIn, readingOf } from './library-in-room.ts';

const slow = { timeout: 60_000 };

describe('a page of the web', slow, () => {
  const here = libraryInRoom({ allowsUrls: true });

  test.each(['http://127.0.0.1/', 'http://[::1]/x', 'http://169.254.169.254/latest', 'ftp://example.org/a', 'x'])(
    'is not fetched from %s, and one sentence says so',
    async (url) => {
      const message = messageIn(await here.manager('Web').run('library add', { url }));
      expect(message.text).toContain('; ');
      expect(message.text).not.toContain(said.inAnswers);
      expect(await here.libraries.keeper.documents(here.room.server('Web').guildId)).toEqual([]);
    },
  );

  test('is not added along with a file', async () => {
    const manager = here.manager('Web');
    const file = manager.attach('light.md', readingOf('Marta Quellan'));
    const message = messageIn(await manager.run('library add', { file, url: 'https://example.org' }));
    expect(message.text).toBe(said.noFile);
  });

  test('a disk that takes nothing is told to who asks, and to the host without a name', async () => {
    const { guildId } = here.room.server('Full');
    // Where the new file would be made stands something that is no file.
    mkdirSync(join(here.dataFolder, 'libraries', `${guildId}.sqlite.new`, 'x'), { recursive: true });
    const manager = here.manager('Full');
    const file = manager.attach('secret-light.md', readingOf('Marta Quellan'));
    const message = messageIn(await manager.run('library add', { file }));
    expect(message.text).toMatch(/The library can’t be used now: .+\./u);
    expect(message.text).not.toContain(guildId);
    await expect.poll(() => here.logged.join('\n')).toContain("The keeper's “add” failed: OutsideError");
    expect(here.logged.join('\n')).not.toContain('secret-light');
  });

  test('the library of a server that the bot was removed from is marked when it starts, and unmarked when it is back', async () => {
    const { keeper } = here.libraries;
    const server = here.room.server('Left');
    await keeper.add(server.guildId, { name: 'light.md', bytes: Buffer.from(readingOf('Marta Quellan')) });
    const markedAt = async () => (await keeper.info(server.guildId)).markedAt;
    server.removeBot();
    await here.restart();
    await expect.poll(markedAt, { timeout: 20_000 }).not.toBeNull();
    server.addBot();
    await here.manager('Left').type('/who Quellan');
    await expect.poll(markedAt, { timeout: 20_000 }).toBeNull();
  });
});

describe('a keeper that fails', slow, () => {
  async function withKeeper(keeper: Partial<Keeper>) {
    const room = await openRoom();
    const logged: string[] = [];
    const servers = async () => [];
    const bot = await startBot({
      ...{ token: room.token, restUrl: room.restUrl, desk: createDesk(() => town) },
      keeper: { servers, ...keeper } as Keeper,
      log: (line) => logged.push(line),
    });
    onTestFinished(async () => {
      await bot.stop();
      await room.close();
    });
    return { bot, room, manager: room.member('Mona', { permissions: managerPermissions }), logged };
  }

  test('is apologised for where “thinking…” stood, and logged without a word of what it was about', async () => {
    const { logged, manager } = await withKeeper({
      documents: () => Promise.reject(Object.assign(new Error('Skerrick.md has no room'), { code: 'ENOSPC' })),
      info: () => Promise.reject(new TypeError('Skerrick.md')),
      add: () => Promise.reject(new Error('Skerrick.md')),
    });
    const list = messageIn(await manager.type('/library list'));
    expect(list.text).toBe(words.failed);
    expect(list.loading).toBe(false);
    expect(list.ephemeral).toBe(true);
    const file = manager.attach('Skerrick.md', readingOf('Marta Quellan'));
    expect(messageIn(await manager.run('library add', { file })).text).toContain('Skerrick.md could not be added');
    expect(await manager.complete('/library info document:a')).toEqual([]);
    expect(logged.join('\n')).toContain('ENOSPC');
    expect(logged.join('\n')).not.toContain('Skerrick');
  });

  test('is not waited for by a bot that leaves, and who has “thinking…” before them is told so', async () => {
    const begun = Promise.withResolvers<void>();
    const { bot, logged, manager, room } = await withKeeper({
      add: () => {
        begun.resolve();
        return new Promise(() => {});
      },
    });
    void manager.run('library add', { file: manager.attach('light.md', readingOf('Marta Quellan')) });
    await begun.promise;
    await bot.stop();
    const last = room.requests.findLast(({ method }) => method === 'PATCH');
    expect(last).toMatchObject({ status: 200 });
    expect(JSON.stringify(last?.body)).toContain(words.leaving);
    expect(logged.join('\n')).not.toContain('failed');
  });

  test('without one there is no /library, and /privacy says that nothing is kept', async () => {
    const room = await openRoom();
    const bot = await startBot({
      ...{ token: room.token, restUrl: room.restUrl, desk: createDesk(() => town) },
      log: () => {},
    });
    onTestFinished(async () => {
      await bot.stop();
      await room.close();
    });
    const manager = room.member('Mona', { permissions: managerPermissions });
    expect(manager.commands.map(({ name }) => name)).not.toContain('library');
    const message = messageIn(await manager.type('/privacy'));
    expect(message.text).toContain('Nothing is kept');
    const pressed = messageIn(await manager.press(message, { customId: '1:library:list:0' }));
    expect(pressed.text).toBe(words.unknownCommand);
  });
});

describe('what takes long', () => {
  const talkWith = (parts: object) => ({ ...parts, server: '1' }) as unknown as Talk;

  test('is told of at most once a second, and no more once it is done', async () => {
    const clock = createFakeClock();
    const shown: string[] = [];
    const talk = talkWith({ clock, show: async (page: object) => void shown.push(JSON.stringify(page)) });
    const progress = progressOf(talk);
    progress.say('at once');
    for (let at = 1; at <= 40; at++) {
      await clock.pass(100);
      progress.say(`step ${at}`);
    }
    await progress.end();
    const waited = clock.pass(5_000);
    progress.say('too late');
    await waited;
    expect(shown).toHaveLength(4);
    expect(shown[0]).toContain('step 9');
  });

  test('is told of though nothing more is said', async () => {
    const clock = createFakeClock();
    const shown: string[] = [];
    const talk = talkWith({ clock, show: async (page: object) => void shown.push(JSON.stringify(page)) });
    const progress = progressOf(talk);
    progress.say('reading');
    await clock.pass(3_000);
    expect(shown).toEqual([expect.stringContaining('reading')]);
    progress.say('building');
    await progress.end();
    expect(shown).toHaveLength(1);
  });

  test('to be built is waited for, for ten seconds', async () => {
    const clock = createFakeClock();
    const built = Promise.withResolvers<void>();
    const state = stateAfter(talkWith({ clock, keeper: { settled: () => built.promise } }));
    await clock.pass(9_000);
    built.resolve();
    expect(await state).toBe(said.inAnswers);
    const late = stateAfter(talkWith({ clock, keeper: { settled: () => new Promise(() => {}) } }));
    await clock.pass(10_000);
    expect(await late).toBe(said.soon);
  });
});
