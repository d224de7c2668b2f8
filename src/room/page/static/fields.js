/** A command that is being filled in: its name, a field for each option in use, and chips for those that may be added. */
import { element } from './elements.js';

const boolean = 5;
const yesOrNo = ['True', 'False'];

/** @typedef {{ option: any, input: HTMLInputElement, root: HTMLElement, picked: { name: string, value: string } | null }} Field */

/**
 * @param {{ command: any, values: Record<string, string>, listId: string, onInput: (field: Field) => void, onKey: (event: KeyboardEvent, field: Field) => void, onLeave: () => void, onEmptied: (field: Field) => void }} how
 */
export function createFields({ command, listId, onEmptied, onInput, onKey, onLeave, values }) {
  /** @type {Map<string, Field>} */
  const fields = new Map();
  const place = element('div', { class: 'fields' });
  const rest = element('div', { class: 'rest' });
  const root = element(
    'div',
    { class: 'filling' },
    element('span', { class: 'command' }, `/${command.name}`),
    place,
    rest,
  );
  const options = command.options ?? [];

  const add = (/** @type {any} */ option, /** @type {string} */ value) => {
    const input = element('input', {
      type: 'text',
      role: 'combobox',
      'aria-expanded': 'false',
      'aria-controls': listId,
      'aria-autocomplete': 'list',
      'aria-label': `${option.name}: ${option.description}`,
      'aria-required': option.required ? 'true' : null,
      placeholder: option.description,
      maxlength: option.max_length,
      autocomplete: 'off',
      spellcheck: 'false',
      enterkeyhint: 'send',
      dir: 'auto',
    });
    input.value = value;
    const chip = element(
      'label',
      { class: `field${option.required ? ' needed' : ''}` },
      element('span', { class: 'field-name' }, option.name),
      input,
    );
    /** @type {Field} */
    const field = { option, input, root: chip, picked: null };
    input.addEventListener('input', () => {
      field.picked = null;
      chip.classList.remove('missing');
      if (!goOn(field)) onInput(field);
    });
    input.addEventListener('focus', () => onInput(field));
    input.addEventListener('blur', onLeave);
    input.addEventListener('keydown', (/** @type {KeyboardEvent} */ event) => {
      if (event.key === 'Backspace' && input.value === '') {
        event.preventDefault();
        onEmptied(field);
      } else onKey(event, field);
    });
    fields.set(option.name, field);
    place.append(chip);
    showRest();
    return field;
  };
  /** "Ada private:" goes on to that option, as in Discord. */
  const goOn = (/** @type {Field} */ { input, option }) => {
    const [marker = '', name, rest = ''] = /(?:^|\s)([^\s:]+):(.*)$/u.exec(input.value) ?? [];
    const other = options.find((/** @type {any} */ one) => one.name === name && one !== option);
    if (!other) return false;
    input.value = input.value.slice(0, -marker.length).trimEnd();
    const next = fields.get(other.name) ?? add(other, '');
    next.input.value = rest.trimStart();
    next.input.focus();
    return true;
  };
  const showRest = () => {
    const left = options.filter((/** @type {any} */ option) => !fields.has(option.name));
    rest.replaceChildren(
      ...left.map((/** @type {any} */ option) => {
        const chip = element(
          'button',
          {
            type: 'button',
            class: 'optional',
            title: option.description,
            'aria-label': `Add ${option.name}: ${option.description}`,
          },
          `+ ${option.name}`,
        );
        chip.addEventListener('click', () => {
          const { input } = add(option, option.type === boolean ? 'True' : '');
          input.focus();
          input.select();
        });
        return chip;
      }),
    );
  };

  const inUse = options.filter((/** @type {any} */ option) => option.required || values[option.name] !== undefined);
  for (const option of inUse) add(option, values[option.name] ?? '');
  showRest();

  return {
    root,
    command,
    all: () => [...fields.values()],
    first: () => fields.values().next().value?.input ?? rest.querySelector('button'),
    /** @param {Field} field */
    drop: (field) => {
      fields.delete(field.option.name);
      field.root.remove();
      showRest();
      const last = [...fields.values()].at(-1);
      (last?.input ?? rest.querySelector('button'))?.focus();
    },
    /** As sent: what was picked, or what was typed. @returns {Record<string, string>} */
    values: () =>
      Object.fromEntries(
        [...fields].map(([name, { input, picked }]) => [name, picked ? picked.value : input.value.trim()]),
      ),
    /** As shown, to be filled in again. @returns {Record<string, string>} */
    texts: () => Object.fromEntries([...fields].map(([name, { input }]) => [name, input.value])),
    missing: () => [...fields.values()].find(({ input, option }) => option.required && input.value.trim() === ''),
  };
}

/** What can be chosen without asking the bot; null where it must be asked. @param {any} option @param {string} typed */
export function ownChoices(option, typed) {
  const names = option.type === boolean ? yesOrNo.map((name) => ({ name, value: name })) : option.choices;
  if (!names) return option.autocomplete ? null : [];
  const isWhole = names.some((/** @type {any} */ { name }) => name === typed);
  return names.filter((/** @type {any} */ { name }) => isWhole || name.toLowerCase().includes(typed.toLowerCase()));
}

/** "name:Sol private:True" → the options' texts; words that name no option go to the first. @param {any} command @param {string} rest */
export function textsIn(command, rest) {
  const names = (command.options ?? []).map((/** @type {any} */ { name }) => name);
  if (names.length === 0) return {};
  /** @type {Record<string, string>} */
  const texts = {};
  let name = names[0];
  let from = 0;
  const take = (/** @type {number} */ end) => {
    const text = rest.slice(from, end).trim();
    if (text) texts[name] = text;
  };
  for (const match of rest.matchAll(new RegExp(`(?:^|\\s)(${names.join('|')}):`, 'gu'))) {
    take(match.index);
    name = match[1];
    from = match.index + match[0].length;
  }
  take(rest.length);
  return texts;
}
