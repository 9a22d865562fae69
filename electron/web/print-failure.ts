import { wireError } from '../bridge/wire-error.ts'

/** Says on stderr why the app did not start, in three sentences and without a stack. */
export function printFailure(error: unknown): void {
  const { code, what, why, fix } = wireError(error)
  process.stderr.write(`${what}\n${why}\n${fix} (${code})\n`)
}
