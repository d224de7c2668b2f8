/** An e-mail or newsletter kept as text → the roles of its lines: the head says who wrote, when, and of what. */
import { rolesOfLines } from './line-roles.ts';
import type { Line, LineRole } from './lines.ts';

const fieldOf = /^(from|to|cc|bcc|reply-to|subject|date|sent|von|an|betreff|datum|gesendet|de|à|objet|envoyé) ?: ?\S/i;
const roles: Readonly<Record<string, LineRole>> = {
  from: 'byline',
  von: 'byline',
  de: 'byline',
  subject: 'title',
  betreff: 'title',
  objet: 'title',
  date: 'date',
  sent: 'date',
  datum: 'date',
  gesendet: 'date',
  envoyé: 'date',
};
const fieldsMin = 3;

/** Null for a text that does not begin so: a sender, a subject and one more field. */
export function rolesOfMail(lines: readonly Line[]): LineRole[] | null {
  const fields = lines.slice(0, 10).map(({ text }) => fieldOf.exec(text)?.[1]?.toLowerCase());
  const end = fields.indexOf(undefined);
  const head = fields
    .slice(0, end < 0 ? fields.length : end)
    .map((field) => roles[field ?? ''] ?? 'boilerplate:post-meta');
  if (head.length < fieldsMin || !head.includes('title') || !head.includes('byline')) return null;
  const below = rolesOfLines(lines.slice(head.length)).map((role) => (role === 'title' ? 'text' : role));
  return [...head, ...below];
}
