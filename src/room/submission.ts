/** What a person fills into a modal → the data of its interaction; says why not where Discord's client would not let them. */
import type { Attachment } from './cdn.ts';
import type { JsonObject, RawComponent } from './discord-json.ts';
import { fieldType } from './modal-check.ts';
import { isUpload, refuseUnfitFile, resolvedFiles, type Sending, sentFile, type Upload } from './uploads.ts';
import type { Modal, ModalField } from './view.ts';

/** By custom id or label: a text, the value of a radio group, values, whether a checkbox is checked, or files. */
export type Filling = string | boolean | readonly string[] | readonly Upload[];
export type Filled = Readonly<Record<string, Filling>>;

/** docs, interactions/receiving-and-responding#interaction-object-modal-submit-data-structure. */
export function submission(modal: Modal, filled: Filled, sending: Sending, bytesMax: number): JsonObject {
  refuseUnfit(modal, filled, bytesMax);
  const files: Attachment[] = [];
  const send = (upload: Upload): string => {
    const file = sentFile(sending, upload);
    files.push(file);
    return file.id;
  };
  const field = ({ custom_id = '', id, type }: RawComponent, label: string | undefined) => {
    const given = filled[custom_id] ?? filled[label ?? ''] ?? null;
    return { type, id, custom_id, ...answerOf(type, given, send) };
  };
  const components = (modal.raw['components'] as readonly RawComponent[]).map((part) => {
    const { component, components: inner, id, label, type } = part;
    if (component) return { type, id, component: field(component, label) };
    if (inner) return { type, id, components: inner.map((one) => field(one, one.label)) };
    return { type, id };
  });
  return { custom_id: modal.customId, components, ...resolvedFiles(files) };
}

/** docs, components/reference, under each field: its interaction response structure. */
function answerOf(type: number, given: Filling | null, send: (upload: Upload) => string): JsonObject {
  switch (type) {
    case fieldType.textInput:
      return { value: given ?? '' };
    case fieldType.radioGroup:
      return { value: given || null };
    case fieldType.checkbox:
      return { value: given ?? false };
    default:
      return { values: listed(given).map((value) => (isUpload(value) ? send(value) : value)) };
  }
}

const listed = (given: Filling | null): readonly (string | Upload)[] => {
  if (given === null || given === '' || typeof given === 'boolean') return [];
  return typeof given === 'string' ? [given] : given;
};

function refuseUnfit(modal: Modal, filled: Filled, bytesMax: number): void {
  const isField = (name: string) => modal.fields.some(({ customId, label }) => customId === name || label === name);
  const unknown = Object.keys(filled).find((name) => !isField(name));
  if (unknown !== undefined) throw new Error(`The modal has no field "${unknown}"`);
  for (const field of modal.fields)
    refuseUnfitField(field, filled[field.customId] ?? filled[field.label] ?? null, bytesMax);
}

function refuseUnfitField(field: ModalField, given: Filling | null, bytesMax: number): void {
  const { charsMax, charsMin, fileTypes, label, options, required, type, valuesMax, valuesMin } = field;
  const unfit = (what: string) => new Error(`The field "${label}" takes ${what}`);
  const { checkbox, fileUpload, radioGroup, textInput } = fieldType;
  if (type === checkbox) {
    if (given !== null && typeof given !== 'boolean') throw unfit('true or false');
    return;
  }
  const values = listed(given);
  if (required && values.length === 0) throw new Error(`The modal needs its field "${label}"`);
  if (type === textInput) {
    if (given !== null && typeof given !== 'string') throw unfit('a text');
    const chars = given?.length ?? 0;
    const fits = chars === 0 || (chars >= charsMin && chars <= charsMax);
    if (!fits) throw unfit(`${charsMin} to ${charsMax} characters, not ${chars}`);
    return;
  }
  const fits =
    values.length === 0 || (values.length >= valuesMin && values.length <= (type === radioGroup ? 1 : valuesMax));
  if (!fits)
    throw unfit(`${valuesMin} to ${valuesMax} ${type === fileUpload ? 'files' : 'values'}, not ${values.length}`);
  for (const value of values) {
    if (isUpload(value) !== (type === fileUpload)) throw unfit(type === fileUpload ? 'files' : 'no file');
    if (isUpload(value)) refuseUnfitFile(value, fileTypes, bytesMax);
    else if (options.length > 0 && !options.some((option) => option.value === value))
      throw unfit(`no value "${value}"`);
  }
}
