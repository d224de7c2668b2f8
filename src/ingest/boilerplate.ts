/** Is this line the web page's and not the article's? Applies the rows of src/ingest/boilerplate-rules.ts to whole lines. */
import type { BoilerplateKind } from '../model.ts';
import { type BoilerplateRule, boilerplateRules } from './boilerplate-rules.ts';
import { ruledCharsMax } from './lines.ts';

interface Compiled {
  readonly kind: BoilerplateKind;
  readonly pattern: RegExp;
}

/** One pattern a kind and strength: twenty regular expressions in place of a hundred. */
function compiled(where: BoilerplateRule['where']): Compiled[] {
  const byKind = new Map<BoilerplateKind, string[]>();
  for (const rule of boilerplateRules) {
    if (rule.where === where) byKind.set(rule.kind, [...(byKind.get(rule.kind) ?? []), rule.pattern]);
  }
  return [...byKind].map(([kind, patterns]) => ({ kind, pattern: new RegExp(`^(?:${patterns.join('|')})$`, 'iu') }));
}

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
