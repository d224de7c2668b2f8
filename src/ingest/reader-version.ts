/**
 * Grows by one whenever some reader gives another article for the same bytes, so that an article that is kept can be told
 * to be of an older reading, and be read again.
 */
export const readerVersion = 6;
