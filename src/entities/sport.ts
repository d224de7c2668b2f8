/**
 * What a score, a table of results or a match says of the names in it: a town that beats another is its team, and who
 * stands in brackets with a minute is a player. Used by around.ts.
 */
import type { Span } from '../model.ts';
import { endingIn } from '../text/endings.ts';
import type { Add } from './evidence.ts';
import type { Gazetteer } from './gazetteer.ts';

/** Why a name is a team: by this typing.ts tells the team from the town of the same name. */
export const teamReason = 'it plays in a match';
const teamWeight = 3;

const reach = 64;
const lineCharsMax = 200;
const victory =
  'beat|beats|defeated|thrashed|edged|downed|routed|crushed|trounced|outclassed|overcame|upset|blanked|stunned|hammered|outscored|swept|shut out|eliminated|knocked out|drew with|held|lost to';
const fixture = 'host|face|meet|play|plays|visit|entertain|take on|travel to';
const score = '\\d{1,3}-\\d{1,3}(?! \\d{1,2}-\\d)';
const word = "\\p{Lu}[\\p{L}.&’'-]*";
const name = `(?:the )?${word}(?: ${word}){0,3}`;
const player =
  'coach|trainer|boss|manager|captain|skipper|striker|goalkeeper|keeper|midfielder|defender|defenseman|winger|full-?back|wicket-?keeper|all-?rounder|batsman|bowler|quarterback|pitcher|outfielder|shortstop|linebacker|prop|fly-half|scrum-?half|playmaker|forward|driver|rider';
const pattern = (source: string): RegExp => new RegExp(source, 'u');

/** Of what stands before a name, of what stands after it, or of both, where all that is given has to hold. */
interface Cue {
  readonly isTown?: true;
  readonly left?: (left: string) => boolean;
  readonly right?: RegExp;
}

/** Cues that hold anywhere, for the score in them. */
const scored: readonly Cue[] = [
  { right: pattern(`^ (?:${victory}) ${name}(?: to a)? (?:in .{0,30})?${score}`) },
  { right: pattern(`^ (?:won|lost|drew|led|trailed) (?:${score}|by (?:an innings|\\d+ (?:runs|wickets)))`) },
  { left: endingIn(pattern(`(?:${victory}) (?:the )?$`)), right: pattern(`^ ${score}`) },
  {
    left: endingIn(
      pattern(
        `${score} (?:home |away )?(?:defeats?|wins?|victory|draws?|loss|thrashing) (?:by|over|against|with|to|at|of) (?:the )?$`,
      ),
    ),
  },
  { left: endingIn(pattern(`(?:drew|lost|won) ${score} (?:with|to|at|against|over|in) (?:the )?$`)) },
];

/** Cues that hold in an article on sport. */
const told: readonly Cue[] = [
  { right: pattern(`^ (?:${fixture}|beat|lost to|drew with|held) ${name}`) },
  { left: endingIn(pattern(`${word} (?:${fixture}|beat|lost to|drew with|held) (?:the )?$`)) },
  { right: pattern(`^ (?:${player}) ${word}`) },
  { right: / had (?:\p{Lu}\p{L}+ ){1,3}sent off/u },
  { left: endingIn(pattern(`(?:${player}) (?:of|from|for|with) (?:the )?$`)) },
  { left: endingIn(/(?:won|lost|drew) (?:at home |away )?(?:to|at|against) $/u) },
  {
    left: endingIn(
      /(?:played|plays?|scored|goals?|caps|appearances|signed|turned out) (?:\d+ times )?(?:for|against|with) (?:the )?$/u,
    ),
  },
  {
    left: endingIn(
      /(?:penalty|goals?|draw|win|wins|match|games?|series|tie|try|defeat|victory) (?:against|with|over|by) (?:the )?$/u,
    ),
  },
  { left: endingIn(/(?:signed|bought|loaned|traded|acquired|sold|transferred) .{3,50} (?:from|to) (?:the )?$/u) },
  {
    right:
      /^ (?:lead|led|leads|top|topped|tops|won|lost|share|shared|head|headed) (?:the )?(?:[\p{L}\d-]+ ){0,2}(?:series|league|table|division|group|match|game|title|place|top|position|pennant|championship|at home|away)/u,
  },
  // Of a town only: players lose as well.
  { isTown: true, right: pattern(`^, who (?:${victory}|won|lost|drew|lead|led|top|play|visit|host|meet|face)\\b`) },
  {
    right: pattern(
      `^(?:'s|’s) ${word} ${word} (?:made|scored|hit|took|had|struck|netted|added|saved|missed|was sent off|was booked)\\b`,
    ),
  },
  { isTown: true, right: /^ clinched / },
  { left: endingIn(/(?:made|scored|took|hit) [\d\p{L} -]{1,15} (?:against|past) $/u) },
  { right: /^ (?:released|waived|traded|drafted|re-signed|signed|sacked|fired|fielded|sold) (?:[a-z-]+ )?\p{Lu}/u },
  {
    left: endingIn(
      /(?:will join|joined|joins|rejoined|left|coached|manages|managed|captained|plays? for|played for) (?:the )?$/u,
    ),
  },
  {
    left: endingIn(
      /(?:made|scored|took|hit|points|runs|goals?|wickets|lifted .{3,30}|led .{3,30}) (?:against|past|over) (?:the )?$/u,
    ),
  },
  { right: pattern(`^ (?:and|v|vs) ${name} (?:meet|met|play|played|drew|share|face|clash)\\b`) },
  { left: endingIn(/\p{L}+ (?:lead|led) .{3,30} from $/u) },
];

