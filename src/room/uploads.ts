/** Files that people give to a command or a modal: held to what Discord's client lets through, then kept like any other. */
import type { Attachment, Cdn } from './cdn.ts';
import type { JsonObject, RegisteredOption } from './discord-json.ts';
import { contentTypeOf, isAmongTypes, keptName } from './file-name.ts';
import { optionType, type SentValue } from './runnable.ts';

/** A file at hand, not sent yet. */
export interface Upload {
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly contentType: string | null;
}

export const uploadOf = (name: string, bytes: Uint8Array | string, contentType?: string): Upload => ({
  name,
  bytes: typeof bytes === 'string' ? new TextEncoder().encode(bytes) : bytes,
  contentType: contentType ?? contentTypeOf(name),
});

export const isUpload = (value: unknown): value is Upload =>
  typeof value === 'object' && value !== null && 'bytes' in value && 'name' in value;

/** Throws where the client would not take the file. */
export function refuseUnfitFile(upload: Upload, types: readonly string[] | undefined, bytesMax: number): void {
  const { bytes, name } = upload;
  if (bytes.length > bytesMax) {
    const mebibytes = Math.floor(bytesMax / 1024 / 1024);
    throw new Error(
      `Your files are too powerful: "${name}" is larger than ${mebibytes} MiB, the most that may be sent here`,
    );
  }
  if (!isAmongTypes(name, types))
    throw new Error(`"${name}" is not of a type that is taken here: ${types?.join(', ')}`);
}

export interface Sending {
  readonly cdn: Cdn;
  readonly applicationId: string;
}

/** docs, interactions/receiving-and-responding#resolved-data-structure: what goes to an application is kept as ephemeral. */
export const sentFile = ({ applicationId, cdn }: Sending, { bytes, contentType, name }: Upload): Attachment =>
  cdn.keep({ ...keptName(name), type: contentType, bytes }, `/ephemeral-attachments/${applicationId}`);

export const resolvedFiles = (attachments: readonly Attachment[]): JsonObject =>
  attachments.length === 0
    ? {}
    : { resolved: { attachments: Object.fromEntries(attachments.map((attachment) => [attachment.id, attachment])) } };

/** The values with each file's id in its place, and the files. */
export function withSentFiles(
  sending: Sending,
  values: Readonly<Record<string, SentValue | Upload>>,
): { readonly values: Readonly<Record<string, SentValue>>; readonly resolved: JsonObject } {
  const attachments: Attachment[] = [];
  const entries = Object.entries(values).map(([name, value]): [string, SentValue] => {
    if (!isUpload(value)) return [name, value];
    const attachment = sentFile(sending, value);
    attachments.push(attachment);
    return [name, attachment.id];
  });
  return { values: Object.fromEntries(entries), resolved: resolvedFiles(attachments) };
}

/** Throws where the client would not let the command go: a file elsewhere, or something else in a file's place. */
export function refuseUnfitFiles(
  options: readonly RegisteredOption[],
  values: Readonly<Record<string, SentValue | Upload>>,
  bytesMax: number,
): void {
  for (const [name, value] of Object.entries(values)) {
    const option = options.find((one) => one.name === name);
    const takesFile = option?.type === optionType.attachment;
    if (takesFile !== isUpload(value)) {
      throw new Error(takesFile ? `The option ${name} takes a file` : `The option ${name} takes no file`);
    }
    if (isUpload(value)) refuseUnfitFile(value, option?.file_types, bytesMax);
  }
}
