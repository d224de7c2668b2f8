import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { createGazetteer, emptyGazetteer, nameKey } from '../../src/entities/gazetteer.ts';
import { knownNames } from '../../src/library.ts';

const file = new URL('../../src/entities/gazetteer.data', import.meta.url);

describe('a gazetteer', () => {
  const small = createGazetteer(
    'aleppo\tmSY\nnew delhi\tcIN\nsyria\tnSY\n\nalipu\tmSY\n\nhalloran & sons\nlockheed\n\nahmed\nsmith\n\nadvance\ncity\nrun',
  );

  test('finds every line of its five sections, and nothing between them', () => {
    expect(small.place('Aleppo')).toEqual({ size: 'm', country: 'SY' });
    expect(small.place('NEW-DELHI')).toEqual({ size: 'c', country: 'IN' });
    expect(small.place('Syria')).toEqual({ size: 'n', country: 'SY' });
    for (const name of ['Alepp', 'Aleppoo', 'Delhi', 'Zz', 'Aa', '', 'ahmed']) expect(small.place(name)).toBeNull();
    expect(['Ahmed', 'Smith', 'Aleppo'].map(small.isPersonalName)).toEqual([true, true, false]);
    expect(['Halloran & Sons', 'LOCKHEED', 'Halloran'].map(small.isOrganisation)).toEqual([true, true, false]);
  });

  test('knows a word in the forms that grammar gives it', () => {
    for (const word of ['Advance', 'advances', 'advanced', 'advancing', 'Runs']) expect(small.isWord(word)).toBe(true);
    for (const word of ['Aleppo', 'adv', 'ing', 's', 'ed']) expect(small.isWord(word)).toBe(false);
  });

  test('of another shape is refused with a sentence', () => {
    expect(() => createGazetteer('one section')).toThrow('The gazetteer has 1 sections instead of 5');
  });

  test('that is empty knows nothing', () => {
    expect([emptyGazetteer.place('Syria'), emptyGazetteer.isPersonalName('Ahmed')]).toEqual([null, false]);
  });
});

describe('the gazetteer that comes with the project', () => {
  test('is small, and finds each of its own lines', () => {
    const packed = readFileSync(file);
    expect(packed.length).toBeLessThan(1_500_000);
    const [places, sounds, bodies, names, words] = gunzipSync(packed)
      .toString('utf8')
      .split('\n\n')
      .map((section) => section.split('\n'));
    const every = (lines: readonly string[] | undefined) => (lines ?? []).filter((_, at) => at % 97 === 0);
    for (const line of every(places)) expect(knownNames().place(line.split('\t')[0]!), line).not.toBeNull();
    expect(sounds?.length).toBeGreaterThan(10_000);
    for (const line of every(bodies)) expect(knownNames().isOrganisation(line), line).toBe(true);
    for (const line of every(names)) expect(knownNames().isPersonalName(line), line).toBe(true);
    for (const line of every(words)) expect(knownNames().isWord(line), line).toBe(true);
  });

  test('knows countries, capitals, towns and regions', () => {
    const sizes = ['Syria', 'Ivory Coast', 'Nairobi', 'New Delhi', 'Lyon', 'Texas', 'Euphrates'].map(
      (name) => knownNames().place(name)?.size,
    );
    expect(sizes).toEqual(['n', 'n', 'c', 'c', 'l', 'r', 'r']);
    expect(knownNames().place("Ma'rib")).toEqual(knownNames().place('MARIB'));
  });

  test('hears a town in another spelling, but no village', () => {
    for (const spelled of ['Halap', 'Xyzzyq']) expect(knownNames().soundsLikePlace(spelled)).toBeNull();
    for (const spelled of ['Benghasi', 'Raqqah', 'Misratah']) {
      expect(knownNames().soundsLikePlace(spelled) ?? knownNames().place(spelled), spelled).not.toBeNull();
    }
  });

  test('writes names in one form', () => {
    expect(nameKey('Deir ez-Zor')).toBe('deir ez zor');
    expect(nameKey('  U.S. ')).toBe('us');
  });
});
