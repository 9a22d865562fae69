import { expect } from '@playwright/test'
import { chatsParts } from '../flows/chats-parts.ts'
import { partsOf } from '../flows/page-parts.ts'
import { inboundText, postCallback, statusOf } from '../flows/post-callback.ts'
import { test } from './workbench.ts'

const ANA = { from: '3000000000000001' }
const BEN = { from: '3000000000000002' }
const CLEO = { from: '3000000000000003' }

test('what is written stays with the person it is for', async ({ page, workbench }) => {
  const { inbound } = workbench.urls
  await postCallback(inbound, inboundText('I am Ana', ANA))
  await postCallback(inbound, inboundText('I am Ben', BEN))
  const { rows, selectedRow, reply, textField, toField } = partsOf(page)
  const choose = async (words: string) => {
    await rows.filter({ hasText: words }).click()
    await expect(selectedRow).toContainText(words)
  }
  await expect(rows).toHaveCount(2)
  await choose('I am Ana')
  await textField.fill('Only for Ana')
  await choose('I am Ben')
  await expect(toField).toHaveValue(BEN.from)
  await expect(textField).toHaveValue('')
  await textField.press('ControlOrMeta+z')
  await expect(textField).toHaveValue('')
  await textField.fill('Only for Ben')
  await page.getByRole('link', { name: 'Simulate' }).click()
  await page.getByRole('link', { name: 'Callbacks' }).click()
  await expect(textField).toHaveValue('Only for Ben')
  await choose('I am Ana')
  await expect(textField).toHaveValue('Only for Ana')

  await reply.getByRole('radio', { name: 'JSON' }).click()
  const editor = reply.getByRole('textbox', { name: 'Messenger message object' })
  await editor.fill('{"text":"JSON for Ana"}')
  await choose('I am Ben')
  await expect(textField).toHaveValue('Only for Ben')
  await reply.getByRole('radio', { name: 'JSON' }).click()
  await expect(editor).toContainText('What do you want to do next?')
  await editor.press('ControlOrMeta+z')
  await expect(editor).not.toContainText('JSON for Ana')
  await choose('I am Ana')
  await expect(editor).toContainText('JSON for Ana')
})

test('what is begun for one person is not there for another', async ({ page, workbench }) => {
  const { inbound, status } = workbench.urls
  await postCallback(inbound, inboundText('Hello from Ana', ANA))
  await postCallback(inbound, inboundText('Hello from Ben', BEN))
  // Nothing of hers has come in: there is no callback to select.
  await postCallback(status, statusOf('submitted', { message_uuid: 'to-cleo', to: CLEO.from }))
  await page.getByRole('link', { name: 'Chats' }).click()
  const { rows, conversation, text } = chatsParts(page)
  const choose = async (psid: string) => {
    await rows.filter({ hasText: psid }).click()
    await expect(conversation).toContainText(psid)
  }
  await choose(ANA.from)
  await text.fill('Only for Ana')
  await choose(CLEO.from)
  await expect(text).toHaveValue('')
  await text.fill('Only for Cleo')
  await choose(BEN.from)
  await expect(text).toHaveValue('')
  await choose(ANA.from)
  await expect(text).toHaveValue('Only for Ana')
  await choose(CLEO.from)
  await expect(text).toHaveValue('Only for Cleo')
})
