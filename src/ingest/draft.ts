/** What a reader makes of one file, before sentences and numbers: the first form of an article inside ingest. */
import type { BlockRole, Field, Label, Page, Problem, Span, StatedDate } from '../model.ts';

export interface DraftBlock extends Span {
  readonly role: BlockRole;
  readonly level?: number;
  /** Where list items, lines of code and the like start after the first: a sentence never crosses one. */
  readonly itemStarts?: readonly number[];
}

/** What an article says about itself. */
export interface Details {
  readonly title: Field<string>;
  readonly authors: Field<readonly string[]>;
  readonly publisher: Field<string>;
  readonly via: Field<string>;
  readonly published: Field<StatedDate>;
  readonly url: Field<string>;
  readonly lang: Field<string>;
  readonly licence: Field<string>;
  readonly sources: readonly string[];
}

export interface Draft {
  readonly text: string;
  /** In order, not overlapping; nothing but white space lies between. */
  readonly blocks: readonly DraftBlock[];
  /** Only what was found. */
  readonly details: Partial<Details>;
  /** Of a format with pages: where each starts, in order. */
  readonly pages?: readonly Page[];
  /** Paragraphs are counted from each page, not from each heading. */
  readonly countsByPage?: boolean;
  /** Where a word was put together that the file breaks at the end of a line, in order. */
  readonly joins?: readonly number[];
  readonly labels?: readonly Label[];
  readonly problems: readonly Problem[];
}

export const isProblem = (read: Draft | Problem): read is Problem => 'fatal' in read;

export const fatal = (path: string, message: string): Problem => ({ path, message: shown(message), fatal: true });

export const warning = (path: string, message: string): Problem => ({ path, message: shown(message), fatal: false });

/** As it can stand in a sentence for people: no control or bidi characters, and no halves of any. */
const shown = (text: string): string => text.replace(/[\p{Cc}\p{Cf}\p{Cs}\u2028\u2029]/gu, '�');

/** A file's name as it can stand in a sentence, not endless. */
export function shownPath(path: string): string {
  const clean = shown(path);
  return clean.length > 200 ? `…${clean.slice(-199).replace(/^[\udc00-\udfff]/u, '')}` : clean;
}

/** Rounded up, so that what is over a limit also reads so. */
export const megabytes = (bytes: number): string => `${Math.ceil(bytes / 100_000) / 10} MB`;

export const bodyRoles: ReadonlySet<BlockRole> = new Set(['paragraph', 'list', 'quotation', 'code', 'table-row']);
