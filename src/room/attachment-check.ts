/** The files of a message that a bot sends or edits: what stays, what comes, and whether the body fits them. */
import { allComponents } from './component-check.ts';
import { isObject, type JsonObject, listOf, textOr } from './discord-json.ts';
import { cleansedName, keptName } from './file-name.ts';
import type { FieldError, Path } from './refusal.ts';
import type { UploadedFile } from './state.ts';

export interface NewFile {
  readonly file: UploadedFile;
  /** What `attachments` says of it. */
  readonly entry: JsonObject;
}

export interface FilesOfMessage {
  readonly kept: readonly JsonObject[];
  readonly added: readonly NewFile[];
}

/**
 * `attachments`, where the body has it, lists all that the message will have, new files by the number in their field's name
 * (docs, reference#editing-message-attachments); without it the message keeps its own and takes what is sent.
 */
export function filesAfter(
  body: JsonObject,
  files: readonly UploadedFile[],
  own: readonly JsonObject[],
): FilesOfMessage {
  if (!Array.isArray(body['attachments'])) return { kept: own, added: files.map((file) => ({ file, entry: {} })) };
  const listed = listOf(body['attachments']);
  return {
    kept: listed.flatMap((entry) => {
      const existing = own.find(({ id }) => id === String(entry['id']));
      return existing ? [{ ...existing, ...described(entry) }] : [];
    }),
    added: listed.flatMap((entry) => {
      const file = files.find(({ place }) => place === String(entry['id']));
      return file ? [{ file, entry }] : [];
    }),
  };
}

const spoilerFlag = 1 << 3;

/** docs, resources/message#attachment-object: what may be said of a file that is there. */
const described = (entry: JsonObject): JsonObject => ({
  ...(typeof entry['description'] === 'string' ? { description: entry['description'] } : {}),
  ...(entry['is_spoiler'] === true ? { flags: spoilerFlag } : {}),
});

/** The attachment object of a new file, but for what the place where it is kept adds. */
export function named({ entry, file }: NewFile) {
  const kept = keptName(textOr(entry['filename'], file.name));
  const title = typeof entry['title'] === 'string' ? { title: entry['title'] } : {};
  return { name: { ...kept, ...title }, more: described(entry) };
}

/** Entries of `attachments` for which there is no file (Cogmasters/concord#78). */
export function attachmentErrors(
  body: JsonObject,
  files: readonly UploadedFile[],
  own: readonly JsonObject[],
  path: Path,
): FieldError[] {
  return listOf(body['attachments']).flatMap((entry, index): FieldError[] => {
    const id = String(entry['id']);
    if (own.some((one) => one['id'] === id) || files.some(({ place }) => place === id)) return [];
    const at = [...path, 'attachments', index];
    return [{ path: at, code: 'ATTACHMENT_NOT_FOUND', message: 'Attachment data not found' }];
  });
}

const scheme = 'attachment://';
const fileType = 13;

/** The name that an `attachment://` link means, cleansed as the files' own names are (discord/discord-api-docs#7754). */
export function referredName(url: unknown): string | null {
  if (typeof url !== 'string' || !url.startsWith(scheme)) return null;
  return cleansedName(url.slice(scheme.length));
}

/** The places within a component where a file or a picture is named: its own path, and the link. */
function mediaOf(component: JsonObject): readonly { readonly path: Path; readonly url: unknown }[] {
  const own = ['file', 'media'].flatMap((key) => {
    const media = component[key];
    return isObject(media) ? [{ path: [key, 'url'], url: media['url'] }] : [];
  });
  const items = listOf(component['items']).flatMap(({ media }, index) =>
    isObject(media) ? [{ path: ['items', index, 'media', 'url'], url: media['url'] }] : [],
  );
  return [...own, ...items];
}

/**
 * A File shows a file of its own message alone (docs, components/reference#file; the code of that refusal is not documented),
 * and whatever is named must be there. A kept file goes by the name that `attachments` repeats.
 */
export function mediaErrors(
  body: JsonObject,
  files: readonly UploadedFile[],
  own: readonly JsonObject[],
  path: Path,
): FieldError[] {
  const { added } = filesAfter(body, files, own);
  const keptNames = Array.isArray(body['attachments'])
    ? listOf(body['attachments']).map((entry) => cleansedName(textOr(entry['filename'], '')))
    : own.map(({ filename }) => textOr(filename, ''));
  const addedNames = added.map((one) => named(one).name.filename);
  const names = new Set([...keptNames, ...addedNames].filter((name) => name !== ''));
  return allComponents(body['components'], [...path, 'components']).flatMap(({ component, path: at }) =>
    mediaOf(component).flatMap(({ path: inner, url }): FieldError[] => {
      const name = referredName(url);
      const place = [...at, ...inner];
      if (name === null) {
        const message = `Only ${scheme} references are supported here`;
        return component['type'] === fileType
          ? [{ path: place, code: 'UNFURLED_MEDIA_ITEM_ATTACHMENT_REFERENCE_REQUIRED', message }]
          : [];
      }
      if (names.has(name)) return [];
      const message = `The referenced attachment ("${url}") was not found`;
      return [{ path: place, code: 'UNFURLED_MEDIA_ITEM_REFERENCED_ATTACHMENT_NOT_FOUND', message }];
    }),
  );
}
