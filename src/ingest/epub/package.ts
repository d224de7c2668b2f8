/**
 * The package of an EPUB book (2 and 3): container → package file → metadata, and what is read in which order. Names of files
 * are found as they are meant: relative, percent-encoded, in another case.
 */
import { childOf, childrenOf, decodedXml, descendantsOf, parsedXml, type XmlElement } from '../xml.ts';
import type { ZipFiles } from '../zip.ts';

export interface Item {
  /** Name of the entry in the archive, if it holds one. */
  readonly name: string;
  readonly mediaType: string;
  /** 'nav cover-image' and the like. */
  readonly properties: string;
}

export interface Package {
  readonly metadata: XmlElement;
  /** In reading order, each once. */
  readonly spine: readonly Item[];
  readonly nav: Item | undefined;
  readonly ncx: Item | undefined;
  /** Entry → 'cover', 'toc', 'copyright-page' and the like, as the guide of EPUB 2 has it. */
  readonly guide: ReadonlyMap<string, string>;
}

/** The package, or in words why there is none. */
export function packageOf(files: ZipFiles): Package | string {
  const name = packageName(files);
  if (!name) return 'is no EPUB book, for it holds no package file (.opf)';
  const root = rootOf(files, name);
  if (typeof root === 'string') return `${root} in “${name}”`;
  const metadata = root && childOf(root, 'metadata');
  const manifest = root && childOf(root, 'manifest');
  const spine = root && childOf(root, 'spine');
  if (!metadata || !manifest || !spine) return `is a damaged EPUB book, for “${name}” does not say what it holds`;
  const items = new Map<string, Item>();
  const nameOf = nameFinder(files, name);
  for (const { attributes } of childrenOf(manifest)) {
    const { id, href = '', properties = '' } = attributes;
    if (id) items.set(id, { name: nameOf(href) ?? href, mediaType: attributes['media-type'] ?? '', properties });
  }
  const refs = new Set(childrenOf(spine).map(({ attributes }) => attributes['idref'] ?? ''));
  const all = [...items.values()];
  return {
    metadata,
    spine: [...new Map([...refs].flatMap((ref) => items.get(ref) ?? []).map((item) => [item.name, item])).values()],
    nav: all.find(({ properties }) => /\bnav\b/.test(properties)),
    ncx:
      items.get(spine.attributes['toc'] ?? '') ??
      all.find(({ mediaType, name: each }) => /ncx/.test(mediaType) || /\.ncx$/i.test(each)),
    guide: guideOf(root, nameOf),
  };
}

function packageName(files: ZipFiles): string | undefined {
  const container = rootOf(files, 'META-INF/container.xml');
  const named =
    typeof container === 'object'
      ? descendantsOf(container, 'rootfile').map(({ attributes }) => attributes['full-path'] ?? '')
      : [];
  const find = nameFinder(files, '');
  return named.map(find).find((name) => name !== undefined) ?? [...files.keys()].find((name) => /\.opf$/i.test(name));
}

function guideOf(root: XmlElement, nameOf: (href: string) => string | undefined): Map<string, string> {
  const guide = new Map<string, string>();
  for (const { attributes } of childrenOf(childOf(root, 'guide') ?? noElement)) {
    const { href = '', type } = attributes;
    // With a fragment it says something of a part of the file.
    const name = href.includes('#') ? undefined : nameOf(href);
    if (name && type) guide.set(name, type.toLowerCase());
  }
  return guide;
}

const noElement: XmlElement = { name: '', attributes: {}, children: [] };

/** The root element of a file of XML, undefined where there is none, or what is wrong with it. */
export function rootOf(files: ZipFiles, name: string): XmlElement | string | undefined {
  const bytes = files.get(name);
  const parsed = bytes && parsedXml(decodedXml(bytes));
  return typeof parsed === 'object' ? childrenOf(parsed)[0] : parsed;
}

/** From an address in the file `from`, without its fragment, to the entry's name; undefined where there is no such entry. */
export function nameFinder(files: ZipFiles, from: string): (href: string) => string | undefined {
  const byFolded = new Map([...files.keys()].map((name) => [name.toLowerCase(), name]));
  const folder = from.split('/').slice(0, -1);
  return (href) => {
    const bare = href.replace(/[?#].*$/s, '').replaceAll('\\', '/');
    if (!bare || /^[a-z][a-z0-9+.-]*:/i.test(bare)) return undefined;
    const names = [decoded(bare), bare].map((each) => resolved(folder, each).normalize('NFC'));
    return names.find((each) => files.has(each)) ?? byFolded.get(names[0]?.toLowerCase() ?? '');
  };
}

function decoded(href: string): string {
  try {
    return decodeURIComponent(href);
  } catch {
    return href;
  }
}

function resolved(folder: readonly string[], href: string): string {
  const parts = href.startsWith('/') ? [] : [...folder];
  for (const part of href.split('/')) {
    if (part === '..') parts.pop();
    else if (part !== '' && part !== '.') parts.push(part);
  }
  return parts.join('/');
}

/** Schemes that scramble fonts only; whatever else is encrypted needs a key. */
const fontSchemes: ReadonlySet<string> = new Set([
  'http://www.idpf.org/2008/embedding',
  'http://ns.adobe.com/pdf/enc#RC',
]);

/** True when the book is locked by its seller. */
export function isLocked(files: ZipFiles): boolean {
  const root = rootOf(files, 'META-INF/encryption.xml');
  if (root === undefined) return false;
  if (typeof root === 'string') return true;
  return descendantsOf(root, 'EncryptedData').some((data) => {
    const [method] = descendantsOf(data, 'EncryptionMethod').map(({ attributes }) => attributes['Algorithm'] ?? '');
    return !fontSchemes.has(method ?? '');
  });
}
