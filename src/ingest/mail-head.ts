/**
 * An e-mail or newsletter kept as text → the roles of its lines: the head says who wrote, when, and of what. The heads of the
 * letters that it answers say nothing of it, and are no text.
 */
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
  const rest = lines.slice(head.length);
  const isOfThread = linesOfThread(rest);
  const below = rolesOfLines(rest).map((role, at): LineRole => {
    if (isOfThread(at)) return 'boilerplate:post-meta';
    return role === 'title' ? 'text' : role;
  });
  return [...head, ...below];
}

/** Between a letter and those that it answers stand their heads, or a line that says who wrote; "--" stands above a signature. */
const between =
  /^(?:>\s*)*(?:-{2,} ?(?:original message|forwarded message|ursprüngliche nachricht|weitergeleitete nachricht|message d'origine|mensaje original) ?-{2,}|begin forwarded message:|(?:on|am|le|el) .{6,120} (?:wrote|schrieb(?: .{1,80})?|a écrit|escribió) ?:|--|>+)$/i;

function linesOfThread(lines: readonly Line[]): (at: number) => boolean {
  const marked = lines.map(({ text }) => between.test(text));
  const isField = lines.map(({ text }) => fieldOf.test(text.replace(/^(?:>\s*)+/, '')));
  isField.forEach((opens, at) => {
    if (!opens || isField[at - 1]) return;
    const end = isField.indexOf(false, at);
    const until = end < 0 ? isField.length : end;
    if (until - at >= fieldsMin) marked.fill(true, at, until);
  });
  return (at) => marked[at] === true;
}
