/**
 * The order of passages about a subject: a short sum of named features. Passages that tell what the subject is or did come
 * before those that mention it; within each kind, a new source comes before a second passage of one.
 */
import type { Passage, Reason, Span } from '../model.ts';
import { fold } from '../text/fold.ts';
import { type Candidate, type Context, type Feature, features, wholeShare } from './features.ts';
import { type Kind, type Weights, weights } from './weights.ts';

export interface Ranked {
  readonly candidate: Candidate;
  readonly score: number;
  readonly tells: boolean;
  /** What each feature gave, for people who ask why. */
  readonly given: Readonly<Record<string, number>>;
}

/** Best first. */
export function ranked(candidates: readonly Candidate[], kind: Kind, given: Weights = weights[kind]): Ranked[] {
  const scored = candidates.map((candidate) => scoreOf(candidate, kind, given)).sort(byScore);
  return [true, false].flatMap((tells) =>
    apart(
      scored.filter((entry) => entry.tells === tells),
      kind,
    ),
  );
}

/** What each feature that has a weight finds in a passage, before it is weighed: what the weights are learnt from. */
export function valuesOf(candidate: Candidate, weighed: Weights): Record<string, number> {
  let sides: Context['sides'] | undefined;
  const context: Context = {
    candidate,
    // Not for every kind of question.
    get sides() {
      sides ??= subjectSpans(candidate).map((span) => sidesOf(candidate.passage, span));
      return sides;
    },
  };
  const values: Record<string, number> = {};
  for (const { name, of } of weighedFeatures(weighed)) values[name] = Number(of(context));
  return values;
}

const ofWeights = new WeakMap<Weights, readonly Feature[]>();

/** The features that have a weight. */
function weighedFeatures(weighed: Weights): readonly Feature[] {
  const known = ofWeights.get(weighed) ?? features.filter(({ name }) => name in weighed);
  ofWeights.set(weighed, known);
  return known;
}

function scoreOf(candidate: Candidate, kind: Kind, weighed: Weights): Ranked {
  const given: Record<string, number> = {};
  let tells = kind === 'quote' || kind === 'happening';
  const values = valuesOf(candidate, weighed);
  for (const feature of weighedFeatures(weighed)) {
    const { name } = feature;
    const value = values[name]!;
    if (value !== 0) given[name] = value * weighed[name]!;
    if (value > 0 && feature.tells?.includes(kind)) tells = true;
  }
  if (kind === 'event') tells = 'dated' in given && 'event' in given;
  return { candidate, score: Object.values(given).reduce((sum, part) => sum + part, 0), tells, given };
}

/** What was given, most first, with the reason for each. */
export const reasonsOf = (given: Ranked['given']): Reason[] =>
  features
    .flatMap(({ name, why }) =>
      given[name] === undefined ? [] : [{ feature: name, because: why, points: given[name] }],
    )
    .sort((a, b) => b.points - a.points);

/** Where the whole question stands in one run of words, that run is the subject; else each word of it may be. */
function subjectSpans({ spans, together }: Candidate): readonly Span[] {
  const longest = Math.max(0, ...spans.map(({ start, end }) => end - start));
  return together >= wholeShare ? spans.filter(({ start, end }) => end - start === longest) : spans;
}

const byScore = (a: Ranked, b: Ranked): number => b.score - a.score || a.candidate.passage.id - b.candidate.passage.id;

/** A passage is far better than one of a new source when it leads by this much for each of its source that came before. */
const farBetter: Readonly<Record<Kind, number>> = {
  ...{ who: 6, event: 6, where: 6, what: 6 },
  ...{ quote: 1.2, happening: 1.2 },
};

/** A new source before another passage of one that was there, unless that is far better. */
function apart(scored: readonly Ranked[], kind: Kind): Ranked[] {
  const seen = new Map<string, number>();
  return scored
    .map((entry) => {
      const id = entry.candidate.passage.article.id;
      const before = seen.get(id) ?? 0;
      seen.set(id, before + 1);
      return { entry, held: entry.score - before * farBetter[kind] };
    })
    .sort((a, b) => b.held - a.held || byScore(a.entry, b.entry))
    .map(({ entry }) => entry);
}

function sidesOf(passage: Passage, span: Span): Context['sides'][number] {
  const { article: source, block } = passage;
  const sentence =
    source.blocks[block]?.sentences.find(({ start, end }) => start <= span.start && span.start < end) ?? passage;
  return {
    before: fold(source.text.slice(sentence.start, span.start)),
    after: fold(source.text.slice(span.end, Math.max(sentence.end, span.end))),
    sentence,
    own: source.text.slice(span.start, span.end),
    written: source.text.slice(span.end, Math.max(sentence.end, span.end)),
  };
}
