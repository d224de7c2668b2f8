/** The files of a message in its components: an `attachment://` link becomes the file that it means, as Discord stores it. */
import { referredName } from './attachment-check.ts';
import { allComponents } from './component-check.ts';
import { isObject, type JsonObject, listOf, type RawComponent } from './discord-json.ts';

/** Components whose media are what they refer to; a File gets its name and size (docs, components/reference#file). */
export function withFiles(components: readonly RawComponent[], files: readonly JsonObject[]): RawComponent[] {
  return components.map((component) => withOwnFiles(component, files));
}

function withOwnFiles(component: RawComponent, files: readonly JsonObject[]): RawComponent {
  const { accessory, components, items } = component;
  const file = fileMeant(component['file'], files);
  const media = fileMeant(component['media'], files);
  return {
    ...component,
    ...(components && { components: withFiles(components, files) }),
    ...(accessory && { accessory: withOwnFiles(accessory, files) }),
    ...(file && { file: mediaJson(file), name: file['filename'], size: file['size'] }),
    ...(media && { media: mediaJson(media) }),
    ...(Array.isArray(items) && { items: listOf(items).map((item) => itemWithFile(item, files)) }),
  };
}

function itemWithFile(item: JsonObject, files: readonly JsonObject[]): JsonObject {
  const media = fileMeant(item['media'], files);
  return media ? { ...item, media: mediaJson(media) } : item;
}

function fileMeant(media: unknown, files: readonly JsonObject[]): JsonObject | undefined {
  const name = isObject(media) ? referredName(media['url']) : null;
  return name === null ? undefined : files.find(({ filename }) => filename === name);
}

/** docs, components/reference#unfurled-media-item. */
const mediaJson = ({ content_type, id, proxy_url, url }: JsonObject): JsonObject => ({
  id,
  url,
  proxy_url,
  content_type: content_type ?? null,
  attachment_id: id,
});

/** Whether a component shows the file: then it isn't among the message's attachments. */
export const shownIn = (components: readonly RawComponent[], file: JsonObject): boolean =>
  allComponents(components, []).some(({ component }) => mediaIds(component).includes(file['id']));

function mediaIds(component: JsonObject): readonly unknown[] {
  const items = listOf(component['items']).map(({ media }) => media);
  return [component['file'], component['media'], ...items].flatMap((media) =>
    isObject(media) ? [media['attachment_id']] : [],
  );
}
