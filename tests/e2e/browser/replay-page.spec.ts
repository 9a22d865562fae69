import { expect, type Page } from '@playwright/test'
import { look } from '../flows/look.ts'
import { aimAt, type OwnServer, startOwnServer } from '../flows/own-server.ts'
import { partsOf } from '../flows/page-parts.ts'
import { inboundText, postCallback, statusOf } from '../flows/post-callback.ts'
import { test as base } from './workbench.ts'

const test = base.extend<{ readonly own: OwnServer }>({
  own: async ({ page }, use) => {
    const own = await startOwnServer()
    await aimAt(page, own)
    await use(own)
    await own.stop()
  },
})

const partsOfRuns = (page: Page) => {
  const run = page.getByRole('region', { name: 'Run', exact: true })
  return {
    run,
    runs: page.getByRole('listbox', { name: 'Runs, newest first' }).getByRole('option'),
    list: run.getByRole('listbox', { name: 'Results, in the order of the run' }),
    results: run.getByRole('listbox').getByRole('option'),
    result: page.getByRole('region', { name: 'Result' }),
    filter: (name: string) => run.getByRole('radio', { name }),
    button: (name: string) => run.getByRole('button', { name, exact: true }),
    open: () => page.getByRole('link', { name: 'Replay' }).click(),
  }
}

/** Chooses all callbacks that a filter shows and starts a run, each sent so many times. */
async function startRun(page: Page, { filter = '', times = '1' } = {}): Promise<void> {
  await page.getByRole('button', { name: 'New replay…' }).click()
  const which = page.getByRole('form', { name: 'Which callbacks' })
  await which.getByRole('combobox', { name: 'Callbacks that this filter shows' }).fill(filter)
  await which.getByRole('button', { name: 'Choose how…' }).click()
  const how = page.getByRole('form', { name: 'Replay' })
  await how.getByRole('textbox', { name: 'Times each' }).fill(times)
  await how.getByRole('combobox', { name: 'Order kept' }).selectOption('all')
  await how.getByRole('button', { name: 'Replay', exact: true }).click()
  await expect(how).toBeHidden()
}

test('what failed in one run and is answered in the next is fixed, result by result', async ({
  page,
  workbench,
  own,
}) => {
  const { inbound, status } = workbench.urls
  await postCallback(inbound, inboundText('Is the shop open?'))
  await postCallback(inbound, inboundText(`Sehr${'langes'.repeat(40)}Wort`))
  await postCallback(status, statusOf('delivered'))
  const { run, runs, results, result, list, filter, button, open } = partsOfRuns(page)
  await open()
  await expect(page.getByText('No runs yet.')).toBeVisible()
  await look(page, 'runs-empty')

  own.answerWith((response) => response.writeHead(500, { 'x-fault': 'db' }).end('{"fault":"no database"}'))
  await page.getByRole('button', { name: 'New replay…' }).click()
  await expect(page.getByRole('status').filter({ hasText: '3 callbacks.' })).toBeVisible()
  await look(page, 'replay-which')
  await page.keyboard.press('Escape')
  await startRun(page)
  await expect(runs).toHaveText([/All callbacks.*finished.*0 ok.*3 failed/])
  await expect(results).toHaveText([/1text.*500.*first/, /2text.*500.*first/, /3delivered.*500.*first/])

  await results.first().click()
  await expect(result).toContainText('no database')
  await expect(result).toContainText('x-fault')
  await look(page, 'run-result')
  await list.focus()
  await page.keyboard.press('End')
  await expect(result.getByRole('heading')).toHaveText(/^3 · delivered/)

  own.answerWith((response) => response.end('ok'))
  await button('Run again').click()
  await expect(runs).toHaveCount(2)
  await expect(run).toContainText('3 ok · 3 fixed')
  await filter('Fixed').click()
  await expect(results).toHaveText([/fixed/, /fixed/, /fixed/])
  await look(page, 'run-fixed')
  await filter('Regressed').click()
  await expect(run).toContainText('Nothing got worse')

  await own.stop()
  await filter('All').click()
  await results.first().click()
  await result.getByRole('button', { name: 'Send this one again' }).click()
  await expect(runs).toHaveCount(3)
  await expect(run).toContainText('1 of 1 sent')
  await expect(results).toHaveText([/no answer.*regressed/])
  await results.first().click()
  await look(page, 'run-regressed')

  await page.keyboard.press('Enter')
  await expect(result.getByRole('heading')).toBeFocused()
  await result.getByRole('button', { name: 'Show the callback' }).click()
  await expect(partsOf(page).selectedRow).toContainText('Is the shop open?')
  await expect(page).toHaveURL(/#\/callbacks/)
})

test('a run shows how far it is and is cancelled', async ({ page, workbench, own }) => {
  await postCallback(workbench.urls.inbound, inboundText('Hello'))
  const { run, runs, button, open } = partsOfRuns(page)
  await open()
  own.answerWith((response) => {
    if (own.received.length <= 2) response.end('ok')
  })
  await startRun(page, { filter: 'kind:inbound', times: '5' })
  await expect(runs.getByRole('progressbar')).toHaveAttribute('aria-valuetext', '2 of 5')
  await expect(run).toContainText('2 of 5 sent')
  await look(page, 'run-under-way')
  await button('Cancel the run').click()
  await expect(runs).toContainText('cancelled')
  await expect(button('Cancel the run')).toBeHidden()
  await expect(page.getByTestId('announcements')).toContainText('Cancelled.')
  expect(own.received.length).toBe(3)
})

test('many results load while scrolling, and few of them are in the page', async ({
  page,
  workbench,
  own,
}) => {
  await postCallback(workbench.urls.inbound, inboundText('Hello'))
  const { run, runs, list, results, open } = partsOfRuns(page)
  await open()
  await startRun(page, { times: '350' })
  await expect(runs).toContainText('350 ok', { timeout: 40_000 })
  await expect(run).toContainText('350 of 350 sent')
  expect(own.received.length).toBe(350)
  await list.focus()
  await expect(async () => {
    await page.keyboard.press('End')
    await expect(results.last()).toHaveAttribute('aria-posinset', '350', { timeout: 500 })
  }).toPass()
  expect(await results.count()).toBeLessThan(60)
  await expect(run.getByRole('option', { selected: true })).toContainText('350')
})
