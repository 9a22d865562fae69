import { createHash, randomUUID } from 'node:crypto'
import { createReadStream, createWriteStream, mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { createLog } from '#electron/log/log.ts'
import { createSessions } from '#electron/session/sessions.ts'
import type { Intake } from '#electron/store/intake.ts'
import { createStore, type Store } from '#electron/store/store.ts'
import { createStoreThreads } from '#electron/store/worker-thread.ts'
import type { ExportRequest } from '#shared/session/session-job.ts'
import type { Bench, BenchRow } from './bench-row.ts'
import { generateCallbacks } from './generate-callbacks.ts'

const COUNT = 100_000
const MANY = 1_000_000
const QUICK = 5_000
const workerScript = join(import.meta.dirname, '../../electron/store-worker.ts')
const asItIs: ExportRequest = {
  selection: { kind: 'all' },
  format: 'session',
  isRedacted: false,
  hasByteOrderMark: false,
}

/**
 * Exports callbacks, imports the file into an empty data folder and exports that: both files must be the same. Then
 * how memory behaves while many more are exported.
 */
export const sessionRoundTrip: Bench = async ({ isQuick, log }) => {
  const folder = mkdtempSync(join(tmpdir(), 'session-round-trip-'))
  const rows: BenchRow[] = []
  try {
    rows.push(...(await roundTrip(folder, isQuick ? QUICK : COUNT, log)))
    rows.push(...(await manyExported(folder, isQuick ? QUICK : MANY, log)))
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
  return rows
}

async function roundTrip(
  folder: string,
  count: number,
  log: (line: string) => void,
): Promise<readonly BenchRow[]> {
  const [first, second] = [join(folder, 'first.jsonl'), join(folder, 'second.jsonl')]
  const source = await open(join(folder, 'source'))
  await load(source.store, count)
  const exported = await measured(() => source.exportTo(first, asItIs))
  await source.close()
  log(`round trip: exported ${sizeOf(exported)}`)

  const target = await open(join(folder, 'target'))
  const imported = await measured(() => target.importFrom(first))
  log(`round trip: imported ${sizeOf(imported)}`)
  await target.store.settled()
  await target.exportTo(second, asItIs)
  await target.close()
  const [before, after] = [await sha256(first), await sha256(second)]
  log(`round trip: ${before}\nround trip: ${after}`)
  if (before !== after) throw new Error('The second export differs from the first.')
  return [
    { name: `export of ${count}`, unit: 'rows/s', value: (count / exported.ms) * 1_000 },
    { name: `import of ${count}`, unit: 'rows/s', value: (count / imported.ms) * 1_000 },
    { name: 'file', unit: 'MB', value: megabytes((await stat(first)).size) },
    { name: 'memory: import grows it by', unit: 'MB', value: imported.grownMb },
  ]
}

async function manyExported(
  folder: string,
  count: number,
  log: (line: string) => void,
): Promise<readonly BenchRow[]> {
  const source = await open(join(folder, 'many'))
  await load(source.store, count)
  const rows: BenchRow[] = []
  for (const isRedacted of [false, true]) {
    const path = join(folder, 'many.jsonl')
    const run = await measured(() => source.exportTo(path, { ...asItIs, isRedacted }))
    const name = `${isRedacted ? 'redacted ' : ''}export of ${count}`
    log(`${name} ${sizeOf(run)}`)
    rows.push({ name, unit: 'rows/s', value: (count / run.ms) * 1_000 })
    rows.push({ name: `memory: ${name} grows it by`, unit: 'MB', value: run.grownMb })
    rmSync(path)
  }
  await source.close()
  return rows
}

async function open(folder: string) {
  mkdirSync(folder)
  const store = await createStore({
    folder,
    startThread: createStoreThreads(workerScript),
    secrets: { signatureSecrets: [], apiSecrets: [] },
    durability: 'crash',
    onEvent: () => undefined,
    log: createLog('error'),
  })
  const sessions = createSessions({
    open: store.session,
    save: store.importBatch,
    names: () => [],
    nameThem: () => undefined,
    appVersion: 'bench',
    files: null,
    publish: () => undefined,
    newId: randomUUID,
    nowMs: () => Date.now(),
  })
  const expectDone = () => {
    const [job] = sessions.jobs()
    if (job?.state !== 'done' || job.faults.count > 0) throw new Error(JSON.stringify(job))
  }
  return {
    store,
    async exportTo(path: string, request: ExportRequest): Promise<void> {
      const job = await sessions.startExport(request)
      await sessions.takeExport(job?.id ?? '')?.writeTo(createWriteStream(path))
      expectDone()
    },
    async importFrom(path: string): Promise<void> {
      const { id } = sessions.startImport('session.jsonl', 0)
      await sessions.takeImport(id)?.readFrom(createReadStream(path))
      expectDone()
    },
    close: () => store.dispose(),
  }
}

async function load(store: Store, count: number): Promise<void> {
  let batch: Intake[] = []
  const flush = async () => {
    const seqs = await Promise.all(batch.map(store.append))
    for (const seq of seqs) store.answered({ seq, httpStatus: 200, durationMs: (seq % 100) / 8 })
    batch = []
  }
  for (const intake of generateCallbacks(count)) {
    if (batch.push(intake) === 2_000) await flush()
  }
  await flush()
  await store.settled()
}

type Run = { readonly ms: number; readonly grownMb: number }

/** How long something takes, and how far memory goes above where it was before. */
async function measured(work: () => Promise<void>): Promise<Run> {
  const before = process.memoryUsage.rss()
  let most = before
  const timer = setInterval(() => {
    most = Math.max(most, process.memoryUsage.rss())
  }, 50)
  const startedMs = performance.now()
  try {
    await work()
  } finally {
    clearInterval(timer)
  }
  return { ms: performance.now() - startedMs, grownMb: megabytes(most - before) }
}

async function sha256(path: string): Promise<string> {
  const hash = createHash('sha256')
  await pipeline(createReadStream(path), hash)
  return hash.digest('hex')
}

function sizeOf({ ms, grownMb }: Run): string {
  return `in ${(ms / 1_000).toFixed(1)} s, memory +${grownMb} MB`
}

function megabytes(bytes: number): number {
  return Math.round(bytes / 1_048_576)
}

if (import.meta.main) {
  const log = (line: string) => void process.stderr.write(`${line}\n`)
  const isQuick = process.argv.includes('--quick')
  for (const { name, unit, value } of await sessionRoundTrip({
    isQuick,
    hasPeers: false,
    isByWrk: false,
    log,
  })) {
    process.stdout.write(`${value.toFixed(0).padStart(10)} ${unit.padEnd(8)} ${name}\n`)
  }
}
