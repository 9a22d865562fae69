import { Command, InvalidArgumentError } from 'commander'

export type BrowserOptions = {
  readonly port: number
  readonly listenerPort?: number
  readonly simulatorPort?: number
  readonly data?: string
  readonly token?: string
  readonly open: boolean
  readonly json: boolean
}

const DEFAULT_PAGE_PORT = 4179

/** Browser mode's command line. Commander prints help and mistakes and ends the process for them. */
export function readBrowserOptions(argv: readonly string[], version: string): BrowserOptions {
  return new Command('messenger-workbench')
    .description('Messenger Workbench in browser mode: the page on a loopback port.')
    .version(version)
    .option('--port <number>', 'port of the page; 0 = any free one', port, DEFAULT_PAGE_PORT)
    .option(
      '--listener-port <number>',
      'port of the webhook listener (else the one in the settings: 4180)',
      port,
    )
    .option('--simulator-port <number>', 'port of the simulator (else the one in the settings: 4181)', port)
    .option('--data <folder>', 'data folder (else WORKBENCH_DATA_DIR, else your user data folder)', notEmpty)
    .option('--token <token>', 'token of the page instead of a random one', notEmpty)
    .option('--no-open', 'do not open the page in a browser')
    .option('--json', 'print one JSON line with the addresses once ready, and nothing else', false)
    .allowExcessArguments(false)
    .parse([...argv], { from: 'user' })
    .opts<BrowserOptions>()
}

function port(value: string): number {
  const number = Number(value)
  if (!/^\d+$/.test(value) || number > 65_535)
    throw new InvalidArgumentError('A port is a number from 0 to 65535.')
  return number
}

/** An unset variable on the command line must not open the page to everybody, or put the data wherever one stands. */
function notEmpty(value: string): string {
  if (value.trim() === '') throw new InvalidArgumentError('It is empty.')
  return value
}
