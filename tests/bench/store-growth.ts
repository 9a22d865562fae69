import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createLog } from '#electron/log/log.ts'
import { createIntakeLog, type Intake } from '#electron/store/intake.ts'
import { openDatabase, setDurability } from '#electron/store/open-database.ts'
import { createStore, type Store } from '#electron/store/store.ts'
import { createStoreThreads } from '#electron/store/worker-thread.ts'
import type { SearchQuery, SearchTerm } from '#shared/search/query.ts'
import { generateCallbacks } from './generate-callbacks.ts'

export type BenchRow = { readonly name: string; readonly unit: string; readonly value: number }

const ROUNDS = 15
const workerScript = join(import.meta.dirname, '../../electron/store-worker.ts')
const tester = '991000000000007'
const stranger = '111000000000042'

const term = (field: string, value: string | number, isNegated = false): SearchTerm =>
  ({ field, value, isNegated, ...(field === 'text' ? { match: 'words' } : {}) }) as SearchTerm
const text = (
  value: string,
  match: 'words' | 'prefix' | 'phrase' = 'words',
  isNegated = false,
): SearchTerm => ({ field: 'text', value, match, isNegated })

/** What is asked, each as the first page of 100. */
const QUERIES: readonly (readonly [string, SearchQuery])[] = [
  ['newest page', []],
  ['kind:inbound', [term('kind', 'inbound')]],
  ['status:rejected', [term('status', 'rejected')]],
  ['type:video', [term('type', 'video')]],
  ['sig:unsigned', [term('sig', 'unsigned')]],
  ['sig:valid (none)', [term('sig', 'valid')]],
  ['code:1340', [term('code', '1340')]],
  ['version:v0.1', [term('version', 'v0.1')]],
  ['has:repeat', [term('has', 'repeat')]],
  ['has:error', [term('has', 'error')]],
  ['person, frequent', [term('person', tester)]],
  ['person, rare', [term('person', stranger)]],
  ['page', [term('page', '107083064136738')]],
  ['from person', [term('from', tester)]],
  ['to page', [term('to', '220391884410027')]],
  ['person+type+status', [term('person', tester), term('kind', 'status'), term('status', 'rejected')]],
  ['rare person+status', [term('person', stranger), term('status', 'rejected')]],
  [
    'person+page+sig+version',
    [term('person', tester), term('page', '107083064136739'), term('sig', 'unsigned'), term('version', 'v1')],
  ],
  ['kind:inbound status:rejected (none)', [term('kind', 'inbound'), term('status', 'rejected')]],
  ['-person', [term('person', tester, true)]],
  ['-kind:status -type:text', [term('kind', 'status', true), term('type', 'text', true)]],
  ['one hour, long ago', [term('after', Date.UTC(2026, 9, 1, 3)), term('before', Date.UTC(2026, 9, 1, 4))]],
  [
    'one hour long ago + status',
    [
      term('after', Date.UTC(2026, 9, 1, 3)),
      term('before', Date.UTC(2026, 9, 1, 4)),
      term('status', 'rejected'),
    ],
  ],
  ['word, common', [text('question')]],
  ['word, rare', [text('wg9e6')]],
  ['two words', [text('question order')]],
  ['prefix', [text('deliv', 'prefix')]],
  ['prefix, 2 letters', [text('wa', 'prefix')]],
  ['prefix, 1 letter', [text('w', 'prefix')]],
  ['phrase', [text('very much the delivery', 'phrase')]],
  ['phrase, words swapped (none)', [text('much very', 'phrase')]],
  ['Chinese', [text('订单')]],
  ['Chinese, one character', [text('流')]],
  ['Japanese', [text('サイズを変更')]],
  ['Thai', [text('สินค้า')]],
  ['emoji', [text('👍')]],
  ['common word + rare person', [text('question'), term('person', stranger)]],
  ['common word + frequent person', [text('question'), term('person', tester)]],
  ['common word + status (none)', [text('question'), term('status', 'rejected')]],
  ['word everywhere + rare person', [text('messenger'), term('person', stranger)]],
  ['-text common', [text('question', 'words', true), term('kind', 'inbound')]],
  ['common word, two common words apart', [text('question delivery')]],
  ['common word + kind that never has it', [text('currency'), term('kind', 'inbound')]],
]

