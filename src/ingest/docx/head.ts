/**
 * The head of a Word file and its properties → title, authors, date, address and language, each with where it was found. What
 * stands on the page comes before what stands in the properties, which programs and templates fill as they like.
 */
import type { Field } from '../../model.ts';
import type { Details, DraftBlock } from '../draft.ts';
import { foundDetails } from '../found-details.ts';
import { sourceOf } from '../head-lines.ts';
import { rolesOfLines } from '../line-roles.ts';
import { type Line, type LineRole, lineOf } from '../lines.ts';
import { statedLanguage } from '../stated-language.ts';
import { childOf, textOf, type XmlElement } from '../xml.ts';

/** Title, names and date stand among the first blocks; where the text came from may stand in the last. */
const headBlocksMax = 12;
const tailBlocksMax = 2;
const propertyCharsMax = 500;

const from = (name: string): string => `docProps/core.xml: ${name}`;

interface Headed {
  readonly blocks: readonly DraftBlock[];
  readonly details: Partial<Details>;
}

export function withHead(text: string, blocks: readonly DraftBlock[], core: XmlElement | undefined): Headed {
  const property = (name: string): string =>
    textOf(childOf(core, name) ?? { name: '', attributes: {}, children: [] }).slice(0, propertyCharsMax);
  const stated = isTemplates(property('title')) ? null : property('title');
  const headings = blocks.filter(({ role }) => role === 'heading');
  const title = blocks.find(({ role }) => role === 'title') ?? titleHeading(text, blocks, headings, stated);
  const roled = blocks.map((block): DraftBlock => (block === title ? asTitle(block) : block));
  const lines = linesOfBlocks(text, roled);
  const given = givenRoles(roled, lines, title !== undefined);
  const found = foundDetails(
    lines,
    given.map((role) => (stands.has(role) ? role : 'text')),
  );
  const lang = statedLanguage(property('language'), from('language'), text);
  return {
    blocks: roled.map((block, at) => ({ ...block, role: given[at] ?? block.role })),
    details: { ...found, ...ofProperties(found, stated, property), ...(lang ? { lang } : {}) },
  };
}

function linesOfBlocks(text: string, blocks: readonly DraftBlock[]): Line[] {
  let number = 1;
  let at = 0;
  return blocks.map((block) => {
    for (let next = text.indexOf('\n', at); next >= 0 && next < block.start; next = text.indexOf('\n', at)) {
      number++;
      at = next + 1;
    }
    return lineOf(text, block, number);
  });
}

// ── Title ───────────────────────────────────────────────────────────────────────────────────────────────────────────

/** A heading above all text, unless it is the first of several chapters. */
function titleHeading(
  text: string,
  blocks: readonly DraftBlock[],
  headings: readonly DraftBlock[],
  stated: string | null,
): DraftBlock | undefined {
  const top = blocks[0]?.role === 'heading' ? blocks[0] : undefined;
  if (!top) return undefined;
  const words = text.slice(top.start, top.end);
  if (words === stated) return top;
  const isOneOfMany = headings.filter(({ level }) => level === top.level).length > 1;
  return isOneOfMany &&
    /^(?:introduction|abstract|preface|foreword|summary|background|chapter|part|section|[\divx]+[.):]?\s)/i.test(words)
    ? undefined
    : top;
}

function asTitle({ level: _, ...block }: DraftBlock): DraftBlock {
  return { ...block, role: 'title' };
}

// ── Roles ───────────────────────────────────────────────────────────────────────────────────────────────────────────

const stands: ReadonlySet<LineRole> = new Set(['title', 'byline', 'date', 'source-line']);

/** The line rules of plain text, for the head alone: what somebody wrote in Word is theirs from there on. */
function givenRoles(blocks: readonly DraftBlock[], lines: readonly Line[], hasTitle: boolean): DraftBlock['role'][] {
  const head = rolesOfLines(lines.slice(0, headBlocksMax));
  const body = blocks.findIndex(({ role }) => role === 'heading');
  return blocks.map(({ role }, at) => {
    const line = lines[at];
    if (role !== 'paragraph' || !line) return role;
    const ruled = head[at] ?? 'text';
    if (at >= blocks.length - tailBlocksMax && sourceOf(line.text)) return 'source-line';
    if (ruled === 'text' || !stands.has(ruled) || (body >= 0 && at > body)) return role;
    return ruled === 'title' && (hasTitle || at > 0) ? role : ruled;
  });
}

// ── Properties ──────────────────────────────────────────────────────────────────────────────────────────────────────

const templates =
  /^(?:untitled.*|(?:new )?document ?\d*|dok(?:ument)? ?\d*|title|word document|microsoft word\b.*|powerpoint presentation|presentation|template|normal(?:\.dotm?)?|.*\.(?:docx?|dotx?|odt|rtf|tmp|pdf|txt))?$/i;
const isTemplates = (title: string): boolean => templates.test(title);

/** What a program or a machine is called, and nobody. */
const machines =
  /^(?:user\d*|admin(?:istrator)?|owner|guest|test|pc|hp|dell|acer|asus|lenovo|toshiba|windows.*|microsoft.*|office.*|word|python-docx|pandoc|libre ?office.*|open ?office.*|google.*|aspose.*|docx4j.*|apache.*|un-?named|unknown|author|default|me|home|student|teacher|desktop.*|laptop.*|.*\\.*|\S+@\S+|[a-z0-9._-]{1,12}\d+)?$/i;

type Stated = Pick<Partial<Details>, 'title' | 'authors'>;

function ofProperties(found: Partial<Details>, stated: string | null, property: (name: string) => string): Stated {
  const names = property('creator')
    .split(/\s*[;,]\s*|\s+(?:and|&)\s+/)
    .filter((name) => !machines.test(name));
  const title: Field<string> | undefined =
    stated && !found.title?.value ? { value: stated, from: from('title') } : undefined;
  const isSigned = (found.authors?.value?.length ?? 0) > 0;
  return {
    ...(title ? { title } : {}),
    ...(!isSigned && names.length > 0 ? { authors: { value: names, from: from('creator') } } : {}),
  };
}
