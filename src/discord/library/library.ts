/**
 * `/library` and `/privacy`: the door by which the bot's dispatch hands over their interactions. Whoever knocks is asked
 * for the permission again, whatever Discord has shown them.
 */

import {
  type AutocompleteInteraction,
  type ButtonInteraction,
  type ChatInputCommandInteraction,
  ComponentType,
  type Interaction,
  type ModalSubmitInteraction,
  type StringSelectMenuInteraction,
} from 'discord.js';
import { type LibraryCommand, library, privacy } from '../../commands/managing.ts';
import type { LogLine } from '../../model.ts';
import type { Keeper } from '../../store/keeper.ts';
import type { DocumentRecord } from '../../store/shelf.ts';
import type { Clock } from '../clock.ts';
import { NotYetError, sentenceReply } from '../desk.ts';
import { attachmentBytesMax } from '../limits.ts';
import type { Desired } from '../register.ts';
import type { Responder } from '../respond.ts';
import { createTurns } from '../turns.ts';
import { cleaned } from '../typed.ts';
import { words } from '../words.ts';
import * as actions from './actions.ts';
import { addAndTell, incomingFile, incomingPage } from './adding.ts';
import { isLibraryId, type LibraryAddress, parseLibraryId } from './address.ts';
import { meant, suggested } from './choose.ts';
import { createFetchFile, fileBytesMax } from './fetch-file.ts';
import { mayManage } from './may-manage.ts';
import { asRead, editModal, filesField, uploadModal, valuesIn } from './modals.ts';
import { replyOf } from './parts.ts';
import { renderPrivacy } from './privacy.ts';
import { quietKeeper } from './quiet-keeper.ts';
import { desiredLibraryCommands } from './registration.ts';
import { typedIn } from './render-refused.ts';
import { type Office, type Talk, talkOf } from './talk.ts';
import { libraryWords } from './words.ts';

type Press = ButtonInteraction | StringSelectMenuInteraction;

export interface LibraryDoor {
  /** As Discord shall have them. */
  readonly commands: readonly Desired[];
  owns(interaction: Interaction): boolean;
  /** Rejects with what went wrong, which the one who waits has not been told. */
  answer(interaction: Interaction): Promise<void>;
}

export interface LibraryOptions {
  /** Without one nothing is kept, and only `/privacy` has something to say. */
  readonly keeper?: Keeper;
  readonly allowsUrls: boolean;
  readonly restUrl: string | null;
  readonly responder: Responder;
  readonly clock: Clock;
  readonly log: LogLine;
}

/** A modal and suggestions must come within three seconds. */
const inTimeMs = 2_300;
/** Files that are read side by side; each may have 25 MB. */
const addingMax = 2;

export function createLibraryDoor(options: LibraryOptions): LibraryDoor {
  const { allowsUrls, clock, keeper, log, responder, restUrl } = options;
  const offer = { isKept: keeper !== undefined, allowsUrls };
  const office: Office | null = keeper
    ? {
        ...{ allowsUrls, clock, log, responder },
        keeper: quietKeeper(keeper, log),
        fetchFile: createFetchFile(restUrl),
        turns: createTurns(addingMax),
        saving: createTurns(1),
        exporting: new Set(),
      }
    : null;
  return {
    commands: desiredLibraryCommands(offer),
    owns: (interaction) =>
      interaction.isChatInputCommand() || interaction.isAutocomplete()
        ? interaction.commandName === library.name || interaction.commandName === privacy.name
        : 'customId' in interaction && isLibraryId(interaction.customId),
    answer: async (interaction) => {
      const isPrivacy = interaction.isChatInputCommand() && interaction.commandName === privacy.name;
      if (isPrivacy) return responder.send(interaction, replyOf(renderPrivacy(offer), 'private'));
      const { guildId } = interaction;
      const refusal = refusalOf(interaction, office);
      if (refusal !== null || !office || guildId === null)
        return interaction.isAutocomplete()
          ? responder.suggest(interaction, [])
          : responder.send(interaction, sentenceReply(refusal ?? libraryWords.serversOnly));
      if (interaction.isAutocomplete()) return suggest(office, interaction, guildId);
      if (interaction.isChatInputCommand()) return command(talkOf(office, interaction, guildId, false), interaction);
      if (interaction.isButton() || interaction.isStringSelectMenu())
        return press(talkOf(office, interaction, guildId, true), interaction);
      if (interaction.isModalSubmit())
        return submitted(talkOf(office, interaction, guildId, interaction.isFromMessage()), interaction);
    },
  };
}

function refusalOf(interaction: Interaction, office: Office | null): string | null {
  if (!office) return words.unknownCommand;
  if (interaction.guildId === null) return libraryWords.serversOnly;
  return mayManage(interaction) ? null : libraryWords.notAllowed;
}

async function suggest(office: Office, interaction: AutocompleteInteraction, server: string): Promise<void> {
  const typed = cleaned(String(interaction.options.getFocused() ?? ''));
  await office.responder.suggest(interaction, suggested(await documentsInTime(office, server), typed));
}

