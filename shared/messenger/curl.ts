/** What stands in the Authorization header of a command: a real token, or `$JWT` for the shell to fill in. */
export type CurlToken = { readonly kind: 'live'; readonly token: string } | { readonly kind: 'placeholder' }

/**
 * A bash command that POSTs exactly `bodyText` to `url` when pasted. Everything is single-quoted, so quotes, line
 * breaks, `$`, backticks and `!` reach the server untouched; only the placeholder is in double quotes, because the
 * shell has to expand it. `bodyText` must not hold a NUL character: no command line can carry one (JSON writes it
 * as an escape).
 */
export function curlCommand(request: {
  readonly url: string
  readonly token: CurlToken
  readonly bodyText: string
}): string {
  return [
    `curl${globbingOff(request.url)} --request POST ${quoted(request.url)}`,
    `--header ${authorizationHeader(request.token)}`,
    `--header ${quoted('Content-Type: application/json')}`,
    `--header ${quoted('Accept: application/json')}`,
    // --data-raw, not --data: a body that begins with @ is a body, not a file name.
    `--data-raw ${quoted(request.bodyText)}`,
  ].join(' \\\n  ')
}

function authorizationHeader(token: CurlToken): string {
  return token.kind === 'live'
    ? quoted(`Authorization: Bearer ${token.token}`)
    : '"Authorization: Bearer $JWT"'
}

/** curl takes brackets and braces in a URL for patterns unless it is told not to. */
function globbingOff(url: string): string {
  return /[[\]{}]/.test(url) ? ' --globoff' : ''
}

/** Inside single quotes bash changes nothing; a single quote itself has to be written outside of them. */
function quoted(text: string): string {
  return `'${text.replaceAll("'", "'\\''")}'`
}
