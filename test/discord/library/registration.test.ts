import { ApplicationCommandOptionType } from 'discord.js';
import { describe, expect, test } from 'vitest';
import { commands } from '../../../src/commands/index.ts';
import { desiredLibraryCommands } from '../../../src/discord/library/registration.ts';
import { type AnyCommand, desiredCommands, differences } from '../../../src/discord/register.ts';

const all = desiredLibraryCommands({ isKept: true, allowsUrls: true });
const [library, privacy] = all;
const subcommands = (library?.options ?? []) as readonly {
  readonly name: string;
  readonly description: string;
  readonly options: readonly { readonly name: string; readonly description: string; readonly type: number }[];
}[];

describe('/library', () => {
  test('is for servers that have the bot, and there for who may manage them', () => {
    expect(library).toMatchObject({
      name: 'library',
      contexts: [0],
      integration_types: [0],
      default_member_permissions: String(1n << 5n),
    });
    expect(privacy).toMatchObject({ name: 'privacy', contexts: [0, 1, 2] });
    expect(privacy?.default_member_permissions).toBeUndefined();
  });

  test('is within Discord’s limits, and beside no command of the same name', () => {
    for (const { description, name, options } of [...subcommands, { ...privacy, options: [] }]) {
      expect(name).toMatch(/^[a-z]{1,32}$/);
      expect(description?.length).toBeLessThanOrEqual(100);
      for (const option of options) expect(option.description.length).toBeLessThanOrEqual(100);
    }
    const names = [...desiredCommands(commands), ...all].map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
  });

  test('takes a file, and an address only where the host allows it', () => {
    const optionsOf = (allowsUrls: boolean) => {
      const [made] = desiredLibraryCommands({ isKept: true, allowsUrls });
      const [add] = (made?.options ?? []) as typeof subcommands;
      return add?.options.map(({ name, type }) => [name, type]);
    };
    const file = ['file', ApplicationCommandOptionType.Attachment];
    expect(optionsOf(false)).toEqual([file]);
    expect(optionsOf(true)).toEqual([file, ['url', ApplicationCommandOptionType.String]]);
  });

  test('is not there where nothing is kept', () => {
    expect(desiredLibraryCommands({ isKept: false, allowsUrls: true }).map(({ name }) => name)).toEqual(['privacy']);
  });

  test('is written anew when what it takes, or who is offered it, differs', () => {
    const present = all as readonly AnyCommand[];
    expect(differences(all, present)).toEqual([]);
    expect(differences(desiredLibraryCommands({ isKept: true, allowsUrls: false }), present)).toEqual(['library']);
    expect(differences(all, [{ ...present[0]!, default_member_permissions: null }, ...present.slice(1)])).toEqual([
      'library',
    ]);
  });
});
