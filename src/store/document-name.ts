/** An uploaded file's name → one that is safe on every system and free on its shelf. Pure but for a hash. */
import { createHash } from 'node:crypto';

/** File systems take 255 bytes; " (500)" and an ending still fit. */
const stemBytesMax = 180;
const endingCharsMax = 12;

/** The last part of a path, without what a file system, a terminal or a reader of right-to-left text could trip over. */
export function documentNameOf(name: string): string {
  const last = name.toWellFormed().normalize('NFC').split(/[/\\]/).at(-1) ?? '';
  const clean = last
    .replace(/[\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/g, '')
    .replace(/[\p{Cc}\p{Zl}\p{Zp}<>:"|?*]/gu, '_')
    .replace(/\s+/g, ' ')
    // Dots in front hide a file; but ".md" is an ending, and gets a name in front of it.
    .replace(/^[. ]+(?!(?<=\.)\w{1,11}$)|[. ]+$/g, '');
  const { stem, ending } = partsOf(clean);
  const short = shortened(stem).trim() || 'document';
  return `${reserved.test(short) ? '_' : ''}${short}${ending}`;
}

/** Names that Windows keeps for devices, whatever their ending. */
const reserved = /^(?:con|prn|aux|nul|com\d|lpt\d)$/i;

function partsOf(name: string): { readonly stem: string; readonly ending: string } {
  const ending = /\.[^. ]+$/.exec(name)?.[0] ?? '';
  return ending.length <= endingCharsMax
    ? { stem: name.slice(0, name.length - ending.length), ending }
    : { stem: name, ending: '' };
}

function shortened(stem: string): string {
  let bytes = 0;
  let kept = '';
  for (const character of stem) {
    bytes += Buffer.byteLength(character);
    if (bytes > stemBytesMax) break;
    kept += character;
  }
  return kept;
}

/** "name.md", else "name (2).md", "name (3).md" … */
export function freeName(name: string, isTaken: (key: string) => boolean): string {
  const { stem, ending } = partsOf(name);
  let free = name;
  for (let number = 2; isTaken(nameKey(free)); number++) free = `${stem} (${number})${ending}`;
  return free;
}

/** Equal for names that some file system takes for one. */
export const nameKey = (name: string): string => name.normalize('NFC').toLowerCase();

/**
 * An article's id on a shelf: eight characters of a–z and 0–9, from its name, so that a file that is put in another one's
 * place keeps the id. Unlike the id of an article of that name in the host's folder.
 */
export function articleIdOnShelf(name: string): string {
  const digest = createHash('sha256').update(`shelf\n${name}`).digest('hex');
  return (BigInt(`0x${digest.slice(0, 20)}`) % 36n ** 8n).toString(36).padStart(8, '0');
}
