/**
 * The reader of Word files (.docx): a zip of XML parts, each read in memory and within bounds. What Word would show with all
 * changes accepted becomes pieces of text; headers, comments, pictures and tables of contents are left out.
 */
import type { Problem } from '../../model.ts';
import { type Draft, fatal, shownPath } from '../draft.ts';
import { draftOfPieces, textCharsMax, tooLong } from '../pieces.ts';
import { childOf, childrenOf, decodedXml, parsedXml, type XmlElement } from '../xml.ts';
import { readZip, type ZipFiles } from '../zip.ts';
import { piecesOfBody } from './body.ts';
import { withHead } from './head.ts';
import { stylesOf } from './styles.ts';

const format = 'Word';

export async function readWord(path: string, bytes: Uint8Array): Promise<Draft | Problem> {
  if (isCompoundFile(bytes)) return notZipped(path);
  const files = await readZip(path, bytes, format, (name) => /\.(?:xml|rels)$/i.test(name));
  return 'fatal' in files ? files : draftOfParts(path, files);
}

/** Office's container of old: a .doc by another name, or a .docx locked with a password. */
const isCompoundFile = (bytes: Uint8Array): boolean =>
  Buffer.from(bytes.subarray(0, 8)).toString('hex') === 'd0cf11e0a1b11ae1';

const notZipped = (path: string): Problem =>
  fatal(
    path,
    `${shownPath(path)} is locked with a password or is a .doc by another name; save it as .docx without a password.`,
  );

function draftOfParts(path: string, files: ZipFiles): Draft | Problem {
  const main = relatedParts(files, '')['officeDocument'] ?? 'word/document.xml';
  const related = relatedParts(files, main);
  const names = [main, related['styles'], related['footnotes'], related['endnotes'], 'docProps/core.xml'];
  const roots = names.map((name) => rootOf(files, name));
  const at = roots.findIndex((root) => typeof root === 'string');
  if (at >= 0)
    return fatal(path, `${shownPath(path)} ${roots[at]} in “${names[at]}”, and no Word file needs that; ${retry}`);
  const [document, styles, footnotes, endnotes, core] = roots as (XmlElement | undefined)[];
  const body = childOf(document, 'body');
  if (!body) return fatal(path, `${shownPath(path)} is no Word file, for it holds no document; ${retry}`);
  const { text, blocks } = draftOfPieces(piecesOfBody({ body, styles: stylesOf(styles), footnotes, endnotes }));
  if (text.length > textCharsMax) return fatal(path, `${shownPath(path)} ${tooLong(text.length)}.`);
  return { text, ...withHead(text, blocks, core), problems: [] };
}

const retry = 'open it and save it as .docx again.';

/** The root element of a part, undefined where there is none, or what is wrong with it. */
function rootOf(files: ZipFiles, name: string | undefined): XmlElement | string | undefined {
  const bytes = name === undefined ? undefined : files.get(name);
  const parsed = bytes && parsedXml(decodedXml(bytes));
  return typeof parsed === 'object' ? childrenOf(parsed)[0] : parsed;
}

/** Names of the parts that a part refers to, by the last word of their relation's type. Programs name parts as they like. */
function relatedParts(files: ZipFiles, part: string): Record<string, string | undefined> {
  const [folder, name] = [part.slice(0, part.lastIndexOf('/') + 1), part.slice(part.lastIndexOf('/') + 1)];
  const relations = rootOf(files, `${folder}_rels/${name}.rels`);
  if (typeof relations !== 'object') return {};
  const named: Record<string, string | undefined> = Object.create(null);
  for (const { attributes } of childrenOf(relations)) {
    const [type, target] = [attributes['Type']?.split('/').at(-1), attributes['Target']];
    if (type && target) named[type] ??= target.startsWith('/') ? target.slice(1) : folder + target.replace(/^\.\//, '');
  }
  return named;
}
