import { expect, type Page } from '@playwright/test'
import { look } from '../flows/look.ts'
import { aimAt, type OwnServer, sha256, startOwnServer } from '../flows/own-server.ts'
import { partsOf } from '../flows/page-parts.ts'
import { inboundText, postCallback, statusOf } from '../flows/post-callback.ts'
import { test as base } from './workbench.ts'

/** Escapes, spacing, an emoji and both kinds of line end: nothing that another serialiser would write alike. */
const odd = (text: string) =>
  `{ "channel":"messenger",\r\n\t"message_uuid" : "aaaaaaaa-0000-4000-8000-00000000000${text.length % 10}",` +
  `"to":"1111111111111111",  "from":"2222222222222222",\n"timestamp":"2026-02-01T10:00:00.000Z",` +
  `"message_type":"text","text":"${text} \\u00fc \\/ 🚲 \u2028", "extra": 1.0e2}\r\n`

type OwnServerInUse = OwnServer & { readonly forward: Awaited<ReturnType<typeof aimAt>> }

const test = base.extend<{ readonly own: OwnServerInUse }>({
  own: async ({ page }, use) => {
    const own = await startOwnServer()
    await use({ ...own, forward: await aimAt(page, own) })
    await own.stop()
  },
})

const partsOfReplay = (page: Page) => ({
  dialog: page.getByRole('dialog'),
  replay: page.getByRole('dialog').getByRole('button', { name: 'Replay', exact: true }),
  bar: page.getByRole('region', { name: 'Selected callbacks' }),
  toast: page.getByRole('status').filter({ hasText: 'Show the run' }),
  openListMenu: () => page.getByRole('button', { name: 'Replay callbacks' }).click(),
  openDetailsMenu: () => page.getByRole('button', { name: 'More ways to replay' }).click(),
  choose: (name: string) => page.getByRole('menuitem', { name }).click(),
})

async function postAll(url: string, bodies: readonly string[]): Promise<void> {
  for (const body of bodies) await postCallback(url, body)
}

const hashes = ({ received }: OwnServer) => received.map((one) => one.sha256)

