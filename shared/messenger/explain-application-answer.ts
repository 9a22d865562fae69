import type { Explanation } from '../errors.ts'
import { explainRedirect } from './explain-http-status.ts'
import { explainNetwork, type NetworkFailure } from './explain-network.ts'

const APPLICATION_API_PAGE = 'https://developer.vonage.com/en/application/overview'

/** A refused look-up of an application: who asked whom for what, and the answer's status. */
export type RefusedLookup = {
  readonly httpStatus: number
  readonly location: string | null
  readonly host: string
  /** Empty where no single application was asked for. */
  readonly applicationId: string
  readonly profileName: string
}

/** Says why an application could not be looked up. Source: Application API v2 specification, responses of GET. */
export function explainApplicationAnswer(lookup: RefusedLookup): Explanation {
  return { code: 'HTTP_REFUSED', link: APPLICATION_API_PAGE, ...refusal(lookup) }
}

function refusal(lookup: RefusedLookup): Pick<Explanation, 'what' | 'why' | 'fix'> {
  const { httpStatus, location, host, applicationId, profileName } = lookup
  if (httpStatus === 401 || httpStatus === 403) {
    return {
      what: `${host} did not accept the API key and secret of ${profileName} (${httpStatus}).`,
      why: 'The key or the secret is wrong, or belongs to another account.',
      fix: 'Copy both from the API settings in the dashboard into the profile. The signature secret is another one.',
    }
  }
  if (httpStatus === 404 && applicationId !== '') {
    return {
      what: `The account of ${profileName} has no application ${applicationId} (404).`,
      why: 'The application was deleted, the id is mistyped, or it belongs to another account.',
      fix: 'Compare the id with the application’s page in the dashboard, and the API key with the account shown there.',
    }
  }
  const wanted = applicationId === '' ? 'what was asked for' : 'the application'
  const what = `${host} answered ${httpStatus} instead of ${wanted}.`
  if (location !== null) return { what, ...explainRedirect(location) }
  if (httpStatus === 429) {
    return { what, why: 'Too many requests in too short a time.', fix: 'Wait a moment, then compare again.' }
  }
  return {
    what,
    why: 'This is not an answer that the Application API documents for a look-up.',
    fix: 'Check the base URL of the profile, and try again later.',
  }
}

/** The same for a look-up that got no answer. It only reads, so nothing can have happened on the other side. */
export function explainApplicationNetwork(failure: NetworkFailure, host: string): Explanation {
  const explanation = explainNetwork(failure, host)
  const isUnderway = ['NETWORK_TIMEOUT', 'NETWORK_BROKEN', 'CANCELLED'].includes(explanation.code)
  if (!isUnderway) return explanation
  return {
    ...explanation,
    fix: 'Check the network connection, then compare again. Comparing changes nothing.',
  }
}
