import { member, parseJson } from '#shared/messenger/json-value.ts'
import type { SimulatorRequest } from '#shared/simulator.ts'
import type { Identity } from './identity.ts'

const APPLICATION_ID = /^[\w-]{1,64}$/

/**
 * Whose credentials a request came with, whether or not they are right. An API key is told only where it is one that is
 * known here: what stands in its place may be a secret.
 */
export function whoAsks(
  authorization: string,
  identities: readonly Pick<Identity, 'apiKey'>[],
): SimulatorRequest['who'] {
  const [scheme = '', value = ''] = authorization.trim().split(/\s+/, 2)
  switch (scheme.toLowerCase()) {
    case 'bearer': {
      const id = applicationIn(value)
      return id === null ? null : { kind: 'application', id }
    }
    case 'basic': {
      const [key = ''] = Buffer.from(value, 'base64').toString('utf8').split(':', 1)
      const isKnown = key !== '' && identities.some(({ apiKey }) => apiKey === key)
      return isKnown ? { kind: 'api-key', id: key } : null
    }
    default:
      return null
  }
}

function applicationIn(token: string): string | null {
  const claims = parseJson(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString('utf8'))
  const id = claims.ok ? member(claims.value, 'application_id') : null
  return typeof id === 'string' && APPLICATION_ID.test(id) ? id : null
}
