import { describe, expect, test } from 'vitest';
import { endingIn, groupsAtEnd } from '../../src/text/endings.ts';

describe('how a text ends, read from its end', () => {
  test.each([
    [/(?:^|\s)(?:in|near) (?:the )?$/, ['in ', 'a mill near the ', 'within ', 'near the mill', 'in the the ', '']],
    [/(?<!(?:^|\s)look\w*) at $/, ['looked at ', 'he stood at ', ' at ', 'at ']],
    [/(?:^|[^\p{L}])(?:mrs|dame)\.?,?\s+$/iu, ['Mrs. ', 'the Dame,\n', 'Madame ', 'née Mrs ']],
    [/\bthe $/iu, ['The ', 'breathe ', 'on the ', 'the  ']],
    [/from [\p{L}' -]{3,9} to $/u, ['from Årby to ', 'from a to ', 'from here and there to ', 'from Årby to']],
  ])('%s is met where it was met before', (pattern, texts) => {
    const isMet = endingIn(pattern);
    expect(texts.map(isMet)).toEqual(texts.map((text) => pattern.test(text)));
    expect(new Set(texts.map(isMet)).size).toBe(2);
  });

  test.each([
    [/(?:(\p{L}+)|(\p{Lu}\p{L}{1,4})\.)\s$/u, ['a miller ', 'McGen. ', 'the 3rd ', 'Miller']],
    [/(?:^|[\s"(-])([\p{L}'-]+),?\s$/u, ['the on-the-spot ', '-miller, ', '/mill-owner ', 'a ', ', ']],
    [/(\p{Lu}\p{L}+)(['’]s)?\s+$/u, ['in McMill’s ', "deMill's  ", 'Mill\n', 'mill ', 'M ']],
  ])('the groups of %s are what they were', (pattern, texts) => {
    const groups = groupsAtEnd(pattern);
    expect(texts.map(groups)).toEqual(texts.map((text) => pattern.exec(text)?.slice(1) ?? null));
  });

  test('one text after another, the shorter after the longer', () => {
    const isMet = endingIn(/\bmill$/);
    expect(['the old mill', 'mill', 'milled', 'a mill'].map(isMet)).toEqual([true, true, false, true]);
  });
});
