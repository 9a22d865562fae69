import { expect } from '@playwright/test'
import { look } from '../flows/look.ts'
import { partsOf } from '../flows/page-parts.ts'
import { inboundText, postCallback, statusOf } from '../flows/post-callback.ts'
import { replyToSimulatedMessage, sendReply, simulateFirstMessage } from '../flows/reply-flow.ts'
import { shownText } from '../flows/shown-text.ts'
import { test } from './workbench.ts'

test('a rule answers 503 twice: the callback comes again, is one row, and every delivery is listed', async ({
  page,
  workbench,
}) => {
  const { callbacks, rows, details, tab } = partsOf(page)
  await callbacks.getByRole('button', { name: 'Answer callbacks otherwise' }).click()
  const dialog = page.getByRole('dialog', { name: 'Answer callbacks otherwise' })
  await expect(dialog).toContainText('Vonage delivers again: after 5 s')
  await dialog.getByRole('textbox', { name: 'Callbacks' }).fill('2')
  await look(page, 'rule-dialog')
  await dialog.getByRole('button', { name: 'Add rule' }).click()
  await expect(dialog).toBeHidden()

  const bar = page.getByRole('status', { name: 'Response rules' })
  await expect(bar).toContainText('Answering 503 to the next 2 callbacks')
  await page.getByRole('link', { name: 'Settings' }).click()
  await page.getByRole('button', { name: '1 response rule' }).click()
  await expect(bar).toBeVisible()
  await look(page, 'rule-active')

  const { inbound } = workbench.urls
  const body = inboundText('Is anybody there?')
  expect(await postCallback(inbound, body)).toBe(503)
  await expect(bar).toContainText('to the next callback')
  expect(await postCallback(inbound, body)).toBe(503)
  await expect(bar).toBeEmpty()
  expect(await postCallback(inbound, body)).toBe(200)

  await expect(rows).toHaveCount(1)
  await expect(rows).toContainText('delivered 3 times')
  await expect(rows).toContainText(/2[34] h left/)
  await expect(details).toContainText('answered 200')
  await tab('Deliveries delivered 3 times').click()
  await expect(details).toContainText('Delivered 3 times with the same content; the last was answered 200.')
  const deliveries = details.getByRole('list', { name: 'Deliveries' }).getByRole('listitem')
  await expect(deliveries).toHaveText([/first.*503/, /\+.*503.*expected \+5 s/, /\+.*200.*expected \+5 s/])
  await look(page, 'deliveries')
})

test('a rule is begun from the selected callback, dropped connections are shown, and it is removed again', async ({
  page,
  workbench,
}) => {
  const { inbound } = workbench.urls
  await postCallback(inbound, inboundText('Hello', { from: '5000000000000005' }))
  const { list, rows, selectedRow, details } = partsOf(page)
  await expect(rows).toHaveCount(1)
  await expect(selectedRow).toHaveCount(1)
  await list.focus()
  await page.keyboard.press('a')
  const dialog = page.getByRole('dialog', { name: 'Answer callbacks otherwise' })
  await expect(dialog.getByRole('radio', { name: 'Inbound' })).toBeChecked()
  await expect(dialog.getByRole('textbox', { name: 'Person (PSID)' })).toHaveValue('5000000000000005')
  await dialog.getByLabel('Answer', { exact: true }).selectOption('drop')
  await dialog.getByRole('textbox', { name: 'After (seconds)' }).fill('soon')
  await dialog.getByRole('radio', { name: 'Until removed' }).click()
  await dialog.getByRole('button', { name: 'Add rule' }).click()
  await expect(dialog).toContainText('Seconds from 0 to 120.')
  await dialog.getByRole('textbox', { name: 'After (seconds)' }).fill('0')
  await dialog.getByRole('button', { name: 'Add rule' }).click()

  const bar = page.getByRole('status', { name: 'Response rules' })
  await expect(bar).toContainText('Dropping the connection for every inbound message from 5000000000000005')
  const dropped = postCallback(inbound, inboundText('Still there?', { from: '5000000000000005' }))
  await expect(dropped).rejects.toThrow()
  await rows.filter({ hasText: 'Still there?' }).click()
  await expect(details).toContainText('connection dropped')
  expect(await postCallback(inbound, inboundText('Somebody else'))).toBe(200)

  await bar.getByRole('button', { name: 'Remove' }).click()
  await expect(bar).toBeEmpty()
  await expect(page.getByRole('button', { name: /response rule/ })).toHaveCount(0)
})

