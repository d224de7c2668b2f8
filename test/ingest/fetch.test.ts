/** Fetching by address, over real sockets: what is not public is never reached, and no server can take more than its limits. */
import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { afterEach, describe, expect, test } from 'vitest';
import { isProblem } from '../../src/ingest/draft.ts';
import { bytesMax, type FetchedReading, fetcherWithin, fetchReading } from '../../src/ingest/fetch.ts';
import { isPublic, publicReach, type Reach } from '../../src/ingest/public-web.ts';
import type { Problem } from '../../src/model.ts';

const servers: Server[] = [];
afterEach(() => {
  for (const server of servers.splice(0)) {
    server.closeAllConnections();
    server.close();
  }
});

interface Site {
  readonly port: number;
  readonly origin: string;
  /** Sockets that were opened, whatever came over them. */
  connections: number;
  readonly requests: { readonly url: string; readonly headers: Readonly<Record<string, unknown>> }[];
}

async function siteOf(answer: RequestListener): Promise<Site> {
  const requests: Site['requests'] = [];
  const server = createServer((request, response) => {
    requests.push({ url: request.url ?? '', headers: request.headers });
    answer(request, response);
  });
  servers.push(server);
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const { port } = server.address() as AddressInfo;
  const site: Site = { port, origin: `http://127.0.0.1:${port}`, connections: 0, requests };
  server.on('connection', () => site.connections++);
  return site;
}

const page: RequestListener = (_, response) => {
  response.setHeader('content-type', 'text/html; charset=utf-8');
  response.end('<p>Here.</p>');
};

/** Any port, for a server of ours has one of its own; the addresses are checked as ever. */
const onAnyPort = (more: Partial<Reach> = {}): Reach => ({
  ...publicReach,
  ports: { has: () => true } as never,
  ...more,
});
/** As if 127.0.0.1 were a public address, and no other. */
const toOurs = onAnyPort({ mayReach: (address) => address === '127.0.0.1' });

const fetchOurs = fetcherWithin(toOurs, 10_000);

function expectRead(read: FetchedReading | Problem): FetchedReading {
  if (isProblem(read as Problem)) throw new Error((read as Problem).message);
  return read as FetchedReading;
}

function expectRefused(read: FetchedReading | Problem, why: RegExp): void {
  expect(read).toMatchObject({ fatal: true });
  const { message } = read as Problem;
  expect(message).toMatch(why);
  expect(message).toMatch(/^\S+ [^\n]+\.$/);
}

/** Kept for documentation (RFC 5737): no host has it. */
const elsewhere = '198.51.100.7';

describe('the loopback by any spelling', () => {
  const resolved = ['127.0.0.1.names.example', 'both.names.example'];
  const spellings = [
    '127.0.0.1',
    'localhost',
    'LOCALHOST',
    'localhost.',
    'foo.localhost',
    '127.1',
    '127.0.1',
    '2130706433',
    '0x7f000001',
    '0x7f.1',
    '0177.0.0.1',
    '017700000001',
    '0',
    '0.0.0.0',
    '127.255.255.254',
    '[::1]',
    '[::]',
    '[::ffff:127.0.0.1]',
    '[::ffff:7f00:1]',
    '[::7f00:1]',
    '[64:ff9b::7f00:1]',
    '[2002:7f00:1::]',
    '１２７.0.0.1',
    '127。0。0。1',
    ...resolved,
  ];
  /** Names that a stranger points at the loopback, alone or beside a public address. */
  const lookup: Reach['lookup'] = (host, take) => {
    if (!resolved.includes(host)) return publicReach.lookup(host, take);
    const own = { address: '127.0.0.1', family: 4 };
    take(null, host.startsWith('both') ? [{ address: elsewhere, family: 4 }, own] : [own]);
  };

  test.each(spellings)('%s is not reached', async (host) => {
    const site = await siteOf(page);
    const mayReach = (address: string) => address === elsewhere || isPublic(address);
    const read = await fetcherWithin(onAnyPort({ lookup, mayReach }), 10_000)(`http://${host}:${site.port}/`);
    expect(site.connections).toBe(0);
    expectRefused(read, /is not on the public web|cannot be fetched|no site of that name/);
  });

  test('but most of them would be, if the loopback were public', async () => {
    const site = await siteOf(page);
    const open = fetcherWithin(onAnyPort({ lookup, mayReach: () => true }), 1_000);
    const near = spellings.filter((host) => !/both|64:ff9b|2002:/.test(host));
    for (const host of near) await open(`http://${host}:${site.port}/`);
    expect(site.requests.length).toBeGreaterThanOrEqual(14);
  });

  test('a name that leads there the second time it is asked is not reached', async () => {
    const site = await siteOf(page);
    let asked = 0;
    const fickle: Reach['lookup'] = (_, take) =>
      take(null, [{ address: asked++ === 0 ? elsewhere : '127.0.0.1', family: 4 }]);
    const fetchAt = fetcherWithin(onAnyPort({ lookup: fickle, mayReach: (address) => address === elsewhere }), 500);
    for (let time = 0; time < 3; time++) await fetchAt(`http://fickle.example:${site.port}/`);
    expect(site.requests).toEqual([]);
  });

  test('where a connection really ends is looked at, too', async () => {
    const site = await siteOf(page);
    // Passes every check but the last: the socket's other end.
    let checks = 0;
    const read = await fetcherWithin(onAnyPort({ mayReach: () => checks++ === 0 }), 10_000)(`${site.origin}/`);
    expect(site.requests).toEqual([]);
    expectRefused(read, /is not on the public web/);
  });
});

