/** Everything in a shelf's file against its hashes and SQLite's own rules. */
import { createHash } from 'node:crypto';
import type { Article } from '../model.ts';
import type { Database } from './database.ts';
import { articleOf, type Reading } from './reading.ts';

interface Row extends Reading {
  readonly name: string;
  readonly bytes: number;
  readonly original_sha256: string;
  readonly content: Uint8Array | null;
}

/** One sentence for each fault; documents that were removed and not yet purged count too. */
export function faultsIn(database: Database): string[] {
  const faults = database
    .all<{ integrity_check: string }>('PRAGMA integrity_check')
    .filter(({ integrity_check }) => integrity_check !== 'ok')
    .map(({ integrity_check }) => `The file is damaged: ${integrity_check}.`);
  if (database.all('PRAGMA foreign_key_check').length > 0)
    faults.push('The file holds parts of a document that is not there.');
  const rows = database.each<Row>(
    `SELECT name, bytes, documents.sha256 AS original_sha256, content, readings.sha256, details, layout, text
     FROM documents LEFT JOIN readings ON readings.document = id LEFT JOIN originals ON originals.document = id`,
  );
  for (const row of rows) faults.push(...faultsOfDocument(row));
  return faults;
}

function faultsOfDocument(row: Row): string[] {
  const faults: string[] = [];
  const { name, bytes, content, original_sha256: sha256 } = row;
  const isWhole = content?.length === bytes && createHash('sha256').update(content).digest('hex') === sha256;
  if (!isWhole) faults.push(`The original file of “${name}” is damaged; add the file again.`);
  const article = row.text ? articleOf(row, { id: '', path: name }) : null;
  if (!article) faults.push(`What was read of “${name}” is damaged; it has to be read again.`);
  else if (!isOrdered(article)) faults.push(`The parts of “${name}” don’t fit its text; it has to be read again.`);
  else if (article.sha256 !== sha256)
    faults.push(`What was read of “${name}” is of another file; it has to be read again.`);
  return faults;
}

/** Blocks in order within the text, sentences in order within their block. */
function isOrdered({ text, blocks }: Article): boolean {
  let at = 0;
  return blocks.every(({ start, end, sentences }) => {
    const isInOrder = start >= at && end >= start && end <= text.length;
    let within = start;
    at = end;
    return (
      isInOrder &&
      sentences.every((sentence) => {
        const fits = sentence.start >= within && sentence.end > sentence.start && sentence.end <= end;
        within = sentence.end;
        return fits;
      })
    );
  });
}
