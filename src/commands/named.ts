/** What the commands that look up a name have in common: one option, names as suggestions, passages as the answer. */
import { answerAbout, type Wanted } from '../answer/find.ts';
import type { Command } from '../model.ts';
import { queryCharsMax } from '../search/query.ts';

const suggestionsMax = 25;

interface NamedCommand extends Wanted {
  readonly name: string;
  readonly description: string;
  readonly option: { readonly name: string; readonly description: string };
  readonly example: string;
}

export const namedCommand = ({ name, description, option, example, kind, prefer }: NamedCommand): Command => ({
  name,
  description,
  option: { ...option, required: true, charsMax: queryCharsMax },
  example,
  // Before anything is typed, what the command is for: events before places where something happened.
  suggest: (library, typed) =>
    library.names
      .complete(typed, typed.trim() ? prefer : prefer.slice(0, 1), suggestionsMax)
      .map(({ name }) => ({ label: name, value: name })),
  answer: (library, query) => answerAbout(library, { command: name, query }, { kind, prefer }),
});
