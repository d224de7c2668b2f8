/**
 * Candidate names: runs of capitalised words in a sentence, with the small words that belong inside a name, without
 * the titles before it and the possessive after it.
 */
import type { Span } from '../model.ts';
import { fold } from '../text/fold.ts';
import { type Word, wordsOf } from '../text/words.ts';
import { type Casing, isCapital } from './casing.ts';
import {
  articles,
  directions,
  eventHeads,
  isCalendarWord,
  isDemonym,
  keepsOf,
  knownPlaces,
  ofHeads,
  organisationHeads,
  particles,
  placeHeads,
  titles,
} from './lexicon.ts';

/** A run of words taken for a name, and the sentence around it. */
export interface Run extends Span {
  readonly words: readonly Word[];
  /** Folded titles that stood before the name: "president", "general". */
  readonly titles: readonly string[];
  readonly sentence: Span;
}

const isFunctionWord = (folded: string): boolean => functionWords.has(folded);
const functionWords = new Set(
  `a about above according across additionally after afterwards again against all almost along already also although always amid among an and another any
  anyone are around as at away back because been before behind being below beneath besides best better between beyond both but by can could despite
  did do does down due during each earlier either even every everyone everything few finally first five following for four from further had has have
  he hence her here hers him his how however i if in indeed instead into is it its just last later least less let like many maybe me meanwhile
  more moreover most much must my near nearly neither never nevertheless new next no nobody none nonetheless nor not nothing now of off often on
  once one only onto or other others our out over perhaps quite rather second secondly several shall she should similarly since six so some
  someone something sometimes soon still such ten than that the their them then there therefore these they third this those though three
  through throughout thus to today together tomorrow too toward towards two under unless unlike until up upon us very via was we well were what
  whatever when whenever where whereas wherever whether which while who whoever whole whom whose why will with within without would yes yesterday yet you your`
    .trim()
    .split(/\s+/),
);

export function runsIn(text: string, sentence: Span, casing: Casing): Run[] {
  const words = wordsOf(text, sentence);
  const runs: Run[] = [];
  for (let at = 0; at < words.length; ) {
    const last =
      isCapital(words[at]!.text) || startsWithArticle(text, words, at) ? lastOfRun(text, words, at, casing) : -1;
    if (last < at) {
      at++;
      continue;
    }
    runs.push(...namesIn(words.slice(at, last + 1), at === 0, sentence, casing));
    at = last + 1;
  }
  return runs;
}

const between = (text: string, a: Word, b: Word): string => text.slice(a.end, b.start);

/** "al-Assad": the article in small letters opens a name. */
function startsWithArticle(text: string, words: readonly Word[], at: number): boolean {
  const [word, next] = [words[at]!, words[at + 1]];
  return next !== undefined && articles.has(word.text) && isHyphen(between(text, word, next)) && isCapital(next.text);
}

