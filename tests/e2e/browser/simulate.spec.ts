import { expect } from '@playwright/test'
import { partsOf } from '../flows/page-parts.ts'
import { test } from './workbench.ts'

test('a person is chosen, writes in either format, and every delivery is listed', async ({ page }) => {
  await page.getByRole('link', { name: 'Simulate' }).click()
  await expect(page.getByText('Nothing has been delivered yet.')).toBeVisible()
  const people = page.getByLabel('Person')
  const second = await people.locator('option').nth(1).getAttribute('value')
  await people.selectOption(second)
  await page.getByRole('radio', { name: 'v0.1' }).click()
  await expect(page.getByRole('radio', { name: 'v0.1' })).toBeChecked()
  await page.getByRole('textbox', { name: 'Message' }).fill('Is the shop open?')
  await page.getByRole('button', { name: 'Send to the Page' }).click()
  await expect(page.getByRole('row', { name: /inbound text .* 200 in/ })).toBeVisible()

  await page.getByRole('link', { name: 'Callbacks' }).click()
  const { selectedRow, toField, details } = partsOf(page)
  await expect(selectedRow).toContainText('Is the shop open?')
  await expect(toField).toHaveValue(second ?? '')
  await expect(details).toContainText('v0.1')
})

test('an empty message is not sent', async ({ page }) => {
  await page.getByRole('link', { name: 'Simulate' }).click()
  await page.getByRole('textbox', { name: 'Message' }).fill('  ')
  await expect(page.getByText('Write a message first.')).toBeVisible()
  await page.getByRole('button', { name: 'Send to the Page' }).click()
  await expect(page.getByText('Nothing has been delivered yet.')).toBeVisible()
})
