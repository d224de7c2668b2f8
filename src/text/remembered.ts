/** What was worked out for a text is kept for the next time, as long as there is room. */
const rememberedMax = 50_000;

/** `of` must give for one text always the same; what it gives is shared, and so never altered. At `max` texts all are forgotten. */
export function remembered<T>(of: (text: string) => T, max = rememberedMax): (text: string) => T {
  const known = new Map<string, T>();
  return (text) => {
    const before = known.get(text);
    if (before !== undefined) return before;
    const value = of(text);
    if (known.size >= max) known.clear();
    known.set(text, value);
    return value;
  };
}
