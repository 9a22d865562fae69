import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect } from '@playwright/test'
import { openChat } from '../flows/chat-parts.ts'
import { look } from '../flows/look.ts'
import { partsOf } from '../flows/page-parts.ts'
import { test } from './workbench.ts'

test('a person is chosen, writes in either format, and every delivery is listed', async ({ page }) => {
  const { people, side, tab, messageField, sendButton } = await openChat(page)
  await tab('Deliveries').click()
  await expect(side).toContainText('Nothing has been delivered yet.')
  await people.nth(1).click()
  await tab('Settings').click()
  await page.getByRole('radio', { name: 'v0.1' }).click()
  await expect(page.getByRole('radio', { name: 'v0.1' })).toBeChecked()
  await messageField.fill('Is the shop open?')
  await sendButton.click()
  await tab('Deliveries').click()
  const delivery = side.getByRole('row', { name: /inbound text .* 200 in/ })
  await delivery.getByRole('button', { name: 'Show the callback' }).click()

  const { selectedRow, toField, details } = partsOf(page)
  await expect(selectedRow).toContainText('Is the shop open?')
  await expect(details).toContainText('v0.1')
  const psid = await toField.inputValue()
  await openChat(page)
  await expect(people.nth(1)).toContainText(psid)
  await expect(people.nth(1)).toHaveAttribute('aria-selected', 'true')
})

test('an empty message is not sent, and Shift+Enter is a new line', async ({ page }) => {
  const { conversation, messageField, sendButton, bubble, log } = await openChat(page)
  await messageField.fill('  ')
  await sendButton.click()
  await expect(conversation).toContainText('Write a message first.')
  await expect(log).toHaveCount(0)
  await messageField.fill('first line')
  await messageField.press('Shift+Enter')
  await messageField.pressSequentially('second line')
  await messageField.press('Enter')
  await expect(bubble(/first line\s*second line/)).toContainText('answered 200')
  await expect(messageField).toHaveValue('')
})

test('media show their URL and load nothing; what is no web address is not sent', async ({ page }) => {
  const requested: string[] = []
  page.on('request', (request) => requested.push(request.url()))
  const { conversation, choice, sendButton, bubble } = await openChat(page)
  const url = conversation.getByRole('textbox', { name: 'URL' })
  await choice('Type').selectOption('image')
  await url.fill('file:///etc/passwd')
  await sendButton.click()
  await expect(conversation).toContainText('Enter an http or https URL.')
  await url.fill('https://example.com/photo.jpg')
  await url.press('Enter')
  await expect(bubble('https://example.com/photo.jpg')).toContainText('answered 200')
  await choice('Type').selectOption('unsupported')
  await sendButton.click()
  await expect(bubble('Unsupported')).toContainText('answered 200')
  expect(requested.filter((address) => address.includes('example.com'))).toEqual([])
})

test('the example of a URL goes with the type, one that was typed stays', async ({ page }) => {
  const { conversation, choice } = await openChat(page)
  const url = conversation.getByRole('textbox', { name: 'URL' })
  await choice('Type').selectOption('image')
  await expect(url).toHaveValue('https://example.com/photo.jpg')
  await choice('Type').selectOption('audio')
  await expect(url).toHaveValue('https://example.com/voice.mp3')
  await url.fill('https://example.com/mine.mp3')
  await choice('Type').selectOption('video')
  await expect(url).toHaveValue('https://example.com/mine.mp3')
})

test('a Page ID is not lost when a key leads to another page while it is typed', async ({
  page,
  dataFolder,
}) => {
  const { side } = await openChat(page)
  const pageId = side.getByRole('textbox', { name: 'Page ID' })
  await pageId.fill('42')
  await page.keyboard.press('ControlOrMeta+1')
  await expect(pageId).toBeHidden()
  await page.keyboard.press('ControlOrMeta+4')
  await expect(pageId).toHaveValue('42')
  await expect(side).toContainText('A Page ID is a number of 5 to 25 digits.')
  await pageId.fill('424242424242')
  await page.keyboard.press('ControlOrMeta+1')
  await expect(pageId).toBeHidden()
  await page.keyboard.press('ControlOrMeta+4')
  await expect(pageId).toHaveValue('424242424242')
  const settings = () => readFile(join(dataFolder, 'settings.json'), 'utf8')
  await expect.poll(settings).toContain('424242424242')
  await page.reload()
  await expect(pageId).toHaveValue('424242424242')
})

