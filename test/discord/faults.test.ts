/** What goes wrong between the bot and Discord, over real sockets: each has its calm sentence, and nothing else stops. */

import { Client } from 'discord.js';
import { describe, expect, it } from 'vitest';
import { startBot } from '../../src/discord/bot.ts';
import { RefusedError } from '../../src/discord/connection.ts';
import { createDesk } from '../../src/discord/desk.ts';
import { createDispatch } from '../../src/discord/dispatch.ts';
import { createResponder } from '../../src/discord/respond.ts';
import { words } from '../../src/discord/words.ts';
import type { Library } from '../../src/model.ts';
import { openRoom } from '../../src/room/room.ts';
import { botInRoom, isInTown, messageIn, quotationsIn } from './bot-in-room.ts';
import { articles, town } from './town.ts';

const here = botInRoom();
const log = (line: string) => here.logged.push(line);

describe('a button that is not ours', () => {
  it.each([
    '',
    '0:remove',
    '1:turn:who:9',
    '1:turn:eat:0=x',
    '1:cite:aaaaaaaa:1-2:aaaaaaaa',
    'x'.repeat(100),
    '1:menu',
  ])('"%s" gets one calm sentence', async (customId) => {
    const message = await here.typed('Ann', '/help');
    const before = here.callbacks().length;
    const answer = await here.pressed('Ben', message, { customId: customId || ' ' });
    expect(answer.ephemeral).toBe(true);
    expect([words.staleButton, words.changedSource]).toContain(answer.text);
    expect(here.callbacks().length - before).toBe(1);
  });

  it('whose question isn’t in the message any more is stale', async () => {
    const message = await here.typed('Ann', '/help');
    const answer = await here.room.member('Ann').press(message, { customId: '1:turn:quote:1#aaaaaaaa' });
    expect(messageIn(answer).text).toBe(words.staleButton);
  });

  it('that asks for a page past the end gets the last', async () => {
    const message = await here.typed('Ann', '/who Ada Lovell');
    const last = await here.pressed('Ann', message, { customId: '1:turn:who:999=Ada Lovell' });
    expect(last.buttons.find(({ label }) => label === words.next)?.disabled).toBe(true);
  });

  it('that points past the end of an article is stale', async () => {
    const message = await here.typed('Ann', '/help');
    const customId = `1:read:open:${articles.walk.id}:999999999`;
    expect(messageIn(await here.room.member('Ann').press(message, { customId })).text).toBe(words.changedSource);
  });
});

describe('an option', () => {
  const markdown = '**bold** _it_ ||x|| `c` [t](https://a.example) > # -# <@1> <t:1:R> :smile: \\';
  it.each([
    ['@everyone', '@everyone'],
    ['Markdown', markdown],
    ['bidi controls', '\u202ereversed\u2066 Lovell'],
    ['emoji', '👩‍👩‍👧‍👦🇮🇷😀'.repeat(10)],
    ['combining marks', 'e\u0301'.repeat(90)],
    ['6,000 characters', 'Lovell '.repeat(900).slice(0, 6_000)],
    ['6,000 stars', '*'.repeat(6_000)],
    ['nothing but space', '   '],
    ['quotation marks', '"“”"'],
    ['a control character', 'a\u0000b\nc'],
  ])('of %s is answered within the limits', async (_, value) => {
    for (const command of ['who', 'event', 'where', 'what', 'quote', 'source']) {
      const option = here.room.commands.find(({ name }) => name === command)?.options?.[0]?.name ?? '';
      const message = messageIn(await here.room.member('Ann').run(command, { [option]: value }));
      expect(message.text).not.toBe(words.failed);
      for (const quotation of quotationsIn(message)) expect(isInTown(quotation)).toBe(true);
    }
  });

  it('suggests names while it is typed, whatever is typed', async () => {
    const choices = await here.room.member('Ann').complete('/who ada lov');
    expect(choices.map(({ value }) => value)).toContain('Ada Lovell');
    const sources = await here.room.member('Ann').complete('/source walk');
    expect(sources[0]?.name).toBe('A Walk along the River Wend');
    for (const half of ['', '@everyone', '*'.repeat(3_000), '\u202e', '"', '👩‍👩‍👧', '\\']) {
      const some = await here.room.member('Ann').complete(`/who ${half}`);
      expect(some.length).toBeLessThanOrEqual(25);
    }
  });
});

