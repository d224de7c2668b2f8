/** What those who manage a server do with its library, from the first file to the last. */
import { describe, expect, test } from 'vitest';
import { libraryWords as said } from '../../../src/discord/library/words.ts';
import { libraryInRoom, messageIn, modalIn, readingOf } from './library-in-room.ts';

const here = libraryInRoom();
const slow = { timeout: 60_000 };

/** Adds one reading and gives the message that tells of it. */
const added = async (server: string, name: string, content: string | Uint8Array) => {
  const manager = here.manager(server);
  return messageIn(await manager.run('library add', { file: manager.attach(name, content) }));
};
const asked = async (server: string, line: string) => messageIn(await here.manager(server).type(line)).text;

describe('a reading that is added', slow, () => {
  test('is understood, shown with where each fact comes from, and in the answers at once', async () => {
    const card = await added('Added', 'light.md', readingOf('Marta Quellan'));
    expect(card.ephemeral).toBe(true);
    expect(card.text).toContain('### The keeper of Skerrick');
    expect(card.text).toContain('**Added** · Markdown');
    expect(card.text).toMatch(/1 passage · \d names?/);
    expect(card.text).toContain('**Author** not stated');
    expect(card.text).toContain('Marta Quellan');
    expect(card.text).toContain(said.inAnswers);
    expect(card.buttons.map(({ label }) => label)).toEqual([said.edit, said.read, said.undo, said.all]);
    const answer = await asked('Added', '/who Quellan');
    expect(answer).toContain('> **Marta Quellan** kept the lighthouse of Skerrick for thirty years.');
    expect(answer).toContain('The keeper of Skerrick');
  });

  test('can be read on the spot', async () => {
    const card = await added('Read', 'light.md', readingOf('Marta Quellan'));
    const reading = messageIn(await here.manager('Read').press(card, said.read));
    expect(reading.text).toContain('> Marta Quellan kept the lighthouse');
  });

  test('can be undone, and that can be undone', async () => {
    const manager = here.manager('Undone');
    const card = await added('Undone', 'light.md', readingOf('Marta Quellan'));
    const removed = messageIn(await manager.press(card, said.undo));
    expect(removed.id).toBe(card.id);
    expect(removed.text).toContain('Removed “The keeper of Skerrick”.');
    expect(removed.text).toContain(said.outOfAnswers);
    expect(await asked('Undone', '/who Quellan')).not.toContain('lighthouse');
    const restored = messageIn(await manager.press(removed, said.undo));
    expect(restored.text).toContain(said.restored);
    expect(await asked('Undone', '/who Quellan')).toContain('lighthouse');
    expect(messageIn(await manager.press(removed, { customId: removed.buttons[0]?.customId ?? '' })).text).toContain(
      said.thereAgain,
    );
  });

  test('and removed can be brought back from the list, where the message with Undo is gone', async () => {
    const manager = here.manager('Listed');
    const card = await added('Listed', 'light.md', readingOf('Marta Quellan'));
    await manager.press(card, said.undo);
    const list = messageIn(await manager.type('/library list'));
    const [menu] = list.selects;
    expect(menu?.placeholder).toBe(said.bringBack);
    const value = menu?.options[0]?.value ?? '';
    const back = messageIn(await manager.select(list, said.bringBack, [value]));
    expect(back.text).toContain(said.restored);
    expect(await asked('Listed', '/who Quellan')).toContain('lighthouse');
    expect(messageIn(await manager.type('/library list')).selects.map(({ placeholder }) => placeholder)).toEqual([
      said.lookAt,
    ]);
  });

  test('twice is there already', async () => {
    await added('Twice', 'light.md', readingOf('Marta Quellan'));
    const again = await added('Twice', 'copy.md', readingOf('Marta Quellan'));
    expect(again.text).toContain('copy.md is in the library already, as “The keeper of Skerrick”.');
    expect(again.buttons.map(({ label }) => label)).toEqual([said.all]);
  });

  test('keeps the name that Discord does not take', async () => {
    const card = await added('Named', 'Der Wärter (1931).md', readingOf('Marta Quellan'));
    expect(card.text).toContain('**File** Der Wärter (1931).md');
  });

  test.each([
    ['empty.md', ''],
    ['broken.pdf', new Uint8Array([37, 80, 68, 70, 0, 1, 2, 3])],
    ['noise.md', new Uint8Array([0, 1, 2, 0])],
  ])('and can’t be read, says so by its name: %s', async (name, content) => {
    const message = await added('Broken', name, content);
    expect(message.text).toContain(name);
    expect(message.text.length).toBeGreaterThan(name.length + 10);
    expect(message.buttons.map(({ label }) => label)).toEqual([said.all]);
    expect(await here.libraries.keeper.documents(here.room.server('Broken').guildId)).toEqual([]);
  });

  test('shows its names without doing what stands in them', async () => {
    const card = await added('Marked', 'x.md', '# **Bold <@1> `code https://example.org\n\nOdo Brandt went home.\n');
    expect(card.text).toContain('### \\*\\*Bold \\<@1>');
    expect(card.text).not.toMatch(/[^\\](?:<@1>|\*\*Bold)/u);
  });
});

describe('several files', slow, () => {
  test('come by the modal, and each is told of', async () => {
    const manager = here.manager('Several');
    const modal = modalIn(await manager.type('/library add'));
    const files = [...Array(8).keys()].map((at) =>
      manager.attach(`r${at}.md`, readingOf(`Marta Quellan${at}`, `Rock ${at}`)),
    );
    const all = [
      ...files,
      manager.attach('r0 again.md', readingOf('Marta Quellan0', 'Rock 0')),
      manager.attach('void.md', ''),
    ];
    const message = messageIn(await manager.submit(modal, { [said.uploadLabel]: all }));
    expect(message.text).toContain('### Added 8 of 10 files');
    for (const at of files.keys())
      expect(message.text).toContain(`**The keeper of Rock ${at}**\n-# r${at}.md · 1 passage`);
    expect(message.text).toContain('r0 again.md is in the library already');
    expect(message.text).toContain('void.md');
    expect(message.text).toContain(said.inAnswers);
    const card = messageIn(await manager.select(message, said.lookAt, [message.selects[0]?.options[3]?.value ?? '']));
    expect(card.text).toContain('### The keeper of Rock 3');
    const list = messageIn(await manager.press(card, said.all));
    expect(list.text).toContain('8 of 500 documents');
    const again = messageIn(await manager.type('/library list'));
    expect(again.text).toBe(list.text);
  });

  test('are undone together, and brought back together', async () => {
    const manager = here.manager('Together');
    const modal = modalIn(await manager.type('/library add'));
    const files = ['a', 'b'].map((name) => manager.attach(`${name}.md`, readingOf('Marta Quellan', name)));
    const message = messageIn(await manager.submit(modal, { [said.uploadLabel]: files }));
    const removed = messageIn(await manager.press(message, said.undoAll(2)));
    expect(removed.text).toContain('Removed 2 documents.');
    expect(removed.text).toContain('Undo brings them back');
    const restored = messageIn(await manager.press(removed, said.undo));
    expect(restored.text).toContain('Brought back 2 documents.');
    expect(messageIn(await manager.press(restored, said.all)).text).toContain('2 of 500 documents');
  });
});
