/** Elements made by hand: text goes in as text, and there is no other way in. */

/**
 * @param {string} tag
 * @param {Record<string, unknown>} [given] attributes; `on…` are listeners; null and false are left out
 * @param {...(Node | string | null | undefined | false)} children
 * @returns {any}
 */
export function element(tag, given = {}, ...children) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(given)) {
    if (value === null || value === undefined || value === false) continue;
    if (name.startsWith('on')) made.addEventListener(name.slice(2), /** @type {EventListener} */ (value));
    else made.setAttribute(name, value === true ? '' : String(value));
  }
  made.append(...children.filter((child) => child !== null && child !== undefined && child !== false));
  return made;
}

const svgSpace = 'http://www.w3.org/2000/svg';

/** Drawn on a field of 24 by 24. @param {string} path */
export function icon(path) {
  const svg = document.createElementNS(svgSpace, 'svg');
  svg.setAttribute('viewBox', '0 0 24 24');
  svg.setAttribute('class', 'icon');
  svg.setAttribute('aria-hidden', 'true');
  const drawn = document.createElementNS(svgSpace, 'path');
  drawn.setAttribute('d', path);
  svg.append(drawn);
  return svg;
}

export const icons = {
  open: 'M14 4h6v6h-2V7.4l-7.3 7.3-1.4-1.4L16.6 6H14zM5 6h6v2H6v10h10v-5h2v6a1 1 0 0 1-1 1H5a1 1 0 0 1-1-1V7a1 1 0 0 1 1-1z',
  eye: 'M12 5c5 0 8.6 3.6 10 7-1.4 3.4-5 7-10 7s-8.6-3.6-10-7c1.4-3.4 5-7 10-7zm0 3a4 4 0 1 0 0 8 4 4 0 0 0 0-8zm0 2a2 2 0 1 1 0 4 2 2 0 0 1 0-4z',
  down: 'M7 9.5 12 14.500l5-5 1.4 1.400L12 17.3 5.6 10.900z',
  send: 'M3 4.5 21.5 12 3 19.500l1.5-6L14 12 4.5 10.500z',
  more: 'M5 10a2 2 0 1 1 0 4 2 2 0 0 1 0-4zm7 0a2 2 0 1 1 0 4 2 2 0 0 1 0-4zm7 0a2 2 0 1 1 0 4 2 2 0 0 1 0-4z',
  file: 'M6 2h8l6 6v14H4V2zm7 1.500V9h5.500zM6 4v16h12v-9h-7V4z',
  save: 'M11 3h2v9.200l3.300-3.300 1.400 1.400L12 16l-5.700-5.700 1.400-1.400 3.300 3.300zM4 18h16v2H4z',
  add: 'M11 4h2v7h7v2h-7v7h-2v-7H4v-2h7z',
  cross: 'm6.4 5 5.6 5.600L17.6 5 19 6.4 13.4 12l5.6 5.6-1.4 1.4-5.6-5.600L6.4 19 5 17.6 10.6 12 5 6.400z',
};

let last = 0;

/** An id that no other element has. */
export const newId = () => `id-${++last}`;
