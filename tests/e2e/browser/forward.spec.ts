import { expect, type Page } from '@playwright/test'
import { look } from '../flows/look.ts'
import { aimAt, type OwnServer, sha256, startOwnServer } from '../flows/own-server.ts'
import { partsOf } from '../flows/page-parts.ts'
import { inboundText, postCallback, statusOf } from '../flows/post-callback.ts'
import { simulateFirstMessage } from '../flows/reply-flow.ts'
import { test as base } from './workbench.ts'

const test = base.extend<{ readonly own: OwnServer }>({
  // Playwright reads the fixtures a function needs from its first parameter.
  own: async ({ playwright: _ }, use) => {
    const own = await startOwnServer()
    await use(own)
    await own.stop()
  },
})

const partsOfForwarding = (page: Page) => {
  const numbers = page.getByLabel('Forwarded since the app started')
  return {
    targets: page.getByRole('list', { name: 'Targets' }).getByRole('listitem'),
    form: (name: string) => page.getByRole('form', { name }),
    isOn: page.getByRole('switch', { name: 'Pass callbacks on as they arrive' }),
    unverified: page.getByRole('switch', { name: 'Forward unverified callbacks too' }),
    pill: page.getByRole('banner').getByRole('button', { name: /Shop bot$/ }),
    number: (label: string) => numbers.locator('div').filter({ hasText: label }).locator('dd'),
    open: async () => {
      await page.getByRole('link', { name: 'Replay' }).click()
      await page.getByRole('tab', { name: 'Forwarding & targets' }).click()
    },
    /** What can be switched by a press of the mouse on its words. */
    flip: (words: string) => page.getByText(words, { exact: true }).click(),
  }
}

test('targets are entered, checked, found to connect or not, and deleted', async ({ page, own }) => {
  const { targets, form, open } = partsOfForwarding(page)
  await open()
  await expect(targets).toHaveCount(1)
  await expect(targets).toContainText('http://localhost:3000/webhooks/inbound-message')
  await expect(page.getByRole('button', { name: 'Delete My server' })).toHaveCount(0)
  await look(page, 'forwarding-empty')

  await page.getByRole('button', { name: 'New target' }).click()
  const entered = form('New target')
  await entered.getByRole('textbox', { name: 'Base URL' }).fill('localhost:3000')
  await entered.getByRole('textbox', { name: 'Path for statuses' }).fill('status')
  await entered.getByRole('button', { name: 'Save target' }).click()
  await expect(entered).toContainText('Give the target a name.')
  await expect(entered).toContainText('Enter a base URL such as http://localhost:3000.')
  await expect(entered).toContainText('A path starts with / and has no spaces.')
  await look(page, 'target-faults')
  await entered.getByRole('textbox', { name: 'Name' }).fill('Shop bot')
  await entered.getByRole('textbox', { name: 'Base URL' }).fill(`${own.origin}/bot/`)
  await entered.getByRole('textbox', { name: 'Path for statuses' }).fill('/status')
  await expect(entered).toContainText(`${own.origin}/bot/webhooks/inbound-message`)
  await expect(entered).toContainText(`${own.origin}/bot/status`)
  await entered.getByRole('button', { name: 'Save target' }).click()
  await expect(entered).toBeHidden()

  const shop = targets.filter({ hasText: 'Shop bot' })
  await expect(shop).toContainText('connects')
  await own.stop()
  await expect(shop).toContainText('does not connect:')
  expect(own.received).toEqual([])
  await expect(targets).toHaveText([/My server/, /Shop bot/])
  await page.getByRole('button', { name: 'Delete Shop bot' }).click()
  await page.getByRole('alertdialog').getByRole('button', { name: 'Delete target' }).click()
  await expect(shop).toHaveCount(0)
  await expect(targets).toHaveText([/My server/])
})

test('another host is asked about once, by name, and not contacted before', async ({ page }) => {
  const { targets, form, open } = partsOfForwarding(page)
  await open()
  await page.getByRole('button', { name: 'Edit My server' }).click()
  const edited = form('Target “My server”')
  await edited
    .getByRole('textbox', { name: 'Name' })
    .fill(`Staging ${'of a team with a long name '.repeat(2)}`)
  await edited
    .getByRole('textbox', { name: 'Base URL' })
    .fill(`https://example.invalid:8443/${'base/'.repeat(20)}`)
  await edited.getByRole('button', { name: 'Save target' }).click()
  const question = page.getByRole('alertdialog', { name: 'Send captured callbacks to example.invalid:8443?' })
  await expect(question.getByRole('button', { name: 'Cancel' })).toBeFocused()
  await look(page, 'target-other-host')
  await page.keyboard.press('Escape')
  await expect(question).toBeHidden()
  await expect(targets).toContainText('http://localhost:3000')

  await edited.getByRole('textbox', { name: 'Name' }).press('Enter')
  await question.getByRole('button', { name: 'Send callbacks there' }).click()
  await expect(edited).toBeHidden()
  await expect(targets).toContainText('https://example.invalid:8443/base/')
  await expect(targets).toContainText('does not connect:')
  await look(page, 'target-long')
  await page.getByRole('button', { name: /^Edit Staging/ }).click()
  await page.getByRole('textbox', { name: 'Name' }).fill('Staging')
  await page.keyboard.press('Enter')
  await expect(targets.getByText('Staging', { exact: true })).toBeVisible()
  await expect(question).toBeHidden()
})

