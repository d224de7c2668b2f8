/** /where: what the library says of a place, and where it says it is. */
import { namedCommand } from './named.ts';

export const where = namedCommand({
  name: 'where',
  description: 'Where a place is and what it is, in the words of the readings',
  option: { name: 'place', description: 'A town, region, base or country' },
  example: '/where Khmeimim',
  kind: 'where',
  prefer: ['place'],
});
