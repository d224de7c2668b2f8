/** The room with its page: what a person opens who has no token yet. The bot is whoever connects with the room's token. */
import { tokenLifeMs } from './limits.ts';
import { openPage, type PageOptions } from './page/server.ts';
import { openRoom, type Room, type RoomOptions } from './room.ts';

export interface OpenOptions extends Omit<PageOptions, 'room'> {
  readonly clock?: NonNullable<RoomOptions['clock']>;
}

export interface OpenedRoom {
  readonly room: Room;
  /** Of the page, to open in a browser. */
  readonly address: string;
  /** Ports that were tried for it and belong to someone else. */
  readonly taken: readonly number[];
  close(): Promise<void>;
}

/** Throws one sentence when no port is free. */
export async function openRoomWithPage({ clock, ...options }: OpenOptions): Promise<OpenedRoom> {
  // Whoever looks on waits as long as Discord does.
  const room = await openRoom({ deferredMs: tokenLifeMs, ...(clock && { clock }) });
  try {
    const page = await openPage({ ...options, room });
    const close = async () => {
      await page.close();
      await room.close();
    };
    return { room, address: page.address, taken: page.taken, close };
  } catch (error) {
    await room.close();
    throw error;
  }
}
