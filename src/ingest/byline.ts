/** Is this line a signature, and whose? Stands beside src/ingest/head-lines.ts for the line rules and the metadata. */
import type { StatedDate } from '../model.ts';
import { isWeekdayName } from '../text/dates/words.ts';
import { datesOf, withoutDates, withoutTimes } from './dates.ts';

export interface Byline {
  readonly names: readonly string[];
  /** Put online by, not written by. */
  readonly posted: boolean;
  readonly date?: StatedDate;
}

const bylineCharsMax = 160;

const particle = '(?:de|del|della|der|den|van|von|bin|bint|ibn|al|el|la|le|da|dos|di|du|ter|ten|abu|zu|af)';
const nameWord = "(?:\\p{Lu}[\\p{L}\\p{M}.'’-]*|(?:al|el|d|l|ad|ash|as|ar|at|an)[-'’]\\p{Lu}[\\p{L}\\p{M}'’-]*)";
const name = `${nameWord}(?:\\s+(?:${particle}\\s+){0,2}${nameWord}){0,4}`;
const joint = '(?:and|&|und|et|y|e)';
const nameList = `${name}(?:(?:\\s*,\\s*${name}){0,4}\\s*,?\\s+${joint}\\s+${name})?`;

/** In front of the names, in any case. */
const opening =
  /^[\s|,·•–—-]*(?:(posted|submitted|uploaded|added|shared|published|veröffentlicht|publiée?|publicado)(?:\s+(?:on|am|le|el|em))?\s*,?\s+(?:by|von|par|por)|(?:(?:written|reported|words|story|report|text|interview|analysis|commentary|review|essay|opinion|dispatch)\s+)?by|authors?\s*:|von|par|por|texte?\s*(?::|von|de|par))\s*:?\s+/iu;
/** Behind them: a role, an agency, a place, a section. */
const trailer = '(?:\\s*(?:,|\\||–|—|-|/|\\(|·|•| in | for | at | on | under | special to )\\s*.{0,80})?';
const signed = new RegExp(`^(?<names>${nameList})${trailer}$`, 'u');
const wire = new RegExp(
  `^\\(?(?:(?:Additional )?[Rr]eporting|[Ww]riting) (?:by|from) (?<names>${nameList})(?![\\p{L}]).{0,160}$`,
  'u',
);

/** "Jane Doe | 3 May 2017": two words or more, and a bar between, for a comma would make a place of it. */
const besideDate = new RegExp(`^(?<names>${nameWord}\\s+${nameList})\\s*[|·•]\\s*.{0,20}\\d.{0,60}$`, 'u');
/** "By" before one of these is a turn of phrase, not a signature. */
const noName = new Set(
  'sea land air contrast comparison numbers design default hand law then now way night day car train bus force chance accident mistake definition nature all any some no the this that these those my your his her our their an a it'.split(
    ' ',
  ),
);
/** Who puts pages online, or wants no name. */
const office =
  /^(?:the )?(?:staff|admin|administrator|editor|editors|guest|contributor|anonymous|web ?desk|news ?desk|agencies|webmaster|unknown)\b/i;
/** A user's name behind "posted by". */
const account = /^([\w.@-]{2,40})(?:\s+(?:in|on|at|under|\|)\s.{1,60})?$/;

/** In scripts without capitals: "作者：王小明", which may stand among other details, "بقلم: أحمد حسن", "홍길동 기자". */
const caseless =
  /(?:^|[\s|｜])(?:بقلم(?=[\s:])|(?:كتب|كتبت|إعداد)\s*:|(?:作者|撰文|文|記者|记者|取材・文|글)\s*[:：・/／|｜])\s*:?\s*(?<name>[\p{Lo}\p{M}·・]{2,20}(?:\s[\p{Lo}\p{M}·・]{2,20}){0,3})(?=[\s|｜,،)）]|$)|^(?<reporter>\p{sc=Hangul}{2,4}) 기자(?:\s\S+@\S+)?$/u;
/** A desk of a newspaper, or the newspaper itself. */
const caselessOffice = /(?:记者|記者|编辑|編集|通讯员|[报報社网網站台部局])$/u;

const placed = new RegExp(`\\s*\\([^()]{1,60}\\)\\s+(?=${joint}\\s)`, 'gu');

/** "By Jane Doe", "By Jane Doe and Ali Hadi, Reuters", "Posted on 3 May 2017 by admin"; null for any other line. */
export function bylineOf(line: string): Byline | null {
  if (line.length > bylineCharsMax) return null;
  const date = datesOf(line).find(({ updated }) => !updated)?.date;
  const text = (date ? withoutTimes(withoutDates(line)) : line)
    // "Jane Doe (in Cairo) and Ali Hadi".
    .replace(placed, ' ')
    .replace(/(?:[\s|,–—-]|\s(?:on|at|in|am|le|el))+$/iu, '')
    .replace(/\s+/g, ' ')
    .replace(/[\s,]+(\p{L}+)$/u, (end, word: string) => (date && isWeekdayName(word) ? '' : end))
    .trim();
  const dated = date ? { date } : {};
  const beside = date ? besideDate.exec(line.trim())?.groups?.['names'] : undefined;
  if (beside) return { names: namesIn(beside), posted: false, ...dated };
  const named = wire.exec(text)?.groups?.['names'];
  if (named) return { names: namesIn(named), posted: false, ...dated };
  const written = caseless.exec(text)?.groups;
  const writer = written?.['name'] ?? written?.['reporter'];
  if (writer && !caselessOffice.test(writer)) return { names: [writer], posted: false, ...dated };
  const lead = opening.exec(text);
  if (!lead) return null;
  const rest = text.slice(lead[0].length);
  const isPosted = lead[1] !== undefined;
  const names = signed.exec(rest)?.groups?.['names'];
  if (names && !noName.has(names.split(/[\s,]/)[0]?.toLowerCase() ?? '')) {
    return { names: namesIn(names), posted: isPosted || office.test(names), ...dated };
  }
  const user = account.exec(rest)?.[1];
  return user && (isPosted || date || office.test(user)) && !noName.has(user.toLowerCase())
    ? { names: [user], posted: true, ...dated }
    : null;
}

/** A line that is nothing but the name of one or two people, such as stands above a date. */
export const isNameAlone = (line: string): boolean =>
  line.length <= 60 && new RegExp(`^${nameWord}\\s+${nameList}$`, 'u').test(line.trim());

/** Without the full stop of the line, but with the one of an initial. */
const namesIn = (list: string): string[] =>
  list
    .split(new RegExp(`\\s*,?\\s+${joint}\\s+|\\s*,\\s*`, 'u'))
    .map((each) => (/\b(?:\p{L}|[JS]r)\.$/u.test(each) ? each : each.replace(/[.,;]+$/, '')));
