/**
 * A paragraph of a Word file → its text as a reader sees it with all changes accepted, the notes it refers to, and the text
 * boxes that hang on it. Between the walk over the body and src/ingest/pieces.ts.
 */
import { type Inline, lineBreak } from '../pieces.ts';
import { raised } from '../structure.ts';
import { childOf, childrenOf, descendantsOf, type XmlElement } from '../xml.ts';
import { isOn, settingOf } from './styles.ts';

export interface ParagraphText {
  readonly text: Inline[];
  readonly notes: { readonly kind: 'footnote' | 'endnote'; readonly id: string }[];
  /** How many of its runs with words are set in bold, and how many are not. */
  readonly weight: { bold: number; plain: number };
  /** Contents of text boxes, which are blocks of their own. */
  readonly boxes: XmlElement[];
  /** Instructions of the fields that are open, innermost last; a field may go on over paragraphs. */
  readonly fields: Field[];
}

export interface Field {
  instruction: string;
  isResult: boolean;
  /** It, or one that it stands in, makes a table of contents or an index: that repeats what stands elsewhere. */
  isContents: boolean;
}

/** What is taken out, moved away, or no text. Anything else is looked into: a new element shall not cost the text within. */
const unseen: ReadonlySet<string> = new Set(
  'del moveFrom pPr rPr tblPr trPr tcPr sdtPr sdtEndPr instrText delText delInstrText footnoteRef endnoteRef annotationRef commentReference rt fldData ctrlPr fPr sSupPr sSubPr dPr naryPr radPr'.split(
    ' ',
  ),
);

export function readInline(parent: XmlElement, into: ParagraphText): void {
  for (const child of childrenOf(parent)) readElement(child, into);
}

function readElement(element: XmlElement, into: ParagraphText): void {
  const { name, attributes } = element;
  if (name === 'fldChar') turnField(attributes['fldCharType'], into.fields);
  else if (name === 'instrText') addInstruction(element, into.fields);
  else if (unseen.has(name) || into.fields.at(-1)?.isContents) return;
  else if (name === 'r') readRun(element, into);
  else if (name === 't') into.text.push(wordsOf(element));
  else if (name === 'tab' || name === 'ptab') into.text.push(' ');
  else if (name === 'br' || name === 'cr')
    into.text.push(/page|column/.test(attributes['type'] ?? '') ? ' ' : lineBreak);
  else if (name === 'noBreakHyphen') into.text.push('\u2011');
  else if (name === 'sym') into.text.push(symbolOf(attributes['font'] ?? '', attributes['char'] ?? ''));
  else if (name === 'footnoteReference' || name === 'endnoteReference')
    into.notes.push({ kind: name === 'footnoteReference' ? 'footnote' : 'endnote', id: attributes['id'] ?? '' });
  else if (name === 'AlternateContent') readAlternative(element, into);
  else if (name === 'txbxContent') into.boxes.push(element);
  else if (name === 'f') readFraction(element, into);
  else if (name === 'sup') readRaised(element, into);
  else readInline(element, into);
}

function readRun(run: XmlElement, into: ParagraphText): void {
  const properties = childOf(run, 'rPr');
  if (isOn(properties, 'vanish') || isOn(properties, 'specVanish')) return;
  if (childrenOf(run).some((child) => child.name === 't' && /\S/.test(wordsOf(child))))
    into.weight[isOn(properties, 'b') ? 'bold' : 'plain']++;
  // The author's own mark of a note stands in the run that refers to it.
  const children = childrenOf(run);
  const marked = children.findIndex(({ attributes }) => isTrue(attributes['customMarkFollows']));
  const shown = marked < 0 ? run : { ...run, children: children.slice(0, marked + 1) };
  if (settingOf(properties, 'vertAlign') === 'superscript') readRaised(shown, into);
  else readInline(shown, into);
}

const isTrue = (value: string | undefined): boolean => value !== undefined && !/^(?:0|false|off)$/i.test(value);

function readRaised(element: XmlElement, into: ParagraphText): void {
  const inner: ParagraphText = { ...into, text: [] };
  readInline(element, inner);
  for (const inline of raised(inner.text, into.text)) into.text.push(inline);
}

/** In a formula: numerator over denominator. */
function readFraction(element: XmlElement, into: ParagraphText): void {
  childrenOf(element)
    .filter(({ name }) => name === 'num' || name === 'den')
    .forEach((part, at) => {
      if (at > 0) into.text.push('/');
      readInline(part, into);
    });
}

/** The same thing in several forms, for programs of several ages: the first with words is taken. */
function readAlternative(element: XmlElement, into: ParagraphText): void {
  const forms = childrenOf(element);
  const worded = forms.find((form) => descendantsOf(form, 't').length > 0);
  if (worded) readInline(worded, into);
}

const wordsOf = (element: XmlElement): string => element.children.filter((node) => typeof node === 'string').join('');

// ── Fields ──────────────────────────────────────────────────────────────────────────────────────────────────────────

function turnField(turn: string | undefined, fields: Field[]): void {
  const field = fields.at(-1);
  if (turn === 'begin') fields.push({ instruction: '', isResult: false, isContents: field?.isContents ?? false });
  else if (turn === 'separate' && field) field.isResult = true;
  else if (turn === 'end') fields.pop();
}

function addInstruction(element: XmlElement, fields: readonly Field[]): void {
  const field = fields.at(-1);
  if (!field || field.isResult || field.instruction.length > 100) return;
  field.instruction += wordsOf(element);
  field.isContents ||= /^\s*(?:TOC|INDEX|TOA)\b/i.test(field.instruction);
}

// ── Symbols ─────────────────────────────────────────────────────────────────────────────────────────────────────────

/** Adobe's encoding of the Symbol font, where letters of Greek stand in the places of Latin ones. */
const symbolFont: Readonly<Record<number, string>> = Object.fromEntries([
  ...[...'ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖ'].map((sign, at) => [0x41 + at, sign]),
  ...[...'αβχδεφγηιϕκλμνοπθρστυϖωξψζ'].map((sign, at) => [0x61 + at, sign]),
  ...Object.entries({
    163: '≤',
    165: '∞',
    174: '→',
    176: '°',
    177: '±',
    179: '≥',
    180: '×',
    183: '•',
    184: '÷',
    185: '≠',
    187: '≈',
  }),
]);

function symbolOf(font: string, char: string): string {
  const code = Number.parseInt(char, 16);
  if (/symbol/i.test(font)) return symbolFont[code & 0xff] ?? '';
  return code >= 0x20 && code < 0xe000 ? String.fromCodePoint(code) : '';
}
