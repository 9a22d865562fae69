import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { openCapture } from '#electron/store/open-capture.ts'
import { intakeOf } from './intakes.ts'
import { recordedLog } from './recorded-log.ts'

export type SeededCallback = { readonly body: string; readonly receivedAtMs: number }

/** Puts captured callbacks of any time into a data folder that no workbench has opened yet. */
export async function seedCallbacks(folder: string, callbacks: readonly SeededCallback[]): Promise<void> {
  mkdirSync(folder, { recursive: true })
  const file = join(folder, 'callbacks.db')
  const { log } = recordedLog()
  const capture = openCapture({ file, log, durability: 'crash', onStored: () => undefined })
  await Promise.all(
    callbacks.map(({ body, receivedAtMs }) => capture.append(intakeOf(body, { receivedAtMs }))),
  )
  await capture.close()
}
