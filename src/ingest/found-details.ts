/**
 * Lines with roles → title, authors, publisher, carrier, date and address, each with the line it was found on. A value that
 * no line states stays null: "not stated" is an answer, a guess is not.
 */
import type { Field, Span, StatedDate } from '../model.ts';
import { bylineOf, isNameAlone } from './byline.ts';
import { dateInUrl, datesOf, isAmbiguousDate, statedDateOf } from './dates.ts';
import type { Details } from './draft.ts';
import { type LabelledKey, labelledOf, sourceOf } from './head-lines.ts';
import type { Line, LineRole } from './lines.ts';
import { publisherOf } from './publisher.ts';

export interface RoledLine {
  readonly line: Line;
  readonly role: LineRole;
}

export const notStated = <T>(note?: string): Field<T> => ({
  value: null,
  from: 'not stated',
  ...(note ? { note } : {}),
});

export function foundDetails(lines: readonly Line[], roles: readonly LineRole[]): Partial<Details> {
  const roled = lines.map((line, at) => ({ line, role: roles[at] ?? 'text' }));
  const facts = roled.filter(({ role }) => role !== 'text');
  const edges = atEdges(roled);
  const url = urlOf(edges);
  const authors = authorsOf(facts);
  const site = siteInTitle(facts);
  const publisher = publisherOf(edges, authors.value ?? [], url.value, site);
  const lang = languageIn(facts);
  const licence = labelled(facts, 'licence');
  const sameName = authors.value?.length === 1 && authors.value[0] === publisher.publisher.value;
  return {
    title: titleOf(facts, site),
    authors: sameName ? { ...authors, note: 'signed with the name of its publisher' } : authors,
    ...publisher,
    published: publishedOf(roled, url),
    url,
    ...(lang ? { lang: fieldAt(lang.line, lang.value, lang) } : {}),
    ...(licence ? { licence: fieldAt(licence.line, licence.value, licence) } : {}),
  };
}

/** Without the lines of a web page between the first and the last prose: "Source: World Bank" there is about a table. */
function atEdges(roled: readonly RoledLine[]): RoledLine[] {
  const isProse = ({ line, role }: RoledLine) => role === 'text' && line.shape === 'prose';
  const first = roled.findIndex(isProse);
  const last = roled.findLastIndex(isProse);
  return roled.filter(({ role }, at) => role === 'text' || at < first || at > last);
}

/** A field whose value stands in a line: the whole of it, or a part. */
function fieldAt<T>(line: Line, value: T, part?: { readonly at: number; readonly length: number }): Field<T> {
  const span: Span = part
    ? { start: line.start + part.at, end: line.start + part.at + part.length }
    : { start: line.start, end: line.end };
  return { value, from: `line ${line.number}`, span };
}

/** A code; a language's name ("English") is none, and its words tell as much. */
function languageIn(facts: readonly RoledLine[]): LabelledLine | null {
  const lang = labelled(facts, 'lang');
  return lang && /^[a-z]{2,3}(?:-[a-z0-9]{2,8})*$/i.test(lang.value) ? lang : null;
}

interface LabelledLine {
  readonly line: Line;
  readonly value: string;
  readonly at: number;
  readonly length: number;
}

function labelled(facts: readonly RoledLine[], key: LabelledKey): LabelledLine | null {
  for (const { line } of facts) {
    const found = labelledOf(line.text);
    if (found?.key === key) return { line, value: found.value, at: found.at, length: line.text.length - found.at };
  }
  return null;
}

// ── Title ───────────────────────────────────────────────────────────────────────────────────────────────────────────

/** "Headline | The Gazette": the site's name behind a bar. */
function siteInTitle(facts: readonly RoledLine[]): { line: Line; site: string; titleChars: number } | null {
  const line = facts.find(({ role }) => role === 'title')?.line;
  const match = /^(.{12,}?)\s+\|\s+([^|]{2,40})$/u.exec(line?.text ?? '');
  return line && match ? { line, site: match[2] as string, titleChars: (match[1] as string).length } : null;
}

function titleOf(facts: readonly RoledLine[], site: ReturnType<typeof siteInTitle>): Field<string> {
  const named = labelled(facts, 'title');
  if (named) return fieldAt(named.line, named.value, named);
  if (site) return fieldAt(site.line, site.line.text.slice(0, site.titleChars), { at: 0, length: site.titleChars });
  const line = facts.find(({ role }) => role === 'title')?.line;
  if (!line) return notStated();
  const bare =
    /^(?:#{1,6}\s+|(?:subject|betreff|objet) ?: ?(?:(?:re|fwd?|aw|wg|tr|sv)(?:\[\d+\])? ?: ?)*)?(.*)$/is.exec(
      line.text,
    )?.[1] ?? line.text;
  return fieldAt(line, bare.replace(/\s+/g, ' '), { at: line.text.length - bare.length, length: bare.length });
}

// ── Authors ─────────────────────────────────────────────────────────────────────────────────────────────────────────

