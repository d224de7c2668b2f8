/** A command that a bot registers, against Discord's schema and rules. */
import {
  ApplicationCommandCreateRequestSchema,
  ApplicationCommandPatchRequestPartialSchema,
} from 'discord-api-spec/zod';
import { isObject, type JsonObject, listOf, textOr } from './discord-json.ts';
import { fileTypeErrors } from './file-name.ts';
import { commandCharsMax, commandName, locales } from './limits.ts';
import { type FieldError, type Path, required } from './refusal.ts';
import { schemaErrors } from './schema-check.ts';

const chatInput = 1;
/** Subcommands and their groups. */
const subcommandTypes: readonly unknown[] = [1, 2];

/** For a new command, or (`existing`) for the changes to one. */
export function commandErrors(body: unknown, path: Path, existing?: JsonObject): FieldError[] {
  const schema = existing ? ApplicationCommandPatchRequestPartialSchema : ApplicationCommandCreateRequestSchema;
  const faults = schemaErrors(schema, withNumericPermissions(body), path);
  if (faults.length > 0 || !isObject(body)) return faults;
  const whole: JsonObject = { ...existing, ...body };
  const type = whole['type'] ?? chatInput;
  const description = textOr(whole['description'], '');
  return [
    ...(type === chatInput ? nameErrors(whole, path) : []),
    ...(type === chatInput && description.trim() === '' ? [required([...path, 'description'])] : []),
    ...(type !== chatInput && description !== '' ? [contextMenuError([...path, 'description'])] : []),
    ...(type !== chatInput && listOf(whole['options']).length > 0 ? [contextMenuError([...path, 'options'])] : []),
    ...localeErrors(whole, path),
    ...optionErrors(whole['options'], [...path, 'options']),
    ...sizeErrors(whole, path),
  ];
}

/** The published schema has a number; Discord takes and gives a string of digits. */
function withNumericPermissions(body: unknown): unknown {
  if (!isObject(body)) return body;
  const given = body['default_member_permissions'];
  return typeof given === 'string' && /^\d+$/.test(given)
    ? { ...body, default_member_permissions: Number(given) }
    : body;
}

const contextMenuError = (path: Path): FieldError => ({
  path,
  code: 'APPLICATION_COMMAND_CONTEXT_MENU_FIELD',
  message: 'Context menu commands cannot have this field',
});

function nameErrors(named: JsonObject, path: Path): FieldError[] {
  const localised = isObject(named['name_localizations']) ? named['name_localizations'] : {};
  const names: [unknown, Path][] = [
    [named['name'], [...path, 'name']],
    ...Object.entries(localised).map(([key, name]): [unknown, Path] => [name, [...path, 'name_localizations', key]]),
  ];
  return names
    .filter(([name]) => !isCommandName(textOr(name, '')))
    .map(([, at]) => ({ path: at, code: 'APPLICATION_COMMAND_INVALID_NAME', message: 'Command name is invalid' }));
}

const isCommandName = (name: string): boolean => commandName.test(name) && name === name.toLowerCase();

function localeErrors(localised: JsonObject, path: Path): FieldError[] {
  return ['name_localizations', 'description_localizations'].flatMap((field) =>
    Object.keys(isObject(localised[field]) ? localised[field] : {})
      .filter((key) => !locales.includes(key))
      .map((key) => ({
        path: [...path, field, key],
        code: 'ENUM_TYPE_COERCE',
        message: `Value "${key}" is not a valid enum value.`,
      })),
  );
}

function optionErrors(options: unknown, path: Path): FieldError[] {
  const isSubcommand = (option: JsonObject | undefined) => subcommandTypes.includes(option?.['type']);
  const seen = new Set<unknown>();
  let isOptionalPart = false;
  return listOf(options).flatMap((option, index) => {
    const at = [...path, index];
    const errors = [
      ...nameErrors(option, at),
      ...localeErrors(option, at),
      ...optionErrors(option['options'], [...at, 'options']),
    ];
    const fault = (code: string, message: string) => errors.push({ path: at, code, message });
    if (seen.has(option['name'])) {
      fault(
        'APPLICATION_COMMAND_OPTIONS_NAME_INVALID',
        `Option name ${option['name']} is already used in these options`,
      );
    }
    seen.add(option['name']);
    if (option['required'] === true && isOptionalPart) {
      fault(
        'APPLICATION_COMMAND_OPTIONS_REQUIRED_INVALID',
        'Required options must be placed before non-required options',
      );
    }
    if (option['required'] !== true && !isSubcommand(option)) isOptionalPart = true;
    if (isSubcommand(option) !== isSubcommand(listOf(options)[0])) {
      const message = 'Sub-command and sub-command group option types are mutually exclusive to all other types';
      fault('APPLICATION_COMMAND_OPTIONS_TYPE_INVALID', message);
    }
    errors.push(...fileTypeErrors(option['file_types'], [...at, 'file_types']));
    if (option['autocomplete'] === true && listOf(option['choices']).length > 0) {
      fault('APPLICATION_COMMAND_OPTIONS_CHOICES_AUTOCOMPLETE', 'Options with autocomplete cannot have choices');
    }
    if (Number(option['min_length'] ?? 0) > Number(option['max_length'] ?? Number.POSITIVE_INFINITY)) {
      fault('APPLICATION_COMMAND_OPTIONS_LENGTH_INVALID', 'The minimum length exceeds the maximum length');
    }
    return errors;
  });
}

function sizeErrors(command: JsonObject, path: Path): FieldError[] {
  if (sizeOf(command) <= commandCharsMax) return [];
  const message = `Command exceeds maximum size (${commandCharsMax})`;
  return [{ path, code: 'APPLICATION_COMMAND_TOO_LARGE', message }];
}

/** Of a text and its localisations, the longest counts. */
function sizeOf(part: JsonObject): number {
  const longest = (field: string): number => {
    const localised = isObject(part[`${field}_localizations`]) ? part[`${field}_localizations`] : {};
    return Math.max(...[part[field], ...Object.values(localised as JsonObject)].map((text) => textOr(text, '').length));
  };
  const value = textOr(part['value'], '').length;
  const inner = [...listOf(part['options']), ...listOf(part['choices'])].reduce((sum, one) => sum + sizeOf(one), 0);
  return longest('name') + longest('description') + value + inner;
}
