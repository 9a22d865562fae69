import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { z } from 'zod'
import { startChild } from './child.ts'
import type { LoadSigner } from './load/load-messages.ts'

const ENTRY = resolve(import.meta.dirname, '../../out/main/browser.js')
const Ready = z.object({ workbench: z.url(), inbound: z.url(), status: z.url(), simulator: z.url() })

/** Signs with a profile of environment variables, whose secret the workbench checks with. */
export const signer: LoadSigner = {
  apiKey: 'bench123',
  applicationId: '0f5b5d4c-7d1c-4b5a-9d47-5d7f4c6a1b2e',
  signatureSecret: 'Signature-secret-of-the-benchmark',
}

/** The built browser mode in a process and data folder of its own. `folder`: one that is there already, and stays. */
export async function startWorkbench(folder?: string) {
  const dataFolder = folder ?? mkdtempSync(join(tmpdir(), 'workbench-bench-'))
  const startedAtMs = performance.now()
  const ports = ['--port', '0', '--listener-port', '0', '--simulator-port', '0']
  const child = await startChild({
    command: process.execPath,
    args: [ENTRY, '--json', '--no-open', '--data', dataFolder, ...ports],
    env: {
      ...process.env,
      VONAGE_API_KEY: signer.apiKey,
      VONAGE_APPLICATION_ID: signer.applicationId,
      VONAGE_API_SIGNATURE_SECRET: signer.signatureSecret,
    },
  })
  const urls = Ready.parse(JSON.parse(child.line))
  return {
    ...child,
    urls,
    dataFolder,
    readyAfterMs: performance.now() - startedAtMs,
    stop: async () => {
      await child.stop()
      if (folder === undefined) rmSync(dataFolder, { recursive: true })
    },
  }
}
