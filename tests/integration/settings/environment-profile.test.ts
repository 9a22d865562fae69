import { describe, expect, it } from 'vitest'
import { openWorkbench } from '../../support/open-workbench.ts'
import { replyDraft } from '../../support/reply-draft.ts'
import {
  API_SECRET,
  APP,
  ESCAPED_KEY,
  expectNoSecretOnDisk,
  expectNoSecretOutside,
  expectToSign,
  KEY,
  profileOf,
  SIGNATURE_SECRET,
} from '../../support/signing-profile.ts'
import { tempFolder } from '../../support/temp-folder.ts'

describe('variables of the environment', () => {
  const environment = () => ({
    PATH: '/usr/bin',
    VONAGE_APPLICATION_ID: APP,
    NEXMO_API_KEY: 'a1b2c3d4',
    VONAGE_API_SECRET: API_SECRET,
    VONAGE_SIGNATURE_SECRET: SIGNATURE_SECRET,
    VONAGE_PRIVATE_KEY: ESCAPED_KEY,
    VONAGE_BRAND: 'Shop',
  })

  it('are a profile that signs, with nothing of it on disk', async () => {
    const workbench = await openWorkbench({ environment: environment() })
    expect(await profileOf(workbench, 'environment')).toMatchObject({
      name: 'Environment',
      origin: 'environment',
      variables: [
        'VONAGE_APPLICATION_ID',
        'NEXMO_API_KEY',
        'VONAGE_API_SECRET',
        'VONAGE_SIGNATURE_SECRET',
        'VONAGE_PRIVATE_KEY',
      ],
      applicationId: APP,
      apiKey: 'a1b2c3d4',
      secrets: { apiSecret: { state: 'set', hint: '9876' } },
    })
    await expectToSign(workbench, 'environment')
    await workbench.client.saveProfile({
      profile: { id: null, name: 'Other', applicationId: '', apiKey: '', baseUrl: { kind: 'sandbox' } },
      secrets: {
        privateKey: { do: 'keep' },
        apiSecret: { do: 'keep' },
        signatureSecret: { do: 'set', value: 'another one' },
      },
    })
    await expectNoSecretOutside(workbench)
    await workbench.close()
    expectNoSecretOnDisk(workbench.dataFolder)
  })

  it('are not changed or deleted, only used', async () => {
    const { client } = await openWorkbench({ environment: environment() })
    const fixed = {
      explanation: { code: 'PROFILE_FIXED', why: expect.stringContaining('VONAGE_API_SECRET') },
    }
    await expect(client.deleteProfile({ id: 'environment' })).rejects.toMatchObject(fixed)
    await expect(
      client.importCredentials({ text: KEY, into: 'environment', name: '' }),
    ).rejects.toMatchObject(fixed)
  })

  it('are gone with the next start, which falls back and says so', async () => {
    const dataFolder = tempFolder()
    const first = await openWorkbench({ dataFolder, environment: environment() })
    await first.client.activateProfile({ id: 'environment' })
    await first.close()
    const second = await openWorkbench({
      dataFolder,
      environment: { VONAGE_BRAND: 'Shop', VONAGE_API_KEY: '' },
    })
    const { profiles, activeProfileId, notices } = await second.state()
    expect(profiles.map(({ origin }) => origin)).toEqual(['simulator'])
    expect(activeProfileId).toBe(profiles[0]?.id)
    expect(notices).toMatchObject([{ id: 'ENVIRONMENT_GONE' }])
    await second.close()
    const third = await openWorkbench({ dataFolder, environment: environment() })
    expect((await third.state()).notices).toEqual([])
  })

  it('stay the profile in use over a restart', async () => {
    const dataFolder = tempFolder()
    const first = await openWorkbench({ dataFolder, environment: environment() })
    await first.client.activateProfile({ id: 'environment' })
    await first.close()
    const second = await openWorkbench({ dataFolder, environment: environment() })
    expect((await second.state()).activeProfileId).toBe('environment')
  })

  it('with a key that cannot be used say why, and the rest is there', async () => {
    const workbench = await openWorkbench({
      environment: { VONAGE_API_KEY: 'a1b2c3d4', VONAGE_PRIVATE_KEY: '/nowhere/private.key' },
    })
    expect(await profileOf(workbench, 'environment')).toMatchObject({
      apiKey: 'a1b2c3d4',
      secrets: { privateKey: { state: 'unreadable', reason: expect.stringContaining('VONAGE_PRIVATE_KEY') } },
    })
  })
})

describe('a duplicate', () => {
  it('of a profile has its secrets and outlives it', async () => {
    const workbench = await openWorkbench()
    const { client } = workbench
    const text = `VONAGE_APPLICATION_ID=${APP}\nVONAGE_PRIVATE_KEY="${ESCAPED_KEY}"`
    const { id } = await client.importCredentials({ text, into: null, name: 'Shop' })
    const copy = await client.duplicateProfile({ id })
    await client.deleteProfile({ id })
    expect(await profileOf(workbench, copy.id)).toMatchObject({ name: 'Copy of Shop', origin: 'stored' })
    await expectToSign(workbench, copy.id)
  })

  it('of the environment stays without the variables', async () => {
    const dataFolder = tempFolder()
    const environment = { VONAGE_APPLICATION_ID: APP, VONAGE_PRIVATE_KEY: KEY }
    const first = await openWorkbench({ dataFolder, environment })
    const { id } = await first.client.duplicateProfile({ id: 'environment' })
    await first.close()
    const second = await openWorkbench({ dataFolder })
    expect(await profileOf(second, id)).toMatchObject({
      name: 'Copy of Environment',
      origin: 'stored',
      variables: [],
    })
    await expectToSign(second, id)
  })

  it('of the simulator can be changed and deleted, and still sends to it', async () => {
    const workbench = await openWorkbench()
    const { client } = workbench
    const { id } = await client.duplicateProfile({ id: 'simulator' })
    await client.activateProfile({ id })
    const reply = await client.sendReply({ draft: replyDraft() })
    expect(reply.outcome.kind).not.toBe('failed')
    await client.deleteProfile({ id })
    expect((await workbench.state()).profiles.map(({ origin }) => origin)).toEqual(['simulator'])
  })

  it('of nothing is refused', async () => {
    const { client } = await openWorkbench()
    await expect(client.duplicateProfile({ id: 'gone' })).rejects.toMatchObject({
      explanation: { code: 'NOT_FOUND' },
    })
  })
})
