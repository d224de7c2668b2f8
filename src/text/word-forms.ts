/**
 * Forms of English words that no stemmer joins: irregular verbs and plurals, and what is spelt in two ways on the two sides of
 * the Atlantic. "When did it begin?" is answered by "it began".
 */

/** The plain form first. What is more often another word ("lay", "bore", "wound", "ground", "bound") is left out. */
const irregular = `
arise arose arisen|awake awoke awoken|become became|begin began begun|bend bent|bite bit bitten|bleed bled|blow blew blown|break broke
broken|breed bred|bring brought|build built|burn burnt|buy bought|catch caught|choose chose chosen|cling clung|come came|creep crept|deal
dealt|dig dug|draw drew drawn|dream dreamt|drink drank drunk|drive drove driven|eat ate eaten|fall fell fallen|feed fed|feel felt|fight
fought|find found|flee fled|fling flung|fly flew flown|forbid forbade forbidden|forget forgot forgotten|forgive forgave
forgiven|freeze froze frozen|get got gotten|give gave given|go went gone|grind ground|grow grew grown|hang hung|hear heard|hide hid
hidden|hold held|keep kept|kneel knelt|know knew known|lead led|lean leant|leap leapt|learn learnt|leave left|lend lent|light
lit|lose lost|make made|mean meant|meet met|mistake mistook mistaken|overcome overcame|overtake overtook overtaken|overthrow overthrew
overthrown|pay paid|ride rode ridden|ring rang rung|rise rose risen|run ran|say said|see saw seen|seek sought|sell sold|send
sent|shake shook shaken|shine shone|shoot shot|show shown|shrink shrank shrunk|sing sang sung|sink sank sunk|sit sat|sleep slept|slide
slid|smell smelt|speak spoke spoken|spell spelt|spend spent|spill spilt|spin spun|spoil spoilt|spring sprang sprung|stand stood|steal
stole stolen|stick stuck|sting stung|strike struck stricken|strive strove striven|swear swore sworn|sweep swept|swell swollen|swim swam
swum|swing swung|take took taken|teach taught|tear tore torn|tell told|think thought|throw threw thrown|undergo underwent
undergone|understand understood|undertake undertook undertaken|wake woke woken|wear wore worn|weave wove woven|weep wept|win won|withdraw
withdrew withdrawn|withstand withstood|wring wrung|write wrote written|rewrite rewrote rewritten|rebuild rebuilt|foot feet|tooth
teeth|goose geese|mouse mice|man men|woman women|child children|person people|ox oxen|wolf wolves|knife knives|wife wives|half halves|shelf shelves|loaf loaves|thief thieves|calf calves|hoof hooves|criterion criteria|phenomenon phenomena|bacterium
bacteria|datum data|analysis analyses|crisis crises|thesis theses|hypothesis hypotheses|axis axes|oasis oases|nucleus nuclei|larva
larvae|alga algae|antenna antennae|vertebra vertebrae|fungus fungi|stimulus stimuli|radius radii|index indices|matrix matrices|vertex
vertices|aeroplane airplane|aluminium aluminum|grey gray|jewellery jewelry|kerb curb|mould mold|moustache mustache|plough plow|programme
program|pyjamas pajamas|sceptic skeptic|sulphur sulfur|tyre tire|cheque check|gaol jail|cosy cozy|judgement
judgment|manoeuvre maneuver|oesophagus esophagus|oestrogen estrogen|foetus fetus|haemoglobin hemoglobin|anaemia anemia|leukaemia
leukemia|diarrhoea diarrhea|paediatric pediatric|anaesthetic anesthetic|orthopaedic orthopedic|caesarean cesarean|tumour tumor`;

const plainForms = new Map(
  irregular
    .trim()
    .split('|')
    .flatMap((line) => {
      const [plain = '', ...forms] = line.trim().split(/\s+/u);
      return forms.map((form) => [form, plain] as const);
    }),
);

/** Endings that are written in two ways, after letters enough that all forms of a word are met alike ("raise", "raised"). */
const endings: readonly (readonly [RegExp, string])[] = [
  [/(?<=\p{L}{4})is(e[drs]?|ers|ing|ations?|ational)$/u, 'iz$1'],
  [/(?<=\p{L}{3})yse([drs]?)$/u, 'yze$1'],
  [/(?<=\p{L}{3})our(s|ed|ing|able|less|ful|ites?|hoods?|ers?)?$/u, 'or$1'],
  [/(?<=\p{L}{2})([bcht])re(s?)$/u, '$1er$2'],
  [/(?<=\p{L}{2})([cf])ence(s?)$/u, '$1ense$2'],
];

/** One form for all those of a folded English word that a stemmer leaves apart; mostly the word itself. */
export function plainFormOf(word: string): string {
  const plain = plainForms.get(word);
  if (plain !== undefined) return plain;
  for (const [ending, written] of endings) if (ending.test(word)) return word.replace(ending, written);
  return word;
}
