/**
 * Words of one family, which a stemmer leaves apart: "Who invented it?" is answered by "its inventor", "How did he die?" by "his
 * death". Kindred words say less than the word itself, so they order passages and find none.
 */
import { fold } from './fold.ts';
import { termOf } from './words.ts';

/** A family a line; the first word names it. Words of one beginning and a common ending need no line. */
const families = `
able ability enable|accept acceptance|abolish abolition end|abduct abduction kidnap kidnapping|abdicate abdication|accident crash collision collide wreck shipwreck|acquire
acquisition merge merger takeover buy|agree agreement accord treaty pact deal|annex annexation|appoint appointment|arrest detain detention
jail imprison imprisonment prison|attack assault raid bombing bomb strike|ban prohibit prohibition forbid outlaw|bankrupt bankruptcy insolvent
insolvency|blaze fire burn|bomb bombing bombard bombardment|cancel cancellation|cease ceasefire truce armistice peace|celebrate celebration
festival|close closure shut shutdown|collapse fall|conquer conquest take capture|convict conviction verdict guilty sentence|court trial
judge ruling verdict judgment judgement|deport deportation exile banish banishment expel expulsion|demolish demolition raze|derail derailment
crash|disaster catastrophe tragedy accident|dismiss dismissal|dispute quarrel row controversy scandal affair|divide division split partition|
earthquake quake tremor|epidemic plague pandemic outbreak|erupt eruption volcano|escape flee flight|evacuate evacuation|execute execution
behead hang|exhibit exhibition|explode blast detonate|famine hunger starve starvation|hijack hijacking|inaugurate inauguration open opening
reopen|independence independent|inoculate inoculation vaccinate vaccination|inquiry investigate investigation inquest hearing probe|invade
invasion|massacre slaughter kill|nationalise nationalisation nationalize|occupy occupation|premiere debut perform|protest demonstrate
demonstration march rally riot|quit resign resignation|rebel rebellion revolt uprising revolution mutiny insurrection|rescue save|restore
return restitution|rob robbery theft heist burglary steal|sack plunder pillage loot ransack|siege besiege|sink sinking wreck shipwreck|storm
hurricane typhoon cyclone gale|strike walkout stoppage|tsunami wave|vote ballot poll election referendum|actor actress acted|advise advice adviser|age aged old|allow permit|analyse analysis|appear appearance emerge|
arrive arrival|author write writer written|begin start commence beginning origin launch|believe belief|big large size great|birth born bear|
breathe breath|bury burial grave tomb|buy purchase|call name term nickname known|capture seize take|cause reason because|choose choice
select|city town|compete competitor competition|construct build builder building construction erect|cost price worth|country nation state|create
creator make maker|crown coronation king|cure treat treatment remedy|decide decision|deep depth|defeat beat|defend defence|describe
description|destroy destruction ruin|die death dead deceased|differ difference different|discover discovery discoverer find|disease illness
sickness|doctor physician|east eastern|eat food feed diet|elect election|employ employee employer job work|enter entrance entry|exist
existence|explode explosion|fail failure|fast speed quick quickly|famous fame known|far distance|fight battle war|film movie|fly flight|found
founder establish foundation|free freedom|give gift|govern governor government|grow growth|hate hatred|heat hot warm|heavy weight weigh|height
high tall|help aid|hospital clinic|house home|inhabitant population live people resident|injure injury hurt wound|invent inventor invention
devise|king queen royal|kill murder assassinate slay|know knowledge|lawyer attorney counsel|lead leader head|length long|less fewer|live life
alive reside|locate location lie situate|lose loss|main chief principal|marry marriage wife husband wedding|mean meaning|measure measurement|move
movement|north northern|occur happen|own owner|part portion|pay payment|people person human|person individual|plane aeroplane aircraft|poison
poisonous toxic|possess possession|poor poverty|produce product production producer|prove proof|publish publication publisher|push
pressure|receive receipt|replace replacement succeed|resign resignation|respond response reply answer|rich wealth|rule reign ruler|sail
sailor|sea ocean marine|sell sale|send sent|serve service servant|ship vessel boat|sick ill|sign signature|sing singer song|situate
site|south southern|speak speech|steal theft thief|strong strength|study student|succeed success|successor succeed|sue lawsuit suit|teach
teacher|tell told|think thought|title name|use usage|view opinion|warm warmth|weak weakness|west western|wide width breadth|win winner
victory|wise wisdom|young youth|child son daughter|father mother parent|film movie picture|company firm corporation business|president
presidency|compose composer composition|direct director|paint painter painting|sculpt sculptor sculpture|perform performance|play player|
America American|Argentina Argentine|Australia Australian|Austria Austrian|Belgium Belgian|Brazil Brazilian|Britain British England English|Canada
Canadian|Chile Chilean|China Chinese|Denmark Danish Dane|Egypt Egyptian|Ethiopia Ethiopian|Finland Finnish|France French|Germany German|Greece
Greek|Hungary Hungarian|Iceland Icelandic|India Indian|Indonesia Indonesian|Iran Iranian Persia Persian|Iraq Iraqi|Ireland
Irish|Israel Israeli|Italy Italian|Japan Japanese|Mexico Mexican|Morocco Moroccan|Netherlands Dutch Holland|Norway Norwegian|Pakistan
Pakistani|Peru Peruvian|Philippines Philippine Filipino|Poland Polish|Portugal Portuguese|Rome Roman|Russia Russian|Scotland Scottish
Scots|Spain Spanish|Sweden Swedish|Switzerland Swiss|Syria Syrian|Thailand Thai|Turkey Turkish|Ukraine Ukrainian|Vietnam
Vietnamese|Wales Welsh|Europe European|Africa African|Asia Asian`;

const namesByTerm = new Map<string, string[]>();
for (const family of families.split('|')) {
  const words = family.trim().split(/\s+/u);
  for (const word of words) {
    const term = termOf(word, 'en') ?? fold(word);
    namesByTerm.set(term, [...(namesByTerm.get(term) ?? []), words[0]!]);
  }
}

const endings =
  /(?:ation|ition|ment|ness|ship|hood|ance|anc|ence|enc|ist|ism|ian|ion|ant|ent|ive|iv|al|ic|or|er|ar|iti|ti|th|i|y|e)$/u;
const rootLettersMin = 5;

/** Terms met before: most words of a library are the same few thousand. */
const known = new Map<string, readonly string[]>();
const knownMax = 200_000;

/** The families of an English term (text/words.ts), by name: two terms that share one are kindred. */
export function familiesOf(term: string): readonly string[] {
  const before = known.get(term);
  if (before) return before;
  const root = term.replace(endings, '');
  const own = term.length < rootLettersMin ? [] : [`${root.length >= rootLettersMin ? root : term}-`];
  const all = [...own, ...(namesByTerm.get(term) ?? [])];
  if (known.size >= knownMax) known.clear();
  known.set(term, all);
  return all;
}
