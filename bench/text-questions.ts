/**
 * Questions about the bench's own texts: one a line in questions/training.jsonl, which weights may be learnt on, and in
 * questions/held-out.jsonl, which judges; halved by text, never by question. How they are written stands in README.md.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { commands } from '../src/commands/index.ts';
import { gold, jsonIn } from './questions.ts';

const folder = join(import.meta.dirname, 'questions');

/** The texts of both halves; each half is a library of its own (text-library.ts). */
export const textsFolder = join(folder, 'texts');

export const halves = ['training', 'held-out'] as const;
export type Half = (typeof halves)[number];

/** In this order in tables. */
export const answerableKinds = [
  'fact',
  'ask',
  'news',
  'headline',
  'claim',
  'technical',
  'who',
  'what',
  'where',
  'event',
  'language',
] as const;
/** Nothing answers them: of other matters, and of matters that the texts touch. */
export const missKinds = ['foreign', 'near'] as const;
/** Judged by documents as well, as collections of abstracts are. */
export const gradedKinds: readonly TextKind[] = ['claim', 'technical'];

const question = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.enum(answerableKinds), question: z.string().min(1), answers: z.array(gold).min(1) }),
  z.strictObject({ kind: z.enum(missKinds), question: z.string().min(1) }),
]);

export type TextQuestion = z.infer<typeof question>;
export type TextKind = TextQuestion['kind'];

export const textKinds: readonly TextKind[] = [...answerableKinds, ...missKinds];

/** Throws an Error that names the line of the file that is no question. */
export function textQuestionsOf(half: Half): readonly TextQuestion[] {
  const lines = readFileSync(join(folder, `${half}.jsonl`), 'utf8')
    .trimEnd()
    .split('\n');
  return lines.map((line, index) => textQuestionIn(line, `bench/questions/${half}.jsonl, line ${index + 1}`));
}

export function textQuestionIn(line: string, place: string): TextQuestion {
  const parsed = question.safeParse(jsonIn(line, place));
  if (parsed.success) return parsed.data;
  const faults = parsed.error.issues.map(({ path, message }) => `${path.join('.') || 'question'}: ${message}`);
  throw new Error(`${place} is no question. ${faults.join('; ')}.`);
}

export const answersOf = (asked: TextQuestion) => ('answers' in asked ? asked.answers : []);
export const isAnswerable = (asked: TextQuestion): boolean => 'answers' in asked;

const namedKinds = new Set<TextKind>(['who', 'what', 'where', 'event']);
const askedByWords = new Set<TextKind>(['headline', 'claim', 'technical']);
const canAsk = commands.some(({ name }) => name === 'ask');

/** True of a question, and of words to look for; not of a name alone, which goes another way. */
export const isAskedInWords = ({ kind }: TextQuestion): boolean => !namedKinds.has(kind);

/** The command by which a reader would ask: a name by its own, words by /quote, a question by /ask where there is one. */
export function commandFor(kind: TextKind): string {
  if (namedKinds.has(kind)) return kind;
  return askedByWords.has(kind) || !canAsk ? 'quote' : 'ask';
}
