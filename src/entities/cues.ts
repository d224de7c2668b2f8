/** The wordings around a mention that speak for its type, with their weights: data for around.ts. */
import type { NamedType } from './evidence.ts';

/** Whom a text names so it goes on to call by a given name. */
export const relationReason = 'a relation before it';
/** No place is a he or a she. */
export const pronounReason = '"he" or "she" after it';
/** "X's government". */
export const realmReason = 'what only a place has after it';

type Cue = readonly [pattern: RegExp, type: NamedType, weight: number, reason: string];

/** Tried on the folded words before a mention, up to it. */
export const cuesBefore: readonly Cue[] = [
  [
    /(?:^|\s)(?:during|throughout|aftermath of|wake of|anniversary of|outbreak of|eve of|height of|run-up to|edition of) (?:the )?$/,
    'event',
    1.2,
    'words of happenings before it',
  ],
  [
    /(?:advanc\w+ (?:on|to|towards?|into)|push\w* (?:into|towards?)|enter(?:ed|s|ing)?|reach(?:ed|es|ing)?|retook|retaken|recaptur\w+|seiz\w+|liberat\w+|shell(?:ed|s|ing)(?: of)?|bombard\w+(?: of)?|clear(?:ed|ing)|storm(?:ed|ing)|surround\w+|withdr[ae]w\w* from|evacuat\w+(?: from)?|displaced from|positions (?:in|at|near|around)|toward) (?:the )?$/,
    'place',
    0.9,
    'words of a campaign before it',
  ],
  [
    /(?:^|\s)(?:peak|island|village|town|city|river|hill|port|suburb|province|region|capital|base|mountain|lake|oasis|crossing|district)(?: too)?, $/,
    'place',
    2,
    'a noun of places before it',
  ],
  [/(?:^|\s)(?:in|near|outside|inside|throughout|across) (?:the )?$/, 'person', -1, 'a preposition of place before it'],
  // One shouts at people, and is angry at them; nobody works or dies at one.
  [
    /(?<!(?:^|\s)(?:look\w*|laugh\w*|shout\w*|point\w*|fir(?:ed?|ing)|shot|shoot\w*|aim\w*|hit\w*|back|ang(?:ry|er)|mad|furious|directed|levell?ed|thrown?|threw|stare[ds]?|smil\w+|yell\w*|jeer\w*|swipes?|dig|digs|jabs?|star(?:ed|ing))) at $/,
    'person',
    -1.3,
    '"at" before it',
  ],
  [/(?:^|\s)at (?:the )?$/, 'person', -0.5, 'a preposition of place before it'],
  [
    /(?:^|\s)(?:city|town|village|province|port|region|district|island|capital|governorate|state|valley|mountains?|outskirts|suburbs?|hamlet|oblast|area|river|border|airport|banks|coast|shores|(?:cities|towns|villages|provinces|ports|regions|districts|islands|communities|residents|inhabitants|palace|castle|monastery)) of (?:the )?$/,
    'place',
    3,
    'a noun of places before it',
  ],
  [
    /(?:^|\s)(?:city|town|village|river|lake|mount|island|suburb|hamlet|port) $/,
    'place',
    2,
    'a noun of places before it',
  ],
  [
    /(?:^|\s)(?:cities|towns|villages|provinces|districts|ports|islands|regions|suburbs|hamlets|communities|governorates) (?:of|like|such as|including) (?:[\p{L}' -]+, )+(?:and )?$/u,
    'place',
    2.2,
    'a list of places before it',
  ],
  [
    /(?:^|\s)(?:in|near|outside|inside|throughout|across) (?:(?:the )?(?:city|town|village) of )?$/,
    'place',
    1.3,
    'a preposition of place before it',
  ],
  [
    /(?:^|\s)(?:in|near|outside|inside|throughout|across) the $/,
    'place',
    0.8,
    'a preposition of place and "the" before it',
  ],
  [/(?:^|\s)at (?:the )?$/, 'place', 0.8, 'a preposition of place before it'],
  [
    /(?:^|\s)(?:above|around|below|between|beyond|towards?|via|through) (?:the )?$/,
    'place',
    0.6,
    'a preposition of place before it',
  ],
  [
    /(?:^|\s)(?:took|takes|holds?|held|controls?|controlled|defend(?:s|ed|ing)?|attack(?:s|ed|ing)?) $/,
    'place',
    0.5,
    'words of a campaign before it',
  ],
  [
    /(?:^|\s)(?:fall|capture|recapture|liberation|siege|battle|loss|defen[cs]e|bombardment|shelling|outskirts|approaches|gates|evacuation|bridges?|streets?|road|roads|highway|checkpoint|countryside|suburbs?) (?:of|in|at|near|into|to|around) $/,
    'place',
    0.9,
    'what happens to a town before it',
  ],
  [
    /(?:^|\s)(?:out of|pushed from|expelled from|driven from|lost|abandoned|bombed|raided|overran) $/,
    'place',
    0.5,
    'words of a campaign before it',
  ],
  [/(?:^|\s)from [\p{L}' -]{3,30} to $/u, 'place', 0.8, 'one end of a way before it'],
  [
    /(?:^|\s)(?:governor|mayor|king|emperor|queen|bishop|archbishop|patriarch|emir|sultan|duke|prince|earl|ras|sheriff|residents?|sheikh) (?:[\p{L}.'-]+ ){1,3}of $/u,
    'place',
    1.1,
    'who rules it before it',
  ],
  [/(?:^|\s)(?:from|to|into|over|off|onto) (?:the )?$/, 'place', 0.4, 'a preposition of direction before it'],
  [
    /(?:arriv\w+ in|travell?\w* to|fl[ei]w\w* (?:to|from)|born in|liv\w+ in|based in|sail\w* (?:to|from|for)|head\w* (?:to|for)|retreat\w* (?:to|from)|return\w* to|fled (?:to|from)?|road (?:to|from)|by way of|north of|south of|east of|west of|miles (?:from|of)|km (?:from|of)|kilomet\w+ (?:from|of)|captured|besieged|recaptured|occup\w+|mayor of|governor of|people of|residents of|countryside of|centre of|center of|half of|parts of|north-?east of|south-?east of|north-?west of|south-?west of) (?:the )?$/,
    'place',
    1.2,
    'words of movement or position before it',
  ],
  [
    /(?:^|\s)(?:(?:north|south|east|west)(?:ern|east|west|-?eastern|-?western)?|central|coastal|downtown|rural|upper|lower|mainland|occupied|inland) $/,
    'place',
    1.6,
    'a direction before it',
  ],
  [
    /(?:members?|fighters?|militants?|troops|units?|leaders?|commander|spokes\w+|shares|employees|ranks|founder|arm|wing|branch|board|chief executive|ceo|chairman|chairwoman) (?:of|for) (?:the )?$/,
    'organisation',
    1.4,
    'members or officers before it',
  ],
  [
    /(?:analysts?|economists?|traders?|dealers?|strategists?|brokers?|workers?|employees?|executives?|managers?|engineers?|correspondents?|editors?|reporters?|columnists?|directors?|spokes\w+|shareholders?|investors?|talks|merger|deal|contract|joint venture|partnership|contracts) (?:at|with|for|in) (?:the )?$/,
    'organisation',
    1.2,
    'those who work or deal with it before it',
  ],
  [
    /(?:shares?|stakes?|stock|interest|holding|subsidiary|unit|division|arm|owners?|customers?|takeover|purchase|acquisition|shareholders?|directors?|chief executive|profits?|trucks?|plants?|factories) (?:in|of|by) (?:the )?$/,
    'organisation',
    1.1,
    'what belongs to a firm before it',
  ],
  [
    /(?:buy|bought|buying|sold to|sell to|listed on|traded on|signed with|bid for|rival|rivals|competitor|competitors|loans? from|orders from|bought by|taken over by|supplied by|merged with|reported by|quoted by|carried by|broadcast by|owned by|operated by|run by|made by|built by|told the|written in|wrote in|reported in|an? (?:article|editorial|report|interview) (?:in|with)) $/,
    'organisation',
    0.9,
    'words of firms or newspapers before it',
  ],
  [
    /(?:joined|founded|co-founded|fund\w* by|acquir\w+|sued|works? for|worked for|employed by|backed by|supported by|owned by|published by|published in|writing in|according to the|group|company|firm|newspaper|magazine|daily|movement|party|agency|operator|charity|broadcaster|producer) $/,
    'organisation',
    1.1,
    'words of organisations before it',
  ],
  [/(?:^|\s)the $/, 'person', -0.9, '"the" before it'],
  [
    /(?:(?:his|her|their|my|our|your|'s) (?:\w+ )?(?:grandfather|grandmother|brother|sister|wife|husband|son|daughter|father|mother|uncle|aunt|cousin|nephew|niece|friend|colleague|successor|predecessor|deputy|boss|rival),?|s?he (?:had )?married|married to|widow(?:er)? of) (?:sir |lady )?$/,
    'person',
    2.5,
    relationReason,
  ],
  [
    /(?:named|called|nicknamed|born|married|son of|daughter of|brother of|wife of|aged|arrest of|trial of|death of|killing of|assassination of|funeral of|biography of|met with|told|accused|thanked|replaced|succeeded) $/,
    'person',
    0.9,
    'words of people before it',
  ],
];

/** Tried on the folded words after a mention, from it on. */
export const cuesAfter: readonly Cue[] = [
  [
    /^,? (?:broke out|took place|(?:was|were|is|are|will be) held (?!by|at gunpoint|hostage|captive|responsible|back|up)|ended in (?:\d|victory|defeat)|kicks? off|(?:began|begins|opens|ended|ends) (?:on|in) (?:\d|january|february|march|april|may|june|july|august|september|october|november|december|monday|tuesday|wednesday|thursday|friday|saturday|sunday))/,
    'event',
    1.2,
    'what only a happening does after it',
  ],
  [/^ of (?:1[5-9]\d\d|20\d\d)(?!\d)/, 'event', 1.5, 'its year after it'],
  [
    /^ (?:axis|front|frontline|pocket|junction|heights|salient|sector|basin|belts?|oil ?field|gas ?field|barracks|outskirts|bank|reservoir|power station|camp|canal|gorge|pass|quarter|island|islands|communities|axis)\b/,
    'place',
    1.5,
    'a noun of places after it',
  ],
  [/^(?:,| \(|, aged) ?\d\d(?:,|\)|$)/, 'person', 2.5, 'an age after it'],
  [/^,? who\b/, 'person', 2, '"who" after it'],
  [/^ (?:himself|herself)\b/, 'person', 3, '"himself" or "herself" after it'],
  [
    /^ (?:[\p{L}-]+ ){0,5}?(?:said|says|thought|believed|insisted|admitted|denied|claimed|felt|knew|hoped)(?: that)? (?:he|she) (?!which)/u,
    'person',
    0.3,
    pronounReason,
  ],
  [
    /^'s?,? (?:\w+ )?(?:brother|sister|wife|husband|son|sons|daughter|father|mother|uncle|aunt|cousin|nephew|widow|parents|lawyers?|death|predecessor|successor|career|hands?|face|voice|life|remarks|aides?|biographers?|body|grave|desk|office)\b/,
    'person',
    1.4,
    "somebody's relations or doings after it",
  ],
  [/^,? (?:and|or) (?:his|her)\b/, 'person', 1, '"and his" after it'],
  [
    /^(?:'s)? (?:fighters?|militants?|militia|militiamen|spokes\w+|members?|supporters|shares?|stock|executives?|employees|gunmen|chief|leader|leadership|commander|boss|coach|striker|defender|goalkeeper|midfielder|fans|contractors|mercenaries|subsidiary|headquarters|bureau|loyalists|ministers|lawmakers|deputies|mps)\b/,
    'organisation',
    1.3,
    'members or officers after it',
  ],
  [
    /^ (?:airfield|air base|airbase|airport|province|city|border|countryside|port|region|district|sub-?district|coast|highway|flyover|bridge|tunnel|market|estuary|waterway|agreement|accords?|protocol|declaration|governorate|town|village|valley|river|area|county|suburb|neighbou?rhood|prison|dam|crossing|hills|mountains|plain|plateau|forest|desert|steppe|massif|road|peninsula|hospital|station|hotel)\b/,
    'place',
    2,
    'a noun of places after it',
  ],
  [
    /^(?:'s) (?:government|president|capital|border|borders|economy|parliament|prime|population|coast|coastline|airport|mayor|port|streets|outskirts|suburbs|residents|northern|southern|eastern|western|north|south|east|west|central bank|territory|currency|exports|old city|harbour|harbor)\b/,
    'place',
    1.4,
    realmReason,
  ],
  [
    /^(?:'s)? (?:(?:daily |weekly |satellite |state |satellite )?(?:newspapers?|daily|weekly|magazine|television|tv|radio|channel|station|news agency|agency|website)|party|coalition|group|company|firm|movement|faction|alliance|bloc|society|subsidiary|airline|bank|club|team|columns|units?|brigades?|rebels|guerrillas|gunmen|activists|lawmakers?|deput(?:y|ies)|senators?|legislators?|candidates?|negotiators?|workers|staff|employees|machinists|drivers|players|bonds|jets|cars|data)\b/,
    'organisation',
    1.5,
    'a noun of organisations after it',
  ],
  [
    /^(?: [a-z]+ly)? (?:rose|fell|gained|lost|dropped|slipped|climbed|jumped|eased|surged|edged|added|shed|closed|ended|opened|traded|was (?:up|down|flat|unchanged)|were (?:up|down))\b(?! (?:an?|the|his|her|its|their)\b).{0,24}(?:\d|percent|per cent|points?|cents?|pence|flat|unchanged|higher|lower)/,
    'organisation',
    1.4,
    'its price after it',
  ],
  [
    /^(?:'s)? (?:shares?|stock|bonds) (?:was|were|rose|fell|gained|lost|closed|ended|slipped|jumped|edged|traded|climbed|dropped|tumbled|soared|eased)\b/,
    'organisation',
    1.6,
    'its shares after it',
  ],
  [
    /^ (?:slipped|eased|firmed|rallied|was (?:suspended|firmer|higher|lower|steady)|were (?:both )?(?:suspended|firmer|higher|lower|steady)|bucked the trend|(?:raised|cut|lowered|hiked) (?:[a-z]+ ){0,2}(?:prices|rates?|forecasts?|output|dividends?|stakes?|production|tariffs|capacity|jobs)|declined (?:to )?comment|had bid|made (?:an )?offers?|bid for)\b/,
    'organisation',
    1.1,
    'what firms do after it',
  ],
  [
    /^ (?:(?:has|have|had|will|would|is to|are to|plans? to|agreed to|said it would) )?(?:also |already |since )?(?:posted?|recall(?:ed|s)?|acquired?|unveil(?:ed|s)?|bought|buy|merged?|laid off|lay off|build|cut(?:s)? (?:its|jobs|\d)|raised? its|cut its|changed its|won an? (?:order|contract)|own(?:s|ed)|quoted|print(?:ed|s)?|carried|broadcast|editorialised|operates?|run(?:s)? (?:a|an|the)|shut (?:its|the)|closed (?:its|a|the)|mov(?:e|ed) \d|is hiring|was hiring|sign(?:ed)? an? (?:deal|contract|agreement)|boycott(?:s|ed)?|contested?|claimed responsibility|report(?:ed)? an? (?:profit|loss|net))\b/,
    'organisation',
    1.1,
    'what firms and parties do after it',
  ],
  [/^ (?:mine|mines|smelter|refinery|quarry)\b/, 'place', 0.8, 'what stands at a place after it'],
  [/^ (?:flew|returned|arrived|travelled|traveled) (?:to|from|in|home|back)\b/, 'person', 0.6, 'a journey after it'],
  [/^(?: [\p{L}-]+){1,4} its\b/u, 'organisation', 0.5, '"its" after it'],
  [/^(?: [\p{L}-]+){1,4} its\b/u, 'person', -0.7, '"its" after it'],
  [/^(?: [\p{L}-]+){1,4} (?:his|her|he|she)\b/u, 'person', 0.5, '"his" or "her" after it'],
  [
    /^ and [\p{Lu}\p{L}&' -]{2,30}, (?:(?:the|both) )?(?:two |both )?(?:firms|companies|groups|parties|banks|airlines)\b/u,
    'organisation',
    1.2,
    '"the companies" after it',
  ],
  [
    /^ (?:was|were|is|had been|has been|remains|remained|fell|came under)\b(?: \w+)?(?: to| under)? ?(?:taken|retaken|captured|recaptured|liberated|cleared|shelled|bombed|besieged|encircled|surrounded|held|evacuated|abandoned|cut off|fire|attack|siege|control)\b/,
    'place',
    0.9,
    'what happens to a town after it',
  ],
  [
    /^(?:'s)? (?:men|soldiers|snipers|engineers|artillery|drones|commanders?|positions|lines|patrols?|convoys?|bombers?|prisoners|cells?|sleeper|emirs?|recruits|tactical|headquarters|weapons)\b/,
    'organisation',
    0.6,
    'men and arms after it',
  ],
  [
    /^,? (?:the )?(?:capital|birthplace|(?:largest|biggest|main|second) (?:city|town|port)|home to)\b/,
    'place',
    1.5,
    'words of places after it',
  ],
  [/^-(?:based|born|born|area|bound)\b/, 'place', 2.2, '"-based" or "-born" after it'],
  [
    /^-(?:led|backed|allied|linked|affiliated|aligned|run|controlled|owned|funded)\b/,
    'organisation',
    0.5,
    '"-led" or "-backed" after it',
  ],
  [
    /^ (?:announced|reported|published|launched|was founded|were founded|owns|operates|employs|acquired|sells|manufactures|merged|issued|deployed|controls|controlled)\b/,
    'organisation',
    0.8,
    'a verb of organisations after it',
  ],
  [
    /^ (?:said|says|announced|reported)(?: on)?(?: (?:mon|tues|wednes|thurs|fri|satur|sun)day)?(?: that)? it(?:s \w+)? (?:would|will|had|has|is|was|planned|expects?|expected|plans|could|may)\b/,
    'organisation',
    1,
    'what it says of itself after it',
  ],
  [/^ (?:said|says|announced|reported)(?: on)?(?: \w+day)?(?: that)? it\b/, 'person', -0.8, '"it" after it'],
];
