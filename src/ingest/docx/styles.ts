/**
 * What the styles of a Word file mean for a paragraph: heading, title, list, quotation and so on, by the names that Word, Writer,
 * Google Docs and pandoc give them, and by the outline level and numbering that a style inherits.
 */
import { childOf, childrenOf, type XmlElement } from '../xml.ts';

export type ParagraphKind =
  | 'title'
  | 'subtitle'
  | 'byline'
  | 'date'
  | 'quotation'
  | 'code'
  | 'caption'
  | 'contents'
  | 'paragraph';

export interface ParagraphStyle {
  readonly kind: ParagraphKind;
  /** 1–9, of a heading. */
  readonly level?: number;
  /** Number of the list that the style belongs to. */
  readonly list?: string;
}

export type Styles = ReadonlyMap<string, ParagraphStyle>;

const plain: ParagraphStyle = { kind: 'paragraph' };

export const styleOf = (styles: Styles, id: string | undefined): ParagraphStyle => (id && styles.get(id)) || plain;

/** Word keeps the English name of a built-in style in any language; other programs keep at least its id. */
const kinds: readonly (readonly [RegExp, ParagraphKind])[] = [
  [/^(?:title|doctitle|document title|titel|titre|título|titolo)$/i, 'title'],
  [/^(?:sub-?title|untertitel)$/i, 'subtitle'],
  [/^(?:authors?|byline)$/i, 'byline'],
  [/^date$/i, 'date'],
  [/^(?:intense |block ?|long )?(?:quote|quotations?)$|^(?:block text|blockquote)$/i, 'quotation'],
  [/^(?:html preformatted|preformatted text|source code|plain code|code(?: block)?)$/i, 'code'],
  [/^(?:(?:image |table |figure )?caption|illustration|drawing)$/i, 'caption'],
  [
    /^(?:toc|contents|table of figures|table of authorities|index)(?: ?\d| heading)?$|^(?:toc ?heading|contents heading)$/i,
    'contents',
  ],
];

export function stylesOf(root: XmlElement | undefined): Styles {
  const declared = new Map<string, XmlElement>();
  for (const style of root ? childrenOf(root) : []) {
    const { type, styleId } = style.attributes;
    if (style.name === 'style' && styleId && (type ?? 'paragraph') === 'paragraph') declared.set(styleId, style);
  }
  return new Map([...declared.keys()].map((id) => [id, inherited(declared, id, 16)]));
}

/** `stepsMax` ends what is based on itself. */
function inherited(declared: ReadonlyMap<string, XmlElement>, id: string, stepsMax: number): ParagraphStyle {
  const style = declared.get(id);
  if (!style || stepsMax === 0) return plain;
  const parentId = settingOf(style, 'basedOn');
  const parent = parentId ? inherited(declared, parentId, stepsMax - 1) : plain;
  const own = namedStyle(settingOf(style, 'name') ?? id, id);
  const properties = childOf(style, 'pPr');
  const outline = levelOf(properties);
  const list = settingOf(childOf(properties, 'numPr'), 'numId');
  const level = outline === undefined ? (own.level ?? parent.level) : outline;
  const listed = list ?? parent.list;
  return {
    kind: own.kind === 'paragraph' ? parent.kind : own.kind,
    ...(level ? { level } : {}),
    ...(listed && listed !== '0' ? { list: listed } : {}),
  };
}

function namedStyle(name: string, id: string): ParagraphStyle {
  const kind = kinds.find(([pattern]) => pattern.test(name))?.[1] ?? kinds.find(([pattern]) => pattern.test(id))?.[1];
  if (kind) return { kind };
  const level = /^heading ?([1-9])$/i.exec(name)?.[1] ?? /^heading([1-9])$/i.exec(id)?.[1];
  return level ? { kind: 'paragraph', level: Number(level) } : plain;
}

/** 0–8 are headings; 9 is body text and takes an inherited level back: 0. */
export function levelOf(properties: XmlElement | undefined): number | undefined {
  const outline = settingOf(properties, 'outlineLvl');
  if (outline === undefined || !/^\d$/.test(outline)) return undefined;
  return outline === '9' ? 0 : Number(outline) + 1;
}

/** The `w:val` of a child. */
export const settingOf = (element: XmlElement | undefined, name: string): string | undefined =>
  childOf(element, name)?.attributes['val'];

/** True for `<w:vanish/>`, false for `<w:vanish w:val="0"/>` and where it is missing. */
export function isOn(element: XmlElement | undefined, name: string): boolean {
  const child = childOf(element, name);
  return child !== undefined && !/^(?:0|false|off|none)$/i.test(child.attributes['val'] ?? '');
}