describe('when something fails', () => {
  it('one reader gets one calm sentence, and the log a line without the question', async () => {
    here.use({ ...town, names: undefined, engine: undefined } as unknown as Library);
    here.logged.length = 0;
    const before = here.callbacks().length;
    const message = await here.typed('Ann', '/who Ada Lovell secretly');
    expect(message.ephemeral).toBe(true);
    expect(message.text).toBe(words.failed);
    expect(here.callbacks().length - before).toBe(1);
    expect(here.logged).toHaveLength(1);
    expect(here.logged[0]).toMatch(/^\/who failed: /);
    expect(here.logged[0]).not.toContain('secretly');
    expect(here.logged[0]).not.toContain(here.room.token);
  });

  it('suggestions are an empty list', async () => {
    here.use({ ...town, names: undefined } as unknown as Library);
    expect(await here.room.member('Ann').complete('/who ada')).toEqual([]);
  });

  it('nothing goes out that the gate stops', async () => {
    // The names and passages of one library, the articles of another: quotes that the library can't vouch for.
    here.use({ ...town, articleById: () => undefined });
    const message = await here.typed('Ann', '/who Ada Lovell');
    expect(message.text).toBe(words.failed);
    expect(here.logged.at(-1)).toMatch(/^\/who failed: Error, at quote\.ts:\d+$/);
  });
});

describe('an answer that Discord does not take', () => {
  it('because it comes too late is not followed by another', async () => {
    const hasty = await openRoom({ responseMs: 1 });
    const slow = await startBot({
      token: hasty.token,
      restUrl: hasty.restUrl,
      desk: createDesk(() => {
        const until = performance.now() + 30;
        while (performance.now() < until);
        return town;
      }),
      log,
    });
    here.logged.length = 0;
    expect((await hasty.member('Ann').type('/help')).kind).toBe('failed');
    await expect.poll(() => here.logged).toEqual(['/help failed: Discord answered 404 with code 10062']);
    await slow.stop();
    expect(hasty.requests.filter(({ route }) => route.includes('callback'))).toHaveLength(1);
    await hasty.close();
  });

  it('because another process has answered is not followed by another', async () => {
    const twin = await here.start();
    here.logged.length = 0;
    const before = here.callbacks().length;
    expect((await here.room.member('Ann').type('/help')).kind).toBe('replied');
    await expect.poll(() => here.callbacks().length - before).toBe(2);
    await expect.poll(() => here.logged).toEqual(['/help failed: Discord answered 400 with code 40060']);
    await twin.stop();
  });
});

describe('an interaction delivered twice', () => {
  it('is answered once', async () => {
    const other = await openRoom();
    const client = new Client({ intents: [], rest: { api: other.restUrl } });
    const responder = createResponder(other.restUrl);
    const dispatch = createDispatch({ desk: createDesk(() => town), responder, log });
    const done: Promise<void>[] = [];
    client.on('interactionCreate', (interaction) => {
      done.push(dispatch(interaction), dispatch(interaction));
    });
    await client.login(other.token);
    await other.untilReady();
    const probe = await startBot({ token: other.token, restUrl: other.restUrl, desk: createDesk(() => town), log });
    await probe.stop();
    const outcome = await other.member('Ann').type('/help');
    await Promise.all(done);
    expect(outcome.kind).toBe('replied');
    expect(other.requests.filter(({ route }) => route.includes('callback'))).toHaveLength(1);
    await client.destroy();
    await other.close();
  });
});

