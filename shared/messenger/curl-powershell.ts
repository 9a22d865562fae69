import type { CommandToken, SendRequest } from './send-command.ts'

/** PowerShell takes these for single quotes as well. */
const SINGLE_QUOTES = /['\u2018\u2019\u201a\u201b]/g

/**
 * A PowerShell command that POSTs exactly `bodyText` to `url` when pasted. It is Invoke-RestMethod with bytes, not
 * curl.exe: Windows PowerShell 5 takes the quotes out of what it hands to a program and pipes text to it as ASCII.
 * Everything is single-quoted; only the placeholder is in double quotes, because the shell has to expand it.
 * Source: PowerShell, about_Quoting_Rules.
 */
export function powershellCommand({ url, token, bodyText }: SendRequest): string {
  return [
    `Invoke-RestMethod -Method Post -Uri ${quoted(url)}`,
    `-Headers @{ Authorization = ${authorization(token)}; Accept = 'application/json' }`,
    `-ContentType 'application/json'`,
    `-Body ([Text.Encoding]::UTF8.GetBytes(${quoted(bodyText)}))`,
  ].join(' ')
}

function authorization(token: CommandToken): string {
  return token.kind === 'live' ? quoted(`Bearer ${token.token}`) : '"Bearer $env:JWT"'
}

function quoted(text: string): string {
  return `'${text.replace(SINGLE_QUOTES, '$&$&')}'`
}
