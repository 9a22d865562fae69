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
  await reply.getByRole('combobox', { name: 'Tag' }).fill('HUMAN_AGENT')
  await page.keyboard.press('Tab')
  await reply.getByRole('textbox', { name: 'Client ref' }).fill('order-42')
  await reply.getByRole('button', { name: 'More fields' }).click()
  await expect(reply.getByRole('textbox', { name: /webhook_url/ })).toBeVisible()
  await reply.getByRole('radio', { name: 'v0.1' }).click()
  await expect(reply.getByRole('button', { name: 'More fields' })).toBeHidden()
  await sendReply(page, 'With everything')
  await expectRead(page)
})

test('every type shows its own request, and the simulator takes it', async ({ page }) => {
  await simulateFirstMessage(page)
  const { reply, sendButton } = partsOf(page)
  await reply.getByRole('button', { name: 'Request', exact: true }).click()
  const body = reply.getByRole('textbox', { name: 'Request body' })
  for (const [type, ending] of [
    ['Image', 'jpg'],
    ['Audio', 'mp3'],
    ['Video', 'mp4'],
    ['File', 'pdf'],
  ] as const) {
    await reply.getByRole('radio', { name: type }).click()
    await reply.getByRole('textbox', { name: `${type} URL` }).fill(`https://example.com/a.${ending}`)
    await expect(body).toContainText(`"message_type": "${type.toLowerCase()}"`)
    await expect(body).toContainText(`"url": "https://example.com/a.${ending}"`)
    await sendButton.click()
    await expect(reply.getByText(`${type.toLowerCase()} https://example.com/a.${ending}`)).toBeVisible()
  }
  await reply.getByRole('radio', { name: 'v0.1' }).click()
  await expect(body).toContainText('"content": {')
  await expect(reply).toContainText(/POST http:.*\/v0\.1\/messages/)
})

test('the request can be edited by hand, is sent as it stands, and goes back to the form', async ({
  page,
}) => {
  await simulateFirstMessage(page)
  const { reply, textField, toField } = partsOf(page)
  await textField.fill('From the form')
  await reply.getByRole('button', { name: 'Request', exact: true }).click()
  const body = reply.getByRole('textbox', { name: 'Request body' })
  await expect(body).toContainText('"text": "From the form"')
  const [from, to] = [await partsOf(page).fromField.inputValue(), await toField.inputValue()]

  await body.fill('{"to": ')
  await body.press('ControlOrMeta+Enter')
  await expect(reply.getByRole('alert')).toContainText('This is not JSON yet')
  await expect(reply.getByRole('alert')).toContainText('nothing to send')
  await expect(reply).toContainText('No reply has been sent yet')

  const edited = `{ "to":"${to}", "from":"${from}", "channel":"messenger", "message_type":"text", "text":"By hand" }`
  await body.fill(edited)
  await expect(reply).toContainText('Edited by hand: this JSON is sent as it is')
  await textField.fill('Not this')
  await expect(body).toContainText('By hand')
  await body.press('ControlOrMeta+Enter')
  await expectRead(page)
  await expect(reply.getByText('By hand', { exact: true })).toBeVisible()
  await reply.getByRole('button', { name: 'Request, word for word' }).click()
  await expect(reply.locator('pre')).toContainText(edited)

  await reply.getByRole('button', { name: 'Reset to the form' }).click()
  await expect(body).toContainText('"text": "Not this"')
})

