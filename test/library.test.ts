import { deserialize, serialize } from 'node:v8';
import { expect, test } from 'vitest';
import { answerTo } from '../src/commands/index.ts';
import { bundledCorpus } from '../src/config.ts';
import { readCorpus } from '../src/ingest/corpus.ts';
import { type BuiltLibrary, builtLibrary, libraryOf, restoredLibrary } from '../src/library.ts';

test('a library that was kept as bytes answers like the one that was built', async () => {
  const corpus = await readCorpus(bundledCorpus);
  const kept = serialize(builtLibrary(corpus));
  const restored = restoredLibrary(deserialize(kept) as BuiltLibrary);
  const built = libraryOf(corpus);
  expect(restored.names.entities).toEqual(built.names.entities);
  const frequent = built.names.entities.slice(0, 30).map(({ name }) => name);
  for (const query of [...frequent, 'what was agreed on', 'nothing of the kind', `"${frequent[0]}"`]) {
    for (const command of ['who', 'event', 'where', 'what', 'quote', 'timeline']) {
      expect(await answerTo(restored, { command, query })).toEqual(await answerTo(built, { command, query }));
    }
  }
});
