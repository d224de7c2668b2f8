/** A phrase that stands nowhere to the letter is answered by the wording nearest to it, said to be such. */
import type { Asked, FoundAnswer, Library } from '../model.ts';
import type { Candidate } from '../search/features.ts';
import { differencesTold } from './differences.ts';
import { foundAnswer } from './find.ts';
import { sentencesAround } from './sentences-around.ts';
import { isNear, type Wording, wordingsOf } from './wording.ts';

/** Of a phrase of four words, one may be another. */
const phraseWordsMin = 3;

/** Null when nothing is near. The words that differ are what matches. */
export async function nearestWording(library: Library, asked: Asked, phrase: string): Promise<FoundAnswer | null> {
  const [best, ...others] = (await wordingsOf(library, phrase)).filter((wording) => isNear(wording, phraseWordsMin));
  if (!best) return null;
  const toldOf = ({ article, differences }: Wording) => differencesTold(differences, phrase, article);
  const told = toldOf(best);
  const near = [best, ...others.filter((other) => toldOf(other) === told)];
  const candidates = near.flatMap(({ article, differences, similarity, spans }): Candidate[] => {
    const whole = sentencesAround(article, spans[0]!);
    const [passage] = library.passagesIn(article, spans[0]!);
    const different = differences.flatMap(({ source }) => source ?? []).filter(({ end }) => end <= whole.end);
    return passage
      ? [
          {
            passage: { ...passage, ...whole },
            ...{ spans: different, relevance: similarity, coverage: similarity, together: similarity },
            ...{ isFullName: false, isFirstInArticle: false },
          },
        ]
      : [];
  });
  const how = best.isExact
    ? 'With what was put in or left out'
    : 'Not to the letter; the nearest wording in the library';
  // Nothing differs where only what is not the author's stands between the words: the quote shows it as left out.
  return foundAnswer(asked, candidates, { kind: 'quote', ...(told && { note: `${how}: ${told}.` }) });
}
