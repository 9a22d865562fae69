import type { Locator, Page } from '@playwright/test'

/** The parts of the page by the names that people and assistive technology find them by. */
export function partsOf(page: Page) {
  const callbacks = page.getByRole('region', { name: 'Callbacks', exact: true })
  const details = page.getByRole('region', { name: 'Callback details' })
  const reply = page.getByRole('region', { name: 'Reply', exact: true })
  const textBox = (name: string): Locator => reply.getByRole('textbox', { name, exact: true })
  const list = callbacks.getByRole('listbox', { name: /^Callbacks, (?:newest|oldest) first$/ })
  return {
    callbacks,
    details,
    reply,
    list,
    rows: list.getByRole('option'),
    selectedRow: list.getByRole('option', { selected: true }),
    search: callbacks.getByRole('combobox', { name: 'Search text and ids' }),
    chip: (name: string | RegExp) =>
      callbacks.getByRole('group', { name: 'Show' }).getByRole('button', { name }),
    tab: (name: string | RegExp) => details.getByRole('tab', { name }),
    fromField: textBox('From (Page ID)'),
    toField: textBox('To (PSID)'),
    textField: textBox('Text'),
    sendButton: reply.getByRole('button', { name: 'Send reply', exact: true }),
    statusSteps: reply.getByRole('list', { name: 'Reply status' }).getByRole('listitem'),
  }
}
