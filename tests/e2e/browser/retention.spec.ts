import { expect, type Page } from '@playwright/test'
import { withValve } from '../flows/answer-valve.ts'
import { look } from '../flows/look.ts'
import { partsOf } from '../flows/page-parts.ts'
import { inboundText, postCallback } from '../flows/post-callback.ts'
import { test } from './workbench.ts'

const toastOf = (page: Page, text: string | RegExp) =>
  page.getByRole('status').filter({ hasText: text }).first()
const pinned = (page: Page) => partsOf(page).rows.filter({ hasText: 'Pinned.' })

async function post(url: string, texts: readonly string[]): Promise<void> {
  for (const text of texts) await postCallback(url, inboundText(text))
}

test('what is selected is deleted with a key, the next is selected, and undo brings it back', async ({
  page,
  workbench,
}) => {
  await post(workbench.urls.inbound, ['one', 'two', 'three', 'four'])
  const { list, rows, selectedRow, chip } = partsOf(page)
  await expect(rows).toHaveCount(4)
  await rows.nth(1).click()
  await list.focus()
  await page.keyboard.press('Delete')
  await expect(rows).toHaveText([/four/, /two/, /one/])
  await expect(selectedRow).toHaveText([/two/])
  await expect(chip('All 3')).toBeVisible()
  const toast = toastOf(page, '1 callback deleted.')
  await toast.getByRole('button', { name: 'Undo' }).click()
  await expect(rows).toHaveCount(4)
  await expect(toastOf(page, '1 callback is back.')).toBeVisible()

  await list.focus()
  await page.keyboard.press('ControlOrMeta+a')
  await page.keyboard.press('ControlOrMeta+Delete')
  await expect(rows).toHaveCount(0)
  await expect(page.getByText('Select a callback to see what it says.')).toBeVisible()
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect(rows).toHaveCount(4)

  // Last, since the offer ends after ten seconds, and looking can take longer.
  await rows.nth(1).click()
  await list.focus()
  await page.keyboard.press('Delete')
  await expect(toast.getByRole('button', { name: 'Undo' })).toBeVisible()
  await look(page, 'delete-undo')
})

test('the key that deletes, pressed again before the answer, deletes no more and complains of nothing', async ({
  page,
  workbench,
}) => {
  const answers = await withValve(page)
  await post(workbench.urls.inbound, ['one', 'two', 'three'])
  const { list, rows, selectedRow } = partsOf(page)
  await expect(rows).toHaveCount(3)
  await rows.nth(0).click()
  await list.focus()
  answers.close()
  await page.keyboard.press('Delete')
  await page.keyboard.press('Delete')
  const deletions = answers.asked.filter((message) => message.includes('"deleteCallbacks"'))
  expect(deletions).toHaveLength(1)
  answers.open()
  await expect(toastOf(page, '1 callback deleted.')).toBeVisible()
  await expect(rows).toHaveText([/two/, /one/])
  await expect(selectedRow).toHaveText([/two/])
})

test('pinned and noted callbacks stay when the filter is emptied, and say so', async ({
  page,
  workbench,
}) => {
  await post(workbench.urls.inbound, ['apple 1', 'apple 2', 'apple 3', 'pear'])
  const { list, rows, details, callbacks } = partsOf(page)
  const search = callbacks.getByPlaceholder('Search text and ids')
  await expect(rows).toHaveCount(4)
  await rows.filter({ hasText: 'apple 1' }).click()
  await list.focus()
  await page.keyboard.press('p')
  await expect(pinned(page)).toHaveText([/apple 1/])
  await expect(details.getByRole('button', { name: 'Pin this callback' })).toHaveAttribute(
    'aria-pressed',
    'true',
  )
  await rows.filter({ hasText: 'apple 2' }).click()
  await details.getByRole('button', { name: 'Add a note' }).click()
  const note = details.getByRole('textbox', { name: 'Note about this callback' })
  await expect(note).toBeFocused()
  await note.fill('Ask the carrier about this one.\nCase 4711.')
  await expect(details.getByText('Saved', { exact: true })).toBeVisible()
  await expect(rows.filter({ hasText: 'Has a note.' })).toHaveText([/apple 2/])
  await look(page, 'pin-and-note')

  await page.getByRole('button', { name: 'Delete callbacks' }).click()
  await look(page, 'delete-menu', page.getByRole('menu'))
  await page.keyboard.press('Escape')
  await search.fill('apple')
  await expect(rows).toHaveCount(3)
  await page.getByRole('button', { name: 'Delete callbacks' }).click()
  await page.getByRole('menuitem', { name: 'Delete what the filter shows…' }).click()
  const dialog = page.getByRole('alertdialog', { name: 'Delete what the filter shows' })
  await expect(dialog).toContainText('1 callback will be deleted. 2 pinned or noted ones stay.')
  await look(page, 'delete-dialog')
  await dialog.getByRole('button', { name: 'Delete' }).click()
  await expect(toastOf(page, '1 callback deleted. 2 pinned or noted ones stay.')).toBeVisible()
  await expect(rows).toHaveCount(2)
  await search.fill('is:pinned')
  await expect(rows).toHaveText([/apple 1/])
  await search.fill('has:note')
  await expect(rows).toHaveText([/apple 2/])
  await search.fill('')
  await expect(rows).toHaveCount(3)

  await page.reload()
  await rows.filter({ hasText: 'apple 2' }).click()
  await expect(note).toHaveValue('Ask the carrier about this one.\nCase 4711.')
  await list.focus()
  await page.keyboard.press('Delete')
  await expect(toastOf(page, 'Nothing was deleted. 1 pinned or noted one stays.')).toBeVisible()
  // Who deletes a note to write another still writes, also when the empty one is saved first.
  await note.fill('')
  await expect(rows.filter({ hasText: 'Has a note.' })).toHaveCount(0)
  await expect(note).toBeFocused()
  await page.keyboard.type('Solved')
  await expect(rows.filter({ hasText: 'Has a note.' })).toHaveText([/apple 2/])
  await expect(note).toHaveValue('Solved')
})

