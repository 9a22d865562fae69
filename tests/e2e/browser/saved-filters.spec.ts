import { expect, type Page } from '@playwright/test'
import { look } from '../flows/look.ts'
import { partsOf } from '../flows/page-parts.ts'
import { test } from './workbench.ts'

async function choose(page: Page, item: string): Promise<void> {
  await partsOf(page).callbacks.getByRole('button', { name: 'Saved' }).click()
  await page.getByRole('menuitem', { name: item }).click()
}

async function saveFilter(page: Page, filter: string, name: string): Promise<void> {
  await partsOf(page).search.fill(filter)
  await choose(page, 'Save this filter…')
  const saving = page.getByRole('dialog', { name: 'Save this filter' })
  await saving.getByRole('textbox', { name: 'Name' }).fill(name)
  await page.keyboard.press('Enter')
  await expect(saving).toBeHidden()
}

test('what was changed in saved filters is saved on the way out, or not left by accident', async ({
  page,
}) => {
  await saveFilter(page, 'status:rejected', 'Refused')
  await saveFilter(page, 'kind:inbound', 'Came in')
  await choose(page, 'Edit saved filters…')
  const editing = page.getByRole('dialog', { name: 'Saved filters' })
  const name = (of: string) => editing.getByRole('form', { name: of }).getByRole('textbox', { name: 'Name' })
  const filter = (of: string) =>
    editing.getByRole('form', { name: of }).getByRole('combobox', { name: 'Filter' })
  await name('Refused').fill('Rejected')
  await filter('Came in').fill('kind:nonsense')
  await name('Came in').click()
  await page.mouse.click(5, 5)
  await expect(editing).toBeVisible()
  await look(page, 'edit-saved-filters-changed')

  const leave = editing.getByRole('button', { name: 'Save and close' })
  await leave.click()
  await expect(editing.getByRole('alert')).toBeVisible()
  await expect(name('Rejected')).toHaveValue('Rejected')
  await filter('Came in').fill('')
  await name('Came in').fill('')
  await leave.click()
  await expect(editing.getByRole('alert')).toContainText('A saved filter needs a name.')
  await name('Came in').fill('Everything')
  await leave.click()
  await expect(editing).toBeHidden()

  await choose(page, 'Edit saved filters…')
  await expect(filter('Everything')).toHaveValue('')
  await name('Rejected').fill('Not this')
  await editing.getByRole('button', { name: 'Cancel' }).click()
  await choose(page, 'Edit saved filters…')
  await expect(name('Rejected')).toHaveValue('Rejected')
  await editing.getByRole('button', { name: 'Done' }).click()
  await expect(editing).toBeHidden()
})