test('a status explains its error and tells the way of its message', async ({ page, workbench }) => {
  const { status } = workbench.urls
  const message = { message_uuid: 'aaaaaaaa-bbbb-4ccc-8ddd-0123456789ab' }
  const error = { title: 1340, detail: 'Outside of the allowed window - nobody wrote' }
  await postCallback(status, statusOf('delivered', message))
  await postCallback(status, statusOf('submitted', message))
  await postCallback(status, statusOf('rejected', { ...message, error }))
  const { rows, details } = partsOf(page)
  const rejected = rows.filter({ hasText: 'rejected' })
  await expect(rejected).toContainText('1340 · Outside the 24-hour window')
  await rejected.click()
  await expect(details).toContainText('Outside the 24-hour window.')
  await expect(details).toContainText('use category message_tag')
  await expect(details).toContainText('1340 Outside of the allowed window - nobody wrote')
  await expect(details).toContainText('not sent from here')
  const steps = details.getByRole('list', { name: 'Statuses of this message' }).getByRole('listitem')
  await expect(steps).toHaveText([/^delivered/, /^submittedout of order/, /^rejected/])
  await expect(steps.last()).toHaveAttribute('aria-current', 'true')
  await look(page, 'status-explained', steps.last())

  await postCallback(status, statusOf('undeliverable', { error: { title: '4711', detail: 'New' } }))
  await rows.filter({ hasText: '4711 · New' }).click()
  await expect(details).toContainText('Code 4711 is not in Vonage’s list of error codes.')
})

test('a status that should have come by now is missed', async ({ page, workbench }) => {
  await postCallback(workbench.urls.status, statusOf('submitted'))
  const { rows, details } = partsOf(page)
  await rows.click()
  const steps = details.getByRole('list', { name: 'Statuses of this message' }).getByRole('listitem')
  await expect(steps).toHaveText([/^submitted/])
  await page.clock.setFixedTime(Date.now() + 31_000)
  await page.reload()
  await rows.click()
  await expect(steps).toHaveText([/^submitted/, 'delivered missing after 30 s'])
})

test('a reply that is rejected explains why where it was sent', async ({ page }) => {
  await simulateFirstMessage(page)
  const { reply, toField, rows, statusSteps } = partsOf(page)
  await toField.fill('9999999999999999')
  await sendReply(page, 'Is this you?')
  await expect(statusSteps).toHaveText([/^accepted 202/, /^submitted/, /^rejected1300 · /])
  await expect(statusSteps.last()).toContainText('This id is not a Messenger user of this Page.')
  await expect(statusSteps.last()).toContainText('A PSID belongs to one Page')
  await expect(rows.first()).toContainText('1300 · This id is not a Messenger user of this Page · reply')
  await look(page, 'reply-rejected', reply.getByRole('button', { name: 'Send again' }))
})

test('a repeated status is marked in the timeline of its reply', async ({ page, workbench }) => {
  await replyToSimulatedMessage(page, 'Thanks, on its way')
  const { rows, details, statusSteps, tab } = partsOf(page)
  const delivered = rows.filter({ hasText: 'delivered' }).first()
  await delivered.click()
  await tab('Body').click()
  const body = await shownText(details.getByRole('region', { name: 'Body', exact: true }))
  await postCallback(workbench.urls.status, body)
  await expect(statusSteps.filter({ hasText: 'repeated' })).toHaveCount(1)
  await expect(statusSteps.filter({ hasText: 'out of order' })).toHaveCount(1)
  await tab('Overview').click()
  const steps = details.getByRole('list', { name: 'Statuses of this message' }).getByRole('listitem')
  await expect(steps).toHaveText([/^submitted/, /^delivered/, /^read/, /^deliveredrepeatedout of order/])
  await expect(details).toContainText('Times count from the send.')
  await look(page, 'timeline', steps.last())
})
