/** What a message quotes → whether the library says so: to the letter, altered, from another source, or not at all. */
import type { Asked, CheckAnswer, Checked, Library, Quote, Span } from '../model.ts';
import { quotedWords } from '../text/quoted-words.ts';
import { overlaps } from '../text/span.ts';
import { type Claims, claimsIn, isSourceName } from './claims.ts';
import { isNearby } from './nearby.ts';
import { quote } from './quote.ts';
import { sentencesAround } from './sentences-around.ts';
import { tellingWords } from './telling.ts';
import { isNear, type Wording, wordingsOf } from './wording.ts';

/** Quotations of one message that are checked at once. */
const checksMax = 5;
const saidCharsMin = 5;
const saidCharsMax = 2_000;
/** Of two altered wordings that are nearly as near, the one from the source that the message names is meant. */
const claimedAdvantage = 0.1;
const nearestMax = 5;
const alsoInMax = 10;

export async function checkOf(library: Library, asked: Asked): Promise<CheckAnswer> {
  const { quoted, around, isWhole } = quotedWords(asked.query, (words) => isSourceName(library, words));
  const claims = claimsIn(library, around);
  const sayings = [...new Set(quoted.flatMap(pieces).filter(isLongEnough))];
  const checks: Checked[] = [];
  const checkedCount = Math.min(sayings.length, checksMax);
  for (const said of sayings.slice(0, checksMax)) checks.push(await checked(library, said, claims, 1 / checkedCount));
  return { kind: 'check', asked, checks, isWhole, left: Math.max(0, sayings.length - checksMax) };
}

const isLongEnough = (words: string): boolean => words.length >= saidCharsMin && /[\p{L}\p{N}]/u.test(words);

/** Paragraph by paragraph where it is longer than can be compared as a whole, and where those are, in parts. */
function pieces(words: string): string[] {
  if (words.length <= saidCharsMax) return [words];
  return words.split(/\n+/u).flatMap((line) => {
    const parts: string[] = [];
    let rest = line.trim();
    while (rest.length > saidCharsMax) {
      const space = rest.lastIndexOf(' ', saidCharsMax);
      const end = space > 0 ? space : saidCharsMax;
      parts.push(rest.slice(0, end).toWellFormed());
      rest = rest.slice(end).trim();
    }
    return rest ? [...parts, rest] : parts;
  });
}

async function checked(library: Library, said: string, claims: Claims, share: number): Promise<Checked> {
  const wordings = await wordingsOf(library, said, share);
  const exact = wordings.filter(({ isExact }) => isExact);
  const best = chosen(exact.length > 0 ? exact : wordings.filter((wording) => isNear(wording)), claims);
  if (!best) return { ...nothingLike(said), quotes: await nearest(library, said, share) };
  const { article, differences, isExact, spans } = best;
  const gaps = differences.flatMap(({ kind, source }) => (kind === 'elided' && source ? [source] : []));
  const others = new Set(exact.map((wording) => wording.article).filter((other) => other !== article));
  return {
    said,
    verdict: isExact ? 'exact' : 'altered',
    quotes: spans.map((span) => quote(article, sentencesAround(article, span))),
    matches: isExact
      ? spans.flatMap((span) => without(span, gaps))
      : differences.flatMap(({ kind, source }) => (kind !== 'elided' && source ? [source] : [])),
    differences,
    alsoIn: [...others].slice(0, alsoInMax),
    misnamed: claims.articles.size > 0 && !claims.articles.has(article) ? claims.names : [],
  };
}

const nothingLike = (said: string): Checked => ({
  ...{ said, verdict: 'absent', quotes: [], matches: [], differences: [], alsoIn: [], misnamed: [] },
});

/** The nearest, or one nearly as near from a source that the message names. */
function chosen(wordings: readonly Wording[], { articles }: Claims): Wording | undefined {
  const [best] = wordings;
  if (!best) return undefined;
  return (
    wordings.find(
      ({ article, similarity }) => articles.has(article) && similarity >= best.similarity - claimedAdvantage,
    ) ?? best
  );
}

async function nearest(library: Library, said: string, share: number): Promise<Quote[]> {
  const searched = await library.engine.search(tellingWords(library, said), nearestMax, share);
  const first = searched.hits.find((hit) => isNearby(said, searched, hit));
  return first ? [quote(first.passage.article, first.passage)] : [];
}

/** The span without what lies in the gaps. */
function without(span: Span, gaps: readonly Span[]): Span[] {
  let rest = [span];
  for (const gap of gaps) {
    rest = rest.flatMap((one) =>
      overlaps(one, gap)
        ? [
            { start: one.start, end: gap.start },
            { start: gap.end, end: one.end },
          ].filter(({ start, end }) => end > start)
        : [one],
    );
  }
  return rest;
}
