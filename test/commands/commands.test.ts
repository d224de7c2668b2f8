import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { verify } from '../../src/answer/quote.ts';
import { answerTo, commands } from '../../src/commands/index.ts';
import type { Answer, Found } from '../../src/model.ts';
import { harbour } from '../harbour.ts';
import { libraryFrom, quotesOf } from '../library-from.ts';

const library = libraryFrom(harbour);
const ask = (command: string, query: string) => answerTo(library, { command, query });
const foundIn = (answer: Answer): readonly Found[] => (answer.kind === 'found' ? answer.found : []);

describe('/who', () => {
  test('puts the passage that says who someone is first', async () => {
    expect(quotesOf(await ask('who', 'Vandermeer'))[0]).toContain('the chairman of the');
  });

  test('names the person, with every spelling', async () => {
    const answer = await ask('who', 'Vandermeer');
    expect(answer).toMatchObject({ kind: 'found', subject: { name: 'Osric Vandermeer', type: 'person' } });
    expect(answer.kind === 'found' && answer.subject?.surfaces).toContain('Osric Vandermer');
  });

  test('says which spelling it took when it was not the one typed', async () => {
    const answer = await ask('who', 'Vandemeer');
    expect(answer.kind === 'found' && answer.note).toContain('Vandemeer');
  });

  test('takes different sources before a second passage of one', async () => {
    const sources = foundIn(await ask('who', 'Vandermeer')).map(({ quote }) => quote.article.path);
    expect(new Set(sources.slice(0, 2)).size).toBe(2);
  });

  test('offers a choice where two people bear the name, and each choice leads to one', async () => {
    const answer = await ask('who', 'Okonjo');
    expect(answer.kind).toBe('choose');
    for (const choice of answer.kind === 'choose' ? answer.choices : []) {
      expect(await answerTo(library, choice.ask)).toMatchObject({ kind: 'found', subject: { name: choice.label } });
    }
  });

  test.each(['who', 'where', 'timeline'])(
    'offers a choice of two who are called the very same, and each choice leads to another: /%s',
    async (command) => {
      const two = libraryFrom({
        'judge.txt': 'The judge, Rolf Haldane, sentenced six men on 3 May 2016.',
        'nurse.txt': 'Rolf Haldane, a nurse, was on strike on 4 May 2016.',
      });
      const answer = await answerTo(two, { command, query: 'Rolf Haldane' });
      const choices = answer.kind === 'choose' ? answer.choices : [];
      const sources = await Promise.all(
        choices.map(async ({ ask }) => foundIn(await answerTo(two, ask)).map(({ quote }) => quote.article.path)),
      );
      expect(sources.sort()).toEqual([['judge.txt'], ['nurse.txt']]);
      expect(choices.map(({ detail }) => detail)).toEqual(
        sources.map(([path]) => expect.stringContaining(path!.replace('.txt', ''))),
      );
    },
  );

  test('answers a description by its words', async () => {
    expect(quotesOf(await ask('who', 'who is the chairman of the union?'))[0]).toContain('Vandermeer');
  });

  test('says that there is nothing, what was searched, and which names are near', async () => {
    expect(await ask('who', 'Vandewater')).toMatchObject({
      kind: 'nothing',
      searched: { articles: 3, passages: library.passages.length },
      nearest: [{ label: 'Osric Vandermeer' }],
    });
    expect(await ask('who', 'Napoleon Bonaparte')).toMatchObject({ kind: 'nothing' });
  });

  test('does not explain a surname', async () => {
    const one = libraryFrom({ 'a.txt': 'The judge\n\nThe judge, Rolf Haldane, sentenced six men.\n' });
    const noted = async (query: string) => {
      const answer = await answerTo(one, { command: 'who', query });
      return answer.kind === 'found' && answer.subject?.name === 'Rolf Haldane' && answer.note;
    };
    expect(await noted('haldane')).toBeUndefined();
    expect(await noted('rolf')).toBe('“rolf” was taken for Rolf Haldane.');
  });
});

describe('a miss with no name near', () => {
  test.each([
    ['who', 'People'],
    ['where', 'Places'],
    ['what', 'Organisations'],
    ['names', 'Names'],
    ['ask', 'Names'],
    ['source', 'Sources'],
  ])('offers what there is to look through: /%s', async (command, what) => {
    const answer = await ask(command, 'Xyzzyqwq');
    const [choice] = answer.kind === 'nothing' ? answer.nearest : [];
    expect(choice?.label).toBe(`All ${what.toLowerCase()}`);
    expect((await answerTo(library, choice!.ask)).kind).toBe(command === 'source' ? 'shelf' : 'names');
  });

  test('offers of a question the words and the names that stand here, and the index where there is no name', async () => {
    const labels = async (question: string) => {
      const answer = await ask('ask', question);
      return answer.kind === 'nothing' ? answer.nearest.map(({ label }) => label) : [];
    };
    expect(await labels('why did the penguins of Osric Vandermeer learn to fly a zeppelin in winter?')).toContain(
      'Osric Vandermeer',
    );
    expect(await labels('why do penguins strike against zeppelins in winter?')).toEqual(['Just “strike”', 'All names']);
  });

  test('offers nothing where there is nothing', async () => {
    const answer = await answerTo(libraryFrom({}), { command: 'who', query: 'Ada' });
    expect(answer).toMatchObject({ kind: 'nothing', nearest: [] });
  });

  test('of a question without a word gives an example that can be typed as it stands', async () => {
    const answer = await ask('ask', '?!');
    expect(answer.kind === 'nothing' && answer.reason).toMatch(/for example: \/ask .*\?$/u);
  });
});

