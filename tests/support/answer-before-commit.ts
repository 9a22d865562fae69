import { join } from 'node:path'
import { createListener } from '#electron/listener/listener.ts'
import { createLog } from '#electron/log/log.ts'
import type { Intake } from '#electron/store/intake.ts'
import { createStore } from '#electron/store/store.ts'
import { createStoreThreads } from '#electron/store/worker-thread.ts'

/**
 * What the workbench must not be: a listener that answers 200 first and stores in batches of 700 later. Run as a
 * process with the data folder as argument; prints the addresses as browser mode does. It shows that the test of what
 * survives a kill can fail.
 */
const log = createLog('error')
const store = await createStore({
  folder: process.argv[2] ?? '',
  startThread: createStoreThreads(join(import.meta.dirname, '../../electron/store-worker.ts')),
  secrets: { signatureSecrets: [], apiSecrets: [] },
  durability: 'power-loss',
  onEvent: () => undefined,
  log,
})
const waiting: Intake[] = []
const listener = await createListener({
  wantedPort: 0,
  avoidPorts: [],
  async append(intake) {
    waiting.push(intake)
    if (waiting.length === 700) for (const one of waiting.splice(0)) await store.append(one)
    return 0
  },
  answered: () => undefined,
  rules: { take: () => null },
  answerTest: () => null,
  segment: () => null,
  onStoreFailure: () => undefined,
  nowMs: () => Date.now(),
  log,
})
process.stdout.write(`${JSON.stringify({ inbound: listener.inboundUrl })}\n`)
