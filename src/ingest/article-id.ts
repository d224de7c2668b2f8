/** What tells articles and texts apart: ids from paths, hashes from what they hold. */
import { createHash } from 'node:crypto';
import type { Article } from '../model.ts';

export const sha256 = (data: string | Uint8Array): string => createHash('sha256').update(data).digest('hex');

/** Eight characters of a–z and 0–9 from the path; `attempt` gives another one where two paths meet. */
export function articleIdOf(path: string, attempt = 0): string {
  const digest = sha256(attempt === 0 ? path : `${path}\n${attempt}`);
  return (BigInt(`0x${digest.slice(0, 20)}`) % 36n ** 8n).toString(36).padStart(8, '0');
}

/** The same for articles that are the same, to the letter and in all that is known of them. */
export function articleKeyOf(article: Article): string {
  const { blocks: _, joins: __, marks: ___, pages: ____, text: _____, ...details } = article;
  return sha256(JSON.stringify(details));
}
