/**
 * Names in lines whose capitals say nothing, headlines and lines in capitals: only what is known from elsewhere in the
 * library or beforehand, and what is no word of the language.
 */
import type { Span } from '../model.ts';
import type { LineStyle } from './casing.ts';
import { nameKey } from './gazetteer.ts';
import {
  articles,
  functionWords,
  isCalendarWord,
  isDemonym,
  organisationHeads,
  particles,
  roles,
  titles,
} from './lexicon.ts';
import { knownNameAt, type Reading, type Run } from './runs.ts';
import type { Token } from './tokens.ts';

const knownWordsMax = 6;
const unknownLettersMin = 3;

export function headlineRunsIn(
  tokens: readonly Token[],
  sentence: Span,
  style: LineStyle,
  isKnown: (key: string) => boolean,
  reading: Reading,
): Run[] {
  const runs: Run[] = [];
  for (let at = 0; at < tokens.length; ) {
    const count =
      knownAt(tokens, at, isKnown, reading) ||
      knownNameAt(tokens, at, reading.gazetteer) ||
      unknownAt(tokens, at, style, reading);
    if (count > 0) {
      const words = tokens.slice(at, at + count);
      const last = words.at(-1)!;
      const end = last.end - (/['’ʼ][sS]?$/u.exec(last.text)?.[0].length ?? 0);
      const before = tokens[at - 1];
      const isTitled = before !== undefined && titles.has(before.folded) && before.isCapital;
      runs.push({ start: words[0]!.start, end, words, titles: isTitled ? [before.folded] : [], sentence });
    }
    at += Math.max(count, 1);
  }
  return runs;
}

const isNear = ({ gap }: Token): boolean => /^(?:\s+|[-‐‑–])$/u.test(gap);
const withoutOwner = (text: string): string => text.replace(/['’ʼ][sS]?$/u, '');

/** The longest name met in plain sentences; of one word only when it is no ordinary word. */
function knownAt(tokens: readonly Token[], at: number, isKnown: (key: string) => boolean, reading: Reading): number {
  if (!tokens[at]!.isCapital) return 0;
  let longest = 0;
  let name = '';
  for (let count = 1; count <= knownWordsMax; count++) {
    const word = tokens[at + count - 1];
    if (!word || (count > 1 && !isNear(word))) break;
    name = name ? `${name} ${withoutOwner(word.text)}` : withoutOwner(word.text);
    if (count === 1 && (functionWords.has(word.folded) || isOrdinary(word, reading))) continue;
    if (isKnown(nameKey(name))) longest = count;
  }
  return longest;
}

const isOrdinary = ({ text, folded }: Token, { gazetteer, casing }: Reading): boolean => {
  const name = withoutOwner(text);
  if (casing.isSmall(name) || functionWords.has(folded) || isCalendarWord(folded) || isDemonym(withoutOwner(folded)))
    return true;
  return gazetteer.isWord(name) && !'ncrm'.includes(gazetteer.place(name)?.size ?? '-') && !casing.standsAlone(name);
};

/** Words that the language doesn't have, as long as they go on; a given name before them. */
function unknownAt(tokens: readonly Token[], at: number, style: LineStyle, reading: Reading): number {
  const isName = (token: Token | undefined) =>
    token?.isCapital === true &&
    withoutOwner(token.text).length >= unknownLettersMin &&
    !/\d/.test(token.text) &&
    !isOrdinary(token, reading) &&
    !titles.has(token.folded) &&
    !roles.has(token.folded);
  const first = tokens[at]!;
  const isShort = style === 'title' && /^\p{Lu}{2,5}$/u.test(first.text) && !functionWords.has(first.folded);
  const isGiven =
    first.isCapital &&
    reading.gazetteer.isPersonalName(first.text) &&
    !reading.gazetteer.isWord(first.text) &&
    !titles.has(first.folded) &&
    !roles.has(first.folded) &&
    !functionWords.has(first.folded) &&
    !isDemonym(first.folded);
  if (!isName(first) && !isShort && !(isGiven && isName(tokens[at + 1]) && isNear(tokens[at + 1]!))) return 0;
  let count = 1;
  while (tokens[at + count]) {
    const next = tokens[at + count]!;
    if (!isNear(next) || /['’]s?$/iu.test(tokens[at + count - 1]!.text)) break;
    const isJoint = (particles.has(next.text) || articles.has(next.text)) && isName(tokens[at + count + 1]);
    if (isName(next) || (organisationHeads.has(next.folded) && style === 'title' && next.isCapital)) count++;
    else if (isJoint) count += 2;
    else break;
  }
  return count;
}
