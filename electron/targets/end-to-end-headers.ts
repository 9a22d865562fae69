type Header = readonly [string, string]

/**
 * Headers that belong to one connection and are not passed on, and those that the next request has of its own.
 * Source: RFC 9110, sections 7.6.1 (Connection) and 10.1.1 (Expect).
 */
const OF_ONE_CONNECTION: ReadonlySet<string> = new Set([
  'connection',
  'keep-alive',
  'proxy-connection',
  'proxy-authenticate',
  'proxy-authentication-info',
  'proxy-authorization',
  'te',
  'trailer',
  'transfer-encoding',
  'upgrade',
  'expect',
  'host',
  'content-length',
])

/** The headers that are meant for the receiver, in the order and letter case they came in. */
export function endToEndHeaders(headers: readonly Header[]): readonly Header[] {
  const named = new Set(
    headers
      .filter(([name]) => name.toLowerCase() === 'connection')
      .flatMap(([, value]) => value.split(','))
      .map((name) => name.trim().toLowerCase()),
  )
  return headers.filter(([name]) => {
    const lower = name.toLowerCase()
    return !OF_ONE_CONNECTION.has(lower) && !named.has(lower)
  })
}
