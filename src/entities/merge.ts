/**
 * Many spellings, one entity. Names meet by their key, by another name that is broadly known, by a spelling that sounds
 * the same, by an abbreviation, by a shorter form; a part of a person's name goes to the one it is part of. A wrong merge
 * is worse than a missed one.
 */
import { joinAbbreviations, ownMeanings } from './abbreviations.ts';
import { aliasKeyOf } from './aliases.ts';
import { joinNationalBodies } from './called-alike.ts';
import type { Gazetteer } from './gazetteer.ts';
import { createGroups, file, type Groups } from './groups.ts';
import { spellingKeys } from './keys.ts';
import { joinForms, withoutLegalForm } from './organisation-forms.ts';
import { joinPartial } from './partial.ts';
import { joinSecondMentions } from './second-mentions.ts';
import { areTwoPlaces, joinSounds } from './spelled-alike.ts';
import { agree, isShortForm, type Spelling, spellingsOf } from './spelling.ts';
import type { Named } from './typing.ts';

/** What articles say beside their names. */
export interface Said {
  /** By article and abbreviation: what it stands for. */
  readonly expansions: ReadonlyMap<string, string>;
  /** By article. */
  readonly titles: ReadonlyMap<string, string>;
}

/** Groups of what is one entity. */
export function mergedNames(named: readonly Named[], { expansions, titles }: Said, gazetteer: Gazetteer): Named[][] {
  const spellings = spellingsOf(named, gazetteer);
  const groups = createGroups(spellings.length);
  joinKeys(spellings, groups, gazetteer);
  joinAliases(spellings, ownMeanings(spellings, expansions), groups, gazetteer);
  joinSounds(spellings, groups, gazetteer);
  joinAbbreviations(spellings, expansions, groups);
  joinForms(spellings, groups, gazetteer);
  joinSecondMentions(spellings, groups, gazetteer);
  joinNationalBodies(spellings, groups, gazetteer);
  joinPartial(spellings, titles, groups, gazetteer);
  return groups.all().map((group) => group.flatMap((at) => spellings[at]!.named));
}

/** From so many letters on, one key in one article is one name, whatever its types; but Huston may live in Houston. */
const sureKeyLettersMin = 5;

function joinKeys(spellings: readonly Spelling[], groups: Groups, gazetteer: Gazetteer): void {
  const byKey = new Map<string, number[]>();
  spellings.forEach(({ text, type, isLocal, isShared, articles }, at) => {
    if (isShared) return;
    const isShort = isShortForm(type, text, gazetteer);
    for (const key of isShort ? [text.replaceAll('.', '')] : spellingKeys(text)) {
      for (const article of articles) file(byKey, `${article}\n${key}`, at);
      if (!isLocal) file(byKey, `\n${key}`, at);
    }
  });
  for (const [place, alike] of byKey) {
    const types = new Set(alike.map((at) => spellings[at]!.type).filter((type) => type !== 'untyped'));
    const hasTwoOwners = new Set(alike.map((at) => spellings[at]!.owner).filter(Boolean)).size > 1;
    const isSure = !place.startsWith('\n') && place.length - place.indexOf('\n') > sureKeyLettersMin;
    for (const [position, a] of alike.entries()) {
      for (const b of alike.slice(position + 1)) {
        const [one, other] = [spellings[a]!, spellings[b]!];
        // Where there are two, what says nothing goes to neither.
        if (one.isTeam !== other.isTeam || haveTwoSenses(one, other)) continue;
        if (hasTwoOwners && one.owner !== other.owner) continue;
        const isOneType =
          one.type === other.type || (types.size === 1 && agree(one, other)) || (isSure && areLikeTypes(one, other));
        if (isOneType && !areTwoPlaces(one.text, other.text, gazetteer)) groups.join(a, b);
      }
    }
  }
}

const haveTwoSenses = (a: Spelling, b: Spelling): boolean => a.sense !== b.sense && a.sense !== '' && b.sense !== '';

/** Types that are easily taken for each other. */
function areLikeTypes(a: Spelling, b: Spelling): boolean {
  const types = [a.type, b.type];
  if (types.includes('event')) return false;
  return types.includes('organisation') || (a.tokens.length > 1 && b.tokens.length > 1);
}

/**
 * Other names of what is broadly known: ISIS and Daesh, Peking and Beijing. A place that acts may look like a body, and a
 * body with a strange name like a person; but Florence is a city or a woman.
 */
function joinAliases(
  spellings: readonly Spelling[],
  ownMeanings: ReadonlySet<number>,
  groups: Groups,
  gazetteer: Gazetteer,
): void {
  const byKey = new Map<string, number>();
  const open = new Map<string, number>();
  const kinds = new Map<string, Set<string>>();
  spellings.forEach(({ text, type, tokens, isTeam, owner }, at) => {
    const key =
      aliasKeyOf(text) ?? (type === 'organisation' ? aliasKeyOf(withoutLegalForm(tokens).join(' ')) : undefined);
    if (key === undefined || isTeam || ownMeanings.has(at)) return;
    const isPerson = type === 'person' && (tokens.length > 1 || gazetteer.isPersonalName(text));
    const kind = type === 'organisation' || (type === 'person' && !isPerson) ? 'place' : type;
    const sort = owner !== '' && owner !== 'country' ? `${kind} ${owner}` : kind;
    const known = type === 'untyped' ? open : byKey;
    const named = type === 'untyped' ? key : `${key} ${sort}`;
    if (type !== 'untyped') kinds.set(key, (kinds.get(key) ?? new Set()).add(named));
    const first = known.get(named);
    if (first === undefined) known.set(named, at);
    else groups.join(first, at);
  });
  // What says nothing of its type goes with the one thing that is called so.
  for (const [key, at] of open) {
    const [kind, another] = kinds.get(key) ?? [];
    if (kind !== undefined && another === undefined) groups.join(byKey.get(kind)!, at);
  }
}
