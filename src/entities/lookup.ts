/**
 * From what someone types to the entity, in any script: a spelling of it, another name for it, a part of one name, then
 * what sounds or is spelled nearly so. Accepts only what stands alone; else it is a choice, or the nearest names.
 */
import type { Entity, EntityType, Lookup, Names } from '../model.ts';
import { type Aliases, createAliases, englishNamesOf } from './aliases.ts';
import { completionsOf } from './completion.ts';
import { isCountry } from './country-names.ts';
import { beginsWithSurname } from './east-asian-names.ts';
import { withFirstNames } from './first-names.ts';
import { foreignReadings } from './foreign-spellings.ts';
import { isNumber, nameTokens, spellingKeys, withoutTitles } from './keys.ts';
import { isDemonym } from './lexicon.ts';
import { createNameIndex, type Entry, type NameIndex, plainLetters } from './name-index.ts';
import { haveTheSameInitials, type Near, nearestEntries, nearMax } from './nearest.ts';
import { isUnasked, offered } from './offered.ts';
import { withoutTails } from './organisation-forms.ts';
import { romanise } from './romanise.ts';
import { sameNameDistanceMax } from './sound-distance.ts';

/** A name is much shorter; the rest is not looked at. */
const typedCharsMax = 200;
const choicesMax = 10;
/** How much nearer the best must be than the next to be taken without asking. */
const margin = 0.05;
/** The same for what is short, or typed without its vowels: there is less to tell names apart by. */
const lessSureDistanceMax = 0.1;
const shortLettersMax = 4;
/** The same for what was respelled before: each respelling brings other names nearer, too. */
const readingDistanceMax = 0.07;
/** So near, a name that differs from the best in its vowels alone is a rival as well. */
const twinMax = 0.17;

