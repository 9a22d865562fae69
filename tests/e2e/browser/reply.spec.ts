import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { expect } from '@playwright/test'
import { partsOf } from '../flows/page-parts.ts'
import { expectRead, sendReply, simulateFirstMessage } from '../flows/reply-flow.ts'
import { test } from './workbench.ts'

const run = promisify(execFile)

test('a refused reply says what happened, why and what to do, and can be sent again', async ({ page }) => {
  await simulateFirstMessage(page)
  const { reply, fromField } = partsOf(page)
  await fromField.fill('999')
  await sendReply(page, 'Hello?')
  await expect(reply.getByRole('alert')).toBeVisible()
  await expect(reply).toContainText('HTTP status')
  await expect(reply).toContainText('422')
  await expect(reply).toContainText('Invalid sender')
  await reply.getByRole('button', { name: 'Answer, word for word' }).click()
  await expect(reply.locator('pre')).toContainText('"title"')

  const sentAt = await reply.getByText(/· to /).textContent()
  await reply.getByRole('button', { name: 'Send again' }).click()
  await expect(reply.getByText(/· to /)).not.toHaveText(sentAt ?? '')
  await expect(reply).toContainText('Invalid sender')
})

test('custom JSON must be JSON before it is sent', async ({ page }) => {
  await simulateFirstMessage(page)
  const { reply } = partsOf(page)
  await reply.getByRole('radio', { name: 'JSON' }).click()
  const editor = reply.getByRole('textbox', { name: 'Messenger message object' })
  await editor.fill('{"text": ')
  await editor.press('ControlOrMeta+Enter')
  await expect(reply.getByRole('alert')).toContainText('This is not JSON yet')
  await editor.fill('{"text":"Choose","quick_replies":[]}')
  await expect(reply.getByRole('alert')).toBeHidden()
  await editor.press('ControlOrMeta+Enter')
  await expectRead(page)
})

test('more than 640 characters are warned about and sent all the same', async ({ page }) => {
  await simulateFirstMessage(page)
  const { reply, textField, sendButton } = partsOf(page)
  await textField.fill('y'.repeat(641))
  await expect(reply).toContainText('641 characters. The documented limit is 640')
  await expect(sendButton).toBeEnabled()
})

test('every optional field can be filled in', async ({ page }) => {
  await simulateFirstMessage(page)
  const { reply } = partsOf(page)
  await reply.getByLabel('Category').selectOption('message_tag')
  await reply.getByLabel('Tag', { exact: true }).fill('HUMAN_AGENT')
  await reply.getByRole('textbox', { name: 'Client ref' }).fill('order-42')
  await reply.getByRole('button', { name: 'More fields' }).click()
  await expect(reply.getByRole('textbox', { name: /webhook_url/ })).toBeVisible()
  await reply.getByRole('radio', { name: 'v0.1' }).click()
  await expect(reply.getByRole('button', { name: 'More fields' })).toBeHidden()
  await sendReply(page, 'With everything')
  await expectRead(page)
})

test.describe('curl', () => {
  test.use({ permissions: ['clipboard-read', 'clipboard-write'] })

  test('the copied command, pasted in bash, sends that same message', async ({ page }) => {
    await simulateFirstMessage(page)
    const { textField, rows } = partsOf(page)
    await textField.fill('It\'s 5 o\'clock, $HOME & "quotes"')
    await textField.press('ControlOrMeta+Shift+c')
    await expect(page.getByText(/Copied curl command.*works until \d\d:\d\d/)).toBeVisible()
    const command = await page.evaluate(() => navigator.clipboard.readText())
    const { stdout } = await run('bash', ['-c', command])
    expect(stdout).toContain('message_uuid')
    await expect(rows.filter({ hasText: 'read' })).toHaveCount(1)
  })

  test('the copied command can hold $JWT in place of a token', async ({ page }) => {
    await simulateFirstMessage(page)
    const { reply } = partsOf(page)
    await reply.getByRole('button', { name: 'More ways to copy' }).click()
    await page.getByRole('menuitem', { name: /\$JWT/ }).click()
    await expect(page.getByText(/Put a token into \$JWT/)).toBeVisible()
    expect(await page.evaluate(() => navigator.clipboard.readText())).toContain('$JWT')
  })
})
