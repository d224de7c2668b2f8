import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Act, Address } from '../../src/discord/custom-id.ts';
import { customIdOf, fitsIds, hashOf, parseCustomId, queryPartOf } from '../../src/discord/custom-id.ts';
import { cleaned, queryCharsMax } from '../../src/discord/typed.ts';

const act = fc.constantFrom<Act>('turn', 'open', 'share');
const command = fc.stringMatching(/^[a-z0-9_-]{1,32}$/);
const query = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 260 }).map(cleaned),
  fc.integer({ min: 50, max: 110 }).map((length) => 'x'.repeat(length)),
);
const hash = fc.string({ unit: 'binary' }).map(hashOf);
const article = fc.stringMatching(/^[\w-]{8}$/);
const offset = fc.nat(999_999_999);
const passage = fc
  .tuple(fc.nat(999_999_000), fc.integer({ min: 1, max: 999 }), hash)
  .map(([start, length, hash]) => ({ start, end: start + length, hash, around: hash.slice(0, 4) }));
const addresses: fc.Arbitrary<Address> = fc.oneof(
  fc
    .record({ act, command, query, page: fc.nat(999) })
    .map((parts) => ({ ...parts, kind: 'answer' as const, query: queryPartOf(parts.command, parts.query) })),
  fc
    .record({ command, query, hash })
    .map((parts) => ({ ...parts, kind: 'choice' as const, query: queryPartOf(parts.command, parts.query) })),
  fc.record({ kind: fc.constant('reading' as const), act, article, at: offset }),
  fc.record({ kind: fc.constant('reading' as const), act, article, at: offset, mark: passage }),
  fc.record({ kind: fc.constant('cite' as const), article, passage }),
  fc.constant({ kind: 'remove' as const }),
  fc.constant({ kind: 'menu' as const }),
);

describe('the id of a button', () => {
  it('says what the button does, within 100 characters, and is read back', () => {
    fc.assert(
      fc.property(addresses, (address) => {
        const id = customIdOf(address);
        expect(id.length).toBeLessThanOrEqual(100);
        expect(parseCustomId(id)).toEqual(address);
      }),
      { numRuns: 2000 },
    );
  });

  it('differs for different buttons', () => {
    fc.assert(
      fc.property(addresses, addresses, (one, other) => {
        fc.pre(JSON.stringify(one) !== JSON.stringify(other));
        expect(customIdOf(one)).not.toBe(customIdOf(other));
      }),
    );
  });

  it('can be read by a person', () => {
    expect(
      customIdOf({
        kind: 'answer',
        act: 'turn',
        command: 'who',
        query: queryPartOf('who', 'Qasem Soleimani'),
        page: 2,
      }),
    ).toBe('1:turn:who:2=Qasem Soleimani');
  });

  it('holds the hash of words that are too long for it', () => {
    const long = 'a phrase of many words '.repeat(8).trim();
    expect(fitsIds('quote', long)).toBe(false);
    expect(queryPartOf('quote', long)).toEqual({ hash: hashOf(long) });
  });
});

describe('an id that is not ours', () => {
  it.each([
    '',
    '1',
    '1:',
    'remove',
    '0:remove',
    '2:remove',
    '1:remove:now',
    '1:turn:who:2',
    '1:turn:who:-1=x',
    '1:turn:who:1000=x',
    '1:turn:who:02=x',
    '1:turn:who ho:2=x',
    '1:turn:../etc:2=x',
    '1:eat:who:2=x',
    '1:turn:who:2=two  spaces',
    '1:turn:who:2=line\nbreak',
    '1:turn:who:2=turned\u202earound',
    '1:turn:who:2#short',
    '1:read:open:abcd1234:',
    '1:read:open:abcd1234:5:9-9:aaaaaaaa',
    '1:read:open:abcd1234:5:9-8:aaaaaaaa',
    '1:read:open:abcd1234:5:8-9',
    '1:read:open:../../abc:5',
    '1:cite:abcd1234:1-2',
    '1:cite:abcd1234:2-1:aaaaaaaa',
    '1:cite:abcd1234:1-2:aaaaaaaaa',
    '1:menu:1',
    `1:turn:who:2=${'x'.repeat(120)}`,
  ])('"%s" is read as nothing', (id) => {
    expect(parseCustomId(id)).toBeNull();
  });

  it('never makes reading it fail', () => {
    const damaged = addresses.chain((address) => {
      const id = customIdOf(address);
      return fc
        .tuple(fc.nat(id.length), fc.nat(5), fc.string({ unit: 'binary', maxLength: 5 }))
        .map(([at, length, put]) => id.slice(0, at) + put + id.slice(at + length));
    });
    fc.assert(
      fc.property(fc.oneof(damaged, fc.string({ unit: 'binary' })), (id) => {
        const address = parseCustomId(id);
        if (address) expect(customIdOf(address)).toBe(id);
      }),
      { numRuns: 2000 },
    );
  });
});

describe('what was typed', () => {
  it('is cleaned once and for all', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 400 }), (typed) => {
        const once = cleaned(typed);
        expect(once.length).toBeLessThanOrEqual(queryCharsMax);
        expect(cleaned(once)).toBe(once);
        expect(once.isWellFormed()).toBe(true);
        expect(once).not.toMatch(/[\n\r\u202a-\u202e\u2066-\u2069]/u);
      }),
    );
  });

  it('keeps the joiners that scripts and emoji need, and loses what turns text around', () => {
    expect(cleaned('  می\u200cشود \u202e 👩\u200d👧\n\tx ')).toBe('می\u200cشود 👩\u200d👧 x');
  });
});
