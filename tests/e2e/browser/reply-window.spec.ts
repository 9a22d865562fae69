import { expect } from '@playwright/test'
import { withValve } from '../flows/answer-valve.ts'
import { partsOf } from '../flows/page-parts.ts'
import { inboundText, postCallback } from '../flows/post-callback.ts'
import { simulateFirstMessage } from '../flows/reply-flow.ts'
import { test } from './workbench.ts'

test('the 24-hour window counts down, and a closed one asks for a tag before anything is sent', async ({
  page,
}) => {
  const meter = partsOf(page).reply.getByRole('meter', { name: '24-hour window' })
  await simulateFirstMessage(page)
  await expect(meter).toHaveAttribute('aria-valuetext', /^23 h 5\d m left$/)

  await page.clock.install({ time: Date.now() + 25 * 3_600_000 })
  await page.reload()
  const { reply, textField, statusSteps } = partsOf(page)
  await expect(meter).toHaveAttribute('aria-valuetext', /^closed 1 h 0\d m ago$/)
  await expect(reply).toContainText('The person last wrote more than 24 hours ago')
  await expect(reply.getByLabel('Category')).toHaveValue('message_tag')

  await textField.fill('Too late')
  await textField.press('ControlOrMeta+Enter')
  await expect(reply.getByRole('alert')).toContainText('Not sent. The category message_tag needs a tag')
  await expect(reply).toContainText('No reply has been sent yet')

  await reply.getByRole('button', { name: 'Show the list' }).click()
  await page.clock.runFor(1_000)
  await page.getByRole('option', { name: 'ACCOUNT_UPDATE' }).click()
  await expect(reply.getByRole('alert')).toBeHidden()
  await reply.getByRole('button', { name: 'Send reply' }).click()
  await expect(statusSteps.first()).toContainText('accepted 202')

  await reply.getByLabel('Category').selectOption('response')
  await reply.getByRole('button', { name: 'Send reply' }).click()
  await expect(reply.getByRole('alert')).toContainText('1340')
  await textField.fill('Too late, and sent all the same')
  await expect(reply.getByRole('alert')).toBeHidden()
  await reply.getByRole('button', { name: 'Send reply' }).click()
  await reply.getByRole('button', { name: 'Send anyway' }).click()
  await expect(
    reply.getByRole('paragraph').filter({ hasText: 'Too late, and sent all the same' }),
  ).toBeVisible()
  await expect(reply.getByRole('alert')).toBeHidden()
})

test('a reply that is sent before the window has been looked up is held as well', async ({
  page,
  workbench,
}) => {
  for (const from of ['3000000000000001', '3000000000000002'])
    await postCallback(workbench.urls.inbound, inboundText(`I am ${from}`, { from }))
  await page.clock.install({ time: Date.now() + 25 * 3_600_000 })
  const answers = await withValve(page)
  const { rows, selectedRow, reply, textField, toField } = partsOf(page)
  await expect(selectedRow).toContainText('0002')
  await expect(reply.getByRole('meter', { name: '24-hour window' })).toBeVisible()

  answers.close()
  await rows.filter({ hasText: '0001' }).first().click()
  await expect(toField).toHaveValue('3000000000000001')
  await textField.fill('Too quick')
  await textField.press('ControlOrMeta+Enter')
  await expect(reply.getByRole('button', { name: 'Send reply' })).toHaveAttribute('aria-disabled', 'true')
  answers.open()
  await expect(reply.getByRole('alert')).toContainText('Not sent. The category message_tag needs a tag')
  await reply.getByRole('button', { name: 'Send anyway' }).click()
  await expect(reply.getByRole('paragraph').filter({ hasText: 'Too quick' })).toBeVisible()
})

test('nothing is known of a person who has not written, until they do', async ({ page, workbench }) => {
  await simulateFirstMessage(page)
  const { reply, toField, fromField } = partsOf(page)
  await toField.fill('123')
  const meter = reply.getByRole('meter', { name: '24-hour window' })
  await expect(meter).toHaveAttribute('aria-valuetext', 'has not written yet')
  await postCallback(
    workbench.urls.inbound,
    inboundText('Hi', { from: '123', to: await fromField.inputValue() }),
  )
  await expect(meter).toHaveAttribute('aria-valuetext', /^23 h 5\d m left$/)
  await expect(toField).toHaveValue('123')
})
