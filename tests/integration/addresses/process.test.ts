import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { WorkbenchContract } from '#shared/contract.ts'
import type { Client } from '#shared/rpc.ts'
import type { WorkbenchState } from '#shared/workbench-state.ts'
import { rsaPair } from '../../support/keys.ts'
import { openPage } from '../../support/open-page.ts'
import { applicationAt, changeAt } from '../../support/pointing.ts'
import { APPLICATION, startSimulator } from '../../support/simulator.ts'
import { tempFolder } from '../../support/temp-folder.ts'
import { until } from '../../support/turn.ts'
import { startWorkbench } from '../../support/workbench-process.ts'

const PUBLIC = 'https://tunnel.example'
const POINTED = {
  inbound: `${PUBLIC}/webhooks/inbound-message`,
  status: `${PUBLIC}/webhooks/message-status`,
}
const BEFORE = {
  inbound: 'https://example.com/webhooks/inbound',
  status: 'https://example.com/webhooks/status',
}
const { pkcs8 } = rsaPair()

async function stateOf(client: Client<WorkbenchContract>): Promise<WorkbenchState> {
  for await (const state of client.state({}, { signal: new AbortController().signal })) return state
  throw new Error('the state stream ended')
}

/** A process of the app that has pointed the application of another server at itself. */
async function startPointed() {
  const folder = tempFolder()
  const { url, simulator } = await startSimulator()
  const { text } = await applicationAt(url)
  const app = await startWorkbench(folder)
  const { client } = await openPage(app.addresses)
  const { id: profileId } = await client.saveProfile({
    profile: {
      id: null,
      name: 'Shop',
      applicationId: APPLICATION.id,
      apiKey: APPLICATION.apiKey,
      baseUrl: { kind: 'custom', url },
    },
    secrets: {
      privateKey: { do: 'set', value: pkcs8 },
      apiSecret: { do: 'set', value: APPLICATION.apiSecret },
      signatureSecret: { do: 'keep' },
    },
  })
  const request = { profileId, applicationId: APPLICATION.id, publicUrl: PUBLIC, version: null }
  await client.pointApplication(request)
  expect(await applicationAt(url)).toMatchObject(POINTED)
  return { folder, url, original: text, app, client, simulator }
}

/** Starts the app on the folder of one that was killed and resolves when its journal has nothing open any more. */
async function startAgain(folder: string) {
  const { addresses, output, ...app } = await startWorkbench(folder)
  const { client } = await openPage(addresses)
  await until(async () => (await stateOf(client)).addressJournals.every(({ state }) => state !== 'open'))
  return { ...app, output, state: await stateOf(client) }
}

describe('an application that is pointed here', () => {
  it('is put back by the next start after kill -9', async () => {
    const { folder, url, original, app } = await startPointed()
    app.kill('SIGKILL')
    await app.ended
    expect(await applicationAt(url)).toMatchObject(POINTED)
    const { state } = await startAgain(folder)
    expect((await applicationAt(url)).text).toBe(original)
    expect(state.addressJournals).toMatchObject([{ state: 'restored', applicationId: APPLICATION.id }])
    expect(state.notices).toMatchObject([{ explanation: { code: 'ADDRESSES_RESTORED' } }])
  })

  it('is left alone and reported when somebody else has changed it after kill -9', async () => {
    const { folder, url, app } = await startPointed()
    app.kill('SIGKILL')
    await app.ended
    const foreign = { inbound: 'https://colleague.example/in', status: 'https://colleague.example/st' }
    await changeAt(url, (text) =>
      text.replace(POINTED.inbound, foreign.inbound).replace(POINTED.status, foreign.status),
    )
    const changed = (await applicationAt(url)).text
    const { state } = await startAgain(folder)
    expect((await applicationAt(url)).text).toBe(changed)
    expect(state.addressJournals).toMatchObject([{ state: 'left-alone' }])
    expect(state.notices).toMatchObject([
      {
        explanation: {
          code: 'ADDRESSES_LEFT_ALONE',
          why: expect.stringContaining(foreign.inbound),
          fix: expect.stringContaining(BEFORE.inbound),
        },
      },
    ])
  })

  it.each(['SIGTERM', 'SIGINT', 'SIGHUP'] as const)('is put back on %s', async (signal) => {
    const { url, original, app } = await startPointed()
    app.kill(signal)
    expect(await app.ended).toMatchObject({ code: 0, signal: null, stderr: '' })
    expect((await applicationAt(url)).text).toBe(original)
  })

  it('is put back before its profile is deleted, which waits until that can be done', async () => {
    const { url, original, client, simulator } = await startPointed()
    const { activeProfileId: id } = await stateOf(client)
    await simulator.dispose()
    await expect(client.deleteProfile({ id })).rejects.toMatchObject({
      explanation: { code: 'ADDRESSES_NOT_RESTORED' },
    })
    const again = await startSimulator({ wantedPort: Number(new URL(url).port) })
    await changeAt(again.url, () =>
      original.replace(BEFORE.inbound, POINTED.inbound).replace(BEFORE.status, POINTED.status),
    )
    await client.deleteProfile({ id })
    expect((await applicationAt(url)).text).toBe(original)
    expect((await stateOf(client)).profiles.map((profile) => profile.id)).not.toContain(id)
  })

  it('leaves no secret in journal, output or state', async () => {
    const { folder, app, client } = await startPointed()
    const state = JSON.stringify(await stateOf(client))
    app.kill('SIGTERM')
    const { stdout, stderr } = await app.ended
    const said = [state, stdout, stderr, ...filesOf(folder)].join('\n')
    const credentials = Buffer.from(`${APPLICATION.apiKey}:${APPLICATION.apiSecret}`).toString('base64')
    for (const secret of [APPLICATION.apiSecret, credentials, pkcs8.split('\n')[1] ?? '']) {
      expect(said).not.toContain(secret)
    }
  })
})