test('everything is cleared with a key, brought back with another, and pinned ones go when asked for', async ({
  page,
  workbench,
}) => {
  await post(workbench.urls.inbound, ['one', 'two', 'three'])
  const { list, rows } = partsOf(page)
  await expect(rows).toHaveCount(3)
  await rows.nth(0).click()
  await list.focus()
  await page.keyboard.press('p')
  await expect(pinned(page)).toHaveCount(1)
  await page.keyboard.press('ControlOrMeta+Shift+Delete')
  await expect(rows).toHaveText([/three/])
  await list.focus()
  await page.keyboard.press('u')
  await expect(rows).toHaveCount(3)
  await page.getByRole('button', { name: 'Delete callbacks' }).click()
  await page.getByRole('menuitem', { name: 'Delete all callbacks…' }).click()
  const dialog = page.getByRole('alertdialog', { name: 'Delete all callbacks' })
  await expect(dialog).toContainText('2 callbacks will be deleted.')
  await dialog.getByText('Pinned and noted ones too').click()
  await expect(dialog).toContainText('3 callbacks will be deleted.')
  await dialog.getByRole('button', { name: 'Delete' }).click()
  await expect(rows).toHaveCount(0)
})

test('the settings count repeats, and say when pinned ones fill the limit', async ({ page, workbench }) => {
  const message = inboundText('one', { message_uuid: '7c0f91e2-1111-4222-8333-444455556666' })
  await postCallback(workbench.urls.inbound, message)
  await postCallback(workbench.urls.inbound, message)
  const { list, rows } = partsOf(page)
  await expect(rows).toHaveText([/×2/])
  await rows.first().click()
  await list.focus()
  await page.keyboard.press('p')
  await page.getByRole('link', { name: 'Settings' }).click()
  const card = page.getByRole('region', { name: 'Storage' })
  await expect(card).toContainText(/2 callbacks, repeats included, .* as captured. 1 pinned or noted\./)
  await expect(card).not.toContainText('They fill the limit')
  await card.getByRole('textbox', { name: 'Most callbacks' }).fill('1')
  await card.getByRole('button', { name: 'Save limits' }).click()
  await page.getByRole('alertdialog').getByRole('button', { name: 'Save and remove' }).click()
  await expect(card).toContainText('They fill the limit: every other one is removed.')
})

test('the settings say what is stored and for how long, and change it', async ({ page, workbench }) => {
  await post(workbench.urls.inbound, ['one', 'two', 'three'])
  await expect(partsOf(page).rows).toHaveCount(3)
  await page.getByRole('link', { name: 'Settings' }).click()
  const card = page.getByRole('region', { name: 'Storage' })
  await expect(card).toContainText('3 callbacks')
  await expect(card.getByRole('textbox', { name: 'Most callbacks' })).toHaveValue('100000')
  await expect(card.getByRole('textbox', { name: 'Oldest, in days' })).toHaveValue('30')
  await expect(card.getByRole('textbox', { name: 'Most MiB, as captured' })).toHaveValue('1024')
  await look(page, 'storage', card)

  await card.getByRole('radio', { name: 'Crash only' }).click()
  await expect(card.getByRole('radio', { name: 'Crash only' })).toBeChecked()
  await card.getByRole('textbox', { name: 'Most callbacks' }).fill('none')
  await expect(card.getByText('A whole number, 1 or more.')).toBeVisible()
  await expect(card.getByRole('button', { name: 'Save limits' })).toBeDisabled()
  await card.getByRole('textbox', { name: 'Most callbacks' }).fill('2')
  await card.getByText('Limit the age').click()
  await expect(card.getByRole('checkbox', { name: 'Limit the age' })).not.toBeChecked()
  await card.getByRole('button', { name: 'Save limits' }).click()
  const question = page.getByRole('alertdialog', { name: 'Lower the limits?' })
  await look(page, 'storage-lower')
  await question.getByRole('button', { name: 'Save and remove' }).click()
  await expect(card).toContainText('2 callbacks')
  await expect(card).toContainText(/Last removed\s*1 callback, /)
  await look(page, 'storage-pruned', card)
  await page.reload()
  await expect(card.getByRole('textbox', { name: 'Most callbacks' })).toHaveValue('2')
  await expect(card.getByText('No limit')).toBeVisible()
  await expect(card.getByRole('radio', { name: 'Crash only' })).toBeChecked()
})
