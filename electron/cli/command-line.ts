import { Command, InvalidArgumentError, Option } from 'commander'
import { searchFieldNames } from '#shared/search/query-fields.ts'
import { ExportFormat } from '#shared/session/session-job.ts'
import { usualTarget } from '#shared/target.ts'
import type { ExportOptions } from './export-callbacks.ts'
import type { ListOptions } from './list-callbacks.ts'
import type { ContractOptions } from './run-contract.ts'

type WithData = { readonly data?: string }
type WithProfile = WithData & { readonly profile?: string }

/** What each command does. */
export type Commands = {
  readonly callbacks: (words: readonly string[], options: ListOptions & WithData) => Promise<void>
  readonly export: (words: readonly string[], options: ExportOptions & WithData) => Promise<void>
  readonly contract: (options: ContractOptions & WithProfile) => Promise<void>
  readonly token: (options: WithProfile) => Promise<void>
}

const FILTER_HELP = `
A filter is what the app's filter box takes: free text, and
  ${searchFieldNames.map((name) => `${name}:`).join(' ')}
All conditions must hold; - turns one round. Quote what your shell takes apart:
  kind:inbound since:10m
  status:rejected code:1340 -person:1234567890123456
  'has:image "on its way"'
`

/** The command line. Commander prints help and mistakes; ends of the process go through `exit`. */
export function createCommandLine(version: string, commands: Commands, exit: (code: number) => never) {
  const program = new Command('messenger-workbench')
    .description('Messenger Workbench on the command line.')
    .version(version)
    // 1 is what a failed contract ends with.
    .exitOverride(({ exitCode }) => exit(exitCode === 0 ? 0 : 2))
  addCallbacks(program, commands.callbacks)
  addExport(program, commands.export)
  addContract(program, commands.contract)
  addToken(program, commands.token)
  return program
}

function addCallbacks(program: Command, run: Commands['callbacks']): void {
  withData(program.command('callbacks'))
    .description('List captured callbacks, newest first. Works beside a running app.')
    .argument('[filter...]', 'which callbacks; without it all')
    .option('--json', 'one JSON object per line')
    .option('--limit <number>', 'how many at most', atLeastOne, 50)
    .option('--oldest-first', 'from the first one on')
    .addOption(
      new Option('--follow', 'the newest ones in order, then each as it comes; Ctrl+C ends it').conflicts(
        'oldestFirst',
      ),
    )
    .addHelpText('after', FILTER_HELP)
    .action(run)
}

function addExport(program: Command, run: Commands['export']): void {
  withData(program.command('export'))
    .description('Write captured callbacks to a file. Works beside a running app.')
    .argument('[filter...]', 'which callbacks; without it all')
    .addOption(
      new Option(
        '--format <format>',
        'session: JSON Lines that the app imports; har: HTTP Archive; csv: a table',
      )
        .choices(ExportFormat.options)
        .makeOptionMandatory(),
    )
    .requiredOption('--out <file>', 'where to; - for stdout', notEmpty)
    .option('--no-redaction', 'keep ids, names, texts and keys as they are')
    .addHelpText('after', FILTER_HELP)
    .action(run)
}

function addContract(program: Command, run: Commands['contract']): void {
  withProfile(withData(program.command('contract')))
    .description(
      'Send every kind of callback, right and faulty, to a webhook server and say what it does wrong.',
    )
    .requiredOption('--url <base>', 'base URL of the server, such as http://localhost:3000')
    .option('--inbound-path <path>', 'where it takes inbound messages', usualTarget.inboundPath)
    .option('--status-path <path>', 'where it takes statuses', usualTarget.statusPath)
    .option('--allow-host', 'send to another computer than this one')
    .option('--junit <file>', 'write a JUnit report for a CI server', notEmpty)
    .option('--json-lines <file>', 'write every case with its checks and answers', notEmpty)
    .addHelpText(
      'after',
      '\nEnds with 0 if the server passed, 1 if it failed, 2 if the run came to no end.\n',
    )
    .action(run)
}

function addToken(program: Command, run: Commands['token']): void {
  withProfile(withData(program.command('token')))
    .description('Print a token for the Messages API, good for 15 minutes.')
    .addHelpText('after', '\n  curl -H "Authorization: Bearer $(messenger-workbench token)" …\n')
    .action(run)
}

function withData(command: Command): Command {
  return command.option(
    '--data <folder>',
    'data folder (else WORKBENCH_DATA_DIR, else that of the app)',
    notEmpty,
  )
}

function withProfile(command: Command): Command {
  return command.option(
    '--profile <name>',
    'whose credentials (else those of VONAGE_ variables, else the simulator’s)',
    notEmpty,
  )
}

function atLeastOne(value: string): number {
  if (!/^[1-9]\d{0,8}$/.test(value)) throw new InvalidArgumentError('It is not a number from 1 on.')
  return Number(value)
}

/** An unset variable of a script must not stand for a default. */
function notEmpty(value: string): string {
  if (value.trim() === '') throw new InvalidArgumentError('It is empty.')
  return value
}
