/** The real bot, through the real discord.js, in the room: a person types, reads, presses. */
import { Client } from 'discord.js';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { type Bot, RefusedError, startBot } from '../../src/discord/bot.ts';
import { createDispatch } from '../../src/discord/dispatch.ts';
import { omission, unrendered } from '../../src/discord/escape.ts';
import { words } from '../../src/discord/words.ts';
import type { Library } from '../../src/model.ts';
import { openRoom, type Room } from '../../src/room/room.ts';
import type { Message } from '../../src/room/view.ts';
import { articleOf } from './articles.ts';
import { libraryWith } from './library.ts';
import { articles, town } from './town.ts';

type Outcome = Awaited<ReturnType<ReturnType<Room['member']>['type']>>;

let room: Room;
let bot: Bot;
let library: Library = town;
const logged: string[] = [];
const log = (line: string) => logged.push(line);
const start = (token = room.token) => startBot({ token, restUrl: room.restUrl, library: () => library, log });

beforeAll(async () => {
  room = await openRoom();
  bot = await start();
});
afterEach(() => {
  library = town;
});
afterAll(async () => {
  await bot.stop();
  await room.close();
});

const messageIn = (outcome: Outcome): Message => {
  if (outcome.kind !== 'replied' && outcome.kind !== 'updated') throw new Error(JSON.stringify(outcome));
  return outcome.message;
};
const typed = async (who: string, line: string): Promise<Message> => messageIn(await room.member(who).type(line));
const pressed = async (who: string, message: Message, button: string): Promise<Message> =>
  messageIn(await room.member(who).press(message, button));
const quotationsIn = (message: Message): string[] =>
  message.text
    .split('\n')
    .filter((line) => line.startsWith('> '))
    .map(unrendered);
/** To the letter, but for what is shown as left out. */
const isInLibrary = (quotation: string): boolean =>
  quotation.split(omission).every((part) => town.articles.some(({ text }) => text.includes(part)));
const callbacks = () => room.requests.filter(({ route }) => route.includes('callback'));

describe('a question', () => {
  it('is answered with passages to the letter, each with its source, in one call', async () => {
    const before = room.requests.length;
    const message = await typed('Ann', '/who Ada Lovell');
    expect(room.requests.length - before).toBe(1);
    expect(message.ephemeral).toBe(false);
    expect(message.text).toContain('### Ada Lovell');
    expect(quotationsIn(message).length).toBeGreaterThan(0);
    for (const quotation of quotationsIn(message)) expect(isInLibrary(quotation)).toBe(true);
    expect(message.text).toContain('The Harrow Courier');
    expect(message.text).toContain('**Ada Lovell**');
  });

  it('can be turned page by page by who asked, in place', async () => {
    const first = await typed('Ann', '/who Ada Lovell');
    expect(first.buttons.find(({ label }) => label === words.back)?.disabled).toBe(true);
    const second = await pressed('Ann', first, words.next);
    expect(second.id).toBe(first.id);
    expect(second.text).toContain('page 2 of');
    expect(quotationsIn(second)).not.toEqual(quotationsIn(first));
    const back = await pressed('Ann', second, words.back);
    expect(back.text).toBe(first.text);
  });

  it('gives another reader who turns the page a private copy, and leaves the message as it is', async () => {
    const first = await typed('Ann', '/who Ada Lovell');
    const copy = await pressed('Ben', first, words.next);
    expect(copy.ephemeral).toBe(true);
    expect(copy.id).not.toBe(first.id);
    expect(copy.text).toContain('page 2 of');
    const seenByAnn = room.member('Ann').messages();
    expect(seenByAnn.find(({ id }) => id === first.id)?.text).toBe(first.text);
    expect(seenByAnn.some(({ id }) => id === copy.id)).toBe(false);
    const turned = await pressed('Ben', copy, words.back);
    expect(turned.id).toBe(copy.id);
    expect(turned.ephemeral).toBe(true);
  });

  it('asked privately is seen by one reader, who can share it', async () => {
    const message = await typed('Ann', '/who Ada Lovell private:true');
    expect(message.ephemeral).toBe(true);
    expect(message.buttons.some(({ label }) => label === words.remove)).toBe(false);
    const second = await pressed('Ann', message, words.next);
    const shared = await pressed('Ann', second, words.share);
    expect(shared.ephemeral).toBe(false);
    expect(quotationsIn(shared)).toEqual(quotationsIn(second));
    expect(
      room
        .member('Ben')
        .messages()
        .some(({ id }) => id === shared.id),
    ).toBe(true);
    const turned = await pressed('Ann', shared, words.back);
    expect(turned.id).toBe(shared.id);
  });

  it('can be taken away by who asked and by nobody else', async () => {
    const message = await typed('Ann', '/who Ada Lovell');
    const refused = await pressed('Ben', message, words.remove);
    expect(refused.ephemeral).toBe(true);
    expect(refused.text).toBe(words.notYours);
    expect(await room.member('Ann').press(message, words.remove)).toEqual({ kind: 'removed', messageId: message.id });
    expect(
      room
        .member('Ben')
        .messages()
        .some(({ id }) => id === message.id),
    ).toBe(false);
  });

  it('that fits several offers them, and goes on in place when one is chosen', async () => {
    const message = await typed('Ann', '/who Lovell');
    expect(message.text).toContain('which one?');
    const chosen = await pressed('Ann', message, words.show);
    expect(chosen.id).toBe(message.id);
    expect(quotationsIn(chosen).length).toBeGreaterThan(0);
  });

  it('without an answer says what was searched, and the nearest names can be pressed', async () => {
    const message = await typed('Ann', '/who Adda Lovvel Smith');
    expect(quotationsIn(message)).toEqual([]);
    expect(message.text).toMatch(/Searched \d+ passages in 5 articles/);
    const [nearest] = message.buttons;
    const answered = await pressed('Ann', message, nearest?.label ?? '');
    expect(answered.id).toBe(message.id);
    expect(quotationsIn(answered).length).toBeGreaterThan(0);
  });

  it('longer than a button can hold still turns its pages', async () => {
    const long =
      'path that follows the River Wend between hedges past a gate and a bench with the hills of the next county';
    const message = await typed('Ann', `/quote ${long}`);
    expect(message.text).toContain(`Asked: “${long}”`);
    const turned = await pressed('Ann', message, words.next);
    expect(turned.id).toBe(message.id);
    expect(turned.text).toContain('page 2 of');
    const copy = await pressed('Ben', turned, words.next);
    expect(copy.text).toContain('page 3 of');
    const shared = await pressed('Ben', copy, words.share);
    expect(quotationsIn(shared)).toEqual(quotationsIn(copy));
  });
});

