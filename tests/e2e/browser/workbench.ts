import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test as base, expect } from '@playwright/test'
import { slowDown } from '../flows/slow-link.ts'
import { type RunningWorkbench, startWorkbench } from './start-workbench.ts'

type Fixtures = {
  /** A data folder of this test's own. */
  readonly dataFolder: string
  /** Browser mode, running, on ports of its own. */
  readonly workbench: RunningWorkbench
  /** Environment variables the workbench is started with, besides those of the test run. */
  readonly environment: Readonly<Record<string, string>>
  /** Console errors that belong to what a test does on purpose. */
  readonly expectedErrors: readonly RegExp[]
}

const ANY_PORTS = ['--port', '0', '--listener-port', '0', '--simulator-port', '0']

/** Tests of the page in a browser. The page is open; a console error, refused style or script fails the test. */
export const test = base.extend<Fixtures>({
  environment: [{}, { option: true }],
  expectedErrors: [[], { option: true }],
  // Playwright reads the fixtures a function needs from its first parameter.
  dataFolder: async ({ playwright: _ }, use) => {
    const folder = await mkdtemp(join(tmpdir(), 'workbench-browser-'))
    await use(folder)
    await rm(folder, { recursive: true, force: true, maxRetries: 5 })
  },
  workbench: async ({ dataFolder, environment }, use) => {
    const running = await startWorkbench([...ANY_PORTS, '--data', dataFolder], environment)
    await use(running)
    await running.stop()
  },
  page: async ({ page, workbench, expectedErrors }, use) => {
    const problems: string[] = []
    page.on('console', (message) => {
      if (message.type() === 'error' || message.type() === 'warning') problems.push(message.text())
    })
    page.on('pageerror', (error) => problems.push(String(error)))
    if (process.env.WORKBENCH_SLOW_LINK !== undefined) await slowDown(page.context())
    await page.goto(workbench.urls.workbench)
    await expect(page.getByRole('region', { name: 'Callbacks', exact: true })).toBeVisible()
    await use(page)
    expect(problems.filter((problem) => !expectedErrors.some((known) => known.test(problem)))).toEqual([])
  },
})
