import { resolve } from 'node:path'
import { expect, type Page } from '@playwright/test'
import { accessibilityFaults } from '../flows/accessibility-faults.ts'
import { test } from './workbench.ts'

const SCREENS = resolve(import.meta.dirname, '../../../test-results/screens')
/** Enough to be asked with; nothing here asks Vonage. */
const ACCOUNT = { VONAGE_API_KEY: 'a1b2c3d4', VONAGE_API_SECRET: 'secret', VONAGE_APPLICATION_ID: 'app-1' }
const OLD_INBOUND = 'https://example.com/webhooks/inbound'

async function openConnect(page: Page) {
  await page.getByRole('link', { name: 'Connect' }).click()
  await expect(page.getByRole('main', { name: 'Connect' })).toBeVisible()
  const step = (title: string) =>
    page.getByRole('list', { name: 'Steps' }).getByRole('listitem').filter({ hasText: title })
  return { step, journals: page.getByRole('list', { name: 'Changed applications' }) }
}

test('the simulator’s application is pointed here, proven by a callback, and put back', async ({
  page,
  workbench,
}) => {
  const { step, journals } = await openConnect(page)
  await expect(page.getByText('No application is pointed here.')).toBeVisible()
  await page.getByRole('button', { name: 'Ask the simulator' }).click()
  await expect(step('Webhook addresses')).toContainText('sends its callbacks elsewhere')

  await page.getByRole('button', { name: 'Point application here' }).click()
  const dialog = page.getByRole('dialog', { name: 'Point application here' })
  const changes = dialog.getByRole('table', { name: 'What changes in Simulator' })
  await expect(changes.getByRole('row', { name: /Inbound URL/ })).toContainText(OLD_INBOUND)
  await expect(changes.getByRole('row', { name: /Inbound URL/ })).toContainText(workbench.urls.inbound)
  await dialog.getByRole('button', { name: 'Point here' }).click()
  await expect(dialog).toBeHidden()
  await expect(journals).toContainText('pointed here')
  await expect(step('Webhook addresses').getByRole('img', { name: 'done' })).toBeVisible()
  await expect(page.getByRole('button', { name: 'Application is pointed here' })).toBeVisible()

  await step('First callback').getByRole('button', { name: 'Simulate' }).click()
  await page.getByRole('button', { name: 'Send to the Page' }).click()
  await page.getByRole('link', { name: 'Connect' }).click()
  await expect(step('First callback').getByRole('img', { name: 'done' })).toBeVisible()

  await page.getByRole('button', { name: 'Restore Simulator' }).click()
  await expect(journals).toContainText('put back')
  await expect(page.getByRole('button', { name: 'Restore Simulator' })).toBeHidden()
  await expect(page.getByRole('button', { name: 'Point application here' })).toBeVisible()
})

for (const { colorScheme, viewport } of [
  { colorScheme: 'light', viewport: { width: 1280, height: 800 } },
  { colorScheme: 'dark', viewport: { width: 1000, height: 700 } },
] as const) {
  test.describe(`${colorScheme}, ${viewport.width} pixels wide`, () => {
    test.use({ colorScheme, viewport, environment: ACCOUNT })

    async function look(page: Page, name: string): Promise<void> {
      await page.screenshot({ path: resolve(SCREENS, `${name}-${colorScheme}-${viewport.width}.png`) })
      expect.soft(await accessibilityFaults(page)).toEqual([])
      const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
      expect.soft(overflow, `${name} is wider than the window`).toBe(0)
    }

    test('the page and its dialog', async ({ page }) => {
      await openConnect(page)
      await page.getByRole('button', { name: 'Point application here' }).click()
      const dialog = page.getByRole('dialog', { name: 'Point application here' })
      await expect(dialog.getByRole('table')).toBeVisible()
      await look(page, 'connect-dialog')
      await dialog.getByRole('button', { name: 'Point here' }).click()
      await expect(page.getByRole('list', { name: 'Changed applications' })).toBeVisible()
      await look(page, 'connect-pointed')

      await page.getByRole('link', { name: 'Settings' }).click()
      await page.getByRole('button', { name: 'Use Environment' }).click()
      await page.getByRole('link', { name: 'Connect' }).click()
      await expect(page.getByRole('heading', { name: 'Link the Facebook Page' })).toBeVisible()
      await look(page, 'connect-account')
    })
  })
}
