import { once } from 'node:events'
import { readFile } from 'node:fs/promises'
import { expect, type Page } from '@playwright/test'
import { z } from 'zod'
import { createRightServer } from '../../support/example-servers/right-server.ts'
import { test } from './launch.ts'

/** Presses a button that hands out a file, and resolves with the file's name and text. */
async function saved(page: Page, button: string) {
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: button }).click(),
  ])
  return { name: download.suggestedFilename(), text: await readFile(await download.path(), 'utf8') }
}

test('a contract run goes out as files', async ({ desktop: { page } }) => {
  const server = createRightServer('of another account').listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = z.object({ port: z.int() }).parse(server.address())
  await page.getByRole('link', { name: 'Replay' }).click()
  await page.getByRole('tab', { name: 'Forwarding & targets' }).click()
  await page.getByRole('button', { name: 'Edit My server' }).click()
  await page.getByRole('textbox', { name: 'Base URL' }).fill(`http://127.0.0.1:${port}`)
  await page.getByRole('button', { name: 'Save target' }).click()
  await page.getByRole('tab', { name: 'Contract run' }).click()
  await page.getByRole('button', { name: 'Run the contract' }).click()
  const result = page.getByRole('region', { name: 'Result' })
  await expect(result.getByText(/^\d+ passed, \d+ failed of 242 cases$/)).toBeVisible({ timeout: 45_000 })

  const xml = await saved(page, 'JUnit XML')
  expect(xml.name).toMatch(/^contract-run-.*\.xml$/)
  expect(xml.text).toMatch(/<testsuites? .*tests="242"/)
  const lines = await saved(page, 'JSON lines')
  expect(lines.name).toMatch(/\.jsonl$/)
  expect(lines.text.trimEnd().split('\n')).toHaveLength(243)
  server.closeAllConnections()
  server.close()
})
