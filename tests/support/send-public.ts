import { request } from 'node:http'

/** Sends a request in at the public side, as Vonage would, and resolves with the status. */
export function sendPublic(
  publicUrl: string,
  { method = 'POST', body = '' }: { readonly method?: string; readonly body?: string | Buffer } = {},
): Promise<number> {
  const { host, port, pathname, search } = new URL(publicUrl)
  return new Promise((resolve, reject) => {
    const outgoing = request(
      {
        host: '127.0.0.1',
        port,
        path: pathname + search,
        method,
        headers: { host, 'content-type': 'application/json' },
      },
      (response) => {
        response.resume()
        response.on('end', () => resolve(response.statusCode ?? 0))
      },
    )
    outgoing.on('error', reject)
    outgoing.end(body)
  })
}
