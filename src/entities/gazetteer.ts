/**
 * Names and words known beforehand: countries, populated places, personal names, English words. Reads the text that
 * scripts/gazetteer.ts makes; the tables stay the sorted text they are and are searched by halving, so that opening
 * them costs next to nothing.
 */
import { fold } from '../text/fold.ts';

/** Country, capital, region or water; and places of half a million, a hundred thousand, fifteen thousand and fewer inhabitants. */
export type PlaceClass = 'n' | 'c' | 'r' | 'm' | 'l' | 't' | 'v';

export interface KnownPlace {
  readonly size: PlaceClass;
  /** ISO 3166 code, "SY"; empty for a region. */
  readonly country: string;
}

export interface Gazetteer {
  place(name: string): KnownPlace | null;
  /** True for a given name or a surname met somewhere in the world. */
  isPersonalName(word: string): boolean;
  /** True for an English word that is written small. */
  isWord(word: string): boolean;
}

export const sectionBreak = '\n\n';

/** The form under which names are kept: folded, without apostrophes, with spaces for hyphens. */
export const nameKey = (name: string): string =>
  fold(name)
    .replace(/['.`]/g, '')
    .replace(/[-\s]+/g, ' ')
    .trim();

/** Knows nothing: every name stands by what its texts say. */
export const emptyGazetteer: Gazetteer = { place: () => null, isPersonalName: () => false, isWord: () => false };

export function createGazetteer(text: string): Gazetteer {
  const sections = text.split(sectionBreak);
  if (sections.length !== 3) throw new Error(`The gazetteer has ${sections.length} sections instead of 3`);
  const [places, names, words] = sections.map(tableOf) as [Table, Table, Table];
  const place = remembered((name): KnownPlace | null => {
    const value = places(nameKey(name)) ?? places(nameKey(name).replace(/^(?:al|ad|an|ar|as|ash|at|az|el|the) /, ''));
    return value ? { size: value[0] as PlaceClass, country: value.slice(1) } : null;
  });
  const isPersonalName = remembered((word) => names(nameKey(word)) !== null);
  const isWord = remembered((word) => formsOf(fold(word)).some((form) => words(form) !== null));
  return { place, isPersonalName, isWord };
}

/** A word as it may stand in the list: as it is, or without the ending that grammar gave it. */
function formsOf(word: string): string[] {
  const forms = [word];
  const without = (ending: string, ...instead: readonly string[]) => {
    if (word.length - ending.length >= 2 && word.endsWith(ending))
      forms.push(...instead.map((end) => word.slice(0, -ending.length) + end));
  };
  without("'s", '');
  without('s', '');
  without('es', '');
  without('ies', 'y');
  without('ed', '', 'e');
  without('ing', '', 'e');
  without('ly', '');
  without('ness', '');
  return forms;
}

type Table = (key: string) => string | null;

/** What stands after the key on its line of the sorted text, '' when nothing does; null when there is no such line. */
function tableOf(text: string): Table {
  return (key) => {
    let low = 0;
    let high = text.length;
    while (low < high) {
      const start = text.lastIndexOf('\n', Math.max(low, ((low + high) >> 1) - 1)) + 1;
      const from = Math.max(start, low);
      const stop = text.indexOf('\n', from);
      const end = stop < 0 ? text.length : stop;
      const [own, value = ''] = text.slice(from, end).split('\t') as [string, string?];
      if (own === key) return value;
      if (own < key) low = end + 1;
      else high = from;
    }
    return null;
  };
}

const rememberedMax = 50_000;

function remembered<T>(of: (word: string) => T): (word: string) => T {
  const known = new Map<string, T>();
  return (word) => {
    const before = known.get(word);
    if (before !== undefined) return before;
    const value = of(word);
    if (known.size >= rememberedMax) known.clear();
    known.set(word, value);
    return value;
  };
}
