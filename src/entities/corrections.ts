/** What the owner of a corpus says of its names (`aliases.yaml`), applied to the entities found: the last word is theirs. */
import type { Corrections, Entity, EntityType, Mention, Passage } from '../model.ts';
import { nameTokens } from './keys.ts';

type Unnumbered = Omit<Entity, 'id'>;

export const noCorrections: Corrections = { alias: new Map(), retype: new Map(), hide: [], split: [] };

/** Without articles, accents and case: how the owner's words and the texts' are compared. */
const formOf = (name: string): string => nameTokens(name).join(' ');

/** An entry of the owner's that names nothing in the library. */
export interface Unmet {
  readonly section: keyof Corrections;
  readonly name: string;
}

/**
 * Of entities as they were found. Another name may be the reader's own and stand nowhere, but one of the two that an alias
 * joins must name something; `isKnownAs` says so of a name that is broadly known under others.
 */
export function unmetBy(
  entities: readonly Unnumbered[],
  { alias, retype, hide, split }: Corrections,
  isKnownAs: (name: string) => boolean,
): Unmet[] {
  if (alias.size + retype.size + hide.length + split.length === 0) return [];
  const forms = new Set(entities.flatMap(({ surfaces }) => surfaces.map(({ text }) => formOf(text))));
  const isMet = (name: string) => forms.has(formOf(name));
  const unmet = (section: Unmet['section'], names: Iterable<string>) =>
    [...names].filter((name) => !isMet(name)).map((name): Unmet => ({ section, name }));
  // Entries may form a chain; one that names something is enough.
  const isReached = (main: string): boolean => {
    const others = [...alias].filter(([, to]) => formOf(to) === formOf(main)).map(([from]) => from);
    return [main, ...others].some((name) => isMet(name) || isKnownAs(name)) || isMet(alias.get(main) ?? main);
  };
  const mains = new Set([...alias.values()].filter((main) => !isReached(main)));
  return [
    ...[...mains].map((name): Unmet => ({ section: 'alias', name })),
    ...unmet('retype', retype.keys()),
    ...unmet('hide', hide),
    ...unmet('split', split),
  ];
}

/** Hides, splits, joins and retypes, in this order. */
export function corrected<E extends Unnumbered>(
  entities: readonly E[],
  passages: readonly Passage[],
  { alias, retype, hide, split }: Corrections,
): E[] {
  const hidden = new Set(hide.map(formOf));
  const apart = new Set(split.map(formOf));
  const formAt = ({ passage, start, end }: Mention) => formOf(passages[passage]!.article.text.slice(start, end));
  let now = [...entities];
  if (hidden.size + apart.size > 0) {
    now = now.flatMap((entity) =>
      parted(entity, hidden, apart, formAt).filter(({ surfaces: [first] }) => !hidden.has(formOf(first?.text ?? ''))),
    );
  }
  if (alias.size > 0) now = joined(now, alias, apart);
  const types = new Map([...retype].map(([name, type]) => [formOf(name), type]));
  return types.size === 0 ? now : now.map((entity) => retyped(entity, types));
}

/** The entity, and each of its spellings that is to be hidden or to stand alone, as entities of their own. */
function parted<E extends Unnumbered>(
  entity: E,
  hidden: ReadonlySet<string>,
  apart: ReadonlySet<string>,
  formAt: (mention: Mention) => string,
): E[] {
  const isOut = (form: string) => hidden.has(form) || apart.has(form);
  const out = new Set(entity.surfaces.map(({ text }) => formOf(text)).filter(isOut));
  if (out.size === 0) return [entity];
  return [undefined, ...out].flatMap((form) => {
    const belongs = (own: string) => (form === undefined ? !out.has(own) : own === form);
    const surfaces = entity.surfaces.filter(({ text }) => belongs(formOf(text)));
    const mentions = entity.mentions.filter((mention) => belongs(formAt(mention)));
    if (surfaces.length === 0 || mentions.length === 0) return [];
    const name = belongs(formOf(entity.name)) ? entity.name : surfaces[0]!.text;
    return [{ ...entity, name, surfaces, mentions }];
  });
}

function joined<E extends Unnumbered>(
  entities: readonly E[],
  alias: ReadonlyMap<string, string>,
  apart: ReadonlySet<string>,
): E[] {
  const now = [...entities];
  const at = (name: string): number =>
    now.findIndex(({ surfaces }) => surfaces.some(({ text }) => formOf(text) === formOf(name)));
  for (const [other, main] of alias) {
    if (apart.has(formOf(other))) continue;
    const [from, to] = [at(other), at(main)];
    if (from < 0 || to < 0) continue;
    const into = now[to]!;
    const surface = into.surfaces.find(({ text }) => formOf(text) === formOf(main));
    const named = { ...into, name: surface?.text ?? into.name };
    if (from === to) {
      now[to] = named;
      continue;
    }
    const counts = new Map<string, number>();
    for (const { text, count } of [...into.surfaces, ...now[from]!.surfaces])
      counts.set(text, (counts.get(text) ?? 0) + count);
    now[to] = {
      ...named,
      type: into.type === 'untyped' ? now[from]!.type : into.type,
      surfaces: [...counts].map(([text, count]) => ({ text, count })).sort((a, b) => b.count - a.count),
      mentions: [...into.mentions, ...now[from]!.mentions].sort((a, b) => a.passage - b.passage || a.start - b.start),
    };
    now.splice(from, 1);
  }
  return now;
}

function retyped<E extends Unnumbered>(entity: E, types: ReadonlyMap<string, EntityType>): E {
  const named = [entity.name, ...entity.surfaces.map(({ text }) => text)].find((name) => types.has(formOf(name)));
  return named === undefined ? entity : { ...entity, type: types.get(formOf(named))! };
}
