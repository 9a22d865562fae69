import type { KeyObject } from 'node:crypto'
import { type Explanation, WorkbenchError } from '#shared/errors.ts'
import { member, parseJson, textMember } from '#shared/messenger/json-value.ts'
import { createHttpClient } from '../http/create-http-client.ts'
import { type Account, createApplicationRequests } from './application-requests.ts'
import { readApplicationList } from './read-application-list.ts'
import { readPageLinks } from './read-page-links.ts'
import { readPublicKey } from './token-crypto.ts'

const CONNECT_TIMEOUT_MS = 10_000
const TIMEOUT_MS = 30_000
const PAGE_SIZE = 100
/** An account with more applications than this has to be told the id. */
const MOST_PAGES = 20

type Lookup = Account & { readonly applicationId: string }

type VonageApplication = {
  readonly name: string
  /** Null when it has none, or none that can be read. */
  readonly publicKey: KeyObject | null
}

export type ApplicationClient = ReturnType<typeof createApplicationClient>

/**
 * The Application API v2, with Basic auth, the only authorisation it takes. Applications are raw JSON text: a PUT
 * replaces the whole, so nothing of it may be lost on the way. Every request is sent once and no redirect is followed.
 * Throws a WorkbenchError, HTTP_REFUSED or NETWORK_…, that never holds the secret.
 * Source: Application API v2 specification.
 */
export function createApplicationClient() {
  const http = createHttpClient({ connectTimeoutMs: CONNECT_TIMEOUT_MS, timeoutMs: TIMEOUT_MS })
  const { ask, tell } = createApplicationRequests(http)

  /** The application as raw JSON text. */
  async function get(lookup: Lookup): Promise<string> {
    const text = await ask(lookup, pathOf(lookup.applicationId), lookup.applicationId)
    return asApplication(text, lookup)
  }

  return {
    get,
    /** Name and public key of an application. */
    async look(lookup: Lookup): Promise<VonageApplication> {
      const json = parseJson(await get(lookup))
      const application = json.ok ? json.value : null
      const pem = textMember(member(application, 'keys'), 'public_key')
      return {
        name: textMember(application, 'name') ?? '',
        publicKey: pem === null ? null : readPublicKey(pem),
      }
    },
    /** The applications of the account, in the order of the API; the first 2,000. */
    async list(account: Account) {
      const found: { readonly id: string; readonly name: string }[] = []
      for (let page = 1; page <= MOST_PAGES; page += 1) {
        const text = await ask(account, `/v2/applications?page_size=${PAGE_SIZE}&page=${page}`, '')
        const read = readApplicationList(text)
        if (read === null) throw new WorkbenchError(notAnApplication(hostOf(account)))
        found.push(...read.applications)
        if (read.applications.length === 0 || page >= read.pages) break
      }
      return found
    },
    /** Replaces an application by this JSON text. */
    async put(lookup: Lookup, bodyText: string): Promise<void> {
      const { applicationId } = lookup
      await tell({ method: 'put', path: pathOf(applicationId), applicationId }, lookup, bodyText)
    },
    /** Makes a new application and resolves with its id. */
    async create(account: Account, bodyText: string): Promise<string> {
      const text = await tell(
        { method: 'post', path: '/v2/applications', applicationId: '' },
        account,
        bodyText,
      )
      const json = parseJson(asApplication(text, account))
      return (json.ok ? textMember(json.value, 'id') : null) ?? ''
    },
    /**
     * The Facebook Pages that are linked to the account. The answer holds a token of each Page: it is dropped here.
     * Source: Vonage external accounts API (developer preview), "Retrieve all accounts".
     */
    async pageLinks(account: Account) {
      const text = await ask(account, '/beta/chatapp-accounts?provider=messenger', '')
      const links = readPageLinks(text)
      if (links === null) throw new WorkbenchError(notLinks(hostOf(account)))
      return links
    },
    dispose: http.dispose,
  }
}

function pathOf(applicationId: string): string {
  return `/v2/applications/${encodeURIComponent(applicationId)}`
}

function hostOf({ origin }: Account): string {
  return new URL(origin).host
}

function asApplication(text: string, account: Account): string {
  const json = parseJson(text)
  const id = json.ok ? textMember(json.value, 'id') : null
  if (id === null) throw new WorkbenchError(notAnApplication(hostOf(account)))
  return text
}

function notAnApplication(host: string): Explanation {
  return {
    code: 'HTTP_REFUSED',
    what: `${host} answered 200, but not with an application.`,
    why: 'Something other than the Application API answered, a proxy or another server at this address.',
    fix: 'Check the base URL of the profile.',
  }
}

function notLinks(host: string): Explanation {
  return {
    code: 'HTTP_REFUSED',
    what: `${host} did not answer with the linked Pages.`,
    why: 'The accounts API is a preview. It may have changed, or something else answered.',
    fix: 'Look at the linked Pages in the dashboard.',
  }
}
