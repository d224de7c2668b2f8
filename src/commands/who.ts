/** /who: what the library says of a person. */
import { namedCommand } from './named.ts';

export const who = namedCommand({
  name: 'who',
  description: 'Who someone is, in the words of the readings',
  option: { name: 'name', description: 'A person, however spelled' },
  example: '/who Soleimani',
  kind: 'who',
  prefer: ['person'],
});
