/**
 * What a message quotes: the words in quotation marks of any shape, block quotations, or, without either, all of it. What
 * stands around them (who is said to have said it) is kept apart.
 */

export interface QuotedWords {
  /** In order; never empty strings. */
  readonly quoted: readonly string[];
  /** The rest of the message. */
  readonly around: string;
  /** True when nothing is marked as quoted, and the whole message was taken. */
  readonly isWhole: boolean;
}

/** Opening mark → the marks that may close it: English, German, Nordic, French, Polish, East Asian. */
const closersOf: Readonly<Record<string, string>> = {
  '“': '”', '„': '“”"', '”': '”', '«': '»', '»': '«»', '‹': '›', '›': '‹›', '"': '"”', '＂': '＂', '‟': '”', '「': '」', '『': '』', '〝': '〞〟',
}; // biome-ignore format: a table
/** Single marks are apostrophes as well: they count where there are no double ones. */
const singleClosersOf: Readonly<Record<string, string>> = { '‘': '’', '‚': '‘’', "'": "'", '’': '’' };
/** Marks of which the one that opens is not the one that closes, so that one may stand within another. */
const nesting = new Set(['“', '«', '「', '『', '‹']);
const apostrophes = new Set(["'", '’', '"']);
/** A quotation in a message is no longer than a message. */
const quotedCharsMax = 4_000;

/** `isNamed`: whether words in marks name something, a title perhaps, and quote nothing. */
export function quotedWords(message: string, isNamed: (words: string) => boolean): QuotedWords {
  const text = withoutDiscordTokens(message).replace(/\r\n?/gu, '\n');
  const blocks = blockQuotations(text, isNamed);
  const inMarks = (closers: Readonly<Record<string, string>>) => marked(blocks.rest, closers);
  const doubles = inMarks(closersOf);
  const marks = doubles.quoted.length > 0 ? doubles : inMarks(singleClosersOf);
  const named = marks.quoted.filter(isNamed);
  const quoted = [...blocks.quoted, ...marks.quoted.filter((words) => !isNamed(words))];
  const around = [marks.rest, ...named, ...blocks.attributions].join('\n');
  if (quoted.length > 0) return { quoted, around, isWhole: false };
  const { said } = signed(text.trim(), isNamed);
  return { quoted: said ? [said] : [], around: text, isWhole: true };
}

/** Without mentions, emoji, timestamps and addresses, which are no words of anybody's. */
const withoutDiscordTokens = (text: string): string =>
  text
    .replace(/<(?:[@#][!&]?\d+|a?:\w+:\d+|t:-?\d+(?::\w)?|\/[^:>]{1,100}:\d+)>/gu, ' ')
    .replace(/<?https?:\/\/[^\s>)]+>?/gu, ' ');

/** "It rained. — The flood": the words, and the source that is named behind them. */
function signed(words: string, isNamed: (words: string) => boolean): { said: string; name: string | null } {
  const [, said = '', name = ''] = /^(.*\S)\s+(?:[—–―-]|--)\s+([^\n—–―]{1,200})$/su.exec(words) ?? [];
  return name && isNamed(name) ? { said, name } : { said: words, name: null };
}

/** Lines behind "> ", and all that follows ">>> ". Small print and a line that begins with a dash say where they are from. */
function blockQuotations(
  text: string,
  isNamed: (words: string) => boolean,
): { quoted: string[]; attributions: string[]; rest: string } {
  const quoted: string[] = [];
  const attributions: string[] = [];
  const rest: string[] = [];
  let block: string[] = [];
  let isRest = false;
  const close = () => {
    const lines = block.filter((line) => !isAttribution(line));
    attributions.push(...block.filter(isAttribution));
    const { name, said } = signed(lines.join('\n').trim(), isNamed);
    if (name !== null) attributions.push(name);
    const words = withoutMarks(said);
    if (words) quoted.push(words);
    block = [];
  };
  for (const line of text.split('\n')) {
    const all = /^>>> ?(.*)$/u.exec(line)?.[1];
    const one = all ?? /^> ?(.*)$/u.exec(line)?.[1];
    if (all !== undefined) isRest = true;
    if (one !== undefined) block.push(one);
    else if (isRest) block.push(line);
    else {
      close();
      rest.push(line);
    }
  }
  close();
  return { quoted, attributions, rest: rest.join('\n') };
}

const isAttribution = (line: string): boolean => /^\s*(?:-#|[—–―]|--)\s*\S/u.test(line);

/** Marks around the whole of a block quotation. */
function withoutMarks(words: string): string {
  const closers = closersOf[words[0] ?? ''];
  const isWhole =
    closers?.includes(words.at(-1) ?? '') && !marked(words.slice(1, -1), closersOf).rest.includes(words[0]!);
  return isWhole ? words.slice(1, -1).trim() : words;
}

/** Marks that open and never close, after which none is looked at any more: each is followed to the end of the text. */
const unclosedMax = 50;

function marked(text: string, closers: Readonly<Record<string, string>>): { quoted: string[]; rest: string } {
  const quoted: string[] = [];
  let rest = '';
  let unclosed = 0;
  for (let at = 0; at < text.length; at++) {
    const char = text[at]!;
    const isOpen = closers[char] !== undefined && unclosed < unclosedMax && opensAt(text, at);
    const end = isOpen ? closingAt(text, at, closers[char]!) : -1;
    const words = end < 0 ? '' : text.slice(at + 1, end).trim();
    if (isOpen && end < 0) unclosed++;
    if (!words) rest += char;
    else {
      quoted.push(words);
      rest += ' ';
      at = end;
    }
  }
  return { quoted, rest };
}

/** At the beginning of a word: behind nothing, white space or a bracket. East Asian marks open anywhere. */
const opensAt = (text: string, at: number): boolean =>
  /[「『“«„〝]/u.test(text[at]!)
    ? /\S/u.test(text.slice(at + 1, at + 3))
    : /^$|[\s([{*_~|—–-]/u.test(text[at - 1] ?? '') && /[\s«»]?\S/u.test(text.slice(at + 1, at + 3));

/** Offset of the mark that closes the one at `at`; -1 without one. */
function closingAt(text: string, at: number, closers: string): number {
  const opener = text[at]!;
  const end = Math.min(text.length, at + quotedCharsMax);
  let depth = 0;
  for (let to = at + 1; to < end; to++) {
    const char = text[to]!;
    if (!nesting.has(opener) && text.startsWith('\n\n', to)) return -1;
    // A quotation of several paragraphs opens each of them and closes the last.
    if (char === opener && text[to - 1] === '\n') return to - 1;
    if (char === opener && nesting.has(opener)) depth++;
    if (!closers.includes(char)) continue;
    // Within a word it is an apostrophe.
    if (apostrophes.has(char) && /[\p{L}\p{N}]/u.test(text[to + 1] ?? '')) continue;
    if (depth === 0) return to;
    depth--;
  }
  return -1;
}
