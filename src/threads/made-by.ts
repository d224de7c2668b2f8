/** What a built library was made by: a hash of the code that makes it, so that none is kept that another code made. */
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../', import.meta.url));
const rooms = ['src/text', 'src/ingest', 'src/entities', 'src/search'];
const files = ['src/library.ts', 'src/amended-library.ts', 'package-lock.json'];

export function madeBy(): string {
  const hash = createHash('sha256').update(process.version);
  for (const room of rooms) {
    const names = readdirSync(root + room, { recursive: true, encoding: 'utf8', withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => `${entry.parentPath}/${entry.name}`)
      .sort();
    for (const name of names) hash.update(readFileSync(name));
  }
  for (const name of files) if (existsSync(root + name)) hash.update(readFileSync(root + name));
  return hash.digest('hex');
}
