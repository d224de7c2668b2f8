/** `/privacy`: what is kept, where and for how long, and how to be rid of it. Every sentence is held to by the code. */
import { messageCommands } from '../../commands/index.ts';
import { accent, line, smallPrint, text } from '../parts.ts';
import { type LibraryPage, page } from './parts.ts';
import type { LibraryOffer } from './registration.ts';

const kept = [
  'The documents that managers of this server add with /library: the file, its text, and when it was added.',
  'Corrections of their titles, authors, dates, publishers and labels, and one setting: whether the bot’s own readings are used too.',
  'All of it stands on the machine that runs the bot, under this server’s number, and answers in this server alone. Whoever runs the bot may have backups.',
] as const;

const unread = `No message is read but one on which somebody chooses ${messageCommands.map(({ label }) => label).join(' or ')}, and that is not kept.`;

const notKept = [
  'Who asked, who added and who corrected: no user is kept by name or number.',
  `What was asked, and what was answered. ${unread}`,
  'Nothing is sent anywhere but to Discord, as answers.',
] as const;

const fetched =
  'Where a manager adds the address of a page, that page is fetched from its site, and its address is kept.';

const deleted = [
  '/library remove takes one document away; it can be brought back for a day, or an hour where room is short, and is deleted then.',
  '/library delete takes away all of it at once, for good. /library export gives it to you first.',
  'When the bot is removed from a server, its library is deleted after 30 days.',
] as const;

const nothing = `Nothing is kept: no document, no question, no answer, no user. ${unread} Nothing is sent anywhere but to Discord, as answers.`;

const listed = (head: string, lines: readonly string[]) =>
  text([`### ${head}`, ...lines.map((one) => `• ${one}`)].join('\n'));

export function renderPrivacy({ allowsUrls, isKept }: LibraryOffer): LibraryPage {
  if (!isKept) return page([text(`### Privacy\n${nothing}`)], accent.quiet);
  return page([
    listed('What is kept', kept),
    listed('What is not', notKept),
    line(),
    listed('How to delete it', deleted),
    ...(allowsUrls ? [text(smallPrint([fetched]))] : []),
  ]);
}
