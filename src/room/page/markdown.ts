/** Discord's Markdown → a small tree of plain data, which the page turns into elements. No markup of a message ever travels. */
import { parse } from 'discord-markdown-parser';

/** What a piece of text is; a string is text as it stands. */
export type Piece =
  | string
  | { readonly is: 'bold' | 'italic' | 'underline' | 'strike' | 'spoiler' | 'quote' | 'small'; readonly of: Pieces }
  | { readonly is: 'heading'; readonly level: number; readonly of: Pieces }
  | { readonly is: 'link'; readonly to: string; readonly of: Pieces }
  | { readonly is: 'code' | 'block' | 'mention'; readonly text: string }
  | { readonly is: 'time'; readonly seconds: number; readonly style: string };

export type Pieces = readonly Piece[];

interface Node {
  readonly type: string;
  readonly content?: string | readonly Node[];
  readonly [key: string]: unknown;
}

const nested: Readonly<Record<string, 'bold' | 'italic' | 'underline' | 'strike' | 'spoiler' | 'quote' | 'small'>> = {
  strong: 'bold',
  em: 'italic',
  underline: 'underline',
  strikethrough: 'strike',
  spoiler: 'spoiler',
  blockQuote: 'quote',
  subtext: 'small',
};

/** `nameOf` tells who or what a mention's id stands for. */
export function piecesOf(markdown: string, nameOf: (id: string) => string | undefined = () => undefined): Pieces {
  const nodes = parse(markdown, 'extended') as readonly Node[];
  const isEnd = (index: number) => index === nodes.length - 1 && !markdown.endsWith('\n');
  return joined(
    nodes.flatMap((node, index) => {
      const pieces = pieceOf(node, nameOf);
      return node.type === 'blockQuote' && !isEnd(index) ? pieces.map(withoutLastBreak) : pieces;
    }),
  );
}

/** The characters that are seen. */
export const plainText = (pieces: Pieces): string =>
  pieces
    .map((piece) => {
      if (typeof piece === 'string') return piece;
      if ('of' in piece) return plainText(piece.of) + (isLine(piece) ? '\n' : '');
      return 'text' in piece ? piece.text : '';
    })
    .join('');

const isLine = (piece: Exclude<Piece, string>): boolean =>
  piece.is === 'heading' || piece.is === 'small' || piece.is === 'quote';

function pieceOf(node: Node, nameOf: (id: string) => string | undefined): Pieces {
  const { content, type } = node;
  const inner = () =>
    typeof content === 'string' ? [content] : joined((content ?? []).flatMap((one) => pieceOf(one, nameOf)));
  const is = nested[type];
  if (is) return [{ is, of: inner() }];
  switch (type) {
    case 'text':
      return [String(content ?? '')];
    case 'br':
    case 'newline':
      return ['\n'];
    case 'heading':
      return [{ is: 'heading', level: Number(node['level']), of: inner() }];
    case 'link':
    case 'url':
    case 'autolink':
      return linked(String(node['target'] ?? ''), inner());
    case 'inlineCode':
      return [{ is: 'code', text: String(content ?? '') }];
    case 'codeBlock':
      return [{ is: 'block', text: String(content ?? '') }];
    case 'timestamp':
      return [{ is: 'time', seconds: Number(node['timestamp']), style: String(node['format'] ?? 'f') }];
    default:
      return mention(node, nameOf);
  }
}

/** Only what opens a web page is a link. */
const linked = (to: string, of: Pieces): Pieces => (/^https?:\/\//iu.test(to) ? [{ is: 'link', to, of }] : of);

function mention(node: Node, nameOf: (id: string) => string | undefined): Pieces {
  const id = String(node['id'] ?? '');
  switch (node.type) {
    case 'user':
      return [{ is: 'mention', text: `@${nameOf(id) ?? 'unknown-user'}` }];
    case 'role':
      return [{ is: 'mention', text: '@role' }];
    case 'channel':
      return [{ is: 'mention', text: `#${nameOf(id) ?? 'unknown'}` }];
    case 'everyone':
    case 'here':
      return [{ is: 'mention', text: `@${node.type}` }];
    case 'slashCommand':
      return [{ is: 'mention', text: `/${String(node['fullName'])}` }];
    case 'emoji':
      return [`:${String(node['name'])}:`];
    case 'twemoji':
      return [String(node['name'])];
    default:
      return [typeof node.content === 'string' ? node.content : ''];
  }
}

/** Texts side by side become one. */
function joined(pieces: Pieces): Pieces {
  const all: Piece[] = [];
  for (const piece of pieces) {
    const last = all.at(-1);
    if (typeof piece === 'string' && typeof last === 'string') all[all.length - 1] = last + piece;
    else all.push(piece);
  }
  return all;
}

/** The break between a quotation and what follows belongs to neither. */
function withoutLastBreak(piece: Piece): Piece {
  if (typeof piece === 'string' || !('of' in piece)) return piece;
  const last = piece.of.at(-1);
  return typeof last === 'string' && last.endsWith('\n')
    ? { ...piece, of: [...piece.of.slice(0, -1), last.slice(0, -1)] }
    : piece;
}
