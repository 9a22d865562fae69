import { type ChildProcess, spawn } from 'node:child_process'
import { resolve } from 'node:path'
import { onTestFinished } from 'vitest'

const root = resolve(import.meta.dirname, '../..')

type Options = {
  readonly args?: readonly string[]
  readonly env?: Readonly<Record<string, string | undefined>>
  /** Path of the script, from the project's root or absolute. */
  readonly script?: string
}

export type Ended = {
  readonly code: number | null
  readonly signal: NodeJS.Signals | null
  readonly stdout: string
  readonly stderr: string
}

/** A Node process of the project, ended with the test at the latest. */
export function startProcess({ args = [], env = {}, script = 'electron/browser.ts' }: Options) {
  const child: ChildProcess = spawn(process.execPath, [resolve(root, script), ...args], {
    env: { ...process.env, DISPLAY: undefined, WAYLAND_DISPLAY: undefined, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const output = { stdout: '', stderr: '' }
  const listeners = new Set<() => void>()
  for (const name of ['stdout', 'stderr'] as const) {
    child[name]?.setEncoding('utf8').on('data', (text: string) => {
      output[name] += text
      for (const listener of [...listeners]) listener()
    })
  }
  const ended = new Promise<Ended>((done) => {
    child.on('close', (code, signal) => done({ code, signal, ...output }))
  })
  onTestFinished(async () => {
    child.kill('SIGKILL')
    await ended
  })
  const line = () =>
    new Promise<string>((done) => {
      const check = () => {
        const end = output.stdout.indexOf('\n')
        if (end >= 0) done(output.stdout.slice(0, end))
      }
      listeners.add(check)
      check()
    })
  return {
    ended,
    kill: (signal: NodeJS.Signals) => void child.kill(signal),
    output,
    /** The first line on stdout. Rejects with what was said on stderr when the process ends before. */
    firstLine: () => Promise.race([line(), ended.then(failed)]),
  }
}

function failed({ code, stderr }: Ended): never {
  throw new Error(`The process ended with ${code}.\n${stderr}`)
}

export type Addresses = {
  readonly workbench: string
  readonly inbound: string
  readonly status: string
  readonly simulator: string
}

/** Browser mode on free ports, up and running. */
export async function startWorkbench(folder: string, args: readonly string[] = []) {
  const ports = ['--port', '0', '--listener-port', '0', '--simulator-port', '0']
  const started = startProcess({ args: ['--json', '--data', folder, ...ports, ...args] })
  const addresses: Addresses = JSON.parse(await started.firstLine())
  return { ...started, addresses }
}
