import { expect, type Page } from '@playwright/test'
import { chatsParts } from '../flows/chats-parts.ts'
import { partsOf } from '../flows/page-parts.ts'
import { inboundText, postCallback, statusOf } from '../flows/post-callback.ts'
import { test } from './workbench.ts'

const ANA = { from: '3000000000000001' }
const BEN = { from: '3000000000009999' }

async function postPeople(page: Page, url: string): Promise<void> {
  await postCallback(url, inboundText('Hello from Ana', ANA))
  await postCallback(url, inboundText('Hello from Ben', BEN))
  await expect(partsOf(page).rows).toHaveCount(2)
}

test('from a callback to its chat and back, the focus comes along', async ({ page, workbench }) => {
  await postPeople(page, workbench.urls.inbound)
  const { rows, list, details, selectedRow } = partsOf(page)
  const { log, bubbles } = chatsParts(page)
  await rows.filter({ hasText: 'Hello from Ana' }).click()
  await expect(details).toContainText('Hello from Ana')
  await details.getByRole('button', { name: 'Show in chat' }).press('Enter')
  await expect(log).toContainText('Hello from Ana')
  await expect(log).toBeFocused()

  await bubbles.first().getByRole('button', { name: 'What can be done with this message' }).press('Enter')
  await page.getByRole('menuitem', { name: 'Show on Callbacks page' }).press('Enter')
  await expect(selectedRow).toContainText('Hello from Ana')
  await expect(list).toBeFocused()
})

test('a page key puts the focus into the first pane of the page', async ({ page, workbench }) => {
  await postPeople(page, workbench.urls.inbound)
  const { list, details, textField } = partsOf(page)
  const chats = chatsParts(page)
  await list.focus()
  await page.keyboard.press('ArrowDown')
  await expect(details).toContainText('Hello from Ana')
  await page.keyboard.press('ControlOrMeta+2')
  await expect(chats.list).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(chats.log).toBeFocused()
  await page.keyboard.press('ControlOrMeta+1')
  await expect(list).toBeFocused()
  await page.keyboard.press('ControlOrMeta+2')
  await expect(chats.list).toBeFocused()
  await page.keyboard.press('ControlOrMeta+,')
  await expect(page.getByRole('heading', { name: 'Settings', level: 1 })).toBeFocused()
  await page.keyboard.press('ControlOrMeta+1')
  await expect(list).toBeFocused()

  // Whoever is on the page already stays where they write.
  await textField.focus()
  await page.keyboard.press('ControlOrMeta+1')
  await expect(textField).toBeFocused()
  const link = page.getByRole('link', { name: 'Chats' })
  await link.click()
  await expect(chats.rows).toHaveCount(2)
  await expect(link).toBeFocused()
})

test('the palette leads to the messages of a person with the focus on them', async ({ page, workbench }) => {
  await postPeople(page, workbench.urls.inbound)
  const { list } = partsOf(page)
  const { log, text } = chatsParts(page)
  const option = page.getByRole('dialog').getByRole('option')
  await list.focus()
  await page.keyboard.press('ControlOrMeta+k')
  await page.keyboard.type('@9999')
  await expect(option).toHaveText(/Hello from Ben/)
  await page.keyboard.press('Enter')
  await expect(log).toContainText('Hello from Ben')
  await expect(log).toBeFocused()

  await text.focus()
  await page.keyboard.press('ControlOrMeta+k')
  await page.keyboard.type(`@${ANA.from}`)
  await expect(option).toHaveText(/Hello from Ana/)
  await page.keyboard.press('Enter')
  await expect(log).toContainText('Hello from Ana')
  await expect(log).toBeFocused()
})

test('the focus stays on the arrow of an exchange whose callback is shown', async ({ page, workbench }) => {
  const { inbound, status } = workbench.urls
  await postCallback(inbound, inboundText('Hello from Ana', ANA))
  for (const word of ['submitted', 'delivered', 'read']) {
    await postCallback(status, statusOf(word, { message_uuid: 'of-the-server', to: ANA.from }))
  }
  const { rows, details, tab, selectedRow } = partsOf(page)
  await rows.filter({ hasText: 'Hello from Ana' }).click()
  await tab('Exchange').click()
  for (const word of ['delivered', 'read']) {
    const arrow = details.getByRole('button', { name: word, exact: true })
    await arrow.press('Enter')
    await expect(selectedRow).toContainText(word)
    await expect(details.locator('li[aria-current=true]', { hasText: word })).toHaveCount(1)
    await expect(arrow).toBeFocused()
  }
})

test('the focus is back where it was when an export is done', async ({ page, workbench }) => {
  await postPeople(page, workbench.urls.inbound)
  const { search } = partsOf(page)
  const dialog = page.getByRole('dialog', { name: 'Export callbacks' })
  await search.focus()
  await page.keyboard.press('ControlOrMeta+s')
  await expect(dialog).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(search).toBeFocused()

  await page.keyboard.press('ControlOrMeta+s')
  const download = page.waitForEvent('download')
  await dialog.getByRole('button', { name: 'Export', exact: true }).press('Enter')
  await download
  await expect(page.getByText(/^2 callbacks exported to /).first()).toBeVisible()
  await expect(page.getByRole('dialog')).toHaveCount(0)
  await expect(search).toBeFocused()

  const menu = page.getByRole('button', { name: 'Export or import' })
  await menu.press('Enter')
  await page.getByRole('menuitem', { name: 'Export callbacks…' }).press('Enter')
  const again = page.waitForEvent('download')
  await dialog.getByRole('button', { name: 'Export', exact: true }).press('Enter')
  await again
  await expect(page.getByRole('dialog')).toHaveCount(0)
  await expect(menu).toBeFocused()
})