describe('a passage', () => {
  it('can be read before and after, and on from there', async () => {
    const message = await typed('Ann', '/quote "past gate 110"');
    const around = await pressed('Ben', message, words.around);
    expect(around.ephemeral).toBe(true);
    expect(around.text).toMatch(/> \*\*Mile 10 of the path/);
    expect(around.text).toContain('> Mile 9 of the path');
    const later = await pressed('Ben', around, words.later);
    expect(later.id).toBe(around.id);
    const earlier = await pressed('Ben', later, words.earlier);
    expect(earlier.text).toContain('Mile 10 of the path');
    const shared = await pressed('Ben', earlier, words.share);
    expect(shared.ephemeral).toBe(false);
    expect(quotationsIn(shared)).toEqual(quotationsIn(earlier));
  });

  it('can be cited, to read and to paste, for one reader', async () => {
    const message = await typed('Ann', '/quote "light her stove"');
    const cited = await pressed('Ben', message, words.cite);
    expect(cited.ephemeral).toBe(true);
    expect(cited.text).toContain('```md\n> The council of Harrow thanked');
    expect(cited.text).toContain('After the Flood');
    expect(cited.text).toContain('https://courier.example/1934/flood');
  });

  it('that has changed since can’t be cited or read around any more', async () => {
    const message = await typed('Ann', '/quote "light her stove"');
    const edited = articleOf({ title: 'After', path: 'flood.md', paragraphs: [['x '.repeat(400)]] });
    library = libraryWith([edited]);
    expect((await pressed('Ann', message, words.cite)).text).toBe(words.changedSource);
    expect((await pressed('Ann', message, words.around)).text).toBe(words.changedSource);
    library = libraryWith([articles.walk]);
    expect((await pressed('Ann', message, words.cite)).text).toBe(words.changedSource);
    expect((await pressed('Ann', message, words.around)).text).toBe(words.changedSource);
  });

  it('full of Markdown, mentions, emoji and bidi controls is shown as it is, and pings nobody', async () => {
    const message = await typed('Ann', '/quote "counted 1,204 stones"');
    const line = quotationsIn(message)[0] ?? '';
    expect(line).toBe(
      '- Ada Lovell counted 1,204 stones 🧱 and \u202enever\u202c the same twice :brick: > She kept ||that|| to herself.',
    );
    for (const { body } of callbacks()) {
      const { type, data } = body as { type: number; data?: { allowed_mentions?: unknown } };
      if (type === 4 || type === 7) expect(data?.allowed_mentions).toEqual({ parse: [] });
    }
  });
});

