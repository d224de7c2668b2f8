/**
 * Phrases that word-exchanging programs leave behind and people do not write, as data: one row a kind, with the reason a
 * reader can check. src/ingest/rewritten.ts counts them.
 */

export interface OddPhrase {
  readonly kind: string;
  readonly pattern: RegExp;
  readonly reason: string;
}

/** Ends of words that are no verb after "can" or "will"; the verbs that end so all the same are taken out. */
const noVerb = String.raw`(?!(?:bring|sing|ring|swing|cling|spring|fling|wing|need|feed|speed|succeed|proceed|exceed|breed|bleed|heed|embed|shed|wed|mention|question|position|function|comment|experiment|implement|document|supplement|appeal|steal|heal|deal|reveal|seal|signal|equal|mimic|panic|vary|live|give|drive|receive|achieve|arrive|strive|survive|dive|forgive|perceive|deceive|revive|thrive|focus|always|sometimes|perhaps|besides|thus|afterwards|nevertheless|as|yes|even|actually|already|also|finally|eventually|usually|generally)\b)(?:\p{Ll}+(?:al|ic|ary|ive|tion|sion|ment|ness|ity|ing|ed)|\p{Ll}+[^s\W]s)\b`;
const determiner = '(?:the|its|their|his|her|an?|these|those)';
const place = `(?:Syria|Iraq|Iran|Turkey|Russia|China|France|Germany|Spain|Italy|Egypt|Israel|Lebanon|Jordan|India|Pakistan|Afghanistan|Japan|Canada|Mexico|Brazil|Greece|Poland|Ukraine|Yemen|Libya|Tunisia|Morocco|Algeria|Nigeria|Kenya|Africa|Europe|Asia|Australia|England|Scotland|Ireland|Sweden|Norway|Finland|Denmark|Austria|Hungary|Vietnam|Thailand|Indonesia|Malaysia|Singapore|Korea|Taiwan|Cuba|Chile|Peru|Colombia|Argentina|Venezuela|Moscow|London|Paris|Berlin|Rome|Madrid|Vienna|Tehran|Damascus|Aleppo|Baghdad|Beirut|Ankara|Istanbul|Cairo|Jerusalem|Kabul|Delhi|Beijing|Tokyo|Seoul|Washington|California|Texas|Florida|Chicago|Boston|Toronto|Sydney)`;

export const oddPhrases: readonly OddPhrase[] = [
  {
    kind: 'and you',
    pattern: new RegExp(
      String.raw`\b[Aa]nd (?:also )?you (?:will|can|may|could|might|would) (?:(?=\p{Lu}\p{Ll})|(?=${determiner}\s)|(?=${noVerb}))`,
      'gu',
    ),
    reason: 'stands for “and”: no verb follows',
  },
  {
    kind: 'when you look at the',
    pattern: /\b(?:[Ww]hen you look at the|[Ff]rom inside the|[Ii]n the event that you look at the)\b/gu,
    reason: 'stands for “in the”',
  },
  {
    kind: 'the brand new',
    pattern:
      /\b(?:the|before|of|in|to|by|from|regarding|within|inside|on) (?:brand|fresh)[ -]new\b|(?:^|(?<=[.!?”]\s))(?:Brand|Fresh|The (?:brand|fresh)) new \p{Ll}+(?= (?:is|was|are|were|has|have|had)\b)|\bThe (?:brand|fresh)[ -]new\b/gmu,
    reason: 'stands for “the”',
  },
  {
    kind: 'the fresh',
    pattern:
      /\b(?:the|The) fresh (?!(?:new|air|water|waters|fish|fruits?|vegetables?|veg|produce|bread|herbs?|snow|food|foods|meat|milk|flowers?|ingredients?|eyes?|look|breeze|juice|cream|cheese|basil|mint|powder|scent|smell|taste|flavou?rs?|grass|green|wind|blood|recruits|troops|evidence|leaves|tomatoes|seafood|coat|paint|clothes|linen|market|faces?)\b)(?=\p{L})/gu,
    reason: 'stands for “the”',
  },
  {
    kind: 'the before a place',
    pattern: new RegExp(
      String.raw`\b(?:in|to|from|inside|within|into|on|of|off|around|during|by|between|at|for) the (?:new |latest |newest )?${place}(?=[.,;:)]|\s(?:and|or|is|was|are|were|has|have|had|to|by|for|as|in|on|with|that|which|who|after|before|during|since|until|so|when)\b)`,
      'gu',
    ),
    reason: 'the name takes no “the”',
  },
  {
    kind: 'so you can',
    pattern:
      /\b(?:so (?:that )?you can|so you(?:['’]re| are) able to|to help you|in order to|to be able to) (?:(?=\p{Lu}\p{Ll})|(?=(?:the|its|their|his|these|those|your)\s)|(?=an? (?!bit|little|lot)\p{Ll}))/gu,
    reason: 'stands for “to”: no verb follows',
  },
  {
    kind: 'Is inside a sentence',
    pattern: /(?<=\p{Ll},? )(?:Is|Are)(?= \p{Ll})/gu,
    reason: 'an abbreviation or a small word with a capital',
  },
  {
    kind: 'but not,',
    pattern: /(?:^|(?<=[.!?”]\s))(?:But not|However not),|\b[Aa]lthough not,/gmu,
    reason: 'stands for “however”',
  },
  { kind: 'out-of', pattern: /\bout-of(?= \p{L})/gu, reason: 'stands for “of”' },
  { kind: 'a country as a thing', pattern: /(?<=[\p{Ll},] )Poultry\b(?! \p{Lu})/gu, reason: 'stands for “Turkey”' },
  { kind: 'you to definitely', pattern: /\b(?:you|one) to definitely\b/gu, reason: 'stands for “that” or “one”' },
  { kind: 'of one’s', pattern: /\bof one['’]s (?=\p{Lu})/gu, reason: 'stands for “of the”' },
  { kind: 'such as for example', pattern: /\bsuch as for (?:instance|example)\b/gu, reason: 'says it twice' },
  { kind: 'due to the fact a', pattern: /\bdue to the fact an? (?=\p{Ll})/gu, reason: 'stands for “as”' },
  {
    kind: 'two articles',
    pattern:
      /\b(?:the an|the a(?! (?:priori|posteriori|cappella|la)\b)|your (?:the|their|an?|its)|(?:fresh|newest) the)(?= \p{Ll}{3,})/gu,
    reason: 'two articles on end',
  },
  { kind: 'her or him', pattern: /\bher or him\b/gu, reason: 'stands for “them”' },
  { kind: 'anywhere between', pattern: /\banywhere between (?=\p{Lu}\p{Ll})/gu, reason: 'stands for “between”' },
  { kind: 'to possess', pattern: /\bto possess (?=\p{Lu}\p{Ll})/gu, reason: 'stands for “for”' },
  {
    kind: 'whenever you are',
    pattern: /\bwhenever you(?:['’]re| are) (?=\p{Lu}\p{Ll})/gu,
    reason: 'stands for “while”',
  },
];