export function createLookup(
  entities: readonly Entity[],
  aliases: Aliases = createAliases(),
  index: NameIndex = createNameIndex(entities),
): Pick<Names, 'called' | 'lookup' | 'complete' | 'nameFor'> {
  const byAlias = index.by((text) => aliases.keyOf(text));
  const named = (name: string): readonly Entry[] => byAlias(aliases.keyOf(name) ?? '');
  const otherNames = (typed: string): readonly Entry[] => {
    const inCapitals = plainWords.has(typed) ? [] : named(typed.toUpperCase());
    const known = [named(typed), inCapitals].find(({ length }) => length > 0);
    return (
      known ?? englishNamesOf(typed).flatMap((name) => [...named(name), ...spellingKeys(name).flatMap(index.byKey)])
    );
  };

  /** Of what only has the word in its name: Jack London, asked for London. */
  const otherThan = (typed: string, prefer: readonly EntityType[]) => {
    const key = aliases.keyOf(typed);
    const isKnown = prefer.length > 0 && (key !== undefined || isCountry(typed));
    const tokens = withoutTitles(nameTokens(typed));
    return (entry: Entry): boolean =>
      areKnownApart(key, aliases.keyOf(entry.text)) ||
      isOfAnotherKind(tokens, entry) ||
      (isKnown && entry.entity.type !== 'untyped' && !prefer.includes(entry.entity.type));
  };

  /** All that are called very so, most mentioned first. */
  const bearersOf = (name: string): Entity[] =>
    distinct(
      spellingKeys(name)
        .flatMap(index.byKey)
        .filter(({ text }) => text === name),
    ).sort((a, b) => a.id - b.id);

  const nameFor = (entity: Entity): string => {
    const bearers = bearersOf(entity.name);
    return `"${entity.name}"${bearers.length > 1 ? ` #${bearers.indexOf(entity) + 1}` : ''}`;
  };

  /** "“Tripoli” #2": the second of those that are called so; without a second, that very name. */
  const numbered = (typed: string): { readonly entity?: Entity; readonly name: string } | undefined => {
    const [, name, number] = /^["“„«](.+)["”»“] ?#(\d{1,3})$/u.exec(typed) ?? [];
    if (name === undefined) return undefined;
    const entity = bearersOf(name)[Number(number) - 1];
    return { name, ...(entity && { entity }) };
  };

  const called = (asked: string, prefer: readonly EntityType[] = []): Lookup | undefined => {
    const whole = asked.slice(0, typedCharsMax).trim();
    const one = numbered(whole);
    if (one?.entity) return { kind: 'one', entity: one.entity, by: 'name', matched: one.name };
    const typed = one ? `"${one.name}"` : whole;
    const tokens = withoutTitles(nameTokens(typed));
    if (tokens.length === 0) return undefined;
    const isVeryName = /^["“«„].*["”»“]$/u.test(typed);
    const isAnother = otherThan(typed, prefer);
    const partly = (words: readonly string[]) =>
      withWords(index, words).filter((entry) => !isAnother(entry) && !isUnasked(entry, prefer));
    const alike = (known: readonly Entry[]) => withAlike(index, tokens, known);
    return (
      spelledSo(index, typed, tokens, prefer, isVeryName, ({ text }) =>
        areKnownApart(aliases.keyOf(typed), aliases.keyOf(text)),
      ) ??
      decided(alike(otherNames(withoutQuotationMarks(typed))), prefer, 'alias') ??
      (isInCapitals(typed) ? decided(abbreviated(index, typed), prefer, 'alias') : undefined) ??
      decided(alike(partly(tokens)), prefer, 'part') ??
      decided(abbreviated(index, typed), prefer, 'alias') ??
      decided(partly(withoutTails(tokens)), prefer, 'part')
    );
  };

  const lookup = (asked: string, prefer: readonly EntityType[] = []): Lookup => {
    const typed = asked.slice(0, typedCharsMax).trim();
    if (nameTokens(typed).length === 0) return { kind: 'none', nearest: [] };
    const isAnother = otherThan(typed, prefer);
    const named = called(asked, prefer);
    const found = named
      ? withFirstNames(index, tokensOf(typed), named, choicesMax)
      : byNearness(index, typed, prefer, isAnother);
    if (found.kind !== 'none' || aliases.keyOf(typed) !== undefined || beginsWithSurname(typed)) return found;
    return byForeignSpelling(index, typed, prefer, isAnother) ?? found;
  };

  const complete = (asked: string, prefer: readonly EntityType[], limit: number): Entity[] => {
    const typed = asked.slice(0, typedCharsMax);
    const ranks = new Map<Entity, number>();
    const found =
      nameTokens(typed).length === 0
        ? entities.map((entity) => ({ entity, rank: 0 }))
        : [...otherNames(typed).map(({ entity }) => ({ entity, rank: 0 })), ...completionsOf(index, typed, limit)];
    for (const { entity, rank } of found) ranks.set(entity, Math.min(rank, ranks.get(entity) ?? rank));
    const typeRank = (entity: Entity) => (prefer.length === 0 || prefer.includes(entity.type) ? 0 : 1);
    return [...ranks]
      .sort(([a, x], [b, y]) => x - y || typeRank(a) - typeRank(b) || a.id - b.id)
      .slice(0, limit)
      .map(([entity]) => entity);
  };

  return { called, lookup, complete, nameFor };
}

/** Bodies that end so: whoever asks for "Taliban" may mean the Afghan or the Pakistani ones, though one of them is called so alone. */
function withAlike(index: NameIndex, tokens: readonly string[], known: readonly Entry[]): readonly Entry[] {
  const endsSo = ({ entity, tokens: own }: Entry) =>
    entity.type === 'organisation' && tokens.every((token, at) => token === own.at(at - tokens.length));
  return known.some(endsSo) ? [...known, ...index.byToken(tokens[0]!).filter(endsSo)] : known;
}

/** Words that are abbreviations in capitals only. */
const plainWords: ReadonlySet<string> = new Set(['is', 'who', 'car', 'la', 'au']);

const isInCapitals = (typed: string): boolean => typed === typed.toUpperCase();

/** Names with these initials; two letters count in capitals only, or "he" would be a Harold Evans. */
const abbreviated = (index: NameIndex, typed: string): readonly Entry[] =>
  isInCapitals(typed) || typed.length > 2 ? index.byInitials(plainLetters(typed)) : [];

