import { expect, type Locator, type Page } from '@playwright/test'
import { look } from '../flows/look.ts'
import { partsOf } from '../flows/page-parts.ts'
import { inboundText, postCallback, statusOf } from '../flows/post-callback.ts'
import { startWorkbench } from './start-workbench.ts'
import { test } from './workbench.ts'

const ANA = '4000000000000004'
const BEN = '5000000000000005'

type Urls = { readonly inbound: string; readonly status: string }

/** Four callbacks that every example tells apart, newest last. */
async function postExamples({ inbound, status }: Urls): Promise<void> {
  await postCallback(inbound, inboundText('where is my order', { from: ANA }))
  await postCallback(
    inbound,
    inboundText('', { from: BEN, message_type: 'image', image: { url: 'https://x.example/a.jpg' } }),
  )
  await postCallback(status, statusOf('delivered', { to: ANA }))
  const error = { title: '1340', detail: 'Outside of the allowed window' }
  await postCallback(status, statusOf('rejected', { to: BEN, error }))
}

const ORDER = /where is my order/
const IMAGE = /Image/
const DELIVERED = /delivered/
const REJECTED = /rejected/

/** What the page shows, below the search field, of a filter it cannot read. */
function faultOf(callbacks: Locator): Locator {
  return callbacks.locator('mark').locator('xpath=ancestor::*[@role="status"]')
}

test('every example of the grammar finds what it says', async ({ page, workbench }) => {
  await postExamples(workbench.urls)
  const { search, rows } = partsOf(page)
  await expect(rows).toHaveCount(4)
  const examples: readonly (readonly [string, readonly RegExp[]])[] = [
    ['kind:status', [REJECTED, DELIVERED]],
    ['status:rejected', [REJECTED]],
    [`from:${ANA}`, [ORDER]],
    [`to:${ANA}`, [DELIVERED]],
    [`person:${ANA}`, [DELIVERED, ORDER]],
    ['sig:fail', [REJECTED, DELIVERED, IMAGE, ORDER]],
    ['sig:valid', []],
    ['since:10m', [REJECTED, DELIVERED, IMAGE, ORDER]],
    ['-since:10m', []],
    ['has:image', [IMAGE]],
    ['has:error', [REJECTED]],
    ['code:1340', [REJECTED]],
    ['-text:order', [REJECTED, DELIVERED, IMAGE]],
    ['ord', [ORDER]],
    ['"where is"', [ORDER]],
    ['"is where"', []],
    ['kind:inbound -has:image', [ORDER]],
    [
      `kind:status status:rejected to:${BEN} sig:fail since:10m -has:image -text:foo "allowed window"`,
      [REJECTED],
    ],
  ]
  for (const [filter, found] of examples) {
    await search.fill(filter)
    await expect(rows, filter).toHaveText([...found])
  }
})

test('arrivals obey the filter, and chips write into it', async ({ page, workbench }) => {
  const { search, rows, chip, callbacks } = partsOf(page)
  const { inbound, status } = workbench.urls
  await chip('Inbound').click()
  await expect(search).toHaveValue('kind:inbound')
  await search.fill(`kind:inbound -person:${BEN} order`)
  await expect(chip('Inbound')).toHaveAttribute('aria-pressed', 'true')
  await postCallback(inbound, inboundText('an order', { from: BEN }))
  await postCallback(status, statusOf('delivered'))
  await postCallback(inbound, inboundText('no such word', { from: ANA }))
  await postCallback(inbound, inboundText('my first order', { from: ANA }))
  await postCallback(inbound, inboundText('my second orders', { from: ANA }))
  await expect(rows).toHaveText([/my second orders/, /my first order/])
  await expect(callbacks.getByText('2 found')).toBeVisible()
  await expect(rows.first().locator('mark')).toHaveText(['order'])

  const conditions = callbacks.getByRole('grid', { name: 'Conditions' })
  await conditions.getByRole('button', { name: `Remove -person:${BEN}` }).click()
  await expect(search).toHaveValue('kind:inbound order')
  await expect(rows).toHaveCount(3)
  await expect(conditions).toHaveCount(0)
  await chip(/^All/).click()
  await expect(search).toHaveValue('order')
  await search.press('Escape')
  await expect(search).toHaveValue('')
  await expect(rows).toHaveCount(5)
})

