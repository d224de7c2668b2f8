/**
 * Words by which an event is known where its name has capitals: nouns that end or begin such names, and names that are
 * one broadly known event or feast each. Classes of words for event-names.ts; the small-letter nouns stand in
 * event-nouns.ts.
 */
const setOf = (words: string): ReadonlySet<string> => new Set(words.trim().split(/\s+/));

/** With another capital before it: "Safari Rally", "Salt March", "Quit India Riots". */
export const nameHeads = setOf(`
  war wars battle siege revolution revolutions uprising rising rebellion revolt mutiny intifada coup putsch counter-coup crisis massacre massacres genocide pogrom
  famine earthquake tsunami hurricane typhoon cyclone flood floods blizzard bushfires wildfires disaster tragedy explosion explosions bombing bombings attack
  attacks raid raids riot riots protests affair scandal accord accords agreement agreements armistice truce ceasefire talks summit conference conferences convention
  festival fiesta carnival biennale triennale biennial marathon ultramarathon triathlon decathlon rally race cup trophy shield open masters championship championships
  olympics paralympics olympiad games regatta derby stakes sevens tournament contest fair expo exposition exhibition jubilee day eve birthday coronation
  emergency restoration reformation partition blockade airlift blitz offensive campaign expedition landing landings invasion incursion incident referendum
  election elections primary primaries caucus caucuses trials trial march crash crusade crusades exodus purge purges terror flu plague pandemic epidemic
  outbreak spill meltdown boycott strike strikes putsch insurgency insurrection declaration initiative dialogue process negotiations pact round classic
  prix national bowl series final finals semifinal semifinals fire awards oscars leap durbar mela puja war-games manoeuvres maneuvers armada conquest
  battles competition chase fringe excursion storm storms game meetings days
  treaty depression recession panic rush trek bubble shock embargo meeting congress inquisition expedition schism hijacking assassination abduction kidnapping
  withdrawal annexation interregnum deluge moot parley regattas tour protest accident stampede plenum protocol protocols challenge test tests airlift
  lockout shutdown heist hoax disturbances disorders relay relays playoffs biathlon pentathlon heptathlon slalom thaw freeze quake bailout devaluation debates vigil lynching lynchings shooting
  shootings stabbing collision sinking shipwreck derailment poisoning poisonings marches sieges disappearances evictions surrender conspiracy plot controversy event concert quadrennial roundup demonstration feud satyagraha reaction reform migration clearances tornado windstorm smog hunger awakening purchase handover
  recount boatlift airstrike eruption drought avalanche landslide blackout bubble mania slump murders killings pogroms evacuation retreat bombardment ambush
  standoff shootout hearings demonstrations walkout sit-in sit-ins uprisings symposium colloquium synod conclave parade procession pilgrimage rodeo jamboree
  eisteddfod wedding spring summer autumn winter decade show twenty20 week rides executions vespers disruption heatwave plebiscite expulsion deportation deportations invitational criterium critérium ronde rallye year trofeo coppa coupe taça premio prêmio preis corrida gala pageant debate referenda discussions robbery runoff catastrophe occupation agitation regicide rescue`);

/** These end as many names of bodies, places and people: more must speak for the event. */
export const weakHeads = setOf(`
  national series congress convention open masters round process pact bowl fair chase fringe excursion storm storms game meetings days caucus caucuses rally campaign initiative tour trial meeting round final finals
  semifinal semifinals fire day shield march leap rush exhibition race primary plague terror national battle process stakes classic treaty challenge test tests gala pageant debate corrida trofeo coppa coupe
  event concert reaction reform migration hunger awakening purchase synod parade procession wedding spring summer autumn winter decade show twenty20 retreat week year`);