describe('the shelf', () => {
  it('opens an article’s card, which opens the article', async () => {
    const shelf = await typed('Ann', '/sources');
    const [menu] = shelf.selects;
    const option = menu?.options.find(({ label }) => label === 'A Walk along the River Wend');
    const card = messageIn(await room.member('Ben').select(shelf, menu?.customId ?? '', [String(option?.value)]));
    expect(card.ephemeral).toBe(true);
    expect(card.text).toContain('**Publisher** Wend Valley Guides');
    const reading = await pressed('Ben', card, words.readFromStart);
    expect(reading.ephemeral).toBe(true);
    expect(quotationsIn(reading)[0]).toContain('Mile 1 of the path');
    const [outline] = card.selects;
    const heading = outline?.options[0]?.value;
    expect(messageIn(await room.member('Ben').select(card, outline?.customId ?? '', [String(heading)])).text).toContain(
      'Mile 1',
    );
  });

  it('and the help say what there is', async () => {
    expect((await typed('Ann', '/help')).text).toContain('**/who name**');
    expect((await typed('Ann', '/sources private:true')).ephemeral).toBe(true);
  });
});

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
    const message = await typed('Ann', '/help');
    const before = callbacks().length;
    const answer = messageIn(await room.member('Ben').press(message, { customId: customId || ' ' }));
    expect(answer.ephemeral).toBe(true);
    expect([words.staleButton, words.changedSource]).toContain(answer.text);
    expect(callbacks().length - before).toBe(1);
  });

  it('whose question isn’t in the message any more is stale', async () => {
    const message = await typed('Ann', '/help');
    const answer = await room.member('Ann').press(message, { customId: '1:turn:quote:1#aaaaaaaa' });
    expect(messageIn(answer).text).toBe(words.staleButton);
  });

  it('that asks for a page past the end gets the last', async () => {
    const message = await typed('Ann', '/who Ada Lovell');
    const last = messageIn(await room.member('Ann').press(message, { customId: '1:turn:who:999=Ada Lovell' }));
    expect(last.buttons.find(({ label }) => label === words.next)?.disabled).toBe(true);
  });

  it('that points past the end of an article is stale', async () => {
    const message = await typed('Ann', '/help');
    const customId = `1:read:open:${articles.walk.id}:999999999`;
    expect(messageIn(await room.member('Ann').press(message, { customId })).text).toBe(words.changedSource);
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
      const option = room.commands.find(({ name }) => name === command)?.options?.[0]?.name ?? '';
      const message = messageIn(await room.member('Ann').run(command, { [option]: value }));
      expect(message.text).not.toBe(words.failed);
      for (const quotation of quotationsIn(message)) expect(isInLibrary(quotation)).toBe(true);
    }
  });

  it('suggests names while it is typed, whatever is typed', async () => {
    const choices = await room.member('Ann').complete('/who ada lov');
    expect(choices.map(({ value }) => value)).toContain('Ada Lovell');
    const sources = await room.member('Ann').complete('/source walk');
    expect(sources[0]?.name).toBe('A Walk along the River Wend');
    for (const half of ['', '@everyone', '*'.repeat(3_000), '\u202e', '"', '👩‍👩‍👧', '\\']) {
      const some = await room.member('Ann').complete(`/who ${half}`);
      expect(some.length).toBeLessThanOrEqual(25);
    }
  });
});

describe('when something fails', () => {
  it('one reader gets one calm sentence, and the log a line without the question', async () => {
    library = { ...town, names: undefined, engine: undefined } as unknown as Library;
    logged.length = 0;
    const before = callbacks().length;
    const message = await typed('Ann', '/who Ada Lovell secretly');
    expect(message.ephemeral).toBe(true);
    expect(message.text).toBe(words.failed);
    expect(callbacks().length - before).toBe(1);
    expect(logged).toHaveLength(1);
    expect(logged[0]).toMatch(/^\/who failed: /);
    expect(logged[0]).not.toContain('secretly');
    expect(logged[0]).not.toContain(room.token);
  });

  it('suggestions are an empty list', async () => {
    library = { ...town, names: undefined } as unknown as Library;
    expect(await room.member('Ann').complete('/who ada')).toEqual([]);
  });

  it('nothing goes out that the gate stops', async () => {
    // The names and passages of one library, the articles of another: quotes that the library can't vouch for.
    library = { ...town, articleById: () => undefined };
    const message = await typed('Ann', '/who Ada Lovell');
    expect(message.text).toBe(words.failed);
    expect(logged.at(-1)).toContain('is not in the library');
  });
});

