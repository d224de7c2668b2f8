/** What is done with a library once it is filled: correcting, paging, exporting, deleting; and who may. */
import { describe, expect, test } from 'vitest';
import { fromBufferPromise } from 'yauzl';
import { libraryWords as said } from '../../../src/discord/library/words.ts';
import { words } from '../../../src/discord/words.ts';
import { managerPermissions, ordinaryPermissions } from '../../../src/room/people.ts';
import type { Message } from '../../../src/room/view.ts';
import { libraryInRoom, messageIn, modalIn, readingOf } from './library-in-room.ts';

const here = libraryInRoom();
const slow = { timeout: 60_000 };

const added = async (server: string, name: string, content: string | Uint8Array) => {
  const manager = here.manager(server);
  return messageIn(await manager.run('library add', { file: manager.attach(name, content) }));
};
const typed = async (server: string, line: string) => messageIn(await here.manager(server).type(line));
const documentsOf = (server: string) => here.libraries.keeper.documents(here.room.server(server).guildId);
const buttonOf = (message: Message, label: string) => ({
  customId: message.buttons.find((button) => button.label === label)?.customId ?? '',
});

describe('a correction', slow, () => {
  test('starts from what was read, is kept beside it, is in the answers, and can be taken back', async () => {
    const manager = here.manager('Edited');
    const card = await added('Edited', 'light.md', readingOf('Marta Quellan'));
    const modal = modalIn(await manager.press(card, said.edit));
    expect(modal.fields.map(({ label, value }) => [label, value])).toEqual([
      [said.title, 'The keeper of Skerrick'],
      [said.authors, ''],
      [said.published, ''],
      [said.publisher, ''],
      [said.labels, ''],
    ]);
    const filled = {
      [said.title]: 'Skerrick *Light*',
      [said.authors]: 'Ada Byrne\nOlle Krook, junior',
      [said.published]: '1931-04',
      [said.publisher]: '',
      [said.labels]: ['machine-rewritten'],
    };
    const edited = messageIn(await manager.submit(modal, filled));
    expect(edited.id).toBe(card.id);
    expect(edited.text).toContain(String.raw`### Skerrick \*Light\*`);
    expect(edited.text).toContain('the file says “The keeper of Skerrick”');
    expect(edited.text).toContain('**Author** Ada Byrne, Olle Krook, junior (set by the group; the file states none)');
    expect(edited.text).toContain('**Published** 1931-04');
    expect(edited.text).toContain('⚠ reads as machine-rewritten – This label was set by the group.');
    expect((await documentsOf('Edited'))[0]?.authors.value).toEqual(['Ada Byrne', 'Olle Krook, junior']);
    const answer = await typed('Edited', '/who Quellan');
    expect(answer.text).toContain(String.raw`Skerrick \*Light\*`);
    expect(answer.text).toContain('reads as machine-rewritten');
    const again = modalIn(await manager.press(edited, said.edit));
    expect(again.fields[1]?.value).toBe('Ada Byrne\nOlle Krook, junior');
    const cleared = messageIn(await manager.submit(again, { ...filled, [said.labels]: [] }));
    expect(cleared.text).not.toContain('machine-rewritten');
    const back = messageIn(await manager.press(cleared, said.asRead));
    expect(back.text).toContain('### The keeper of Skerrick');
    expect(back.text).toContain('**Author** not stated');
    expect(back.buttons.map(({ label }) => label)).not.toContain(said.asRead);
  });

  test('that can’t stand is refused in one sentence, and the card stays', async () => {
    const manager = here.manager('Refused');
    await added('Refused', 'light.md', readingOf('Marta Quellan'));
    const modal = modalIn(await manager.type('/library edit document:The keeper of Skerrick'));
    const refused = messageIn(await manager.submit(modal, { [said.title]: 'X', [said.published]: 'last spring' }));
    expect(refused.text).toContain('“last spring” can’t be read as a date; write it as 2016');
    expect((await documentsOf('Refused'))[0]?.title.value).toBe('The keeper of Skerrick');
  });

  test.each(['a command', 'a card'])('that can’t stand keeps what was typed, from %s', async (from) => {
    const manager = here.manager(`Kept ${from}`);
    const card = await added(`Kept ${from}`, 'light.md', readingOf('Marta Quellan'));
    const modal = modalIn(
      await (from === 'a card' ? manager.press(card, said.edit) : manager.type('/library edit document:light.md')),
    );
    const filled = {
      [said.title]: '# *Skerrick* > Light',
      [said.authors]: 'Ada Byrne\n- Olle Krook',
      [said.published]: 'last spring',
      [said.publisher]: '',
      [said.labels]: ['other-language'],
    };
    await manager.submit(modal, filled);
    const refused = manager.messages().findLast(({ text }) => text.includes('can’t be read as a date'))!;
    const again = modalIn(await manager.press(refused, said.again));
    expect(again.fields.map(({ value }) => value)).toEqual([
      '# *Skerrick* > Light',
      'Ada Byrne\n- Olle Krook',
      'last spring',
      '',
      '',
    ]);
    const saved = messageIn(await manager.submit(again, { ...filled, [said.published]: '1931' }));
    expect(saved.id).toBe(refused.id);
    const [record] = await documentsOf(`Kept ${from}`);
    expect(record).toMatchObject({
      title: { value: '# *Skerrick* > Light' },
      authors: { value: ['Ada Byrne', '- Olle Krook'] },
      published: { value: { iso: '1931' } },
      labels: [{ kind: 'other-language' }],
    });
  });

  test('made from an older state is not saved over a newer one', async () => {
    const [first, second] = [here.manager('Both'), here.manager('Both', 'Moritz')];
    await added('Both', 'light.md', readingOf('Marta Quellan'));
    const modals = [
      modalIn(await first.type('/library edit document:light.md')),
      modalIn(await second.type('/library edit document:light.md')),
    ] as const;
    await first.submit(modals[0], { [said.title]: 'First' });
    const late = messageIn(await second.submit(modals[1], { [said.title]: 'Second' }));
    expect(late.text).toContain(said.changedMeanwhile);
    expect(modalIn(await second.press(late, said.again)).fields[0]?.value).toBe('Second');
    expect((await documentsOf('Both'))[0]?.title.value).toBe('First');
  });

  test('made at once with others is not saved over them', async () => {
    const managers = ['Mona', 'Moritz', 'Mira', 'Matti', 'Malik', 'Maud'].map((name) => here.manager('At once', name));
    await added('At once', 'light.md', readingOf('Marta Quellan'));
    const modals = await Promise.all(
      managers.map(async (one) => modalIn(await one.type('/library edit document:light.md'))),
    );
    const saved = await Promise.all(
      managers.map(async (one, at) => messageIn(await one.submit(modals[at]!, { [said.title]: `Title ${at}` }))),
    );
    expect(saved.filter(({ text }) => text.includes(said.changedMeanwhile))).toHaveLength(5);
  });

  test('of a document that somebody removed meanwhile says so', async () => {
    const manager = here.manager('Overtaken');
    const card = await added('Overtaken', 'light.md', readingOf('Marta Quellan'));
    const modal = modalIn(await manager.press(card, said.edit));
    await manager.press(card, said.undo);
    const late = messageIn(await manager.submit(modal, { [said.title]: 'Too late' }));
    expect(late.text).toBe(said.removedMeanwhile);
  });

  test('that changes nothing changes nothing', async () => {
    const manager = here.manager('Same');
    await added('Same', 'light.md', readingOf('Marta Quellan'));
    const modal = modalIn(await manager.type('/library edit document:light.md'));
    const values = Object.fromEntries(modal.fields.map(({ customId, value }) => [customId, value]));
    const message = messageIn(await manager.submit(modal, { ...values, labels: [] }));
    expect(message.text).toContain(said.nothingChanged);
    expect((await documentsOf('Same'))[0]?.isEdited).toBe(false);
  });
});

