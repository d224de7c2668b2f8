/** How `npm start` starts the bot, for benches that start it so: from the project's root, with what it gives to Node. */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('../', import.meta.url));
/** "--flag", "src/main.ts". */
export const started: readonly string[] = JSON.parse(readFileSync(`${root}package.json`, 'utf8'))
  .scripts.start.split(' ')
  .slice(1);
