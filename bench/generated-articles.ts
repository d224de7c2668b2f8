/**
 * Articles for measuring speed, as many as wanted, always the same: English-like sentences about invented people,
 * places, organisations and events, with words and names as unevenly frequent as in real texts.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { inventedNames, type Names } from './generated-names.ts';
import { adjectives, nouns, verbs } from './generated-words.ts';
import { createRandom, type Random } from './random.ts';

export interface GeneratedArticle {
  readonly path: string;
  readonly text: string;
}

/** Words of an article without its front matter and headings. */
export const articleWords = 400;
const sectionParagraphs = 2;

export function generatedArticles(count: number, seed = 1): readonly GeneratedArticle[] {
  const random = createRandom(seed);
  const names = inventedNames(count, random);
  return Array.from({ length: count }, (_, index) => ({
    path: `${String(index + 1).padStart(5, '0')}.md`,
    text: articleText(names, random),
  }));
}

export function writeGeneratedArticles(folder: string, count: number): void {
  mkdirSync(folder, { recursive: true });
  for (const { path, text } of generatedArticles(count)) writeFileSync(join(folder, path), text);
}

/** What one article is about; it comes back to these, as articles do. */
function topicsOf(names: Names, random: Random): Names {
  const some = <T>(from: readonly T[], number: number) => Array.from({ length: number }, () => random.pickZipf(from));
  return {
    people: some(names.people, 4),
    places: some(names.places, 4),
    organisations: some(names.organisations, 2),
    events: some(names.events, 2),
  };
}

function articleText(names: Names, random: Random): string {
  const topics = topicsOf(names, random);
  const title = random.pick([
    `${random.pick(topics.people).full} and the ${random.pickZipf(nouns)} of ${random.pick(topics.places).name}`,
    `The ${random.pick(topics.events)}: ${random.pick(adjectives)} ${random.pickZipf(nouns)}`,
    `${random.pick(topics.places).name} and its ${random.pickZipf(nouns)}`,
  ]);
  const parts = [frontMatter(title, random)];
  for (let words = 0, paragraphs = 0; words < articleWords; paragraphs += 1) {
    if (paragraphs % sectionParagraphs === 0 && paragraphs > 0) parts.push(`## The ${random.pickZipf(nouns)}`);
    const paragraph = Array.from({ length: 3 + random.below(3) }, () => sentence(topics, random)).join(' ');
    words += paragraph.split(' ').length;
    parts.push(paragraph);
  }
  return `${parts.join('\n\n')}\n`;
}

const frontMatter = (title: string, random: Random): string =>
  [
    '---',
    `title: ${JSON.stringify(title)}`,
    `author: ${random.pick(['A. Writer', 'B. Reader', 'C. Printer'])}`,
    'publisher: The Generated Review',
    `published: ${1990 + random.below(35)}-${twoDigits(1 + random.below(12))}-${twoDigits(1 + random.below(28))}`,
    'lang: en',
    '---',
  ].join('\n');

const twoDigits = (number: number): string => String(number).padStart(2, '0');

const months = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October'];

function sentence(topics: Names, random: Random): string {
  const noun = () => random.pickZipf(nouns);
  const verb = () => random.pickZipf(verbs);
  const adjective = () => random.pickZipf(adjectives);
  const things = () => `the ${adjective()} ${noun()} of the ${noun()}`;
  const person = random.pick(topics.people);
  const other = random.pick(topics.people);
  const place = random.pick(topics.places);
  const elsewhere = random.pick(topics.places);
  const organisation = random.pick(topics.organisations);
  const event = random.pick(topics.events);
  const date = `${1 + random.below(28)} ${random.pick(months)} ${1990 + random.below(35)}`;
  const shapes: readonly (() => string)[] = [
    () => `${person.full}, the ${person.role} of ${place.name}, ${verb()} ${things()}.`,
    () => `On ${date}, the ${organisation.name} ${verb()} the ${noun()} near ${place.name}.`,
    () =>
      `${place.name} is a ${place.kind} in the ${adjective()} part of the country, on the road to ${elsewhere.name}.`,
    () => `According to ${other.full}, ${things()} and the ${noun()} were ${adjective()} after the ${event}.`,
    () => `The ${event} began in ${date.split(' ').slice(1).join(' ')}, when the ${noun()} ${verb()} its ${noun()}.`,
    () => `${person.surname} said that the ${noun()} was ${adjective()} and that nobody ${verb()} the ${noun()}.`,
    () =>
      `The ${organisation.name} (${organisation.short}) ${verb()} ${1 + random.below(900)} ${noun()} reports about ${things()}.`,
    () =>
      `It was not the ${noun()} but the ${noun()} that ${verb()} the ${adjective()} ${noun()} between ${place.name} and ${elsewhere.name}.`,
    () =>
      `“We ${verb()} the ${noun()} before the ${noun()},” said ${person.surname}, who ${verb()} the ${noun()} in ${place.name}.`,
    () =>
      `When ${other.full} met ${person.full} in ${elsewhere.name}, the ${noun()} had already ${verb()} ${things()}.`,
    () => `Few of the ${noun()} records of ${place.name} survive, and those that do are ${adjective()}.`,
    () =>
      `In the ${adjective()} ${noun()}, the ${noun()} and the ${noun()} ${verb()} each other for ${2 + random.below(30)} years.`,
  ];
  return random.pick(shapes)();
}
