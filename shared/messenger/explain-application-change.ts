import type { Explanation } from '../errors.ts'
import type { Problem } from '../reply.ts'
import { explainApplicationAnswer, type RefusedLookup } from './explain-application-answer.ts'
import { explainNetwork, type NetworkFailure } from './explain-network.ts'

/** A refused change of an application, or a refused new one (`applicationId` empty). */
export type RefusedChange = RefusedLookup & { readonly problem: Problem }

/**
 * Says why an application was not changed. Source: Application API v2 specification, responses of PUT and POST;
 * Vonage API errors, "Payload Validation".
 */
export function explainApplicationChange(change: RefusedChange): Explanation {
  const { httpStatus, host, problem } = change
  if (![400, 409, 415, 422].includes(httpStatus)) return explainApplicationAnswer(change)
  const fields = problem.invalidParameters.map(({ name, reason }) => `${name} ${reason}`.trim())
  const said = [problem.title, problem.detail, ...fields].filter((text) => text !== null && text !== '')
  return {
    code: 'HTTP_REFUSED',
    what: `${host} did not take the change (${httpStatus}).`,
    why: said.length === 0 ? 'The answer does not say why.' : `It says: ${said.join('; ')}.`,
    fix: 'Look at the application in the dashboard. Its addresses are as they were.',
  }
}

/** The same for a change that got no answer: where it was under way, nobody knows whether it arrived. */
export function explainChangeNetwork(failure: NetworkFailure, host: string): Explanation {
  const explanation = explainNetwork(failure, host)
  const isUnderway = ['NETWORK_TIMEOUT', 'NETWORK_BROKEN', 'CANCELLED'].includes(explanation.code)
  if (!isUnderway) return explanation
  return {
    ...explanation,
    why: `${explanation.why} It is not known whether the change arrived.`,
    fix: 'Check the network connection, then look at the addresses again.',
  }
}
