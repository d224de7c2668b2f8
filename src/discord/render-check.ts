/**
 * What a message quotes, checked → a message: for each quotation what became of it, the words of the message with those that
 * differ struck out, and the source's own words, where those that differ are bold.
 */
import { differencesTold } from '../answer/differences.ts';
import type { CheckAnswer, Checked, Quote, Span } from '../model.ts';
import type { Page, Part, View } from './parts.ts';
import { accent, button, displayIds, framed, line, rows, smallPrint, text } from './parts.ts';
import { longestRemarks, quoteText, remarksOf } from './quote-text.ts';
import { buttonsOf, sourceText } from './render-found.ts';
import { isolated, lineOf, withoutBidiControls } from './shorten.ts';
import { fits, messageFits, type Size, sizeOf, wholeMessage, without } from './size.ts';
import { struck } from './struck.ts';
import { words } from './words.ts';

/** Of a quotation in several paragraphs, those that are shown, when it is the only one. */
const quotesMax = 2;
/** Characters of the message's own words, and of what is told of them, over all quotations. */
const saidChars = 600;
const toldChars = 400;
/** Share of a quotation that may be bold. */
const nearlyAll = 0.8;
/** Words around a difference that show where it is, of a quotation that is too long to be shown whole. */
const aroundChars = 60;

/** As many quotations as a message can hold; the others are counted. */
export function renderCheck(answer: CheckAnswer, view: View): Page {
  for (let count = answer.checks.length; count > 1; count--) {
    const page = pageOf(answer, count, view);
    if (page) return page;
  }
  return pageOf(answer, 1, view) ?? fail();
}

function pageOf({ checks, isWhole, left }: CheckAnswer, count: number, view: View): Page | null {
  const shown = checks.slice(0, count);
  const unshown = checks.length - shown.length + left;
  const head = headOf(checks, unshown, isWhole);
  const parts: Part[] = [];
  const quotes: { quote: Quote; display: number; as: 'quotation' }[] = [];
  const room = without(wholeMessage, sizeOf([head]));
  const share: Size = { chars: Math.floor(room.chars / count), bytes: Math.floor(room.bytes / count) };
  for (const checked of shown) {
    const about = aboutOf(checked, count);
    if (checks.length > 1) parts.push(line());
    if (about) parts.push(text(about));
    const all = checked.quotes.slice(0, count > 1 ? 1 : quotesMax);
    const left = without(share, sizeOf(about ? [about] : []));
    for (const [index, whole] of all.entries()) {
      const entryRoom = { chars: Math.floor(left.chars / all.length), bytes: Math.floor(left.bytes / all.length) };
      const remarks = index === all.length - 1 && checked.quotes.length > all.length ? [words.moreParagraphs] : [];
      const entry = quoteParts(whole, checked, entryRoom, remarks, displayIds.quotes + quotes.length);
      if (!entry) return null;
      if (quotes.some(({ quote }) => isSamePlace(quote, entry.quote))) {
        parts.push(text(smallPrint([words.samePassage])));
        continue;
      }
      quotes.push({ quote: entry.quote, display: displayIds.quotes + quotes.length, as: 'quotation' });
      parts.push(...entry.parts);
    }
  }
  const last = view.private ? button(words.share, { kind: 'repost' }) : button(words.remove, { kind: 'remove' });
  const components = framed(accentOf(checks), [...(head ? [text(head)] : []), ...parts, line(), ...rows([last])]);
  return messageFits(components) ? { components, quotes } : null;
}

const isSamePlace = (a: Quote, b: Quote): boolean => a.article === b.article && a.start === b.start && a.end === b.end;

function fail(): never {
  throw new Error('There is no room in a message for one quotation that was checked');
}

const accentOf = (checks: readonly Checked[]): number => {
  if (checks.length === 0 || checks.every(({ verdict }) => verdict === 'absent')) return accent.quiet;
  return checks.every(({ misnamed, verdict }) => verdict === 'exact' && misnamed.length === 0)
    ? accent.answer
    : accent.question;
};

/** Of several quotations how many there are; of one what became of it. */
function headOf(checks: readonly Checked[], unshown: number, isWhole: boolean): string {
  const [first] = checks;
  if (!first) return words.nothingToCheck;
  const whole = isWhole ? [smallPrint([words.wholeMessage])] : [];
  if (checks.length === 1) return [`### ${verdictOf(first)}`, ...whole].join('\n');
  const facts = [
    words.quotations(checks.length + unshown),
    ...(unshown > 0 ? [words.uncheckedQuotations(unshown)] : []),
  ];
  return [`### ${words.checked}`, smallPrint([facts.join(' · ')]), ...whole].join('\n');
}

