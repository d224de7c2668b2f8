/**
 * From what someone types to the entity: a spelling of it, then a part of one name, then a spelling a letter or two
 * away. Accepts only what stands alone; else it is a choice, or the nearest names.
 */
import { distance } from 'fastest-levenshtein';
import type { Entity, EntityType, Lookup, Names } from '../model.ts';
import { type Aliases, createAliases } from './aliases.ts';
import { nameTokens, soundKeys, spellingKeys, withoutTitles } from './keys.ts';

const choicesMax = 10;
const nearestMax = 5;
/** Share of letters that may differ before a name is no longer near. */
const nearShare = 0.45;
const nearLettersMin = 3;

interface Entry {
  readonly entity: Entity;
  readonly text: string;
  readonly tokens: readonly string[];
  readonly key: string;
  readonly sound: string;
}

export function createLookup(
  entities: readonly Entity[],
  _aliases: Aliases = createAliases(),
): Pick<Names, 'lookup' | 'complete'> {
  const entries = entities.flatMap((entity) =>
    entity.surfaces.flatMap(({ text }) =>
      spellingKeys(text).map(
        (key, at): Entry => ({ entity, text, tokens: nameTokens(text), key, sound: soundKeys(text)[at] ?? key }),
      ),
    ),
  );
  const byKey = Map.groupBy(entries, ({ key }) => key);
  const bySound = Map.groupBy(entries, ({ sound }) => sound);
  const byToken = new Map<string, Entry[]>();
  for (const entry of entries) {
    for (const token of new Set(entry.tokens)) byToken.set(token, [...(byToken.get(token) ?? []), entry]);
  }

  const lookup = (typed: string, prefer: readonly EntityType[] = []): Lookup => {
    const tokens = withoutTitles(nameTokens(typed));
    if (tokens.length === 0) return { kind: 'none', nearest: [] };
    const [key, ...others] = spellingKeys(withoutTitles(typed.trim().split(/\s+/u)).join(' ')) as [string, ...string[]];
    const exact = [key, ...others].flatMap((spelled) => byKey.get(spelled) ?? []);
    const isVeryName = /^\s*["“«„].*["”»“]\s*$/u.test(typed);
    const alike = soundKeys(tokens.join(' ')).flatMap((sound) => bySound.get(sound) ?? []);
    const partial = (byToken.get(tokens[0]!) ?? []).filter((entry) =>
      tokens.every((token) => entry.tokens.includes(token)),
    );
    const namesakes = isVeryName || tokens.length > 1 ? [] : partial.filter((entry) => isSurnameOf(tokens[0]!, entry));
    return (
      decided(
        distinct(namesakes).length > 1 && exact.every(isPersonLike) ? [...namesakes, ...exact] : exact,
        prefer,
        'name',
      ) ??
      decided(partial, prefer, 'part') ??
      decided(alike, prefer, 'spelling') ??
      decided(misspelled(entries, key), prefer, 'spelling') ?? {
        kind: 'none',
        nearest: nearest(entries, [key, ...tokens], prefer),
      }
    );
  };

  const complete = (typed: string, prefer: readonly EntityType[], limit: number): Entity[] => {
    const tokens = nameTokens(typed);
    const ranked = tokens.length === 0 ? entities.map((entity) => ({ entity, rank: 0 })) : completions(entries, tokens);
    const best = new Map<Entity, number>();
    for (const { entity, rank } of ranked) best.set(entity, Math.min(rank, best.get(entity) ?? rank));
    const typeRank = (entity: Entity) => (prefer.length === 0 || prefer.includes(entity.type) ? 0 : 1);
    return [...best]
      .sort(([a, x], [b, y]) => x - y || typeRank(a) - typeRank(b) || a.id - b.id)
      .slice(0, limit)
      .map(([entity]) => entity);
  };

  return { lookup, complete };
}

const isSurnameOf = (token: string, { entity, tokens }: Entry): boolean =>
  entity.type === 'person' && tokens.length > 1 && tokens.at(-1) === token;