const withoutQuotationMarks = (typed: string): string => typed.replace(/^["“«„]+|["”»“]+$/gu, '');

/** By the very name; a surname that several people bear is a choice among them, unless the very name is asked for. */
function spelledSo(
  index: NameIndex,
  typed: string,
  tokens: readonly string[],
  prefer: readonly EntityType[],
  isVeryName: boolean,
  isAnother: (entry: Entry) => boolean,
): Lookup | undefined {
  const words = withoutTitles(withoutQuotationMarks(typed).split(/\s+/u)).join(' ');
  const exact = spellingKeys(words)
    .flatMap(index.byKey)
    .filter((entry) => !isAnother(entry));
  if (isVeryName || tokens.length > 1) return decided(isVeryName ? spelledLike(exact, typed) : exact, prefer, 'name');
  const namesakes = index.byToken(tokens[0]!).filter((entry) => isSurnameOf(tokens[0]!, entry));
  const isShared = distinct(namesakes).length > 1 && exact.every(isPersonLike);
  // Lincoln is a town as well, but whoever asks who that is doesn't ask for it.
  const isWho = prefer.includes('person') && exact.length > 0 && !exact.some(isPersonLike);
  return decided(isShared || isWho ? [...namesakes, ...exact] : exact, prefer, 'name');
}

/** Of names with one key (Samara, Samarra), the one that is written so. */
function spelledLike(exact: readonly Entry[], typed: string): readonly Entry[] {
  const very = exact.filter(({ text }) => text === withoutQuotationMarks(typed));
  return very.length > 0 ? very : exact;
}

const isSurnameOf = (token: string, { entity, tokens }: Entry): boolean =>
  entity.type === 'person' && tokens.length > 1 && tokens.at(-1) === token;

const isPersonLike = ({ entity }: Entry): boolean => entity.type === 'person' || entity.type === 'untyped';

/** Each of its words, or a word that an initial may stand for where the name has no initials itself. */
function withWords(index: NameIndex, tokens: readonly string[]): Entry[] {
  const [word = ''] = tokens.filter(({ length }) => length > 1);
  const isWithin = (entry: Entry) => tokens.every((token) => entry.tokens.includes(token));
  const isShort = (entry: Entry) =>
    isPersonLike(entry) &&
    entry.tokens.every(({ length }) => length > 1) &&
    tokens.at(-1) === entry.tokens.at(-1) &&
    tokens.every((token, at) =>
      token.length > 1 ? entry.tokens.includes(token) : entry.tokens[at]?.startsWith(token),
    );
  return index
    .byToken(word)
    .filter((entry) => (isWithin(entry) && haveTheSameInitials(tokens, entry.tokens)) || isShort(entry));
}

/** Two things that are broadly known, each under its own names, are two however alike they sound: Samara and Samarra. */
const areKnownApart = (one: string | undefined, other: string | undefined): boolean =>
  one !== undefined && other !== undefined && one !== other;

/** The Syrian Army is not the Free Syrian Army, which has it in its name. */
const isOfAnotherKind = (typed: readonly string[], { entity, tokens }: Entry): boolean =>
  entity.type === 'organisation' &&
  typed.length > 1 &&
  isDemonym(typed[0]!) &&
  tokens.length > typed.length &&
  tokens.slice(-typed.length).join(' ') === typed.join(' ');

const tokensOf = (typed: string): readonly string[] => nameTokens(romanise(typed).text);

/** Leopold II is not Leopold III, nor WWI WWII. */
function areNumberedApart(typed: readonly string[], own: readonly string[]): boolean {
  const [asked, borne] = [typed, own].map((tokens) => tokens.filter(isNumber).join(' '));
  return asked !== '' && borne !== '' && asked !== borne;
}

const distinct = (found: readonly Entry[]): Entity[] =>
  [...new Set(found.map(({ entity }) => entity))].sort((a, b) => a.id - b.id);

