import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, type Page } from '@playwright/test'
import { replyToSimulatedMessage } from '../flows/reply-flow.ts'
import { test } from './workbench.ts'

const SECRETS = { apiSecret: 'api-secret-of-this-test', signatureSecret: 'signature-secret-of-this-test' }

/** Everything a script in the page could read of it. */
function readable(page: Page): Promise<string> {
  return page.evaluate(() =>
    JSON.stringify([
      document.documentElement.outerHTML,
      [...document.querySelectorAll('input, textarea')].map((field) => Reflect.get(field, 'value')),
      { ...localStorage },
      { ...sessionStorage },
      document.cookie,
      location.href,
    ]),
  )
}

test('the page finds nothing of Node, and no pipe of the desktop', async ({ page }) => {
  const found = await page.evaluate(() =>
    ['require', 'process', 'Buffer', 'module', 'global', 'ipcRenderer', 'electron', 'workbench'].filter(
      (name) => name in window,
    ),
  )
  expect(found).toEqual([])
})

test('the page is never told a key, a secret or the token of this start', async ({
  page,
  workbench,
  dataFolder,
}) => {
  const heard: string[] = []
  page.on('websocket', (socket) => socket.on('framereceived', ({ payload }) => heard.push(String(payload))))
  await page.reload()
  await page.getByRole('link', { name: 'Settings' }).click()
  await page.getByRole('button', { name: 'New profile' }).click()
  const form = page.getByRole('form', { name: 'New profile' })
  await form.getByRole('textbox', { name: 'Name' }).fill('Mine')
  await form.getByRole('textbox', { name: 'API secret' }).fill(SECRETS.apiSecret)
  await form.getByRole('textbox', { name: 'Signature secret' }).fill(SECRETS.signatureSecret)
  await form.getByRole('button', { name: 'Save profile' }).click()
  await expect(form).toBeHidden()
  await page.getByRole('button', { name: /^Profile/ }).click()
  await page.getByRole('menuitemradio', { name: 'Simulator' }).click()
  await page.getByRole('link', { name: 'Callbacks' }).click()
  await replyToSimulatedMessage(page, 'Nothing secret here.')
  await page.reload()
  await expect(page.getByRole('list', { name: 'Reply status' })).toBeVisible()

  const stored = readFileSync(join(dataFolder, 'secrets.json'), 'utf8')
  const keyLine = /PRIVATE KEY-----\\n(\w{20})/.exec(stored)?.[1] ?? 'no key was stored'
  const everything = `${heard.join('\n')}\n${await readable(page)}`
  expect(everything).toContain('Mine')
  expect(stored).toContain(SECRETS.apiSecret)
  const token = new URL(workbench.urls.workbench).searchParams.get('token') ?? ''
  expect(token).not.toBe('')
  for (const secret of ['PRIVATE KEY', keyLine, token, ...Object.values(SECRETS)]) {
    expect(everything).not.toContain(secret)
  }
})
