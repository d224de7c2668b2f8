/** /help: what can be asked, with an example of each. */
import type { Command, Library } from '../model.ts';

/** An example that this library answers; the command's own where it has no suggestion. */
export const exampleIn = (library: Library, name: string, example: string, suggest: Command['suggest']): string => {
  const value = suggest?.(library, '')[0]?.value;
  return value ? `/${name} ${value}` : example;
};

/** Made from the list it stands in. */
export const helpFor = (commands: () => readonly Command[]): Command => ({
  name: 'help',
  description: 'What you can ask, with examples',
  example: '/help',
  answer: async (library, query) => ({
    kind: 'help',
    asked: { command: 'help', query },
    commands: commands().map(({ name, option, description, example, suggest }) => ({
      usage: option ? `/${name} ${option.name}` : `/${name}`,
      description,
      example: exampleIn(library, name, example, suggest),
    })),
    articles: library.articles.length,
  }),
});