describe('/event', () => {
  test('puts dated passages first, in order of time', async () => {
    const [first, second] = quotesOf(await ask('event', 'Port Ellery'));
    expect(first).toContain('1987');
    expect(second).toContain('April 1987');
  });
});

describe('/where', () => {
  test('puts the passage that says where a place is first', async () => {
    expect(quotesOf(await ask('where', 'Port Ellery'))[0]).toMatch(/northern coast/);
  });
});

describe('/what', () => {
  test('finds an organisation by its abbreviation', async () => {
    expect(quotesOf(await ask('what', 'DUC')).join(' ')).toContain("Dockers' Union Council");
  });
});

describe('/quote', () => {
  test('finds an exact phrase, and marks just that', async () => {
    const [found] = foundIn(await ask('quote', '“no shot was fired”'));
    expect(found?.matches.map(({ start, end }) => found.quote.article.text.slice(start, end))).toEqual([
      'no shot was fired',
    ]);
  });

  test('does not give other words for an exact phrase, but offers them', async () => {
    const answer = await ask('quote', '"fired was no shot"');
    expect(answer).toMatchObject({
      kind: 'nothing',
      nearest: [{ ask: { command: 'quote', query: 'fired was no shot' } }, { label: 'All names' }],
    });
    expect(quotesOf(await ask('quote', 'fired was no shot'))[0]).toContain('no shot was fired');
  });

  test('shows the same passage of two articles once, and says where else it stands', async () => {
    const found = foundIn(await ask('quote', '"Ellery Agreement was signed"'));
    expect(found).toHaveLength(1);
    expect(found[0]!.alsoIn).toHaveLength(1);
    expect(new Set([found[0]!.quote.article.path, found[0]!.alsoIn[0]!.article.path])).toEqual(
      new Set(['strike.md', 'copy.md']),
    );
  });

  test('gives the nearest wording for a phrase that stands nowhere to the letter, and says so', async () => {
    const answer = await ask('quote', '"called a long strike on 4 March 1987"');
    expect(quotesOf(answer)[0]).toContain('called a strike on 4 March 1987');
    expect(answer.kind === 'found' && answer.note).toBe(
      'Not to the letter; the nearest wording in the library: “long” added.',
    );
  });

  test.each([
    ['words left out', '"Vandermeer a strike on 4 March"', 'called'],
    ['one of four words changed', '"Union called the strike"', 'the'],
  ])('finds the nearest wording of a phrase with %s', async (_, phrase, differs) => {
    const answer = await ask('quote', phrase);
    expect(quotesOf(answer)[0]).toContain('called a strike on 4 March 1987');
    expect(answer.kind === 'found' && answer.note).toContain(differs);
  });

  test('takes no other sentence for the nearest wording', async () => {
    expect((await ask('quote', '"the price of wheat had doubled by 4 March"')).kind).toBe('nothing');
  });

  test('has no answer where too little of the question stands in any passage', async () => {
    expect((await ask('quote', 'price of wheat in Canada')).kind).toBe('nothing');
  });
});

describe('/ask', () => {
  test('answers a question with the passage that holds the answer', async () => {
    expect(quotesOf(await ask('ask', 'Who commanded the troops at the harbour?'))[0]).toContain('Okonjo commanded');
    expect(quotesOf(await ask('ask', 'When was the harbour built?'))[0]).toContain('1902');
    expect(quotesOf(await ask('ask', 'By how much did the agreement raise wages?'))[0]).toContain('by a tenth');
  });

  test('answers a question that is all about a name as its command does', async () => {
    expect(await ask('ask', 'Who is Osric Vandermeer?')).toMatchObject({ subject: { name: 'Osric Vandermeer' } });
    expect(await ask('ask', 'who is Okonjo?')).toMatchObject({ kind: 'choose' });
  });

  test('says when nothing answers', async () => {
    expect((await ask('ask', 'What is the price of wheat in Canada?')).kind).toBe('nothing');
  });

  test('suggests questions, and the name that a question goes on with', () => {
    const { suggest } = commands.find(({ name }) => name === 'ask')!;
    expect(suggest?.(library, '').map(({ value }) => value)).toContain('Who is Osric Vandermeer?');
    expect(suggest?.(library, 'who is Vand')[0]?.value).toBe('who is Osric Vandermeer?');
  });
});

