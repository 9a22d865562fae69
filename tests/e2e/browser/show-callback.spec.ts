import { expect, type Page } from '@playwright/test'
import { chatsParts } from '../flows/chats-parts.ts'
import { partsOf } from '../flows/page-parts.ts'
import { inboundText, postCallback, statusOf } from '../flows/post-callback.ts'
import { test } from './workbench.ts'

const ANA = { from: '3000000000000001' }
const BEN = { from: '3000000000000002' }

/** From the first message of the conversation that is shown. */
async function showOnCallbacksPage(page: Page): Promise<void> {
  const first = chatsParts(page).bubbles.first()
  await first.getByRole('button', { name: 'What can be done with this message' }).click()
  await page.getByRole('menuitem', { name: 'Show on Callbacks page' }).click()
}

test('the list scrolls to a callback that is shown from elsewhere, and says when its filter hides it', async ({
  page,
  workbench,
}) => {
  const { inbound, status } = workbench.urls
  await postCallback(inbound, inboundText('A red bicycle', ANA))
  for (let number = 1; number <= 60; number += 1)
    await postCallback(inbound, inboundText(`No. ${number}`, BEN))
  await postCallback(status, statusOf('submitted'))
  const { rows, selectedRow, list, chip, details } = partsOf(page)
  await expect(rows.first()).toContainText('submitted')
  await page.keyboard.press('ControlOrMeta+2')
  const chats = chatsParts(page)
  await chats.rows.filter({ hasText: 'A red bicycle' }).click()
  await showOnCallbacksPage(page)
  await expect(selectedRow).toContainText('A red bicycle')
  await expect(selectedRow).toBeInViewport()

  await list.evaluate((box) => box.scrollTo({ top: 0 }))
  await expect(selectedRow).toHaveCount(0)
  await page.keyboard.press('ControlOrMeta+k')
  await page.keyboard.type('red bicycle')
  await page.getByRole('group', { name: 'Captured callbacks' }).getByRole('option').click()
  await expect(selectedRow).toBeInViewport()

  const hidden = details.getByText('The list’s filter does not show it.')
  await expect(hidden).toBeHidden()
  await chip('Status').click()
  await expect(rows).toHaveCount(1)
  await expect(hidden).toBeVisible()
  await page.keyboard.press('ControlOrMeta+2')
  await showOnCallbacksPage(page)
  await expect(details).toContainText('A red bicycle')
  await expect(hidden).toBeVisible()
  await chip(/^All/).click()
  await expect(hidden).toBeHidden()
})
