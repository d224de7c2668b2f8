/** A folder → all its articles and everything that went wrong: where the line begins. Broken input is no error here. */
import type { Article, Corrections, Problem } from '../model.ts';
import { aliasesBytesMax, aliasesFile, correctionsOf } from './aliases-file.ts';
import { articleIdOf } from './article-id.ts';
import { fatal, shownPath, warning } from './draft.ts';
import { byCodeUnits, type Listing, listFiles, readBytes, readPlainFile } from './files.ts';
import type { ReadFile } from './read-article.ts';

/** Reads one file: `readArticle`, or who asks it in a thread. */
export type ReadBytes = (path: string, bytes: Uint8Array) => Promise<ReadFile>;

export interface Corpus {
  readonly articles: readonly Article[];
  readonly problems: readonly Problem[];
  /** What `aliases.yaml` says of the names; empty without one. */
  readonly corrections: Corrections;
}

/** Loaded when it is needed: who has files read elsewhere is spared it. */
const readHere: ReadBytes = async (path, bytes) => (await import('./read-article.ts')).readArticle(path, bytes);

/**
 * Recursive, sorted by path; the same folder always gives the same articles and ids. Never throws for content. `read`: who reads a
 * file; `readBefore` knows what a file gave that is still the same, and then it isn't even opened.
 */
export async function readCorpus(
  folder: string,
  read: ReadBytes = readHere,
  readBefore: (path: string) => ReadFile | undefined = () => undefined,
): Promise<Corpus> {
  const listing = await listFiles(folder);
  if ('fatal' in listing) return { articles: [], problems: [listing], corrections: correctionsOf('').corrections };
  const { corrections, problems: ofAliases } = await readAliases(listing);
  const problems = [...listing.problems, ...ofAliases];
  const found: Article[] = [];
  const readNow = async (path: string): Promise<ReadFile> => {
    const bytes = await readBytes(listing.root, path);
    return 'fatal' in bytes ? { article: null, problems: [bytes] } : read(path, bytes);
  };
  for (const path of listing.files) {
    const { article, problems: own } = readBefore(path) ?? (await readNow(path));
    problems.push(...own);
    if (article) found.push(article);
  }
  const articles = withOwnIds(found);
  if (articles.length === 0 && problems.length === 0) {
    problems.push(fatal(folder, `The folder ${shownPath(folder)} holds no articles; put .txt or .md files into it.`));
  }
  problems.push(...likenesses(articles));
  return { articles, problems: problems.sort((a, b) => byCodeUnits(a.path, b.path)), corrections };
}

/** The owner's word on names; a file that can't be read is a problem, and the names stay as they are. */
async function readAliases({ root, hasAliases }: Listing): Promise<ReturnType<typeof correctionsOf>> {
  if (!hasAliases) return correctionsOf('');
  const bytes = await readPlainFile(root, aliasesFile, { name: 'YAML', bytesMax: aliasesBytesMax });
  if ('fatal' in bytes) return { ...correctionsOf(''), problems: [{ ...bytes, fatal: false }] };
  return correctionsOf(new TextDecoder().decode(bytes));
}

/** Two paths may meet in one id: the later one takes the next that is free. */
export function withOwnIds(read: readonly Article[], idOf = articleIdOf): Article[] {
  const taken = new Set<string>();
  return read.map((article) => {
    let { id } = article;
    for (let attempt = 1; taken.has(id); attempt++) id = idOf(article.path, attempt);
    taken.add(id);
    return id === article.id ? article : { ...article, id };
  });
}

/** The same text twice, or two texts under one title: allowed, but readers should know. */
function likenesses(articles: readonly Article[]): Problem[] {
  const problems: Problem[] = [];
  const byText = new Map<string, Article>();
  const byTitle = new Map<string, Article>();
  for (const article of articles) {
    const shown = shownPath(article.path);
    const same = byText.get(article.textSha256);
    const title = article.title.from === 'file-name' ? '' : (article.title.value ?? '').toLowerCase();
    const namesake = title ? byTitle.get(title) : undefined;
    if (same) {
      problems.push(
        warning(article.path, `${shown} holds the same text as ${shownPath(same.path)}; remove one of them.`),
      );
    } else if (namesake) {
      const both = `${shown} has the same title as ${shownPath(namesake.path)} (“${shownPath(article.title.value ?? '')}”)`;
      problems.push(warning(article.path, `${both}; give one of them another, so that readers can tell them apart.`));
    }
    if (!same) byText.set(article.textSha256, article);
    if (title && !namesake) byTitle.set(title, article);
  }
  return problems;
}
