/**
 * A process that is killed: it changes a shelf without end, and says before each change what it is about to do, and after
 * it that it is done. Arguments: the folder, a file of additions as JSON, where in it to begin, a seed.
 */
import { readFileSync, writeSync } from 'node:fs';
import { createRandom } from '../../bench/random.ts';
import type { Addition } from '../../src/store/shelf.ts';
import { openShelves } from '../../src/store/shelves.ts';

const [folder = '', file = '', first = '0', seed = '1'] = process.argv.slice(2);
const additions = JSON.parse(readFileSync(file, 'utf8')) as (Omit<Addition, 'bytes'> & { text: string })[];
const random = createRandom(Number(seed));
const say = (line: object) => writeSync(1, `${JSON.stringify(line)}\n`);

const crowdedAt = 200;

say({ begun: true });
const shelf = openShelves(folder).open('1');
for (let at = Number(first); at < additions.length; at++) {
  const { text, ...addition } = additions[at]!;
  say({ will: 'add', sha256: addition.article.sha256 });
  const added = shelf.add({ ...addition, bytes: Buffer.from(text) });
  if (added.kind !== 'added') throw new Error(JSON.stringify(added));
  say({ did: 'add', sha256: addition.article.sha256 });
  const documents = shelf.documents();
  const { id, sha256 } = random.pick(documents);
  // A fast machine would fill the shelf before anybody has looked at it.
  const isCrowded = documents.length >= crowdedAt;
  if (isCrowded) shelf.purge(Date.now());
  if (isCrowded || random.next() < 0.3) {
    say({ will: 'remove', sha256 });
    shelf.remove(id);
    say({ did: 'remove', sha256 });
  } else if (random.next() < 0.5) {
    const title = `Title ${at}`;
    say({ will: 'edit', sha256, title });
    shelf.edit(id, { title });
    say({ did: 'edit', sha256, title });
  } else if (random.next() < 0.1) {
    shelf.purge(Date.now());
  }
}
say({ end: true });
