/** What the words right before a person's name say of who bears it: a man or a woman, a ruler. For partial.ts. */
export interface Bearer {
  readonly sex?: 'male' | 'female';
  /** A ruler is called by a given name: King Hussein is no Mr Hussein. */
  readonly isRuler?: true;
}

/** Characters before a name that are looked at. */
export const bearerReach = 40;

const femaleWords =
  'mrs|ms|miss|mme|mlle|madame?|mademoiselle|frau|fraulein|señora|senora|señorita|signora|sra|lady|dame|queen|princess|empress|duchess|countess|baroness|sister|mother|wife|daughter|widow|aunt|niece|actress|businesswoman|spokeswoman|congresswoman|chairwoman|policewoman|begum|smt|hajiya|doña|grandmother|girlfriend|stepmother|stepdaughter';
const maleWords =
  'mr|messrs|monsieur|herr|señor|senor|signor|sr|sir|lord|king|prince|emperor|duke|count|baron|sultan|brother|father|husband|son|widower|uncle|nephew|actor|businessman|spokesman|congressman|chairman|policeman|shri|alhaji|don|pope|imam|ayatollah|grandfather|boyfriend|stepfather|stepson';
const rulerWords =
  'king|queen|emperor|empress|pope|sultan|shah|tsar|czar|tsarina|kaiser|negus|caliph|prince|princess|crown prince|crown princess|archduke|emir';

const endsWith = (words: string): RegExp => new RegExp(`(?:^|[^\\p{L}])(?:${words})\\.?,?\\s+$`, 'iu');
const [female, male] = [endsWith(femaleWords), endsWith(maleWords)];
const ruler = new RegExp(`(?:^|[^\\p{L}])(?:${rulerWords})\\s+$`, 'iu');

/** `before`: the text up to the name. */
export const bearerAfter = (before: string): Bearer => ({
  ...(female.test(before) ? { sex: 'female' } : male.test(before) ? { sex: 'male' } : {}),
  ...(ruler.test(before) ? { isRuler: true } : {}),
});
