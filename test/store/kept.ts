/** What the tests of a store need: a folder for a while, and texts as they are added. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { onTestFinished } from 'vitest';
import type { Addition, DocumentRecord, Shelf } from '../../src/store/shelf.ts';
import { articleFrom } from '../library-from.ts';

export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'footnote-store-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

export const additionOf = (name: string, text: string): Addition => ({
  name,
  bytes: new TextEncoder().encode(text),
  article: articleFrom(name, text),
  problems: [],
});

/** The text number so many of a set; none is like another. */
export const ferryText = (number: number): string =>
  `# Ferry ${number}\n\nBy Ana Lind\n\nFerry ${number} leaves Osby at dawn. It doesn’t wait for the post.\n\n> Nobody waits, she said.\n`;

export const ferry = (number: number): Addition => additionOf(`ferry-${number}.md`, ferryText(number));

export function added(shelf: Shelf, addition: Addition): DocumentRecord {
  const result = shelf.add(addition);
  if (result.kind !== 'added') throw new Error(`"${addition.name}" was not added: ${JSON.stringify(result)}`);
  return result.document;
}

/** Everything that can be told of a shelf from outside, to compare it with itself. */
export const stateOf = (shelf: Shelf) => ({
  edition: shelf.edition,
  settings: shelf.info().settings,
  documents: shelf.documents().map((record) => ({
    ...shelf.document(record.id),
    original: Buffer.from(shelf.original(record.id) ?? []).toString('utf8'),
  })),
  markedAt: shelf.info().markedAt,
});

/** Something done to a server's file behind the shelf's back. */
export function changeFile(folder: string, sql: string, serverId = '1'): void {
  const database = new DatabaseSync(join(folder, `${serverId}.sqlite`));
  database.exec(sql);
  database.close();
}
