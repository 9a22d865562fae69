import { type ChildProcess, spawn } from 'node:child_process'
import { mkdirSync, readFileSync, rmSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { z } from 'zod'
import { findChromium } from './find-chromium.ts'

/** `npm test`: every check there is, each one to its end, and one line with the sum. */

const root = resolve(import.meta.dirname, '..')
const results = join(root, 'test-results')
const bin = (name: string) => join(root, 'node_modules/.bin', name)

type Counts = { readonly passed: number; readonly failed: number }
type Step = {
  readonly name: string
  readonly command: readonly [string, ...string[]]
  /** Reads what the step counted; without it the step itself counts as one. */
  readonly count?: () => Counts
}

const VITEST_REPORT = join(results, 'vitest.json')
const E2E_REPORT = join(results, 'e2e.json')

const steps: readonly Step[] = [
  { name: 'lint', command: [bin('biome'), 'check', '.'] },
  ...['shared', 'electron', 'renderer', 'tests'].map((folder) => ({
    name: `types of ${folder}`,
    command: [bin('tsc'), '-p', folder] as const,
  })),
  {
    name: 'import rules',
    command: [
      bin('depcruise'),
      'shared',
      'electron',
      'renderer',
      'tests',
      '--config',
      '.dependency-cruiser.cjs',
    ],
  },
  { name: 'unused code', command: [bin('knip')] },
  { name: 'build', command: [bin('electron-vite'), 'build'] },
  {
    name: 'unit and integration tests',
    command: [
      bin('vitest'),
      'run',
      '-c',
      'tests/vitest.config.ts',
      '--reporter=default',
      '--reporter=json',
      `--outputFile.json=${VITEST_REPORT}`,
    ],
    count: () => countVitest(),
  },
  {
    name: 'end-to-end tests in both hosts',
    command: [bin('playwright'), 'test', '-c', 'tests/playwright.config.ts'],
    count: () => countPlaywright(),
  },
]

async function main(): Promise<void> {
  rmSync(results, { recursive: true, force: true })
  mkdirSync(results, { recursive: true })
  const env = { ...process.env, WORKBENCH_CHROMIUM: await findChromium() }
  let total: Counts = { passed: 0, failed: 0 }
  for (const step of steps) total = add(total, await runStep(step, env))
  process.stdout.write(`\n${total.passed} passed, ${total.failed} failed\n`)
  process.exitCode = total.failed === 0 ? 0 : 1
}

async function runStep({ name, command, count }: Step, env: NodeJS.ProcessEnv): Promise<Counts> {
  process.stdout.write(`\n== ${name}\n`)
  const [program, ...args] = command
  const exitCode = await ended(
    spawn(program, args, { cwd: root, env, stdio: ['ignore', 'inherit', 'inherit'] }),
  )
  const counted = count?.() ?? { passed: exitCode === 0 ? 1 : 0, failed: exitCode === 0 ? 0 : 1 }
  // A runner that fails without naming a failed test (no test found, a crash) has failed all the same.
  return exitCode !== 0 && counted.failed === 0 ? { ...counted, failed: 1 } : counted
}

function ended(child: ChildProcess): Promise<number> {
  return new Promise((done) => {
    child.on('error', () => done(1))
    child.on('exit', (code) => done(code ?? 1))
  })
}

const VitestReport = z.object({ numPassedTests: z.int(), numFailedTests: z.int() })
const PlaywrightReport = z.object({
  stats: z.object({ expected: z.int(), unexpected: z.int(), flaky: z.int(), skipped: z.int() }),
})

function countVitest(): Counts {
  const report = readReport(VITEST_REPORT, VitestReport)
  return report === null ? NOTHING_RAN : { passed: report.numPassedTests, failed: report.numFailedTests }
}

/** A test that needed a second try, or was skipped, has not passed. */
function countPlaywright(): Counts {
  const stats = readReport(E2E_REPORT, PlaywrightReport)?.stats
  if (stats === undefined) return NOTHING_RAN
  return { passed: stats.expected, failed: stats.unexpected + stats.flaky + stats.skipped }
}

const NOTHING_RAN: Counts = { passed: 0, failed: 1 }

function readReport<S extends z.ZodType>(file: string, schema: S): z.output<S> | null {
  try {
    return schema.parse(JSON.parse(readFileSync(file, 'utf8')))
  } catch {
    return null
  }
}

function add(one: Counts, other: Counts): Counts {
  return { passed: one.passed + other.passed, failed: one.failed + other.failed }
}

await main()
