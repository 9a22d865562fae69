import { expect, type Page, type WebSocketRoute } from '@playwright/test'
import { partsOf } from '../flows/page-parts.ts'
import { inboundText, postCallback } from '../flows/post-callback.ts'
import { test } from './workbench.ts'

const LOST = 'Connection to the workbench lost. Reconnecting…'

/** Loads the page again with a switch in its connection. */
async function withSwitch(page: Page) {
  const sockets: WebSocketRoute[] = []
  let isOn = true
  await page.routeWebSocket('**/contract', (socket) => {
    if (!isOn) return void socket.close()
    sockets.push(socket)
    socket.connectToServer()
  })
  await page.reload()
  return {
    off: async () => {
      isOn = false
      await Promise.all(sockets.splice(0).map((socket) => socket.close()))
    },
    on: () => {
      isOn = true
    },
  }
}

test('a lost connection is said, the focus stays, and nothing is missed or shown twice', async ({
  page,
  workbench,
}) => {
  const { inbound } = workbench.urls
  const connection = await withSwitch(page)
  const { textField, rows, selectedRow } = partsOf(page)
  await postCallback(inbound, inboundText('before'))
  await expect(rows).toHaveCount(1)
  await textField.fill('Half a')

  await connection.off()
  await expect(page.getByRole('alert').getByText(LOST)).toBeVisible()
  await expect(textField).toBeFocused()
  await postCallback(inbound, inboundText('meanwhile'))

  connection.on()
  await expect(page.getByText(LOST)).toBeHidden()
  await postCallback(inbound, inboundText('after'))
  await expect(rows).toHaveText([/after/, /meanwhile/, /before/])
  await expect(selectedRow).toContainText('before')
  await expect(textField).toBeFocused()
  await expect(textField).toHaveValue('Half a')
})

test('a reply that cannot be sent says so in place and can be tried again', async ({ page, workbench }) => {
  const connection = await withSwitch(page)
  const { textField, reply, rows, sendButton } = partsOf(page)
  await postCallback(workbench.urls.inbound, inboundText('hello'))
  await expect(rows).toHaveCount(1)
  await connection.off()
  await expect(page.getByText(LOST)).toBeVisible()
  await textField.fill('Hi')
  await sendButton.click()
  await expect(reply.getByRole('alert')).toContainText('The connection to the workbench was lost.')
  connection.on()
  await expect(page.getByText(LOST)).toBeHidden()
  await sendButton.click()
  await expect(reply.getByRole('alert')).not.toContainText('connection')
  await expect(reply.getByText(/· to 2222222222222222/)).toBeVisible()
})

test('after a restart the page says where to go', async ({ page, workbench }) => {
  await workbench.stop()
  await expect(page.getByText(LOST)).toBeVisible()
  await expect(page.getByText('If it was started again, open the address it printed.')).toBeVisible()
})

// The browser reports each attempt to reach a server that is not there.
test.use({ expectedErrors: [/ERR_CONNECTION_REFUSED/] })
