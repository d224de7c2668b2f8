/**
 * Longer and shorter forms of one name: with the noun that says what it is and without it ("Boeing Co", "Boeing";
 * "Khmeimim Air Base", "Khmeimim"), turned round ("Foreign Ministry", "Ministry of Foreign Affairs"), or clipped at
 * second mention ("Moorfield College", "Moorfield"). For merge.ts.
 */

import { isNationalBody } from './called-alike.ts';
import { clubsAmong, isClubOf } from './clubs.ts';
import type { Gazetteer } from './gazetteer.ts';
import type { Groups } from './groups.ts';
import { oneSpelling, spellingKeys } from './keys.ts';
import { directions, isDemonym, organisationHeads, organisationTails } from './lexicon.ts';
import { isForeignBody } from './organisation-words.ts';
import { agree, isNamedAsPlace, type Spelling, shareArticle, startIn, townsOf } from './spelling.ts';
import { isAbbreviation } from './trim.ts';

const setOf = (words: string): ReadonlySet<string> => new Set(words.trim().split(/\s+/));

/** Legal forms: they say nothing of which firm it is. */
const legalForms = setOf(`
  co corp corporation inc incorporated ltd limited plc company cos companies ag gmbh kg kgaa llc llp lp sa sas sarl srl spa nv bv ab as asa oy oyj aps pjsc ojsc jsc oao ooo zao pao
  pty pte pvt bhd sdn tbk pt kk kabushiki kaisha holding holdings group se cv sab ltda eirl sae saoc psc pjs qsc kft rt zrt doo dd ad sh`);

/** With these a place is the same place; a province or a lake may be named after the town, or the town after it. */
const samePlaceTails = setOf(
  'airbase airfield airport base air military naval international city town village prison barracks',
);

/** Heads of bodies that are named either way round: the Ministry of Trade is the Trade Ministry. */
const turningHeads = setOf('ministry department university college institute embassy directorate governorate');
/** Each country has its own of these. */
const nationalHeads = setOf('ministry department embassy directorate');

/** Nouns that a second mention leaves out: "Pelican Airways" is Pelican. */
const clippedTails = setOf(`
  airline airlines airways college university school academy theatre theater hospital hotel bank bancorp insurance brewery breweries motors motor steel oil gas petroleum energy
  electric electronics industries enterprises international pharmaceuticals chemicals telecom telecommunications communications media publishing press records pictures studios
  entertainment foods stores airport shipping lines railway railways systems technologies technology software laboratories partners capital securities investments financial
  properties resources mining mines minerals metals cement brothers sons associates foundation united city town rovers wanderers rangers county athletic albion hotspur argyle orient fc cf afc sc`);

/** What stands before the name of a club: "FC Lindau", "Dynamo Brod". */
const clubFronts = setOf(`
  fc ac as sc cf sv afc rc cd ud ca sd fk nk sk hk bk if ik vfb vfl tsv bsc msv rb psv az aek paok cska real atletico athletic sporting dynamo dinamo lokomotiv spartak torpedo
  racing deportivo olympique borussia eintracht hapoel maccabi beitar steaua rapid red team club union scuderia ecurie stade girondins fortuna arminia hertha hansa werder`);

/** Words at the front of a body's name that its second mention leaves out: "the Electoral Commission". */
const officialFronts = setOf('national federal independent central royal state');
const officialHeads = setOf(
  'commission committee ministry agency authority council court department assembly inspectorate ombudsman association',
);

export function joinForms(spellings: readonly Spelling[], groups: Groups, gazetteer: Gazetteer): void {
  joinByKey(spellings, groups, gazetteer);
  joinPlaceTails(spellings, groups, gazetteer);
  joinTails(spellings, groups, gazetteer);
  joinLocal(spellings, groups, joinClipped(spellings, groups, gazetteer));
}

/** "Lake Van" and "Van Lake" → "van lake"; null for what is no lake or river. */
function naturalOf(tokens: readonly string[]): string | null {
  const noun = /^(?:lake|river|camp)$/;
  if (tokens.length < 2) return null;
  if (noun.test(tokens[0]!)) return [...tokens.slice(1), tokens[0]!].join(' ');
  return noun.test(tokens.at(-1)!) ? tokens.join(' ') : null;
}

