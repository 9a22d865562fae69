/** Fills a data folder that nobody uses with so many callbacks: straight into the file, in large batches. */
import { join } from 'node:path'
import { createLog } from '#electron/log/log.ts'
import type { Intake } from '#electron/store/intake.ts'
import { openCapture } from '#electron/store/open-capture.ts'
import { generateCallbacks } from '../generate-callbacks.ts'

const AT_ONCE = 2_000

const [folder = '', count = '0'] = process.argv.slice(2)
const file = join(folder, 'callbacks.db')
const capture = openCapture({
  ...{ file, durability: 'crash', onStored: () => undefined },
  log: createLog('error'),
})
let batch: Intake[] = []
for (const intake of generateCallbacks(Number(count))) {
  if (batch.push(intake) < AT_ONCE) continue
  const written = batch.map(capture.append)
  capture.flush()
  await Promise.all(written)
  batch = []
}
const last = batch.map(capture.append)
await capture.close()
await Promise.all(last)
