import type { CallbackRow } from '#shared/callback.ts'
import { countText } from '#shared/count-text.ts'
import type { SearchQuery } from '#shared/search/query.ts'
import { fitTable } from '#shared/terminal/fit-table.ts'
import { printableJson } from '#shared/terminal/printable.ts'
import { createSettings } from '../settings/settings.ts'
import type { SearchOrder } from '../store/search-source.ts'
import { callbackColumns } from './callback-columns.ts'
import { readFilterWords } from './filter-words.ts'
import { readingOnly } from './open-for-reading.ts'
import { type CallbackReader, openReader } from './open-reader.ts'
import type { Terminal } from './terminal.ts'
import { withCleanup } from './with-cleanup.ts'

export type ListOptions = {
  readonly json?: boolean
  readonly limit: number
  readonly oldestFirst?: boolean
  readonly follow?: boolean
}

const ROWS_AT_ONCE = 500
const LOOK_EVERY_MS = 300
/** A callback is stored before it is answered: so long the answer of a new one is waited for. */
const ANSWER_WAIT_MS = 2_000

/** Prints the callbacks that a filter finds. `follow` goes on until the process is ended. */
export async function listCallbacks(
  { words, dataFolder, options }: { words: readonly string[]; dataFolder: string; options: ListOptions },
  terminal: Terminal,
): Promise<void> {
  const { query } = readFilterWords(words, { nowMs: Date.now(), terminal })
  await withCleanup(async (cleanup) => {
    const reader = await openReader(dataFolder, cleanup)
    const print = options.json === true ? jsonPrinter(terminal) : tablePrinter(dataFolder, terminal)
    if (options.follow === true) return await follow({ reader, query, limit: options.limit }, print)

    const order = options.oldestFirst === true ? 'oldest' : 'newest'
    let printed = 0
    for await (const rows of pages(reader, query, { order, behindSeq: null, limit: options.limit })) {
      await print(rows)
      printed += rows.length
    }
    if (printed === 0) terminal.say('No callback matches.')
    if (printed === options.limit && options.json !== true)
      await sayWhatIsLeft(reader, query, printed, terminal)
  })
}

type Page = { readonly order: SearchOrder; readonly behindSeq: number | null; readonly limit: number }

async function* pages(reader: CallbackReader, query: SearchQuery, { order, behindSeq, limit }: Page) {
  for (let [behind, left] = [behindSeq, limit]; left > 0; ) {
    const page = { order, behindSeq: behind, limit: Math.min(left, ROWS_AT_ONCE) }
    const rows: readonly CallbackRow[] = await reader.search(query, page)
    const last: CallbackRow | undefined = rows.at(-1)
    if (last === undefined) return
    yield rows
    ;[behind, left] = [last.seq, left - rows.length]
  }
}

type Following = { readonly reader: CallbackReader; readonly query: SearchQuery; readonly limit: number }

/** The newest ones, and then each as it comes. */
async function follow({ reader, query, limit }: Following, print: Print): Promise<never> {
  const newest = await reader.search(query, { order: 'newest', behindSeq: null, limit })
  await print(newest.toReversed())
  for (let seen = newest[0]?.seq ?? 0; ; ) {
    await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY_MS))
    const rows = await reader.search(query, { order: 'oldest', behindSeq: seen, limit: ROWS_AT_ONCE })
    const unanswered = rows.findIndex(
      ({ answer, receivedAtMs }) => answer === null && Date.now() - receivedAtMs < ANSWER_WAIT_MS,
    )
    const ready = unanswered < 0 ? rows : rows.slice(0, unanswered)
    await print(ready)
    seen = ready.at(-1)?.seq ?? seen
  }
}

async function sayWhatIsLeft(
  reader: CallbackReader,
  query: SearchQuery,
  printed: number,
  terminal: Terminal,
) {
  const { count, isExact } = await reader.searchCount(query)
  if (count <= printed) return
  const all = `${isExact ? '' : 'about '}${countText(count, 'callback')}`
  terminal.say(`${printed} of ${all}. More with --limit.`)
}

type Print = (rows: readonly CallbackRow[]) => Promise<void>

function jsonPrinter(terminal: Terminal): Print {
  return async (rows) => {
    for (const { receivedAtMs, lastInboundAtMs: _, ...row } of rows) {
      await terminal.print(printableJson({ receivedAt: new Date(receivedAtMs).toISOString(), ...row }))
    }
  }
}

function tablePrinter(dataFolder: string, terminal: Terminal): Print {
  const { personNames } = createSettings({ ...readingOnly, folder: dataFolder }).get()
  const names = new Map(personNames.map(({ psid, name }) => [psid, name]))
  const columns = callbackColumns((psid) => names.get(psid))
  let table: ReturnType<typeof fitTable<CallbackRow>> | null = null
  return async (rows) => {
    if (rows.length === 0) return
    if (table === null) {
      table = fitTable(columns, terminal.columns, rows)
      await terminal.print(table.header)
    }
    for (const row of rows) await terminal.print(table.lineOf(row))
  }
}
