/** Names that belong to nobody, of every type that the library tells apart, for the generated articles. */
import type { Random } from './random.ts';

export interface Person {
  readonly full: string;
  readonly surname: string;
  readonly role: string;
}

export interface Place {
  readonly name: string;
  readonly kind: string;
}

export interface Organisation {
  readonly name: string;
  readonly short: string;
}

export interface Names {
  readonly people: readonly Person[];
  readonly places: readonly Place[];
  readonly organisations: readonly Organisation[];
  readonly events: readonly string[];
}

const words = (text: string): readonly string[] => text.trim().split(/\s+/u);

const givenStarts = words('Al Be Cor Da El Fe Gor Ha Il Jo Ka Lu Mar Ne Ol Pe Ro Sa Ti Vi Yu Za');
const givenEnds = words('bin dra fan la len mir na nis ran rek ric sel ta ton via zan');
const surnameStarts = words(
  'Abr Ban Brev Cald Darv Eld Farr Gald Harv Ister Jark Kelm Lor Mand Norv Ost Pell Quar Rav Selv Tarn Ulv Varg Wend Yar Zel',
);
const surnameEnds = words(
  'adze akis ano berg edo ellis enko eyev ford iani ic idze ikov in ley mann omar oss otti ovan sen ski stein ul zadeh',
);
const placeStarts = words(
  'Ash Bel Bran Cas Dor Er Fen Gil Har Ist Kar Lim Mor Nar Or Pal Quen Ras Sar Tel Um Ver Wes Yel Zar',
);
const placeEnds = words(
  'abad ada ara berg bria dale dora esh field gard gora hir ia inka lan mar mouth nica ora polis stan stead tova ur vik',
);
const placeKinds = words('city town port village province valley island district river harbour');
const roles = [
  'foreign minister',
  'defence minister',
  'president',
  'general',
  'commander',
  'spokeswoman',
  'ambassador',
  'historian',
  'governor',
  'engineer',
  'envoy',
  'judge',
];
const organisationKinds = [
  'Front for Reform',
  'Brigade',
  'Institute of Policy',
  'Water Authority',
  'Trade Union',
  'National Bank',
  'Relief Committee',
  'Guard',
  'News Agency',
  'Party of Labour',
];
const eventKinds = ['Battle of', 'Siege of', 'Treaty of', 'Fall of', 'Congress of'];
const eventTails = ['conference', 'ceasefire', 'offensive', 'uprising', 'earthquake'];

/** About as many names as a shelf of that many articles has. */
export function inventedNames(articles: number, random: Random): Names {
  const size = (share: number): number => Math.max(20, Math.round(articles * share));
  const places = distinct(size(0.15), () => random.pick(placeStarts) + random.pick(placeEnds)).map((name) => ({
    name,
    kind: random.pick(placeKinds),
  }));
  const people = distinct(size(0.4), () => `${given(random)} ${random.pick(surnameStarts)}${random.pick(surnameEnds)}`);
  const organisations = distinct(size(0.08), () => `${random.pick(places).name} ${random.pick(organisationKinds)}`);
  return {
    places,
    people: people.map((full) => ({ full, surname: full.split(' ').at(-1)!, role: random.pick(roles) })),
    organisations: organisations.map((name) => ({ name, short: name.replace(/[^\p{Lu}]/gu, '') })),
    events: distinct(size(0.05), () =>
      random.next() < 0.5
        ? `${random.pick(eventKinds)} ${random.pick(places).name}`
        : `${random.pick(places).name} ${random.pick(eventTails)}`,
    ),
  };
}

const given = (random: Random): string => random.pick(givenStarts) + random.pick(givenEnds);

/** Fewer than asked for where the parts give no more. */
function distinct(size: number, make: () => string): readonly string[] {
  const made = new Set<string>();
  for (let tries = 0; made.size < size && tries < 20 * size; tries += 1) made.add(make());
  return [...made];
}
