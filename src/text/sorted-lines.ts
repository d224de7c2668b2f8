/** Tables that stay the sorted text they are and are searched by halving, so that opening them costs next to nothing. */

export type Table = (key: string) => string | null;

/** What stands after a key and a tab on its line of the sorted text, '' when nothing does; null when there is no such line. */
export function tableOf(text: string): Table {
  return (key) => {
    let low = 0;
    let high = text.length;
    while (low < high) {
      const start = text.lastIndexOf('\n', Math.max(low, ((low + high) >> 1) - 1)) + 1;
      const from = Math.max(start, low);
      const stop = text.indexOf('\n', from);
      const end = stop < 0 ? text.length : stop;
      const order = orderAt(text, from, end, key);
      if (order === 0) return text.slice(from + key.length + 1, end);
      if (order < 0) low = end + 1;
      else high = from;
    }
    return null;
  };
}

const tab = 9;

/** Below, at or above zero as the line's key comes before, is, or comes after `key`; nothing is copied. */
function orderAt(text: string, from: number, end: number, key: string): number {
  for (let at = 0; ; at++) {
    const code = from + at < end ? text.charCodeAt(from + at) : tab;
    const isEnd = code === tab;
    if (at === key.length) return isEnd ? 0 : 1;
    if (isEnd) return -1;
    const difference = code - key.charCodeAt(at);
    if (difference !== 0) return difference;
  }
}
