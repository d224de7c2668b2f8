/** Where one types: a slash opens the commands, a command becomes fields, Enter sends, Up brings the last one back. */
import { createChoices } from './choices.js';
import { element } from './elements.js';
import { Fields, ownChoices, textsIn } from './fields.js';
import { fitLine, lineOf, oneLine, sendButton } from './line.js';
import { nearestName, paletteOf } from './palette.js';

/** Keys that follow each other faster than this ask the bot once. */
const typingMs = 60;

/** @typedef {import('./fields.js').Field} Field */
/** @typedef {{ root: HTMLElement, ask: (request: Record<string, unknown>) => Promise<any>, run: (command: string, options: Record<string, string>, files: Record<string, File>) => Promise<any>, say: (text: string) => Promise<any> }} Parts */

export class Composer {
  /** @type {Parts} */
  #parts;
  /** @type {readonly any[]} */
  #commands = [];
  /** The command that is being filled in; else one types a line. @type {Fields | null} */
  #filling = null;
  /** @type {Field | null} */
  #focused = null;
  /** @type {{ name: string, texts: Record<string, string>, files: Record<string, File>, picked: Record<string, any> }[]} */
  #sent = [];
  /** How many commands back Up has gone. */
  #back = 0;
  /** Counts what was asked of the bot: an answer that was overtaken is not shown. */
  #asked = 0;
  #choices = createChoices({ label: 'Suggestions', onPick: (choice) => this.#pick(choice) });
  #line = lineOf(this.#choices.listId);
  #bar = element('div', { class: 'bar' }, this.#line, sendButton());
  #complaint = element('p', { class: 'complaint', role: 'alert' });

  /** @param {Parts} parts */
  constructor(parts) {
    this.#parts = parts;
    const { root } = parts;
    root.append(this.#choices.root, this.#complaint, this.#bar);
    this.#line.addEventListener('input', () => this.#lineChanged());
    this.#line.addEventListener('keydown', (/** @type {KeyboardEvent} */ event) => this.#lineKey(event));
    this.#line.addEventListener('blur', this.#choices.hide);
    root.addEventListener('keydown', (event) => {
      if (event.key === 'Escape' && this.#filling && !event.defaultPrevented) this.#write('');
    });
    this.#bar.addEventListener('click', (/** @type {Event} */ { target }) => {
      if (target === this.#bar) (this.#filling?.all().at(-1)?.input ?? this.#line).focus();
    });
    root.addEventListener('submit', (event) => {
      event.preventDefault();
      void (this.#filling ? this.#send() : this.#sendLine());
    });
  }

  /** @param {readonly any[]} commands */
  setCommands(commands) {
    this.#commands = commands;
  }

  focus() {
    this.#line.focus();
  }

  /** A whole line, as if it had been typed and sent. @param {string} text */
  sendText(text) {
    const { command, rest } = this.#commandIn(text);
    if (!command) return;
    this.#fill(command, textsIn(command, rest));
    void this.#send();
  }

  /** @param {string} text */
  #commandIn(text) {
    const words = text.slice(1).toLowerCase().replaceAll(/\s/gu, ' ');
    const command = text.startsWith('/') && this.#commands.find(({ name }) => `${words} `.startsWith(`${name} `));
    return command
      ? { command, rest: oneLine(text.slice(command.name.length + 1)).trimStart() }
      : { command: null, rest: '' };
  }

  /** @param {string} sentence */
  #complain(sentence) {
    this.#complaint.textContent = sentence;
  }

  /** A line instead of a command. @param {string} text */
  #write(text) {
    this.#filling?.root.remove();
    this.#filling = null;
    this.#focused = null;
    this.#line.hidden = false;
    this.#line.value = text;
    fitLine(this.#line);
    this.#choices.hide();
    this.#line.focus();
  }

  /** A command instead of a line. @param {any} command @param {Record<string, string>} values @param {Record<string, File>} [files] */
  #fill(command, values, files = {}) {
    this.#filling?.root.remove();
    this.#choices.hide();
    this.#complain('');
    const filling = new Fields({
      command,
      values,
      files,
      listId: this.#choices.listId,
      onInput: (field) => void this.#suggest(field),
      onKey: (event, field) => this.#fieldKey(event, field),
      onLeave: this.#choices.hide,
      onFile: () => this.#goOn(),
      onEmptied: (field) => (field.option.required ? this.#backToLine(command) : filling.drop(field)),
    });
    this.#filling = filling;
    this.#line.hidden = true;
    this.#bar.prepend(filling.root);
    (filling.all()[0]?.input ?? this.#bar.querySelector('.send')).focus();
  }

  /** @param {any} command */
  #backToLine(command) {
    this.#write(`/${command.name}`);
    this.#showPalette();
  }

