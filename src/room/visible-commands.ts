/** Which of the registered commands a person is offered: by where they are, and by what they may do there. */
import type { Commands } from './commands.ts';
import type { RegisteredCommand } from './discord-json.ts';
import { type Person, permission } from './people.ts';

/** docs, interactions/application-commands#interaction-contexts. */
const context = { guild: 0, botDirectMessage: 1 } as const;

/** A server's commands come after the global ones. None where the bot is not. */
export function commandsFor(commands: Commands, person: Person): readonly RegisteredCommand[] {
  const { guild } = person.place;
  const isIn = (wanted: number) => (command: RegisteredCommand) =>
    command.contexts === null || command.contexts.includes(wanted);
  if (guild === null) return commands.list(null).filter(isIn(context.botDirectMessage));
  if (!guild.hasBot) return [];
  const here = [...commands.list(null).filter(isIn(context.guild)), ...commands.list(guild.id)];
  return here.filter((command) => mayUse(person, command));
}

/**
 * docs, interactions/application-commands#permissions: all the bits of `default_member_permissions` are needed; with none of
 * them set ("0") only administrators are left.
 */
function mayUse(
  { permissions, place, user }: Person,
  { default_member_permissions: asked }: RegisteredCommand,
): boolean {
  if (asked === null || user.id === place.guild?.ownerId) return true;
  const held = BigInt(permissions);
  if ((held & permission.administrator) !== 0n) return true;
  const needed = BigInt(asked);
  return needed !== 0n && (held & needed) === needed;
}
