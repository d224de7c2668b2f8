import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { romanise } from '../../src/entities/romanise.ts';

describe('a name in another script', () => {
  test.each([
    ['قاسم سليماني', 'qasm slymany', 'consonants'],
    ['المالكي', 'malky', 'consonants'],
    ['خامنه‌ای', 'khamna ay', 'consonants'],
    ['נתניהו', 'ntnyħw', 'consonants'],
    ['Горбачёв', 'gorbachyov', 'full'],
    ['Щербина', 'shcherbina', 'full'],
    ['Милошевић', 'miloshević', 'full'],
    ['Παπανδρέου', 'papandreu', 'full'],
    ['김정은', 'kim jeongeun', 'syllables'],
    ['オバマ', 'obama', 'syllables'],
    ['毛泽东', 'maozedong', 'syllables'],
    ['معمر', 'mamr', 'consonants'],
    ['عمر', 'emr', 'consonants'],
    ['עזה', 'aza', 'consonants'],
    ['Цзэминь', 'zemin', 'full'],
    ['Чжуншань', 'zhungshan', 'full'],
    ['Герман', 'german', 'full'],
    ['เชียงใหม่', 'cheiyngmai', 'inherent'],
    ['จันทร์', 'chanth', 'inherent'],
    ['चम्बल', 'chmbl', 'inherent'],
    ['कश्मीर', 'kshmir', 'inherent'],
  ])('%s is written %s', (name, text, writing) => {
    expect(romanise(name)).toEqual({ text, writing });
  });

  test('stays as it is when it is in Latin letters already, accents and all', () => {
    expect(romanise('Recep Tayyip Erdoğan')).toEqual({ text: 'Recep Tayyip Erdoğan', writing: 'latin' });
  });

  test('comes out without a letter of the other script', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 60 }), (name) => {
        expect(romanise(name).text).not.toMatch(
          /(?=\p{L})[\p{Script=Arabic}\p{Script=Cyrillic}\p{Script=Greek}\p{Script=Han}]/u,
        );
      }),
    );
  });
});
