import { expect } from '@playwright/test'
import { openChat, pointTargetAt } from '../flows/chat-parts.ts'
import { look } from '../flows/look.ts'
import { replyingServer } from '../flows/replying-server.ts'
import { test as base } from './workbench.ts'

const test = base.extend<{ readonly server: Awaited<ReturnType<typeof replyingServer>> }>({
  server: async ({ page, workbench, dataFolder }, use) => {
    const server = await replyingServer({ apiUrl: workbench.urls.simulator, dataFolder })
    await pointTargetAt(page, server.origin)
    await use(server)
    server.close()
  },
})

test('one’s own server gets a message once forwarding is on, and its reply comes back read', async ({
  page,
  server,
}) => {
  const { conversation, messageField, bubble, people } = await openChat(page)
  await expect(conversation).toContainText('Your server does not get these messages')
  await look(page, 'chat-empty')
  await conversation.getByRole('button', { name: `Forward to ${server.origin}` }).click()
  await expect(conversation).not.toContainText('Your server does not get these messages')

  await messageField.fill('Is the shop open?')
  await messageField.press('Enter')
  await expect(messageField).toHaveValue('')
  await expect(bubble(/^Amara Okafor.*Is the shop open\?/)).toContainText('My server answered 200')
  await expect(bubble('You said: Is the shop open?')).toContainText(/submitted.*delivered.*read/)
  await expect(people.first()).toContainText('Page: You said: Is the shop open?')
  await look(page, 'chat')
})

test('a refused callback is tried again when the clock is stepped', async ({ page, server }) => {
  server.answerWith(503)
  const { side, tab, sendButton, bubble } = await openChat(page)
  await tab('Retries').click()
  await expect(side).toContainText('Nothing is due')
  await expect(side.getByRole('timer')).toBeVisible()
  await tab('Settings').click()
  await side.getByLabel('Sent to').selectOption({ label: `My server (${server.origin})` })
  await expect(side).toContainText('Nothing is captured on the Callbacks page.')
  await sendButton.click()
  await expect(bubble('Hello from Facebook Messenger!')).toContainText('answered 503')

  await tab('Retries 1').click()
  const speed = side.getByRole('radiogroup', { name: 'Speed of the clock' })
  await speed.getByRole('radio', { name: 'Stopped' }).click()
  await expect(speed.getByRole('radio', { name: 'Stopped' })).toBeChecked()
  const due = side.getByRole('row', { name: /inbound text/ })
  await expect(due).toContainText('attempt')
  await expect(due).toContainText('503')
  await look(page, 'chat-retries')
  const step = side.getByRole('button', { name: 'Step to the next' })
  const attempt = Number(/attempt (\d+)/.exec(await due.innerText())?.[1])
  await step.click()
  await expect(due).toContainText(`attempt ${attempt + 1}`)
  server.answerWith(200)
  await step.press('Enter')
  await expect(side).toContainText('Nothing is due')
  await expect(step).toBeFocused()
  await expect(bubble('Hello from Facebook Messenger!').first()).toContainText(
    `answered 200 at attempt ${attempt + 1}`,
  )
  await expect(bubble('You said: Hello')).toContainText('read')
  await expect(page.getByTestId('announcements')).toContainText('Page: You said: Hello')
  await tab('Deliveries').click()
  await expect(
    side.getByRole('row', { name: new RegExp(`inbound text.*attempt ${attempt + 1}`) }),
  ).toContainText('200 in')
})

test('forwarding holds an unsigned callback back, and the composer says so', async ({ page, server }) => {
  const { conversation, choice, messageField, bubble } = await openChat(page)
  await conversation.getByRole('button', { name: `Forward to ${server.origin}` }).click()
  await choice('Fault').selectOption('unsigned')
  await expect(conversation).toContainText('Forwarding holds it back')
  await messageField.fill('unsigned')
  await messageField.press('Enter')
  await expect(bubble('unsigned')).toContainText('answered 200')
  await choice('Fault').selectOption('')
  await expect(conversation).not.toContainText('Forwarding holds it back')
  await messageField.fill('signed')
  await messageField.press('Enter')
  await expect(bubble('You said: signed')).toContainText('read')
  expect(server.received.filter((request) => request.includes('"text":"unsigned"'))).toEqual([])
})

test('retries are dropped on request', async ({ page, server }) => {
  server.answerWith(500)
  const { side, tab, sendButton } = await openChat(page)
  await side.getByLabel('Sent to').selectOption({ label: `My server (${server.origin})` })
  await sendButton.click()
  await tab('Retries 1').click()
  await side.getByRole('radio', { name: 'Stopped' }).click()
  await side.getByRole('button', { name: 'Drop all' }).click()
  await expect(side).toContainText('Nothing is due')
})

