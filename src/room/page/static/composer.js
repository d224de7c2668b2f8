/** Where one types: a slash opens the commands, a command becomes fields, Enter sends, Up brings the last one back. */
import { createChoices } from './choices.js';
import { element, icon, icons } from './elements.js';
import { createFields, ownChoices, textsIn } from './fields.js';

/** Keys that follow each other faster than this ask the bot once. */
const typingMs = 60;

/** @typedef {import('./fields.js').Field} Field */

/**
 * @param {{ root: HTMLElement, ask: (request: Record<string, unknown>) => Promise<any>, run: (command: string, options: Record<string, string>) => Promise<any>, say: (text: string) => Promise<any> }} parts
 */
export function createComposer({ ask, root, run, say }) {
  /** @type {readonly any[]} */
  let commands = [];
  /** @type {ReturnType<typeof createFields> | null} */
  let filling = null;
  /** @type {{ name: string, texts: Record<string, string>, picked: Record<string, any> }[]} */
  const history = [];
  let back = 0;
  /** @type {Field | null} */
  let focused = null;
  let asked = 0;

  const choices = createChoices({ label: 'Suggestions', onPick: (choice) => pick(choice) });
  const line = element('input', {
    type: 'text',
    class: 'line',
    id: 'line',
    role: 'combobox',
    'aria-expanded': 'false',
    'aria-controls': choices.listId,
    'aria-autocomplete': 'list',
    'aria-label': 'Message #reading-room. Type a slash for commands',
    placeholder: 'Type / to ask',
    autocomplete: 'off',
    enterkeyhint: 'send',
    maxlength: 2_000,
    dir: 'auto',
  });
  const bar = element(
    'div',
    { class: 'bar' },
    line,
    element('button', { type: 'submit', class: 'send', 'aria-label': 'Send' }, icon(icons.send)),
  );
  const complaint = element('p', { class: 'complaint', role: 'alert' });
  root.append(choices.root, complaint, bar);

  const complain = (/** @type {string} */ sentence) => {
    complaint.textContent = sentence;
  };
  const write = (/** @type {string} */ text) => {
    filling?.root.remove();
    filling = null;
    focused = null;
    line.hidden = false;
    line.value = text;
    choices.hide();
    line.focus();
  };
  const fill = (/** @type {any} */ command, /** @type {Record<string, string>} */ values) => {
    filling?.root.remove();
    choices.hide();
    complain('');
    filling = createFields({
      command,
      values,
      listId: choices.listId,
      onInput: suggest,
      onKey: fieldKey,
      onLeave: choices.hide,
      onEmptied: (field) => (field.option.required ? backToLine(command) : filling?.drop(field)),
    });
    line.hidden = true;
    bar.prepend(filling.root);
    (filling.all().length > 0 ? filling.first() : bar.querySelector('.send'))?.focus();
  };
  const backToLine = (/** @type {any} */ command) => {
    write(`/${command.name}`);
    showPalette();
  };
  const showPalette = () => {
    const typed = line.value.slice(1).toLowerCase();
    const fitting = commands.filter(({ name }) => name.includes(typed));
    const given = [...fitting]
      .sort((a, b) => Number(b.name.startsWith(typed)) - Number(a.name.startsWith(typed)))
      .map((command) => ({
        label: `/${command.name}`,
        aside: (command.options ?? []).map((/** @type {any} */ { name }) => name),
        detail: command.description,
        value: command,
      }));
    choices.show(line, given, { title: 'Commands', first: 0 });
  };
  const suggest = async (/** @type {Field} */ field) => {
    focused = field;
    const mine = ++asked;
    const show = (/** @type {readonly any[]} */ given) =>
      choices.show(
        field.input,
        given.map(({ name, value }) => ({ label: name, value: { name, value: String(value) } })),
        {
          title: field.option.description,
          first: -1,
        },
      );
    const own = ownChoices(field.option, field.input.value);
    if (own) return show(own);
    await new Promise((resolve) => setTimeout(resolve, typingMs));
    if (mine !== asked || !filling) return;
    const request = {
      do: 'complete',
      command: filling.command.name,
      options: filling.values(),
      focused: field.option.name,
    };
    const answer = await ask(request);
    const isWanted = mine === asked && filling && document.activeElement === field.input;
    if (isWanted) show(answer.is === 'choices' ? answer.choices : []);
  };
  const pick = (/** @type {import('./choices.js').Choice} */ { value }) => {
    if (!filling || !focused) return fill(value, {});
    focused.input.value = value.name;
    focused.picked = value;
    focused.root.classList.remove('missing');
    asked++;
    choices.hide();
    filling.missing()?.input.focus();
  };
  const recall = () => {
    const last = history.at(-1 - back);
    const command = commands.find(({ name }) => name === last?.name);
    if (!last || !command) return false;
    back++;
    fill(command, last.texts);
    for (const field of filling?.all() ?? []) field.picked = last.picked[field.option.name] ?? null;
    return true;
  };
  /** True when the key was for the list. */
  const listKey = (/** @type {KeyboardEvent} */ event) => {
    if (!choices.isOpen()) return false;
    const active = choices.active();
    if (event.key === 'ArrowDown') choices.move(1);
    else if (event.key === 'ArrowUp') choices.move(-1);
    else if (event.key === 'Escape') choices.hide();
    else if ((event.key === 'Enter' || (event.key === 'Tab' && !event.shiftKey)) && active) pick(active);
    else return false;
    event.preventDefault();
    return true;
  };
  const fieldKey = (/** @type {KeyboardEvent} */ event, /** @type {Field} */ field) => {
    if (event.isComposing) return;
    const isUntouched = back > 0 && !choices.active();
    if (event.key === 'ArrowUp' && isUntouched && recall()) event.preventDefault();
    else if (listKey(event)) return;
    else if (event.key === 'Escape') write('');
    else if (event.key === 'ArrowDown') void suggest(field);
  };

  line.addEventListener('input', () => {
    complain('');
    back = 0;
    const typed = /^\/(\S+)\s([\s\S]*)$/u.exec(line.value);
    const command = commands.find(({ name }) => name === typed?.[1]?.toLowerCase());
    if (command) fill(command, textsIn(command, typed?.[2] ?? ''));
    else if (/^\/\S*$/u.test(line.value)) showPalette();
    else choices.hide();
  });
  line.addEventListener('keydown', (/** @type {KeyboardEvent} */ event) => {
    if (event.isComposing || listKey(event)) return;
    if (event.key === 'ArrowUp' && line.value === '' && recall()) event.preventDefault();
    else if (event.key === 'Escape') write('');
  });
  line.addEventListener('blur', choices.hide);
  root.addEventListener('keydown', (event) => {
    if (event.key === 'Escape' && filling && !event.defaultPrevented) write('');
  });
  root.addEventListener('submit', (event) => {
    event.preventDefault();
    void (filling ? send() : sendLine());
  });
  const sendLine = async () => {
    const text = line.value.trim();
    if (text === '') return;
    if (text.startsWith('/')) return complain(`There is no command ${text.split(/\s/, 1)[0]}. Type / to see them all.`);
    write('');
    const answer = await say(text);
    if (answer.is !== 'done') complain(answer.reason);
  };
  const send = async () => {
    if (!filling) return;
    const missing = filling.missing();
    if (missing) {
      missing.root.classList.add('missing');
      missing.input.focus();
      return complain(`/${filling.command.name} needs ${missing.option.name}: ${missing.option.description}.`);
    }
    const { command } = filling;
    const texts = filling.texts();
    const picked = Object.fromEntries(filling.all().map((field) => [field.option.name, field.picked]));
    const values = filling.values();
    history.push({ name: command.name, texts, picked });
    back = 0;
    write('');
    complain('');
    const answer = await run(command.name, values);
    if (answer.is !== 'refused') return;
    if (!filling && line.value === '') fill(command, texts);
    complain(answer.reason);
  };

  return {
    /** @param {readonly any[]} given */
    setCommands: (given) => {
      commands = given;
    },
    focus: () => line.focus(),
    /** A whole line, as if it had been typed and sent. @param {string} text */
    sendText: (text) => {
      const typed = /^\/(\S+)\s*([\s\S]*)$/u.exec(text);
      const command = commands.find(({ name }) => name === typed?.[1]);
      if (!command) return;
      fill(command, textsIn(command, typed?.[2] ?? ''));
      void send();
    },
  };
}