/** Without the legal form: by this "Coromandel Corp", "Coromandel Corporation" and "Coromandel" meet. */
export function withoutLegalForm(tokens: readonly string[]): readonly string[] {
  let end = tokens.length;
  while (end > 1 && (legalForms.has(tokens[end - 1]!) || (tokens[end - 1] === 'and' && end < tokens.length))) end--;
  return tokens.slice(0, end);
}

/** "Archer Dunmore" of "Archer Dunmore Foods". */
export function withoutClipped(tokens: readonly string[]): readonly string[] {
  const end = tokens.findLastIndex((token) => !clippedTails.has(token));
  return end < 0 ? tokens : tokens.slice(0, end + 1);
}

const baseTails = setOf('airbase airfield airport air base military naval international');

/** What someone types for a firm or an airfield, without the words that only say that it is one. */
export function withoutTails(tokens: readonly string[]): readonly string[] {
  let rest = withoutLegalForm(tokens);
  while (rest.length > 1 && baseTails.has(rest.at(-1)!)) rest = rest.slice(0, -1);
  return rest;
}

/** "Ministry of Foreign Affairs" → "foreign ministry"; null for what is not named either way round. */
function turned(tokens: readonly string[]): string | null {
  const singular = (words: readonly string[]) =>
    words.map((word) => oneSpelling(word).replace(/(?<=[a-z]{3})s$/, '')).join(' ');
  const head = tokens.findIndex((token) => turningHeads.has(token));
  if (head < 0) return null;
  const [before, after] = [tokens.slice(0, head), tokens.slice(head + 1)];
  const isOf = after[0] === 'of' || after[0] === 'for';
  if (isOf && head > 0) return null;
  const about = isOf ? after.slice(1) : before;
  if (about.length === 0 || (!isOf && after.length > 0)) return null;
  const bare = about.filter((word) => word !== 'affairs' && word !== 'affair' && word !== 'and');
  return bare.length === 0 ? null : `${singular(bare)} ${tokens[head]}`;
}

function joinByKey(spellings: readonly Spelling[], groups: Groups, gazetteer: Gazetteer): void {
  const byKey = new Map<string, number[]>();
  const file = (key: string, at: number) => byKey.set(key, [...(byKey.get(key) ?? []), at]);
  spellings.forEach(({ type, tokens, text, articles, isLocal }, at) => {
    if (isAbbreviation(text) || type === 'event') return;
    const core = withoutLegalForm(tokens);
    const isFirm = core.length < tokens.length && tokens.at(-1)!.length > 1;
    if (type === 'person' || type === 'place') {
      const airport =
        tokens.at(-1) === 'airport' ? tokens.filter((token) => token !== 'international').join(' ') : null;
      if (airport !== null) file(`airport ${airport}`, at);
      const natural = type === 'place' ? naturalOf(tokens) : null;
      if (natural !== null) file(`natural ${natural}`, at);
      if (isFirm) for (const article of articles) file(`${article} firm ${core.map(oneSpelling).join(' ')}`, at);
      return;
    }
    const plain = core.map(oneSpelling).join(' ');
    const round = turned(tokens);
    const keys = type === 'organisation' && !isLocal && (isFirm || !gazetteer.place(plain)) ? [`form ${plain}`] : [];
    if (type === 'organisation') keys.push(...[...articles].map((article) => `${article} firm ${plain}`));
    if (round !== null && tokens.some((token) => nationalHeads.has(token)))
      keys.push(...[...articles].map((article) => `${article} ${round}`));
    else if (round !== null) keys.push(`round ${round}`);
    for (const key of keys) file(key, at);
  });
  for (const alike of byKey.values()) {
    const owners = new Set(alike.map((at) => spellings[at]!.owner).filter(Boolean));
    const ownerOf = (at: number) => (owners.size < 2 ? '' : spellings[at]!.owner);
    for (const own of Map.groupBy(alike, ownerOf).values()) for (const at of own.slice(1)) groups.join(own[0]!, at);
  }
}

