import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { resolve } from 'node:path'
import { createInterface } from 'node:readline'
import { z } from 'zod'
import type { WorkbenchUrls } from '../flows/urls.ts'

const ENTRY = resolve(import.meta.dirname, '../../../out/main/browser.js')
const Ready = z.object({ workbench: z.url(), inbound: z.url(), status: z.url(), simulator: z.url() })

export type RunningWorkbench = { readonly urls: WorkbenchUrls; readonly stop: () => Promise<void> }

/** Starts the built browser mode (`electron-vite build`) and resolves once it says that it is ready. */
export async function startWorkbench(
  options: readonly string[],
  environment: Readonly<Record<string, string>> = {},
): Promise<RunningWorkbench> {
  const child = spawn(process.execPath, [ENTRY, '--json', '--no-open', ...options], {
    env: { ...withoutCredentials(process.env), ...environment },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const urls = Ready.parse(JSON.parse(await firstLine(child)))
  return {
    urls,
    stop: async () => {
      if (child.exitCode !== null) return
      const exit = once(child, 'exit')
      child.kill('SIGTERM')
      await exit
    },
  }
}

/** Whoever runs the tests may have credentials in the environment; they would become a profile. */
function withoutCredentials(environment: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  return Object.fromEntries(Object.entries(environment).filter(([name]) => !/^(VONAGE|NEXMO)_/.test(name)))
}

async function firstLine(child: ChildProcess): Promise<string> {
  if (child.stdout === null) throw new Error('Browser mode was started without a pipe for its output.')
  for await (const line of createInterface({ input: child.stdout })) return line
  throw new Error('Browser mode ended before it was ready.')
}
