/** Components of a message → elements (docs, components/reference). */
import { element, icon, icons } from './elements.js';
import { fileCard } from './files.js';
import { nodesOf } from './markdown.js';
import { selectOf } from './select.js';

/** @typedef {{ press: (customId: string, button: HTMLElement) => void, select: (customId: string, values: string[], button: HTMLElement) => void }} Acts */

const styles = ['', 'primary', 'secondary', 'success', 'danger', 'link'];

/** @param {any} component @param {Acts} acts @returns {HTMLElement} */
export function componentOf(component, acts) {
  const inner = () => (component.components ?? []).map((/** @type {any} */ one) => componentOf(one, acts));
  switch (component.type) {
    case 1:
      return element('div', { class: 'row' }, ...inner());
    case 2:
      return buttonOf(component, acts);
    case 3:
      return selectOf(component, {
        onSelect: (values, button) => acts.select(component.custom_id, values, button),
      });
    case 9:
      return element(
        'div',
        { class: 'section' },
        element('div', { class: 'section-text' }, ...inner()),
        component.accessory && componentOf(component.accessory, acts),
      );
    case 10:
      return element('div', { class: 'text' }, ...nodesOf(component.text));
    case 11:
      return element('p', { class: 'elsewhere' }, component.description ?? 'A picture, which this page does not load');
    case 12:
      return element('p', { class: 'elsewhere' }, 'Pictures, which this page does not load');
    case 13:
      return fileCard({ name: component.name ?? '', size: component.size ?? 0, url: component.file.url });
    case 14:
      return element(component.divider === false ? 'div' : 'hr', {
        class: component.spacing === 2 ? 'wide' : 'narrow',
      });
    case 17:
      return containerOf(component, inner());
    default:
      return element(
        'p',
        { class: 'elsewhere' },
        `A component of type ${component.type}, which this page does not show`,
      );
  }
}

/** @param {any} component @param {HTMLElement[]} inner */
function containerOf({ accent_color: accent }, inner) {
  const made = element('div', { class: 'container' }, ...inner);
  if (typeof accent === 'number') made.style.setProperty('--accent', `#${accent.toString(16).padStart(6, '0')}`);
  return made;
}

/** @param {any} component @param {Acts} acts */
function buttonOf({ custom_id: customId, disabled, emoji, label, style, url }, acts) {
  const shown = [emoji?.name, label].filter(Boolean).join(' ');
  const name = `button ${styles[style] ?? 'secondary'}`;
  if (url) {
    const link = element(
      'a',
      { class: name, href: url, target: '_blank', rel: 'noopener noreferrer' },
      shown,
      icon(icons.open),
    );
    return /^https?:\/\//i.test(url) ? link : element('button', { type: 'button', class: name, disabled: true }, shown);
  }
  const button = element('button', { type: 'button', class: name, disabled, 'data-custom-id': customId }, shown);
  button.addEventListener('click', () => acts.press(customId, button));
  return button;
}
