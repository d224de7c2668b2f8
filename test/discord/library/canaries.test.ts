/** Words that stand in the library of one server each: another server must never see them, whatever it asks. */
import { expect, test } from 'vitest';
import { libraryWords as said } from '../../../src/discord/library/words.ts';
import type { Message } from '../../../src/room/view.ts';
import { libraryInRoom, messageIn, modalIn } from './library-in-room.ts';

/** CANARY_SERVERS=50 asks for a thousand words over fifty libraries. */
const serversMax = Number(process.env['CANARY_SERVERS'] || 12);
const wordsEach = 20;
const here = libraryInRoom();

/** A name that nobody has, unlike every other: three syllables, by its number. */
function canary(number: number): string {
  const syllables = ['vor', 'zel', 'mib', 'quu', 'tra', 'ghen', 'pol', 'dwi', 'sko', 'lar', 'fen', 'juk'];
  const parts = [0, 1, 2].map((digit) => syllables[Math.floor(number / syllables.length ** digit) % syllables.length]);
  const word = `${parts.join('')}ix`;
  return word[0]?.toUpperCase() + word.slice(1);
}

const wordsOf = (server: number): string[] =>
  Array.from({ length: wordsEach }, (_, at) => canary(server * wordsEach + at));
const nameOf = (server: number): string => `Canaries ${server}`;

/** Each word somewhere else: in the title, the author, the publisher, the file's name, and as people, places and plain words. */
function readingOf([title, author, publisher, , ...others]: readonly string[]): string {
  const sentences = others.map((word, at) =>
    at % 2 === 0 ? `President ${word} Stone came to the harbour in 1987.` : `The village of ${word} lies in the north.`,
  );
  return `---\ntitle: The book of ${title}\nauthor: Ina ${author}\npublisher: ${publisher} Press\n---\n\n${sentences.join('\n\n')}\n`;
}

const everythingIn = (message: Message): string => JSON.stringify([message.raw.components, message.files]);

test('no word of one server’s library is seen in another', { timeout: 25_000 * serversMax }, async () => {
  for (let server = 0; server < serversMax; server++) {
    const manager = here.manager(nameOf(server), `Mona ${server}`);
    const file = manager.attach(`${wordsOf(server)[3]}.md`, readingOf(wordsOf(server)));
    expect(messageIn(await manager.run('library add', { file })).text).toContain(said.inAnswers);
  }
  const leaks: string[] = [];
  let looks = 0;
  let own = 0;
  for (let server = 0; server < serversMax; server++) {
    const manager = here.manager(nameOf(server), `Mona ${server}`);
    const foreign = Array.from({ length: serversMax }, (_, other) => (other === server ? [] : wordsOf(other))).flat();
    const look = (seen: string, asked: string) => {
      looks++;
      if (wordsOf(server).some((word) => seen.includes(word))) own++;
      for (const word of foreign) if (word !== asked && seen.includes(word)) leaks.push(`${word} by ${asked}`);
    };
    const lines = [
      '/names',
      '/sources',
      '/help',
      '/library list',
      '/library delete',
      '/timeline harbour 1987',
      '/quote came to',
    ];
    for (const line of lines) look(everythingIn(messageIn(await manager.type(line))), line);
    const asked = foreign.filter((_, at) => at % (serversMax - 1) === 0);
    for (const [at, word] of asked.entries()) {
      const command = ['who', 'where', 'what', 'event', 'quote', 'source', 'timeline'][at % 7];
      const message = messageIn(await manager.type(`/${command} ${word}`));
      look(everythingIn(message), word);
      const option = command === 'source' ? 'title' : 'name';
      if (['who', 'source'].includes(command ?? ''))
        look(JSON.stringify(await manager.complete(`/${command} ${option}:${word.slice(0, 4)}`)), word.slice(0, 4));
      look(JSON.stringify(await manager.complete(`/library info document:${word.slice(0, 3)}`)), word.slice(0, 3));
      look(everythingIn(messageIn(await manager.type(`/library remove document:${word}`))), word);
    }
    const list = messageIn(await manager.type('/library list'));
    expect(list.text).toContain('1 of 500 documents');
    // Numbers of documents are the same everywhere: a button of one server, pressed in another, is about that one's own.
    for (const customId of ['1:library:info:1', '1:library:info:2', '1:library:edit:1']) {
      const outcome = await manager.press(list, { customId });
      look(
        outcome.kind === 'modal' ? JSON.stringify(modalIn(outcome).raw) : everythingIn(messageIn(outcome)),
        customId,
      );
    }
    const zip = messageIn(await manager.type('/library export'));
    look(Buffer.from(await manager.download(zip.files[0]!)).toString('latin1'), 'the export');
  }
  expect(leaks).toEqual([]);
  expect(looks).toBeGreaterThan(serversMax * 40);
  // The looking itself works: a server's own words are seen.
  expect(own).toBeGreaterThan(serversMax * 8);
  expect(here.logged.join('\n')).not.toMatch(
    new RegExp(
      Array.from({ length: serversMax }, (_, at) => wordsOf(at))
        .flat()
        .join('|'),
      'u',
    ),
  );
});
