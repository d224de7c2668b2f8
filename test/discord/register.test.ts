import { describe, expect, it } from 'vitest';
import { commands } from '../../src/commands/index.ts';
import { type AnyCommand, desiredCommands, differences } from '../../src/discord/register.ts';

const desired = desiredCommands(commands);

/** What Discord gives back: its own additions, defaults left out, fields in another order, lists in another order. */
const asDiscordHasThem = (): AnyCommand[] =>
  desired
    .map(({ options, contexts, integration_types, ...rest }, index) => ({
      version: `${index}`,
      id: `${1000 + index}`,
      application_id: '1',
      default_permission: true,
      default_member_permissions: null,
      nsfw: false,
      dm_permission: true,
      ...rest,
      name_localizations: null,
      contexts: [...(contexts ?? [])].reverse(),
      integration_types: [...(integration_types ?? [])].reverse(),
      options: (options ?? []).map(({ required, ...option }) => ({ ...option, ...(required && { required }) })),
    }))
    .reverse() as AnyCommand[];

describe('the commands that Discord shall have', () => {
  it('are within Discord’s limits', () => {
    expect(desired.length).toBeLessThanOrEqual(100);
    for (const { name, description, options = [] } of desired) {
      expect(name).toMatch(/^[-_\p{Ll}\p{N}]{1,32}$/u);
      expect(description?.length).toBeGreaterThan(0);
      expect(description?.length).toBeLessThanOrEqual(100);
      expect(new Set(options.map((option) => option.name)).size).toBe(options.length);
      for (const option of options) {
        expect(option.name).toMatch(/^[-_\p{Ll}\p{N}]{1,32}$/u);
        expect(option.description.length).toBeLessThanOrEqual(100);
      }
    }
    expect(new Set(desired.map(({ name }) => name)).size).toBe(desired.length);
  });

  it('have all an option for a private answer, and can be used in servers and in direct messages', () => {
    for (const { options, contexts, integration_types } of desired) {
      expect(options?.at(-1)).toMatchObject({ name: 'private', type: 5, required: false });
      expect(contexts).toEqual([0, 1, 2]);
      expect(integration_types).toEqual([0, 1]);
    }
  });

  it('take at most as many characters as a question may have', () => {
    expect(desired.find(({ name }) => name === 'who')?.options?.[0]).toMatchObject({
      required: true,
      max_length: 200,
      autocomplete: true,
    });
  });

  it('have a door for other languages', () => {
    const inGerman = desiredCommands(commands, (english) => ({ de: `auf Deutsch: ${english}` }));
    expect(inGerman[0]?.description_localizations).toEqual({ de: `auf Deutsch: ${inGerman[0]?.description}` });
    expect(differences(inGerman, desired)).toHaveLength(commands.length);
  });
});

describe('comparing with what Discord has', () => {
  it('finds nothing where only Discord’s additions, defaults and order differ', () => {
    expect(differences(desired, asDiscordHasThem())).toEqual([]);
  });

  it.each([
    ['a description', (all: AnyCommand[]) => [{ ...all[0]!, description: 'other' }, ...all.slice(1)]],
    [
      'an option’s length',
      (all: AnyCommand[]) => JSON.parse(JSON.stringify(all).replace('200', '300')) as AnyCommand[],
    ],
    ['a missing command', (all: AnyCommand[]) => all.slice(1)],
    ['a command too many', (all: AnyCommand[]) => [...all, { ...all[0]!, name: 'old' }]],
    ['where it can be used', (all: AnyCommand[]) => [{ ...all[0]!, contexts: [0] }, ...all.slice(1)]],
    ['the order of options', (all: AnyCommand[]) => all.map((one) => ({ ...one, options: one.options?.toReversed() }))],
    [
      'an option no longer required',
      (all: AnyCommand[]) =>
        JSON.parse(JSON.stringify(all).replace('"required":true', '"required":false')) as AnyCommand[],
    ],
  ])('finds %s', (_, edit) => {
    expect(differences(desired, edit(asDiscordHasThem()))).not.toEqual([]);
  });
});
