import type { ApiVersion } from '#shared/callback.ts'

export type Route =
  | { readonly kind: 'messages'; readonly version: ApiVersion }
  | { readonly kind: 'wrong-method' }
  | { readonly kind: 'not-found' }

/**
 * Finds the endpoint of a request target. Two things real clients do are taken as Vonage takes them: an empty query
 * (the old Node SDK) and a doubled slash (the Node SDK when its host ends with one).
 */
export function routeOf(method: string, target: string): Route {
  const version = versionOf(target.replace(/\?.*$/s, '').replace(/^\/+/, '/'))
  if (version === null) return { kind: 'not-found' }
  return method === 'POST' ? { kind: 'messages', version } : { kind: 'wrong-method' }
}

function versionOf(path: string): ApiVersion | null {
  if (path === '/v1/messages') return 'v1'
  return path === '/v0.1/messages' ? 'v0.1' : null
}
