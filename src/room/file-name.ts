/** Names of files as Discord keeps them, what kind of content a name stands for, and which names a filter lets through. */
import { createHash } from 'node:crypto';
import type { FieldError, Path } from './refusal.ts';

/**
 * Letters, digits, dots, dashes and underscores of ASCII are kept, white space becomes an underscore: as `secure_filename`
 * of Werkzeug does it (discord/discord-api-docs#7754).
 */
export function cleansedName(name: string): string {
  const plain = name.normalize('NFKD').replace(/[^\p{ASCII}]/gu, '');
  return plain
    .replace(/[/\\]/gu, ' ')
    .trim()
    .split(/\s+/u)
    .join('_')
    .replace(/[^A-Za-z0-9_.-]/gu, '')
    .replace(/^[._]+|[._]+$/gu, '');
}

export interface KeptName {
  readonly filename: string;
  /** What the file was called, without its extension, where its name could not be kept (discord/discord-api-docs#6945). */
  readonly title?: string;
}

/** A name of which nothing is left is made up, and keeps its extension. */
export function keptName(name: string): KeptName {
  const cleansed = cleansedName(name);
  const { extension, stem } = partsOf(name);
  if (cleansed === name && name !== '') return { filename: name };
  const isLost = cleansedName(stem) === '' && stem !== '';
  const filename = isLost || cleansed === '' ? `${madeUp(name)}${cleansedExtension(extension)}` : cleansed;
  return { filename, title: stem };
}

const madeUp = (name: string): string => createHash('sha256').update(name).digest('hex').slice(0, 8);

const cleansedExtension = (extension: string): string => {
  const kept = cleansedName(extension);
  return kept === '' ? '' : `.${kept}`;
};

function partsOf(name: string): { readonly stem: string; readonly extension: string } {
  const [, stem, extension] = /^([\s\S]+)(\.[^./\\]*)$/u.exec(name) ?? [];
  return stem === undefined ? { stem: name, extension: '' } : { stem, extension: (extension ?? '').toLowerCase() };
}

const contentTypes: Readonly<Record<string, string>> = {
  '.txt': 'text/plain; charset=utf-8',
  '.md': 'text/markdown; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.htm': 'text/html; charset=utf-8',
  '.csv': 'text/csv; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.pdf': 'application/pdf',
  '.docx': 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  '.epub': 'application/epub+zip',
  '.zip': 'application/zip',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.jpeg': 'image/jpeg',
  '.gif': 'image/gif',
  '.webp': 'image/webp',
};

/** By the extension; null for one that is not known. */
export const contentTypeOf = (name: string): string | null => contentTypes[partsOf(name).extension] ?? null;

/** docs, reference#file-type-filtering. */
const groups: Readonly<Record<string, readonly string[]>> = {
  image: ['.png', '.gif', '.jpg', '.jpeg', '.jfif', '.webp', '.avif'],
  video: ['.mp4', '.mov', '.qt', '.webm'],
  audio: ['.mp3', '.m4a', '.wav', '.ogg', '.opus', '.flac'],
};

/** A group's name, or an extension with its dot; the code of the refusal is not documented. */
export function fileTypeErrors(types: unknown, path: Path): FieldError[] {
  return (Array.isArray(types) ? (types as readonly unknown[]) : [])
    .map((type, index) => ({ type: String(type), at: [...path, index] }))
    .filter(({ type }) => !Object.hasOwn(groups, type) && !/^\.[^.\s]+$/u.test(type))
    .map(({ at, type }) => ({ path: at, code: 'FILE_TYPE_INVALID', message: `"${type}" is not a file type.` }));
}

/** Only the name is looked at; without a filter every file goes through. */
export function isAmongTypes(name: string, types: readonly string[] | undefined): boolean {
  if (!types || types.length === 0) return true;
  const { extension } = partsOf(name);
  return types.some((type) => (groups[type] ?? [type.toLowerCase()]).includes(extension));
}
