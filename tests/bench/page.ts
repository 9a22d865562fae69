import { type Browser, chromium, type Page } from '@playwright/test'
import { findChromium } from '../find-chromium.ts'
import type { Bench, BenchOptions, BenchRow } from './bench-row.ts'
import { type Load, startLoad } from './load/load.ts'
import { newestSeq, newestSeqIs, scrollTo, walkList, watchArrivals } from './page-probes.ts'
import { settle } from './settle.ts'
import { median, percentile } from './statistics.ts'
import { signer, startWorkbench } from './workbench.ts'

const PER_SECOND = 500
const STORED = 100_000

/**
 * The page under load, in Chromium without a graphics card: how long a callback takes from its answer to the screen,
 * what scrolling is like while 500 a second arrive and over a long list, and what the page needs of memory.
 */
export const page: Bench = async (options) => {
  const workbench = await startWorkbench()
  const load = await startLoad(options.isQuick ? 5_000 : 40_000, signer)
  const browser = await chromium.launch({ executablePath: await findChromium() })
  try {
    const open = await browser.newPage({ viewport: { width: 1280, height: 800 } })
    await open.goto(workbench.urls.workbench)
    const inbound = new URL(workbench.urls.inbound)
    const address = { port: Number(inbound.port), path: inbound.pathname }
    return [
      ...(await answerToRow(open, workbench.urls.inbound, options)),
      ...(await underLoad(open, load, address, options)),
      ...(await longList(
        browser,
        load,
        { ...address, page: workbench.urls.workbench, pid: workbench.pid },
        options,
      )),
      { name: 'services, memory after all that', unit: 'MB', value: workbench.rssMb() },
    ]
  } finally {
    await browser.close()
    load.dispose()
    await workbench.stop()
  }
}

/** One callback at a time; the page notes when its row is painted, the clock is that of one machine. */
async function answerToRow(
  open: Page,
  inbound: string,
  { isQuick }: BenchOptions,
): Promise<readonly BenchRow[]> {
  const tookMs: number[] = []
  for (let round = 0; round < (isQuick ? 20 : 40); round += 1) {
    const word = `painted${round}x${Date.now()}`
    const painted = open.evaluate(watchArrivals, word)
    const body = {
      channel: 'messenger',
      message_uuid: word,
      from: '1',
      to: '2',
      message_type: 'text',
      text: word,
    }
    await fetch(inbound, { method: 'POST', body: JSON.stringify(body) })
    const answeredAtMs = Date.now()
    tookMs.push((await painted) - answeredAtMs)
  }
  return [
    { name: 'answer to row on screen, median', unit: 'ms', value: median(tookMs) },
    { name: 'answer to row on screen, longest', unit: 'ms', value: Math.max(...tookMs) },
  ]
}

type Address = { readonly port: number; readonly path: string }

/** 500 a second while somebody has selected a callback and scrolls up and down. */
async function underLoad(
  open: Page,
  load: Load,
  address: Address,
  { isQuick, log }: BenchOptions,
): Promise<readonly BenchRow[]> {
  const seconds = isQuick ? 5 : 60
  const newestBefore = await open.evaluate(newestSeq)
  await open.getByRole('option').nth(3).click()
  const shownBefore = await shownUuid(open)
  const firing = load.fire({
    ...address,
    connections: 16,
    durationMs: seconds * 1_000,
    perSecond: PER_SECOND,
  })
  const frames = await open.evaluate(scrollTo, { seconds: seconds - 1, mostPx: 4_000 })
  const fired = await firing
  log(`page: ${fired.answered} answered at ${fired.perSecond.toFixed(0)}/s, p99 ${fired.p99Ms.toFixed(1)} ms`)
  await open.waitForFunction(newestSeqIs, newestBefore + fired.answered, { timeout: 60_000 })
  const isSelectionKept = (await shownUuid(open)) === shownBefore
  const seen = await open.evaluate(walkList, newestBefore)
  log(`page: ${seen} rows of them seen by walking down the list`)
  return [
    { name: `callbacks answered in ${seconds} s at ${PER_SECOND}/s`, unit: 'count', value: fired.answered },
    { name: 'of these, missing in the list', unit: 'count', value: fired.answered - seen },
    { name: 'selection moved while they arrived', unit: 'count', value: isSelectionKept ? 0 : 1 },
    ...frameRows('scrolling while they arrive', frames),
  ]
}

/** A list of 100,000 callbacks, scrolled through as far as it is loaded on the way. */
async function longList(
  browser: Browser,
  load: Load,
  { page: url, pid, ...address }: Address & { readonly page: string; readonly pid: number },
  { isQuick, log }: BenchOptions,
): Promise<readonly BenchRow[]> {
  const wanted = isQuick ? 3_000 : STORED
  for (let stored = 0; stored < wanted; ) {
    stored += (await load.fire({ ...address, connections: 64, durationMs: 1_000, perSecond: null })).answered
    log(`page: ${stored} of ${wanted} stored`)
  }
  await settle(pid)
  const open = await browser.newPage({ viewport: { width: 1280, height: 800 } })
  await open.goto(url)
  await open.getByRole('option').first().waitFor()
  const frames = await open.evaluate(scrollTo, { seconds: isQuick ? 3 : 20, mostPx: 400_000 })
  const heapBytes = await open.evaluate(
    () => Reflect.get(performance, 'memory')?.usedJSHeapSize ?? Number.NaN,
  )
  return [
    ...frameRows(`scrolling over ${wanted.toLocaleString('en-GB')} callbacks`, frames),
    { name: 'page, JavaScript memory after that', unit: 'MB', value: heapBytes / 1024 / 1024 },
  ]
}

function frameRows(what: string, framesMs: readonly number[]): readonly BenchRow[] {
  const seconds = framesMs.reduce((sum, ms) => sum + ms, 0) / 1_000
  return [
    { name: `${what}, frames per second`, unit: 'fps', value: framesMs.length / seconds },
    { name: `${what}, 99 of 100 frames within`, unit: 'ms', value: percentile(framesMs, 0.99) },
  ]
}

/** The callback in the details, known by its message_uuid. */
async function shownUuid(open: Page): Promise<string> {
  const text = await open.getByRole('region', { name: 'Callback details' }).innerText()
  return /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/.exec(text)?.[0] ?? ''
}
