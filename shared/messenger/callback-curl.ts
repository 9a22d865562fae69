import type { ExactBody } from '../callback.ts'
import { bashQuoted, globbingOff } from './bash-quoted.ts'

/** Linux takes 128 KiB per argument. What bash prints itself has no such limit. */
const LONGEST_ARGUMENT_BYTES = 100_000
/** A terminal acts on control characters in the middle of a paste: a callback could run commands with them. */
const CONTROL = /[\p{Cc}\u202a-\u202e\u2066-\u2069]/u

export type RepeatedCallback = {
  readonly url: string
  readonly headers: readonly (readonly [string, string])[]
  readonly body: ExactBody
}

/**
 * A bash command that POSTs a callback's exact bytes to a URL, with the Content-Type and Authorization it came with.
 * A body that is long or not plain text goes through base64.
 * The signature stays valid: it is over these bytes. Source: Vonage, "Decoding signed webhooks".
 */
export function callbackCurl({ url, headers, body }: RepeatedCallback): string {
  const isText = isPlain(body)
  const command = [
    `curl${globbingOff(url)} --request POST ${bashQuoted(url)}`,
    ...headerArguments(headers),
    isText ? `--data-raw ${bashQuoted(body.text)}` : '--data-binary @-',
  ].join(' \\\n  ')
  return isText ? command : `printf %s ${bashQuoted(base64Of(body))} | base64 -d | ${command}`
}

function isPlain(body: ExactBody): body is Extract<ExactBody, { readonly encoding: 'utf8' }> {
  if (body.encoding !== 'utf8' || body.sizeBytes > LONGEST_ARGUMENT_BYTES) return false
  return !CONTROL.test(body.text.replaceAll('\n', ''))
}

function base64Of(body: ExactBody): string {
  if (body.encoding === 'base64') return body.data
  const bytes = new TextEncoder().encode(body.text)
  let binary = ''
  for (const byte of bytes) binary += String.fromCharCode(byte)
  return btoa(binary)
}

/** curl adds a Content-Type of its own unless it is told what to send, or to send none. */
function headerArguments(headers: RepeatedCallback['headers']): readonly string[] {
  const contentType = headerValue(headers, 'content-type')
  const authorization = headerValue(headers, 'authorization')
  return [
    contentType === null ? `--header 'Content-Type:'` : header('Content-Type', contentType),
    ...(authorization === null ? [] : [header('Authorization', authorization)]),
  ]
}

function header(name: string, value: string): string {
  return `--header ${bashQuoted(`${name}: ${value.replace(/\p{Cc}/gu, ' ')}`)}`
}

function headerValue(headers: RepeatedCallback['headers'], wanted: string): string | null {
  return headers.find(([name]) => name.toLowerCase() === wanted)?.[1] ?? null
}
