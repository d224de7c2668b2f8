/**
 * Mentions found against mentions labelled: exact (one of the label's spans) and by head (the word that a name turns
 * on), with the type and without it. A label is met once; what is soft counts neither for nor against.
 */
import type { Span } from '../../src/model.ts';
import type { Found, FoundMention } from './found.ts';
import type { MentionLabel } from './marked-text.ts';
import { type Counts, type Failure, type Score, scoreOf } from './score.ts';
import type { LabelledText } from './texts.ts';

export interface Pair {
  readonly text: LabelledText;
  readonly label: MentionLabel;
  readonly found: FoundMention;
  readonly isExact: boolean;
}

/** Labels met, and what is left over on either side. */
export interface Alignment {
  readonly pairs: readonly Pair[];
  readonly missed: readonly { readonly text: LabelledText; readonly label: MentionLabel }[];
  /** Found where nothing is labelled, or a second time. */
  readonly spurious: readonly FoundMention[];
  /** Found where it counts neither way. */
  readonly ignored: readonly FoundMention[];
  /** Labels in lines that are not read as the article's body: nothing could find them. */
  readonly outside: number;
}

export interface MentionScores {
  readonly exactTyped: Score;
  readonly exactUntyped: Score;
  readonly headTyped: Score;
  readonly headUntyped: Score;
}

export const overlaps = (a: Span, b: Span): boolean => a.start < b.end && b.start < a.end;

const smallJoints = /\s(?:of|in|for|on|against|from|to|and|at)\s/u;

