/** Passages → Names: who, what and where is named in a library, with every spelling and every mention. */
import type { Entity, EntityType, Mention, Names, Passage } from '../model.ts';
import { type Casing, casingOf } from './casing.ts';
import { type Evidence, evidenceOf, typeOf } from './evidence.ts';
import { emptyGazetteer, type Gazetteer } from './gazetteer.ts';
import { initialsOf, nameTokens } from './keys.ts';
import { createLookup } from './lookup.ts';
import { mergedSurfaces, type Surface } from './merge.ts';
import { runsIn } from './runs.ts';

interface Collected {
  readonly text: string;
  readonly mentions: Mention[];
  readonly evidence: Evidence[];
}

export function createNames(passages: readonly Passage[], _gazetteer: Gazetteer = emptyGazetteer): Names {
  const { surfaces, expansions } = collect(passages, casingOf(passages));
  const typed = surfaces.map(({ text, mentions, evidence }): Surface => {
    const sure = typeOf(
      evidence.filter(({ isFallback }) => !isFallback),
      mentions.length,
    );
    const type = typeOf(evidence, mentions.length);
    const articles = new Set(mentions.map(({ passage }) => passages[passage]!.article.id));
    return { text, count: mentions.length, type, isSure: sure === type, articles };
  });
  const entities = mergedSurfaces(typed, expansions)
    .map((group) => entityOf(group.map((at) => surfaces[at]!)))
    .sort((a, b) => b.mentions.length - a.mentions.length || (a.name < b.name ? -1 : 1))
    .map((entity, id): Entity => ({ ...entity, id }));
  const byPassage = new Map<number, Entity[]>();
  for (const entity of entities) {
    for (const passage of new Set(entity.mentions.map((mention) => mention.passage))) {
      byPassage.set(passage, [...(byPassage.get(passage) ?? []), entity]);
    }
  }
  return { entities, ...createLookup(entities), inPassage: (passage) => byPassage.get(passage) ?? [] };
}

/** Every name's spellings, and the expansions that texts give of abbreviations: "Guards Corps (IRGC)". */
function collect(passages: readonly Passage[], casing: Casing) {
  const bySurface = new Map<string, Collected>();
  const expansions = new Map<string, string>();
  for (const { id, article, block, start, end } of passages) {
    for (const sentence of article.blocks[block]?.sentences ?? []) {
      if (sentence.start < start || sentence.end > end) continue;
      const runs = runsIn(article.text, sentence, casing);
      runs.forEach((run, at) => {
        const text = article.text.slice(run.start, run.end).replace(/\s+/gu, ' ');
        const collected = bySurface.get(text) ?? { text, mentions: [], evidence: [] };
        bySurface.set(text, collected);
        collected.mentions.push({ start: run.start, end: run.end, passage: id });
        collected.evidence.push(...evidenceOf(article.text, run, casing));
        const before = runs[at - 1];
        const isIntroduced =
          before &&
          /^\s*(?:\(|,? or |,? known as |,? abbreviated )(?:the )?["“]?$/.test(
            article.text.slice(before.end, run.start),
          );
        const long = before && article.text.slice(before.start, before.end).replace(/\s+/gu, ' ');
        if (isIntroduced && long && endsWithInitials(long, text)) expansions.set(text, long);
      });
    }
  }
  return { surfaces: [...bySurface.values()], expansions };
}

const endsWithInitials = (long: string, short: string): boolean =>
  nameTokens(long).length >= 2 && initialsOf(long) === short.replaceAll('.', '').toLowerCase();

function entityOf(surfaces: readonly Collected[]): Omit<Entity, 'id'> {
  const sorted = [...surfaces].sort((a, b) => b.mentions.length - a.mentions.length || (a.text < b.text ? -1 : 1));
  const mentions = sorted
    .flatMap((surface) => surface.mentions)
    .sort((a, b) => a.passage - b.passage || a.start - b.start);
  const type: EntityType = typeOf(
    sorted.flatMap((surface) => surface.evidence),
    mentions.length,
  );
  return {
    name: nameOf(sorted, type),
    type,
    surfaces: sorted.map(({ text, mentions: { length } }) => ({ text, count: length })),
    mentions,
  };
}

/** The longest form that isn't rare beside the others; for a place or an abbreviation the most frequent one. */
function nameOf(surfaces: readonly Collected[], type: EntityType): string {
  const most = surfaces[0]!;
  if (type !== 'person' && type !== 'organisation') return most.text;
  const frequent = surfaces.filter(
    ({ text, mentions }) =>
      nameTokens(text).length > 1 && (mentions.length >= 2 || mentions.length * 10 >= most.mentions.length),
  );
  if (nameTokens(most.text).length > 1 || frequent.length === 0) return most.text;
  return frequent.reduce((best, next) => (next.mentions.length > best.mentions.length ? next : best)).text;
}
