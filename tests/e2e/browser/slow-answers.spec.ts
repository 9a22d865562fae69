import { expect } from '@playwright/test'
import { withValve } from '../flows/answer-valve.ts'
import { chatsParts } from '../flows/chats-parts.ts'
import { partsOf } from '../flows/page-parts.ts'
import { inboundText, postCallback } from '../flows/post-callback.ts'
import { simulateFirstMessage } from '../flows/reply-flow.ts'
import { test } from './workbench.ts'

test('the details take the focus before they are loaded, and keep it', async ({ page }) => {
  await simulateFirstMessage(page)
  const answers = await withValve(page, 'callback')
  const { list, details, selectedRow } = partsOf(page)
  await expect(selectedRow).toContainText('Hello from Facebook Messenger!')
  await list.focus()
  await page.keyboard.press('Enter')
  await expect(list).not.toBeFocused()
  await expect(details.getByRole('tabpanel')).toHaveCount(0)
  answers.open()
  await expect(details.getByRole('tabpanel')).toBeFocused()
})

test('a conversation takes the focus before it is loaded, and keeps it', async ({ page, workbench }) => {
  await postCallback(workbench.urls.inbound, inboundText('I am Ana'))
  const answers = await withValve(page, 'conversationItems')
  await page.getByRole('link', { name: 'Chats' }).click()
  const { list, rows, log } = chatsParts(page)
  await rows.first().click()
  await list.focus()
  await page.keyboard.press('Enter')
  await expect(list).not.toBeFocused()
  await expect(log).toHaveCount(0)
  answers.open()
  await expect(log).toBeFocused()
})

test('the list stays where it is when the timeline comes', async ({ page, workbench }) => {
  await postCallback(workbench.urls.inbound, inboundText('I am Ana'))
  const answers = await withValve(page, 'timeline')
  const { rows, callbacks } = partsOf(page)
  await expect(rows).toHaveCount(1)
  await expect.poll(() => answers.asked.filter((message) => message.includes('"timeline"'))).not.toEqual([])
  const before = await rows.first().boundingBox()
  answers.open()
  await expect(callbacks.getByRole('slider', { name: 'Time on the timeline' })).toBeVisible()
  expect(await rows.first().boundingBox()).toEqual(before)
})

test('a forwarding filter is kept by whoever leaves the page and comes back before it is saved', async ({
  page,
}) => {
  const answers = await withValve(page)
  const openForwarding = async () => {
    await page.getByRole('link', { name: 'Replay' }).click()
    await page.getByRole('tab', { name: 'Forwarding & targets' }).click()
  }
  await openForwarding()
  const filter = page.getByRole('combobox', { name: 'Only callbacks that this filter shows' })
  await filter.fill('kind:inbound')
  answers.close()
  await page.getByRole('link', { name: 'Callbacks' }).click()
  await openForwarding()
  answers.open()
  await expect(filter).toHaveValue('kind:inbound')
})

test('a click never acts on the callback that was shown before', async ({ page, workbench }) => {
  for (const text of ['apple', 'pear']) await postCallback(workbench.urls.inbound, inboundText(text))
  const answers = await withValve(page)
  const { rows, details, selectedRow } = partsOf(page)
  await rows.filter({ hasText: 'pear' }).click()
  await expect(details).toContainText('pear')
  answers.close('callback')
  await rows.filter({ hasText: 'apple' }).click()
  await expect(selectedRow).toContainText('apple')
  const pin = details.getByRole('button', { name: 'Pin this callback' })
  await pin.click({ force: true })
  answers.open()
  await expect(details).toContainText('apple')
  await expect(pin).toHaveAttribute('aria-pressed', 'false')
  await pin.click()
  await expect(rows.filter({ hasText: 'Pinned' })).toHaveText([/apple/])
})
