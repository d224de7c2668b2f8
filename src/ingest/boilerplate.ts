/**
 * Is this line the web page's and not the article's? Applies the wordings in src/ingest/boilerplate-rules/ to whole lines. A
 * wording is added there, with a line it must catch and a line it must leave alone in test/ingest/boilerplate.test.ts.
 */
import type { BoilerplateKind } from '../model.ts';
import { commentRules } from './boilerplate-rules/comments.ts';
import { navigationRules } from './boilerplate-rules/navigation.ts';
import { noticeRules } from './boilerplate-rules/notices.ts';
import { paywallRules } from './boilerplate-rules/paywalls.ts';
import { sharingRules } from './boilerplate-rules/sharing.ts';
import { ruledCharsMax } from './lines.ts';

export interface BoilerplateRule {
  readonly kind: BoilerplateKind;
  /** 'anywhere': cannot be a line of an article. 'edges': could be, so it counts only before the first or after the last prose. */
  readonly where: 'anywhere' | 'edges';
  /** What such lines are, for people. */
  readonly reason: string;
  /** Each a pattern of the whole line, without decoration at its ends, in any case; "'" also stands for "’". */
  readonly lines: readonly string[];
}

export const boilerplateRules: readonly BoilerplateRule[] = [
  ...commentRules,
  ...sharingRules,
  ...navigationRules,
  ...noticeRules,
  ...paywallRules,
];

interface Compiled {
  readonly kind: BoilerplateKind;
  readonly pattern: RegExp;
}

/** One pattern a rule: twenty-odd regular expressions in place of four hundred. */
const compiled = (where: BoilerplateRule['where']): Compiled[] =>
  boilerplateRules
    .filter((rule) => rule.where === where)
    .map(({ kind, lines }) => ({ kind, pattern: new RegExp(`^(?:${lines.join('|')})$`, 'iu') }));

const anywhere = compiled('anywhere');
const edges = compiled('edges');

/** The kind of a line that cannot be the article's own, wherever it stands. */
export const strongKind = (line: string): BoilerplateKind | null => kindBy(anywhere, line);

/** The kind of a line that is boilerplate only before the first or after the last prose. */
export const weakKind = (line: string): BoilerplateKind | null => kindBy(edges, line);

function kindBy(rules: readonly Compiled[], line: string): BoilerplateKind | null {
  if (line.length > ruledCharsMax) return null;
  const plain = line.replace(/\s+/g, ' ').replace(/[’‘`]/g, "'");
  const bare = plain.replace(/^[\s•·*|»›▶►▸●■#–—:-]+/u, '').replace(/[\s•·*|…:.!▼▲–—-]+$/u, '');
  const unbracketed = bare.replace(/^[([]+|[)\]]+$/gu, '').trim();
  const forms = [...new Set([plain, bare, unbracketed])].filter((form) => form !== '');
  return rules.find(({ pattern }) => forms.some((form) => pattern.test(form)))?.kind ?? null;
}
