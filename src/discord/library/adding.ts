/** `/library add`: files from Discord or a page from the web → the library, and a message of what came of them. */
import type { Attachment } from 'discord.js';
import { faultOf } from '../respond.ts';
import { addAll, type Incoming } from './add.ts';
import { renderAdded } from './render-added.ts';
import { progressOf, stateAfter, type Talk } from './talk.ts';
import { libraryWords } from './words.ts';

export async function addAndTell(talk: Talk, incoming: readonly Incoming[]): Promise<void> {
  const { keeper, log, server, turns } = talk;
  const progress = progressOf(talk);
  const outcomes = await addAll(incoming, {
    ...{ keeper, server, turns },
    progress: (at, name) => progress.say(libraryWords.reading(at + 1, incoming.length, name)),
    onError: (error) => log(`A reading could not be added: ${faultOf(error)}`, 'error'),
  });
  const isChanged = outcomes.some(({ kind }) => kind === 'added');
  if (isChanged) progress.say(libraryWords.building);
  const state = isChanged ? await stateAfter(talk) : '';
  await progress.end();
  await talk.show(renderAdded(outcomes, state));
}

/** As handed to a command or a modal. Discord keeps a name that it doesn't take as a title, without its ending. */
export function incomingFile({ fetchFile }: Talk, { name: filename, size, title, url }: Attachment): Incoming {
  const ending = /\.[^.]+$/u.exec(filename)?.[0] ?? '';
  const name = title ? `${title}${ending}` : filename;
  return {
    name,
    fetch: async () => {
      const fetched = await fetchFile({ name, size, url });
      return fetched.kind === 'bytes' ? { name, bytes: fetched.bytes } : `${name} ${fetched.why}`;
    },
  };
}

export function incomingPage(url: string): Incoming {
  return {
    name: url,
    fetch: async () => {
      // Brings an HTTP client of its own along, which few need.
      const { fetchReading } = await import('../../ingest/fetch.ts');
      const read = await fetchReading(url);
      if ('message' in read) return read.message;
      const { bytes, finalUrl, name } = read;
      return { name, bytes, fetchedFrom: finalUrl };
    },
  };
}
