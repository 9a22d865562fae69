import type { Explanation } from '../errors.ts'
import type { Problem } from '../reply.ts'
import { explainRedirect, explainStatus } from './explain-http-status.ts'
import { explainProblemType } from './known-problem-types.ts'
import { KNOWN_PROBLEMS } from './known-problems.ts'

/** What is known of an answer that did not accept the message. `location` is where a redirect points, else null. */
export type RefusedAnswer = {
  readonly httpStatus: number
  readonly problem: Problem
  readonly location: string | null
}

const MESSAGES_ERRORS_PAGE = 'https://developer.vonage.com/api-errors/messages'

/**
 * Says what an answer of the Messages API means and what to do about it. Matched by HTTP status and title, or by a word
 * at the end of `type`; never by number or host there, because the same problem appears under several. What is not known gets a text by its status
 * class that does not pretend to know more.
 * Source: Messages API v1 spec, ErrorX schemas; v0.1 spec, Error.
 */
export function explainHttp(answer: RefusedAnswer): Explanation {
  const { httpStatus, problem } = answer
  const { why, fix } =
    explainProblemType(problem.type) ??
    knownProblem(httpStatus, problem.title) ??
    (answer.location === null ? explainStatus(httpStatus) : explainRedirect(answer.location))
  return {
    code: 'HTTP_REFUSED',
    what: whatHappened(httpStatus, problem),
    why,
    fix: withParameters(fix, problem),
    link: MESSAGES_ERRORS_PAGE,
  }
}

function knownProblem(httpStatus: number, title: string | null) {
  const wanted = plain(title ?? '')
  return KNOWN_PROBLEMS.find((known) => known.httpStatus === httpStatus && plain(known.title) === wanted)
}

function plain(title: string): string {
  return title.trim().replace(/\.$/, '').toLowerCase()
}

function whatHappened(httpStatus: number, problem: Problem): string {
  if (httpStatus >= 200 && httpStatus < 300) {
    return `The server answered ${httpStatus}, but without a message_uuid.`
  }
  const title = problem.title === null ? '' : `: ${problem.title.replace(/\.$/, '')}`
  return `The server refused the message with ${httpStatus}${title}.`
}

function withParameters(fix: string, problem: Problem): string {
  const named = problem.invalidParameters.filter(({ name }) => name !== '')
  if (named.length === 0) return fix
  const list = named.map(({ name, reason }) => (reason === '' ? name : `${name} (${reason})`)).join(', ')
  return `${fix} The answer names: ${list}.`
}
