import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect } from '@playwright/test'
import { partsOf } from '../flows/page-parts.ts'
import { inboundText, postCallback } from '../flows/post-callback.ts'
import { expectRead, replyToSimulatedMessage, sendReply, simulateFirstMessage } from '../flows/reply-flow.ts'
import { test } from './workbench.ts'

const TUTORIAL = join(import.meta.dirname, '../../fixtures/v0.1-inbound-text-tutorial.json')

test('a simulated message arrives, a reply goes out, its statuses come back', async ({ page }) => {
  await replyToSimulatedMessage(page, 'Thanks, on its way')
  const { rows } = partsOf(page)
  await expect(rows).toHaveCount(4)
  await expect(rows.first()).toContainText('read')
  await expect(rows.first()).toContainText(/reply “Thanks, on its way” · .* after send/)
})

test('a reply of the older version goes the same way', async ({ page }) => {
  await simulateFirstMessage(page)
  const { reply } = partsOf(page)
  await reply.getByRole('radio', { name: 'v0.1' }).click()
  await sendReply(page, 'Hello in v0.1')
  await expectRead(page)
})

test('the last reply and its statuses are there after a reload', async ({ page }) => {
  await replyToSimulatedMessage(page, 'Still here?')
  await page.reload()
  await expectRead(page)
  await expect(partsOf(page).reply).toContainText('Still here?')
})

test('the callback of the tutorial, posted verbatim, fills its ids into the Reply form', async ({
  page,
  workbench,
}) => {
  expect(await postCallback(workbench.urls.inbound, await readFile(TUTORIAL, 'utf8'))).toBe(200)
  const { rows, fromField, toField, details } = partsOf(page)
  await expect(rows.first()).toContainText('Hello from Facebook Messenger!')
  await expect(fromField).toHaveValue('0000000000000000')
  await expect(toField).toHaveValue('1111111111111111')
  await expect(details).toContainText('2020-01-01T14:00:00.000Z')
  await expect(details).toContainText('v0.1')
})

test('the selection follows the newest message until the person writes', async ({ page, workbench }) => {
  const { inbound } = workbench.urls
  const { selectedRow, textField, toField } = partsOf(page)
  await postCallback(inbound, inboundText('first', { from: '3000000000000001' }))
  await expect(selectedRow).toContainText('first')
  await postCallback(inbound, inboundText('second', { from: '3000000000000002' }))
  await expect(selectedRow).toContainText('second')

  await textField.pressSequentially('Dear second')
  await postCallback(inbound, inboundText('third', { from: '3000000000000003' }))
  await expect(partsOf(page).rows).toHaveCount(3)
  await expect(selectedRow).toContainText('second')
  await expect(toField).toHaveValue('3000000000000002')
  await expect(textField).toHaveValue('Dear second')
})

test('a draft survives a look at another page', async ({ page }) => {
  await simulateFirstMessage(page)
  const { textField } = partsOf(page)
  await textField.fill('Half a sentence')
  await page.keyboard.press('ControlOrMeta+4')
  await expect(page.getByRole('heading', { name: 'Simulate', level: 1 })).toBeVisible()
  await page.keyboard.press('ControlOrMeta+1')
  await expect(textField).toHaveValue('Half a sentence')
})
