/** The page: one tab of the room, where a reader types and sees what comes. */
import { Channel } from './channel.js';
import { Composer } from './composer.js';
import { connect } from './connection.js';
import { element } from './elements.js';
import { showModal } from './modal.js';

const chatInput = 1;

const at = (/** @type {string} */ id) => /** @type {HTMLElement} */ (document.getElementById(id));
const welcome = at('welcome');
// What scrolls must be within the keyboard's reach.
at('log').tabIndex = 0;
let reader = '';
/** Closes the modal that was shown last. */
let closeModal = () => {};

const line = connect({ onTold, onState });
/** Files go first; one that is not taken is a refusal. @param {(File | File[])[]} given @param {(ids: (string | string[])[]) => Promise<any>} send */
const withFiles = async (given, send) => {
  try {
    const upload = (/** @type {File | File[]} */ one) =>
      Array.isArray(one) ? Promise.all(one.map(line.upload)) : line.upload(one);
    return await send(await Promise.all(given.map(upload)));
  } catch (error) {
    return { is: 'refused', reason: /** @type {Error} */ (error).message };
  }
};
const byName = (/** @type {object} */ files, /** @type {(string | string[])[]} */ ids) =>
  Object.fromEntries(Object.keys(files).map((name, index) => [name, ids[index]]));
const submit = async (/** @type {Record<string, unknown>} */ fields, /** @type {Record<string, File[]>} */ files) => {
  const done = channel.expect();
  const answer = await withFiles(Object.values(files), (ids) =>
    line.ask({ do: 'submit', fields, files: byName(files, ids) }),
  );
  done();
  onAnswer(answer);
  return answer;
};
const onAnswer = (/** @type {any} */ answer) => {
  if (answer.message) channel.reveal(answer.message);
  if (answer.is === 'modal') closeModal = showModal(answer, submit);
};
const channel = new Channel({ log: at('log'), list: at('messages'), ask: line.ask, onAnswer });
const composer = new Composer({
  root: at('composer'),
  ask: line.ask,
  say: (text) => line.ask({ do: 'say', text }),
  run: async (command, options, files) => {
    const done = channel.pending(reader, command);
    const answer = await withFiles(Object.values(files), (ids) =>
      line.ask({ do: 'run', command, options, files: byName(files, ids) }),
    );
    done(answer.is === 'failed' ? answer.reason : null);
    onAnswer(answer);
    return answer;
  },
});

/** @param {any} told */
function onTold(told) {
  switch (told.tell) {
    case 'hello':
      channel.clear();
      return greet(told);
    case 'commands':
      composer.setCommands(told.commands.filter((/** @type {any} */ { type }) => type === chatInput));
      channel.setMessageCommands(told.commands.filter((/** @type {any} */ { type }) => type !== chatInput));
      return;
    case 'message':
      // A bot that thinks, and not about a command, has taken the modal.
      if (told.message.loading && told.message.ephemeral && !told.message.used) closeModal();
      return channel.upsert(told.message);
    case 'removed':
      return channel.remove(told.id);
    case 'filled':
      channel.settled();
      document.body.dataset.ready = 'true';
      performance.mark('ready');
  }
}

const manage = /** @type {HTMLInputElement} */ (at('manage'));
manage.addEventListener('change', () => void line.ask({ do: 'manage', on: manage.checked }));

/** @param {{ reader: string, manages: boolean, bot: string, about: string[], examples: string[] }} hello */
function greet({ about, bot, examples, manages, reader: name }) {
  reader = name;
  manage.checked = manages;
  at('reader').textContent = name;
  document.title = `#reading-room · ${name}`;
  const tries = examples.map((text) => {
    const [command = '', ...rest] = text.split(' ');
    return element(
      'li',
      {},
      element(
        'button',
        { type: 'button', class: 'example', onclick: () => composer.sendText(text) },
        element('b', {}, command),
        ` ${rest.join(' ')}`,
      ),
    );
  });
  welcome.replaceChildren(
    element('img', { src: '/mark.svg', alt: '', width: 68, height: 68 }),
    element('h2', { id: 'welcome-title' }, `Ask ${bot}`),
    ...about.map((sentence) => element('p', {}, sentence)),
    ...(tries.length > 0 ? [element('ul', { class: 'examples', 'aria-label': 'Examples' }, ...tries)] : []),
    element('p', { class: 'hint' }, 'Or type ', element('kbd', {}, '/'), ' below.'),
  );
  welcome.hidden = false;
}

/** @param {boolean} isOpen */
function onState(isOpen) {
  at('state').textContent = isOpen
    ? ''
    : 'The room is closed. Start it again in the terminal, and this page comes back.';
  document.body.classList.toggle('closed', !isOpen);
  if (isOpen && matchMedia('(pointer: fine)').matches) composer.focus();
}

// A file that is dropped belongs to the command that is being filled in; the browser must not open it.
document.addEventListener('dragover', (event) => event.preventDefault());
document.addEventListener('drop', (event) => {
  event.preventDefault();
  const [file] = event.dataTransfer?.files ?? [];
  if (file && !document.querySelector('dialog')) composer.takeFile(file);
});

// A slash anywhere goes where it belongs; in a field it is a character.
document.addEventListener('keydown', (event) => {
  const target = /** @type {HTMLElement} */ (event.target);
  const isTyping = target.closest('input, textarea, dialog, [role=combobox]');
  if (event.key === '/' && !isTyping && !event.ctrlKey && !event.metaKey && !event.altKey) composer.focus();
});