/** Words that stand before a weak head in the name of an event. */
export const weakFronts: Readonly<Record<string, RegExp>> = {
  national: /^grand$/,
  series: /^(?:world|test|super|champions|grand|county|league)$/,
  congress: /^(?:party|continental|zionist|\d+(?:st|nd|rd|th))$/,
  convention: /^(?:national|constitutional|party|democratic|republican|constitution)$/,
  leap: /^great$/,
  rush: /^(?:gold|land|oil|klondike)$/,
  final: /^(?:cup|league|grand|trophy|shield|championship|championships|series|masters|open)$/,
  fire: /^(?:great|\p{L}+)$/u,
  plague: /^(?:great|black)$/,
  terror: /^(?:great|red|white)$/,
  trial: /^(?:monkey|treason|rivonia|show)$/,
  test: /^(?:first|second|third|fourth|fifth|sixth|boxing|lord|day)$/,
  tests: /^(?:nuclear)$/,
  caucus:
    /^(?:iowa|nevada|wyoming|maine|alaska|hawaii|kansas|idaho|minnesota|colorado|washington|utah|dakota|democratic|republican|presidential)$/,
  caucuses:
    /^(?:iowa|nevada|wyoming|maine|alaska|hawaii|kansas|idaho|minnesota|colorado|washington|utah|dakota|democratic|republican|presidential)$/,
  chase: /^(?:locomotive|great)$/,
  fringe: /^(?:edinburgh|adelaide|brighton|\p{L}+)$/u,
  storm: /^(?:great|ice|snow|\p{L}+day)$/u,
  storms: /^(?:great|ice)$/,
  game: /^(?:all-star|star|all|bowl|title|great)$/,
  meetings: /^(?:annual|spring|winter|summer|autumn)$/,
  days: /^\p{L}{4,}$/u,
  reform: /^days$/,
  hunger: /^irish$/,
  week: /^(?!(?:business|working|last|this|next|every|news|the)$)\p{L}{4,}$/u,
  year: /^(?:polar|geophysical|holy|jubilee)$/,
  wedding: /^(?:royal|red)$/,
  decade: /^(?:black|red|white|lost|dark)$/,
  summer: /^(?:freedom|red|hot)$/,
  autumn: /^(?:hot|red)$/,
  winter: /^(?:hunger|long|white)$/,
  show: /^(?:motor|auto|air|boat|flower|electronics|horse|agricultural|trade|toy|fashion)$/,
  twenty20: /^(?:world|champions|league)$/,
  purchase: /^(?:louisiana|gadsden)$/,
  meeting: /^(?:annual|general|spring|summit|ministerial|government|ministers|council)$/,
};

/** Heads after which "of X" goes on with the name; with these it is a name without anything before them, too. */
export const ofHeads = setOf(`
  battle siege war wars tour rally peace congress treaty revolution revolutions massacre fire rape sack night day feast festival cup partition
  restoration defenestration diet conquest burning storming relief fall wars march rebellion revolt partitions raid race grand-prix prix gunpowder trial
  summit plague storm hours expedition conference council league-cup flight walk scramble charge panic miracle rumble thrilla gunfight retreat evacuation pilgrimage
  synod blockade bombardment bombing crossing liberation annexation invasion expulsion surrender capture occupation coronation years year days week summer winter
  spring conspiracy mutiny voyage cry vuelta giro volta ronde criterium rallye trofeo coppa coupe premio premio preis`);
/** Of those, the ones that no sentence opens with unless it is a name. */
export const openingOfHeads = setOf(
  'battle tour rally treaty war wars revolutions night feast defenestration diet giro vuelta criterium ronde volta trofeo rallye',
);

/** Alone, after "the", with a capital that its place doesn't explain. */
export const loneHeads = setOf(`
  emergency troubles partition blitz depression reformation renaissance crusades holocaust intifada armistice olympics paralympics derby masters ashes
  restoration terror oscars emmys grammys durbar carnival nakba naksa shoah holodomor anschluss anfal risorgimento iditarod inquisition games
  revolution uprising rising exodus blizzard proms fronde reconquista clearances surge`);

/** Their names follow: "Operation Sabre", "Tropical Storm Ana". */
export const stormFronts = setOf('hurricane typhoon cyclone storm superstorm supertyphoon medicane windstorm');
export const operationFronts = setOf('operation exercise operación operacion opération operação operacao operazione');
/** Before a storm's kind, and part of it. */
export const stormKinds = setOf('tropical subtropical winter super severe');

