/** What the words around a mention say of its type: titles, roles, verbs, prepositions, appositions. */
import { endingIn, groupsAtEnd } from '../text/endings.ts';
import { fold } from '../text/fold.ts';
import { firstWordOf } from '../text/words.ts';
import { cuesAfter, cuesBefore, realmReason } from './cues.ts';
import type { Add, Evidence } from './evidence.ts';
import type { Gazetteer } from './gazetteer.ts';
import { isDemonym, organisationHeads, organisationNouns, placeNouns, roles, speechVerbs, titles } from './lexicon.ts';
import { isStateAbbreviation } from './run-words.ts';
import type { Run } from './runs.ts';
import { sportEvidence } from './sport.ts';

export { relationReason } from './cues.ts';

/** Characters looked at on either side of a mention. */
const reach = 64;

const before = cuesBefore.map(([pattern, ...said]) => [endingIn(pattern), ...said] as const);
const hasThe = endingIn(/(?:^|\s)the $/);

/** Texts that went through a tool have a space before each comma. */
const looseSpace = / (?=[,;)]|['’]s\b)/g;

export function aroundEvidence(text: string, run: Run, gazetteer: Gazetteer): Evidence[] {
  const found: Evidence[] = [];
  const add: Add = (type, weight, reason) => found.push({ type, weight, reason });
  const { sentence } = run;
  const left = fold(text.slice(Math.max(sentence.start, run.start - reach), run.start)).replace(looseSpace, '');
  const plainRight = text.slice(run.end, Math.min(sentence.end, run.end + reach)).replace(looseSpace, '');
  const right = fold(plainRight);
  if (run.titles.length > 0) add('person', 3, `the title "${run.titles.join(' ')}" before it`);
  // "Beijing's rival Washington": states have rivals and friends as well.
  const isState = 'ncrm'.includes(gazetteer.place(text.slice(run.start, run.end))?.size ?? '-') && isRelated(left);
  // "A spokesman for Brandt's Harbour Army" speaks for the army.
  const isOwner = /^['’]s \p{Lu}/u.test(plainRight);
  for (const [isMet, type, weight, reason] of left === '' ? [] : before)
    if (isMet(left) && !(isState && type === 'person') && !(isOwner && type === 'organisation'))
      add(type, weight, reason);
  // Leaders have governments and borders as well: of two unknown words that says little.
  const isUnknown = run.words.length > 1 && gazetteer.place(text.slice(run.start, run.end)) === null;
  for (const [pattern, type, weight, reason] of cuesAfter)
    if (pattern.test(right)) add(type, isUnknown && reason === realmReason ? weight / 4 : weight, reason);
  if (/^ \((?:the )?\p{Lu}{2,6}s?\)/u.test(plainRight)) add('organisation', 1, 'an abbreviation in brackets after it');
  plural(text.slice(run.start, run.end), left, add);
  if (run.words.length === 1 && hasThe(left) && organisationHeads.has(fold(text.slice(run.start, run.end))))
    add('organisation', 1.6, 'a noun of bodies after "the"');
  if (!isState) previousWord(left, add);
  officer(plainRight, gazetteer.place(text.slice(run.start, run.end)) !== null, add);
  speech(left, right, add);
  const isBody = run.words.length > 1 && organisationHeads.has(fold(run.words.at(-1)!.text));
  // "Lippo Group, its chairman said": whose chairman another name says.
  if (!(isBody && /^, (?:its|their) /.test(right)))
    apposition(plainRight.startsWith(' (') ? withoutBrackets(text.slice(run.end, sentence.end)) : plainRight, add);
  dateline(text, run, right, add);
  if (isItem(text, run)) add('place', 0.7, 'it heads an item of a report');
  sportEvidence(text, run, gazetteer, add);
  if (isStateAbbreviation(text.slice(run.start, run.end)) && /(?:\p{L}, |[rdi]-)$/u.test(left)) {
    add('place', 4, 'an abbreviated state');
    add('person', -2, 'an abbreviated state');
  }
  const country = /^,\s+((?:\p{Lu}[\p{L}.]*\s?){1,3})/u.exec(plainRight)?.[1]?.trim();
  if (country && 'ncr'.includes(gazetteer.place(country)?.size ?? '-') && !/(?:,|and)\s+$/.test(left))
    add('place', 0.9, `"${country}" after it`);
  return found;
}

const isRelated = endingIn(
  /(?:^|\s)(?:rivals?|all(?:y|ies)|partners?|neighbou?rs?|friends?|foes?|enem(?:y|ies)|adversar(?:y|ies)|opponents?|backers?|patrons?|sponsors?|successors?|predecessors?|hosts?|champions?),? $/,
);

/** "the Houthis", "the Vipers": many, who are no one person. */
function plural(name: string, left: string, add: Add): void {
  if (!hasThe(left) || !/^\p{Lu}\p{Ll}{2,}[^su]s$/u.test(name)) return;
  add('organisation', 1, '"the" before it and a plural');
  add('person', -1.2, '"the" before it and a plural');
}

/** "X chairman Anna Lind", "X's spokesman": who speaks or decides for a body; no person owns a bare role. */
function officer(right: string, isPlace: boolean, add: Add): void {
  const match =
    /^(?<owner>['’]s)?(?:\s(?!(?:has|had|have|is|was|were|an?|the|his|her|its|their|and|or|as|by|with|to|for|of|met|told|saw)\s)(?:\p{Ll}+(?:-\p{Ll}+)?|\p{Lu}\p{L}+)){0,2}?\s(?<role>[\p{L}-]+)(?: [Gg]eneral)?,?\s(?=\p{Lu}\p{Ll})/u.exec(
      right,
    );
  const role = fold(match?.groups?.['role'] ?? '').replace(/^vice-/, '');
  if (!match || !(roles.has(role) || titles.has(role))) return;
  if (/^(?:governor|mayor|sheriff|mla|bishop|archbishop|police)$/.test(role))
    add('place', 1.2, `its "${role}" after it`);
  else if (isPlace) return;
  else if (match.groups?.['owner']) {
    if (officers.test(role)) add('organisation', 1, `its "${role}" after it`);
  } else {
    add('organisation', 1.4, `its "${role}" after it`);
    add('person', -1.5, `its "${role}" after it`);
  }
}

const officers =
  /^(?:chairman|chairwoman|chairperson|director|spokes\w+|president|chief|ceo|executive|manager|economist|analyst|leader|secretary|treasurer|negotiator|commander|head|boss|founder|coach|captain)$/;

const wordBefore = groupsAtEnd(/(?:^|[\s"(-])([\p{L}'-]+),?\s$/u);

function previousWord(left: string, add: Add): void {
  const [previous] = wordBefore(left) ?? [];
  if (previous === undefined) return;
  if (
    !left.endsWith(', ') &&
    (organisationNouns.has(previous) || /[a-z](?:maker|paper|builder)$/.test(previous)) &&
    !placeNouns.has(previous)
  )
    add('organisation', 1.3, `"${previous}" before it`);
  if (!roles.has(previous) && !titles.has(previous)) return;
  const isOf = /(?:^|\s)(?:the|a|an)\s+[\p{L}'-]+,\s$/u.test(left);
  add('person', isOf ? 1.5 : 2.5, `the role "${previous}" before it`);
}

const isAfterPreposition = endingIn(
  /(?:^|\s)(?:of|on|in|at|from|to|with|by|for|about|against|into|over|near|and) (?:the )?$/,
);
/** Verbs that only people are the subject of. */
const personal =
  /^ (?:recalled|recalls|remembered|remembers|smiled|laughed|shrugged|sighed|died|resigned|married|was born|wrote|explained|joked|nodded|grew up|thinks|thought|believes|believed)\b/;

const isSpeaker = endingIn(/["”,] (?:said|says|added|asked|replied|recalled|explained|wrote) $/);

function speech(left: string, right: string, add: Add): void {
  if (isAfterPreposition(left)) return;
  const next = firstWordOf(right);
  if (personal.test(right)) add('person', 1.6, 'a verb of people after it');
  else if (/^\s/.test(right) && speechVerbs.has(next)) {
    add('person', hasThe(left) ? 0.3 : 0.8, `the verb "${next}" after it`);
    add('organisation', 0.3, `the verb "${next}" after it`);
  }
  if (isSpeaker(left)) add('person', 1.8, 'who speaks a quotation');
}

/** "Karsovo (Bulgarian: …; population 9,000) is a town": an encyclopaedia says more before it says what it is. */
const withoutBrackets = (after: string): string =>
  after.replace(/^ \([^()]*(?:\([^()]*\)[^()]*)*\)/, '').slice(0, reach);

/** "X, a port city", "X, the gas exporter", "X, the adviser to". */
function apposition(right: string, add: Add): void {
  // Words with capitals are other names: only small ones say what this one is.
  const described =
    /^(?:,|\s+is|\s+was|\s+\()\s*(?:the|a|an|his|her|its|their|one of the|then|now|who is|who was)\s+((?:[\p{L}'’-]+\s*){1,6})/u;
  const bare = /^,\s+((?:[\p{Ll}'’-]+\s*){1,2})/u;
  const phrase = described.exec(right)?.[1];
  const words = phrase ?? bare.exec(right)?.[1];
  if (!words) return;
  // The last noun before a small word is what the phrase turns on: "the Guards Corps commander", no "party elder".
  let said: Parameters<Add> | undefined;
  for (const word of words.trim().split(/\s+/)) {
    if (
      /^(?:of|in|on|at|from|to|for|with|by|and|that|which|said|says|told|where|near|has|had|is|was|who|whose)$/.test(
        word,
      )
    )
      break;
    if (roles.has(word)) said = ['person', 2.3, `the role "${word}" after it`];
    else if (phrase && organisationNouns.has(word) && !isDemonym(word))
      said = ['organisation', 1.8, `"${word}" after it`];
    else if (phrase && placeNouns.has(word)) said = ['place', 1.8, `"${word}" after it`];
    else if (/^(?:elder|insider|stalwart|worker|loyalist|grandee|boss|hero|defector|runaway|heavyweight)$/.test(word))
      said = ['person', 1.8, `"${word}" after it`];
  }
  if (said) add(...said);
}

/** "2. Qorveth. No convoy came": the name is a sentence by itself, and the article goes on. */
const isItem = (text: string, { start, end, sentence }: Run): boolean =>
  /^[\s\d*#().•-]*$/.test(text.slice(sentence.start, start)) &&
  /^[*_]*[.:][*_]*\s*$/.test(text.slice(end, sentence.end)) &&
  /^[ \t]+\p{Lu}/u.test(text.slice(sentence.end, sentence.end + 4));

/** "BEIRUT, Lebanon (AP) —": where a report was written. */
function dateline(text: string, run: Run, right: string, add: Add): void {
  if (!/^[\s*_"“]*$/.test(text.slice(run.sentence.start, run.start))) return;
  const isShouted = /^[\p{Lu}\s'’.-]+$/u.test(text.slice(run.start, run.end));
  const isDated = /^(?:, [\p{L} ]{3,30})? (?:1\d|20)\d\d-\d\d-\d\d\s*$/u.test(right);
  const isLed = /^(?:,? [^.]{0,40})?(?:\s[-–—]+\s|\s?—\s?|\s?\([^)]{2,24}\)\s?[-–—])/.test(right);
  if (isShouted && (isDated || isLed)) add('place', isDated ? 4 : 3, 'it opens a report');
}
