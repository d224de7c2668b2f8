/** Passages → Names: who, what and where is named in a library, with every spelling, every mention and the reasons. */
import type { Corrections, Entity, EntityType, Names, Passage } from '../model.ts';
import { fold } from '../text/fold.ts';
import type { Word } from '../text/words.ts';
import { statesExpansion } from './abbreviations.ts';
import { aliasKeyOf, createAliases } from './aliases.ts';
import { aroundEvidence } from './around.ts';
import { bearerAround, bearerReach } from './bearer.ts';
import { ownerAround, placeKindAfter } from './called-alike.ts';
import { casingOf, type StyledLine, styledLines } from './casing.ts';
import { corrected, noCorrections, type Unmet, unmetBy } from './corrections.ts';
import { withEvents } from './events.ts';
import type { Evidence } from './evidence.ts';
import { emptyGazetteer, type Gazetteer, nameKey } from './gazetteer.ts';
import { isGivenName } from './given-names.ts';
import { headlineRunsIn } from './headlines.ts';
import { keptEntities, type SavedEntities, savedEntities } from './kept-entities.ts';
import { nameTokens } from './keys.ts';
import { createLookup } from './lookup.ts';
import { mergedNames } from './merge.ts';
import { createNameIndex, type SavedNameIndex } from './name-index.ts';
import { entitiesByPassage } from './named-passages.ts';
import { saidAround, saidReach } from './namesakes.ts';
import { ownEvidence } from './own-words.ts';
import { type Reading, type Run, runsIn } from './runs.ts';
import { type Named, type Occurrence, typed } from './typing.ts';

/** Names that can say why they are of their type. */
export interface ExplainedNames extends Names {
  /** What spoke for and against, strongest first, each reason with how often it was met. */
  reasonsFor(entity: Entity): readonly (Evidence & { readonly count: number })[];
  saved(): SavedNames;
}

export function createNames(
  passages: readonly Passage[],
  gazetteer: Gazetteer = emptyGazetteer,
  corrections: Corrections = noCorrections,
): ExplainedNames & { readonly unmet: readonly Unmet[] } {
  const { occurrences, expansions } = collect(passages, gazetteer);
  const merged = mergedNames(typed(occurrences), { expansions, titles: titlesOf(passages) }, gazetteer).map(
    (named) => ({ named, ...entityOf(named, gazetteer) }),
  );
  const happened = withEvents(merged, passages, gazetteer, (event) => ({ named: [], ...event }));
  const groups = corrected(happened, passages, corrections);
  groups.sort((a, b) => b.mentions.length - a.mentions.length || (a.name < b.name ? -1 : a.name > b.name ? 1 : 0));
  const evidence = groups.map(({ named }) => (named.length > 0 ? named.flatMap((one) => one.evidence) : [toldInWords]));
  const entities = groups.map(({ named, ...entity }, id) => ({ id, ...entity }));
  return {
    ...namesOf({ entities: savedEntities(entities) }, corrections.alias, evidence),
    unmet: unmetBy(happened, corrections, isKnownAs(entities)),
  };
}

const titlesOf = (passages: readonly Passage[]): ReadonlyMap<string, string> =>
  new Map(passages.map(({ article }) => [article.id, article.title.value ?? '']));

/** Does a name stand for one of them by what is broadly known? */
const isKnownAs = (entities: readonly Entity[]) => (name: string) => {
  const key = aliasKeyOf(name);
  return key !== undefined && entities.some(({ surfaces }) => surfaces.some(({ text }) => aliasKeyOf(text) === key));
};

/** What takes long to find or to make of the names, as plain data. */
export interface SavedNames {
  readonly entities: SavedEntities;
  readonly index: SavedNameIndex;
}

/** `saved` may have no index yet; `evidence`: what was weighed, by entity. */
export function namesOf(
  saved: Pick<SavedNames, 'entities'> & Partial<SavedNames>,
  alias: Corrections['alias'],
  evidence: readonly (readonly Evidence[])[] = [],
): ExplainedNames {
  const entities = keptEntities(saved.entities);
  const index = createNameIndex(entities, saved.index);
  // Counted at once: what was weighed takes more room than all names.
  const reasons = evidence.map(counted);
  return {
    entities,
    ...createLookup(entities, createAliases(alias), index),
    inPassage: entitiesByPassage(saved.entities, entities),
    reasonsFor: (entity) => reasons[entity.id] ?? [],
    saved: () => ({ entities: saved.entities, index: index.saved() }),
  };
}

