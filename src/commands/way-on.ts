/** After a miss with no name near: what there is to look through as well, so that no answer is a dead end. */
import { indexWordFor } from '../answer/names-index.ts';
import type { Answer, Choice, EntityType, Library } from '../model.ts';

const indexes: Readonly<Record<string, { readonly type: EntityType; readonly label: string }>> = {
  who: { type: 'person', label: 'All people' },
  where: { type: 'place', label: 'All places' },
  what: { type: 'organisation', label: 'All organisations' },
  event: { type: 'event', label: 'All events' },
};

export function withWayOn(library: Library, answer: Answer): Answer {
  if (answer.kind !== 'nothing' || answer.nearest.some(({ ask }) => ask.command !== 'quote')) return answer;
  const choice = answer.asked.command === 'source' ? shelfOf(library) : indexOf(library, answer.asked.command);
  return choice ? { ...answer, nearest: [...answer.nearest, choice] } : answer;
}

const shelfOf = ({ articles }: Library): Choice | null =>
  articles.length === 0 ? null : { label: 'All sources', detail: 'the shelf', ask: { command: 'sources', query: '' } };

/** Of the kind that was asked for, where there are any; else of all names. */
function indexOf({ names }: Library, command: string): Choice | null {
  const index = indexes[command];
  const has = (type: EntityType) => names.entities.some((entity) => entity.type === type);
  const detail = 'the index';
  if (index && has(index.type))
    return { label: index.label, detail, ask: { command: 'names', query: indexWordFor(index.type) } };
  return names.entities.length > 0 ? { label: 'All names', detail, ask: { command: 'names', query: '' } } : null;
}
