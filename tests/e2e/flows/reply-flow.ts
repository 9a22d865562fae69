import { expect, type Page } from '@playwright/test'
import { partsOf } from './page-parts.ts'

/** From the empty list: one click, and a signed message of a simulated person is listed and selected. */
export async function simulateFirstMessage(page: Page): Promise<void> {
  const { callbacks, rows, selectedRow, details } = partsOf(page)
  await callbacks.getByRole('button', { name: 'Simulate an inbound message' }).click()
  await expect(rows).toHaveCount(1)
  await expect(selectedRow).toContainText('Hello from Facebook Messenger!')
  await expect(details.getByRole('heading', { name: 'Inbound text message' })).toBeVisible()
  await expect(details).toContainText('answered 200')
}

/** The ids of the selected callback stand in the Reply form, swapped. */
async function expectIdsFilledIn(page: Page): Promise<void> {
  const { reply, details, fromField, toField } = partsOf(page)
  await expect(toField).not.toHaveValue('')
  await expect(details.locator('dl').first()).toContainText(await toField.inputValue())
  await expect(details.locator('dl').first()).toContainText(await fromField.inputValue())
  await expect(reply).toContainText('filled in from the selected callback')
}

/** Writes a text and sends it with the keyboard. */
export async function sendReply(page: Page, text: string): Promise<void> {
  const { textField } = partsOf(page)
  await textField.fill(text)
  await textField.press('ControlOrMeta+Enter')
}

/** The reply is accepted, and its statuses tick off, each with its delay. */
export async function expectRead(page: Page): Promise<void> {
  const { statusSteps } = partsOf(page)
  await expect(statusSteps).toHaveText([
    /^accepted 202.*\d m?s$/,
    /^submitted.*\d s$/,
    /^delivered.*\d s$/,
    /^read.*\d s$/,
  ])
}

/** The main job, end to end: a message arrives, a reply goes out, its statuses come back. */
export async function replyToSimulatedMessage(page: Page, text: string): Promise<void> {
  await simulateFirstMessage(page)
  await expectIdsFilledIn(page)
  await sendReply(page, text)
  await expectRead(page)
}