describe('the list', slow, () => {
  test('has pages, and says how much room is taken', async () => {
    const manager = here.manager('Paged');
    const { keeper } = here.libraries;
    const server = here.room.server('Paged').guildId;
    for (let at = 0; at < 23; at++) {
      const text = readingOf('Marta Quellan', `Rock ${at}`);
      await keeper.add(server, { name: `r${at}.md`, bytes: Buffer.from(text) });
    }
    const first = await typed('Paged', '/library list');
    expect(first.text).toContain('23 of 500 documents');
    expect(first.text).toContain('page 1 of 3');
    expect(first.text).toContain('Rock 22');
    const second = messageIn(await manager.press(first, words.next));
    const third = messageIn(await manager.press(second, words.next));
    expect(third.text).toContain('Rock 0');
    expect(third.buttons.find(({ label }) => label === words.next)?.disabled).toBe(true);
  });

  test('of an empty library says how to fill it', async () => {
    const list = await typed('Empty', '/library list');
    expect(list.text).toContain(said.empty);
    expect(modalIn(await here.manager('Empty').press(list, said.add)).title).toBe(said.uploadTitle);
  });

  test('decides whether the bot’s own readings are in the answers', async () => {
    const manager = here.manager('Alone');
    await added('Alone', 'light.md', readingOf('Marta Quellan'));
    expect((await typed('Alone', '/who Vandermeer')).text).toContain('chairman of the Dockers');
    const list = await typed('Alone', '/library list');
    const without = messageIn(await manager.press(list, said.leaveCorpus));
    expect(without.text).toContain(said.withoutCorpus);
    expect((await typed('Alone', '/who Vandermeer')).text).not.toContain('chairman of the Dockers');
    expect((await typed('Alone', '/who Quellan')).text).toContain('lighthouse');
    const again = messageIn(await manager.press(without, said.useCorpus));
    expect(again.text).toContain(said.withCorpus);
    expect((await typed('Alone', '/who Vandermeer')).text).toContain('chairman of the Dockers');
  });
});

