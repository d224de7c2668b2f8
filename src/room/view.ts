/** Messages and modals as a person sees them: text, buttons, selects, fields, with Discord's own object beside. */
import { allComponents, textDisplaysOf } from './component-check.ts';
import {
  isObject,
  type JsonObject,
  listOf,
  type RawComponent,
  type RawMessage,
  type RawSelectOption,
  textOr,
} from './discord-json.ts';
import { flag } from './limits.ts';
import { storedComponents } from './message-shape.ts';
import { fieldType } from './modal-check.ts';

export interface Button {
  /** What stands on it: the label, or the emoji. */
  readonly label: string;
  /** Null on a link. */
  readonly customId: string | null;
  readonly url: string | null;
  /** 1 primary, 2 secondary, 3 success, 4 danger, 5 link. */
  readonly style: number;
  readonly disabled: boolean;
}

export interface Select {
  readonly customId: string;
  readonly placeholder: string | null;
  readonly options: readonly RawSelectOption[];
  readonly valuesMin: number;
  readonly valuesMax: number;
  readonly disabled: boolean;
}

/** A file that a message shows, under its text or as a component of its own. */
export interface SentFile {
  readonly name: string;
  /** In bytes. */
  readonly size: number;
  readonly contentType: string | null;
  /** Works for a day. */
  readonly url: string;
  readonly spoiler: boolean;
}

/** A message as it was when it was read; an edit gives another one with the same id. */
export interface Message {
  readonly id: string;
  /** All that can be read on it: content, then every text display, a line apart. */
  readonly text: string;
  readonly ephemeral: boolean;
  /** "Thinking…": the reply is deferred. */
  readonly loading: boolean;
  readonly buttons: readonly Button[];
  readonly selects: readonly Select[];
  /** With Components V2 only what a component shows. */
  readonly files: readonly SentFile[];
  readonly raw: RawMessage;
}

export interface ModalField {
  readonly customId: string;
  readonly label: string;
  /** 3 select, 4 text input, 19 file upload, 21 radio group, 22 checkbox group, 23 checkbox, and others by their types. */
  readonly type: number;
  readonly required: boolean;
  readonly charsMin: number;
  readonly charsMax: number;
  /** How many values, or files. */
  readonly valuesMin: number;
  readonly valuesMax: number;
  readonly options: readonly RawSelectOption[];
  /** Of a file upload; none lets every file through. */
  readonly fileTypes: readonly string[];
  /** What stands in a text input before anything is typed. */
  readonly value: string;
}

export interface Modal {
  readonly customId: string;
  readonly title: string;
  readonly fields: readonly ModalField[];
  readonly raw: JsonObject;
  /** Of the interaction that opened it: what its messages say of it, and the message it came from. */
  readonly triggeredBy: JsonObject;
  readonly source: string | null;
}

const textInputCharsMax = 4000;

/** Every text display of a message, in order. */
export const textsOf = (message: Message): readonly string[] => textDisplaysOf(message.raw.components);

export function messageOf(raw: RawMessage): Message {
  const components = allComponents(raw.components, []).map(({ component }) => component as unknown as RawComponent);
  return {
    id: raw.id,
    text: [raw.content, ...textDisplaysOf(raw.components)].filter((text) => text !== '').join('\n'),
    ephemeral: (raw.flags & flag.ephemeral) !== 0,
    loading: (raw.flags & flag.loading) !== 0,
    buttons: components.filter(({ type }) => type === 2).map(buttonOf),
    selects: components.filter(({ type }) => type === 3).map(selectOf),
    files: filesOf(raw),
    raw,
  };
}

const buttonOf = ({ custom_id, disabled, emoji, label, style, url }: RawComponent): Button => ({
  label: label ?? emoji?.name ?? '',
  customId: custom_id ?? null,
  url: url ?? null,
  style: style ?? 2,
  disabled: disabled === true,
});

/** Those that can be seen: with Components V2 only what a component shows. */
export function filesOf({ attachments, components, flags }: RawMessage): readonly SentFile[] {
  if ((flags & flag.componentsV2) === 0) return attachments.map(attachedFile);
  return allComponents(components, []).flatMap(({ component }) => shownFile(component as unknown as RawComponent));
}

const spoilerFlag = 1 << 3;

const attachedFile = ({ content_type, filename, flags, size, url }: JsonObject): SentFile => ({
  name: textOr(filename, ''),
  size: Number(size),
  contentType: typeof content_type === 'string' ? content_type : null,
  url: textOr(url, ''),
  spoiler: (Number(flags ?? 0) & spoilerFlag) !== 0,
});

/** Of a File component. */
function shownFile({ file, name, size, spoiler }: RawComponent): SentFile[] {
  if (!isObject(file)) return [];
  const { content_type, url } = file;
  const shown = attachedFile({ content_type, filename: name, size, url });
  return [{ ...shown, spoiler: spoiler === true }];
}

const selectOf = ({ custom_id, disabled, max_values, min_values, options, placeholder }: RawComponent): Select => ({
  customId: custom_id ?? '',
  placeholder: placeholder ?? null,
  options: options ?? [],
  valuesMin: min_values ?? 1,
  valuesMax: max_values ?? 1,
  disabled: disabled === true,
});

export function modalOf(data: JsonObject, triggeredBy: JsonObject, source: string | undefined): Modal {
  const raw: JsonObject = { ...data, components: storedComponents(data['components']) };
  return {
    customId: textOr(data['custom_id'], ''),
    title: textOr(data['title'], ''),
    fields: listOf(raw['components']).flatMap((part) => fieldsOf(part as unknown as RawComponent)),
    raw,
    triggeredBy,
    source: source ?? null,
  };
}

/** A field stands in a label, or (the older way) in a row of its own. */
function fieldsOf(part: RawComponent): ModalField[] {
  const inner = part.component ? [part.component] : (part.components ?? []);
  return inner.map((field) => fieldOf(field, part.label ?? field.label ?? ''));
}

function fieldOf(field: RawComponent, label: string): ModalField {
  const { custom_id, file_types, max_values, min_values, options = [], type } = field;
  const required = field['required'] !== false && type !== fieldType.checkbox;
  return {
    customId: custom_id ?? '',
    label,
    type,
    required,
    charsMin: Number(field['min_length'] ?? 0),
    charsMax: Number(
      field['max_length'] ?? (type === fieldType.textInput ? textInputCharsMax : Number.POSITIVE_INFINITY),
    ),
    valuesMin: min_values ?? (required ? 1 : 0),
    valuesMax: max_values ?? (type === fieldType.checkboxGroup ? options.length : 1),
    options,
    fileTypes: Array.isArray(file_types) ? file_types.map(String) : [],
    value: textOr(field['value'], ''),
  };
}
