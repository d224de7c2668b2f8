/**
 * Names in their articles, each with a type: evidence of own words and surroundings summed over an article and over
 * the library, then what the article says in full elsewhere ("Anna Lind" … "Lind") and what stands beside it in a list.
 */
import type { EntityType } from '../model.ts';
import type { Bearer } from './bearer.ts';
import { type Evidence, type NamedType, type Spoken, scoresOf, sumsOf, typeOf } from './evidence.ts';
import { nameTokens } from './keys.ts';
import { organisationHeads, placeHeads } from './lexicon.ts';
import type { Said } from './namesakes.ts';
import { withoutClipped, withoutLegalForm } from './organisation-forms.ts';
import { inSenses } from './senses.ts';

/** One occurrence, with what the words around it say. */
export interface Occurrence {
  readonly text: string;
  /** The same for spellings that differ in case, accents and hyphens only. */
  readonly key: string;
  readonly article: string;
  readonly passage: number;
  readonly start: number;
  readonly end: number;
  readonly around: readonly Evidence[];
  readonly own: readonly Evidence[];
  /** Occurrences beside it in a list: "A, B and C". */
  readonly beside: readonly Occurrence[];
  /** What stands before it, of the person who bears it. */
  readonly bearer: Bearer;
  /** The country whose it is, as far as the words before it say; else ''. */
  readonly owner: string;
  /** What sort of place it is said to be; else ''. */
  readonly placeKind: string;
  /** What tells it from others of its name. */
  readonly said: Said;
}

/** All occurrences of one name in one article. */
export interface Named {
  readonly key: string;
  readonly article: string;
  readonly occurrences: readonly Occurrence[];
  readonly type: EntityType;
  readonly evidence: readonly Evidence[];
}

interface Scored {
  readonly key: string;
  readonly article: string;
  readonly occurrences: readonly Occurrence[];
  readonly tokens: readonly string[];
  readonly spoken: Spoken;
  /** Of its own words, and of what the rest of the article and the library say. */
  own: readonly Evidence[];
  scores: ReadonlyMap<NamedType, number>;
}

const spokenOf = (occurrences: readonly Occurrence[]): Spoken => ({
  sums: sumsOf(occurrences.flatMap(({ around }) => around)),
  mentions: occurrences.length,
});
const evidenceOf = ({ own, occurrences }: Scored): Evidence[] => [
  ...own,
  ...occurrences.flatMap(({ around }) => around),
];

/** By so much an article's own evidence must speak for another type than the library's, to keep its own. */
const ownTypeMargin = 1.5;
/** A surname is as much a person's as the full name is, up to this. */
const surnameWeightMax = 4;
/** So many people named in full show that an article does so. */
const peopleMin = 2;
const notInFull = 'no person is named so in full';
/** Evidence of this weight shows that a mention is of a person: more than a verb of speech or a given name. */
const personShownFrom = 0.85;
/** From this score on a name lends its type to its neighbours in a list. */
const lenderMin = 1.4;

export function typed(found: readonly Occurrence[]): Named[] {
  const occurrences = inSenses(found);
  const everywhere = new Map([...Map.groupBy(occurrences, ({ key }) => key)].map(([key, all]) => [key, spokenOf(all)]));
  const scored = [...Map.groupBy(occurrences, ({ key, article }) => `${article}\n${key}`).values()].map(
    (own): Scored => {
      const { key, article, text } = own[0]!;
      const spoken = spokenOf(own);
      return { key, article, occurrences: own, tokens: nameTokens(text), spoken, own: [], scores: new Map() };
    },
  );
  const score = (entry: Scored, more: readonly Evidence[]) => {
    entry.own = more.length > 0 ? [...entry.occurrences[0]!.own, ...more] : entry.occurrences[0]!.own;
    entry.scores = scoresOf({ own: entry.own, inArticle: entry.spoken, everywhere: everywhere.get(entry.key)! });
  };
  for (const entry of scored) score(entry, []);
  const fulls = fullNamesOf(scored);
  const partOfFull = new Map(scored.map((entry) => [entry, inFull(entry, fulls)]));
  for (const [entry, evidence] of partOfFull) score(entry, evidence);
  const introduced = articlesOfPeople(fulls);
  const scoreOf = new Map(scored.flatMap((entry) => entry.occurrences.map((one) => [one, entry])));
  // Twice, so that the first of three lends its type to the last.
  for (let round = 0; round < 2; round++) {
    const called = calledBySurname(scored);
    const listed = scored.map((entry) => [
      ...partOfFull.get(entry)!,
      ...neverInFull(entry, fulls, introduced),
      ...fromLists(entry, scoreOf),
      ...fromSurname(entry, called),
    ]);
    scored.forEach((entry, at) => {
      score(entry, listed[at]!);
    });
  }
  return [...Map.groupBy(scored, ({ key }) => key).values()].flatMap(agreed);
}

