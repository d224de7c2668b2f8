/**
 * Where the real readings stand that some tests need: the folder named by FOOTNOTE_READINGS, or ../shared/readings.
 * Without the folder those tests skip; where CI is set they fail, for a check that silently skips checks nothing.
 */
import { existsSync, readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';

const projectRoot = resolve(import.meta.dirname, '../..');

export const readingsFolder = resolve(projectRoot, process.env['FOOTNOTE_READINGS'] || '../shared/readings');

/** File names within the folder, sorted; empty when there is no such folder. */
export const readingFiles: readonly string[] = existsSync(readingsFolder)
  ? readdirSync(readingsFolder)
      .filter((name) => name.endsWith('.txt'))
      .sort()
  : [];

if (readingFiles.length === 0 && process.env['CI'])
  throw new Error(
    `No readings (.txt files) in ${readingsFolder}, and CI is set: name their folder in FOOTNOTE_READINGS.`,
  );

/** For `describe.skipIf` and `test.skipIf`. */
export const readingsAreMissing = readingFiles.length === 0;

export const readingPath = (name: string): string => join(readingsFolder, name);
