import { expect } from '@playwright/test'
import { partsOf } from '../flows/page-parts.ts'
import { inboundText, postCallback } from '../flows/post-callback.ts'
import { test } from './workbench.ts'

test('the last row that goes leaves the focus to what the list says instead, and a key brings it back', async ({
  page,
  workbench,
}) => {
  await postCallback(workbench.urls.inbound, inboundText('burst 9'))
  await postCallback(workbench.urls.inbound, inboundText('other'))
  const { search, list, rows, callbacks } = partsOf(page)
  await search.fill('"burst 9"')
  await expect(rows).toHaveText([/burst 9/])
  await rows.first().click()
  await list.focus()
  await page.keyboard.press('Delete')
  const instead = callbacks.getByText('The filter hides the only callback.')
  await expect(instead).toBeVisible()
  await expect(callbacks.locator('[data-pane-focus]')).toBeFocused()
  await page.keyboard.press('u')
  await expect(rows).toHaveText([/burst 9/])
  await expect(list).toBeFocused()
})

test('the last condition that goes leaves the focus to the search field', async ({ page, workbench }) => {
  await postCallback(workbench.urls.inbound, inboundText('order'))
  const { search, callbacks } = partsOf(page)
  await search.fill('order person:2222222222222222')
  const conditions = callbacks.getByRole('grid', { name: 'Conditions' }).getByRole('row')
  await expect(conditions).toHaveCount(2)
  await conditions.first().focus()
  await page.keyboard.press('Delete')
  await expect(conditions).toHaveCount(1)
  await page.keyboard.press('Delete')
  await expect(conditions).toHaveCount(0)
  await expect(search).toBeFocused()
})

test('all times shown again leave the focus on the timeline', async ({ page, workbench }) => {
  await postCallback(workbench.urls.inbound, inboundText('order'))
  const { search } = partsOf(page)
  const strip = page.getByRole('slider', { name: 'Time on the timeline' })
  await search.fill('since:1h')
  const showAll = page.getByRole('button', { name: 'Show all times' })
  await showAll.focus()
  await page.keyboard.press('Enter')
  await expect(showAll).toBeHidden()
  await expect(strip).toBeFocused()
})

test('a search in the body that is closed leaves the focus on the body, and Escape goes on to the list', async ({
  page,
  workbench,
}) => {
  await postCallback(workbench.urls.inbound, inboundText('order'))
  const { rows, list, tab } = partsOf(page)
  await rows.first().click()
  await tab('Body').click()
  await page.getByRole('button', { name: 'Find', exact: true }).focus()
  await page.keyboard.press('Enter')
  const field = page.getByPlaceholder('Find in the body')
  await expect(field).toBeFocused()
  await page.keyboard.type('order')
  await page.keyboard.press('Escape')
  await expect(field).toBeHidden()
  await expect(page.getByRole('tabpanel', { name: 'Body' })).toBeFocused()
  await page.keyboard.press('Escape')
  await expect(list).toBeFocused()
})

test('Enter in the list and F6 reach a tab whose body does not scroll', async ({ page, workbench }) => {
  await postCallback(workbench.urls.inbound, '{}')
  const { rows, list, tab } = partsOf(page)
  await rows.first().click()
  await tab('Body').click()
  const panel = page.getByRole('tabpanel', { name: 'Body' })
  await expect(panel.getByRole('button', { name: 'Find', exact: true })).toBeVisible()
  await list.focus()
  await page.keyboard.press('Enter')
  await expect(panel).toBeFocused()
  await list.focus()
  await page.keyboard.press('F6')
  await expect(panel).toBeFocused()
})

test('a message whose offer was taken leaves the focus to the list', async ({ page, workbench }) => {
  await postCallback(workbench.urls.inbound, inboundText('order'))
  const { rows, list } = partsOf(page)
  await rows.first().click()
  await list.focus()
  await page.keyboard.press('Delete')
  await expect(rows).toHaveCount(0)
  await page.getByRole('button', { name: 'Undo' }).focus()
  await page.keyboard.press('Enter')
  await expect(rows).toHaveCount(1)
  await expect(list).toBeFocused()
})