describe('an answer that Discord does not take', () => {
  it('because it comes too late is not followed by another', async () => {
    const hasty = await openRoom({ responseMs: 1 });
    const slow = await startBot({
      token: hasty.token,
      restUrl: hasty.restUrl,
      library: () => {
        const until = performance.now() + 30;
        while (performance.now() < until);
        return town;
      },
      log,
    });
    logged.length = 0;
    expect((await hasty.member('Ann').type('/help')).kind).toBe('failed');
    await expect.poll(() => logged).toEqual(['/help failed: Discord answered 404 with code 10062']);
    await slow.stop();
    expect(hasty.requests.filter(({ route }) => route.includes('callback'))).toHaveLength(1);
    await hasty.close();
  });

  it('because another process has answered is not followed by another', async () => {
    const twin = await start();
    logged.length = 0;
    const before = callbacks().length;
    expect((await room.member('Ann').type('/help')).kind).toBe('replied');
    await twin.stop();
    await expect.poll(() => callbacks().length - before).toBe(2);
    await expect.poll(() => logged).toEqual(['/help failed: Discord answered 400 with code 40060']);
  });
});

describe('an interaction delivered twice', () => {
  it('is answered once', async () => {
    const other = await openRoom();
    const client = new Client({ intents: [], rest: { api: other.restUrl } });
    const dispatch = createDispatch({ library: () => town, log });
    const done: Promise<void>[] = [];
    client.on('interactionCreate', (interaction) => {
      done.push(dispatch(interaction), dispatch(interaction));
    });
    await client.login(other.token);
    await other.untilReady();
    const probe = await startBot({ token: other.token, restUrl: other.restUrl, library: () => town, log });
    await probe.stop();
    const outcome = await other.member('Ann').type('/help');
    await Promise.all(done);
    expect(outcome.kind).toBe('replied');
    expect(other.requests.filter(({ route }) => route.includes('callback'))).toHaveLength(1);
    await client.destroy();
    await other.close();
  });
});

describe('the commands', () => {
  const writes = () => room.requests.filter(({ method, route }) => method === 'PUT' && route.includes('commands'));

  it('are written once, and not again when the bot starts anew', async () => {
    expect(writes()).toHaveLength(1);
    expect(room.commands.map(({ name }) => name)).toContain('who');
    await bot.stop();
    bot = await start();
    expect(writes()).toHaveLength(1);
    expect(logged.at(-2)).toContain('nothing written');
  });

  it('answer after a restart, and so do buttons from before', async () => {
    const message = await typed('Ann', '/who Ada Lovell');
    await bot.stop();
    bot = await start();
    expect((await pressed('Ann', message, words.next)).text).toContain('page 2 of');
  });
});

describe('a bot that is stopped', () => {
  it('finishes the answers that are under way first', async () => {
    const { promise: underWay, resolve: begin } = Promise.withResolvers<void>();
    const { promise: released, resolve: release } = Promise.withResolvers<void>();
    library = {
      ...town,
      engine: {
        ...town.engine,
        search: async (query, limit) => {
          begin();
          await released;
          return town.engine.search(query, limit);
        },
      },
    };
    const answered = room.member('Ann').type('/quote bridge');
    await underWay;
    let isStopped = false;
    const stopped = bot.stop().then(() => {
      isStopped = true;
    });
    // Closing the connection alone would be done by now.
    await Promise.race([stopped, new Promise((resolve) => setTimeout(resolve, 500))]);
    expect(isStopped).toBe(false);
    release();
    expect((await answered).kind).toBe('replied');
    await stopped;
    bot = await start();
  });
});

describe('a start that can’t be', () => {
  it('says in one sentence that Discord doesn’t take the token', async () => {
    const failure = await start('not.a.token').catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(RefusedError);
    expect(failure).toMatchObject({ exitCode: 78 });
    expect((failure as Error).message).toBe(
      'Discord does not accept the token: copy it again from the Bot page of the developer portal into DISCORD_TOKEN.',
    );
  });

  it('says that Discord can’t be reached', async () => {
    const gone = await openRoom();
    const { restUrl, token } = gone;
    await gone.close();
    await expect(startBot({ token, restUrl, library: () => town, log })).rejects.toThrow(/^Discord can't be reached/);
  });
});
