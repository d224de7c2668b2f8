/**
 * A thread that is asked things: calls go in, values come back, and a call that passes its deadline ends the thread and
 * starts another. It starts with the first call, and ends when it has had nothing to do for long.
 */
import { Worker } from 'node:worker_threads';

// biome-ignore lint/suspicious/noExplicitAny: any function of plain data
export type Handlers = Readonly<Record<string, (...args: any[]) => unknown>>;

export interface CallOptions {
  /** No answer within this time of its turn ends the thread. None: the call may take as long as it takes. */
  readonly deadlineMs?: number;
  /** Not begun when its turn comes later than this: nobody waits for it any more. */
  readonly waitMs?: number;
  /** Asked again in the next thread when this one ends; only once, where the thread ended while it worked at this. */
  readonly isRepeatable?: boolean;
}

export interface Thread<H extends Handlers> {
  call<Name extends keyof H & string>(
    name: Name,
    args: Parameters<H[Name]>,
    options?: CallOptions,
  ): Promise<Awaited<ReturnType<H[Name]>>>;
  /** Calls under way are rejected. */
  stop(): Promise<void>;
}

export interface ThreadOptions {
  /** Given to the thread as its `workerData`. */
  readonly data?: unknown;
  /** V8's heap; buffers outside of it are not counted. */
  readonly heapMb?: number;
  /** Of what is made and forgotten at once; too little of it makes a busy thread collect all the time. */
  readonly youngMb?: number;
  readonly idleMs?: number;
  /** Where compiled code is kept for the next thread, and for those that this one opens. */
  readonly codeFolder?: string;
  /** What the thread tells without being asked. */
  readonly onEvent?: (event: unknown) => void;
  /** What it is given must not be told: of an error that nobody caught, its kind and its place in the code alone. */
  readonly isDiscreet?: boolean;
  /** Told why a thread was ended, or has ended by itself, while others waited; the next one is started by then. */
  readonly onLost?: (why: string) => void;
}

/** Whoever hosts the bot reads it. */
const outOfMemory =
  'The thread needed more memory than it may have: give the machine more, or the bot fewer and smaller readings';

/** A call took longer than it may. */
export class DeadlineError extends Error {}
/** Its turn came too late, and it was not begun. */
export class LateTurnError extends DeadlineError {}
/** The thread ended before it could answer, as when it has used up its memory. */
export class ThreadEndedError extends Error {}

interface Pending {
  readonly name: string;
  readonly args: readonly unknown[];
  readonly options: CallOptions;
  readonly resolve: (value: never) => void;
  readonly reject: (error: Error) => void;
  /** Its turn has come in the thread as it is. */
  isBegun: boolean;
  /** A thread has ended at its turn, and it may be why. */
  isSuspect: boolean;
  /** By `elapsedMs`, when its turn comes too late. */
  readonly until?: number;
  timer?: NodeJS.Timeout;
}

export type FromThread =
  | { readonly id: number; readonly value: unknown }
  | { readonly id: number; readonly fault: Pick<Error, 'name' | 'message' | 'stack'> }
  /** The call's turn has come: its time counts from here. */
  | { readonly id: number; readonly isBegun: true }
  /** Its turn came too late. */
  | { readonly id: number; readonly isLate: true }
  | { readonly event: unknown };

export interface ToThread {
  readonly id: number;
  readonly name: string;
  readonly args: readonly unknown[];
  readonly until?: number;
}

/** The same in all threads. */
export const elapsedMs = (): number => Number(process.hrtime.bigint() / 1_000_000n);

/** Its message may hold what was asked. */
function kindAndPlaceOf({ code, name, stack }: Error & { readonly code?: string }): string {
  const place = /\bat .*?([\w.-]+\.ts:\d+)/u.exec(stack ?? '')?.[1];
  return `The thread was ended by an error that nobody caught: ${code ?? name}${place ? `, at ${place}` : ''}`;
}

/** What is made and forgotten at once. V8 would take up to 96 MB for it in each thread and hardly give them back. */
const ownYoungMb = 8;