/** What may follow a feast: another noun makes it a place, a work or a body. */
const feasts = [
  'Christmas(?: Eve| Day)?|Xmas|Boxing Day|Easter(?: Sunday| Monday| Day)?|Good Friday|Palm Sunday|Ash Wednesday|Maundy Thursday|Holy (?:Week|Saturday|Thursday)',
  "Pentecost|Whitsun(?:tide)?|Whit Monday|Epiphany|Candlemas|Michaelmas|Shrove Tuesday|Mardi Gras|Corpus Christi|All (?:Souls|Saints)[’']? Day|Halloween|Hallowe[’']en|Martinmas|Advent Sunday|Timkat|Meskel|Enkutatash|Genna",
  "Ramadh?an|Ramazan|Eid(?: [au]l[- ]?(?:Fitr|Adha|Azha|Ghadir|Kabir))?|Id[- ]ul[- ](?:Fitr|Adha)|Bakri Eid|Bakrid|Kurban Bayram\\p{L}*|Tabaski|Korit[eé]|Lebaran|Hari Raya(?: (?:Aidilfitri|Haji|Puasa))?|Ashura|Ashoura|Arba['’]?een|Mawlid(?: al-Nabi)?|Milad-?un-?Nabi|Moharram|Muharram|Laylat al-Qadr|Hajj|Umrah",
  'No(?:w|v)?ruz|Newroz|Nawruz|Navroz|Yalda|Sizdah Bedar',
  "Hanukk?ah|Chanukah|Passover|Pesach|Yom Kippur|Rosh Hashana[h]?|Purim|Sukkot|Shavuot|Simchat Torah|Tisha B['’]Av|Lag BaOmer",
  'Diwali|Deepavali|Holi|Dussehra|Dasara|Durga Puja|Navratri|Ganesh Chaturthi|Onam|Pongal|Baisakhi|Vaisakhi|Bihu|Makar Sankranti|Raksha Bandhan|Maha Shivaratri|Janmashtami|Chhath(?: Puja)?|Kumbh Mela|Maha Kumbh|Kali Puja|Pohela Boishakh',
  'Ves[a]k|Wesak|Songkran|Loy Krathong|Thingyan|Losar|Obon|Chuseok|Seollal|Tet Nguyen Dan|Qingming|Pchum Ben|Nyepi|Galungan',
  "Thanksgiving(?: Day)?|Kwanzaa|Hogmanay|Juneteenth|Cinco de Mayo|D[ií]a de los Muertos|Inti Raymi|Oktoberfest|Fasching|Midsummer(?:['’]s)?(?: Eve| Day)?|Walpurgis Night|Burns Night|Bonfire Night|Guy Fawkes Night|Twelfth Night|Samhain|Golden Week|Holy Innocents",
  "(?:(?:Chinese|Lunar|Jewish|Persian|Iranian|Islamic|Tibetan|Thai|Ethiopian|Tamil|Nepali|Burmese|Khmer|Orthodox|Coptic|Kurdish|Berber|Amazigh|Vietnamese|Korean|Russian) )?New Year(?:['’]s)?(?: Eve| Day)?",
];
/** Days and happenings that everybody calls by a name. */
const happenings = [
  '9/11|26/11|D-Day|WWI{1,2}|WW[12]|V[.-]?[EJ][.-]? Day|(?:Bloody|Black|Super|Red) (?:Sunday|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|January|February|March|April|May|June|July|August|September|October|November|December)|Cyber Monday|7/7',
  '(?:swine|bird|avian|Hong Kong) flu(?: (?:pandemic|epidemic|outbreak))?|(?:COVID-19|Covid-19|coronavirus) pandemic|dot-?com (?:bubble|boom|crash|bust)|sub-?prime (?:mortgage )?crisis|[Tt]ulip mania|[Ss]avings[- ]and[- ][Ll]oan crisis|foot-and-mouth (?:outbreak|epidemic|crisis)|\\p{Ll}+-for-\\p{Ll}+ (?:scandal|affair)',
  'Kristallnacht|Euromaidan|EuroMaidan|Brexit|Watergate|Irangate|Iran[-–]Contra|Black Death|Spanish (?:Flu|flu)|Great Depression|Dust Bowl|Great Leap Forward|Cultural Revolution|Long March|Boston Tea Party|Gunpowder Plot|Glorious Revolution|Great Terror|Prague Spring|Arab Spring|Cedar Revolution|Seoul Spring|Winter of Discontent|Spanish Armada|Trail of Tears|Nakba|Naksa|Holodomor|Anschluss|Shoah|Reichstag fire|Reign of Terror|Death March|Time of Troubles|Year Without a Summer|Desert Storm|Desert Shield|Enduring Freedom|Kindertransport|Tangentopoli|Reformasi|Kulturkampf|Risorgimento|Reconquista|Vormärz|Oprichnina|Belle [EÉ]poque|Trente Glorieuses|Mani Pulite|Biennio Rosso|Paris Commune|Porajmos|Apollo \\d{1,2}|Rio ?\\+ ?\\d+',
  "(?:Super Bowl|WrestleMania|Expo|Euro|COP)[ -]?(?:[IVXL]+\\b|['’]?\\d{2}(?:\\d{2})?\\b)|Super Bowl|Six Nations|Five Nations|Tri[ -]Nations|Rose Bowl game|Ryder Cup|World Series|World Cup|Olympic Games|Olympics|Paralympics|May ['’]?68|Live Aid|Glastonbury Festival|Burning Man|Academy Awards|Oscars|Grammys|Emmys|Baftas|BAFTAs|Eurovision(?: Song Contest)?",
  'Roland[- ]Garros|Berlinale|Vasaloppet|Palio di Siena|Golden Globes|March Madness|Earth Hour|Tour Down Under',
  "(?:(?:UEFA|AFC|CAF|CONCACAF) )?Champions['’]? League|Europa League|Nations League|Copa Libertadores|Indy 500|Indianapolis 500|Daytona 500|(?:\\d+|Twelve|Six) Hours (?:of|at) (?:Le )?\\p{Lu}\\p{L}+|Isle of Man TT|Mille Miglia|Targa Florio|Royal Ascot|Cheltenham Festival|Cowes Week|Edinburgh Fringe|Lollapalooza|Woodstock['’ ]*\\d\\d|Maccabiah(?: Games)?|Jacquerie",
  'Iditarod|Paris[-–]Roubaix|Milan[-–]San[ -]Remo|Paris[-–]Nice|Paris[-–]Tours|Paris[-–]Dakar|Tirreno[-–]Adriatico|Li[eè]ge[-–]Bastogne[-–]Li[eè]ge|Gh?ent[-–]Wevelgem|Sydney[-– ](?:to[-– ])?Hobart|Milano[-–]Torino|Fl[eè]che Wallonne|Amstel Gold(?: Race)?|Strade Bianche|Giro(?=[ ,.;)](?!d))',
  '(?:\\d{4}(?:[-–]\\d{2,4})? )?(?:(?:North |South |East |Eastern |Western )?(?:Atlantic|Pacific)|Indian Ocean|Australian(?: region)?) (?:hurricane|typhoon|cyclone) season',
  'The Open(?= (?:at|in|Championship|champion))',
  'Wimbledon(?= (?:champions?|finalists?|semi-?finalists?|titles?|crown|final|semi-?finals?|quarter-?finals?|singles|doubles|debut|junior|seeds?|winners?|runner-up))',
  '(?<=(?:finalists?|champions?|runner-up|titles?|crown|win|wins|won|final|semi-?finals?|round|seeded|defeat|victory|debut) (?:at |of )?)Wimbledon',
  'Ashes(?= (?:series|Test|tests|tour|in|were|was|are|is|of|urn|winner))',
];
const edge = '(?<![\\p{L}\\p{N}/-])';
const rim = '(?![\\p{L}\\p{N}/]|-\\p{L})';
export const knownEvents = new RegExp(`${edge}(?:${[...feasts, ...happenings].join('|')})${rim}`, 'gu');
