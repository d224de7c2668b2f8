/** The list of messages: what comes, changes and goes, and what is still under way. */
import { element } from './elements.js';
import { avatarOf, dots, entryOf, usedLine } from './message.js';

const noResponse = 'The application did not respond';
/** A bot that answers at once is not announced. */
const pendingAfterMs = 250;
/** What stands above and below an entry that fills the window. */
const aroundEntry = 40;
/** So near its end, the list follows what comes. */
const nearEnd = 120;

/**
 * @param {{ log: HTMLElement, list: HTMLElement, ask: (request: Record<string, unknown>) => Promise<any>, onAnswer: (answer: any) => void }} parts
 */
export function createChannel({ ask, list, log, onAnswer }) {
  /** @type {readonly any[]} */
  let messageCommands = [];
  /** @type {Map<string, { message: any, entry: HTMLElement }>} */
  const shown = new Map();
  let isFresh = true;

  const remove = (/** @type {string} */ id) => {
    const there = shown.get(id);
    if (!there) return;
    const hadFocus = there.entry.contains(document.activeElement);
    there.entry.remove();
    shown.delete(id);
    if (hadFocus) log.focus();
  };
  const made = (/** @type {any} */ message) =>
    entryOf(message, {
      ask,
      onAnswer,
      messageCommands: () => messageCommands,
      onDismiss: () => {
        remove(message.id);
        void ask({ do: 'dismiss', message: message.id });
        log.focus();
      },
    });
  /** A message too tall for the window is shown from its beginning; else the end of the list is. */
  const follow = (/** @type {HTMLElement} */ entry) => {
    const isTall = entry.offsetHeight + aroundEntry > log.clientHeight;
    log.scrollTop = isTall ? entry.offsetTop - 8 : log.scrollHeight;
  };
  const isAtEnd = () => log.scrollHeight - log.scrollTop - log.clientHeight < nearEnd;
  const append = (/** @type {HTMLElement} */ entry, /** @type {boolean} */ isFollowed) => {
    list.append(entry);
    if (isFollowed) follow(entry);
  };
  let isExpected = false;

  return {
    /** @param {any} message */
    upsert: (message) => {
      const there = shown.get(message.id);
      const entry = made(message);
      shown.set(message.id, { message, entry });
      if (!there) {
        append(entry, isFresh || isExpected || isAtEnd());
        return;
      }
      const control = there.entry.contains(document.activeElement) ? document.activeElement : null;
      const top = there.entry.getBoundingClientRect().top;
      there.entry.replaceWith(entry);
      if (top < log.getBoundingClientRect().top) entry.scrollIntoView({ block: 'start' });
      if (control) focusLike(entry, control);
    },
    remove,
    /** What one's own press has brought comes into view. @param {string} id */
    reveal: (id) => {
      const entry = shown.get(id)?.entry;
      if (!entry) return;
      const [own, window] = [entry.getBoundingClientRect(), log.getBoundingClientRect()];
      if (own.top >= window.bottom - aroundEntry || own.bottom <= window.top) follow(entry);
    },
    clear: () => {
      for (const id of [...shown.keys()]) remove(id);
      isFresh = true;
    },
    /** After the first filling, the list follows only who stands at its end, or who has just asked something. */
    settled: () => {
      isFresh = false;
    },
    isEmpty: () => shown.size === 0,
    /** @param {readonly any[]} commands */
    setMessageCommands: (commands) => {
      messageCommands = commands;
      for (const [id, { entry, message }] of shown) {
        const again = made(message);
        entry.replaceWith(again);
        shown.set(id, { message, entry: again });
      }
    },
    /** What was sent and not yet answered; the function returned ends it, with a reason where it failed. @param {string} who @param {string} command */
    pending: (who, command) => {
      isExpected = true;
      const entry = underWay(who, command);
      const timer = setTimeout(() => append(entry, true), pendingAfterMs);
      return (/** @type {string | null} */ reason) => {
        isExpected = false;
        clearTimeout(timer);
        entry.remove();
        if (reason !== null) append(failed(who, command, reason), true);
      };
    },
  };
}

/** The control of the same name takes the focus over; else the first that can. @param {HTMLElement} entry @param {Element} control */
function focusLike(entry, control) {
  /** @type {NodeListOf<HTMLElement>} */
  const found = entry.querySelectorAll('button:not(:disabled), a');
  const all = [...found];
  const same = all.find((one) => one.textContent === control.textContent);
  (same ?? all.find((one) => one.dataset.customId) ?? all[0])?.focus();
}

/** @param {string} who @param {string} command */
const underWay = (who, command) =>
  element(
    'li',
    { class: 'message pending' },
    usedLine({ who, command }),
    avatarOf({ name: '', bot: true }),
    element('div', { class: 'body' }, element('p', { class: 'thinking' }, dots(), 'Sending command…')),
  );

/** Only this reader sees it. @param {string} who @param {string} command @param {string} reason */
function failed(who, command, reason) {
  const entry = element(
    'li',
    { class: 'message ephemeral failure' },
    usedLine({ who, command }),
    avatarOf({ name: '', bot: true }),
    element(
      'div',
      { class: 'body' },
      element(
        'p',
        { class: 'fault' },
        noResponse,
        element('span', { class: 'why' }, reason.replace(`${noResponse} `, '')),
      ),
      element(
        'p',
        { class: 'notice' },
        'Only you can see this · ',
        element('button', { type: 'button', class: 'plain', onclick: () => entry.remove() }, 'Dismiss message'),
      ),
    ),
  );
  return entry;
}
