/**
 * `npm run bench:picture`: draws docs/quality.svg, how often the first passage answers, from the newest kept run of
 * `npm run bench:quality` that has the bench's own texts, or from the run that is named.
 */
import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { pictureOf, shareTableIn } from './table-picture.ts';

const runs = join(import.meta.dirname, 'runs');
const heading = 'Own texts, held-out: the first passage answers';

function newestRun(): string {
  const withTexts = readdirSync(runs)
    .map((file) => join(runs, file))
    .filter((path) => path.endsWith('.md') && readFileSync(path, 'utf8').includes(`## ${heading}`));
  const [newest] = withTexts.sort((a, b) => statSync(b).mtimeMs - statSync(a).mtimeMs || b.localeCompare(a));
  if (newest === undefined) throw new Error('No run in bench/runs has the own texts: npm run bench:quality -- --save');
  return newest;
}

const run = process.argv[2] ?? newestRun();
const figures = shareTableIn(readFileSync(run, 'utf8'), heading);
const asked = figures.rows.at(-1)?.count ?? '0';
const picture = pictureOf(
  'How often the first passage answers, in %',
  `${asked} questions on texts that nothing was tuned on; the same passages for all`,
  figures,
);
const target = join(import.meta.dirname, '..', 'docs', 'quality.svg');
writeFileSync(target, picture);
console.log(`${relative(process.cwd(), target)}, from ${relative(process.cwd(), run)}`);
