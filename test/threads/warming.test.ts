import { MessageChannel } from 'node:worker_threads';
import { expect, test } from 'vitest';
import { commands } from '../../src/commands/index.ts';
import { createDesk, type Desk } from '../../src/discord/desk.ts';
import { warmUp } from '../../src/threads/warming.ts';
import { libraryFrom } from '../library-from.ts';

const library = libraryFrom({
  'mill.md': 'Marta Quellan ran the mill of Skerrick. The council of Skerrick bought it from Marta Quellan in 1911.',
});

/** A desk that tells what it is asked. */
function listening(heard: (command: string, query: string) => void): Desk {
  const desk = createDesk(() => library);
  return {
    ...desk,
    answer: (server, asked, isPrivate) => {
      heard(asked.command, asked.query);
      return desk.answer(server, asked, isPrivate);
    },
  };
}

test('a desk is asked every command that takes something, of the library’s own names', async () => {
  const heard: { command: string; query: string }[] = [];
  const desk = listening((command, query) => heard.push({ command, query }));
  expect(await warmUp(desk, null, library, () => false)).toBe(heard.length);
  const taking = commands.filter(({ option }) => option).map(({ name }) => name);
  expect(new Set(heard.map(({ command }) => command))).toEqual(new Set(taking));
  expect(heard.map(({ query }) => query)).toContain('"Marta Quellan"');
});

test('what readers ask comes between its own questions', async () => {
  const { port1, port2 } = new MessageChannel();
  const order: string[] = [];
  port2.on('message', () => order.push('a reader'));
  const desk = listening((command) => {
    if (order.length === 0) port1.postMessage(null);
    order.push(command);
  });
  await warmUp(desk, null, library, () => false);
  port1.close();
  expect(order.indexOf('a reader')).toBeGreaterThan(0);
  expect(order.indexOf('a reader')).toBeLessThan(order.length / 2);
});

test('it ends when the library is closed', async () => {
  let count = 0;
  const desk = listening(() => count++);
  await warmUp(desk, null, library, () => count === 3);
  expect(count).toBe(3);
});
