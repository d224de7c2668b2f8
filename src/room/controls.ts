/** What a person can act on in a message or a modal: finds it, and says why not where Discord's client would not let them. */
import type { RawComponent, RawMessage } from './discord-json.ts';
import { type Modal, messageOf } from './view.ts';

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

export type Filled = Readonly<Record<string, string | readonly string[]>>;

/**
 * The modal's own tree with what was filled in, by custom ids or labels
 * (docs, components/reference#text-input-text-input-interaction-response-structure).
 */
export function submitted(modal: Modal, filled: Filled): readonly unknown[] {
  refuseUnfit(modal, filled);
  const field = ({ custom_id = '', id, type }: RawComponent, label: string | undefined) => {
    const given = filled[custom_id] ?? filled[label ?? ''] ?? '';
    return { type, id, custom_id, ...(typeof given === 'string' ? { value: given } : { values: given }) };
  };
  return (modal.raw['components'] as readonly RawComponent[]).map((part) => {
    const { component, components, id, label, type } = part;
    if (component) return { type, id, component: field(component, label) };
    if (components) return { type, id, components: components.map((inner) => field(inner, inner.label)) };
    return { type, id };
  });
}

function refuseUnfit(modal: Modal, filled: Filled): void {
  for (const { charsMax, charsMin, customId, label, required } of modal.fields) {
    const given = filled[customId] ?? filled[label] ?? '';
    if (required && given.length === 0) throw new Error(`The modal needs its field "${label}"`);
    if (typeof given === 'string' && given.length > 0 && (given.length < charsMin || given.length > charsMax)) {
      throw new Error(`The field "${label}" takes ${charsMin} to ${charsMax} characters, not ${given.length}`);
    }
  }
  const isField = (name: string) => modal.fields.some(({ customId, label }) => customId === name || label === name);
  const unknown = Object.keys(filled).find((name) => !isField(name));
  if (unknown !== undefined) throw new Error(`The modal has no field "${unknown}"`);
}
