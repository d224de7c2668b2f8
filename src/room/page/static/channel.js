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

/** @typedef {{ log: HTMLElement, list: HTMLElement, ask: (request: Record<string, unknown>) => Promise<any>, onAnswer: (answer: any) => void }} Parts */

export class Channel {
  /** @type {Parts} */
  #parts;
  /** @type {readonly any[]} */
  #messageCommands = [];
  /** @type {Map<string, { message: any, entry: HTMLElement }>} */
  #shown = new Map();
  /** The first messages are being put in. */
  #isFresh = true;
  /** What this reader has sent, and what ends the entry that says so. @type {Set<{ who: string, command: string, end: () => void }>} */
  #pending = new Set();

  /** @param {Parts} parts */
  constructor(parts) {
    this.#parts = parts;
  }

  /** @param {any} message */
  upsert(message) {
    const there = this.#shown.get(message.id);
    const entry = this.#entryOf(message);
    this.#shown.set(message.id, { message, entry });
    if (there) return this.#replace(there.entry, entry);
    const isFollowed = !this.#isFresh && (this.#pending.size > 0 || this.#isAtEnd());
    const { used } = message;
    for (const one of this.#pending) if (one.who === used?.who && one.command === used.command) one.end();
    this.#append(entry, isFollowed);
  }

  /** @param {string} id */
  remove(id) {
    const there = this.#shown.get(id);
    if (!there) return;
    const hadFocus = there.entry.contains(document.activeElement);
    there.entry.remove();
    this.#shown.delete(id);
    if (hadFocus) this.#parts.log.focus();
  }

  /** What one's own press has brought comes into view. @param {string} id */
  reveal(id) {
    const entry = this.#shown.get(id)?.entry;
    if (!entry) return;
    const own = entry.getBoundingClientRect();
    const window = this.#parts.log.getBoundingClientRect();
    const isOut = own.top >= window.bottom - aroundEntry || own.bottom <= window.top;
    if (isOut || (own.bottom > window.bottom && own.top > window.top)) this.#follow(entry);
  }

  clear() {
    for (const id of [...this.#shown.keys()]) this.remove(id);
    this.#isFresh = true;
  }

  /** After the first filling the newest message is in view; from then on the list follows who stands at its end or has asked. */
  settled() {
    this.#isFresh = false;
    const newest = this.#parts.list.lastElementChild;
    if (newest) this.#follow(/** @type {HTMLElement} */ (newest));
  }

  /** @param {readonly any[]} commands */
  setMessageCommands(commands) {
    this.#messageCommands = commands;
    for (const [id, { entry, message }] of this.#shown) {
      const again = this.#entryOf(message);
      entry.replaceWith(again);
      this.#shown.set(id, { message, entry: again });
    }
  }

  /** The next message is brought about by this reader, who wants to see it; the function returned ends that. */
  expect() {
    const sent = { who: '', command: '', end: () => {} };
    this.#pending.add(sent);
    return () => void this.#pending.delete(sent);
  }

  /** What was sent and not yet answered; the function returned ends it, with a reason where it failed. @param {string} who @param {string} command */
  pending(who, command) {
    const entry = underWay(who, command);
    const timer = setTimeout(() => this.#append(entry, true), pendingAfterMs);
    const sent = {
      ...{ who, command },
      end: () => {
        this.#pending.delete(sent);
        clearTimeout(timer);
        entry.remove();
      },
    };
    this.#pending.add(sent);
    return (/** @type {string | null} */ reason) => {
      sent.end();
      if (reason !== null) this.#append(failed(who, command, reason), true);
    };
  }

  /** @param {any} message */
  #entryOf(message) {
    const { ask, log, onAnswer } = this.#parts;
    const onDismiss = () => {
      this.remove(message.id);
      void ask({ do: 'dismiss', message: message.id });
      log.focus();
    };
    return entryOf(message, { ask, onAnswer, messageCommands: () => this.#messageCommands, onDismiss });
  }

  /** In place, with the focus where it was; one that grows at the end of the list does not grow out of sight. @param {HTMLElement} old @param {HTMLElement} entry */
  #replace(old, entry) {
    const control = old.contains(document.activeElement) ? document.activeElement : null;
    const isAbove = old.getBoundingClientRect().top < this.#parts.log.getBoundingClientRect().top;
    const isAtEnd = this.#isAtEnd();
    old.replaceWith(entry);
    if (isAtEnd) this.#follow(this.#parts.list.lastElementChild === entry ? entry : null);
    else if (isAbove) entry.scrollIntoView({ block: 'start' });
    if (control) focusLike(entry, control);
  }

  /** @param {HTMLElement} entry @param {boolean} isFollowed */
  #append(entry, isFollowed) {
    this.#parts.list.append(entry);
    if (isFollowed) this.#follow(entry);
  }

  /** A message too tall for the window is shown from its beginning, one in the midst whole; else the end of the list is. @param {HTMLElement | null} entry */
  #follow(entry) {
    const { list, log } = this.#parts;
    if (entry && entry.offsetHeight + aroundEntry > log.clientHeight) log.scrollTop = entry.offsetTop - 8;
    else if (entry && entry !== list.lastElementChild) entry.scrollIntoView({ block: 'nearest' });
    else log.scrollTop = log.scrollHeight;
  }

  #isAtEnd() {
    const { clientHeight, scrollHeight, scrollTop } = this.#parts.log;
    return scrollHeight - scrollTop - clientHeight < nearEnd;
  }
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
