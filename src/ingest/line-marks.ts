/** Marks at the start of a line, and lines that are nothing but marks: lists, rules, "#" headings. */

/** "1.", "1)", "(a)", "-", "•" and the like, with white space behind. */
const listMark = /^(?:([-*+•·●○■▪‣►▶✓✔–—])|\(?(?:(\d{1,3})|([a-zA-Z])|([ivxIVX]{1,4}))[.)])\s+(?=\S)/u;

export const isListLine = (text: string): boolean => listMark.test(text);

/** What two items of one list share: the mark itself, or being numbered or lettered. */
export function listKindOf(text: string): string | null {
  const match = listMark.exec(text);
  if (!match) return null;
  return match[1] ?? (match[2] ? 'number' : 'letter');
}

/** A line drawn with signs: "-----", "* * *", "=====". */
export const isRule = (text: string): boolean => text.length <= 200 && /^(?:[-=_*~#+—–·•.|<>]\s?){3,}$/u.test(text);

/** "## Background" → 2; 0 when there is no such mark. */
export const hashLevelOf = (text: string): number => /^(#{1,6})\s+\S/.exec(text)?.[1]?.length ?? 0;

/** Of a recording: "0:07", or "00:00:04,300 --> 00:00:07,900" over a subtitle. */
export const isTime = (text: string): boolean =>
  /^(?:\d{1,2}:)?\d{1,2}:\d{2}(?:[.,]\d{3} ?--> ?\d[\d:.,]{4,12})?$/.test(text);
