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

/** One that is answered, with a name that no command before it has: examples all of one name would show little. */
async function freshExample(library: Library, command: Command, shown: ReadonlySet<string>): Promise<string> {
  const { answer, name, suggest } = command;
  const values = suggest?.(library, '').map(({ value }) => value) ?? [];
  for (const value of values.filter((one) => !shown.has(one)).slice(0, triedMax))
    if ((await answer(library, value)).kind !== 'nothing') return `/${name} ${value}`;
  return exampleIn(library, command);
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