test('a filter that cannot be read says where and what to do, and the list stays', async ({
  page,
  workbench,
}) => {
  await postExamples(workbench.urls)
  const { search, rows, callbacks } = partsOf(page)
  await search.fill('kind:status')
  await expect(rows).toHaveCount(2)
  await search.fill('kind:status sig:wrong order')
  await search.press('End')
  const fault = faultOf(callbacks)
  await expect(fault).toContainText('sig does not know wrong.')
  await expect(fault).toContainText('A value of sig is fail, valid, unsigned, invalid, unknown.')
  await expect(fault).toContainText('The list stays as it was.')
  await expect(fault.locator('mark')).toHaveText('wrong')
  await expect(search).toHaveAttribute('aria-invalid', 'true')
  await expect(search).toHaveAccessibleDescription(/sig does not know wrong/)
  await expect(rows).toHaveText([REJECTED, DELIVERED])
  await look(page, 'filter-fault')
  await search.fill(`sig:${'x'.repeat(900)}end`)
  await expect(fault.locator('mark')).toHaveText(/^sig:x+…x+end$/)
  expect((await fault.innerText()).length).toBeLessThan(400)
  await search.fill('kind:status "open')
  await expect(fault).toContainText('The closing quotation mark is missing.')
  await search.fill('kind:status rejected')
  await expect(fault).toHaveCount(0)
  await expect(rows).toHaveText([REJECTED])
})

test('fields, values and people are completed by keyboard and by pointer', async ({ page, workbench }) => {
  await postExamples(workbench.urls)
  const { search, rows, callbacks } = partsOf(page)
  await expect(rows).toHaveCount(4)
  const completions = callbacks.getByRole('listbox', { name: /^Completions/ })
  await page.keyboard.press('/')
  await expect(search).toBeFocused()
  await page.keyboard.press('ArrowDown')
  await expect(completions.getByRole('option').first()).toContainText('kind:')
  await page.keyboard.type('sta')
  await expect(completions.getByRole('option')).toHaveText([/^status:/])
  await expect(search).toHaveAttribute('aria-expanded', 'true')
  await page.keyboard.press('ArrowDown')
  const active = completions.getByRole('option', { selected: true })
  await expect(search).toHaveAttribute('aria-activedescendant', (await active.getAttribute('id')) ?? '-')
  await page.keyboard.press('Enter')
  await expect(search).toHaveValue('status:')
  await page.keyboard.type('rej')
  await page.keyboard.press('ArrowUp')
  await page.keyboard.press('Enter')
  await expect(search).toHaveValue('status:rejected ')
  await expect(completions).toBeHidden()
  await expect(rows).toHaveText([REJECTED])

  await page.keyboard.type('person:')
  await expect(rows).toHaveText([REJECTED])
  await look(page, 'filter-completion')
  await completions.getByRole('option', { name: ANA }).click()
  await expect(search).toHaveValue(`status:rejected person:${ANA} `)
  await expect(search).toBeFocused()
  await expect(rows).toHaveCount(0)
  await page.keyboard.type('s')
  await expect(completions).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(completions).toBeHidden()
  await page.keyboard.press('Escape')
  await expect(search).toHaveValue('')
  await expect(rows).toHaveCount(4)
})

test('the oldest come first when asked for', async ({ page, workbench }) => {
  await postExamples(workbench.urls)
  const { rows, callbacks, list } = partsOf(page)
  await expect(rows).toHaveText([REJECTED, DELIVERED, IMAGE, ORDER])
  await callbacks.getByRole('button', { name: /^Newest first/ }).click()
  await expect(rows).toHaveText([ORDER, IMAGE, DELIVERED, REJECTED])
  await expect(list).toHaveAccessibleName('Callbacks, oldest first')
  await postCallback(workbench.urls.inbound, inboundText('the latest'))
  await expect(rows.last()).toContainText('the latest')
  await callbacks.getByRole('button', { name: /^Oldest first/ }).click()
  await expect(rows.first()).toContainText('the latest')
})

