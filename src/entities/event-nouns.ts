/** Nouns that head events, in classes of those that may mean one and the same happening. */

interface EventClass {
  readonly name: string;
  readonly nouns: string;
  /** May follow the name of what it is about: "Kargil conflict", "Geneva talks". */
  readonly isNamed: boolean;
  /** Words between it and what it is about: "siege of", "attack on". */
  readonly joints: string;
  /**
   * When two of the class about one thing are one: always where their dates don't speak against it, only where
   * their dates agree (a town falls more than once), or only with the very same noun.
   */
  readonly merges: 'unless dates differ' | 'where dates agree' | 'same noun';
}

const classes: readonly EventClass[] = [
  {
    name: 'war',
    nouns: 'war wars conflict conflicts hostilities',
    isNamed: true,
    joints: 'in against over with between for on',
    merges: 'unless dates differ',
  },
  {
    name: 'siege',
    nouns: 'siege blockade encirclement',
    isNamed: true,
    joints: 'of around',
    merges: 'unless dates differ',
  },
  {
    name: 'truce',
    nouns: 'ceasefire ceasefires cease-fire truce truces armistice',
    isNamed: true,
    joints: 'in for around at of with between',
    merges: 'unless dates differ',
  },
  {
    name: 'capture',
    nouns: 'capture recapture fall seizure retaking conquest reconquest liberation takeover surrender loss overrunning',
    isNamed: false,
    joints: 'of',
    merges: 'where dates agree',
  },
  {
    name: 'battle',
    nouns: 'battle battles clash clashes skirmish skirmishes fighting standoff stand-off shootout gunfight feud',
    isNamed: true,
    joints: 'of for in at near around over with between outside',
    merges: 'same noun',
  },
  {
    name: 'offensive',
    nouns:
      'operation operations offensive offensives counteroffensive counter-offensive assault onslaught campaign advance push',
    isNamed: true,
    joints: 'on against in of for into to towards near',
    merges: 'same noun',
  },
  {
    name: 'attack',
    nouns:
      'attack attacks raid raids ambush strike strikes airstrike airstrikes shelling bombardment bombing bombings shooting shootings explosion explosions blast blasts stabbing hijacking hijackings poisoning bombardments stabbings poisonings',
    isNamed: true,
    joints: 'of on in at against near outside',
    merges: 'same noun',
  },
  {
    name: 'killing',
    nouns:
      'assassination executions killing murder murders killings execution lynching beheading death hanging shooting-down downing lynchings regicide',
    isNamed: false,
    joints: 'of',
    merges: 'same noun',
  },
  {
    name: 'massacre',
    nouns: 'massacre massacres genocide pogrom pogroms slaughter bloodbath',
    isNamed: true,
    joints: 'of in at near',
    merges: 'unless dates differ',
  },
  {
    name: 'taking',
    nouns:
      'kidnapping kidnappings abduction abductions disappearance arrest detention imprisonment release trial trials conviction resignation ouster overthrow impeachment inauguration coronation abdication',
    isNamed: false,
    joints: 'of',
    merges: 'same noun',
  },
  {
    name: 'case',
    nouns: 'case investigation inquiry inquest probe event',
    isNamed: false,
    joints: '',
    merges: 'same noun',
  },
  {
    name: 'revolution',
    nouns:
      'revolution revolutions uprising uprisings revolt revolts rebellion rebellions insurgency mutiny intifada insurrection unrest emergency',
    isNamed: true,
    joints: 'in of against at',
    merges: 'unless dates differ',
  },
  {
    name: 'coup',
    nouns: 'coup coups putsch counter-coup counter-coups',
    isNamed: true,
    joints: 'in against',
    merges: 'unless dates differ',
  },
  {
    name: 'intervention',
    nouns:
      'intervention invasion incursion occupation annexation withdrawal pullout evacuation landing landings deployment partition expulsion deportation exodus airlift expedition handover boatlift',
    isNamed: true,
    joints: 'of in into from',
    merges: 'same noun',
  },
  {
    name: 'talks',
    nouns:
      'talks negotiations initiative conference conferences summit summits dialogue process congress convention meeting ministerial',
    isNamed: true,
    joints: 'in at on of with between',
    merges: 'same noun',
  },
  {
    name: 'agreement',
    nouns: 'agreement agreements deal accord accords treaty pact memorandum declaration',
    isNamed: true,
    joints: 'of with on between in',
    merges: 'same noun',
  },
  {
    name: 'vote',
    nouns:
      'election elections runoff run-off referendum plebiscite by-election by-elections primary primaries caucus caucuses recount',
    isNamed: true,
    joints: 'in of',
    merges: 'same noun',
  },
  {
    name: 'crisis',
    nouns:
      'crisis affair scandal scandals conspiracy controversy fiasco scam bubble incident dispute famine drought epidemic pandemic outbreak plague flu embargo boycott shock panic recession meltdown hoax heist robbery leak leaks shutdown',
    isNamed: true,
    joints: 'in of over at with',
    merges: 'same noun',
  },
  {
    name: 'disaster',
    nouns:
      'earthquake quake tsunami flood floods hurricane typhoon cyclone eruption avalanche landslide wildfire fire fires crash derailment sinking collapse disaster disasters accident stampede demolition blackout blockage sabotage tragedy catastrophe shipwreck earthquakes hurricanes firestorm wildfires bushfires spill landslides eruptions tornado blizzard heatwave mudslide mudslides avalanches derailments storm storms windstorm crush meteor mudflow rescue',
    isNamed: true,
    joints: 'of in at near off',
    merges: 'same noun',
  },
  {
    name: 'protest',
    nouns:
      'protest protests demonstration demonstrations riot riots rioting walkout march marches rally sit-in lockout crackdown violence movement vigil roundup agitation',
    isNamed: true,
    joints: 'in at against of',
    merges: 'same noun',
  },
  {
    name: 'founding',
    nouns:
      'founding foundation creation establishment dissolution disintegration breakup unification reunification independence',
    isNamed: false,
    joints: 'of',
    merges: 'same noun',
  },
  {
    name: 'games',
    nouns: 'championship championships cup games olympics tournament festival marathon derby grand-prix final finals',
    isNamed: true,
    joints: 'of in at',
    merges: 'same noun',
  },
];

