/** Bodies at a limit and beyond it, and what the room must say to each. */
import { MessageFlags } from 'discord.js';
import { expect } from 'vitest';
import type { JsonObject } from '../../src/room/discord-json.ts';
import { type Bed, bed, callBack, codesAt, refusalOf } from './bot.ts';

export const v2 = MessageFlags.IsComponentsV2;
export const chars = (length: number, letter = 'x') => letter.repeat(length);
export const many = <T>(count: number, make: (index: number) => T): T[] =>
  Array.from({ length: count }, (_, index) => make(index));

export const display = (content: string) => ({ type: 10, content });
export const button = (more: object = {}) => ({ type: 2, style: 2, label: 'Go', custom_id: 'go', ...more });
export const link = (more: object = {}) => ({ type: 2, style: 5, label: 'Go', url: 'https://example.org/', ...more });
export const row = (...components: unknown[]) => ({ type: 1, components });
export const select = (more: object = {}) => ({
  type: 3,
  custom_id: 's',
  options: [{ label: 'a', value: 'a' }],
  ...more,
});
export const choice = (index: number, more: object = {}) => ({ label: `l${index}`, value: `v${index}`, ...more });
export const container = (...components: unknown[]) => ({ type: 17, components });
export const reply = (...components: unknown[]) => ({ type: 4, data: { flags: v2, components } });
export const plain = (data: JsonObject) => ({ type: 4, data });
export const first = ['data', 'components', 0] as const;
export const inRow = [...first, 'components', 0] as const;

export interface Rule {
  readonly says: string;
  readonly taken: JsonObject;
  readonly refused: JsonObject;
  readonly at: readonly (string | number)[];
  readonly code: string;
}

/** Two bodies, the second of which goes beyond the rule. */
export async function expectRule({ taken, refused, at, code }: Rule, ask: (bed: Bed) => Promise<unknown>) {
  const seen: unknown[] = [];
  const opened = await bed(
    async (interaction) => {
      const error = await refusalOf(callBack(interaction, refused));
      seen.push({ code: error.code, status: error.status, codes: codesAt(error, ...at) });
      await callBack(interaction, taken);
      seen.push('taken');
    },
    { deferredMs: 20 },
  );
  await ask(opened);
  await expect
    .poll(() => seen, { interval: 5 })
    .toEqual([{ code: 50035, status: 400, codes: expect.arrayContaining([code]) }, 'taken']);
  expect(opened.errors).toEqual([]);
}

export const input = (more: object = {}) => ({ type: 4, custom_id: 'i', style: 1, ...more });
