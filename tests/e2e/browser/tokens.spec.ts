import { createServer } from 'node:http'
import { resolve } from 'node:path'
import { expect, type Page } from '@playwright/test'
import { listenOnLoopback } from '#electron/loopback/listen-on-loopback.ts'
import { rsaPair } from '../../support/keys.ts'
import { CALLBACK_CLAIMS, CALLBACK_HEADER, hs256, KEYS, rs256 } from '../../support/tokens.ts'
import { accessibilityFaults } from '../flows/accessibility-faults.ts'
import { test } from './workbench.ts'

const SCREENS = resolve(import.meta.dirname, '../../../test-results/screens')
const APPLICATION_ID = '00000000-0000-4000-8000-000000000000'

test.use({ permissions: ['clipboard-read', 'clipboard-write'] })

function partsOf(page: Page) {
  const made = page.getByRole('region', { name: 'New token' })
  const checks = page.getByRole('list', { name: 'Token checks' })
  return {
    made,
    checks,
    make: page.getByRole('button', { name: 'Make token' }),
    pasted: page.getByRole('textbox', { name: 'Token', exact: true }),
    reading: page.getByRole('region', { name: 'Reading' }),
    failed: checks.getByRole('listitem').filter({ has: page.getByRole('img', { name: 'failed' }) }),
    passed: checks.getByRole('listitem').filter({ has: page.getByRole('img', { name: 'passed' }) }),
    clipboard: () => page.evaluate(() => navigator.clipboard.readText()),
  }
}

async function openTokens(page: Page): Promise<ReturnType<typeof partsOf>> {
  await page.getByRole('link', { name: 'Tokens' }).click()
  await expect(page.getByRole('heading', { name: 'Tokens', exact: true })).toBeVisible()
  return partsOf(page)
}

/** Saves a profile of the application in Settings, as a person would; it is then in use. */
async function saveProfile(page: Page, { baseUrl, privateKey }: { baseUrl: string; privateKey: string }) {
  await page.getByRole('link', { name: 'Settings' }).click()
  await page.getByRole('button', { name: 'New profile' }).click()
  const form = page.getByRole('form', { name: 'New profile' })
  const fields = {
    Name: 'Shop',
    'Application ID': APPLICATION_ID,
    'API key': 'a1b2c3d4',
    'API secret': 'the-api-secret',
    'Private key': privateKey,
  }
  for (const [name, value] of Object.entries(fields)) {
    await form.getByLabel(name, { exact: true }).fill(value)
  }
  await form.getByLabel('Base URL').selectOption('custom')
  await form.getByRole('textbox', { name: 'Custom base URL' }).fill(baseUrl)
  await form.getByRole('button', { name: 'Save profile' }).click()
  await expect(form).toBeHidden()
}

test('a token is made, copied as curl, pasted back, and passes every check', async ({ page }) => {
  const { make, made, pasted, reading, checks, passed, clipboard } = await openTokens(page)
  await make.click()
  await expect(made).toContainText(/1[45] m \d\d s left/)
  await made.getByRole('button', { name: 'Copy curl' }).click()
  await expect(page.getByText(/^Copied curl command/)).toBeVisible()
  expect(await clipboard()).toMatch(/^curl --request POST 'http:\/\/127\.0\.0\.1:\d+\/v1\/messages'/)

  await pasted.fill(await clipboard())
  await expect(reading).toContainText('It was taken out of the curl command.')
  await expect(reading).toContainText('A token for API calls')
  await expect(passed).toHaveCount(await checks.getByRole('listitem').count())
  await expect(reading.getByRole('table', { name: 'Claims' })).toContainText('application_id')
})

test('each copy holds the token in its own form', async ({ page }) => {
  const { make, made, clipboard } = await openTokens(page)
  await make.click()
  const copied = async (button: string, what: string) => {
    await made.getByRole('button', { name: button }).click()
    await expect(page.getByText(new RegExp(`^Copied ${what}`))).toBeVisible()
    return clipboard()
  }
  const token = await copied('Copy token', 'token')
  expect(token.split('.')).toHaveLength(3)
  expect(await copied('Copy header', 'Authorization header')).toBe(`Authorization: Bearer ${token}`)
  expect(await copied('Copy export JWT=…', 'export line')).toBe(`export JWT='${token}'`)
})

test('a token carries the claims that were asked for', async ({ page }) => {
  const { make, made } = await openTokens(page)
  await page.getByRole('textbox', { name: 'Lifetime' }).fill('2 h')
  await page.getByRole('button', { name: /^More claims/ }).click()
  await page.getByRole('textbox', { name: 'Subject (sub)' }).fill('ada')
  await page.getByRole('textbox', { name: 'Access list (acl)' }).fill('{"paths":{"/*/messages/**":{}}}')
  await page.getByRole('textbox', { name: 'Further claims' }).fill('{"team":"shop"}')
  await make.click()
  await expect(made).toContainText(/(2 h 00 m|1 h 59 m) left/)
  const claims = made.getByRole('table', { name: 'Claims of the new token' })
  for (const row of ['sub ada', 'acl {"paths"', 'team shop']) {
    await expect(claims.getByRole('row', { name: row })).toBeVisible()
  }
})

