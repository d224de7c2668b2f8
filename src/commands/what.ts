/** /what: organisations, forces and terms. */
import { namedCommand } from './named.ts';

export const what = namedCommand({
  name: 'what',
  description: 'What an organisation, a force or a term is',
  option: { name: 'term', description: 'An organisation, a force, an abbreviation or a term' },
  example: '/what Hezbollah',
  kind: 'what',
  prefer: ['organisation', 'event'],
});
