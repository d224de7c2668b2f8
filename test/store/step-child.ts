/**
 * A process that does one thing to a folder of shelves and is killed at one of its steps, by itself: nothing of it runs on.
 * Arguments: what it does, the folder, at which step. Says "did" when it is done.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { deserialize } from 'node:v8';
import { openDatabase } from '../../src/store/database.ts';
import { createDisk } from '../../src/store/disk.ts';
import { migrate } from '../../src/store/schema.ts';
import { openShelves } from '../../src/store/shelves.ts';
import { writeSnapshot } from '../../src/store/snapshot.ts';
import { additionFile, laterVersions, newSnapshot, workOf } from './step-works.ts';

const [what = '', folder = '', at = ''] = process.argv.slice(2);
const work = workOf(what);
let taken = 0;
const step = () => {
  taken++;
  if (taken === Number(at)) process.kill(process.pid, 'SIGKILL');
};

const shelf = () => openShelves(folder, { step }).open('1');
if (work === 'add') shelf().add(deserialize(readFileSync(join(folder, additionFile))));
if (work === 'edit') shelf().edit(1, { title: 'At dawn' });
if (work === 'remove') shelf().remove(1);
if (work === 'restore') shelf().restore(2);
if (work === 'purge') shelf().purge(Date.now() + 1);
if (work === 'set') shelf().set({ usesCorpus: false });
if (work === 'rescue') shelf().documents();
if (work === 'migrate') migrate(openDatabase(join(folder, '1.sqlite'), step), laterVersions);
if (work === 'snapshot')
  writeSnapshot(newSnapshot.file(folder), newSnapshot.key, newSnapshot.payload, createDisk(step));
console.log('did');
