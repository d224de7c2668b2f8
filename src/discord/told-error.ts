/** An error whose message holds nothing of what was asked, answered or added: it may be logged. */
export class ToldError extends Error {}