test('acknowledge first: signed callbacks are passed on, others held back unless they are allowed', async ({
  page,
  workbench,
  own,
}) => {
  await aimAt(page, own)
  await simulateFirstMessage(page)
  const { isOn, unverified, pill, number, open, flip } = partsOfForwarding(page)
  await open()
  await expect(pill).toBeHidden()
  await flip('Pass callbacks on as they arrive')
  await expect(isOn).toBeChecked()
  await expect(pill).toHaveText('Forwarding to Shop bot')
  expect(own.received).toEqual([])

  const { inbound, status } = workbench.urls
  own.answerWith((response) => response.writeHead(500).end('broken'))
  expect(await postCallback(inbound, inboundText('not signed'))).toBe(200)
  await expect(number('held back')).toHaveText('1')
  await flip('Forward unverified callbacks too')
  await expect(unverified).toBeChecked()
  // A switch is shown as it will be; a page that is opened anew shows what was saved.
  await page.getByRole('link', { name: 'Callbacks' }).click()
  await open()
  await expect(unverified).toBeChecked()
  const body = inboundText('now it is allowed')
  expect(await postCallback(inbound, body)).toBe(200)
  await expect(number('refused')).toHaveText('1')
  await expect(pill).toHaveText('Callback refused with 500: Shop bot')
  expect(own.received.map((one) => one.sha256)).toEqual([sha256(body)])
  await look(page, 'forwarding')

  const filter = page.getByRole('combobox', { name: 'Only callbacks that this filter shows' })
  await filter.fill('kind:status status:read')
  await page.getByRole('link', { name: 'Callbacks' }).click()
  await open()
  await expect(filter).toHaveValue('kind:status status:read')
  await postCallback(inbound, inboundText('read me'))
  await postCallback(status, statusOf('delivered'))
  await postCallback(status, statusOf('read'))
  await expect(number('refused')).toHaveText('2')
  await expect(pill).toHaveText('2 of the last 2 refused with 500: Shop bot')
  own.answerWith((response) => response.end())
  await postCallback(status, statusOf('read'))
  await expect(number('forwarded')).toHaveText('1')
  await expect(pill).toHaveText('Forwarding to Shop bot')
  expect(own.received.map(({ path }) => path)).toEqual([
    '/webhooks/inbound-message',
    '/webhooks/message-status',
    '/webhooks/message-status',
  ])
})

test('mirror: the sender gets the answer of the server, or 502 when there is none', async ({
  page,
  workbench,
  own,
}) => {
  await aimAt(page, own)
  const { isOn, number, pill, open, flip } = partsOfForwarding(page)
  await open()
  await page.getByRole('radio', { name: 'Mirror' }).click()
  await expect(page.getByText('Vonage waits for your server')).toBeVisible()
  await flip('Forward unverified callbacks too')
  await flip('Pass callbacks on as they arrive')
  await expect(isOn).toBeChecked()
  await expect(pill).toBeVisible()

  const { inbound } = workbench.urls
  own.answerWith((response) => response.writeHead(418).end('a teapot'))
  expect(await postCallback(inbound, inboundText('tea?'))).toBe(418)
  await own.stop()
  expect(await postCallback(inbound, inboundText('anybody there?'))).toBe(502)
  await expect(number('failed')).toHaveText('1')
  await expect(pill).toHaveText('2 of the last 2 not taken: Shop bot')
  await look(page, 'forwarding-fails')

  await page.getByRole('link', { name: 'Callbacks' }).click()
  await partsOf(page).rows.filter({ hasText: 'anybody there?' }).click()
  await expect(partsOf(page).details).toContainText('answered 502')
  await pill.click()
  await flip('Pass callbacks on as they arrive')
  await expect(isOn).not.toBeChecked()
  await expect(pill).toBeHidden()
})

test('a filter of forwarding that was changed elsewhere is not written over by leaving the page', async ({
  page,
  own,
}) => {
  const forward = await aimAt(page, own)
  const { open } = partsOfForwarding(page)
  const filter = page.getByRole('combobox', { name: 'Only callbacks that this filter shows' })
  await open()
  await filter.fill('kind:inbound')
  await page.getByRole('link', { name: 'Callbacks' }).click()
  await open()
  await expect(filter).toHaveValue('kind:inbound')

  await forward({ filter: 'kind:status' })
  await page.getByRole('link', { name: 'Callbacks' }).click()
  await open()
  await expect(filter).toHaveValue('kind:status')
})
