/** What one line near the head or the foot of a page says about the article: who wrote it, when, where it came from. */
import type { StatedDate } from '../model.ts';
import { dateIn, dateOfLine } from './dates.ts';

export interface Byline {
  readonly names: readonly string[];
  /** Put online by, not written by. */
  readonly posted: boolean;
  readonly date?: StatedDate;
}

const particle = '(?:de|del|della|der|den|van|von|bin|bint|ibn|al|el|la|le|da|dos|di|du|ter|ten|abu|zu|af)';
const nameWord = "(?:\\p{Lu}[\\p{L}\\p{M}.'’-]*|(?:al|el|d|l|ad|ash|as|ar|at|an)[-'’]\\p{Lu}[\\p{L}\\p{M}'’-]*)";
const name = `${nameWord}(?:\\s+(?:${particle}\\s+){0,2}${nameWord}){0,4}`;
const nameList = `${name}(?:(?:\\s*,\\s*${name}){0,4}\\s*,?\\s+(?:and|&|und|et|y|e)\\s+${name})?`;
const before =
  '(?:(?<posted>posted|submitted|uploaded|added|shared|published)\\s+by|(?:written |reported |words |story |report |text )?by|author ?:|von|par|por)';
const after = '(?:\\s*(?:,|\\||–|—|-|/|\\(|·|•| in | for | at | on | special to )\\s*.{0,80})?';
const bylineForm = new RegExp(`^[\\s|,·•–—-]*${before}\\s*:?\\s+(?<names>${nameList})${after}$`, 'u');
const bylineAnyCase = new RegExp(`^[\\s|,·•–—-]*${before}`, 'iu');
const wireForm = new RegExp(
  `^\\(?(?:additional )?(?:reporting|writing) (?:by|from) (?<names>${nameList})\\b.{0,160}\\)?$`,
  'iu',
);

/** "By" before one of these is a turn of phrase, not a signature. */
const noName = new Set(
  'sea land air contrast comparison numbers design default hand law then now way night day car train bus the this that these those force chance accident mistake definition nature all any some no my your his her our their an a'.split(
    ' ',
  ),
);
const noPerson =
  /^(?:(?:the )?(?:staff|admin|administrator|editor|editors|guest|contributor|anonymous|web ?desk|news ?desk|agencies)\b.*)$/i;

/** "By Jane Doe", "By Jane Doe and Ali Hadi, Reuters", "Posted on 3 May 2017 by admin"; null for any other line. */
export function bylineOf(line: string): Byline | null {
  if (line.length > 160) return null;
  const found = dateIn(line);
  const text = (found ? `${line.slice(0, found.start)} ${line.slice(found.end)}` : line).replace(/\s+/g, ' ').trim();
  const dated = found ? { date: found.date } : {};
  const dressed = text.replace(/^(posted|published|written)\s+on\s+by\b/i, '$1 by').replace(/^(?:on|date ?:)\s+/i, '');
  const poster =
    /^(?:posted|submitted|uploaded|added|shared|published)? ?by ?:? ([\w.@-]{2,40})(?: (?:in|on|at|under|\|) .{1,60})?$/i.exec(
      dressed,
    );
  if (poster?.[1] && (found || noPerson.test(poster[1])) && /^[a-z]/.test(poster[1])) {
    return { names: [poster[1]], posted: true, ...dated };
  }
  const opening = bylineAnyCase.exec(dressed);
  if (!opening) return wireBylineOf(dressed);
  const match = bylineForm.exec(opening[0].toLowerCase() + dressed.slice(opening[0].length));
  const names = match?.groups?.['names'];
  if (!names || noName.has(names.split(/[\s,]/)[0]?.toLowerCase() ?? '') || dateOfLine(names)) return null;
  const posted = match.groups?.['posted'] !== undefined || noPerson.test(names);
  return { names: namesIn(names), posted, ...dated };
}

