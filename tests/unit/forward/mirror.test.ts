import { expect, it } from 'vitest'
import { createMirror } from '#electron/forward/mirror.ts'
import { everything } from '#shared/search/filter-text.ts'
import { usualTarget } from '#shared/target.ts'
import { recordedLog } from '../../support/recorded-log.ts'

it('asks for the callback again where it could not be passed on: nobody else passes it on', async () => {
  const { log, lines } = recordedLog()
  const target = { ...usualTarget, id: 't', profileId: 'p' }
  const mirror = createMirror({
    settings: {
      mode: () => 'mirror',
      get: () => ({
        ...{ isOn: true, targetId: 't', mode: 'mirror', filter: everything, isUnverifiedAllowed: true },
      }),
    },
    targets: { find: () => target },
    store: {
      describe: () => {
        throw new Error('unreadable')
      },
    },
    admit: () => {
      throw new Error('not read')
    },
    make: {
      heldBack: () => {
        throw new Error('not held back')
      },
      sent: () => Promise.reject(new Error('not sent')),
    },
    recorder: { add: () => undefined },
    log,
  })
  const given = await mirror.answerInstead({
    ...{ seq: 1, receivedAtMs: 0, route: 'inbound', method: 'POST', path: '/', flaw: null },
    headers: [],
    body: Buffer.from('{}'),
  })
  expect(given).toMatchObject({ httpStatus: 502 })
  expect(lines.join()).toContain('could not be passed on')
})
