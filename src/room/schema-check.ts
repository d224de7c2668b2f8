/** A body against Discord's published schema: what zod finds, said in Discord's codes and words. */
import type { Issue, Schema } from 'discord-api-spec/zod';
import { type FieldError, notAmong, type Path, required, tooLong } from './refusal.ts';

/** Faults of `value`, their paths starting with `at`. */
export function schemaErrors(schema: Schema, value: unknown, at: Path): FieldError[] {
  const result = schema.safeParse(value);
  if (result.success) return [];
  return result.error.issues.flatMap((issue) => fieldErrors(issue, value, at));
}

function fieldErrors(issue: Issue, value: unknown, at: Path): FieldError[] {
  const path = [...at, ...issue.path];
  const given = issue.path.reduce<unknown>((part, step) => (part as Record<string | number, unknown>)?.[step], value);
  if (issue.code === 'invalid_union') return unionErrors(issue, given, path);
  if (given === undefined || given === null) return [required(path)];
  return [fieldError(issue, given, path)];
}

/** Of the branches of a union, the one whose `type` fits speaks; when none does, the types are listed. */
function unionErrors(issue: Issue, given: unknown, path: Path): FieldError[] {
  if (given === undefined || given === null) return [required(path)];
  const branches = issue.errors ?? [];
  const fitting = branches.find((issues) => !issues.some(isTypeIssue));
  if (fitting) return fitting.flatMap((inner) => fieldErrors(inner, given, path));
  const types = branches.flatMap((issues) => issues.find(isTypeIssue)?.values ?? []);
  return [typeNotAmong(path, types)];
}

const isTypeIssue = (issue: Issue): boolean => issue.code === 'invalid_value' && issue.path.join() === 'type';

/** Said as Discord does, in Python's way of writing a tuple. */
export function typeNotAmong(path: Path, types: readonly unknown[]): FieldError {
  const sorted = types.map(Number).sort((a, b) => a - b);
  const tuple = sorted.length === 1 ? `(${sorted[0]},)` : `(${sorted.join(', ')})`;
  return { path, code: 'UNION_TYPE_CHOICES', message: `Value of field "type" must be one of ${tuple}.` };
}

function fieldError(issue: Issue, given: unknown, path: Path): FieldError {
  const fault = (code: string, message: string): FieldError => ({ path, code, message });
  const isLength = issue.origin === 'string' || issue.origin === 'array';
  switch (issue.code) {
    case 'too_big':
      if (isLength) return tooLong(path, issue.maximum ?? 0);
      return fault('NUMBER_TYPE_MAX', `int value should be less than or equal to ${issue.maximum}.`);
    case 'too_small':
      if (isLength) return fault('BASE_TYPE_MIN_LENGTH', `Must be ${issue.minimum} or more in length.`);
      return fault('NUMBER_TYPE_MIN', `int value should be greater than or equal to ${issue.minimum}.`);
    case 'invalid_value':
      return notAmong(path, issue.values ?? []);
    case 'invalid_format':
      if (issue.format === 'url') return fault('URL_TYPE_INVALID_URL', 'Not a well formed URL.');
      return fault('NUMBER_TYPE_COERCE', `Value ${JSON.stringify(given)} is not snowflake.`);
    default:
      return fault(...typeFault(issue.expected, given));
  }
}

function typeFault(expected: string | undefined, given: unknown): [code: string, message: string] {
  switch (expected) {
    case 'array':
      return ['LIST_TYPE_CONVERT', 'Only iterables may be used in a ListType'];
    case 'object':
    case 'record':
      return ['MODEL_TYPE_CONVERT', 'Only dictionaries may be used in a ModelType'];
    case 'boolean':
      return ['BOOLEAN_TYPE_CONVERT', 'Must be either true or false.'];
    case 'number':
    case 'int':
      return ['NUMBER_TYPE_COERCE', `Value ${JSON.stringify(given)} is not int.`];
    default:
      return ['STRING_TYPE_CONVERT', `Could not interpret ${JSON.stringify(given)} as string.`];
  }
}
