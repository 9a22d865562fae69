import type { Reply, SendOutcome, StatusStep } from '../reply.ts'

/** The tokens of this API are JWTs; a bug report must hold none, whoever wrote it into a body. */
const TOKEN = /eyJ[\w-]{5,}\.[\w-]+\.[\w-]*/g
const AUTHORIZATION = /\b(Basic|Bearer) [\w+/=.~-]{8,}/g

/** A reply as Markdown for a bug report: request, answer and statuses, word for word, without credentials. */
export function markdownReport(reply: Reply): string {
  const { outcome, statuses } = reply
  return withoutSecrets(
    [
      `### Messenger message, ${standing(outcome)}`,
      '',
      `Sent ${new Date(reply.sentAtMs).toISOString()} with Messenger Workbench.`,
      '',
      '**Request**',
      '',
      fenced('http', requestText(reply)),
      '',
      '**Response**',
      '',
      ...responseLines(outcome),
      '',
      '**Statuses**',
      '',
      ...(statuses.length === 0 ? ['None so far.'] : statuses.map(statusLine)),
      '',
    ].join('\n'),
  )
}

function standing(outcome: SendOutcome): string {
  switch (outcome.kind) {
    case 'accepted':
      return `accepted with ${outcome.httpStatus}`
    case 'refused':
      return `refused with ${outcome.httpStatus}`
    case 'failed':
      return 'not answered'
  }
}

function requestText({ url, requestBody }: Reply): string {
  const head = [`POST ${withoutUser(url)}`, 'Authorization: Bearer $JWT', 'Content-Type: application/json']
  return `${head.join('\n')}\n\n${requestBody}`
}

function responseLines(outcome: SendOutcome): readonly string[] {
  if (outcome.kind === 'failed') {
    const { what, why } = outcome.explanation
    return [`None. ${what} ${why}`.trim()]
  }
  const body = outcome.responseBody === '' ? '(empty body)' : outcome.responseBody
  return [`HTTP ${outcome.httpStatus} after ${Math.round(outcome.durationMs)} ms`, '', fenced('', body)]
}

function statusLine({ status, delayMs, error }: StatusStep): string {
  const reason = [error?.code, error?.reason].filter((part) => part !== undefined && part !== null).join(', ')
  const after = `${(delayMs / 1000).toFixed(1)} s after the request`
  return `- ${oneLine(status)}, ${after}${reason === '' ? '' : `: ${oneLine(reason)}`}`
}

/** A fence longer than any run of backticks inside, so that no text can end it. */
function fenced(language: string, text: string): string {
  const longest = Math.max(0, ...[...text.matchAll(/`+/g)].map(([run]) => run.length))
  const fence = '`'.repeat(Math.max(3, longest + 1))
  return `${fence}${language}\n${text}\n${fence}`
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').replace(/[`<>[\]*_|\\]/g, '\\$&')
}

function withoutUser(url: string): string {
  return url.replace(/^(https?:\/\/)[^/@]*@/, '$1')
}

function withoutSecrets(text: string): string {
  return text.replace(TOKEN, '[token removed]').replace(AUTHORIZATION, '$1 [removed]')
}
