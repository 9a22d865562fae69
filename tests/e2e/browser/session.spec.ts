import { readFile } from 'node:fs/promises'
import { expect, type Page } from '@playwright/test'
import { sessionHeaderLine } from '#shared/session/write-session.ts'
import { look } from '../flows/look.ts'
import { partsOf } from '../flows/page-parts.ts'
import { inboundText, postCallback, statusOf } from '../flows/post-callback.ts'
import type { WorkbenchUrls } from '../flows/urls.ts'
import { test } from './workbench.ts'

const PSID = '7771112223334445'

async function capture(page: Page, { inbound, status }: WorkbenchUrls): Promise<void> {
  await postCallback(inbound, inboundText('Where is my parcel?', { from: PSID }))
  await postCallback(
    status,
    statusOf('rejected', { error: { title: '1340', detail: 'Outside of the window' } }),
  )
  await postCallback(inbound, 'not json')
  await expect(partsOf(page).rows).toHaveCount(3)
}

/** Presses Export and reads the file that comes of it. */
async function exported(page: Page): Promise<{ readonly name: string; readonly text: string }> {
  const download = page.waitForEvent('download')
  await page.getByRole('dialog').getByRole('button', { name: 'Export' }).click()
  const file = await download
  return { name: file.suggestedFilename(), text: await readFile(await file.path(), 'utf8') }
}

test('callbacks go out into a file without what tells about people, and come back in', async ({
  page,
  workbench,
}) => {
  await capture(page, workbench.urls)
  await page.keyboard.press('ControlOrMeta+s')
  const dialog = page.getByRole('dialog', { name: 'Export callbacks' })
  const preview = dialog.getByRole('region', { name: 'How the file begins' })
  await expect(preview).toContainText('1000000000000001')
  await expect(preview).not.toContainText(PSID)
  await expect(dialog.getByText(/^3 callbacks, repeats included; about /)).toBeVisible()
  await look(page, 'export-dialog')

  const file = await exported(page)
  expect(file.name).toMatch(/^callbacks-.*-redacted\.jsonl$/)
  expect(file.text.split('\n')).toHaveLength(5)
  expect(file.text).not.toContain(PSID)
  expect(file.text).not.toContain('parcel')
  await expect(page.getByText(/^3 callbacks exported to callbacks-/).first()).toBeVisible()
  await expect(page.getByRole('dialog')).toHaveCount(0)

  const choosing = page.waitForEvent('filechooser')
  await page.keyboard.press('ControlOrMeta+o')
  const buffer = Buffer.from(`${file.text}{"kind":"song"}\n`)
  await (await choosing).setFiles({ name: 'from-ana.jsonl', mimeType: 'application/x-ndjson', buffer })
  const result = page.getByRole('dialog', { name: 'Imported' })
  await expect(result.getByText('3 callbacks imported. 1 line could not be read.')).toBeVisible()
  await expect(result.getByRole('list', { name: 'What could not be read' })).toContainText('line 5')
  await look(page, 'import-result')
  await result.getByRole('button', { name: 'Close' }).click()
  await expect(partsOf(page).rows).toHaveCount(6)
})

test('the file is the one that was asked for: what the filter shows, as CSV, as it came', async ({
  page,
  workbench,
}) => {
  await capture(page, workbench.urls)
  await page.getByRole('button', { name: 'Inbound', exact: true }).click()
  await expect(partsOf(page).rows).toHaveCount(1)
  await page.getByRole('button', { name: 'Export or import' }).click()
  await page.getByRole('menuitem', { name: 'Export callbacks…' }).click()
  const dialog = page.getByRole('dialog', { name: 'Export callbacks' })
  await expect(dialog.getByLabel('Callbacks')).toHaveValue('filter')
  await dialog.getByRole('radio', { name: 'CSV' }).click()
  await dialog.getByText('Replace what tells about people').click()
  await expect(dialog.getByText(/^The file holds ids, names/)).toBeVisible()
  await expect(dialog.getByRole('region', { name: 'How the file begins' })).toContainText(PSID)
  await look(page, 'export-dialog-csv')
  const { name, text } = await exported(page)
  expect(name).toMatch(/\.csv$/)
  expect(text.trimEnd().split('\r\n')).toHaveLength(2)
  expect(text).toContain(`${PSID},`)
})

test('files that are dropped on the page are imported, and one of something else refused', async ({
  page,
}) => {
  const drop = async (files: Readonly<Record<string, string>>) => {
    const transfer = await page.evaluateHandle((contents) => {
      const data = new DataTransfer()
      for (const [name, content] of Object.entries(contents)) data.items.add(new File([content], name))
      return data
    }, files)
    await page.dispatchEvent('main', 'dragover', { dataTransfer: transfer })
    await expect(page.getByText('Drop a session or a HAR file to import it')).toBeVisible()
    await page.dispatchEvent('main', 'drop', { dataTransfer: transfer })
  }
  const entry = {
    startedDateTime: '2026-11-20T10:00:00Z',
    request: {
      method: 'POST',
      url: 'https://own.example/in',
      headers: [],
      postData: { text: inboundText('Hi') },
    },
    response: { status: 200 },
  }
  const har = JSON.stringify({ log: { entries: [entry] } })
  const twice = har.replaceAll(/"message_uuid\\":\\"/g, '$&other-')
  await drop({ 'inspector.har': har, 'second.har': twice })
  await expect(page.getByText('1 callback imported.').first()).toBeVisible()
  await expect(partsOf(page).rows).toHaveCount(2)

  await drop({ 'photo.jpg': 'not a session' })
  const dialog = page.getByRole('dialog', { name: 'The import has failed' })
  await expect(
    dialog.getByText('It is neither a session of Messenger Workbench nor a HAR file.'),
  ).toBeVisible()
  await look(page, 'import-failed')
  await page.keyboard.press('Escape')
  await expect(dialog).toBeHidden()
})

test.describe('a large file', () => {
  // What is left of a file nobody reads any more.
  test.use({ expectedErrors: [/ERR_CONNECTION_RESET|status of 404/] })

  test('an import says how far it is, and can be stopped', async ({ page }) => {
    const body = inboundText('x')
    const record = {
      ...{
        kind: 'callback',
        receivedAtMs: 1,
        route: 'inbound',
        method: 'POST',
        path: '/webhooks/inbound-message',
      },
      ...{ flaw: null, headers: [], body: { text: body }, answer: null },
    }
    const text = `${sessionHeaderLine(false)}\n${`${JSON.stringify(record)}\n`.repeat(60_000)}`
    const choosing = page.waitForEvent('filechooser')
    await page.getByRole('button', { name: 'Import a session…' }).click()
    await (await choosing).setFiles({
      name: 'large.jsonl',
      mimeType: 'text/plain',
      buffer: Buffer.from(text),
    })
    const dialog = page.getByRole('dialog', { name: 'Importing large.jsonl' })
    await expect(dialog.getByRole('progressbar', { name: 'Import' })).toBeVisible()
    await dialog.getByRole('button', { name: 'Cancel' }).click()
    await expect(
      page.getByText(/^The import was cancelled\. [\d,]+ callbacks? imported before\.$/).first(),
    ).toBeVisible()
  })
})
