/**
 * A process that restores a backup and is killed at one of its steps, by itself: nothing of it runs on. Arguments: the
 * backup, the data folder, at which step. Says "did" when it is done.
 */
import { writeSync } from 'node:fs';
import { readManifest } from '../../src/host/backup-folder.ts';
import { restoreLibraries, settleRestore } from '../../src/host/restoring.ts';
import { createDisk } from '../../src/store/disk.ts';

const [backup = '', dataFolder = '', at = ''] = process.argv.slice(2);
let taken = 0;
const disk = createDisk(() => {
  taken++;
  if (taken === Number(at)) process.kill(process.pid, 'SIGKILL');
});
settleRestore(dataFolder, disk);
await restoreLibraries(backup, readManifest(backup).files, dataFolder, disk);
writeSync(1, 'did');
