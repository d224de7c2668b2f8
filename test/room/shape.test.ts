/** What the room sends, against Discord's own published response schemas. */
import { MessageFlags, Routes } from 'discord.js';
import {
  ApplicationCommandResponseSchema,
  GatewayBotResponseSchema,
  InteractionCallbackResponseSchema,
  MessageResponseSchema,
  PrivateApplicationResponseSchema,
  type Schema,
  UserResponseSchema,
} from 'discord-api-spec/zod';
import { expect, test } from 'vitest';
import { answering, bed, messageIn } from './bot.ts';
import { button, container, display, input, link, row, select } from './rules.ts';

/** The faults, as text that can be read in a failure. */
function faultsOf(schema: Schema, value: unknown): string[] {
  const result = schema.safeParse(value);
  return result.success
    ? []
    : result.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.code} ${JSON.stringify(issue)}`);
}

const section = { type: 9, components: [display('left')], accessory: link() };
const separators = [{ type: 14 }, { type: 14, spacing: 2, divider: false }];
const full = [
  container(display('# Heading'), section, ...separators, row(button({ label: 'Press', emoji: { name: '📖' } }))),
  row(select({ placeholder: 'Which?' })),
];

test('what the REST side says of the bot and its application is as Discord says it', async () => {
  const { room, client } = await bed(() => undefined);
  expect(faultsOf(UserResponseSchema, await client.rest.get(Routes.user()))).toEqual([]);
  expect(faultsOf(PrivateApplicationResponseSchema, await client.rest.get('/applications/@me'))).toEqual([]);
  expect(faultsOf(PrivateApplicationResponseSchema, await client.rest.get(Routes.oauth2CurrentApplication()))).toEqual(
    [],
  );
  expect(faultsOf(GatewayBotResponseSchema, await client.rest.get(Routes.gatewayBot()))).toEqual([]);
  expect(room.commands.flatMap((command) => faultsOf(ApplicationCommandResponseSchema, command))).toEqual([]);
  expect(await client.rest.get(Routes.channel(room.channelId))).toMatchObject({ id: room.channelId, type: 0 });
});

test('messages of every origin are as Discord sends them', async () => {
  const { room, errors } = await bed(
    answering({
      command: async (command) => {
        await command.reply({ flags: MessageFlags.IsComponentsV2, components: full as never });
        await command.followUp({ content: 'more', flags: MessageFlags.Ephemeral });
      },
      button: async (pressed) => {
        await pressed.deferReply({ flags: MessageFlags.Ephemeral });
        await pressed.editReply({ files: [{ name: 'a.txt', attachment: Buffer.from('a') }] });
      },
      select: (chosen) =>
        chosen.showModal({ custom_id: 'm', title: 'T', components: [row(input({ label: 'L' })) as never] }),
      modal: (filled) => filled.reply({ embeds: [{ title: 'E', description: 'D' }] }),
      messageCommand: (command) => command.reply(`<@${command.user.id}>`),
    }),
  );
  const ana = room.member('Ana');
  const first = messageIn(await ana.type('/help'));
  messageIn(await ana.press(first, 'Press'));
  const modal = await ana.select(first, 'Which?', ['a']);
  if (modal.kind === 'modal') await ana.submit(modal.modal, { L: 'words' });
  await ana.messageCommand('Quote this', ana.say('plain'));
  await expect.poll(() => ana.messages()).toHaveLength(6);
  for (const { raw } of ana.messages()) expect(faultsOf(MessageResponseSchema, raw)).toEqual([]);
  expect(ana.messages().map(({ raw }) => raw.type)).toEqual([20, 19, 19, 19, 0, 23]);
  expect(errors).toEqual([]);
});

test('the callback response is as Discord gives it, for each kind of answer', async () => {
  const responses: unknown[] = [];
  const asked = new URLSearchParams({ with_response: 'true' });
  const bodies = [
    { type: 4, data: { content: 'x' } },
    { type: 5 },
    { type: 9, data: { custom_id: 'm', title: 'T', components: [row(input({ label: 'L' }))] } },
  ];
  const { room } = await bed(
    async ({ id, token, client }) => {
      const body = bodies[responses.length];
      responses.push(
        await client.rest.post(Routes.interactionCallback(id, token), { body, query: asked, auth: false }),
      );
    },
    { deferredMs: 1 },
  );
  for (const _body of bodies) await room.member('Ana').type('/help');
  await expect.poll(() => responses).toHaveLength(3);
  for (const response of responses) expect(faultsOf(InteractionCallbackResponseSchema, response)).toEqual([]);
  expect(responses).toMatchObject([
    { interaction: { type: 2, response_message_loading: false }, resource: { type: 4, message: { content: 'x' } } },
    { interaction: { type: 2, response_message_loading: true } },
    { interaction: { type: 2 } },
  ]);
});

test('every component gets an id of its own, counted around those that the bot gave', async () => {
  const components = [{ ...container(display('a'), { ...display('b'), id: 2 }), id: 7 }, display('c')];
  const { room } = await bed(
    answering({
      command: (command) => command.reply({ flags: MessageFlags.IsComponentsV2, components: components as never }),
    }),
  );
  const { raw } = messageIn(await room.member('Ana').type('/help'));
  const [outer, last] = raw.components;
  expect([outer?.id, outer?.components?.map(({ id }) => id), last?.id]).toEqual([7, [1, 2], 3]);
});
