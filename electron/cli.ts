import { homedir } from 'node:os'
import { resolve } from 'node:path'
import packageJson from '../package.json' with { type: 'json' }
import { createCommandLine } from './cli/command-line.ts'
import { exportCallbacks } from './cli/export-callbacks.ts'
import { withNegatedWordsLast } from './cli/filter-words.ts'
import { listCallbacks } from './cli/list-callbacks.ts'
import { printToken } from './cli/print-token.ts'
import { runContract } from './cli/run-contract.ts'
import { createTerminal } from './cli/terminal.ts'
import { UsageError } from './cli/usage-error.ts'
import { defaultDataFolder } from './data-folder/data-folder.ts'
import { printFailure } from './web/print-failure.ts'

/**
 * The command line: reads what the app has captured, writes it to files, and tries webhook servers. Ends with 0 when
 * that was done, 1 when a server failed the contract, 2 when it could not be done.
 */
async function main(): Promise<void> {
  const { version } = packageJson
  const terminal = createTerminal(process.stdout, process.stderr)
  // Whoever reads the output has enough of it: `| head`.
  process.stdout.on('error', (error) => process.exit('code' in error && error.code === 'EPIPE' ? 0 : 2))
  const wishOf = ({ data, profile }: { readonly data?: string; readonly profile?: string }) => ({
    dataFolder: folderOf(data),
    name: profile,
    environment: process.env,
  })
  const program = createCommandLine(
    version,
    {
      callbacks: (words, options) =>
        listCallbacks({ words, options, dataFolder: folderOf(options.data) }, terminal),
      export: (words, options) =>
        exportCallbacks(
          { words, options, dataFolder: folderOf(options.data) },
          { version, terminal, signal: abortedBySignals() },
        ),
      contract: async (options) => {
        const hasPassed = await runContract(options, wishOf(options), {
          terminal,
          signal: abortedBySignals(),
        })
        process.exitCode = hasPassed ? 0 : 1
      },
      token: (options) => printToken(wishOf(options), terminal),
    },
    process.exit,
  )
  await program.parseAsync([...withNegatedWordsLast(process.argv.slice(2))], { from: 'user' })
}

function folderOf(data: string | undefined): string {
  const place = { platform: process.platform, home: homedir(), env: process.env }
  return data === undefined ? defaultDataFolder(place) : resolve(data)
}

/** The first one asks for an end, the second one ends the process. */
function abortedBySignals(): AbortSignal {
  const controller = new AbortController()
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => controller.abort())
  return controller.signal
}

main().catch((error: unknown) => {
  if (error instanceof UsageError) process.stderr.write(`${error.message}\n`)
  else printFailure(error)
  process.exitCode = 2
})
