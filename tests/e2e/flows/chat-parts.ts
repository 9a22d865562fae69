import type { Locator, Page } from '@playwright/test'

/** The parts of the Simulate page by the names that people and assistive technology find them by. */
function chatPartsOf(page: Page) {
  const conversation = page.getByRole('region', { name: 'Conversation' })
  const side = page.getByRole('region', { name: 'Simulator', exact: true })
  return {
    conversation,
    side,
    people: page.getByRole('listbox', { name: 'People' }).getByRole('option'),
    log: conversation.getByRole('log'),
    /** A message with its progress. */
    bubble: (text: string | RegExp): Locator =>
      conversation
        .getByRole('log')
        .locator('ol > li')
        .filter({ hasText: text })
        .filter({ has: page.locator('time') }),
    messageField: conversation.getByRole('textbox', { name: 'Message' }),
    choice: (name: string): Locator => conversation.getByRole('combobox', { name }),
    sendButton: conversation.getByRole('button', { name: 'Send to the Page' }),
    tab: (name: string | RegExp): Locator => side.getByRole('tab', { name }),
  }
}

/** Opens the Simulate page. */
export async function openChat(page: Page) {
  await page.getByRole('link', { name: 'Simulate' }).click()
  return chatPartsOf(page)
}

/** Makes the target of the profile in use another server. */
export async function pointTargetAt(page: Page, origin: string): Promise<void> {
  await page.goto(`${page.url().split('#')[0]}#/replay/forwarding`)
  await page.getByRole('button', { name: 'Edit My server' }).click()
  const form = page.getByRole('form').filter({ has: page.getByRole('button', { name: 'Save target' }) })
  await form.getByRole('textbox', { name: 'Base URL' }).fill(origin)
  await form.getByRole('button', { name: 'Save target' }).click()
  await page.getByRole('list', { name: 'Targets' }).getByText(`${origin}/webhooks/inbound-message`).waitFor()
}
