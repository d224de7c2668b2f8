/** A command that is being filled in: its name, a field for each option in use, and chips for those that may be added. */
import { element, icon, icons } from './elements.js';
import { chooserOf, sizeOf } from './files.js';

const string = 3;
const boolean = 5;
const attachment = 11;
const yesOrNo = ['True', 'False'];

/** Of a file, `input` is the button that chooses it, whose value is its name. @typedef {{ option: any, input: HTMLInputElement, root: HTMLElement, picked: { name: string, value: string } | null, file: File | null, take?: (file: File) => void }} Field */

/** @typedef {{ command: any, values: Record<string, string>, files: Record<string, File>, listId: string, onInput: (field: Field) => void, onKey: (event: KeyboardEvent, field: Field) => void, onLeave: () => void, onEmptied: (field: Field) => void, onFile: () => void }} How */

export class Fields {
  /** @type {How} */
  #how;
  /** @type {Map<string, Field>} */
  #fields = new Map();
  #place = element('div', { class: 'fields' });
  #rest = element('div', { class: 'rest' });

  /** @param {How} how */
  constructor(how) {
    this.#how = how;
    const { command, files, values } = how;
    this.command = command;
    this.root = element(
      'div',
      { class: 'filling' },
      element('span', { class: 'command' }, `/${command.name}`),
      this.#place,
      this.#rest,
    );
    for (const [at, option] of this.#options().entries()) {
      const { name, required } = option;
      // What is typed right after the command's name is meant for its first option, needed or not.
      const isFirst = at === 0 && option.type === string;
      if (!required && !isFirst && values[name] === undefined && !files[name]) continue;
      const field = this.#add(option, values[name] ?? '');
      if (files[name]) field.take?.(files[name]);
    }
    this.#showRest();
  }

  all() {
    return [...this.#fields.values()];
  }

  missing() {
    return this.all().find(({ input, option }) => option.required && input.value.trim() === '');
  }

  /** As sent: what was picked, or what was typed. @returns {Record<string, string>} */
  values() {
    return this.#each(({ input, picked }) => (picked ? picked.value : input.value.trim()));
  }

  /** Files, by option. @returns {Record<string, File>} */
  files() {
    return Object.fromEntries(this.all().flatMap(({ file, option }) => (file ? [[option.name, file]] : [])));
  }

  /** Goes to the first option that takes a file and has none; false when there is none. @param {File} file */
  takeFile(file) {
    const isFree = (/** @type {any} */ option) => option.type === attachment && !this.#fields.get(option.name)?.file;
    const option = this.#options().find(isFree);
    if (!option) return false;
    (this.#fields.get(option.name) ?? this.#add(option, '')).take?.(file);
    return true;
  }

  /** As shown, to be filled in again. @returns {Record<string, string>} */
  texts() {
    return this.#each(({ input }) => input.value);
  }

  /** @param {Field} field */
  drop(field) {
    this.#fields.delete(field.option.name);
    field.root.remove();
    this.#showRest();
    (this.all().at(-1)?.input ?? this.#rest.querySelector('button'))?.focus();
  }

  /** @returns {readonly any[]} */
  #options() {
    return this.command.options ?? [];
  }

  /** @param {(field: Field) => string} read */
  #each(read) {
    const typed = [...this.#fields].filter(([, { option }]) => option.type !== attachment);
    return Object.fromEntries(typed.map(([name, field]) => [name, read(field)]));
  }

  /** @param {any} option @param {string} value @returns {Field} */
  #add(option, value) {
    if (option.type === attachment) return this.#addFile(option);
    const { listId, onEmptied, onInput, onKey, onLeave } = this.#how;
    const input = inputOf(option, listId);
    input.value = value;
    const name = element('span', { class: 'field-name' }, option.name);
    const root = element('label', { class: `field${option.required ? ' needed' : ''}` }, name, input);
    /** @type {Field} */
    const field = { option, input, root, picked: null, file: null };
    input.addEventListener('input', () => {
      field.picked = null;
      root.classList.remove('missing');
      if (!this.#goOn(field)) onInput(field);
    });
    input.addEventListener('focus', () => onInput(field));
    input.addEventListener('blur', onLeave);
    input.addEventListener('keydown', (/** @type {KeyboardEvent} */ event) => {
      if (event.key !== 'Backspace' || input.value !== '') return onKey(event, field);
      event.preventDefault();
      onEmptied(field);
    });
    return this.#keep(field);
  }

  /** @param {any} option @returns {Field} */
  #addFile(option) {
    const { onEmptied, onFile, onKey, onLeave } = this.#how;
    const { description, name, required } = option;
    const shown = element('span', { class: 'file-name', dir: 'auto' });
    const button = element('button', { type: 'button', class: 'file-pick' }, icon(icons.file), shown);
    const root = element('div', { class: `field file-field${required ? ' needed' : ''}` });
    const show = () => {
      const { file } = field;
      button.value = file?.name ?? '';
      shown.textContent = file ? `${file.name} · ${sizeOf(file.size)}` : 'Choose a file';
      button.setAttribute('aria-label', `${name}: ${description}. ${shown.textContent}`);
      root.classList.remove('missing');
    };
    /** @type {Field} */
    const field = {
      ...{ option, input: button, root, picked: null, file: null },
      take: (file) => {
        field.file = file;
        show();
      },
    };
    const { input, open } = chooserOf({
      place: root,
      types: option.file_types,
      onFiles: ([file]) => {
        if (!file) return;
        field.take?.(file);
        onFile();
      },
    });
    button.addEventListener('click', open);
    button.addEventListener('focus', onLeave);
    button.addEventListener('keydown', (/** @type {KeyboardEvent} */ event) => {
      const { file } = field;
      if (event.key === 'Enter' && file) button.form?.requestSubmit();
      else if (event.key === 'Backspace' && !file) onEmptied(field);
      else if (event.key === 'Backspace' || event.key === 'Delete') {
        field.file = null;
        show();
      } else return onKey(event, field);
      event.preventDefault();
    });
    root.append(element('span', { class: 'field-name' }, name), button, input);
    show();
    return this.#keep(field);
  }

  /** @param {Field} field */
  #keep(field) {
    this.#fields.set(field.option.name, field);
    this.#place.append(field.root);
    this.#showRest();
    return field;
  }

