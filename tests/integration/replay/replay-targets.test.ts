import { createServer } from 'node:http'
import { describe, expect, it } from 'vitest'
import { closedOrigin, listening, serve, serveTcp } from '../../support/local-server.ts'
import { fill, openReplaying } from '../../support/replaying.ts'

describe('a target that misbehaves', () => {
  it.each<[string, () => Promise<string>, object]>([
    ['is not there', closedOrigin, { kind: 'failed', error: { code: 'NETWORK_REFUSED' } }],
    [
      'closes early',
      () => serveTcp((socket) => socket.destroy()),
      { kind: 'failed', error: { code: 'NETWORK_BROKEN' } },
    ],
    [
      'closes in the middle of its answer',
      () =>
        serveTcp((socket) => {
          socket.write('HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nhalf', () => socket.destroy())
        }),
      { kind: 'failed', error: { code: 'NETWORK_BROKEN' } },
    ],
    [
      'does not speak HTTP',
      () => serveTcp((socket) => void socket.end('SSH-2.0-OpenSSH\r\n')),
      { kind: 'failed', error: { code: 'NETWORK_BROKEN' } },
    ],
    [
      'redirects',
      () => serve((_request, response) => response.writeHead(302, { location: '/elsewhere' }).end()),
      { kind: 'answered', httpStatus: 302 },
    ],
    [
      'answers 100 MB',
      () => {
        const chunk = Buffer.alloc(1024 * 1024, 'x')
        const server = createServer((_request, response) => {
          let left = 100
          const more = () => {
            while (left > 0 && !response.destroyed) {
              left -= 1
              if (!response.write(chunk)) return
            }
            response.end()
          }
          response.on('drain', more)
          more()
        })
        return listening(server)
      },
      { kind: 'answered', httpStatus: 200, isBodyCut: true, body: { sizeBytes: 4096 } },
    ],
  ])('%s', async (_name, start, outcome) => {
    const replaying = await openReplaying({ origin: await start() })
    await fill(replaying, 20)
    const run = await replaying.run({ pace: { kind: 'fast', concurrency: 8, order: 'none' } })
    expect(run).toMatchObject({ state: 'finished', sent: 20 })
    for (const { delivery } of await replaying.results(run.id))
      expect(delivery.outcome).toMatchObject(outcome)
    expect(replaying.failures).toEqual([])
  })
})
