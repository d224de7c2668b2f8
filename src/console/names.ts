/**
 * `npm run names`: the index of names of a library, by type, as lines or as one JSON object a name; with `--why` what
 * spoke for the type of one of them, with `--dates` the dates instead.
 */
import { parseArgs } from 'node:util';
import { readConfig } from '../config.ts';
import { type ExplainedLibrary, openLibrary } from '../library.ts';
import type { Entity, EntityType } from '../model.ts';
import { datesListed, datesPrinted } from './dates-list.ts';

const usage = 'Usage: npm run names -- [--corpus DIR] [--json] [--dates] [--why "NAME"]';

const heads: Readonly<Record<EntityType, string>> = {
  person: 'People',
  organisation: 'Organisations',
  place: 'Places',
  event: 'Events',
  untyped: 'Other names',
};

async function run(args: readonly string[]): Promise<number> {
  let options: { corpus?: string | undefined; why?: string | undefined; json: boolean; dates: boolean };
  try {
    options = parseArgs({
      args: [...args],
      options: {
        corpus: { type: 'string' },
        why: { type: 'string' },
        json: { type: 'boolean', default: false },
        dates: { type: 'boolean', default: false },
      },
    }).values;
    if (options.why !== undefined && (options.json || options.dates))
      throw new Error('--why explains one name in words; leave out --json and --dates');
  } catch (error) {
    console.error(`${error instanceof Error ? error.message : error}\n${usage}`);
    return 2;
  }
  const library = await openLibrary(options.corpus ?? readConfig().corpus);
  for (const { message } of library.problems) console.error(message);
  if (options.why !== undefined) return explain(options.why, library);
  if (options.dates && options.json) for (const date of datesListed(library)) console.log(JSON.stringify(date));
  else if (options.dates) console.log(datesPrinted(library));
  else if (options.json)
    for (const entity of library.names.entities) console.log(JSON.stringify(jsonOf(entity, library)));
  else console.log(indexOf(library));
  return 0;
}

/** A block for each type, its names in the order of the alphabet, as at the back of a book. */
function indexOf({ names: { entities } }: ExplainedLibrary): string {
  const blocks = (Object.keys(heads) as EntityType[]).map((type) => {
    const own = entities.filter((entity) => entity.type === type).sort((a, b) => a.name.localeCompare(b.name, 'en'));
    return own.length === 0
      ? []
      : [`${heads[type]} (${own.length})`, ...own.map((entity) => `  ${lineOf(entity)}`), ''];
  });
  return [...blocks.flat(), `${entities.length} names`].join('\n');
}

function lineOf({ name, surfaces, mentions }: Entity): string {
  const others = surfaces.filter(({ text }) => text !== name).map(({ text, count }) => `${text} ${count}`);
  return `${name}  ${mentions.length}${others.length > 0 ? `  (also ${others.join(', ')})` : ''}`;
}

function jsonOf({ name, type, surfaces, mentions }: Entity, { passages }: ExplainedLibrary): object {
  return {
    name,
    type,
    surfaces,
    mentions: mentions.map(({ passage, start, end }) => ({ path: passages[passage]!.article.path, start, end })),
  };
}

/** Every entity that the name could mean, each with its reasons; exit code 1 where there is none. */
function explain(typed: string, library: ExplainedLibrary): number {
  const found = library.names.lookup(typed);
  const entities = found.kind === 'one' ? [found.entity] : found.kind === 'several' ? found.entities : [];
  if (entities.length === 0) {
    const near = found.kind === 'none' ? found.nearest.map(({ name }) => name) : [];
    console.error(`No name in the library is "${typed}"${near.length > 0 ? `; nearest: ${near.join(', ')}` : ''}`);
    return 1;
  }
  console.log(entities.map((entity) => explained(entity, library)).join('\n\n'));
  return 0;
}

function explained(entity: Entity, { names }: ExplainedLibrary): string {
  const reasons = names.reasonsFor(entity);
  const lines = reasons.map(({ type, weight, reason, count }) => {
    const times = count === 1 ? '' : `, ${count} times`;
    return `  ${weight < 0 ? 'against' : 'for'} ${type}: ${reason} (${Math.abs(weight)}${times})`;
  });
  const nothing = '  nothing around it or in it says what it is';
  return [`${lineOf(entity)}: ${entity.type}`, ...(lines.length > 0 ? lines : [nothing])].join('\n');
}

process.exitCode = await run(process.argv.slice(2));