  #showPalette() {
    this.#choices.show(this.#line, paletteOf(this.#commands, this.#line.value.slice(1)), {
      title: 'Commands',
      first: 0,
    });
  }

  /** What fits the field: known here, or asked of the bot. @param {Field} field */
  async #suggest(field) {
    this.#focused = field;
    const mine = ++this.#asked;
    const { input, option } = field;
    const show = (/** @type {readonly any[]} */ given) => {
      const choices = given.map(({ name, value }) => ({ label: name, value: { name, value: String(value) } }));
      this.#choices.show(input, choices, { title: option.description, first: -1 });
    };
    const own = ownChoices(option, input.value);
    if (own) return show(own);
    await new Promise((resolve) => setTimeout(resolve, typingMs));
    const filling = this.#filling;
    if (mine !== this.#asked || !filling) return;
    const request = { command: filling.command.name, options: filling.values(), focused: option.name };
    const answer = await this.#parts.ask({ do: 'complete', ...request });
    const isWanted = mine === this.#asked && document.activeElement === input;
    if (isWanted) show(answer.is === 'choices' ? answer.choices : []);
  }

  /** @param {import('./choices.js').Choice} choice of a command, or of a value for the field */
  #pick({ value }) {
    if (!this.#filling || !this.#focused) return this.#fill(value, {});
    this.#focused.input.value = value.name;
    this.#focused.picked = value;
    this.#focused.root.classList.remove('missing');
    this.#asked++;
    this.#choices.hide();
    this.#filling.missing()?.input.focus();
  }

  /** To what is still needed, else to the button that sends. */
  #goOn() {
    this.#complain('');
    (this.#filling?.missing()?.input ?? this.#bar.querySelector('.send')).focus();
  }

  /** Dropped somewhere on the page. @param {File} file */
  takeFile(file) {
    if (this.#filling?.takeFile(file)) this.#goOn();
    else this.#complain('Type / and choose a command that takes a file; then drop the file again.');
  }

  /** The command sent before the one that stands there. */
  #recall() {
    const last = this.#sent.at(-1 - this.#back);
    const command = this.#commands.find(({ name }) => name === last?.name);
    if (!last || !command) return false;
    this.#back++;
    this.#fill(command, last.texts, last.files);
    for (const field of this.#filling?.all() ?? []) field.picked = last.picked[field.option.name] ?? null;
    return true;
  }

  /** True when the key was for the list. @param {KeyboardEvent} event */
  #listKey(event) {
    if (!this.#choices.isOpen()) return false;
    // Tab completes what was typed by the first that fits, as in Discord.
    const isCompleting = event.key === 'Tab' && /** @type {HTMLInputElement} */ (event.target).value.trim() !== '';
    const active = this.#choices.active() ?? (isCompleting ? this.#choices.first() : null);
    if (event.key === 'ArrowDown') this.#choices.move(1);
    else if (event.key === 'ArrowUp') this.#choices.move(-1);
    else if (event.key === 'Escape') this.#choices.hide();
    else if ((event.key === 'Enter' || (event.key === 'Tab' && !event.shiftKey)) && active) this.#pick(active);
    else {
      // The focus passes the list by.
      if (event.key === 'Tab') this.#choices.hide();
      return false;
    }
    event.preventDefault();
    return true;
  }

  /** @param {KeyboardEvent} event @param {Field} field */
  #fieldKey(event, field) {
    if (event.isComposing) return;
    const isUntouched = this.#back > 0 && !this.#choices.active();
    if (event.key === 'ArrowUp' && isUntouched && this.#recall()) event.preventDefault();
    else if (this.#listKey(event)) return;
    else if (event.key === 'Escape') this.#write('');
    else if (event.key === 'ArrowDown') void this.#suggest(field);
  }

  /** @param {KeyboardEvent} event */
  #lineKey(event) {
    if (event.isComposing || this.#listKey(event)) return;
    if (event.key === 'ArrowUp' && this.#line.value === '' && this.#recall()) event.preventDefault();
    else if (event.key === 'Escape') this.#write('');
    else if (event.key === 'Enter' && !event.shiftKey) {
      event.preventDefault();
      /** @type {HTMLFormElement} */ (this.#parts.root).requestSubmit();
    }
  }

  #lineChanged() {
    fitLine(this.#line);
    this.#complain('');
    this.#back = 0;
    const text = this.#line.value;
    const { command, rest } = this.#commandIn(text);
    const isNamed = command && text.length > command.name.length + 1;
    if (isNamed) this.#fill(command, textsIn(command, rest));
    else if (text.startsWith('/')) this.#showPalette();
    else this.#choices.hide();
  }

  async #sendLine() {
    const text = this.#line.value.trim();
    if (text === '') return;
    if (text.startsWith('/')) {
      const [name = ''] = text.split(/\s/u, 1);
      const subcommands = this.#commands.filter((command) => `/${command.name}`.startsWith(`${name} `));
      if (subcommands.length === 0) {
        const near = nearestName(this.#commands, name.slice(1));
        const instead = near ? `Did you mean /${near}?` : 'Type / to see them all.';
        return this.#complain(`There is no command ${name}. ${instead}`);
      }
      const names = subcommands.map((command) => `/${command.name}`).join(', ');
      return this.#complain(`${name} needs one of its subcommands: ${names}.`);
    }
    this.#write('');
    const answer = await this.#parts.say(text);
    if (answer.is !== 'done') this.#complain(answer.reason);
  }

  async #send() {
    const filling = this.#filling;
    if (!filling) return;
    const { command } = filling;
    const missing = filling.missing();
    if (missing) {
      missing.root.classList.add('missing');
      missing.input.focus();
      return this.#complain(`/${command.name} needs ${missing.option.name}: ${missing.option.description}.`);
    }
    const texts = filling.texts();
    const values = filling.values();
    const files = filling.files();
    const picked = Object.fromEntries(filling.all().map((field) => [field.option.name, field.picked]));
    this.#sent.push({ name: command.name, texts, files, picked });
    this.#back = 0;
    this.#write('');
    this.#complain('');
    const answer = await this.#parts.run(command.name, values, files);
    if (answer.is !== 'refused') return;
    if (!this.#filling && this.#line.value === '') this.#fill(command, texts, files);
    this.#complain(answer.reason);
  }
}
