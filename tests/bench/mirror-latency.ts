/**
 * What mirroring adds to an answer on loopback: plain, mirrored and direct requests in turn, in one run. `added` is what
 * the listener takes longer when the target's own time is taken off. Run: node tests/bench/mirror-latency.ts [rounds]
 */
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Worker } from 'node:worker_threads'
import { pino } from 'pino'
import { openConf } from '#electron/settings/open-conf.ts'
import { createFileSecretCodec } from '#electron/settings/secret-codec.ts'
import { createStoreThreads } from '#electron/store/worker-thread.ts'
import { createForkedAgents } from '#electron/tunnel/fork-agent.ts'
import { createWorkbench } from '#electron/workbench.ts'
import type { Load, Measured } from './mirror-load.ts'

const rounds = Number(process.argv[2] ?? 1_000)
const folder = mkdtempSync(join(tmpdir(), 'mirror-latency-'))
const { handlers, urls, dispose } = await createWorkbench({
  host: 'browser',
  version: 'bench',
  dataFolder: folder,
  listenerPort: 0,
  simulatorPort: 0,
  openStoreFile: openConf,
  secretCodec: createFileSecretCodec(process.platform),
  startAgent: createForkedAgents(join(import.meta.dirname, '../../electron/tunnel-agent.ts')),
  startStoreThread: createStoreThreads(join(import.meta.dirname, '../../electron/store-worker.ts')),
  log: pino({ level: 'silent' }),
})

const worker = new Worker(join(import.meta.dirname, 'mirror-load.ts'))
const [origin]: string[] = await once(worker, 'message')
const { id: targetId } = await handlers.saveTarget({
  id: null,
  name: 'bench',
  baseUrl: origin ?? '',
  inboundPath: '/webhooks/inbound-message',
  statusPath: '/webhooks/message-status',
  allowedHost: null,
})
// What the filter leaves out is answered without the target: one run has both kinds of answers.
await handlers.saveForwardSettings({
  isOn: true,
  targetId,
  mode: 'mirror',
  filter: 'mirror-me',
  isUnverifiedAllowed: true,
})
const load: Load = { inbound: urls().inbound ?? '', rounds }
worker.postMessage(load)
const [times]: Measured[] = await once(worker, 'message')
if (times !== undefined) print(times)
await dispose()
rmSync(folder, { recursive: true })

function print({ plain, mirrored, direct }: Measured): void {
  const withoutTarget = mirrored.map((ms, index) => ms - (direct[index] ?? 0))
  for (const share of [0.5, 0.99]) {
    const added = at(withoutTarget, share) - at(plain, share)
    const figures = {
      plain: at(plain, share),
      mirrored: at(mirrored, share),
      direct: at(direct, share),
      added,
    }
    const words = Object.entries(figures).map(([name, ms]) => `${name} ${ms.toFixed(2)} ms`)
    process.stdout.write(`${share === 0.5 ? 'median' : 'p99   '}  ${words.join('  ')}\n`)
  }
}

function at(values: readonly number[], share: number): number {
  const sorted = values.toSorted((one, other) => one - other)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0
}
