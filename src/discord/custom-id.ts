/**
 * What a button does ↔ its custom_id. A button holds all it needs, in at most 100 characters, and nothing is kept in
 * memory: it works after a restart and for every reader. Ids are readable ("1:turn:who:2=Qasem Soleimani") and carry a
 * version, so that a button of an older message is known as such; whatever isn't one of ours parses to null.
 */
import { createHash } from 'node:crypto';
import type { Span } from '../model.ts';
import { customIdCharsMax } from './limits.ts';
import { cleaned } from './typed.ts';

const version = '1';

/**
 * turn: the message becomes this, for who asked it; any other reader gets a private copy.
 * open: a private answer for who pressed. share: a message for everyone.
 */
export type Act = 'turn' | 'open' | 'share';

/** The words of a question; those too long for an id stand in the message, and the id holds their hash. */
export type QueryPart = { readonly text: string } | { readonly hash: string };

/** A passage of an article, with the hash of its text, so that it is found again in a source that has changed since. */
export interface Pointed extends Span {
  readonly hash: string;
  /** Four characters of the hash of what stands before and after. */
  readonly around: string;
}

export type Address =
  | {
      readonly kind: 'answer';
      readonly act: Act;
      readonly command: string;
      readonly query: QueryPart;
      readonly page: number;
    }
  /** One of the things offered by the answer to a question, when its own words are too long for an id. */
  | { readonly kind: 'choice'; readonly command: string; readonly query: QueryPart; readonly hash: string }
  | {
      readonly kind: 'reading';
      readonly act: Act;
      readonly article: string;
      readonly at: number;
      readonly mark?: Pointed;
    }
  | { readonly kind: 'cite'; readonly article: string; readonly passage: Pointed }
  /** The message as it stands, for everyone. */
  | { readonly kind: 'repost' }
  | { readonly kind: 'remove' }
  /** A menu: what it does stands in the chosen value, which is an id as well. */
  | { readonly kind: 'menu' };

/** Eight characters that tell texts apart: 48 bits of SHA-256. */
export const hashOf = (text: string): string =>
  createHash('sha256').update(text).digest('base64url').slice(0, 8).replaceAll('-', '.');

/** True when ids can hold the question themselves; if not, the message must show it (see `QueryPart`). */
export const fitsIds = (command: string, query: string): boolean =>
  `${version}:pick:${command}:${hashOf('')}=${query}`.length <= customIdCharsMax;

/** The part of an id that stands for a question. */
export const queryPartOf = (command: string, query: string): QueryPart =>
  fitsIds(command, query) ? { text: query } : { hash: hashOf(query) };

/** Throws when the id would be too long, which `queryPartOf` rules out; the question itself is not told. */
export function customIdOf(address: Address): string {
  const id = `${version}:${wordsOf(address)}`;
  if (id.length > customIdCharsMax)
    throw new Error(`The id of a button (${address.kind}) is longer than ${customIdCharsMax} characters`);
  return id;
}

/** What a custom_id asks for; null for one of another version, a forged or a damaged one, and for what is no id at all. */
export function parseCustomId(id: unknown): Address | null {
  if (typeof id !== 'string' || id.length > customIdCharsMax || !id.startsWith(`${version}:`)) return null;
  const words = id.slice(version.length + 1);
  for (const read of readers) {
    const address = read(words);
    // An id says one thing in one way only: "007" is not how a 7 is written here.
    if (address) return customIdOf(address) === id ? address : null;
  }
  return null;
}

function wordsOf(address: Address): string {
  switch (address.kind) {
    case 'answer':
      return `${address.act}:${address.command}:${address.page}${queryWords(address.query)}`;
    case 'choice':
      return `pick:${address.command}:${address.hash}${queryWords(address.query)}`;
    case 'reading': {
      const mark = address.mark ? `:${pointedWords(address.mark)}` : '';
      return `read:${address.act}:${address.article}:${address.at}${mark}`;
    }
    case 'cite':
      return `cite:${address.article}:${pointedWords(address.passage)}`;
    case 'repost':
      return 'repost';
    case 'remove':
      return 'remove';
    case 'menu':
      return 'menu';
  }
}

const queryWords = (query: QueryPart): string => ('text' in query ? `=${query.text}` : `#${query.hash}`);
const pointedWords = ({ start, end, hash, around }: Pointed): string => `${start}-${end}:${hash}${around}`;

const readers: readonly ((words: string) => Address | null)[] = [
  (words) => (words === 'remove' ? { kind: 'remove' } : null),
  (words) => (words === 'repost' ? { kind: 'repost' } : null),
  (words) => (words === 'menu' ? { kind: 'menu' } : null),
  (words) => {
    const [, act, command, page, rest] = /^(turn|open|share):([\w-]{1,32}):(\d{1,3})([=#].*)$/su.exec(words) ?? [];
    const query = queryFrom(rest);
    return act && command && query ? { kind: 'answer', act: act as Act, command, query, page: Number(page) } : null;
  },
  (words) => {
    const [, command, hash, rest] = /^pick:([\w-]{1,32}):([\w.]{8})([=#].*)$/su.exec(words) ?? [];
    const query = queryFrom(rest);
    return command && hash && query ? { kind: 'choice', command, query, hash } : null;
  },
  (words) => {
    const [, act, article, at, rest] = /^read:(turn|open|share):([\w-]{1,16}):(\d{1,9})(?::(.+))?$/u.exec(words) ?? [];
    if (!act || !article) return null;
    const mark = pointedFrom(rest);
    if (rest !== undefined && !mark) return null;
    return { kind: 'reading', act: act as Act, article, at: Number(at), ...(mark && { mark }) };
  },
  (words) => {
    const [, article, rest] = /^cite:([\w-]{1,16}):(.+)$/u.exec(words) ?? [];
    const passage = pointedFrom(rest);
    return article && passage ? { kind: 'cite', article, passage } : null;
  },
];

function queryFrom(words: string | undefined): QueryPart | null {
  if (!words) return null;
  const value = words.slice(1);
  if (words.startsWith('#')) return /^[\w.]{8}$/u.test(value) ? { hash: value } : null;
  return cleaned(value) === value ? { text: value } : null;
}

function pointedFrom(words: string | undefined): Pointed | null {
  const [, start, end, hash, around] = /^(\d{1,9})-(\d{1,9}):([\w.]{8})([\w.]{4})$/u.exec(words ?? '') ?? [];
  return hash && around && Number(start) < Number(end)
    ? { start: Number(start), end: Number(end), hash, around }
    : null;
}
