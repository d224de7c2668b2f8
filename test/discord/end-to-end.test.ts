/** What a person does with the bot, from the question to the shared answer, over real sockets. */
import { describe, expect, it } from 'vitest';
import { unrendered } from '../../src/discord/escape.ts';
import { words } from '../../src/discord/words.ts';
import { articleOf } from './articles.ts';
import { botInRoom, isInTown, quotationsIn } from './bot-in-room.ts';
import { libraryWith } from './library.ts';

const here = botInRoom();

describe('a question', () => {
  it('is answered with passages to the letter, each with its source, in one call', async () => {
    const before = here.room.requests.length;
    const message = await here.typed('Ann', '/who Ada Lovell');
    expect(here.room.requests.length - before).toBe(1);
    expect(message.ephemeral).toBe(false);
    expect(message.text).toContain('### Ada Lovell');
    expect(quotationsIn(message).length).toBeGreaterThan(0);
    for (const quotation of quotationsIn(message)) expect(isInTown(quotation)).toBe(true);
    expect(message.text).toContain('The Harrow Courier');
    expect(message.text).toContain('**Ada Lovell**');
  });

  it('can be turned page by page by who asked, in place', async () => {
    const first = await here.typed('Ann', '/who Ada Lovell');
    expect(first.buttons.find(({ label }) => label === words.back)?.disabled).toBe(true);
    const second = await here.pressed('Ann', first, words.next);
    expect(second.id).toBe(first.id);
    expect(second.text).toContain('page 2 of');
    expect(quotationsIn(second)).not.toEqual(quotationsIn(first));
    const back = await here.pressed('Ann', second, words.back);
    expect(back.text).toBe(first.text);
  });

  it('gives another reader who turns the page a private copy, and leaves the message as it is', async () => {
    const first = await here.typed('Ann', '/who Ada Lovell');
    const copy = await here.pressed('Ben', first, words.next);
    expect(copy.ephemeral).toBe(true);
    expect(copy.id).not.toBe(first.id);
    expect(copy.text).toContain('page 2 of');
    const seenByAnn = here.room.member('Ann').messages();
    expect(seenByAnn.find(({ id }) => id === first.id)?.text).toBe(first.text);
    expect(seenByAnn.some(({ id }) => id === copy.id)).toBe(false);
    const turned = await here.pressed('Ben', copy, words.back);
    expect(turned.id).toBe(copy.id);
    expect(turned.ephemeral).toBe(true);
  });

  it('asked privately is seen by one reader, who can share it', async () => {
    const message = await here.typed('Ann', '/who Ada Lovell private:true');
    expect(message.ephemeral).toBe(true);
    expect(message.buttons.some(({ label }) => label === words.remove)).toBe(false);
    const second = await here.pressed('Ann', message, words.next);
    const shared = await here.pressed('Ann', second, words.share);
    expect(shared.ephemeral).toBe(false);
    expect(quotationsIn(shared)).toEqual(quotationsIn(second));
    expect(
      here.room
        .member('Ben')
        .messages()
        .some(({ id }) => id === shared.id),
    ).toBe(true);
    const turned = await here.pressed('Ann', shared, words.back);
    expect(turned.id).toBe(shared.id);
  });

  it('can be taken away by who asked and by nobody else', async () => {
    const message = await here.typed('Ann', '/who Ada Lovell');
    const refused = await here.pressed('Ben', message, words.remove);
    expect(refused.ephemeral).toBe(true);
    expect(refused.text).toBe(words.notYours);
    expect(await here.room.member('Ann').press(message, words.remove)).toEqual({
      kind: 'removed',
      messageId: message.id,
    });
    expect(
      here.room
        .member('Ben')
        .messages()
        .some(({ id }) => id === message.id),
    ).toBe(false);
  });

  it('that fits several offers them, and goes on in place when one is chosen', async () => {
    const message = await here.typed('Ann', '/who Lovell');
    expect(message.text).toContain('which one?');
    const chosen = await here.pressed('Ann', message, words.show);
    expect(chosen.id).toBe(message.id);
    expect(quotationsIn(chosen).length).toBeGreaterThan(0);
  });

  it('without an answer says what was searched, and the nearest names can be pressed', async () => {
    const message = await here.typed('Ann', '/who Adda Lovvel Smith');
    expect(quotationsIn(message)).toEqual([]);
    expect(message.text).toMatch(/Searched \d+ passages in 5 articles/);
    const [nearest] = message.buttons;
    const answered = await here.pressed('Ann', message, nearest?.label ?? '');
    expect(answered.id).toBe(message.id);
    expect(quotationsIn(answered).length).toBeGreaterThan(0);
  });

  it('longer than a button can hold still turns its pages', async () => {
    const long =
      'path that follows the River Wend between hedges past a gate and a bench with the hills of the next county';
    const message = await here.typed('Ann', `/quote ${long}`);
    expect(message.text).toContain(`Asked: “${long}”`);
    const turned = await here.pressed('Ann', message, words.next);
    expect(turned.id).toBe(message.id);
    expect(turned.text).toContain('page 2 of');
    const copy = await here.pressed('Ben', turned, words.next);
    expect(copy.text).toContain('page 3 of');
    const shared = await here.pressed('Ben', copy, words.share);
    expect(quotationsIn(shared)).toEqual(quotationsIn(copy));
  });
});