const COUNTS: readonly (readonly [string, SearchQuery])[] = [
  ['count all', []],
  ['count status:rejected', [term('status', 'rejected')]],
  ['count person', [term('person', tester)]],
  ['count common word', [text('question')]],
  ['count common word + person', [text('question'), term('person', tester)]],
]

/** Loads so many callbacks, then measures what each question costs. Medians, in ms, as asked from the main thread. */
async function measure(count: number): Promise<readonly BenchRow[]> {
  const folder = mkdtempSync(join(tmpdir(), 'store-growth-'))
  const rows: BenchRow[] = []
  try {
    // In a process of its own, which does not count as the store's memory.
    spawnSync(process.execPath, [import.meta.filename, 'load', folder, String(count)], { stdio: 'inherit' })
    const startedMs = performance.now()
    const store = await open(folder)
    await store.settled()
    const perSecond = count / ((performance.now() - startedMs) / 1_000)
    rows.push({ name: 'indexed per second', unit: 'callbacks/s', value: Math.round(perSecond) })
    rows.push(...(await questions(store)))
    rows.push(...sizes(folder))
    await store.dispose()
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
  return rows.map((row) => ({ ...row, name: `${count} callbacks: ${row.name}` }))
}

async function questions(store: Store): Promise<readonly BenchRow[]> {
  const rows: BenchRow[] = []
  const page = { order: 'newest', behindSeq: null, limit: 100 } as const
  for (const [name, query] of QUERIES) {
    let found = 0
    const value = await median(async () => {
      found = (await store.search(query, page)).length
    })
    rows.push({ name: `${name} (${found})`, unit: 'ms', value })
  }
  const oldest = { ...page, order: 'oldest' } as const
  rows.push({ name: 'oldest page', unit: 'ms', value: await median(() => store.search([], oldest)) })
  for (const [name, query] of COUNTS) {
    rows.push({ name, unit: 'ms', value: await median(() => store.searchCount(query)) })
  }
  return rows
}

function sizes(folder: string): readonly BenchRow[] {
  const megabytes = (bytes: number) => Math.round(bytes / 1_048_576)
  const rss = { name: 'memory', unit: 'MB', value: megabytes(process.memoryUsage.rss()) }
  const files = ['callbacks.db', 'index.db'].map((name) => ({
    name,
    unit: 'MB',
    value: megabytes(statSync(join(folder, name)).size),
  }))
  return [rss, ...files]
}

async function median(work: () => Promise<unknown>): Promise<number> {
  const times: number[] = []
  for (let round = 0; round < ROUNDS; round += 1) {
    const startedMs = performance.now()
    await work()
    times.push(performance.now() - startedMs)
  }
  const middle = times.toSorted((a, b) => a - b)[Math.floor(ROUNDS / 2)] ?? 0
  return Math.round(middle * 100) / 100
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

/** Straight into the file of captured callbacks, in large batches. */
async function load(folder: string, count: number): Promise<void> {
  const db = openDatabase(join(folder, 'callbacks.db'))
  setDurability(db, 'crash')
  const log = createIntakeLog({ db, onCommitted: () => undefined, onAnswersLost: () => undefined })
  let batch: Intake[] = []
  for (const intake of generateCallbacks(count)) {
    if (batch.push(intake) < 2_000) continue
    await Promise.all(batch.map(log.append))
    batch = []
  }
  await Promise.all(batch.map(log.append))
  db.close()
}

/** Time of each question at 10,000, 100,000 and 1,000,000 callbacks, and by how much it grows. */
export async function run(
  counts: readonly number[] = [10_000, 100_000, 1_000_000],
): Promise<readonly BenchRow[]> {
  const rows: BenchRow[] = []
  for (const count of counts) rows.push(...(await measure(count)))
  return rows
}

const [task, ...rest] = process.argv.slice(2)
if (import.meta.main && task === 'load') await load(rest[0] ?? '', Number(rest[1]))
else if (import.meta.main) {
  const counts = process.argv.slice(2).map(Number)
  for (const { name, unit, value } of await run(counts.length > 0 ? counts : undefined)) {
    process.stdout.write(`${String(value).padStart(10)} ${unit.padEnd(12)} ${name}\n`)
  }
}
