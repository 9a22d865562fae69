import { expect } from '@playwright/test'
import { partsOf } from '../flows/page-parts.ts'
import { inboundText, postCallback, statusOf } from '../flows/post-callback.ts'
import { simulateFirstMessage } from '../flows/reply-flow.ts'
import { shownText } from '../flows/shown-text.ts'
import { test } from './workbench.ts'

test('a signed callback shows every check it passed', async ({ page }) => {
  await simulateFirstMessage(page)
  const { details, tab, selectedRow } = partsOf(page)
  await expect(selectedRow).toContainText('signed')
  await tab('Signature').click()
  const checks = details.getByRole('list', { name: 'Signature checks' }).getByRole('listitem')
  await expect(checks.getByRole('img', { name: 'passed' })).toHaveCount(await checks.count())
  await expect(details).toContainText('payload_hash')
})

test('the body is shown as it came, formatted without changing a token, and in hex', async ({
  page,
  workbench,
}) => {
  const body =
    '{"message_uuid":"u-1","channel":"messenger","to":"1","from":"2","message_type":"text","text":"h\\u00e9",  "n":1.0}'
  await postCallback(workbench.urls.inbound, body)
  const { details, tab } = partsOf(page)
  await tab('Body').click()
  await expect.poll(() => shownText(details.getByRole('region', { name: 'Body', exact: true }))).toBe(body)
  await expect(details).toContainText(`${body.length} bytes`)
  await details.getByRole('radio', { name: 'Formatted' }).click()
  const formatted = details.getByRole('region', { name: 'Formatted body' })
  await expect(formatted).toContainText('"text": "h\\u00e9"')
  await expect(formatted).toContainText('"n": 1.0')
  await details.getByRole('radio', { name: 'Hex' }).click()
  await expect(details.getByRole('region', { name: 'Body in hex' })).toContainText('00000000')
  await expect(details).toContainText('7b 22 6d 65 73 73 61 67')
})

test('odd callbacks are shown with what is odd about them', async ({ page, workbench }) => {
  const { inbound, status } = workbench.urls
  const { rows, details } = partsOf(page)
  await postCallback(inbound, inboundText('late', { timestamp: 'yesterday, about noon' }))
  await expect(details).toContainText('yesterday, about noon')
  await expect(details).toContainText('Not a time that can be read.')

  await postCallback(inbound, inboundText('', { message_type: 'hologram', hologram: {} }))
  await expect(details.getByRole('heading', { name: 'Message: “hologram”' })).toBeVisible()

  const error = { title: '1340', detail: 'Outside of the allowed window' }
  await postCallback(status, statusOf('rejected', { error, client_ref: 'order-42' }))
  await rows.filter({ hasText: 'rejected' }).click()
  await expect(details).toContainText('1340 Outside of the allowed window')
  await expect(details).toContainText('order-42')
  await expect(details).toContainText('Belongs to no reply sent from here.')

  await postCallback(inbound, '[1, 2]')
  await rows.filter({ hasText: 'Not an object' }).click()
  await expect(details.getByRole('heading', { name: 'Not a Messages callback', exact: true })).toBeVisible()
})

test('headers are listed as they came', async ({ page, workbench }) => {
  const headers = { 'content-type': 'application/json', 'X-Trace-ID': 'abc' }
  await fetch(workbench.urls.inbound, { method: 'POST', headers, body: inboundText('with a header') })
  const { details, tab, selectedRow } = partsOf(page)
  await expect(selectedRow).toContainText('with a header')
  await tab(/^Headers \d+/).click()
  await expect(details.getByRole('row', { name: /x-trace-id abc/i })).toBeVisible()
})

test('what a message says is shown as text and never loaded', async ({ page, workbench }) => {
  const asked: string[] = []
  page.on('request', (request) => asked.push(request.url()))
  const evil = '<img src="https://evil.example/x.png" onerror="document.title=1"><b>bold</b>'
  const { details } = partsOf(page)
  await postCallback(workbench.urls.inbound, inboundText(evil))
  await expect(details.getByText(evil)).toBeVisible()
  const image = { message_type: 'image', image: { url: 'https://evil.example/photo.jpg' } }
  await postCallback(workbench.urls.inbound, inboundText('', image))
  await expect(details.getByText('https://evil.example/photo.jpg')).toBeVisible()
  await expect(details.locator('img, a[href^="http"]')).toHaveCount(0)
  expect(asked.filter((url) => url.includes('evil.example'))).toEqual([])
  await expect(page).toHaveTitle('Messenger Workbench')
})
