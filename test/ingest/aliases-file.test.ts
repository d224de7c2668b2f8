import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { correctionsOf } from '../../src/ingest/aliases-file.ts';
import { openLibrary } from '../../src/library.ts';

const messagesOf = (text: string) => correctionsOf(text).problems.map(({ message }) => message);

describe('aliases.yaml', () => {
  test('says which names are one, of what type, none at all, or apart', () => {
    const { corrections, problems } = correctionsOf(`
# what we know better
alias:
  Daesh: Islamic State
  104: Hundred and Fourth Brigade
retype: {Tartus: place, Free Army: Organisation}
hide: [Reply, "  Read more "]
split:
  - Kata'ib Hezbollah
`);
    expect(problems).toEqual([]);
    expect([...corrections.alias]).toEqual([
      ['Daesh', 'Islamic State'],
      ['104', 'Hundred and Fourth Brigade'],
    ]);
    expect([...corrections.retype]).toEqual([
      ['Tartus', 'place'],
      ['Free Army', 'organisation'],
    ]);
    expect(corrections.hide).toEqual(['Reply', 'Read more']);
    expect(corrections.split).toEqual(["Kata'ib Hezbollah"]);
  });

  test('may be empty', () => {
    for (const text of ['', '# nothing yet\n', 'alias:\nhide:\n']) expect(messagesOf(text)).toEqual([]);
  });

  test.each([
    ['retype: {Tartus: harbour}', /Tartus.*harbour.*no type; write person, organisation, place, event or untyped/],
    ['alias: [Daesh]', /alias holds no pairs.*Daesh: Islamic State/],
    ['alias: {Daesh: daesh}', /Daesh.*itself/],
    ['alias: {Daesh: [ISIS]}', /a list.*is not a name/],
    ['hide: Reply', /hide holds no list/],
    ['hide: ["", Reply]', /hide is empty/],
    [`hide: [${'x'.repeat(201)}]`, /longer than 200/],
    ['aliases: {Daesh: ISIS}', /no section “aliases”.*alias, retype, hide and split/],
    ['- Daesh', /no sections/],
    ['alias: {A b: C d}\nsplit: [A b]', /“A b” stands under alias and under split/],
    ['alias:\n  Daesh: "Islamic', /line 2.*broken/],
    ['alias: {a: b, a: c}', /broken/],
  ])('%s is told in one sentence, naming the file', (text, message) => {
    const [first, ...more] = correctionsOf(text).problems;
    expect(first?.message).toMatch(message);
    expect(first?.message).toMatch(/^In aliases\.yaml, .*\.$/);
    expect(first?.fatal).toBe(false);
    expect(more).toEqual([]);
  });

  test('loses only the wrong entries', () => {
    const { corrections } = correctionsOf('alias: {Daesh: Islamic State, X: [1]}\nhide: [{a: b}, Reply]');
    expect([...corrections.alias.keys()]).toEqual(['Daesh']);
    expect(corrections.hide).toEqual(['Reply']);
  });

  test('of any content never throws, and complains in bounds', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.string({ unit: 'grapheme' }), fc.json()), (text) => {
        for (const { message } of correctionsOf(text).problems) expect(message.length).toBeLessThan(400);
      }),
    );
    expect(messagesOf(`hide: [${'[], '.repeat(500)}]`).length).toBeLessThanOrEqual(21);
  });
});

describe('a corpus with an aliases.yaml', () => {
  let folder: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'footnote-aliases-'));
    const text = 'The Night Patrol met in Port Ellery. Osric Vandermeer led the Night Patrol for years.\n';
    await writeFile(join(folder, 'patrol.txt'), `The patrol\n\n${text}`);
  });
  afterEach(() => rm(folder, { recursive: true }));

  test('answers to its names', async () => {
    await writeFile(
      join(folder, 'aliases.yaml'),
      'alias: {Owls: Night Patrol}\nretype: {Night Patrol: organisation}\n',
    );
    const { names, problems, articles } = await openLibrary(folder);
    expect(problems).toEqual([]);
    expect(articles.length).toBe(1);
    const looked = names.lookup('owls');
    expect(looked.kind === 'one' && [looked.entity.name, looked.entity.type]).toEqual(['Night Patrol', 'organisation']);
  });

  test('is read whatever the file holds', async () => {
    await writeFile(join(folder, 'aliases.yaml'), new Uint8Array([0xff, 0xfe, 0x00, 0x3a, 0x7b]));
    const { problems, articles } = await openLibrary(folder);
    expect(articles.length).toBe(1);
    expect(problems.map(({ path }) => path)).toEqual(['aliases.yaml']);
  });
});
