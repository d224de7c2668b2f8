/** Patterns of how a text ends, `/…$/`: tried from its first letter on they cost a try a letter, from its last on one. */

/** True for a text that `pattern`, which ends with `$` and has no other way to end, is found in. */
export function endingIn(pattern: RegExp): (text: string) => boolean {
  const backwards = new RegExp(`(?<=${pattern.source.slice(0, -1)})$`, `${pattern.flags}y`);
  return (text) => {
    backwards.lastIndex = text.length;
    return backwards.test(text);
  };
}