describe('a passage', () => {
  it('can be read before and after, and on from there', async () => {
    const message = await here.typed('Ann', '/quote "past gate 110"');
    const around = await here.pressed('Ben', message, words.around);
    expect(around.ephemeral).toBe(true);
    expect(around.text).toMatch(/-# The passage\n> Mile 10 of the path/);
    expect(around.text).toContain('> Mile 9 of the path');
    const later = await here.pressed('Ben', around, words.later);
    expect(later.id).toBe(around.id);
    const earlier = await here.pressed('Ben', later, words.earlier);
    expect(earlier.text).toContain('Mile 10 of the path');
    const shared = await here.pressed('Ben', earlier, words.share);
    expect(shared.ephemeral).toBe(false);
    expect(quotationsIn(shared)).toEqual(quotationsIn(earlier));
  });

  it('can be cited, to read and to paste, for one reader', async () => {
    const message = await here.typed('Ann', '/quote "light her stove"');
    const cited = await here.pressed('Ben', message, words.cite);
    expect(cited.ephemeral).toBe(true);
    expect(cited.text).toContain('```md\n> The council of Harrow thanked');
    expect(cited.text).toContain('After the Flood');
    expect(cited.text).toContain('https://courier.example/1934/flood');
  });

  const quoted = async () => {
    const message = await here.typed('Ann', '/quote "light her stove"');
    return { message, words: quotationsIn(message)[0] ?? '' };
  };
  const edited = (path: string, ...paragraphs: string[]) =>
    articleOf({ title: 'After', path, paragraphs: paragraphs.map((words) => [words]) });

  it('is found again where its article has changed around it', async () => {
    const { message, words: shown } = await quoted();
    here.use(libraryWith([edited('flood.md', 'Something new stands here.', shown, 'And something after it.')]));
    expect((await here.pressed('Ann', message, words.cite)).text).toContain(shown);
    const around = await here.pressed('Ben', message, words.around);
    expect(around.text).toContain('Something new stands here.');
    expect(quotationsIn(around)).toContain(shown);
  });

  it('is found again where its file has another name', async () => {
    const { message, words: shown } = await quoted();
    here.use(libraryWith([edited('renamed.md', shown)]));
    expect((await here.pressed('Ann', message, words.cite)).text).toContain(shown);
  });

  it('whose words are gone says so, and shows them as they were quoted', async () => {
    const { message, words: shown } = await quoted();
    here.use(libraryWith([edited('flood.md', 'x '.repeat(400))]));
    for (const button of [words.cite, words.around]) {
      const answer = await here.pressed('Ann', message, button);
      expect(answer.text).toContain('no longer stand');
      expect(unrendered(answer.text)).toContain(shown);
      expect(answer.ephemeral).toBe(true);
    }
  });

  it('full of Markdown, mentions, emoji and bidi controls is shown as it is, and pings nobody', async () => {
    const message = await here.typed('Ann', '/quote "counted 1,204 stones"');
    const line = quotationsIn(message)[0] ?? '';
    expect(line).toBe(
      '- Ada Lovell counted 1,204 stones 🧱 and \u202enever\u202c the same twice :brick: > She kept ||that|| to herself.',
    );
    for (const { body } of here.callbacks()) {
      const { type, data } = body as { type: number; data?: { allowed_mentions?: unknown } };
      if (type === 4 || type === 7) expect(data?.allowed_mentions).toEqual({ parse: [] });
    }
  });
});

describe('the shelf', () => {
  it('opens an article’s card, which opens the article', async () => {
    const shelf = await here.typed('Ann', '/sources');
    const card = await here.selected('Ben', shelf, 'A Walk along the River Wend');
    expect(card.ephemeral).toBe(true);
    expect(card.text).toContain('**Publisher** Wend Valley Guides');
    const reading = await here.pressed('Ben', card, words.readFromStart);
    expect(reading.ephemeral).toBe(true);
    expect(quotationsIn(reading)[0]).toContain('Mile 1 of the path');
    expect((await here.selected('Ben', card, 'From the Mill')).text).toContain('Mile 1 of the path');
  });

  it('and the help say what there is', async () => {
    expect((await here.typed('Ann', '/help')).text).toContain('**/who name**');
    expect((await here.typed('Ann', '/sources private:true')).ephemeral).toBe(true);
  });
});
