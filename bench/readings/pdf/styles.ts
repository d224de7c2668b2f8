/** Forty ways to set a document: papers, books, reports, newsletters, in the fonts that the machine has. */
import { createRandom } from '../../random.ts';
import type { Wanted } from './texts.ts';
import type { Style } from './typeset.ts';

export interface Setting {
  readonly style: Style;
  readonly wanted: Wanted;
}

const fonts = [
  '"Liberation Serif"',
  '"Liberation Sans"',
  '"DejaVu Serif"',
  'C059',
  'P052',
  '"URW Bookman"',
  '"Nimbus Roman"',
  '"Nimbus Sans Narrow"',
];
const heads: readonly (readonly [string, string])[] = [
  ['', ''],
  ['An Alliance of Convenience|#', '#|Review of Valleys'],
  ['The Gazette of the Valley, Vol. 12', 'The Gazette of the Valley, Vol. 12'],
  ['|Working Paper 7', '|Working Paper 7'],
];
const feet: readonly (readonly [string, string])[] = [
  ['#', '#'],
  ['', ''],
  ['Page #', 'Page #'],
  ['– # –', '– # –'],
];
const sheets = [
  { width: 794, height: 1123, margin: 90 },
  { width: 816, height: 1056, margin: 96 },
  { width: 560, height: 794, margin: 60 },
];

export function settings(count: number): Setting[] {
  return Array.from({ length: count }, (_, seed) => {
    const random = createRandom(seed + 1);
    const columns = ([1, 2, 1, 2, 3] as const)[seed % 5] ?? 1;
    const lang = seed % 8 === 5 ? 'de' : seed % 8 === 6 ? 'fr' : seed % 16 === 7 ? 'ar' : 'en';
    const sheet = columns === 3 ? sheets[0] : random.pick(sheets);
    const font = lang === 'ar' ? '"DejaVu Sans"' : random.pick(fonts);
    const size = columns === 1 ? 13 + random.below(4) : 11.5 + random.below(2);
    const isJustified = columns > 1 ? random.below(4) > 0 : random.below(2) === 0;
    const isIndented = random.below(2) === 0;
    const css = [
      `body { font: ${size}px/${(1.2 + random.below(4) / 10).toFixed(1)} ${font}, serif }`,
      isJustified
        ? 'p, blockquote { text-align: justify; hyphens: auto }'
        : random.below(2)
          ? 'p { hyphens: auto }'
          : '',
      isIndented ? 'p { text-indent: 1.4em }' : 'p { margin-bottom: 0.8em }',
      random.pick([
        'h1 { font-size: 1.9em }',
        'h1 { font-size: 1.5em; text-align: center }',
        'h1 { font-size: 1.6em; letter-spacing: 0.12em }',
      ]),
      random.pick([
        'h2 { font-size: 1.25em }',
        'h2 { font-size: 1em }',
        'h2 { font-size: 1em; font-style: italic; font-weight: normal }',
      ]),
    ].join(' ');
    const name = `${String(seed + 1).padStart(2, '0')} ${lang}, ${columns} col., ${font.replaceAll('"', '')}${isJustified ? ', justified' : ''}`;
    return {
      style: { name, lang, columns, css, ...(sheet ?? sheets[0]!), heads: random.pick(heads), feet: random.pick(feet) },
      wanted: {
        lang,
        paragraphs: 12 + random.below(10),
        withNotes: random.below(2) === 0 && lang === 'en',
        withLists: random.below(2) === 0,
      },
    };
  });
}
