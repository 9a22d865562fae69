import { execFileSync, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startChild } from '../child.ts'

type Log = (line: string) => void

const MOCKTTP = 'mockttp@4.6.5'

/** Other tools that capture and answer, installed outside the project; one that cannot be installed is left out, and said. */
export async function startPeers(barePort: number, log: Log) {
  const started = [
    await tried('mockttp', startMockttp, log),
    await tried('mitmweb', () => startMitmweb(barePort), log),
  ]
  return started.filter((peer) => peer !== null)
}

type Peer = Awaited<ReturnType<typeof startMockttp>>

async function tried(name: string, start: () => Promise<Peer>, log: Log): Promise<Peer | null> {
  try {
    return await start()
  } catch (error) {
    log(`${name} is left out: ${error instanceof Error ? error.message : String(error)}`)
    return null
  }
}

/** HTTP Toolkit's engine, recording what it answers. */
async function startMockttp() {
  const folder = join(tmpdir(), 'workbench-bench-mockttp')
  mkdirSync(folder, { recursive: true })
  writeFileSync(join(folder, 'package.json'), '{"private":true}')
  execFileSync('npm', ['install', '--no-audit', '--no-fund', MOCKTTP], { cwd: folder, stdio: 'ignore' })
  const child = await startChild({
    command: process.execPath,
    args: [join(import.meta.dirname, 'mockttp-server.mjs')],
    cwd: folder,
    ready: /^\d+$/,
  })
  return { ...child, name: 'mockttp', port: Number(child.line), path: '/' }
}

/** mitmproxy with its page, in front of the bare server. */
async function startMitmweb(barePort: number) {
  if (spawnSync('mitmweb', ['--version']).status !== 0) {
    execFileSync('apt-get', ['install', '-y', '--no-install-recommends', 'mitmproxy'], { stdio: 'ignore' })
  }
  const [port, webPort] = [await freePort(), await freePort()]
  const child = await startChild({
    command: 'mitmweb',
    args: [
      ...['--mode', `reverse:http://127.0.0.1:${barePort}`, '--listen-host', '127.0.0.1'],
      ...['--listen-port', String(port), '--web-port', String(webPort), '--no-web-open-browser'],
    ],
    env: { ...process.env, PYTHONUNBUFFERED: '1' },
    ready: /listening/i,
  })
  return { ...child, name: 'mitmweb', port, path: '/' }
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  server.close()
  await once(server, 'close')
  if (address === null || typeof address === 'string') throw new Error('no port')
  return address.port
}
