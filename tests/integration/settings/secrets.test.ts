import { randomUUID } from 'node:crypto'
import { readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { signCallback } from '#electron/signing/sign-callback.ts'
import { rsaPair } from '../../support/keys.ts'
import { closedOrigin } from '../../support/local-server.ts'
import { type OpenWorkbench, openWorkbench } from '../../support/open-workbench.ts'
import { profileInput, set } from '../../support/profile-input.ts'
import { replyDraft } from '../../support/reply-draft.ts'
import { tempFolder } from '../../support/temp-folder.ts'
import { until } from '../../support/turn.ts'

const API_SECRET = 'the-api-secret-9876'
const SIGNATURE_SECRET = 'the-signature-secret-5432'

function file({ dataFolder }: OpenWorkbench, name: 'settings.json' | 'secrets.json'): string {
  return readFileSync(join(dataFolder, name), 'utf8')
}

describe('secrets', () => {
  test('never leave the services, whatever the page asks for', async () => {
    const { pkcs8 } = rsaPair()
    const workbench = await openWorkbench()
    const { client } = workbench
    const { id } = await client.saveProfile(
      profileInput({
        baseUrl: { kind: 'custom', url: await closedOrigin() },
        secrets: {
          privateKey: set(pkcs8),
          apiSecret: set(API_SECRET),
          signatureSecret: set(SIGNATURE_SECRET),
        },
      }),
    )
    const state = await workbench.state()
    expect(state.activeProfileId).toBe(id)
    expect(state.profiles.find((profile) => profile.id === id)?.secrets).toEqual({
      privateKey: { state: 'set', hint: 'RSA key', isProtected: false },
      apiSecret: { state: 'set', hint: '9876', isProtected: false },
      signatureSecret: { state: 'set', hint: '5432', isProtected: false },
    })
    const draft = replyDraft()
    expect((await client.sendReply({ draft })).outcome.kind).toBe('failed')
    await client.copyReply({ draft, as: 'bash', token: 'live' })
    await client.copyReply({ draft, as: 'bash', token: 'placeholder' })
    await client.replies({ limit: 10 })
    const broken = set(pkcs8.replace(/.{20}\n-----END/, '\n-----END'))
    await expect(client.saveProfile(profileInput({ id, secrets: { privateKey: broken } }))).rejects.toThrow()
    const stolen = JSON.stringify(profileInput({ id, secrets: { apiSecret: set(API_SECRET) } }))
    await expect(client.saveProfile(JSON.parse(stolen.replace('"set"', '"steal"')))).rejects.toThrow()
    await client.simulateInbound({
      psid: null,
      message: { type: 'text', text: 'hi' },
      version: null,
      fault: null,
    })
    await until(async () => (await workbench.rows()).length === 1)
    const [row] = await workbench.rows()
    expect((await client.callback({ seq: row?.seq ?? 0 })).row.signature).toBe('valid')

    const simulator = JSON.parse(file(workbench, 'secrets.json')).profiles.simulator
    const keyLine = (pem: string) => pem.split('\n')[5] ?? pem
    const secrets = [
      API_SECRET,
      SIGNATURE_SECRET,
      keyLine(pkcs8),
      keyLine(simulator.privateKey.value),
      simulator.apiSecret.value,
      simulator.signatureSecret.value,
    ]
    const places = {
      heard: workbench.heard,
      log: workbench.logLines,
      settings: [file(workbench, 'settings.json')],
    }
    for (const secret of secrets) {
      for (const [place, texts] of Object.entries(places)) {
        expect(
          texts.filter((text) => text.includes(secret)),
          place,
        ).toEqual([])
      }
    }
    expect(file(workbench, 'secrets.json')).toContain(API_SECRET)
    expect(statSync(join(workbench.dataFolder, 'secrets.json')).mode & 0o777).toBe(0o600)
  })

  test('survive a restart, and are gone with their profile', async () => {
    const first = await openWorkbench()
    const { id } = await first.client.saveProfile(
      profileInput({ secrets: { apiSecret: set(` ${API_SECRET}\n`) } }),
    )
    await first.close()
    const second = await openWorkbench({ dataFolder: first.dataFolder })
    const profile = (await second.state()).profiles.find((one) => one.id === id)
    expect(profile?.secrets.apiSecret).toMatchObject({ state: 'set', hint: '9876' })
    await second.client.deleteProfile({ id })
    expect(file(second, 'secrets.json')).not.toContain(API_SECRET)
    const { profiles, activeProfileId } = await second.state()
    expect(profiles.map((one) => one.id)).toEqual(['simulator'])
    expect(activeProfileId).toBe('simulator')
  })

  test.each(['apiSecret', 'signatureSecret'] as const)('made of blanks are refused (%s)', async (name) => {
    const workbench = await openWorkbench()
    const saving = workbench.client.saveProfile(profileInput({ secrets: { [name]: set(' \n') } }))
    await expect(saving).rejects.toMatchObject({
      explanation: { code: 'BAD_INPUT', why: expect.stringContaining(`secrets.${name}.value`) },
    })
  })

  test('that the desktop app encrypted are shown as unreadable here, and kept', async () => {
    const folder = tempFolder()
    const { profile } = profileInput({ id: 'p1' })
    writeFileSync(
      join(folder, 'settings.json'),
      JSON.stringify({ profiles: [profile], activeProfileId: 'p1' }),
    )
    const encrypted = { protection: 'safe-storage', value: 'djEwAAAA' }
    writeFileSync(
      join(folder, 'secrets.json'),
      JSON.stringify({ profiles: { p1: { privateKey: encrypted } } }),
    )
    const workbench = await openWorkbench({ dataFolder: folder })
    const view = (await workbench.state()).profiles.find(({ id }) => id === 'p1')
    expect(view?.secrets.privateKey).toEqual({
      state: 'unreadable',
      reason: expect.stringContaining('desktop'),
    })
    await expect(workbench.client.sendReply({ draft: replyDraft() })).rejects.toMatchObject({
      explanation: { code: 'SECRET_UNREADABLE' },
    })
    await workbench.client.saveProfile(profileInput({ id: 'p1', secrets: { apiSecret: set(API_SECRET) } }))
    expect(JSON.parse(file(workbench, 'secrets.json')).profiles.p1).toMatchObject({ privateKey: encrypted })
  })
})

describe('a profile', () => {
  test('with a key that cannot be used is not stored, in no part', async () => {
    const workbench = await openWorkbench()
    const before = [file(workbench, 'settings.json'), file(workbench, 'secrets.json')]
    const input = profileInput({
      secrets: {
        privateKey: set(rsaPair().spki),
        apiSecret: set(API_SECRET),
        signatureSecret: set(SIGNATURE_SECRET),
      },
    })
    await expect(workbench.client.saveProfile(input)).rejects.toMatchObject({
      explanation: { code: 'KEY_UNUSABLE' },
    })
    expect([file(workbench, 'settings.json'), file(workbench, 'secrets.json')]).toEqual(before)
    expect((await workbench.state()).profiles).toHaveLength(1)
  })

  test('of the simulator cannot be changed or deleted', async () => {
    const workbench = await openWorkbench()
    const before = [file(workbench, 'settings.json'), file(workbench, 'secrets.json')]
    const fixed = { explanation: { code: 'PROFILE_FIXED' } }
    const change = profileInput({ id: 'simulator', secrets: { apiSecret: set(API_SECRET) } })
    await expect(workbench.client.saveProfile(change)).rejects.toMatchObject(fixed)
    await expect(workbench.client.deleteProfile({ id: 'simulator' })).rejects.toMatchObject(fixed)
    expect([file(workbench, 'settings.json'), file(workbench, 'secrets.json')]).toEqual(before)
  })

  test('that is not there cannot be changed, activated or deleted', async () => {
    const { client } = await openWorkbench()
    const gone = { explanation: { code: 'NOT_FOUND' } }
    await expect(client.saveProfile(profileInput({ id: 'gone' }))).rejects.toMatchObject(gone)
    await expect(client.activateProfile({ id: 'gone' })).rejects.toMatchObject(gone)
    await expect(client.deleteProfile({ id: '__proto__' })).rejects.toMatchObject(gone)
  })

  test('settles with its signature secret what could not be verified before', async () => {
    const workbench = await openWorkbench()
    const body = Buffer.from('{"message_uuid":"m1","message_type":"text","text":"hi","from":"1","to":"2"}')
    const authorization = await signCallback({
      body,
      apiKey: 'abcd1234',
      applicationId: 'a',
      signatureSecret: SIGNATURE_SECRET,
      nowMs: Date.now(),
      jti: randomUUID(),
    })
    await fetch(workbench.urls.inbound, { method: 'POST', body, headers: { authorization } })
    const signatureIs = (state: string) =>
      until(async () => (await workbench.rows()).some(({ signature }) => signature === state))
    await signatureIs('unknown')
    const { id } = await workbench.client.saveProfile(
      profileInput({ secrets: { signatureSecret: set(SIGNATURE_SECRET) } }),
    )
    await signatureIs('valid')
    await workbench.client.deleteProfile({ id })
    await signatureIs('unknown')
  })
})
