/**
 * The sentence right after a passage that goes on about its person with "He" or "She": quoted along with the passage, as
 * one span of one block. Stands between the passages chosen for /who and their quotes.
 */
import { mentionsIn } from '../entities/mentions-in.ts';
import { passageCharsMax, passageSentencesMax } from '../ingest/passages.ts';
import type { Entity, Library, Passage, Span } from '../model.ts';
import type { Candidate } from '../search/features.ts';
import { contains, overlaps } from '../text/span.ts';

const pronounOf = (entity: Entity): RegExp => (entity.type === 'person' ? /^["“'(]*(?:He|She)\b/u : /^["“'(]*They\b/u);

/** For each candidate what to quote of it: the passage, or one sentence more. */
export function withPronounSentence(
  library: Library,
  entity: Entity,
  candidates: readonly Candidate[],
): (candidate: Candidate) => Span {
  const taken = new Set(candidates.map(({ passage }) => passage.id));
  const pronoun = pronounOf(entity);
  return ({ passage, spans }) => {
    const next = nextSentence(passage);
    // The next passage is quoted for itself where it names the person.
    if (!next || library.passagesIn(passage.article, next).some(({ id }) => taken.has(id))) return passage;
    if (!pronoun.test(passage.article.text.slice(next.start, next.end))) return passage;
    return isOfLast(library, entity, passage, spans) ? { start: passage.start, end: next.end } : passage;
  };
}

/** The sentence behind the passage in its block, if the two are no longer than a passage may be. */
function nextSentence(passage: Passage): Span | null {
  const sentences = passage.article.blocks[passage.block]?.sentences ?? [];
  const next = sentences.find(({ start }) => start >= passage.end);
  const count = sentences.filter((sentence) => contains(passage, sentence)).length;
  if (!next || next.goesOn || count >= passageSentencesMax || next.end - passage.start > passageCharsMax) return null;
  return next;
}

/** True where the passage's last sentence names the entity, and nobody else whom a pronoun might mean. */
function isOfLast(library: Library, entity: Entity, passage: Passage, spans: readonly Span[]): boolean {
  const sentences = passage.article.blocks[passage.block]?.sentences ?? [];
  const last = sentences.findLast((sentence) => contains(passage, sentence));
  if (!last || last.goesOn || !spans.some((span) => overlaps(last, span))) return false;
  const isOther = (other: Entity) =>
    other.id !== entity.id &&
    (other.type === entity.type || other.type === 'untyped') &&
    mentionsIn(other, passage.id).some((mention) => overlaps(last, mention));
  return !library.names.inPassage(passage.id).some(isOther);
}
