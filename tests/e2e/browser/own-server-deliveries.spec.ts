import { expect } from '@playwright/test'
import { look } from '../flows/look.ts'
import { type OwnServer, sha256 } from '../flows/own-server.ts'
import { partsOf } from '../flows/page-parts.ts'
import { inboundText, postCallback, statusOf } from '../flows/post-callback.ts'
import { test } from './own-server-test.ts'

test('deliveries to the own server: a redirect, bytes, a long answer, and a server that is down', async ({
  page,
  workbench,
  own,
}) => {
  await postCallback(workbench.urls.inbound, inboundText('hello'))
  const { list, rows, selectedRow, tab, details } = partsOf(page)
  await expect(rows).toHaveCount(1)
  await expect(selectedRow).toHaveCount(1)
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
  // Vonage delivered it once, whatever was sent on: no number says anything else.
  await expect(tab(/^Deliveries/)).toHaveAccessibleName('Deliveries')
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
  expect(own.received.map((one) => one.sha256)).toEqual([sha256(body)])
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
