/**
 * XML and XHTML → a small tree, within bounds and without entities of its own: what Word and EPUB files are made of. Names are
 * kept without their prefix, for programs choose prefixes as they like.
 */
import { Parser } from 'htmlparser2';

export interface XmlElement {
  readonly name: string;
  /** By local name; one with a prefix gives way to one without, and `epub:type` keeps its own. */
  readonly attributes: Readonly<Record<string, string | undefined>>;
  readonly children: readonly XmlNode[];
}

export type XmlNode = XmlElement | string;

/**
 * 1,171 real web pages have at most 51 levels; a Word file of 1,000 pages has about 300,000 elements. More than these would fill
 * the memory that reading has.
 */
export const depthMax = 256;
export const elementsMax = 600_000;
const attributesMax = 1_000;
const chunkChars = 65_536;

/** The root, or in words why there is none: "nests …". */
export const parsedXml = (source: string): XmlElement | string => treeOf(source, { xmlMode: true });

/** As a browser would take it: named entities, and elements that are not closed. */
export const parsedXhtml = (source: string): XmlElement | string =>
  treeOf(source, { xmlMode: false, recognizeSelfClosing: true, recognizeCDATA: true });

interface Growing extends XmlElement {
  readonly children: XmlNode[];
}

function treeOf(source: string, options: ConstructorParameters<typeof Parser>[1]): XmlElement | string {
  const root: Growing = { name: '', attributes: {}, children: [] };
  const open: Growing[] = [root];
  let elements = 0;
  let attributes = 0;
  let fault: string | undefined;
  const parser = new Parser(
    {
      onopentagname() {
        attributes = 0;
      },
      onattribute() {
        if (++attributes > attributesMax) fault ??= `has an element with more than ${attributesMax} attributes`;
      },
      onopentag(name, stated) {
        if (open.length > depthMax) fault ??= `nests elements more than ${depthMax} deep`;
        if (++elements > elementsMax) fault ??= `has more than ${elementsMax} elements`;
        if (fault) return;
        const element: Growing = { name: localOf(name), attributes: byLocalName(stated), children: [] };
        open.at(-1)?.children.push(element);
        open.push(element);
      },
      onclosetag() {
        if (!fault && open.length > 1) open.pop();
      },
      ontext(text) {
        if (fault) return;
        const children = open.at(-1)?.children ?? [];
        if (typeof children.at(-1) === 'string') children[children.length - 1] += text;
        else children.push(text);
      },
      onprocessinginstruction(name, data) {
        if (/^!doctype/i.test(name) && /\[|<!ENTITY/i.test(data)) fault ??= 'defines entities of its own';
      },
    },
    { decodeEntities: true, ...options },
  );
  // In pieces, so that what is refused is not read to its end.
  for (let at = 0; at < source.length && !fault; at += chunkChars) parser.write(source.slice(at, at + chunkChars));
  if (!fault) parser.end();
  return fault ?? root;
}

const localOf = (name: string): string => name.slice(name.indexOf(':') + 1);

function byLocalName(stated: Readonly<Record<string, string>>): XmlElement['attributes'] {
  const named: Record<string, string> = {};
  for (const [name, value] of Object.entries(stated)) {
    const local = localOf(name);
    if (local === name || name === 'epub:type') named[name] = value;
    else named[local] ??= value;
  }
  return named;
}

/** By its byte order mark, its declaration, as UTF-8, or as the commonest encoding of files that are none of these. */
export function decodedXml(bytes: Uint8Array): string {
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, 200));
  const marked = head.startsWith('\xff\xfe') ? 'utf-16le' : head.startsWith('\xfe\xff') ? 'utf-16be' : null;
  const declared = /^(?:\xef\xbb\xbf)?\s*<\?xml[^>]*\sencoding\s*=\s*["']([\w.:-]+)["']/.exec(head)?.[1];
  for (const encoding of [marked, 'utf-8', /^utf-?16/i.test(declared ?? '') ? null : declared]) {
    if (!encoding) continue;
    try {
      return new TextDecoder(encoding, { fatal: true }).decode(bytes);
    } catch {
      // Not so encoded, or by a name that nobody knows: the next one.
    }
  }
  return new TextDecoder('windows-1252').decode(bytes);
}

export const isElement = (node: XmlNode): node is XmlElement => typeof node !== 'string';

export const childrenOf = (element: XmlElement): XmlElement[] => element.children.filter(isElement);

/** The first child of that name. */
export const childOf = (element: XmlElement | undefined, name: string): XmlElement | undefined =>
  element?.children.find((node): node is XmlElement => isElement(node) && node.name === name);

/** Every descendant of that name, in order. */
export function descendantsOf(element: XmlElement, name: string): XmlElement[] {
  return childrenOf(element).flatMap((child) => [
    ...(child.name === name ? [child] : []),
    ...descendantsOf(child, name),
  ]);
}

/** All text within, white space collapsed. */
export const textOf = (element: XmlElement): string => rawTextOf(element).replace(/\s+/g, ' ').trim();

const rawTextOf = (element: XmlElement): string =>
  element.children.map((node) => (isElement(node) ? rawTextOf(node) : node)).join('');
