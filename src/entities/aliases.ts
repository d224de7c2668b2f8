/**
 * Names that no sound joins: other names of countries, cities, peoples' organisations, and what abbreviations stand for.
 * Broadly known ones only; a corpus adds its own in `aliases.yaml`. Data, and how it is looked up.
 */
import { fold } from '../text/fold.ts';
import { aliasTable } from './alias-table.ts';
import { countryCalled } from './country-names.ts';
import { placeAliases } from './place-aliases.ts';

export interface Aliases {
  /** The same for all names of one thing; undefined for a name that isn't known to have another. */
  keyOf(name: string): string | undefined;
}

/** What an English text calls the country that has this name in another language; nothing where that is ambiguous. */
export const englishNamesOf = (name: string): readonly string[] =>
  tableKeys().get(keyForm(name)) === isAmbiguous ? [] : countryCalled(name);

/** "IS" and "US" are words in lower case. */
const abbreviationLettersMax = 3;

/** Articles stay: al-Quds is Jerusalem, but Quds may be short for the Quds Force. */
const keyForm = (name: string): string =>
  fold(name)
    .replace(/['.]/g, '')
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '' && word !== 'the')
    .join(' ');

/** `own`: another name → the name that it stands for; comes before the table. */
export function createAliases(own: ReadonlyMap<string, string> = new Map()): Aliases {
  if (own.size === 0) return known();
  const ownKeys = new Map<string, string>();
  for (const [other, main] of own) {
    const key = ownKeys.get(keyForm(main)) ?? aliasKeyOf(main) ?? `own:${keyForm(main)}`;
    const previous = ownKeys.get(keyForm(other));
    // A chain: whatever already pointed to the other name goes along.
    if (previous !== undefined) for (const [name, at] of ownKeys) if (at === previous) ownKeys.set(name, key);
    ownKeys.set(keyForm(main), key);
    ownKeys.set(keyForm(other), key);
  }
  return { keyOf: (name) => ownKeys.get(keyForm(name)) ?? aliasKeyOf(name) };
}

/** By the table alone. Short abbreviations count with two capitals or more. */
export function aliasKeyOf(name: string): string | undefined {
  const form = keyForm(name);
  if (form.length <= abbreviationLettersMax && /^[a-z]+$/.test(form) && !/\p{Lu}.*\p{Lu}/su.test(name))
    return undefined;
  return tableKeys().get(form) || undefined;
}

const isAmbiguous = '';
const known = (): Aliases => ({ keyOf: aliasKeyOf });

let table: ReadonlyMap<string, string> | undefined;

/** A name that stands in two lines is ambiguous, and joins nothing. */
function tableKeys(): ReadonlyMap<string, string> {
  if (table) return table;
  const keys = new Map<string, string>();
  const ambiguous = new Set<string>();
  for (const names of linesOf(aliasTable + placeAliases)) {
    const forms = names.map((name) => keyForm(name.trim())).filter(Boolean);
    for (const form of forms) {
      if (keys.has(form) && keys.get(form) !== forms[0]) ambiguous.add(form);
      keys.set(form, forms[0]!);
    }
  }
  for (const form of ambiguous) keys.set(form, isAmbiguous);
  table = keys;
  return table;
}

const linesOf = (lines: string): string[][] =>
  lines
    .trim()
    .split(/\n+/u)
    .map((line) => line.split('|'));
