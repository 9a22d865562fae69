import type { KeyObject } from 'node:crypto'
import { type Explanation, WorkbenchError } from '#shared/errors.ts'
import {
  explainApplicationAnswer,
  explainApplicationNetwork,
} from '#shared/messenger/explain-application-answer.ts'
import { member, parseJson, textMember } from '#shared/messenger/json-value.ts'
import { createHttpPoster } from '../http/create-http-poster.ts'
import { readPublicKey } from './token-crypto.ts'

const CONNECT_TIMEOUT_MS = 10_000
const TIMEOUT_MS = 30_000

type Lookup = {
  /** Scheme and host of the Application API. */
  readonly origin: string
  readonly applicationId: string
  readonly profileName: string
  readonly apiKey: string
  readonly apiSecret: string
}

type VonageApplication = {
  readonly name: string
  /** Null when it has none, or none that can be read. */
  readonly publicKey: KeyObject | null
}

export type ApplicationClient = {
  readonly look: (lookup: Lookup) => Promise<VonageApplication>
  readonly dispose: () => Promise<void>
}

/**
 * Looks applications up: `GET /v2/applications/{id}` with Basic auth, the only authorisation this API takes. Nothing
 * is written, no redirect is followed. Throws a WorkbenchError, HTTP_REFUSED or NETWORK_…, that never holds the secret.
 * Source: Application API v2 specification.
 */
export function createApplicationClient(): ApplicationClient {
  const poster = createHttpPoster({ connectTimeoutMs: CONNECT_TIMEOUT_MS, timeoutMs: TIMEOUT_MS })

  async function look(lookup: Lookup): Promise<VonageApplication> {
    const { origin, applicationId, apiKey, apiSecret } = lookup
    const url = new URL(`/v2/applications/${encodeURIComponent(applicationId)}`, origin)
    const credentials = Buffer.from(`${apiKey}:${apiSecret}`).toString('base64')
    const answer = await poster.get({
      url,
      headers: { authorization: `Basic ${credentials}`, accept: 'application/json' },
    })
    if (answer.kind === 'failed')
      throw new WorkbenchError(explainApplicationNetwork(answer.failure, url.host))
    const { httpStatus } = answer
    if (httpStatus !== 200) {
      const isRedirect = httpStatus >= 300 && httpStatus < 400
      const location = isRedirect ? answer.location : null
      throw new WorkbenchError(explainApplicationAnswer({ ...lookup, httpStatus, location, host: url.host }))
    }
    return applicationOf(answer.bodyText, url.host)
  }

  return { look, dispose: poster.dispose }
}

function applicationOf(bodyText: string, host: string): VonageApplication {
  const json = parseJson(bodyText)
  const id = json.ok ? textMember(json.value, 'id') : null
  if (!json.ok || id === null) throw new WorkbenchError(notAnApplication(host))
  const pem = textMember(member(json.value, 'keys'), 'public_key')
  return { name: textMember(json.value, 'name') ?? '', publicKey: pem === null ? null : readPublicKey(pem) }
}

function notAnApplication(host: string): Explanation {
  return {
    code: 'HTTP_REFUSED',
    what: `${host} answered 200, but not with an application.`,
    why: 'Something other than the Application API answered, a proxy or another server at this address.',
    fix: 'Check the base URL of the profile.',
  }
}
