/** What a message may hold: just taken at the limit, refused beyond it at its place. */
import { MessageFlags } from 'discord.js';
import { describe, expect, test } from 'vitest';
import * as limits from '../../src/room/limits.ts';
import { bed, callBack, codesAt, refusalOf } from './bot.ts';
import {
  button,
  chars,
  container,
  display,
  expectRule,
  first,
  many,
  plain,
  type Rule,
  reply,
  row,
  v2,
} from './rules.ts';

const messageRules: readonly Rule[] = [
  {
    says: 'content of 2,000 characters',
    taken: plain({ content: chars(limits.contentCharsMax) }),
    refused: plain({ content: chars(limits.contentCharsMax + 1) }),
    at: ['data', 'content'],
    code: 'BASE_TYPE_MAX_LENGTH',
  },
  {
    says: '40 components, nested ones counted',
    taken: reply(container(...many(39, () => display('x')))),
    refused: reply(container(...many(39, () => display('x'))), display('x')),
    at: ['data', 'components'],
    code: 'COMPONENT_MAX_TOTAL_COMPONENTS_EXCEEDED',
  },
  {
    says: 'a section whose accessory is counted',
    taken: reply(...many(36, () => display('x')), { type: 9, components: [display('y')], accessory: button() }),
    refused: reply(...many(38, () => display('x')), { type: 9, components: [display('y')], accessory: button() }),
    at: ['data', 'components'],
    code: 'COMPONENT_MAX_TOTAL_COMPONENTS_EXCEEDED',
  },
  {
    says: '4,000 characters over all text displays',
    taken: reply(display(chars(3000)), container(display(chars(1000)))),
    refused: reply(display(chars(3000)), container(display(chars(1001)))),
    at: ['data', 'components'],
    code: 'COMPONENT_DISPLAYABLE_TEXT_SIZE_EXCEEDED',
  },
  {
    says: 'a text display with text',
    taken: reply(display('.')),
    refused: reply(display('')),
    at: [...first, 'content'],
    code: 'BASE_TYPE_MIN_LENGTH',
  },
  {
    says: 'a text display that has its content',
    taken: reply(display('.')),
    refused: reply({ type: 10 }),
    at: [...first, 'content'],
    code: 'BASE_TYPE_REQUIRED',
  },
  {
    says: 'a text display with more than white space',
    taken: reply(display(' . ')),
    refused: reply(display(' \n ')),
    at: [...first, 'content'],
    code: 'BASE_TYPE_BAD_LENGTH',
  },
  {
    says: 'text displays with the flag',
    taken: reply(display('x')),
    refused: plain({ components: [display('x')] }),
    at: first,
    code: 'UNION_TYPE_CHOICES',
  },
  {
    says: 'no content with the flag',
    taken: plain({ flags: v2, content: null, components: [display('x')] }),
    refused: plain({ flags: v2, content: 'x', components: [display('x')] }),
    at: ['data', 'content'],
    code: 'MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2',
  },
  {
    says: 'no embeds with the flag',
    taken: plain({ flags: v2, embeds: [], components: [display('x')] }),
    refused: plain({ flags: v2, embeds: [{ title: 'x' }], components: [display('x')] }),
    at: ['data', 'embeds'],
    code: 'MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2',
  },
  {
    says: '5 rows without the flag',
    taken: plain({ components: many(limits.legacyRowsMax, (index) => row(button({ custom_id: `b${index}` }))) }),
    refused: plain({ components: many(limits.legacyRowsMax + 1, (index) => row(button({ custom_id: `b${index}` }))) }),
    at: ['data', 'components'],
    code: 'BASE_TYPE_MAX_LENGTH',
  },
  {
    says: 'a known component',
    taken: reply(display('x')),
    refused: reply({ type: 99 }),
    at: first,
    code: 'UNION_TYPE_CHOICES',
  },
  {
    says: 'content that is text',
    taken: plain({ content: 'x' }),
    refused: plain({ content: 5 }),
    at: ['data', 'content'],
    code: 'STRING_TYPE_CONVERT',
  },
  {
    says: 'embeds of 6,000 characters',
    taken: plain({ embeds: many(2, () => ({ description: chars(limits.embedCharsMax / 2) })) }),
    refused: plain({ embeds: [{ title: 'x' }, ...many(2, () => ({ description: chars(limits.embedCharsMax / 2) }))] }),
    at: ['data', 'embeds'],
    code: 'MAX_EMBED_SIZE_EXCEEDED',
  },
  {
    says: 'mentions parsed or listed, not both',
    taken: plain({ content: 'x', allowed_mentions: { parse: [], users: ['1'] } }),
    refused: plain({ content: 'x', allowed_mentions: { parse: ['users'], users: ['1'] } }),
    at: ['data', 'allowed_mentions'],
    code: 'MESSAGE_ALLOWED_MENTIONS_PARSE_EXCLUSIVE',
  },
  {
    says: 'a deferral with no flag but EPHEMERAL',
    taken: { type: 5, data: { flags: MessageFlags.Ephemeral } },
    refused: { type: 5, data: { flags: MessageFlags.Ephemeral | v2 } },
    at: ['data', 'flags'],
    code: 'BASE_TYPE_CHOICES',
  },
  {
    says: 'an answer that fits a command',
    taken: plain({ content: 'x' }),
    refused: { type: 7, data: { content: 'x' } },
    at: ['type'],
    code: 'BASE_TYPE_CHOICES',
  },
  {
    says: 'an answer that has a type',
    taken: plain({ content: 'x' }),
    refused: { data: { content: 'x' } },
    at: ['type'],
    code: 'BASE_TYPE_REQUIRED',
  },
];