describe('a document', slow, () => {
  test('is suggested by its title, file and author, and chosen by any of them', async () => {
    const manager = here.manager('Chosen');
    await added('Chosen', 'light.md', readingOf('Marta Quellan'));
    await added('Chosen', 'gulls.md', readingOf('Odo Brandt', 'Gull Rock'));
    expect((await manager.complete('/library info document:GULL rock')).map(({ name }) => name)).toEqual([
      'The keeper of Gull Rock · date not stated',
    ]);
    expect(await manager.complete('/library remove document:')).toHaveLength(2);
    const [choice] = await manager.complete('/library info document:light');
    expect((await typed('Chosen', `/library info document:${choice?.value}`)).text).toContain(
      '### The keeper of Skerrick',
    );
    expect((await typed('Chosen', '/library info document:the KEEPER of gull rock')).text).toContain('Gull Rock');
    expect((await typed('Chosen', '/library info document:gull')).text).toContain('### The keeper of Gull Rock');
    const several = await typed('Chosen', '/library remove document:keeper');
    expect(several.text).toContain('“keeper” may be any of 2 documents here');
    const none = await typed('Chosen', '/library remove document:organ');
    expect(none.text).toContain('No document here is called “organ”');
    const removed = await typed('Chosen', '/library remove document:gulls.md');
    expect(removed.text).toContain('Removed “The keeper of Gull Rock”.');
    expect((await documentsOf('Chosen')).map(({ name }) => name)).toEqual(['light.md']);
  });

  test('that is gone is said to be gone, wherever it is pressed', async () => {
    const manager = here.manager('Gone');
    const card = await added('Gone', 'light.md', readingOf('Marta Quellan'));
    await typed('Gone', '/library remove document:light.md');
    for (const label of [said.edit, said.undo])
      expect(messageIn(await manager.press(card, buttonOf(card, label))).text).toBe(said.noSuchDocument);
  });
});

