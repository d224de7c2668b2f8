/** The bundled articles as the tests of corpus/ see them: read with `yaml` alone, not with the readers under test. */
import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parse } from 'yaml';

export interface BundledArticle {
  readonly file: string;
  /** The whole file. */
  readonly text: string;
  readonly frontMatter: Readonly<Record<string, unknown>>;
  readonly body: string;
}

const folder = resolve(import.meta.dirname, '../corpus');

export const bundledArticles: readonly BundledArticle[] = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.md'))
  .sort()
  .map(articleOf);

export const sourcesOf = (article: BundledArticle): readonly unknown[] =>
  Array.isArray(article.frontMatter['sources']) ? article.frontMatter['sources'] : [];

export const wordsOf = (text: string): readonly string[] => text.toLowerCase().match(/[\w']+/gu) ?? [];

function articleOf(file: string): BundledArticle {
  const text = readFileSync(join(folder, file), 'utf8');
  const parts = /^---\n([\s\S]*?)\n---\n([\s\S]*)$/u.exec(text);
  if (!parts) throw new Error(`corpus/${file} does not begin with front matter between two lines "---".`);
  return { file, text, frontMatter: parse(parts[1] ?? ''), body: parts[2] ?? '' };
}
