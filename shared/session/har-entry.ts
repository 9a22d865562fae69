import { type CallbackRecord, sizeOfBase64 } from './session-record.ts'

/** What a HAR file begins with, up to its list of entries (HAR 1.2, "log" and "creator"). */
export function harBeginning(appVersion: string): string {
  const creator = { name: 'Messenger Workbench', version: appVersion }
  return `{"log":{"version":"1.2","creator":${JSON.stringify(creator)},"entries":[`
}

/** What it ends with. */
export const HAR_END = '\n]}}\n'

/**
 * One captured request as an entry of HAR 1.2, as JSON. The response is what the listener answered; a status of 0 says,
 * as browsers write it, that there was none. Bytes that are no text are base64, with `_encoding` to say so.
 */
export function harEntry(record: CallbackRecord): string {
  const { receivedAtMs, method, path, headers, answer, note, route, flaw } = record
  const durationMs = Math.max(0, answer?.durationMs ?? 0)
  return JSON.stringify({
    startedDateTime: new Date(receivedAtMs).toISOString(),
    time: durationMs,
    request: {
      method,
      url: urlOf(path, headers),
      httpVersion: 'HTTP/1.1',
      cookies: [],
      headers: headers.map(([name, value]) => ({ name, value })),
      queryString: queryOf(path),
      headersSize: -1,
      ...bodyOf(record),
    },
    response: responseOf(answer?.httpStatus ?? 0),
    cache: {},
    timings: { send: 0, wait: durationMs, receive: 0 },
    ...(note !== undefined && { comment: note.text }),
    _route: route,
    ...(flaw !== null && { _flaw: flaw }),
  })
}

function bodyOf({ body, headers }: CallbackRecord) {
  const [, mimeType = 'application/octet-stream'] =
    headers.find(([name]) => name.toLowerCase() === 'content-type') ?? []
  if ('text' in body) {
    const bodySize = new TextEncoder().encode(body.text).length
    return bodySize === 0 ? { bodySize } : { bodySize, postData: { mimeType, text: body.text } }
  }
  const bodySize = sizeOfBase64(body.base64)
  return { bodySize, postData: { mimeType, text: body.base64, _encoding: 'base64' } }
}

function responseOf(status: number) {
  return {
    status,
    statusText: '',
    httpVersion: 'HTTP/1.1',
    cookies: [],
    headers: [],
    content: { size: 0, mimeType: 'x-unknown' },
    redirectURL: '',
    headersSize: -1,
    bodySize: status === 0 ? -1 : 0,
  }
}

/** HAR wants a whole address: that of the Host header, whoever sent it. */
function urlOf(path: string, headers: CallbackRecord['headers']): string {
  const [, host = '127.0.0.1'] = headers.find(([name]) => name.toLowerCase() === 'host') ?? []
  const origin = URL.canParse(`http://${host}`) ? `http://${host}` : 'http://127.0.0.1'
  return `${origin}${path.startsWith('/') ? '' : '/'}${path}`
}

function queryOf(path: string): readonly { readonly name: string; readonly value: string }[] {
  const at = path.indexOf('?')
  if (at < 0) return []
  return path
    .slice(at + 1)
    .split('&')
    .filter((pair) => pair !== '')
    .map((pair) => {
      const [name = '', value = ''] = pair.split(/=(.*)/s, 2)
      return { name: decoded(name), value: decoded(value) }
    })
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part.replaceAll('+', ' '))
  } catch {
    return part
  }
}
