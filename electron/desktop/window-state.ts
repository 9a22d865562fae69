import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import type { Log } from '../log/log.ts'

const WindowState = z.object({
  bounds: z.object({
    x: z.number(),
    y: z.number(),
    width: z.number().min(1),
    height: z.number().min(1),
  }),
  mode: z.enum(['normal', 'maximized', 'full-screen']),
})
export type WindowState = Readonly<z.infer<typeof WindowState>>

/** Where the window was when it was last closed. */
export type WindowStateFile = {
  /** Null where nothing usable is stored: the window then opens at its default place. */
  readonly read: () => WindowState | null
  readonly write: (state: WindowState) => void
}

/** The file that remembers where the window was. One that cannot be read is as good as none. */
export function createWindowStateFile(dataFolder: string, log: Log): WindowStateFile {
  const path = join(dataFolder, 'window-state.json')
  return {
    read() {
      try {
        return WindowState.safeParse(JSON.parse(readFileSync(path, 'utf8'))).data ?? null
      } catch {
        return null
      }
    },
    write(state) {
      try {
        writeFileSync(path, JSON.stringify(state), { mode: 0o600 })
      } catch (error) {
        // Losing the window's place must not keep the window from closing.
        log.warn({ err: error }, 'The place of the window could not be stored.')
      }
    },
  }
}
