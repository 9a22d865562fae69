import { bashQuoted, globbingOff } from './bash-quoted.ts'
import type { CommandToken, SendRequest } from './send-command.ts'

/**
 * A bash command that POSTs exactly `bodyText` to `url` when pasted. Everything is single-quoted, so quotes, line
 * breaks, `$`, backticks and `!` reach the server untouched; only the placeholder is in double quotes, because the
 * shell has to expand it. `bodyText` must not hold a NUL character: no command line can carry one (JSON writes it
 * as an escape).
 */
export function curlCommand(request: SendRequest): string {
  return [
    `curl${globbingOff(request.url)} --request POST ${bashQuoted(request.url)}`,
    `--header ${authorizationHeader(request.token)}`,
    `--header ${bashQuoted('Content-Type: application/json')}`,
    `--header ${bashQuoted('Accept: application/json')}`,
    // --data-raw, not --data: a body that begins with @ is a body, not a file name.
    `--data-raw ${bashQuoted(request.bodyText)}`,
  ].join(' \\\n  ')
}

function authorizationHeader(token: CommandToken): string {
  return token.kind === 'live'
    ? bashQuoted(`Authorization: Bearer ${token.token}`)
    : '"Authorization: Bearer $JWT"'
}
