/** What comes of files one by one, with a real shelf that is soon full. */
import { expect, test } from 'vitest';
import { addAll } from '../../../src/discord/library/add.ts';
import { replyOf } from '../../../src/discord/library/parts.ts';
import { renderAdded } from '../../../src/discord/library/render-added.ts';
import { textDisplays } from '../../../src/discord/size.ts';
import { createTurns } from '../../../src/discord/turns.ts';
import type { Added, Keeper, NewFile } from '../../../src/store/keeper.ts';
import { openShelves } from '../../../src/store/shelves.ts';
import { additionOf, ferryText, temporaryFolder } from '../../store/kept.ts';

/** A keeper of one shelf. */
function keeperOf(limits: { readonly documentsMax: number; readonly bytesMax: number }): Keeper {
  const shelf = openShelves(temporaryFolder(), { limits }).open('1');
  const add = async (_: string, { bytes, name }: NewFile): Promise<Added> => {
    const result = shelf.add(additionOf(name, Buffer.from(bytes).toString()));
    if (result.kind !== 'added') return result;
    const { document: record } = result;
    return { kind: 'added', document: { record, edits: {}, passages: 1, names: 1, frequentNames: ['Ana Lind'] } };
  };
  return { add } as unknown as Keeper;
}

const incoming = (number: number) => ({
  name: `ferry-${number}.md`,
  fetch: async () => ({ name: `ferry-${number}.md`, bytes: Buffer.from(ferryText(number)) }),
});

async function came(of: readonly Parameters<typeof addAll>[0][number][], keeper: Keeper) {
  const failures: unknown[] = [];
  const seen: string[] = [];
  const outcomes = await addAll(of, {
    ...{ keeper, server: '1', turns: createTurns(1) },
    progress: (at, name) => seen.push(`${at} ${name}`),
    onError: (error) => failures.push(error),
  });
  const { components } = replyOf(renderAdded(outcomes, 'state'), 'private');
  return {
    text: textDisplays(components)
      .map(({ content }) => content)
      .join('\n'),
    failures,
    seen,
    outcomes,
  };
}

test('a full library takes no more, and says so with the file’s name; what came before stays', async () => {
  const { outcomes, seen, text } = await came([1, 2, 3].map(incoming), keeperOf({ documentsMax: 2, bytesMax: 1e6 }));
  expect(outcomes.map(({ kind }) => kind)).toEqual(['added', 'added', 'failed']);
  expect(text).toContain('Added 2 of 3 files');
  expect(text).toMatch(/ferry-3\.md.*2 documents/u);
  expect(seen).toEqual(['0 ferry-1.md', '1 ferry-2.md', '2 ferry-3.md']);
});

test('a library whose room is used up says how much there is', async () => {
  const { text } = await came([1, 2].map(incoming), keeperOf({ documentsMax: 9, bytesMax: 150 }));
  expect(text).toMatch(/ferry-2\.md.*MB/u);
});

test('a file that fails costs itself alone', async () => {
  const broken = {
    name: 'broken.md',
    fetch: () => Promise.reject(new Error('the connection broke')),
  };
  const { failures, outcomes, text } = await came([broken, incoming(1)], keeperOf({ documentsMax: 9, bytesMax: 1e6 }));
  expect(outcomes.map(({ kind }) => kind)).toEqual(['failed', 'added']);
  expect(text).toContain('⚠ broken.md could not be added');
  expect(failures).toHaveLength(1);
});

test('a file of a name that is there already stands beside it, and that is said', async () => {
  const keeper = keeperOf({ documentsMax: 9, bytesMax: 1e6 });
  const notes = (number: number) => ({
    name: 'Notes.md',
    fetch: async () => ({ name: number === 1 ? 'notes.md' : 'Notes.md', bytes: Buffer.from(ferryText(number)) }),
  });
  const said = 'There is a file “Notes.md” already, and both are kept: /library remove takes the older one away.';
  expect((await came([notes(1)], keeper)).text).not.toContain('already');
  expect((await came([notes(2)], keeper)).text).toContain(said);
  expect((await came([notes(3), incoming(9)], keeper)).text).toContain(said);
  expect((await came([notes(4), notes(5)], keeper)).text).toContain('There are files of these names already');
});

test('ten files of the longest names fit one message', async () => {
  const long = Array.from({ length: 10 }, (_, at) => ({
    ...incoming(at),
    name: `${'*'.repeat(250)}${at}.md`,
    fetch: async () => `${'*'.repeat(250)}${at}.md ${'is not read, for it is too long in every way. '.repeat(8)}`,
  }));
  const { outcomes } = await came(long, keeperOf({ documentsMax: 9, bytesMax: 1e6 }));
  expect(outcomes).toHaveLength(10);
});
