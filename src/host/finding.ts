/** What the doctor says of one thing: all is well, what is wrong and what to do, or that it could not be looked at. */
import { redacted } from './log.ts';

export interface Finding {
  readonly state: 'ok' | 'wrong' | 'passed over';
  /** What was looked at, in a word or two. */
  readonly about: string;
  readonly text: string;
  /** What to do. */
  readonly remedy?: string;
}

export const ok = (about: string, text: string): Finding => ({ state: 'ok', about, text });
export const wrong = (about: string, text: string, remedy: string): Finding => ({
  state: 'wrong',
  about,
  text,
  remedy,
});
export const passedOver = (about: string, text: string): Finding => ({ state: 'passed over', about, text });

const signs = { ok: 'ok', wrong: '!', 'passed over': '-' } as const;

/** One line, without a secret in it. */
export function lineOf({ about, remedy, state, text }: Finding, secrets: readonly string[]): string {
  return redacted(`${signs[state]} ${about}: ${text}${remedy ? ` → ${remedy}` : ''}`, secrets);
}
