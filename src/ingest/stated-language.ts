/** The language that a file states of itself, against that of its text: templates and converters state one that nobody chose. */
import type { Field } from '../model.ts';
import { canBeLanguage, languageOf } from './language.ts';

/** Undefined where nothing usable is stated. */
export function statedLanguage(stated: string, from: string, text: string): Field<string> | undefined {
  if (!/^[a-z]{2,3}(?:-[a-z0-9]{2,8})*$/i.test(stated) || stated === 'und') return undefined;
  const told = languageOf(text);
  if (canBeLanguage(stated, told)) return { value: stated, from };
  return { value: told, from: 'its words', note: `the file says “${stated}”` };
}
