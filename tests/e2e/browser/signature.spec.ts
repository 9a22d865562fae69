import { generateKeyPairSync } from 'node:crypto'
import { expect, type Page } from '@playwright/test'
import { signCallback } from '#electron/signing/sign-callback.ts'
import { look } from '../flows/look.ts'
import { partsOf } from '../flows/page-parts.ts'
import { inboundText } from '../flows/post-callback.ts'
import { test } from './workbench.ts'

const API_KEY = 'abcd1234'
const APPLICATION_ID = 'aaaaaaaa-bbbb-4ccc-8ddd-0123456789ab'
const SIGNATURE_SECRET = 'the-signature-secret-of-the-account'
const API_SECRET = 'TheApiSecretOfIt'

test.use({
  environment: {
    VONAGE_API_KEY: API_KEY,
    VONAGE_API_SECRET: API_SECRET,
    VONAGE_SIGNATURE_SECRET: SIGNATURE_SECRET,
  },
})

type Sent = {
  readonly url: string
  readonly signed: string
  readonly sent?: string
  readonly secret?: string
}

/** Delivers a signed callback; `sent` is what arrives where that is not what was signed. */
async function deliver({ url, signed, sent = signed, secret = SIGNATURE_SECRET }: Sent): Promise<void> {
  const authorization = await signCallback({
    body: Buffer.from(signed),
    apiKey: API_KEY,
    applicationId: APPLICATION_ID,
    signatureSecret: secret,
    nowMs: Date.now(),
    jti: crypto.randomUUID(),
  })
  const headers = { 'content-type': 'application/json', authorization }
  expect((await fetch(url, { method: 'POST', headers, body: sent })).status).toBe(200)
}

function newKeyPair() {
  return generateKeyPairSync('rsa', {
    modulusLength: 2048,
    publicKeyEncoding: { type: 'spki', format: 'pem' },
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
  })
}

/** The checks in the Signature tab of the selected callback. */
async function openChecks(page: Page) {
  const { tab, details } = partsOf(page)
  await tab('Signature').click()
  const checks = details.getByRole('list', { name: 'Signature checks' }).getByRole('listitem')
  return {
    of: (title: string) => checks.filter({ hasText: title }),
    passed: checks.filter({ has: page.getByRole('img', { name: 'passed' }) }),
    failed: checks.filter({ has: page.getByRole('img', { name: 'failed' }) }),
  }
}

test('a relay parsed the body and wrote it anew: the check says so, and how it was written', async ({
  page,
  workbench,
}) => {
  const asVonageWroteIt = inboundText('See https://example.com/a/b').replaceAll('/', '\\/')
  const afterTheRelay = JSON.stringify(JSON.parse(asVonageWroteIt))
  await deliver({ url: workbench.urls.inbound, signed: asVonageWroteIt, sent: afterTheRelay })
  const { selectedRow } = partsOf(page)
  await expect(selectedRow).toContainText('bad signature')
  const { failed, of } = await openChecks(page)
  await expect(failed).toHaveCount(1)
  await expect(of('payload_hash fits the body')).toContainText(
    'The hash fits compact JSON with escaped slashes: something on the way parsed the body and wrote it anew.',
  )
  await expect(failed).toContainText('pass the raw bytes on')
  const verdict = partsOf(page).details.getByRole('region', { name: 'Verdict' })
  await expect(verdict).toContainText('Stopped at: payload_hash fits the body')
  await expect(verdict).toContainText('wrote it anew')
  await look(page, 'complaint-1-relay-rewrote-body')
})

test('the wrong secret is the cause: the check names it, and another secret can be tried', async ({
  page,
  workbench,
}) => {
  const { inbound } = workbench.urls
  const rotated = 'the-secret-after-it-was-rotated'
  await deliver({ url: inbound, signed: inboundText('Signed anew'), secret: rotated })
  const { details, selectedRow } = partsOf(page)
  await expect(selectedRow).toContainText('bad signature')
  const { failed } = await openChecks(page)
  await expect(failed).toHaveCount(1)
  await expect(failed).toContainText('Signature fits the secret')
  await expect(failed).toContainText('The stored secret is not the one it was signed with')
  await look(page, 'complaint-2-wrong-secret')

  const form = details.getByRole('form', { name: 'Check with another secret' })
  const secret = form.getByLabel('Signature secret')
  await expect(secret).toHaveAttribute('type', 'password')
  await expect(form).toContainText('It is not stored.')
  await secret.fill('not this one either')
  await form.getByRole('button', { name: 'Check again with this secret' }).click()
  await expect(details).toContainText('With this secret: bad signature')
  await secret.fill(rotated)
  await secret.press('Enter')
  await expect(details).toContainText('With this secret: valid')
  const again = details.getByRole('list', { name: 'Checks with this secret' }).getByRole('listitem')
  await expect(again.getByRole('img', { name: 'passed' })).toHaveCount(await again.count())
  await expect(selectedRow).toContainText('bad signature')
  await look(page, 'complaint-2-check-again', details.getByText('With this secret: valid'))

  await deliver({ url: inbound, signed: inboundText('With the API secret'), secret: API_SECRET })
  await partsOf(page).rows.filter({ hasText: 'With the API secret' }).click()
  await expect(failed).toContainText('It is signed with the API secret of Environment')
  await expect(secret).toHaveValue('')
})

test('a good token with another body does not pass: payload_hash is compared', async ({
  page,
  workbench,
}) => {
  const signed = inboundText('Send 10 euros')
  await deliver({ url: workbench.urls.inbound, signed, sent: signed.replace('10', '1000') })
  const { failed, passed, of } = await openChecks(page)
  await expect(failed).toHaveCount(1)
  await expect(passed.filter({ hasText: 'Signature fits the secret' })).toHaveCount(1)
  await expect(of('payload_hash fits the body')).toContainText('The body was changed after it was signed')
  await expect(failed).toContainText('Do not trust this callback.')
  await look(page, 'complaint-3-payload-hash')
})

test('a key that cannot sign is explained, and damaged newlines are mended', async ({ page }) => {
  await page.getByRole('link', { name: 'Settings' }).click()
  await page.getByRole('button', { name: 'New profile' }).click()
  const form = page.getByRole('form', { name: 'New profile' })
  await form.getByRole('textbox', { name: 'Name' }).fill('Shop')
  const key = form.getByRole('textbox', { name: 'Private key' })
  const save = form.getByRole('button', { name: 'Save profile' })

  await key.fill('/nowhere/private.key')
  await save.click()
  await expect(form.getByRole('alert')).toContainText('This is the path of a file')
  await look(page, 'complaint-4-path-as-key', form.getByRole('alert'))

  const { privateKey, publicKey } = newKeyPair()
  await key.fill(publicKey)
  await save.click()
  await expect(form.getByRole('alert')).toContainText('This is a public key.')
  await look(page, 'complaint-4-public-key', form.getByRole('alert'))

  await key.fill(privateKey.trim().replaceAll('\n', '\\n'))
  await save.click()
  await expect(form).toBeHidden()
  await expect(page.getByRole('list', { name: 'Profiles' })).toContainText('Shop')
})