describe('a message', () => {
  test.each(messageRules)('$says is taken, and no other', (rule) =>
    expectRule(rule, ({ room }) => room.member('Ana').type('/help')),
  );
});

test('a message with nothing in it is refused as empty', async () => {
  const seen: unknown[] = [];
  const { room } = await bed(async (interaction) => {
    const empty = [{ content: '' }, { content: ' ' }, {}, { flags: v2, components: [] }];
    for (const data of empty) seen.push(await refusalOf(callBack(interaction, plain(data))));
    await callBack(interaction, plain({ content: 'x' }));
  });
  await room.member('Ana').type('/help');
  const refused = { code: 50006, status: 400, message: 'Cannot send an empty message' };
  expect(seen).toMatchObject([refused, refused, refused, refused]);
});

test.each([1, 4])(
  '%i text displays go to the undocumented limit in bytes, and beyond it Discord answers 500',
  async (displays) => {
    const others = many(displays - 1, () => display(chars(100, '中')));
    const budget = limits.displayedBytesMax - limits.displayBytesExtra * displays - 300 * others.length;
    const most = chars(Math.floor(budget / 3), '中') + chars(budget % 3);
    const seen: unknown[] = [];
    const { room } = await bed(async (interaction) => {
      seen.push(await refusalOf(callBack(interaction, reply(display(`${most}x`), ...others))));
      await callBack(interaction, reply(display(most), ...others));
    });
    expect((await room.member('Ana').type('/help')).kind).toBe('replied');
    expect(seen).toMatchObject([{ status: 500 }]);
  },
);

test('the flag can be given by an edit that clears the content, and is never lost', async () => {
  const seen: unknown[] = [];
  const components = [display('now in components')];
  const { room } = await bed(async (interaction) => {
    if (!interaction.isChatInputCommand()) return;
    await interaction.reply('plain');
    const edit = (body: object) =>
      interaction.webhook.client.rest.patch(`/webhooks/${room.applicationId}/${interaction.token}/messages/@original`, {
        body,
        auth: false,
      });
    const kept = await refusalOf(edit({ flags: v2, components }));
    seen.push(codesAt(kept, 'content'));
    await edit({ flags: v2, content: null, components });
    await edit({ components: [display('still')] });
    seen.push(codesAt(await refusalOf(edit({ content: 'plain again' })), 'content'));
    seen.push(codesAt(await refusalOf(edit({ flags: 0, components })), 'components', 0));
  });
  const ana = room.member('Ana');
  await ana.type('/help');
  const legacy = ['MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2'];
  await expect.poll(() => seen).toEqual([legacy, legacy, ['UNION_TYPE_CHOICES']]);
  expect(ana.messages().map(({ raw, text }) => [raw.flags & v2, text])).toEqual([[v2, 'still']]);
});