/** An event found by its noun has no mention of its own that was weighed. */
const toldInWords: Evidence = { type: 'event', weight: 3, reason: 'a noun of happening, and what it is about' };

function counted(evidence: readonly Evidence[]): (Evidence & { count: number })[] {
  return [...Map.groupBy(evidence, ({ type, reason }) => `${type}\n${reason}`).values()]
    .map((alike) => ({ ...alike[0]!, count: alike.length }))
    .sort((a, b) => Math.abs(b.weight * b.count) - Math.abs(a.weight * a.count));
}

interface Line extends StyledLine {
  readonly runs: readonly Run[];
}

/** "MAYON" in a line of capitals is no abbreviation. */
const unshouted = (words: readonly Word[], gazetteer: Gazetteer): Word[] =>
  words.map((word) => {
    const isShort = word.text.length <= 3 || (words.length === 1 && gazetteer.place(word.text)?.size === 'n');
    return isShort ? word : { ...word, text: word.text[0]! + word.text.slice(1).toLowerCase() };
  });

/** Every name where it stands, and the expansions that texts give of abbreviations: "Guards Corps (IRGC)". */
function collect(passages: readonly Passage[], gazetteer: Gazetteer) {
  const styled = styledLines(passages);
  const reading: Reading = { casing: casingOf(styled, gazetteer), gazetteer };
  const expansions = new Map<string, string>();
  const occurrences: Occurrence[] = [];
  /** What a name says by itself, wherever it stands. */
  const alone = new Map<string, Pick<Occurrence, 'key' | 'own'>>();
  const aloneOf = (said: string, words: readonly Word[]) => {
    const spelled = `${said}\n${words.map(({ text }) => text).join(' ')}`;
    const known = alone.get(spelled) ?? {
      key: keyOf(said),
      own: ownEvidence(said, words, gazetteer, reading.casing),
    };
    alone.set(spelled, known);
    return known;
  };
  for (const { passage, runs, style } of linesOf(styled, reading)) {
    const { text } = passage.article;
    const isShouting = style === 'capitals';
    const nameOf = ({ start, end }: Run) => text.slice(start, end).replace(/\s+/gu, ' ');
    const own = runs.map((run) => {
      const name = nameOf(run);
      const plain = isShouting ? unshouted(run.words, gazetteer) : run.words;
      const said = isShouting
        ? plain
            .map((word) => word.text)
            .join(' ')
            .replace(/['’ʼ]s?$/u, '')
        : name;
      const beside: Occurrence[] = [];
      const around = aroundEvidence(text, run, gazetteer);
      const { start, end } = run;
      const before = text.slice(Math.max(0, start - bearerReach), start);
      return {
        ...{ text: name, ...aloneOf(said, plain), article: passage.article.id, passage: passage.id },
        ...{ start, end, around, beside },
        bearer: bearerAround(before, text.slice(end, end + bearerReach)),
        owner: ownerAround(before, text.slice(end, end + bearerReach), gazetteer),
        placeKind: placeKindAfter(text.slice(end, end + bearerReach)),
        said: saidAround(text.slice(Math.max(0, start - saidReach), start), text.slice(end, end + saidReach)),
      };
    });
    own.forEach((occurrence, at) => {
      const before = own[at - 1];
      if (!before) return;
      const gap = text.slice(before.end, occurrence.start);
      if (
        isListed(
          gap,
          text.slice(occurrence.end, own[at + 1]?.start ?? occurrence.end),
          own[at - 2] && text.slice(own[at - 2]!.end, before.start),
        )
      ) {
        before.beside.push(occurrence);
        occurrence.beside.push(before);
      }
      const short = statesExpansion(before.text, gap, occurrence.text);
      if (short === 'second') expansions.set(`${occurrence.article}\n${occurrence.text}`, before.text);
      if (short === 'first') expansions.set(`${before.article}\n${before.text}`, occurrence.text);
    });
    occurrences.push(...own);
  }
  return { occurrences, expansions };
}

const listGap = /^(?:[,;]|,? and|,? or|,? as well as| &)\s+(?:the\s+|in\s+|to\s+)?$/;

/** "A and B", "A, B and C"; but in "Oxford, England" a comma alone lists nothing. */
const isListed = (gap: string, next: string, before: string | undefined): boolean =>
  listGap.test(gap) && (!/^,\s/.test(gap) || listGap.test(next) || (before !== undefined && listGap.test(before)));

/** Abbreviations keep their case: "US" is not "us". */
const keyOf = (name: string): string => (/^\p{Lu}{2,4}$/u.test(name) ? name : nameKey(name) || name);

/** Plain sentences first; what they name is then known in the lines whose capitals say nothing. */
function linesOf(styled: readonly StyledLine[], reading: Reading): Line[] {
  const known = new Set<string>();
  const casings = new Map<string, Reading['casing']>();
  const lines = styled.map((line): Line => {
    const { id } = line.passage.article;
    const casing = casings.get(id) ?? reading.casing.within(id);
    casings.set(id, casing);
    const runs = line.style === 'plain' ? runsIn(line.tokens, line.sentence, { ...reading, casing }) : [];
    for (const run of runs) {
      const key = nameKey(
        run.words
          .map(({ text }) => text)
          .join(' ')
          .replace(/['’ʼ]s?$/u, ''),
      );
      known.add(key);
      if (run.titles.length > 0) known.add(key.split(' ').at(-1)!);
    }
    return { ...line, runs };
  });
  return lines.map((line) =>
    line.style === 'plain'
      ? line
      : { ...line, runs: headlineRunsIn(line.tokens, line.sentence, line.style, (key) => known.has(key), reading) },
  );
}

function entityOf(named: readonly Named[], gazetteer: Gazetteer): Omit<Entity, 'id'> {
  const all = named.flatMap(({ occurrences }) => occurrences);
  const surfaces = [...Map.groupBy(all, ({ text }) => text)]
    .map(([text, alike]) => ({ text, count: alike.length }))
    .sort((a, b) => b.count - a.count || (a.text < b.text ? -1 : 1));
  const votes = new Map<EntityType, number>();
  for (const { type, occurrences } of named) {
    votes.set(type, (votes.get(type) ?? 0) + occurrences.length * (type === 'untyped' ? 0.01 : 1));
  }
  const type = [...votes].sort(([, a], [, b]) => b - a)[0]?.[0] ?? 'untyped';
  return {
    name: nameOf(type === 'person' ? ungrown(surfaces, gazetteer) : surfaces, type),
    type,
    surfaces,
    mentions: all
      .map(({ passage, start, end }) => ({ passage, start, end }))
      .sort((a, b) => a.passage - b.passage || a.start - b.start),
  };
}

/** "Cover Sergei Lind" beside "Sergei Lind": a word that grew on to a name is no reason to call somebody so. */
function ungrown(surfaces: Entity['surfaces'], gazetteer: Gazetteer): Entity['surfaces'] {
  const isGrown = ({ text, count }: { readonly text: string; readonly count: number }) => {
    const [first = '', ...rest] = text.split(' ');
    const isWord = rest.length > 1 && gazetteer.isWord(first) && !isGivenName(fold(first));
    return isWord && surfaces.some((other) => other.text === rest.join(' ') && other.count >= count);
  };
  const whole = surfaces.filter((surface) => !isGrown(surface));
  return whole.length > 0 ? whole : surfaces;
}

/** The longest form that isn't rare beside the others; for a place or an abbreviation the most frequent one. */
function nameOf(surfaces: Entity['surfaces'], type: EntityType): string {
  const most = surfaces.find(({ text }) => !isShouted(text)) ?? surfaces[0]!;
  if (type !== 'person' && type !== 'organisation') return most.text;
  const frequent = surfaces.filter(
    ({ text, count }) => nameTokens(text).length > 1 && (count >= 2 || count * 10 >= most.count) && !isShouted(text),
  );
  if (nameTokens(most.text).length > 1 || frequent.length === 0) return most.text;
  return frequent.reduce((best, next) => (next.count > best.count ? next : best)).text;
}

const isShouted = (text: string): boolean => text.length > 5 && /^[^\p{Ll}]+$/u.test(text);
