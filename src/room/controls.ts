/** What a person can act on in a message: finds it, and says why not where Discord's client would not let them. */
import type { RawMessage } from './discord-json.ts';
import { messageOf } from './view.ts';

/** The custom id of the button with this label. */
export function pressable(source: RawMessage, label: string): string {
  const { buttons } = messageOf(source);
  const button = buttons.find((one) => one.label === label);
  if (!button) {
    const labels = buttons.map((one) => `"${one.label}"`).join(', ') || 'none';
    throw new Error(`The message has no button "${label}"; its buttons: ${labels}`);
  }
  if (button.disabled) throw new Error(`The button "${label}" is disabled`);
  if (button.customId === null) throw new Error(`The button "${label}" is a link`);
  return button.customId;
}

/** The custom id of the select with this custom id or placeholder, which must have these values. */
export function selectable(source: RawMessage, name: string, values: readonly string[]): string {
  const select = messageOf(source).selects.find((one) => one.customId === name || one.placeholder === name);
  if (!select) throw new Error(`The message has no select "${name}"`);
  if (select.disabled) throw new Error(`The select "${name}" is disabled`);
  const unknown = values.find((value) => !select.options.some((option) => option.value === value));
  if (unknown !== undefined) throw new Error(`The select "${name}" has no value "${unknown}"`);
  const { valuesMax, valuesMin } = select;
  if (values.length < valuesMin || values.length > valuesMax) {
    throw new Error(`The select "${name}" takes ${valuesMin} to ${valuesMax} values, not ${values.length}`);
  }
  return select.customId;
}
