/**
 * What a question asks for, and where a passage holds its words: what the features of features.ts are worked out from.
 * Stands between the engine's hits and their order.
 */
import { roles } from '../entities/lexicon.ts';
import type { Entity, Hit, Passage, QueryWord, Searched, Span } from '../model.ts';
import { fold } from '../text/fold.ts';
import { familiesOf } from '../text/kindred.ts';
import { wordsOf } from '../text/words.ts';
import { languageOf, passageWords } from './passage-words.ts';

export type AnswerKind = 'person' | 'date' | 'place' | 'number' | 'extent' | 'definition' | 'reason';

export interface Question {
  readonly words: readonly QueryWord[];
  /** Of each word, whether it is written as a name. */
  readonly names: readonly boolean[];
  /** The sum of the words' rarities. */
  readonly possible: number;
  /** The rarity of a word that nothing in the library holds. */
  readonly rarest: number;
  /** The numbers of the words in each family of words. */
  readonly families: ReadonlyMap<string, readonly number[]>;
  readonly wants: AnswerKind | null;
  /** The numbers of the words that say nothing of the matter: of "when did it begin?" the verb. */
  readonly idle: ReadonlySet<number>;
  /** True of a question in a sentence, not of words that are looked for. */
  readonly isAsked: boolean;
  readonly isEnglish: boolean;
}

