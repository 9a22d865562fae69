import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { createInterface } from 'node:readline'

export type Child = {
  /** Its first line on stdout that the given pattern finds. */
  readonly line: string
  readonly pid: number
  /** Resident memory of the process, in MB. */
  readonly rssMb: () => number
  readonly stop: () => Promise<void>
}

type Command = {
  readonly command: string
  readonly args: readonly string[]
  readonly cwd?: string
  readonly env?: NodeJS.ProcessEnv
  readonly ready?: RegExp
}

/** Starts a process and waits for the line that says it is ready. */
export async function startChild({ command, args, cwd, env, ready = /./ }: Command): Promise<Child> {
  const child = spawn(command, args, { cwd, env, stdio: ['ignore', 'pipe', 'inherit'] })
  const line = await lineOf(child, ready)
  const { pid } = child
  if (pid === undefined) throw new Error(`${command} was not started.`)
  return {
    line,
    pid,
    rssMb: () => rssMb(pid),
    stop: async () => {
      if (child.exitCode !== null || child.signalCode !== null) return
      const exit = once(child, 'exit')
      child.kill('SIGTERM')
      await exit
    },
  }
}

async function lineOf(child: ChildProcess, ready: RegExp): Promise<string> {
  if (child.stdout === null) throw new Error('no pipe')
  for await (const line of createInterface({ input: child.stdout })) {
    if (!ready.test(line)) continue
    child.stdout.resume()
    return line
  }
  throw new Error('The process ended before it was ready.')
}

function rssMb(pid: number): number {
  const kilobytes = /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]
  return Number(kilobytes) / 1024
}