/** Of one name in several articles: the type that most speaks for, unless an article speaks clearly for another. */
function agreed(entries: readonly Scored[]): Named[] {
  const total = new Map<NamedType, number>();
  for (const { scores, occurrences } of entries) {
    for (const [type, sum] of scores) total.set(type, (total.get(type) ?? 0) + sum * occurrences.length);
  }
  const mentions = entries.reduce((sum, { occurrences }) => sum + occurrences.length, 0);
  const average = typeOf(new Map([...total].map(([type, sum]) => [type, sum / mentions])));
  const [only, another] = new Set(entries.map(({ scores }) => typeOf(scores)).filter((type) => type !== 'untyped'));
  const common = average === 'untyped' && another === undefined ? (only ?? 'untyped') : average;
  return entries.map((entry) => {
    const { key, article, occurrences, scores } = entry;
    const own = typeOf(scores);
    const isOther =
      own !== 'untyped' &&
      own !== common &&
      (common === 'untyped' || scores.get(own)! - (scores.get(common) ?? 0) >= ownTypeMargin);
    return { key, article, occurrences, type: isOther ? own : common, evidence: evidenceOf(entry) };
  });
}

/** Names of several words, by article and by each word that may stand for them alone. */
function fullNamesOf(
  scored: readonly Scored[],
): Map<string, { type: NamedType; isLast: boolean; text: string; weight: number }[]> {
  const fulls = new Map<string, { type: NamedType; isLast: boolean; text: string; weight: number }[]>();
  for (const { tokens, article, scores, occurrences } of scored) {
    const type = typeOf(scores);
    if (tokens.length < 2 || type === 'untyped' || type === 'event') continue;
    const last = tokens.at(-1)!;
    const isNumbered = /^[ivx]+$/.test(last);
    const isHeaded = organisationHeads.has(last) || placeHeads.has(last);
    const firm = type === 'organisation' ? withoutLegalForm(tokens) : tokens;
    const parts: [string, boolean][] =
      type === 'person'
        ? [
            [isNumbered ? tokens.at(-2)! : last, true],
            [tokens[0]!, false],
            ...tokens.slice(1, -1).map((_, at): [string, boolean] => [tokens.slice(at + 1).join(' '), true]),
          ]
        : firm.length < tokens.length
          ? [firm, withoutClipped(firm)].map((some): [string, boolean] => [some.join(' '), true])
          : isHeaded
            ? [[tokens.slice(0, -1).join(' '), true]]
            : [];
    for (const [part, isLast] of parts) {
      for (const place of [article, '']) {
        const key = `${place}\n${part}`;
        const weight = Math.min(surnameWeightMax, scores.get(type) ?? 0);
        const full = { type, isLast, text: occurrences[0]!.text, weight };
        const filed = fulls.get(key);
        if (filed) filed.push(full);
        else fulls.set(key, [full]);
      }
    }
  }
  return fulls;
}

function inFull({ tokens, article, occurrences }: Scored, fulls: ReturnType<typeof fullNamesOf>): Evidence[] {
  const part = tokens.join(' ');
  const near = fulls.get(`${article}\n${part}`) ?? [];
  const all = near.length > 0 ? near : (fulls.get(`\n${part}`) ?? []);
  const found: Evidence[] = [];
  const share = near.length > 0 ? 1 : 0.5;
  const full = (type: NamedType, isLast?: boolean) =>
    all.find((one) => one.type === type && (isLast === undefined || one.isLast === isLast));
  const surname = full('person', true);
  const given = full('person', false);
  if (surname && (tokens.length === 1 || near.length > 0))
    found.push({ type: 'person', weight: surname.weight * share, reason: `the surname of "${surname.text}"` });
  const isPlaced = occurrences.some(({ around }) => around.some(({ type, weight }) => type === 'place' && weight > 0));
  if (surname && near.length > 0 && tokens.length === 1 && !isPlaced)
    found.push({ type: 'place', weight: -1.5, reason: 'nothing but its name speaks for a place' });
  else if (tokens.length === 1 && given)
    found.push({ type: 'person', weight: 1.2 * share, reason: `the first word of "${given.text}"` });
  for (const type of ['organisation', 'place'] as const) {
    const longer = full(type);
    if (longer && near.length > 0)
      found.push({ type, weight: tokens.length > 1 ? 2.8 : 1.5, reason: `the beginning of "${longer.text}"` });
  }
  return found;
}

