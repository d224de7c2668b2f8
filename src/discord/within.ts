/** A promise that is waited for so long and no longer; what it does goes on. */
export async function within<T>(ms: number, promise: Promise<T>, late: () => Error): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const timeout = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(late()), ms);
  });
  return Promise.race([promise, timeout]).finally(() => clearTimeout(timer));
}

/** One that is waited for until the signal is aborted. */
export async function until<T>(signal: AbortSignal, promise: Promise<T>, ended: () => Error): Promise<T> {
  const { promise: end, reject } = Promise.withResolvers<never>();
  const tell = () => reject(ended());
  signal.addEventListener('abort', tell);
  return Promise.race([promise, end]).finally(() => signal.removeEventListener('abort', tell));
}
