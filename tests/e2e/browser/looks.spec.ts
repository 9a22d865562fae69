import { resolve } from 'node:path'
import { expect, type Page } from '@playwright/test'
import { accessibilityFaults } from '../flows/accessibility-faults.ts'
import { partsOf } from '../flows/page-parts.ts'
import { inboundText, postCallback, statusOf } from '../flows/post-callback.ts'
import { replyToSimulatedMessage, simulateFirstMessage } from '../flows/reply-flow.ts'
import type { WorkbenchUrls } from '../flows/urls.ts'
import { test } from './workbench.ts'

const SCREENS = resolve(import.meta.dirname, '../../../test-results/screens')
/** Each colour scheme and each size once: neither changes what the other shows. */
const LOOKS = [
  { colorScheme: 'light', viewport: { width: 1280, height: 800 } },
  { colorScheme: 'dark', viewport: { width: 1000, height: 700 } },
] as const
const LONG = `Sehr${'langes'.repeat(30)}Wort, مرحبا, 😀 and https://example.com/${'path/'.repeat(60)}`

/** Callbacks of every kind, one with everything as long as it can be. */
async function fillWorkbench(page: Page, { inbound, status }: WorkbenchUrls): Promise<void> {
  await postCallback(inbound, inboundText(LONG, { from: '7'.repeat(50), to: '8'.repeat(50) }))
  await postCallback(inbound, inboundText('', { message_type: 'a_type_with_a_name_that_nobody_expected' }))
  await postCallback(status, statusOf('rejected', { error: { title: '1340', detail: LONG } }))
  await postCallback(inbound, 'not json')
  await expect(partsOf(page).rows).toHaveCount(4)
}

for (const { colorScheme, viewport } of LOOKS) {
  test.describe(`${colorScheme}, ${viewport.width} pixels wide`, () => {
    test.use({ colorScheme, viewport })

    /** `part`: what is checked for access, where an open popover has hidden the rest from assistive technology. */
    async function look(page: Page, name: string, part = 'html'): Promise<void> {
      const path = resolve(SCREENS, `${name}-${colorScheme}-${viewport.width}.png`)
      await page.screenshot({ path })
      const rules = part === 'html' ? [] : ['region', 'page-has-heading-one']
      expect.soft(await accessibilityFaults(page, part, rules), name).toEqual([])
      const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
      expect.soft(overflow, `${name} is wider than the window`).toBe(0)
    }

    test('callbacks', async ({ page }) => {
      await look(page, 'callbacks-empty')
      await replyToSimulatedMessage(page, 'Thanks, on its way')
      await look(page, 'callbacks')
      const { details, tab } = partsOf(page)
      await tab('Signature').click()
      await look(page, 'callbacks-signature')
      await tab('Body').click()
      await details.getByRole('radio', { name: 'Formatted' }).click()
      await expect(details.getByRole('region', { name: 'Formatted body' })).toBeVisible()
      await look(page, 'callbacks-body')
      await details.getByRole('radio', { name: 'Hex' }).click()
      await look(page, 'callbacks-hex')
      await tab(/^Headers/).click()
      await look(page, 'callbacks-headers')
    })

    test('the Reply form with its request, its copies and a closed window', async ({ page }) => {
      await simulateFirstMessage(page)
      const { reply, details } = partsOf(page)
      await reply.getByRole('button', { name: 'Request', exact: true }).click()
      const body = reply.getByRole('textbox', { name: 'Request body' })
      await body.fill('{"to":"1","messenger":{"category":"message-tag"}}')
      await reply.getByRole('button', { name: 'Reset to the form' }).scrollIntoViewIfNeeded()
      await look(page, 'reply-edited-by-hand')
      await reply.getByRole('button', { name: 'Reset to the form' }).click()
      await reply.getByRole('button', { name: 'More ways to copy' }).click()
      await expect(page.getByRole('menuitem', { name: 'JSON body' })).toBeVisible()
      await look(page, 'reply-copies')
      await page.keyboard.press('Escape')
      await details.getByRole('button', { name: 'Copy as curl' }).click()
      await expect(page.getByRole('textbox', { name: 'Send it to' })).toBeVisible()
      await look(page, 'callback-as-curl', '[role=dialog]')
      await page.clock.install({ time: Date.now() + 25 * 3_600_000 })
      await page.reload()
      await expect(reply).toContainText('filled in from the selected callback')
      await reply.getByRole('button', { name: 'Send reply' }).click()
      await expect(reply.getByRole('button', { name: 'Send anyway' })).toBeVisible()
      await look(page, 'reply-window-closed')
      await reply.getByRole('button', { name: 'Show the list' }).click()
      await expect(page.getByRole('option', { name: 'HUMAN_AGENT' })).toBeVisible()
      await look(page, 'reply-tags', '[role=listbox][aria-label=Suggestions]')
    })

    test('callbacks with long and odd content', async ({ page, workbench }) => {
      await fillWorkbench(page, workbench.urls)
      const { rows, details, reply, search, fromField, sendButton } = partsOf(page)
      await rows.filter({ hasText: 'Sehr' }).last().click()
      await expect(details).toContainText('7'.repeat(50))
      await look(page, 'callbacks-long')
      await rows.filter({ hasText: 'rejected' }).click()
      await expect(details).toContainText('Status: rejected')
      await look(page, 'callbacks-rejected')
      await rows.filter({ hasText: 'Not JSON' }).click()
      await expect(details).toContainText('Not a Messages callback')
      await fromField.fill('999')
      await sendButton.click()
      await expect(reply.getByRole('alert')).toBeVisible()
      await look(page, 'callbacks-refused')
      await search.fill('nothing')
      await expect(page.getByText('The filter hides all 4 callbacks.')).toBeVisible()
      await reply.getByRole('radio', { name: 'JSON' }).click()
      await expect(reply.getByRole('textbox', { name: 'Messenger message object' })).toBeVisible()
      await look(page, 'callbacks-filtered')
    })

    test('simulate, settings and help', async ({ page }) => {
      await page.getByRole('link', { name: 'Simulate' }).click()
      await page.getByRole('button', { name: 'Send to the Page' }).click()
      await expect(page.getByRole('log')).toContainText('answered 200')
      await look(page, 'simulate')
      await page.getByRole('tab', { name: 'Deliveries' }).click()
      await expect(page.getByRole('row')).toHaveCount(2)
      await look(page, 'simulate-deliveries')
      await page.getByRole('link', { name: 'Settings' }).click()
      await look(page, 'settings')
      await page.getByRole('button', { name: 'New profile' }).click()
      await look(page, 'settings-profile')
      await page.keyboard.press('ControlOrMeta+/')
      await expect(page.getByRole('dialog', { name: 'Keyboard shortcuts' })).toBeVisible()
      await look(page, 'help')
    })
  })
}