/** Articles that name several people in full, as news does when it first speaks of them. */
function articlesOfPeople(fulls: ReturnType<typeof fullNamesOf>): ReadonlySet<string> {
  const people = new Map<string, Set<string>>();
  for (const [key, names] of fulls) {
    const article = key.split('\n')[0]!;
    for (const { type, isLast, text } of names)
      if (type === 'person' && isLast) people.set(article, (people.get(article) ?? new Set()).add(text));
  }
  return new Set(
    [...people].filter(([article, names]) => article && names.size >= peopleMin).map(([article]) => article),
  );
}

/** One word that no full name in such an article ends with, and that is no personal name: rather a firm than a person. */
function neverInFull(
  entry: Scored,
  fulls: ReturnType<typeof fullNamesOf>,
  introduced: ReadonlySet<string>,
): Evidence[] {
  const { tokens, article, occurrences } = entry;
  if (tokens.length !== 1 || !introduced.has(article) || /[-'’ ]/.test(occurrences[0]!.text)) return [];
  if (fulls.has(`${article}\n${tokens[0]}`) || fulls.has(`\n${tokens[0]}`)) return [];
  const { own } = occurrences[0]!;
  if (own.some(({ type, weight }) => type === 'place' && weight >= 1))
    return [{ type: 'person', weight: -0.8, reason: notInFull }];
  if (own.some(({ type }) => type === 'person')) return [];
  const evidence = evidenceOf(entry);
  const speaks = (type: NamedType, least: number) => evidence.some((one) => one.type === type && one.weight >= least);
  if (
    speaks('person', personShownFrom) ||
    speaks('place', 0.1) ||
    !(speaks('organisation', 0.1) || speaks('person', 0.1))
  )
    return [];
  return [
    { type: 'person', weight: -0.8, reason: notInFull },
    { type: 'organisation', weight: 0.4, reason: notInFull },
  ];
}

/** A surname of this score is somebody's. */
const surnameMin = 2;

/** By article: surnames by which somebody is called. */
const calledBySurname = (scored: readonly Scored[]): ReadonlySet<string> =>
  new Set(
    scored
      .filter(
        ({ tokens, scores }) =>
          tokens.length === 1 && typeOf(scores) === 'person' && scores.get('person')! >= surnameMin,
      )
      .map(({ tokens, article }) => `${article}\n${tokens[0]}`),
  );

/** Two or three unknown words, of which the last is somebody's surname elsewhere in the article. */
const fromSurname = ({ tokens, article, scores }: Scored, called: ReadonlySet<string>): Evidence[] =>
  tokens.length > 1 && (scores.get('person') ?? 0) > 0 && called.has(`${article}\n${tokens.at(-1)}`)
    ? [{ type: 'person', weight: 1, reason: 'its last word is a surname by which somebody is called' }]
    : [];

function fromLists({ occurrences }: Scored, scoreOf: ReadonlyMap<Occurrence, Scored>): Evidence[] {
  const lenders = new Map<NamedType, string>();
  for (const neighbour of occurrences.flatMap(({ beside }) => beside)) {
    const scores = scoreOf.get(neighbour)?.scores ?? new Map<NamedType, number>();
    const type = typeOf(scores);
    if (type !== 'untyped' && type !== 'event' && scores.get(type)! >= lenderMin) lenders.set(type, neighbour.text);
  }
  const weight = lenders.size > 1 ? 0.4 : 1;
  return [...lenders].map(([type, text]) => ({ type, weight, reason: `it stands in a list with "${text}"` }));
}
