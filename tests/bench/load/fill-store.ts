/** Fills a data folder that nobody uses with so many callbacks: straight into the file, in large batches. */
import { join } from 'node:path'
import { createIntakeLog, createIntakeWriter, type Intake } from '#electron/store/intake.ts'
import { openDatabase, setDurability } from '#electron/store/open-database.ts'
import { generateCallbacks } from '../generate-callbacks.ts'

const AT_ONCE = 2_000

const [folder = '', count = '0'] = process.argv.slice(2)
const db = openDatabase(join(folder, 'callbacks.db'))
setDurability(db, 'crash')
const log = createIntakeLog({
  db,
  writeIntake: createIntakeWriter(db),
  onCommitted: () => undefined,
  onAnswersLost: () => undefined,
})
let batch: Intake[] = []
for (const intake of generateCallbacks(Number(count))) {
  if (batch.push(intake) < AT_ONCE) continue
  const written = batch.map(log.append)
  log.flush()
  await Promise.all(written)
  batch = []
}
const last = batch.map(log.append)
log.flush()
await Promise.all(last)
db.close()
