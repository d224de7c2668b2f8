/** The guard in front of Word files and EPUB books: what an archive says of itself is not believed, and what it unpacks to has limits. */
import { deflateRawSync } from 'node:zlib';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { entriesMax, entryBytesMax, ratioFreeBytes, readZip, type ZipFiles } from '../../src/ingest/zip.ts';
import type { Problem } from '../../src/model.ts';
import { zipOf } from './made-files.ts';

const read = (bytes: Uint8Array, wants = (_: string) => true): Promise<ZipFiles | Problem> =>
  readZip('a.docx', bytes, 'Word', wants);

async function refusal(bytes: Uint8Array): Promise<string> {
  const found = await read(bytes);
  if (!('fatal' in found)) throw new Error('It was read.');
  expect(found).toMatchObject({ path: 'a.docx', fatal: true });
  expect(found.message).toMatch(/^a\.docx [^\n]+; [^\n]+\.$/);
  return found.message;
}

/** An archive written by hand, which may say of its entries whatever it likes. */
interface Forged {
  readonly name: string;
  readonly data: Uint8Array;
  readonly method?: number;
  readonly flags?: number;
  readonly statedBytes?: number;
  readonly statedPackedBytes?: number;
  readonly checksum?: number;
  /** Where the data is said to stand: that of another entry. */
  readonly at?: number;
}

function forged(entries: readonly Forged[], statedEntries = entries.length): Uint8Array {
  const locals: Buffer[] = [];
  const centrals: Buffer[] = [];
  let offset = 0;
  for (const entry of entries) {
    const {
      data,
      method = 0,
      flags = 0,
      statedBytes = data.length,
      statedPackedBytes = data.length,
      checksum = 0,
    } = entry;
    const name = Buffer.from(entry.name);
    const common = Buffer.alloc(26);
    common.writeUInt16LE(20, 0);
    common.writeUInt16LE(flags, 2);
    common.writeUInt16LE(method, 4);
    common.writeUInt32LE(checksum >>> 0, 10);
    common.writeUInt32LE(statedPackedBytes, 14);
    common.writeUInt32LE(statedBytes, 18);
    common.writeUInt16LE(name.length, 22);
    const central = Buffer.alloc(46);
    central.writeUInt32LE(0x02014b50, 0);
    central.writeUInt16LE(20, 4);
    common.copy(central, 6);
    central.writeUInt32LE(entry.at ?? offset, 42);
    centrals.push(central, name);
    const local = Buffer.concat([Buffer.from('PK\x03\x04', 'latin1'), common, name, data]);
    locals.push(local);
    offset += local.length;
  }
  const directory = Buffer.concat(centrals);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(statedEntries, 8);
  end.writeUInt16LE(statedEntries, 10);
  end.writeUInt32LE(directory.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...locals, directory, end]);
}

const bytes = (text: string): Uint8Array => Buffer.from(text);
const zeros = (count: number): Uint8Array => deflateRawSync(Buffer.alloc(count));

test('what is wanted is read, and nothing else', async () => {
  const found = await read(await zipOf({ 'a.xml': 'one', 'b.png': 'two', 'c/d.txt': '' }), (name) =>
    name.endsWith('.xml'),
  );
  expect([...(found as ZipFiles)].map(([name, data]) => [name, Buffer.from(data).toString()])).toEqual([
    ['a.xml', 'one'],
  ]);
});

test('names in UTF-8 are read as such, whether the archive says so or not', async () => {
  const found = await read(forged([{ name: 'Kapitel ü.xml', data: bytes('') }]));
  expect([...(found as ZipFiles).keys()]).toEqual(['Kapitel ü.xml']);
});

test('an entry that unpacks to more than an entry may', async () => {
  const data = zeros(entryBytesMax + 1);
  expect(await refusal(forged([{ name: 'a.xml', data, method: 8, statedBytes: entryBytesMax + 1 }]))).toMatch(
    /unpacks to 32\.1 MB in “a\.xml”, and at most 32 MB/,
  );
});

test('entries that unpack to more than all may', async () => {
  const many = Array.from({ length: 5 }, (_, at) => ({
    name: `${at}.xml`,
    data: bytes(''),
    method: 8,
    statedBytes: 25_000_000,
  }));
  expect(await refusal(forged(many))).toMatch(/unpacks to 125 MB, and at most 100 MB/);
});

