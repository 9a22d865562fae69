import type { ServerResponse } from 'node:http'
import { expect } from '@playwright/test'
import { look } from '../flows/look.ts'
import { type OwnServer, sha256 } from '../flows/own-server.ts'
import { partsOf } from '../flows/page-parts.ts'
import { inboundText, oddText, postCallback, statusOf } from '../flows/post-callback.ts'
import { partsOfReplay } from '../flows/replay-parts.ts'
import { test } from './own-server-test.ts'

async function postAll(url: string, bodies: readonly string[]): Promise<void> {
  for (const body of bodies) await postCallback(url, body)
}

const hashes = ({ received }: OwnServer) => received.map((one) => one.sha256)

test('one callback is replayed at once, byte for byte, and its row and details say what came of it', async ({
  page,
  workbench,
  own,
}) => {
  const body = oddText('A bicycle')
  await postCallback(workbench.urls.inbound, body)
  const { list, rows, selectedRow, tab, details } = partsOf(page)
  const { toast } = partsOfReplay(page)
  await expect(rows).toHaveCount(1)
  await expect(selectedRow).toHaveCount(1)
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

test('the dialog minds its numbers, and nothing is sent before they are right', async ({
  page,
  workbench,
  own,
}) => {
  await postCallback(workbench.urls.inbound, inboundText('hello'))
  const { list, rows, selectedRow } = partsOf(page)
  const { dialog, replay } = partsOfReplay(page)
  await expect(rows).toHaveCount(1)
  await expect(selectedRow).toHaveCount(1)
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

test('a run on its way says how far it is, keeps another from starting, and ends in the same place', async ({
  page,
  workbench,
  own,
}) => {
  await postAll(workbench.urls.inbound, [inboundText('one'), inboundText('two'), inboundText('three')])
  const held: ServerResponse[] = []
  own.answerWith((response) => held.push(response))
  const { list, rows } = partsOf(page)
  const { bar, dialog, replay, toast, openListMenu, openDetailsMenu } = partsOfReplay(page)
  await expect(rows).toHaveCount(3)
  await openListMenu()
  await look(page, 'replay-list-menu')
  await page.keyboard.press('Escape')
  await openDetailsMenu()
  await look(page, 'replay-details-menu')
  await page.keyboard.press('Escape')
  await list.focus()
  await page.keyboard.press('ControlOrMeta+a')
  await bar.getByRole('button', { name: 'Replay…' }).click()
  await replay.click()
  await expect(toast).toContainText('0 of 3 replayed to Shop bot')
  await expect.poll(() => held.length).toBeGreaterThan(0)
  await look(page, 'replay-under-way')
  await bar.getByRole('button', { name: 'Replay…' }).click()
  await replay.click()
  await expect(dialog.getByRole('alert')).toContainText('A replay to Shop bot is under way.')
  await look(page, 'replay-refused')
  await page.keyboard.press('Escape')
  own.answerWith((response) => response.end())
  for (const response of held) response.end()
  await expect(toast).toContainText('3 callbacks replayed to Shop bot')
  await expect(toast).toHaveCount(1)
  await expect(bar).toContainText('3 selected')
})

test('a replay that is refused several times while one is under way is told once', async ({
  page,
  workbench,
  own,
}) => {
  own.answerWith(() => undefined)
  await postCallback(workbench.urls.inbound, inboundText('Hello'))
  const { list, rows, selectedRow } = partsOf(page)
  await expect(rows).toHaveCount(1)
  await expect(selectedRow).toHaveCount(1)
  await list.focus()
  await page.keyboard.press('r')
  await expect.poll(() => own.received.length).toBe(1)
  const toasts = page.getByRole('button', { name: 'Close message' })
  const refused = page.getByText('A replay to Shop bot is under way.')
  await page.keyboard.press('r')
  await expect(refused).toBeVisible()
  await page.keyboard.press('r')
  await page.keyboard.press('r')
  await list.press('ControlOrMeta+Shift+r')
  await expect(page.getByRole('dialog')).toBeVisible()
  await expect(toasts).toHaveCount(1)
})