/** The last word before "of" and the like: "Ministry" in "Ministry of Defence", "Lind" in "Anna Lind". */
export function headOf(text: string, { start, end }: Span): Span {
  const name = text.slice(start, end);
  const upTo = smallJoints.exec(name)?.index ?? name.length;
  const words = [...name.slice(0, upTo).matchAll(/[\p{L}\p{M}\p{N}'’.]+/gu)];
  const head = words.findLast((word) => /[\p{L}\p{N}]/u.test(word[0]));
  if (!head) return { start, end };
  const at = start + head.index;
  return { start: at, end: at + head[0].replace(/['’]s?$/u, '').length };
}

export function align(texts: readonly LabelledText[], { mentions, bodies }: Found): Alignment {
  const byFile = Map.groupBy(mentions, ({ file }) => file);
  const all = texts.map((text) => alignText(text, byFile.get(text.file) ?? [], bodies.get(text.file) ?? []));
  return {
    pairs: all.flatMap(({ pairs }) => pairs),
    missed: all.flatMap(({ missed }) => missed),
    spurious: all.flatMap(({ spurious }) => spurious),
    ignored: all.flatMap(({ ignored }) => ignored),
    outside: all.reduce((sum, { outside }) => sum + outside, 0),
  };
}

function alignText(text: LabelledText, found: readonly FoundMention[], bodies: readonly Span[]): Alignment {
  const isInside = ({ start, end }: Span) => bodies.some((body) => body.start <= start && end <= body.end);
  const labels = text.mentions.filter(isInside);
  const inBody = found.filter(({ start }) => start >= text.bodyStart);
  const pairs: Pair[] = [];
  const [openLabels, openFound] = [new Set(labels), new Set(inBody)];
  const pairUp = (isExact: boolean, fits: (label: MentionLabel, mention: FoundMention) => boolean) => {
    for (const mention of [...openFound]) {
      const label = [...openLabels].find((candidate) => fits(candidate, mention));
      if (!label) continue;
      pairs.push({ text, label, found: mention, isExact });
      openLabels.delete(label);
      openFound.delete(mention);
    }
  };
  const isTyped = (label: MentionLabel, { type }: FoundMention) => label.types.some((right) => right === type);
  const isSpan = (label: MentionLabel, mention: FoundMention) =>
    label.spans.some(({ start, end }) => start === mention.start && end === mention.end);
  const hasHead = (label: MentionLabel, mention: FoundMention) =>
    label.spans.some((span) => overlaps(headOf(text.text, span), headOf(text.text, mention)));
  pairUp(true, (label, mention) => isSpan(label, mention) && isTyped(label, mention));
  pairUp(true, isSpan);
  pairUp(false, (label, mention) => hasHead(label, mention) && isTyped(label, mention));
  pairUp(false, hasHead);
  const ignored = [...openFound].filter((mention) => isIgnored(text, mention));
  return {
    pairs,
    missed: [...openLabels].map((label) => ({ text, label })),
    spurious: [...openFound].filter((mention) => !ignored.includes(mention)),
    ignored,
    outside: text.mentions.length - labels.length,
  };
}

/** Overlaps what is soft and nothing that is labelled; or is an event where one is described. */
function isIgnored(text: LabelledText, mention: FoundMention): boolean {
  if (mention.type === 'event' && text.described.some((span) => overlaps(span, mention))) return true;
  const isSoft = text.soft.some((soft) => soft.kind !== 'boilerplate' && overlaps(soft, mention));
  return isSoft && !text.mentions.some((label) => overlaps(label, mention));
}

/** A find without a type is no claim of one: it lowers recall with types, and precision only without. */
export function scoreMentions({ pairs, missed, spurious }: Alignment): MentionScores {
  const labelled = pairs.length + missed.length;
  const isRight = ({ label, found }: Pair) => label.types.some((type) => type === found.type);
  const typed = [...pairs.map(({ found }) => found), ...spurious].filter(({ type }) => type !== 'untyped').length;
  const counts = (isTyped: boolean, isExactOnly: boolean): Counts => ({
    right: pairs.filter((pair) => (!isTyped || isRight(pair)) && (!isExactOnly || pair.isExact)).length,
    found: isTyped ? typed : pairs.length + spurious.length,
    labelled,
  });
  return {
    exactTyped: scoreOf(counts(true, true)),
    exactUntyped: scoreOf(counts(false, true)),
    headTyped: scoreOf(counts(true, false)),
    headUntyped: scoreOf(counts(false, false)),
  };
}

/** By head, each type by itself: right are those found of that type. */
export function scoreByType({ pairs, missed, spurious }: Alignment): Readonly<Record<string, Score>> {
  const types = ['person', 'organisation', 'place', 'event'] as const;
  const scores = types.map((type) => {
    const right = pairs.filter(({ label, found }) => found.type === type && label.types.includes(type)).length;
    const found = [...pairs.map((pair) => pair.found), ...spurious].filter((mention) => mention.type === type).length;
    const isOwn = (label: MentionLabel) => label.types[0] === type;
    const labels = pairs.filter(({ label, found: { type: own } }) =>
      label.types.some((right) => right === own) ? own === type : isOwn(label),
    );
    return [
      type,
      scoreOf({ right, found, labelled: labels.length + missed.filter(({ label }) => isOwn(label)).length }),
    ];
  });
  return Object.fromEntries(scores);
}

export function mentionFailures({ pairs, missed, spurious }: Alignment): Failure[] {
  return [
    ...pairs.flatMap(({ text, label, found, isExact }): Failure[] => [
      ...(isExact
        ? []
        : [{ kind: 'wrong span', what: `"${found.text}" for "${slice(text, label)}" ${around(text, label)}` }]),
      ...(label.types.some((type) => type === found.type)
        ? []
        : [{ kind: `wrong type: ${label.types[0]} as ${found.type}`, what: `"${found.text}" ${around(text, label)}` }]),
    ]),
    ...missed.map(({ text, label }) => ({
      kind: `missed ${label.types[0]}`,
      what: `"${slice(text, label)}" ${around(text, label)}`,
    })),
    ...spurious.map((mention) => ({ kind: `spurious ${mention.type}`, what: `"${mention.text}" in ${mention.file}` })),
  ];
}

const slice = ({ text }: LabelledText, { start, end }: Span): string => text.slice(start, end);

const around = ({ file, text }: LabelledText, { start, end }: Span): string =>
  `in ${file}: …${text.slice(Math.max(0, start - 30), end + 25).replace(/\s+/gu, ' ')}…`;