test('entries that all stand on the same bytes count each', async () => {
  const data = zeros(20_000_000);
  const first = { name: 'a.xml', data, method: 8, statedBytes: 20_000_000 };
  const others = Array.from({ length: 9 }, (_, at) => ({
    ...first,
    name: `${at}.xml`,
    data: bytes(''),
    statedPackedBytes: data.length,
    at: 0,
  }));
  expect(await refusal(forged([first, ...others]))).toMatch(/unpacks to 120 MB|packed \d+ to 1/);
});

test('an entry that is packed more densely than text can be', async () => {
  const data = zeros(2_000_000);
  expect(await refusal(forged([{ name: 'a.xml', data, method: 8, statedBytes: 2_000_000 }]))).toMatch(
    /is packed \d{3,4} to 1 in “a\.xml”, and at most 100 to 1/,
  );
  const small = zeros(ratioFreeBytes);
  const found = await read(await zipOf({ 'a.xml': Buffer.alloc(ratioFreeBytes) }));
  expect(small.length * 100).toBeLessThan(ratioFreeBytes);
  expect(found).not.toHaveProperty('fatal');
});

test.each([
  ['less', 500],
  ['more', 500_000],
])('an entry that states %s than it holds', async (_, statedBytes) => {
  expect(await refusal(forged([{ name: 'a.xml', data: zeros(60_000), method: 8, statedBytes }]))).toMatch(
    /states other sizes than its entries have/,
  );
});

test('an entry that states a few bytes and unpacks without end', async () => {
  const data = zeros(200_000_000);
  expect(await refusal(forged([{ name: 'a.xml', data, method: 8, statedBytes: 100 }]))).toMatch(/states other sizes/);
});

test('too many entries, and an archive that states fewer than it has', async () => {
  const many = Array.from({ length: entriesMax + 1 }, (_, at) => ({ name: `${at}`, data: bytes('') }));
  expect(await refusal(forged(many))).toMatch(/holds 2001 entries, and at most 2000/);
  expect([...((await read(forged(many, 3))) as ZipFiles).keys()]).toHaveLength(3);
});

test('two entries of one name', async () => {
  const entry = { name: 'word/document.xml', data: bytes('') };
  expect(await refusal(forged([entry, entry]))).toMatch(/two entries named “word\/document\.xml”/);
});

test.each(['../a.xml', 'a/../../b.xml', '/etc/passwd', 'C:\\a.xml', '..\\a.xml'])('an entry named %s', async (name) => {
  expect(await refusal(forged([{ name, data: bytes('') }]))).toMatch(/name points outside/);
});

test('an entry that is locked with a password', async () => {
  expect(await refusal(forged([{ name: 'a.xml', data: bytes('123456789012'), statedBytes: 0, flags: 1 }]))).toMatch(
    /locked with a password/,
  );
  expect(await refusal(forged([{ name: 'a.xml', data: bytes(''), flags: 0x41 }]))).toMatch(/locked with a password/);
});

test('an entry that is packed in another way', async () => {
  expect(await refusal(forged([{ name: 'a.xml', data: bytes('x'), method: 14 }]))).toMatch(/not read \(method 14\)/);
});

test('an entry whose bytes are not those that were packed', async () => {
  expect(await refusal(forged([{ name: 'a.xml', data: bytes('abc'), checksum: 1 }]))).toMatch(
    /does not fit its checksum/,
  );
});

test('bytes that are no archive, and half of one', async () => {
  expect(await refusal(bytes('PK, or so it says.'))).toMatch(/is no Word file or a damaged one/);
  const whole = await zipOf({ 'a.xml': 'one '.repeat(100) });
  for (const length of [0, 10, whole.length - 30, whole.length - 1])
    expect(await refusal(whole.subarray(0, length))).toMatch(/is no Word file or a damaged one/);
});

test('an archive with any byte changed is read or refused, and nothing is thrown', async () => {
  const whole = await zipOf({ 'word/document.xml': '<w:document/>'.repeat(20), 'b.xml': 'two' });
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.tuple(fc.nat(whole.length - 1), fc.nat(255)), { minLength: 1, maxLength: 4 }),
      async (changes) => {
        const changed = Uint8Array.from(whole);
        for (const [at, byte] of changes) changed[at] = byte;
        const found = await read(changed);
        if ('fatal' in found) expect(found.message).toMatch(/^a\.docx .*\.$/);
        else for (const data of found.values()) expect(data.length).toBeLessThanOrEqual(entryBytesMax);
      },
    ),
    { numRuns: 500 },
  );
});
