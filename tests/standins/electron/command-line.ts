/** Electron's command line, as far as Playwright and a person write it. */
export type CommandLine = {
  /** Modules to load before the app (`-r`). */
  readonly preloads: readonly string[]
  /** `--inspect` was given: Playwright wants to evaluate in the main process. */
  readonly isInspected: boolean
  /** `--name=value` and `--name` before the app's folder. */
  readonly switches: ReadonlyMap<string, string>
  readonly appFolder: string
}

/** Reads the arguments behind the executable; those behind the app's folder belong to the app. */
export function parseCommandLine(args: readonly string[]): CommandLine {
  const preloads: string[] = []
  const switches = new Map<string, string>()
  const rest = [...args]
  for (let arg = rest.shift(); arg !== undefined; arg = rest.shift()) {
    if (arg === '-r') {
      const path = rest.shift()
      if (path !== undefined) preloads.push(path)
    } else if (arg.startsWith('--')) {
      const [, name = '', value = ''] = /^--([^=]*)=?(.*)$/s.exec(arg) ?? []
      switches.set(name, value)
    } else {
      return { preloads, switches, isInspected: switches.has('inspect'), appFolder: arg }
    }
  }
  throw new Error('stand-in: the command line names no app folder')
}
