/** Files: how one is shown with a link to save it, and how one is chosen, by a button or by dropping it. */
import { element, icon, icons } from './elements.js';

/** @param {number} bytes */
export function sizeOf(bytes) {
  const units = ['bytes', 'KB', 'MB'];
  const step = Math.min(units.length - 1, Math.floor(Math.log2(Math.max(bytes, 1)) / 10));
  const amount = bytes / 1024 ** step;
  if (bytes === 1) return '1 byte';
  return `${step === 0 ? amount : amount.toFixed(amount < 10 ? 1 : 0)} ${units[step]}`;
}

/** What the bot sent. @param {{ name: string, size: number, url: string }} file */
export const fileCard = ({ name, size, url }) =>
  element(
    'a',
    { class: 'file', href: url, download: name, target: '_blank', rel: 'noopener noreferrer' },
    icon(icons.file),
    element('span', { class: 'file-name', dir: 'auto' }, name),
    element('span', { class: 'file-size' }, sizeOf(size)),
    element('span', { class: 'file-save' }, icon(icons.save), element('span', { class: 'unseen' }, 'Download')),
  );

/** Discord's groups and extensions, as a browser's file dialog takes them. @param {readonly string[] | undefined} types */
const acceptOf = (types) => (types ?? []).map((type) => (type.startsWith('.') ? type : `${type}/*`)).join(',') || null;

/**
 * A button that opens the file dialog; `place` is where files may be dropped as well.
 * @param {{ place: HTMLElement, types?: readonly string[], multiple?: boolean, onFiles: (files: File[]) => void }} how
 */
export function chooserOf({ multiple = false, onFiles, place, types }) {
  const input = element('input', { type: 'file', accept: acceptOf(types), multiple, hidden: true, tabindex: -1 });
  input.addEventListener('change', () => {
    onFiles([...input.files]);
    // The same file may be chosen again.
    input.value = '';
  });
  const mark = (/** @type {boolean} */ isOver) => place.classList.toggle('over', isOver);
  place.addEventListener('dragover', (event) => {
    event.preventDefault();
    mark(true);
  });
  place.addEventListener('dragleave', () => mark(false));
  place.addEventListener('drop', (event) => {
    event.preventDefault();
    event.stopPropagation();
    mark(false);
    const files = [...(event.dataTransfer?.files ?? [])];
    if (files.length > 0) onFiles(multiple ? files : files.slice(0, 1));
  });
  return { input, open: () => input.click() };
}

/** A field of a modal: files are added until there are enough, and each can be taken out again. @param {any} field @param {string} label */
export function fileUpload(field, label) {
  const max = field.max_values ?? 1;
  /** @type {File[]} */
  let files = [];
  const list = element('ul', { class: 'chosen-files' });
  const words = max > 1 ? `Choose up to ${max} files, or drop them here` : 'Choose a file, or drop it here';
  const button = element(
    'button',
    { type: 'button', class: 'file-pick', 'aria-label': `${label}: ${words}` },
    icon(icons.add),
    words,
  );
  const root = element('div', { class: 'drop' }, list, button);
  const show = () => {
    list.replaceChildren(
      ...files.map((file) => {
        const remove = element(
          'button',
          { type: 'button', class: 'plain', 'aria-label': `Remove ${file.name}` },
          icon(icons.cross),
        );
        remove.addEventListener('click', () => {
          files = files.filter((one) => one !== file);
          show();
          button.focus();
        });
        return element(
          'li',
          {},
          icon(icons.file),
          element('span', { class: 'file-name', dir: 'auto' }, file.name),
          element('span', { class: 'file-size' }, sizeOf(file.size)),
          remove,
        );
      }),
    );
    button.hidden = files.length >= max;
  };
  const { input, open } = chooserOf({
    place: root,
    types: field.file_types,
    multiple: max > 1,
    onFiles: (added) => {
      files = max === 1 ? added.slice(0, 1) : [...files, ...added].slice(0, max);
      show();
    },
  });
  button.addEventListener('click', open);
  root.append(input);
  show();
  return { root, files: () => files };
}
