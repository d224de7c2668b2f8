import { DiscordAPIError, HTTPError, RateLimitError, type REST } from 'discord.js';
import { describe, expect, it, test } from 'vitest';
import { createResponder, failureOf, faultOf, overBecause } from '../../src/discord/respond.ts';
import { ToldError } from '../../src/discord/told-error.ts';

const token = 'aW50ZXJhY3Rpb246MTIzNDU2Nzg5';
const url = `https://discord.example/api/v10/interactions/1/${token}/callback`;
const body = { body: { data: { components: [{ content: 'the question' }] } } };
const refusal = (code: number, status: number) =>
  new DiscordAPIError({ code, message: `Refused ${token}` }, code, status, 'POST', url, body);
const limited = new RateLimitError({
  timeToReset: 1_500,
  limit: 5,
  method: 'POST',
  hash: 'x',
  url,
  route: '/interactions/:id/:token/callback',
  majorParameter: '1',
  global: false,
  retryAfter: 1_500,
  sublimitTimeout: 0,
  scope: 'user',
});
const broken = Object.assign(new Error(`connect ECONNRESET ${url}`), { code: 'ECONNRESET' });

test('an answer has two seconds an attempt, of which the library makes one; after a defer each has a minute', () => {
  const clients: REST[] = [];
  createResponder(null, (rest) => clients.push(rest));
  expect(clients.map(({ options: { retries, timeout } }) => [timeout, retries])).toEqual([
    [2_000, 0],
    [60_000, 3],
    [60_000, 0],
  ]);
});

describe('a failure', () => {
  it('is over when there was an answer already, when it is too late, when there may have been one, or when Discord asks to wait', () => {
    expect(overBecause(refusal(10062, 404))).toBe('late');
    expect(overBecause(refusal(40060, 400))).toBe('already');
    expect(overBecause(broken)).toBe('unknown');
    expect(overBecause(Object.assign(new Error('other side closed'), { code: 'UND_ERR_SOCKET' }))).toBe('unknown');
    expect(overBecause(new DOMException('This operation was aborted', 'AbortError'))).toBe('unknown');
    expect(overBecause(limited)).toBe('rate-limited');
  });

  it('can still be told to the reader when Discord refused the message, or it was never sent', () => {
    expect(overBecause(refusal(50035, 400))).toBeNull();
    expect(overBecause(new HTTPError(500, 'Internal Server Error', 'POST', url, body))).toBeNull();
    expect(overBecause(new Error('Quote 1..2 of "a.md" reads differently in the message'))).toBeNull();
    expect(overBecause('a string')).toBeNull();
  });

  it.each([
    ['ENOTFOUND', 'getaddrinfo'],
    ['EAI_AGAIN', 'getaddrinfo'],
    ['ECONNREFUSED', 'connect'],
    ['EHOSTUNREACH', 'connect'],
    ['ENETUNREACH', 'connect'],
    ['ETIMEDOUT', 'connect'],
    ['UND_ERR_CONNECT_TIMEOUT', undefined],
    // This process or this machine has no room for another connection.
    ['EMFILE', 'connect'],
    ['EADDRNOTAVAIL', 'connect'],
  ])('of %s can be told: nothing was sent', (code, syscall) => {
    expect(overBecause(Object.assign(new Error(`${syscall} ${code}`), { code, syscall }))).toBeNull();
  });

  it.each(['read', 'write'])('on the way there that is noticed in a %s may come after the answer', (syscall) => {
    expect(overBecause(Object.assign(new Error(), { code: 'EHOSTUNREACH', syscall }))).toBe('unknown');
  });

  it('is logged without the question, the token or the body', () => {
    const all = [
      refusal(50035, 400),
      new HTTPError(502, 'Bad Gateway', 'POST', url, body),
      limited,
      broken,
      new Error('of “the question”'),
      7,
    ];
    for (const error of all) {
      const line = faultOf(error);
      expect(line).not.toContain(token);
      expect(line).not.toContain('question');
      expect(line).not.toContain('\n');
      expect(failureOf(error)).not.toContain(token);
    }
    expect(faultOf(all[0])).toBe('Discord answered 400 with code 50035');
    expect(faultOf(new TypeError('It broke'))).toMatch(/^TypeError, at respond\.test\.ts:\d+$/);
    expect(faultOf(new ToldError('The thread has ended'))).toBe('The thread has ended');
    expect(failureOf(new Error('It broke'))).toMatch(/^It broke, at respond\.test\.ts:\d+$/);
  });
});
