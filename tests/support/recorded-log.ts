import { pino } from 'pino'
import type { Log } from '#electron/log/log.ts'

/** A log that keeps its lines. */
export function recordedLog(): { readonly log: Log; readonly lines: readonly string[] } {
  const lines: string[] = []
  return { log: pino({ level: 'info', base: null }, { write: (line) => lines.push(line) }), lines }
}