function joinPlaceTails(spellings: readonly Spelling[], groups: Groups, gazetteer: Gazetteer): void {
  const clubs = clubsAmong(spellings);
  withBare(spellings, 'place', samePlaceTails, (long, bare) => {
    if (clubs.some((club) => isClubOf(spellings[club]!, spellings[long]!))) return;
    const kept = bare.filter((index) => !isAnotherPlace(spellings[long]!, spellings[index]!, gazetteer));
    for (const index of kept) groups.join(index, long);
  });
}

const facility = /\b(?:airbase|airfield|airport|base|prison|barracks)$/iu;

/** Mexico City is no other name of Mexico, nor the airport of a known town one of the town. */
function isAnotherPlace(long: Spelling, short: Spelling, gazetteer: Gazetteer): boolean {
  const [whole, part] = [long, short].map(
    ({ text, tokens }) => gazetteer.place(text) ?? gazetteer.place(tokens.join(' ')),
  );
  if (!part) return false;
  if (facility.test(long.text)) return true;
  return part.size === 'n' || (whole !== null && whole !== undefined && whole.size !== part.size);
}

function joinTails(spellings: readonly Spelling[], groups: Groups, gazetteer: Gazetteer): void {
  withBare(spellings, 'organisation', organisationTails, (long, bare) => {
    for (const index of bare) {
      const { isBare, tokens, type } = spellings[index]!;
      const isKnownPlace = type !== 'organisation' && tokens.length === 1 && gazetteer.place(tokens[0]!) !== null;
      if (!isKnownPlace || !isBare) groups.join(index, long);
    }
  });
}

/** Calls back for each longer form with what is left of it without its last words. */
function withBare(
  spellings: readonly Spelling[],
  type: Spelling['type'],
  tails: ReadonlySet<string>,
  found: (long: number, bare: readonly number[]) => void,
): void {
  const byTokens = Map.groupBy(spellings.keys(), (at) => spellings[at]!.tokens.join(' '));
  spellings.forEach((long, at) => {
    const rest = [...long.tokens];
    if (long.type !== type || directions.has(rest[0]!)) return;
    while (rest.length > 1 && tails.has(rest.at(-1)!)) {
      rest.pop();
      const bare = (byTokens.get(rest.join(' ')) ?? []).filter((index) => {
        const short = spellings[index]!;
        const isTogether = shareArticle(long, short);
        return long.type === short.type ? type === 'place' || isTogether : short.type === 'untyped' && isTogether;
      });
      if (bare.length === 0) continue;
      found(at, bare);
      return;
    }
  });
}

/** A shorter name goes to the one longer name that its article has brought before it, if nothing else is called so. */
function joinClipped(spellings: readonly Spelling[], groups: Groups, gazetteer: Gazetteer): Set<number> {
  const clipped = new Set<number>();
  const byArticle = new Map<string, number[]>();
  spellings.forEach(({ articles, tokens, type }, at) => {
    if (type === 'person' || type === 'event' || tokens.length < 2) return;
    if (type !== 'organisation' && !clippedTails.has(tokens.at(-1)!)) return;
    for (const article of articles) byArticle.set(article, [...(byArticle.get(article) ?? []), at]);
  });
  const people = peoplesWords(spellings);
  const towns = townsOf(spellings);
  const clubs = clubsAmong(spellings);
  const isTown = (word: string) => 'cmlt'.includes(gazetteer.place(word)?.size ?? '-');
  spellings.forEach((short, at) => {
    const club = clubs.find((index) => isClubOf(spellings[index]!, short));
    if (club !== undefined && !(short.type === 'place' && isTown(short.text))) groups.join(club, at);
    if (short.type === 'place' || short.type === 'event' || isAbbreviation(short.text) || isDemonym(short.tokens[0]!))
      return;
    const [article, ...others] = [...short.articles].filter((id) => byArticle.has(id));
    if (article === undefined || others.length > 0) return;
    const isName = short.type === 'organisation' || !gazetteer.place(short.text);
    if (!isName || (short.type === 'untyped' && isNamedAsPlace(short, towns))) return;
    if (short.tokens.length === 1 && people.get(article)?.has(short.tokens[0]!)) return;
    const longer = byArticle
      .get(article)!
      .filter((index) => index !== at && isClipped(short, spellings[index]!, article, isTown));
    if (new Set(longer.map(groups.rootOf)).size !== 1) return;
    groups.join(longer[0]!, at);
    clipped.add(at);
  });
  return clipped;
}

