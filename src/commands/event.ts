/** /event: what happened, or what happened at a place, dated passages first and in order of time. */
import { namedCommand } from './named.ts';

export const event = namedCommand({
  name: 'event',
  description: 'What happened, and when: dated passages in order of time',
  option: { name: 'name', description: 'An event, or a place where something happened' },
  example: '/event Aleppo',
  kind: 'event',
  prefer: ['event', 'place'],
});
