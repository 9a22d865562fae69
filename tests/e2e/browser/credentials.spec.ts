import { readFile, writeFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { expect, type Page } from '@playwright/test'
import { rsaPair } from '../../support/keys.ts'
import { accessibilityFaults } from '../flows/accessibility-faults.ts'
import { test } from './workbench.ts'

const SCREENS = resolve(import.meta.dirname, '../../../test-results/screens')
const APP = '0f5b5d4c-7d1c-4b5a-9d47-5d7f4c6a1b2e'
const { pkcs8 } = rsaPair()
const ENV = [
  `VONAGE_APPLICATION_ID=${APP}`,
  'VONAGE_API_KEY=a1b2c3d4',
  'VONAGE_API_SECRET=api-secret-9876',
  `VONAGE_PRIVATE_KEY="${pkcs8.trim().replaceAll('\n', '\\n')}"`,
  'MESSENGER_SENDER_ID=1111111111111111',
].join('\n')

function partsOf(page: Page) {
  const area = page.getByRole('region', { name: 'Import credentials' })
  return {
    area,
    box: area.getByRole('textbox', { name: 'Credentials' }),
    taken: area.getByRole('table', { name: 'What will be taken' }),
    create: area.getByRole('button', { name: 'Create profile' }),
    profiles: page.getByRole('list', { name: 'Profiles' }).getByRole('listitem'),
  }
}

/** Drops a file of the disk as the system does it, which no page script can. */
async function drop(page: Page, path: string): Promise<void> {
  const { box } = partsOf(page)
  await box.scrollIntoViewIfNeeded()
  const place = await box.boundingBox()
  if (place === null) throw new Error('The box is not on the screen.')
  const [x, y] = [place.x + place.width / 2, place.y + place.height / 2]
  const session = await page.context().newCDPSession(page)
  const data = { items: [], files: [path], dragOperationsMask: 1 }
  for (const type of ['dragEnter', 'dragOver', 'drop'] as const) {
    await session.send('Input.dispatchDragEvent', { type, x, y, data })
  }
}

async function envFile(folder: string, text: string): Promise<string> {
  const path = join(folder, '.env')
  await writeFile(path, text)
  return path
}

test.beforeEach(({ page }) => page.getByRole('link', { name: 'Settings' }).click())

test('a dropped .env is shown as far as it may be, and becomes a profile', async ({ page, dataFolder }) => {
  const { area, taken, create, profiles } = partsOf(page)
  const file = await envFile(dataFolder, ENV)
  await drop(page, file)
  await expect(area).toContainText('Recognised as environment variables')
  await expect(taken.getByRole('row', { name: 'Application ID' })).toContainText(APP)
  await expect(taken.getByRole('row', { name: 'API secret' })).toContainText('ends in 9876')
  await expect(taken.getByRole('row', { name: 'Private key' })).toContainText('RSA key')
  await expect(taken.getByRole('row', { name: 'not used' })).toContainText('MESSENGER_SENDER_ID')
  expect(await page.content()).not.toContain('api-secret')

  await area.getByRole('textbox', { name: 'Name of the new profile' }).fill('Shop')
  await create.click()
  await expect(profiles.filter({ hasText: 'Shop' })).toContainText('in use')
  await expect(taken).toBeHidden()
  await page.getByRole('button', { name: 'Edit Shop' }).click()
  await expect(page.getByRole('textbox', { name: 'Application ID' })).toHaveValue(APP)
  await expect(page.getByRole('group', { name: 'Private key' })).toContainText('RSA key')
  expect(await readFile(file, 'utf8')).toBe(ENV)
})

test('pasted text fills a profile, and text that is none says why', async ({ page }) => {
  const { area, box, taken, create, profiles } = partsOf(page)
  await box.fill('DATABASE_URL=postgres://localhost')
  await expect(area.getByRole('status')).toContainText('none is named as Vonage')
  await expect(create).toBeHidden()

  await box.fill('[credentials]\napi_key=a1b2c3d4\napi_secret=old-secret-1111')
  await create.click()
  await expect(profiles).toHaveCount(2)

  await box.fill('VONAGE_API_SECRET=new-secret-2222')
  await expect(taken.getByRole('row', { name: 'API secret' })).toContainText('ends in 2222')
  await expect(area).toContainText('Replaces there: API secret.')
  await area.getByRole('button', { name: 'Fill this profile' }).click()
  await expect(box).toHaveValue('')
  await page.getByRole('button', { name: 'Edit Imported' }).click()
  await expect(page.getByRole('textbox', { name: 'API key' })).toHaveValue('a1b2c3d4')
  await expect(page.getByRole('group', { name: 'API secret' })).toContainText('ends in 2222')
})

test('a chosen file that is too big is refused in place', async ({ page }) => {
  const { area } = partsOf(page)
  const chooser = page.waitForEvent('filechooser')
  await area.getByRole('button', { name: 'Choose file' }).click()
  const buffer = Buffer.alloc(200_000, '#')
  await (await chooser).setFiles({ name: 'big.env', mimeType: 'text/plain', buffer })
  await expect(area).toContainText('big.env has 200000 bytes')
})

test('a profile is duplicated, the copy can be changed and deleted', async ({ page }) => {
  const { profiles } = partsOf(page)
  await page.getByRole('button', { name: 'Duplicate Simulator' }).click()
  const copy = profiles.filter({ hasText: 'Copy of Simulator' })
  await expect(copy).not.toContainText('built in')
  await copy.getByRole('button', { name: 'Edit Copy of Simulator' }).click()
  await expect(page.getByLabel('Base URL')).toHaveValue('simulator')
  await copy.getByRole('button', { name: 'Delete Copy of Simulator' }).click()
  await page.getByRole('button', { name: 'Delete profile and secrets' }).click()
  await expect(profiles).toHaveCount(1)
})

test.describe('with variables of the environment', () => {
  test.use({ environment: { VONAGE_API_KEY: 'a1b2c3d4', VONAGE_API_SECRET: 'env-secret-4321' } })

  test('their profile can be used and duplicated, nothing else', async ({ page }) => {
    const { profiles } = partsOf(page)
    const item = profiles.filter({ hasText: 'From the environment' })
    await expect(item).toContainText('VONAGE_API_KEY, VONAGE_API_SECRET')
    await expect(item.getByRole('button', { name: /^(Edit|Delete)/ })).toHaveCount(0)
    await item.getByRole('button', { name: 'Use Environment' }).click()
    await expect(item).toContainText('in use')
    await item.getByRole('button', { name: 'Duplicate Environment' }).click()
    await page.getByRole('button', { name: 'Edit Copy of Environment' }).click()
    await expect(page.getByRole('group', { name: 'API secret' })).toContainText('ends in 4321')
  })

  for (const colorScheme of ['light', 'dark'] as const) {
    test.describe(colorScheme, () => {
      test.use({ colorScheme, viewport: { width: 1000, height: 1300 } })

      test('the import looks right and is accessible', async ({ page, dataFolder }) => {
        await page.getByRole('button', { name: 'Duplicate Environment' }).click()
        await drop(page, await envFile(dataFolder, `${ENV}\nVONAGE_SIGNATURE_SECRET=\n`))
        await expect(partsOf(page).taken).toBeVisible()
        await page.screenshot({ path: resolve(SCREENS, `credentials-${colorScheme}.png`) })
        expect(await accessibilityFaults(page)).toEqual([])
      })
    })
  }
})
