/**
 * The host's log: a line of JSON for each event, or a plain line where a person looks on. Whatever is logged, by whom ever,
 * passes one redaction by shape on its way out: no token and no address that holds one is written.
 */

import type { Writable } from 'node:stream';
import { pino } from 'pino';
import type { Observed, Outcome } from '../discord/dispatch.ts';
import type { LogLine } from '../model.ts';

export interface Log {
  readonly line: LogLine;
  /** What became of an interaction: its command, how long it took, how it went. */
  interaction(observed: Observed): void;
}

/** Tokens of bots, and of interactions and webhooks in addresses; each stands for somebody's right to post. */
const secrets: readonly (readonly [RegExp, string])[] = [
  [/[\w-]{20,}\.[\w-]{5,8}\.[\w-]{25,}/g, '[token]'],
  [/(\/(?:interactions|webhooks)\/\d+\/)[\w%.~-]+/g, '$1[token]'],
  [/((?:Bot|Bearer) )[\w.~+/-]{20,}/g, '$1[token]'],
  [/aW50ZXJhY3Rpb24[\w+/=-]{10,}/g, '[token]'],
];

/** A shorter one is no secret, and would be found within ordinary words. */
const secretCharsMin = 10;

/** `known`: secrets of any shape, such as the token in use. */
export function redacted(text: string, known: readonly string[] = []): string {
  const withoutKnown = known.reduce(
    (left, secret) => (secret.length >= secretCharsMin ? left.replaceAll(secret, '[token]') : left),
    text,
  );
  return secrets.reduce((left, [shape, instead]) => left.replace(shape, instead), withoutKnown);
}

/** Of what became of an interaction: whether its reader went without. */
const levels: Readonly<Record<Outcome, 'info' | 'warn' | 'error'>> = {
  answered: 'info',
  limited: 'info',
  old: 'info',
  repeated: 'info',
  late: 'warn',
  postponed: 'warn',
  already: 'warn',
  unknown: 'warn',
  'rate-limited': 'warn',
  failed: 'error',
  refused: 'error',
};

/** What nobody has taken yet; more would fill the memory. */
const waitingBytesMax = 1_000_000;

export interface LostLines {
  /** Told when lines begin to be lost, of why. */
  readonly onLoss: (why: string) => void;
  /** Told how many were lost, once one is written again. */
  readonly onReturn: (lines: number) => void;
}

/**
 * Writes to a stream as long as that takes anything. On a full disk, or when nobody reads any more, a line is lost, and the
 * next is tried all the same: the bot answers without a log, too.
 */
export function createOutput(stream: Writable, { onLoss, onReturn }: LostLines): (text: string) => void {
  let lost = 0;
  const lose = (why: string) => {
    lost++;
    if (lost === 1) onLoss(why);
  };
  const written = (error?: Error | null) => {
    if (error) return lose('code' in error ? String(error.code) : error.name);
    const lines = lost;
    lost = 0;
    if (lines > 0) onReturn(lines);
  };
  // Each write is told of its own error; without a listener the first would end the process.
  stream.on('error', () => {});
  return (text) => {
    if (stream.writableLength > waitingBytesMax) return lose('nobody reads it');
    // The last one may have been broken off in its middle.
    stream.write(lost > 0 ? `\n${text}` : text, written);
  };
}

export interface LogOptions {
  readonly write: (text: string) => void;
  readonly isForPeople: boolean;
  readonly secrets: readonly string[];
}

export function createLog({ isForPeople, secrets: known, write }: LogOptions): Log {
  if (isForPeople) {
    const say = (line: string) => write(`${redacted(line, known)}\n`);
    return {
      line: say,
      // Somebody who looks on wants to know what goes wrong; answers are counted in the metrics.
      interaction: ({ name, outcome, ms }) => {
        if (outcome !== 'answered') say(`${name}: ${outcome}, after ${Math.round(ms)} ms`);
      },
    };
  }
  const logger = pino(
    { base: null, timestamp: pino.stdTimeFunctions.isoTime, formatters: { level: (level) => ({ level }) } },
    { write: (text: string) => write(redacted(text, known)) },
  );
  return {
    line: (sentence, level = 'info') => logger[level](sentence),
    interaction: ({ id, name, outcome, ms }) =>
      logger[levels[outcome]]({ interaction: id, command: name, outcome, ms: Math.round(ms) }, 'interaction'),
  };
}
