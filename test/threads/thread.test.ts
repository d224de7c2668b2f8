import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, onTestFinished, test } from 'vitest';
import {
  DeadlineError,
  openThread,
  type Thread,
  ThreadEndedError,
  type ThreadOptions,
} from '../../src/threads/thread.ts';
import type { OddHandlers } from './odd-thread.ts';

const open: Thread<OddHandlers>[] = [];
const odd = (options?: ThreadOptions) => {
  const thread = openThread<OddHandlers>(new URL('./odd-thread.ts', import.meta.url), options);
  open.push(thread);
  return thread;
};
afterEach(async () => {
  await Promise.all(open.splice(0).map((thread) => thread.stop()));
});

describe('a thread', () => {
  test('gives back what its handler gives, and throws what it throws', async () => {
    const thread = odd();
    expect(await thread.call('echo', ['hello'])).toBe('hello');
    await expect(thread.call('fail', ['It broke'])).rejects.toThrow('It broke');
    expect(await thread.call('echo', ['still here'])).toBe('still here');
  });

  test('that passes a deadline is ended, and the next one answers', async () => {
    const thread = odd();
    expect(await thread.call('count', [])).toBe(1);
    expect(await thread.call('count', [])).toBe(2);
    await expect(thread.call('spin', [], { deadlineMs: 50 })).rejects.toBeInstanceOf(DeadlineError);
    expect(await thread.call('count', [])).toBe(1);
  });

  test('asks again for others what it was asked meanwhile, and only what may be asked twice', async () => {
    const thread = odd();
    const spinning = thread.call('spin', [], { deadlineMs: 300 });
    const waiting = thread.call('echo', ['patient'], { deadlineMs: 5_000, isRepeatable: true });
    const lost = thread.call('echo', ['lost']);
    await expect(spinning).rejects.toBeInstanceOf(DeadlineError);
    await expect(lost).rejects.toBeInstanceOf(ThreadEndedError);
    expect(await waiting).toBe('patient');
  });

  test('counts a deadline from the turn of a call, not from when it is asked', async () => {
    const thread = odd();
    const first = thread.call('spin', [], { deadlineMs: 400 });
    const second = thread.call('echo', ['late'], { deadlineMs: 100, isRepeatable: true });
    await expect(first).rejects.toBeInstanceOf(DeadlineError);
    expect(await second).toBe('late');
  });

  test('does not begin what nobody waits for any more, and goes on with what somebody does', async () => {
    const thread = odd();
    expect(await thread.call('count', [])).toBe(1);
    const busy = thread.call('work', [400]);
    const late = thread.call('count', [], { waitMs: 100 });
    const patient = thread.call('count', [], { waitMs: 60_000 });
    await expect(late).rejects.toBeInstanceOf(DeadlineError);
    await busy;
    // The late one was not counted.
    expect(await patient).toBe(2);
  });

  test('keeps its compiled code for the next one, and for those that it opens', async () => {
    const codeFolder = mkdtempSync(join(tmpdir(), 'footnote-'));
    onTestFinished(() => rmSync(codeFolder, { recursive: true, force: true }));
    const thread = odd({ codeFolder });
    expect(await thread.call('codeFolder', [])).toMatch(new RegExp(`^${codeFolder}`));
    expect(await thread.call('codeFolderWithin', [])).toMatch(new RegExp(`^${codeFolder}`));
    await thread.stop();
    expect(readdirSync(codeFolder, { recursive: true }).length).toBeGreaterThan(1);
  });

  test('that eats up its memory ends alone', async () => {
    const thread = odd({ heapMb: 32 });
    await expect(thread.call('eat', [])).rejects.toThrow('needed more memory than it may have');
    expect(await thread.call('echo', ['after'])).toBe('after');
  });

  test('that leaves by itself is started again', async () => {
    const thread = odd();
    await expect(thread.call('leave', [])).rejects.toBeInstanceOf(ThreadEndedError);
    expect(await thread.call('echo', ['after'])).toBe('after');
  });

  test('that has nothing to do ends, and starts again when asked', async () => {
    const thread = odd({ idleMs: 1 });
    expect(await thread.call('count', [])).toBe(1);
    await expect.poll(() => thread.call('count', []), { interval: 200 }).toBe(1);
  });

  test('that was stopped answers nothing more', async () => {
    const thread = odd();
    const spinning = thread.call('spin', []);
    spinning.catch(() => {});
    await thread.stop();
    await expect(spinning).rejects.toBeInstanceOf(ThreadEndedError);
    await expect(thread.call('echo', ['x'])).rejects.toBeInstanceOf(ThreadEndedError);
  });
});
