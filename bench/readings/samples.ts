/** Articles for measuring readers of files: invented, in eight languages, the same at every run, with what is known of each. */
import type { Random } from '../random.ts';

/** One block of an article; the text of a list or a table is its items. */
export interface Part {
  readonly kind: 'paragraph' | 'heading' | 'list' | 'quotation' | 'table' | 'code';
  readonly texts: readonly string[];
}

export interface Sample {
  readonly lang: string;
  readonly title: string;
  readonly authors: readonly string[];
  /** '2019-05-03'. */
  readonly date: string;
  readonly site: string;
  readonly host: string;
  readonly parts: readonly Part[];
}

interface Tongue {
  readonly people: readonly string[];
  readonly places: readonly string[];
  readonly things: readonly string[];
  /** {p} a person, {o} a place, {t} a thing, {n} a number. */
  readonly sentences: readonly string[];
  readonly headings: readonly string[];
  readonly titles: readonly string[];
  /** Between sentences: none where the script writes none. */
  readonly gap: string;
}

const list = (text: string): readonly string[] => text.split('|');

const latin =
  'Ana Lund|Piet Falk|Hélène Crozat|Tomas Vries|Mira Hadi|Jonas Okoro|Ruth Merrow|Karim Sorn|Ilse Brandt|Owen Tamm';

