import { globbingOff } from './bash-quoted.ts'
import type { CommandToken, SendRequest } from './send-command.ts'

/** The longest line cmd takes. Source: Microsoft, "Command prompt line string limitation". */
const LONGEST_LINE = 8_191
const JSON_STRING = /"(?:[^"\\]|\\[\s\S])*"/g
/** What cmd, or a program of another code page, would take for something else. */
const UNSAFE_IN_STRING = /\\[\s\S]|[%!^&|<>]|[^\x20-\x7e]/g

/**
 * A command for the Windows prompt (cmd) that POSTs the JSON of `bodyText` to `url` when pasted. The same JSON, though
 * not the same bytes: what cmd would take for an operator or a variable, and everything beyond ASCII, is written as
 * `\uXXXX`, and line breaks between values are spaces. `bodyText` must be JSON. Not for batch files, which read `%`
 * differently.
 * Source: Microsoft, "Parsing C command-line arguments"; RFC 8259 §7.
 */
export function cmdCommand({ url, token, bodyText }: SendRequest): string {
  return [
    `curl${globbingOff(url)} --request POST ${quotedUrl(url)}`,
    `--header "Authorization: Bearer ${bearer(token)}"`,
    `--header "Content-Type: application/json"`,
    `--header "Accept: application/json"`,
    `--data-raw ${quotedArgument(withoutSpecials(bodyText))}`,
  ].join(' ')
}

/** Why a command cannot be pasted in cmd, in one sentence; null when it can. */
export function cmdCaution(command: string): string | null {
  if (command.length <= LONGEST_LINE) return null
  return `cmd takes lines of ${LONGEST_LINE} characters at most and this one has ${command.length}: use PowerShell.`
}

function bearer(token: CommandToken): string {
  return token.kind === 'live' ? token.token : '%JWT%'
}

function withoutSpecials(json: string): string {
  const isInside = json.matchAll(JSON_STRING)
  let text = ''
  let end = 0
  for (const { 0: string, index } of isInside) {
    text += json.slice(end, index).replace(/\s+/g, ' ') + escapedString(string)
    end = index + string.length
  }
  return text + json.slice(end).replace(/\s+/g, ' ')
}

function escapedString(string: string): string {
  const content = string.slice(1, -1).replace(UNSAFE_IN_STRING, (found) => {
    if (found === '\\"') return '\\u0022'
    return found.startsWith('\\') ? found : unicodeEscape(found)
  })
  return `"${content}"`
}

function unicodeEscape(unit: string): string {
  return `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`
}

/** Backslashes count only in front of a quote, where each one has to be doubled. */
function quotedArgument(text: string): string {
  return `"${text.replace(/(\\*)"/g, '$1$1\\"').replace(/\\+$/, '$&$&')}"`
}

/** A percent sign goes outside of the quotes, behind a caret: so no variable can be called what follows it. */
function quotedUrl(url: string): string {
  return `"${url.replaceAll('"', '%22').replaceAll('%', '"^%"')}"`
}
