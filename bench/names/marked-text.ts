/**
 * The mark-up in which the labelled texts are kept (see README.md beside this file): marked text → plain text and
 * labels with exact offsets. The plain text is what is measured; the marks never reach the code under test.
 */
import type { Span } from '../../src/model.ts';

export type LabelType = 'person' | 'organisation' | 'place' | 'event';

export interface MentionLabel extends Span {
  /** Types that are right; the first is the most natural one. */
  readonly types: readonly LabelType[];
  /** The same for every spelling of one thing. */
  readonly entity: string;
  /** A by-name that neither letters nor sound nor common knowledge joins: it may be merged or not. */
  readonly isByName: boolean;
  /** The mention's own span, and others that are as good ("Colonel Trofimov", "Trofimov"). */
  readonly spans: readonly Span[];
}

/** What may be found or not: it counts neither for nor against. Boilerplate counts against. */
export interface SoftLabel extends Span {
  readonly kind: 'nationality' | 'work' | 'other' | 'boilerplate';
}

export interface DayRange {
  /** First and last day, '2016-04-01'. */
  readonly from: string;
  readonly to: string;
}

export interface DateLabel extends Span {
  /** The right value, or for a vague date the widest; null where nothing in the text gives a year. */
  readonly value: DayRange | null;
  /** For a vague date: days that any right value holds. */
  readonly core: DayRange | null;
  /** Where its year comes from; 'soft' may be found or not. */
  readonly year: 'stated' | 'anchored' | 'relative' | 'unknown' | 'soft';
}

export interface MarkedText {
  readonly text: string;
  /** Where the article itself begins: names in the lines before it are not measured. */
  readonly bodyStart: number;
  readonly mentions: readonly MentionLabel[];
  readonly soft: readonly SoftLabel[];
  readonly dates: readonly DateLabel[];
  /** Events that are described, not named: "siege of Tripoli". */
  readonly described: readonly Span[];
}

const bodyMark = '=====\n';
const typeOfLetter: Readonly<Record<string, LabelType>> = { p: 'person', o: 'organisation', l: 'place', e: 'event' };
const kindOfLetter: Readonly<Record<string, SoftLabel['kind']>> = {
  n: 'nationality',
  w: 'work',
  s: 'other',
  b: 'boilerplate',
};

interface Raw extends Span {
  readonly code: string;
  readonly inside: readonly Raw[];
}

/** Throws a sentence that names the file and the mark where the mark-up is broken. */
export function parseMarked(file: string, source: string): MarkedText {
  const cut = source.indexOf(bodyMark);
  if (cut < 0) throw new Error(`"${file}" has no line of "=====" before its body`);
  const head = source.slice(0, cut);
  const { text, roots } = unmarked(file, source.slice(cut + bodyMark.length), head);
  const labels = { mentions: [], soft: [], dates: [], described: [] } as {
    mentions: MentionLabel[];
    soft: SoftLabel[];
    dates: DateLabel[];
    described: Span[];
  };
  const visit = (raw: Raw): void => {
    const { start, end, code } = raw;
    const [letters, entity] = splitOnce(code, '=');
    const types = letters.replace(/\?$/, '');
    if (code === 'x') labels.described.push({ start, end });
    else if (code.startsWith('d=')) labels.dates.push({ start, end, ...dateOf(file, code.slice(2)) });
    else if (kindOfLetter[code]) labels.soft.push({ start, end, kind: kindOfLetter[code] });
    else if (code !== 'a') {
      const named = types.split('/').map((letter) => {
        const type = typeOfLetter[letter];
        if (!type) throw new Error(`"${file}" has an unknown mark: {${text.slice(start, end)}|${code}}`);
        return type;
      });
      const others = alternativesIn(raw);
      labels.mentions.push({
        start,
        end,
        types: named,
        entity: entity ?? text.slice(start, end),
        isByName: letters.endsWith('?'),
        spans: [{ start, end }, ...others.map((other) => ({ start: other.start, end: other.end }))],
      });
    }
    raw.inside.forEach(visit);
  };
  roots.forEach(visit);
  return { text, bodyStart: head.length, ...labels };
}

/** Spans marked as good as the whole; they may stand in one another. */
const alternativesIn = (raw: Raw): Raw[] =>
  raw.inside.flatMap((other) => (other.code === 'a' ? [other, ...alternativesIn(other)] : []));

/** Takes the marks out: a mark is {text|code}, its code after its last bar, and marks may stand inside marks. */
function unmarked(file: string, source: string, head: string): { text: string; roots: Raw[] } {
  let text = head;
  const roots: Raw[] = [];
  const open: { start: number; bar: number; inside: Raw[] }[] = [];
  for (const letter of source) {
    const innermost = open.at(-1);
    if (letter === '{') open.push({ start: text.length, bar: -1, inside: [] });
    else if (letter === '}') {
      if (!innermost || innermost.bar < 0)
        throw new Error(`"${file}" has a mark without a code before offset ${text.length}`);
      open.pop();
      const code = text.slice(innermost.bar + 1);
      text = text.slice(0, innermost.bar);
      const raw: Raw = { start: innermost.start, end: text.length, code, inside: innermost.inside };
      (open.at(-1)?.inside ?? roots).push(raw);
    } else {
      if (letter === '|' && innermost) innermost.bar = text.length;
      text += letter;
    }
  }
  if (open.length > 0)
    throw new Error(`"${file}" has a mark that is never closed: "${text.slice(open[0]!.start).slice(0, 40)}"`);
  return { text, roots };
}

function splitOnce(text: string, at: string): [string, string | undefined] {
  const cut = text.indexOf(at);
  return cut < 0 ? [text, undefined] : [text.slice(0, cut), text.slice(cut + 1)];
}

/** "2016", "2016-04", "2015-05/2016-03", "2016-01/2016-06~2016-02" with "anchored" or "relative"; "unknown"; "soft". */
function dateOf(file: string, code: string): Pick<DateLabel, 'value' | 'core' | 'year'> {
  if (code === 'unknown' || code === 'soft') return { value: null, core: null, year: code };
  const [value, year] = splitOnce(code, ' ');
  const [range, core] = splitOnce(value, '~');
  if (year !== undefined && year !== 'anchored' && year !== 'relative') {
    throw new Error(`"${file}" has an unknown date: "${code}"`);
  }
  return { value: rangeOf(file, range), core: core === undefined ? null : rangeOf(file, core), year: year ?? 'stated' };
}

function rangeOf(file: string, range: string): DayRange {
  const [from, to] = splitOnce(range, '/');
  if (!/^\d{4}(?:-\d\d){0,2}(?:\/\d{4}(?:-\d\d){0,2})?$/.test(range))
    throw new Error(`"${file}" has an unknown date: "${range}"`);
  return { from: firstDayOf(from), to: lastDayOf(to ?? from) };
}

/** '2016' → '2016-01-01'. */
export const firstDayOf = (iso: string): string => `${iso}${'-01-01'.slice(iso.length - 4)}`;

/** '2016-02' → '2016-02-29'. */
export function lastDayOf(iso: string): string {
  if (iso.length === 10) return iso;
  const [year, month] = iso.split('-').map(Number) as [number, number | undefined];
  const last = new Date(Date.UTC(2000, month ?? 12, 0));
  last.setUTCFullYear(year, month ?? 12, 0);
  return last.toISOString().slice(0, 10);
}