test('what cannot be made is said beside its field', async ({ page }) => {
  const { make } = await openTokens(page)
  await page.getByRole('textbox', { name: 'Lifetime' }).fill('25 h')
  await expect(page.getByText('Vonage accepts a lifetime from 30 seconds to 24 hours')).toBeVisible()
  await expect(make).toBeDisabled()
  await page.getByRole('textbox', { name: 'Lifetime' }).fill('15 m')
  await page.getByRole('button', { name: /^More claims/ }).click()
  await page.getByRole('textbox', { name: 'Further claims' }).fill('{"exp": 1}')
  await expect(page.getByText('Leave out exp: it follows from the lifetime.')).toBeVisible()
  await expect(make).toBeDisabled()
})

test('an expired token of a foreign application shows what is the matter', async ({ page }) => {
  const { pasted, reading, failed } = await openTokens(page)
  const iat = Math.floor(Date.now() / 1000) - 7200
  await pasted.fill(
    `Bearer ${rs256({ application_id: APPLICATION_ID, iat, exp: iat + 900, jti: APPLICATION_ID })}`,
  )
  await expect(failed).toHaveCount(1)
  await expect(failed).toContainText('Not expired')
  await expect(failed).toContainText('Make a new token.')
  await expect(reading).toContainText(/expired 1 h 45 m ago/)
  await expect(reading).toContainText('No profile has this application id.')
})

test('a token that ends while it is looked at fails its check by itself', async ({ page }) => {
  const { pasted, failed, reading } = await openTokens(page)
  const iat = Math.floor(Date.now() / 1000)
  await pasted.fill(rs256({ application_id: APPLICATION_ID, iat, exp: iat + 6, jti: APPLICATION_ID }))
  await expect(reading).toContainText(/\d s left/)
  await expect(failed).toContainText('Not expired')
})

test('the token of a callback is read as one', async ({ page }) => {
  const { pasted, reading, failed } = await openTokens(page)
  await pasted.fill(hs256(CALLBACK_CLAIMS, CALLBACK_HEADER))
  await expect(reading).toContainText('The token of a signed callback')
  await expect(failed).toContainText('No profile holds the signature secret of API key a1b2c3d4')
})

test('key and application are compared only when asked for, and the answer is explained', async ({
  page,
}) => {
  const asked: string[] = []
  let publicKey: string | null = rsaPair().spki
  const server = createServer((request, response) => {
    asked.push(`${request.method} ${request.url}`)
    response.writeHead(publicKey === null ? 404 : 200, { 'content-type': 'application/json' })
    response.end(JSON.stringify({ id: APPLICATION_ID, name: 'Shop bot', keys: { public_key: publicKey } }))
  })
  const port = await listenOnLoopback(server, 0)
  await saveProfile(page, { baseUrl: `http://127.0.0.1:${port}`, privateKey: KEYS.pkcs8 })

  const { make, made, reading } = await openTokens(page)
  await make.click()
  await made.getByRole('button', { name: 'Check this token' }).click()
  const compare = reading.getByRole('button', { name: 'Compare with the application’s public key' })
  await expect(compare).toBeVisible()
  expect(asked).toEqual([])

  await compare.click()
  const answers = reading.getByRole('list', { name: 'Checks with Vonage' })
  await expect(answers).toContainText('belongs to another application')
  publicKey = KEYS.spki
  await compare.click()
  await expect(answers.getByRole('img', { name: 'passed' })).toHaveCount(2)
  publicKey = null
  await compare.click()
  await expect(reading.getByRole('alert')).toContainText(`has no application ${APPLICATION_ID}`)
  expect(new Set(asked)).toEqual(new Set([`GET /v2/applications/${APPLICATION_ID}`]))
  server.close()
})

test('the page is reached by its key', async ({ page }) => {
  await page.keyboard.press('ControlOrMeta+5')
  await expect(page.getByRole('main', { name: 'Tokens' })).toBeVisible()
})

for (const colorScheme of ['light', 'dark'] as const) {
  for (const width of [1280, 1000] as const) {
    test.describe(`${colorScheme}, ${width} pixels wide`, () => {
      test.use({ colorScheme, viewport: { width, height: width === 1280 ? 800 : 700 } })

      async function look(page: Page, name: string): Promise<void> {
        await page.screenshot({ path: resolve(SCREENS, `${name}-${colorScheme}-${width}.png`) })
        expect.soft(await accessibilityFaults(page)).toEqual([])
        const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
        expect.soft(overflow, 'wider than the window').toBe(0)
      }

      test('tokens', async ({ page }) => {
        const { make, made, pasted, reading, failed } = await openTokens(page)
        await page.getByRole('button', { name: /^More claims/ }).click()
        await look(page, 'tokens-form')
        await page.getByRole('button', { name: /^More claims/ }).click()
        await make.click()
        await expect(made).toBeVisible()
        await look(page, 'tokens-made')
        await made.getByRole('button', { name: 'Check this token' }).click()
        await expect(reading).toContainText('passed')
        await look(page, 'tokens-good')
        const iat = Math.floor(Date.now() / 1000) - 7200
        await pasted.fill(
          rs256({ application_id: APPLICATION_ID, iat, exp: iat + 900, note: 'x'.repeat(300) }),
        )
        await expect(failed).toHaveCount(2)
        await look(page, 'tokens-bad')
        await reading.getByRole('table', { name: 'Claims' }).scrollIntoViewIfNeeded()
        await look(page, 'tokens-bad-claims')
      })
    })
  }
}
