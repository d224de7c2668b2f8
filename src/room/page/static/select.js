/** A string select: a button that opens a list; with several values to choose, each press marks one. */
import { createChoices } from './choices.js';
import { element, icon, icons, newId } from './elements.js';

/**
 * @param {any} component of type 3
 * @param {{ label?: string, onSelect: (values: string[], button: HTMLElement) => void }} how
 */
export function selectOf(component, { label, onSelect }) {
  const { options, placeholder } = component;
  const valuesMax = component.max_values ?? 1;
  /** @type {Set<string>} */
  const chosen = new Set(
    options.filter((/** @type {any} */ one) => one.default).map((/** @type {any} */ one) => one.value),
  );
  const shown = element('span', { class: 'select-shown', dir: 'auto', id: newId() });
  const named = element('span', { class: 'unseen', id: newId() }, label ?? placeholder ?? 'Make a selection');
  const button = element(
    'button',
    {
      type: 'button',
      class: 'select-button',
      role: 'combobox',
      'aria-haspopup': 'listbox',
      'aria-expanded': 'false',
      'aria-labelledby': `${named.id} ${shown.id}`,
      disabled: component.disabled,
    },
    shown,
    icon(icons.down),
  );
  const text = () =>
    options.filter((/** @type {any} */ one) => chosen.has(one.value)).map((/** @type {any} */ one) => one.label);
  const display = () => {
    shown.textContent = text().join(', ') || (placeholder ?? 'Make a selection');
    shown.classList.toggle('empty', chosen.size === 0);
  };
  const pick = (/** @type {string} */ value) => {
    if (valuesMax === 1) chosen.clear();
    else if (chosen.delete(value)) return display();
    if (chosen.size < valuesMax) chosen.add(value);
    display();
    if (valuesMax === 1) close();
  };
  const choices = createChoices({ label: placeholder ?? 'Options', onPick: ({ value }) => pick(value) });
  button.setAttribute('aria-controls', choices.listId);
  const open = () => {
    const given = options.map((/** @type {any} */ one) => ({
      label: one.label,
      detail: one.description,
      value: one.value,
    }));
    choices.show(button, given, { title: '', first: 0 });
    choices.root.scrollIntoView({ block: 'nearest' });
  };
  const close = (isChosen = true) => {
    if (!choices.isOpen()) return;
    choices.hide();
    if (isChosen && chosen.size >= (component.min_values ?? 1)) onSelect([...chosen], button);
  };
  button.addEventListener('click', () => (choices.isOpen() ? close(valuesMax > 1) : open()));
  button.addEventListener('blur', () => close(valuesMax > 1));
  button.addEventListener('keydown', (/** @type {KeyboardEvent} */ event) => {
    const isOpen = choices.isOpen();
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step && isOpen) choices.move(step);
    else if (step) open();
    else if ((event.key === 'Enter' || event.key === ' ') && isOpen) pick(choices.active()?.value);
    else if (event.key === 'Escape' && isOpen) close(false);
    else return;
    event.preventDefault();
    event.stopPropagation();
  });
  display();
  return element('div', { class: 'select' }, named, button, choices.root);
}