/** The question words of the languages that are stemmed, at the beginning of a question or behind a preposition. */
const askedBy: readonly (readonly [AnswerKind, RegExp])[] = [
  ['extent', /\bhow (?:long|far|high|tall|deep|wide)\b/u],
  ['number', /\b(?:how (?:many|much|old|big|large|fast|often|heavy)|(?:what|which) (?:number|share|percentage|proportion|percent)|what (?:is|was|are|were) the (?:\p{L}+ )?(?:population|height|length|depth|width|weight|age|price|cost|speed|distance|temperature|area|size|number|amount|toll)|wie ?viele?|wie (?:hoch|lang|alt|weit|tief|oft)|combien|cu[aá]nt[oa]s?|quant[ioea]|quantos|skol'?ko)\b|сколько|كم|多少|几/u],
  ['reason', /\b(?:why|how come|for what reasons?|what (?:causes?|caused|led to|made|makes)|warum|weshalb|pourquoi|por que|perche)\b|почему|зачем|لماذا|چرا|为什么/u],
  ['person', /\b(?:who|whom|whose|wer|wem|wen|wessen|qui|quien|quienes|chi|quem)\b|кто|кого|кому|кем|谁|誰|کی/u],
  ['date', /\b(?:when|(?:what|which|in what|in which) (?:year|month|day|date|century)|wann|quand|cuando|quando|(?:en )?quelle annee|que ano)\b|когда|متى|什么时候|何时/u],
  ['place', /\b(?:where|(?:what|which) (?:country|continent|city|town|village|place|region|province|county|state|river|lake|sea|island|mountain)|wo|woher|wohin|ou|donde|dove|onde)\b|где|куда|откуда|أين|کجا|哪里/u],
]; // biome-ignore format: a table

const definition =
  /^\s*(?:what|who|was|wer|que|qu'est-ce que|che cosa|cosa|o que)(?:'s| is| are| was| were| ist| sind| war| es| est| e)\s+(?:(?:a|an|the|der|die|das|ein|eine|el|la|le|un|une)\s+)?\S+(?:\s+\S+){0,3}\s*\??\s*$/u;

/** A question word at the beginning, or a question mark at the end. */
const isAsked =
  /^\s*(?:who|whom|whose|what|which|when|where|why|how|is|are|was|were|do|does|did|can|could|has|have|had|in (?:what|which)|on (?:what|which))\b|[?？؟]\s*$/u;

/** Verbs that "when" has in it: a text that dates the matter has answered, whatever its verb. */
const ofTime =
  /^(?:began|begins?|begun|starts?|started|ends?|ended|finish|finished|happens?|happened|occurs?|occurred|takes?|took|taken|place|commenced?)$/u;

/** Share of the words with a capital from which on capitals say nothing: a headline, or a shout. */
const capitalsMax = 0.7;

export function questionOf(typed: string, { words, rarest, isEnglish }: Omit<Searched, 'hits'>): Question {
  const plain = fold(typed).replaceAll('"', '');
  const wants = definition.test(plain) ? 'definition' : wantedBy(plain);
  const first = wordsOf(typed)[0]?.text;
  const capitals = words.map(({ text }) => /^\p{Lu}/u.test(text) && (text !== first || words.length === 1));
  const isHeadline = capitals.filter(Boolean).length > Math.max(2, capitalsMax * words.length);
  return {
    words,
    names: isHeadline ? words.map(() => false) : capitals,
    possible: words.reduce((sum, { rarity }) => sum + rarity, 0),
    rarest,
    families: numbersByFamily(words),
    wants,
    idle: new Set(words.flatMap(({ text }, at) => (wants === 'date' && ofTime.test(fold(text)) ? [at] : []))),
    isAsked: isAsked.test(plain),
    isEnglish,
  };
}

function wantedBy(plain: string): AnswerKind | null {
  const asked = askedBy.find(([, asks]) => asks.test(plain))?.[0];
  if (asked) return asked;
  // "Which architect", "what Roman emperor".
  const [, ...after] = /\b(?:which|what) (\p{L}+)(?: (\p{L}+))?/u.exec(plain) ?? [];
  return after.some((word) => word && roles.has(word)) ? 'person' : null;
}

function numbersByFamily(words: readonly QueryWord[]): Map<string, number[]> {
  const numbers = new Map<string, number[]>();
  words.forEach(({ terms }, at) => {
    const families = new Set([...terms].flatMap(familiesOf));
    for (const family of families) numbers.set(family, [...(numbers.get(family) ?? []), at]);
  });
  return numbers;
}

/** A word of the question at a place in a passage. */
export interface Place extends Span {
  /** Its number among the words of the passage. */
  readonly at: number;
  /** Its number among the words of the question. */
  readonly word: number;
}

export interface ReadSentence extends Span {
  /** Share of the question, by rarity, that the sentence holds. */
  readonly share: number;
}

/** A passage as an answer to a question. */
export interface Reading {
  readonly question: Question;
  readonly hit: Hit;
  readonly places: readonly Place[];
  readonly sentences: readonly ReadSentence[];
  /** The sentence that holds most of the question. */
  readonly best: ReadSentence;
  /** Words of the question that stand in the article's title or in the heading. */
  readonly inHeadings: ReadonlySet<number>;
  /** Words of the question for which the passage has only one of their family, or one that speaks for them. */
  readonly kindred: ReadonlySet<number>;
  /** Who and what is named in the passage. */
  readonly named: readonly Entity[];
}

export function readingOf(question: Question, hit: Hit, named: readonly Entity[]): Reading {
  const { passage } = hit;
  const { article } = passage;
  const lang = languageOf(article.lang.value);
  const numbers = numbersByTerm(question);
  const families = lang.startsWith('en') ? question.families : new Map<string, readonly number[]>();
  const places: Place[] = [];
  const near = new Set<number>();
  const { headings, offsets, terms } = passageWords(passage);
  for (let at = 0; at < terms.length; at++) {
    const term = terms[at]!;
    if (!term) continue;
    const word = numbers.get(term);
    if (word !== undefined) places.push({ at, word, start: offsets[2 * at]!, end: offsets[2 * at + 1]! });
    else if (families.size > 0)
      for (const family of familiesOf(term)) for (const number of families.get(family) ?? []) near.add(number);
  }
  const sentences = sentencesOf(passage).map(({ start, end }): ReadSentence => {
    const held = new Set(places.filter((place) => start <= place.start && place.start < end).map(({ word }) => word));
    return { start, end, share: shareOf(question, held) };
  });
  const best = sentences.reduce((one, other) => (other.share > one.share ? other : one));
  const inHeadings = new Set([...headings].flatMap((term) => numbers.get(term) ?? []));
  const kindred = near.union(hit.related).difference(new Set([...inHeadings, ...places.map(({ word }) => word)]));
  return { question, hit, places, sentences, best, inHeadings, kindred, named };
}

function numbersByTerm({ words }: Question): Map<string, number> {
  const numbers = new Map<string, number>();
  words.forEach(({ terms }, at) => {
    for (const term of terms) if (!numbers.has(term)) numbers.set(term, at);
  });
  return numbers;
}

/** Share of the question, by rarity, that some of its words make. */
export function shareOf({ words, possible }: Question, held: ReadonlySet<number>): number {
  let sum = 0;
  for (const at of held) sum += words[at]!.rarity;
  return possible > 0 ? sum / possible : 0;
}

/** Share of the matter of a question, by rarity, that the passage itself holds. */
export function matterHeldBy({ places, question }: Reading): number {
  const { idle, possible, words } = question;
  const of = (numbers: ReadonlySet<number>) => [...numbers].reduce((sum, at) => sum + words[at]!.rarity, 0);
  const matter = possible - of(idle);
  return matter > 0 ? of(new Set(places.map(({ word }) => word)).difference(idle)) / matter : 0;
}

function sentencesOf(passage: Passage): readonly Span[] {
  const all = passage.article.blocks[passage.block]?.sentences ?? [];
  const own = all.filter(({ start, end }) => start < passage.end && passage.start < end);
  return own.length > 0 ? own : [passage];
}
