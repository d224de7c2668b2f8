/**
 * What a button, menu or modal of `/library` does ↔ its custom_id. Like the ids of answers (../custom-id.ts) it holds all
 * that is needed and carries a version; a document is named by its number, which a server’s library does not give twice.
 */
import { customIdCharsMax } from '../limits.ts';

const prefix = '1:library:';
/** As many as one modal takes; more than fit an id at their longest. */
const idsMax = 10;

export type LibraryAddress =
  /** Opens the modal for files. */
  | { readonly action: 'add' }
  | { readonly action: 'list'; readonly page: number }
  | { readonly action: 'info' | 'edit' | 'as-read'; readonly id: number }
  | { readonly action: 'remove' | 'restore'; readonly ids: readonly number[] }
  /** Whether the host's readings stand beside the server's own. */
  | { readonly action: 'corpus'; readonly uses: boolean }
  /** `hash`: of what the confirmation named. */
  | { readonly action: 'destroy'; readonly hash: string }
  | { readonly action: 'keep' }
  /** Modals: of files, and of corrections; `hash`: of the values that it was opened with. */
  | { readonly action: 'upload' }
  | { readonly action: 'save'; readonly id: number; readonly hash: string }
  /** The modal for corrections once more, with the words that were typed: in the message, but for the labels (their places in the list). */
  | { readonly action: 'again'; readonly id: number; readonly labels: string }
  /** Menus, of documents to look at and to bring back: what is done stands in the chosen value. */
  | { readonly action: 'menu' | 'removed' };

export const libraryIdOf = (address: LibraryAddress): string => prefix + wordsOf(address).join(':');

function wordsOf(address: LibraryAddress): readonly (string | number)[] {
  switch (address.action) {
    case 'list':
      return [address.action, address.page];
    case 'info':
    case 'edit':
    case 'as-read':
      return [address.action, address.id];
    case 'remove':
    case 'restore':
      return [address.action, address.ids.join('.')];
    case 'corpus':
      return [address.action, address.uses ? 'with' : 'without'];
    case 'destroy':
      return [address.action, address.hash];
    case 'save':
      return [address.action, address.id, address.hash];
    case 'again':
      return [address.action, address.id, address.labels];
    default:
      return [address.action];
  }
}

export const isLibraryId = (customId: string): boolean => customId.startsWith(prefix);

/** Null for one of another version, a forged or a damaged one. */
export function parseLibraryId(customId: string): LibraryAddress | null {
  if (!isLibraryId(customId) || customId.length > customIdCharsMax) return null;
  const [action = '', first = '', second = ''] = customId.slice(prefix.length).split(':');
  const address = addressFrom(action, first, second);
  // An id says one thing in one way only.
  return address && libraryIdOf(address) === customId ? address : null;
}

function addressFrom(action: string, first: string, second: string): LibraryAddress | null {
  switch (action) {
    case 'add':
    case 'keep':
    case 'upload':
    case 'menu':
    case 'removed':
      return { action };
    case 'list':
      return isNumber(first) ? { action, page: Number(first) } : null;
    case 'info':
    case 'edit':
    case 'as-read':
      return isNumber(first) ? { action, id: Number(first) } : null;
    case 'remove':
    case 'restore': {
      const ids = first.split('.');
      return ids.length <= idsMax && ids.every(isNumber) ? { action, ids: ids.map(Number) } : null;
    }
    case 'corpus':
      return { action, uses: first === 'with' };
    case 'destroy':
      return isHash(first) ? { action, hash: first } : null;
    case 'save':
      return isNumber(first) && isHash(second) ? { action, id: Number(first), hash: second } : null;
    case 'again':
      return isNumber(first) && /^0?1?2?3?$/u.test(second) ? { action, id: Number(first), labels: second } : null;
    default:
      return null;
  }
}

const isNumber = (word: string): boolean => /^(?:0|[1-9]\d{0,6})$/u.test(word);
const isHash = (word: string): boolean => /^[\w.]{8}$/u.test(word);