/** Everything on disk but the file whose purpose secrets are. */
function filesOf(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name !== 'secrets.json')
    .map((entry) => readFileSync(join(entry.parentPath, entry.name), 'latin1'))
}

describe('a new application', () => {
  it('is made with a key of its own and becomes the profile in use', async () => {
    const { url, client } = await startPointed()
    const { activeProfileId } = await stateOf(client)
    const { id, applicationId } = await client.createApplication({
      profileId: activeProfileId,
      name: 'Fresh',
      publicUrl: PUBLIC,
    })
    const { activeProfileId: next, profiles } = await stateOf(client)
    expect(next).toBe(id)
    expect(profiles.find((profile) => profile.id === id)).toMatchObject({
      name: 'Fresh',
      applicationId,
      apiKey: APPLICATION.apiKey,
      baseUrl: { kind: 'custom', url },
      secrets: { privateKey: { state: 'set' }, apiSecret: { state: 'set' } },
    })
    const { applications } = await client.applications({ profileId: id })
    expect(applications).toEqual([
      { id: APPLICATION.id, name: 'Simulator' },
      { id: applicationId, name: 'Fresh' },
    ])
    const { checks } = await client.compareApplicationKey({ profileId: id, applicationId, token: null })
    expect(checks).toMatchObject([{ id: 'application-key', ok: true }])
    const request = { profileId: id, applicationId, publicUrl: PUBLIC, version: null }
    expect((await client.pointPreview(request)).changes).toEqual([])
  })

  it('is not made in the simulator, which has one', async () => {
    const app = await startWorkbench(tempFolder())
    const { client } = await openPage(app.addresses)
    const request = { profileId: 'simulator', name: 'Second', publicUrl: null }
    await expect(client.createApplication(request)).rejects.toMatchObject({
      explanation: { code: 'BAD_INPUT' },
    })
  })
})

describe('the Simulator profile', () => {
  it('is pointed at the listener and back, with its own simulator', async () => {
    const app = await startWorkbench(tempFolder())
    const { client } = await openPage(app.addresses)
    const { applications } = await client.applications({ profileId: 'simulator' })
    const [own] = applications
    const request = { profileId: 'simulator', applicationId: own?.id ?? '', publicUrl: null, version: null }
    const { journalId, isVerified } = await client.pointApplication(request)
    expect(isVerified).toBe(true)
    const { addressJournals, signedCallbackAtMs } = await stateOf(client)
    expect(addressJournals).toMatchObject([
      { state: 'open', changes: [{ next: app.addresses.inbound }, { next: app.addresses.status }] },
    ])
    expect(signedCallbackAtMs).toBeNull()
    await client.simulateInbound({
      psid: null,
      message: { type: 'text', text: 'Hello' },
      version: null,
      fault: null,
    })
    await until(async () => (await stateOf(client)).signedCallbackAtMs !== null)
    expect(await client.restoreAddresses({ journalId: journalId ?? '' })).toMatchObject({ state: 'restored' })
    app.kill('SIGTERM')
    expect(await app.ended).toMatchObject({ code: 0, stderr: '' })
  })
})
