/** Words with a full stop that ends no sentence, as data for src/text/sentences.ts: add a word here, not a rule there. */

const words = (list: string): ReadonlySet<string> => new Set(list.split(' '));

/** Titles and the like: a name follows, so the sentence goes on whatever comes. Counted only when capitalised. */
export const beforeName = words(
  'mr mrs ms mx messrs dr drs prof profs gen lt col maj sgt capt cpt cmdr cdr adm brig cpl pvt sen sens rep reps gov govs pres rev fr hon st ste mt ft supt insp amb msgr sr sra srta dña mme mlle m hr frau ing',
);

/** A number follows: "No. 5", "p. 12", "Fig. 3", "Jan. 4". */
export const beforeNumber = words(
  'no nos nr nrs num p pp pg fig figs vol vols ch chap sec sect art arts eq eqs ref refs par para app tab bd kap abs jan feb mar apr jun jul aug sep sept oct nov dec',
);

/** The sentence goes on, unless the next word plainly starts another one. */
export const anyAbbreviation = words(
  'c ca cf al e.g i.e eg ie viz vs v approx est circa resp incl esp etc inc ltd co corp bros dept dept univ assn u.s u.k u.n e.u u.a.e d.c a.m p.m ph.d m.d b.a m.a jr lt.gen maj.gen brig.gen z.b d.h bzw usw p.ej av blvd rd',
);

/** Words that start a sentence far more often than they follow an abbreviation inside one. */
export const sentenceStarters = words(
  'a an the this that these those there here he she it they we i you his her its their our my your but and or so yet if when while where after before since although though because however meanwhile moreover nevertheless instead then now in on at by for from with as to of what who why how not no one two some many most all each every both another other such only even still also',
);

/** After a quotation that ends in "?" or "!": "“Why?” Lavrov asked." is one sentence. */
export const speechVerbs: readonly string[] =
  'said says asked asks added adds told wrote writes replied answered warned shouted cried exclaimed insisted noted recalled wondered continued'.split(
    ' ',
  );

/** Capitalised months that follow "3." in languages that write ordinals so; lower-case ones need no list. */
export const monthNames = words(
  'januar jänner februar märz april mai juni juli august september oktober november dezember',
);
