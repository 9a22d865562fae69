import type { ServerResponse } from 'node:http'

/** An answer that somebody else decided. */
export type GivenAnswer = {
  readonly httpStatus: number
  readonly headers: readonly (readonly [string, string])[]
  readonly body: Uint8Array
}

/** Vonage reads the status and nothing else. */
export function answer(response: ServerResponse, httpStatus: number): void {
  response.statusCode = httpStatus
  response.setHeader('content-length', 0)
  if (httpStatus === 405) response.setHeader('allow', 'POST')
  response.end()
}

export function answerWith(response: ServerResponse, { httpStatus, headers, body }: GivenAnswer): void {
  response.statusCode = httpStatus
  for (const [name, value] of headers) response.setHeader(name, value)
  const hasBody = httpStatus !== 204 && httpStatus !== 304
  if (hasBody) response.setHeader('content-length', body.length)
  response.end(hasBody ? body : undefined)
}
