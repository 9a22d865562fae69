import { expect, type Page } from '@playwright/test'
import { look } from '../flows/look.ts'
import { partsOf } from '../flows/page-parts.ts'
import { inboundText, postCallback } from '../flows/post-callback.ts'
import { shownText } from '../flows/shown-text.ts'
import { test } from './workbench.ts'

const MIB = 1024 * 1024

/** 1 MiB of JSON with something to look for at its end. */
const wide = () => {
  const [head, item, tail] = ['{"items":[', '{"id":1.50,"state":"re\\u0061d"},', '"The Last One"]}']
  return head + item.repeat(Math.floor((MIB - head.length - tail.length) / item.length)) + tail
}

const longString = () => `{"text":"${'slow words '.repeat(90_000)}"}`

async function openBody(page: Page, callbacks = 1): Promise<void> {
  await expect(partsOf(page).rows).toHaveCount(callbacks)
  await partsOf(page).rows.first().click()
  await partsOf(page).tab('Body').click()
}

test.use({ permissions: ['clipboard-read', 'clipboard-write'] })

const clipboard = (page: Page) => page.evaluate(() => navigator.clipboard.readText())

test('of a large body the beginning is shown, and all of it when asked for', async ({ page, workbench }) => {
  const body = wide()
  await postCallback(workbench.urls.inbound, body)
  await openBody(page)
  const { details } = partsOf(page)
  const raw = details.getByRole('region', { name: 'Body', exact: true })
  await expect.poll(async () => body.startsWith(await shownText(raw))).toBe(true)
  await expect(raw.locator('[data-row]').first()).toContainText('{"items":[{"id":1.50')
  await look(page, 'body-large-raw')
  await details.getByRole('radio', { name: 'Formatted' }).click()
  const formatted = details.getByRole('region', { name: 'Formatted body' })
  await expect(formatted).toContainText('"state": "re\\u0061d"')
  await look(page, 'body-large-formatted')
  await details.getByRole('button', { name: 'Show all 1.0 MiB' }).click()
  await expect(details.getByText('This is the beginning.')).toBeHidden()
  await formatted.focus()
  await page.keyboard.press('End')
  await expect(formatted).toContainText('"The Last One"')
  await expect(formatted.locator('[data-row]')).not.toHaveCount(0)
  expect(await formatted.locator('[data-row]').count()).toBeLessThan(200)
})

test('Copy takes all of the body, exactly as it is or laid out', async ({ page, workbench }) => {
  const body = wide()
  await postCallback(workbench.urls.inbound, body)
  await openBody(page)
  const { details } = partsOf(page)
  const copy = details.getByRole('button', { name: 'Copy', exact: true })
  await copy.click()
  await expect(page.getByText('Copied body, 1.0 MiB.')).toBeVisible()
  expect((await clipboard(page)) === body).toBe(true)
  await details.getByRole('radio', { name: 'Formatted' }).click()
  await copy.click()
  await expect(page.getByText('Copied formatted body')).toBeVisible()
  const laidOut = await clipboard(page)
  expect(laidOut.replaceAll(/\n */g, '').replaceAll('": ', '":') === body).toBe(true)
})

test('what is selected is copied as it is, not as it is shown', async ({ page, workbench }) => {
  const text = `tabs\\t and ${'a long line '.repeat(20)}`
  const body = `{"text":"${text}",\r\n "zero":"\u200b"}`
  await postCallback(workbench.urls.inbound, body)
  await openBody(page)
  const raw = partsOf(page).details.getByRole('region', { name: 'Body', exact: true })
  await expect(raw).toContainText('␍')
  await raw.focus()
  await page.keyboard.press('ControlOrMeta+A')
  await page.keyboard.press('ControlOrMeta+C')
  await expect.poll(() => clipboard(page)).toBe(body)
  const first = raw.locator('[data-from]').first()
  await first.click({ clickCount: 3 })
  await raw
    .locator('[data-from]')
    .nth(2)
    .click({ modifiers: ['Shift'], position: { x: 40, y: 8 } })
  await page.keyboard.press('ControlOrMeta+C')
  await expect.poll(async () => body.startsWith(await clipboard(page))).toBe(true)
  expect((await clipboard(page)).length).toBeGreaterThan(20)
})

