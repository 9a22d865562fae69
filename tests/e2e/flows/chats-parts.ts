import type { Page } from '@playwright/test'

/** The parts of the Chats page by the names that people and assistive technology find them by. */
export function chatsParts(page: Page) {
  const conversations = page.getByRole('region', { name: 'Conversations', exact: true })
  const conversation = page.getByRole('region', { name: 'Conversation', exact: true })
  const log = conversation.getByRole('log')
  const box = conversation.getByRole('form', { name: 'Reply in this conversation' })
  return {
    conversations,
    list: conversations.getByRole('listbox'),
    rows: conversations.getByRole('option'),
    search: conversations.getByRole('searchbox', { name: 'Search names and ids' }),
    conversation,
    log,
    /** Messages, without the lines between days. */
    bubbles: log.locator('li[data-key]'),
    box,
    text: box.getByRole('textbox', { name: 'Reply' }),
    send: box.getByRole('button', { name: /^Send reply/ }),
    newest: conversation.getByRole('button', { name: /^(Newest|[\d,]+ new)$/ }),
  }
}