const isPersonLike = ({ entity }: Entry): boolean => entity.type === 'person' || entity.type === 'untyped';

const distinct = (found: readonly Entry[]): Entity[] =>
  [...new Set(found.map(({ entity }) => entity))].sort((a, b) => a.id - b.id);

/** One entity, or the choice among several; undefined when there is none. */
function decided(
  found: readonly Entry[],
  prefer: readonly EntityType[],
  by: 'name' | 'part' | 'spelling',
): Lookup | undefined {
  const entities = distinct(found);
  const preferred = entities.filter(({ type }) => prefer.includes(type));
  const rest = preferred.length > 0 ? preferred : entities;
  const [one, another] = rest;
  if (!one) return undefined;
  if (another) return { kind: 'several', entities: rest.slice(0, choicesMax) };
  return { kind: 'one', entity: one, matched: found.find(({ entity }) => entity === one)!.text, by };
}

/** Whole names one edit away (two in long ones), when nothing else is as near; else names with such a word. */
function misspelled(entries: readonly Entry[], key: string): Entry[] {
  const allowed = key.length >= 9 ? 2 : key.length >= 5 ? 1 : 0;
  const whole = nearestBy(entries, key, allowed, (entry) => [entry.key]);
  return whole.length > 0 ? whole : nearestBy(entries, key, allowed, ({ tokens }) => (tokens.length > 1 ? tokens : []));
}

const misspelledLettersMin = 5;

function nearestBy(
  entries: readonly Entry[],
  key: string,
  allowed: number,
  spelledAs: (entry: Entry) => readonly string[],
): Entry[] {
  let best = allowed;
  let found: Entry[] = [];
  for (const entry of allowed > 0 ? entries : []) {
    for (const spelled of spelledAs(entry)) {
      if (Math.abs(spelled.length - key.length) > best || spelled.length < misspelledLettersMin) continue;
      const edits = distance(spelled, key);
      if (edits > best) continue;
      if (edits < best) [best, found] = [edits, []];
      found.push(entry);
    }
  }
  return found;
}

/** By the share of letters that differ, between whole names and between single words of them. */
function nearest(entries: readonly Entry[], typed: readonly string[], prefer: readonly EntityType[]): Entity[] {
  const scores = new Map<Entity, number>();
  for (const { entity, key, tokens } of entries) {
    for (const word of typed) {
      for (const spelled of [key, ...tokens]) {
        const length = Math.max(spelled.length, word.length);
        const isTooShort = Math.min(spelled.length, word.length) < nearLettersMin;
        if (isTooShort || Math.abs(spelled.length - word.length) / length > nearShare) continue;
        const share = distance(spelled, word) / length + (prefer.includes(entity.type) ? 0 : 0.05);
        if (share <= nearShare) scores.set(entity, Math.min(share, scores.get(entity) ?? 1));
      }
    }
  }
  return [...scores]
    .sort(([a, x], [b, y]) => x - y || a.id - b.id)
    .slice(0, nearestMax)
    .map(([entity]) => entity);
}

/** 0: the name begins so; 1: a word of it does; 2: a word is one or two letters away from what was typed. */
function completions(entries: readonly Entry[], tokens: readonly string[]): { entity: Entity; rank: number }[] {
  const whole = tokens.join(' ');
  const last = tokens.at(-1)!;
  return entries.flatMap(({ entity, tokens: own }) => {
    if (own.join(' ').startsWith(whole)) return { entity, rank: 0 };
    if (
      tokens.every((token, at) =>
        own.some((word) => (at === tokens.length - 1 ? word.startsWith(token) : word === token)),
      )
    ) {
      return { entity, rank: 1 };
    }
    const isNear =
      last.length >= 4 && own.some((word) => distance(word.slice(0, last.length), last) <= (last.length >= 7 ? 2 : 1));
    return isNear && tokens.length <= own.length ? { entity, rank: 2 } : [];
  });
}
