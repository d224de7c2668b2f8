/** A list to choose from above or below a field: arrows move through it, Enter and a click choose. */
import { element, newId } from './elements.js';

/** @typedef {{ label: string, detail?: string, aside?: readonly string[], value: any }} Choice */

/**
 * @param {{ label: string, onPick: (choice: Choice) => void }} options
 */
export function createChoices({ label, onPick }) {
  const title = element('p', { class: 'choices-title', 'aria-hidden': 'true' });
  const list = element('ul', { class: 'choices-list', role: 'listbox', id: newId(), 'aria-label': label });
  const root = element('div', { class: 'choices', hidden: true }, title, list);
  /** @type {readonly Choice[]} */
  let choices = [];
  let active = -1;
  /** @type {HTMLElement | null} */
  let field = null;

  const tellField = () => {
    // A text box of several lines is no combobox, and can't be expanded.
    if (field?.role === 'combobox') field.setAttribute('aria-expanded', String(!root.hidden));
    const option = list.children[active];
    if (option && !root.hidden) field?.setAttribute('aria-activedescendant', option.id);
    else field?.removeAttribute('aria-activedescendant');
  };
  const setActive = (/** @type {number} */ index) => {
    list.children[active]?.setAttribute('aria-selected', 'false');
    active = index;
    const option = list.children[active];
    option?.setAttribute('aria-selected', 'true');
    option?.scrollIntoView({ block: 'nearest' });
    tellField();
  };
  const hide = () => {
    root.hidden = true;
    active = -1;
    tellField();
  };

  return {
    root,
    listId: list.id,
    hide,
    isOpen: () => !root.hidden,
    active: () => choices[active] ?? null,
    first: () => choices[0] ?? null,
    /** @param {HTMLElement} owner @param {readonly Choice[]} given @param {{ title: string, first: number }} how */
    show: (owner, given, { title: text, first }) => {
      if (field !== owner) hide();
      field = owner;
      // What scrolls must be within the keyboard's reach, but for the list of a combobox, which has the keys of its field.
      list.tabIndex = owner.role === 'combobox' ? -1 : 0;
      // What was moved to stays chosen when a later answer offers it too.
      const moved = choices[active]?.label;
      const kept = first < 0 ? given.findIndex((choice) => choice.label === moved) : first;
      choices = given;
      active = -1;
      title.textContent = text;
      title.hidden = text === '';
      list.replaceChildren(...given.map((choice) => optionOf(choice, () => onPick(choice))));
      root.hidden = given.length === 0;
      setActive(kept);
    },
    /** @param {number} step */
    move: (step) => {
      if (choices.length > 0)
        setActive((active + step + choices.length + (active < 0 && step < 0 ? 1 : 0)) % choices.length);
    },
  };
}

/** @param {Choice} choice @param {() => void} pick */
function optionOf({ aside, detail, label }, pick) {
  return element(
    'li',
    {
      role: 'option',
      id: newId(),
      'aria-selected': 'false',
      // The field keeps the focus.
      onmousedown: (/** @type {Event} */ event) => event.preventDefault(),
      onclick: pick,
    },
    element('span', { class: 'choice-label', dir: 'auto' }, label),
    detail && element('span', { class: 'choice-detail', dir: 'auto' }, detail),
    aside && element('span', { class: 'choice-aside' }, ...aside.map((name) => element('span', {}, name))),
  );
}