test('doubts stand beside their field, are read with it, and keep nothing from being sent', async ({
  page,
}) => {
  await simulateFirstMessage(page)
  const { reply, fromField, toField, sendButton, textField } = partsOf(page)
  const [pageId, psid] = [await fromField.inputValue(), await toField.inputValue()]
  await fromField.fill(psid)
  await toField.fill(pageId)
  await expect(fromField).toHaveAccessibleDescription(/are the ids swapped/)
  await expect(toField).toHaveAccessibleDescription(/are the ids swapped/)
  await expect(textField).toHaveAccessibleDescription(/The text is empty/)
  await reply.getByRole('radio', { name: 'Image' }).click()
  const url = reply.getByRole('textbox', { name: 'Image URL' })
  await url.fill('http://example.com/a.webp')
  await expect(url).toHaveAccessibleDescription(/https: only.*\.png and \.gif for image/)
  await reply.getByLabel('Category').selectOption('message_tag')
  const tag = reply.getByRole('combobox', { name: 'Tag' })
  await expect(tag).toHaveAccessibleDescription(/needs a tag/)
  await tag.fill('GAME')
  await page.getByRole('option', { name: 'GAME_EVENT' }).click()
  await expect(tag).toHaveValue('GAME_EVENT')
  await expect(tag).toHaveAccessibleDescription(/retired/)
  await reply.getByRole('button', { name: 'Request', exact: true }).click()
  const body = reply.getByRole('textbox', { name: 'Request body' })
  await body.fill('{"to":"1","messenger":{"category":"message-tag","tag":"HUMAN_AGENT"}}')
  await expect(body).toHaveAccessibleDescription(/with an underscore/)
  await sendButton.click()
  await expect(reply).toContainText('HTTP status')
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

  test('the reply can be copied for every shell, as a script, as JSON and as a report', async ({ page }) => {
    await simulateFirstMessage(page)
    const { reply, details } = partsOf(page)
    await sendReply(page, 'Copy me')
    await expectRead(page)
    const copied = async (section: string, item: string) => {
      await reply.getByRole('button', { name: 'More ways to copy' }).click()
      const menu = page.getByRole('menu', { name: 'More ways to copy' })
      await menu.getByRole('group', { name: section }).getByRole('menuitem', { name: item }).click()
      await expect(page.getByRole('menu')).toBeHidden()
      return page.evaluate(() => navigator.clipboard.readText())
    }
    const without = 'Without a token'
    await expect.poll(() => copied(without, 'PowerShell')).toMatch(/^Invoke-RestMethod .*Bearer \$env:JWT/)
    await expect.poll(() => copied(without, 'curl for cmd')).toMatch(/^curl .*Bearer %JWT%/)
    await expect.poll(() => copied(without, 'Node')).toContain('process.env.VONAGE_PRIVATE_KEY')
    await expect.poll(() => copied(/With a live token/.source, 'Node')).toMatch(/Bearer eyJ/)
    await expect.poll(() => copied('Text', 'JSON body')).toMatch(/^\{"to":".*"text":"Copy me"\}$/)
    const report = await copied('Text', 'Last reply')
    for (const part of ['accepted with 202', '"text":"Copy me"', 'message_uuid', '- read, '])
      expect(report).toContain(part)
    expect(report).not.toMatch(/eyJ/)

    await reply.getByRole('radio', { name: 'v0.1' }).click()
    await reply.getByRole('button', { name: 'More ways to copy' }).click()
    await expect(page.getByRole('menuitem', { name: 'Node' }).first()).toHaveAttribute(
      'aria-disabled',
      'true',
    )
    await expect(page.getByText('sends v1 requests only')).toBeVisible()
    await page.keyboard.press('Escape')
    await expect(details).toBeVisible()
  })

  test('a callback can be copied as the request it was, for a server of one’s own', async ({
    page,
    workbench,
  }) => {
    await simulateFirstMessage(page)
    const { details, rows } = partsOf(page)
    await details.getByRole('button', { name: 'Copy as curl' }).click()
    const url = page.getByRole('textbox', { name: 'Send it to' })
    await expect(url).toHaveValue('http://localhost:3000/webhooks/inbound-message')
    await url.fill(workbench.urls.inbound)
    await url.press('Enter')
    await expect(page.getByText(/Copied curl command.*same bytes and signature/)).toBeVisible()
    const command = await page.evaluate(() => navigator.clipboard.readText())
    await run('bash', ['-c', command])
    await expect(rows).toHaveCount(1)
    await expect(details.getByRole('tab', { name: 'Deliveries delivered 2 times' })).toBeVisible()
  })
})
