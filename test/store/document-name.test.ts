import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { articleIdOnShelf, documentNameOf, freeName, nameKey } from '../../src/store/document-name.ts';

describe('a document’s name', () => {
  test.each([
    ['essay.md', 'essay.md'],
    ['../../etc/passwd', 'passwd'],
    ['C:\\papers\\essay.pdf', 'essay.pdf'],
    ['what: a “day”?.html', 'what_ a “day”_.html'],
    ['line\nbreak\u0000.txt', 'line_break_.txt'],
    ['fdp.\u202eexe.md', 'fdp.exe.md'],
    ['  spaced   out  .txt', 'spaced out.txt'],
    ['.hidden.md', 'hidden.md'],
    ['trailing. . ', 'trailing'],
    ['NUL.txt', '_NUL.txt'],
    ['.md', 'document.md'],
    ['folder/..md', 'document.md'],
    [' .htaccess_of_a_server', 'htaccess_of_a_server'],
    ['', 'document'],
    ['../..', 'document'],
    ['اخبار.html', 'اخبار.html'],
  ])('%j becomes %j', (given, kept) => {
    expect(documentNameOf(given)).toBe(kept);
  });

  test('is one part of a path on any system, and stays as it is when made again', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (given) => {
        const name = documentNameOf(given);
        expect(name).not.toMatch(/[/\\<>:"|?*\p{Cc}\p{Cs}]|^[. ]|[. ]$|^$/u);
        expect(Buffer.byteLength(name)).toBeLessThanOrEqual(240);
        expect(documentNameOf(name)).toBe(name);
      }),
      { numRuns: 1000 },
    );
  });

  test('gets a number where it is taken, whatever the case', () => {
    const taken = new Set(['essay.md', 'essay (2).md'].map(nameKey));
    expect(freeName('Essay.MD', (key) => taken.has(key))).toBe('Essay (3).MD');
    expect(freeName('other.md', (key) => taken.has(key))).toBe('other.md');
    expect(freeName('no ending', (key) => key === 'no ending')).toBe('no ending (2)');
  });

  test('gives an article’s id of eight characters, always the same', () => {
    expect(articleIdOnShelf('essay.md')).toMatch(/^[a-z0-9]{8}$/);
    expect(articleIdOnShelf('essay.md')).toBe(articleIdOnShelf('essay.md'));
    expect(articleIdOnShelf('essay.md')).not.toBe(articleIdOnShelf('essay (2).md'));
  });
});