export function openThread<H extends Handlers>(file: URL, options: ThreadOptions = {}): Thread<H> {
  const pending = new Map<number, Pending>();
  let worker: Worker | undefined;
  let isStopped = false;
  let lastId = 0;
  let idle: NodeJS.Timeout | undefined;

  const whyOf = (error: Error) => (options.isDiscreet ? kindAndPlaceOf(error) : error.message);
  const started = (): Worker => {
    if (worker) return worker;
    const one = new Worker(file, {
      workerData: options.data,
      ...(options.codeFolder && { env: { NODE_COMPILE_CACHE: options.codeFolder } }),
      resourceLimits: {
        maxYoungGenerationSizeMb: options.youngMb ?? ownYoungMb,
        ...(options.heapMb && { maxOldGenerationSizeMb: options.heapMb }),
      },
    });
    let why = 'The thread ended by itself';
    one.on('message', (message: FromThread) => {
      if ('event' in message) options.onEvent?.(message.event);
      else if (worker !== one) return;
      else if ('isBegun' in message) begin(message.id);
      else if ('isLate' in message) reject(message.id, new LateTurnError('Its turn came too late'));
      else settle(message);
    });
    one.on('error', (error: Error & { code?: string }) => {
      why = error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? outOfMemory : whyOf(error);
    });
    one.on('exit', () => {
      if (worker !== one) return;
      worker = undefined;
      options.onLost?.(why);
      goOn(new ThreadEndedError(why));
    });
    worker = one;
    return one;
  };
  const post = (id: number, call: Pending) => {
    const { args, name, until } = call;
    started().postMessage({ id, name, args, ...(until !== undefined && { until }) } satisfies ToThread);
  };
  const taken = (id: number): Pending | undefined => {
    const call = pending.get(id);
    pending.delete(id);
    clearTimeout(call?.timer);
    if (pending.size === 0 && options.idleMs) idle = setTimeout(end, options.idleMs).unref();
    return call;
  };
  const begin = (id: number) => {
    const call = pending.get(id);
    if (call) call.isBegun = true;
    const deadlineMs = call?.options.deadlineMs;
    if (call && deadlineMs) call.timer = setTimeout(() => overdue(id, deadlineMs), deadlineMs);
  };
  const settle = (message: Extract<FromThread, { value: unknown } | { fault: unknown }>) => {
    if ('value' in message) taken(message.id)?.resolve(message.value as never);
    else reject(message.id, Object.assign(new Error(message.fault.message), message.fault));
  };
  const reject = (id: number, error: Error) => taken(id)?.reject(error);
  const end = async (): Promise<void> => {
    const ending = worker;
    worker = undefined;
    await ending?.terminate();
  };
  const overdue = (culprit: number, deadlineMs: number) => {
    void end();
    options.onLost?.(`It took longer than ${deadlineMs} ms`);
    reject(culprit, new DeadlineError(`No answer within ${deadlineMs} ms`));
    goOn(new ThreadEndedError('The thread was ended'));
  };
  /** In the next thread, with what may be asked again. */
  const goOn = (ended: ThreadEndedError) => {
    const calls = [...pending];
    // A thread that begins nothing won't do so the next time either.
    const isStillborn = !calls.some(([, { isBegun }]) => isBegun);
    for (const [id, call] of calls) {
      clearTimeout(call.timer);
      const isSuspect = call.isBegun || isStillborn;
      if (!call.options.isRepeatable || (isSuspect && call.isSuspect)) {
        reject(id, ended);
        continue;
      }
      call.isSuspect ||= isSuspect;
      call.isBegun = false;
      post(id, call);
    }
  };

  return {
    call: (name, args, callOptions = {}) => {
      if (isStopped) return Promise.reject(new ThreadEndedError('The thread was stopped'));
      clearTimeout(idle);
      const { promise, resolve, reject: rejectCall } = Promise.withResolvers<never>();
      const id = ++lastId;
      const call: Pending = {
        name,
        args,
        options: callOptions,
        resolve,
        reject: rejectCall,
        isBegun: false,
        isSuspect: false,
        ...(callOptions.waitMs !== undefined && { until: elapsedMs() + callOptions.waitMs }),
      };
      pending.set(id, call);
      post(id, call);
      return promise;
    },
    stop: async () => {
      isStopped = true;
      await end();
      for (const id of [...pending.keys()]) reject(id, new ThreadEndedError('The thread was stopped'));
      clearTimeout(idle);
    },
  };
}
