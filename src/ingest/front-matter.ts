/**
 * The block on top of a Markdown file, mostly YAML → details. Only known keys are copied, only plain values: a file cannot bring
 * anything else in, and what is broken costs a warning, not the article.
 */
import { isScalar, LineCounter, parseDocument } from 'yaml';
import type { Field, Problem, StatedDate } from '../model.ts';
import { dateInUrl, statedDateOf } from './dates.ts';
import { type Details, shownPath, warning } from './draft.ts';
import { otherFrontMatter } from './other-front-matter.ts';

/** Far more than any real one; the parser never sees a longer one. */
const charsMax = 65_536;
const aliasesMax = 50;
const valueCharsMax = 1000;
const listMax = 50;

export interface FrontMatter {
  /** End of the block with its closing fence; 0 when the file has none. */
  readonly end: number;
  readonly details: Partial<Details>;
  readonly problems: readonly Problem[];
}

export function frontMatterOf(path: string, text: string): FrontMatter {
  const opening = /^---[ \t]*\n/.exec(text);
  if (!opening) return otherwise(path, text.slice(0, charsMax));
  const closing = /^(?:---|\.\.\.)[ \t]*$/m.exec(text.slice(opening[0].length, opening[0].length + charsMax + 8));
  if (!closing) return unclosed(path, text, opening[0].length);
  const yaml = text.slice(opening[0].length, opening[0].length + closing.index);
  return { end: opening[0].length + closing.index + closing[0].length, ...detailsOf(path, yaml) };
}

function otherwise(path: string, head: string): FrontMatter {
  const other = otherFrontMatter(head);
  if (!other) return { end: 0, details: {}, problems: [] };
  const problems: Problem[] = [];
  return { end: other.end, details: knownDetails(path, other.plain, problems), problems };
}

/** Without a closing fence, lines of "key: value" at the top are still no prose; a rule above a text is none of ours. */
function unclosed(path: string, text: string, from: number): FrontMatter {
  const keys = /^(?:[A-Za-z_][\w-]{0,40}[ \t]*:[^\n]{0,1000}(?:\n|$)|[ \t]*-[ \t][^\n]{0,1000}(?:\n|$))+/.exec(
    text.slice(from, from + charsMax),
  )?.[0];
  if (!keys) return { end: 0, details: {}, problems: [] };
  const message = `${shownPath(path)} opens front matter on line 1 and never closes it, or it is longer than 64 KB; end it with a line "---".`;
  return { end: from + keys.trimEnd().length, details: {}, problems: [warning(path, message)] };
}

function detailsOf(path: string, yaml: string): Pick<FrontMatter, 'details' | 'problems'> {
  const lines = new LineCounter();
  const problems: Problem[] = [];
  let plain: unknown;
  try {
    const document = parseDocument(yaml, {
      schema: 'core',
      lineCounter: lines,
      prettyErrors: false,
      logLevel: 'silent',
    });
    const error = document.errors[0];
    if (error) {
      const line = lines.linePos(error.pos[0]).line + 1;
      const what = toldOf(error);
      return {
        details: {},
        problems: [
          warning(
            path,
            `The front matter of ${shownPath(path)} is broken on line ${line} (${what}), so none of it was used; mend that line.`,
          ),
        ],
      };
    }
    if (isScalar(document.contents) || document.contents === null) {
      return { details: {}, problems: yaml.trim() && document.contents !== null ? [notPairs(path)] : [] };
    }
    plain = document.toJS({ maxAliasCount: aliasesMax });
  } catch (error) {
    const what = error instanceof Error ? toldOf(error) : 'unreadable';
    return {
      details: {},
      problems: [
        warning(
          path,
          `The front matter of ${shownPath(path)} could not be read (${what}), so none of it was used; write plain "key: value" lines.`,
        ),
      ],
    };
  }
  if (typeof plain !== 'object' || plain === null || Array.isArray(plain))
    return { details: {}, problems: [notPairs(path)] };
  return { details: knownDetails(path, new Map(Object.entries(plain)), problems), problems };
}

/** What the parser says, as part of a sentence. */
const toldOf = ({ message }: Error): string =>
  /call stack/u.test(message)
    ? 'it nests too deep'
    : message
        .replace(/\s+/g, ' ')
        .slice(0, 120)
        .replace(/[.:\s]+$/, '');