export const tongues: Readonly<Record<string, Tongue>> = {
  en: {
    people: list(latin),
    places: list('Harl|Corrow|Tolba|Ostwick|Vance|Merrow Bay|Lower Sorn|Dale End'),
    things: list('bridge|lock|ferry|archive|market hall|water tower|railway|school|harbour wall|grain store'),
    sentences: list(
      'The {t} in {o} was opened {n} years ago, and nobody there remembers who paid for it.|{p} said on Monday that the {t} would stay closed until the water had gone down.|“We had {n} days to decide, and we took all of them,” {p} told the council.|According to a report that the town has kept since then, the cost of the {t} had risen by {n} per cent.|It was not the first time that {o} had to do without its {t}.|In {o}, by contrast, the plan for a second {t} was dropped before the winter.|{p}, who has worked at the {t} for {n} years, does not believe in the date.|The company that built the {t} left {o} soon after, and its papers went with it.|What happened then is told in two ways, and both of them are in the archive of {o}.|Some {n} people came to the meeting; most of them had walked.|The county pays for the {t}, the town for what stands round it.|Engineers from {o} measured the {t} twice and found {n} cracks, none of them deep.',
    ),
    headings: list('Who paid for it|What the report says|A second plan|The years before|What comes next'),
    titles: list(
      'The {t} of {o} is closed again|How {o} lost its {t}|{o} waits for a second {t}|What {p} found in the {t}',
    ),
    gap: ' ',
  },
  de: {
    people: list('Katrin Voss|Jürgen Maler|Anna Öhler|Fritz Baumann'),
    places: list('Harlstadt|Ostwick|Niedersorn|Bad Merrau'),
    things: list('Brücke|Schleuse|Fähre|Markthalle|Bahnstrecke'),
    sentences: list(
      'Die {t} in {o} wurde vor {n} Jahren eröffnet, und niemand dort weiß noch, wer sie bezahlt hat.|{p} sagte am Montag, dass die {t} geschlossen bleibe, bis das Wasser gefallen sei.|„Wir hatten {n} Tage für die Entscheidung, und wir haben alle gebraucht“, sagte {p} dem Rat.|Nach einem Bericht, den die Stadt seitdem aufbewahrt, waren die Kosten für die {t} um {n} Prozent gestiegen.|Es war nicht das erste Mal, dass {o} ohne seine {t} auskommen musste.|Die Firma, die die {t} gebaut hatte, verließ {o} bald darauf und nahm ihre Papiere mit.|Etwa {n} Menschen kamen zu der Versammlung, die meisten von ihnen zu Fuß.',
    ),
    headings: list('Wer bezahlt hat|Was im Bericht steht|Ein zweiter Plan'),
    titles: list('Die {t} von {o} ist wieder geschlossen|Wie {o} seine {t} verlor'),
    gap: ' ',
  },
  fr: {
    people: list('Hélène Crozat|Luc Tanneur|Inès Maréchal'),
    places: list('Harlieu|Ostvic|Sornay|Merroux'),
    things: list('passerelle|écluse|gare|halle|bibliothèque'),
    sentences: list(
      'La {t} de {o} a été ouverte il y a {n} ans, et personne ne sait plus qui l’a payée.|{p} a déclaré lundi que la {t} resterait fermée jusqu’à la fin des crues.|« Nous avions {n} jours pour décider, et nous les avons tous pris », a dit {p} au conseil.|Selon un rapport que la ville conserve depuis, le coût de la {t} avait augmenté de {n} pour cent.|Ce n’était pas la première fois que {o} devait se passer de sa {t}.|L’entreprise qui avait bâti la {t} a quitté {o} peu après, et ses papiers avec elle.|Près de {n} personnes sont venues à la réunion, la plupart à pied.',
    ),
    headings: list('Qui a payé|Ce que dit le rapport|Un second projet'),
    titles: list('La {t} de {o} ferme encore|Comment {o} a perdu sa {t}'),
    gap: ' ',
  },
  es: {
    people: list('Ana de la Cruz|Jorge Peña|Lucía Marín'),
    places: list('Harlena|Ostuela|Sornia|Merrosa'),
    things: list('esclusa|estación|biblioteca|lonja|presa'),
    sentences: list(
      'La {t} de {o} se abrió hace {n} años, y nadie recuerda quién la pagó.|{p} dijo el lunes que la {t} seguiría cerrada hasta que bajara el agua.|«Tuvimos {n} días para decidir, y los usamos todos», dijo {p} al consejo.|Según un informe que la ciudad guarda desde entonces, el coste de la {t} había subido un {n} por ciento.|No era la primera vez que {o} tenía que vivir sin su {t}.|La empresa que construyó la {t} se fue de {o} poco después, y con ella sus papeles.|Unas {n} personas vinieron a la reunión, la mayoría a pie.',
    ),
    headings: list('Quién pagó|Lo que dice el informe|Un segundo plan'),
    titles: list('La {t} de {o} vuelve a cerrar|Cómo {o} perdió su {t}'),
    gap: ' ',
  },
  ru: {
    people: list('Анна Орлова|Пётр Соколов|Мария Левина'),
    places: list('Харлове|Остроге|Сорнинске'),
    things: list('мост|шлюз|паром|рынок|вокзал'),
    sentences: list(
      'Этот {t} в {o} был открыт {n} лет назад, и никто уже не помнит, кто за него платил.|{p} сообщила в понедельник, что {t} останется закрыт, пока не спадёт вода.|«У нас было {n} дней на решение, и мы взяли их все», — сказала {p} на совете.|Согласно отчёту, который город хранит до сих пор, стоимость выросла на {n} процентов.|Это был не первый раз, когда в {o} приходилось жить без него.|Компания, которая построила {t}, вскоре уехала и увезла с собой все бумаги.|На собрание пришли около {n} человек, большинство из них пешком.',
    ),
    headings: list('Кто платил|Что говорит отчёт|Второй план'),
    titles: list('Старый {t} в {o} снова закрыт|Как в {o} потеряли {t}'),
    gap: ' ',
  },
  ar: {
    people: list('ليلى حداد|كريم صالح|نور الدين عمر'),
    places: list('هارل|كورو|تلبة'),
    things: list('الجسر|السوق|الميناء|المكتبة'),
    sentences: list(
      'افتتح {t} في مدينة {o} قبل {n} عاما، ولا أحد هناك يتذكر من دفع ثمنه.|وقالت {p} يوم الاثنين إن {t} سيبقى مغلقا حتى ينخفض مستوى الماء في النهر.|كان أمامنا {n} يوما لاتخاذ القرار، وقد استعملناها كلها، كما قالت {p} أمام المجلس.|وبحسب تقرير تحتفظ به المدينة منذ ذلك الوقت، ارتفعت الكلفة بنسبة {n} في المئة.|ولم تكن هذه هي المرة الأولى التي تعيش فيها {o} من دون {t}.|وغادرت الشركة التي بنت {t} المدينة بعد وقت قصير وأخذت أوراقها معها.',
    ),
    headings: list('من دفع الثمن|ماذا يقول التقرير|خطة ثانية'),
    titles: list('{t} في {o} يغلق من جديد|كيف فقدت {o} {t}'),
    gap: ' ',
  },
  ja: {
    people: list('山田花子|佐藤健'),
    places: list('春町|沖津|宗野'),
    things: list('水門|橋|市場|図書館'),
    sentences: list(
      '{o}の{t}は{n}年前に開かれたが、誰がお金を払ったのかを覚えている人はもういない。|{p}は月曜日に、水が引くまで{t}は閉じたままになると話した。|「決めるまでに{n}日あり、そのすべてを使った」と{p}は議会で述べた。|町が今も保管している報告書によると、{t}の費用は{n}パーセント増えていた。|{o}が{t}なしで暮らすのは、これが初めてではなかった。|{t}を建てた会社はまもなく{o}を去り、書類も一緒に消えた。|集会にはおよそ{n}人が来たが、そのほとんどは歩いて来た。',
    ),
    headings: list('誰が払ったのか|報告書の内容|二つ目の計画'),
    titles: list('{o}の{t}がまた閉じる|{o}はどのように{t}を失ったか'),
    gap: '',
  },
  zh: {
    people: list('李明|王小红'),
    places: list('春镇|东港|河口'),
    things: list('水闸|大桥|市场|图书馆'),
    sentences: list(
      '{o}的{t}在{n}年前开放，如今已经没有人记得是谁出的钱。|{p}星期一表示，在水位下降之前，{t}将继续关闭。|“我们有{n}天时间做决定，而我们全都用上了。”{p}在会上说。|根据该市一直保存的一份报告，{t}的费用上涨了百分之{n}。|这并不是{o}第一次在没有{t}的情况下生活。|修建{t}的公司不久就离开了{o}，文件也一同被带走了。|大约有{n}人参加了会议，其中大多数是步行来的。',
    ),
    headings: list('谁出的钱|报告怎么说|第二个计划'),
    titles: list('{o}的{t}再次关闭|{o}是怎样失去{t}的'),
    gap: '',
  },
};

