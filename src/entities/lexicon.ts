/**
 * English words that speak for a name's type. They are general cues, never names of anybody; the only names known
 * beforehand are the countries, cities and languages that the platform itself knows (ICU, by way of Intl).
 */
import { fold } from '../text/fold.ts';

const setOf = (words: string): ReadonlySet<string> => new Set(words.trim().split(/\s+/));

/** Words before a person's name that are not part of it. */
export const titles = setOf(`
  mr mrs ms miss mx dr prof professor sir dame lord lady baron count duke prince princess king queen emperor sultan shah emir sheikh shaikh
  ayatollah imam mullah grand sayyed sayyid seyyed hojatoleslam rabbi pope cardinal archbishop bishop father reverend rev saint st
  general gen colonel col lieutenant lt major maj brigadier brig captain capt sergeant sgt corporal admiral commodore commander marshal field
  president vice premier prime chancellor minister deputy foreign defense defence interior finance secretary attorney ambassador envoy
  governor mayor senator sen congressman congresswoman representative rep speaker chairman chairwoman chairperson chief director judge justice
  spokesman spokeswoman spokesperson supreme leader coach detective inspector officer comrade`);

/** Roles in lower case that introduce or follow a person: "commander X", "X, the adviser". */
export const roles = setOf(`
  adviser advisor agent ambassador analyst architect artist author ayatollah banker bishop boss captain chair chairman chairwoman chancellor
  chief cleric coach colonel columnist commander commissioner composer coordinator correspondent critic cofounder dean delegate deputy designer
  dictator diplomat director doctor economist editor emir emperor engineer envoy executive expert father founder general governor head historian
  inventor journalist judge king lawmaker lawyer leader lecturer lieutenant manager marshal mayor mediator member minister mother musician
  negotiator novelist officer official painter parliamentarian partner philosopher physician physicist pilot poet politician pope premier
  president priest prince princess producer professor prosecutor queen researcher reporter representative ruler scholar scientist secretary
  senator sergeant sheikh singer spokesman spokesperson spokeswoman strategist student teacher theologian treasurer writer`);

export const speechVerbs = setOf(`
  said says say told tells added adds argued argues commented claimed announced announces declared declares stated
  suggested suggests warned warns wrote writes written insisted insists explained explains replied replies asked asks confirmed confirms denied
  denies criticised criticized criticises criticizes called believes believed thinks thought met meets travelled traveled visited agreed
  accused accuses urged urges vowed noted described describes recalled recalls promised promises refused refuses`);

export const organisationHeads = setOf(`
  academy administration affairs agency alliance army assembly association authority bank battalion board brigade brigades bureau cabinet center
  centre church club coalition college command commission committee company confederation congress corp corporation corps council court
  department directorate division federation fleet force forces foundation front fund government group guard guards guardian hospital inc
  institute institution intelligence league legion library limited ltd magazine militia ministry mission mobilization mobilisation movement museum
  navy network news newspaper office orchestra organisation organization parliament party police post press regiment school senate service
  services society squadron staff syndicate television times tribunal troops trust union units university`);

export const placeHeads = setOf(`
  airbase airfield airport avenue base basin bay beach border bridge canal cape capital castle channel city coast county crossing dam delta desert
  district forest gulf harbor harbour heights highway hill hills island islands isle kingdom lake land mount mountain mountains neighborhood ocean
  palace park peninsula plain plateau port province quarter region republic ridge river road sea square strait street suburb temple territory town
  valley village wadi zone`);

export const eventHeads = setOf(`
  accord accords affair agreement armistice assassination attack attacks battle blockade bombing campaign ceasefire championship conference
  congress convention coup crisis cup declaration dialogue disaster earthquake election elections expedition famine festival games genocide
  incident intervention invasion massacre meeting negotiations offensive olympics operation pact plan plot process protests rebellion referendum
  revolt revolution riot riots round scandal siege spring strike strikes summit surrender talks treaty trial truce uprising war wars withdrawal`);

/** Nouns after which "of (the)" goes on with the same name. */
export const ofHeads: ReadonlySet<string> = new Set([
  ...organisationHeads,
  ...placeHeads,
  ...eventHeads,
  ...setOf(
    'republic state states house secretary ministry bank university isle lord duke prince order crescent axis people minister',
  ),
]);

/** Heads of which "of X" is always a part: the Islamic Republic of Iran, but the Quds Force of Iran. */
export const keepsOf = setOf(
  'republic kingdom emirate states union university church museum bank ministry gulf bay battle siege',
);