async function chooseSaved(page: Page, name: string): Promise<void> {
  await partsOf(page).callbacks.getByRole('button', { name: 'Saved' }).click()
  await page.getByRole('menuitem', { name }).click()
}

test.describe('across a restart', () => {
  test.use({ expectedErrors: [/ERR_CONNECTION_REFUSED/] })
  test('a saved filter survives a restart, is applied, renamed and deleted', async ({
    page,
    workbench,
    dataFolder,
  }) => {
    await postExamples(workbench.urls)
    const { search, callbacks } = partsOf(page)
    await search.fill('status:rejected has:error')
    await chooseSaved(page, 'Save this filter…')
    const saving = page.getByRole('dialog', { name: 'Save this filter' })
    await saving.getByRole('textbox', { name: 'Name' }).fill('Failed ones')
    await saving.getByRole('button', { name: 'Save' }).click()
    await expect(saving).toBeHidden()
    await workbench.stop()

    const again = await startWorkbench([
      '--port',
      '0',
      '--listener-port',
      '0',
      '--simulator-port',
      '0',
      '--data',
      dataFolder,
    ])
    try {
      await page.goto(again.urls.workbench)
      const { rows } = partsOf(page)
      await expect(rows).toHaveCount(4)
      await callbacks.getByRole('button', { name: 'Saved' }).click()
      await look(page, 'saved-filters')
      await page.getByRole('menuitem', { name: /^Failed ones/ }).click()
      await expect(search).toHaveValue('status:rejected has:error')
      await expect(rows).toHaveText([REJECTED])

      await chooseSaved(page, 'Edit saved filters…')
      const editing = page.getByRole('dialog', { name: 'Saved filters' })
      await look(page, 'edit-saved-filters')
      await editing.getByRole('textbox', { name: 'Name' }).fill('Rejected')
      await editing.getByRole('button', { name: 'Save', exact: true }).click()
      await expect(editing.getByRole('button', { name: 'Delete Rejected' })).toBeVisible()
      await expect(editing.getByRole('button', { name: 'Done' })).toBeVisible()
      await editing.getByRole('button', { name: 'Delete Rejected' }).click()
      await page.getByRole('alertdialog').getByRole('button', { name: 'Delete filter' }).click()
      await expect(editing).toContainText('No filter is saved.')
    } finally {
      await page.goto('about:blank')
      await again.stop()
    }
  })
})

test('what was found is marked in the rows, the body and the headers', async ({ page, workbench }) => {
  await postExamples(workbench.urls)
  const { search, rows, details, tab, callbacks } = partsOf(page)
  await search.fill(`order person:${ANA} application`)
  await expect(rows).toHaveText([ORDER])
  await rows.first().click()
  await expect(rows.first().locator('mark')).toHaveText(['4000…0004', 'order'])
  await tab('Body').click()
  await expect(details.locator('mark', { hasText: 'order' })).toBeVisible()
  await look(page, 'filter-marks')
  await tab(/^Headers/).click()
  await expect(details.locator('mark').first()).toHaveText('application')
  await callbacks.getByRole('button', { name: 'How to write a filter' }).click()
  await expect(page.getByRole('dialog', { name: 'How to write a filter' })).toContainText('has:error')
  await look(page, 'filter-help')
})

test('which callbacks are replayed is written, completed and counted the same way', async ({
  page,
  workbench,
}) => {
  await postExamples(workbench.urls)
  await expect(partsOf(page).rows).toHaveCount(4)
  await page.getByRole('link', { name: 'Replay' }).click()
  await page.getByRole('button', { name: 'New replay…' }).click()
  const which = page.getByRole('form', { name: 'Which callbacks' })
  const filter = which.getByRole('combobox', { name: 'Callbacks that this filter shows' })
  await filter.pressSequentially('status:')
  await look(page, 'replay-completion')
  await which.getByRole('option', { name: 'undeliverable' }).click()
  await expect(which).toContainText('No callback matches.')
  await filter.fill('status:rejected')
  await expect(which).toContainText('1 callback.')
  await filter.fill('status:rejected kind:foo')
  await expect(which).toContainText('kind does not know foo.')
  await expect(which.getByRole('button', { name: 'Choose how…' })).toBeDisabled()
})
