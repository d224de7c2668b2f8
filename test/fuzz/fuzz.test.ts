/** A share of the bad inputs, in every run of the tests; all of them, and as many by chance as one likes, are `npm run fuzz`. */
import { describe, expect, it } from 'vitest';
import { commands } from '../../src/commands/index.ts';
import { parseCustomId } from '../../src/discord/custom-id.ts';
import { readArticle } from '../../src/ingest/read-article.ts';
import { town } from '../discord/town.ts';
import { badFiles } from './bad-files.ts';
import { badQueries } from './bad-queries.ts';
import { type Fuzzer, randomOf } from './case.ts';
import { createAsker, openButtonFuzzer, openQuestionFuzzer } from './desk-fuzzers.ts';
import { openFileFuzzer, readChecked } from './file-fuzzers.ts';
import { openInteractionFuzzer } from './interaction-fuzzer.ts';
import { createReplyCheck } from './reply-check.ts';
import { endings } from './sound-files.ts';

const seed = 2026;
/** Larger ones take their time, and are for `npm run fuzz`. */
const bytesMax = 5_000;
const everyNth = 9;

async function faultsOf(kind: string, open: () => Fuzzer | Promise<Fuzzer>, cases: number): Promise<string[]> {
  const fuzzer = await open();
  const faults: string[] = [];
  for (let at = 0; at < cases; at++) {
    const { fault, input } = await fuzzer.run(randomOf(seed, kind, at));
    if (fault) faults.push(`case ${at}: ${input}: ${fault}`);
  }
  await fuzzer.close();
  return faults;
}

describe('bad inputs', () => {
  it('are many, and each has a name of its own', () => {
    expect(badQueries.length).toBeGreaterThanOrEqual(200);
    expect(badFiles.length).toBeGreaterThanOrEqual(300);
    for (const named of [badQueries, badFiles]) {
      const names = named.map(({ name }) => name);
      expect(names.filter((name, at) => names.indexOf(name) !== at)).toEqual([]);
    }
  });

  it('are answered by a message that may go out, of whatever command they are asked', async () => {
    const ask = createAsker(town);
    const faults: string[] = [];
    for (const [at, { name, query }] of badQueries.entries()) {
      const command = commands[at % commands.length]!.name;
      const { fault } = await ask({ command, query }, at % 2 === 0);
      if (fault) faults.push(`/${command}, ${name}: ${fault}`);
    }
    expect(faults).toEqual([]);
  });

  it('given as files are read soundly, or refused in one sentence', async () => {
    const faults: string[] = [];
    for (const { bytes, isRead, name, path } of badFiles.filter(
      ({ name }, at) => at % everyNth === 0 || name.startsWith('nothing'),
    )) {
      const content = await bytes();
      if (content.length > bytesMax) continue;
      const { came, fault } = await readChecked(readArticle, path, content, name);
      if (fault) faults.push(`${name}: ${fault}`);
      if (isRead !== undefined && came !== 'broken') expect(came, name).toBe(isRead ? 'read' : 'refused');
    }
    expect(faults).toEqual([]);
  });
});

describe('made by chance,', () => {
  it('questions are answered', async () => {
    expect(await faultsOf('questions', () => openQuestionFuzzer(town), 150)).toEqual([]);
  });

  it('buttons are followed, or known as no longer of use', async () => {
    expect(await faultsOf('buttons', () => openButtonFuzzer(town), 300)).toEqual([]);
  });

  it('interactions are answered, or passed over', async () => {
    expect(await faultsOf('interactions', () => openInteractionFuzzer(town), 60)).toEqual([]);
  });

  it.each(endings)('files that end in .%s are read soundly, or refused in one sentence', async (ending) => {
    expect(await faultsOf(ending, () => openFileFuzzer(ending, readArticle), 20)).toEqual([]);
  });
});

describe('the checks themselves', () => {
  const check = createReplyCheck(town);
  const message = (content: string) => ({ components: [{ type: 10, content }] as never });

  it.each([
    ['a mention that is alive', 'for <@1234567890123456789>'],
    ['a mention of everyone', 'for @everyone'],
    ['Markdown that is alive', 'for `code`'],
    ['a quotation of nothing that was written', '> These words stand in no article at all.'],
    ['a control that turns the text around', 'for \u202ename'],
    ['an isolate that is not closed', 'for \u2068name'],
    ['half a character', 'for \ud83d'],
    ['more than a message holds', 'x'.repeat(4_001)],
    ['no text', ' '],
  ])('see %s', (_, content) => {
    expect(() => check(message(content))).toThrow();
  });

  it('let pass what may go out', () => {
    const sentence = town.articles[0]!.text.slice(town.passages[0]!.start, town.passages[0]!.end);
    expect(() => check(message('For \u2068a name\u2069, in small letters'))).not.toThrow();
    expect(() => check(message(`> ${sentence.replaceAll('\n', '\n> ')}`))).not.toThrow();
  });

  it('repeat a case by its seed and number', async () => {
    const [one, again] = [openQuestionFuzzer(town), openQuestionFuzzer(town)];
    await one.run(randomOf(seed, 'questions', 1));
    const of = (fuzzer: Fuzzer) => fuzzer.run(randomOf(seed, 'questions', 5));
    expect((await of(one)).input).toBe((await of(again)).input);
    expect((await of(one)).input).not.toBe((await one.run(randomOf(seed, 'questions', 6))).input);
  });

  it('never take a forged id for one of ours', () => {
    for (const { query } of badQueries.filter(({ name }) => name.startsWith('the id of another'))) {
      expect(parseCustomId(query)).toBeNull();
    }
  });
});
