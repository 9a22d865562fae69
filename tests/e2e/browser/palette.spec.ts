import { expect, type Page } from '@playwright/test'
import { chatsParts } from '../flows/chats-parts.ts'
import { look } from '../flows/look.ts'
import { partsOf } from '../flows/page-parts.ts'
import { inboundText, postCallback } from '../flows/post-callback.ts'
import { test } from './workbench.ts'

const UUID = '7c0f91e2-1111-4222-8333-444455556666'

function paletteOf(page: Page) {
  const dialog = page.getByRole('dialog', { name: 'Search or run a command' })
  const list = dialog.getByRole('listbox', { name: 'Results' })
  return {
    dialog,
    field: dialog.getByRole('combobox', { name: 'Search or run a command' }),
    list,
    group: (name: string) => list.getByRole('group', { name, exact: true }),
    option: (name: string | RegExp) => list.getByRole('option', { name }),
    active: list.getByRole('option', { selected: true }),
    button: page.getByRole('banner').getByRole('button', { name: 'Search or run a command' }),
  }
}

async function postPeople(url: string): Promise<void> {
  const more = { from: '3333333333333333', message_uuid: UUID }
  await postCallback(url, inboundText('a red bicycle', more))
  await postCallback(url, inboundText('a green kettle', { from: '4444444444444444' }))
}

test('a command is found by a few letters and run with the keyboard alone', async ({ page }) => {
  const { dialog, field, active, option, button } = paletteOf(page)
  await expect(button).toHaveAttribute('aria-keyshortcuts', /^(Control|Meta)\+K (Control|Meta)\+Shift\+P$/)
  await page.keyboard.press('ControlOrMeta+k')
  await expect(field).toBeFocused()
  await expect(active).toContainText('Go to Callbacks')
  await page.keyboard.type('gtc')
  await expect(active).toContainText('Go to Callbacks')
  await expect(active.locator('mark')).toHaveText(['G', 't', 'C'])
  await expect(option(/^Go to Callbacks/)).toContainText(/(Ctrl\+|⌘)1/)
  await page.keyboard.press('ArrowDown')
  await expect(active).toContainText('Go to Chats')
  await expect(field).toHaveAttribute('aria-activedescendant', (await active.getAttribute('id')) ?? '')
  await expect(field).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(dialog).toBeHidden()
  await expect(page.getByRole('heading', { name: 'Chats', level: 1 })).toBeAttached()

  await page.keyboard.press('ControlOrMeta+Shift+p')
  await expect(active).toContainText('Go to Chats')
  await expect(paletteOf(page).group('Recent').getByRole('option')).toHaveCount(1)
  await page.keyboard.press('ControlOrMeta+k')
  await expect(dialog).toBeHidden()
})

test('a command acts on what was selected, and the focus is where it was', async ({ page, workbench }) => {
  await postPeople(workbench.urls.inbound)
  const { list, rows, selectedRow, textField } = partsOf(page)
  const { dialog, field, active, option } = paletteOf(page)
  await expect(rows).toHaveCount(2)
  await list.focus()
  await page.keyboard.press('End')
  await expect(selectedRow).toContainText('a red bicycle')
  await page.keyboard.press('ControlOrMeta+k')
  await page.keyboard.type('pin the selected')
  await page.keyboard.press('Enter')
  await expect(dialog).toBeHidden()
  await expect(list).toBeFocused()
  await expect(
    selectedRow
      .getByTitle(/pinned/i)
      .or(selectedRow.getByText(/pinned/i))
      .first(),
  ).toBeAttached()
  await expect(rows.filter({ hasText: 'a green kettle' }).getByText(/pinned/i)).toHaveCount(0)

  // From the list, the next pane is the details.
  await page.keyboard.press('ControlOrMeta+k')
  await page.keyboard.type('next pane')
  await expect(active).toContainText('Go to the next pane')
  await page.keyboard.press('Enter')
  await expect(partsOf(page).details.getByRole('tabpanel')).toBeFocused()

  await textField.fill('Half a sentence')
  await page.keyboard.press('ControlOrMeta+k')
  await expect(field).toBeFocused()
  await page.keyboard.press('Escape')
  await expect(dialog).toBeHidden()
  await expect(textField).toBeFocused()
  await page.keyboard.type(' more')
  await expect(textField).toHaveValue('Half a sentence more')

  await page.keyboard.press('ControlOrMeta+k')
  await page.keyboard.type('keyboard shortcuts')
  await option(/^Show keyboard shortcuts/).click()
  const help = page.getByRole('dialog', { name: 'Keyboard shortcuts' })
  await expect(help).toContainText('Search or run a command')
  await page.keyboard.press('Escape')
  await expect(textField).toBeFocused()
})