export function sampleOf(lang: string, random: Random, sections = 3, withExtras = true): Sample {
  const tongue = tongues[lang];
  if (!tongue) throw new Error(`No tongue "${lang}"`);
  const parts: Part[] = [];
  for (let section = 0; section < sections; section++) {
    if (section > 0) parts.push({ kind: 'heading', texts: [random.pick(tongue.headings)] });
    const count = 2 + random.below(3);
    for (let at = 0; at < count; at++) parts.push({ kind: 'paragraph', texts: [paragraphOf(tongue, random)] });
    if (withExtras && random.next() < 0.4) parts.push(extraOf(tongue, random));
  }
  const site = random.pick(list('The Harl Courier|Sorn Review|Ostwick Today|Tolba Post|Corrow Notes'));
  return {
    lang,
    title: filled(random.pick(tongue.titles), tongue, random),
    authors: [random.pick(tongue.people)],
    date: `${2008 + random.below(16)}-${two(1 + random.below(12))}-${two(1 + random.below(28))}`,
    site,
    host: `www.${site.toLowerCase().replace(/\W/g, '')}.example`,
    parts,
  };
}

const two = (value: number): string => String(value).padStart(2, '0');

export const paragraphOf = (tongue: Tongue, random: Random, sentences = 2 + random.below(4)): string =>
  Array.from({ length: sentences }, () => filled(random.pick(tongue.sentences), tongue, random)).join(tongue.gap);

export const titleOf = (lang: string, random: Random): string =>
  filled(random.pick(tongues[lang]!.titles), tongues[lang]!, random);

export const proseOf = (lang: string, random: Random, sentences?: number): string =>
  paragraphOf(tongues[lang]!, random, sentences);

function extraOf(tongue: Tongue, random: Random): Part {
  const sentence = () => paragraphOf(tongue, random, 1);
  const kind = random.pick(['list', 'quotation', 'table'] as const);
  if (kind === 'quotation') return { kind, texts: [paragraphOf(tongue, random, 2)] };
  if (kind === 'table')
    return {
      kind,
      texts: Array.from({ length: 6 }, (_, at) => (at % 2 ? String(random.below(900)) : random.pick(tongue.things))),
    };
  return { kind, texts: [sentence(), sentence(), sentence()] };
}

function filled(pattern: string, tongue: Tongue, random: Random): string {
  const text = pattern.replace(/\{([ptno])\}/g, (_, slot: string) => {
    if (slot === 'p') return random.pick(tongue.people);
    if (slot === 'o') return random.pick(tongue.places);
    return slot === 't' ? random.pick(tongue.things) : String(3 + random.below(90));
  });
  return text.slice(0, 1).toUpperCase() + text.slice(1);
}

/** What a reader must find of the body. */
export const bodyOf = ({ parts }: Sample): string => parts.flatMap(({ texts }) => texts).join('\n');
