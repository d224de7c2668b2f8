/** What the commands that look up a name have in common: one option, names as suggestions, passages as the answer. */
import { answerAbout, type Wanted } from '../answer/find.ts';
import type { Command, Entity, EntityType, Names } from '../model.ts';
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
  suggest: ({ names }, typed) => suggested(names, typed, prefer).map(({ name }) => ({ label: name, value: name })),
  answer: (library, query) => answerAbout(library, { command: name, query }, { kind, prefer }),
});

/** Before anything is typed, what the command is for alone: events, and no places where something happened. */
function suggested(names: Names, typed: string, prefer: readonly EntityType[]): readonly Entity[] {
  if (typed.trim()) return names.complete(typed, prefer, suggestionsMax);
  const all = names.complete('', prefer.slice(0, 1), suggestionsMax);
  const own = all.filter(({ type }) => type === prefer[0]);
  return own.length > 0 ? own : all;
}
