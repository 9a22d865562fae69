import { expect, type Locator } from '@playwright/test'
import { partsOf } from '../flows/page-parts.ts'
import { inboundText, postCallback, statusOf } from '../flows/post-callback.ts'
import { test } from './workbench.ts'

async function postTexts(url: string, count: number, word: string): Promise<void> {
  for (let number = 1; number <= count; number += 1) await postCallback(url, inboundText(`${word} ${number}`))
}

test('the list is used with the keyboard alone', async ({ page, workbench }) => {
  await postTexts(workbench.urls.inbound, 5, 'message')
  const { list, selectedRow, details, rows } = partsOf(page)
  await expect(rows).toHaveCount(5)
  await expect(selectedRow).toContainText('message 5')
  await list.focus()
  await page.keyboard.press('ArrowDown')
  await expect(selectedRow).toContainText('message 4')
  await page.keyboard.press('j')
  await expect(selectedRow).toContainText('message 3')
  await page.keyboard.press('k')
  await expect(selectedRow).toContainText('message 4')
  await page.keyboard.press('End')
  await expect(selectedRow).toContainText('message 1')
  await expect(selectedRow).toHaveAttribute('aria-posinset', '5')
  await expect(selectedRow).toHaveAttribute('aria-setsize', '5')
  const id = await selectedRow.getAttribute('id')
  await expect(list).toHaveAttribute('aria-activedescendant', id ?? '')

  await page.keyboard.press('Enter')
  await expect(details.getByRole('tabpanel')).toBeFocused()
  await page.keyboard.press('Escape')
  await expect(list).toBeFocused()
  await page.keyboard.press('Escape')
  await expect(selectedRow).toContainText('message 5')
})

test('keys go to the search box, the panes and the help, and stay out of text', async ({
  page,
  workbench,
}) => {
  await postTexts(workbench.urls.inbound, 1, 'message')
  const { list, search, textField, rows, selectedRow } = partsOf(page)
  await expect(rows).toHaveCount(1)
  await expect(selectedRow).toHaveCount(1)
  await list.focus()
  await page.keyboard.press('/')
  await expect(search).toBeFocused()
  await page.keyboard.type('a/j?')
  await expect(search).toHaveValue('a/j?')
  await page.keyboard.press('Escape')
  await expect(search).toHaveValue('')

  await textField.focus()
  await page.keyboard.type('j/k?')
  await expect(textField).toHaveValue('j/k?')
  await page.keyboard.press('ControlOrMeta+f')
  await expect(search).toBeFocused()
  await page.keyboard.press('F6')
  await expect(partsOf(page).details.getByRole('tabpanel')).toBeFocused()
  await page.keyboard.press('F6')
  await expect(textField).toBeFocused()
  await page.keyboard.press('Shift+F6')
  await page.keyboard.press('Shift+F6')
  await expect(list).toBeFocused()

  await page.keyboard.press('?')
  const help = page.getByRole('dialog', { name: 'Keyboard shortcuts' })
  await expect(help).toContainText('Next callback')
  await page.keyboard.press('Escape')
  await expect(help).toBeHidden()
  await expect(list).toBeFocused()
})

test('F6 reaches panes that have nothing to show yet', async ({ page }) => {
  const { textField, details, callbacks } = partsOf(page)
  const hasFocus = (pane: Locator) => () => pane.evaluate((box) => box.contains(document.activeElement))
  await textField.focus()
  await page.keyboard.press('F6')
  await expect(page.getByRole('link', { name: 'Callbacks' })).toBeFocused()
  await page.keyboard.press('F6')
  await expect(callbacks.getByText('Nothing has arrived yet.')).toBeVisible()
  await expect.poll(hasFocus(callbacks)).toBe(true)
  await page.keyboard.press('F6')
  await expect(details.getByText('Select a callback')).toBeVisible()
  await expect.poll(hasFocus(details)).toBe(true)
  await page.keyboard.press('F6')
  await expect(textField).toBeFocused()
})

test('chips and search show a part, and say what they hide', async ({ page, workbench }) => {
  const { inbound, status } = workbench.urls
  await postCallback(inbound, inboundText('a red bicycle', { from: '4000000000000004' }))
  await postCallback(status, statusOf('delivered'))
  await postCallback(
    status,
    statusOf('rejected', { error: { title: '1340', detail: 'Outside of the allowed window' } }),
  )
  await postCallback(inbound, 'no json')
  const { rows, chip, search, callbacks } = partsOf(page)
  await expect(chip('All 4')).toHaveAttribute('aria-pressed', 'true')

  await chip('Status').click()
  await expect(rows).toHaveCount(2)
  await chip('Failed').click()
  await expect(rows).toHaveText([/rejected.*1340/])
  await chip(/^All/).click()
  await chip('Other').click()
  await expect(rows).toHaveText([/Not JSON/])
  await chip(/^All/).click()
  await chip('Signature trouble').click()
  await expect(rows).toHaveCount(3)
  await chip(/^All/).click()

  await search.fill('BICYCLE')
  await expect(rows).toHaveText([/a red bicycle/])
  await search.fill('4000000000000004')
  await expect(rows).toHaveText([/a red bicycle/])
  await search.fill('nothing like it')
  await expect(callbacks).toContainText('The filter hides all 4 callbacks.')
  await callbacks.getByRole('button', { name: 'Clear filter' }).click()
  await expect(rows).toHaveCount(4)
})

