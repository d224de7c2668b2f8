import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseCustomId } from '../../../src/discord/custom-id.ts';
import { type LibraryAddress, libraryIdOf, parseLibraryId } from '../../../src/discord/library/address.ts';

const id = fc.nat(9_999_999);
const ids = fc.array(id, { minLength: 1, maxLength: 10 });
const hash = fc.stringMatching(/^[\w.]{8}$/);
const addresses: fc.Arbitrary<LibraryAddress> = fc.oneof(
  fc.record({ action: fc.constantFrom('add', 'keep', 'upload', 'menu') }),
  fc.record({ action: fc.constant('list'), page: id }),
  fc.record({ action: fc.constantFrom('info', 'edit', 'as-read'), id }),
  fc.record({ action: fc.constantFrom('remove', 'restore'), ids }),
  fc.record({ action: fc.constant('corpus'), uses: fc.boolean() }),
  fc.record({ action: fc.constant('destroy'), hash }),
  fc.record({ action: fc.constant('save'), id, hash }),
  fc.record({ action: fc.constant('again'), id, labels: fc.constantFrom('', '0', '13', '0123') }),
);

describe('the id of a button of a library', () => {
  test('says what the button does, within 100 characters, is read back, and is no answer’s', () => {
    fc.assert(
      fc.property(addresses, (address) => {
        const customId = libraryIdOf(address);
        expect(customId.length).toBeLessThanOrEqual(100);
        expect(parseLibraryId(customId)).toEqual(address);
        expect(parseCustomId(customId)).toBeNull();
      }),
    );
  });

  test('that was made by nobody is none, and says one thing in one way only', () => {
    const made = fc.string({ unit: 'grapheme-ascii', maxLength: 60 }).map((words) => `1:library:${words}`);
    fc.assert(
      fc.property(fc.oneof(fc.string({ maxLength: 120 }), made), (customId) => {
        const address = parseLibraryId(customId);
        if (address) expect(libraryIdOf(address)).toBe(customId);
      }),
    );
    for (const customId of [
      '1:library:info:-1',
      '1:library:info:1e3',
      '1:library:remove:',
      `1:library:remove:${Array(11).fill(1).join('.')}`,
      '1:library:corpus:maybe',
      '1:library:save:1:short',
      '1:library:again:1:31',
      '2:library:list:0',
    ])
      expect(parseLibraryId(customId), customId).toBeNull();
  });
});
