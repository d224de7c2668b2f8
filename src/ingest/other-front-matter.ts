/** Front matter that is no YAML, as plain keys and values: Hugo's between "+++", Pandoc's three lines that begin with "%". */

export interface OtherFrontMatter {
  /** End of the block with its closing fence. */
  readonly end: number;
  readonly plain: ReadonlyMap<string, unknown>;
}

export const otherFrontMatter = (head: string): OtherFrontMatter | null => tomlOf(head) ?? titleBlockOf(head);

const fenced = /^\+\+\+[ \t]*\n([\s\S]*?)^\+\+\+[ \t]*$/m;
const pair = /^[ \t]*["']?([A-Za-z_][\w-]*)["']?[ \t]*=(.*)$/;

/** Of TOML, what such a head says of its text: strings, days, and lists of strings. What stands in a table is something else's. */
function tomlOf(head: string): OtherFrontMatter | null {
  const block = fenced.exec(head);
  if (block?.index !== 0) return null;
  const own = (block[1] ?? '').replace(/^[ \t]*\[[^\n]*\][ \t]*$[\s\S]*/m, '');
  const plain = new Map<string, unknown>();
  // A list may go over several lines.
  for (const line of own.replace(/\[[^[\]]*\]/g, (list) => list.replace(/\n/g, ' ')).split('\n')) {
    const [, key, value] = pair.exec(line) ?? [];
    if (key && value) plain.set(key.toLowerCase(), valueIn(value.trim()));
  }
  return { end: block[0].length, plain };
}

const quoted = /"((?:[^"\\]|\\.)*)"|'([^']*)'/g;

function valueIn(value: string): unknown {
  const strings = [...value.matchAll(quoted)].map(([, basic, literal]) => literal ?? unescaped(basic ?? ''));
  if (value.startsWith('[')) return strings;
  return /^["']/.test(value) ? strings[0] : value.split(' #')[0]?.trim();
}

const unescaped = (text: string): string => text.replace(/\\(["\\])/g, '$1');

/** Title, authors, day, in this order; a line that begins with a space goes on with the one before. */
const titleBlock = /^% (\S.*(?:\n[ \t]+\S.*)*)(?:\n%(.*(?:\n[ \t]+\S.*)*))?(?:\n%(.*))?(?=\n|$)/;

function titleBlockOf(head: string): OtherFrontMatter | null {
  const block = /^%%/.test(head) ? null : titleBlock.exec(head);
  if (!block) return null;
  const [whole, title, authors = '', date = ''] = block;
  const names = authors.split(/[;\n]/).map((name) => name.replace(/\^\[.*/, '').trim());
  const plain = new Map<string, unknown>([
    ['title', title],
    ['author', names.filter((name) => name !== '')],
    ['date', date.trim()],
  ]);
  return { end: whole.length, plain };
}
