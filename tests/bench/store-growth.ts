import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { monitorEventLoopDelay } from 'node:perf_hooks'
import { createLog } from '#electron/log/log.ts'
import { createStore, type Store } from '#electron/store/store.ts'
import { createStoreThreads } from '#electron/store/worker-thread.ts'
import type { Bench, BenchRow } from './bench-row.ts'
import { settle } from './settle.ts'
import { median } from './statistics.ts'
import { countsToTime, searchesToTime } from './store-queries.ts'
import { startWorkbench } from './workbench.ts'

const ROUNDS = 15
const PAGES = 50
const workerScript = join(import.meta.dirname, '../../electron/store-worker.ts')
const fillScript = join(import.meta.dirname, 'load/fill-store.ts')
const page = { order: 'newest', behindSeq: null, limit: 100 } as const

/** What each question costs with few and with very many callbacks, as asked from the main thread, and by how much it grows. */
export const storeGrowth: Bench = async ({ isQuick, log }) => {
  const counts = isQuick ? [2_000, 20_000] : [10_000, 100_000, 1_000_000]
  const measured: (readonly BenchRow[])[] = []
  for (const count of counts) {
    log(`store: ${count} callbacks`)
    measured.push(await measure(count))
  }
  const [few = [], most = []] = [measured[0], measured.at(-1)]
  return [
    ...measured.flatMap((rows, index) =>
      rows.map((row) => ({ ...row, name: `${counts[index]}: ${row.name}` })),
    ),
    ...most.filter(({ unit }) => unit === 'ms').flatMap((row) => growthOf(row, few)),
  ]
}

/** Of questions that find as many, since reading a page costs more than finding it. */
function growthOf(row: BenchRow, few: readonly BenchRow[]): readonly BenchRow[] {
  const before = few.find(({ name }) => name === row.name)
  return before === undefined
    ? []
    : [{ name: `growth: ${row.name}`, unit: 'ratio', value: row.value / before.value }]
}

async function measure(count: number): Promise<readonly BenchRow[]> {
  const folder = mkdtempSync(join(tmpdir(), 'store-growth-'))
  try {
    // Without limits, or most of it would be pruned.
    const retention = { maxCallbacks: null, maxAgeMs: null, maxBytes: null }
    writeFileSync(join(folder, 'settings.json'), JSON.stringify({ retention }))
    // In a process of its own, which does not count as the store's memory.
    spawnSync(process.execPath, [fillScript, folder, String(count)], { stdio: 'inherit' })
    const startedMs = performance.now()
    const store = await open(folder)
    await store.settled()
    const perSecond = count / ((performance.now() - startedMs) / 1_000)
    const questions = await ask(store)
    await store.dispose()
    return [{ name: 'indexed', unit: 'rows/s', value: perSecond }, ...questions, ...(await memoryOf(folder))]
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

async function ask(store: Store): Promise<readonly BenchRow[]> {
  const rows: BenchRow[] = []
  const delays = monitorEventLoopDelay({ resolution: 1 })
  delays.enable()
  for (const { name, query } of searchesToTime) {
    const found = (await store.search(query, page)).length
    rows.push({ name: `${name} (${found})`, unit: 'ms', value: await time(() => store.search(query, page)) })
  }
  rows.push({
    name: 'everything, oldest first',
    unit: 'ms',
    value: await time(() => store.search([], { ...page, order: 'oldest' })),
  })
  for (const { name, query } of countsToTime) {
    rows.push({ name: `count of ${name}`, unit: 'ms', value: await time(() => store.searchCount(query)) })
  }
  rows.push({ name: `page ${PAGES} of everything`, unit: 'ms', value: await pageThrough(store) })
  delays.disable()
  return [...rows, { name: 'main thread held up at most', unit: 'ms', value: delays.max / 1e6 }]
}

/** Page after page; the time of the last. */
async function pageThrough(store: Store): Promise<number> {
  let behindSeq: number | null = null
  let tookMs = 0
  for (let index = 0; index < PAGES; index += 1) {
    const startedMs = performance.now()
    const found: readonly { readonly seq: number }[] = await store.search([], { ...page, behindSeq })
    tookMs = performance.now() - startedMs
    behindSeq = found.at(-1)?.seq ?? behindSeq
  }
  return tookMs
}

async function time(work: () => Promise<unknown>): Promise<number> {
  const times: number[] = []
  for (let round = 0; round < ROUNDS; round += 1) {
    const startedMs = performance.now()
    await work()
    times.push(performance.now() - startedMs)
  }
  return median(times)
}

/** Of browser mode with this data folder, and of the files. */
async function memoryOf(folder: string): Promise<readonly BenchRow[]> {
  const workbench = await startWorkbench(folder)
  await settle(workbench.pid)
  const rss = { name: 'memory of browser mode', unit: 'MB', value: workbench.rssMb() } as const
  await workbench.stop()
  const files = ['callbacks.db', 'index.db'].map(
    (name) => ({ name, unit: 'MB', value: statSync(join(folder, name)).size / 1_048_576 }) as const,
  )
  return [rss, ...files]
}

function open(folder: string): Promise<Store> {
  return createStore({
    folder,
    startThread: createStoreThreads(workerScript),
    secrets: { signatureSecrets: [], apiSecrets: [] },
    durability: 'power-loss',
    onEvent: () => undefined,
    log: createLog('error'),
  })
}
