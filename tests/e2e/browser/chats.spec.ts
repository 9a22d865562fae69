import { expect, type Page } from '@playwright/test'
import { chatsParts } from '../flows/chats-parts.ts'
import { look } from '../flows/look.ts'
import { partsOf } from '../flows/page-parts.ts'
import { inboundText, postCallback, statusOf } from '../flows/post-callback.ts'
import { simulateFirstMessage } from '../flows/reply-flow.ts'
import { test } from './workbench.ts'

const ANA = { from: '3000000000000001' }
const BEN = { from: '3000000000000002' }
const HOUR_MS = 3_600_000

async function openChats(page: Page): Promise<void> {
  await page.getByRole('link', { name: 'Chats' }).click()
  await expect(page.getByRole('heading', { name: 'Chats', level: 1 })).toBeAttached()
}

/** A message of the developer's server, as its statuses tell of it. */
async function postStatuses(url: string, messageUuid: string, to: string, statuses: readonly string[]) {
  for (const status of statuses) await postCallback(url, statusOf(status, { message_uuid: messageUuid, to }))
}

test('says that nobody has written yet', async ({ page }) => {
  await openChats(page)
  await expect(page.getByText('Nobody has written yet.')).toBeVisible()
  await expect(page.getByText('Choose a conversation to read it.')).toBeVisible()
  await look(page, 'chats-empty')
})

test('lists who wrote, newest first, with what is unread until it is read', async ({ page, workbench }) => {
  const { inbound } = workbench.urls
  await openChats(page)
  const { rows, log } = chatsParts(page)
  await postCallback(inbound, inboundText('Hello from Ana', ANA))
  await postCallback(inbound, inboundText('Hello from Ben', BEN))
  await postCallback(inbound, inboundText('Are you there?', BEN))
  await expect(rows).toHaveCount(2)
  await expect(rows.first()).toContainText('Are you there?')
  await expect(rows.first()).toContainText('2 unread')
  await expect(rows.first()).toContainText('23 h left')
  await rows.first().click()
  await expect(log).toContainText('Hello from Ben')
  await expect(rows.first()).not.toContainText('unread')

  await postCallback(inbound, inboundText('Ana again', ANA))
  await expect(rows.first()).toContainText('Ana again')
  await expect(rows.first()).toContainText('2 unread')
  await expect(log).not.toContainText('Ana again')
  await page.reload()
  await expect(rows.first()).toContainText('2 unread')
  await expect(rows.nth(1)).not.toContainText('unread')
})

test('what comes fast while a conversation is read to its end is read too', async ({ page, workbench }) => {
  const { inbound } = workbench.urls
  await postCallback(inbound, inboundText('Hello from Ana', ANA))
  await openChats(page)
  const { rows, log } = chatsParts(page)
  await rows.first().click()
  await expect(rows.first()).not.toContainText('unread')
  for (const text of ['One', 'Two', 'Three']) {
    await postCallback(inbound, inboundText(text, ANA))
    await expect(log).toContainText(text)
  }
  await postCallback(inbound, inboundText('Hello from Ben', BEN))
  await expect(rows.first()).toContainText('1 unread')
  await expect(rows.nth(1)).toContainText('Three')
  await expect(rows.nth(1)).not.toContainText('unread')
})

test('a reply goes out from the conversation, and its statuses tick off', async ({ page }) => {
  await simulateFirstMessage(page)
  await partsOf(page).textField.fill('Begun in the Reply form')
  await openChats(page)
  const { rows, bubbles, text } = chatsParts(page)
  await expect(bubbles).toHaveCount(1)
  await expect(text).toHaveValue('Begun in the Reply form')
  await text.press('ControlOrMeta+Enter')
  await expect(bubbles.nth(1)).toContainText('Sent from here')
  await expect(bubbles.nth(1)).toContainText(/submitted.*delivered.*read/)
  await expect(rows.first()).toContainText('You: Begun in the Reply form')
  await expect(text).toHaveValue('')
  await look(page, 'chats-replied')
})

test('messages of the own server are known by their statuses, and a rejection says why', async ({
  page,
  workbench,
}) => {
  const { inbound, status } = workbench.urls
  await postCallback(inbound, inboundText('Hello', ANA))
  await postStatuses(status, 'of-the-server', ANA.from, ['submitted', 'delivered', 'read'])
  const rejected = {
    message_uuid: 'too-late',
    to: ANA.from,
    error: { title: 1340, detail: 'Outside the window' },
  }
  await postCallback(status, statusOf('rejected', rejected))
  await openChats(page)
  const { rows, bubbles } = chatsParts(page)
  await rows.first().click()
  await expect(bubbles.nth(1)).toContainText('Sent by your server')
  await expect(bubbles.nth(1)).toContainText('What it said is not known here')
  await expect(bubbles.nth(1)).toContainText(/submitted.*delivered.*read/)
  await expect(bubbles.nth(2)).toContainText('rejected 1340')
  await expect(bubbles.nth(2)).toContainText('Outside the 24-hour window.')
})