const verdictOf = ({ misnamed, verdict }: Checked): string =>
  misnamed.length > 0 ? words.verdictsElsewhere[verdict] : words.verdicts[verdict];

/** What became of it, in which words it differs, and how the message has it. */
function aboutOf(checked: Checked, count: number): string {
  const { differences, misnamed, quotes, said, verdict } = checked;
  const [first] = quotes;
  const told = first ? differencesTold(differences, said, first.article) : '';
  const claimed = misnamed.map((name) => lineOf(name, 80)).slice(0, 2);
  const isMarked = verdict === 'altered' && differences.some(({ said: own, source }) => own && source);
  return [
    ...(count > 1 ? [`**${verdictOf(checked)}**`] : []),
    ...(told ? [lineOf(`${told}.`, Math.floor(toldChars / count))] : []),
    ...(verdict === 'exact' ? [] : [`${words.said} ${saidText(checked, Math.floor(saidChars / count))}`]),
    ...(isMarked ? [smallPrint([words.struckAndBold])] : []),
    ...(claimed.length > 0 ? [words.misnamed(claimed)] : []),
    ...(verdict === 'absent' ? [smallPrint([first ? words.nearestPassage : words.nothingNear])] : []),
  ].join('\n');
}

/** The words of the message on one line, what the source hasn't struck out; of many, those around each difference. */
function saidText({ differences, said, verdict }: Checked, charsMax: number): string {
  const odd =
    verdict === 'altered'
      ? differences.flatMap(({ kind, said: own }) => (own && (kind === 'changed' || kind === 'added') ? [own] : []))
      : [];
  const stretches = said.length <= charsMax ? [{ start: 0, end: said.length }] : excerpts(said, odd, charsMax);
  const shown = stretches.map((stretch) => struck(withoutBidiControls(said), odd, stretch));
  const [first, last] = [stretches[0], stretches.at(-1)];
  const before = first && first.start > 0 ? '… ' : '';
  const after = last && last.end < said.length ? ' …' : '';
  return isolated(`${before}${shown.join(' … ')}${after}`);
}

/** Around each difference, between words, until there are enough characters; without one the beginning. */
function excerpts(said: string, odd: readonly Span[], charsMax: number): Span[] {
  const stretches: { start: number; end: number }[] = [];
  for (const { start, end } of odd.length > 0 ? odd : [{ start: 0, end: 0 }]) {
    const from = wordEdge(said, Math.max(0, start - aroundChars), 1);
    const to = wordEdge(said, Math.min(said.length, end + (odd.length > 0 ? aroundChars : charsMax)), -1);
    const last = stretches.at(-1);
    if (last && from <= last.end) last.end = Math.max(last.end, to);
    else if (to > from) stretches.push({ start: from, end: to });
    const chars = stretches.reduce((sum, one) => sum + one.end - one.start, 0);
    if (chars > charsMax) break;
  }
  // One difference of a thousand characters is shown by its beginning.
  return stretches.map(({ start, end }) => ({ start, end: wordEdge(said, Math.min(end, start + charsMax), -1) }));
}

/** The offset, or the nearest in that direction at which no word is cut; the offset where none is near. */
function wordEdge(text: string, at: number, step: 1 | -1): number {
  for (let to = at; to > 0 && to < text.length && Math.abs(to - at) < 30; to += step)
    if (/\s/u.test(text[to - 1] ?? '') || /\s/u.test(text[to] ?? '')) return to;
  return at > 0 && /[\udc00-\udfff]/u.test(text[at] ?? '') ? at - 1 : at;
}

function quoteParts(
  whole: Quote,
  { alsoIn, matches }: Checked,
  room: Size,
  remarks: readonly string[],
  display: number,
): { quote: Quote; parts: Part[] } | null {
  const under = (quote: Quote, more: readonly string[]) => sourceText(quote, alsoIn, [...more, ...remarks]);
  const left = without(room, sizeOf([under(whole, longestRemarks)]));
  // A sentence of its own length, or what can be shown of it in a little less than nothing.
  if (!fits({ chars: 100, bytes: 300 }, left)) return null;
  const shown = quoteText(whole, isNearlyAll(matches, whole) ? [] : matches, left);
  return {
    quote: shown.quote,
    parts: [text(shown.markdown, display), text(under(shown.quote, remarksOf(shown))), ...rows(buttonsOf(shown.quote))],
  };
}

/** All in bold would say nothing, and is hard to read. */
const isNearlyAll = ([only, ...others]: readonly Span[], quote: Quote): boolean =>
  only !== undefined && others.length === 0 && only.end - only.start >= nearlyAll * quote.text.length;
