/** "President of Norrby": the passages in which those words stand beside a person's name tell who that is. */
import { oneSpelling } from '../entities/keys.ts';
import { mentionsIn } from '../entities/mentions-in.ts';
import type { Library, Span } from '../model.ts';
import type { Candidate } from '../search/features.ts';
import { fold } from '../text/fold.ts';
import { wordsOf } from '../text/words.ts';

/** "Anna Lind, the new", "Anna Lind (then", "Anna Lind was the": before the words. */
const afterName = /^(?:,\s+|\s+\(|\s+(?:is|was|became|remains|remained)\s+)(?:[\p{L}’'-]+\s+){0,3}$/u;
/** "President Anna Lind", "the president of the board, Anna Lind": after them. */
const beforeName = /^(?:\s+(?:of|for|at)(?:\s+[\p{L}’'-]+){1,4})?,?\s+$/u;
const smallWords = new Set(['of', 'for', 'to', 'at', 'in', 'and', 'the', 'a', 'an']);
const stemLetters = 4;

export function withBearers(library: Library, typed: string, candidates: readonly Candidate[]): Candidate[] {
  const asked = plainWords(typed).flatMap(({ plain }) => (smallWords.has(plain) ? [] : [plain]));
  return candidates.map((candidate) => ({ ...candidate, isOfPerson: isBesidePerson(library, asked, candidate) }));
}

function isBesidePerson({ names }: Library, asked: readonly string[], { passage }: Candidate): boolean {
  const people = names.inPassage(passage.id).filter(({ type }) => type === 'person');
  const mentions = people.flatMap((person) => mentionsIn(person, passage.id));
  const { text } = passage.article;
  return placesOf(text, passage, asked).some((place) =>
    mentions.some(({ start, end }) =>
      end <= place.start
        ? afterName.test(text.slice(end, place.start))
        : start >= place.end && beforeName.test(text.slice(place.end, start)),
    ),
  );
}

/** Where all that was asked for stands together, in any order and with small words between: "Norrbyan president". */
function placesOf(text: string, passage: Span, asked: readonly string[]): Span[] {
  const places: Span[] = [];
  let held = new Set<string>();
  let start = 0;
  for (const { plain, span } of plainWords(text.slice(passage.start, passage.end))) {
    const word = asked.find((one) => isSame(one, plain));
    if (word === undefined) {
      if (!smallWords.has(plain)) held = new Set();
      continue;
    }
    if (held.size === 0 || held.has(word)) [held, start] = [new Set(), passage.start + span.start];
    held.add(word);
    if (held.size === asked.length) places.push({ start, end: passage.start + span.end });
  }
  return places;
}

/** A country and its people, one and several. */
const isSame = (a: string, b: string): boolean =>
  a === b || (Math.min(a.length, b.length) >= stemLetters && (a.startsWith(b) || b.startsWith(a)));

const plainWords = (text: string): { readonly plain: string; readonly span: Span }[] =>
  wordsOf(text).map(({ text: word, start, end }) => ({ plain: oneSpelling(fold(word)), span: { start, end } }));
