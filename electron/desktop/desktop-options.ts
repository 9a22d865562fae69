import { parseArgs } from 'node:util'
import { WorkbenchError } from '#shared/errors.ts'

/** What a desktop start can be told. */
export type DesktopOptions = {
  /** Null: WORKBENCH_DATA_DIR or the default data folder. */
  readonly dataFolder: string | null
  readonly listenerPort: number | null
  readonly simulatorPort: number | null
}

const HIGHEST_PORT = 65_535

/**
 * Reads `--data DIR`, `--listener-port N` and `--simulator-port N` from the arguments behind the executable. Unknown
 * switches are Chromium's and are left alone. Throws BAD_INPUT when a port is not a number from 0 to 65535 (0: any
 * free port).
 */
export function readDesktopOptions(args: readonly string[]): DesktopOptions {
  const { values } = parseArgs({
    args: [...args],
    options: {
      data: { type: 'string' },
      'listener-port': { type: 'string' },
      'simulator-port': { type: 'string' },
    },
    strict: false,
    allowPositionals: true,
  })
  return {
    dataFolder: text(values.data),
    listenerPort: port('--listener-port', values['listener-port']),
    simulatorPort: port('--simulator-port', values['simulator-port']),
  }
}

function text(value: unknown): string | null {
  return typeof value === 'string' && value !== '' ? value : null
}

function port(name: string, value: unknown): number | null {
  if (value === undefined) return null
  const number = typeof value === 'string' && /^\d{1,5}$/.test(value) ? Number(value) : Number.NaN
  if (Number.isNaN(number) || number > HIGHEST_PORT) throw notAPort(name, value)
  return number
}

function notAPort(name: string, value: unknown): WorkbenchError {
  return new WorkbenchError({
    code: 'BAD_INPUT',
    what: `${name} takes a port number from 0 to ${HIGHEST_PORT}.`,
    why: typeof value === 'string' ? `It was given "${value}".` : 'It was given nothing.',
    fix: 'Start again with a port number (0 for any free port), or without this option.',
  })
}
