import { expect, it } from 'vitest'
import { tryConnect } from '#electron/targets/try-connect.ts'
import { closedOrigin, serveTcp } from '../../support/local-server.ts'

it('connects without a word and goes away', async () => {
  let heard = ''
  let isGone: () => void = () => undefined
  const gone = new Promise<void>((resolve) => {
    isGone = resolve
  })
  const origin = await serveTcp((socket) => {
    socket.on('data', (chunk) => {
      heard += chunk
    })
    socket.on('close', isGone)
  })
  expect(await tryConnect(new URL(origin), new AbortController().signal)).toEqual({ state: 'connects' })
  await gone
  expect(heard).toBe('')
})

it('says why there is no connection', async () => {
  const origin = await closedOrigin()
  expect(await tryConnect(new URL(origin), new AbortController().signal)).toMatchObject({
    state: 'does-not-connect',
    error: { code: 'NETWORK_REFUSED', fix: expect.stringContaining('Start your server') },
  })
})

it('ends when told to', async () => {
  const stop = new AbortController()
  const trying = tryConnect(new URL('http://localhost:9'), stop.signal)
  stop.abort()
  expect((await trying).state).toBe('does-not-connect')
})
