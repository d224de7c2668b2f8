/** Whether a bot runs on this machine, and how it is: asked at its health port, as a supervisor would. */

export interface RunningBot {
  readonly isReady: boolean;
  /** Its own words on what is not as it should be. */
  readonly faults: readonly string[];
}

const patienceMs = 3_000;

/** Null where no Footnote answers. */
export async function runningBot(port: number | null): Promise<RunningBot | null> {
  if (port === null) return null;
  try {
    const signal = AbortSignal.timeout(patienceMs);
    const live = await fetch(`http://127.0.0.1:${port}/livez`, { signal });
    if (!(await live.text()).startsWith('event loop: ')) return null;
    const ready = await fetch(`http://127.0.0.1:${port}/readyz`, { signal });
    const lines = (await ready.text()).trim().split('\n');
    return { isReady: ready.ok, faults: lines.filter((line) => !line.endsWith(': ok')) };
  } catch {
    return null;
  }
}
