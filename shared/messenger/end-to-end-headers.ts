type Headers = readonly (readonly [string, string])[]

/** They belong to one connection, not to the message. Source: RFC 9110, section 7.6.1, and RFC 9112. */
const OF_THE_CONNECTION = new Set([
  'connection',
  'content-length',
  'expect',
  'host',
  'http2-settings',
  'keep-alive',
  'proxy-authenticate',
  'proxy-authorization',
  'proxy-connection',
  'te',
  'trailer',
  'transfer-encoding',
  'upgrade',
])

/**
 * The headers of a captured request that go on with it to another server, in the order and letter case they came in:
 * all but those of the connection it came over, and those that its Connection header names.
 */
export function endToEndHeaders(headers: Headers): Headers {
  const named = headers
    .filter(([name]) => name.toLowerCase() === 'connection')
    .flatMap(([, value]) => value.toLowerCase().split(','))
  const left = new Set([...OF_THE_CONNECTION, ...named.map((name) => name.trim())])
  return headers.filter(([name]) => !left.has(name.toLowerCase()))
}
