/** Texts to be printed: the bundled articles, and sentences in other languages that were written for this. */
import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { readArticle } from '../../../src/ingest/read-article.ts';
import { createRandom, type Random } from '../../random.ts';
import type { Part } from './typeset.ts';

const corpus = resolve(import.meta.dirname, '../../../corpus');

/** Paragraphs of plain words, sentence by sentence. */
async function corpusParagraphs(): Promise<string[][]> {
  const paragraphs: string[][] = [];
  for (const file of readdirSync(corpus).sort()) {
    const { article } = await readArticle(file, readFileSync(join(corpus, file)));
    for (const block of article?.blocks ?? []) {
      const sentences = block.sentences.map(
        ({ start, end }) => article?.text.slice(start, end).replace(/\s+/g, ' ') ?? '',
      );
      if (block.role === 'paragraph' && !/[*_`[\]<>#|]/.test(sentences.join(''))) paragraphs.push(sentences);
    }
  }
  return paragraphs;
}

const german =
  'Der Bürgermeister eröffnete am Donnerstag die wiederhergestellte Eisenbahnbrücke. Die Verwaltungsgerichtsbarkeit beschäftigte sich jahrelang mit den Entschädigungsforderungen. Niemand hatte vorhergesehen, dass die Überschwemmung so lange andauern würde. Zwischen den beiden Nachbargemeinden bestanden jahrhundertealte Streitigkeiten um Weiderechte. Die Wasserversorgungsgesellschaft lehnte jede Verantwortung ab. Im Frühjahr 1911 kamen die ersten Landvermesser in das Tal. Sie fragten nach alten Karten, Grundbüchern und Kirchenverzeichnissen. Ein Schullehrer hatte die Niederschlagsmengen über dreißig Jahre aufgeschrieben. Seine Aufzeichnungen widersprachen den amtlichen Veröffentlichungen in entscheidenden Punkten. Trotzdem wurde das Bauvorhaben unverändert weitergeführt. Die Bevölkerung erfuhr davon erst aus der Zeitung. „Wir sind nicht gefragt worden“, sagte der Müller, „und wir werden nicht gefragt werden.“ Später stellte sich heraus, dass mehrere Gutachten verschwunden waren. Der Untersuchungsausschuss tagte elfmal, ohne zu einem Ergebnis zu gelangen. Heute erinnert nur noch eine Gedenktafel an die Auseinandersetzung. Die Vor- und Nachteile des Dammes werden bis heute unterschiedlich beurteilt. Wissenschaftlerinnen aus fünf Ländern untersuchen gegenwärtig die Ablagerungen. Ihre Zwischenergebnisse sollen im kommenden Herbst vorgestellt werden.';
const french =
  'Le maire a inauguré jeudi le pont suspendu, reconstruit après trente ans de tergiversations. Les représentants des communes voisines s’étaient désistés au dernier moment. « Nous n’avons jamais été consultés », regrettait l’institutrice du village. L’administration prétendait que les archives avaient été détruites pendant l’inondation. Pourtant, plusieurs témoignages concordants affirmaient exactement le contraire. Les agriculteurs craignaient surtout l’assèchement des pâturages communaux. Au printemps 1911, les premiers arpenteurs s’installèrent dans l’ancienne auberge. Ils demandaient des renseignements sur les propriétés, les chemins et les sources. Personne ne leur répondait volontiers. La commission d’enquête se réunit onze fois sans parvenir à une conclusion. Quelques années plus tard, un incendie acheva de brouiller les responsabilités. Les historiens disposent aujourd’hui d’une documentation considérable, quoique lacunaire. Celle-ci comprend des correspondances, des photographies et des registres paroissiaux. Peut-être saura-t-on un jour pourquoi le premier barrage avait cédé. En attendant, les promeneurs s’arrêtent devant la plaque commémorative et poursuivent leur chemin. Le dimanche, on y rencontre parfois un vieux pêcheur qui raconte tout autre chose.';
const arabic =
  'أعلنت البلدية أن الجسر القديم سوف يفتح من جديد أمام المشاة في بداية الشهر القادم. وكان الجسر قد أغلق قبل عشرين عاما بعد أن تضرر في الفيضان الكبير. وقال المهندس إن العمل استغرق ثلاث سنوات وشارك فيه عمال من كل القرى المجاورة. لم يكن أحد يعرف أين اختفت الخرائط القديمة التي رسمها المعلم. في ربيع عام 1911 وصل أول المساحين إلى الوادي وسكنوا في الخان القديم. سألوا الناس عن الأرض والماء والطرق فلم يجبهم أحد. وبعد سنوات طويلة وجد تلميذ صغير دفترا في خزانة المدرسة. كانت في الدفتر أرقام المطر لكل يوم من أيام ثلاثين سنة. اجتمعت اللجنة إحدى عشرة مرة ولم تصل إلى نتيجة. واليوم لا يذكر تلك الحكاية إلا لوح صغير من الحجر عند مدخل السوق. يقف الزائرون أمامه قليلا ثم يمضون في طريقهم. أما الصياد العجوز فيروي الحكاية كل مساء بطريقة مختلفة.';

const split = (text: string): string[] => text.split(/(?<=[.!?]“?)\s+(?=[\p{Lu}\p{Lo}„«])/u);
const sentencesOf: Readonly<Record<string, readonly string[]>> = {
  de: split(german),
  fr: split(french),
  ar: split(arabic),
};

const headings: Readonly<Record<string, readonly string[]>> = {
  en: [
    'The Second Winter',
    'Roads and Rivers',
    'What the Letters Say',
    'A Change of Government',
    'Numbers',
    'The Long Way Back',
  ],
  de: ['Der zweite Winter', 'Straßen und Flüsse', 'Was die Briefe sagen', 'Zahlen'],
  fr: ['Le deuxième hiver', 'Routes et rivières', 'Ce que disent les lettres', 'Chiffres'],
  ar: ['الشتاء الثاني', 'الطرق والأنهار', 'ماذا تقول الرسائل', 'أرقام'],
};
const titles: Readonly<Record<string, string>> = {
  en: 'An Alliance of Convenience and Its Limits',
  de: 'Die Brücke und ihre Geschichte',
  fr: 'Le pont et son histoire',
  ar: 'الجسر وحكايته الطويلة',
};
const notes = [
  'See the minutes of the second meeting, pp. 12–14, and the letter that was added to them.',
  'The figure is that of the ministry; other counts differ by a tenth and more.',
  'Interview with a former member of the committee, 3 May 2016.',
];

export interface Wanted {
  readonly lang: string;
  readonly paragraphs: number;
  readonly withNotes: boolean;
  readonly withLists: boolean;
}

/** One document; the same seed gives the same. */
export async function partsOf(seed: number, { lang, paragraphs, withNotes, withLists }: Wanted): Promise<Part[]> {
  const random = createRandom(seed);
  const source =
    lang === 'en' ? await corpusParagraphs() : shuffledParagraphs(random, sentencesOf[lang] ?? [], paragraphs);
  const from = random.below(Math.max(1, source.length - paragraphs));
  const parts: Part[] = [{ kind: 'title', sentences: [titles[lang] ?? ''] }];
  source.slice(from, from + paragraphs).forEach((sentences, at) => {
    if (at % 5 === 0)
      parts.push({ kind: 'heading', sentences: [headings[lang]?.[(at / 5) % (headings[lang]?.length ?? 1)] ?? ''] });
    if (at % 9 === 7) parts.push({ kind: 'quotation', sentences });
    else
      parts.push({ kind: 'paragraph', sentences, ...(withNotes && at % 4 === 1 ? { note: random.pick(notes) } : {}) });
    if (withLists && at % 7 === 3) {
      const items = random.pick(source).slice(0, 3);
      for (const [number, item] of items.entries())
        parts.push({ kind: 'item', sentences: [`${random.below(2) === 0 ? '•' : `${number + 1}.`} ${item}`] });
    }
  });
  return parts;
}

function shuffledParagraphs(random: Random, sentences: readonly string[], count: number): string[][] {
  return Array.from({ length: count }, () => Array.from({ length: 2 + random.below(4) }, () => random.pick(sentences)));
}
