/** What somebody types for a document of the library → the document: suggestions while they type, and the one they mean. */
import type { DocumentRecord } from '../../store/shelf.ts';
import { fold } from '../../text/fold.ts';
import type { Suggestion } from '../desk.ts';
import { suggestionsMax } from '../limits.ts';
import { byOf, factsUnder, namesakesAmong, titleOf } from './render-document.ts';

/** Of what is suggested: the number of the document, so that two of one title are told apart. */
const numberOf = ({ id }: DocumentRecord): string => `#${id}`;

/** Those whose title, file or author holds every word, newest first. */
export function suggested(documents: readonly DocumentRecord[], typed: string): readonly Suggestion[] {
  const namesakes = namesakesAmong(documents);
  return fitting(documents, typed)
    .toReversed()
    .slice(0, suggestionsMax)
    .map((record) => ({ label: `${titleOf(record)} · ${factsUnder(record, namesakes)}`, value: numberOf(record) }));
}

/** By number, else by title or file's name as typed, else by the words that are suggested by: one, none or several. */
export function meant(documents: readonly DocumentRecord[], typed: string): readonly DocumentRecord[] {
  const numbered = documents.filter((record) => numberOf(record) === typed.trim());
  if (numbered.length > 0) return numbered;
  const wanted = fold(typed.trim());
  const named = documents.filter((record) => fold(titleOf(record)) === wanted || fold(record.name) === wanted);
  return named.length > 0 ? named : fitting(documents, typed);
}

function fitting(documents: readonly DocumentRecord[], typed: string): readonly DocumentRecord[] {
  const words = fold(typed).split(/\s+/u).filter(Boolean);
  return documents.filter((record) => {
    const known = fold(`${titleOf(record)} ${record.name} ${byOf(record)}`);
    return words.every((word) => known.includes(word));
  });
}
