/** What was wrong on the command line, ready to be printed. */
export class UsageError extends Error {}
