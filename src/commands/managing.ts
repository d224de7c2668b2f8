/**
 * The commands that answer no question: `/library`, by which a server fills a library of its own, and `/privacy`. What they
 * are called and what they take, with no word of Discord: registration, the README and the help are derived from it.
 */

export interface ManagingOption {
  readonly name: string;
  readonly description: string;
  /** document: one of the library's own, with suggestions. address: of a web page. */
  readonly kind: 'file' | 'document' | 'address';
  readonly required: boolean;
}

export interface ManagingCommand {
  readonly name: string;
  readonly description: string;
  readonly options: readonly ManagingOption[];
}

const document = (description: string): ManagingOption => ({
  name: 'document',
  description,
  kind: 'document',
  required: true,
});

export const library = {
  name: 'library',
  description: 'The readings of this server: add, list, correct, export, remove',
  commands: [
    {
      name: 'add',
      description: 'Add a reading, or up to ten: PDF, Word, EPUB, web pages, Markdown, text',
      options: [
        { name: 'file', description: 'The file; leave it out to add several', kind: 'file', required: false },
        { name: 'url', description: 'Or the address of a web page', kind: 'address', required: false },
      ],
    },
    { name: 'list', description: 'Every reading of this server', options: [] },
    {
      name: 'info',
      description: 'What was understood of a reading, and where each fact comes from',
      options: [document('Which one')],
    },
    {
      name: 'edit',
      description: 'Correct the title, authors, date, publisher or labels of a reading',
      options: [document('Which one')],
    },
    { name: 'remove', description: 'Remove a reading; can be undone for a day', options: [document('Which one')] },
    {
      name: 'export',
      description: 'All of it as zip files: the original files, and what is known of them',
      options: [],
    },
    { name: 'delete', description: 'Delete the whole library of this server for good', options: [] },
  ],
} as const satisfies {
  readonly name: string;
  readonly description: string;
  readonly commands: readonly ManagingCommand[];
};

export type LibraryCommand = (typeof library.commands)[number]['name'];

export const privacy = {
  name: 'privacy',
  description: 'What is kept, where, for how long, and how to delete it',
} as const;
