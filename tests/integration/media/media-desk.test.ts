import { describe, expect, it } from 'vitest'
import { createMediaDesk } from '#electron/media-desk.ts'
import { signCallback } from '#electron/signing/sign-callback.ts'
import { WorkbenchError } from '#shared/errors.ts'
import type { Profile } from '#shared/profile.ts'
import { intakeOf } from '../../support/intakes.ts'
import { openStore } from '../../support/open-store.ts'
import { openWorkbench } from '../../support/open-workbench.ts'
import { until } from '../../support/turn.ts'

const SIMULATOR = { apiKey: 'sim', profileName: 'Simulator', secret: 'the-simulator-secret' }
const image = JSON.stringify({
  message_uuid: 'm-1',
  channel: 'messenger',
  to: '11',
  from: '22',
  message_type: 'image',
  image: { url: 'https://media.example/1.png' },
})

function profile(id: string): Profile {
  return { id, name: id, applicationId: `application-${id}`, apiKey: '', baseUrl: { kind: 'production' } }
}

async function signed(body: string, change: object = {}): Promise<[string, string]> {
  const authorization = await signCallback({
    body: Buffer.from(body),
    apiKey: SIMULATOR.apiKey,
    applicationId: 'application-shop',
    signatureSecret: SIMULATOR.secret,
    nowMs: 1_700_000_000_000,
    jti: 'j-1',
    ...change,
  })
  return ['Authorization', authorization]
}

/** A desk whose fetcher only notes what it is asked for. */
async function ask(body: string, headers: readonly [string, string][] = [], hasKeys = true) {
  const { store } = await openStore()
  const seq = await store.append(intakeOf(body, { headers }))
  const asked: { url: string; kind: string; allowsLoopback: boolean; token: string | null }[] = []
  const desk = createMediaDesk({
    store,
    fetch: async ({ token, ...request }) => {
      asked.push({ ...request, token: await token() })
      return { contentType: 'image/png', sizeBytes: 0, base64: '' }
    },
    simulatorSecret: () => SIMULATOR,
    profiles: () => [profile('active'), profile('shop')],
    activeProfile: () => profile('active'),
    makeToken: async ({ id }) => {
      if (hasKeys) return `token of ${id}`
      throw new WorkbenchError({ code: 'KEY_MISSING', what: '', why: '', fix: '' })
    },
  })
  await desk.fetch(seq)
  return asked[0]
}

describe('the media desk', () => {
  it('asks for the address in the stored callback, as its kind', async () => {
    expect(await ask(image)).toMatchObject({ url: 'https://media.example/1.png', kind: 'image' })
  })

  it('lets a loopback address through only for what the simulator signed, unchanged', async () => {
    expect(await ask(image, [await signed(image)])).toMatchObject({ allowsLoopback: true })
    expect(await ask(image)).toMatchObject({ allowsLoopback: false })
    const another = await signed(image, { signatureSecret: 'another' })
    expect(await ask(image, [another])).toMatchObject({ allowsLoopback: false })
    const changed = image.replace('media.example', '127.0.0.1')
    expect(await ask(changed, [await signed(image)])).toMatchObject({ allowsLoopback: false })
  })

  it('has a token of the application the callback is for, else of the profile in use, else none', async () => {
    expect(await ask(image, [await signed(image)])).toMatchObject({ token: 'token of shop' })
    expect(await ask(image)).toMatchObject({ token: 'token of active' })
    expect(await ask(image, [], false)).toMatchObject({ token: null })
  })

  it.each([
    'not json',
    image.replaceAll('image', 'hologram'),
    image.replace('"message_type"', '"status":"read","x"'),
  ])('has nothing to ask for in %s', async (body) => {
    await expect(ask(body)).rejects.toMatchObject({ explanation: { code: 'NOT_FOUND' } })
  })
})

it('through the contract, a callback of anybody cannot make the workbench ask this computer', async () => {
  const { client, urls, rows } = await openWorkbench()
  const body = image.replace('https://media.example', new URL(urls.simulator).origin)
  await fetch(urls.inbound, { method: 'POST', body })
  await until(async () => (await rows()).length === 1)
  const [row] = await rows()
  await expect(client.fetchMedia({ seq: row?.seq ?? 0 })).rejects.toMatchObject({
    explanation: { code: 'MEDIA_ADDRESS' },
  })
  await expect(client.fetchMedia({ seq: 4711 })).rejects.toMatchObject({ explanation: { code: 'NOT_FOUND' } })
})