function authorsOf(facts: readonly RoledLine[]): Field<readonly string[]> {
  const named = labelled(
    facts.filter(({ role }) => role === 'byline'),
    'author',
  );
  if (named) return fieldAt(named.line, bylineOf(`By ${named.value}`)?.names ?? [named.value], named);
  for (const [at, { line, role }] of facts.entries()) {
    // A name alone on its line is signed by where it stands, one in the head of a letter by "From:".
    const sender = /^(?:from|von|de) ?: ?(.*?)(?: *<[^<>]*>)?$/i.exec(line.text)?.[1];
    if (role !== 'byline' || (sender !== undefined && !isNameAlone(sender))) continue;
    const byline = bylineOf(line.text) ?? bylineOf(`By ${sender ?? line.text.trim()}`);
    if (byline) return fieldAt(line, [...byline.names, ...(isNameAlone(line.text) ? namesBelow(facts, at) : [])]);
  }
  for (const { line, role } of facts) {
    const byline = role === 'boilerplate:post-meta' ? bylineOf(line.text) : null;
    if (byline) return notStated(`posted by ${byline.names.join(' and ')} (line ${line.number})`);
  }
  return notStated();
}

/** Each author may have a line. */
function namesBelow(facts: readonly RoledLine[], at: number): readonly string[] {
  const below = facts.slice(at + 1);
  const end = below.findIndex(({ line, role }) => role !== 'byline' || !isNameAlone(line.text));
  return below.slice(0, end < 0 ? below.length : end).flatMap(({ line }) => bylineOf(`By ${line.text}`)?.names ?? []);
}

// ── Date ────────────────────────────────────────────────────────────────────────────────────────────────────────────

function publishedOf(roled: readonly RoledLine[], url: Field<string>): Field<StatedDate> {
  const facts = roled.filter(({ role }) => role !== 'text');
  const named = labelled(
    facts.filter(({ role }) => role === 'date'),
    'date',
  );
  const stated = named && statedDateOf(named.value);
  if (named && stated) return fieldAt(named.line, stated, named);
  const found = facts.filter(({ role }) => dated.has(role)).flatMap(({ line }) => datesOn(line));
  const published = found.find(({ updated }) => !updated);
  if (published) return fieldAt(published.line, published.date, published);
  const dateline = datelineDate(roled);
  if (dateline) return { ...fieldAt(dateline.line, dateline.date, dateline), note: 'from the dateline' };
  const inUrl = url.value ? dateInUrl(url.value) : null;
  if (inUrl && url.span) {
    const span = { start: url.span.start + inUrl.start, end: url.span.start + inUrl.end };
    return { value: inUrl.date, from: 'url-path', span, note: 'the date in its address' };
  }
  const updated = found[0];
  if (updated) return { ...fieldAt(updated.line, updated.date, updated), note: 'the day of its last update' };
  const ambiguous = facts.find(({ line, role }) => role === 'date' && isAmbiguousDate(line.text))?.line;
  return notStated(ambiguous ? `“${ambiguous.text}” (line ${ambiguous.number}) can be read two ways` : undefined);
}

const dated: ReadonlySet<LineRole> = new Set(['date', 'byline', 'boilerplate:post-meta']);

interface DatePart {
  readonly line: Line;
  readonly date: StatedDate;
  readonly at: number;
  readonly length: number;
  readonly updated: boolean;
}

const datesOn = (line: Line): DatePart[] =>
  datesOf(line.text.slice(0, 200)).map(({ date, start, end, updated }) => ({
    line,
    date,
    at: start,
    length: end - start,
    updated,
  }));

/** "TOLBA, 21 January 2020 - The smelter …": only with a year, and only where the first paragraph opens with it. */
function datelineDate(roled: readonly RoledLine[]): DatePart | null {
  const line = roled.find(({ line: { shape }, role }) => role === 'text' && shape === 'prose')?.line;
  const opening = /^\p{Lu}[^.!?]{0,80}?\s(?:-|–|—|--)\s/u.exec(line?.text ?? '')?.[0];
  const first = opening && line ? datesOn({ ...line, text: opening })[0] : undefined;
  const isWhole = first && /^[\p{L}\s.,'’/()-]{0,60}$/u.test(opening?.slice(0, first.at) ?? '');
  return first && line && isWhole ? { ...first, line } : null;
}

// ── Address ─────────────────────────────────────────────────────────────────────────────────────────────────────────

/** The article's own address: only from a line that gives it as such, never from the prose. */
function urlOf(facts: readonly RoledLine[]): Field<string> {
  const sources = facts.flatMap(({ line, role }) => {
    const source = role === 'source-line' ? (labelledUrl(line) ?? sourceOf(line.text)) : null;
    return source?.url && URL.canParse(source.url) ? [{ line, url: source.url, at: source.urlAt ?? 0 }] : [];
  });
  // Several bare addresses are a list of references.
  const named = sources.find(({ at }) => at > 0) ?? (sources.length === 1 ? sources[0] : undefined);
  return named ? fieldAt(named.line, named.url, { at: named.at, length: named.url.length }) : notStated();
}

function labelledUrl(line: Line): { url: string; urlAt: number } | null {
  const found = labelledOf(line.text);
  return found?.key === 'url' && /^https?:\/\/\S+$/i.test(found.value) ? { url: found.value, urlAt: found.at } : null;
}
