import { expect, type Locator } from '@playwright/test'
import { look } from '../flows/look.ts'
import { partsOf } from '../flows/page-parts.ts'
import { inboundText, postCallback } from '../flows/post-callback.ts'
import { test } from './workbench.ts'

test.use({ viewport: { width: 1000, height: 700 } })

/** How far the upper one ends above the lower one. */
async function gap(upper: Locator, lower: Locator): Promise<number> {
  const [above, below] = [await upper.boundingBox(), await lower.boundingBox()]
  return above === null || below === null ? Number.NaN : below.y - (above.y + above.height)
}

test('a dialog makes room for toasts, and what they offer can be taken beside it and after it', async ({
  page,
  workbench,
}) => {
  for (const text of ['one', 'two', 'three']) await postCallback(workbench.urls.inbound, inboundText(text))
  const { list, rows, selectedRow } = partsOf(page)
  await expect(rows).toHaveCount(3)
  await rows.first().click()
  await expect(selectedRow).toContainText('three')
  await list.focus()
  await page.keyboard.press('Delete')
  await expect(selectedRow).toContainText('two')
  await page.keyboard.press('Delete')
  await expect(selectedRow).toContainText('one')
  const undo = page.getByRole('button', { name: 'Undo' })
  await expect(undo).toHaveCount(2)

  await page.keyboard.press('?')
  const sheet = page.getByRole('dialog', { name: 'Keyboard shortcuts' })
  // The box around it, which scrolls.
  const box = sheet.locator('..')
  const close = sheet.getByRole('button', { name: 'Close' })
  await expect(close).toBeFocused()
  await expect(close).toBeInViewport({ ratio: 1 })
  expect(await gap(box, undo.first())).toBeGreaterThan(0)
  expect(await gap(box, undo.last())).toBeGreaterThan(0)
  // The page behind the dialog does not hear a key that is pressed on a toast.
  await undo.first().focus()
  await page.keyboard.press('ControlOrMeta+k')
  await undo.first().click()
  await expect(undo).toHaveCount(1)
  await expect(page.getByRole('dialog')).toHaveCount(1)
  await expect(page.getByRole('status').filter({ hasText: 'is back' })).toBeVisible()

  await close.click()
  await expect(sheet).toBeHidden()
  await undo.click()
  await expect(rows).toHaveCount(3)

  await rows.first().click()
  await list.focus()
  await page.keyboard.press('Delete')
  await page.keyboard.press('?')
  await expect(sheet).toBeVisible()
  await undo.click()
  await expect(undo).toHaveCount(0)
  // The dialog has the focus again, which the toast took with it.
  await expect.poll(() => sheet.evaluate((box) => box.contains(document.activeElement))).toBe(true)
  await page.keyboard.press('Escape')
  await expect(sheet).toBeHidden()

  await list.focus()
  await page.keyboard.press('Delete')
  await page.keyboard.press('?')
  await expect(sheet).toBeVisible()
  await look(page, 'toast-beside-dialog')
})