describe('an interaction from a server whose id is none', () => {
  it('is answered all the same', async () => {
    const other = await openRoom();
    const client = new Client({ intents: [], rest: { api: other.restUrl } });
    const shards: number[] = [];
    const dispatch = createDispatch({
      desk: createDesk(() => town),
      responder: createResponder(other.restUrl),
      log,
      observe: ({ shard }) => shards.push(shard),
    });
    client.on('interactionCreate', (interaction) => dispatch(Object.assign(interaction, { guildId: '½ ⅓' })));
    await client.login(other.token);
    await other.untilReady();
    const probe = await startBot({ token: other.token, restUrl: other.restUrl, desk: createDesk(() => town), log });
    await probe.stop();
    expect((await other.member('Ann').type('/help')).kind).toBe('replied');
    await expect.poll(() => shards).toEqual([0]);
    await client.destroy();
    await other.close();
  });
});

describe('the commands', () => {
  const writes = () => here.room.requests.filter(({ method, route }) => method === 'PUT' && route.includes('commands'));

  it('are written once, and not again when the bot starts anew', async () => {
    expect(writes()).toHaveLength(1);
    expect(here.room.commands.map(({ name }) => name)).toContain('who');
    await here.restart();
    expect(writes()).toHaveLength(1);
    expect(here.logged.at(-2)).toContain('nothing written');
  });

  it('answer after a restart, and so do buttons from before', async () => {
    const message = await here.typed('Ann', '/who Ada Lovell');
    await here.restart();
    expect((await here.pressed('Ann', message, words.next)).text).toContain('page 2 of');
  });
});

describe('a bot that is stopped', () => {
  it('finishes the answers that are under way first', async () => {
    const { promise: underWay, resolve: begin } = Promise.withResolvers<void>();
    const { promise: released, resolve: release } = Promise.withResolvers<void>();
    here.use({
      ...town,
      engine: {
        ...town.engine,
        search: async (query, limit) => {
          begin();
          await released;
          return town.engine.search(query, limit);
        },
      },
    });
    const answered = here.room.member('Ann').type('/quote bridge');
    await underWay;
    let isStopped = false;
    const stopped = here.bot.stop().then(() => {
      isStopped = true;
    });
    // Closing the connection alone would be done by now.
    await Promise.race([stopped, new Promise((resolve) => setTimeout(resolve, 500))]);
    expect(isStopped).toBe(false);
    release();
    expect((await answered).kind).toBe('replied');
    await stopped;
    await here.restart();
  });
});

describe('a start that can’t be', () => {
  it('says in one sentence that Discord doesn’t take the token', async () => {
    const failure = await here.start('not.a.token').catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(RefusedError);
    expect(failure).toMatchObject({ exitCode: 78 });
    expect((failure as Error).message).toBe(
      'Discord does not accept the token: copy it again from the Bot page of the developer portal into DISCORD_TOKEN.',
    );
  });

  it('is tried again until Discord can be reached', async () => {
    const gone = await openRoom();
    const { restUrl, token } = gone;
    const port = Number(new URL(restUrl).port);
    await gone.close();
    here.logged.length = 0;
    const pauses = { firstMs: 10, mostMs: 50 };
    const starting = startBot({ token, restUrl, desk: createDesk(() => town), log, pauses });
    await expect.poll(() => here.logged.length).toBeGreaterThan(2);
    expect(here.logged[0]).toMatch(/^Discord can't be reached: .* Trying again in 1 s\.$/);
    const back = await openRoom({ port, token });
    const bot = await starting;
    await back.untilCommands();
    expect((await back.member('Ann').type('/help')).kind).toBe('replied');
    await bot.stop();
    await back.close();
  });

  it('is given up when the bot is told to stop', async () => {
    const gone = await openRoom();
    const { restUrl, token } = gone;
    await gone.close();
    const stopping = new AbortController();
    const starting = startBot({ token, restUrl, desk: createDesk(() => town), log, signal: stopping.signal });
    starting.catch(() => {});
    stopping.abort();
    await expect(starting).rejects.toThrow();
  });
});
