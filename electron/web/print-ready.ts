type Addresses = {
  readonly page: string
  readonly inbound: string | null
  readonly status: string | null
  readonly simulator: string | null
}

/** Says on stdout that everything is up and where: one line of JSON for programs, a few lines for people. */
export function printReady({ page, inbound, status, simulator }: Addresses, asJson: boolean): void {
  if (asJson) {
    process.stdout.write(`${JSON.stringify({ workbench: page, inbound, status, simulator })}\n`)
    return
  }
  const lines = [
    `Open ${page}`,
    '',
    `  Inbound messages  ${inbound ?? 'not listening, see the page'}`,
    `  Message statuses  ${status ?? 'not listening, see the page'}`,
    `  Simulator         ${simulator ?? 'not running, see the page'}`,
    '',
    'Press Ctrl+C to stop.',
  ]
  process.stdout.write(`${lines.join('\n')}\n`)
}
