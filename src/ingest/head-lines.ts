/** What one line near the head or the foot of a page says about where the article came from; names are in byline.ts. */

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
  const value = line.slice(match[0].length);
  // "Date: the history of a fruit" is a title.
  if ((key === 'date' && !/\d/.test(value)) || (key === 'url' && !/^["“<]?(?:https?:|www\.)/i.test(value))) return null;
  return key ? { key, value: line.slice(match[0].length).replace(/^["“]|["”]$/g, ''), at: match[0].length } : null;
}