test.each([
  ['10.1.2.3', false],
  ['172.16.0.1', false],
  ['192.168.1.1', false],
  ['169.254.169.254', false],
  ['100.64.0.1', false],
  ['198.18.0.1', false],
  ['224.0.0.1', false],
  ['255.255.255.255', false],
  ['fe80::1%eth0', false],
  ['fc00::1', false],
  ['fec0::1', false],
  ['ff02::1', false],
  ['2001:db8::1', false],
  ['::a00:1', false],
  ['no address', false],
  ['93.184.215.14', true],
  ['::ffff:93.184.215.14', true],
  ['2606:2800:21f:cb07:6820:80da:af6b:8b2c', true],
])('%s is public: %s', (address, expected) => {
  expect(isPublic(address)).toBe(expected);
});

test.each([
  ['http://127.0.0.1/', /is not on the public web/],
  ['http://[::1]/', /is not on the public web/],
  ['https://169.254.169.254/latest/meta-data', /is not on the public web/],
  ['http://news.example:8080/', /port of its own \(8080\)/],
  ['https://me:secret@news.example/', /name or password/],
  ['file:///etc/passwd', /no address of a web page/],
  ['ftp://news.example/', /no address of a web page/],
  ['data:text/html,x', /no address of a web page/],
  ['news.example', /no address of a web page/],
  ['', /no address of a web page/],
])('the product refuses %j', async (url, why) => {
  const read = await fetchReading(url);
  expect(read).toMatchObject({ fatal: true, message: expect.stringMatching(why) });
});

test('a page comes with its type, its name and where it was found at last', async () => {
  const site = await siteOf((request, response) => {
    if (request.url === '/old') response.writeHead(301, { location: '/2017/the%20bridge.php?x=1#top' }).end();
    else page(request, response);
  });
  const { bytes, ...read } = expectRead(await fetchOurs(`${site.origin}/old`));
  expect(Buffer.from(bytes).toString()).toBe('<p>Here.</p>');
  expect(read).toEqual({
    name: 'the bridge.html',
    finalUrl: `${site.origin}/2017/the%20bridge.php?x=1`,
    contentType: 'text/html',
  });
});

test.each([
  ['/', 'text/html', '127.0.0.1.html'],
  ['/a/', 'application/pdf', 'a.pdf'],
  ['/notes.md', 'text/plain', 'notes.md'],
  ['/book.epub', 'application/octet-stream', 'book.epub'],
  ['/..%2f..%2fetc%2fpasswd', 'text/plain', 'etc passwd.txt'],
  ['/%ff', 'text/plain', '%ff.txt'],
])('%s of type %s is called %s', async (path, type, name) => {
  const site = await siteOf((_, response) => response.writeHead(200, { 'content-type': type }).end('x'));
  const read = expectRead(await fetchOurs(site.origin + path));
  expect(read.name.replace(/^\. */, '')).toBe(name);
});

test('no cookie is kept, from one hop to the next or from one address to the next', async () => {
  const site = await siteOf((request, response) => {
    response.setHeader('set-cookie', 'a=b; Path=/');
    if (request.url === '/1') response.writeHead(302, { location: '/2' }).end();
    else page(request, response);
  });
  for (let time = 0; time < 2; time++) expectRead(await fetchOurs(`${site.origin}/1`));
  expect(site.requests).toHaveLength(4);
  for (const { headers } of site.requests) expect(headers).not.toHaveProperty('cookie');
});

test.each(['http://10.0.0.1/', 'http://[::1]/', 'http://192.168.0.1/', '//169.254.169.254/'])(
  'a redirect to %s is not followed',
  async (location) => {
    const site = await siteOf((_, response) => response.writeHead(302, { location }).end());
    expectRefused(await fetchOurs(site.origin), /is not on the public web/);
    expect(site.requests).toHaveLength(1);
  },
);

