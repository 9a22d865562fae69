import { join, resolve } from 'node:path'
import { expect, type Page } from '@playwright/test'
import { type NgrokStandin, startNgrokStandin } from '../../standins/ngrok/ngrok-standin.ts'
import { sendPublic } from '../../support/send-public.ts'
import { accessibilityFaults } from '../flows/accessibility-faults.ts'
import { withValve } from '../flows/answer-valve.ts'
import { partsOf } from '../flows/page-parts.ts'
import { inboundText } from '../flows/post-callback.ts'
import { test as base } from './workbench.ts'

const SCREENS = resolve(import.meta.dirname, '../../../test-results/screens')
const TOKEN = 'good-token-of-the-test'

const test = base.extend<{ readonly service: NgrokStandin }>({
  service: async ({ playwright: _ }, use) => {
    const service = await startNgrokStandin({ authtokens: [TOKEN] })
    await use(service)
    await service.close()
  },
})

const header = (page: Page) => page.getByRole('banner')
const card = (page: Page) => page.getByRole('region', { name: 'Tunnel', exact: true })

/** Enters what a person would, and the address of the stand-in instead of ngrok's. */
async function setUp(page: Page, service: NgrokStandin, dataFolder: string): Promise<void> {
  const caPath = join(dataFolder, 'standin-ca.pem')
  service.writeCa(caPath)
  await header(page).getByRole('button', { name: 'Tunnel off' }).click()
  await page.getByRole('button', { name: 'Set up tunnel' }).click()
  const form = page.getByRole('form', { name: 'Tunnel settings' })
  await form.getByRole('combobox', { name: 'Reached by' }).selectOption('ngrok')
  await form.getByRole('button', { name: 'Advanced' }).click()
  await form.getByRole('textbox', { name: 'Server address' }).fill(service.serverAddress)
  await form.getByRole('textbox', { name: 'Certificate authority' }).fill(caPath)
  await form.getByRole('button', { name: 'Save tunnel' }).click()
}

async function enterToken(page: Page): Promise<void> {
  const form = page.getByRole('form', { name: 'Tunnel settings' })
  await form.getByLabel('Authtoken', { exact: true }).fill(TOKEN)
  await form.getByRole('button', { name: 'Save tunnel' }).click()
  await expect(form.getByRole('group', { name: 'Authtoken' })).toContainText('set')
}

/** Takes a picture, and checks the page or that part of it. */
async function look(page: Page, name: string, part = 'body'): Promise<void> {
  await page.screenshot({ path: resolve(SCREENS, `${name}.png`) })
  expect.soft(await accessibilityFaults(page, part)).toEqual([])
}

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(colorScheme, () => {
    test.use({ colorScheme, viewport: { width: 1280, height: 1000 } })

    test('the tunnel is set up, refused, put right, online, cut and online again', async ({
      page,
      service,
      dataFolder,
    }) => {
      await setUp(page, service, dataFolder)
      await card(page).getByRole('button', { name: 'Start tunnel' }).click()
      await expect(card(page)).toContainText('ngrok needs an authtoken.')
      await expect(header(page).getByRole('button', { name: 'Tunnel failed' })).toBeVisible()
      await look(page, `tunnel-failed-${colorScheme}`)

      await enterToken(page)
      const pill = header(page).getByRole('button', { name: /^Tunnel http/ })
      await expect(pill).toBeVisible()
      await expect(card(page)).toContainText('Public inbound URL')
      await look(page, `tunnel-online-${colorScheme}`)

      await service.stopListening()
      await expect(
        header(page).getByRole('button', { name: /^Tunnel reconnecting, attempt [3-9]/ }),
      ).toBeVisible()
      await header(page)
        .getByRole('button', { name: /^Tunnel reconnecting/ })
        .click()
      await expect(page.getByRole('dialog', { name: 'Tunnel' })).toContainText('cannot be reached')
      await look(page, `tunnel-reconnecting-${colorScheme}`, '[role=dialog]')
      await page.keyboard.press('Escape')
      await service.startListening()
      await expect(pill).toBeVisible()
    })
  })
}

test('what is typed while the settings are being saved is kept', async ({ page, service, dataFolder }) => {
  const answers = await withValve(page)
  await setUp(page, service, dataFolder)
  const form = page.getByRole('form', { name: 'Tunnel settings' })
  const save = form.getByRole('button', { name: 'Save tunnel' })
  const authtoken = form.getByLabel('Authtoken', { exact: true })
  await expect(save).toBeVisible()

  answers.close()
  await form.getByRole('textbox', { name: 'Domain' }).fill('hooks.example.com')
  await save.click()
  await expect(form.getByRole('button', { name: 'Saving…' })).toBeVisible()
  await authtoken.fill(TOKEN)
  answers.open()
  await expect(save).toBeVisible()
  await expect(authtoken).toHaveValue(TOKEN)
  await save.click()
  await expect(form.getByRole('group', { name: 'Authtoken' })).toContainText('set')
})

test('a callback sent to the public address is listed', async ({ page, service, dataFolder }) => {
  await setUp(page, service, dataFolder)
  await enterToken(page)
  await card(page).getByRole('button', { name: 'Start tunnel' }).click()
  const addresses = card(page).getByText(/^http:.*\/webhooks\/inbound-message$/)
  await expect(addresses).toBeVisible()
  await expect(header(page).getByRole('button', { name: /^Tunnel http/ })).toBeVisible()
  const url = (await addresses.textContent()) ?? ''
  expect(await sendPublic(url, { body: inboundText('from the internet') })).toBe(200)
  await page.getByRole('link', { name: 'Callbacks' }).click()
  await expect(partsOf(page).rows).toContainText(['from the internet'])
  await header(page)
    .getByRole('button', { name: /^Tunnel http/ })
    .click()
  await page.getByRole('button', { name: 'Stop tunnel' }).click()
  await expect(page.getByText('Off. Callbacks come from')).toBeVisible()
  // What was on its way while the tunnel was closing may still meet its end.
  await expect.poll(() => sendPublic(url, { body: '{}' })).toBe(404)
})
