import { chmodSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, test, vi } from 'vitest'
import { openConf } from '#electron/settings/open-conf.ts'
import { createSettings } from '#electron/settings/settings.ts'
import type { OpenStoreFile } from '#electron/settings/store-file.ts'
import { defaultTunnelSettings } from '#shared/tunnel.ts'
import { openWorkbench } from '../../support/open-workbench.ts'
import { profileInput, set } from '../../support/profile-input.ts'
import { tempFolder } from '../../support/temp-folder.ts'

function json(folder: string, name: string) {
  return JSON.parse(readFileSync(join(folder, name), 'utf8'))
}

describe.each([
  ['settings.json', 'SETTINGS_CORRUPT', '{"listenerPort":"many"}'],
  ['secrets.json', 'SECRETS_CORRUPT', '{"profiles":{"p":{"apiSecret":"just text"}}}'],
])('a %s that cannot be read', (name, code, wrong) => {
  test.each(['', 'hunter2hunter2 {', '[]', 'null', '{"profiles": "hunter2hunter2"', wrong])(
    'is kept aside as it was, and the app starts with a notice: %s',
    async (content) => {
      const folder = tempFolder()
      writeFileSync(join(folder, name), content)
      const workbench = await openWorkbench({ dataFolder: folder })
      const { notices } = await workbench.state()
      expect(notices.map(({ id }) => id)).toEqual([code])
      const aside = readdirSync(folder).filter((file) => file.startsWith(`${name}.`))
      expect(aside).toEqual([expect.stringMatching(/\.unreadable$/)])
      expect(readFileSync(join(folder, aside[0] ?? ''), 'utf8')).toBe(content)
      expect(notices[0]?.explanation.fix).toContain(aside[0])
      // What was wrong is told without the content: it may be half a secret.
      expect(workbench.heard.join()).not.toContain('hunter2')
      await workbench.client.dismissNotice({ id: code })
      expect((await workbench.state()).notices).toEqual([])
    },
  )
})

describe('settings and secrets', () => {
  test('of a later version keep what this one does not know', async () => {
    const folder = tempFolder()
    const profile = { ...profileInput().profile, id: 'p1', colour: 'red' }
    writeFileSync(
      join(folder, 'settings.json'),
      JSON.stringify({ profiles: [profile], tunnel: { ...defaultTunnelSettings, pooling: true }, replay: 7 }),
    )
    const later = { protection: 'file', value: 'from tomorrow' }
    const apiSecret = { protection: 'file', value: 'hunter2hunter2', since: 1 }
    const secrets = { profiles: { p1: { apiSecret, passphrase: later } }, keyring: 'later' }
    writeFileSync(join(folder, 'secrets.json'), JSON.stringify(secrets))
    const { client, state } = await openWorkbench({ dataFolder: folder })
    expect((await state()).notices).toEqual([])

    const change = profileInput({
      id: 'p1',
      name: 'Renamed',
      secrets: { signatureSecret: set('s'.repeat(20)) },
    })
    await client.saveProfile(change)
    const settings = { ...defaultTunnelSettings, domain: 'a.ngrok.app' }
    await client.saveTunnelSettings({ settings, authtoken: { do: 'keep' } })
    const stored = json(folder, 'settings.json')
    expect(stored).toMatchObject({ tunnel: { domain: 'a.ngrok.app', pooling: true }, replay: 7 })
    expect(stored.profiles).toContainEqual({ ...profile, name: 'Renamed' })
    const kept = json(folder, 'secrets.json')
    expect(kept.keyring).toBe('later')
    expect(kept.profiles.p1).toMatchObject({ apiSecret, passphrase: later })

    await client.deleteProfile({ id: 'p1' })
    expect(Object.keys(json(folder, 'secrets.json').profiles)).toEqual(['simulator'])
  })

  test('are files of mode 0600, also those that were not before', async () => {
    const folder = tempFolder()
    const files = ['settings.json', 'secrets.json'].map((name) => join(folder, name))
    const modes = () => files.map((file) => statSync(file).mode & 0o777)
    const first = await openWorkbench({ dataFolder: folder })
    await first.close()
    expect(modes()).toEqual([0o600, 0o600])
    for (const file of files) chmodSync(file, 0o644)
    await openWorkbench({ dataFolder: folder })
    expect(modes()).toEqual([0o600, 0o600])
  })

  test('that cannot be read are kept aside for this user only', async () => {
    const folder = tempFolder()
    writeFileSync(join(folder, 'secrets.json'), 'hunter2', { mode: 0o644 })
    await openWorkbench({ dataFolder: folder })
    const aside = readdirSync(folder).find((file) => file.endsWith('.unreadable')) ?? ''
    expect(statSync(join(folder, aside)).mode & 0o777).toBe(0o600)
  })

  test('that could not be written are not pretended to be', () => {
    const open: OpenStoreFile = () => ({
      read: () => ({}),
      write: () => {
        throw new Error('disk full')
      },
    })
    const settings = createSettings({
      folder: tempFolder(),
      open,
      nowMs: () => 0,
      onSetAside: () => undefined,
    })
    expect(() => settings.update({ listenerPort: 5_000 })).toThrow('disk full')
    expect(settings.get().listenerPort).toBe(4180)
  })
})

describe('the same file', () => {
  let openElectronStore: OpenStoreFile

  beforeAll(async () => {
    // Outside Electron the package only looks for its executable; where, does not matter here.
    vi.stubEnv('ELECTRON_OVERRIDE_DIST_PATH', '/nowhere')
    ;({ openElectronStore } = await import('#electron/desktop/open-store-file.ts'))
  })

  const content = {
    schemaVersion: 1,
    profiles: [{ id: 'p', name: 'Ünïcode "quoted"\n' }],
    nothing: null,
    off: false,
  }

  test('is written byte for byte by both hosts, in the same mode', () => {
    const folder = tempFolder()
    openConf(folder, 'browser').write(content)
    openElectronStore(folder, 'desktop').write(content)
    const [browser, desktop] = ['browser.json', 'desktop.json'].map((name) => join(folder, name))
    expect(readFileSync(desktop ?? '')).toEqual(readFileSync(browser ?? ''))
    expect(statSync(desktop ?? '').mode).toBe(statSync(browser ?? '').mode)
  })

  test('written by one host is read and rewritten by the other', () => {
    const folder = tempFolder()
    openConf(folder, 'settings').write(content)
    const desktop = openElectronStore(folder, 'settings')
    expect(desktop.read()).toEqual(content)
    desktop.write({ ...content, off: true })
    expect(openConf(folder, 'settings').read()).toEqual({ ...content, off: true })
  })
})