test('what cannot run now says what it needs, and does nothing', async ({ page }) => {
  const { dialog, active, option } = paletteOf(page)
  await page.keyboard.press('ControlOrMeta+k')
  await page.keyboard.type('find in the body')
  await expect(active).toContainText('Open the Body tab of a callback first.')
  await expect(active).toHaveAttribute('aria-disabled', 'true')
  await page.keyboard.press('Enter')
  await option(/^Find in the body/).click({ force: true })
  await expect(dialog).toBeVisible()
})

test('callbacks, conversations and a message_uuid are found too', async ({ page, workbench }) => {
  await postPeople(workbench.urls.inbound)
  const { rows, selectedRow, details } = partsOf(page)
  const { field, list, group, active, button } = paletteOf(page)
  await expect(rows).toHaveCount(2)
  await page.getByRole('link', { name: 'Settings' }).click()
  await button.click()
  await field.fill('bicycle')
  await expect(group('Captured callbacks').getByRole('option')).toHaveText(/a red bicycle/)
  await expect(group('Captured callbacks').locator('mark')).toHaveText('bicycle')
  await page.keyboard.press('Enter')
  await expect(selectedRow).toContainText('a red bicycle')
  await expect(details).toContainText('3333333333333333')

  await page.keyboard.press('ControlOrMeta+k')
  await field.fill('@4444')
  await expect(list.getByRole('option')).toHaveText(/4444444444444444.*a green kettle/)
  await expect(active).toHaveCount(1)
  await page.keyboard.press('Enter')
  await expect(chatsParts(page).log).toContainText('a green kettle')

  await page.keyboard.press('ControlOrMeta+k')
  await field.fill('#7C0F91E2-11')
  await expect(list.getByRole('option')).toHaveText(new RegExp(UUID))
  await page.keyboard.press('Enter')
  await expect(selectedRow).toContainText('a red bicycle')

  await page.keyboard.press('ControlOrMeta+k')
  await field.fill('> bicycle')
  await expect(page.getByText('No command here fits “bicycle”.')).toBeVisible()
  await expect(field).toHaveAttribute('aria-expanded', 'false')
})

test('what menus offer is there as well', async ({ page, workbench }) => {
  await postPeople(workbench.urls.inbound)
  await expect(partsOf(page).rows).toHaveCount(2)
  await page.keyboard.press('ControlOrMeta+k')
  await page.keyboard.type('delete all callbacks…')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('alertdialog').or(page.getByRole('dialog'))).toContainText(/Delete/)
})

test('looks', async ({ page, workbench }) => {
  await postPeople(workbench.urls.inbound)
  const { dialog, field, group, list } = paletteOf(page)
  await expect(partsOf(page).selectedRow).toContainText('a green kettle')
  await look(page, 'palette-button')
  await page.keyboard.press('ControlOrMeta+k')
  await expect(dialog).toBeVisible()
  await look(page, 'palette')
  await field.fill('re')
  await expect(group('Captured callbacks').getByRole('option')).toHaveCount(1)
  await look(page, 'palette-typed')
  await field.fill('find in')
  await look(page, 'palette-disabled')
  await field.fill('@')
  await expect(list.getByRole('option')).toHaveCount(2)
  await look(page, 'palette-people')
  await field.fill('#7c0f')
  await expect(list.getByRole('option')).toHaveText(new RegExp(UUID))
  await look(page, 'palette-message')
  await field.fill('nothing like it')
  await expect(page.getByText('No command, callback or conversation here fits')).toBeVisible()
  await look(page, 'palette-nothing')
})

test('a browser that keeps nothing for pages runs commands and folds the timeline all the same', async ({
  page,
  workbench,
}) => {
  await page.addInitScript(() => {
    const refuse = () => {
      throw new DOMException('Access is denied for this document.', 'SecurityError')
    }
    Object.defineProperty(window, 'localStorage', { get: refuse })
  })
  await page.reload()
  await postCallback(workbench.urls.inbound, inboundText('a red bicycle'))
  const toggle = page.getByRole('button', { name: 'Timeline', exact: true })
  await toggle.click()
  await expect(toggle).toHaveAttribute('aria-expanded', 'false')
  await page.keyboard.press('ControlOrMeta+k')
  await page.keyboard.type('go to chats')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { name: 'Chats', level: 1 })).toBeAttached()
})
