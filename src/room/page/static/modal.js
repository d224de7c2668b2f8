/** A modal of the bot: its fields in a dialog, sent when they fit. */
import { element, icon, icons, newId } from './elements.js';
import { fileUpload } from './files.js';
import { nodesOf } from './markdown.js';
import { selectOf } from './select.js';

const type = {
  ...{ row: 1, select: 3, textInput: 4, text: 10, label: 18, fileUpload: 19 },
  ...{ radioGroup: 21, checkboxGroup: 22, checkbox: 23 },
};
const paragraph = 2;

/** What stands in each field. @typedef {{ fields: Record<string, () => string | boolean | string[]>, files: Record<string, () => File[]> }} Read */

/** @template T @param {Record<string, () => T>} read @returns {Record<string, T>} */
const valuesOf = (read) => Object.fromEntries(Object.entries(read).map(([id, value]) => [id, value()]));

/**
 * Gives what closes it.
 * @param {{ title: string, components: readonly any[] }} modal
 * @param {(fields: Record<string, unknown>, files: Record<string, File[]>) => Promise<any>} submit
 */
export function showModal({ components, title }, submit) {
  /** @type {Read} */
  const read = { fields: {}, files: {} };
  const fault = element('p', { class: 'fault', role: 'alert', hidden: true });
  const titleId = newId();
  const close = element('button', { type: 'button', class: 'close', 'aria-label': 'Close' }, icon(icons.cross));
  const form = element(
    'form',
    { method: 'dialog', autocomplete: 'off' },
    element('h2', { id: titleId }, title),
    close,
    ...components.flatMap((component) => partsOf(component, read)),
    fault,
    element(
      'div',
      { class: 'dialog-end' },
      element('button', { type: 'button', class: 'button secondary cancel' }, 'Cancel'),
      element('button', { type: 'submit', class: 'button primary' }, 'Submit'),
    ),
  );
  const dialog = element('dialog', { class: 'modal', 'aria-labelledby': titleId }, form);
  const leave = () => dialog.close();
  close.addEventListener('click', leave);
  form.querySelector('.cancel').addEventListener('click', leave);
  dialog.addEventListener('close', () => {
    dialog.remove();
    // A press within the dialog has left the caret there: without this, what is typed next is lost.
    const back = /** @type {HTMLElement} */ (document.activeElement);
    back.blur();
    back.focus();
  });
  form.addEventListener('submit', async (/** @type {Event} */ event) => {
    event.preventDefault();
    const answer = await submit(valuesOf(read.fields), valuesOf(read.files));
    if (answer.is === 'done') return leave();
    fault.textContent = `Something went wrong. Try again. (${answer.reason})`;
    fault.hidden = false;
  });
  document.body.append(dialog);
  dialog.showModal();
  return leave;
}

/** @param {any} component @param {Read} read @returns {HTMLElement[]} */
function partsOf(component, read) {
  switch (component.type) {
    case type.text:
      return [element('div', { class: 'text' }, ...nodesOf(component.text))];
    case type.label:
      return [labelled(component.component, component.label, component.description, read)];
    case type.row:
      return component.components.map((/** @type {any} */ one) => labelled(one, one.label, undefined, read));
    default:
      return [];
  }
}

/** @param {any} field @param {string} label @param {string | undefined} detail @param {Read} read */
function labelled(field, label, detail, read) {
  const isNeeded = field.required !== false;
  const name = element(
    'span',
    { class: 'label' },
    label,
    isNeeded && element('b', { class: 'needed-mark', 'aria-hidden': 'true' }, ' *'),
  );
  const about = detail && element('span', { class: 'label-detail' }, detail);
  if (field.type === type.select) {
    /** @type {string[]} */
    let chosen = [];
    read.fields[field.custom_id] = () => chosen;
    const select = selectOf(field, {
      label,
      onSelect: (values) => {
        chosen = values;
      },
    });
    return element('div', { class: 'labelled' }, name, about, select);
  }
  if (field.type === type.fileUpload) {
    const { files, root } = fileUpload(field, label);
    read.files[field.custom_id] = files;
    return element('div', { class: 'labelled' }, name, about, root);
  }
  if (field.type === type.checkbox) {
    const box = element('input', { type: 'checkbox' });
    box.checked = field.default === true;
    read.fields[field.custom_id] = () => box.checked;
    return element('label', { class: 'option' }, box, element('span', {}, label), about);
  }
  if (field.type === type.radioGroup || field.type === type.checkboxGroup) return groupOf(field, { about, name, read });
  if (field.type !== type.textInput)
    return element(
      'p',
      { class: 'elsewhere' },
      `${label}: a field of type ${field.type}, which this page does not show`,
    );
  const input = element(field.style === paragraph ? 'textarea' : 'input', {
    placeholder: field.placeholder,
    minlength: field.min_length,
    maxlength: field.max_length ?? 4_000,
    required: isNeeded,
    rows: field.style === paragraph ? 4 : null,
    dir: 'auto',
  });
  input.value = field.value ?? '';
  read.fields[field.custom_id] = () => input.value;
  return element('label', { class: 'labelled' }, name, about, input);
}

/** Radio buttons or checkboxes. @param {any} field @param {{ name: HTMLElement, about: HTMLElement | undefined, read: Read }} around */
function groupOf(field, { about, name, read }) {
  const isRadio = field.type === type.radioGroup;
  const boxes = field.options.map((/** @type {any} */ { default: isChosen, value }) => {
    const box = element('input', { type: isRadio ? 'radio' : 'checkbox', name: field.custom_id, value });
    box.checked = isChosen === true;
    return box;
  });
  const chosen = () =>
    boxes.filter((/** @type {any} */ { checked }) => checked).map((/** @type {any} */ { value }) => value);
  read.fields[field.custom_id] = () => (isRadio ? (chosen()[0] ?? '') : chosen());
  const options = field.options.map((/** @type {any} */ { description, label }, /** @type {number} */ index) =>
    element(
      'label',
      { class: 'option' },
      boxes[index],
      element('span', { dir: 'auto' }, label),
      description && element('span', { class: 'label-detail', dir: 'auto' }, description),
    ),
  );
  return element('fieldset', { class: 'labelled' }, element('legend', {}, name), about, ...options);
}
