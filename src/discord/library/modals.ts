/** The two modals of `/library`, for files and for corrections; and what was filled into the second → a change. */
import type {
  APIComponentInLabel,
  APILabelComponent,
  APIModalInteractionResponseCallbackData,
  ModalSubmitFields,
} from 'discord.js';
import { ComponentType, TextInputStyle } from 'discord.js';
import { type EditChange, type LabelKind, labelTexts } from '../../ingest/edited.ts';
import type { DocumentRecord } from '../../store/shelf.ts';
import { hashOf } from '../custom-id.ts';
import { labelOf } from '../shorten.ts';
import { libraryIdOf } from './address.ts';
import { libraryWords } from './words.ts';

export const filesField = 'files';
const filesMax = 10;

const labelled = (label: string, description: string | null, component: APIComponentInLabel): APILabelComponent => ({
  type: ComponentType.Label,
  label,
  ...(description && { description }),
  component,
});

export const uploadModal = (limit: string): APIModalInteractionResponseCallbackData => ({
  custom_id: libraryIdOf({ action: 'upload' }),
  title: libraryWords.uploadTitle,
  components: [
    labelled(libraryWords.uploadLabel, libraryWords.uploadDetail(limit), {
      type: ComponentType.FileUpload,
      custom_id: filesField,
      min_values: 1,
      max_values: filesMax,
      required: true,
    }),
  ],
});

// ── Corrections ─────────────────────────────────────────────────────────────────────────────────────────────────────

/** A little more than may stand, so that the refusal can say what is wrong; a value that is longer is cut before it is shown. */
const charsMax = { title: 400, authors: 2_500, published: 40, publisher: 200 } as const;
export type TextField = keyof typeof charsMax;
export const textFields = Object.keys(charsMax) as readonly TextField[];
const labelsField = 'labels';
export const labelKinds = Object.keys(labelTexts) as readonly LabelKind[];

/** What stands in the fields; authors one a line. */
export type Values = Readonly<Record<TextField, string>> & { readonly labels: readonly LabelKind[] };

/** What the modal shows when it opens. */
function valuesOf({ authors, labels, published, publisher, title }: DocumentRecord): Values {
  return {
    title: (title.value ?? '').slice(0, charsMax.title),
    authors: (authors.value ?? []).join('\n').slice(0, charsMax.authors),
    published: published.value?.iso ?? '',
    publisher: (publisher.value ?? '').slice(0, charsMax.publisher),
    labels: labelKinds.filter((kind) => labels.some((label) => label.kind === kind)),
  };
}

/** Tells whether a document has been corrected since a modal was opened for it. */
export const valuesHash = (record: DocumentRecord): string => hashOf(JSON.stringify(valuesOf(record)));

export function editModal(
  record: DocumentRecord,
  values: Values = valuesOf(record),
): APIModalInteractionResponseCallbackData {
  const input = (field: TextField): APIComponentInLabel => ({
    type: ComponentType.TextInput,
    custom_id: field,
    style: field === 'authors' ? TextInputStyle.Paragraph : TextInputStyle.Short,
    max_length: charsMax[field],
    required: field === 'title',
    ...(values[field] && { value: values[field] }),
  });
  return {
    custom_id: libraryIdOf({ action: 'save', id: record.id, hash: valuesHash(record) }),
    title: libraryWords.editTitle,
    components: [
      labelled(libraryWords.title, null, input('title')),
      labelled(libraryWords.authors, libraryWords.authorsDetail, input('authors')),
      labelled(libraryWords.published, libraryWords.publishedDetail, input('published')),
      labelled(libraryWords.publisher, libraryWords.publisherDetail, input('publisher')),
      labelled(libraryWords.labels, libraryWords.labelsDetail, {
        type: ComponentType.StringSelect,
        custom_id: labelsField,
        placeholder: libraryWords.noLabels,
        min_values: 0,
        max_values: labelKinds.length,
        required: false,
        options: labelKinds.map((kind) => ({
          value: kind,
          label: labelOf(labelTexts[kind], 100),
          default: values.labels.includes(kind),
        })),
      }),
    ],
  };
}

/** What was filled in; what is missing in `fields` is as it was shown. */
export function valuesIn(record: DocumentRecord, fields: Pick<ModalSubmitFields, 'fields'>): Values {
  const before = valuesOf(record);
  const typed = (field: TextField): string => {
    const filled = fields.fields.get(field);
    return filled && 'value' in filled && typeof filled.value === 'string' ? filled.value : before[field];
  };
  const filled = fields.fields.get(labelsField);
  const chosen = filled && 'values' in filled ? filled.values.map(String) : before.labels;
  return {
    ...{ title: typed('title'), authors: typed('authors'), published: typed('published') },
    publisher: typed('publisher'),
    labels: labelKinds.filter((kind) => chosen.includes(kind)),
  };
}

/** Only what differs from what was shown; null when nothing does. */
export function changeFrom(record: DocumentRecord, values: Values): EditChange | null {
  const before = valuesOf(record);
  const changed = (field: TextField): boolean =>
    linesOf(values[field]).join('\n') !== linesOf(before[field]).join('\n');
  const labels = labelKinds
    .filter((kind) => values.labels.includes(kind) !== before.labels.includes(kind))
    .map((kind) => [kind, values.labels.includes(kind)] as const);
  const change: EditChange = {
    ...(changed('title') && { title: values.title }),
    ...(changed('authors') && { authors: linesOf(values.authors) }),
    ...(changed('published') && { published: values.published }),
    ...(changed('publisher') && { publisher: values.publisher }),
    ...(labels.length > 0 && { labels: Object.fromEntries(labels) }),
  };
  return Object.keys(change).length > 0 ? change : null;
}

const linesOf = (typed: string): string[] =>
  typed
    .split(/\r\n?|\n/u)
    .map((line) => line.replace(/\s+/gu, ' ').trim())
    .filter((line) => line !== '');

/** Everything that the group has set, taken back. */
export const asRead: EditChange = { title: null, authors: null, published: null, publisher: null, labels: null };
