/**
 * What a desk is asked before any reader asks it: the engine of JavaScript compiles what it has seen at work, and until then
 * answers take several times as long. Asked of the library's own names, so that all of an answer is at work.
 */
import { setImmediate } from 'node:timers/promises';
import { commands } from '../commands/index.ts';
import type { Desk, Server } from '../discord/desk.ts';
import type { Library } from '../model.ts';

/** Some three hundred answers, within a second or two: more make the next ones hardly faster. */
const namesMax = 6;
const begunLetters = 3;

/** One question after the other, and what readers ask comes between; until `isOver`. Gives how many it was asked. */
export async function warmUp(desk: Desk, server: Server, { names }: Library, isOver: () => boolean): Promise<number> {
  let count = 0;
  for (const query of queriesOn(names.entities.map(({ name }) => name))) {
    for (const { name: command, option } of commands) {
      if (!option) continue;
      await setImmediate();
      if (isOver()) return count;
      await desk.answer(server, { command, query }, false);
      await desk.suggest(server, { command, query: query.slice(0, begunLetters) });
      count++;
    }
  }
  return count;
}

/** Of names from the one that is named most to the one that is named least: itself, a slip, a miss, an exact phrase, words. */
function queriesOn(names: readonly string[]): string[] {
  const step = Math.max(1, names.length / namesMax);
  const some = Array.from({ length: Math.min(namesMax, names.length) }, (_, at) => names[Math.floor(at * step)]!);
  return some.flatMap((name, at) => [
    name,
    `${name.slice(0, 2)}${name.slice(1)}`,
    [...name].reverse().join(''),
    `"${name}"`,
    `${name} and ${some[(at + 1) % some.length]}`,
  ]);
}
