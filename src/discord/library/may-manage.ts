/** Who may change a server's library: members with Manage Server. Discord hides the command from others; this refuses them. */
import { type BaseInteraction, PermissionFlagsBits } from 'discord.js';

export const managingPermission = PermissionFlagsBits.ManageGuild;

/** By what Discord says of the member in this very interaction; administrators may everything. */
export const mayManage = ({ guildId, memberPermissions }: BaseInteraction): boolean =>
  guildId !== null && memberPermissions?.has(managingPermission) === true;
