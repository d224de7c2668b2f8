/** The one row of a shelf's file that says in which state it is, and its settings. */
import { randomBytes } from 'node:crypto';
import type { Database } from './database.ts';
import type { ShelfSettings } from './shelf.ts';

export interface State {
  readonly revision: number;
  readonly edition: string;
  readonly settings: ShelfSettings;
}

interface StateRow {
  readonly revision: number;
  readonly stamp: string;
  readonly uses_corpus: number;
}

/** Of a shelf that has no file yet. */
export const newState: State = { revision: 0, edition: '0-', settings: { usesCorpus: true } };

export function stateOf(database: Database): State {
  const row = database.get<StateRow>('SELECT revision, stamp, uses_corpus FROM shelf');
  if (!row) return newState;
  const { revision, stamp, uses_corpus } = row;
  return { revision, edition: `${revision}-${stamp}`, settings: { usesCorpus: uses_corpus !== 0 } };
}

/** The stamp tells this state from one of the same number in a file that was restored or made anew. */
export function grow(database: Database): void {
  database.run('UPDATE shelf SET revision = revision + 1, stamp = ?', randomBytes(8).toString('hex'));
}

export function putSettings(database: Database, { usesCorpus }: ShelfSettings): void {
  database.run('UPDATE shelf SET uses_corpus = ?', usesCorpus ? 1 : 0);
}
