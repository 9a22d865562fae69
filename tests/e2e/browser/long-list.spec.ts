import { expect, type Page } from '@playwright/test'
import { postCallbacks } from '../../support/callback-load.ts'
import { partsOf } from '../flows/page-parts.ts'
import { inboundText, postCallback } from '../flows/post-callback.ts'
import { test } from './workbench.ts'

/** More than the page holds. */
const MANY = 5_600
const AT_ONCE = 700

/** Not faster than the page is told of them one by one. */
async function postMany(page: Page, url: string, already: number): Promise<void> {
  for (let posted = 0; posted < MANY; posted += AT_ONCE) {
    await postCallbacks({ url, total: AT_ONCE, connections: 8, onAcknowledged: () => undefined })
    const total = already + posted + AT_ONCE
    await expect(partsOf(page).chip(`All ${total.toLocaleString('en-GB')}`)).toBeVisible()
  }
}

test('what is selected stays in place while more arrive than the page holds, and all of them can be reached', async ({
  page,
  workbench,
}) => {
  test.setTimeout(240_000)
  const { inbound } = workbench.urls
  for (let number = 1; number <= 12; number += 1) await postCallback(inbound, inboundText(`early ${number}`))
  const { rows, selectedRow, callbacks, list } = partsOf(page)
  await expect(rows).toHaveCount(12)
  await rows.filter({ hasText: 'early 9' }).click()
  const before = await selectedRow.boundingBox()

  await postMany(page, inbound, 12)
  const pill = callbacks.getByRole('button', { name: `${MANY.toLocaleString('en-GB')} new` })
  await expect(pill).toBeVisible()
  await expect(selectedRow).toContainText('early 9')
  await expect(selectedRow).toHaveAttribute('aria-posinset', String(MANY + 4))
  expect(await selectedRow.boundingBox()).toEqual(before)

  await expect(async () => {
    await list.evaluate((box) => box.scrollTo(0, 0))
    await expect(callbacks.getByRole('button', { name: /new$/ })).toBeHidden({ timeout: 500 })
  }).toPass()
  await expect(rows.first()).toHaveAttribute('aria-posinset', '1')

  await list.focus()
  await expect(async () => {
    await page.keyboard.press('End')
    await expect(selectedRow).toContainText('early 1', { timeout: 500 })
  }).toPass()
  await expect(selectedRow).toHaveAttribute('aria-posinset', String(MANY + 12))
  await expect(selectedRow).toHaveAttribute('aria-setsize', String(MANY + 12))

  await postCallback(inbound, inboundText('the latest'))
  await callbacks.getByRole('button', { name: '1 new' }).click()
  await expect(selectedRow).toContainText('the latest')
  await expect(selectedRow).toHaveAttribute('aria-posinset', '1')
})

test('what is looked at far down the list stays there when the list is read again', async ({
  page,
  workbench,
}) => {
  const { inbound } = workbench.urls
  for (const text of ['early 1', 'early 2']) await postCallback(inbound, inboundText(text))
  await postCallbacks({ url: inbound, total: 600, connections: 8, onAcknowledged: () => undefined })
  const { rows, selectedRow, chip, list } = partsOf(page)
  await expect(chip('All 602')).toBeVisible()
  await list.focus()
  await expect(async () => {
    await page.keyboard.press('End')
    await expect(selectedRow).toContainText('early 1', { timeout: 500 })
  }).toPass()
  await page.keyboard.press('ArrowUp')
  await expect(selectedRow).toContainText('early 2')
  await page.keyboard.press('Delete')
  await expect(chip('All 601')).toBeVisible()
  await expect(selectedRow).toContainText('early 1')

  // After that any row may be another one.
  await page.keyboard.press('u')
  await expect(chip('All 602')).toBeVisible()
  await expect(rows.filter({ hasText: 'early 2' })).toBeInViewport()
  await expect(selectedRow).toBeInViewport()
  await expect(selectedRow).toHaveAttribute('aria-posinset', '602')
})
