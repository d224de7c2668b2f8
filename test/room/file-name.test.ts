/** Names of files as they are kept, and filters of types. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { cleansedName, isAmongTypes, keptName } from '../../src/room/file-name.ts';

test.each([
  ['notes.pdf', { filename: 'notes.pdf' }],
  ['hello (world).png', { filename: 'hello_world.png', title: 'hello (world)' }],
  ['_draft.txt', { filename: 'draft.txt', title: '_draft' }],
  ['../../etc/passwd', { filename: 'etc_passwd', title: '../../etc/passwd' }],
  ['Café du Nord.docx', { filename: 'Cafe_du_Nord.docx', title: 'Café du Nord' }],
  ['كتاب.epub', { filename: expect.stringMatching(/^[0-9a-f]{8}\.epub$/), title: 'كتاب' }],
  ['...', { filename: expect.stringMatching(/^[0-9a-f]{8}$/), title: '..' }],
])('%s is kept as Discord keeps it', (name, kept) => {
  expect(keptName(name)).toEqual(kept);
});

test('a kept name is plain, never empty, and stays as it is', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (name) => {
      const { filename } = keptName(name);
      expect(filename).toMatch(/^[A-Za-z0-9-][A-Za-z0-9_.-]*$/);
      expect(cleansedName(filename)).toBe(filename);
    }),
  );
});

test.each([
  ['a.PDF', ['.pdf'], true],
  ['a.pdf', ['.PDF'], true],
  ['a.pdf.exe', ['.pdf'], false],
  ['a.webp', ['image'], true],
  ['a.txt', ['image', 'video'], false],
  ['a', ['.txt'], false],
  ['a.exe', [], true],
  ['a.exe', undefined, true],
])('%s among %j: %s', (name, types, isAmong) => {
  expect(isAmongTypes(name, types)).toBe(isAmong);
});