test('arrivals keep to the filter', async ({ page, workbench }) => {
  const { rows, chip } = partsOf(page)
  await postCallback(workbench.urls.inbound, inboundText('first'))
  await expect(rows).toHaveCount(1)
  await chip('Inbound').click()
  await postCallback(workbench.urls.status, statusOf('delivered'))
  await postCallback(workbench.urls.inbound, inboundText('second'))
  await expect(rows).toHaveText([/second/, /first/])
})

test('arrivals move neither the selected row nor the scrolled list', async ({ page, workbench }) => {
  const { inbound } = workbench.urls
  await postTexts(inbound, 40, 'early')
  const { rows, selectedRow, callbacks } = partsOf(page)
  await expect(rows.first()).toContainText('early 40')
  await rows.filter({ hasText: 'early 36' }).click()
  const before = await selectedRow.boundingBox()

  await postTexts(inbound, 3, 'late')
  const pill = callbacks.getByRole('button', { name: '3 new' })
  await expect(pill).toBeVisible()
  await expect(selectedRow).toContainText('early 36')
  expect(await selectedRow.boundingBox()).toEqual(before)

  await pill.click()
  await expect(pill).toBeHidden()
  await expect(selectedRow).toContainText('late 3')
  await postTexts(inbound, 1, 'latest')
  await expect(selectedRow).toContainText('latest 1')
})

test('in a small window the list keeps half the height beside its timeline and conditions', async ({
  page,
  workbench,
}) => {
  await page.setViewportSize({ width: 1000, height: 700 })
  await postTexts(workbench.urls.inbound, 5, 'message')
  const { list, rows, search, callbacks } = partsOf(page)
  await expect(rows).toHaveCount(5)
  await search.fill('kind:inbound from:2222222222222222 to:1111111111111111 message')
  await expect(callbacks.getByText('5 found')).toBeVisible()
  await expect(callbacks.getByRole('region', { name: 'Callbacks over time' }).getByRole('img')).toBeVisible()
  const room = await callbacks.boundingBox()
  const start = await list.boundingBox()
  if (room === null || start === null) throw new Error('The list is not shown.')
  expect(room.y + room.height - start.y).toBeGreaterThanOrEqual(room.height / 2)
})

test('older callbacks load while scrolling down', async ({ page, workbench }) => {
  const posts = Array.from({ length: 450 }, (_, number) => inboundText(`number ${number}`))
  for (let from = 0; from < posts.length; from += 50) {
    await Promise.all(posts.slice(from, from + 50).map((body) => postCallback(workbench.urls.inbound, body)))
  }
  await page.reload()
  const { list, selectedRow, chip, rows } = partsOf(page)
  await expect(chip('All 450')).toBeVisible()
  await expect(rows.first()).toHaveAttribute('aria-setsize', '-1')
  await list.focus()
  await page.keyboard.press('ControlOrMeta+a')
  const selected = page.getByRole('region', { name: 'Selected callbacks' })
  await expect(selected).toContainText(/\d selected, all that are loaded/)
  await selected.getByRole('button', { name: 'Clear' }).click()
  await list.focus()
  await expect(async () => {
    await page.keyboard.press('End')
    await expect(selectedRow).toHaveAttribute('aria-posinset', '450', { timeout: 500 })
  }).toPass()
  await expect(selectedRow).toHaveAttribute('aria-setsize', '450')
  expect(await rows.count()).toBeLessThan(80)
  await page.keyboard.press('ControlOrMeta+a')
  await expect(selected.getByText('450 selected', { exact: true })).toBeVisible()
})

test('controls tell assistive technology their keys', async ({ page }) => {
  const { sendButton, search, reply } = partsOf(page)
  await expect(sendButton).toHaveAttribute('aria-keyshortcuts', /^(Control|Meta)\+Enter$/)
  await expect(search).toHaveAttribute('aria-keyshortcuts', /^\/ (Control|Meta)\+F$/)
  await expect(reply.getByRole('button', { name: 'Copy as curl' })).toHaveAttribute(
    'aria-keyshortcuts',
    /Shift\+C$/,
  )
})
