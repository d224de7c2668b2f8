import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { libraryFrom } from '../library-from.ts';

const text =
  'The gun-\npowder mill of Harrow was a well\u00adknown place; “nobody,” it was said, “goes now here.” In 1911 it made 1,204 tons, or 3.5 a day. 𝒳𝒳 marks the door. ﬁre and Ådal.';
const library = libraryFrom({
  'mill.txt': `The mill\n\n${text}\n`,
  'zh.txt': '水的村庄\n\n村里的磨坊在河边，已经站了三百年。\n',
});
const found = (phrase: string) =>
  library.phrases.find(phrase, 10).map(({ article, span }) => article.text.slice(span.start, span.end));

describe('a phrase', () => {
  test.each([
    ['gunpowder mill', 'gun-\npowder mill'],
    ['a well-known place', 'a well\u00adknown place'],
    ['A WELL KNOWN PLACE', 'a well\u00adknown place'],
    ['nobody, it was said, goes', 'nobody,” it was said, “goes'],
    ['1,204 tons', '1,204 tons'],
    ['𝒳𝒳 marks', '𝒳𝒳 marks'],
    ['fire and Adal', 'ﬁre and Ådal'],
    ['磨坊在河边', '磨坊在河边'],
    ['河边,已经站了', '河边，已经站了'],
  ])('%j is found as %j', (phrase, words) => {
    expect(found(phrase)).toEqual([words]);
  });

  test.each(['goes nowhere', '204 tons', '35 a day', '3', 'known placebo', 'arrow', 'mill at Harrow'])(
    '%j is not there',
    (phrase) => {
      expect(found(phrase)).toEqual([]);
    },
  );

  test('of any words in a row is found, whatever the case, the hyphens and the lines', () => {
    const words = [...text.matchAll(/\S+/gu)];
    fc.assert(
      fc.property(fc.nat(words.length - 1), fc.nat(12), fc.constantFrom(' ', '\n', '  '), (first, more, space) => {
        const last = Math.min(words.length - 1, first + more);
        const start = words[first]!.index;
        const end = words[last]!.index + words[last]![0].length;
        const phrase = text.slice(start, end);
        fc.pre(/[\p{L}\p{N}]/u.test(phrase) && !/^[-–]/.test(phrase));
        // A word that is broken between two lines can't begin or end a phrase in its middle.
        fc.pre(!/-$/.test(phrase) && text.slice(start - 2, start) !== '-\n');
        const typed = phrase.toUpperCase().replaceAll(' ', space).replaceAll('-\n', '').replaceAll('\u00ad', '-');
        expect(found(typed).some((one) => phrase.includes(one))).toBe(true);
      }),
    );
  });
});
