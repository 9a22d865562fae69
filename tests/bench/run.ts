import { spawnSync } from 'node:child_process'
import { mkdirSync, writeFileSync } from 'node:fs'
import { cpus } from 'node:os'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import type { Bench, BenchRow } from './bench-row.ts'
import { bodyView } from './body-view.ts'
import { capture } from './capture.ts'
import { page } from './page.ts'
import { sessionRoundTrip } from './session-round-trip.ts'
import { startUp } from './start-up.ts'
import { storeGrowth } from './store-growth.ts'

/**
 * `npm run bench`: measures the built app and prints one table; the figures are also in test-results/bench.json.
 * `-- --only capture` runs one part, `--quick` tries it with little, `--peers` measures other tools as well,
 * `--wrk` lets wrk send the requests of the capture.
 */

const root = resolve(import.meta.dirname, '../..')
const benches: Readonly<Record<string, Bench>> = {
  capture,
  store: storeGrowth,
  page,
  'body-view': bodyView,
  'session-round-trip': sessionRoundTrip,
  'start-up': startUp,
}

const { values } = parseArgs({
  options: {
    only: { type: 'string', multiple: true },
    quick: { type: 'boolean', default: false },
    peers: { type: 'boolean', default: false },
    wrk: { type: 'boolean', default: false },
  },
})

function build(): void {
  const { status } = spawnSync(join(root, 'node_modules/.bin/electron-vite'), ['build'], {
    cwd: root,
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  if (status !== 0) throw new Error('The build failed.')
}

function chosen(): readonly (readonly [string, Bench])[] {
  const { only } = values
  for (const name of only ?? []) {
    if (benches[name] === undefined)
      throw new Error(`There is no part ${name}: ${Object.keys(benches).join(', ')}.`)
  }
  return Object.entries(benches).filter(([name]) => only === undefined || only.includes(name))
}

async function main(): Promise<void> {
  const parts = chosen()
  build()
  const options = {
    isQuick: values.quick,
    hasPeers: values.peers,
    isByWrk: values.wrk,
    log: (line: string) => void process.stderr.write(`${line}\n`),
  }
  const results: { readonly part: string; readonly rows: readonly BenchRow[] }[] = []
  for (const [part, bench] of parts) results.push({ part, rows: await bench(options) })
  print(results)
  mkdirSync(join(root, 'test-results'), { recursive: true })
  const machine = { cores: cpus().length, model: cpus()[0]?.model, node: process.version }
  writeFileSync(
    join(root, 'test-results/bench.json'),
    `${JSON.stringify({ machine, isQuick: values.quick, results }, null, 2)}\n`,
  )
}

function print(results: readonly { readonly part: string; readonly rows: readonly BenchRow[] }[]): void {
  for (const { part, rows } of results) {
    process.stdout.write(`\n${part}\n`)
    const width = Math.max(...rows.map(({ name }) => name.length))
    for (const { name, value, unit } of rows) {
      process.stdout.write(`  ${name.padEnd(width)}  ${written(value).padStart(10)} ${unit}\n`)
    }
  }
}

function written(value: number): string {
  if (!Number.isFinite(value)) return String(value)
  return value.toFixed(Math.abs(value) >= 100 ? 0 : Math.abs(value) >= 10 ? 1 : 2)
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`)
  process.exitCode = 1
})
