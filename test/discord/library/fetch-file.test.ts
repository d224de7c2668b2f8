/** Where the bot fetches files from, and where it doesn't. */
import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, expect, onTestFinished, test } from 'vitest';
import { createFetchFile, fileBytesMax } from '../../../src/discord/library/fetch-file.ts';

/** A Discord of its own, whose files are where its REST API is. */
async function served(listener: RequestListener) {
  const paths: string[] = [];
  const server = createServer((request, response) => {
    paths.push(request.url ?? '');
    listener(request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return { origin, paths, fetchFile: createFetchFile(`${origin}/api`, 1_000) };
}

const file = (url: string, size = 5) => ({ name: 'a.md', size, url });

describe('a file', () => {
  test('is fetched to the letter', async () => {
    const { fetchFile, origin } = await served((_, response) => response.end('hello'));
    const fetched = await fetchFile(file(`${origin}/attachments/1/2/a.md?ex=1`));
    expect(fetched.kind === 'bytes' && Buffer.from(fetched.bytes).toString()).toBe('hello');
  });

  test.each([
    'http://127.0.0.1:1/a.md',
    'http://localhost/a.md',
    'http://169.254.169.254/latest/meta-data',
    'http://cdn.discordapp.com/a.md',
    'https://cdn.discordapp.com:8443/a.md',
    'https://cdn.discordapp.com.example.org/a.md',
    'https://user@cdn.discordapp.com/a.md',
    'https://example.org/?https://cdn.discordapp.com/a.md',
    'https://discord.com/api/v10/users/@me',
    'file:///etc/passwd',
    'data:text/plain,hello',
    'no address',
    '',
  ])('is not fetched from elsewhere: %s', async (url) => {
    const started = await served((_, response) => response.end('hello'));
    expect(await started.fetchFile(file(url))).toEqual({
      kind: 'refused',
      why: 'could not be fetched from Discord; please add it again.',
    });
    expect(await createFetchFile('https://discord.com/api', 1_000)(file(url))).toMatchObject({ kind: 'refused' });
    expect(started.paths).toEqual([]);
  });

  test('is not fetched from another Discord than the bot’s', async () => {
    const { origin, paths } = await served((_, response) => response.end('hello'));
    expect(await createFetchFile(null)(file(`${origin}/a.md`))).toMatchObject({ kind: 'refused' });
    expect(paths).toEqual([]);
  });

  test('is not followed to where it leads on', async () => {
    const { fetchFile, origin, paths } = await served((_, response) =>
      response.writeHead(302, { location: '/secret' }).end(),
    );
    expect(await fetchFile(file(`${origin}/a.md`))).toMatchObject({ kind: 'refused' });
    expect(paths).toEqual(['/a.md']);
  });

  test('that is gone is refused', async () => {
    const { fetchFile, origin } = await served((_, response) => response.writeHead(404).end('no'));
    expect(await fetchFile(file(`${origin}/a.md`))).toMatchObject({ kind: 'refused' });
  });

  test('of which the end is missing is refused', async () => {
    const { fetchFile, origin } = await served((_, response) => response.end('hell'));
    expect(await fetchFile(file(`${origin}/a.md`))).toEqual({
      kind: 'refused',
      why: 'came only in part from Discord; please add it again.',
    });
  });

  test('larger than a reading may be is not fetched, and not read to its end when its size was a lie', async () => {
    const chunk = Buffer.alloc(1_000_000);
    let sent = 0;
    const { fetchFile, origin, paths } = await served((_, response) => {
      const send = () => {
        while (sent < 200 * chunk.length) {
          sent += chunk.length;
          if (!response.write(chunk)) return void response.once('drain', send);
        }
        response.end();
      };
      send();
    });
    const refused = { kind: 'refused', why: expect.stringContaining('at most 25 MB') };
    expect(await fetchFile(file(`${origin}/a.md`, fileBytesMax + 1))).toEqual(refused);
    expect(paths).toEqual([]);
    expect(await createFetchFile(`${origin}/api`)(file(`${origin}/a.md`, 5))).toEqual(refused);
    expect(sent).toBeLessThan(100 * chunk.length);
  });

  test('that does not come in time is given up', async () => {
    const { origin } = await served((_, response) => void response.write('a'));
    const fetched = await createFetchFile(`${origin}/api`, 200)(file(`${origin}/a.md`));
    expect(fetched).toEqual({ kind: 'refused', why: expect.stringContaining('took more than 0.2 seconds') });
  });
});
