/** The units of sound that a word is heard as, and what it costs to hear one of them for another: data for sounds.ts. */

/** Weight 1: consonants. */
export const consonants = 'b p f v m n t d th dh s z ts c sh ch zh j k q g kh gh x l r S C Z D G X'.split(' ');
export const glides = 'h w y'.split(' ');
/** E: ai, ei, ay, ey. O: au, aw, ao, ow. */
const vowels = 'a e i o u E O'.split(' ');
export const units = [...consonants, ...glides, ...vowels];
export const numberOf = new Map(units.map((unit, at) => [unit, at]));
const size = units.length;

/**
 * What it costs to take one for the other, 0 to 1; pairs that aren't here cost 1. Capitals are letters with an accent that
 * people leave out (š ć ž đ ğ): they cost nothing against either reading. X: shch.
 */
const likenesses = `
  q-k .05 q-g .12 q-gh .1 q-kh .25 q-ch .25 k-g .4 k-kh .25 k-c .4 k-ch .5 k-x .5 k-gh .4 kh-h .15 kh-gh .3 kh-x .15 kh-g .4 kh-ch .2
  g-gh .1 g-j .3 g-h .3 g-zh .4 gh-h .5 x-h .3 x-s .2 x-sh .15 x-z .4 j-zh .12 j-y .25 j-h .4 j-z .4 j-ch .3 j-ts .5 zh-z .3 zh-ch .3
  zh-sh .35 s-c 0 c-j .35 s-z .2 s-sh .3 s-ts .3 s-th .2 z-ts .25 z-dh .15 z-c .2 ts-c .2 ts-ch .3 ts-sh .5 ch-sh .3 ch-c .25 sh-c .3 X-sh .1 X-ch .3 X-S .05 X-C .1 t-d .4 t-th .15 t-ts .5
  t-dh .4 d-dh .1 d-th .4 th-dh .15 b-p .4 b-v .25 f-v .25 p-f .4 v-w .1 f-w .3 b-w .5 m-n .6 l-r .85
  S-s 0 S-sh 0 S-c .15 S-z .2 S-ch .3 S-x .15 C-s .2 C-c 0 C-ch 0 C-ts .1 C-k .4 C-sh .2 C-z .3 C-S .2 C-j .2 Z-z 0 Z-zh 0 Z-s .2 Z-j .1 Z-S .2 D-d 0 D-j .1 D-dh .1
  G-g 0 G-gh .05 G-y .1 G-h .3 G-k .3 G-w .3
  a-e .425 a-i .55 a-o .55 a-u .55 a-E .45 a-O .25 e-i .1 e-o .65 e-u .65 e-E .4 e-O .6 i-o .65 i-u .6 i-E .3 i-O .65 o-u .08 o-E .6
  o-O .08 u-E .6 u-O .12 E-O .5 y-i .05 y-e .15 y-E .08 y-u .4 y-a .5 w-u .08 w-o .12 w-O .1 w-a .5 h-a .5`;

/** For scripts that leave vowels out, or have other consonants: what their readers take for one. */
const looserLikenesses = `
  b-v .05 p-f .05 b-p .12 f-v .1 k-kh .08 kh-h .1 sh-s .12 g-j .15 g-k .2 g-q .1 g-gh .1 q-k .05 t-th .08 d-dh .03 z-dh .03 s-th .08 z-s .15 ts-s .2 ts-z .25
  ch-sh .15 ch-ts .15 t-dh .2 j-ch .2 j-zh .1 zh-z .15 x-s .1 x-sh .1
  y-i .02 y-E .02 y-e .1 y-a .5 y-o .4 y-u .4 y-O .4 w-u .02 w-o .03 w-O .02 w-a .25 w-i .4 w-e .4 w-E .4 w-v .03 v-u .25 v-o .3 v-O .25 t-d .25 z-d .4 w-b .4 y-j .2 s-c 0 d-th .2 l-r .5 kh-x .1 g-h .3 k-x .3 k-c .1`;
const syllableLikenesses = `l-r .05 h-f .15 b-v .05 k-g .15 t-d .25 b-p .25 s-th .05 sh-s .1 m-n .35 j-z .15 z-d .35 t-ts .15 ts-z .15 j-ch .15 t-ch .3
  zh-j .1 zh-ch .2 w-v .1 f-v .1 c-s 0 k-c .1 l-n .6 x-sh .05 q-ch .05 h-kh .1 p-f .4 h-g .35 x-k .3 b-f .35 d-dh .1 z-dh .15
  y-e .1 y-a .3 y-u .3 w-a .3`;

export type Hearing = 'strict' | 'vowelless' | 'inherent' | 'syllabic';

function costsOf(...lists: readonly string[]): Float64Array {
  const costs = new Float64Array(size * size).fill(1);
  for (let at = 0; at < size; at++) costs[at * size + at] = 0;
  return withCosts(costs, ...lists);
}

function withCosts(costs: Float64Array, ...lists: readonly string[]): Float64Array {
  for (const [pair = '', cost] of lists.flatMap((list) =>
    list
      .trim()
      .split(/\s+(?=\S+-)/)
      .map((part) => part.split(' ')),
  )) {
    const [a, b] = pair.split('-').map((unit) => numberOf.get(unit));
    if (a === undefined || b === undefined) throw new Error(`"${pair}" names a sound that there is not`);
    costs[a * size + b] = Number(cost);
    costs[b * size + a] = Number(cost);
  }
  return costs;
}

const strict = costsOf(likenesses);
const loose = withEqualVowels(costsOf(likenesses, looserLikenesses), 0.06);
/** A long a that is written is no i and no u: سلام is not Salim. */
const vowelless = withCosts(loose.slice(), 'a-i .4 a-u .4');
const substitutions: Readonly<Record<Hearing, Float64Array>> = {
  strict,
  vowelless,
  inherent: loose,
  syllabic: withEqualVowels(costsOf(likenesses, syllableLikenesses), 0.3),
};

/** Where vowels are guessed from long ones or from syllables, they say little. */
function withEqualVowels(costs: Float64Array, cost: number): Float64Array {
  const soft = vowels.map((unit) => numberOf.get(unit)!);
  for (const a of soft) for (const b of soft) costs[a * size + b] = Math.min(costs[a * size + b]!, cost);
  return costs;
}

export const costOfHearing = (hearing: Hearing): Float64Array => substitutions[hearing];
export const unitCount = size;
