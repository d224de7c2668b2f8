/** The meta elements of a page, by name: what every part of the metadata asks. */
import type { Field } from '../../model.ts';
import type { PageDocument } from './page.ts';

/** Contents by names in lower case, several of one name in order. */
export type Meta = ReadonlyMap<string, readonly string[]>;

export function metaOf(document: PageDocument): Meta {
  const meta = new Map<string, string[]>();
  for (const element of document.querySelectorAll('meta[content]')) {
    const content = element.getAttribute('content')?.replace(/\s+/g, ' ').trim();
    if (!content) continue;
    for (const attribute of ['property', 'name', 'itemprop']) {
      const name = element.getAttribute(attribute)?.toLowerCase();
      if (name) meta.set(name, [...(meta.get(name) ?? []), content]);
    }
  }
  return meta;
}

/** The first of the names that the page gives. */
export function metaField(meta: Meta, names: readonly string[]): (Field<string> & { value: string }) | null {
  for (const name of names) {
    const value = meta.get(name)?.[0];
    if (value) return { value, from: `meta ${name}` };
  }
  return null;
}