/** One entity, or the choice among several; undefined when there is none. */
function decided(
  found: readonly Entry[],
  prefer: readonly EntityType[],
  by: 'name' | 'part' | 'alias',
): Lookup | undefined {
  const entities = distinct(found);
  const preferred = entities.filter(({ type }) => prefer.includes(type));
  const rest = preferred.length > 0 ? preferred : entities;
  const [one, another] = rest;
  if (!one) return undefined;
  if (another) return { kind: 'several', entities: rest.slice(0, choicesMax) };
  const own = found.filter(({ entity }) => entity === one);
  const matched = own.find(({ text }) => text === one.name) ?? own[0]!;
  return { kind: 'one', entity: one, matched: matched.text, by };
}

/** Taken when near enough and nothing else is nearly as near; else a choice among the near ones, or the nearest. */
function byNearness(
  index: NameIndex,
  typed: string,
  prefer: readonly EntityType[],
  isAnother: (entry: Entry) => boolean,
  distanceMax: number = nearMax,
): Lookup {
  const near = nearestEntries(index, typed, prefer, distanceMax).filter(
    ({ entry, of }) => of === 'whole' || !isUnasked(entry, prefer),
  );
  const [best] = near;
  const isTwoByOneSound = ({ entry, distance }: Near) =>
    distance > 0 && beginsWithSurname(typed) && beginsWithSurname(entry.text);
  const letters = Math.min(tokensOf(typed).join('').length, best?.entry.joined.length ?? 0);
  const isLoose = romanise(typed).writing === 'consonants' || letters <= shortLettersMax;
  const most = Math.min(isLoose ? lessSureDistanceMax : sameNameDistanceMax, distanceMax - margin);
  if (
    !best ||
    best.distance > most ||
    isAnother(best.entry) ||
    areNumberedApart(tokensOf(typed), best.entry.tokens) ||
    isTwoByOneSound(best)
  ) {
    const worth = offered(near, tokensOf(typed).join('').length, romanise(typed).writing);
    return { kind: 'none', nearest: worth.map(({ entry }) => entry.entity) };
  }
  const isNear = (one: Near) =>
    one.distance <= best.distance + margin || (one.distance <= twinMax && isTwin(one, best));
  const rivals = near.filter((one) => isNear(one) && isRival(one, best));
  const preferred = rivals.filter(({ entry }) => prefer.includes(entry.entity.type));
  const [one, another] = preferred.length > 0 ? preferred : rivals;
  if (another) return { kind: 'several', entities: entitiesOf(preferred.length > 0 ? preferred : rivals) };
  return { kind: 'one', entity: one!.entry.entity, matched: one!.entry.text, by: 'spelling' };
}

/** Poutine, Jelzin: what it reads like in all languages that it may be written in, where that is one. */
function byForeignSpelling(
  index: NameIndex,
  typed: string,
  prefer: readonly EntityType[],
  isAnother: (entry: Entry) => boolean,
): Lookup | undefined {
  const found = foreignReadings(typed)
    .map((reading) => byNearness(index, reading, prefer, isAnother, readingDistanceMax + margin))
    .filter(({ kind }) => kind !== 'none');
  const [first] = found;
  const isOne = found.every((other) => other.kind === 'one' && first?.kind === 'one' && other.entity === first.entity);
  return isOne ? first : undefined;
}

/** The same but for vowels: which of two such names is meant, no ear can tell. */
const isTwin = (one: Near, best: Near): boolean => one.of === best.of && bareOf(one) === bareOf(best);
const bareOf = ({ entry }: Near): string => entry.joined.replace(/[aeiouyw]+/gu, '').replace(/(\p{L})\1+/gu, '$1');

/** A whole name stands before names that hold it (Hezbollah, Kata'ib Hezbollah), but not before a person's surname. */
const isRival = ({ entry, of }: Near, best: Near): boolean =>
  best.of !== 'whole' || of === 'whole' || (of === 'end' && entry.entity.type === 'person' && isPersonLike(best.entry));

const entitiesOf = (near: readonly Near[]): Entity[] => near.slice(0, choicesMax).map(({ entry }) => entry.entity);
