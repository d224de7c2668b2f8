/**
 * One name for things of several types in one article: a town and its team, a general and the city that is called after him, a
 * river and a company. Each sense gets a key of its own. For typing.ts.
 */
import { pronounReason } from './cues.ts';
import type { Evidence, NamedType } from './evidence.ts';
import { teamReason } from './sport.ts';
import type { Occurrence } from './typing.ts';

/** Evidence of this weight is enough to show that a mention is of the place. */
const placeShownFrom = 0.6;

const personMark = ' (person)';
const statedReason = 'said to be one, and another to be something else';
const teamMark = ' (team)';
/** True for the key of a team that bears a town's name. */
export const isTeamKey = (key: string): boolean => key.endsWith(teamMark);
/** The sense that a key stands for; '' where its article has one only. */
export const senseOfKey = (key: string): string => / \((\w+)\)$/.exec(key)?.[1] ?? '';

/** A title of people alone: a Saint may be a town. */
const titledReason =
  /^the title "(?:[^"]* )?(?:general|colonel|president|minister|chancellor|governor|senator|judge|king|queen|prince|princess|emperor|captain|admiral|mr|mrs|ms|miss|dr|sir|lord|professor)" before it$/;

/** What an apposition says that only a person, a body, a place can be: "X, a queen", "X, the company", "X, a river". */
const statedBy: readonly (readonly [NamedType, RegExp])[] = [
  [
    'person',
    /^the role "(?:queen|king|prince|princess|emperor|empress|president|general|senator|judge|minister|actor|actress|singer|musician|writer|author|poet|novelist|painter|composer|footballer|boxer|nurse|farmer|teacher|student|lawyer|doctor|engineer|journalist|widow|daughter|son|wife|husband|economist|historian)" after it$/,
  ],
  [
    'organisation',
    /^"(?:company|firm|bank|newspaper|band|club|magazine|airline|broadcaster|retailer|party)" after it$/,
  ],
  [
    'place',
    /^"(?:river|lake|city|town|village|state|country|province|island|mountain|suburb|district|county)" after it$/,
  ],
];

/** Where an article states two kinds of one name: which of them each mention is, what says nothing being what was spoken of last. */
function statedKinds(occurrences: readonly Occurrence[]): ReadonlyMap<Occurrence, NamedType> {
  const stated = (one: Occurrence) =>
    statedBy.find(([, says]) => one.around.some(({ reason }) => says.test(reason)))?.[0] ??
    (one.placeKind === '' ? undefined : 'place');
  const kinds = new Map<Occurrence, NamedType>();
  for (const alike of Map.groupBy(occurrences, ({ article, key }) => `${article}\n${key}`).values()) {
    const all = alike.length < 2 ? [] : alike.flatMap((one) => stated(one) ?? []);
    if (new Set(all).size < 2) continue;
    let kind = all[0]!;
    for (const one of [...alike].sort((a, b) => a.start - b.start)) {
      kind = stated(one) ?? kind;
      kinds.set(one, kind);
    }
  }
  return kinds;
}

/**
 * A town and its team are two things, and so are a country and who bears its name: "Leeds beat Everton" in one line, "a
 * court in Leeds" in the next; "Jordan said that he was tired", "General Washington".
 */
export function inSenses(occurrences: readonly Occurrence[]): Occurrence[] {
  const speaksFor = (evidence: readonly Evidence[], type: NamedType) =>
    evidence.some((one) => one.type === type && one.weight >= placeShownFrom);
  const has = (wanted: string) => (one: Occurrence) => one.around.some(({ reason }) => reason === wanted);
  const scopesOf = (some: readonly Occurrence[]) => new Set(some.map(({ article, key }) => `${article}\n${key}`));
  const isTeam = has(teamReason);
  const isSomebody = ({ around }: Occurrence) =>
    around.some(({ reason }) => reason === pronounReason || titledReason.test(reason));
  const [teams, people] = [scopesOf(occurrences.filter(isTeam)), scopesOf(occurrences.filter(isSomebody))];
  const kinds = statedKinds(occurrences);
  if (teams.size + people.size + kinds.size === 0) return [...occurrences];
  const senses = new Map(
    occurrences.map((one) => {
      const isPlace = speaksFor(one.own, 'place');
      const scope = `${one.article}\n${one.key}`;
      const isOpen = !speaksFor(one.around, 'place');
      const plays = isTeam(one) || (teams.has(scope) && isOpen);
      const speaks =
        isSomebody(one) ||
        (people.has(scope) && !one.around.some(({ type, weight }) => type === 'place' && weight > 0));
      const own = one.own.filter(({ type }) => type !== 'place');
      const team: Evidence = { type: 'organisation', weight: 1.5, reason: teamReason };
      const town: Evidence = { type: 'place', weight: 1.5, reason: 'the town of a team' };
      const person: Evidence = { type: 'person', weight: 1.5, reason: pronounReason };
      const kind = kinds.get(one);
      const sense = kind
        ? {
            key: `${one.key} (${kind})`,
            own: [...one.own.filter(({ type }) => type === kind), { type: kind, weight: 1.5, reason: statedReason }],
          }
        : !isPlace
          ? {}
          : plays
            ? { key: `${one.key}${teamMark}`, own: [...own, team] }
            : speaks
              ? { key: `${one.key}${personMark}`, own: [...own, person] }
              : teams.has(scope)
                ? { own: [...one.own.filter(({ type }) => type !== 'organisation'), town] }
                : {};
      return [one, { ...one, ...sense, beside: [] as Occurrence[] }] as const;
    }),
  );
  for (const [one, { beside }] of senses) beside.push(...one.beside.flatMap((other) => senses.get(other) ?? []));
  return [...senses.values()];
}
