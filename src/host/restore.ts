/** `npm run restore`: the libraries of a backup, once every byte of it has been compared, in place of those that are there. */
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { type Config, readConfig } from '../config.ts';
import { faultsInBackup, type Manifest, readManifest } from './backup-folder.ts';
import { holdDataFolder } from './held-folder.ts';
import { filesIn, isLibrary, librariesFolder } from './library-files.ts';
import { counted, runProgram } from './program.ts';
import { restoreLibraries, settleRestore } from './restoring.ts';
import { runningBot } from './running-bot.ts';

interface Arguments {
  readonly backup: string;
  readonly verify: boolean;
  readonly replace: boolean;
}

async function run({ backup, replace, verify }: Arguments): Promise<number> {
  const manifest = readManifest(backup);
  const faults = await faultsInBackup(backup, manifest);
  for (const fault of faults) console.error(`! ${fault}`);
  if (faults.length > 0) throw new Error(`${backup} is damaged, and nothing was restored; take another backup.`);
  const damaged = manifest.files.filter((file) => file.faults.length > 0);
  for (const { name } of damaged) console.error(`! ${name} was damaged already when it was backed up.`);
  const libraries = counted(manifest.files.filter(({ name }) => isLibrary(name)).length, 'library', 'libraries');
  if (verify) {
    console.log(`ok ${backup} is whole: ${libraries}, backed up ${manifest.madeAt}`);
    return damaged.length > 0 ? 1 : 0;
  }
  const aside = await restore(backup, manifest, { ...readConfig(), replace });
  if (aside) console.log(`What was there is in ${aside}; delete it when you no longer need it.`);
  console.log(`Restored ${libraries} from ${backup}. Start the bot again.`);
  return 0;
}

interface RestoreOptions extends Pick<Config, 'dataFolder' | 'healthPort'> {
  readonly replace: boolean;
}

/** Gives the folder to which the libraries of before were moved, if there were any. */
async function restore(
  backup: string,
  { files }: Manifest,
  { dataFolder, healthPort, replace }: RestoreOptions,
): Promise<string | null> {
  if (await runningBot(healthPort)) throw new Error('The bot is running; stop it, and restore then.');
  // To the end: a bot that started meanwhile would keep what is added in the libraries that are set aside.
  for (const sentence of [holdDataFolder(dataFolder), settleRestore(dataFolder)])
    if (sentence !== null) console.log(sentence);
  const place = librariesFolder(dataFolder);
  if (filesIn(place).length > 0 && !replace)
    throw new Error(`There are libraries in ${place}, and nothing was restored; add --replace to set them aside.`);
  return restoreLibraries(backup, files, dataFolder);
}

const options = {
  verify: { type: 'boolean', default: false },
  replace: { type: 'boolean', default: false },
} as const;

await runProgram({
  usage: 'Usage: npm run restore -- FOLDER [--verify | --replace]   (--verify looks and changes nothing)',
  options: Object.keys(options),
  read: (args): Arguments => {
    const { positionals, values } = parseArgs({ args, options, allowPositionals: true });
    const [backup, ...others] = positionals;
    if (backup === undefined || others.length > 0) throw new Error('Name one folder that npm run backup has made.');
    return { backup: resolve(backup), ...values };
  },
  work: run,
});