test('a redirect to another port or protocol is not followed', async () => {
  const inner = await siteOf(page);
  const site = await siteOf((request, response) =>
    response.writeHead(302, { location: request.url === '/port' ? inner.origin : 'file:///etc/passwd' }).end(),
  );
  const ports = new Set([String(site.port)]);
  expectRefused(await fetcherWithin({ ...toOurs, ports }, 10_000)(`${site.origin}/port`), /port of its own/);
  expectRefused(await fetchOurs(`${site.origin}/file`), /leads on to what is no address/);
  expect(inner.requests).toEqual([]);
});

test('three redirects are followed, and no fourth', async () => {
  const site = await siteOf((request, response) => {
    const at = Number((request.url ?? '').slice(1));
    if (at > 0) response.writeHead(307, { location: `/${at - 1}` }).end();
    else page(request, response);
  });
  expectRead(await fetchOurs(`${site.origin}/3`));
  expectRefused(await fetchOurs(`${site.origin}/4`), /leads on more than 3 times/);
});

test.each(['image/png', 'application/javascript', 'application/octet-stream', 'application/zip', ''])(
  'the type %j is not fetched',
  async (type) => {
    const site = await siteOf((_, response) =>
      response.writeHead(200, type ? { 'content-type': type } : {}).end('x'.repeat(100)),
    );
    expectRefused(await fetchOurs(`${site.origin}/a`), /is of the type/);
  },
);

test('an answer that is none is said', async () => {
  const site = await siteOf((_, response) => response.writeHead(404, { 'content-type': 'text/html' }).end('gone'));
  expectRefused(await fetchOurs(site.origin), /answers 404/);
});

test('a body without end is left when it is too long', async () => {
  let sent = 0;
  const site = await siteOf((_, response) => {
    response.writeHead(200, { 'content-type': 'text/plain' });
    const more = () => {
      while (!response.destroyed && response.write(Buffer.alloc(65_536, 'a'))) sent += 65_536;
      if (!response.destroyed) response.once('drain', more);
    };
    more();
  });
  expectRefused(await fetchOurs(site.origin), /has more than 5 MB/);
  expect(sent).toBeLessThan(60_000_000);
});

test('a length that is too long is believed', async () => {
  const site = await siteOf((_, response) => {
    response.writeHead(200, { 'content-type': 'text/plain', 'content-length': String(bytesMax + 1) });
    response.write('a');
  });
  expectRefused(await fetchOurs(site.origin), /has more than 5 MB/);
});

test('what is packed counts as it is unpacked', async () => {
  const bomb = gzipSync(Buffer.alloc(60_000_000));
  expect(bomb.length).toBeLessThan(100_000);
  const site = await siteOf((_, response) =>
    response.writeHead(200, { 'content-type': 'text/plain', 'content-encoding': 'gzip' }).end(bomb),
  );
  expectRefused(await fetchOurs(site.origin), /has more than 5 MB/);
});

test('a packed page is unpacked', async () => {
  const site = await siteOf((_, response) =>
    response.writeHead(200, { 'content-type': 'text/plain', 'content-encoding': 'gzip' }).end(gzipSync('Here.')),
  );
  expect(Buffer.from(expectRead(await fetchOurs(site.origin)).bytes).toString()).toBe('Here.');
});

test.each([
  ['a server that never answers', () => {}],
  [
    'a body that drips',
    (_, response) => {
      response.writeHead(200, { 'content-type': 'text/plain' });
      const drip = setInterval(() => response.write('a'), 20);
      response.on('close', () => clearInterval(drip));
    },
  ],
] satisfies [string, RequestListener][])('%s is left when the time is up', async (_, answer) => {
  const site = await siteOf(answer);
  expectRefused(await fetcherWithin(toOurs, 300)(site.origin), /took more than 0\.3 seconds/);
});

test('fetching can be called off', async () => {
  const site = await siteOf(() => {});
  const stop = new AbortController();
  const read = fetchOurs(site.origin, { signal: stop.signal });
  stop.abort();
  expectRefused(await read, /was called off/);
});

test('any address at all gives a sentence and no exception', async () => {
  const parts = fc.constantFrom(
    'http',
    'https',
    ':',
    '//',
    '@',
    '127.0.0.1',
    '[',
    ']',
    '::1',
    '.',
    '%00',
    '%',
    '\\',
    '\n',
    ' ',
    '#',
    '?',
    'é',
    '0x7f',
    '\u202e',
    'localhost',
  );
  await fc.assert(
    fc.asyncProperty(fc.array(parts, { maxLength: 8 }), async (pieces) => {
      const none: Reach = { ...publicReach, lookup: (_, take) => take(new Error('no names here'), []) };
      const read = await fetcherWithin(none, 2_000)(pieces.join(''));
      expect(read).toMatchObject({ fatal: true, message: expect.stringMatching(/^[^\n]*\.$/) });
    }),
    { numRuns: 200 },
  );
});
