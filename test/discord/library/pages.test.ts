/** Whatever a document is called: every message about it passes the gate, and no word in it does anything. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { messageCommands } from '../../../src/commands/index.ts';
import { unrendered } from '../../../src/discord/escape.ts';
import type { Outcome } from '../../../src/discord/library/add.ts';
import { suggested } from '../../../src/discord/library/choose.ts';
import { editModal } from '../../../src/discord/library/modals.ts';
import { type LibraryPage, replyOf } from '../../../src/discord/library/parts.ts';
import { renderPrivacy } from '../../../src/discord/library/privacy.ts';
import { renderAdded } from '../../../src/discord/library/render-added.ts';
import { renderDocument } from '../../../src/discord/library/render-document.ts';
import { renderList } from '../../../src/discord/library/render-list.ts';
import {
  renderDeletion,
  renderDone,
  renderProgress,
  renderRemoved,
} from '../../../src/discord/library/render-short.ts';
import { textDisplays } from '../../../src/discord/size.ts';
import type { Field } from '../../../src/model.ts';
import { modalErrors } from '../../../src/room/modal-check.ts';
import type { DocumentRecord } from '../../../src/store/shelf.ts';

const nasty = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 600 }),
  fc.string({ unit: 'grapheme', maxLength: 600 }),
  fc.constantFrom(
    '*'.repeat(900),
    '漢'.repeat(900),
    '<@1> **x** `y` https://a.b',
    '\u202edrow',
    ' ',
    '```',
    '> x\n# y',
  ),
);
const field = <T>(value: fc.Arbitrary<T>): fc.Arbitrary<Field<T>> =>
  fc.record({ value: fc.option(value), from: nasty }, { requiredKeys: ['value', 'from'] }).map((given) => given);
const record: fc.Arbitrary<DocumentRecord> = fc.record({
  id: fc.nat(9_999_999),
  name: nasty,
  articleId: fc.stringMatching(/^[a-z0-9]{8}$/),
  bytes: fc.nat(25_000_000),
  sha256: fc.constant('0'.repeat(64)),
  addedAt: fc.constant(0),
  fetchedFrom: fc.option(nasty),
  isEdited: fc.boolean(),
  problems: fc.array(fc.record({ path: nasty, message: nasty, fatal: fc.boolean() }), { maxLength: 9 }),
  format: nasty,
  title: field(nasty),
  authors: field(fc.array(nasty, { maxLength: 20 })),
  publisher: field(nasty),
  via: field(nasty),
  published: field(fc.constant({ iso: '1931-04', precision: 'month' as const })),
  url: field(nasty),
  lang: field(nasty),
  licence: field(nasty),
  labels: fc.array(fc.record({ kind: fc.constant('machine-rewritten' as const), text: nasty, reason: nasty }), {
    maxLength: 4,
  }),
});
const info = {
  documents: 500,
  bytes: 1e9,
  limits: { documentsMax: 500, bytesMax: 2e8 },
  markedAt: null,
  setAside: ['*'.repeat(300)],
  damaged: [],
  removed: [],
};

const shown = (page: LibraryPage): string => {
  const { components } = replyOf(page, 'private');
  return textDisplays(components)
    .map(({ content }) => content)
    .join('\n');
};

test('every page fits Discord, whatever stands in it', () => {
  fc.assert(
    fc.property(
      fc.uniqueArray(record, { minLength: 1, maxLength: 10, selector: ({ id }) => id }),
      nasty,
      (records, word) => {
        const [first] = records as [DocumentRecord];
        const frequentNames = [word, word, word];
        const understood = { record: first, edits: {}, passages: 9, names: 9, frequentNames };
        const outcomes = records.map((one, at): Outcome => {
          if (at % 3 === 0) return { kind: 'added', document: { ...understood, record: one }, sameName: word };
          return at % 3 === 1 ? { kind: 'there', document: one, sentence: word } : { kind: 'failed', sentence: word };
        });
        const pages = [
          renderDocument(understood, { done: 'Added', state: 'In the answers', isNew: true }),
          renderList(
            records,
            { ...info, damaged: records.map(({ id }) => id), removed: records, settings: { usesCorpus: true } },
            0,
            'state',
          ),
          renderList(records, { ...info, settings: { usesCorpus: false } }, 9),
          renderAdded(outcomes, 'state'),
          renderAdded(outcomes.slice(0, 1), 'state'),
          renderAdded([{ kind: 'failed', sentence: word }], ''),
          renderRemoved(records, 'state'),
          renderRemoved([first], 'state'),
          renderDeletion(records, { ...info, settings: { usesCorpus: true } }, 'note'),
          renderProgress(word),
          renderDone('sentence', 'state'),
        ];
        for (const page of pages) expect(shown(page)).not.toMatch(/(?<!\\)<@1>|(?<!\\)`/u);
        expect(modalErrors(editModal(first), [])).toEqual([]);
      },
    ),
    { numRuns: 60 },
  );
});

const recordsOf = (titles: readonly string[]): readonly DocumentRecord[] =>
  fc.sample(record, { numRuns: titles.length, seed: 1 }).map((one, at) => ({
    ...one,
    ...{ id: at, name: `file-${at}.txt`, authors: { value: ['R. Amdal'], from: 'byline' } },
    title: { value: titles[at] ?? '', from: 'heading' },
  }));

test('a list tells which documents are damaged', () => {
  const records = recordsOf(['Notes of the meeting', 'The tides', 'The moorings']);
  const settings = { usesCorpus: true };
  const list = (damaged: readonly number[]) => shown(renderList(records, { ...info, settings, damaged }, 0));
  expect(list([1, 7])).toContain('Damaged, and in no answer: The tides. ');
  expect(list([])).not.toContain('in no answer');
});

test('documents of one title are told apart by their files, wherever they are chosen', () => {
  const records = recordsOf(['Notes of the meeting', 'The tides', 'Notes of the Meeting']);
  const list = renderList(records, { ...info, settings: { usesCorpus: true } }, 0);
  expect(shown(list)).toContain('file-0.txt · R. Amdal');
  expect(shown(list)).toContain('file-2.txt · R. Amdal');
  expect(shown(list)).not.toContain('file-1.txt');
  expect(JSON.stringify(list.parts)).toMatch(/"description":"file-0\.txt · R\. Amdal/u);
  const labels = suggested(records, '').map(({ label }) => label.replace(/Amdal.*/su, 'Amdal'));
  expect(labels).toEqual([
    'Notes of the Meeting · file-2.txt · R. Amdal',
    'The tides · R. Amdal',
    'Notes of the meeting · file-0.txt · R. Amdal',
  ]);
});

test('a title is read as it stands', () => {
  fc.assert(
    fc.property(record, fc.stringMatching(/^[!-~]{1,60}$/), (one, title) => {
      const page = renderDocument({
        record: { ...one, title: { value: title, from: 'heading' } },
        edits: {},
        passages: 1,
        names: 0,
        frequentNames: [],
      });
      expect(unrendered(shown(page).split('\n')[0] ?? '')).toBe(title);
    }),
  );
});

test('what is kept is told, and where nothing is kept, that', () => {
  expect(shown(renderPrivacy({ isKept: true, allowsUrls: false }))).not.toContain('fetched from its site');
  expect(shown(renderPrivacy({ isKept: true, allowsUrls: true }))).toContain('fetched from its site');
  expect(shown(renderPrivacy({ isKept: false, allowsUrls: false }))).toContain('Nothing is kept');
  for (const isKept of [true, false])
    for (const { label } of messageCommands)
      expect(shown(renderPrivacy({ isKept, allowsUrls: false })), 'that a message is read when asked about').toContain(
        label,
      );
});