  /** "Ada private:" goes on to that option, as in Discord. @param {Field} field */
  #goOn({ input, option }) {
    const [marker = '', name, rest = ''] = /(?:^|\s)([^\s:]+):(.*)$/u.exec(input.value) ?? [];
    const other = this.#options().find((one) => one.name === name && one !== option);
    if (!other) return false;
    input.value = input.value.slice(0, -marker.length).trimEnd();
    const next = this.#fields.get(other.name) ?? this.#add(other, '');
    if (other.type !== attachment) next.input.value = rest.trimStart();
    next.input.focus();
    return true;
  }

  #showRest() {
    const left = this.#options().filter((option) => !this.#fields.has(option.name));
    this.#rest.replaceChildren(
      ...left.map((option) =>
        chipOf(option, () => {
          const { input } = this.#add(option, option.type === boolean ? 'True' : '');
          input.focus();
          if (option.type === attachment) input.click();
          else input.select();
        }),
      ),
    );
  }
}

/** @param {any} option @param {string} listId @returns {HTMLInputElement} */
const inputOf = (option, listId) =>
  element('input', {
    type: 'text',
    role: 'combobox',
    'aria-expanded': 'false',
    'aria-controls': listId,
    'aria-autocomplete': 'list',
    'aria-label': `${option.name}: ${option.description}`,
    'aria-required': option.required ? 'true' : null,
    placeholder: option.description,
    autocomplete: 'off',
    spellcheck: 'false',
    enterkeyhint: 'send',
    dir: 'auto',
  });

/** @param {any} option @param {() => void} onAdd */
const chipOf = ({ description, name }, onAdd) =>
  element(
    'button',
    {
      type: 'button',
      class: 'optional',
      title: description,
      'aria-label': `Add ${name}: ${description}`,
      onclick: onAdd,
    },
    `+ ${name}`,
  );

/** What can be chosen without asking the bot; null where it must be asked. @param {any} option @param {string} typed */
export function ownChoices(option, typed) {
  const names = option.type === boolean ? yesOrNo.map((name) => ({ name, value: name })) : option.choices;
  if (!names) return option.autocomplete ? null : [];
  const isWhole = names.some((/** @type {any} */ { name }) => name === typed);
  return names.filter((/** @type {any} */ { name }) => isWhole || name.toLowerCase().includes(typed.toLowerCase()));
}

/** "name:Sol private:True" → the options' texts; words that name no option go to the first that is typed. @param {any} command @param {string} rest */
export function textsIn(command, rest) {
  const options = command.options ?? [];
  const names = options.map((/** @type {any} */ { name }) => name);
  if (names.length === 0) return {};
  /** @type {Record<string, string>} */
  const texts = {};
  let name = options.find((/** @type {any} */ { type }) => type !== attachment)?.name ?? names[0];
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
