import { once } from 'node:events'
import { readFile } from 'node:fs/promises'
import type { Server } from 'node:http'
import { type Download, expect, type Page } from '@playwright/test'
import {
  createFaultyServer,
  type PlantedFault,
  plantedFaults,
} from '../../support/example-servers/faulty-server.ts'
import { createRightServer } from '../../support/example-servers/right-server.ts'
import { look } from '../flows/look.ts'
import { test as base } from './workbench.ts'

const SECRET = 'the-signature-secret-of-the-account'
const SLOW_MS = 3_300

const test = base.extend<{ readonly start: (server: Server) => Promise<string> }>({
  environment: {
    VONAGE_API_KEY: 'abcd1234',
    VONAGE_APPLICATION_ID: 'aaaaaaaa-bbbb-4ccc-8ddd-0123456789ab',
    VONAGE_SIGNATURE_SECRET: SECRET,
  },
  start: async ({ playwright: _ }, use) => {
    const servers: Server[] = []
    await use(async (server) => {
      servers.push(server)
      server.listen(0, '127.0.0.1')
      await once(server, 'listening')
      const address = server.address()
      if (address === null || typeof address === 'string') throw new Error('no TCP address')
      return `http://127.0.0.1:${address.port}`
    })
    for (const server of servers) {
      server.closeAllConnections()
      server.close()
    }
  },
})

const faulty = (faults: readonly PlantedFault[]) =>
  createFaultyServer({ secret: SECRET, faults, slowMs: SLOW_MS })

async function openContract(page: Page): Promise<void> {
  await page.getByRole('link', { name: 'Replay' }).click()
  await page.getByRole('tab', { name: 'Contract run' }).click()
}

/** The profile of the environment in use, with a target of its own. */
async function openWithTarget(page: Page, baseUrl: string): Promise<void> {
  await page.getByRole('link', { name: 'Settings' }).click()
  await page.getByRole('button', { name: 'Use Environment' }).click()
  await page.getByRole('link', { name: 'Replay' }).click()
  await page.getByRole('tab', { name: 'Forwarding & targets' }).click()
  await page.getByRole('button', { name: 'New target' }).click()
  await page.getByRole('textbox', { name: 'Name' }).fill('My shop server')
  await page.getByRole('textbox', { name: 'Base URL' }).fill(baseUrl)
  await page.getByRole('button', { name: 'Save target' }).click()
  await openContract(page)
  await expect(page.getByRole('combobox', { name: 'Target' })).toContainText('My shop server')
}

const resultOf = (page: Page) => page.getByRole('region', { name: 'Result' })

async function run(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Run the contract' }).click()
}

async function textOf(download: Download): Promise<string> {
  return readFile(await download.path(), 'utf8')
}

test('before the first run the page says what is tried and what is expected', async ({ page }) => {
  await openContract(page)
  await expect(page.getByText('Sends 242 callbacks to the target')).toBeVisible()
  const table = page.getByRole('table', { name: 'What a good webhook server does' })
  await expect(table.getByRole('row')).toHaveCount(12)
  await look(page, 'contract-empty')
})

test('a right server passes every case', async ({ page, start }) => {
  test.setTimeout(90_000)
  await openWithTarget(page, await start(createRightServer(SECRET)))
  await run(page)
  await expect(page.getByRole('progressbar', { name: 'Cases tried at My shop server' })).toBeVisible()
  await expect(page.getByRole('button', { name: 'Cancel' })).toBeVisible()
  await look(page, 'contract-running')
  await expect(resultOf(page).getByText('All 242 cases passed')).toBeVisible({ timeout: 60_000 })
  await expect(page.getByTestId('announcements')).toHaveText('All 242 cases passed')
  await expect(page.getByRole('list', { name: 'What is wrong' })).toBeHidden()

  await page
    .getByRole('region', { name: 'v0.1 statuses' })
    .getByRole('button', { name: 'Unsigned v0.1 read statuses' })
    .click()
  await expect(page.getByRole('list', { name: 'Exchanges of v0.1/status/read/unsigned' })).toContainText(
    'Request 1: 503',
  )
  await page.getByRole('radio', { name: 'Failed 0' }).click()
  await expect(page.getByText('No case failed.')).toBeVisible()
  await look(page, 'contract-passed')
})

