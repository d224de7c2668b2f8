/** `npm run corpus`: what was read from the folder, with metadata, counts and every problem. */
import { parseArgs } from 'node:util';
import { readConfig } from '../config.ts';
import { openLibrary } from '../library.ts';
import type { Article, Library } from '../model.ts';

const usage = 'Usage: npm run corpus -- [--corpus DIR] [--json] [--strict]';

async function run(args: readonly string[]): Promise<number> {
  if (args.includes('--help') || args.includes('-h')) {
    console.log(usage);
    return 0;
  }
  let options: { corpus?: string | undefined; json: boolean; strict: boolean };
  try {
    options = parseArgs({
      args: [...args],
      options: {
        corpus: { type: 'string' },
        json: { type: 'boolean', default: false },
        strict: { type: 'boolean', default: false },
      },
    }).values;
  } catch (error) {
    console.error(`${error instanceof Error ? error.message : error}\n${usage}`);
    return 2;
  }
  const library = await openLibrary(options.corpus ?? readConfig().corpus);
  for (const article of library.articles) {
    console.log(options.json ? JSON.stringify(jsonOf(article, library)) : described(article, library));
  }
  for (const { message } of library.problems) console.error(message);
  const { articles, passages, names, problems } = library;
  if (!options.json) {
    const counts = `${articles.length} articles, ${passages.length} passages, ${names.entities.length} names`;
    console.log(`\n${counts}, ${problems.length} ${problems.length === 1 ? 'problem' : 'problems'}`);
  }
  return options.strict && problems.length > 0 ? 1 : 0;
}

function described(article: Article, library: Library): string {
  const { authors, publisher, via, published, url, lang, labels } = article;
  const fact = (name: string, value: string | null | undefined, from: string) =>
    `  ${name}: ${value ?? 'not stated'}${value ? ` (${from})` : ''}`;
  return [
    `\n${article.path}`,
    fact('title', article.title.value, article.title.from),
    fact('author', authors.value?.join(', '), authors.from),
    fact('publisher', publisher.value, publisher.from),
    ...(via.value ? [fact('via', via.value, via.from)] : []),
    fact('published', published.value?.iso, published.from),
    fact('address', url.value, url.from),
    fact('language', lang.value, lang.from),
    ...labels.map(({ text, reason }) => `  ⚠ ${text}: ${reason}`),
    `  ${countsOf(article, library)}`,
  ].join('\n');
}

function countsOf(article: Article, library: Library): string {
  const { paragraphs, hidden, sentences, passages } = numbersOf(article, library);
  return `${article.text.length} characters, ${paragraphs} paragraphs, ${sentences} sentences, ${passages} passages, ${hidden} blocks that are not the article`;
}

const numbersOf = (article: Article, library: Library) => ({
  paragraphs: article.blocks.filter(({ body }) => body).length,
  hidden: article.blocks.filter(({ role }) => role.startsWith('boilerplate')).length,
  sentences: article.blocks.reduce((sum, block) => sum + block.sentences.length, 0),
  passages: library.passagesIn(article, { start: 0, end: article.text.length }).length,
});

/** One JSON object an article: metadata with where each value came from, blocks with their roles, counts. */
function jsonOf(article: Article, library: Library): object {
  const { text, blocks, ...facts } = article;
  return {
    ...facts,
    chars: text.length,
    ...numbersOf(article, library),
    blocks: blocks.map(({ sentences, ...block }) => ({ ...block, sentences: sentences.length })),
    problems: library.problems.filter(({ path }) => path === article.path).map(({ message }) => message),
  };
}

process.exitCode = await run(process.argv.slice(2));
