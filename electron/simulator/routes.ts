import type { ApiVersion } from '#shared/callback.ts'

export type Route =
  | { readonly kind: 'messages'; readonly version: ApiVersion }
  | {
      readonly kind: 'applications'
      /** Null for all of them. */
      readonly id: string | null
      readonly method: 'GET' | 'PUT' | 'POST'
    }
  | { readonly kind: 'wrong-method'; readonly allow: string }
  | { readonly kind: 'not-found' }

/**
 * Finds the endpoint of a request target. Two things real clients do are taken as Vonage takes them: an empty query
 * (the old Node SDK) and a doubled slash (the Node SDK when its host ends with one).
 */
export function routeOf(method: string, target: string): Route {
  const path = target.replace(/\?.*$/s, '').replace(/^\/+/, '/')
  const version = versionOf(path)
  if (version !== null) {
    return method === 'POST' ? { kind: 'messages', version } : { kind: 'wrong-method', allow: 'POST' }
  }
  const application = /^\/v2\/applications(?:\/([^/]*))?\/?$/.exec(path)
  return application === null ? { kind: 'not-found' } : applicationRoute(method, application[1] ?? '')
}

function applicationRoute(method: string, id: string): Route {
  const change = id === '' ? 'POST' : 'PUT'
  if (method !== 'GET' && method !== change) return { kind: 'wrong-method', allow: `GET, ${change}` }
  return { kind: 'applications', id: id === '' ? null : decoded(id), method }
}

/** An id that is no percent-encoding belongs to no application either. */
function decoded(id: string): string {
  try {
    return decodeURIComponent(id)
  } catch {
    return id
  }
}

function versionOf(path: string): ApiVersion | null {
  if (path === '/v1/messages') return 'v1'
  return path === '/v0.1/messages' ? 'v0.1' : null
}
