import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { changedEdits, type EditChange, type Edits, withEdits } from '../../src/ingest/edited.ts';
import { articleFrom } from '../library-from.ts';

const article = articleFrom(
  'ferry.md',
  '# The ferry\n\nBy Ana Lind\n\n4 May 2016\n\nThe ferry leaves at dawn. It doesn’t wait for the post.\n',
);

function edited(change: EditChange, edits: Edits = {}): Edits {
  const result = changedEdits(edits, change);
  if (result.kind === 'refused') throw new Error(result.message);
  return result.edits;
}

const refusal = (change: object): string => {
  const result = changedEdits({}, change as EditChange);
  return result.kind === 'refused' ? result.message : 'not refused';
};

describe('an edit', () => {
  test('stands in the place of what was read, and says so beside it', () => {
    const shown = withEdits(
      article,
      edited({ title: ' The  last ferry ', authors: ['Bo Ek'], publisher: 'Quay Post' }),
    );
    expect(shown.title).toEqual({
      value: 'The last ferry',
      from: 'set by the group',
      note: 'the file says “The ferry”',
    });
    expect(shown.authors).toMatchObject({ value: ['Bo Ek'], note: 'the file says “Ana Lind”' });
    expect(shown.publisher).toMatchObject({ value: 'Quay Post', note: 'the file states none' });
    expect(shown.text).toBe(article.text);
    expect(shown.published).toBe(article.published);
  });

  test.each([
    ['2016', 'year'],
    ['2016-04', 'month'],
    ['2016-04-13', 'day'],
  ])('gives a date as far as it is known: %s', (published, precision) => {
    expect(withEdits(article, edited({ published })).published.value).toEqual({ iso: published, precision });
  });

  test.each([
    ['13 April 2016', '2016-04-13'],
    ['April 13, 2016', '2016-04-13'],
    ['13/04/2016', '2016-04-13'],
    ['April 2016', '2016-04'],
    ['13. April 2016', '2016-04-13'],
  ])('takes a date as people write it: %s', (published, iso) => {
    expect(edited({ published })).toEqual({ published: iso });
  });

  test('can say that something is not stated', () => {
    const shown = withEdits(article, edited({ authors: [], published: '', publisher: ' ' }));
    expect([shown.authors.value, shown.published.value, shown.publisher.value]).toEqual([null, null, null]);
    expect(shown.published.note).toBe('the file says “2016-05-04”');
  });

  test('of null goes back to what was read, one field at a time', () => {
    const edits = edited({ title: 'Another', published: '2017', labels: { 'other-language': true } });
    const back = edited({ title: null, labels: { 'other-language': null } }, edits);
    expect(back).toEqual({ published: '2017' });
    expect(withEdits(article, edited({ published: null }, back))).toBe(article);
  });

  test('leaves the edits before it as they were', () => {
    const before: Edits = Object.freeze({ title: 'Before', labels: Object.freeze({ 'no-text-layer': true }) });
    expect(edited({ title: 'After', labels: { 'other-language': false } }, before)).toEqual({
      title: 'After',
      labels: { 'no-text-layer': true, 'other-language': false },
    });
    expect(before).toEqual({ title: 'Before', labels: { 'no-text-layer': true } });
  });

  test('sets and clears labels, and keeps what the reader says of its own', () => {
    const own = { kind: 'machine-rewritten', text: 'reads as machine-rewritten', reason: '9 odd phrases' } as const;
    const labelled = { ...article, labels: [own] };
    expect(withEdits(labelled, edited({ labels: { 'machine-rewritten': false } })).labels).toEqual([]);
    expect(withEdits(labelled, edited({ labels: { 'machine-rewritten': true } })).labels).toEqual([own]);
    expect(withEdits(labelled, edited({ labels: { 'other-language': true } })).labels).toEqual([
      own,
      { kind: 'other-language', text: 'in another language', reason: 'This label was set by the group.' },
    ]);
  });

  test('keeps no character that breaks a line or turns the order of reading', () => {
    expect(edited({ title: 'The\nlast\u202e ferry\u0007' }).title).toBe('The last ferry');
  });
});

describe('an edit that can’t stand is refused in one sentence', () => {
  test.each([
    [{ published: '03/04/2016' }, '“03/04/2016” can’t be read as a date; write it as 2016, 2016-04 or 2016-04-13.'],
    [{ published: '2016-13' }, '“2016-13” can’t be read as a date; write it as 2016, 2016-04 or 2016-04-13.'],
    [{ published: '2015-02-29' }, '“2015-02-29” can’t be read as a date; write it as 2016, 2016-04 or 2016-04-13.'],
    [{ published: 'late in 2016' }, '“late in 2016” can’t be read as a date; write it as 2016, 2016-04 or 2016-04-13.'],
    [{ title: '  ' }, 'A title can’t be empty; give one, or take your correction back to show the file’s own.'],
    [{ title: 'x'.repeat(301) }, 'A title has at most 300 characters, and this one has 301; shorten it.'],
    [{ authors: ['y'.repeat(121)] }, 'An author’s name has at most 120 characters, and this one has 121; shorten it.'],
    [
      { authors: Array.from({ length: 21 }, (_, at) => `Author ${at}`) },
      'An article has at most 20 authors here, and these are 21; leave some out.',
    ],
    [{ publisher: 'z'.repeat(161) }, 'A publisher has at most 160 characters, and this one has 161; shorten it.'],
    [
      { labels: { dull: true } },
      '“dull” is no label; there are machine-rewritten, other-language, low-confidence-extraction, no-text-layer.',
    ],
    [{ text: 'x' }, '“text” can’t be edited; only title, authors, published, publisher, labels can.'],
    [{ __proto__x: 'x' }, '“__proto__x” can’t be edited; only title, authors, published, publisher, labels can.'],
  ])('%o', (change, sentence) => {
    expect(refusal(change)).toBe(sentence);
  });

  test('and nothing else of the change is taken', () => {
    expect(changedEdits({}, { title: 'Good', published: 'bad' }).kind).toBe('refused');
  });
});

test('whatever is typed is refused in a sentence or gives edits that survive being kept', () => {
  const change = fc.record(
    {
      title: fc.option(fc.string({ unit: 'binary', maxLength: 350 })),
      authors: fc.option(fc.array(fc.string({ unit: 'binary' }), { maxLength: 25 })),
      published: fc.option(
        fc.oneof(
          fc.string(),
          fc.date({ noInvalidDate: true }).map((day) => day.toISOString().slice(0, 10)),
        ),
      ),
      publisher: fc.option(fc.string({ unit: 'binary' })),
      labels: fc.option(fc.dictionary(fc.constantFrom('other-language', 'no-text-layer'), fc.option(fc.boolean()))),
    },
    { requiredKeys: [] },
  );
  fc.assert(
    fc.property(change, (typed) => {
      const result = changedEdits({}, typed as EditChange);
      if (result.kind === 'refused') {
        expect(result.message).toMatch(/^\S.*\.$/su);
        return;
      }
      const kept = JSON.parse(JSON.stringify(result.edits)) as Edits;
      expect(kept).toEqual(result.edits);
      const shown = withEdits(article, kept);
      expect(shown.title.value).toBeTruthy();
      expect([shown.text, shown.blocks]).toEqual([article.text, article.blocks]);
    }),
  );
});