describe('an export', slow, () => {
  test('holds the very bytes of every file, and what was corrected', async () => {
    const manager = here.manager('Exported');
    const files = { 'light.md': readingOf('Marta Quellan'), 'gulls.md': readingOf('Odo Brandt', 'Gull Rock') };
    for (const [name, content] of Object.entries(files)) await added('Exported', name, content);
    const modal = modalIn(await manager.type('/library edit document:light.md'));
    await manager.submit(modal, { [said.title]: 'Skerrick Light' });
    const message = await typed('Exported', '/library export');
    expect(message.ephemeral).toBe(true);
    expect(message.files.map(({ name }) => name)).toEqual(['library.zip']);
    const entries = await unzipped(await manager.download(message.files[0]!));
    for (const [name, content] of Object.entries(files)) expect(entries.get(name)?.toString()).toBe(content);
    const metadata = JSON.parse(String(entries.get('library.json')));
    expect(metadata.documents[0]).toMatchObject({ file: 'light.md', corrected: { title: 'Skerrick Light' } });
  });

  test('comes in parts where one file would be too large, and names what is too large for any', async () => {
    const server = here.room.server('Small', { attachmentBytesMax: 20_000 });
    const manager = here.manager('Small');
    const noise = (bytes: number) =>
      [...Array(bytes / 8).keys()].map((at) => ((at * 2_654_435_761) >>> 0).toString(36).padStart(7, '0')).join(' ');
    const { keeper } = here.libraries;
    for (const [name, bytes] of [
      ['a.txt', 16_000],
      ['b.txt', 16_000],
      ['huge.txt', 64_000],
    ] as const)
      await keeper.add(server.guildId, { name, bytes: Buffer.from(`${name}. ${noise(bytes)}`) });
    const before = manager.messages().length;
    const first = messageIn(await manager.type('/library export'));
    await expect.poll(() => manager.messages().length, { timeout: 20_000 }).toBeGreaterThan(before + 1);
    const messages = manager.messages().slice(before);
    expect(first.text).toContain('huge.txt');
    const names = messages.flatMap(({ files }) => files.map(({ name }) => name));
    expect(names.length).toBeGreaterThan(1);
    for (const { ephemeral, files } of messages) {
      expect(ephemeral).toBe(true);
      for (const { size } of files) expect(size).toBeLessThanOrEqual(20_000);
    }
  });

  test('of nothing says so', async () => {
    expect((await typed('Nothing', '/library export')).text).toBe(said.nothingToExport);
  });
});

describe('deleting all of it', slow, () => {
  test('names what goes, and does so when confirmed', async () => {
    const manager = here.manager('Deleted');
    await added('Deleted', 'light.md', readingOf('Marta Quellan'));
    const question = await typed('Deleted', '/library delete');
    expect(question.text).toContain('1 document (0.2 kB)');
    const kept = messageIn(await manager.press(question, said.keep));
    expect(kept.text).toContain(said.kept);
    expect(await documentsOf('Deleted')).toHaveLength(1);
    await added('Deleted', 'gulls.md', readingOf('Odo Brandt', 'Gull Rock'));
    const asksAgain = messageIn(await manager.press(question, buttonOf(question, said.deleteAll)));
    expect(asksAgain.text).toContain(said.changedSince);
    expect(asksAgain.text).toContain('2 documents');
    expect(await documentsOf('Deleted')).toHaveLength(2);
    const deleted = messageIn(await manager.press(asksAgain, said.deleteAll));
    expect(deleted.text).toContain(said.deleted);
    expect(await documentsOf('Deleted')).toEqual([]);
    expect((await typed('Deleted', '/who Quellan')).text).not.toContain('lighthouse');
    expect((await typed('Deleted', '/library delete')).text).toBe(said.nothingToDelete);
  });

  test('leaves its buttons without a meaning, also where the library is filled again', async () => {
    const manager = here.manager('Filled again');
    const card = await added('Filled again', 'light.md', readingOf('Marta Quellan'));
    const [question, another] = [
      await typed('Filled again', '/library delete'),
      await typed('Filled again', '/library delete'),
    ];
    await manager.press(question, said.deleteAll);
    expect(messageIn(await manager.press(another, said.keep)).text).toContain(said.nothingToDelete);
    await added('Filled again', 'gulls.md', readingOf('Odo Brandt', 'Gull Rock'));
    for (const button of [said.undo, said.edit])
      expect(messageIn(await manager.press(card, button)).text).toBe(said.noSuchDocument);
    expect((await documentsOf('Filled again')).map(({ name }) => name)).toEqual(['gulls.md']);
  });
});

