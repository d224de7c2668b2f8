/** An answer that takes long: what happens where Discord has taken the wait, or a message more, and says nothing of it. */
import { describe, expect, onTestFinished, test, vi } from 'vitest';
import { managerPermissions } from '../../../src/room/people.ts';
import type { RoomOptions } from '../../../src/room/room.ts';
import type { Keeper } from '../../../src/store/keeper.ts';
import type { ShelfInfo } from '../../../src/store/shelf.ts';
import { openedBed } from './bed.ts';

const info: ShelfInfo = {
  ...{ documents: 0, bytes: 0, settings: { usesCorpus: true }, markedAt: null, setAside: [], damaged: [], removed: [] },
  limits: { documentsMax: 500, bytesMax: 200_000_000 },
};

async function bedWithKeeper(given: Partial<Keeper> = {}, roomOptions: RoomOptions = {}) {
  const keeper = {
    servers: async () => [],
    documents: async () => [],
    document: async () => null,
    info: async () => info,
    ...given,
  } as Keeper;
  const bed = await openedBed({ keeper }, roomOptions);
  const sent = (method: string, path: RegExp) =>
    bed.room.requests.filter((one) => one.method === method && path.test(one.path)).length;
  return { ...bed, sent, manager: bed.room.member('Mona', { permissions: managerPermissions }) };
}

const kinds = ['reset', 'hang', 'close'] as const;

test('a wait that could not be sent, for want of a name, is sent again', async () => {
  const { manager, outcomes, room, sent } = await bedWithKeeper({}, { isNamed: true });
  room.faults.name({ side: 'rest', code: 'ENOTFOUND', times: 1 });
  expect(await manager.type('/library list')).toMatchObject({ kind: 'replied', message: { loading: false } });
  expect(await outcomes(1)).toEqual({ answered: 1 });
  expect(sent('POST', /\/callback$/)).toBe(1);
});

test('an answer after a wait that could not be sent, for want of a name, is sent again', async () => {
  let lose = () => {};
  const documents = async () => {
    lose();
    return [];
  };
  const { manager, outcomes, room } = await bedWithKeeper({ documents }, { isNamed: true });
  lose = () => room.faults.name({ side: 'rest', code: 'ENOTFOUND', times: 1 });
  expect(await manager.type('/library list')).toMatchObject({ kind: 'replied', message: { loading: false } });
  expect(await outcomes(1)).toEqual({ answered: 1 });
});

describe('a wait that was taken, and the connection then broken', () => {
  test.each(kinds)('by a %s, ends with the answer', async (kind) => {
    const { manager, outcomes, room, sent } = await bedWithKeeper();
    room.faults.rest({ path: '/callback', what: { kind, isDone: true }, times: 1 });
    const listed = await manager.type('/library list');
    expect(listed).toMatchObject({ kind: 'replied', message: { loading: false } });
    expect(await outcomes(1)).toEqual({ answered: 1 });
    expect(sent('POST', /\/callback$/)).toBe(2);
    expect(sent('PATCH', /original$/)).toBe(1);
  });

  test.each(kinds)('by a %s both times, ends with the answer', async (kind) => {
    const { manager, outcomes, room } = await bedWithKeeper();
    room.faults.rest({ path: '/callback', what: { kind, isDone: true }, times: 2 });
    expect(await manager.type('/library list')).toMatchObject({ message: { loading: false } });
    expect(await outcomes(1)).toEqual({ answered: 1 });
  });

  test('by nobody: another process has answered, and it is left to that', async () => {
    const { manager, outcomes, room, sent } = await bedWithKeeper();
    const body = { code: 40_060, message: 'Interaction has already been acknowledged.' };
    room.faults.rest({ path: '/callback', what: { kind: 'answer', status: 400, body }, times: 1 });
    void manager.type('/library list');
    expect(await outcomes(1)).toEqual({ already: 1 });
    expect(sent('POST', /\/callback$/)).toBe(1);
    expect(sent('PATCH', /original$/)).toBe(0);
  });
});

test.each(['reset', 'close'] as const)(
  'a message more that was taken before a %s is not sent a second time',
  async (kind) => {
    const { manager, outcomes, room, sent } = await bedWithKeeper();
    const listed = await manager.type('/library list');
    if (listed.kind !== 'replied') throw new Error(`/library list: ${listed.kind}`);
    room.faults.rest({ path: '/webhooks/', what: { kind, isDone: true }, times: 1 });
    void manager.press(listed.message, { customId: '1:library:info:99' });
    expect(await outcomes(2)).toEqual({ answered: 1, unknown: 1 });
    expect(sent('POST', /\/webhooks\//)).toBe(1);
  },
);

test('a keeper that is silent fails nobody silently', async () => {
  const { manager, outcomes, sent } = await bedWithKeeper({ documents: () => new Promise(() => {}) });
  expect(await manager.type('/library edit document:x')).toMatchObject({
    message: { text: 'The libraries are busy just now; try again in a moment.' },
  });
  expect(await manager.complete('/library edit document:x')).toEqual([]);
  expect(await outcomes(2)).toEqual({ postponed: 2 });
  expect(sent('POST', /\/callback$/)).toBe(2);
});

test('waits end with their answers when this machine’s clock is set back by hours', async () => {
  const { manager, outcomes } = await bedWithKeeper();
  await manager.type('/library list');
  vi.useFakeTimers({ toFake: ['Date'], now: Date.now() - 3 * 3_600_000 });
  onTestFinished(() => void vi.useRealTimers());
  // The library counts fifty a second, by that clock.
  for (let time = 0; time < 60; time++) await manager.type('/library list');
  expect(await outcomes(61)).toEqual({ answered: 61 });
});
