import type { NetworkFailure, NetworkFailureKind } from '#shared/messenger/explain-network.ts'

/** Where the request was meant to go; an error that names another place happened on the way to a proxy. */
export type Place = { readonly hostname: string; readonly port: number }

const KIND_OF_CODE: Readonly<Record<string, NetworkFailureKind>> = {
  ENOTFOUND: 'dns',
  EAI_AGAIN: 'dns',
  EAI_FAIL: 'dns',
  EAI_NODATA: 'dns',
  ECONNREFUSED: 'refused',
  UND_ERR_CONNECT_TIMEOUT: 'unreachable',
  ETIMEDOUT: 'unreachable',
  EHOSTUNREACH: 'unreachable',
  ENETUNREACH: 'unreachable',
  EHOSTDOWN: 'unreachable',
  EADDRNOTAVAIL: 'unreachable',
  UND_ERR_HEADERS_TIMEOUT: 'timeout',
  UND_ERR_BODY_TIMEOUT: 'timeout',
  UND_ERR_PRX_CONN: 'proxy',
  UND_ERR_PRX_TLS: 'proxy',
  // undici's word for a proxy that refused to open a tunnel; our own aborts never come here.
  UND_ERR_ABORTED: 'proxy',
  UND_ERR_DESTROYED: 'cancelled',
  UND_ERR_CLOSED: 'cancelled',
  EPROTO: 'tls',
  CERT_HAS_EXPIRED: 'tls',
  CERT_NOT_YET_VALID: 'tls',
  CERT_REVOKED: 'tls',
  CERT_UNTRUSTED: 'tls',
  DEPTH_ZERO_SELF_SIGNED_CERT: 'tls',
  SELF_SIGNED_CERT_IN_CHAIN: 'tls',
  UNABLE_TO_GET_ISSUER_CERT: 'tls',
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: 'tls',
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: 'tls',
  HOSTNAME_MISMATCH: 'tls',
}

export function placeOf(url: URL): Place {
  const standard = url.protocol === 'https:' ? 443 : 80
  return { hostname: url.hostname, port: url.port === '' ? standard : Number(url.port) }
}

/**
 * Sorts what a request threw into the kinds that can be explained, by error code only: texts differ between Node and
 * Electron, and may repeat header values.
 */
export function networkFailureOf(error: unknown, place: Place): NetworkFailure {
  const root = rootOf(error)
  const systemCode = stringOf(root, 'code')
  const kind = kindOf(systemCode)
  return { kind: isElsewhere(root, place) ? 'proxy' : kind, systemCode }
}

function kindOf(code: string | null): NetworkFailureKind {
  if (code === null) return 'broken'
  if (code.startsWith('ERR_SSL_') || code.startsWith('ERR_TLS_')) return 'tls'
  return KIND_OF_CODE[code] ?? 'broken'
}

/** A failed race for several addresses carries one error per address; other wrappers carry a cause. */
function rootOf(error: unknown): unknown {
  if (error instanceof AggregateError && error.errors.length > 0) return rootOf(error.errors[0])
  const hasOwnCode = stringOf(error, 'code') !== null
  if (!hasOwnCode && error instanceof Error && error.cause !== undefined) return rootOf(error.cause)
  return error
}

function isElsewhere(error: unknown, place: Place): boolean {
  const hostname = stringOf(error, 'hostname')
  if (hostname !== null) return hostname !== place.hostname
  const port = error instanceof Error && 'port' in error ? error.port : undefined
  return typeof port === 'number' && port !== place.port
}

function stringOf(error: unknown, key: 'code' | 'hostname'): string | null {
  const value: unknown = error instanceof Error ? Reflect.get(error, key) : undefined
  return typeof value === 'string' ? value : null
}