test('text is found in the whole body, also where it is not shown yet', async ({ page, workbench }) => {
  await postCallback(workbench.urls.inbound, wide())
  await openBody(page)
  const { details, list } = partsOf(page)
  await details.getByRole('radio', { name: 'Formatted' }).click()
  const formatted = details.getByRole('region', { name: 'Formatted body' })
  await expect(formatted).toContainText('"items"')
  await page.keyboard.press('ControlOrMeta+Shift+F')
  const input = details.getByRole('searchbox', { name: 'Find in the body' })
  await expect(input).toBeFocused()
  await input.fill('the last')
  await expect(details.getByText('1 of 1', { exact: true })).toBeVisible()
  await expect(formatted.getByText('The Last', { exact: true })).toBeInViewport()
  await expect(details.getByText('This is the beginning.')).toBeHidden()
  await input.fill('"STATE"')
  await expect(details.getByText('1 of 10,000+')).toBeVisible()
  await input.press('Enter')
  await expect(details.getByText('2 of 10,000+')).toBeVisible()
  await input.press('Shift+Enter')
  await input.press('Shift+Enter')
  await expect(details.getByText('10,000 of 10,000+')).toBeVisible()
  await look(page, 'body-find')
  await input.fill('nowhere')
  await expect(details.getByText('Not found')).toBeVisible()
  await input.press('Escape')
  await expect(input).toBeHidden()
  await expect(list).not.toBeFocused()
})

test('the view that was chosen stays for the next callback, which begins at its top', async ({
  page,
  workbench,
}) => {
  await postCallback(workbench.urls.inbound, inboundText('small one'))
  await postCallback(workbench.urls.inbound, longString())
  await openBody(page, 2)
  const { details, rows } = partsOf(page)
  await details.getByRole('radio', { name: 'Formatted' }).click()
  const formatted = details.getByRole('region', { name: 'Formatted body' })
  await expect(formatted).toContainText('"text": "slow words slow')
  await formatted.focus()
  await page.keyboard.press('End')
  await expect(formatted).not.toContainText('"text"')
  await rows.nth(1).click()
  await expect(formatted).toContainText('"text": "small one"')
  await rows.first().click()
  await expect(formatted).toContainText('"text": "slow words slow')
})

test('a body that only looks like JSON is said to be none', async ({ page, workbench }) => {
  await postCallback(workbench.urls.inbound, `{"a":${' '.repeat(300 * 1024)}`)
  await openBody(page)
  const { details } = partsOf(page)
  await details.getByRole('radio', { name: 'Formatted' }).click()
  await expect(details.getByText('The body is not JSON')).toBeVisible()
})

test('bytes that are no text are shown in hex, with the first invalid one marked', async ({
  page,
  workbench,
}) => {
  const bytes = new Uint8Array(MIB).fill(0x41)
  bytes[700_003] = 0xff
  await postCallback(workbench.urls.inbound, bytes)
  await openBody(page)
  const { details } = partsOf(page)
  await expect(details.getByRole('radio')).toHaveText(['Hex'])
  await expect(details).toContainText(
    'The byte ff at offset 000aae63 is the first that is not UTF-8: no character has this byte.',
  )
  const hex = details.getByRole('region', { name: 'Body in hex' })
  await expect(hex).toContainText('00000000')
  await details.getByRole('button', { name: 'Go to it' }).click()
  await expect(hex.getByText('ff', { exact: true })).toBeInViewport()
  await expect(hex).toContainText('000aae60')
  // At 1280 pixels, where 16 bytes to a line do not fit beside the list and the reply.
  expect(await hex.evaluate((box) => box.scrollWidth - box.clientWidth)).toBe(0)
  await look(page, 'body-binary')
})

test('a worker that cannot be loaded is said so, and tried again', async ({ page, workbench }) => {
  let isBlocked = true
  await page.route(/body-worker/, (route) => (isBlocked ? route.abort() : route.continue()))
  await postCallback(workbench.urls.inbound, wide())
  await openBody(page)
  const { details } = partsOf(page)
  await details.getByRole('radio', { name: 'Formatted' }).click()
  await expect(details.getByRole('alert')).toContainText('The body could not be laid out.')
  isBlocked = false
  await details.getByRole('button', { name: 'Try again' }).click()
  await expect(details.getByRole('region', { name: 'Formatted body' })).toContainText('"items"')
})

test('a body that was too large to keep is not called empty', async ({ page, workbench }) => {
  const response = await fetch(workbench.urls.inbound, { method: 'POST', body: 'x'.repeat(MIB + 1) })
  expect(response.status).toBe(413)
  await openBody(page)
  const { details } = partsOf(page)
  await expect(details).toContainText('The body is larger than 1 MiB. It was answered 413 and not kept.')
  await expect(details).not.toContainText('The body is empty.')
})
