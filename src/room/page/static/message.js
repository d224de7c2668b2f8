/** A message → its entry in the channel. */
import { componentOf } from './components.js';
import { element, icon, icons } from './elements.js';
import { fileCard } from './files.js';
import { nodesOf } from './markdown.js';

/** @typedef {{ ask: (request: Record<string, unknown>) => Promise<any>, onDismiss: () => void, messageCommands: () => readonly any[], onAnswer: (answer: any) => void }} Around */

/** @param {any} message @param {Around} around @returns {HTMLElement} */
export function entryOf(message, around) {
  const fault = element('p', { class: 'fault', role: 'alert', hidden: true });
  const act = async (/** @type {Record<string, unknown>} */ request, /** @type {HTMLElement | null} */ control) => {
    fault.hidden = true;
    control?.setAttribute('aria-busy', 'true');
    const answer = await around.ask({ ...request, message: message.id });
    control?.removeAttribute('aria-busy');
    if (answer.is === 'failed' || answer.is === 'refused') {
      fault.replaceChildren('This interaction failed', element('span', { class: 'why' }, answer.reason));
      fault.hidden = false;
    } else around.onAnswer(answer);
  };
  const acts = {
    press: (/** @type {string} */ customId, /** @type {HTMLElement} */ button) =>
      void act({ do: 'press', customId }, button),
    select: (/** @type {string} */ customId, /** @type {string[]} */ values, /** @type {HTMLElement} */ button) =>
      void act({ do: 'select', customId, values }, button),
  };
  return element(
    'li',
    { class: `message${message.ephemeral ? ' ephemeral' : ''}`, id: `message-${message.id}` },
    aboveOf(message),
    avatarOf(message.author),
    element(
      'div',
      { class: 'body' },
      bylineOf(message),
      message.loading && element('p', { class: 'thinking' }, dots(), `${message.author.name} is thinking…`),
      message.text.length > 0 && element('div', { class: 'text' }, ...nodesOf(message.text)),
      ...message.components.map((/** @type {any} */ component) => componentOf(component, acts)),
      ...message.files.map(fileCard),
      message.edited && !message.ephemeral && element('small', { class: 'edited' }, '(edited)'),
      fault,
      message.ephemeral && noticeOf(around.onDismiss),
    ),
    menuOf(message, around, (name) => void act({ do: 'messageCommand', name }, null)),
  );
}

export const dots = () =>
  element('span', { class: 'dots', 'aria-hidden': 'true' }, ...[0, 1, 2].map(() => element('i')));

/** @param {{ name: string, bot: boolean }} author */
export function avatarOf({ bot, name }) {
  if (bot) return element('img', { class: 'avatar', src: '/mark.svg', alt: '', width: 40, height: 40 });
  const made = element(
    'span',
    { class: 'avatar', 'aria-hidden': 'true' },
    name
      .split(' ')
      .map((word) => word[0])
      .join(''),
  );
  made.style.setProperty('--hue', String((Number(name.replace(/\D/g, '')) * 67 + 170) % 360));
  return made;
}

/** Who used which command, or which message this one answers. @param {any} message */
function aboveOf({ answers, used }) {
  if (used) return usedLine(used);
  if (!answers) return null;
  const goThere = () => {
    const there = document.getElementById(`message-${answers.id}`);
    there?.scrollIntoView({ block: 'center' });
    there?.classList.add('pointed');
    setTimeout(() => there?.classList.remove('pointed'), 1_500);
  };
  return element(
    'p',
    { class: 'above' },
    element('span', { class: 'unseen' }, 'In answer to '),
    answers.who && element('b', {}, answers.who),
    element('button', { type: 'button', class: 'answered', dir: 'auto', onclick: goThere }, answers.line),
  );
}

/** @param {{ who: string, command: string }} used */
export const usedLine = ({ command, who }) =>
  element(
    'p',
    { class: 'above' },
    element('b', {}, who),
    ' used ',
    // Commands that are typed are in small letters; those of a message's menu have a name as a button has.
    element('span', { class: 'mention' }, /^\p{Lu}/u.test(command) ? command : `/${command}`),
  );

/** @param {any} message */
function bylineOf({ at, author }) {
  const when = new Date(at);
  const clock = new Intl.DateTimeFormat(undefined, { timeStyle: 'short' }).format(when);
  const whole = new Intl.DateTimeFormat(undefined, { dateStyle: 'full', timeStyle: 'short' }).format(when);
  return element(
    'p',
    { class: 'byline' },
    element('b', { class: author.bot ? 'name bot' : 'name' }, author.name),
    author.bot && element('span', { class: 'badge' }, 'APP'),
    element('time', { datetime: at, title: whole }, clock),
  );
}

/** @param {() => void} onDismiss */
const noticeOf = (onDismiss) =>
  element(
    'p',
    { class: 'notice' },
    icon(icons.eye),
    'Only you can see this · ',
    element('button', { type: 'button', class: 'plain', onclick: onDismiss }, 'Dismiss message'),
  );

/** The message's own menu: the bot's commands for messages. @param {any} message @param {Around} around @param {(name: string) => void} run */
function menuOf(message, around, run) {
  const names = around.messageCommands().map(({ name }) => name);
  if (names.length === 0 || message.ephemeral) return null;
  const menu = element('div', { class: 'menu', role: 'menu', 'aria-label': 'Apps', hidden: true });
  const button = element(
    'button',
    { type: 'button', class: 'more', 'aria-haspopup': 'menu', 'aria-expanded': 'false', 'aria-label': 'More: apps' },
    icon(icons.more),
  );
  const show = (/** @type {boolean} */ isShown) => {
    menu.hidden = !isShown;
    button.setAttribute('aria-expanded', String(isShown));
    // Under the last message it would lie behind the line that is typed in.
    if (isShown) menu.scrollIntoView({ block: 'nearest' });
    (isShown ? menu.firstElementChild : button)?.focus();
  };
  for (const name of names) {
    const item = element('button', { type: 'button', role: 'menuitem' }, `Apps → ${name}`);
    item.addEventListener('click', () => {
      show(false);
      run(name);
    });
    menu.append(item);
  }
  button.addEventListener('click', () => show(menu.hidden));
  menu.addEventListener('keydown', (/** @type {KeyboardEvent} */ event) => {
    const items = [...menu.children];
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step) items[(items.indexOf(document.activeElement) + step + items.length) % items.length].focus();
    else if (event.key === 'Escape') show(false);
    else return;
    event.preventDefault();
    event.stopPropagation();
  });
  return element('div', { class: 'apps' }, button, menu);
}
