/** Files that a tab hands over before it sends the command or the modal that they belong to. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import { type Upload, uploadOf } from '../uploads.ts';

export type Uploads = Map<string, Upload>;

/** As many as a message may have, twice: what a reader chose and did not send goes first. */
const keptUploadsMax = 20;
let given = 0;

/** Answers with the id by which the tab means the file; a file that is too large is read to its end and let go. */
export async function receiveUpload(
  request: IncomingMessage,
  response: ServerResponse,
  { bytesMax, name, uploads }: { readonly bytesMax: number; readonly name: string; readonly uploads: Uploads },
): Promise<void> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    bytes += chunk.length;
    if (bytes <= bytesMax) chunks.push(chunk);
    else chunks.length = 0;
  }
  const tell = (status: number, body: object) =>
    response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
  if (bytes > bytesMax) {
    const reason = `Your files are too powerful: at most ${Math.floor(bytesMax / 1024 / 1024)} MiB each`;
    tell(413, { reason });
    return;
  }
  const id = String(++given);
  uploads.set(id, uploadOf(name, new Uint8Array(Buffer.concat(chunks))));
  const [oldest] = uploads.keys();
  if (uploads.size > keptUploadsMax && oldest !== undefined) uploads.delete(oldest);
  tell(200, { id });
}

/** Throws when the file is no longer there. */
export function uploadAt(uploads: Uploads, id: string): Upload {
  const upload = uploads.get(id);
  if (!upload) throw new Error('That file is no longer at hand: choose it again');
  return upload;
}