const notPairs = (path: string): Problem =>
  warning(
    path,
    `The front matter of ${shownPath(path)} holds no "key: value" lines, so none of it was used; write for example "title: …".`,
  );

function knownDetails(path: string, plain: ReadonlyMap<string, unknown>, problems: Problem[]): Partial<Details> {
  const complain = (key: string, what: string) =>
    problems.push(
      warning(
        path,
        `In the front matter of ${shownPath(path)}, ${key} ${what}, so it was not used; correct it or take it out.`,
      ),
    );
  const text = (...keys: string[]): Field<string> | null => {
    for (const key of keys) {
      const value = plain.get(key);
      if (value === undefined || value === null || value === '') continue;
      const scalar = scalarOf(value);
      if (scalar) return { value: scalar, from: 'front-matter' };
      complain(`"${key}"`, 'is not one short value');
    }
    return null;
  };
  const list = (...keys: string[]): readonly string[] | null => {
    for (const key of keys) {
      const value = plain.get(key);
      if (value === undefined || value === null || value === '') continue;
      const values = (Array.isArray(value) ? value.slice(0, listMax) : [value]).map((each) => scalarOf(unlinked(each)));
      if (values.length > 0 && values.every((each) => each !== null)) return values;
      complain(`"${key}"`, 'is not a list of short values');
    }
    return null;
  };
  // "source" may be an address, or what the text is from.
  const isAddress = /^https?:\/\//i.test(String(plain.get('source') ?? ''));
  const url = urlField(text('url', 'link', 'source_url', 'canonical', ...(isAddress ? ['source'] : [])), complain);
  const lang = langField(text('lang', 'language'), complain);
  const authors = list('author', 'authors');
  const published = dateField(text('published', 'date'), complain) ?? dateFromUrl(url);
  const fields = {
    title: text('title'),
    authors: authors && { value: authors, from: 'front-matter' },
    publisher: text('publisher', 'publication'),
    via: text('via'),
    published,
    url,
    lang,
    licence: text('licence', 'license'),
    sources: list('sources'),
  };
  return Object.fromEntries(Object.entries(fields).filter(([, field]) => field !== null)) as Partial<Details>;
}

/** Note-taking programs link people to a note on each: "[[Jane Doe]]", which without quotes YAML takes for lists. */
function unlinked(value: unknown): unknown {
  const linked =
    Array.isArray(value) && value.length === 1 ? (Array.isArray(value[0]) ? value[0][0] : value[0]) : value;
  return typeof linked === 'string' ? linked.replace(/^\[\[(?:[^\]|]*\|)?([^\]|]+)\]\]$/, '$1') : linked;
}

function scalarOf(value: unknown): string | null {
  if (typeof value !== 'string' && typeof value !== 'number' && typeof value !== 'boolean') return null;
  const text = String(value).replace(/\s+/g, ' ').trim();
  return text && text.length <= valueCharsMax ? text : null;
}

type Complain = (key: string, what: string) => void;

function urlField(field: Field<string> | null, complain: Complain): Field<string> | null {
  if (!field?.value) return null;
  if (/^https?:\/\//i.test(field.value) && URL.canParse(field.value)) return field;
  complain('"url"', 'is no http or https address');
  return null;
}

function langField(field: Field<string> | null, complain: Complain): Field<string> | null {
  if (!field?.value) return null;
  try {
    return { ...field, value: Intl.getCanonicalLocales(field.value)[0] ?? null };
  } catch {
    complain('"lang"', 'is no language tag such as en or pt-BR');
    return null;
  }
}

function dateField(field: Field<string> | null, complain: Complain): Field<StatedDate> | null {
  if (!field?.value || /^(?:not stated|unknown|undated|n\/?a|none)$/i.test(field.value)) return null;
  const date = statedDateOf(field.value);
  if (date) return { value: date, from: 'front-matter' };
  complain('"published"', `(${field.value.slice(0, 40)}) is no date such as 2016-04-13`);
  return null;
}

function dateFromUrl(url: Field<string> | null): Field<StatedDate> | null {
  const found = url?.value ? dateInUrl(url.value) : null;
  return found && { value: found.date, from: 'url-path', note: 'the date in its address' };
}
