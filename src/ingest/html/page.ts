/**
 * The source of a web page → its elements, under limits: the first step of the web-page reader. Elements are made while the
 * source is read, so what is hostile is refused before anything dear happens; what no reader sees never becomes an element.
 */
import { Parser } from 'htmlparser2';
import { parseHTML } from 'linkedom';
import { dropKickers, isNamedBeside } from './layout.ts';
import { isListSign } from './word-processor.ts';

/** As much of a DOM as the readers of pages ask for. */
export interface PageNode {
  readonly nodeType: number;
  readonly textContent: string;
  readonly childNodes: Iterable<PageNode>;
  readonly parentElement: PageElement | null;
  readonly previousSibling: PageNode | null;
}

export interface PageElement extends PageNode {
  readonly localName: string;
  getAttribute(name: string): string | null;
  setAttribute(name: string, value: string): void;
  appendChild(child: PageNode): void;
  querySelector(selector: string): PageElement | null;
  querySelectorAll(selector: string): Iterable<PageElement>;
  closest(selector: string): PageElement | null;
  remove(): void;
}

export interface PageDocument extends Pick<PageElement, 'querySelector' | 'querySelectorAll'> {
  readonly documentElement: PageElement;
  readonly head: PageElement;
  readonly body: PageElement;
  createElement(name: string): PageElement;
  createTextNode(text: string): PageNode;
}

export interface Page {
  readonly document: PageDocument;
  /** Sources of the scripts of type application/ld+json. */
  readonly jsonLd: readonly string[];
  /** Comments before the first element: browsers write the address of a saved page there. */
  readonly comments: readonly string[];
}

/** 1,171 pages of the web nest at most 51 deep and hold at most 10,110 elements. */
const depthMax = 256;
const elementsMax = 60_000;
/** Readability looks at each element once for every one above it; those pages would ask it to do so 200,000 times. */
const levelsMax = 500_000;
const attributesMax = 1_000;
/** Signs "<" that open nothing. */
const strayMax = 20_000;
const charsMax = 5_000_000;
const chunkChars = 65_536;

/** Elements, or which limit the source breaks: "has 300,000 elements, and … at most 60,000". */
export function pageOf(whole: string, unveiled = false): Page | { readonly refused: string } {
  const source = withoutEmbedded(whole);
  if (source.length > charsMax) return { refused: `has ${source.length} characters, and ${may} ${charsMax}` };
  const building = new Building(unveiled);
  const parser = new Parser(building, { decodeEntities: true, lowerCaseTags: true, lowerCaseAttributeNames: true });
  for (let at = 0; at < source.length && !building.refused; at += chunkChars)
    parser.write(source.slice(at, at + chunkChars));
  if (!building.refused) parser.end();
  const { document, jsonLd, comments, refused } = building;
  return refused ? { refused } : { document, jsonLd, comments };
}

const embeddedMark = ';base64,';
const embeddedCharsMin = 100;

/** Without the pictures and fonts that a page carries in itself, in letters. */
const withoutEmbedded = (source: string): string =>
  source
    .split(embeddedMark)
    .map((part, at) => {
      const end = at === 0 ? 0 : part.search(/[^a-zA-Z\d+/=]/);
      return end < embeddedCharsMin ? part : part.slice(end);
    })
    .join(embeddedMark);

const may = 'a web page may have at most';

/** Never shown, or shown as something else than text. */
const dropped = new Set(
  'script style template svg canvas noscript iframe object embed audio video map button select textarea input option datalist dialog portal applet amp-ad amp-embed amp-sticky-ad amp-sidebar amp-consent'.split(
    ' ',
  ),
);
/** For screen readers, for printers, kept from search engines, and the signs beside headings that link to them. */
const unseen =
  /(?:^|\s)(?:mw-editsection|mw-jump-link|noprint|nocontent|robots-nocontent|sr-only|visually-hidden|visuallyhidden|screen-reader(?:-text|-only)?|assistive-text|headerlink|anchor-link|anchorjs-link|heading-anchor|header-anchor|hash-link|skip-link)(?:\s|$)/;
/** What archives of the web put above the pages that they keep, with days of their own. */
const ofArchive = /^(?:wm-ipp(?:-base|-print)?|donato|google-cache-hdr|[\w-]+__google-cache-hdr)$/;
/** AMP shows this section to those who haven't paid, in place of the article. */
const isUnseen = (attributes: Readonly<Record<string, string>>): boolean =>
  unseen.test(attributes['class'] ?? '') ||
  ofArchive.test(attributes['id'] ?? '') ||
  attributes['subscriptions-section'] === 'content-not-granted';
const kept = new Set(
  'id class name content property itemprop itemtype itemscope href rel lang dir role hidden style aria-hidden datetime title pubdate http-equiv src alt colspan typeof data-datetime data-date data-timestamp data-time'.split(
    ' ',
  ),
);
const hiding = new Set(['hidden', 'style', 'aria-hidden', 'class', 'role']);
const hidden = /display\s*:\s*none|visibility\s*:\s*hidden/i;
const absent = /display\s*:\s*none/i;
const headElements = new Set('title meta link base'.split(' '));

