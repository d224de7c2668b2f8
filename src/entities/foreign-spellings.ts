/**
 * How a name of Russia or of the Arab lands reads that was typed as another language spells it: Poutine, Jelzin,
 * Chruszczow, Poetin. Last resort of lookup.ts; each language has sounds of its own for letters that English has, too.
 */

interface Tongue {
  readonly name: string;
  /** Without one of these letters the name reads as it stands. */
  readonly cue: RegExp;
  /** In order; capitals stand for sounds that no later rule may touch: C ch, S sh, Z zh, K kh, J j, T ts. */
  readonly rules: readonly (readonly [RegExp, string])[];
}

const tongues: readonly Tongue[] = [
  {
    name: 'French',
    cue: /ou|tch|dj|j|gu[eéi]/u,
    rules: [
      [/tch/gu, 'C'],
      [/ch/gu, 'S'],
      [/dj/gu, 'J'],
      [/j/gu, 'Z'],
      [/ou/gu, 'u'],
      [/gu(?=[eéi])/gu, 'g'],
      [/(?<=[\p{L}--[aeiou]])ine(?!\p{L})/gv, 'in'],
      [/(?<=[td])e(?!\p{L})/gu, ''],
    ],
  },
  {
    name: 'German',
    cue: /sch|w|j|z/u,
    rules: [
      [/schtsch/gu, 'SC'],
      [/dsch/gu, 'J'],
      [/tsch/gu, 'C'],
      [/sch/gu, 'S'],
      [/ch/gu, 'K'],
      [/w/gu, 'v'],
      [/j/gu, 'y'],
      [/tz|z/gu, 'T'],
      [/(?<=\p{L}[aeioudnrl])s(?=[aeiou])/gu, 'z'],
    ],
  },
  {
    name: 'Spanish',
    cue: /j/u,
    rules: [
      [/sch/gu, 'SC'],
      [/ch/gu, 'C'],
      [/j/gu, 'K'],
    ],
  },
  {
    name: 'Polish',
    cue: /sz|cz|rz|w|[żźł]|c|j/u,
    rules: [
      [/szcz/gu, 'SC'],
      [/dż/gu, 'J'],
      [/cz/gu, 'C'],
      [/sz/gu, 'S'],
      [/ch/gu, 'K'],
      [/rz|[żź]/gu, 'Z'],
      [/c/gu, 'T'],
      [/w/gu, 'v'],
      [/j/gu, 'y'],
      [/ł/gu, 'l'],
      [/ie/gu, 'e'],
    ],
  },
  {
    name: 'Italian',
    cue: /c[eèi]|ch/u,
    rules: [
      [/ch/gu, 'K'],
      [/sc(?=[eèi])/gu, 'SC'],
      [/c(?=[eèi])/gu, 'C'],
    ],
  },
  {
    name: 'Dutch',
    cue: /oe|sj|zj/u,
    rules: [
      [/sjtsj/gu, 'SC'],
      [/tsj/gu, 'C'],
      [/sj/gu, 'S'],
      [/zj/gu, 'Z'],
      [/oe/gu, 'u'],
      [/ch/gu, 'K'],
      [/j/gu, 'y'],
    ],
  },
  {
    name: 'Turkish',
    cue: /[şçığü]|(?<!\p{L})e\p{L}+v?e/u,
    rules: [
      [/ç/gu, 'C'],
      [/ş/gu, 'S'],
      [/c/gu, 'J'],
      [/v/gu, 'w'],
      [/ı/gu, 'i'],
      [/ğ/gu, 'gh'],
      [/ü/gu, 'u'],
      [/e/gu, 'a'],
    ],
  },
];

const soundOf: Readonly<Record<string, string>> = { C: 'ch', S: 'sh', Z: 'zh', K: 'kh', J: 'j', T: 'ts' };
const lettersMin = 5;

/** What was typed as English would spell it, were it written in one of these languages: none twice, never as it was typed. */
export function foreignReadings(typed: string): string[] {
  const letters = typed.normalize('NFC').toLowerCase();
  if (letters.length < lettersMin || /\P{Script=Latin}/u.test(letters.replace(/[\s\p{P}]/gu, ''))) return [];
  const readings = tongues.flatMap(({ cue, rules }) => (cue.test(letters) ? [read(letters, rules)] : []));
  return [...new Set(readings)].filter((reading) => reading !== letters);
}

const read = (letters: string, rules: Tongue['rules']): string =>
  rules
    .reduce((spelled, [from, to]) => spelled.replace(from, to), letters)
    .replace(/[CSZKJT]/gu, (sound) => soundOf[sound]!)
    // Gorbachov is Gorbachev, here as in Cyrillic letters.
    .replace(/(?<=[csz]h)ov(?!\p{L})/gu, 'ev');
