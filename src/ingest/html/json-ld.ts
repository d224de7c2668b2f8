/** What a page says of its article in JSON-LD (schema.org), in plain values. Stands between the page and its metadata. */

export interface LinkedArticle {
  readonly headline: string | null;
  readonly published: string | null;
  readonly authors: readonly string[];
  readonly publisher: string | null;
  readonly url: string | null;
  readonly lang: string | null;
  readonly licence: string | null;
  /** The whole text, where a page gives it so. */
  readonly body: string | null;
}

type Node = Readonly<Record<string, unknown>>;

/** The likeliest first. */
const types = [
  /(?:Article|Posting|Report|BlogPost|Interview|Thesis)$/,
  /^(?:Review|Recipe|Chapter|CreativeWork|Question|HowTo|Dataset|VideoObject|PodcastEpisode)$/,
  /Page$/,
];
const nodesMax = 2_000;
const depthMax = 8;

/** What tells the article of a page from others that its scripts name. */
export interface PageNames {
  /** Its title, and its headlines. */
  readonly titles: readonly string[];
  readonly urls: readonly string[];
}

/** The article among the nodes of all scripts: the one that the page names, or else the only one that is no part of another thing. */
export function linkedArticle(scripts: readonly string[], names: PageNames): LinkedArticle | null {
  const nodes: Node[] = [];
  const tops = new Set<Node>();
  for (const script of scripts) collect(parsed(script), nodes, tops, 0, true);
  const ranked = types.map((type) => nodes.filter((each) => isOf(each, type)));
  const node =
    ranked.flat().find((each) => isNamed(each, names)) ??
    onlyOne(ranked.map((each) => each.filter((one) => tops.has(one))).find((each) => each.length > 0) ?? []);
  if (!node) return null;
  const page = nodes.find((each) => isOf(each, /Page$/) && tops.has(each));
  return {
    headline: textOf(node['headline']) ?? textOf(node['name']),
    published: textOf(node['datePublished']) ?? textOf(page?.['datePublished']) ?? textOf(node['uploadDate']),
    authors: namesOf(node['author'] ?? node['creator'], nodes),
    publisher: namesOf(node['publisher'] ?? page?.['publisher'], nodes, true)[0] ?? null,
    url: textOf(node['url']) ?? idOf(node['mainEntityOfPage']) ?? null,
    lang: textOf(node['inLanguage']),
    licence: textOf(node['license']) ?? idOf(node['license']),
    body: textOf(node['articleBody']) ?? textOf(node['text']),
  };
}

/** Sites wrap their scripts in comments, end them in semicolons and break lines inside strings. */
function parsed(script: string): unknown {
  const bare = script
    .replace(/^\s*(?:<!--|\/\*\s*<!\[CDATA\[\s*\*\/|\/\/\s*<!\[CDATA\[|<!\[CDATA\[)/, '')
    .replace(/(?:-->|\/\*\s*\]\]>\s*\*\/|\/\/\s*\]\]>|\]\]>)\s*$/, '')
    .replace(/;\s*$/, '');
  for (const source of [bare, bare.replace(/\p{Cc}+/gu, ' ').replace(/,\s*([}\]])/g, '$1')]) {
    try {
      return JSON.parse(source);
    } catch {}
  }
  return null;
}

/** Every object, an outer one before what it holds; `tops`: those that are no items of a list and no parts of an article. */
function collect(value: unknown, nodes: Node[], tops: Set<Node>, depth: number, isTop: boolean): void {
  if (depth > depthMax || nodes.length >= nodesMax || typeof value !== 'object' || value === null) return;
  const isArray = Array.isArray(value);
  if (!isArray) nodes.push(value as Node);
  if (!isArray && isTop) tops.add(value as Node);
  for (const [key, child] of Object.entries(value))
    collect(child, nodes, tops, depth + 1, isTop && (isArray || ofPage.test(key)));
}

const ofPage = /^(?:@graph|mainEntity|mainEntityOfPage)$/;

/** Of several, none can be told to be the page's, unless they are the same article. */
function onlyOne(tops: readonly Node[]): Node | undefined {
  const headlines = new Set(tops.map((each) => lettersOf(textOf(each['headline']) ?? '')));
  headlines.delete('');
  return headlines.size > 1 ? undefined : tops[0];
}

const namedLettersMin = 8;
/** A headline with more behind it than the page shows. */
const begunLettersMin = 20;

function isNamed(node: Node, { titles, urls }: PageNames): boolean {
  const headline = lettersOf(textOf(node['headline']) ?? '');
  const isTitled = titles.map(lettersOf).some((title) => {
    if (headline === '' || title === headline) return headline !== '';
    if (headline.length > namedLettersMin && title.includes(headline)) return true;
    return title.length > begunLettersMin && headline.startsWith(title);
  });
  const own = [textOf(node['url']), idOf(node['mainEntityOfPage'])].map(bareUrl);
  return isTitled || urls.map(bareUrl).some((url) => url !== '' && own.includes(url));
}

const lettersOf = (text: string): string => text.toLowerCase().replace(/[^\p{L}\p{M}\p{N}]+/gu, '');

/** Without what differs between two ways of writing one address; "" for the front page of a site. */
function bareUrl(url: string | null): string {
  const bare = (url ?? '').replace(/^https?:\/\/(?:www\.)?/i, '').replace(/\/?(?:#.*)?$/, '');
  return bare.includes('/') ? bare : '';
}

const typesOf = (node: Node): string[] =>
  [node['@type']].flat().filter((type): type is string => typeof type === 'string');

const isOf = (node: Node, types: RegExp): boolean => typesOf(node).some((type) => types.test(type));

function textOf(value: unknown): string | null {
  const first = Array.isArray(value) ? value[0] : value;
  if (typeof first === 'number') return String(first);
  return typeof first === 'string' && first.trim() !== '' ? unescaped(first.trim()) : null;
}

const signs: Readonly<Record<string, string>> = { amp: '&', quot: '"', apos: "'", lt: '<', gt: '>', nbsp: ' ' };

/** Many sites write the entities of HTML here, where they mean nothing. */
const unescaped = (text: string): string =>
  text
    .replace(/&(?:(amp|quot|apos|lt|gt|nbsp)|#(\d{1,6}));/g, (_, name: string | undefined, code: string) =>
      name ? (signs[name] ?? '') : String.fromCodePoint(Number(code)),
    )
    .toWellFormed();

const idOf = (value: unknown): string | null =>
  typeof value === 'object' && value !== null ? textOf((value as Node)['@id']) : textOf(value);

/** Names of people, or of anything where `any`; what only points at a node is looked up. */
function namesOf(value: unknown, nodes: readonly Node[], any = false): string[] {
  return [value].flat(2).flatMap((each): string[] => {
    if (typeof each === 'string') return each.trim() === '' || /^https?:/i.test(each) ? [] : [each.trim()];
    if (typeof each !== 'object' || each === null) return [];
    const node = each as Node;
    const id = node['@id'];
    const whole = textOf(node['name']) ? node : nodes.find((other) => other['@id'] === id && textOf(other['name']));
    if (!whole || (!any && isOf(whole, /Organi[sz]ation$|WebSite$/))) return [];
    const names = [whole['name']].flat().filter((name): name is string => typeof name === 'string');
    return names.map((name) => name.trim()).filter((name) => name !== '');
  });
}
