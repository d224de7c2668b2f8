/** Typed arrays that were read from a file are windows on all of its bytes, and hold them as long as they live themselves. */

/** The same with arrays that hold nothing but themselves. */
export const withOwnArrays = <T extends object>(saved: T): T =>
  Object.fromEntries(Object.entries(saved).map(([name, value]) => [name, owned(value)])) as T;

const owned = (value: unknown): unknown =>
  value instanceof Uint8Array || value instanceof Uint16Array || value instanceof Uint32Array ? value.slice() : value;
