import { readFile, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type ElectronApplication, expect } from '@playwright/test'
import { partsOf } from '../flows/page-parts.ts'
import { callFrom } from './ask-workbench.ts'
import { test } from './launch.ts'

/** The person chooses this file, or none, in the next dialogs. */
function choose(app: ElectronApplication, path: string | null): Promise<void> {
  return app.evaluate(({ dialog }, chosen) => {
    dialog.showSaveDialog = async () => ({ canceled: chosen === null, filePath: chosen ?? '' })
    dialog.showOpenDialog = async () => ({
      canceled: chosen === null,
      filePaths: chosen === null ? [] : [chosen],
    })
  }, path)
}

test('a session is written where the person says, and read from there', async ({
  desktop: { app, page },
  dataFolder,
}) => {
  await callFrom(page, 'simulateInbound', {
    psid: null,
    message: { type: 'text', text: 'Hello' },
    version: null,
    fault: null,
  })
  const { rows } = partsOf(page)
  await expect(rows).toHaveCount(1)
  const path = join(dataFolder, 'session.jsonl')
  const dialog = page.getByRole('dialog', { name: 'Export callbacks' })

  await choose(app, null)
  await page.keyboard.press('ControlOrMeta+s')
  await dialog.getByRole('button', { name: 'Export' }).click()
  await expect(dialog).toBeHidden()

  await choose(app, path)
  await page.keyboard.press('ControlOrMeta+s')
  await dialog.getByRole('button', { name: 'Export' }).click()
  await expect(page.getByText('1 callback exported to session.jsonl').first()).toBeVisible()
  await expect(page.getByRole('dialog')).toHaveCount(0)
  expect((await readFile(path, 'utf8')).split('\n')[0]).toContain('"isRedacted":true')
  if (process.platform !== 'win32') expect((await stat(path)).mode & 0o777).toBe(0o600)

  await page.keyboard.press('ControlOrMeta+o')
  await expect(page.getByText('1 callback imported.').first()).toBeVisible()
  await expect(rows).toHaveCount(2)
})

test('a dropped file is imported, though the page has no server to send it to', async ({
  desktop: { page },
}) => {
  const body = '{"message_uuid":"dropped","from":"1","to":"2","message_type":"text","text":"Hello"}'
  const postData = { text: body }
  const request = { method: 'POST', url: 'https://own.example/in', headers: [], postData }
  const entry = { startedDateTime: '2026-11-20T10:00:00Z', request, response: { status: 200 } }
  const har = JSON.stringify({ log: { entries: Array.from({ length: 9_000 }, () => entry) } })
  const transfer = await page.evaluateHandle((text) => {
    const data = new DataTransfer()
    data.items.add(new File([text], 'inspector.har'))
    return data
  }, har)
  await page.dispatchEvent('main', 'drop', { dataTransfer: transfer })
  await expect(page.getByText('9,000 callbacks imported.').first()).toBeVisible({ timeout: 30_000 })
})

test('a place that cannot be written is told, and nothing is left behind', async ({
  desktop: { app, page },
  dataFolder,
}) => {
  const inTheWay = join(dataFolder, 'file')
  await writeFile(inTheWay, '')
  await expect(page.getByRole('region', { name: 'Callbacks', exact: true })).toBeVisible()
  await choose(app, join(inTheWay, 'session.jsonl'))
  await page.keyboard.press('ControlOrMeta+s')
  await page.getByRole('dialog').getByRole('button', { name: 'Export' }).click()
  const dialog = page.getByRole('dialog', { name: 'The export has failed' })
  await expect(dialog.getByText('The file could not be written to its end.')).toBeVisible()
})