test('one selection goes from chat to callbacks and back', async ({ page, workbench }) => {
  const { inbound, status } = workbench.urls
  await postCallback(inbound, inboundText('First words', ANA))
  await postStatuses(status, 'of-the-server', ANA.from, ['submitted', 'read'])
  await postCallback(inbound, inboundText('From Ben', BEN))
  const { rows: callbacks, selectedRow, details } = partsOf(page)
  await callbacks.filter({ hasText: 'First words' }).click()
  await details.getByRole('button', { name: 'Show in chat' }).click()
  const { log, bubbles } = chatsParts(page)
  await expect(log.locator('[aria-current=true]')).toContainText('First words')

  await bubbles.nth(1).getByRole('button', { name: /^read/ }).click()
  await expect(selectedRow).toContainText('read')
  await expect(details).toContainText('Status: read')
  await page.getByRole('link', { name: 'Chats' }).click()
  await expect(log.locator('[aria-current=true]')).toContainText('Sent by your server')

  await bubbles.first().getByRole('button', { name: 'What can be done with this message' }).click()
  await page.getByRole('menuitem', { name: 'Show on Callbacks page' }).click()
  await expect(details).toContainText('Inbound text message')
  await expect(selectedRow).toContainText('First words')
})

test('a person can be named, and is found by that name', async ({ page, workbench }) => {
  await postCallback(workbench.urls.inbound, inboundText('Hello', ANA))
  await postCallback(workbench.urls.inbound, inboundText('Hi', BEN))
  await openChats(page)
  const { rows, search, conversation } = chatsParts(page)
  await rows.filter({ hasText: ANA.from }).click()
  await conversation.getByRole('button', { name: 'Name this person' }).click()
  await page.getByRole('textbox', { name: 'Name' }).fill('Ana, test phone')
  await page.keyboard.press('Enter')
  await expect(conversation.getByRole('heading', { name: 'Ana, test phone' })).toBeVisible()
  await expect(conversation).toContainText(ANA.from)
  await search.fill('test ph')
  await expect(rows).toHaveCount(1)
  await expect(rows).toContainText('Ana, test phone')
  await search.fill('nobody')
  await expect(page.getByText('Nobody here has that name, PSID or Page.')).toBeVisible()
  await page.getByRole('button', { name: 'Show all conversations' }).click()
  await expect(rows).toHaveCount(2)

  await page.getByRole('link', { name: 'Callbacks' }).click()
  await expect(partsOf(page).rows.filter({ hasText: 'Ana, test phone' })).toHaveCount(1)
  await page.reload()
  const named = partsOf(page).rows.filter({ hasText: 'Ana, test phone' })
  await expect(named.getByTitle(/^Ana, test phone, PSID 3000\d+0001$/)).toBeVisible()
})

test('works with the keyboard alone', async ({ page, workbench }) => {
  for (const [index, from] of [ANA.from, BEN.from, '3000000000000003'].entries()) {
    await postCallback(workbench.urls.inbound, inboundText(`Message ${index}`, { from }))
  }
  await page.keyboard.press('ControlOrMeta+2')
  const { rows, list, log, text } = chatsParts(page)
  await expect(rows).toHaveCount(3)
  await list.focus()
  await page.keyboard.press('ArrowDown')
  await expect(log).toContainText('Message 2')
  await page.keyboard.press('ArrowDown')
  await expect(log).toContainText('Message 1')
  await page.keyboard.press('Enter')
  await expect(log).toBeFocused()
  await page.keyboard.press('Escape')
  await expect(list).toBeFocused()
  await page.keyboard.press('End')
  await expect(log).toContainText('Message 0')
  await text.focus()
  await page.keyboard.press('Escape')
  await expect(list).toBeFocused()
})

test('a long conversation stays where it is read, and tells of what is new', async ({ page, workbench }) => {
  test.slow()
  const { inbound } = workbench.urls
  for (let index = 0; index < 150; index += 1) {
    await postCallback(inbound, inboundText(`Line ${index} ${'more words '.repeat(index % 9)}`, ANA))
  }
  await openChats(page)
  const { rows, log, bubbles, newest } = chatsParts(page)
  await rows.first().click()
  await expect(bubbles.last()).toContainText('Line 149')
  await expect(bubbles.last()).toBeInViewport()
  await expect(newest).toHaveCount(0)

  await log.evaluate((box) => box.scrollTo({ top: 0 }))
  await expect(bubbles.first()).not.toContainText('Line 90 ')
  const middle = log.getByText(/^Line 90 /)
  await middle.scrollIntoViewIfNeeded()
  const before = (await middle.boundingBox())?.y
  await postCallback(inbound, inboundText('Something new', ANA))
  await expect(newest).toHaveText('1 new')
  // A scroll position is rounded to a part of a pixel.
  expect((await middle.boundingBox())?.y).toBeCloseTo(before ?? 0, 0)
  await newest.click()
  await expect(bubbles.last()).toContainText('Something new')
  await expect(bubbles.last()).toBeInViewport()
  await postCallback(inbound, inboundText('And more', ANA))
  await expect(bubbles.last()).toContainText('And more')
  await expect(bubbles.last()).toBeInViewport()

  await log.evaluate(async (box) => {
    const seen = () => box.textContent?.includes('Line 0 ') ?? false
    const start = performance.now()
    while (!seen() && performance.now() - start < 20_000) {
      box.scrollTo({ top: 0 })
      await new Promise((done) => requestAnimationFrame(done))
    }
  })
  await expect(bubbles.first()).toContainText('Line 0 ')
})

