/** An archive with its directory, sizes, names and sums damaged: what any format that is packed has to bear. */
import { type Entries, zipOf } from '../ingest/made-files.ts';
import type { BadContents } from './bad-files.ts';

/** Signatures of the records of an archive (APPNOTE.TXT of PKWARE, 4.3). */
const central = Buffer.from('PK\u0001\u0002');
const end = Buffer.from('PK\u0005\u0006');

/** `part`: an entry that matters. */
export function badZips(entries: Entries, part: string): BadContents {
  const zipped = async () => Buffer.from(await zipOf(entries));
  const edited = (edit: (bytes: Buffer) => void) => async () => {
    const bytes = await zipped();
    edit(bytes);
    return bytes;
  };
  /** `offset`: within the record that comes first of its kind. */
  const field = (record: Buffer, offset: number, value: number, size: 2 | 4) =>
    edited((bytes) => {
      bytes.writeUIntLE(value, bytes.indexOf(record) + offset, size);
    });
  const named = (name: string) => () => zipOf({ ...entries, [name]: 'x' });
  /** A name that no honest program writes, put in the place of one as long. */
  const forged = (name: string) => async () => {
    const own = 'x'.repeat(name.length);
    const bytes = Buffer.from(await zipOf({ ...entries, [own]: 'y' }));
    return Buffer.from(bytes.toString('latin1').replaceAll(own, name), 'latin1');
  };
  return {
    'an archive without its end': async () => {
      const bytes = await zipped();
      return bytes.subarray(0, bytes.indexOf(end));
    },
    'an archive without its directory': async () => {
      const bytes = await zipped();
      return Buffer.concat([bytes.subarray(0, bytes.indexOf(central)), bytes.subarray(bytes.indexOf(end))]);
    },
    'an archive of nothing': async () => zipOf({}),
    'an archive with a comment of 60,000 letters': async () => {
      const bytes = await zipped();
      bytes.writeUInt16LE(60_000, bytes.length - 2);
      return Buffer.concat([bytes, Buffer.alloc(60_000, 'x')]);
    },
    'an archive with a comment that is cut off': edited((bytes) => bytes.writeUInt16LE(60_000, bytes.length - 2)),
    'an archive that counts too many entries': field(end, 10, 9_999, 2),
    'an archive that counts no entries': field(end, 10, 0, 2),
    'an archive whose directory is beyond its end': field(end, 16, 0x7fffffff, 4),
    'an archive whose directory is its start': field(end, 16, 0, 4),
    'an archive on another disk': field(end, 4, 7, 2),
    'an archive of a method that nobody knows': field(central, 10, 99, 2),
    'an archive that says it is locked': field(central, 8, 1, 2),
    'an entry with a wrong sum': field(central, 16, 0x12345678, 4),
    'an entry that says it is small': field(central, 24, 1, 4),
    'an entry that says it is huge': field(central, 24, 0x7fffffff, 4),
    'an entry that is packed into nothing': field(central, 20, 0, 4),
    'an entry beyond the end': field(central, 42, 0x7fffffff, 4),
    'an entry with a name of 65,535 letters': field(central, 28, 65_535, 2),
    'an entry with an extra of 65,535 bytes': field(central, 30, 65_535, 2),
    'all sums wrong': edited((bytes) => {
      for (let at = bytes.indexOf(central); at >= 0; at = bytes.indexOf(central, at + 4))
        bytes.writeUInt32LE(7, at + 16);
    }),
    'packed bytes that are damaged': edited((bytes) => bytes.fill(0xff, 60, Math.floor(bytes.length / 3))),
    'a name that climbs': forged('../../b.xml'),
    'a name from the root': forged('/etc/passwd'),
    'a name with a backslash': forged('word\\document.xml'),
    'a name with a NUL': forged('a\0b.xml'),
    'a name of an object’s own': named('__proto__'),
    'a name that is a folder': forged('folder/'),
    'a part twice': async () => {
      const bytes = Buffer.from(await zipOf({ ...entries, ['x'.repeat(part.length)]: 'y' }));
      return Buffer.from(bytes.toString('latin1').replaceAll('x'.repeat(part.length), part), 'latin1');
    },
    'a name of 5,000 letters': named(`${'a'.repeat(5_000)}.xml`),
    'a part under two names by case': named(part.toUpperCase()),
    'an archive within it': async () => zipOf({ ...entries, 'inner.zip': await zipped() }),
    'a part of 31 MB of spaces': () => zipOf({ ...entries, [part]: Buffer.alloc(31_000_000, ' ') }),
    'ten parts of 20 MB': () =>
      zipOf({
        ...entries,
        ...Object.fromEntries(Array.from({ length: 10 }, (_, at) => [`x${at}.xml`, Buffer.alloc(20_000_000, ' ')])),
      }),
  };
}
