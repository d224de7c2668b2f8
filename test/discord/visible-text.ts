/**
 * What a reader of Discord sees of a text display, told by a parser that is not ours: discord-markdown-parser, with the
 * rules that it lacks and Discord's clients have (lists, indented headings, named emoji, links of other schemes).
 * Anything but text, bold and quotation throws, so that a source that gets through as Markdown can't go unnoticed.
 */
import { rulesExtended, SimpleMarkdown } from 'discord-markdown-parser';

type Node = { readonly type: string; readonly content?: string | readonly Node[]; readonly name?: string };
type Rule = typeof SimpleMarkdown.defaultRules.text & { order: number };

const atLineStart = (regex: RegExp) => (source: string, state: { prevCapture?: readonly string[] | null }) =>
  !state.prevCapture || state.prevCapture[0]?.endsWith('\n') ? regex.exec(source) : null;
const alive = (match: unknown, order: number): Rule => ({ order, match, parse: () => ({}) }) as unknown as Rule;

const { heading, text, url } = SimpleMarkdown.defaultRules;
const parse = SimpleMarkdown.parserFor({
  ...rulesExtended,
  list: alive(atLineStart(/^ *(?:[*+-]|\d+\.)(?:\s|$)/), heading.order - 0.4),
  indentedHeading: alive(atLineStart(/^ *#{1,3}\s+\S/), heading.order - 0.3),
  indentedSubtext: alive(atLineStart(/^ *-# +\S/), heading.order - 0.6),
  anyLink: alive((source: string) => /^\w+:\/\/\S+/.exec(source), url.order - 0.1),
  angleBrackets: alive((source: string) => /^<[^\s<>]+[>]/.exec(source), url.order - 0.2),
  namedEmoji: alive((source: string) => /^:[^\s:]+?(?:::skin-tone-\d)?:/.exec(source), text.order - 0.1),
});

/** The characters that are seen, in order; throws when anything but text, bold and quotation (and what is `struck` out) would be. */
export function visibleText(markdown: string, { struck = false } = {}): string {
  return (parse(markdown, { inline: true }) as readonly Node[]).map((node) => seen(node, struck)).join('');
}

function seen(node: Node, isStruck: boolean): string {
  const inside = () => (node.content as readonly Node[]).map((one) => seen(one, isStruck)).join('');
  switch (node.type) {
    case 'br':
      return '\n';
    case 'twemoji':
      return node.name ?? '';
    case 'text':
      return String(node.content);
    case 'strong':
    case 'blockQuote':
      return inside();
    default:
      if (isStruck && node.type === 'strikethrough') return inside();
      throw new Error(`Discord would make a ${node.type} of ${JSON.stringify(node)}`);
  }
}

/** simple-markdown reads a tab as four spaces and drops a form feed; in this light two texts look alike. */
export const asSeen = (text: string): string => text.replace(/\r\n?/g, '\n').replace(/\f/g, '').replace(/\t/g, '    ');
