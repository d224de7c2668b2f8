/**
 * The table of contents of an EPUB book, from its navigation document (EPUB 3) or its NCX (EPUB 2): the titles of chapters, and
 * where the pages of the printed book start.
 */
import { kindsOf } from '../structure.ts';
import { childOf, childrenOf, decodedXml, descendantsOf, parsedXhtml, textOf, type XmlElement } from '../xml.ts';
import type { ZipFiles } from '../zip.ts';
import { nameFinder, type Package, rootOf } from './package.ts';

export interface Chapter {
  readonly title: string;
  /** 1 at the top. */
  readonly level: number;
}

export interface Contents {
  /** Entry → the chapters that start in it, in order. */
  readonly chapters: ReadonlyMap<string, readonly Chapter[]>;
  /** 'entry#id', or 'entry#' for its first line → the label of the page that starts there. */
  readonly pages: ReadonlyMap<string, string>;
  /** Entry → 'cover', 'toc' and the like, as the landmarks have it. */
  readonly landmarks: ReadonlyMap<string, string>;
}

interface Target {
  readonly name: string;
  readonly id: string;
  readonly label: string;
  readonly level: number;
}

export function contentsOf(files: ZipFiles, { nav, ncx }: Package): Contents {
  const lists = { ...(ncx ? listsOfNcx(files, ncx.name) : noLists) };
  const own = nav ? listsOfNav(files, nav.name) : noLists;
  // The navigation document comes first; an NCX beside it is there for older devices, and may know more.
  if (own.chapters.length > 0) lists.chapters = own.chapters;
  if (own.pages.length > 0) lists.pages = own.pages;
  const chapters = new Map<string, Chapter[]>();
  for (const { name, label, level } of lists.chapters)
    if (chapters.get(name)?.push({ title: label, level }) === undefined) chapters.set(name, [{ title: label, level }]);
  return {
    chapters,
    pages: new Map(lists.pages.map(({ name, id, label }) => [`${name}#${id}`, label])),
    landmarks: own.landmarks,
  };
}

interface Lists {
  chapters: readonly Target[];
  pages: readonly Target[];
  readonly landmarks: ReadonlyMap<string, string>;
}

const noLists: Lists = { chapters: [], pages: [], landmarks: new Map() };

function listsOfNav(files: ZipFiles, name: string): Lists {
  const bytes = files.get(name);
  const root = bytes && parsedXhtml(decodedXml(bytes));
  if (typeof root !== 'object') return noLists;
  const targetOf = targetFinder(files, name);
  const navs = descendantsOf(root, 'nav');
  const linksOf = (kind: string) =>
    navs.filter((nav) => kindsOf(nav).includes(kind)).flatMap((nav) => linksIn(nav, 0, targetOf));
  const landmarks = new Map<string, string>();
  for (const link of navs
    .filter((nav) => kindsOf(nav).includes('landmarks'))
    .flatMap((nav) => descendantsOf(nav, 'a'))) {
    const target = targetOf(link.attributes['href'] ?? '');
    if (target?.id === '') landmarks.set(target.name, kindsOf(link).join(' '));
  }
  return { chapters: linksOf('toc'), pages: linksOf('page-list'), landmarks };
}

type TargetOf = (href: string) => { readonly name: string; readonly id: string } | null;

/** Links, with how deep their lists nest. */
function linksIn(element: XmlElement, level: number, targetOf: TargetOf): Target[] {
  return childrenOf(element).flatMap((child) => {
    const target = child.name === 'a' ? targetOf(child.attributes['href'] ?? '') : null;
    if (target) return [{ ...target, label: textOf(child), level: Math.max(1, level) }];
    return linksIn(child, child.name === 'ol' || child.name === 'ul' ? level + 1 : level, targetOf);
  });
}

function listsOfNcx(files: ZipFiles, name: string): Lists {
  const root = rootOf(files, name);
  if (typeof root !== 'object') return noLists;
  const targetOf = targetFinder(files, name);
  const pointsIn = (element: XmlElement, kind: string, level: number): Target[] =>
    childrenOf(element).flatMap((child) => {
      if (child.name !== kind) return [];
      const target = targetOf(childOf(child, 'content')?.attributes['src'] ?? '');
      const label = textOf(childOf(child, 'navLabel') ?? child);
      return [...(target ? [{ ...target, label, level }] : []), ...pointsIn(child, kind, level + 1)];
    });
  const [map, pages] = [childOf(root, 'navMap'), childOf(root, 'pageList')];
  return {
    chapters: map ? pointsIn(map, 'navPoint', 1) : [],
    pages: pages ? pointsIn(pages, 'pageTarget', 1) : [],
    landmarks: new Map(),
  };
}

function targetFinder(files: ZipFiles, from: string): TargetOf {
  const nameOf = nameFinder(files, from);
  return (href) => {
    const name = href.startsWith('#') ? from : nameOf(href);
    return name === undefined ? null : { name, id: /#(.*)$/s.exec(href)?.[1] ?? '' };
  };
}
