import type { Log } from '../log/log.ts'

/** Whatever hangs, the process is gone after this long: five seconds to put addresses back, and the rest to close. */
const LONGEST_STOP_MS = 8_000

/** Ends the app cleanly on SIGINT, SIGTERM and SIGHUP, and on an error nobody caught. A second signal does not wait. */
export function stopOnSignals(dispose: () => Promise<void>, log: Log): void {
  let isStopping = false

  function stop(exitCode: number): void {
    if (isStopping) process.exit(exitCode)
    isStopping = true
    setTimeout(() => process.exit(exitCode), LONGEST_STOP_MS).unref()
    dispose()
      .catch((err: unknown) => log.error({ err }, 'Not everything could be closed.'))
      .finally(() => process.exit(exitCode))
  }

  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    // The settings library sends every signal a second time, which would cut the first one's work short.
    process.removeAllListeners(signal)
    process.on(signal, () => stop(0))
  }
  for (const event of ['uncaughtException', 'unhandledRejection'] as const) {
    process.on(event, (err: unknown) => {
      log.error({ err }, 'Something failed that nobody handled. Stopping.')
      stop(1)
    })
  }
}
