/** Article → passages: one to four whole sentences of one block each, the unit that is indexed, ranked and quoted. */
import type { Article, Block, Passage, Sentence } from '../model.ts';

export const passageSentencesMax = 4;
/** A passage of about three sentences ranks best (measured on six question sets) and still fits a phone's screen. */
export const passageCharsMax = 900;

export function passagesOf(article: Article): readonly Omit<Passage, 'id'>[] {
  return article.blocks.flatMap((block, index) =>
    block.body
      ? runsOf(article.text, block).map((run) => ({
          article,
          block: index,
          start: (run[0] as Sentence).start,
          end: (run.at(-1) as Sentence).end,
        }))
      : [],
  );
}

/** Runs of sentences, as even as their lengths allow. */
function runsOf(text: string, block: Block): Sentence[][] {
  const { sentences } = block;
  if (sentences.length === 0) return [];
  if (sentences.length <= passageSentencesMax && charsOf(sentences) <= passageCharsMax) return [[...sentences]];
  // A line that leads into a list says what its items are: it stays with the first two.
  const leads = block.role === 'list' && /[:：]$/.test(text.slice(sentences[0]?.start, sentences[0]?.end));
  return balanced(sentences, leads ? 3 : 2);
}

const charsOf = (run: readonly Sentence[]): number => (run.at(-1)?.end ?? 0) - (run[0]?.start ?? 0);

/**
 * The cut with the least sum of squared lengths, found by dynamic programming over runs of one to four sentences: even
 * runs win, runs of one or over the limit lose unless nothing else fits.
 */
function balanced(sentences: readonly Sentence[], firstMin: number): Sentence[][] {
  const best: { readonly cost: number; readonly length: number }[] = [{ cost: 0, length: 0 }];
  for (let end = 1; end <= sentences.length; end++) {
    let choice = { cost: Number.POSITIVE_INFINITY, length: 1 };
    for (let length = 1; length <= Math.min(passageSentencesMax, end); length++) {
      const run = sentences.slice(end - length, end);
      const least = end === length ? Math.min(firstMin, sentences.length) : 2;
      const cost = (best[end - length]?.cost ?? 0) + costOf(run, least);
      if (cost < choice.cost) choice = { cost, length };
    }
    best.push(choice);
  }
  const runs: Sentence[][] = [];
  for (let end = sentences.length; end > 0; end -= best[end]?.length ?? 1)
    runs.push(sentences.slice(end - (best[end]?.length ?? 1), end));
  return runs.reverse();
}

const passageCharsWanted = 450;

function costOf(run: readonly Sentence[], least: number): number {
  const chars = charsOf(run);
  const uneven = ((chars - passageCharsWanted) / passageCharsWanted) ** 2;
  const over = chars > passageCharsMax && run.length > 1 ? 100 : 0;
  const short = run.length < least && chars < passageCharsMax / 2 ? 4 : 0;
  return 0.2 + uneven + over + short + (run.length < least ? 0.5 : 0);
}
