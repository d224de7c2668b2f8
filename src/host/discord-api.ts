/** Discord's REST API for the doctor: reads and never writes, asks once, and tells why it got no answer. */

export interface DiscordReply {
  readonly status: number;
  /** Null for what is no JSON. */
  readonly body: unknown;
  /** By Discord's clock, to the second; null when it doesn't say. */
  readonly date: number | null;
}

export type AskDiscord = (path: string) => Promise<DiscordReply>;

const version = 'v10';
const patienceMs = 10_000;

/** Rejects with an Error of a few words when nothing answers. */
export function createAsk(restUrl: string, token: string | null): AskDiscord {
  return async (path) => {
    try {
      const response = await fetch(`${restUrl}/${version}${path}`, {
        headers: token === null ? {} : { authorization: `Bot ${token}` },
        redirect: 'error',
        signal: AbortSignal.timeout(patienceMs),
      });
      const text = await response.text();
      const date = Date.parse(response.headers.get('date') ?? '');
      return { status: response.status, body: jsonOf(text), date: Number.isNaN(date) ? null : date };
    } catch (error) {
      throw new Error(whyNot(error), { cause: error });
    }
  };
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/** `fetch` keeps the network's own word for it one step down. */
function whyNot(error: unknown): string {
  if (error instanceof Error && error.name === 'TimeoutError') return `no answer within ${patienceMs / 1_000} s`;
  const cause = error instanceof Error ? error.cause : undefined;
  if (cause instanceof Error && 'code' in cause) return String(cause.code);
  return cause instanceof Error ? cause.message : 'the request failed';
}