test('a closed window is said, and a reply is held until it is wanted all the same', async ({
  page,
  workbench,
}) => {
  await postCallback(workbench.urls.inbound, inboundText('Long ago', ANA))
  await page.clock.install({ time: Date.now() + 25 * HOUR_MS })
  await page.reload()
  await openChats(page)
  const { rows, box, text, send } = chatsParts(page)
  await expect(rows.first()).toContainText('window closed')
  await rows.first().click()
  await expect(box).toContainText('The 24-hour window is closed')
  await text.fill('Too late?')
  await send.click()
  await expect(box.getByRole('alert')).toContainText('Not sent.')
  await expect(rows.first()).not.toContainText('unread')
  await look(page, 'chats-window-closed')
  await box.getByRole('button', { name: 'Media, tags and options in the full form' }).click()
  await expect(partsOf(page).textField).toHaveValue('Too late?')
  await expect(partsOf(page).toField).toHaveValue(ANA.from)
})

test('the exchange of a message is drawn between those who take part', async ({ page }) => {
  await simulateFirstMessage(page)
  const { details, textField, tab } = partsOf(page)
  await textField.fill('Thanks, on its way')
  await textField.press('ControlOrMeta+Enter')
  await expect(partsOf(page).statusSteps).toHaveCount(4)
  await tab('Exchange').click()
  const steps = details.getByRole('list', { name: 'The exchange, in order of time' })
  await expect(steps).toContainText(/Person to Vonage:.*Hello from Facebook Messenger!/)
  await expect(steps).toContainText('Vonage to Listener: inbound text')
  await expect(steps).toContainText(/Listener to Vonage: .*Thanks, on its way/)
  await expect(steps).toContainText(/submitted.*delivered.*read/)
  await look(page, 'exchange-tab')

  await openChats(page)
  const { bubbles } = chatsParts(page)
  await bubbles.nth(1).getByRole('button', { name: 'What can be done with this message' }).click()
  await page.getByRole('menuitem', { name: 'Exchange…' }).click()
  const dialog = page.getByRole('dialog', { name: 'Exchange' })
  await expect(dialog).toContainText('Vonage to Listener: read')
  await look(page, 'exchange-dialog')
})

test('long names, long words, emoji and right-to-left text find their place', async ({ page, workbench }) => {
  const { inbound, status } = workbench.urls
  const long = `Sehr${'langes'.repeat(40)}Wort and https://example.com/${'path/'.repeat(30)}`
  await postCallback(inbound, inboundText('مرحبا، هل أنتم هنا؟ شكراً جزيلاً 😀', { from: '4000000000000001' }))
  await postCallback(inbound, inboundText('👍', { from: '9'.repeat(60), to: '8'.repeat(50) }))
  await postCallback(inbound, inboundText(long, ANA))
  const media = { message_type: 'image', image: { url: `https://example.com/${'a'.repeat(300)}.jpg` } }
  await postCallback(inbound, inboundText('', { ...ANA, ...media, text: undefined }))
  await postCallback(inbound, inboundText('', { ...ANA, message_type: 'a_type_nobody_expected' }))
  await postStatuses(status, 'server', ANA.from, ['submitted', 'delivered', 'delivered', 'read'])
  const detail = 'Outside of allowed window. '.repeat(8)
  await postCallback(status, statusOf('rejected', { to: ANA.from, error: { title: '1340', detail } }))
  await openChats(page)
  const { rows, conversation, bubbles } = chatsParts(page)
  await rows.filter({ hasText: ANA.from }).click()
  await conversation.getByRole('button', { name: 'Name this person' }).click()
  await page.getByRole('textbox', { name: 'Name' }).fill(`Ana ${'von und zu '.repeat(6)}`)
  await page.keyboard.press('Enter')
  await expect(rows.first()).toContainText('Ana von und zu')
  await expect(bubbles).toHaveCount(5)
  await expect(bubbles.last()).toBeInViewport()
  await look(page, 'chats-long')
  await expect(chatsParts(page).newest).toHaveCount(0)
  await rows.filter({ hasText: '4000000000000001' }).click()
  await expect(bubbles).toContainText('مرحبا')
  await look(page, 'chats-right-to-left')
})
