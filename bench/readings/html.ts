/** How well saved web pages are read: generated pages of many kinds, of which it is known what they say. */
import type { Article } from '../../src/model.ts';
import { createRandom } from '../random.ts';
import { readFixture } from './pace.ts';
import { blogTemplates } from './pages/blogs.ts';
import { newsTemplates, type Template } from './pages/news.ts';
import { referenceTemplates } from './pages/reference.ts';
import { talkTemplates } from './pages/talk.ts';
import { type Sample, sampleOf, tongues } from './samples.ts';

const templates: Readonly<Record<string, Template>> = {
  ...newsTemplates,
  ...blogTemplates,
  ...referenceTemplates,
  ...talkTemplates,
};
const isNews = (name: string): boolean => name in newsTemplates;

interface Outcome {
  readonly name: string;
  readonly lang: string;
  readonly f1: number;
  readonly precision: number;
  readonly recall: number;
  readonly title: boolean;
  readonly date: 'right' | 'wrong' | 'none' | 'rightly none';
  readonly author: 'right' | 'wrong' | 'none';
  readonly ms: number;
  readonly labelled: boolean;
}

/** Rows for people. The pages are generated, and easier than the web: a fall of these figures says more than their height. */
export async function measureHtml(): Promise<readonly string[]> {
  const outcomes: Outcome[] = [];
  for (const lang of Object.keys(tongues))
    for (const name of Object.keys(templates))
      if (lang === 'en' || isNews(name) || name < 'm') outcomes.push(await outcomeOf(name, lang));
  return report(outcomes);
}

async function outcomeOf(name: string, lang: string): Promise<Outcome> {
  const random = createRandom([...`${name}${lang}`].reduce((sum, letter) => sum * 31 + letter.charCodeAt(0), 7));
  const sample = sampleOf(lang, random, 2 + random.below(4));
  const { html, dated, parts = sample.parts } = templates[name]!(sample, random);
  const bytes = new TextEncoder().encode(html);
  const started = performance.now();
  const { article } = await readFixture(`${name}.html`, bytes);
  const ms = performance.now() - started;
  const gold = parts.flatMap(({ texts }) => texts).join('\n');
  if (process.env['SHOW'] === `${name}-${lang}`) show(article, gold, html);
  return { name, lang, ms, ...overlap(article ? bodyText(article) : '', gold), ...factsOf(article, sample, dated) };
}

function factsOf(
  article: Article | null,
  sample: Sample,
  dated: boolean,
): Pick<Outcome, 'title' | 'date' | 'author' | 'labelled'> {
  const found = article?.published.value?.iso ?? null;
  const authors = article?.authors.value ?? null;
  return {
    title: article?.title.value === sample.title,
    date: found === null ? (dated ? 'none' : 'rightly none') : dated && found === sample.date ? 'right' : 'wrong',
    author: authors === null ? 'none' : authors.join() === sample.authors.join() ? 'right' : 'wrong',
    labelled: article?.labels.some(({ kind }) => kind === 'low-confidence-extraction') ?? false,
  };
}

/** The body and its headings, without the title. */
const bodyText = ({ text, blocks }: Article): string =>
  blocks
    .filter(({ body, role }) => body || role === 'heading')
    .map(({ start, end }) => text.slice(start, end))
    .join('\n');

/** F1 of runs of four words, as article-extraction benchmarks count it; of letters where a script has no spaces. */
function overlap(found: string, gold: string): Pick<Outcome, 'f1' | 'precision' | 'recall'> {
  const [a, b] = [shingles(found), shingles(gold)];
  let shared = 0;
  for (const [shingle, count] of a) shared += Math.min(count, b.get(shingle) ?? 0);
  const total = (counts: ReadonlyMap<string, number>) => [...counts.values()].reduce((sum, count) => sum + count, 0);
  const precision = shared / Math.max(1, total(a));
  const recall = shared / Math.max(1, total(b));
  return { precision, recall, f1: (2 * precision * recall) / Math.max(1e-9, precision + recall) };
}

function shingles(text: string): Map<string, number> {
  const tokens = text.match(/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]|[\p{L}\p{N}\p{M}]+/gu) ?? [];
  const counts = new Map<string, number>();
  for (let at = 0; at + 4 <= tokens.length; at++) {
    const shingle = tokens.slice(at, at + 4).join(' ');
    counts.set(shingle, (counts.get(shingle) ?? 0) + 1);
  }
  return counts;
}

function report(outcomes: readonly Outcome[]): string[] {
  const share = (value: number) => value.toFixed(3);
  const mean = (of: readonly Outcome[], value: (each: Outcome) => number) =>
    of.reduce((sum, each) => sum + value(each), 0) / of.length;
  const row = (name: string, of: readonly Outcome[]) =>
    `${name}: ${of.length} pages, body F1 ${share(mean(of, ({ f1 }) => f1))} (precision ${share(mean(of, ({ precision }) => precision))}, recall ${share(mean(of, ({ recall }) => recall))}), titles ${share(mean(of, ({ title }) => Number(title)))}`;
  const news = outcomes.filter(({ name }) => isNews(name));
  const ms = outcomes.map((each) => each.ms).sort((a, b) => a - b);
  const dates = (kind: Outcome['date']) => outcomes.filter(({ date }) => date === kind).length;
  const authors = (kind: Outcome['author']) => outcomes.filter(({ author }) => author === kind).length;
  const [right, wrong, none] = [dates('right'), dates('wrong'), dates('none')];
  return [
    row('news', news),
    row(
      'other pages',
      outcomes.filter(({ name }) => !isNews(name)),
    ),
    `dates: precision ${share(right / (right + wrong))}, recall ${share(right / (right + wrong + none))}, rightly none ${dates('rightly none')}`,
    `authors: ${authors('right')} right, ${authors('wrong')} wrong, ${authors('none')} none`,
    `time: median ${ms[ms.length >> 1]!.toFixed(0)} ms, p95 ${ms[Math.floor(ms.length * 0.95)]!.toFixed(0)} ms`,
    ...outcomes
      .filter(
        ({ f1, date, title, author }) =>
          f1 < 0.95 || date === 'wrong' || date === 'none' || !title || author === 'wrong',
      )
      .map(
        (each) =>
          `  ${each.name}-${each.lang}: F1 ${share(each.f1)} (${share(each.precision)}/${share(each.recall)})${each.labelled ? ' labelled' : ''} title ${each.title} date ${each.date} author ${each.author}`,
      ),
  ];
}

function show(article: Article | null, gold: string, html: string): void {
  console.log(html);
  console.log('--- gold\n', gold);
  console.log('--- found', article?.title, article?.published, article?.authors);
  for (const { start, end, role } of article?.blocks ?? []) console.log(`[${role}]`, article?.text.slice(start, end));
}
