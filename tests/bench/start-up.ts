import type { Bench } from './bench-row.ts'
import { startChild } from './child.ts'
import { median } from './statistics.ts'
import { startWorkbench } from './workbench.ts'

const ROUNDS = 7

/** From the start of the process to the line that says it is ready, beside a Node process that only says so. */
export const startUp: Bench = async ({ isQuick, log }) => {
  const own: number[] = []
  const bare: number[] = []
  for (let round = 0; round < (isQuick ? 2 : ROUNDS); round += 1) {
    const workbench = await startWorkbench()
    own.push(workbench.readyAfterMs)
    await workbench.stop()
    bare.push(await bareNodeMs())
    log(`start-up: round ${round + 1}`)
  }
  return [
    { name: 'browser mode, start to ready', unit: 'ms', value: median(own) },
    { name: 'bare node, start to its first line', unit: 'ms', value: median(bare) },
    {
      name: 'browser mode / bare node',
      unit: 'ratio',
      value: median(own.map((ms, index) => ms / (bare[index] ?? 1))),
    },
  ]
}

async function bareNodeMs(): Promise<number> {
  const startedAtMs = performance.now()
  const child = await startChild({ command: process.execPath, args: ['-e', 'console.log("ready")'] })
  const tookMs = performance.now() - startedAtMs
  await child.stop()
  return tookMs
}
