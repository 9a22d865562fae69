import { expect, type Page } from '@playwright/test'
import { type SeededCallback, seedCallbacks } from '../../support/seed-callbacks.ts'
import { look } from '../flows/look.ts'
import { partsOf } from '../flows/page-parts.ts'
import { inboundText, postCallback, statusOf } from '../flows/post-callback.ts'
import { test } from './workbench.ts'

/** Yesterday, so that nothing of the test's own time is in it and all of it is kept. */
const now = new Date()
const START_MS = new Date(now.getFullYear(), now.getMonth(), now.getDate() - 1, 8).getTime()
const DAY = new Date(START_MS).toLocaleDateString('en-GB', { day: 'numeric', month: 'short' })
const HOUR = 3_600_000

function timelineOf(page: Page) {
  const strip = page.getByRole('region', { name: 'Callbacks over time' })
  return {
    strip,
    drawing: strip.getByRole('img'),
    cursor: strip.getByRole('slider'),
    table: strip.getByRole('table'),
    zoomOut: strip.getByRole('button', { name: 'Zoom out' }),
    showAll: strip.getByRole('button', { name: 'Show all times' }),
    toggle: strip.getByRole('button', { name: 'Timeline' }),
  }
}

function burst(): readonly SeededCallback[] {
  const times = (count: number, fromMs: number, everyMs: number) =>
    Array.from({ length: count }, (_, index) => fromMs + index * everyMs)
  return [
    ...times(40, START_MS, 60_000).map((receivedAtMs) => ({ body: inboundText('early'), receivedAtMs })),
    ...times(30, START_MS + HOUR, 60_000).map((receivedAtMs, index) => ({
      body: statusOf(index % 5 === 0 ? 'rejected' : 'delivered'),
      receivedAtMs,
    })),
    ...times(5_000, START_MS + 7 * HOUR, 20).map((receivedAtMs, index) => ({
      body: index % 3 === 0 ? inboundText('burst') : statusOf('delivered'),
      receivedAtMs,
    })),
    ...times(12, START_MS + 7.2 * HOUR, 60_000).map((receivedAtMs) => ({ body: 'not json', receivedAtMs })),
  ]
}

test('an empty workbench has no timeline; callbacks bring it and it follows them', async ({
  page,
  workbench,
}) => {
  const { strip, drawing, toggle } = timelineOf(page)
  await expect(partsOf(page).callbacks.getByText('inbound-message')).toBeVisible()
  await expect(strip).toBeHidden()
  await look(page, 'timeline-none')
  await postCallback(workbench.urls.inbound, inboundText('hello'))
  await expect(drawing).toHaveAccessibleName(/^1 callback from .*: 1 inbound\. Most in 1 second: 1, /)
  await look(page, 'timeline-one')
  await postCallback(workbench.urls.status, statusOf('rejected'))
  await expect(drawing).toHaveAccessibleName(/^2 callbacks from .*: 1 inbound, 1 failed\./)

  await toggle.click()
  await expect(drawing).toBeHidden()
  await look(page, 'timeline-collapsed')
  await page.reload()
  await expect(toggle).toHaveAttribute('aria-expanded', 'false')
  await toggle.click()
  await expect(drawing).toBeVisible()
})

test.describe('with a burst and a gap of hours', () => {
  test.use({
    dataFolder: async ({ dataFolder }, use) => {
      await seedCallbacks(dataFolder, burst())
      await use(dataFolder)
    },
  })

  test('the pointer shows a time and filters by it', async ({ page }) => {
    const { drawing, strip, cursor, table, showAll, zoomOut } = timelineOf(page)
    await expect(drawing).toHaveAccessibleName(
      `5,082 callbacks from ${DAY} 08:00:00 to 15:23:01: 1,707 inbound, 3,357 status, 6 failed, 12 other. Most in 10 minutes: 5,000, ${DAY} 15:00 to 15:10.`,
    )
    await expect(table.getByRole('row').nth(1)).toContainText(`${DAY} 15:20 to 15:30`)
    await look(page, 'timeline-burst')

    const box = await cursor.boundingBox()
    if (box === null) throw new Error('The timeline has no place on the page.')
    const at = (share: number) => [box.x + box.width * share, box.y + box.height / 2] as const
    await page.mouse.move(...at(0.5))
    await expect(strip.getByText('No callbacks', { exact: true })).toBeVisible()
    await page.mouse.move(...at(0.005))
    await expect(strip.getByText('10 callbacks', { exact: true })).toBeVisible()
    await look(page, 'timeline-tooltip')

    await page.mouse.move(...at(0.005))
    await page.mouse.down()
    await page.mouse.move(...at(0.3), { steps: 4 })
    await page.mouse.up()
    await expect(drawing).toHaveAccessibleName(new RegExp(`^70 callbacks from ${DAY} 08:00 to 10:`))
    await expect(partsOf(page).rows.first()).toContainText(`${DAY} 09:29`)
    await look(page, 'timeline-brushed')
    await zoomOut.click()
    await expect(drawing).toHaveAccessibleName(new RegExp(`^70 callbacks from ${DAY} 08:00 to 13:50`))
    await zoomOut.click()
    await expect(drawing).toHaveAccessibleName(/^5,082 callbacks/)
    await expect(zoomOut).toBeHidden()
    await expect(showAll).toBeHidden()
  })

  test('the keyboard moves a cursor, selects, filters and shows all again', async ({ page }) => {
    const { drawing, cursor, showAll } = timelineOf(page)
    await expect(drawing).toHaveAccessibleName(/^5,082 callbacks/)
    await cursor.focus()
    await page.keyboard.press('Home')
    await page.keyboard.press('ArrowRight')
    await expect(cursor).toHaveAttribute('aria-valuetext', `${DAY} 08:10 to 08:20: 10 inbound`)
    await page.keyboard.press('Shift+ArrowRight')
    await expect(cursor).toHaveAttribute('aria-valuetext', `${DAY} 08:10 to 08:30: 20 inbound`)
    await page.keyboard.press('Enter')
    await expect(drawing).toHaveAccessibleName(
      new RegExp(`^20 callbacks from ${DAY} 08:10 to 08:30: 20 inbound\\.`),
    )
    await expect(showAll).toBeVisible()
    await page.keyboard.press('Escape')
    await expect(drawing).toHaveAccessibleName(/^5,082 callbacks/)
    await expect(showAll).toBeHidden()
  })

  test('another filter shows its own times', async ({ page }) => {
    const { drawing } = timelineOf(page)
    await expect(drawing).toHaveAccessibleName(/^5,082 callbacks/)
    await partsOf(page).search.fill('status:rejected')
    await expect(drawing).toHaveAccessibleName(
      new RegExp(`^6 callbacks from ${DAY} 09:00:00 to 09:25:01: 6 failed\\.`),
    )
    await partsOf(page).search.fill('burst')
    await expect(drawing).toHaveAccessibleName(
      new RegExp(`^1,667 callbacks from ${DAY} 15:00:00 to 15:01:40: 1,667 inbound\\.`),
    )
    await partsOf(page).search.fill('status:unheard')
    await expect(drawing).toBeHidden()
    await look(page, 'timeline-no-match')
  })
})
