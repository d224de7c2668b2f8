/** Check this quote and Find passages, as a person uses them: on a message, through the real bot. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkOf } from '../../src/answer/check.ts';
import { throughGate } from '../../src/discord/gate.ts';
import { renderCheck } from '../../src/discord/render-check.ts';
import { words } from '../../src/discord/words.ts';
import { hostileArticles } from './articles.ts';
import { botInRoom, isInTown, messageIn, quotationsIn } from './bot-in-room.ts';
import { libraryWith } from './library.ts';
import { contentsOf } from './rendered.ts';
import { town } from './town.ts';
import { visibleText } from './visible-text.ts';

const here = botInRoom();
const onMessage = async (command: string, content: string) => {
  const said = here.room.member('Ben').say(content);
  return messageIn(await here.room.member('Ann').messageCommand(command, said));
};
const check = (content: string) => onMessage('Check this quote', content);

describe('Check this quote', () => {
  it('says for one reader that the words are to the letter, and where', async () => {
    const message = await check('The paper had it: “She stood on it through the night with a lamp.” Lovely.');
    expect(message.ephemeral).toBe(true);
    expect(message.text).toContain(`### ${words.verdicts.exact}`);
    expect(message.text).toContain('**After the Flood**');
    expect(message.text).not.toContain('**She stood');
    expect(quotationsIn(message)).toHaveLength(1);
    for (const quotation of quotationsIn(message)) expect(isInTown(quotation)).toBe(true);
    expect(message.buttons.map(({ label }) => label)).toEqual([words.around, words.cite, words.open, words.share]);
  });

  it('strikes out what the message has altered, and marks the source’s own words', async () => {
    const message = await check('“He promised a third bridge, and Ada Lovell drew it, and it was built.”');
    expect(message.text).toContain(`### ${words.verdicts.altered}`);
    expect(message.text).toContain('~~third~~');
    expect(message.text).toContain('**second**');
    expect(message.text).toContain('“never” left out');
    for (const quotation of quotationsIn(message)) expect(isInTown(quotation)).toBe(true);
  });

  it('says which source the words are from, when the message names another', async () => {
    const message = await check('In “The Bridge at Harrow”: “He promised a second bridge”');
    expect(message.text).toContain(words.verdictsElsewhere.exact);
    expect(message.text).toContain('names **The Bridge at Harrow**');
    expect(message.text).toContain('**After the Flood**');
  });

  it('says that the words are in no source', async () => {
    const message = await check('> Purple elephants orbit *Neptune* quietly every second Wednesday <@1>');
    expect(message.text).toContain(words.verdicts.absent);
    expect(quotationsIn(message)).toEqual([]);
  });

  it('takes several quotations one by one, and says when there is nothing to check', async () => {
    const message = await check(
      '“She stood on it through the night with a lamp.” and then: “Bram Lovell was not elected mayor after the flood.”',
    );
    expect(message.text).toContain('2 quotations');
    expect(message.text).toContain(`**${words.verdicts.exact}**`);
    expect(message.text).toContain('~~not~~');
    expect((await check('!!!')).text).toContain(words.nothingToCheck);
  });

  it('checks an answer of the bot’s own, and finds it to the letter', async () => {
    const answer = await here.typed('Ann', '/quote "light her stove"');
    const message = messageIn(await here.room.member('Ben').messageCommand('Check this quote', answer));
    expect(message.text, here.logged.join(' ')).toContain(words.verdicts.exact);
  });

  it('can be shared as it stands, read on and cited', async () => {
    const message = await check('“He promised a third bridge, and Ada Lovell drew it”');
    const shared = await here.pressed('Ann', message, words.share);
    expect(shared.ephemeral).toBe(false);
    expect(shared.text).toBe(message.text);
    expect(shared.buttons.map(({ label }) => label)).toContain(words.remove);
    expect((await here.pressed('Ben', shared, words.cite)).text).toContain('After the Flood');
    expect((await here.pressed('Ben', message.ephemeral ? shared : message, words.around)).ephemeral).toBe(true);
    here.use(libraryWith([]));
    expect((await here.pressed('Ann', message, words.share)).text).toBe(words.changedSource);
  });
});

describe('Find passages', () => {
  it('gives the passages nearest to what a message says, for one reader, page by page', async () => {
    const message = await onMessage(
      'Find passages',
      'I read somewhere that the county engineer of Harrow lived beside the river while her bridge was built, is that so?',
    );
    expect(message.ephemeral).toBe(true);
    expect(message.text).toContain(words.nearMessage);
    expect(quotationsIn(message).join(' ')).toContain('lived in a hut beside the river');
    const shared = await here.pressed('Ann', message, words.share);
    expect(quotationsIn(shared)).toEqual(quotationsIn(message));
  });

  it('says so when there is none', async () => {
    const message = await onMessage('Find passages', 'zzz qqq');
    expect(quotationsIn(message)).toEqual([]);
    expect(message.text).toContain('No passage');
  });
});

describe('whatever a message quotes', () => {
  it('the answer is one that Discord takes, whose every quotation is vouched for', async () => {
    const hostile = fc.constantFrom(
      '“',
      '”',
      '"',
      '> ',
      '~~',
      '**',
      '<@1>',
      '…',
      '[',
      ']',
      '\n',
      'bridge',
      ' the council ',
      'laughed at it',
      '中文',
      'قاسم',
      '||',
      '```',
    );
    const said = fc.oneof(
      fc.array(hostile, { maxLength: 120 }).map((parts) => parts.join('')),
      fc.array(hostile, { maxLength: 8 }).map((parts) => `“${parts.join('')}”`.repeat(40)),
      fc
        .constantFrom(...town.passages.map(({ article, start, end }) => article.text.slice(start, end)))
        .map((text) => `> ${text.replaceAll('the', 'a')}`),
    );
    await fc.assert(
      fc.asyncProperty(said, async (message) => {
        const page = renderCheck(await checkOf(town, { command: 'check', query: message.slice(0, 6_000) }), {
          private: true,
        });
        throughGate(page, town);
      }),
      { numRuns: 80 },
    );
  });

  it('and from whatever source, it shows those characters and does nothing', async () => {
    await fc.assert(
      fc.asyncProperty(hostileArticles, async (article) => {
        const library = libraryWith([article]);
        const first = article.blocks.find(({ body }) => body)!;
        const text = article.text.slice(first.start, Math.min(first.end, first.start + 1_500));
        const page = renderCheck(await checkOf(library, { command: 'check', query: `“${text}”` }), { private: false });
        throughGate(page, library);
        for (const content of contentsOf(page))
          visibleText(content.replace(/^(?:-# |### )/gmu, '').replaceAll('~~', ''));
      }),
      { numRuns: 40 },
    );
  });
});
