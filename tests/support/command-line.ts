import { startProcess } from './workbench-process.ts'

/** No credentials but those that a test gives. */
const NO_CREDENTIALS = Object.fromEntries(
  Object.keys(process.env)
    .filter((name) => /^(VONAGE|NEXMO)_/.test(name))
    .map((name) => [name, undefined]),
)

/** A command on its way, as a process of its own. */
export function startCommand(args: readonly string[], env: Readonly<Record<string, string>> = {}) {
  return startProcess({ script: 'electron/cli.ts', args, env: { ...NO_CREDENTIALS, ...env } })
}

/** The same to its end. */
export const command = (...args: readonly string[]) => startCommand(args).ended
