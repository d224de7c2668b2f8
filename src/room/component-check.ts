/** The components of a message against Discord's rules that its schema does not state. */
import { isObject, type JsonObject, listOf, textOr } from './discord-json.ts';
import {
  buttonUrlSchemes,
  componentsMax,
  displayBytesExtra,
  displayedBytesMax,
  displayedCharsMax,
  legacyRowsMax,
  rowWidthMax,
} from './limits.ts';
import { badLength, type FieldError, type Path, required, tooLong } from './refusal.ts';
import { typeNotAmong } from './schema-check.ts';

export interface Placed {
  readonly component: JsonObject;
  readonly path: Path;
}

const type = { row: 1, button: 2, textDisplay: 10 } as const;
const linkStyle = 5;
const premiumStyle = 6;
const topLevelTypes = [1, 9, 10, 12, 13, 14, 17];

/** Every component, nested ones too, in the order in which Discord numbers them. */
export function allComponents(components: unknown, path: Path): Placed[] {
  return listOf(components).flatMap((component, index) => withNested(component, [...path, index]));
}

function withNested(component: JsonObject, path: Path): Placed[] {
  const inner = ['accessory', 'component'].flatMap((key) => {
    const nested = component[key];
    return isObject(nested) ? withNested(nested, [...path, key]) : [];
  });
  return [{ component, path }, ...allComponents(component['components'], [...path, 'components']), ...inner];
}

export const textDisplaysOf = (components: unknown): string[] =>
  allComponents(components, [])
    .filter(({ component }) => component['type'] === type.textDisplay)
    .map(({ component }) => textOr(component['content'], ''));

/** Of all text displays, as Discord is seen to count it before it answers 500. */
export const displayedBytes = (components: unknown): number =>
  textDisplaysOf(components).reduce((sum, text) => sum + Buffer.byteLength(text) + displayBytesExtra, 0);

export const exceedsDisplayedBytes = (components: unknown): boolean => displayedBytes(components) > displayedBytesMax;

export function componentErrors(components: unknown, isV2: boolean, path: Path): FieldError[] {
  const placed = allComponents(components, path);
  return [
    ...topLevelErrors(components, isV2, path),
    ...totalErrors(placed, path),
    ...duplicateIdErrors(placed),
    ...placed.flatMap((one) => ownErrors(one)),
  ];
}

function topLevelErrors(components: unknown, isV2: boolean, path: Path): FieldError[] {
  const allowed = isV2 ? topLevelTypes : [type.row];
  const rows = listOf(components);
  const errors = rows.flatMap((component, index) =>
    allowed.includes(Number(component['type'])) ? [] : [typeNotAmong([...path, index], allowed)],
  );
  return !isV2 && rows.length > legacyRowsMax ? [...errors, tooLong(path, legacyRowsMax)] : errors;
}

function totalErrors(placed: readonly Placed[], path: Path): FieldError[] {
  const errors: FieldError[] = [];
  if (placed.length > componentsMax) {
    const message = `Total number of components cannot exceed ${componentsMax}`;
    errors.push({ path, code: 'COMPONENT_MAX_TOTAL_COMPONENTS_EXCEEDED', message });
  }
  const displayed = placed
    .filter(({ component }) => component['type'] === type.textDisplay)
    .reduce((sum, { component }) => sum + textOr(component['content'], '').length, 0);
  if (displayed > displayedCharsMax) {
    const message = `Components displayable text size exceeds maximum size of ${displayedCharsMax}`;
    errors.push({ path, code: 'COMPONENT_DISPLAYABLE_TEXT_SIZE_EXCEEDED', message });
  }
  return errors;
}

function duplicateIdErrors(placed: readonly Placed[]): FieldError[] {
  const seen = new Set<unknown>();
  return placed.flatMap(({ component, path }) => {
    const id = component['custom_id'];
    if (typeof id !== 'string') return [];
    if (!seen.has(id)) {
      seen.add(id);
      return [];
    }
    const message = 'Component custom id cannot be duplicated';
    return [{ path: [...path, 'custom_id'], code: 'COMPONENT_CUSTOM_ID_DUPLICATED', message }];
  });
}

function ownErrors({ component, path }: Placed): FieldError[] {
  switch (component['type']) {
    case type.row:
      return rowErrors(component, path);
    case type.button:
      return buttonErrors(component, path);
    case type.textDisplay:
      return blankErrors(component, path);
    default:
      return Array.isArray(component['options']) ? selectErrors(component, path) : [];
  }
}

/** A select fills a row by itself. */
function rowErrors(row: JsonObject, path: Path): FieldError[] {
  let width = 0;
  return listOf(row['components']).flatMap((component, index) => {
    width += component['type'] === type.button ? 1 : rowWidthMax;
    if (width <= rowWidthMax) return [];
    const message = 'The specified component exceeds the maximum width';
    return [{ path: [...path, 'components', index], code: 'COMPONENT_LAYOUT_WIDTH_EXCEEDED', message }];
  });
}

function buttonErrors(button: JsonObject, path: Path): FieldError[] {
  const errors: FieldError[] = [];
  const { style, custom_id: customId, url, label, emoji, sku_id: sku } = button;
  if (customId && url) {
    errors.push({
      path: [...path, 'custom_id'],
      code: 'BUTTON_COMPONENT_CUSTOM_ID_URL_MUTUALLY_EXCLUSIVE',
      message: 'A custom id and url cannot both be specified',
    });
  }
  if (style === linkStyle)
    errors.push(...(url ? schemeErrors(String(url), [...path, 'url']) : [required([...path, 'url'])]));
  else if (style === premiumStyle) return sku ? errors : [...errors, required([...path, 'sku_id'])];
  else if (!customId) {
    const message = 'A custom id is required';
    errors.push({ path: [...path, 'custom_id'], code: 'BUTTON_COMPONENT_CUSTOM_ID_REQUIRED', message });
  }
  if (!textOr(label, '').trim() && !emoji) errors.push(required([...path, 'label']));
  return errors;
}

function schemeErrors(url: string, path: Path): FieldError[] {
  const scheme = URL.canParse(url) ? new URL(url).protocol : null;
  if (scheme === null || buttonUrlSchemes.includes(scheme)) return [];
  const known = buttonUrlSchemes.map((name) => `'${name.slice(0, -1)}'`).join(', ');
  const message = `Scheme "${scheme.slice(0, -1)}" is not supported. Scheme must be one of (${known}).`;
  return [{ path, code: 'URL_TYPE_INVALID_SCHEME', message }];
}

/** Discord takes white space off before it measures. */
function blankErrors(display: JsonObject, path: Path): FieldError[] {
  const content = display['content'];
  const isBlank = typeof content === 'string' && content.length > 0 && content.trim() === '';
  return isBlank ? [badLength([...path, 'content'], 1, displayedCharsMax)] : [];
}

function selectErrors(select: JsonObject, path: Path): FieldError[] {
  const options = listOf(select['options']);
  const values = options.map((option) => option['value']);
  const errors = values.flatMap((value, index): FieldError[] => {
    if (values.indexOf(value) === index) return [];
    const message = 'The specified option value is already used';
    return [{ path: [...path, 'options', index, 'value'], code: 'SELECT_COMPONENT_OPTION_VALUE_DUPLICATED', message }];
  });
  const defaults = options.filter((option) => option['default'] === true).length;
  if (defaults > Number(select['max_values'] ?? 1)) {
    const message = 'The specified number of default values exceeds the specified maximum values';
    errors.push({ path: [...path, 'options'], code: 'SELECT_COMPONENT_TOO_MANY_DEFAULT_VALUES', message });
  }
  return errors;
}
