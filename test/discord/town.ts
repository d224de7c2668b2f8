/** A town that doesn't exist, and what is written about it: enough to page, to choose, to miss, and to be careful. */
import { articleOf } from './articles.ts';
import { libraryWith } from './library.ts';

const bridge = articleOf({
  title: 'The Bridge at Harrow',
  path: 'bridge.md',
  authors: ['Nell Osgood'],
  publisher: 'The Harrow Courier',
  published: '1931-05-02',
  url: 'https://courier.example/1931/bridge',
  paragraphs: [
    [
      'Ada Lovell, the county engineer, drew the first plan of the bridge in 1926.',
      'The council laughed at it.',
      'She built a model of it in the market, and the laughing ended.',
    ],
    [
      'Work began at Harrow in the spring of 1928.',
      'Ada Lovell lived in a hut beside the river for two years, and it was said that she knew every stone by its number.',
    ],
    [
      'In May 1931 Ada Lovell opened the bridge herself, since the mayor was ill.',
      'Bram Lovell, her brother, drove the first cart across.',
    ],
  ],
});

const flood = articleOf({
  title: 'After the Flood',
  path: 'flood.md',
  publisher: 'The Harrow Courier',
  published: '1934-11-20',
  url: 'https://courier.example/1934/flood',
  paragraphs: [
    [
      'The Harrow Flood of November 1934 took eleven houses, but the bridge of Ada Lovell held.',
      'She stood on it through the night with a lamp.',
    ],
    [
      'Bram Lovell was elected mayor after the flood.',
      'He promised a second bridge, and Ada Lovell drew it, but it was never built.',
    ],
    ['The council of Harrow thanked Ada Lovell in a letter that she is said to have used to light her stove.'],
  ],
});

/** Nothing stated, and the words themselves full of what Discord would act on. */
const notes = articleOf({
  title: '# Notes <@1> *kept* by @everyone',
  path: 'notes.txt',
  labels: [{ kind: 'machine-rewritten', text: 'reads as machine-rewritten', reason: 'Its words change style often.' }],
  paragraphs: [
    [
      'Ada Lovell wrote **in haste** to @everyone: <@123456789012345678>, see https://a.example/plan_b_ or www.spam.example now.',
    ],
    [
      '- Ada Lovell counted 1,204 stones 🧱 and \u202enever\u202c the same twice :brick:',
      '> She kept ||that|| to herself.',
    ],
  ],
  spam: 'www.spam.example',
});

const brother = articleOf({
  title: 'Mayor Lovell’s Year',
  path: 'mayor.md',
  publisher: 'Almanac of the County',
  published: '1936',
  paragraphs: [
    [
      'Bram Lovell, mayor of Harrow, opened a school, two wells and a quarrel with the county.',
      'Bram Lovell said that his sister had all the talent and he had all the luck.',
    ],
    ['The quarrel between Bram Lovell and the county ended when the county lost its papers in a fire.'],
  ],
});

/** Twenty paragraphs, to be read on in. */
const walk = articleOf({
  title: 'A Walk along the River Wend',
  path: 'walk.md',
  publisher: 'Wend Valley Guides',
  published: '1950-06',
  paragraphs: [
    'From the Mill',
    ...Array.from({ length: 20 }, (_, n) => [
      `Mile ${n + 1} of the path follows the River Wend between hedges, past gate ${n + 101} and a bench.`,
      `The view at mile ${n + 1} opens to the ${n % 2 ? 'north' : 'south'}, and on clear days one sees as far as the hills of the next county.`,
    ]),
  ],
});

export const articles = { bridge, flood, notes, brother, walk };
export const town = libraryWith(Object.values(articles));
