import { join } from 'node:path'
import type { Bench, BenchOptions, BenchRow } from './bench-row.ts'
import { type Child, startChild } from './child.ts'
import { type Load, startLoad } from './load/load.ts'
import type { LoadResult } from './load/load-messages.ts'
import { startWrkLoad } from './load/wrk-load.ts'
import { startPeers } from './peers/start-peers.ts'
import { settle } from './settle.ts'
import { median } from './statistics.ts'
import { signer, startWorkbench } from './workbench.ts'

const CONNECTIONS = [64, 16, 1] as const
const ROUNDS = 9

type Contender = {
  readonly name: string
  readonly port: number
  readonly path: string
  readonly pid: number
}

/**
 * Signed callbacks against the workbench (durable commit and signature check) and a bare node:http server, in turns, a
 * slice each. A slice begins when whoever was measured before has nothing left to do.
 */
export const capture: Bench = async (options) => {
  const bare = await startBare()
  const workbench = await startWorkbench()
  const peers = options.hasPeers ? await startPeers(Number(bare.line), options.log) : []
  const start = options.isByWrk ? startWrkLoad : startLoad
  const load = await start(options.isQuick ? 5_000 : 60_000, signer)
  try {
    const url = new URL(workbench.urls.inbound)
    const contenders: readonly Contender[] = [
      { name: 'bare node:http', port: Number(bare.line), path: '/', pid: bare.pid },
      { name: 'workbench', port: Number(url.port), path: url.pathname, pid: workbench.pid },
      ...peers,
    ]
    const rows: BenchRow[] = []
    for (const connections of CONNECTIONS)
      rows.push(...(await atOnce(connections, contenders, load, options)))
    rows.push({ name: 'workbench memory after capture', unit: 'MB', value: workbench.rssMb() })
    return rows
  } finally {
    load.dispose()
    for (const peer of peers) await peer.stop()
    await workbench.stop()
    await bare.stop()
  }
}

function startBare(): Promise<Child> {
  return startChild({
    command: process.execPath,
    args: [join(import.meta.dirname, 'load/bare-server.ts')],
  })
}

async function atOnce(
  connections: number,
  contenders: readonly Contender[],
  load: Load,
  { isQuick, log }: BenchOptions,
): Promise<readonly BenchRow[]> {
  const durationMs = isQuick ? 500 : 3_000
  const results = new Map<string, LoadResult[]>(contenders.map(({ name }) => [name, []]))
  // The first round only warms up.
  for (let round = 0; round <= ROUNDS; round += 1) {
    for (const { name, port, path, pid } of contenders) {
      const result = await load.fire({ port, path, connections, durationMs, perSecond: null })
      await settle(pid)
      if (result.refused > 0) throw new Error(`${name} refused ${result.refused} callbacks.`)
      if (round > 0) results.get(name)?.push(result)
    }
    log(`capture: ${connections} connections, round ${round} of ${ROUNDS}`)
  }
  return rowsOf(connections, results)
}

function rowsOf(
  connections: number,
  results: ReadonlyMap<string, readonly LoadResult[]>,
): readonly BenchRow[] {
  const at = `at ${connections} connection${connections === 1 ? '' : 's'}`
  const bare = results.get('bare node:http') ?? []
  const own = results.get('workbench') ?? []
  return [...results].flatMap(([name, slices]): readonly BenchRow[] => [
    { name: `${name} ${at}`, unit: 'req/s', value: median(slices.map(({ perSecond }) => perSecond)) },
    { name: `${name} ${at}, p50`, unit: 'ms', value: median(slices.map(({ p50Ms }) => p50Ms)) },
    { name: `${name} ${at}, p99`, unit: 'ms', value: median(slices.map(({ p99Ms }) => p99Ms)) },
    ...(slices === bare
      ? []
      : [{ name: `${name} / bare node:http ${at}`, unit: 'ratio', value: ratio(slices, bare) } as const]),
    ...(slices === bare || slices === own
      ? []
      : [{ name: `workbench / ${name} ${at}`, unit: 'ratio', value: ratio(own, slices) } as const]),
  ])
}

/** Median of the ratios of neighbouring slices: what the machine does meanwhile meets both. */
function ratio(slices: readonly LoadResult[], others: readonly LoadResult[]): number {
  return median(slices.map(({ perSecond }, index) => perSecond / (others[index]?.perSecond ?? Number.NaN)))
}
