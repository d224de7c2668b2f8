/** The tab's line to the room: one socket, with the key that came with the page. */

/** Kept for this tab alone, so that it stays the same reader when it is loaded again. */
const keptKey = 'key';
const againMs = 1_000;

/**
 * @param {{ onTold: (told: any) => void, onState: (isOpen: boolean) => void }} listeners
 */
export function connect({ onTold, onState }) {
  const pageKey = document.querySelector('meta[name=tab-key]')?.getAttribute('content') ?? '';
  /** @type {Map<number, (answer: any) => void>} */
  const waiting = new Map();
  let asked = 0;
  let wasOpen = false;
  let ownKey = '';
  /** @type {WebSocket} */
  let socket;

  const open = (/** @type {readonly string[]} */ keys) => {
    const [key = '', ...others] = keys;
    let isOpen = false;
    socket = new WebSocket(`ws://${location.host}/tab?key=${encodeURIComponent(key)}`);
    socket.onopen = () => {
      isOpen = wasOpen = true;
      ownKey = key;
      sessionStorage.setItem(keptKey, key);
      onState(true);
    };
    socket.onmessage = ({ data }) => {
      const told = JSON.parse(data);
      if (told.tell !== 'answer') return onTold(told);
      waiting.get(told.ask)?.(told);
      waiting.delete(told.ask);
    };
    socket.onclose = () => {
      for (const answer of waiting.values()) answer({ is: 'failed', reason: 'The room was closed' });
      waiting.clear();
      if (!isOpen && others.length > 0) return open(others);
      onState(false);
      setTimeout(again, againMs, isOpen ? [key] : keys);
    };
  };
  /** The room may have been opened anew, and then knows none of our keys: only a fresh page has one. */
  const again = async (/** @type {readonly string[]} */ keys) => {
    const isThere = await fetch('/mark.svg', { method: 'HEAD' }).then(
      ({ ok }) => ok,
      () => false,
    );
    if (isThere && wasOpen) location.reload();
    else open(keys);
  };

  open([...new Set([sessionStorage.getItem(keptKey) ?? pageKey, pageKey])]);
  return {
    /** The id by which a request means the file. @param {File} file @returns {Promise<string>} */
    upload: async (file) => {
      const address = `/upload?key=${encodeURIComponent(ownKey)}&name=${encodeURIComponent(file.name)}`;
      const response = await fetch(address, { method: 'POST', body: file });
      const answer = await response.json().catch(() => ({ reason: 'The room would not take the file' }));
      if (!response.ok) throw new Error(answer.reason);
      return answer.id;
    },
    /** @param {Record<string, unknown>} request @returns {Promise<any>} */
    ask: (request) =>
      new Promise((resolve) => {
        if (socket.readyState !== WebSocket.OPEN) return resolve({ is: 'failed', reason: 'The room is closed' });
        waiting.set(++asked, resolve);
        socket.send(JSON.stringify({ ...request, ask: asked }));
      }),
  };
}