/** Nouns that open a place's name: Port X, Lake Y. */
export const placeFronts = setOf(
  'port lake mount mt fort cape camp gulf bay strait isle ile rio lago san santa saint st cerro jabal jebel wadi tel tell beit kafr khirbet umm deir',
);

/** Words that say what a place is, and may be left out: "Khmeimim (Air Base)". */
export const placeTails: ReadonlySet<string> = new Set([...placeHeads, ...setOf('air military naval international')]);

/** Small words inside a name, between two of its capitalised words. */
export const particles = setOf(
  'al el ul bin ibn bint abu abd van von der den de del della di da dos das du la le y ten ter zu',
);
/** Forms of the Arabic article that hang on the next word by a hyphen. */
export const articles = setOf('al el ul ad an ar as ash at az ed er es esh ez en');

export const directions = setOf(
  'north south east west northern southern eastern western central upper lower greater northeast northwest southeast southwest northeastern northwestern southeastern southwestern',
);

/** People, faiths and directions: capitalised, but names of nobody. */
const moreDemonyms = setOf(`
  british swiss american arab arabs african european asian western eastern islamic islamist muslim muslims christian christians jewish jew jews
  sunni shia shiite shiites shi'a catholic protestant hindu buddhist orthodox soviet nazi ottoman latin greek kurd kurds turk turks turkmen pole
  poles dane danes swede swedes finn finns spaniard spaniards scot scots briton britons welsh irish english saudi saudis afghan afghans peruvian peruvians filipino filipinos`);

const demonymSuffixes = 'ian ians ean eans an ans n ns i is ese ish ic'.split(' ');

const calendar = setOf(`
  january february march april may june july august september october november december jan feb mar apr jun jul aug sep sept oct nov dec
  monday tuesday wednesday thursday friday saturday sunday ad bc ce bce am pm`);

export const isCalendarWord = (folded: string): boolean => calendar.has(folded);

/** Countries, continents and the cities that name time zones, folded. */
export const knownPlaces: ReadonlySet<string> = new Set([...regionNames(), ...zoneCities()].map(fold));
const knownLanguages: ReadonlySet<string> = new Set(languageNames().map(fold));

/** Russian, Iraqis, Lebanese: an adjective or a people, from a known place or a language. */
export function isDemonym(folded: string): boolean {
  if (knownPlaces.has(folded)) return false;
  if (moreDemonyms.has(folded) || knownLanguages.has(folded)) return true;
  return demonymSuffixes.some((suffix) => folded.endsWith(suffix) && placeStems.has(folded.slice(0, -suffix.length)));
}

function regionNames(): string[] {
  const names = new Intl.DisplayNames(['en'], { type: 'region', fallback: 'none' });
  const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];
  const codes = [...letters.flatMap((a) => letters.map((b) => a + b)), '002', '142', '150', '009', '019', '005', '003'];
  const known = codes.flatMap((code) => names.of(code) ?? []).filter((name) => !/pseudo|unknown/i.test(name));
  const bare = known.map((name) => name.replace(/\s*\(.*\)$/, '').replace(/ SAR.*$/, ''));
  return [
    ...known,
    ...bare,
    'US',
    'USA',
    'UK',
    'UAE',
    'Turkey',
    'America',
    'Britain',
    'England',
    'Scotland',
    'Wales',
    'Soviet Union',
    'Middle East',
  ];
}

function zoneCities(): string[] {
  return Intl.supportedValuesOf('timeZone').flatMap((zone) => {
    const city = zone.split('/').at(-1)?.replaceAll('_', ' ') ?? '';
    return /^[A-Z][a-z]/.test(city) && zone.includes('/') && !zone.startsWith('Etc/') ? [city] : [];
  });
}

function languageNames(): string[] {
  const names = new Intl.DisplayNames(['en'], { type: 'language', fallback: 'none' });
  const letters = [...'abcdefghijklmnopqrstuvwxyz'];
  return letters.flatMap((a) => letters.map((b) => names.of(a + b) ?? '')).filter((name) => /^[A-Z][a-z]+$/.test(name));
}

const placeStems: ReadonlySet<string> = new Set(
  [...knownPlaces].flatMap((place) =>
    place.includes(' ')
      ? []
      : [0, 1, 2, 3].map((cut) => place.slice(0, place.length - cut)).filter((stem, cut) => stem.length >= 3 + cut),
  ),
);