/** Bodies of one word that are spelled alike in several articles are one, but for those that are short for different ones. */
function joinLocal(spellings: readonly Spelling[], groups: Groups, clipped: ReadonlySet<number>): void {
  const byKey = new Map<string, number[]>();
  spellings.forEach(({ type, text, tokens, owner }, at) => {
    if (type !== 'organisation' || isAbbreviation(text) || withoutLegalForm(tokens).length > 1) return;
    if (isNationalBody(spellings[at]!)) return;
    const key = `${owner}\n${spellingKeys(withoutLegalForm(tokens).join(' '))[0]!}`;
    byKey.set(key, [...(byKey.get(key) ?? []), at]);
  });
  for (const alike of byKey.values()) {
    const open = alike.filter((at) => !clipped.has(at));
    const known = alike.filter((at) => clipped.has(at));
    const isOne = new Set(known.map(groups.rootOf)).size <= 1;
    for (const at of open.slice(1)) groups.join(open[0]!, at);
    // The Times of one article may be New York's, that of another is not.
    const isHead = organisationHeads.has(spellings[alike[0]!]!.tokens.at(-1)!);
    if (isOne && !isHead && open.length > 0 && known.length > 0) groups.join(known[0]!, open[0]!);
  }
}

/** By article: every word of a person's full name. */
function peoplesWords(spellings: readonly Spelling[]): Map<string, Set<string>> {
  const words = new Map<string, Set<string>>();
  for (const { type, tokens, articles } of spellings) {
    if (type !== 'person' || tokens.length < 2) continue;
    for (const article of articles) {
      const own = words.get(article) ?? new Set();
      for (const token of tokens) own.add(token);
      words.set(article, own);
    }
  }
  return words;
}

function isClipped(short: Spelling, long: Spelling, article: string, isTown: (word: string) => boolean): boolean {
  const [own, whole] = [short.tokens, long.tokens];
  const core = withoutLegalForm(whole);
  if (own.length >= whole.length || !agreeLoosely(short, long)) return false;
  const isAt = (from: number) => own.every((token, index) => token === core[from + index]);
  const rest = core.slice(own.length);
  const isOnlyHeads = own.every((token) => organisationHeads.has(token));
  if (startIn(long, article) > startIn(short, article)) return false;
  if (isAt(0) && !isOnlyHeads) {
    if (core.length < whole.length || rest.length === 0) return true;
    if (rest.every((token) => clippedTails.has(token))) return true;
    // A club by its first word: "Bayern" of "Bayern Munich".
    if (
      short.type === 'organisation' &&
      long.type === 'organisation' &&
      rest.length === 1 &&
      isTown(rest[0]!) &&
      !isTown(own[0]!)
    )
      return true;
    return own.length >= 2 && /^(?:of|for|del|de|du|di|in|al)$/.test(rest[0]!) && !organisationHeads.has(own[0]!);
  }
  const front = core.length - own.length;
  if (front <= 0 || !isAt(front)) return false;
  const before = core.slice(0, front);
  if (before.every((token) => clubFronts.has(token) || isForeignBody(token)) && !isOnlyHeads) return true;
  // A club or a newspaper by its second word: "United" after "Eastport United", "the Post".
  if (own.length === 1 && short.type === 'organisation') return secondMentions.test(own[0]!);
  return (
    before.every((token) => officialFronts.has(token) || isDemonym(token)) &&
    own.some((token) => officialHeads.has(token))
  );
}

/** Nouns by which alone a text goes on to call what it has named. */
const secondMentions =
  /^(?:united|city|town|rovers|wanderers|athletic|albion|county|post|times|herald|tribune|globe|telegraph|guardian|journal|gazette|chronicle|observer|mail|standard|star)$/;

/** A clipped name may look like a person's: "Thalberg" of "Thalberg Maschinenbau AG". */
const agreeLoosely = (short: Spelling, long: Spelling): boolean =>
  agree(short, long) || short.isBare || withoutLegalForm(long.tokens).length === short.tokens.length;
