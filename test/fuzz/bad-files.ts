/** Files that are broken, odd or mean harm, by name: each is read, or refused in one sentence. */
import { badBooks } from './bad-books.ts';
import { badMarkdown } from './bad-markdown.ts';
import { badPages } from './bad-pages.ts';
import { badPdfs } from './bad-pdfs.ts';
import { badTexts } from './bad-texts.ts';
import { badWordFiles } from './bad-word-files.ts';
import { type Ending, endings, soundFiles } from './sound-files.ts';

export interface BadFile {
  readonly name: string;
  readonly path: string;
  /** Made when it is read: all together would fill the memory. */
  readonly bytes: () => Uint8Array | Promise<Uint8Array>;
  /** Left open where either will do. */
  readonly isRead?: boolean;
}

/** Files of one format by name: what stands in them. */
export type BadContents = Readonly<Record<string, () => string | Uint8Array | Promise<Uint8Array>>>;

const repeated = (byte: number, times: number) => () => new Uint8Array(times).fill(byte);

/** Where there is nothing to read, whatever the format. */
const nothing: BadContents = {
  'no byte': repeated(0, 0),
  'one line end': repeated(0x0a, 1),
  'one space': repeated(0x20, 1),
  'a byte order mark and nothing else': () => Uint8Array.of(0xef, 0xbb, 0xbf),
  'a byte order mark of UTF-16 and nothing else': () => Uint8Array.of(0xff, 0xfe),
  'a million spaces': repeated(0x20, 1_000_000),
  'a million line ends': repeated(0x0a, 1_000_000),
};

/** Bytes that may be letters in some encoding. */
const bytesOfOneKind: BadContents = {
  'one NUL': repeated(0, 1),
  'a thousand NULs': repeated(0, 1_000),
  'one byte that is no ASCII': repeated(0xff, 1),
  'a million bytes that are no ASCII': repeated(0xff, 1_000_000),
};

/** Where a file is cut off, in parts of a hundred. */
const cuts = [1, 10, 25, 50, 75, 90, 99] as const;

const everywhere = (ending: Ending): BadFile[] => [
  ...filesOf(ending, nothing, false),
  ...filesOf(ending, bytesOfOneKind),
  ...cuts.map(
    (cut): BadFile => ({
      name: `.${ending} cut off after ${cut} % of it`,
      path: `a.${ending}`,
      bytes: () => soundFiles[ending].slice(0, Math.ceil((soundFiles[ending].length * cut) / 100)),
    }),
  ),
  ...endings
    .filter((other) => other !== ending)
    .map(
      (other): BadFile => ({
        name: `.${ending} that is in truth .${other}`,
        path: `a.${ending}`,
        bytes: () => soundFiles[other],
      }),
    ),
  {
    name: `.${ending} twice over`,
    path: `a.${ending}`,
    bytes: () => Buffer.concat([soundFiles[ending], soundFiles[ending]]),
  },
  {
    name: `.${ending} behind other bytes`,
    path: `a.${ending}`,
    bytes: () => Buffer.concat([Buffer.from('\u0001\u0002x'.repeat(40)), soundFiles[ending]]),
  },
  { name: `.${ending} backwards`, path: `a.${ending}`, bytes: () => soundFiles[ending].slice().reverse() },
];

function filesOf(ending: Ending, contents: BadContents, isRead?: boolean): BadFile[] {
  return Object.entries(contents).map(([name, content]) => ({
    name: `.${ending} of ${name}`,
    path: `a.${ending}`,
    bytes: async () => {
      const made = await content();
      return typeof made === 'string' ? Buffer.from(made) : made;
    },
    ...(isRead !== undefined && { isRead }),
  }));
}

/** Names that a sentence has to hold, of files that hold nothing. */
const names = {
  'a name with a line end': 'a\nb.md',
  'a name with an override from right to left': 'a\u202efdp.md',
  'a name of a thousand letters': `${'a'.repeat(1_000)}.md`,
  'a name with a lone surrogate': 'a\ud83d.md',
  'a name in decomposed letters': `${'é'.normalize('NFD')}.md`,
  'a name that climbs': '../../a.md',
  'a name that is nothing but an ending': '.md',
  'a name with Markdown': '**a** <@1> @everyone.md',
  'a name without an ending': 'a',
  'an ending that nobody knows': 'a.xyz',
  'an ending in capitals': 'A.MD',
  'an ending of an object’s own': 'a.__proto__',
  'two endings': 'a.pdf.md',
} as const;

export const badFiles: readonly BadFile[] = [
  ...endings.flatMap(everywhere),
  ...filesOf('txt', badTexts),
  ...filesOf('md', badMarkdown),
  ...filesOf('html', badPages),
  ...filesOf('docx', badWordFiles),
  ...filesOf('epub', badBooks),
  ...filesOf('pdf', badPdfs),
  ...Object.entries(names).map(
    ([name, path]): BadFile => ({ name: `nothing under ${name}`, path, bytes: () => new Uint8Array(0), isRead: false }),
  ),
];
