/**
 * Pairs of spellings: one thing or two? Asked of what merges spellings in a library, and of what finds a name from what
 * someone types. How a pair is decided is a parameter, so that another way can be measured beside these.
 */
import { createLookup } from '../../src/entities/lookup.ts';
import { libraryOf } from '../../src/library.ts';
import type { Entity, Span } from '../../src/model.ts';
import { articleOf } from './found.ts';
import type { LabelType } from './marked-text.ts';
import { headOf, overlaps } from './mentions.ts';
import { entitiesOf } from './plausible-names.ts';
import { type Failure, type Score, scoreOf } from './score.ts';
import { readLines, type SetName } from './texts.ts';

export interface VariantPair {
  readonly a: string;
  readonly b: string;
  readonly type: LabelType;
  /** Of `b`, where it is another. */
  readonly typeB?: LabelType;
  readonly same: boolean;
  /** "spelling", "acronym", "twin" … */
  readonly kind: string;
  /** Sentences that tell apart two things of one name. */
  readonly contextA?: string;
  readonly contextB?: string;
  readonly set: SetName;
}

/** 'unseen': one of the two was not even taken for a name. */
export type Verdict = 'one' | 'two' | 'unseen';
export type Matcher = (pair: VariantPair) => Verdict;

export interface PairScores {
  /** Pairs in Latin letters. */
  readonly latin: Score;
  readonly otherScripts: Score;
  /** Share of pairs decided rightly, by kind. */
  readonly byKind: Readonly<
    Record<string, { readonly right: number; readonly unseen: number; readonly count: number }>
  >;
  readonly failures: readonly Failure[];
}

export const readPairs = (): VariantPair[] => readLines<VariantPair>('pairs.jsonl');

export function scorePairs(pairs: readonly VariantPair[], matcher: Matcher): PairScores {
  const judged = pairs.map((pair) => ({ pair, verdict: matcher(pair) }));
  const scoreOfAll = (some: typeof judged) =>
    scoreOf({
      right: some.filter(({ pair, verdict }) => pair.same && verdict === 'one').length,
      found: some.filter(({ verdict }) => verdict === 'one').length,
      labelled: some.filter(({ pair }) => pair.same).length,
    });
  const isRight = ({ pair, verdict }: (typeof judged)[number]) => pair.same === (verdict === 'one');
  return {
    latin: scoreOfAll(judged.filter(({ pair }) => isLatin(pair.b))),
    otherScripts: scoreOfAll(judged.filter(({ pair }) => !isLatin(pair.b))),
    byKind: Object.fromEntries(
      [...Map.groupBy(judged, ({ pair }) => pair.kind)].map(([kind, some]) => [
        kind,
        {
          right: some.filter(isRight).length,
          unseen: some.filter(({ verdict }) => verdict === 'unseen').length,
          count: some.length,
        },
      ]),
    ),
    failures: judged
      .filter((one) => !isRight(one))
      .map(({ pair, verdict }) => ({
        kind: `pair: ${pair.kind}, ${pair.same ? (verdict === 'unseen' ? 'not seen' : 'not joined') : 'joined'}`,
        what: `${pair.a} / ${pair.b}`,
      })),
  };
}

export const isLatin = (name: string): boolean =>
  !/[^\p{Script=Latin}\p{Script=Common}\p{Script=Inherited}]/u.test(name);

const carriers: Readonly<Record<LabelType, readonly string[]>> = {
  person: [
    'Reporters met @ at the airport on Monday.',
    'Some time later @ said that the work would go on.',
    'They had asked @, a former minister, to preside.',
  ],
  organisation: [
    'Two officials of @ were in the room.',
    'It was members of @ who had called the meeting.',
    'A statement by @ was published in the evening.',
  ],
  place: [
    'The convoy reached the outskirts of @ before dawn.',
    'It had rained in @ all week.',
    'Lorries waited on the road between the coast and @ for days.',
  ],
  event: ['Nothing was as before after the @.', 'Much has been written about the @ since then.'],
};

function libraryWith({ a, b, type, typeB, contextA, contextB }: VariantPair) {
  const sentencesOf = (name: string, own: LabelType, context: string | undefined) =>
    context ? [context] : carriers[own].map((carrier) => carrier.replace('@', () => name));
  const [first, second] = [sentencesOf(a, type, contextA), sentencesOf(b, typeB ?? type, contextB)];
  const text = ['A short report', '', first.join(' '), '', second.join(' '), ''].join('\n');
  const cut = text.indexOf(second[0]!, text.indexOf(first[0]!) + first[0]!.length);
  const made = libraryOf({ articles: [articleOf('pair.txt', text)], problems: [] });
  return { text, cut, ...made };
}

/** Puts both spellings into one short article, and sees whether the library makes one entity of them. */
export const mergedInLibrary: Matcher = (pair) => {
  const { a, b } = pair;
  const { text, cut, passages, names } = libraryWith(pair);
  const found = names.entities.flatMap((entity) => entity.mentions.map((mention) => ({ entity, mention })));
  const entitiesAt = (name: string, from: number, to: number): Set<Entity> => {
    const spans = occurrences(text, name, from, to).map((span) => headOf(text, span));
    return new Set(
      found
        .filter(
          ({ mention }) => passages[mention.passage] && spans.some((span) => overlaps(span, headOf(text, mention))),
        )
        .map(({ entity }) => entity),
    );
  };
  const [ofA, ofB] = [entitiesAt(a, 0, cut), entitiesAt(b, cut, text.length)];
  if (ofA.size === 0 || ofB.size === 0) return 'unseen';
  return [...ofA].some((entity) => ofB.has(entity)) ? 'one' : 'two';
};

function occurrences(text: string, name: string, from: number, to: number): Span[] {
  const spans: Span[] = [];
  for (let at = text.indexOf(name, from); at >= 0 && at < to; at = text.indexOf(name, at + 1)) {
    spans.push({ start: at, end: at + name.length });
  }
  return spans;
}

/**
 * Types `b` into an index that holds `a` among names of other things: is it taken for `a` without asking back? Two things of one
 * name are both in the index, and to be asked for.
 */
export const foundByLookup: Matcher = (pair) => {
  const { a, b, type, typeB } = pair;
  if (pair.contextA !== undefined) return libraryWith(pair).names.lookup(b).kind === 'one' ? 'one' : 'two';
  const entities = entitiesOf([{ name: a, type }, ...bystanders]);
  const looked = createLookup(entities).lookup(b, [typeB ?? type]);
  return looked.kind === 'one' && looked.entity === entities[0] ? 'one' : 'two';
};

/** Names of things that no pair is about. */
const bystanders: readonly { readonly name: string; readonly type: LabelType }[] = [
  ...['Ilse Kornfeld', 'Tobias Okonjo', 'Yorleidis Peña', 'Venkat Subramaniam', 'Fergus McIlwraith'].map((name) => ({
    name,
    type: 'person' as const,
  })),
  ...['Wanne-Eickel', 'Bulawayo', 'Chimborazo', 'Tromsø', 'Quetzaltenango'].map((name) => ({
    name,
    type: 'place' as const,
  })),
  ...['Lampara Edilcasa', 'Federation of Beekeepers', 'Nordkraft'].map((name) => ({
    name,
    type: 'organisation' as const,
  })),
];
