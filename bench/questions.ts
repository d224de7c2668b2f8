/**
 * The questions of the bench and the collections that they are asked of: one question a line in questions/*.jsonl,
 * with the passages that answer it. How they are chosen and judged stands in bench/README.md.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { z } from 'zod';

const bench = import.meta.dirname;
const projectRoot = resolve(bench, '..');

const ask = z.string().regex(/^\/\p{Ll}+ \S/u, 'is not a command with something to look up');
/** An article of the collection, and words that stand in it once: in the passage that answers. */
export const gold = z.strictObject({ path: z.string().min(1), has: z.string().min(1) });

export const passageKinds = ['who', 'event', 'where', 'what', 'quote', 'quote-phrase', 'spelling'] as const;

const question = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.enum(passageKinds), ask, answers: z.array(gold).min(1) }),
  /** Several things bear the name: the reader is to be asked, and offered at least these. */
  z.strictObject({ kind: z.literal('choose'), ask, choices: z.array(z.string().min(1)).min(2) }),
  /** Nothing in the collection answers it. */
  z.strictObject({ kind: z.literal('miss'), ask }),
]);

export type Question = z.infer<typeof question>;
export type QuestionKind = Question['kind'];
export type GoldPassage = z.infer<typeof gold>;

export const questionKinds: readonly QuestionKind[] = [...passageKinds, 'choose', 'miss'];

export const goldOf = (asked: Question): readonly GoldPassage[] => ('answers' in asked ? asked.answers : []);

export interface Collection {
  readonly name: string;
  readonly folder: string;
  readonly questions: readonly Question[];
}

const folders = {
  corpus: join(projectRoot, 'corpus'),
  readings: resolve(projectRoot, process.env['FOOTNOTE_READINGS'] || '../shared/readings'),
} as const;

export type CollectionName = keyof typeof folders;
export const collectionNames: readonly CollectionName[] = ['corpus', 'readings'];

export const collectionOf = (name: CollectionName): Collection => ({
  name,
  folder: folders[name],
  questions: readQuestions(name),
});

/** The collections whose articles are at hand, and a sentence for each that is left out. */
export function collectionsAtHand(): {
  readonly collections: readonly Collection[];
  readonly leftOut: readonly string[];
} {
  const atHand = collectionNames.filter((name) => hasFiles(folders[name]));
  const leftOut = collectionNames
    .filter((name) => !atHand.includes(name))
    .map((name) => `The ${name} are left out: no files in ${relative(projectRoot, folders[name])}.`);
  return { collections: atHand.map(collectionOf), leftOut };
}

const hasFiles = (folder: string): boolean => existsSync(folder) && readdirSync(folder).length > 0;

/** Throws an Error that names the line of the file that is no question. */
export function readQuestions(name: CollectionName): readonly Question[] {
  const lines = readFileSync(join(bench, 'questions', `${name}.jsonl`), 'utf8')
    .trimEnd()
    .split('\n');
  return lines.map((line, index) => questionIn(line, `bench/questions/${name}.jsonl, line ${index + 1}`));
}

export function questionIn(line: string, place: string): Question {
  const parsed = question.safeParse(jsonIn(line, place));
  if (parsed.success) return parsed.data;
  const faults = parsed.error.issues.map(({ path, message }) => `${path.join('.') || 'question'}: ${message}`);
  throw new Error(`${place} is no question. ${faults.join('; ')}.`);
}

export function jsonIn(line: string, place: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    throw new Error(`${place} is no JSON.`);
  }
}
