/**
 * The way of a real answer: a member of the local Discord types, the gateway delivers the interaction to the bot over a
 * socket, the bot replies by REST over another, and the room checks the reply as Discord would.
 */

import { startBot } from '../src/discord/bot.ts';
import { createDesk } from '../src/discord/desk.ts';
import type { Library } from '../src/model.ts';
import { openRoom } from '../src/room/room.ts';
import type { Work } from './workload.ts';

/** So many that none of them, and no server, asks more than it may: a refusal is quicker than any answer. */
const servers = 20;
const membersEach = 12;

export interface Asker {
  /** From what someone does to what they see. Throws where they see no answer. */
  readonly ask: (work: Work) => Promise<void>;
  readonly close: () => Promise<void>;
}

export async function throughRoom(library: Library): Promise<Asker> {
  const room = await openRoom();
  const lines: string[] = [];
  const bot = await startBot({
    token: room.token,
    restUrl: room.restUrl,
    desk: createDesk(() => library),
    log: (line) => lines.push(line),
  });
  await room.untilCommands();
  const members = Array.from({ length: servers * membersEach }, (_, at) =>
    room.server(`Group ${at % servers}`).member(`Reader ${at}`),
  );
  let asked = 0;
  const optionOf = new Map(room.commands.map(({ name, options }) => [name, options?.[0]?.name ?? '']));
  return {
    ask: async ({ kind, command, query }) => {
      const member = members[asked++ % members.length]!;
      if (kind === 'autocomplete') {
        await member.complete(`/${command} ${query}`);
        return;
      }
      const outcome = await member.run(command, { [optionOf.get(command) ?? '']: query });
      if (outcome.kind !== 'replied' || outcome.message.ephemeral)
        throw new Error(`/${command} ${query} got no reply: ${JSON.stringify(outcome)} ${lines.at(-1) ?? ''}`);
    },
    close: async () => {
      await bot.stop();
      await room.close();
    },
  };
}