/** For what can't be deferred. */
async function documentsInTime({ clock, keeper }: Office, server: string): Promise<readonly DocumentRecord[]> {
  const done = new AbortController();
  const late = clock.wait(inTimeMs, done.signal).then(() => {
    throw new NotYetError(libraryWords.busy);
  });
  // Called off, it rejects as well.
  late.catch(() => {});
  return Promise.race([keeper.documents(server), late]).finally(() => done.abort());
}

async function command(talk: Talk, interaction: ChatInputCommandInteraction): Promise<void> {
  const { keeper, responder, server } = talk;
  const name = interaction.options.getSubcommand() as LibraryCommand;
  if (name === 'add') return add(talk, interaction);
  // A modal can only be the first answer; everything else may take its time.
  if (name !== 'edit') await responder.defer(interaction, 'private');
  const typed = interaction.options.getString('document');
  const documents = () => (name === 'edit' ? documentsInTime(talk, server) : keeper.documents(server));
  const fitting = typed === null ? [] : meant(await documents(), cleaned(typed));
  const chosen = fitting.length === 1 ? fitting[0] : undefined;
  if (typed !== null && !chosen) return talk.tell(libraryWords.notOne(cleaned(typed), fitting.length));
  switch (name) {
    case 'list':
      return actions.list(talk, 0);
    case 'edit':
      return chosen ? responder.openModal(interaction, editModal(chosen)) : stale(talk);
    case 'info':
      return chosen ? actions.info(talk, chosen.id) : stale(talk);
    case 'remove':
      return chosen ? actions.remove(talk, [chosen.id]) : stale(talk);
    case 'export':
      return actions.exportAll(talk, interaction.attachmentSizeLimit ?? attachmentBytesMax);
    case 'delete':
      return actions.askToDelete(talk);
    default:
      return stale(talk);
  }
}

async function add(talk: Talk, interaction: ChatInputCommandInteraction): Promise<void> {
  const { allowsUrls, responder } = talk;
  const file = interaction.options.getAttachment('file');
  const url = allowsUrls ? interaction.options.getString('url') : null;
  if (file && url !== null) return talk.tell(libraryWords.noFile);
  if (!file && url === null) return responder.openModal(interaction, uploadModal(uploadLimit(interaction)));
  await responder.defer(interaction, 'private');
  await addAndTell(talk, [file ? incomingFile(talk, file) : incomingPage(url ?? '')]);
}

/** What a file may have: Discord's limit for who adds, and ours. */
const uploadLimit = ({ attachmentSizeLimit }: Interaction): string =>
  libraryWords.limit(Math.min(fileBytesMax, attachmentSizeLimit ?? attachmentBytesMax));

const stale = (talk: Talk): Promise<void> => talk.tell(words.staleButton);

async function press(talk: Talk, interaction: Press): Promise<void> {
  const { responder, server } = talk;
  const address = addressOf(interaction);
  if (!address) return stale(talk);
  if (address.action === 'add') return responder.openModal(interaction, uploadModal(uploadLimit(interaction)));
  if (address.action === 'edit' || address.action === 'again') {
    const record = (await documentsInTime(talk, server)).find(({ id }) => id === address.id);
    if (!record) return talk.tell(libraryWords.noSuchDocument);
    const typed =
      address.action === 'again'
        ? typedIn(
            interaction.message.components.map((one) => one.toJSON()),
            address.labels,
          )
        : undefined;
    return responder.openModal(interaction, editModal(record, typed));
  }
  await responder.defer(interaction, 'update');
  switch (address.action) {
    case 'list':
      return actions.list(talk, address.page);
    case 'info':
      return actions.info(talk, address.id);
    case 'as-read':
      return actions.correct(talk, address.id, asRead, libraryWords.takenBack);
    case 'remove':
      return actions.remove(talk, address.ids);
    case 'restore':
      return actions.restore(talk, address.ids);
    case 'corpus':
      return actions.useCorpus(talk, address.uses);
    case 'destroy':
      return actions.deleteAll(talk, address.hash);
    case 'keep':
      return actions.keep(talk);
    default:
      return stale(talk);
  }
}

/** A menu does what the chosen value says, and its own kind of that alone. */
function addressOf(interaction: Press): LibraryAddress | null {
  const address = parseLibraryId(interaction.customId);
  const kind = address?.action === 'menu' ? 'info' : address?.action === 'removed' ? 'restore' : null;
  if (!interaction.isStringSelectMenu()) return kind === null ? address : null;
  const chosen = parseLibraryId(interaction.values[0] ?? '');
  return chosen?.action === kind ? chosen : null;
}

async function submitted(talk: Talk, interaction: ModalSubmitInteraction): Promise<void> {
  const { responder } = talk;
  const address = parseLibraryId(interaction.customId);
  await responder.defer(interaction, interaction.isFromMessage() ? 'update' : 'private');
  if (address?.action === 'upload') {
    const field = interaction.fields.fields.get(filesField);
    const files = field?.type === ComponentType.FileUpload ? [...(field.attachments?.values() ?? [])] : [];
    return addAndTell(
      talk,
      files.map((file) => incomingFile(talk, file)),
    );
  }
  if (address?.action !== 'save') return stale(talk);
  await actions.save(talk, address, (record) => valuesIn(record, interaction.fields));
}
