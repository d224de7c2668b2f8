/** What Discord says when it refuses: status, code and body as its documentation and its users have seen them. */
import { isObject, listOf } from './discord-json.ts';

export interface Reply {
  readonly status: number;
  readonly body?: unknown;
}

export type Path = readonly (string | number)[];

/** One fault in a body, at its place. */
export interface FieldError {
  readonly path: Path;
  readonly code: string;
  readonly message: string;
}

/** docs, topics/opcodes-and-status-codes#json. */
export const refusalCode = {
  unknownChannel: 10003,
  unknownGuild: 10004,
  unknownMessage: 10008,
  unknownWebhook: 10015,
  unknownInteraction: 10062,
  unknownCommand: 10063,
  otherApplication: 20012,
  attachmentsMax: 30015,
  commandsMax: 30032,
  dailyCreatesMax: 30034,
  entityTooLarge: 40005,
  alreadyAcknowledged: 40060,
  missingAccess: 50001,
  emptyMessage: 50006,
  invalidWebhookToken: 50027,
  invalidForm: 50035,
  invalidVersion: 50041,
  invalidJson: 50109,
} as const;

export const refusal = (status: number, code: number, message: string): Reply => ({ status, body: { message, code } });

export const unauthorized = refusal(401, 0, '401: Unauthorized');
export const notFound = refusal(404, 0, '404: Not Found');
export const methodNotAllowed = refusal(405, 0, '405: Method Not Allowed');
export const serverError = refusal(500, 0, '500: Internal Server Error');
export const unknownChannel = refusal(404, refusalCode.unknownChannel, 'Unknown Channel');
export const unknownGuild = refusal(404, refusalCode.unknownGuild, 'Unknown Guild');
export const missingAccess = refusal(403, refusalCode.missingAccess, 'Missing Access');
export const unknownMessage = refusal(404, refusalCode.unknownMessage, 'Unknown Message');
export const unknownWebhook = refusal(404, refusalCode.unknownWebhook, 'Unknown Webhook');
export const unknownInteraction = refusal(404, refusalCode.unknownInteraction, 'Unknown interaction');
export const unknownCommand = refusal(404, refusalCode.unknownCommand, 'Unknown application command');
export const otherApplication = refusal(
  403,
  refusalCode.otherApplication,
  'You are not authorized to perform this action on this application',
);
export const entityTooLarge = refusal(413, refusalCode.entityTooLarge, 'Request entity too large');
export const alreadyAcknowledged = refusal(
  400,
  refusalCode.alreadyAcknowledged,
  'Interaction has already been acknowledged.',
);
export const tooManyAttachments = refusal(
  400,
  refusalCode.attachmentsMax,
  'Maximum number of attachments in a message reached (10)',
);
export const emptyMessage = refusal(400, refusalCode.emptyMessage, 'Cannot send an empty message');
export const invalidWebhookToken = refusal(401, refusalCode.invalidWebhookToken, 'Invalid Webhook Token');
export const invalidVersion = refusal(400, refusalCode.invalidVersion, 'Invalid API version');
export const invalidJson = refusal(400, refusalCode.invalidJson, 'The request body contains invalid JSON.');

/** 50035, with each fault nested at its place (docs, reference#error-messages). */
export function invalidForm(faults: readonly FieldError[]): Reply {
  const errors = emptyTree();
  for (const { path, code, message } of faults) {
    const place = path.reduce((at, step) => child(at, String(step)), errors);
    const list = place['_errors'];
    if (Array.isArray(list)) list.push({ code, message });
    else place['_errors'] = [{ code, message }];
  }
  return { status: 400, body: { message: 'Invalid Form Body', code: refusalCode.invalidForm, errors } };
}

/** Without a prototype: the steps of a path are keys that a bot chose, `__proto__` among them. */
const emptyTree = (): Record<string, unknown> => Object.create(null);

function child(parent: Record<string, unknown>, key: string): Record<string, unknown> {
  const existing = parent[key];
  if (existing !== undefined) return existing as Record<string, unknown>;
  const made = emptyTree();
  parent[key] = made;
  return made;
}

/** A refusal in one line, for people: code, message and each fault with its place. */
export function described({ status, body }: Reply): string {
  const { code, errors, message } = isObject(body) ? body : {};
  const places: string[] = [];
  const visit = (at: unknown, path: readonly string[]) => {
    if (!isObject(at)) return;
    for (const fault of listOf(at['_errors'])) places.push(`${path.join('.')}: ${fault['message']} (${fault['code']})`);
    for (const [key, inner] of Object.entries(at)) if (key !== '_errors') visit(inner, [...path, key]);
  };
  visit(errors, []);
  return [`${status} ${message} (${code})`, ...places].join('; ');
}

export const required = (path: Path): FieldError => ({
  path,
  code: 'BASE_TYPE_REQUIRED',
  message: 'This field is required',
});

export const badLength = (path: Path, min: number, max: number): FieldError => ({
  path,
  code: 'BASE_TYPE_BAD_LENGTH',
  message: `Must be between ${min} and ${max} in length.`,
});

export const tooLong = (path: Path, max: number): FieldError => ({
  path,
  code: 'BASE_TYPE_MAX_LENGTH',
  message: `Must be ${max} or fewer in length.`,
});

export const notAmong = (path: Path, values: readonly unknown[]): FieldError => ({
  path,
  code: 'BASE_TYPE_CHOICES',
  message: `Value must be one of {${values.join(', ')}}.`,
});