const isHyphen = (gap: string): boolean => /^[-‐‑–?]$/u.test(gap);
const isPossessive = (word: string): boolean => /['’ʼ]s?$/u.test(word);

/** Index of the last word of the run that starts at `first`. */
function lastOfRun(text: string, words: readonly Word[], first: number, casing: Casing): number {
  let last = first;
  while (last + 1 < words.length) {
    const word = words[last]!;
    const next = words[last + 1]!;
    if (isPossessive(word.text)) break;
    const gap = between(text, word, next);
    const isInitial = /^\p{Lu}$/u.test(word.text) && /^\.\s*$/.test(gap);
    if (isHyphen(gap)) {
      const isOneName =
        articles.has(fold(word.text)) || articles.has(next.text) || !(stands(word, casing) && stands(next, casing));
      if ((isCapital(next.text) || articles.has(next.text)) && isOneName) last++;
      else break;
    } else if (/^\s+$/.test(gap) || isInitial || isPluralOwner(word, gap)) {
      const skip = joined(text, words, first, last, casing);
      if (skip === 0) break;
      last += skip;
    } else break;
  }
  return last;
}

/** "Dockers' Union": the apostrophe of a plural doesn't end a name. */
const isPluralOwner = (word: Word, gap: string): boolean =>
  /^['’]\s+$/.test(gap) && word.text.endsWith('s') && !isDemonym(fold(word.text)) && !knownPlaces.has(fold(word.text));

/** True for a word that is a name by itself: both parts of "Russia-Iran" are, those of "Jean-Claude" aren't. */
const stands = ({ text }: Word, casing: Casing): boolean =>
  knownPlaces.has(fold(text)) || isDemonym(fold(text)) || casing.isCapitalised(text);

/** How many words after `last` belong to the name: the next, or small words and the one after them. */
function joined(text: string, words: readonly Word[], first: number, last: number, casing: Casing): number {
  const at = (offset: number) => words[last + offset];
  const isJoinedBySpace = (offset: number) => {
    const [a, b] = [at(offset - 1), at(offset)];
    return a !== undefined && b !== undefined && /^['’]?\s+$/.test(between(text, a, b));
  };
  const isName = (offset: number) => {
    const word = at(offset);
    return word !== undefined && isCapital(word.text) && !isFunctionWord(fold(word.text));
  };
  const next = at(1)!;
  if (isCapital(next.text)) return isCalendarWord(fold(next.text)) && !casing.isOrdinary(next.text) ? 0 : 1;
  const small = next.text;
  if (articles.has(small) && at(2) && isHyphen(between(text, next, at(2)!)) && isName(2)) return 2;
  if (particles.has(small) && isName(2) && isJoinedBySpace(2)) return 2;
  if (small === 'of' && ofHeads.has(fold(at(0)!.text))) {
    const owner = at(2)?.text === 'the' ? at(3) : at(2);
    const isOwned = last > first && owner && (knownPlaces.has(fold(owner.text)) || isAbbreviation(owner.text));
    if (isOwned && !keepsOf.has(fold(at(0)!.text))) return 0;
    if (isName(2) && isJoinedBySpace(2)) return 2;
    if (at(2)?.text === 'the' && isName(3) && isJoinedBySpace(2) && isJoinedBySpace(3)) return 3;
  }
  return 0;
}

/** The names in a run: cut where a title stands within, then each without what isn't the name. */
function namesIn(run: readonly Word[], opens: boolean, sentence: Span, casing: Casing): Run[] {
  const cut = run.findIndex((word, at) => at > 0 && titles.has(fold(word.text)) && isPerson(run.slice(at + 1), casing));
  if (cut < 0 || titles.has(fold(run[cut - 1]!.text)) || isDemonym(fold(run[cut - 1]!.text))) {
    return [namedPart(run, opens, sentence, casing) ?? []].flat();
  }
  return [...namesIn(run.slice(0, cut), opens, sentence, casing), ...namesIn(run.slice(cut), false, sentence, casing)];
}

/** Words that could be the name after a title: none of them a noun that heads other names. */
const isPerson = (words: readonly Word[], casing: Casing): boolean =>
  words.length > 0 && !headNouns.has(fold(words.at(-1)!.text)) && !casing.isOrdinary(words.at(-1)!.text);

/** The run without ordinary words at a sentence's start, titles, peoples before titles, and "'s". */
function namedPart(run: readonly Word[], opens: boolean, sentence: Span, casing: Casing): Run | null {
  let words = [...run];
  while (words.length > 0 && isFunctionWord(fold(words[0]!.text)) && !isAbbreviation(words[0]!.text)) words.shift();
  if (opens && words.length === run.length && words.length > 0 && isOpening(words, casing)) words.shift();
  const { named, before } = withoutTitles(words, casing);
  words = withoutDirection(named);
  while (words.length > 0 && (isSmallWord(words.at(-1)!.text) || isOfPeople(words))) words.pop();
  if (words.length === 0 || words.every((word) => isNoName(word.text))) return null;
  const [first, last] = [words[0]!, words.at(-1)!];
  if (words.length === 1 && before.length === 0 && isOrdinaryWord(first.text, casing)) return null;
  const end = last.end - (/['’ʼ]s?$/u.exec(last.text)?.[0].length ?? 0);
  return { start: first.start, end, words, titles: before, sentence };
}

/** "Foreign Minister X", "Secretary of State X", "Iranian President X" → X and its titles. */
function withoutTitles(run: readonly Word[], casing: Casing): { named: Word[]; before: string[] } {
  const named = [...run];
  const before: string[] = [];
  if (!isPerson(run.slice(-1), casing) && run.length > 1) return { named, before };
  while (named.length > 0) {
    const first = fold(named[0]!.text).replace(/\.$/, '');
    const titleFollows = named.slice(1, 4).some((word) => titles.has(fold(word.text)));
    if (before.length > 0 && first === 'of' && named.length > 2) named.shift();
    else if (titles.has(first) && (named.length > 1 || before.length > 0 || casing.isOrdinary(first)))
      before.push(first);
    else if (!(isDemonym(first) && titleFollows)) break;
    named.shift();
  }
  return { named, before };
}

/** "Eastern Aleppo" is a part of Aleppo; "South Sudan" and "West Bank" are names of their own. */
function withoutDirection(words: readonly Word[]): Word[] {
  const [first, second] = words;
  const isPart =
    words.length === 2 &&
    directions.has(fold(first!.text)) &&
    !headNouns.has(fold(second!.text)) &&
    !knownPlaces.has(fold(`${first!.text} ${second!.text}`));
  return words.slice(isPart ? 1 : 0);
}

const isSmallWord = (word: string): boolean => particles.has(word) || word === 'of' || word === 'the';

/** "the General Staff of the Russian …": a people at the end is the next word's. */
const isOfPeople = (words: readonly Word[]): boolean =>
  isDemonym(fold(words.at(-1)!.text)) && words.some(({ text }) => text === 'of');

const headNouns: ReadonlySet<string> = new Set([...organisationHeads, ...placeHeads, ...eventHeads]);

/** A word that stands in small letters more often than not is no name by itself. */
const isOrdinaryWord = (word: string, casing: Casing): boolean =>
  !isAbbreviation(word) && !knownPlaces.has(fold(word)) && casing.isOrdinary(word);

const isAbbreviation = (word: string): boolean => /^(?:\p{Lu}{2,6}|(?:\p{Lu}\.){2,})$/u.test(word);

/** The first word of a sentence is capitalised whatever it is. */
function isOpening(words: readonly Word[], casing: Casing): boolean {
  const first = words[0]!.text;
  if (isAbbreviation(first) || knownPlaces.has(fold(first)) || casing.isCapitalised(first)) return false;
  return casing.isOrdinary(first) || words.length === 1;
}

function isNoName(word: string): boolean {
  const folded = fold(word);
  if (isAbbreviation(word)) return false;
  return (
    isDemonym(folded) ||
    isCalendarWord(folded) ||
    directions.has(folded) ||
    isFunctionWord(folded) ||
    /^\p{L}$/u.test(folded)
  );
}