test('a message with a fault arrives with it', async ({ page }) => {
  const { conversation, side, tab, choice, sendButton, bubble } = await openChat(page)
  await choice('Fault').selectOption('tampered-body')
  await expect(conversation).toContainText('payload_hash does not match')
  await sendButton.click()
  await expect(bubble('Hello from Facebook Messenger!')).toContainText('answered 200')
  await tab('Deliveries').click()
  await expect(side.getByRole('row', { name: /inbound text/ })).toContainText('Tampered body')
  await side.getByRole('button', { name: 'Show the callback' }).click()
  await expect(partsOf(page).selectedRow).toContainText('bad signature')
})

test('people are added, renamed and removed', async ({ page }) => {
  const { people, conversation, messageField, bubble } = await openChat(page)
  await expect(people).toHaveCount(3)
  await page.getByRole('button', { name: 'Add a person' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('button', { name: 'Add' }).click()
  await expect(dialog).toContainText('Give the person a name.')
  await look(page, 'simulate-add-person')
  await dialog.getByRole('textbox', { name: 'Name' }).fill('Zoë')
  await page.keyboard.press('Enter')
  await expect(people).toHaveCount(4)
  await expect(conversation.getByRole('heading', { name: 'Zoë' })).toBeVisible()
  await messageField.press('Enter')
  await expect(bubble('Hello from Facebook Messenger!')).toContainText('answered 200')

  await conversation.getByRole('button', { name: 'Rename Zoë' }).click()
  await dialog.getByRole('textbox', { name: 'Name' }).fill('Zoë Ångström')
  await page.keyboard.press('Enter')
  await expect(people.nth(3)).toContainText('Zoë Ångström')
  await conversation.getByRole('button', { name: 'Remove Zoë Ångström' }).click()
  await page.getByRole('alertdialog').getByRole('button', { name: 'Remove' }).click()
  await expect(people).toHaveCount(3)
})

test('a long conversation stays where it is read, and follows where its end is in view', async ({ page }) => {
  const { conversation, messageField, log, bubble } = await openChat(page)
  const isAtEnd = () => log.evaluate((box) => box.scrollHeight - box.scrollTop - box.clientHeight < 2)
  for (let count = 1; count <= 12; count += 1) {
    await messageField.fill(`Message ${count}.`)
    await messageField.press('Enter')
    await expect(bubble(`Message ${count}.`)).toContainText('answered 200')
  }
  await expect.poll(isAtEnd).toBe(true)
  await log.evaluate((box) => box.scrollTo(0, 0))
  await expect(conversation.getByRole('button', { name: 'Newest' })).toBeVisible()
  await messageField.fill('x'.repeat(5_000))
  await messageField.press('Enter')
  await expect(bubble('xxx')).toContainText('answered 200')
  expect(await log.evaluate((box) => box.scrollTop)).toBe(0)
  await look(page, 'simulate-scrolled')
  await conversation.getByRole('button', { name: 'Newest' }).click()
  await expect.poll(isAtEnd).toBe(true)
  await bubble('xxx').getByRole('button', { name: 'Show all 5,000 characters' }).click()
  await expect(bubble('xxx').getByRole('button', { name: 'Show less' })).toBeVisible()

  await conversation.getByRole('button', { name: 'Clear all conversations' }).click()
  await page.getByRole('alertdialog').getByRole('button', { name: 'Clear' }).click()
  await expect(conversation).toContainText('To let your server answer here')
})
