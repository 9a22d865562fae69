import { type Logger, pino } from 'pino'

/** What services log to. Structured facts first, then a sentence; never a secret. */
export type Log = Pick<Logger, 'info' | 'warn' | 'error'>

/**
 * Keys whose values never reach a log, at whatever depth up to three: tokens repeat in headers, errors and options.
 */
const SECRET_KEYS = [
  'authorization',
  'privateKey',
  'apiSecret',
  'signatureSecret',
  'authtoken',
  'token',
  'secret',
  'pem',
]
const SECRET_PATHS = SECRET_KEYS.flatMap((key) => [key, `*.${key}`, `*.*.${key}`])

/** A log of JSON lines on stderr, redacted at the sink. Stdout belongs to what a command was asked to print. */
export function createLog(level: 'info' | 'warn' | 'error'): Log {
  return pino(
    { level, base: null, redact: { paths: SECRET_PATHS, censor: '[redacted]' } },
    pino.destination({ fd: 2, sync: true }),
  )
}
