/**
 * A private answer that can't be made again from an address (what it answered was a whole message) is shared as it stands:
 * its quotations are found in the library once more, and go through the gate like any.
 */
import type { APIActionRowComponent, APIButtonComponent, APIMessageTopLevelComponent } from 'discord.js';
import { ComponentType } from 'discord.js';
import type { Library } from '../model.ts';
import { anchored } from './anchor.ts';
import { customIdOf, parseCustomId } from './custom-id.ts';
import { button, displayIds, type Page, type ShownQuote } from './parts.ts';
import { everyComponent, textDisplays } from './size.ts';
import { words } from './words.ts';

/** Null where a source has changed since. Each quotation has a Cite button behind it, which says where it is from. */
export function reposted(components: readonly APIMessageTopLevelComponent[], library: Library): Page | null {
  const displays = textDisplays(components).filter(({ id }) => (id ?? 0) >= displayIds.quotes);
  const cited = everyComponent(components).flatMap(({ custom_id }) => {
    const address = parseCustomId(custom_id ?? '');
    return address?.kind === 'cite' ? [address] : [];
  });
  if (displays.length !== cited.length) return null;
  const quotes: ShownQuote[] = [];
  for (const [index, { id }] of displays.entries()) {
    const { article, passage } = cited[index]!;
    const now = anchored(library, article, passage, components);
    if (now.kind === 'gone' || id === undefined) return null;
    quotes.push({ quote: now.quote, display: id, as: 'quotation' });
  }
  return { components: components.map(withRemove), quotes };
}

/** Who shares it can take it away again. */
function withRemove(component: APIMessageTopLevelComponent): APIMessageTopLevelComponent {
  if (component.type !== ComponentType.Container) return component;
  const share = customIdOf({ kind: 'repost' });
  const replaced = (one: APIButtonComponent): APIButtonComponent =>
    'custom_id' in one && one.custom_id === share ? button(words.remove, { kind: 'remove' }) : one;
  return {
    ...component,
    components: component.components.map((part) =>
      part.type === ComponentType.ActionRow
        ? {
            ...(part as APIActionRowComponent<APIButtonComponent>),
            components: (part as APIActionRowComponent<APIButtonComponent>).components.map(replaced),
          }
        : part,
    ),
  };
}