const byNoun: ReadonlyMap<string, EventClass> = new Map(
  classes.flatMap((one) => one.nouns.split(' ').map((noun) => [noun, one] as const)),
);

export type { EventClass };

export const eventClassOf = (noun: string): EventClass | undefined => byNoun.get(noun);

/** Longest first, so that "counter-offensive" isn't read as "offensive". */
export const eventNouns: readonly string[] = [...byNoun.keys()].sort((a, b) => b.length - a.length);

/** Nouns of a class that isn't named by what stands before it, but for them: "Aldo Moro kidnapping". */
export const namedNouns: ReadonlySet<string> = new Set(
  'assassination regicide trial trials case investigation inquiry inquest probe event handover boatlift executions murder murders killings abduction abductions kidnapping kidnappings'.split(
    ' ',
  ),
);

/** Of these there are many everywhere: without "the" before it, or a name, one of them is no happening of its own. */
export const everydayNouns: ReadonlySet<string> = new Set(
  'fires operation operations runoff run-off meeting process deal trial death fire strike strikes raid raids attack attacks fighting shooting fall loss release arrest campaign push advance march final finals cup games protest protests dispute creation foundation establishment clash clashes agreement agreements conference conferences battle battles wars conflicts landing deployment collapse crash incident evacuation withdrawal detention declaration accident robbery leak leaks shutdown rally expedition crackdown violence rioting flu shock panic boycott recession tragedy catastrophe primary primaries killings explosion explosions blast blasts shelling elections negotiations'.split(
    ' ',
  ),
);

/** Nouns that an organisation's name may stand before without there being an event: "the UN meeting", "NATO strikes". */
export const unnamedByOrganisation: ReadonlySet<string> = new Set(
  'meeting strike strikes raid raids attack attacks campaign operation advance push fighting deployment landing withdrawal evacuation process march fire offensive assault bombing bombings shelling bombardment airstrike airstrikes ambush congress convention deal agreement agreements declaration occupation incursion protest protests games cup final finals fires'.split(
    ' ',
  ),
);

/** Of these there are more than of names for them: only "the Norrby case" is one. */
export const introducedNouns: ReadonlySet<string> = new Set(
  'case initiative trial murder executions recount conspiracy controversy investigation inquiry inquest probe event movement storm storms crush meteor feud ministerial vigil roundup rescue agitation'.split(
    ' ',
  ),
);

/** What a person has, holds or wages: "Putin war" is no name. "Dreyfus affair" is one. */
export const ofPeople =
  /^(?:wars?|conflicts?|talks|negotiations|summits?|meetings?|conferences?|congress|convention|process|dialogue|offensives?|assault|campaign|advance|push|attacks?|strikes?|raids?|deals?|agreements?|accords?|pact|memorandum|declaration|elections?|primary|primaries|visit|protests?|marche?s?|cup|games|final|finals|interventions?|invasion|deployment|withdrawal|release|landing|dispute|incident|boycott|flu|shock|panic|rally|accident|robbery|leak|leaks|shutdown|crackdown|expedition)$/;

/** "the Lancaster House talks": what looks like a full name is nobody's after "the". */
export const ofPlaces = /^(?:talks|negotiations|summit|conference|protests|accords?|agreement|declaration|clashes)$/;

/** "the Mavi Marmara incident": no one person has these. */
export const introducible = /^(?:incident|dispute)$/;