describe('who may not manage the server', slow, () => {
  test('is not offered the command', () => {
    expect(here.room.member('Otto').commands.map(({ name }) => name)).not.toContain('library');
    expect(here.room.member('Otto').commands.map(({ name }) => name)).toContain('privacy');
  });

  test('is refused all the same, by command, button, menu, modal and suggestion, and nothing happens', async () => {
    const manager = here.manager('Guarded');
    const card = await added('Guarded', 'light.md', readingOf('Marta Quellan'));
    const list = await typed('Guarded', '/library list');
    const edit = modalIn(await manager.press(card, said.edit));
    const upload = modalIn(await manager.type('/library add'));
    const question = await typed('Guarded', '/library delete');
    const file = manager.attach('mine.md', readingOf('Fay Fox'));
    manager.setPermissions(ordinaryPermissions);
    const outcomes = [
      await manager.press(card, said.undo),
      await manager.press(card, said.edit),
      await manager.press(list, { customId: '1:library:corpus:without' }),
      await manager.press(question, said.deleteAll),
      await manager.select(list, said.lookAt, [list.selects[0]?.options[0]?.value ?? '']),
      await manager.submit(edit, { [said.title]: 'Mine' }),
      await manager.submit(upload, { [said.uploadLabel]: [file] }),
    ];
    for (const outcome of outcomes) expect(messageIn(outcome).text).toBe(said.notAllowed);
    expect((await documentsOf('Guarded')).map(({ title }) => title.value)).toEqual(['The keeper of Skerrick']);
    manager.setPermissions(managerPermissions);
  });
});

test('who is shown the command all the same, as a server may decide, is refused by the bot', slow, async () => {
  const { applicationId, commands, restUrl, token } = here.room;
  await added('Shown', 'light.md', readingOf('Marta Quellan'));
  const id = commands.find(({ name }) => name === 'library')?.id ?? '';
  const response = await fetch(`${restUrl}/v10/applications/${applicationId}/commands/${id}`, {
    method: 'PATCH',
    headers: { authorization: `Bot ${token}`, 'content-type': 'application/json' },
    body: JSON.stringify({ default_member_permissions: null }),
  });
  expect(response.status).toBe(200);
  const fay = here.room.server('Shown').member('Fay');
  const file = fay.attach('mine.md', readingOf('Fay Fox'));
  for (const outcome of [
    await fay.run('library add', { file }),
    await fay.type('/library add'),
    await fay.type('/library list'),
    await fay.type('/library info document:light.md'),
    await fay.type('/library edit document:light.md'),
    await fay.type('/library remove document:light.md'),
    await fay.type('/library export'),
    await fay.type('/library delete'),
  ])
    expect(messageIn(outcome).text).toBe(said.notAllowed);
  expect(await fay.complete('/library info document:l')).toEqual([]);
  expect((await documentsOf('Shown')).map(({ name }) => name)).toEqual(['light.md']);
  await here.restart();
  expect(fay.commands.map(({ name }) => name)).not.toContain('library');
});

test('in private messages there is one clear sentence', async () => {
  const direct = here.room.directMessages('Dora');
  expect(direct.commands.map(({ name }) => name)).not.toContain('library');
  const message = messageIn(await direct.type('/privacy'));
  const pressed = await direct.press(message, { customId: '1:library:list:0' });
  expect(messageIn(pressed).text).toBe(said.serversOnly);
});

test('a button of another version, or a forged one, is said to be old', async () => {
  const manager = here.manager('Forged');
  const list = await typed('Forged', '/library list');
  for (const customId of [
    '1:library:info:007',
    '1:library:remove:1.x',
    '1:library:menu',
    '1:library:what',
    '1:library:',
  ])
    expect(messageIn(await manager.press(list, { customId })).text).toBe(words.staleButton);
});

test('what is kept is told to everybody, everywhere', async () => {
  const message = messageIn(await here.room.member('Otto').type('/privacy'));
  expect(message.ephemeral).toBe(true);
  expect(message.text).toContain('no user is kept');
  expect(message.text).toContain('after 30 days');
});

test('nothing is logged of names or of what stands in them', () => {
  expect(here.logged.join('\n')).not.toMatch(/Quellan|Skerrick|light\.md|gulls|Mona/u);
});

async function unzipped(bytes: Uint8Array): Promise<ReadonlyMap<string, Buffer>> {
  const zip = await fromBufferPromise(Buffer.from(bytes), { lazyEntries: true });
  const entries = new Map<string, Buffer>();
  for await (const entry of zip.eachEntry()) {
    const chunks: Buffer[] = [];
    for await (const chunk of await zip.openReadStreamPromise(entry)) chunks.push(chunk as Buffer);
    entries.set(entry.fileName, Buffer.concat(chunks));
  }
  return entries;
}