test('the sandbox’s rules reject a reply, and the bubble says why', async ({ page, server }) => {
  const { side, sendButton, bubble } = await openChat(page)
  await side.getByLabel('Sent to').selectOption({ label: `My server (${server.origin})` })
  const allowList = side.getByRole('switch', { name: /Allow-list/ })
  await side.getByText(/^Allow-list/).click()
  await expect(allowList).toBeChecked()
  await side.getByText('Amara Okafor').click()
  await expect(side.getByRole('switch', { name: 'Amara Okafor' })).not.toBeChecked()
  await sendButton.click()
  const reply = bubble('You said: Hello')
  await expect(reply).toContainText('rejected 1160')
  await expect(reply).toContainText('The recipient is not on the allow-list.')
  await look(page, 'chat-rejected')
})

test('a chosen code, and statuses out of order', async ({ page, server }) => {
  const { side, sendButton, messageField, bubble } = await openChat(page)
  await side.getByLabel('Sent to').selectOption({ label: `My server (${server.origin})` })
  await side.getByLabel('Sequence').selectOption('undeliverable')
  await side.getByLabel('Error code').selectOption('1250')
  await expect(side).toContainText('There is no route to the recipient.')
  await messageField.fill('one')
  await sendButton.click()
  await expect(bubble('You said: one')).toContainText('undeliverable 1250')

  await side.getByLabel('Error code').selectOption('other')
  await side.getByRole('textbox', { name: 'Code' }).fill('x')
  await expect(side).toContainText('A whole number from 1 to 9,999.')
  await side.getByLabel('Sequence').selectOption('out-of-order')
  await expect(side).toContainText('read comes first')
  await messageField.fill('two')
  await sendButton.click()
  await expect(bubble('You said: two')).toContainText(/read.*delivered.*submitted/)
})

test('what the API refuses is seen: in the chat and among the requests', async ({
  page,
  server,
  workbench,
}) => {
  const { side, tab, messageField, bubble } = await openChat(page)
  const pageId = side.getByRole('textbox', { name: 'Page ID' })
  await pageId.fill('12')
  await pageId.press('Enter')
  await expect(side).toContainText('A Page ID is a number of 5 to 25 digits.')
  await pageId.fill('424242424242')
  await pageId.press('Enter')
  await expect(side).toContainText('any other “from” is refused with 1120')
  await side.getByText('One message a second; more are answered 429').click()
  await expect(side.getByRole('switch', { name: /One message a second/ })).toBeChecked()
  await tab('API requests').click()
  await expect(side).toContainText('Nothing has been sent to the simulator’s API yet.')
  await look(page, 'chat-no-requests')

  await page.getByRole('button', { name: `Forward to ${server.origin}` }).click()
  for (const text of ['First', 'Second']) {
    await messageField.fill(text)
    await messageField.press('Enter')
    await expect(messageField).toHaveValue('')
  }
  await expect(bubble(/You said:.*refused: 429 Rate Limit Hit/)).toBeVisible()
  const requests = side.getByRole('list', { name: 'API requests' }).getByRole('listitem')
  await expect(requests).toHaveCount(2)
  await expect(requests.first()).toContainText(
    /POST \/v1\/messages.*429.*Rate Limit Hit.*text to Amara Okafor/,
  )
  await expect(requests.last()).toContainText('202')
  const wrong = { authorization: 'Bearer nonsense', 'content-type': 'application/json' }
  const url = `${workbench.urls.simulator}/v1/messages`
  await fetch(url, { method: 'POST', headers: wrong, body: '{"to":"6418203957741120"}' })
  await expect(requests.first()).toContainText('The token is not a JWT.')
  await look(page, 'chat-requests')
})

test('the conversation stays at its end while more comes in, and where it was scrolled back to', async ({
  page,
}) => {
  const { log, messageField, bubble, conversation } = await openChat(page)
  const newest = conversation.getByRole('button', { name: 'Newest' })
  for (const text of Array.from({ length: 12 }, (_, place) => `Message ${place + 1}.`)) {
    await messageField.fill(text)
    await messageField.press('Enter')
    await expect(bubble(text)).toContainText('answered 200')
  }
  // What is added before the event of an earlier scroll arrives.
  await log.evaluate(async (box) => {
    const nextFrame = () => new Promise((resolve) => requestAnimationFrame(resolve))
    box.scrollTop = box.scrollHeight - box.clientHeight - 5
    await nextFrame()
    await nextFrame()
    box.scrollTop = box.scrollHeight
    const more = document.createElement('li')
    more.style.height = '300px'
    box.querySelector('ol')?.append(more)
  })
  const leftPx = () => log.evaluate((box) => box.scrollHeight - box.scrollTop - box.clientHeight)
  await expect.poll(leftPx).toBeLessThan(1)
  await expect(newest).toBeHidden()

  await log.hover()
  await page.mouse.wheel(0, -400)
  await expect(newest).toBeVisible()
  await messageField.fill('One more.')
  await messageField.press('Enter')
  await expect(bubble('One more.')).toContainText('answered 200')
  expect(await leftPx()).toBeGreaterThan(300)
  await newest.click()
  await expect.poll(leftPx).toBeLessThan(1)
})
