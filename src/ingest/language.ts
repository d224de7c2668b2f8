/** Text → the language it is written in, told from its letters; null rather than a doubtful guess. And what to say of one. */
import { eld } from 'eld/extrasmall';
import type { Label } from '../model.ts';

/** As much as the detector looks at. */
const sampleChars = 1_000;
const samplesMax = 5;
const lettersMin = 12;

/** BCP 47: that of most samples, taken from the beginning to the end: a foreign motto or summary doesn't make the language. */
export function languageOf(text: string): string | null {
  const counts = new Map<string, number>();
  for (const sample of samplesOf(text)) {
    if ((sample.match(/\p{L}/gu)?.length ?? 0) < lettersMin) continue;
    const result = eld.detect(sample);
    if (result.isReliable()) counts.set(result.language, (counts.get(result.language) ?? 0) + 1);
  }
  const [best, second] = [...counts].sort((a, b) => b[1] - a[1]);
  return best && best[1] > (second?.[1] ?? 0) ? best[0] : null;
}

/** One name for what the detector doesn't tell apart. */
const sameAs: ReadonlyMap<string, string> = new Map([
  ['id', 'ms'],
  ['nb', 'no'],
  ['nn', 'no'],
  ['bs', 'hr'],
  ['sr', 'hr'],
  ['iw', 'he'],
  ['fil', 'tl'],
]);

const known: ReadonlySet<string> = new Set(Object.values(eld.info().Languages));

/** Whether a stated language can be that of a text told as `told`; one that the detector doesn't know always can. */
export function canBeLanguage(stated: string, told: string | null): boolean {
  const own = (lang: string) => sameAs.get(lang) ?? lang;
  const primary = own(stated.split('-')[0]?.toLowerCase() ?? '');
  return told === null || !known.has(primary) || primary === own(told);
}

function samplesOf(text: string): string[] {
  if (text.length <= sampleChars * 2) return [text.slice(0, sampleChars)];
  const count = Math.min(samplesMax, Math.floor(text.length / sampleChars));
  const step = (text.length - sampleChars) / (count - 1);
  return Array.from({ length: count }, (_, at) =>
    text.slice(Math.round(at * step), Math.round(at * step) + sampleChars),
  );
}

const names = new Intl.DisplayNames('en', { type: 'language', fallback: 'none' });

/** For anything but English; null for English and for what is unknown. */
export function otherLanguageLabel(lang: string | null): Label | null {
  if (!lang || /^en(?:-|$)/i.test(lang)) return null;
  const name = nameOf(lang);
  if (!name) return null;
  return {
    kind: 'other-language',
    text: `in ${name}`,
    reason: `The text is in ${name}: words and phrases are found in it, but names and dates less well than in English.`,
  };
}

const nameCharsMax = 36;

function nameOf(lang: string): string | null {
  try {
    const name = names.of(lang.split('-')[0] ?? lang);
    return name && name.length <= nameCharsMax ? name : null;
  } catch {
    return null;
  }
}
