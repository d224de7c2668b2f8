/** What tells articles and texts apart: ids from paths, hashes from what they hold. */
import { createHash } from 'node:crypto';

export const sha256 = (data: string | Uint8Array): string => createHash('sha256').update(data).digest('hex');

/** Eight characters of a–z and 0–9 from the path; `attempt` gives another one where two paths meet. */
export function articleIdOf(path: string, attempt = 0): string {
  const digest = sha256(attempt === 0 ? path : `${path}\n${attempt}`);
  return (BigInt(`0x${digest.slice(0, 20)}`) % 36n ** 8n).toString(36).padStart(8, '0');
}
