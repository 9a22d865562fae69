import { withoutMemberAt } from '#shared/messenger/json-text.ts'
import type { ApiAnswer, InvalidParameter } from './api-answer.ts'
import {
  applicationInvalid,
  applicationMediaType,
  applicationNotFound,
  applicationUnauthorised,
} from './application-answers.ts'
import type { Applications } from './applications.ts'
import type { SimulatorApplication } from './simulator-application.ts'
import { applicationFaults } from './validate-application.ts'

export type ApplicationRequest = {
  /** Null for the list. */
  readonly id: string | null
  readonly method: 'GET' | 'PUT' | 'POST'
  readonly authorization: string
  readonly contentType: string
  readonly query: URLSearchParams
  readonly bodyText: string
}

/** A good answer is text as it is stored: parsing it would lose digits. */
export type ApplicationAnswer = ApiAnswer | { readonly status: number; readonly text: string }

type Deps = {
  readonly account: Pick<SimulatorApplication, 'apiKey' | 'apiSecret'>
  readonly applications: Applications
  readonly newUuid: () => string
  readonly newInstance: () => string
}

/**
 * The simulated Application API: list, read, create, and replace as a whole. API key and secret are the only
 * credentials it takes. Source: Application API v2 specification.
 */
export function createApplicationApi(deps: Deps) {
  const { account, applications, newInstance } = deps
  const credentials = Buffer.from(`${account.apiKey}:${account.apiSecret}`).toString('base64')

  return (request: ApplicationRequest): ApplicationAnswer => {
    const [scheme = '', given] = request.authorization.split(' ')
    if (scheme.toLowerCase() !== 'basic' || given !== credentials)
      return applicationUnauthorised(newInstance())
    if (request.method !== 'GET') return write(request, deps)
    if (request.id === null) return list(request.query, applications, newInstance)
    const text = applications.shown(request.id)
    return text === null ? applicationNotFound(newInstance()) : { status: 200, text }
  }
}

function write({ id, contentType, bodyText }: ApplicationRequest, deps: Deps): ApplicationAnswer {
  const { applications, newInstance, newUuid } = deps
  if (id !== null && applications.shown(id) === null) return applicationNotFound(newInstance())
  if (!/^application\/json\s*(;|$)/i.test(contentType)) return applicationMediaType(newInstance())
  const faults = applicationFaults(bodyText)
  if (faults.length > 0) return applicationInvalid(faults, newInstance())
  const written = id ?? newUuid()
  applications.replace(written, withoutMemberAt(bodyText, ['keys', 'private_key']))
  return { status: id === null ? 201 : 200, text: applications.shown(written) ?? '' }
}

function list(
  query: URLSearchParams,
  applications: Applications,
  newInstance: () => string,
): ApplicationAnswer {
  const size = wholeNumber(query.get('page_size') ?? '10', 'page_size', 100)
  const page = wholeNumber(query.get('page') ?? '1', 'page', Number.MAX_SAFE_INTEGER)
  if (typeof size !== 'number') return applicationInvalid([size], newInstance())
  if (typeof page !== 'number') return applicationInvalid([page], newInstance())
  const ids = applications.ids()
  const items = ids.slice((page - 1) * size, page * size).map((id) => applications.shown(id))
  const pages = Math.max(1, Math.ceil(ids.length / size))
  const href = (at: number) => ({ href: `/v2/applications?page_size=${size}&page=${at}` })
  const links = JSON.stringify({
    self: href(page),
    first: href(1),
    last: href(pages),
    ...(page < pages ? { next: href(page + 1) } : {}),
    ...(page > 1 ? { prev: href(page - 1) } : {}),
  })
  const counts = `"page_size":${size},"page":${page},"total_items":${ids.length},"total_pages":${pages}`
  const text = `{${counts},"_embedded":{"applications":[${items.join(',')}]},"_links":${links}}`
  return { status: 200, text }
}

function wholeNumber(text: string, name: string, most: number): number | InvalidParameter {
  const value = /^\d{1,15}$/.test(text) ? Number(text) : 0
  return value >= 1 && value <= most ? value : { name, reason: `must be a number from 1 to ${most}` }
}
