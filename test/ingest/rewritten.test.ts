/** The label for machine-rewritten text: strict, with a reason, and never on a text that only quotes such phrases. */
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { oddHits, rewrittenLabel } from '../../src/ingest/rewritten.ts';
import { articleFrom, prose } from './read.ts';

const kindsOf = (text: string) => [...new Set(oddHits(text).map(({ kind }) => kind))];

describe('an odd phrase', () => {
  test.each([
    ['Harl and you can Ostwick sent boats.', 'and you'],
    ['the mayor and you will his council met', 'and you'],
    ['military and you may economic ties', 'and you'],
    ['it was sold when you look at the spring', 'when you look at the'],
    ['they came from inside the month of May', 'when you look at the'],
    ['the brand new lock leaked', 'the brand new'],
    ['Brand new council was glad', 'the brand new'],
    ['the fresh mayor was glad', 'the fresh'],
    ['a town in the Sweden, by the sea', 'the before a place'],
    ['he gave it so you can Harl', 'so you can'],
    ['a way in order to the town', 'so you can'],
    ['a part subject to Is council', 'Is inside a sentence'],
    ['Although not, the lock leaked', 'but not,'],
    ['oil out-of whales', 'out-of'],
    ['Egypt and Poultry signed', 'a country as a thing'],
    ['to show you to definitely Harl', 'you to definitely'],
    ['the head of one’s Harl council', 'of one’s'],
    ['towns such as for instance Harl', 'such as for example'],
    ['he came due to the fact a guest', 'due to the fact a'],
    ['just like the an old lock', 'two articles'],
    ['it troubled her or him', 'her or him'],
    ['talks anywhere between Harl and Ostwick', 'anywhere between'],
    ['an agreement to possess Harl harbour', 'to possess'],
  ])('%s', (text, kind) => {
    expect(kindsOf(text)).toEqual([kind]);
  });

  test.each([
    'Come in and you will see the lock, and you can bring a friend.',
    'Read it and you will always find more, and you may need a lamp.',
    'A brand new lock cost more than brand-new clay.',
    'They liked the fresh air, the fresh bread and the fresh snow.',
    'In the Sweden of his youth, in the Russia campaign and in the Sudan.',
    'He did it in order to help you, so you can go.',
    'Who Is Who? It is. They are.',
    'But not all of it was lost, although not everybody knew.',
    'An out-of-date lock and poultry on the farm.',
    'Due to the fact that a lock leaked, one could see between 5 and 10 boats.',
    'To possess land is one thing; him or her is another.',
    'When you look at a lock you see a door.',
  ])('is not found in: %s', (text) => {
    expect(kindsOf(text)).toEqual([]);
  });

  test('inside quotation marks belongs to who is quoted', () => {
    expect(kindsOf('The page says “Harl and you can Ostwick” and "the brand new lock" and `out-of whales`.')).toEqual(
      [],
    );
  });
});

const spun = readFileSync(resolve(import.meta.dirname, '../golden/ingest/rewritten-page/input.txt'), 'utf8');

describe('the label', () => {
  test('gives its reason: how many, in how many words, and examples from the text', () => {
    const [label] = articleFrom(spun).labels;
    expect(label).toMatchObject({ kind: 'machine-rewritten', text: 'reads as machine-rewritten' });
    const [, hits, words] = /^(\d+) odd phrases in (\d+) words, e\.g\. /.exec(label?.reason ?? '') ?? [];
    expect(Number(hits)).toBeGreaterThanOrEqual(20);
    expect(Number(words)).toBeGreaterThan(150);
    const examples = [...(label?.reason.matchAll(/“([^”]+)”/g) ?? [])].map((match) => match[1] as string);
    expect(examples).toHaveLength(3);
    for (const example of examples) expect(spun.replace(/\s+/g, ' ')).toContain(example);
    expect(label?.text.length).toBeLessThanOrEqual(40);
  });

  test('needs a text long enough to count in', () => {
    expect(rewrittenLabel([spun.split(/\s+/).slice(0, 120).join(' ')])).toBeNull();
  });

  test('needs three kinds, however many hits', () => {
    const oneKind = `Harl and you can Ostwick sent boats. ${prose('lock')} `.repeat(30);
    expect(oddHits(oneKind).length).toBeGreaterThanOrEqual(30);
    expect(rewrittenLabel([oneKind])).toBeNull();
  });

  test('needs six hits in a thousand words', () => {
    const few =
      'Harl and you can Ostwick came. The brand new lock leaked. Egypt and Poultry signed. Oil out-of whales.';
    expect(rewrittenLabel([few, prose('lock').repeat(10)])).not.toBeNull();
    expect(rewrittenLabel([few, prose('lock').repeat(60)])).toBeNull();
  });
});