test('each fault of a server is named, and the run goes out as JUnit XML and JSON lines', async ({
  page,
  start,
}) => {
  test.setTimeout(90_000)
  await openWithTarget(page, await start(faulty(plantedFaults)))
  await run(page)
  const findings = page.getByRole('list', { name: 'What is wrong' })
  await expect(resultOf(page).getByText(/^\d+ passed, \d+ failed of 242 cases$/)).toBeVisible({
    timeout: 60_000,
  })
  for (const sentence of [
    'Answers 500 to v0.1 callbacks',
    'Accepts unsigned callbacks',
    'Accepts v1 callbacks changed after signing',
    'Accepts v1 callbacks in other bytes than were signed',
    'Answers 500 to v1 callbacks in broken JSON',
    'Answers repeated v1 callbacks differently',
    'Answers v1 video messages too late',
  ]) {
    await expect(findings).toContainText(sentence)
  }
  await expect(findings.getByRole('listitem')).toHaveCount(7)
  await look(page, 'contract-failed')

  const row = page.getByRole('button', { name: 'failed Unsigned v1 text messages' })
  await row.click()
  await expect(page.getByRole('list', { name: 'Checks of v1/inbound/text/unsigned' })).toContainText('5xx')
  await look(page, 'contract-case', row)

  const [xml] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'JUnit XML' }).click(),
  ])
  expect(xml.suggestedFilename()).toMatch(/^contract-run-.*\.xml$/)
  const failures = await page.evaluate(
    (text) => {
      const parsed = new DOMParser().parseFromString(text, 'application/xml')
      return parsed.querySelector('parsererror') === null ? parsed.querySelectorAll('failure').length : -1
    },
    await textOf(xml),
  )
  const [lines] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'JSON lines' }).click(),
  ])
  const [header, ...cases] = (await textOf(lines))
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line))
  expect(cases).toHaveLength(242)
  expect(header.failed).toBe(failures)
  expect(failures).toBeGreaterThan(100)
})

test('a run can be cancelled', async ({ page, start }) => {
  await openWithTarget(page, await start(createRightServer(SECRET)))
  await run(page)
  await page.getByRole('button', { name: 'Cancel' }).click()
  await expect(resultOf(page).getByText(/^Cancelled after \d+ of 242 cases/)).toBeVisible()
  await expect(page.getByRole('button', { name: 'Run the contract' })).toBeEnabled()
})

test('a server that is down ends the run at the first case', async ({ page, start }) => {
  const server = createRightServer(SECRET)
  const origin = await start(server)
  await new Promise((resolve) => server.close(resolve))
  await openWithTarget(page, origin)
  await run(page)
  await expect(resultOf(page).getByText('Stopped at the first case')).toBeVisible()
  const alert = resultOf(page).getByRole('alert')
  await expect(alert).toContainText('refused the connection')
  await expect(alert).toContainText('Start your webhook server')
  await look(page, 'contract-stopped')
})

test.describe('without a signature secret', () => {
  test.use({ environment: { VONAGE_API_KEY: 'abcd1234', VONAGE_APPLICATION_ID: 'app-1' } })

  test('the page says what is missing and where to enter it', async ({ page }) => {
    await page.getByRole('link', { name: 'Settings' }).click()
    await page.getByRole('button', { name: 'Use Environment' }).click()
    await expect(page.getByRole('button', { name: 'Profile Environment' })).toBeVisible()
    await openContract(page)
    await run(page)
    await expect(page.getByRole('alert').filter({ hasText: 'has no signature secret' })).toBeVisible()
    await look(page, 'contract-no-secret')
    await page.getByRole('button', { name: 'Open Settings' }).click()
    await expect(page.getByRole('main', { name: 'Settings' })).toBeVisible()
  })
})
