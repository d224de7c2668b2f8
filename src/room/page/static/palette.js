/** The commands, by what was typed after the slash. */

/** Those whose names hold it, those that start with it first. @param {readonly any[]} commands @param {string} text */
export function paletteOf(commands, text) {
  const typed = text.toLowerCase().replaceAll(/\s+/gu, ' ');
  const fitting = commands.filter(({ name }) => name.includes(typed));
  const starts = (/** @type {any} */ { name }) => Number(name.startsWith(typed));
  return fitting
    .toSorted((a, b) => starts(b) - starts(a))
    .map((command) => ({
      label: `/${command.name}`,
      aside: (command.options ?? []).map((/** @type {any} */ { name }) => name),
      detail: command.description,
      value: command,
    }));
}

/** The name that fewest letters tell from what was typed, where those are few. @param {readonly any[]} commands @param {string} typed */
export function nearestName(commands, typed) {
  const given = typed.toLowerCase();
  const near = commands.map(({ name }) => ({ name, steps: stepsBetween(given, name) }));
  const [nearest] = near.toSorted((a, b) => a.steps - b.steps);
  return nearest && nearest.steps <= Math.max(1, nearest.name.length / 3) ? nearest.name : null;
}

/** Letters put in, left out, changed or swapped. @param {string} from @param {string} to */
function stepsBetween(from, to) {
  let [before, row] = [/** @type {number[]} */ ([]), Array.from({ length: to.length + 1 }, (_, at) => at)];
  for (let i = 1; i <= from.length; i++) {
    const next = [i];
    for (let j = 1; j <= to.length; j++) {
      const isSwapped = from[i - 1] === to[j - 2] && from[i - 2] === to[j - 1];
      const change = (row[j - 1] ?? 0) + Number(from[i - 1] !== to[j - 1]);
      const steps = Math.min(change, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1);
      next.push(isSwapped && i > 1 && j > 1 ? Math.min(steps, (before[j - 2] ?? 0) + 1) : steps);
    }
    [before, row] = [row, next];
  }
  return row[to.length] ?? 0;
}
