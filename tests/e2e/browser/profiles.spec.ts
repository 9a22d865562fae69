import { generateKeyPairSync } from 'node:crypto'
import { expect } from '@playwright/test'
import { test } from './workbench.ts'

function newPrivateKey(): string {
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
  return privateKey.export({ type: 'pkcs8', format: 'pem' }).toString()
}

test('a profile is made, used, changed and deleted; its secrets never come back', async ({ page }) => {
  const key = newPrivateKey()
  await page.getByRole('link', { name: 'Settings' }).click()
  await page.getByRole('button', { name: 'New profile' }).click()
  const form = page.getByRole('form', { name: 'New profile' })
  await form.getByRole('button', { name: 'Save profile' }).click()
  await expect(form).toContainText('Give the profile a name.')

  await form.getByRole('textbox', { name: 'Name' }).fill('Shop')
  await form.getByRole('textbox', { name: 'Application ID' }).fill('11111111-2222-3333-4444-555555555555')
  await form.getByRole('textbox', { name: 'Private key' }).fill('-----BEGIN PUBLIC KEY-----\nnope')
  await form.getByRole('textbox', { name: 'Signature secret' }).fill('sig-secret-9f8e')
  await form.getByLabel('Base URL').selectOption('custom')
  await form.getByRole('textbox', { name: 'Custom base URL' }).fill('http://127.0.0.1:9')
  await form.getByRole('button', { name: 'Save profile' }).click()
  await expect(form.getByRole('alert')).toContainText(/key/i)

  const file = { name: 'private.key', mimeType: 'text/plain', buffer: Buffer.from(key) }
  const chooser = page.waitForEvent('filechooser')
  await form.getByRole('button', { name: 'Choose file' }).click()
  await (await chooser).setFiles(file)
  await expect(form.getByRole('textbox', { name: 'Private key' })).toHaveValue(key)
  await form.getByRole('button', { name: 'Save profile' }).click()
  await expect(form).toBeHidden()

  const profiles = page.getByRole('list', { name: 'Profiles' })
  await expect(profiles.getByRole('listitem').filter({ hasText: 'Shop' })).toContainText('in use')
  await page.getByRole('button', { name: 'Edit Shop' }).click()
  await expect(page.getByRole('group', { name: 'Signature secret' })).toContainText('set · ends in 9f8e')
  await expect(page.getByRole('group', { name: 'Private key' })).toContainText('set')
  expect(await page.content()).not.toContain('sig-secret')
  expect(await page.content()).not.toContain(key.slice(40, 80))
  await page.getByRole('button', { name: 'Cancel' }).click()

  await page.getByRole('button', { name: /^Profile/ }).click()
  await page.getByRole('menuitemradio', { name: 'Simulator' }).click()
  await expect(profiles.getByRole('listitem').filter({ hasText: 'Simulator' })).toContainText('in use')

  await page.getByRole('button', { name: 'Delete Shop' }).click()
  const question = page.getByRole('alertdialog')
  await expect(question).toContainText('deleted from this machine')
  await expect(question.getByRole('button', { name: 'Cancel' })).toBeFocused()
  await question.getByRole('button', { name: 'Delete profile and secrets' }).click()
  await expect(profiles.getByRole('listitem')).toHaveCount(1)
})

test('the simulator profile cannot be changed', async ({ page }) => {
  await page.getByRole('link', { name: 'Settings' }).click()
  await expect(page.getByRole('listitem').filter({ hasText: 'Simulator' })).toContainText('built in')
  await expect(page.getByRole('button', { name: /^(Edit|Delete)/ })).toHaveCount(0)
})

test('a reply without a key says which key is missing', async ({ page }) => {
  await page.getByRole('link', { name: 'Settings' }).click()
  await page.getByRole('button', { name: 'New profile' }).click()
  await page.getByRole('textbox', { name: 'Name' }).fill('Empty')
  await page.getByRole('button', { name: 'Save profile' }).click()
  await page.getByRole('link', { name: 'Callbacks' }).click()
  const reply = page.getByRole('region', { name: 'Reply', exact: true })
  await reply.getByRole('button', { name: 'Send reply' }).click()
  await expect(reply.getByRole('alert')).toBeVisible()
})

test('the listener moves to another port', async ({ page, workbench }) => {
  await page.getByRole('link', { name: 'Settings' }).click()
  const form = page.getByRole('form', { name: 'Listener' })
  await form.getByRole('textbox', { name: 'Port' }).fill('70000')
  await expect(form).toContainText('A whole number from 0 to 65535')

  const taken = new URL(workbench.urls.simulator).port
  await form.getByRole('textbox', { name: 'Port' }).fill(taken)
  await form.getByRole('button', { name: 'Change port' }).click()
  await expect(form).toContainText(`${taken} was taken`)
  await expect(page.getByRole('banner').getByText(`${taken} was taken`)).toBeVisible()
})
