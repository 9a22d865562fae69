import { WorkbenchError } from '#shared/errors.ts'
import {
  explainApplicationAnswer,
  explainApplicationNetwork,
} from '#shared/messenger/explain-application-answer.ts'
import {
  explainApplicationChange,
  explainChangeNetwork,
} from '#shared/messenger/explain-application-change.ts'
import { readProblem } from '#shared/messenger/problem.ts'
import type { HttpClient, HttpResult } from '../http/create-http-client.ts'

/** Whom to ask, and with which account. */
export type Account = {
  /** Scheme and host of the Application API. */
  readonly origin: string
  readonly profileName: string
  readonly apiKey: string
  readonly apiSecret: string
  readonly signal?: AbortSignal
}

type Change = { readonly method: 'put' | 'post'; readonly path: string; readonly applicationId: string }

/** Requests of the Application API that resolve with the text of a good answer and throw the explanation of any other. */
export function createApplicationRequests(http: HttpClient) {
  async function ask(account: Account, path: string, applicationId: string): Promise<string> {
    const url = new URL(path, account.origin)
    const answer = await http.get({ url, headers: headersOf(account), signal: account.signal })
    if (answer.kind === 'failed')
      throw new WorkbenchError(explainApplicationNetwork(answer.failure, url.host))
    if (answer.httpStatus === 200) return answer.bodyText
    throw new WorkbenchError(explainApplicationAnswer({ ...refusalOf(answer, account, url), applicationId }))
  }

  async function tell(
    { method, path, applicationId }: Change,
    account: Account,
    body: string,
  ): Promise<string> {
    const url = new URL(path, account.origin)
    const headers = { ...headersOf(account), 'content-type': 'application/json' }
    const answer = await http[method]({ url, headers, body, signal: account.signal })
    if (answer.kind === 'failed') throw new WorkbenchError(explainChangeNetwork(answer.failure, url.host))
    if (answer.httpStatus >= 200 && answer.httpStatus < 300) return answer.bodyText
    const problem = readProblem(withoutSecret(answer.bodyText, account))
    throw new WorkbenchError(
      explainApplicationChange({ ...refusalOf(answer, account, url), applicationId, problem }),
    )
  }

  return { ask, tell }
}

function headersOf({ apiKey, apiSecret }: Account) {
  const credentials = Buffer.from(`${apiKey}:${apiSecret}`).toString('base64')
  return { authorization: `Basic ${credentials}`, accept: 'application/json' }
}

type Answer = Extract<HttpResult, { kind: 'answered' }>

function refusalOf({ httpStatus, location }: Answer, account: Account, { host }: URL) {
  const isRedirect = httpStatus >= 300 && httpStatus < 400
  const shown = isRedirect && location !== null ? withoutSecret(location, account) : null
  return { httpStatus, location: shown, host, profileName: account.profileName }
}

/** A server that repeats what it was sent would put the secret into an explanation. */
function withoutSecret(text: string, { apiKey, apiSecret }: Account): string {
  const credentials = Buffer.from(`${apiKey}:${apiSecret}`).toString('base64')
  return [credentials, apiSecret]
    .filter((secret) => secret !== '')
    .reduce((left, secret) => left.replaceAll(secret, '[secret removed]'), text)
}
