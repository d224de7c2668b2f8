/**
 * `aliases.yaml` at the top of a corpus folder → what its owner says of the names in it: other names of one thing, types,
 * words that are no names, names that stand apart. A wrong entry costs itself and a clear warning, nothing else.
 */
import { parseDocument } from 'yaml';
import { z } from 'zod';
import type { Corrections, EntityType, Problem } from '../model.ts';
import { shownPath, warning } from './draft.ts';

export const aliasesFile = 'aliases.yaml';
/** Some ten thousand entries. */
export const aliasesBytesMax = 1_000_000;
const yamlAliasesMax = 50;
const problemsMax = 20;
const namesShownMax = 5;
const types = ['person', 'organisation', 'place', 'event', 'untyped'] as const satisfies readonly EntityType[];

const nameSchema = z
  .union([z.string(), z.number().transform(String)], { error: 'is not a name' })
  .transform((name) => name.trim())
  .pipe(
    z
      .string()
      .max(200, { error: 'is longer than 200 characters' })
      .regex(/[\p{L}\p{N}]/u, { error: 'is empty' }),
  );
const typeSchema = z.enum(types, { error: `is no type; write ${types.slice(0, -1).join(', ')} or ${types.at(-1)}` });

const example: Readonly<Record<string, string>> = {
  alias: '"Daesh: Islamic State"',
  retype: '"Tartus: place"',
  hide: '"- Reply"',
  split: '"- Free Army"',
};

export function correctionsOf(text: string): { corrections: Corrections; problems: Problem[] } {
  const found: string[] = [];
  const complain = (what: string) => {
    found.push(`In ${aliasesFile}, ${what}.`);
  };
  const sections = sectionsOf(text, complain);
  const alias = new Map<string, string>();
  for (const [other, main] of pairsOf(sections, 'alias', complain)) {
    const [from, to] = [nameOf('alias', other, complain), nameOf('alias', main, complain)];
    if (from === undefined || to === undefined) continue;
    if (from.toLowerCase() === to.toLowerCase()) {
      complain(`alias joins “${shown(other)}” to itself; write another name first, then the name it stands for`);
    } else alias.set(from, to);
  }
  const retype = new Map<string, EntityType>();
  for (const [name, type] of pairsOf(sections, 'retype', complain)) {
    const own = nameOf('retype', name, complain);
    const parsed = typeSchema.safeParse(typeof type === 'string' ? type.trim().toLowerCase() : type);
    if (!parsed.success)
      complain(`retype gives “${shown(name)}” the type “${shown(type)}”, which ${messageOf(parsed.error)}`);
    else if (own !== undefined) retype.set(own, parsed.data);
  }
  const hide = namesOf(sections, 'hide', complain);
  const split = namesOf(sections, 'split', complain);
  for (const name of split.filter((one) => alias.has(one))) {
    complain(`“${shown(name)}” stands under alias and under split, and was kept apart; take one of the two out`);
    alias.delete(name);
  }
  const more = found.length - problemsMax;
  const messages = more > 0 ? [...found.slice(0, problemsMax), `${aliasesFile} has ${more} more such entries.`] : found;
  return {
    corrections: { alias, retype, hide, split },
    problems: messages.map((message) => warning(aliasesFile, message)),
  };
}

/** Entries that name nothing in the library: nearly always a slip, and without a word nobody would see it. */
export function unmetProblems(unmet: readonly { readonly section: string; readonly name: string }[]): Problem[] {
  const named = Map.groupBy(unmet, ({ section }) => section);
  return [...named].flatMap(([section, entries]) => {
    const names = entries.slice(0, namesShownMax).map(({ name }) => `“${shown(name)}”`);
    const more = entries.length > names.length ? ` and ${entries.length - names.length} more` : '';
    const [verb, they] = entries.length === 1 ? ['names', 'it'] : ['name', 'them'];
    return warning(
      aliasesFile,
      `In ${aliasesFile}, ${names.join(', ')}${more} of ${section} ${verb} nothing in the library; write ${they} as the articles do, or take ${they} out.`,
    );
  });
}

type Complain = (what: string) => void;

/** The four sections by name; a file that is no YAML gives none. */
function sectionsOf(text: string, complain: Complain): ReadonlyMap<string, unknown> {
  const none = new Map<string, unknown>();
  let plain: unknown;
  try {
    const document = parseDocument(text, { schema: 'core', prettyErrors: true, logLevel: 'silent' });
    const error = document.errors[0];
    if (error) {
      const line = error.linePos?.[0].line;
      const what = error.message
        .split('\n')[0]!
        .replace(/ at line .*$/, '')
        .slice(0, 120);
      complain(`line ${line ?? 1} is broken (${what}), so nothing in it was used; mend that line`);
      return none;
    }
    plain = document.toJS({ maxAliasCount: yamlAliasesMax, mapAsMap: true });
  } catch (error) {
    complain(
      `nothing could be read (${shown(error instanceof Error ? error.message : error)}); write plain lines, as the README shows`,
    );
    return none;
  }
  if (plain === null || plain === undefined) return none;
  if (!(plain instanceof Map)) {
    complain('there are no sections; write "alias:", "retype:", "hide:" or "split:" and the entries below it');
    return none;
  }
  const sections = new Map([...plain].map(([key, value]) => [String(key), value as unknown]));
  for (const key of sections.keys()) {
    if (!(key in example))
      complain(`there is no section “${shown(key)}”; the sections are alias, retype, hide and split`);
  }
  return sections;
}

function pairsOf(sections: ReadonlyMap<string, unknown>, section: string, complain: Complain): [unknown, unknown][] {
  const value = sections.get(section);
  if (value === undefined || value === null) return [];
  if (value instanceof Map) return [...value];
  complain(`${section} holds no pairs; write one a line, such as ${example[section]}`);
  return [];
}

function namesOf(sections: ReadonlyMap<string, unknown>, section: string, complain: Complain): string[] {
  const value = sections.get(section);
  if (value === undefined || value === null) return [];
  if (!Array.isArray(value)) {
    complain(`${section} holds no list; write one name a line, such as ${example[section]}`);
    return [];
  }
  return value.flatMap((name: unknown) => nameOf(section, name, complain) ?? []);
}

function nameOf(section: string, name: unknown, complain: Complain): string | undefined {
  const parsed = nameSchema.safeParse(name);
  if (parsed.success) return parsed.data;
  complain(
    `the entry “${shown(name)}” of ${section} ${messageOf(parsed.error)}; write a name, such as ${example[section]}`,
  );
  return undefined;
}

const messageOf = (error: z.ZodError): string => error.issues[0]?.message ?? 'is not right';

const shown = (value: unknown): string =>
  shownPath(value instanceof Map ? 'a section' : Array.isArray(value) ? 'a list' : String(value ?? '')).slice(0, 60);
