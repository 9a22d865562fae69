import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { createIntakeLog, createIntakeWriter } from '#electron/store/intake.ts'
import { openDatabase } from '#electron/store/open-database.ts'
import { intakeOf } from './intakes.ts'

export type SeededCallback = { readonly body: string; readonly receivedAtMs: number }

/** Puts captured callbacks of any time into a data folder that no workbench has opened yet. */
export async function seedCallbacks(folder: string, callbacks: readonly SeededCallback[]): Promise<void> {
  mkdirSync(folder, { recursive: true })
  const db = openDatabase(join(folder, 'callbacks.db'))
  const log = createIntakeLog({
    db,
    writeIntake: createIntakeWriter(db),
    onCommitted: () => undefined,
    onAnswersLost: () => undefined,
  })
  await Promise.all(callbacks.map(({ body, receivedAtMs }) => log.append(intakeOf(body, { receivedAtMs }))))
  db.close()
}
