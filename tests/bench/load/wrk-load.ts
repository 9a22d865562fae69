import { execFile, execFileSync, spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import type { Load } from './load.ts'
import { LoadResult, type LoadSigner } from './load-messages.ts'
import { signedRequests } from './signed-requests.ts'

const SCRIPT = join(import.meta.dirname, 'wrk-requests.lua')
const run = promisify(execFile)

/**
 * The same load, sent by wrk (Debian's package, installed where it is missing): written in C, it leaves more of two
 * cores to the server than a program in Node does. At least a second each time, and as fast as it is answered.
 */
export async function startWrkLoad(count: number, signer: LoadSigner): Promise<Load> {
  if (spawnSync('wrk', ['--version']).error !== undefined) {
    execFileSync('apt-get', ['install', '-y', '--no-install-recommends', 'wrk'], { stdio: 'ignore' })
  }
  const folder = mkdtempSync(join(tmpdir(), 'workbench-bench-wrk-'))
  const file = join(folder, 'requests')
  writeFileSync(file, await requestsFile(count, signer))
  return {
    fire: async ({ port, path, connections, durationMs }) => {
      const seconds = Math.max(1, Math.round(durationMs / 1_000))
      const how = ['--threads', '1', '--connections', `${connections}`, '--duration', `${seconds}s`]
      const url = `http://127.0.0.1:${port}${path}`
      const { stdout } = await run('wrk', [...how, '--script', SCRIPT, url, '--', file, path])
      return LoadResult.parse(JSON.parse(stdout.trim().split('\n').at(-1) ?? ''))
    },
    dispose: () => rmSync(folder, { recursive: true }),
  }
}

/** Each request from behind its path on, after a line with its size. */
async function requestsFile(count: number, signer: LoadSigner): Promise<Buffer> {
  const requests = await signedRequests(count, signer)
  return Buffer.concat(
    requests.map(({ headers, body }) => {
      const head = ` HTTP/1.1\r\nhost: 127.0.0.1\r\n${headers}\r\n`
      return Buffer.concat([Buffer.from(`${head.length + body.length}\n${head}`), body])
    }),
  )
}