test('one callback is replayed at once, byte for byte, and its row and details say what came of it', async ({
  page,
  workbench,
  own,
}) => {
  const body = odd('A bicycle')
  await postCallback(workbench.urls.inbound, body)
  const { list, rows, tab, details } = partsOf(page)
  const { toast } = partsOfReplay(page)
  await expect(rows).toHaveCount(1)
  await list.focus()
  await page.keyboard.press('r')
  await expect(toast).toContainText(/Shop bot answered 200 in/)
  expect(hashes(own)).toEqual([sha256(body)])
  expect(own.received[0]?.path).toBe('/webhooks/inbound-message')
  await expect(rows).toContainText('Your server answered 200')

  own.answerWith((response) => response.writeHead(500).end('{"fault":"no database"}'))
  await page.keyboard.press('ControlOrMeta+r')
  await expect(rows).toContainText('Your server answered 500')
  expect(hashes(own)).toEqual([sha256(body), sha256(body)])

  await tab(/^Deliveries/).click()
  const deliveries = details.getByRole('list', { name: 'Deliveries to your server' }).getByRole('listitem')
  await expect(deliveries).toHaveText([/replayed500.*Shop bot/, /replayed200.*Shop bot/])
  await deliveries.first().getByRole('button', { name: /^Body/ }).click()
  await expect(deliveries.first()).toContainText('no database')
  await toast.getByRole('link', { name: 'Show the run' }).last().click()
  await expect(page).toHaveURL(/#\/replay/)
})

test('several are selected with mouse and keys, stay selected while others arrive, and are replayed in order', async ({
  page,
  workbench,
  own,
}) => {
  const bodies = ['first', 'second', 'third', 'fourth', 'fifth'].map((text) => inboundText(text))
  await postAll(workbench.urls.inbound, bodies)
  const { list, rows, selectedRow, details, tab } = partsOf(page)
  const { bar, dialog, replay, toast } = partsOfReplay(page)
  await expect(rows).toHaveCount(5)
  await rows.nth(1).click()
  await expect(bar).toBeHidden()
  await rows.nth(3).click({ modifiers: ['Shift'] })
  await expect(selectedRow).toHaveText([/fourth/, /third/, /second/])
  await tab('Overview').click()
  await expect(details).toContainText('second')
  await rows.nth(2).click({ modifiers: ['ControlOrMeta'] })
  await expect(bar).toContainText('2 selected')

  await postCallback(workbench.urls.inbound, inboundText('late'))
  await expect(rows).toHaveCount(6)
  await expect(selectedRow).toHaveText([/fourth/, /second/])

  await list.focus()
  await page.keyboard.press('ControlOrMeta+a')
  await expect(bar).toContainText('6 selected')
  await page.keyboard.press('Escape')
  await expect(bar).toBeHidden()
  await expect(selectedRow).toHaveText([/third/])
  await page.keyboard.press('Shift+ArrowDown')
  await page.keyboard.press('Shift+ArrowDown')
  await page.keyboard.press('ControlOrMeta+ArrowUp')
  await page.keyboard.press('Space')
  await expect(selectedRow).toHaveText([/third/, /first/])
  await look(page, 'list-several')
  await bar.getByRole('button', { name: 'Replay…' }).click()
  await expect(dialog.getByRole('heading', { name: 'Replay 2 callbacks' })).toBeVisible()
  await dialog.getByRole('combobox', { name: 'Order kept' }).selectOption('all')
  await look(page, 'replay-dialog')
  await replay.click()
  await expect(dialog).toBeHidden()
  await expect(toast).toContainText('2 callbacks replayed to Shop bot')
  expect(hashes(own)).toEqual([bodies[0], bodies[2]].map((body) => sha256(body ?? '')))
})

test('all that the filter shows is replayed, and so is a conversation', async ({ page, workbench, own }) => {
  const { inbound, status } = workbench.urls
  const anna = inboundText('from Anna', { from: '4000000000000004' })
  const ben = inboundText('from Ben', { from: '5000000000000005' })
  const read = statusOf('read', { to: '4000000000000004' })
  await postCallback(inbound, anna)
  await postCallback(inbound, ben)
  await postCallback(status, read)
  const { rows, chip } = partsOf(page)
  const { dialog, replay, openListMenu, openDetailsMenu, choose } = partsOfReplay(page)
  await expect(rows).toHaveCount(3)
  await chip('Inbound').click()
  await expect(rows).toHaveCount(2)
  await openListMenu()
  await choose('Replay all that the filter shows…')
  await expect(dialog.getByRole('heading', { name: 'Replay 2 callbacks' })).toBeVisible()
  await dialog.getByRole('textbox', { name: 'Times each' }).fill('2')
  await replay.click()
  await expect
    .poll(() => hashes(own).sort())
    .toEqual([anna, anna, ben, ben].map((body) => sha256(body)).sort())

  await rows.filter({ hasText: 'from Anna' }).click()
  await openDetailsMenu()
  await choose('Replay this conversation…')
  await expect(dialog.getByRole('heading', { name: 'Replay 2 callbacks' })).toBeVisible()
  await replay.click()
  await expect.poll(() => hashes(own).slice(4)).toEqual([sha256(anna), sha256(read)])
  expect(own.received.at(-1)?.path).toBe('/webhooks/message-status')
})

test('a body is edited beside its original, and sent even when it is no JSON any more', async ({
  page,
  workbench,
  own,
}) => {
  const body = odd('A bicycle')
  await postCallback(workbench.urls.inbound, body)
  const { rows } = partsOf(page)
  const { dialog, replay, toast } = partsOfReplay(page)
  await expect(rows).toHaveCount(1)
  await rows.first().click()
  await page.keyboard.press('ControlOrMeta+Shift+r')
  const editor = dialog.getByRole('textbox', { name: 'Body to send' })
  await expect(editor).toContainText('A bicycle')
  await expect(dialog).toContainText('Signed anew with the signature secret')
  await editor.press('ControlOrMeta+Home')
  await editor.press('ArrowRight')
  await page.keyboard.type('"planted": true,')
  const cut = ' "channel":"messenger",'
  for (const _ of cut) await page.keyboard.press('Delete')
  await expect(dialog.locator('.cm-changedText')).toHaveText('"planted": true')
  await expect(dialog.locator('.cm-deletedText')).not.toHaveCount(0)
  await look(page, 'replay-edited')
  await editor.press('ControlOrMeta+End')
  await page.keyboard.type('}')
  await expect(dialog).toContainText('Not JSON:')
  await look(page, 'replay-edited-no-json')
  await replay.click()
  await expect(dialog).toBeHidden()
  await expect(toast).toContainText('Shop bot answered 200')
  expect(own.received.map(({ text }) => text)).toEqual([`{"planted": true,${body.slice(1 + cut.length)}}`])
})

test('the dialog minds its numbers, and what keeps a run from starting is said in it', async ({
  page,
  workbench,
  own,
}) => {
  await postCallback(workbench.urls.inbound, inboundText('hello'))
  const { list, rows } = partsOf(page)
  const { dialog, replay } = partsOfReplay(page)
  await expect(rows).toHaveCount(1)
  await list.focus()
  await page.keyboard.press('Shift+R')
  await dialog.getByRole('textbox', { name: 'Times each' }).fill('0')
  await replay.click()
  await expect(dialog).toContainText('A number from 1 to 1,000.')
  await dialog.getByRole('textbox', { name: 'Times each' }).fill('2')
  await dialog.getByRole('textbox', { name: 'At once' }).fill('65')
  await replay.click()
  await expect(dialog).toContainText('A number from 1 to 64.')
  await page.keyboard.press('Escape')
  await expect(dialog).toBeHidden()
  await expect(list).toBeFocused()
  expect(own.received).toEqual([])
})

test('deliveries to the own server: a redirect, bytes, a long answer, and a server that is down', async ({
  page,
  workbench,
  own,
}) => {
  await postCallback(workbench.urls.inbound, inboundText('hello'))
  const { list, rows, tab, details } = partsOf(page)
  await expect(rows).toHaveCount(1)
  await list.focus()
  await tab(/^Deliveries/).click()
  const toServer = details.getByRole('region', { name: 'To your server' })
  await expect(toServer).toContainText('Not passed on.')
  await look(page, 'deliveries-none', toServer)
  const deliveries = toServer.getByRole('listitem')
  const replayAnswered = async (answer: Parameters<OwnServer['answerWith']>[0], count: number) => {
    own.answerWith(answer)
    await details.getByRole('button', { name: 'Replay this callback' }).click()
    await expect(deliveries).toHaveCount(count)
  }
  await replayAnswered((response) => response.writeHead(302, { location: '/elsewhere?a=1' }).end(), 1)
  await expect(deliveries.first()).toContainText('Redirects to /elsewhere?a=1, not followed.')
  await replayAnswered((response) => response.end(Buffer.from([0xff, 0xfe, 0x00, 0x31])), 2)
  await deliveries
    .first()
    .getByRole('button', { name: /^Body 4 bytes/ })
    .click()
  await expect(deliveries.first().getByLabel('Body in hex')).toContainText('ff fe 00 31')
  await look(page, 'deliveries-hex', deliveries.first())
  await replayAnswered((response) => response.end('long '.repeat(40_000)), 3)
  await deliveries
    .first()
    .getByRole('button', { name: /^Body .* cut/ })
    .click()
  await expect(deliveries.first()).toContainText('The answer goes on.')
  await deliveries
    .first()
    .getByRole('button', { name: /^Headers/ })
    .click()
  await expect(deliveries.first()).toContainText('Date')
  await look(page, 'deliveries-open', deliveries.first())

  await own.stop()
  await details.getByRole('button', { name: 'Replay this callback' }).click()
  await expect(deliveries).toHaveCount(4)
  await expect(deliveries.first()).toContainText('failed')
  await expect(rows).toContainText('Your server could not be reached')
  await look(page, 'deliveries')
})

test('a row says in a small mark what became of a callback that was forwarded', async ({
  page,
  workbench,
  own,
}) => {
  const { inbound, status } = workbench.urls
  const { rows, tab, details } = partsOf(page)
  await own.forward({ isOn: true })
  await postCallback(inbound, inboundText('unsigned and held back, with a long text that has to give way'))
  await expect(rows.first()).toContainText('Held back from your server')
  await own.forward({ isOn: true, isUnverifiedAllowed: true })
  const body = inboundText('forwarded')
  await postCallback(inbound, body)
  await expect(rows.first()).toContainText('Your server answered 200')
  expect(hashes(own)).toEqual([sha256(body)])
  own.answerWith((response) => response.writeHead(503).end())
  await postCallback(status, statusOf('rejected', { error: { title: '1340', detail: 'Too late' } }))
  await expect(rows.first()).toContainText('Your server answered 503')
  await own.stop()
  await postCallback(inbound, inboundText('nobody there'))
  await expect(rows.first()).toContainText('Your server could not be reached')
  await own.forward({ isOn: false })
  await postCallback(inbound, inboundText('not passed on'))
  await expect(rows).toHaveCount(5)
  await expect(rows.first()).not.toContainText('our server')
  await rows.last().click()
  await tab(/^Deliveries/).click()
  const toServer = details.getByRole('region', { name: 'To your server' })
  await expect(toServer.getByRole('listitem')).toHaveText(/forwardedheld back.*Shop bot/)
  await look(page, 'list-marks')
})
