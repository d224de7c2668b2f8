/** What `/library` does with what is there already: showing, correcting, removing, bringing back, exporting, deleting. */
import type { EditChange } from '../../ingest/edited.ts';
import type { DocumentRecord } from '../../store/shelf.ts';
import { exportPages } from './export.ts';
import { changeFrom, type Values, valuesHash } from './modals.ts';
import { type CardOptions, renderDocument } from './render-document.ts';
import { renderList } from './render-list.ts';
import { renderRefused } from './render-refused.ts';
import { contentsHash, renderDeletion, renderDone, renderRemoved } from './render-short.ts';
import { stateAfter, type Talk } from './talk.ts';
import { libraryWords } from './words.ts';

export async function list(talk: Talk, page: number, state?: string): Promise<void> {
  const [documents, info] = await Promise.all([talk.keeper.documents(talk.server), talk.keeper.info(talk.server)]);
  await talk.show(renderList(documents, info, page, state));
}

export async function info(talk: Talk, id: number, options: CardOptions = {}): Promise<void> {
  const document = await talk.keeper.document(talk.server, id);
  if (!document) return talk.tell(libraryWords.noSuchDocument);
  await talk.show(renderDocument(document, options));
}

export async function remove(talk: Talk, ids: readonly number[]): Promise<void> {
  const removed: DocumentRecord[] = [];
  for (const id of ids) {
    const record = await talk.keeper.remove(talk.server, id);
    if (record) removed.push(record);
  }
  if (removed.length === 0) return talk.tell(libraryWords.noSuchDocument);
  await talk.show(renderRemoved(removed, await stateAfter(talk, libraryWords.outOfAnswers)));
}

export async function restore(talk: Talk, ids: readonly number[]): Promise<void> {
  const restored: number[] = [];
  const refusals: string[] = [];
  for (const id of ids) {
    const result = await talk.keeper.restore(talk.server, id);
    if (result.kind === 'restored') restored.push(result.document.id);
    else refusals.push(result.kind === 'refused' ? result.message : libraryWords.thereAgain);
  }
  const refused = [...new Set(refusals)].join(' ');
  if (restored.length === 0) return talk.tell(refused);
  const state = await stateAfter(talk);
  const [only] = restored;
  if (ids.length === 1 && only !== undefined) return info(talk, only, { done: libraryWords.restored, state });
  await talk.show(renderDone(`${libraryWords.restoredSeveral(restored.length)} ${refused}`.trim(), state));
}

export async function correct(talk: Talk, id: number, change: EditChange, done: string): Promise<void> {
  const result = await talk.keeper.edit(talk.server, id, change);
  if (result.kind === 'refused') return talk.tell(result.message);
  await info(talk, id, { done, state: await stateAfter(talk) });
}

/** What was filled in for a document; what can't be saved is given back with why. `hash`: of what it was opened with. */
export async function save(
  talk: Talk,
  { id, hash }: { readonly id: number; readonly hash: string },
  filled: (record: DocumentRecord) => Values,
): Promise<void> {
  const { keeper, saving, server } = talk;
  const refusedFor = (sentence: string, values: Values) => ({ kind: 'refused', sentence, values }) as const;
  const saved = await saving.take(server, async () => {
    const record = (await keeper.documents(server)).find((one) => one.id === id);
    if (!record) return { kind: 'removed' } as const;
    const values = filled(record);
    if (valuesHash(record) !== hash) return refusedFor(libraryWords.changedMeanwhile, values);
    const change = changeFrom(record, values);
    if (!change) return { kind: 'unchanged' } as const;
    const result = await keeper.edit(server, id, change);
    return result.kind === 'refused' ? refusedFor(result.message, values) : result;
  });
  switch (saved.kind) {
    case 'removed':
      return talk.tell(libraryWords.removedMeanwhile);
    case 'unchanged':
      return info(talk, id, { state: libraryWords.nothingChanged });
    case 'refused': {
      const refused = renderRefused(saved.sentence, id, saved.values);
      return refused ? talk.beside(refused) : talk.tell(saved.sentence);
    }
    case 'edited':
      return info(talk, id, { done: libraryWords.saved, state: await stateAfter(talk) });
  }
}

export async function useCorpus(talk: Talk, usesCorpus: boolean): Promise<void> {
  await talk.keeper.set(talk.server, { usesCorpus });
  await list(talk, 0, await stateAfter(talk, libraryWords.settled));
}

/** `bytesMax`: of a file that may be sent here. */
export async function exportAll(talk: Talk, bytesMax: number): Promise<void> {
  const { exporting, keeper, server } = talk;
  if (exporting.has(server)) return talk.tell(libraryWords.exporting);
  exporting.add(server);
  try {
    let sent = 0;
    for await (const page of exportPages(keeper, server, bytesMax)) {
      await (sent === 0 ? talk.show(page) : talk.more(page));
      sent++;
    }
    if (sent === 0) await talk.tell(libraryWords.nothingToExport);
  } finally {
    exporting.delete(server);
  }
}

export async function askToDelete(talk: Talk, note?: string): Promise<void> {
  const { keeper, server } = talk;
  if (!(await keeper.servers()).includes(server)) return talk.tell(libraryWords.nothingToDelete);
  const [documents, about] = await Promise.all([keeper.documents(server), keeper.info(server)]);
  await talk.show(renderDeletion(documents, about, note));
}

/** Somebody else may have deleted it meanwhile. */
export async function keep({ keeper, server, show }: Talk): Promise<void> {
  const isThere = (await keeper.servers()).includes(server);
  await show(renderDone(isThere ? libraryWords.kept : libraryWords.nothingToDelete));
}

/** Only what the confirmation named: where the library has changed since, it is asked for again. */
export async function deleteAll(talk: Talk, hash: string): Promise<void> {
  const { keeper, server } = talk;
  if (contentsHash(await keeper.documents(server)) !== hash) return askToDelete(talk, libraryWords.changedSince);
  await keeper.destroy(server);
  await talk.show(renderDone(libraryWords.deleted, await stateAfter(talk, libraryWords.outOfAnswers)));
}
