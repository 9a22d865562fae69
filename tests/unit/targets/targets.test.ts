import { describe, expect, it } from 'vitest'
import { openConf } from '#electron/settings/open-conf.ts'
import { createSettings } from '#electron/settings/settings.ts'
import { createTargets } from '#electron/targets/targets.ts'
import type { TargetInput } from '#shared/target.ts'
import { tempFolder } from '../../support/temp-folder.ts'

const input: TargetInput = {
  id: null,
  name: 'Mine',
  baseUrl: 'http://localhost:8080',
  inboundPath: '/in',
  statusPath: '/st',
  allowedHost: null,
}

function open(profileId = 'p1') {
  const folder = tempFolder()
  const settings = createSettings({ folder, open: openConf, nowMs: () => 0, onSetAside: () => undefined })
  let active = profileId
  let made = 0
  const targets = createTargets({
    settings,
    activeProfileId: () => active,
    ownPorts: () => [4180, 4181],
    publicHost: () => 'abc.ngrok.app',
    newId: () => `t${++made}`,
    onChange: () => undefined,
  })
  return {
    targets,
    settings,
    use: (id: string) => {
      active = id
    },
  }
}

const refusal = (code: string) => expect.objectContaining({ explanation: expect.objectContaining({ code }) })

describe('the targets of a profile', () => {
  it('are the usual one at first, which stays beside others until it is deleted, and is back when none is left', () => {
    const { targets } = open()
    expect(targets.list()).toMatchObject([{ id: 'usual:p1', baseUrl: 'http://localhost:3000' }])
    const id = targets.save(input)
    expect(targets.list()).toMatchObject([{ id: 'usual:p1' }, { ...input, id, profileId: 'p1' }])
    targets.remove('usual:p1')
    expect(targets.list()).toEqual([{ ...input, id, profileId: 'p1' }])
    const other = targets.save({ ...input, name: 'Other' })
    expect(targets.list().map((target) => target.id)).toEqual([id, other])
    for (const one of [id, other]) targets.remove(one)
    expect(targets.list()).toMatchObject([{ id: 'usual:p1' }])
  })

  it('keep the id of the usual one when it is changed', () => {
    const { targets, settings } = open()
    expect(targets.save({ ...input, id: 'usual:p1' })).toBe('usual:p1')
    expect(targets.save({ ...input, id: 'usual:p1', name: 'Again' })).toBe('usual:p1')
    expect(settings.get().targets).toMatchObject([{ id: 'usual:p1', name: 'Again' }])
  })

  it('are not those of another profile', () => {
    const { targets, use } = open()
    const id = targets.save(input)
    use('p2')
    expect(targets.list()).toMatchObject([{ id: 'usual:p2' }])
    const attempts = [() => targets.find(id), () => targets.save({ ...input, id }), () => targets.remove(id)]
    for (const attempt of attempts) expect(attempt).toThrow(refusal('TARGET_NOT_FOUND'))
  })
})

describe('where a target may be', () => {
  const cases: readonly (readonly [string, string | null, string | null])[] = [
    ['http://localhost:3000', null, null],
    ['http://127.0.0.2:3000', null, null],
    ['http://app.localhost:3000', null, null],
    ['http://[::1]:3000', null, null],
    ['http://localhost', null, null],
    ['http://localhost:4180', null, 'TARGET_IS_HERE'],
    ['http://127.0.0.1:4181/x', null, 'TARGET_IS_HERE'],
    ['http://0.0.0.0:4180', '0.0.0.0:4180', 'TARGET_IS_HERE'],
    ['http://[::]:4180', '[::]:4180', 'TARGET_IS_HERE'],
    ['http://127.1:4180', '127.0.0.1:4180', 'TARGET_IS_HERE'],
    ['http://localhost.:4180', 'localhost.:4180', 'TARGET_IS_HERE'],
    ['http://[::ffff:127.0.0.1]:4180', '[::ffff:7f00:1]:4180', 'TARGET_IS_HERE'],
    ['http://[::ffff:0.0.0.0]:4180', '[::ffff:0:0]:4180', 'TARGET_IS_HERE'],
    ['https://abc.ngrok.app', 'abc.ngrok.app', 'TARGET_IS_HERE'],
    ['https://abc.ngrok.app.', 'abc.ngrok.app.', 'TARGET_IS_HERE'],
    ['http://localhost.evil.example', null, 'TARGET_HOST_NOT_ALLOWED'],
    ['http://127.0.0.1.nip.io:3000', null, 'TARGET_HOST_NOT_ALLOWED'],
    ['http://localhost@evil.example', null, 'TARGET_HOST_NOT_ALLOWED'],
    ['http://[::ffff:10.0.0.1]:3000', null, 'TARGET_HOST_NOT_ALLOWED'],
    ['https://bot.example', null, 'TARGET_HOST_NOT_ALLOWED'],
    ['https://bot.example:8443', 'bot.example', 'TARGET_HOST_NOT_ALLOWED'],
    ['https://bot.example:8443', 'bot.example:8443', null],
    ['http://192.168.1.5:4180', '192.168.1.5:4180', null],
  ]
  it.each(cases)('%s, allowed %s: %s', (baseUrl, allowedHost, code) => {
    const { targets } = open()
    const save = () => targets.save({ ...input, baseUrl, allowedHost })
    if (code === null) expect(save()).toBe('t1')
    else expect(save).toThrow(refusal(code))
  })
})
