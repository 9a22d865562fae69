import { existsSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { openPage } from '../../support/open-page.ts'
import { rawConnection } from '../../support/raw-http.ts'
import { takenPort } from '../../support/taken-port.ts'
import { tempFolder } from '../../support/temp-folder.ts'
import { until } from '../../support/turn.ts'
import { type Addresses, startProcess, startWorkbench } from '../../support/workbench-process.ts'

const ports = (addresses: Addresses) => Object.values(addresses).map((url) => Number(new URL(url).port))

/** What a person is told: what happened, why, what to do, and the code; never a stack. */
const THREE_SENTENCES = (code: string) =>
  new RegExp(`^[^\\n]+\\.\\n[^\\n]+\\.?\\n[^\\n]+\\. \\(${code}\\)\\n$`)

describe('browser mode', () => {
  test('prints one line of JSON with the addresses, and nothing else on stdout', async () => {
    const { addresses, kill, ended } = await startWorkbench(tempFolder(), ['--token', 'open sesame'])
    expect(addresses).toEqual({
      workbench: expect.stringMatching(/^http:\/\/127\.0\.0\.1:\d+\/\?token=open%20sesame$/),
      inbound: expect.stringMatching(/^http:\/\/127\.0\.0\.1:\d+\/webhooks\/inbound-message$/),
      status: expect.stringMatching(/^http:\/\/127\.0\.0\.1:\d+\/webhooks\/message-status$/),
      simulator: expect.stringMatching(/^http:\/\/127\.0\.0\.1:\d+$/),
    })
    await fetch(addresses.inbound, { method: 'POST', body: 'no json' })
    kill('SIGTERM')
    const { stdout, stderr } = await ended
    expect(stdout).toBe(`${JSON.stringify(addresses)}\n`)
    expect(stderr).not.toContain('sesame')
  })

  test('serves its page and its contract to whoever came with the token', async () => {
    const { addresses } = await startWorkbench(tempFolder())
    expect((await fetch(new URL('/', addresses.workbench))).status).toBe(401)
    const { client, cookie } = await openPage(addresses)
    const page = await fetch(new URL('/', addresses.workbench), { headers: { cookie } })
    expect(page.headers.get('content-security-policy')).toMatch(/'nonce-[^']+'/)
    await client.simulateInbound({
      psid: null,
      message: { type: 'text', text: 'Hello' },
      version: null,
      fault: null,
    })
    const newest = { filter: '', order: 'newest', behindSeq: null, limit: 1 } as const
    await until(async () => (await client.callbackPage(newest)).total === 1)
  })

  test('takes the next free ports where its own are taken, and says so', async () => {
    const [page, listener, simulator] = [await takenPort(), await takenPort(), await takenPort()]
    const { addresses } = await startWorkbench(tempFolder(), [
      ...['--port', String(page)],
      ...['--listener-port', String(listener)],
      ...['--simulator-port', String(simulator)],
    ])
    const { client } = await openPage(addresses)
    for await (const state of client.state({}, { signal: new AbortController().signal })) {
      expect(state.listener).toMatchObject({ wantedPort: listener, inboundUrl: addresses.inbound })
      expect(state.simulator).toMatchObject({ wantedPort: simulator, url: addresses.simulator })
      break
    }
    const used = ports(addresses)
    for (const taken of [page, listener, simulator]) expect(used).not.toContain(taken)
    expect(new Set(used).size).toBe(3)
  })

  test.each(['SIGTERM', 'SIGINT', 'SIGHUP'] as const)(
    'ends cleanly on %s, whatever hangs on it',
    async (signal) => {
      const folder = tempFolder()
      const { addresses, kill, ended } = await startWorkbench(folder)
      const page = await openPage(addresses)
      const [pagePort = 0, listenerPort = 0] = ports(addresses)
      const refused = await rawConnection(pagePort)
      refused.send('GET /contract HTTP/1.1\r\nHost: x\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n')
      await refused.received('401')
      const half = await rawConnection(listenerPort)
      half.send('POST /webhooks/inbound-message HTTP/1.1\r\nHost: x\r\nContent-Length: 9\r\n\r\nabc')
      expect((await fetch(addresses.inbound, { method: 'POST', body: '{}' })).status).toBe(200)
      kill(signal)
      expect(await ended).toMatchObject({ code: 0, signal: null, stderr: '' })
      await page.closed
      for (const port of ports(addresses)) await expect(rawConnection(port)).rejects.toThrow()
      // Closed in order: SQLite's side file is merged and gone, and the folder is free again.
      expect(existsSync(join(folder, 'callbacks.db-wal'))).toBe(false)
      await startWorkbench(folder)
    },
  )

  test('a second one on the same data folder says so in three sentences and leaves the first alone', async () => {
    const folder = tempFolder()
    const first = await startWorkbench(folder)
    const second = await startProcess({ args: ['--json', '--data', folder, '--port', '0'] }).ended
    expect(second).toMatchObject({ code: 1, stdout: '' })
    expect(second.stderr).toMatch(THREE_SENTENCES('DATA_FOLDER_IN_USE'))
    expect(second.stderr).toContain(folder)
    expect((await fetch(first.addresses.inbound, { method: 'POST', body: '{}' })).status).toBe(200)
  })

  test('starts again at once on the data folder of one that was killed', async () => {
    const folder = tempFolder()
    const first = await startWorkbench(folder)
    first.kill('SIGKILL')
    await first.ended
    await startWorkbench(folder)
  })

  test('without a port for its page ends and says so', async () => {
    // The last port there is: behind it there is no next one to try.
    await takenPort(65_535)
    const args = [
      '--json',
      '--data',
      tempFolder(),
      '--port',
      '65535',
      '--listener-port',
      '0',
      '--simulator-port',
      '0',
    ]
    const ended = await startProcess({ args }).ended
    expect(ended).toMatchObject({ code: 1, stdout: '' })
    expect(ended.stderr).toMatch(THREE_SENTENCES('PORT_UNAVAILABLE'))
  })

  test('with a data folder that cannot be one ends and says so', async () => {
    const file = join(tempFolder(), 'file')
    writeFileSync(file, '')
    const ended = await startProcess({ args: ['--json', '--data', join(file, 'folder')] }).ended
    expect(ended).toMatchObject({ code: 1, stdout: '' })
    expect(ended.stderr).toMatch(THREE_SENTENCES('DATA_FOLDER_UNUSABLE'))
  })
})

describe('the command line', () => {
  test.each([
    { option: '--port', value: 'abc' },
    { option: '--port', value: '-1' },
    { option: '--port', value: '65536' },
    { option: '--port', value: '1.5' },
    { option: '--port', value: '0x10' },
    { option: '--port', value: '' },
    { option: '--listener-port', value: 'abc' },
    { option: '--simulator-port', value: '65536' },
  ])('refuses $option "$value" and says what a port is', async ({ option, value }) => {
    const ended = await startProcess({ args: ['--json', '--data', tempFolder(), option, value] }).ended
    expect(ended).toMatchObject({ code: 1, stdout: '' })
    expect(ended.stderr).toContain('A port is a number from 0 to 65535.')
  })

  test.each([
    ['--token', ''],
    ['--data', ''],
    ['--colour', 'red'],
    ['stray', 'words'],
  ])('refuses %s "%s"', async (option, value) => {
    const ended = await startProcess({
      args: ['--json', '--port', '0', option, value],
      env: { HOME: tempFolder() },
    }).ended
    expect(ended).toMatchObject({ code: 1, stdout: '' })
  })
})
