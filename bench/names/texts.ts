/** The labelled texts of one set, read from texts.jsonl and texts/: what is measured, before anything measures it. */
import { readFileSync } from 'node:fs';
import { type MarkedText, parseMarked } from './marked-text.ts';

export type SetName = 'tune' | 'test';

export interface LabelledText extends MarkedText {
  readonly file: string;
  readonly set: SetName;
  /** "wire, Middle East": what sort of text it is. */
  readonly kind: string;
}

const folder = new URL('./', import.meta.url);

/** Objects of a file with one JSON object a line. */
export function readLines<T>(file: string): T[] {
  const lines = readFileSync(new URL(file, folder), 'utf8').split('\n');
  return lines.flatMap((line, at) => {
    if (line.trim() === '') return [];
    try {
      return JSON.parse(line) as T;
    } catch {
      throw new Error(`Line ${at + 1} of "${file}" is not JSON: ${line.slice(0, 60)}`);
    }
  });
}

export const inSet = <T extends { readonly set: SetName }>(items: readonly T[], set: SetName | 'all'): T[] =>
  items.filter((item) => set === 'all' || item.set === set);

export function readTexts(set: SetName | 'all'): LabelledText[] {
  const listed = readLines<Pick<LabelledText, 'file' | 'set' | 'kind'>>('texts.jsonl');
  return inSet(listed, set).map((entry) => {
    const source = readFileSync(new URL(`texts/${entry.file}`, folder), 'utf8');
    return { ...entry, ...parseMarked(entry.file, source) };
  });
}
