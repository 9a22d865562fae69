import { chromium, expect, type Page } from '@playwright/test'
import { findChromium } from '../find-chromium.ts'
import type { Bench, BenchRow } from './bench-row.ts'
import { type BigBody, bigBodies } from './big-bodies.ts'
import { type Opening, openRow } from './open-row.ts'
import { median } from './statistics.ts'
import { startWorkbench } from './workbench.ts'

const ROUNDS = 9
const SMALL = '{"message_uuid":"small"}'

/**
 * From the click on a row to its body of 1 MiB on the screen, and the longest task of the page's main thread meanwhile
 * (tasks under 50 ms count as 0: browsers do not report them). The Body tab is open, a small callback is shown before.
 */
export const bodyView: Bench = async ({ isQuick, log }) => {
  const workbench = await startWorkbench()
  const browser = await chromium.launch({ executablePath: await findChromium() })
  try {
    const page = await browser.newPage({ viewport: { width: 1280, height: 800 } })
    await page.goto(workbench.urls.workbench)
    const rows: BenchRow[] = []
    for (const body of bigBodies()) {
      await fill(page, workbench.urls.inbound, body)
      for (const look of body.looks) {
        rows.push(...(await measure(page, { ...body, look, rounds: isQuick ? 2 : ROUNDS })))
        log(`body-view: ${body.name}, ${look}`)
      }
    }
    return rows
  } finally {
    await browser.close()
    await workbench.stop()
  }
}

/** The big callback and a small one above it. */
async function fill(page: Page, inbound: string, { bytes }: BigBody): Promise<void> {
  const rows = page.getByRole('option')
  const before = await rows.count()
  for (const body of [bytes, SMALL]) {
    const headers = { 'content-type': 'application/json' }
    const { status } = await fetch(inbound, { method: 'POST', headers, body })
    if (status !== 200) throw new Error(`The callback was answered ${status}.`)
  }
  await expect(rows).toHaveCount(before + 2)
  await rows.first().click()
  await page.getByRole('tab', { name: 'Body' }).click()
}

type Measured = BigBody & { readonly look: string; readonly rounds: number }

async function measure(page: Page, { name, look, sign, rounds }: Measured): Promise<readonly BenchRow[]> {
  const openings: Opening[] = []
  // The first round only warms up.
  for (let round = 0; round <= rounds; round += 1) {
    await page.evaluate(openRow, { index: 0, sign: '"small"' })
    // A view that is chosen once stays chosen.
    if (round === 0 && look !== 'Hex') await page.getByRole('radio', { name: look }).click()
    const opening = await page.evaluate(openRow, { index: 1, sign })
    if (round > 0) openings.push(opening)
  }
  const what = `1 MiB ${name}, ${look.toLowerCase()}`
  return [
    {
      name: `${what}: click to visible`,
      unit: 'ms',
      value: median(openings.map((one) => one.visibleAfterMs)),
    },
    { name: `${what}: longest task`, unit: 'ms', value: median(openings.map((one) => one.longestTaskMs)) },
  ]
}
