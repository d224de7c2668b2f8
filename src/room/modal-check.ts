/** A modal that a bot opens, against Discord's schema and rules. */
import { ModalInteractionCallbackRequestDataSchema } from 'discord-api-spec/zod';
import { allComponents, type Placed } from './component-check.ts';
import { isObject, type JsonObject, listOf } from './discord-json.ts';
import { fileTypeErrors } from './file-name.ts';
import { modalRowsMax } from './limits.ts';
import { type FieldError, type Path, required, tooLong } from './refusal.ts';
import { schemaErrors } from './schema-check.ts';

/** docs, components/reference#component-object-component-types, those that stand in a modal. */
export const fieldType = {
  select: 3,
  textInput: 4,
  fileUpload: 19,
  radioGroup: 21,
  checkboxGroup: 22,
  checkbox: 23,
} as const;

export function modalErrors(data: unknown, path: Path): FieldError[] {
  const faults = schemaErrors(ModalInteractionCallbackRequestDataSchema, data, path);
  if (faults.length > 0 || !isObject(data)) return faults.length > 0 ? faults : [required(path)];
  const at = [...path, 'components'];
  const fields = allComponents(data['components'], at);
  const isTooLong = listOf(data['components']).length > modalRowsMax;
  return [...duplicateErrors(fields), ...fields.flatMap(ownErrors), ...(isTooLong ? [tooLong(at, modalRowsMax)] : [])];
}

function duplicateErrors(fields: readonly Placed[]): FieldError[] {
  const ids = fields.map(({ component }) => component['custom_id']);
  return fields.flatMap(({ path }, index): FieldError[] => {
    const id = ids[index];
    if (typeof id !== 'string' || ids.indexOf(id) === index) return [];
    const message = 'Component custom id cannot be duplicated';
    return [{ path: [...path, 'custom_id'], code: 'COMPONENT_CUSTOM_ID_DUPLICATED', message }];
  });
}

/** The codes of these refusals are not documented, but for the rules themselves: docs, components/reference, under each field. */
function ownErrors({ component, path }: Placed): FieldError[] {
  const { disabled, file_types: types, max_values: max, min_values: min, options, required: isRequired } = component;
  const errors = fileTypeErrors(types, [...path, 'file_types']);
  const fault = (field: string, code: string, message: string) =>
    errors.push({ path: [...path, field], code, message });
  if (disabled === true) fault('disabled', 'COMPONENT_DISABLED_IN_MODAL', 'Components in modals cannot be disabled');
  if (min === 0 && isRequired !== false) {
    fault('min_values', 'COMPONENT_REQUIRED_MIN_VALUES', 'A required component needs a minimum of at least 1');
  }
  const most = Number(max ?? (component['type'] === fieldType.checkboxGroup ? listOf(options).length : 1));
  if (Number(min ?? 0) > most) fault('min_values', 'COMPONENT_MIN_VALUES_INVALID', 'The minimum exceeds the maximum');
  return [...errors, ...optionErrors(component, path)];
}

function optionErrors({ options, type }: JsonObject, path: Path): FieldError[] {
  const values = listOf(options).map(({ value }) => value);
  const errors = values.flatMap((value, index): FieldError[] => {
    if (values.indexOf(value) === index) return [];
    const message = 'The specified option value is already used';
    return [{ path: [...path, 'options', index, 'value'], code: 'SELECT_COMPONENT_OPTION_VALUE_DUPLICATED', message }];
  });
  const defaults = listOf(options).filter((option) => option['default'] === true).length;
  if (type === fieldType.radioGroup && defaults > 1) {
    const message = 'The specified number of default values exceeds the specified maximum values';
    errors.push({ path: [...path, 'options'], code: 'SELECT_COMPONENT_TOO_MANY_DEFAULT_VALUES', message });
  }
  return errors;
}