function wireBylineOf(text: string): Byline | null {
  const names = wireForm.exec(text)?.groups?.['names'];
  return names && /^[(]?(?:reporting|writing)/i.test(text) ? { names: namesIn(names), posted: false } : null;
}

const namesIn = (list: string): string[] =>
  list
    .split(/\s*,?\s+(?:and|&|und|et|y|e)\s+|\s*,\s*/u)
    .map((each) => each.replace(/[.,;]+$/, (end) => (end === '.' && /\b\p{L}\.$/u.test(each) ? '.' : '')));

export interface SourceLine {
  readonly url?: string;
  /** Offset of the address in the line. */
  readonly urlAt?: number;
  /** Named in words: "Originally published by The Gazette". */
  readonly publisher?: string;
}

const address = /https?:\/\/[^\s<>"“”]+/i;
const sourceWords =
  /^[\s([*•-]*(?:(?:the )?(?:original )?source(?: article| link| url)?|original(?: article| source| post| link| story| url)?|article source|via|link|url|web ?site|permalink|canonical|address|read (?:the )?original(?: article| story| post)?|retrieved|available|accessed|cross-?posted|(?:re)?published|(?:re)?posted|appeared|first published|first appeared|originally (?:published|posted|appeared)|this (?:article|post|story|piece|essay|text|report|item|entry) (?:was |has been |is |also )?(?:originally |first |also )?(?:published|appeared|posted|reprinted|republished|taken))(?![\p{L}])/iu;
const namedSource =
  /^[\s([*•-]*(?:(?:original )?source(?: article)?|publisher|publication|newspaper|news ?paper|agency)\s*[:：]\s*(?<label>[^:]{2,80})$|^[\s([*•-]*(?:this (?:article|post|story|piece|essay|report) )?(?:was |has been )?(?:originally |first )(?:published|appeared|posted)(?: \w+)? (?:at|on|in|by|with) (?<words>(?:the )?[\p{Lu}\d][^.]{1,60}?)(?:\s+(?:on|in)\s+[^.]*\d[^.]*)?[.)\]]*$/iu;

/** "Source Article from http://…", "Originally published by The Gazette", a bare address; null for any other line. */
export function sourceOf(line: string): SourceLine | null {
  if (line.length > 400) return null;
  const url = address.exec(line);
  if (url) {
    const lead = line.slice(0, url.index);
    const tail = line.slice(url.index + url[0].length);
    if (lead.length > 100 || tail.trim().length > 60 || (lead.trim() && !sourceWords.test(lead))) return null;
    return { url: url[0].replace(/[)\].,;]+$/, ''), urlAt: url.index };
  }
  const groups = line.length <= 160 ? namedSource.exec(line)?.groups : undefined;
  const publisher = (groups?.['label'] ?? groups?.['words'])?.trim().replace(/[.\s]+$/, '');
  return publisher ? { publisher } : null;
}

export type LabelledKey = 'title' | 'author' | 'date' | 'url' | 'publisher' | 'lang' | 'licence' | 'other';

export interface Labelled {
  readonly key: LabelledKey;
  readonly value: string;
  /** Offset of the value in the line. */
  readonly at: number;
}

const labels: readonly (readonly [LabelledKey, RegExp])[] = [
  ['title', /^(?:title|headline|titel|titre|título|titolo|заголовок|标题|题目)$/i],
  ['author', /^(?:author|authors|author\(s\)|by|byline|writer|writers|written by|autor|auteur|autore|автор|作者)$/i],
  [
    'date',
    /^(?:date|published|publication date|date published|published on|published at|pub ?date|posted|posted on|datum|fecha|data|дата|日期)$/i,
  ],
  ['url', /^(?:url|source url|link|original url|canonical|web address|permalink|source link|address)$/i],
  [
    'publisher',
    /^(?:publisher|publication|newspaper|journal|magazine|outlet|agency|source|site|website|来源|источник|quelle|fuente|fonte)$/i,
  ],
  ['lang', /^(?:language|lang)$/i],
  ['licence', /^(?:licen[cs]e|rights)$/i],
  [
    'other',
    /^(?:section|category|categories|tags|keywords|id|document id|doc id|retrieved|accessed|crawled|scraped|updated|last updated|modified|word count|words|type|topic|subject|location|country|city|place|copyright|isbn|doi)$/i,
  ],
];

/** A line of a head such as "Author: Jane Doe"; null for any other line. */
export function labelledOf(line: string): Labelled | null {
  const match = /^\**([\p{L}() ]{2,20}?)\**\s*[:：]\**\s*(?=\S)/u.exec(line);
  if (!match || line.length > 400) return null;
  const key = labels.find(([, form]) => form.test(match[1] ?? ''))?.[0];
  return key ? { key, value: line.slice(match[0].length).replace(/^["“]|["”]$/g, ''), at: match[0].length } : null;
}
