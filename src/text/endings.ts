/** Patterns of how a text ends, `/…$/`: tried from its first letter on they cost a try a letter, from its last on one. */

/** True for a text that `pattern`, which ends with `$` and has no other way to end, is found in. */
export function endingIn(pattern: RegExp): (text: string) => boolean {
  const backwards = backwardsOf(pattern);
  return (text) => {
    backwards.lastIndex = text.length;
    return backwards.test(text);
  };
}

/** What its groups take at a text's end, each as much as it can, the last one first; null where it isn't found. */
export function groupsAtEnd(pattern: RegExp): (text: string) => readonly (string | undefined)[] | null {
  const backwards = backwardsOf(pattern);
  return (text) => {
    backwards.lastIndex = text.length;
    return backwards.exec(text)?.slice(1) ?? null;
  };
}

const backwardsOf = ({ flags, source }: RegExp): RegExp => new RegExp(`(?<=${source.slice(0, -1)})$`, `${flags}y`);
