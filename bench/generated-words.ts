/** The vocabulary of the generated articles: everyday words first, then words built from English parts, ever rarer. */

const words = (text: string): readonly string[] => text.trim().split(/\s+/u);

const everyday = words(`
  government city people war border army report road bridge water market school law vote price trade harbour railway
  ministry letter speech meeting minister region winter summer harvest factory worker family hospital court judge
  treaty question answer problem plan budget tax bank loan grain oil coal ship train airport station street house
  archive newspaper interview witness soldier officer prisoner refugee farmer teacher student doctor engineer union
  strike election party parliament council committee agreement ceasefire offensive retreat supply route camp valley
  mountain river coast island village district province capital frontier weapon tank aircraft radio telephone map
  church mosque library museum bridgehead garrison convoy ambassador delegation envoy rumour evidence document decree
`);
const roots = words(`
  arm bank bar bond brand break build burn carry cast charge claim clear cloud coin colour count craft cross crown
  dam deal ditch draft draw drift drill drive dust edge fall farm fence field file fill film fire fish flag flood
  float flow fold force forge form frame freight front gate gauge glass grade grain grant ground guard guild hand
  harbour haul head heat hedge hold hook house hull iron keel label lamp land laud launch leak lease light limit
  line link load lock loom mark marsh mast match meet mill mine mint mount net notch note oar order pack pact page
  paint park patch path peat pier pile pitch plan plant plate plough point port post press print proof quarry rail
  raise rank rate reed reel rent rest ridge rift rig ring rope round rule sail salt scale school seal seed settle
  shaft shape shard shelter shield shift shore silt sketch slate sluice smelt spark spin stack staff stage stamp
  steam steel stem stone store strand stream strike survey swamp switch tack tax thatch thread tide till timber toll
  tower track trade trail trench trust turn vault vein wage wall ward wash watch weave weigh weld wharf wheel yard
`);
const prefixes = [
  '',
  're',
  'over',
  'under',
  'counter',
  'inter',
  'pre',
  'mis',
  'out',
  'sub',
  'trans',
  'non',
  'semi',
  'cross',
];
const suffixes = ['', 'ing', 'ment', 'age', 'er', 'ness', 'ship', 'able', 'ation', 'hood', 'wise', 'less', 'like'];

/** Most frequent first; some twenty-five thousand. */
export const nouns: readonly string[] = [
  ...new Set([
    ...everyday,
    ...roots,
    ...prefixes.flatMap((prefix) => suffixes.flatMap((suffix) => roots.map((root) => prefix + root + suffix))),
  ]),
];

export const verbs = words(`
  announced opened closed built repaired rejected accepted delayed signed broke defended attacked captured surveyed
  supplied described questioned promised refused restored abandoned crossed counted financed guarded inspected
  praised published reached recognised removed reported searched supported suspended taxed visited warned
`);

export const adjectives = words(`
  new old northern southern eastern western central public secret early late local foreign national military civil
  official common narrow wide deep heavy light quiet sudden difficult lasting temporary joint separate formal ancient
  modern coastal industrial agricultural religious legal economic political medical annual daily empty full broken
`);