/** "Leeds 2 Everton 1", "Parma 1 (Bellini 34) Roma 0. Attendance 21,000". */
const result = pattern(
  `^\\W*${name},? \\d{1,3}(?:-\\d+)?(?: \\([^)]*\\))?[,;]? ${name}(?: \\([^)]*\\))?,? \\d{1,3}\\b`,
);
/** "Parma 24 14 6 4 48": a row of a table. */
const row = pattern(`^\\W*(?:\\d+\\.? )?${name}(?: \\.?\\d[\\d.:+-]*){3,}(?: -)?\\s*$`);
/** "Somerset 298 (P. Harland 83", "Kent 211-4". */
const innings =
  /^ \d{2,3}(?:-\d{1,2})?(?: (?:and \d|declared|dec\b|all out|for \d)|,? \(\p{Lu}|, \p{Lu}\p{L}+ \d{2,3})/u;

/** A match may be told without its score. */
const unscoredWordsMin = 6;

let known = { text: '', isOn: false };

/** True for an article with scores and words of matches, or with many of these. */
function isOnSport(text: string): boolean {
  if (known.text !== text) {
    const scores = text.match(/\b\d{1,3}-\d{1,3}\b/g)?.length ?? 0;
    const words = text.match(
      /\b(?:match|matches|league|season|goals?|coach|striker|innings|tournament|cup|championship|games?|teams?|players?|round|final|penalty|defender|midfielder|goalkeeper|manager|halftime|half-time|standings|scoreboard|runs|wickets)\b/gi,
    );
    const kinds = new Set(words?.map((one) => one.toLowerCase())).size;
    known = { text, isOn: kinds >= (scores >= 1 ? 3 : unscoredWordsMin) };
  }
  return known.isOn;
}

export function sportEvidence(text: string, { start, end }: Span, gazetteer: Gazetteer, add: Add): void {
  const lineStart = text.lastIndexOf('\n', start - 1) + 1;
  const lineEnd = text.indexOf('\n', end) < 0 ? text.length : text.indexOf('\n', end);
  const left = text.slice(Math.max(lineStart, start - reach), start);
  const right = text.slice(end, Math.min(lineEnd, end + reach));
  const line = text.slice(lineStart, Math.min(lineEnd, lineStart + lineCharsMax));
  const words = text.slice(start, end).split(/\s+/);
  if (isScored(left, right)) {
    add('person', 3, 'a line of a scoreboard');
    return;
  }
  if (
    /^ \d{1,3}(?: ?,? (?:\d{1,3}|pen|penalty|og|own goal))*(?: ?[,;)]| not out)/.test(right) &&
    /\([^()]*$/.test(left)
  ) {
    add('person', 2.5, 'a player in brackets');
    return;
  }
  if (
    /^ (?:\d|\()/.test(right) &&
    /(?:^|\W)(?:Scorers?|Goals?|Tries|Try|Conversions?|Penalt(?:y|ies))(?: for .{2,30})?: [^.;]*$/.test(left)
  ) {
    add('person', 3.5, 'a player with a minute');
    return;
  }
  if (right.startsWith(')') && /\( ?\p{Lu}[\p{L}. ]+, $/u.test(left) && isOnSport(text))
    add('organisation', 2.2, 'a team after a country in brackets');
  if (/^(?:\s*$| (?:\d|same time))/.test(right) && /\( ?\p{Lu}[\p{L}. ]+\) $/u.test(left))
    add('organisation', 1.5, 'a team after a country in brackets');
  if (words.length > 1 && /^ \( ?\p{Lu}[\p{L}. ]+\) (?:beat|bt|\d)/u.test(right) && /(?:^|[\d.)-])\s*$/.test(left)) {
    add('person', 1.5, 'a country in brackets after it');
    return;
  }
  const place = gazetteer.place(words.join(' '));
  const isSomebody =
    words.length > 1 &&
    !place &&
    !gazetteer.place(words[0]!) &&
    gazetteer.isPersonalName(words[0]!) &&
    !gazetteer.isWord(words[0]!);
  if (place?.size === 'n' || isSomebody) return;
  if (words.length > 1 && /^(?:State|Tech)$/.test(words.at(-1)!) && isOnSport(text))
    add('organisation', 3, 'a college in an article on sport');
  if (!isPlaying(line, left, right, text, place !== null && place.size !== 'v')) return;
  add('organisation', teamWeight, teamReason);
  add('person', -1, teamReason);
}

/** "A. Lind c Moss b Hart 17", "Hart 9-1-30-2": who was out, by whom, and who bowled. */
const isScored = (left: string, right: string): boolean =>
  (/^\W*(?:\p{Lu}\. )?$/u.test(left) &&
    /^ (?:(?:c|b|st|lbw|c and b|c sub)(?: [(†]?\p{Lu}|\s+b\s)|run out|not out|retired hurt|hit wicket|did not bat)/u.test(
      right,
    )) ||
  (/^\)?(?: b \p{Lu}| \d{1,3}\s*$|\s*$)/u.test(right) &&
    /(?:^| )(?:c|b|st|lbw|sub|and b) [(†]?(?:\p{Lu}\. )?$/u.test(left)) ||
  /^ \d{1,2}(?:\.\d)?-\d{1,2}-\d{1,3}-\d{1,2}(?!\d)/.test(right);

function isPlaying(line: string, left: string, right: string, text: string, isTown: boolean): boolean {
  const holds = (cue: Cue) => (isTown || !cue.isTown) && (cue.left?.(left) ?? true) && (cue.right?.test(right) ?? true);
  if (/^,? \.?\d/.test(right) && (result.test(line) || row.test(line))) return true;
  if (innings.test(right) && /(?:^|[:,;]\s)$/.test(left)) return true;
  return scored.some(holds) || (isOnSport(text) && told.some(holds));
}
