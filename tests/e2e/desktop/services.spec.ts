import { once } from 'node:events'
import { readdir, readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { type ElectronApplication, expect } from '@playwright/test'
import { callFrom, stateFrom } from './ask-workbench.ts'
import { test } from './launch.ts'

const SECRET = 'api-secret-kept-by-this-test'

test('secrets outlive the app, in a private file, encrypted where the system can', async ({
  launch,
  dataFolder,
}) => {
  const first = await launch()
  await callFrom(first.page, 'saveProfile', {
    profile: { id: null, name: 'Kept', applicationId: '', apiKey: '', baseUrl: { kind: 'sandbox' } },
    secrets: {
      privateKey: { do: 'keep' },
      apiSecret: { do: 'set', value: SECRET },
      signatureSecret: { do: 'keep' },
    },
  })
  const isEncrypted = await first.app.evaluate(({ safeStorage }) => safeStorage.isAsyncEncryptionAvailable())
  await first.app.close()

  const path = join(dataFolder, 'secrets.json')
  expect((await readFile(path, 'utf8')).includes(SECRET)).toBe(!isEncrypted)
  expect((await stat(path)).mode & 0o777).toBe(0o600)

  const second = await launch()
  const kept = (await stateFrom(second.page)).profiles.find(({ name }) => name === 'Kept')
  expect(kept?.secrets.apiSecret).toMatchObject({ state: 'set', hint: 'test' })
})

test('what Electron calls basic text is not called protected', async ({ desktop: { app, page } }) => {
  const isProtected = await app.evaluate(
    async ({ safeStorage }) =>
      (await safeStorage.isAsyncEncryptionAvailable()) &&
      (process.platform !== 'linux' || safeStorage.getSelectedStorageBackend() !== 'basic_text'),
  )
  expect((await stateFrom(page)).secretStorage.isProtected).toBe(isProtected)
})

test("Chromium's files have a folder of their own in the data folder", async ({ desktop, dataFolder }) => {
  expect(await desktop.app.evaluate(({ app }) => app.getPath('userData'))).toBe(join(dataFolder, 'desktop'))
  const inDataFolder = await readdir(dataFolder)
  expect(inDataFolder).toContain('desktop')
  expect(inDataFolder).not.toContain('Local Storage')
})

test('the page copies through the app', async ({ desktop: { app, page } }) => {
  await callFrom(page, 'copyText', { text: 'curl "http://127.0.0.1" # ✓' })
  expect(await app.evaluate(({ clipboard }) => clipboard.readText())).toBe('curl "http://127.0.0.1" # ✓')
})

function clickMenuItem(app: ElectronApplication, id: string): Promise<void> {
  return app.evaluate(({ Menu }, itemId) => {
    // Later, so that this evaluation ends before the app may.
    setImmediate(() => Menu.getApplicationMenu()?.getMenuItemById(itemId)?.click())
  }, id)
}

test('Help leads to the documentation, in the browser', async ({ desktop: { app } }) => {
  await app.evaluate(({ shell }) => {
    shell.openExternal = async (url) => {
      Object.assign(globalThis, { opened: url })
    }
  })
  await clickMenuItem(app, 'help.messages-api-documentation')
  await expect
    .poll(() => app.evaluate(() => Reflect.get(globalThis, 'opened')))
    .toBe('https://developer.vonage.com/en/messages/overview')
})

// On macOS Quit is in the app's own menu, which has the app's name.
if (process.platform !== 'darwin') {
  test('Quit quits', async ({ desktop: { app } }) => {
    const exit = once(app.process(), 'exit')
    await clickMenuItem(app, 'quit')
    expect((await exit)[0]).toBe(0)
  })
}
