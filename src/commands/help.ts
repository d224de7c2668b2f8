/** /help: what can be asked, with an example of each. */
import type { Answer, Command, Library } from '../model.ts';

/** With the name mentioned most; the command's own where it has no suggestion. */
export function exampleIn(
  library: Library,
  { name, example, suggest }: Pick<Command, 'name' | 'example' | 'suggest'>,
): string {
  const value = suggest?.(library, '')[0]?.value;
  return value ? `/${name} ${value}` : example;
}

/** Names that are tried for an example. */
const triedMax = 5;
/** What says that a passage holds the words, and not that it tells of them. */
const holding = new Set(['coverage', 'relevance', 'together']);

/**
 * The one of the first names that is told best, and none that an example before it has: examples all of one name would show
 * little, and of a name that is mentioned everywhere there is often no passage that says what it is.
 */
async function freshExample(library: Library, command: Command, shown: ReadonlySet<string>): Promise<string> {
  const { answer, name, suggest } = command;
  const values = suggest?.(library, '').map(({ value }) => value) ?? [];
  const fresh = values.filter((value) => !shown.values().some((one) => value.includes(one)));
  let best: { readonly value: string; readonly told: number } | null = null;
  for (const value of fresh.slice(0, triedMax)) {
    const told = toldBy(await answer(library, value));
    if (told !== null && told > (best?.told ?? -1)) best = { value, told };
  }
  return best ? `/${name} ${best.value}` : exampleIn(library, command);
}

/** How well the first passage tells of its subject; 0 of an answer of another kind, null of none. */
function toldBy(answer: Answer): number | null {
  if (answer.kind === 'nothing') return null;
  const why = (answer.kind === 'found' && answer.found[0]?.why) || [];
  return why.reduce((sum, { feature, points }) => sum + (holding.has(feature) ? 0 : points), 0);
}

type Told = Extract<Answer, { readonly kind: 'help' }>['commands'];

/** Made from the list it stands in; once for each library, since its examples are asked before they are shown. */
export function helpFor(commands: () => readonly Command[]): Command {
  const known = new WeakMap<Library, Told>();
  return {
    name: 'help',
    description: 'What you can ask, with examples',
    example: '/help',
    answer: async (library, query) => {
      const told = known.get(library) ?? (await toldOf(library, commands()));
      known.set(library, told);
      return { kind: 'help', asked: { command: 'help', query }, commands: told, articles: library.articles.length };
    },
  };
}

async function toldOf(library: Library, commands: readonly Command[]): Promise<Told> {
  const shown = new Set<string>();
  const told: Told[number][] = [];
  for (const command of commands) {
    const { name, option, description } = command;
    const example = await freshExample(library, command, shown);
    shown.add(example.slice(name.length + 2));
    told.push({ usage: option ? `/${name} ${option.name}` : `/${name}`, description, example });
  }
  return told;
}
