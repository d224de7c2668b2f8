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
  spokesman spokeswoman spokesperson supreme leader coach detective inspector officer comrade
  mme mlle monsieur madame herr frau fraulein signor signora senor senora dona sra sherpa sr ras dejazmach negus haji hajji hajj haj alhaji mufti maulana
  moulana swami pandit begum bibi datuk tengku oba crown empress archduke viscount earl marquis vizier premier gens generals colonels presidents
  ministers senators professors messrs corp pte cpl pvt adm cmdr lieut dep insp supt const pres gov govs asst secretaries ambassadors sheikhs sister
  brother mother uncle aunt pastor deacon canon lama cadet private trooper warden superintendent constable attorney solicitor-general ombudsman
  hajiya alhaja mallam malam otunba oba igwe obong counsel barrister marquess marchioness countess duchess baroness tsar czar kaiser maharaja maharani nawab
  rani raja guru ustad mawlana allama hujjat sayyida pir cardinal monsignor msgr dom fra fray rector provost
  sheriff pm mla mlas mp mps mep meps msp assemblyman assemblywoman alderman councillor councilman councilwoman corporator magistrate shri smt sardar
  engr barr hon honourable honorable fr atty cllr adv alh pst bro cde cdr ven ustaz advocate mwalimu taoiseach abbess
  undersecretary under-secretary rapporteur plenipotentiary regent caliph khedive pasha bey agha aga`);

/** Words that are titles only before another one: "Foreign Minister", "Grand Duke", but "Grand Prix". */
export const titleFronts = setOf(`
  grand prime vice field foreign supreme crown interior finance defence defense state federal acting rear cabinet former senior assistant executive managing
  joint provincial regional union home  health education trade transport labour labor agriculture energy oil economy environment
  religious second first lead chief-executive opposition presidential permanent special`);

/** Roles in lower case that introduce or follow a person: "commander X", "X, the adviser". */
export const roles = setOf(`
  adviser advisor agent ambassador analyst architect artist author ayatollah banker bishop boss captain chair chairman chairwoman chancellor
  chief cleric coach colonel columnist commander commissioner composer coordinator correspondent critic cofounder dean delegate deputy designer
  dictator diplomat director doctor economist editor emir emperor engineer envoy executive expert father founder general governor head historian
  inventor journalist judge king lawmaker lawyer leader lecturer lieutenant manager marshal mayor mediator member minister mother musician
  negotiator novelist officer official painter parliamentarian partner philosopher physician physicist pilot poet politician pope premier
  president priest prince princess producer professor prosecutor queen researcher reporter representative ruler scholar scientist secretary
  senator sergeant sheikh singer spokesman spokesperson spokeswoman strategist student teacher theologian treasurer writer
  activist actor actress accountant administrator admiral aide archaeologist astronaut author athlete barrister blogger brigadier broadcaster brother
  businessman businesswoman butcher carpenter campaigner champion chef chemist chronicler clerk comedian conductor consultant contractor councillor cousin
  curator dancer daughter defender detective dissident driver emissary entrepreneur explorer farmer fighter filmmaker financier fisherman foreman forward
  geologist geographer goalkeeper grandfather grandmother guard guide guitarist heir historian husband imam inspector instructor interpreter investor
  keeper lecturer linguist magistrate magnate mathematician medic merchant midfielder missionary monk nephew newcomer novelist nun nurse nutritionist
  officer orientalist owner paramedic passenger pastor patriarch photographer playwright porter postman preacher predecessor premier principal
  psychologist publisher ranger rapporteur rebel receptionist referee refugee resident retiree rival sailor salesman sculptor seaman sister skipper
  smuggler sniper sociologist soldier solicitor son specialist spy statesman striker successor superintendent surgeon survivor suspect tailor teammate
  technician tenor trader trainer translator traveller trustee tycoon uncle undersecretary veteran vicar victim villager violinist volunteer warlord widow wife
  winger witness worker lineman quarterback pitcher catcher shortstop linebacker receiver cornerback halfback fullback hooker flanker sprinter hurdler
  swimmer cyclist jockey boxer promoter batsman bowler spinner seamer all-rounder wicketkeeper golfer skater skier wrestler rower gymnast runner left-hander
  democrat right-hander rookie slugger reliever songwriter soprano mezzo-soprano baritone pianist cellist organist drummer climber mountaineer`);

export const speechVerbs = setOf(`
  said says say told tells added adds argued argues commented claimed announced announces declared declares stated
  suggested suggests warned warns wrote writes written insisted insists explained explains replied replies asked asks confirmed confirms denied
  denies criticised criticized criticises criticizes called believes believed thinks thought met meets travelled traveled visited agreed
  accused accuses urged urges vowed pledged complained admitted admits acknowledged conceded quipped joked predicted remembered remembers shrugged laughed
  sighed testified tweeted died resigned vowed noted described describes recalled recalls promised promises refused refuses`);

export const organisationHeads = setOf(`
  academy administration affairs agency alliance army assembly association authority bank battalion board brigade brigades bureau cabinet center
  centre church club coalition college command commission committee company confederation congress corp corporation corps council court
  department directorate division federation fleet force forces foundation front fund government group guard guards guardian hospital inc
  institute institution intelligence league legion library limited ltd magazine militia ministry mission mobilization mobilisation movement museum
  navy network news newspaper office orchestra organisation organization parliament party police post press regiment school senate service
  services society squadron staff syndicate television times tribunal troops trust union units university
  airline airlines airways associates ag bancorp broadcasting bundestag bv caucus chamber chronicle clinic co commandos community companies
  consortium contingent cooperative customs daily democrats delegation detachment divisions duma embassy enterprises exchange faction faculty
  echo fc fighters firm forum gazette gendarmerie gmbh greens headquarters guild herald holdings infantry industries initiative journal judiciary junta kg knesset
  laboratories laboratory llc llp mail majlis media militias mines motors nv observatory observer partners partnership petroleum plc platoon politburo
  publishers radio railway railways rangers regiments registry republicans review rovers secretariat securities seminary shipping shipyard socialists
  opera quartet quintet sextet philharmonic symphony ballet choir chorus ensemble programme municipality orchestras conservatory conservatoire
  crescent shimbun ilbo pravda gazeta dagblad squad studios survey systems team telegraph telecom tigers tribune tv unit volunteers wanderers watch weekly wing works`);

export const placeHeads = setOf(`
  airbase airfield airport avenue base basin bay beach border bridge canal cape capital castle channel city coast county crossing dam delta desert
  district forest gulf harbor harbour heights highway hill hills island islands isle kingdom lake land mount mountain mountains neighborhood ocean
  palace park peninsula plain plateau port province quarter region republic ridge river road sea square strait street suburb temple territory town
  valley village wadi zone inn airstrip archipelago barrage barracks bazaar boulevard camp cemetery checkpoint commune corridor creek
  crossroads enclave falls fjord fort fortress gardens gate gates glacier governorate highlands hotel junction lagoon lane marshes motorway
  oasis oblast oilfield pass pier pipeline plains prefecture prison quay rapids range reef refinery reserve reservoir shore springs stadium
  station steppe strip pool ground arena racecourse velodrome speedway colliery fault plaza terminal tower township tunnel volcano woods`);

export const eventHeads = setOf(`
  accord accords affair agreement armistice assassination attack attacks battle blockade bombing campaign ceasefire championship conference
  congress convention coup crisis cup declaration dialogue disaster earthquake election elections expedition famine festival games genocide
  incident intervention invasion massacre meeting negotiations offensive olympics operation pact plan plot process protests rebellion referendum
  revolt revolution riot riots round scandal siege strike strikes summit surrender talks treaty trial truce uprising war wars withdrawal
  biennale coronation derby final finals intifada marathon mutiny pandemic pogrom regatta tournament landings airlift armada raid purge`);

/** Nouns after which "of (the)" goes on with the same name. */
export const ofHeads: ReadonlySet<string> = new Set([
  ...organisationHeads,
  ...placeHeads,
  ...eventHeads,
  ...setOf(
    'republic state states house secretary ministry bank university isle lord duke prince order crescent axis people minister',
  ),
]);

/** Nouns of organisations after which "for (the) X" goes on with the same name. */
export const forHeads: ReadonlySet<string> = new Set([
  ...organisationHeads,
  ...setOf(
    'campaign citizens coordinator doctors envoy families farmers fellowship fighters friends fund lawyers mothers observatory parents people physicians project programme program reporters scientists students support workers women youth',
  ),
]);

/** Nouns of missions after which "in X" goes on with the same name: "Support Mission in Libya". */
export const inHeads = setOf('mission operation');

/** Adjectives and nouns that open organisations' names: at a sentence's start they are no ordinary word. */
export const organisationFronts = setOf(`
  national united central royal federal supreme international democratic islamic people's peoples workers socialist communist liberal conservative
  republican social popular free general world european african asian arab american christian muslim catholic state public trade foreign interior defence
  defense justice health education finance special joint northern southern eastern western new grand high inter pan union labour labor revolutionary
  armed emergency local traffic coastal frontier riot rapid tribal permanent air naval army navy civil human red green white black blue save transparency human-rights economic political constitutional electoral`);

/** Nouns by which a text says afterwards what a name is: "X, a port city", "Y, the exporter". */
export const placeNouns: ReadonlySet<string> = new Set([
  ...placeHeads,
  ...setOf(
    'hamlet outskirts metropolis locality settlement neighbourhood stronghold border-town highland upland waterway tributary',
  ),
]);
export const organisationNouns: ReadonlySet<string> = new Set([
  ...organisationHeads,
  ...setOf(
    'agency airline bank brewer broadcaster builder carrier charity chain company conglomerate exporter exporters faction firm giant insurer lender maker manufacturer militia miner monitor movement newspaper ngo operator organisation organization outlet party producer publisher refiner retailer start-up startup subsidiary supplier union utility watchdog weekly daily wing group cartel',
  ),
]);

/** Beginnings of named operations and storms. */
export const eventFronts = setOf('operation hurricane typhoon cyclone exercise');

/** Heads of which "of X" is always a part: the Islamic Republic of Iran, but the Quds Force of Iran. */
export const keepsOf = setOf(
  'republic kingdom emirate state states union university church museum bank ministry gulf bay battle siege party front league federation treaty liberation institute association society order',
);

/** Nouns that open a place's name: Port X, Lake Y. */
export const placeFronts = setOf(
  `port lake mount mt fort cape camp gulf bay strait isle ile rio lago san santa saint st cerro jabal jebel wadi tel tell beit kafr khirbet umm deir
  jisr qasr bab jurf maarat marat maaret dayr tall khan qalat qalaat qala ras ain ayn bayt burj shatt bir marj khirbat kafar hawsh hosh madinat mazraat albu kfar kiryat ramat givat
  petah gush monte mont puerto ciudad punta playa sierra cap pointe bad ust nizhny verkhny novy staraya kota kuala bukit pulau tanjung sungai gunung nong koh
  ban phnom amba loch ben tal sidi glen villa val vila porto costa isla islas ilha serra morro pico piz col river hill route highway`,
);

/** Words that say what a place is, and may be left out: "Khmeimim (Air Base)". */
export const placeTails: ReadonlySet<string> = new Set([...placeHeads, ...setOf('air military naval international')]);

/** Words that say what an organisation is, and may be left out: "Wagner (Group)". */
export const organisationTails = setOf(
  'group company co corp corporation inc ltd limited plc ag gmbh llc sa nv spa holdings holding movement party organisation organization militia network newspaper foundation football club fc',
);

/** Small words inside a name, between two of its capitalised words. */
export const particles = setOf(
  'al el ul bin ben ibn bint abu abd van von der den de del della delle dei degli dello di da do dos das du la las le los y ten ter zu zum zur af av',
);
/** Small words that open names: with a capital at a sentence's start they are part of one. */
export const namePrefixes = setOf(
  'al el abu umm um ibn bin bint ben de di da del della dos du la le las los lo van von der den ter st ste saint san santa mc mac o',
);
/** Forms of the Arabic article that hang on the next word by a hyphen. */
export const articles = setOf('al el ul ad an ar as ash at az ed er es esh ez en');

export const directions = setOf(
  'north south east west northern southern eastern western central upper lower greater northeast northwest southeast southwest northeastern northwestern southeastern southwestern',
);

/** Words that stand before names and never are one. */
export const functionWords = setOf(`
  a about above according across additionally after afterwards again against all almost along already also although always amid among an and another any
  anyone are around as at away back because been before behind being below beneath besides best better between beyond both but by can could despite
  did do does down due during each earlier either even every everyone everything few finally first five following for four from further had has have
  he hence her here hers him his how however i if in indeed instead into is it its just last later least less let like many maybe me meanwhile
  more moreover most much must my near nearly neither never nevertheless new next no nobody none nonetheless nor not nothing now of off often on
  once one only onto or other others our out over perhaps quite rather second secondly several shall she should similarly since six so some
  someone something sometimes soon still such ten than that the their them then there therefore these they third this those though three
  through throughout thus to today together tomorrow too toward towards two under unless unlike until up upon us very via was we well were what
  whatever when whenever where whereas wherever whether which while who whoever whole whom whose why will with within without would yes yesterday yet you your
  i'm i've it's he's she's that's there's they're we're you're don't doesn't didn't isn't aren't wasn't weren't won't can't couldn't wouldn't let's what's
  seven eight nine eleven twelve twenty thirty forty fifty sixty seventy eighty ninety hundred`);

/** People, faiths and directions: capitalised, but names of nobody. */
const moreDemonyms = setOf(`
  british swiss american arab arabs african european asian western eastern islamic islamist muslim muslims christian christians jewish jew jews
  sunni shia shiite shiites shi'a catholic protestant hindu buddhist orthodox soviet nazi ottoman latin greek kurd kurds turk turks turkmen pole
  poles dane danes swede swedes finn finns spaniard spaniards scot scots briton britons welsh irish english saudi saudis afghan afghans peruvian peruvians filipino filipinos palestinian palestinians kurdish bosnian bosnians bosniak bosniaks kosovar kosovars chechen chechens tatar tatars uighur uighurs uyghur uyghurs
  tibetan tibetans catalan catalans basque basques flemish walloon walloons berber berbers bedouin alawite alawites alawi druze yazidi yazidis yezidi yezidis maronite
  maronites coptic copt copts salafi salafis salafist salafists wahhabi wahhabis zionist zionists marxist leninist pashtun pashtuns hazara hazaras tajik tajiks uzbek
  uzbeks kazakh kazakhs punjabi punjabis bengali bengalis tamil tamils sinhalese sikh sikhs hausa yoruba igbo oromo tutsi tutsis hutu hutus zulu zulus rohingya
  rohingyas emirati emiratis qatari qataris omani omanis kuwaiti kuwaitis bahraini bahrainis slav slavs slavic nordic celtic hispanic latino latinos maori persian
  persians anglo francophone anglophone czech czechs slovak slovaks serb serbs croat croats frenchman frenchmen englishman englishmen irishman irishmen dutchman
  dutchmen scotsman welshman westerner westerners southerner southerners northerner northerners trotskyist stalinist maoist nazis soviets ottomans franco`);

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
  const before = demonyms.get(folded);
  if (before !== undefined) return before;
  if (demonyms.size >= demonymsMax) demonyms.clear();
  const is = isPeoples(folded);
  demonyms.set(folded, is);
  return is;
}

const demonyms = new Map<string, boolean>();
const demonymsMax = 20_000;

function isPeoples(folded: string): boolean {
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
