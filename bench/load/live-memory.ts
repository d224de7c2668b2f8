/**
 * What a running process holds on to, by Node's inspector: in each of its threads garbage is collected, then counted is what
 * is left. Resident memory moves by tens of megabytes between two collections, and tells a small leak only after days.
 *
 * Chrome DevTools Protocol: HeapProfiler, Runtime; Node's own domain NodeWorker for the other threads.
 */
interface Answer {
  readonly id?: number;
  readonly result?: Record<string, unknown>;
  readonly error?: { readonly message: string };
  readonly method?: string;
  readonly params?: Record<string, unknown>;
}

type Ask = (method: string, params?: Record<string, unknown>) => Promise<Record<string, unknown>>;

const patienceMs = 30_000;

/** Of each thread, the bytes in use after a collection, those of typed arrays with them; threads that end meanwhile are left out. */
export interface LiveMemory {
  bytes(): Promise<number>;
  close(): void;
}

/** `port`: where the process was told to `--inspect`, on loopback. */
export async function watchLiveMemory(port: number): Promise<LiveMemory> {
  const [target] = (await (await fetch(`http://127.0.0.1:${port}/json/list`)).json()) as {
    webSocketDebuggerUrl: string;
  }[];
  if (!target) throw new Error(`Nothing can be inspected at port ${port}`);
  const socket = new WebSocket(target.webSocketDebuggerUrl);
  await new Promise((resolve, reject) => {
    socket.addEventListener('open', resolve, { once: true });
    socket.addEventListener('error', reject, { once: true });
  });
  const threads = new Map<string, Thread>();
  const main = threadBehind((text) => socket.send(text));
  socket.addEventListener('message', ({ data }) => {
    const { method, params, ...answer } = JSON.parse(String(data)) as Answer;
    const sessionId = String(params?.['sessionId']);
    if (method === 'NodeWorker.attachedToWorker') {
      threads.set(
        sessionId,
        threadBehind((message) => {
          main.ask('NodeWorker.sendMessageToWorker', { sessionId, message }).catch(() => {});
        }),
      );
    } else if (method === 'NodeWorker.detachedFromWorker') threads.delete(sessionId);
    else if (method === 'NodeWorker.receivedMessageFromWorker') {
      threads.get(sessionId)?.answered(JSON.parse(String(params?.['message'])) as Answer);
    } else main.answered(answer);
  });
  await main.ask('NodeWorker.enable', { waitForDebuggerOnStart: false });
  return {
    bytes: async () => {
      const each = await Promise.all(
        [main, ...threads.values()].map(async ({ ask }, at) => (at === 0 ? held(ask) : held(ask).catch(() => 0))),
      );
      return each.reduce((sum, one) => sum + one, 0);
    },
    close: () => socket.close(),
  };
}

async function held(ask: Ask): Promise<number> {
  await ask('HeapProfiler.collectGarbage');
  const { backingStorageSize, usedSize } = await ask('Runtime.getHeapUsage');
  return Number(usedSize) + Number(backingStorageSize);
}

interface Thread {
  readonly ask: Ask;
  answered(answer: Answer): void;
}

function threadBehind(send: (text: string) => void): Thread {
  const waiting = new Map<number, (answer: Answer) => void>();
  let asked = 0;
  return {
    ask: (method, params = {}) =>
      new Promise((resolve, reject) => {
        const id = ++asked;
        const late = setTimeout(() => {
          waiting.delete(id);
          reject(new Error(`${method} was not answered`));
        }, patienceMs);
        waiting.set(id, ({ error, result }) => {
          clearTimeout(late);
          if (error) reject(new Error(`${method}: ${error.message}`));
          else resolve(result ?? {});
        });
        send(JSON.stringify({ id, method, params }));
      }),
    answered: ({ id, ...answer }) => {
      if (id === undefined) return;
      waiting.get(id)?.(answer);
      waiting.delete(id);
    },
  };
}