/** What the parser tells, made into a document. */
class Building implements Page {
  readonly document = parseHTML(emptyPage).document as unknown as PageDocument;
  readonly jsonLd: string[] = [];
  readonly comments: string[] = [];
  refused: string | null = null;
  private readonly hidden: RegExp;
  private readonly path: PageElement[] = [];
  private elements = 0;
  /** Depths of all elements added up. */
  private levels = 0;
  private attributes = 0;
  private stray = 0;
  private text = '';
  /** Depth at which something began that is passed over. */
  private droppedAt = Number.POSITIVE_INFINITY;
  private depth = 0;
  private isJsonLd = false;

  /** `unveiled`: with what is invisible, as some pages are until a program has drawn them. */
  constructor(unveiled: boolean) {
    this.hidden = unveiled ? absent : hidden;
  }

  onattribute(): void {
    if (++this.attributes > attributesMax) this.refused ??= `has an element with more than ${attributesMax} attributes`;
  }

  onopentag(name: string, attributes: Readonly<Record<string, string>>): void {
    this.attributes = 0;
    if (++this.depth > depthMax) this.refused ??= `nests elements more than ${depthMax} deep`;
    if (++this.elements > elementsMax) this.refused ??= `has more than ${elementsMax} elements`;
    this.levels += this.depth;
    if (this.levels > levelsMax) this.refused ??= 'nests too many elements too deeply';
    if (this.refused || this.depth > this.droppedAt) return;
    this.flush();
    if (this.isDropped(name) || isUnseen(attributes) || isListSign(attributes['style'] ?? '', this.path.at(-1))) {
      this.droppedAt = this.depth;
      this.isJsonLd = name === 'script' && /ld\+json/i.test(attributes['type'] ?? '');
      return;
    }
    const element = this.elementFor(name);
    // Pages are hidden as a whole until a program has drawn them.
    const isRoot = /^(?:html|head|body)$/.test(name);
    for (const [key, value] of Object.entries(attributes))
      if (kept.has(key) && !(isRoot && hiding.has(key))) element.setAttribute(key, value);
    // Readability takes styles away before the blocks are read.
    if (!isRoot && this.hidden.test(attributes['style'] ?? '')) element.setAttribute('hidden', '');
    this.path.push(element);
  }

  onclosetag(): void {
    if (this.refused) return;
    if (this.depth === this.droppedAt) {
      if (this.isJsonLd) this.jsonLd.push(this.text);
      this.isJsonLd = false;
      this.text = '';
      this.droppedAt = Number.POSITIVE_INFINITY;
    } else if (this.depth < this.droppedAt) {
      this.flush();
      const element = this.path.pop();
      // Readability takes names away before the blocks are read.
      if (element && isNamedBeside(element)) element.remove();
      else if (element && /^h[12]$/.test(element.localName)) dropKickers(element);
    }
    this.depth--;
  }

  ontext(text: string): void {
    if (text === '<' && ++this.stray > strayMax)
      this.refused ??= `has more than ${strayMax} signs "<" that open nothing`;
    if (this.depth < this.droppedAt || this.isJsonLd) this.text += text;
  }

  /** A page may have no tag at all. */
  onend(): void {
    if (!this.refused && this.depth < this.droppedAt) this.flush();
  }

  oncomment(text: string): void {
    if (this.elements < 3 && this.comments.length < 8) this.comments.push(text.slice(0, 2000));
  }

  private flush(): void {
    const { text } = this;
    if (text === '') return;
    this.text = '';
    if (text.trim() === '' && this.isOutside()) return;
    this.parent('').appendChild(this.document.createTextNode(text));
  }

  /** The question of an accordion is a button within a heading. */
  private isDropped(name: string): boolean {
    return dropped.has(name) && !(name === 'button' && /^(?:h[1-6]|summary)$/.test(this.path.at(-1)?.localName ?? ''));
  }

  /** A page may leave out html, head and body, and may open them twice. */
  private elementFor(name: string): PageElement {
    const { document } = this;
    if (name === 'html') return document.documentElement;
    if (name === 'head' || name === 'body') return document[name];
    // A quotation names its source in its footer, which is no footer of the page.
    const isCited = name === 'footer' && this.path.some(({ localName }) => localName === 'blockquote');
    // Readability makes paragraphs of lines that are parted by two br, but loses the break before a font element.
    const element = document.createElement(isCited ? 'p' : name === 'font' ? 'span' : name);
    this.parent(name).appendChild(element);
    return element;
  }

  private isOutside(): boolean {
    const top = this.path.at(-1);
    return !top || top === this.document.documentElement || top === this.document.head;
  }

  private parent(name: string): PageElement {
    if (!this.isOutside()) return this.path.at(-1) as PageElement;
    return headElements.has(name) ? this.document.head : this.document.body;
  }
}

const emptyPage = '<!doctype html><html><head></head><body></body></html>';
