/** /help: what can be asked, with an example of each. */
import type { Command } from '../model.ts';

/** Made from the list it stands in. */
export const helpFor = (commands: () => readonly Command[]): Command => ({
  name: 'help',
  description: 'What you can ask, with examples',
  example: '/help',
  answer: async (library, query) => ({
    kind: 'help',
    asked: { command: 'help', query },
    commands: commands().map(({ name, option, description, example }) => ({
      usage: option ? `/${name} ${option.name}` : `/${name}`,
      description,
      example,
    })),
    articles: library.articles.length,
  }),
});