describe('/source', () => {
  test.each(['The dock strike of Port Ellery', 'dock strike', 'strike.md', 'marlowe'])(
    'finds the article by %s',
    async (typed) => {
      expect(await ask('source', typed)).toMatchObject({ kind: 'source', article: { path: 'strike.md' } });
    },
  );

  test('shows the outline, with where each part starts', async () => {
    const answer = await ask('source', 'dock strike');
    expect(answer.kind === 'source' && answer.outline.map(({ title }) => title)).toEqual([
      'The blockade',
      'The agreement',
    ]);
  });

  test('offers a choice among several, and near titles for none', async () => {
    expect(await ask('source', 'a')).toMatchObject({ kind: 'choose' });
    expect(await ask('source', 'dock workers')).toMatchObject({
      kind: 'nothing',
      nearest: [{ label: 'The dock strike of Port Ellery' }],
    });
  });
});

test('/sources lists every article, /help every command', async () => {
  expect(await ask('sources', '')).toMatchObject({ kind: 'shelf', articles: { length: 3 } });
  const help = await ask('help', '');
  if (help.kind !== 'help') throw new Error(`/help gives "${help.kind}"`);
  expect(help.commands.map(({ usage }) => usage.split(' ')[0])).toEqual(commands.map(({ name }) => `/${name}`));
});

test('/help gives examples that this library answers, of several names', async () => {
  const help = await ask('help', '');
  const named = help.kind === 'help' ? help.commands.map(({ example }) => example.replace(/^\S+ ?/u, '')) : [];
  expect(new Set(named.slice(0, 4)).size).toBe(4);
  for (const { example } of help.kind === 'help' ? help.commands : []) {
    const [, command, query] = /^\/(\w+) ?(.*)$/.exec(example)!;
    expect((await ask(command!, query!)).kind, example).not.toBe('nothing');
  }
});

test('/help shows of /event an event, and of /quote an exact phrase', async () => {
  const help = await ask('help', '');
  const examples = help.kind === 'help' ? help.commands.map(({ example }) => example) : [];
  const event = examples.find((example) => example.startsWith('/event '))?.slice('/event '.length);
  expect(library.names.entities.find(({ name }) => name === event)?.type).toBe('event');
  expect(examples).toContainEqual(expect.stringMatching(/^\/quote "\S+ [^"]+"$/u));
});

test('/help shows what is told of, and not what is mentioned most', async () => {
  const mentions = Array.from({ length: 8 }, (_, n) => `In 19${30 + n}, a boat left the quay for the town of Estwick.`);
  const told = libraryFrom({
    'boats.txt': `Boats\n\n${mentions.join('\n\n')}\n`,
    'norrby.md':
      '# Norrby\n\nNorrby, a town on the river Wend, has a mill. The siege of Norrby began on 3 May 1809. Mayor Mira Oddvik fled.\n',
  });
  const [first] = told.names.entities.filter(({ type }) => type === 'place');
  expect(first?.name).toBe('Estwick');
  const help = await answerTo(told, { command: 'help', query: '' });
  const examples = help.kind === 'help' ? help.commands.map(({ example }) => example) : [];
  expect(examples).toContain('/where Norrby');
});

test('/ask offers first when an event was, as one would say it', () => {
  const besieged = libraryFrom({
    'siege.txt':
      'The town\n\nThe siege of Norrby began on 3 May 1809. Nobody in Norrby had expected the siege of Norrby.\n',
  });
  const suggested = commands.find(({ name }) => name === 'ask')?.suggest?.(besieged, '');
  expect(suggested?.[0]?.value).toBe('When was the siege of Norrby?');
});

test('/quote suggests in quotation marks what is begun in them', () => {
  const quote = commands.find(({ name }) => name === 'quote');
  const valuesFor = (typed: string) => quote?.suggest?.(library, typed).map(({ value }) => value);
  expect(valuesFor('vanderm')).toContain('Osric Vandermeer');
  expect(valuesFor('"vanderm')).toContain('"Osric Vandermeer"');
});

describe('the command list', () => {
  test('has unique names that Discord accepts', () => {
    const names = commands.map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
    for (const { name, description, option } of commands) {
      expect(name).toMatch(/^[a-z]{1,32}$/);
      expect(description.length).toBeLessThanOrEqual(100);
      if (option) expect(option.description.length).toBeLessThanOrEqual(100);
    }
  });

  test('refuses a command that is not in it', async () => {
    await expect(ask('nope', 'x')).rejects.toThrow('no command "nope"');
  });
});

describe('any question of any command', () => {
  const typed = fc.oneof(
    fc.string({ unit: 'grapheme', maxLength: 250 }),
    fc.constantFrom('@everyone', '**x**', '\u202eabc', '😀'.repeat(300), '"', '""', '#00000000', 'a'.repeat(6000)),
  );

  test('has an answer, whose quotes are the sources’ own words', async () => {
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...commands), typed, async ({ name }, query) => {
        for (const { quote, matches, alsoIn } of foundIn(await ask(name, query))) {
          for (const one of [quote, ...alsoIn]) verify(one, library);
          for (const { start, end } of matches) {
            expect(start).toBeGreaterThanOrEqual(quote.start);
            expect(end).toBeLessThanOrEqual(quote.end);
          }
        }
      }),
    );
  });
});
