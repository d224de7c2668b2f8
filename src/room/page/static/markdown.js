/** The pieces of a text → elements. */
import { element } from './elements.js';

/** @typedef {string | { is: string, of?: Pieces, text?: string, level?: number, to?: string, seconds?: number, style?: string }} Piece */
/** @typedef {readonly Piece[]} Pieces */

const tags = { bold: 'strong', italic: 'em', underline: 'u', strike: 's' };

/** @param {Pieces} pieces @returns {(Node | string)[]} */
export const nodesOf = (pieces) => pieces.map(nodeOf);

/** @param {Piece} piece @returns {Node | string} */
function nodeOf(piece) {
  if (typeof piece === 'string') return piece;
  const inner = () => nodesOf(piece.of ?? []);
  switch (piece.is) {
    case 'heading':
      return element('h2', { class: `heading level-${piece.level}`, dir: 'auto' }, ...inner());
    case 'small':
      return element('small', { class: 'small', dir: 'auto' }, ...inner());
    case 'quote':
      return element('blockquote', { dir: 'auto' }, ...inner());
    case 'link':
      return element('a', { href: piece.to, target: '_blank', rel: 'noopener noreferrer' }, ...inner());
    case 'code':
      return element('code', {}, piece.text ?? '');
    case 'block':
      return block(piece.text ?? '');
    case 'mention':
      return element('span', { class: 'mention' }, piece.text ?? '');
    case 'time':
      return time(piece.seconds ?? 0, piece.style ?? 'f');
    case 'spoiler':
      return spoiler(inner());
    default:
      return element(tags[/** @type {keyof typeof tags} */ (piece.is)] ?? 'span', {}, ...inner());
  }
}

/** A block of code, with a button that copies it. @param {string} text */
function block(text) {
  const copy = element('button', { type: 'button', class: 'copy' }, 'Copy');
  copy.addEventListener('click', async () => {
    const done = await navigator.clipboard.writeText(text).then(
      () => true,
      () => false,
    );
    copy.textContent = done ? 'Copied' : 'Not allowed';
    setTimeout(() => {
      copy.textContent = 'Copy';
    }, 2_000);
  });
  return element('div', { class: 'block' }, element('pre', { tabindex: 0 }, element('code', {}, text)), copy);
}

/** @param {(Node | string)[]} inner */
function spoiler(inner) {
  const hidden = element('button', { type: 'button', class: 'spoiler', 'aria-label': 'Spoiler, show it' }, ...inner);
  hidden.addEventListener('click', () => hidden.replaceWith(element('span', { class: 'shown' }, ...hidden.childNodes)));
  return hidden;
}

/** Discord's styles of a time. @type {Record<string, Intl.DateTimeFormatOptions>} */
const styles = {
  t: { timeStyle: 'short' },
  T: { timeStyle: 'medium' },
  d: { dateStyle: 'short' },
  D: { dateStyle: 'long' },
  f: { dateStyle: 'long', timeStyle: 'short' },
  F: { dateStyle: 'full', timeStyle: 'short' },
};

/** @param {number} seconds @param {string} style */
function time(seconds, style) {
  const date = new Date(seconds * 1_000);
  const whole = new Intl.DateTimeFormat(undefined, styles.F).format(date);
  const text =
    style === 'R' ? ago(seconds) : new Intl.DateTimeFormat(undefined, styles[style] ?? styles.f).format(date);
  return element('time', { datetime: date.toISOString(), title: whole, class: 'stamp' }, text);
}

/** @type {[Intl.RelativeTimeFormatUnit, number][]} */
const units = [
  ['year', 31_536_000],
  ['month', 2_592_000],
  ['day', 86_400],
  ['hour', 3_600],
  ['minute', 60],
  ['second', 1],
];

/** @param {number} seconds */
function ago(seconds) {
  const distance = seconds - Date.now() / 1_000;
  const [unit, size] = units.find(([, length]) => Math.abs(distance) >= length) ?? ['second', 1];
  return new Intl.RelativeTimeFormat(undefined, { numeric: 'auto' }).format(Math.round(distance / size), unit);
}
